"""A few answers to choose from, one below the other, each as long as it needs to be."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.ui.style.theme import SPACE_1, SPACE_2, SPACE_3, px
from flowsim.ui.widgets.wrapped_label import WrappedLabel

LEAST_HEIGHT = 28


class OptionList(QWidget):
    """Buttons of which one may be on. Signal: `chosen` (its place from 0)."""

    chosen = Signal(int)

    def __init__(self, name: str, texts: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        self.buttons = [_Option(text) for text in texts]
        for place, button in enumerate(self.buttons):
            self._group.addButton(button, place)
            button.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            column.addWidget(button)

    def show_choice(self, place: int | None) -> None:
        """Mark the answer that was chosen; None: none yet."""
        self._group.setExclusive(False)  # or the last one could not be taken back
        for number, button in enumerate(self.buttons):
            button.setChecked(number == place)
        self._group.setExclusive(True)


class _Option(QPushButton):
    """One answer; its text wraps."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setObjectName("kind")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self._label = WrappedLabel(text)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        column.addWidget(self._label)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        text = self._label.heightForWidth(max(self.width() - 2 * SPACE_3, 1))
        self.setMinimumHeight(max(text + 2 * SPACE_2, px(LEAST_HEIGHT)))
