"""Statistics of independent replications: intervals, how many replications are enough, where the warm-up ends.

Sources: Law & Kelton, *Simulation Modeling and Analysis* (intervals, relative precision); Hoad, Robinson & Davies 2010
(sequential stopping with a look-ahead); White 1997 and White & Robinson 2010 (MSER-5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf, isfinite, nan, sqrt
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

ROUNDING: Final = 1e-9
"""Relative to the largest value of a series: what is closer together is equal."""

CONFIDENCE: Final = 0.95
FEW: Final = 10
"""With fewer replications than this the interval of a skewed figure holds the true mean less often than it says."""

SKEWED: Final = 1.0
"""Skewness from which on a figure is called skewed."""

BATCH: Final = 5
"""Values that MSER-5 averages into one."""

BARRED: Final = 5
"""Batches at the end of a series of which MSER-5 chooses none: too few would be left to judge by."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean of `n` independent values with its confidence interval; NaN where `n` does not give one."""

    n: int
    mean: float
    low: float
    high: float
    deviation: float

    @property
    def half_width(self) -> float:
        """Half the length of the interval."""
        return (self.high - self.low) / 2


def student_t(confidence: float, freedom: int) -> float:
    """The two-sided critical value of Student's t with so many degrees of freedom."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, 0.5 + confidence / 2))


def interval_of(values: Sequence[float] | Floats, confidence: float = CONFIDENCE) -> Interval:
    """Mean and Student-t interval of independent values; values that are not defined (NaN) are left out."""
    known = np.asarray(values, dtype=np.float64)
    known = known[np.isfinite(known)]
    n = len(known)
    if n == 0:
        return Interval(0, nan, nan, nan, nan)
    mean = float(known.mean())
    if n == 1:
        return Interval(1, mean, nan, nan, nan)
    deviation = float(known.std(ddof=1))
    half = student_t(confidence, n - 1) * deviation / sqrt(n)
    return Interval(n, mean, mean - half, mean + half, deviation)


def paired_difference(one: Floats, other: Floats, confidence: float = CONFIDENCE) -> Interval:
    """`other` minus `one`, replication by replication, under common random numbers."""
    return interval_of(np.asarray(other, dtype=np.float64) - np.asarray(one, dtype=np.float64), confidence)


def welch_difference(one: Floats, other: Floats, confidence: float = CONFIDENCE) -> Interval:
    """`other` minus `one` as if they were independent (Welch); only to see what pairing saves."""
    first, second = interval_of(one, confidence), interval_of(other, confidence)
    mean = second.mean - first.mean
    if min(first.n, second.n) < 2:
        return Interval(min(first.n, second.n), mean, nan, nan, nan)
    parts = first.deviation**2 / first.n, second.deviation**2 / second.n
    variance = sum(parts)
    if not variance > 0:
        return Interval(min(first.n, second.n), mean, mean, mean, 0.0)
    freedom = variance**2 / (parts[0] ** 2 / (first.n - 1) + parts[1] ** 2 / (second.n - 1))
    half = student_t(confidence, max(int(freedom), 1)) * sqrt(variance)
    return Interval(min(first.n, second.n), mean, mean - half, mean + half, sqrt(variance))


def skewness(values: Floats) -> float:
    """Third standardised moment; 0 where there is no spread."""
    known = values[np.isfinite(values)]
    spread = known.std() if len(known) else 0.0
    return float(((known - known.mean()) ** 3).mean() / spread**3) if spread > 0 else 0.0


def nearest_rank(values: Floats, share: float) -> float:
    """The value that `share` of all are at most, itself one of them: x₍⌈pn⌉₎."""
    known = np.sort(values[np.isfinite(values)])
    return float(known[max(ceil(share * len(known)) - 1, 0)]) if len(known) else nan


# How many replications


def allowed_half_width(mean: float, *, relative: float | None, absolute: float | None) -> float:
    """How wide half an interval may be; a relative error γ of the true mean asks for γ/(1+γ) of the estimated one."""
    if absolute is not None:
        return absolute
    assert relative is not None
    return abs(mean) * relative / (1 + relative)


def replications_needed(values: Floats, *, relative: float | None = None, absolute: float | None = None,
                        confidence: float = CONFIDENCE, most: int = 1_000_000) -> int:  # fmt: skip
    """How many replications in all would be enough, if mean and variance stay what they are in this pilot.

    Law & Kelton: the least n at or above the pilot's for which t(n-1)·√(S²/n) is at most what is allowed; `most` if
    no number is.
    """
    pilot = interval_of(values, confidence)
    allowed = allowed_half_width(pilot.mean, relative=relative, absolute=absolute)
    for n in range(max(pilot.n, 2), most):
        if student_t(confidence, n - 1) * pilot.deviation / sqrt(n) <= allowed:
            return n
    return most


def look_ahead(k: int, replications: int) -> int:
    """How many further replications must stay precise: `k` of the first hundred, in proportion afterwards."""
    return k * max(replications, 100) // 100


class PreciseStretch:
    """From how many replications on a figure is precise, and stays so for as many as the look-ahead asks for.

    It is told the half-widths (in whatever measure) after 1, 2, … replications; None where there is none. `found` is
    the number of replications, or None as long as it is not known.
    """

    def __init__(self, threshold: float, k: int) -> None:
        self.found: int | None = None
        self._threshold, self._k = threshold, k
        self._told = 0
        self._since: int | None = None

    def take(self, deviation: float | None) -> None:
        """The half-width after one more replication."""
        self._told += 1
        if self.found is not None:
            return
        if deviation is None or not deviation <= self._threshold:
            self._since = None
            return
        self._since = self._since or self._told
        if self._told - self._since >= look_ahead(self._k, self._since):
            self.found = self._since


class RunningDeviation:
    """The half-width of the interval after each further value, in terms of what is allowed (1 is just precise)."""

    def __init__(self, *, relative: float | None, absolute: float | None, confidence: float = CONFIDENCE) -> None:
        self._relative, self._absolute, self._confidence = relative, absolute, confidence
        self._n, self._mean, self._squares = 0, 0.0, 0.0
        self.history: list[float | None] = []

    def add(self, value: float) -> None:
        """One more replication (Welford's update, which does not lose digits); one without the figure tells nothing."""
        if not isfinite(value):
            self.history.append(self.history[-1] if self.history else None)
            return
        self._n += 1
        step = value - self._mean
        self._mean += step / self._n
        self._squares += step * (value - self._mean)
        if self._n < 3:
            self.history.append(None)
            return
        half = student_t(self._confidence, self._n - 1) * sqrt(self._squares / (self._n - 1) / self._n)
        allowed = allowed_half_width(self._mean, relative=self._relative, absolute=self._absolute)
        self.history.append(half / allowed if allowed > 0 else (0.0 if half == 0 else inf))


# The warm-up


@dataclass(frozen=True, slots=True)
class Truncation:
    """Where a series is cut: before value `start`; `sound` is False where more than half would go."""

    start: int
    sound: bool


def mser5(series: Sequence[float] | Floats) -> Truncation:
    """MSER-5: cut where the mean of the rest is known best.

    The series is averaged in batches of 5, and of all places to cut the one is chosen at which the variance of the
    rest, divided by its length, is least: Σ(y - ȳ)²/m². The last five batches are barred. A cut in the second half
    says that the series is too short for its warm-up, and is rejected.
    """
    values = np.asarray(series, dtype=np.float64)
    many = len(values) // BATCH
    batches = values[: many * BATCH].reshape(many, BATCH).mean(axis=1)
    if many <= BARRED:
        return Truncation(0, sound=False)
    lengths = np.arange(many, 0, -1, dtype=np.float64)
    scale = float(np.abs(batches).max())
    batches = batches - batches.mean()  # what is summed up stays small, and so does its rounding
    sums = np.cumsum(batches[::-1])[::-1]
    squares = np.cumsum((batches**2)[::-1])[::-1]
    rest = np.maximum(squares - sums**2 / lengths, 0.0)
    rest[rest <= lengths * (ROUNDING * scale) ** 2] = 0.0
    spread = rest / lengths**2
    best = int(np.argmin(spread[: many - BARRED]))
    return Truncation(best * BATCH, sound=best * BATCH <= len(values) / 2)


def survivors_mislead(finished: float, unfinished: float) -> bool:
    """Whether times of finished cards say too little, because many are not in yet: they are the long ones."""
    return isfinite(unfinished) and unfinished > 0.1 * max(finished, 1.0)
