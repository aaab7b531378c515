"""Which keys a field leaves to the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def means_the_board(event: QEvent, *, typed: bool) -> bool:
    """Whether undo or redo is asked for where nothing has been typed: it is the board that is meant then."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or typed:
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
