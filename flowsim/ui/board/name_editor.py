"""Typing another name in the head of a column."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override


class NameEditor(QLineEdit):
    """Stands over its parent until Enter or another focus takes the name, or Esc leaves it as it was.

    Signals: `named` (what was typed, if it is another name), `closed`.
    """

    named = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget, name: str, place: QRect) -> None:
        super().__init__(name, parent)
        self._name = name
        self._done = False
        self.setAccessibleName(self.tr("Name of {0}").format(name))
        self.setMaxLength(200)
        self.setGeometry(place)
        self.selectAll()
        self.show()
        self.setFocus()

    def close_without(self) -> None:
        """Leave the name as it was."""
        self._end(self._name)

    def _end(self, name: str) -> None:
        if self._done:
            return
        self._done = True
        parent, name = self.parentWidget(), name.strip()
        if self.hasFocus() and parent is not None:
            parent.setFocus()
        self.hide()
        self.deleteLater()
        self.closed.emit()
        if name not in ("", self._name):
            self.named.emit(name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_without()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(self.text())
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._end(self.text())
