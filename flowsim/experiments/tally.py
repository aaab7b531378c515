"""What has come in of an experiment, summed up run by run: memory does not grow with the runs.

Means, spreads and skewness are kept as running moments (Welford; Terriberry for the third), always in the order of the
plan, so that the sums have the same bytes wherever the runs were played.
"""

from math import inf, nan, sqrt
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.experiments.statistics import CONFIDENCE, FEW, SKEWED, Interval, student_t

Floats = npt.NDArray[np.float64]
ENOUGH_TO_TELL: Final = 3
"""Values from which on skewness means anything."""


class Moments:
    """Running moments of several figures at once; a figure that is not defined in a run (NaN) is left out there."""

    def __init__(self, figures: int) -> None:
        self.n = np.zeros(figures)
        self.mean = np.zeros(figures)
        self.lowest = np.full(figures, inf)
        self.highest = np.full(figures, -inf)
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
        self.lowest = np.where(known, np.minimum(self.lowest, values), self.lowest)
        self.highest = np.where(known, np.maximum(self.highest, values), self.highest)

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
