"""How many cards will be finished by when: a fan that goes on from what has been finished so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from flowsim.charts.colours import Theme, between
from flowsim.charts.picture import Axis, Curve, Floats, Label, Picture, Rule, Shape, Steps, Table, Values, staircase
from flowsim.domain import units
from flowsim.domain.phrases import counted, digits, phrase
from flowsim.domain.words import Time, TimeUnit
from flowsim.domain.working_calendar import WorkingCalendar

BANDS: Final = (0.55, 0.42, 0.3, 0.2)
"""How strong the bands of the fan are drawn, the surest first."""

BEFORE: Final = 1.5
"""How much of the past is on view, in lengths of the fan."""

PIXELS: Final = 800


@dataclass(frozen=True, eq=False)
class Fan:
    """What is drawn: what was finished up to `now`, and at each of `times` how many are, by share of the futures.

    `levels` has a row for each of `shares`, the smallest first: in that share of the futures at least so many are
    finished. `upper` is what hardly any future exceeds. `futures` is how many there are (None: their law, worked out
    from throughput alone), `goal` a number of further cards.
    """

    unit: TimeUnit
    now: Time
    finished: Floats
    times: Floats
    shares: Sequence[float]
    levels: Sequence[Floats]
    upper: Floats
    futures: int | None
    goal: int
    calendar: WorkingCalendar | None = None


def picture(fan: Fan, theme: Theme) -> Picture:
    """The cumulative line of what is done, and the fan."""
    done, end = len(fan.finished), float(fan.times[-1])
    start = max(fan.now - BEFORE * (end - fan.now), 0.0)
    foot = float(np.searchsorted(fan.finished, start, side="right"))
    x, y = staircase(fan.finished, start, fan.now, PIXELS)
    shapes: list[Shape] = [Steps(x, y, theme.band_done, base=foot, name=phrase("Done"))]
    edges = np.concatenate(([fan.now], fan.times))
    surest_first = [*fan.levels[::-1], fan.upper]
    for (low, high), part in zip(pairwise(surest_first), BANDS, strict=True):
        shapes.append(Steps(edges, high, between(theme.surface, theme.accent, part), base=low, width=0.0))
    labels = []
    for share, row in zip(fan.shares, fan.levels, strict=True):
        shapes.append(Curve(edges, np.concatenate(([float(done)], row)), theme.accent, width=1.0))
        told = phrase("{0} %: at least {1}", digits(100 * share, "g"), digits(row[-1], ",.0f"))
        labels.append(Label(told, theme.accent, float(row[-1])))
    shapes.append(Rule(float(done + fan.goal), counted("{0} more cards", "{0} more card", fan.goal), theme.quiet))
    top = max(float(fan.upper[-1]), float(done + fan.goal))

    def read_off(time: Time) -> Values:
        if time <= fan.now:
            return [(phrase("Done"), digits(int(np.searchsorted(fan.finished, time, side="right")), ","))]
        place = min(int(np.searchsorted(fan.times, time)), len(fan.times) - 1)
        return [(phrase("{0} % of futures: at least", digits(100 * share, "g")), digits(row[place], ",.0f"))
                for share, row in zip(fan.shares, fan.levels, strict=True)]  # fmt: skip

    def table() -> Table:
        header = ["time", *(f"at least, {100 * share:g} %" for share in fan.shares)]
        columns = (fan.times, *fan.levels)
        return header, [[float(each[place]) for each in columns] for place in range(len(fan.times))]

    dates = None if fan.calendar is None else (fan.calendar, fan.unit)
    return Picture(
        phrase("From now on the lines say how many cards are finished at least, in so many of a hundred futures."),
        phrase("From throughput alone, worked out exactly") if fan.futures is None
        else phrase("{0} futures from the board as it stands", digits(fan.futures, ",")),
        Axis(start, end, units.MANY[fan.unit], one=units.HEAD[fan.unit], dates=dates),
        Axis(foot, top + 0.06 * (top - foot), phrase("cards"), whole=True), tuple(shapes), table,
        labels=tuple(labels), now=end, empty=phrase("The fan is drawn here."), read_off=read_off,
        title=phrase("Finished cards"), name="fan",
    )  # fmt: skip
