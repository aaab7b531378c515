"""How large a dialog may be: no larger than the window it stands over, so that its buttons are on every screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from flowsim.ui.style.theme import SPACE_6


def within(parent: QWidget | None, size: QSize) -> QSize:
    """`size`, as far as there is room over the window of `parent`."""
    return size if parent is None else size.boundedTo(parent.window().size() - QSize(SPACE_6, SPACE_6))
