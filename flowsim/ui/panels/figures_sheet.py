"""The four large figures of a run, and what they are more or less than in a pinned one."""

from math import isfinite, nan

from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from flowsim.domain import units
from flowsim.domain.phrases import counted
from flowsim.domain.scenario import Scenario
from flowsim.metrics import Figures
from flowsim.ui.panels.figure_tile import FigureTile
from flowsim.ui.style.theme import SPACE_3, SPACE_4
from flowsim.ui.text.language import shown
from flowsim.ui.text.number_format import NO_VALUE, percent, rate, rounded, short_time


class FiguresSheet(QFrame):
    """Cycle time, throughput, work in progress and flow efficiency, large enough for the back of a room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._cycle = FigureTile(
            self.tr("Cycle time, 85 %"),
            self.tr("85 % of the finished cards took this long or less from entering the first column to Done"),
        )
        self._throughput = FigureTile(
            self.tr("Throughput"), self.tr("Finished cards per time unit, over the run after its warm-up")
        )
        self._wip = FigureTile(
            self.tr("Work in progress"), self.tr("Cards started and not finished: now, and on average over the run")
        )
        self._efficiency = FigureTile(
            self.tr("Flow efficiency"),
            self.tr("Share of the finished cards' cycle time in which somebody worked on them; the rest was waiting"),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_3)
        for place, figure in enumerate((self._cycle, self._throughput, self._wip, self._efficiency)):
            grid.addWidget(figure, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)

    def show_figures(self, scenario: Scenario, figures: Figures, wip_now: int) -> None:
        """Show `figures` with their units, and what they rest on."""
        unit = scenario.time_unit
        n, many = figures.cycle_time.n, shown(units.MANY[unit])
        self._cycle.show_value(
            rounded(figures.cycle_time.p85),
            many if n else "",
            self.tr("{0} done, {1} not").format(f"{n:,}", f"{figures.unfinished:,}"),
        )
        mean_lead = shown(short_time(figures.lead_time.mean, unit)) if figures.finished else NO_VALUE
        throughput, per = rate(figures.throughput, unit) if figures.finished else (NO_VALUE, "")
        self._throughput.show_value(
            throughput,
            shown(per),
            self.tr("lead time {0}").format(mean_lead) if figures.finished else self.tr("none finished yet"),
        )
        self._wip.show_value(
            f"{wip_now:,}",
            shown(counted("cards", "card", wip_now)),
            self.tr("{0} on average").format(rounded(figures.wip)),
        )
        waited = self.tr("the rest is waiting") if figures.flow_efficiency < 0.995 else self.tr("nobody had to wait")
        note = waited if n else self.tr("none finished yet")
        window = shown(units.from_to(f"{figures.start:g}", f"{figures.end:,.4g}", unit))
        cards = shown(
            counted(
                "n = {0} finished cards, {1} not finished",
                "n = {0} finished card, {1} not finished",
                n,
                f"{n:,}",
                f"{figures.unfinished:,}",
            )
        )
        for figure, its_unit in (
            (self._cycle, many), (self._throughput, self.tr("cards / {0}").format(shown(units.ONE[unit]))),
            (self._wip, self.tr("cards")), (self._efficiency, "%"),
        ):  # fmt: skip
            figure.show_basis(self.tr("In {0}; window: {1}; {2}").format(its_unit, window, cards))
        self._efficiency.show_value(percent(figures.flow_efficiency), "%" if n else "", note)

    def show_differences(self, name: str | None, now: Figures, then: Figures | None) -> None:
        """What each figure is more or less than in the run pinned as `name`; nothing if there is none."""
        every = (self._cycle, self._throughput, self._wip, self._efficiency)
        befores = (nan,) * 4 if then is None else _compared(then)
        better = (False, True, False, True)
        for figure, value, before, more_is_better in zip(every, _compared(now), befores, better, strict=True):
            if not isfinite(value) or not isfinite(before):
                figure.show_difference("", good=None)
                continue
            change = value - before
            same = abs(change) < 0.005 * max(abs(before), 1e-9)
            sign = "▲" if change > 0 else "▼"
            text = self.tr("as in {0}") if same else self.tr("{1} {2} vs {0}")
            text = text.format(shown(name or ""), sign, rounded(abs(change)))
            figure.show_difference(text, good=None if same else (change > 0) == more_is_better)


def _compared(figures: Figures) -> tuple[float, ...]:
    """The four figures in the order in which they are shown."""
    return figures.cycle_time.p85, figures.throughput, figures.wip, 100 * figures.flow_efficiency
