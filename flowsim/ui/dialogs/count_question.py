"""A question that a whole number answers."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.ui.style.theme import SPACE_2, SPACE_4, SPACE_6, Theme, px
from flowsim.ui.widgets.count_field import CountField
from flowsim.ui.widgets.focus_keys import ENTER


class AnswerField(CountField):
    """A number into which digits can be typed at once; Enter accepts it, and Esc is left to the dialog around it."""

    accepted = Signal()

    @property
    def finished(self) -> bool:
        """Take what is being typed; whether it is a number for here, or nothing was."""
        return self._editor is None or self._take()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.accepted.emit()
        elif event.text().isdecimal():
            self.edit()
            for editor in self.findChildren(QLineEdit):
                editor.insert(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        key = Qt.Key(event.key()) if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if key == Qt.Key.Key_Escape:
            return False
        handled = super().eventFilter(watched, event)
        if key in ENTER and self._editor is None:
            self.accepted.emit()
        return handled


class CountQuestion(QDialog):
    """Asks `question`; `value` stands in the field at first, and `none` is the button for no number, if that may be.

    Signal: `answered` (the number, or None), after the dialog has closed.
    """

    answered = Signal(object)

    def __init__(
        self, theme: Theme, title: str, question: str, value: int | None, *,
        none: str | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.value = value
        self._complained = False
        self.setWindowTitle(title)
        asked = QLabel(question)
        asked.setObjectName("title")
        self.field = AnswerField(theme, question, none=None if none is None else self.tr("none"))
        self.field.show_value(value)
        self.field.asked.connect(self._show)
        self.field.complained.connect(self._complain)
        self.field.accepted.connect(self.accept)
        self.problem = QLabel(self.tr("One undo takes it back everywhere."))
        self.problem.setObjectName("small")
        self.problem.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        if none is not None:
            self.buttons.addButton(none, QDialogButtonBox.ButtonRole.ResetRole).clicked.connect(self._answer_none)
        row = QHBoxLayout()
        row.setSpacing(SPACE_6)
        row.addWidget(asked, 1)
        row.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_2)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addSpacing(SPACE_4)
        column.addWidget(self.buttons)
        self.setMinimumWidth(px(400))
        self.field.setFocus()

    def _show(self, value: int | None) -> None:
        self.value, self._complained = value, False
        self.problem.clear()
        self.field.show_value(value)

    def _complain(self, allowed: str) -> None:
        self._complained = True
        self.problem.setText(self.tr("Allowed is {0}.").format(allowed))

    def _answer_none(self) -> None:
        self._show(None)
        self.accept()

    @override
    def accept(self) -> None:
        if self._complained or not self.field.finished:
            self._complained = False  # what was typed is gone: the number on view may be accepted next time
            return
        super().accept()
        self.answered.emit(self.value)
