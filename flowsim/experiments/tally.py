"""What has come in of an experiment, summed up run by run: memory does not grow with the runs.

Means, spreads and skewness are kept as running moments (Welford; Terriberry for the third), always in the order of the
plan, so that the sums have the same bytes wherever the runs were played.
"""

from math import nan, sqrt
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.experiments.statistics import CONFIDENCE, FEW, SKEWED, Interval, nearest_rank, student_t

Floats = npt.NDArray[np.float64]
MOST_POOLED: Final = 2_000_000
"""Cards whose times are kept, 16 MB a setting."""

ENOUGH_TO_TELL: Final = 3
"""Values from which on skewness means anything."""


class Pooled:
    """The times of all finished cards of all runs together, for their percentiles; so many at most that memory is flat.

    Beyond that, or where one run does not tell them (it was played before this program began), nothing is known.
    """

    def __init__(self) -> None:
        self._parts: list[Floats] = []
        self.n = 0
        self._whole = True

    def add(self, durations: Floats | None) -> None:
        """Those of one more run."""
        if durations is None or self.n + len(durations) > MOST_POOLED:
            self._whole = False
            self._parts = []
        if not self._whole or durations is None:
            return
        self._parts.append(durations)
        self.n += len(durations)

    def percentile(self, share: float) -> float:
        """The value that this share of all cards are at most (nearest rank); NaN where it is not known."""
        return nearest_rank(np.concatenate(self._parts), share) if self._whole and self.n else nan


class Moments:
    """Running moments of several figures at once; a figure that is not defined in a run (NaN) is left out there."""

    def __init__(self, figures: int) -> None:
        self.n = np.zeros(figures)
        self.mean = np.zeros(figures)
        self._second = np.zeros(figures)
        self._third = np.zeros(figures)

    def add(self, values: Floats) -> None:
        """One more run."""
        known = np.isfinite(values)
        step = np.where(known, values - self.mean, 0.0)
        n = self.n + known
        share = step / np.maximum(n, 1)
        term = step * share * self.n
        self._third += term * share * (n - 2) - 3 * share * self._second
        self._second += term
        self.mean += share
        self.n = n

    def interval(self, figure: int, confidence: float = CONFIDENCE) -> Interval:
        """Mean and Student-t interval of one figure."""
        n = int(self.n[figure])
        if n == 0:
            return Interval(0, nan, nan, nan, nan)
        mean = float(self.mean[figure])
        if n == 1:
            return Interval(1, mean, nan, nan, nan)
        deviation = sqrt(max(float(self._second[figure]), 0.0) / (n - 1))
        half = student_t(confidence, n - 1) * deviation / sqrt(n)
        return Interval(n, mean, mean - half, mean + half, deviation)

    def skewness(self, figure: int) -> float:
        """Third standardised moment; 0 where there is no spread."""
        n, second = float(self.n[figure]), float(self._second[figure])
        if n < ENOUGH_TO_TELL or second <= 0:
            return 0.0
        return float(sqrt(n) * self._third[figure] / second**1.5)

    def too_few(self, figure: int) -> bool:
        """Whether the interval says more than it knows: few runs of a figure with a long tail."""
        return 1 < self.n[figure] < FEW and abs(self.skewness(figure)) > SKEWED
