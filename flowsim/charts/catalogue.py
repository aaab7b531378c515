"""All charts: the one registry for the window, the command line and documents."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from flowsim.charts import (
    aging,
    bottleneck,
    cost_of_delay,
    cumulative_flow,
    cycle_time,
    histogram,
    littles_law,
    queues,
    throughput,
    time_shares,
    waiting,
    work_in_progress,
)
from flowsim.charts.colours import LIGHT
from flowsim.charts.options import ChartOptions
from flowsim.charts.picture import Picture
from flowsim.charts.run_facts import run_facts
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.plan_of_changes import is_planned
from flowsim.metrics import RunView, recently

Maker: TypeAlias = Callable[[RunView, ChartOptions], Picture]


@dataclass(frozen=True)
class ChartSpec:
    """One chart: the `name` by which commands and settings know it, its `title`, a shorter one for its `tab`."""

    name: str
    tab: Phrase
    title: Phrase
    maker: Maker

    def picture(self, run: RunView, options: ChartOptions) -> Picture:
        """The chart of `run` as `options` ask for it."""
        made = self.maker(run, options)
        marks = options.marks.of(run.scenario, _told(run), run) if made.over_time else ()
        return replace(made, name=self.name, title=self.title, facts=run_facts(run), marks=marks)


MOST_PLANNED_MARKS: Final = 12
"""With more changes of the plan than this a chart would be full of them; the timeline has them all."""


def _told(run: RunView) -> Sequence[Intervention]:
    """What was done, as a chart tells it: people's acts, and of the plan what leaves room for them."""
    if not run.scenario.plan or len(run.interventions) <= MOST_PLANNED_MARKS:
        return run.interventions
    by_people = [one for one in run.interventions if not is_planned(run.scenario.plan, one)]
    few = len(run.interventions) - len(by_people) <= MOST_PLANNED_MARKS
    return run.interventions if few else by_people


_SPECS: Final = (
    ChartSpec("flow", phrase("Flow"), phrase("Cumulative flow"), cumulative_flow.picture),
    ChartSpec("cycle-time", phrase("Cycle time"), phrase("Cycle time"), cycle_time.picture),
    ChartSpec("throughput", phrase("Throughput"), phrase("Throughput"), throughput.picture),
    ChartSpec("wip", phrase("WIP"), phrase("Work in progress"), work_in_progress.picture),
    ChartSpec("aging", phrase("Aging"), phrase("Aging"), aging.picture),
    ChartSpec("time", phrase("Where time goes"), phrase("Where time goes"), time_shares.picture),
    ChartSpec("histogram", phrase("Histogram"), phrase("Cycle time histogram"), histogram.picture),
    ChartSpec("queues", phrase("Queues"), phrase("Queues"), queues.picture),
    ChartSpec("waits", phrase("Waiting"), phrase("Waiting by cause"), waiting.picture),
    ChartSpec("bottleneck", phrase("Bottleneck"), phrase("Bottleneck"), bottleneck.picture),
    ChartSpec("cost", phrase("Cost of delay"), phrase("Cost of delay"), cost_of_delay.picture),
    ChartSpec("little", phrase("Little's law"), phrase("Little's law"), littles_law.picture),
)

CHARTS: Final[Mapping[str, ChartSpec]] = {spec.name: spec for spec in _SPECS}
"""Every chart by its name, the most used first."""


PAPER_PIXELS: Final = 1920
"""Pixel columns for which a chart on paper is reduced."""


def paper_picture(name: str, run: RunView) -> Picture:
    """A chart of the whole run in print colours, with the bottleneck of that moment."""
    _, narrowest = recently(run.flow, run.staffing)
    column = None if narrowest is None else narrowest.column
    return CHARTS[name].picture(run, ChartOptions(LIGHT, pixels=PAPER_PIXELS, bottleneck=column))


def every_picture(run: RunView, options: ChartOptions, otherwise: str) -> Iterator[Picture]:
    """All charts that have something to show, made one after the other; the one called `otherwise` if none has."""
    nothing = True
    for spec in CHARTS.values():
        picture = spec.picture(run, options)
        if picture.has_something:
            nothing = False
            yield picture
    if nothing:
        yield CHARTS[otherwise].picture(run, options)
