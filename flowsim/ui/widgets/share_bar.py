"""A thin bar of shares."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import px


class ShareBar(QWidget):
    """A thin bar of shares that sum to at most 1, each with its colour."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._shares: Sequence[tuple[float, str]] = ()
        self.setAccessibleName(name)
        self.setFixedHeight(px(6))

    def show_shares(self, shares: Sequence[tuple[float, str]]) -> None:
        """Show (share, colour) from the left."""
        if shares != self._shares:
            self._shares = shares
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            left = 0.0
            for share, colour in self._shares:
                width = share * self.width()
                if width > 0:
                    painter.setBrush(QColor(colour))
                    painter.drawRect(QRectF(left, 0, width, self.height()))
                left += width
