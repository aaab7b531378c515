"""One of a few choices in a form."""

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox, QToolTip
from typing_extensions import override

from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import SPACE_2, Theme, px
from flowsim.ui.text.language import plain, shown
from flowsim.ui.widgets.count_field import CountField
from flowsim.ui.widgets.field_size import FIELD_HEIGHT, FIELD_WIDTH
from flowsim.ui.widgets.number_field import NumberField

BESIDE: Final = 38
"""What the frame and the arrow take beside the words."""

WIDEST: Final = 200


class ChoiceField(QComboBox):
    """One of a few words; the wheel scrolls the form, not the choice."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedSize(px(FIELD_WIDTH), px(FIELD_HEIGHT))
        self._values: list[Any] = []
        self.offer(options)
        self.activated.connect(lambda index: self.asked.emit(self._values[index]))

    @property
    def allowed(self) -> str:
        """There is nothing to type."""
        return ""

    def offer(self, options: Sequence[tuple[Any, str]]) -> None:
        """The words to choose from, each with what it means."""
        if [value for value, _ in options] != self._values:
            self._values = [value for value, _ in options]
            self.clear()
            self.addItems([shown(words) for _, words in options])
            widest = max((self.fontMetrics().horizontalAdvance(shown(words)) for _, words in options), default=0)
            if self.minimumWidth() == self.maximumWidth():  # a form may have made it as wide as itself
                self.setFixedWidth(min(max(px(FIELD_WIDTH), widest + px(BESIDE)), px(WIDEST)))

    def show_value(self, value: Any) -> None:
        """Show what is in force; what is not among the words is shown as none of them."""
        index = self._values.index(value) if value in self._values else -1
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def set_theme(self, theme: Theme) -> None:
        """The style sheet of the program does it."""

    @override
    def event(self, event: QEvent) -> bool:
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if event.type() == QEvent.Type.ShortcutOverride and space:
            event.accept()  # it opens the list; elsewhere it plays and pauses
            return True
        cut = self._fitted(self.currentText()) != self.currentText()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and cut:
            QToolTip.showText(event.globalPos(), plain(f"{self.currentText()}\n{self.toolTip()}".strip()), self)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Going from word to word must not change the board at every word.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.showPopup()
        else:
            event.ignore()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = self._fitted(option.currentText)

    def _fitted(self, text: str) -> str:
        """As much of `text` as there is room for."""
        room = self.width() - px(BESIDE) + SPACE_2
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
            tip = QPointF(self.width() - 13, self.height() / 2 + 2)
            painter.drawPolyline([tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)])


Field: TypeAlias = CountField | NumberField | ChoiceField
"""What a form asks of a field, whichever it is."""
