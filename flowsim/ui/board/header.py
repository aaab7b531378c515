"""The head of a lane: name, count and limit, people, how busy they were lately, and the bottleneck's badge."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from flowsim.metrics import Load
from flowsim.ui.fields import ShareBar, StepField
from flowsim.ui.theme import SEMIBOLD, SMALL, TINY, Theme, font

HEAD_HEIGHT: Final = 66
ROOMY: Final = 118
BADGE_WIDTH: Final = 76

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
        """Name and limit beside each other where both fit, else the limit below the name."""
        width, pad = self.width(), 12 if self.width() >= ROOMY else 8
        metrics = QFontMetrics(self._name.font())
        name_width = metrics.horizontalAdvance(self._title) + 2
        pill = 66 if self.limit is not None else 52
        beside = pad + name_width + 6 + pill + pad <= width
        name_room = width - 2 * pad - (pill + 6 if beside else 0)
        self._name.setText(metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, name_room))
        self._name.setToolTip(self._title if name_width > name_room else "")
        self._name.setGeometry(pad, 14 if beside else 8, min(name_width, name_room), 20)
        badge_fits = beside and name_width + 8 + BADGE_WIDTH <= name_room
        self._badge.setGeometry(pad + name_width + 8, 15, BADGE_WIDTH, 18)
        self._badge.setVisible(self._is_bottleneck and badge_fits)
        if beside:
            self._arrange_wide(width, pad, pill)
        else:
            self._arrange_stacked(width, pad)

    def _arrange_wide(self, width: int, pad: int, pill: int) -> None:
        for part in (self.limit, self._count):
            if part is not None:
                part.setGeometry(width - pill - pad, 12, pill, 24)
        self._note.setGeometry(pad, 38, width - 2 * pad, 16)
        self._note.show()
        if self.workers is not None and self.bar is not None:
            self.workers.setGeometry(pad - 1, 36, 76, 22)
            self.workers.show()
            self.bar.setGeometry(pad + 90, 44, width - 2 * pad - 90, 6)
            self.bar.setVisible(width - 2 * pad - 90 >= 24)

    def _arrange_stacked(self, width: int, pad: int) -> None:
        both_fit = width >= 2 * pad + 2 * 50 + 4
        pill = 50 if both_fit and self.workers is not None else min(66, width - 8)
        left = pad if both_fit else (width - pill) // 2
        for part in (self.limit, self._count):
            if part is not None:
                part.setGeometry(left, 30, pill, 22)
        self._note.hide()
        if self.workers is not None and self.bar is not None:
            self.workers.setGeometry(left + pill + 4, 30, width - left - pill - 4 - pad, 22)
            self.workers.setVisible(both_fit)
            self.bar.setGeometry(pad, 58, width - 2 * pad, 5)
            self.bar.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)
