"""A line at the foot of the board: a reason, or what has just been done; gone after a while."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from flowsim.ui.board.board_reading import tell
from flowsim.ui.text.language import shown

MESSAGE_SECONDS: Final = 4.0


class BoardMessage(QFrame):
    """A plain-text message over another widget; `advance` must be called in every frame, so that it hides in time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("message")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._left = 0.0
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self._label)
        self.hide()

    def speak_over(self, over: QWidget) -> None:
        """Stand over another widget."""
        self._over = over
        self.setParent(over)

    @property
    def said(self) -> str:
        """The line on view, empty if there is none."""
        return self._label.text() if self.isVisible() else ""

    def say(self, text: str) -> None:
        """Show `text` for a while, and let a screen reader say it."""
        text = shown(text)
        if text != self.said and QAccessible.isActive():
            tell(QAccessibleAnnouncementEvent(self, text))
        self._label.setText(text)
        self._label.setFixedWidth(min(self._label.fontMetrics().horizontalAdvance(text) + 4, self._over.width() - 80))
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._left = MESSAGE_SECONDS

    def hush(self) -> None:
        """No line any more: what it said is no longer so."""
        self.hide()
        self._left = 0.0

    def advance(self, seconds: float) -> None:
        """One frame."""
        if self._left > 0:
            self._left -= seconds
            if self._left <= 0:
                self.hide()

    def place(self) -> None:
        """Stand in the middle of the parent's foot."""
        size, over = self.sizeHint(), self._over
        left = (over.width() - size.width()) // 2
        self.setGeometry(left, over.height() - size.height() - 16, size.width(), size.height())
