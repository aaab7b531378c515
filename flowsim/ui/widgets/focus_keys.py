"""Which keys belong to what has the focus, although the whole window has a use for them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from flowsim.ui.widgets.colour_field import ColourField
from flowsim.ui.widgets.step_field import StepField

FIELDS = (QComboBox, StepField, ColourField)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def belongs_to_focus(event: QKeyEvent) -> bool:
    """Whether a key is for the focused widget and not a shortcut: Space on a button, Space or text in a field."""
    focus = QApplication.focusWidget()
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    if isinstance(focus, QAbstractButton):
        return event.key() == Qt.Key.Key_Space
    return isinstance(focus, FIELDS) and (event.key() == Qt.Key.Key_Space or bool(event.text().strip()))


def pressed_by(event: QKeyEvent) -> QAbstractButton | None:
    """The button in focus that Enter presses, as Space does; None for any other key or place."""
    focus = QApplication.focusWidget()
    return focus if event.key() in ENTER and isinstance(focus, QAbstractButton) else None
