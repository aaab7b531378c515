"""Probability distributions of durations.

Each record has a `kind` and its parameters, with durations in the scenario's time unit, and computes its `mean` and
`cv` (coefficient of variation: standard deviation divided by mean, 0 where the mean is 0). Random numbers are drawn in
`flowsim.engine.streams`.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Literal, TypeAlias

from annotated_types import Ge, MaxLen, MinLen

from flowsim.domain.constraints import FILE_RECORD, NonNegative, OneOf, Positive, Variation


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant:
    """Always the same duration."""

    __pydantic_config__ = FILE_RECORD
    value: NonNegative
    kind: Literal["constant"] = "constant"

    @property
    def mean(self) -> float:
        """The duration itself."""
        return self.value

    @property
    def cv(self) -> float:
        """No variation."""
        return 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Uniform:
    """Every duration from `low` to `high` is equally likely."""

    __pydantic_config__ = FILE_RECORD
    low: NonNegative
    high: NonNegative
    kind: Literal["uniform"] = "uniform"

    @property
    def mean(self) -> float:
        """Half-way between `low` and `high`."""
        return (self.low + self.high) / 2

    @property
    def cv(self) -> float:
        """(high - low) / sqrt(12) over the mean."""
        return _ratio((self.high - self.low) / math.sqrt(12), self.mean)


@dataclass(frozen=True, slots=True, kw_only=True)
class Triangular:
    """Between `low` and `high`, most often near `mode`."""

    __pydantic_config__ = FILE_RECORD
    low: NonNegative
    mode: NonNegative
    high: NonNegative
    kind: Literal["triangular"] = "triangular"

    @property
    def mean(self) -> float:
        """The mean of the three corners."""
        return (self.low + self.mode + self.high) / 3

    @property
    def cv(self) -> float:
        """Square root of the variance (Σ squares - Σ products of pairs) / 18, over the mean."""
        a, b, c = self.low, self.mode, self.high
        variance = (a * a + b * b + c * c - a * b - a * c - b * c) / 18
        return _ratio(math.sqrt(max(variance, 0.0)), self.mean)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exponential:
    """Memoryless: many short, a few long."""

    __pydantic_config__ = FILE_RECORD
    mean: Positive
    kind: Literal["exponential"] = "exponential"

    @property
    def cv(self) -> float:
        """1, whatever the mean."""
        return 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gamma:
    """Gamma with the given mean and variation; Erlang-k where cv = 1/√k."""

    __pydantic_config__ = FILE_RECORD
    mean: Positive
    cv: Variation
    kind: Literal["gamma"] = "gamma"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lognormal:
    """The logarithm is normal: skewed to the right, as knowledge work often is."""

    __pydantic_config__ = FILE_RECORD
    mean: Positive
    cv: Variation
    kind: Literal["lognormal"] = "lognormal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weibull:
    """Scale and shape; shape 1 is exponential, below 1 heavier in the tail."""

    __pydantic_config__ = FILE_RECORD
    scale: Positive
    shape: Annotated[float, Ge(0.1)]
    kind: Literal["weibull"] = "weibull"

    @property
    def mean(self) -> float:
        """Scale · Γ(1 + 1/shape)."""
        return self.scale * math.gamma(1 + 1 / self.shape)

    @property
    def cv(self) -> float:
        """Square root of Γ(1 + 2/shape) / Γ(1 + 1/shape)² - 1."""
        ratio = math.exp(math.lgamma(1 + 2 / self.shape) - 2 * math.lgamma(1 + 1 / self.shape))
        return math.sqrt(max(ratio - 1, 0.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Empirical:
    """A team's own record: every listed value is equally likely."""

    __pydantic_config__ = FILE_RECORD
    values: Annotated[tuple[NonNegative, ...], MinLen(1), MaxLen(100_000)]
    kind: Literal["empirical"] = "empirical"

    @property
    def mean(self) -> float:
        """Mean of the values."""
        return _sum(self.values) / len(self.values)

    @property
    def cv(self) -> float:
        """Population standard deviation of the values over their mean."""
        mean = self.mean
        variance = _sum((value - mean) * (value - mean) for value in self.values) / len(self.values)
        return _ratio(math.sqrt(variance), mean)


Distribution: TypeAlias = Annotated[
    Constant | Uniform | Triangular | Exponential | Gamma | Lognormal | Weibull | Empirical, OneOf("kind")
]


def with_mean(distribution: Distribution, mean: float) -> Distribution:
    """`distribution` rescaled to `mean`, with the same shape; `Constant` if either mean is not above 0."""
    if distribution.mean <= 0 or mean <= 0:
        return Constant(value=mean)
    factor = mean / distribution.mean
    match distribution:
        case Constant():
            return Constant(value=mean)
        case Uniform(low=low, high=high):
            return Uniform(low=low * factor, high=high * factor)
        case Triangular(low=low, mode=mode, high=high):
            return Triangular(low=low * factor, mode=mode * factor, high=high * factor)
        case Weibull(scale=scale):
            return replace(distribution, scale=scale * factor)
        case Empirical(values=values):
            return Empirical(values=tuple(value * factor for value in values))
        case Exponential() | Gamma() | Lognormal():
            return replace(distribution, mean=mean)


def _sum(values: Iterable[float]) -> float:
    """The exact sum, inf where it is beyond floating point."""
    try:
        return math.fsum(values)
    except OverflowError:
        return math.inf


def _ratio(deviation: float, mean: float) -> float:
    return deviation / mean if mean > 0 else 0.0
