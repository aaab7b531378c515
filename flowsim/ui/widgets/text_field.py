"""A line of text in a form."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from flowsim.ui.style.theme import Theme, px
from flowsim.ui.widgets.board_keys import means_the_board
from flowsim.ui.widgets.field_size import FIELD_HEIGHT, FIELD_WIDTH
from flowsim.ui.widgets.step_field import STAYS_OPEN


class TextField(QLineEdit):
    """One line of text, such as a name; `required` refuses an empty text, `taken` lists names already in use."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, name: str, *, longest: int = 200, required: bool = True, taken: Sequence[str] = ()) -> None:
        super().__init__()
        self._value = ""
        self._required = required
        self._taken = set(taken)
        self.setObjectName("number")
        self.setAccessibleName(name)
        self.setMaxLength(longest)
        self.setFixedSize(px(FIELD_WIDTH), px(FIELD_HEIGHT))
        self.textEdited.connect(lambda _: self._mark(self._problem()))
        self.returnPressed.connect(self._take)

    def show_value(self, value: str) -> None:
        """Show what is in force, unless a person is typing."""
        self._value = value
        if not self.isModified() and self.text() != value:
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """The style sheet of the program does it."""

    @property
    def allowed(self) -> str:
        """What may be typed."""
        longest = self.tr("up to {0} characters").format(self.maxLength())
        return self.tr("a text that is not empty, {0}").format(longest) if self._required else longest

    def _problem(self) -> str:
        text = self.text().strip()
        if self._required and not text:
            return self.tr("a name that is not empty")
        return self.tr("a name that is not taken") if text != self._value and text in self._taken else ""

    def _show(self) -> None:
        self.setText(self._value)
        self.setCursorPosition(0)
        self.setModified(False)
        self._mark("")

    def _take(self) -> None:
        problem, text = self._problem(), self.text().strip()
        self._mark(problem)
        if problem:
            self.complained.emit(problem)
            return
        self.setModified(False)
        if text != self._value:
            self.asked.emit(text)

    def _mark(self, problem: str) -> None:
        if self.property("wrong") != bool(problem):
            self.setProperty("wrong", bool(problem))
            self.style().polish(self)

    @override
    def event(self, event: QEvent) -> bool:
        if means_the_board(event, typed=self.isModified()):
            event.ignore()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._show()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in STAYS_OPEN or not self.isModified():
            return
        if self._problem():
            self._show()
        else:
            self._take()
