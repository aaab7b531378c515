"""A base for widgets that paint themselves and show the focus."""

from PySide6.QtGui import (
    QFocusEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class ShowsFocus(QWidget):
    """A widget that paints itself otherwise while it has the focus."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
