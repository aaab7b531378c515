"""What a chart is asked to show: which part of the run, how finely, in which colours, with which runs behind it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from flowsim.domain import units
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.words import Time
from flowsim.metrics import Flow
from flowsim.metrics.curves import Ints, counts, moments_of_change
from flowsim.metrics.occupancy import Tally
from flowsim.session.marks import marks_of
from flowsim.session.moment import Moment
from flowsim.session.pins import Pin
from flowsim.ui.charts.picture import Axis, Floats, Label, Picture, Shape, Table, Words
from flowsim.ui.palette import Theme
from flowsim.ui.scales import nice_ceiling


@dataclass(frozen=True)
class Look:
    """From `start` to `end` (None: the whole run, up to a round number), in so many `pixels` across.

    `bottleneck` is the column to be drawn as such, `pins` are the runs to be drawn as ghosts. `until` is how far the
    run has come, if an earlier moment of it is drawn: the axis keeps its length.
    """

    theme: Theme
    start: Time = 0.0
    end: Time | None = None
    pixels: int = 1000
    bottleneck: int | None = None
    pins: tuple[Pin, ...] = ()
    until: Time = 0.0

    def within(self, moment: Moment) -> tuple[Time, Time]:
        """The part of the run that is drawn: from where to where."""
        end = moment.now if self.end is None else min(self.end, moment.now)
        return min(self.start, end), end

    def right(self, moment: Moment) -> Time:
        """Where the time axis ends."""
        latest = max([moment.now, self.until, *(pin.moment.now for pin in self.pins)])
        return nice_ceiling(latest) if self.end is None else self.end

    def ghosts(self, moment: Moment) -> list[Pin]:
        """The pinned runs that can be compared with `moment`: those in the same unit of time."""
        return [pin for pin in self.pins if pin.moment.scenario.time_unit == moment.scenario.time_unit]

    def of_pin(self, moment: Moment, pin: Pin) -> Time:
        """Until when a pinned run is drawn; nothing of it, if that is not after `start`."""
        return max(min(self.right(moment), pin.moment.now), self.start)

    def column_colours(self, moment: Moment) -> list[str]:
        """Colours of the backlog, the columns and Done."""
        return self.theme.band_colours(moment.flow.columns, self.bottleneck)


def steps_of(flow: Flow, tallies: Sequence[Tally], start: Time, end: Time, pixels: int) -> tuple[Floats, Ints]:
    """How many cards each of `tallies` counts from `start` to `end`: edges, and tallies x counts between them."""
    moments = moments_of_change(flow, tallies, start, end, pixels)
    return np.append(moments, end), counts(flow, tallies, moments)


def over_time(
    moment: Moment, look: Look, *, name: str, title: str, reading: str, note: str, y: Axis,
    shapes: Sequence[Shape], table: Callable[[], Table], labels: Sequence[Label] = (), empty: str = "",
    read_off: Callable[[Time], Words] = lambda _: [],
) -> Picture:  # fmt: skip
    """A chart whose x is time, with what people did marked on it."""
    unit = moment.scenario.time_unit
    x = Axis(look.start, look.right(moment), units.MANY[unit], one=units.HEAD[unit])
    return Picture(
        name, title, reading, note, x, y, tuple(shapes), table, tuple(labels),
        marks=marks_of(moment.scenario, moment.interventions), warm_up=moment.scenario.warm_up, now=moment.now,
        empty=empty, read_off=read_off,
    )  # fmt: skip


def of_now(picture: Picture, x: Axis) -> Picture:
    """The same, not over time: `x` is something else."""
    return replace(picture, x=x, over_time=False)


def counted(moment: Moment) -> Phrase:
    """What durations rest on: the window, how many cards were finished in it, and how many are not yet."""
    flow = moment.flow
    n, since = len(flow.cycle_times), moment.scenario.warm_up
    window = units.from_to(f"{since:g}", f"{moment.now:,.4g}", moment.scenario.time_unit)
    return phrase("{0} finished, {1} not ({2})", f"{n:,}", f"{flow.unfinished:,}", window)


def columns_of(*parts: Floats | Sequence[Any]) -> list[list[object]]:
    """Rows of a table from its columns."""
    lists = [part.tolist() if isinstance(part, np.ndarray) else list(part) for part in parts]
    return [list(row) for row in zip(*lists, strict=True)]
