"""A text of one line that is cut with dots where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from flowsim.ui.text.language import plain, shown


class ElidedLabel(QLabel):
    """A quiet line that ends in "…" where there is no room, and then tells the whole in its tooltip."""

    def __init__(self, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._whole = self._shorter = ""

    @override
    def setText(self, text: str, shorter: str = "") -> None:
        """Show `text`, or where it has no room what is `shorter`."""
        self._whole, self._shorter = shown(text), shown(shorter)
        self._elide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics, width = self.fontMetrics(), self.width()
        text = self._shorter if self._shorter and metrics.horizontalAdvance(self._whole) > width else self._whole
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        super().setText(fitting)
        self.setToolTip(plain(self._whole) if fitting != self._whole else "")
