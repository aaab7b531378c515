"""How many cards will be finished by when: a fan that goes on from what has been finished so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from flowsim.charts.colours import Theme, between
from flowsim.charts.picture import Axis, Curve, Floats, Label, Picture, Rule, Shape, Steps, Table, Values, staircase
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time, TimeUnit

SHARES: Final = (0.5, 0.7, 0.85, 0.95)
"""Shares of the futures in which at least so many are finished."""

PIXELS: Final = 800


@dataclass(frozen=True, eq=False)
class Fan:
    """What is drawn: what was finished up to `now`, and at each of `times` how many are, by share of the futures.

    `levels` has a row for each of `SHARES`: in that share of the futures at least so many are finished. `upper` is
    what hardly any future exceeds. `futures` is how many there are, `goal` a number of further cards.
    """

    unit: TimeUnit
    now: Time
    finished: Floats
    times: Floats
    levels: Floats
    upper: Floats
    futures: int
    goal: int | None = None


def picture(fan: Fan, theme: Theme) -> Picture:
    """The cumulative line of what is done, and the fan."""
    done = len(fan.finished)
    x, y = staircase(fan.finished, 0.0, max(fan.now, 1e-9), PIXELS)
    shapes: list[Shape] = [Steps(x, y, theme.band_done, base=0.0, name=phrase("Done"))]
    top, labels = float(done), []
    if len(fan.times):
        rows = [*fan.levels[::-1], fan.upper]  # from the surest to the least sure
        shades = [between(theme.surface, theme.accent, part) for part in (0.55, 0.42, 0.3, 0.2)]
        edges = np.concatenate(([fan.now], fan.times))
        for number, (low, high) in enumerate(pairwise(rows)):
            shapes.append(Steps(edges, high, shades[min(number, 3)], base=low, width=0.0))
        for share, row in zip(SHARES, fan.levels, strict=True):
            line = np.concatenate(([float(done)], row))
            shapes.append(Curve(edges, line, theme.accent, width=2.0 if share == 0.85 else 1.0))
            labels.append(Label(phrase("{0} %: at least {1}", f"{100 * share:g}", f"{row[-1]:,.0f}"), theme.accent,
                                float(row[-1])))  # fmt: skip
        top = float(max(rows[-1].max(), top))
    end = float(fan.times[-1]) if len(fan.times) else max(fan.now, 1.0)
    if fan.goal is not None:
        level = float(done + fan.goal)
        shapes.append(Rule(level, phrase("{0} more", f"{fan.goal:,}"), theme.quiet))
        top = max(top, level)

    def read_off(time: Time) -> Values:
        if time <= fan.now or not len(fan.times):
            return [(phrase("Done"), f"{int(np.searchsorted(fan.finished, time, side='right')):,}")]
        place = min(int(np.searchsorted(fan.times, time)), len(fan.times) - 1)
        return [(phrase("{0} % of futures: at least", f"{100 * share:g}"), f"{row[place]:,.0f}")
                for share, row in zip(SHARES, fan.levels, strict=True)]  # fmt: skip

    def table() -> Table:
        header = ["time", *(f"at least, {100 * share:g} %" for share in SHARES)]
        return header, [[float(time), *map(float, fan.levels[:, place])] for place, time in enumerate(fan.times)]

    return Picture(
        phrase("From now on the lines say how many cards are finished at least, in 50, 70, 85 and 95 % of futures."),
        phrase("{0} futures from the board as it stands", f"{fan.futures:,}"),
        Axis(0.0, end, units.MANY[fan.unit], one=units.HEAD[fan.unit]),
        Axis(0.0, nice_ceiling(max(1.05 * top, 4.0)), phrase("cards"), whole=True), tuple(shapes), table,
        labels=tuple(labels), now=end, empty=phrase("The fan is drawn here."), read_off=read_off,
        title=phrase("Finished cards"), name="fan",
    )  # fmt: skip


def levels_of(counts: Floats, shares: Sequence[float] = SHARES) -> Floats:
    """At each time (column of `counts`, futures x times) what at least that share of the futures has finished."""
    ordered = np.sort(counts, axis=0)
    ranks = [len(ordered) - int(np.ceil(share * len(ordered) - 1e-9)) for share in shares]
    levels: Floats = ordered[np.clip(ranks, 0, len(ordered) - 1)]
    return levels
