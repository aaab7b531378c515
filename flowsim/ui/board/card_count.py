"""How many cards are in the backlog or in Done, in its head."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from flowsim.ui.style.theme import SEMIBOLD, Theme, px, written
from flowsim.ui.text.language import said


class CardCount(QLabel):
    """A number, with the most there may be where that is limited; its ground tells that no more are let in."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._full = False
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(written(14, SEMIBOLD))
        self._colour()

    @property
    def wished_width(self) -> int:
        """How wide it is."""
        return max(px(46), QFontMetrics(self.font()).horizontalAdvance(self.text()) + px(12))

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self._colour()

    def show_count(self, count: int, limit: int | None, *, endless: bool, hidden: bool) -> None:
        """So many cards, and how many may be; an endless backlog has no number, a hidden one is not told."""
        number = said(count, ",") if limit is None else f"{said(count, ',')} / {said(limit, ',')}"
        self.setText("?" if hidden else "∞" if endless else number)
        limited = self.tr("Cards that wait / the most that may; what comes beyond that is turned away")
        self.setToolTip(self.tr("The backlog is never empty") if endless else "" if limit is None else limited)
        if (full := limit is not None and count >= limit) != self._full:
            self._full = full
            self._colour()

    def _colour(self) -> None:
        its = self._theme
        ground, ink = (its.full_soft, its.full) if self._full else (its.surface, its.text)
        self.setStyleSheet(f"QLabel {{ background: {ground}; color: {ink}; border-radius: 7px; }}")
