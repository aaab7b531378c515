"""A chart as data: everything that window, file and clipboard draw, and nothing of how.

Shapes are in the chart's own coordinates. What runs over time is reduced to what the pixel columns on view can show
before it gets here, so a picture is small however long the run is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import Time
from flowsim.session.marks import Mark

Floats: TypeAlias = npt.NDArray[np.float64]
Table: TypeAlias = tuple[list[str], list[list[object]]]
Words: TypeAlias = list[tuple[str, str]]


@dataclass(frozen=True)
class Steps:
    """A right-continuous step line: `y[i]` holds from `x[i]` to `x[i + 1]`; x has one more. With `base` an area."""

    x: Floats
    y: Floats
    colour: str
    base: Floats | float | None = None
    width: float = 1.5
    dashed: bool = False


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
    """Points; `hollow` ones are rings."""

    x: Floats
    y: Floats
    colour: str
    radius: float = 2.5
    hollow: bool = False


@dataclass(frozen=True)
class Bars:
    """Rectangles from (x0, y0) to (x1, y1)."""

    x0: Floats
    x1: Floats
    y0: Floats
    y1: Floats
    colour: str


@dataclass(frozen=True)
class Rule:
    """A line across at `y`, with its words at the right end."""

    y: float
    text: str
    colour: str
    dashed: bool = True


@dataclass(frozen=True)
class Caption:
    """A text at a place: centred on x, or to the right of it; above y; in a colour of its own, if it has one."""

    x: float
    y: float
    text: str
    centred: bool = False
    colour: str = ""


Shape: TypeAlias = Steps | Curve | Dots | Bars | Rule | Caption


@dataclass(frozen=True)
class Label:
    """A name beside the chart, at the height of what it names; `y` None: simply in the list."""

    text: str
    colour: str
    y: float | None = None


@dataclass(frozen=True)
class Axis:
    """One axis from `low` to `high`: numbers in `unit`, or `names`, one for each whole number from 0.

    `one` is what stands before a single number of it: "Day".
    """

    low: float
    high: float
    unit: str = ""
    names: tuple[str, ...] = ()
    whole: bool = False
    one: str = ""


@dataclass(frozen=True)
class Picture:
    """One chart.

    `x` is time where `over_time`, with `marks` on it and the warm-up shaded until `warm_up`. `reading` says in one
    sentence how to read it, `note` what it rests on (window, n, how many are unfinished); `read_off` gives the values
    at a moment, as names and values, `table` all its data.
    """

    name: str
    title: str
    reading: str
    note: str
    x: Axis
    y: Axis
    shapes: tuple[Shape, ...]
    table: Callable[[], Table]
    labels: tuple[Label, ...] = ()
    over_time: bool = True
    marks: tuple[Mark, ...] = ()
    warm_up: Time = 0.0
    now: Time = 0.0
    empty: str = ""
    read_off: Callable[[Time], Words] = field(default=lambda _: [])


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
