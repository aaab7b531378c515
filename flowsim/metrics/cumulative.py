"""The cumulative flow diagram: how many cards have ever reached each line, as exact steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import Time
from flowsim.metrics.flow import Flow

Floats: TypeAlias = npt.NDArray[np.float64]
Counts: TypeAlias = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class CumulativeFlow:
    """Lines of a diagram, from the top: the backlog (arrivals), each column, Done.

    `times[k]`, sorted, tells when line k rose by one; a line counts cards that have ever entered its column or a
    later one (Vacanti), so it never falls, also when cards are moved back. Steps are right-continuous.
    """

    times: tuple[Floats, ...]
    now: Time

    @classmethod
    def of(cls, flow: Flow) -> "CumulativeFlow":
        """The lines of `flow`; views, valid until it reads more."""
        return cls(tuple(flow.lines), flow.now)

    def counts(self, at: Floats) -> Counts:
        """How many cards each line counts at the moments `at`: shape lines x moments."""
        return np.stack([np.searchsorted(times, at, side="right") for times in self.times])

    def as_table(self, titles: Sequence[str]) -> tuple[list[str], list[list[float]]]:
        """Header and rows of the diagram's data: a row for 0, for every moment at which a line rises, and for `now`.

        `titles` are those of the columns.
        """
        moments = np.unique(np.concatenate([np.array([0.0, self.now]), *self.times]))
        counts = self.counts(moments).T.tolist()
        header = ["time", "arrived", *titles, "finished"]
        return header, [[time, *row] for time, row in zip(moments.tolist(), counts, strict=True)]
