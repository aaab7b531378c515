"""The large figures of a run, and what they are more or less than in a pinned one.

Lead time comes first: it is what a customer waits. A figure and its difference have one unit and one definition, and a
figure of now is never compared with one of an average.
"""

from collections.abc import Sequence
from math import isfinite
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy
from typing_extensions import override

from flowsim.charts.pinned_run import PinnedRun
from flowsim.domain import units
from flowsim.domain.phrases import counted, digits
from flowsim.domain.scenario import Scenario
from flowsim.domain.units import NO_VALUE, told_per_hour
from flowsim.domain.words import TimeUnit
from flowsim.metrics import Figures, RunView, figures_of
from flowsim.ui.panels.figure_tile import FigureTile
from flowsim.ui.style.theme import SPACE_3, SPACE_4, px
from flowsim.ui.text.language import said, said_rounded, shown
from flowsim.ui.text.number_format import long_time, percent

SAME: Final = 0.005
"""Share of a figure by which it may differ and still be called the same."""


LEAST_TILE: Final = 126
"""Pixels that a figure with its caption takes at the usual size of text."""


class FiguresSheet(QFrame):
    """Lead time, cycle time, throughput, WIP and flow efficiency, large enough for the back of a room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.lead = FigureTile(
            self.tr("Lead time, 85 %"),
            self.tr("85 % of the finished cards took this long or less from arriving in the backlog to Done"),
        )
        self.cycle = FigureTile(
            self.tr("Cycle time, 85 %"),
            self.tr("85 % of the finished cards took this long or less from entering the first column to Done"),
        )
        self.throughput = FigureTile(
            self.tr("Throughput"), self.tr("Finished cards per time unit, over the run after its warm-up")
        )
        self.wip = FigureTile(
            self.tr("Work in progress"), self.tr("Cards started and not finished, on average over the run")
        )
        self.efficiency = FigureTile(
            self.tr("Flow efficiency"),
            self.tr("Share of the finished cards' cycle time in which somebody worked on them; the rest was waiting"),
        )
        self.against = QLabel()
        self.against.setObjectName("small")
        self.against.setTextFormat(Qt.TextFormat.PlainText)
        self.against.setWordWrap(True)
        self.against.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.against.hide()
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_3)
        self._across = 0
        self._arrange(2)

    def _arrange(self, across: int) -> None:
        """So many figures side by side, and below or beside the last what they are compared with."""
        if across == self._across:
            return
        self._across = across
        tiles = (self.lead, self.cycle, self.throughput, self.wip, self.efficiency, self.against)
        for place, tile in enumerate(tiles):
            self._grid.addWidget(tile, place // across, place % across)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < across))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= 2 * (px(LEAST_TILE) + SPACE_4) + SPACE_3 else 1)

    def show_figures(self, scenario: Scenario, figures: Figures, wip_now: int) -> None:
        """Show `figures` with their units, and what they rest on."""
        unit, n = scenario.time_unit, figures.cycle_time.n
        many = shown(units.MANY[unit]) if n else ""
        done = self.tr("{0} done, {1} open").format(said(n, ","), said(figures.unfinished, ","))
        mean = self.tr("{0} on average")
        lead = mean.format(said_rounded(figures.lead_time.mean)) if n else done
        self.lead.show_value(said_rounded(figures.lead_time.p85), many, lead, done if n else "")
        average = mean.format(said_rounded(figures.cycle_time.mean)) if n else self.tr("none finished yet")
        self.cycle.show_value(said_rounded(figures.cycle_time.p85), many, average)
        throughput = said_rounded(figures.throughput * _scale(figures, unit)) if n else NO_VALUE
        per = shown(units.PER["hour" if _scale(figures, unit) > 1 else unit]) if n else ""
        held = self.tr("over {0}").format(shown(long_time(figures.end - figures.start, unit)))
        self.throughput.show_value(throughput, per, held if n else self.tr("none finished yet"))
        now = shown(counted("{0} cards now", "{0} card now", wip_now))
        self.wip.show_value(said_rounded(figures.wip), self.tr("on average"), now)
        waited = self.tr("the rest is waiting") if figures.flow_efficiency < 0.995 else self.tr("nobody had to wait")
        note = waited if n else self.tr("none finished yet")
        known = isfinite(figures.flow_efficiency)
        if n and not known:
            note = self.tr("days do not tell")
        self.efficiency.show_value(percent(figures.flow_efficiency), "%" if known else "", note)
        self._show_basis(scenario, figures)

    def _show_basis(self, scenario: Scenario, figures: Figures) -> None:
        unit, n = scenario.time_unit, figures.cycle_time.n
        many, window = (
            shown(units.MANY[unit]),
            shown(units.from_to(digits(figures.start, "g"), digits(figures.end, ",.4g"), unit)),
        )
        cards = shown(
            counted(
                "n = {0} finished cards, {1} not finished",
                "n = {0} finished card, {1} not finished",
                n,
                said(n, ","),
                said(figures.unfinished, ","),
            )
        )
        rate = self.tr("cards / {0}").format(shown(units.ONE[unit]))
        for figure, its_unit in (
            (self.lead, many), (self.cycle, many), (self.throughput, rate), (self.wip, self.tr("cards")),
            (self.efficiency, "%"),
        ):  # fmt: skip
            figure.show_basis(self.tr("In {0}; window: {1}; {2}").format(its_unit, window, cards))

    def show_differences(
        self, scenario: Scenario, now: Figures, compared: tuple[PinnedRun, RunView] | None, when: str
    ) -> None:
        """What each figure is more or less than in a pinned run at a moment, `when` in words; nothing without one."""
        self.against.setVisible(compared is not None)
        every = (self.lead, self.cycle, self.throughput, self.wip, self.efficiency)
        if compared is None:
            for figure in every:
                figure.show_difference("", good=None)
            return
        name, run = shown(compared[0].name), compared[1]
        then = figures_of(run.flow, run.staffing)
        self.against.setText(self.tr("Compared with {0} {1}").format(name, when))
        scale = _scale(now, scenario.time_unit)
        better = (False, False, True, False, True)
        pairs = zip(every, _compared(now, scale), _compared(then, scale), better, strict=True)
        for figure, value, before, more_is_better in pairs:
            if not isfinite(value) or not isfinite(before):
                figure.show_difference("", good=None)
                continue
            change = value - before
            same = abs(change) < SAME * max(abs(before), 1e-9)
            text = self.tr("as in {0}") if same else self.tr("{1} {2} vs {0}")
            text = text.format(name, "▲" if change > 0 else "▼", said_rounded(abs(change)))
            figure.show_difference(text, good=None if same else (change > 0) == more_is_better)


def _scale(figures: Figures, unit: TimeUnit) -> float:
    """By what a rate is multiplied to be told in the unit in which people can picture it."""
    return 60.0 if told_per_hour(figures.throughput, unit) else 1.0


def _compared(figures: Figures, scale: float) -> Sequence[float]:
    """The figures in the order in which they are shown, and in the units of their tiles."""
    lead, cycle = figures.lead_time.p85, figures.cycle_time.p85
    return lead, cycle, figures.throughput * scale, figures.wip, 100 * figures.flow_efficiency
