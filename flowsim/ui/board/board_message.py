"""A line that says why something is not done, or what has just been done; gone after a while.

It stands where it covers neither cards nor figures: over the timeline, or beside what it is about.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from flowsim.ui.board.board_reading import tell
from flowsim.ui.style.theme import SPACE_1, SPACE_2, SPACE_4, px
from flowsim.ui.text.language import shown

MESSAGE_SECONDS: Final = 4.0
WIDEST: Final = 640


class BoardMessage(QFrame):
    """A plain-text message over a window; `advance` must be called in every frame, so that it hides in time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = self._home = parent
        self.setObjectName("message")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._left = 0.0
        row = QHBoxLayout(self)
        row.setContentsMargins(14, SPACE_2, 14, SPACE_2)
        row.addWidget(self._label)
        self.hide()

    def speak_over(self, over: QWidget, home: QWidget) -> None:
        """Stand over another widget, on its part `home` unless it is about something else."""
        self._over, self._home = over, home
        self.setParent(over)

    @property
    def said(self) -> str:
        """The line on view, empty if there is none."""
        return self._label.text() if self.isVisible() else ""

    def say(self, text: str, *, beside: QRect | None = None) -> None:
        """Show `text` for a while, `beside` a place on the screen or else at home, and let a screen reader say it."""
        text = shown(text)
        if text != self.said and QAccessible.isActive():
            tell(QAccessibleAnnouncementEvent(self, text))
        self._label.setText(text)
        width = self._label.fontMetrics().horizontalAdvance(text) + 4
        self._label.setFixedWidth(min(width, px(WIDEST), self._over.width() - 80))
        self.adjustSize()
        self.setGeometry(self._at_home() if beside is None else self._beside(beside))
        self.show()
        self.raise_()
        self._left = MESSAGE_SECONDS

    def complain(self, allowed: str) -> None:
        """Say beside the field in which somebody types what is allowed there."""
        field = QApplication.focusWidget()
        beside = None if field is None else QRect(field.mapToGlobal(QPoint(0, 0)), field.size())
        self.say(self.tr("Allowed is {0}.").format(allowed), beside=beside)

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

    def _at_home(self) -> QRect:
        """In the middle of its home, and if it is higher than that, growing upwards."""
        size, home = self.sizeHint(), self._home
        corner = home.mapTo(self._over, QPoint(0, 0)) if home is not self._over else QPoint(0, 0)
        spare = max(home.height() - size.height(), 0)
        top = corner.y() + home.height() - size.height() - (spare // 2 if spare < size.height() else SPACE_4)
        return QRect(QPoint(corner.x() + (home.width() - size.width()) // 2, top), size)

    def _beside(self, place: QRect) -> QRect:
        """Below a place on the screen, or above it where there is no room; always within the window."""
        size, over = self.sizeHint(), self._over.size()
        its = QRect(self._over.mapFromGlobal(place.topLeft()), place.size())
        left = min(max(its.left(), SPACE_1), max(over.width() - size.width() - SPACE_1, 0))
        below = its.bottom() + SPACE_1
        top = below if below + size.height() <= over.height() else its.top() - SPACE_1 - size.height()
        return QRect(QPoint(left, max(top, 0)), QSize(size))
