"""A text over as many lines as it needs; it asks for that height itself, so that nothing that scrolls is squeezed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override


class WrappedLabel(QLabel):
    """Plain text that wraps.

    Qt lays out a text whose height depends on its width as if it had a wide sheet, and squeezes what stands beside it;
    so this one says how high it is as soon as its width is known.
    """

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(text)
        self.setObjectName(role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        if self.width() > 0:
            self.setMinimumHeight(0)  # or a label would never be less high than it was
            self.setFixedHeight(max(self.heightForWidth(self.width()), 0))  # an empty text has none
