"""Nearest-rank percentiles of a growing collection of values.

The values are kept in two sorted arrays: most in `_settled`, the latest in `_recent`. `_recent` is merged into
`_settled` when it exceeds a small share of it. A rank is found by bisection over both arrays. Over a whole run, adding
the values costs about as much as sorting them once.
"""

from math import ceil
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]

LEAST_RECENT: Final = 1024
"""So many values may be recent however few are settled."""

RECENT_SHARE: Final = 64
"""At most one value in so many is recent; with fewer they would be merged, which copies all, too often."""


def nearest_rank_of(share: float, count: int) -> int:
    """The nearest rank ⌈p·n⌉ - 1, counted from 0, of the percentile `share` = p among `count` = n >= 1 values.

    A product just above a whole number because of floating-point rounding, such as 0.55 · 100, counts as that number.
    """
    return max(ceil(share * count - 1e-9), 1) - 1


class OrderStatistics:
    """Values in any order, of which ranks are asked for while more come."""

    def __init__(self, values: Floats | None = None) -> None:
        self._settled: Floats = np.zeros(0) if values is None else np.sort(values)
        self._recent: Floats = np.zeros(0)

    def __len__(self) -> int:
        return len(self._settled) + len(self._recent)

    def extend(self, values: Floats) -> None:
        """Take in more values, in any order."""
        if not len(values):
            return
        self._recent = _merged(self._recent, np.sort(values))
        if len(self._recent) > max(LEAST_RECENT, len(self._settled) // RECENT_SHARE):
            self._settled, self._recent = _merged(self._settled, self._recent), np.zeros(0)

    def percentiles(self, shares: tuple[float, ...]) -> tuple[float, ...]:
        """Nearest-rank percentiles, one for each of `shares` (0.85 for 85 %); there must be values."""
        return tuple(self.at(nearest_rank_of(share, len(self))) for share in shares)

    def at(self, rank: int) -> float:
        """The value of this rank, counted from 0."""
        few, many = self._recent, self._settled
        low, high = max(rank + 1 - len(many), 0), min(rank + 1, len(few))
        while low < high:  # how many of the `rank + 1` smallest are among the recent ones
            middle = (low + high) // 2
            if few[middle] < many[rank - middle]:
                low = middle + 1
            else:
                high = middle
        candidates = [part[taken - 1] for part, taken in ((few, low), (many, rank + 1 - low)) if taken > 0]
        return float(max(candidates))

    @property
    def largest(self) -> float:
        """The largest value; there must be values."""
        return float(max(part[-1] for part in (self._settled, self._recent) if len(part)))

    def count_below(self, edges: Floats) -> npt.NDArray[np.intp]:
        """How many values are below each of `edges`."""
        return np.searchsorted(self._settled, edges) + np.searchsorted(self._recent, edges)

    @property
    def values(self) -> Floats:
        """All values, sorted; a copy."""
        return _merged(self._settled, self._recent)


def _merged(one: Floats, other: Floats) -> Floats:
    """Two sorted arrays as one; a stable sort merges two runs in one pass."""
    both = np.concatenate((one, other))
    both.sort(kind="stable")
    return both
