"""A longer text in a form."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from flowsim.ui.style.theme import Theme, px
from flowsim.ui.text.language import said
from flowsim.ui.widgets.board_keys import means_the_board
from flowsim.ui.widgets.step_field import STAYS_OPEN

TEXT_HEIGHT: Final = 120


class TextArea(QPlainTextEdit):
    """A longer text over the whole width of the form; taken when the field is left, or by Ctrl+Enter."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, name: str, placeholder: str, *, longest: int = 100_000) -> None:
        super().__init__()
        self._value = ""
        self._longest = longest
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(px(TEXT_HEIGHT))
        self.setTabChangesFocus(True)

    def show_value(self, value: str) -> None:
        """Show what is in force, unless a person is typing."""
        self._value = value
        if not self.document().isModified() and self.toPlainText() != value:
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """The style sheet of the program does it."""

    @property
    def allowed(self) -> str:
        """What may be typed."""
        return self.tr("Markdown, up to {0} characters").format(said(self._longest, ","))

    def _show(self) -> None:
        self.setPlainText(self._value)
        self.document().setModified(False)

    def _take(self) -> None:
        text = self.toPlainText()
        if len(text) > self._longest:
            self.complained.emit(self.allowed)
        elif self.document().isModified():
            self.document().setModified(False)
            if text != self._value:
                self.asked.emit(text)

    @override
    def event(self, event: QEvent) -> bool:
        if means_the_board(event, typed=self.document().isModified()):
            event.ignore()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self._show()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYS_OPEN:
            self._take()
