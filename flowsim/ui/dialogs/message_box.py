"""A box that says what happened; it goes when it is closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def message_box(parent: QWidget, headline: str, details: str) -> QMessageBox:
    """A box with texts that are shown as they are, to be opened; more buttons may be added before."""
    box = QMessageBox(parent)
    box.setWindowTitle("flowsim")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(headline)
    box.setInformativeText(details)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
