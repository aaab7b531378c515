"""How long an experiment goes on, and with which cells: decided after each round of one replication in every cell.

A decision depends on the rounds before it alone, so it is the same however the runs came in.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from flowsim.experiments.plan import Precision
from flowsim.experiments.statistics import PreciseStretch, RunningDeviation

LOOK_AHEAD: int = 5
"""Further replications of each hundred in which a figure must stay precise (Hoad, Robinson & Davies)."""


class Schedule(Protocol):
    """What is played next."""

    @property
    def active(self) -> Sequence[int]:
        """The cells that are still played."""

    @property
    def only_drops(self) -> bool:
        """Whether a cell that rests once is never played again: then rounds ahead can be played."""

    @property
    def at_most(self) -> int:
        """Rounds after which it ends, whatever comes."""

    def goes_on(self, rounds: int) -> bool:
        """Whether there is another round after so many."""

    def take(self, values: Mapping[int, Sequence[float]]) -> None:
        """The figures of one round, by cell, in the order of the plan."""


class FixedSchedule:
    """So many replications of every cell."""

    only_drops = True

    def __init__(self, cells: int, replications: int) -> None:
        self.active = range(cells)
        self.at_most = replications

    def goes_on(self, rounds: int) -> bool:
        """Until all are done."""
        return rounds < self.at_most

    def take(self, values: Mapping[int, Sequence[float]]) -> None:
        """Nothing depends on them."""


class PreciseSchedule:
    """Until a figure is precise in every cell, and would stay so (Hoad, Robinson & Davies 2010).

    `figure` is its place among the figures of a run.
    """

    only_drops = True

    def __init__(self, cells: int, precision: Precision, figure: int, least: int) -> None:
        self.active = range(cells)
        self.at_most = precision.max_replications
        self._stretches = [PreciseStretch(1.0, LOOK_AHEAD) for _ in range(cells)]
        self._figure = figure
        self._least = least
        self._running = [
            RunningDeviation(relative=precision.relative, absolute=precision.absolute) for _ in range(cells)
        ]

    def goes_on(self, rounds: int) -> bool:
        """Until every cell is precise, or it would never end."""
        enough = rounds >= self._least and all(cell is not None for cell in self.precise)
        return rounds < self.at_most and not enough

    def take(self, values: Mapping[int, Sequence[float]]) -> None:
        """One more replication of every cell."""
        for cell, figures in values.items():
            running = self._running[cell]
            running.add(figures[self._figure])
            self._stretches[cell].take(running.history[-1])

    @property
    def precise(self) -> list[int | None]:
        """From how many replications on each cell was precise."""
        return [stretch.found for stretch in self._stretches]
