"""A cumulative flow diagram as data: everything that window, file and clipboard draw, and nothing of how."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.interventions import Intervention
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.metrics import CumulativeFlow, Flow
from flowsim.session.marks import Mark, marks_of
from flowsim.ui.theme import Theme

Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Band:
    """One band: from its line down to the next one."""

    title: str
    colour: str
    times: Floats


@dataclass(frozen=True)
class FlowPicture:
    """The diagram of one run up to `now`, bands from the top down."""

    title: str
    unit: str
    now: Time
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]

    @classmethod
    def of(
        cls, scenario: Scenario, flow: Flow, interventions: Sequence[Intervention], theme: Theme, bottleneck: int | None
    ) -> "FlowPicture":
        """The diagram of what `flow` has read."""
        lines = CumulativeFlow.of(flow)
        titles = ["Backlog", *(column.title for column in scenario.columns), "Done"]
        colours = theme.band_colours(len(scenario.columns), bottleneck)
        bands = tuple(map(Band, titles, colours, lines.times))
        return cls(scenario.name, f"{scenario.time_unit}s", flow.now, bands, marks_of(scenario, interventions))

    @property
    def top(self) -> int:
        """The highest count: everything that has arrived."""
        return len(self.bands[0].times)

    def counts_at(self, time: Time) -> list[int]:
        """How many cards each line counts at `time`."""
        return [int(np.searchsorted(band.times, time, side="right")) for band in self.bands]


def staircase(times: Floats, start: Time, end: Time, pixels: int) -> tuple[Floats, Floats]:
    """Corners of a right-continuous step line from `start` to `end`, no more of them than `pixels` can show.

    With fewer steps than pixels every step is exact; with more, the line is read at the edge of every pixel column,
    which is all that a screen can show of it.
    """
    first, last = np.searchsorted(times, (start, end), side="right")
    moments = times[first:last] if last - first <= pixels else np.linspace(start, end, pixels + 1)[1:]
    counts = np.searchsorted(times, moments, side="right").astype(np.float64)
    x = np.empty(2 * len(moments) + 2)
    y = np.empty_like(x)
    x[0], x[-1] = start, end
    y[0] = first
    x[1:-1:2] = x[2:-1:2] = moments
    y[1:-1:2] = np.concatenate(([float(first)], counts[:-1])) if len(moments) else []
    y[2:-1:2] = counts
    y[-1] = counts[-1] if len(moments) else first
    return x, y


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
