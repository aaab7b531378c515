"""A button in a form, for what is too large for one."""

from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from flowsim.ui.style.theme import Theme, px
from flowsim.ui.text.language import labelled
from flowsim.ui.widgets.field_size import FIELD_HEIGHT

LONGEST_BUTTON: Final = 190


class ButtonField(QPushButton):
    """Something to do, in a form."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.whole = text
        self.setObjectName("small")
        self.setAccessibleName(text)
        short = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, px(LONGEST_BUTTON))
        self.setText(labelled(short))
        self.clicked.connect(self.press)

    def press(self) -> None:
        """It was pressed."""
        self.asked.emit(True)

    def show_value(self, value: Any) -> None:
        """There is nothing to show."""

    def set_theme(self, theme: Theme) -> None:
        """The style sheet of the program does it."""

    @property
    def allowed(self) -> str:
        """There is nothing to type."""
        return ""

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(px(72), px(FIELD_HEIGHT)))
