"""A chart as data: everything that the window, a file and the clipboard show, and nothing of how.

Shapes are in the chart's own coordinates. What runs over time is reduced to what the pixel columns on view can show
before it gets here, so a picture is small however long the run is; only dots come whole, and whoever draws them keeps
count of those that were there before (`Dots.grows`).
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.charts.timeline_marks import Mark
from flowsim.domain.words import Time

Floats: TypeAlias = npt.NDArray[np.float64]
CardNumbers: TypeAlias = npt.NDArray[np.int32]
Table: TypeAlias = tuple[list[str], list[list[object]]]
Values: TypeAlias = list[tuple[str, str]]
"""Names and values, as they are read."""


@dataclass(frozen=True)
class Steps:
    """A right-continuous step line: `y[i]` holds from `x[i]` to `x[i + 1]`; x has one more. With `base` an area.

    `name` is what it is called when somebody points at it.
    """

    x: Floats
    y: Floats
    colour: str
    base: Floats | float | None = None
    width: float = 1.5
    dashed: bool = False
    name: str = ""


@dataclass(frozen=True)
class Curve:
    """Points joined by straight lines; NaN breaks it."""

    x: Floats
    y: Floats
    colour: str
    width: float = 2.0
    dashed: bool = False


@dataclass(frozen=True)
class Dots:
    """Points; `hollow` ones are rings. With `cards` each is one card, and can be pointed at and opened.

    Two shapes with the same `grows` (None: none has) are the same list at two times: the later only goes on.
    """

    x: Floats
    y: Floats
    colour: str
    radius: float = 2.5
    hollow: bool = False
    cards: CardNumbers | None = None
    grows: Hashable | None = None


@dataclass(frozen=True)
class Bars:
    """Rectangles from (x0, y0) to (x1, y1); `name` is what they are called when somebody points at one."""

    x0: Floats
    x1: Floats
    y0: Floats
    y1: Floats
    colour: str
    name: str = ""


@dataclass(frozen=True)
class Rule:
    """A line across at `y`; its text stands beside the chart, at that height."""

    y: float
    text: str
    colour: str
    dashed: bool = True


@dataclass(frozen=True)
class Upright:
    """A line upright at `x`, up to the height `top`, with its text at the upper end."""

    x: float
    top: float
    text: str
    colour: str


@dataclass(frozen=True)
class Caption:
    """A text at a place, to the right of x, at half its height at y; in a colour of its own, if it has one."""

    x: float
    y: float
    text: str
    colour: str = ""


Shape: TypeAlias = Steps | Curve | Dots | Bars | Rule | Upright | Caption


@dataclass(frozen=True)
class Label:
    """A name with its colour: beside the chart at the height `y` of what it names, or without one above the chart.

    What it names may reach from `band[0]` to `band[1]`: where a part of that is on view, the name is beside the part.
    `dashed` ones name a dashed line.
    """

    text: str
    colour: str
    y: float | None = None
    dashed: bool = False
    band: tuple[float, float] | None = None


@dataclass(frozen=True)
class Axis:
    """One axis from `low` to `high`: numbers in `unit`, or `names`, one for each whole number from 0.

    `one` is what stands before a single number of it: "Day". `most` is how far it goes where a part is on view.
    """

    low: float
    high: float
    unit: str = ""
    names: tuple[str, ...] = ()
    whole: bool = False
    one: str = ""
    most: float | None = None

    @property
    def end(self) -> float:
        """How far it can be moved."""
        return self.high if self.most is None else self.most


@dataclass(frozen=True)
class Picture:
    """One chart.

    `x` is time where `over_time`, with `marks` on it and the warm-up shaded until `warm_up`. `reading` says in one
    sentence how to read it, `note` what it rests on (window, n, how many are unfinished), `facts` which run it is:
    seed, moment, limits. `read_off` gives the values at a moment, `describe` what a card is when somebody points at
    its dot, `table` all data. `empty` is what stands in place of a chart without shapes.
    """

    reading: str
    note: str
    x: Axis
    y: Axis
    shapes: tuple[Shape, ...]
    table: Callable[[], Table]
    labels: tuple[Label, ...] = ()
    pins: tuple[Label, ...] = ()
    over_time: bool = True
    marks: tuple[Mark, ...] = ()
    warm_up: Time = 0.0
    now: Time = 0.0
    empty: str = ""
    read_off: Callable[[Time], Values] = field(default=lambda _: [])
    describe: Callable[[int], Values] = field(default=lambda _: [])
    name: str = ""
    title: str = ""
    facts: str = ""

    @property
    def has_something(self) -> bool:
        """Whether there is anything to draw; else `empty` says what will be here."""
        return self.now > 0 and bool(self.shapes)


def staircase(times: Floats, start: Time, end: Time, pixels: int) -> tuple[Floats, Floats]:
    """A line that rises by one at each of `times`, as `Steps` from `start` to `end`: edges, and the count from each on.

    With fewer steps than pixels every step is exact; with more, the line is read at the edge of every pixel column,
    which is all that a screen can show of it.
    """
    first, last = np.searchsorted(times, (start, end), side="right")
    moments = times[first:last] if last - first <= pixels else np.linspace(start, end, pixels + 1)[1:]
    edges = np.concatenate(([start], moments))
    values = np.searchsorted(times, edges, side="right").astype(np.float64)
    return np.append(edges, end), values


def spread(wanted: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Places near `wanted` (ascending), at least `least` apart, kept between `low` and `high` where they fit."""
    places: list[float] = []
    for place in wanted:
        places.append(max(place, places[-1] + least) if places else max(place, low))
    overshoot = high
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], overshoot)
        overshoot = places[index] - least
    return places
