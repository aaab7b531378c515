"""What a chart is asked to show: which part of the run, how finely, in which colours, with which runs behind it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Axis, Curve, Floats, Label, Picture, Shape, Steps, Table, Values
from flowsim.charts.pinned_run import PinnedRun
from flowsim.charts.ticks import LARGEST, SMALLEST, nice_ceiling
from flowsim.charts.timeline_marks import TimelineMarks
from flowsim.domain import units
from flowsim.domain.phrases import Phrase, digits, phrase
from flowsim.domain.words import Time
from flowsim.metrics import Flow, RunView
from flowsim.metrics.curves import Ints, counts, moments_of_change
from flowsim.metrics.occupancy import Tally


@dataclass(frozen=True)
class ChartOptions:
    """What part of a run to draw, and how; `start` and `end` are in time units of the scenario.

    `end` is None for the whole run; the axis then ends at a round number. `pixels` is the width in pixel columns.
    `bottleneck` is the index of the column to highlight. `pins` are runs to compare with, drawn as dashed lines.
    `until` is how far the run has really come: when an earlier moment is drawn, the axis keeps its length.
    `without_done` leaves finished cards out of the cumulative flow diagram. `marks` caches marks between redraws.
    """

    theme: Theme
    start: Time = 0.0
    end: Time | None = None
    pixels: int = 1000
    bottleneck: int | None = None
    pins: tuple[PinnedRun, ...] = ()
    until: Time = 0.0
    without_done: bool = False
    marks: TimelineMarks = field(default_factory=TimelineMarks)

    def within(self, run: RunView) -> tuple[Time, Time]:
        """The part of the run that is drawn: from where to where."""
        end = run.now if self.end is None else min(self.end, run.now)
        return min(self.start, end), end

    def whole(self, run: RunView) -> Time:
        """Where the time axis of the whole run ends, at a round number."""
        return nice_ceiling(max([run.now, self.until, *(pin.run.now for pin in self.pins)]))

    def right(self, run: RunView) -> Time:
        """Where the time axis ends."""
        return self.whole(run) if self.end is None else self.end

    def pins_for(self, run: RunView) -> list[PinnedRun]:
        """The pinned runs that can be compared with `run`: those in the same unit of time."""
        return [pin for pin in self.pins if pin.run.scenario.time_unit == run.scenario.time_unit]

    def end_of_pin(self, run: RunView, pin: PinnedRun) -> Time:
        """Return the time up to which a pinned run is drawn, at least `start` (then nothing of it is drawn)."""
        return max(min(self.right(run), pin.run.now), self.start)

    def column_colours(self, run: RunView) -> list[str]:
        """Colours of the backlog, the columns and Done."""
        return self.theme.band_colours(run.flow.columns, self.bottleneck)


def steps_of(flow: Flow, tallies: Sequence[Tally], start: Time, end: Time, pixels: int) -> tuple[Floats, Ints]:
    """Return the edges (n + 1 times from `start` to `end`) and the counts between them (tallies x n)."""
    moments = moments_of_change(flow, tallies, start, end, pixels)
    return np.append(moments, end), counts(flow, tallies, moments)


def over_time(
    run: RunView, options: ChartOptions, *, reading: str, note: str, y: Axis, shapes: Sequence[Shape],
    table: Callable[[], Table], labels: Sequence[Label] = (), empty: str = "",
    read_off: Callable[[Time], Values] = lambda _: [], describe: Callable[[int], Values] = lambda _: [],
) -> Picture:  # fmt: skip
    """A chart whose x is time; the catalogue marks on it what people did."""
    unit, right, whole = run.scenario.time_unit, options.right(run), options.whole(run)
    calendar = run.scenario.calendar
    as_any = calendar is None or calendar.is_any_calendar(unit)
    name = units.MANY[unit] if as_any else phrase("working {0}", units.MANY[unit])
    dates = None if calendar is None else (calendar, unit)
    x = Axis(options.start, right, name, one=units.HEAD[unit], most=whole, dates=dates)
    return Picture(
        reading, note, _drawable(x), _drawable(y), tuple(map(_finite, shapes)), table, tuple(labels),
        pins=tuple(Label(pin.name, pin.colour, dashed=True) for pin in options.pins_for(run)),
        warm_up=run.scenario.warm_up, now=run.now, empty=empty,
        read_off=read_off, describe=describe,
    )  # fmt: skip


def of_now(picture: Picture, x: Axis) -> Picture:
    """The same, not over time: `x` is something else."""
    return replace(picture, x=_drawable(x), over_time=False)


def _drawable(axis: Axis) -> Axis:
    """The axis, or one with finite ends where numbers of the file lead beyond floating point."""
    low, high = np.clip((axis.low, axis.high), -LARGEST, LARGEST).tolist()
    if not high - low >= SMALLEST:
        high = low + max(1.0, abs(low) * 1e-6)
    most = None if axis.most is None else min(axis.most, LARGEST)
    return (
        axis if (low, high, most) == (axis.low, axis.high, axis.most) else replace(axis, low=low, high=high, most=most)
    )


def _finite(shape: Shape) -> Shape:
    """The shape; a line that leads beyond floating point stays at the edge from there on."""
    if not isinstance(shape, Steps | Curve) or not np.isinf(shape.y).any():
        return shape
    return replace(shape, y=np.clip(shape.y, -LARGEST, LARGEST))


def basis_of(run: RunView) -> Phrase:
    """What durations rest on: the window, how many cards were finished in it, and how many are not yet."""
    flow = run.flow
    n, since = len(flow.cycle_times), run.scenario.warm_up
    window = units.from_to(digits(since, "g"), digits(run.now, ",.4g"), run.scenario.time_unit)
    return phrase("{0} finished, {1} open ({2})", digits(n, ","), digits(flow.unfinished, ","), window)


def columns_of(*parts: Floats | Sequence[Any]) -> list[list[object]]:
    """Rows of a table from its columns."""
    lists = [part.tolist() if isinstance(part, np.ndarray) else list(part) for part in parts]
    return [list(row) for row in zip(*lists, strict=True)]
