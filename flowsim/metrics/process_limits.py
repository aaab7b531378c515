"""Natural process limits of a run chart: what a process varies by when nothing special happens.

XmR charts as D. J. Wheeler describes them ("Understanding Variation", 1993); the limits are those of the chart for
individuals in the NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2.1.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Mask: TypeAlias = npt.NDArray[np.bool_]

D2: Final = 1.128
"""Mean range of two values in units of their standard deviation, as tables of control charts give it."""

LEAST_VALUES: Final = 6
"""Fewer values say nothing about limits."""


@dataclass(frozen=True)
class ProcessLimits:
    """Mean of the values, mean moving range, and the natural process limits: mean ± 3 · range / 1.128, not below 0.

    Masks over the values say what breaks them: `outside` the limits; `near`, three of four successive values nearer to
    a limit than to the mean; `runs`, eight successive values on one side of the mean.
    """

    mean: float
    mean_range: float
    lower: float
    upper: float
    outside: Mask
    near: Mask
    runs: Mask

    @property
    def signals(self) -> Mask:
        """Values that something special has to do with."""
        return self.outside | self.near | self.runs

    @classmethod
    def of(cls, values: Floats, grain: float = 0.0) -> "ProcessLimits | None":
        """The limits of successive `values`; None if there are too few.

        Values that can differ by no less than `grain` (counts: 1) lie on the mean where they are nearest to it: a
        process that gives 4 again and again, and once 3, is not on one side of its mean of 3.9.
        """
        if len(values) < LEAST_VALUES:
            return None
        mean, mean_range = float(values.mean()), float(np.abs(np.diff(values)).mean())
        reach = 3 * mean_range / D2
        lower, upper = max(mean - reach, 0.0), mean + reach
        side = np.where(np.abs(values - mean) < grain / 2, 0.0, np.sign(values - mean))
        far = np.where(side > 0, values > (mean + upper) / 2, values < (mean + lower) / 2)
        outside = (values > upper) | (values < lower)
        near = _many_of((side > 0) & far, 3, 4) | _many_of((side < 0) & far, 3, 4)
        runs = _many_of(side > 0, 8, 8) | _many_of(side < 0, 8, 8)
        return cls(mean, mean_range, lower, upper, outside, near, runs)


def _many_of(marked: Mask, least: int, among: int) -> Mask:
    """Those marked values that stand among `among` successive ones of which at least `least` are marked."""
    found = np.zeros(len(marked), dtype=np.bool_)
    for start in range(len(marked) - among + 1):
        window = slice(start, start + among)
        if marked[window].sum() >= least:
            found[window] |= marked[window]
    return found
