"""Asking what something shall be called."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget


def ask_name(parent: QWidget, question: str, name: str, longest: int, answered: Callable[[str], object]) -> None:
    """Ask `question` with `name` in the field; what is typed is `answered`, cut to fit, or `name` where it is empty."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("flowsim")
    dialog.setLabelText(question)
    dialog.setTextValue(name)
    dialog.textValueSelected.connect(lambda typed: answered(typed.strip()[:longest] or name))
    dialog.open()
