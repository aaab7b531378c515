"""A splitter between two widgets one above the other, whose handle can be seen and taken hold of."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSplitter, QSplitterHandle
from typing_extensions import override

from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import SPACE_3, px

GRIP_LENGTH = 48
GRIP_WIDTH = 4


class GripSplitter(QSplitter):
    """Shows a grip in the middle of its handle; what is split cannot be folded away."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setHandleWidth(SPACE_3)
        self.setChildrenCollapsible(False)

    @override
    def createHandle(self) -> QSplitterHandle:
        return _Grip(self.orientation(), self)


class _Grip(QSplitterHandle):
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        length, width = px(GRIP_LENGTH), GRIP_WIDTH
        role = QPalette.ColorRole.Highlight if self.underMouse() else QPalette.ColorRole.PlaceholderText
        colour = QColor(self.palette().color(role))
        colour.setAlpha(255 if self.underMouse() else 110)
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            middle = self.rect().center()
            grip = QRectF(middle.x() - length / 2, middle.y() - width / 2 + 1, length, width)
            painter.drawRoundedRect(grip, width / 2, width / 2)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
