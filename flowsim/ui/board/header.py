"""The head of a lane: name, count and limit, people, how busy they were lately, and the bottleneck's badge."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from flowsim.metrics import Load
from flowsim.ui.fields import ShareBar, StepField
from flowsim.ui.theme import SEMIBOLD, SMALL, TINY, Theme, font

HEAD_HEIGHT: Final = 58

WHAT_THE_BAR_SAYS: Final = (
    "What the people here did lately: working (green), setting up (violet), held up by a card that cannot go on "
    "(amber), free (grey)."
)


class LaneHead(QWidget):
    """Name and count of a lane; for a work column also limit, people and busy bar, which can be changed here.

    Signals: `limit_asked`, `workers_asked` with the new number, or None for no limit.
    """

    limit_asked = Signal(object)
    workers_asked = Signal(object)

    def __init__(self, theme: Theme, title: str, *, is_column: bool, has_workers: bool) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._is_bottleneck = False
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setFont(font(13, SEMIBOLD))
        self._badge = QLabel(self.tr("bottleneck"), self)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setFont(font(TINY, SEMIBOLD))
        self._badge.hide()
        self._note = QLabel(self)
        self._note.setFont(font(SMALL))
        self._note.setObjectName("quiet")
        self.limit = (
            StepField(theme, self.tr("WIP limit of {0}").format(title), may_be_none=True) if is_column else None
        )
        self.workers = StepField(theme, self.tr("People in {0}").format(title), minimum=0) if has_workers else None
        self.bar = ShareBar(self.tr("Busy bar of {0}").format(title)) if has_workers else None
        self._count = None if is_column else QLabel(self)
        self._equip(title)
        self.set_theme(theme)

    def _equip(self, title: str) -> None:
        if self.limit is not None:
            self.limit.setParent(self)
            self.limit.asked.connect(self.limit_asked)
            self.limit.setToolTip(
                self.tr(
                    "Cards in {0} / WIP limit: the most that may be here at once. Wheel, ± or click to change."
                ).format(title)
            )
        if self.workers is not None:
            self.workers.setParent(self)
            self.workers.asked.connect(self.workers_asked)
            self.workers.setToolTip(self.tr("How many people work in {0}. Wheel, ± or click to change.").format(title))
        if self.bar is not None:
            self.bar.setParent(self)
            self.bar.setToolTip(self.tr(WHAT_THE_BAR_SAYS))
        if self._count is not None:
            self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._count.setFont(font(14, SEMIBOLD))

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        for part in (self.limit, self.workers):
            if part is not None:
                part.set_theme(theme)
        self._badge.setStyleSheet(f"background: {theme.full_soft}; color: {theme.full}; border-radius: 8px;")
        if self._count is not None:
            self._count.setStyleSheet(f"background: {theme.surface}; border-radius: 7px;")

    def show_count(self, count: int, limit: int | None = None) -> None:
        """How many cards are here, and how many may be."""
        if self._count is not None:
            self._count.setText(f"{count:,}")
        if self.limit is not None:
            look = "plain" if limit is None or count < limit else "full" if count == limit else "over"
            self.limit.show_value(limit, f"{count} / {'∞' if limit is None else limit}", look)

    def show_people(self, people: int) -> None:
        """How many work here."""
        if self.workers is not None:
            words = (
                self.tr("nobody")
                if people == 0
                else self.tr("1 person")
                if people == 1
                else self.tr("{0} people").format(people)
            )
            self.workers.show_value(people, words)

    def show_note(self, text: str) -> None:
        """A quiet line under the name, where there are no people."""
        self._note.setText(text)

    def show_load(self, load: Load) -> None:
        """What the people did lately."""
        if self.bar is not None:
            colours = ("busy", "setup", "band_bottleneck", "starved")
            shares = (load.busy, load.setup, load.blocked, load.starved)
            if not any(shares):
                shares = (0.0, 0.0, 0.0, 1.0)
            self.bar.show_shares(
                [(share, getattr(self._theme, role)) for share, role in zip(shares, colours, strict=True)]
            )

    def show_bottleneck(self, evidence: str) -> None:
        """Wear the badge, with its evidence as tooltip; nothing to take it off."""
        if bool(evidence) != self._is_bottleneck:
            self._is_bottleneck = bool(evidence)
            self._arrange()
        self._badge.setToolTip(evidence)

    def _arrange(self) -> None:
        width = self.width()
        narrow = width < 118
        pad = 6 if narrow else 12
        pill = min(66, width - 2 * pad)
        pill_top = 32 if narrow else 12
        pill_left = (width - pill) // 2 if narrow else width - pill - pad
        name_room = (width if narrow else pill_left) - pad - 4
        name_metrics = QFontMetrics(self._name.font())
        full_width = name_metrics.horizontalAdvance(self._title)
        badge_width = 76
        shows_badge = self._is_bottleneck and not narrow and full_width + badge_width + 10 <= name_room
        self._name.setText(name_metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, name_room))
        self._name.setToolTip(self._title if full_width > name_room else "")
        self._name.setGeometry(pad, 14 if not narrow else 8, min(full_width + 2, name_room), 20)
        self._badge.setGeometry(pad + full_width + 8, 15, badge_width, 18)
        self._badge.setVisible(shows_badge)
        for part in (self.limit, self._count):
            if part is not None:
                part.setGeometry(pill_left, pill_top, pill, 24)
        self._note.setGeometry(pad, 38, width - 2 * pad, 16)
        self._note.setVisible(not narrow)
        if self.workers is not None and self.bar is not None:
            self.workers.setVisible(not narrow)
            self.bar.setVisible(not narrow or width > 40)
            self.workers.setGeometry(pad - 1, 36, 76, 22)
            self.bar.setGeometry(
                *((pad, 60, width - 2 * pad, 5) if narrow else (pad + 90, 44, width - 2 * pad - 90, 6))
            )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)
