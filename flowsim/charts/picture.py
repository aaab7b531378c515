"""A chart as data: what the window, a file and the clipboard show, but not how it is drawn.

Shapes use the chart's own coordinates (for most charts, x in time units of the scenario). Lines over time are reduced
to the number of pixel columns before they get here, so a picture stays small however long the run is. Dots are the
exception: they are never reduced. `Dots.grows` lets the drawing code process only the new ones.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.charts.timeline_marks import Mark
from flowsim.domain.words import Time, TimeUnit
from flowsim.domain.working_calendar import WorkingCalendar

Floats: TypeAlias = npt.NDArray[np.float64]
CardNumbers: TypeAlias = npt.NDArray[np.int32]
Table: TypeAlias = tuple[list[str], list[list[object]]]
Values: TypeAlias = list[tuple[str, str]]
"""Names and values, as they are read."""


@dataclass(frozen=True)
class Steps:
    """A right-continuous step line: `y[i]` holds from `x[i]` to `x[i + 1]`.

    `x` has one element more than `y`. With a `base` (one number, or one value per step) the area between `base` and
    `y` is filled. `width` is in pixels. `name` is shown when the mouse points at the shape.
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
    """Points, drawn as discs, or as rings if `hollow`; `radius` is in pixels.

    `cards`, if given, has the card of each point, which the mouse can then point at and open. `grows` is a key of an
    append-only list, in ascending order of x: two shapes with the same key show the same list, the later one with
    possibly more points at its end. None: nothing is known about earlier shapes.
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
    """A text inside the chart: left-aligned at `x`, vertically centred at `y`; no `colour` means the theme's text."""

    x: float
    y: float
    text: str
    colour: str = ""


Shape: TypeAlias = Steps | Curve | Dots | Bars | Rule | Upright | Caption


@dataclass(frozen=True)
class Label:
    """A legend entry: in the right margin at height `y`, or above the chart if `y` is None.

    `band` is the range in y of the area it names. If only a part of that area is on view, the name is placed beside
    that part. `dashed`: the entry names a dashed line.
    """

    text: str
    colour: str
    y: float | None = None
    dashed: bool = False
    band: tuple[float, float] | None = None


@dataclass(frozen=True)
class Axis:
    """One axis from `low` to `high`: either numbers in `unit`, or `names`, one for each whole number from 0.

    `whole`: ticks are whole numbers only. `one` is the word before a single value, such as "Day" in "Day 42". `most`
    is the end of the whole axis when `low` to `high` is only a part of it; None if nothing lies beyond `high`.
    With `dates` the numbers are times of a board with a calendar, and are told by their dates.
    """

    low: float
    high: float
    unit: str = ""
    names: tuple[str, ...] = ()
    whole: bool = False
    one: str = ""
    most: float | None = None
    dates: tuple[WorkingCalendar, TimeUnit] | None = None

    @property
    def end(self) -> float:
        """The largest value to which the view can be moved along this axis."""
        return self.high if self.most is None else self.most


@dataclass(frozen=True)
class Picture:
    """One chart.

    If `over_time`, x is time, `marks` lie on it, and the warm-up is shaded from 0 to `warm_up`. All times are in time
    units of the scenario. Texts: `reading` says how to read the chart, `note` what data it is based on (window, n,
    number of unfinished cards), `facts` which run it shows (seed, moment, limits), and `empty` is shown instead of
    the chart when there are no shapes. Callables: `read_off` takes a time and returns the values there, `describe`
    takes a card and returns what its dot tells, `table` returns all data as header and rows.
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
    """Return x and y of `Steps` for a count that rises by one at each of `times` (ascending), from `start` to `end`.

    x has one element more than y. With at most `pixels` steps every step is exact. With more, the count is sampled at
    the edges of the pixel columns, which is all that a screen can show.
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
