"""How work comes: at random, a gap apart, by a plan of periods, all at once, or without end.

Rates are per time unit, durations in time units. What comes at once is a group: of a fixed size, or of a size drawn
from a distribution, rounded to a whole number of at least 1.
"""

from dataclasses import dataclass
from math import ceil, erfc, exp, floor, inf, log, log1p, sqrt
from typing import Annotated, Final, Literal, TypeAlias

from annotated_types import Ge, Le, MaxLen, MinLen

from flowsim.domain.constraints import FILE_RECORD, MAX_CARDS, Either, NonNegative, OneOf, Positive
from flowsim.domain.distributions import (
    Constant,
    Distribution,
    Empirical,
    Exponential,
    Gamma,
    Lognormal,
    Triangular,
    Uniform,
    Weibull,
)
from flowsim.domain.words import Time

MOST_AT_ONCE: Final = 10_000
GroupSize: TypeAlias = Annotated[int, Ge(1), Le(MOST_AT_ONCE)]
Group: TypeAlias = Annotated[GroupSize | Distribution, Either()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Poisson:
    """Arrivals at random, `rate` a time unit on average; each brings `group` cards at once."""

    __pydantic_config__ = FILE_RECORD
    rate: Positive
    group: Group = 1
    kind: Literal["poisson"] = "poisson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Arrivals a drawn `gap` apart; the first comes after the first gap."""

    __pydantic_config__ = FILE_RECORD
    gap: Distribution
    group: Group = 1
    kind: Literal["interval"] = "interval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """For so long, `lasts`, cards come at this `rate`."""

    __pydantic_config__ = FILE_RECORD
    lasts: Positive
    rate: NonNegative


@dataclass(frozen=True, slots=True, kw_only=True)
class ByPeriod:
    """Arrivals at random at a rate that follows `periods`, one after the other: days of a week, phases of a project.

    With `repeat` they begin again after the last one; else its rate goes on.
    """

    __pydantic_config__ = FILE_RECORD
    periods: Annotated[tuple[Period, ...], MinLen(1), MaxLen(1_000)]
    repeat: bool = True
    group: Group = 1
    kind: Literal["by_period"] = "by_period"

    @property
    def length(self) -> Time:
        """How long all periods take together."""
        return sum(period.lasts for period in self.periods)

    @property
    def mean_rate(self) -> float:
        """Arrivals a time unit in the long run."""
        if not self.repeat:
            return self.periods[-1].rate
        return sum(period.lasts * period.rate for period in self.periods) / self.length

    def after(self, time: Time, amount: float) -> Time:
        """When, from `time` on, so much has come on average: the inverse of the sum of the rate over time; inf: never.

        A unit exponential amount makes it the next arrival of a Poisson stream with this rate (Çinlar 1975, 4.7).
        """
        cycle = floor(time / self.length) if self.repeat else 0
        if self.repeat and self.mean_rate > 0:
            whole = max(ceil(amount / (self.mean_rate * self.length)) - 1, 0)
            cycle, amount = cycle + whole, amount - whole * self.mean_rate * self.length
            time += whole * self.length
        for _ in range(3 if self.repeat else 1):
            end = cycle * self.length
            for place, period in enumerate(self.periods):
                begin, end = end, end + period.lasts
                goes_on = not self.repeat and place == len(self.periods) - 1
                left = inf if goes_on else end - max(time, begin)
                if left > 0 and period.rate > 0 and amount <= left * period.rate:
                    return max(time, begin) + amount / period.rate
                if left > 0:
                    amount -= left * period.rate if period.rate > 0 else 0.0
            cycle += 1
        return inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """`count` groups of `group` cards are in the backlog at time 0; no card arrives later."""

    __pydantic_config__ = FILE_RECORD
    count: Annotated[int, Ge(1), Le(MAX_CARDS)]
    group: Group = 1
    kind: Literal["fixed"] = "fixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saturated:
    """The backlog is never empty: a card arrives at the instant it is pulled."""

    __pydantic_config__ = FILE_RECORD
    kind: Literal["saturated"] = "saturated"


Arrivals: TypeAlias = Annotated[Poisson | Interval | ByPeriod | Fixed | Saturated, OneOf("kind")]


def mean_size(group: Group) -> float:
    """How many cards come at once on average: E[max(1, round X)] = 1 + Σ P(X ≥ k - ½) over k from 2 on."""
    if isinstance(group, int):
        return float(group)
    if isinstance(group, Constant | Empirical):
        values = (group.value,) if isinstance(group, Constant) else group.values
        return sum(size_of(value) for value in values) / len(values)
    mean = 1.0
    for size in range(2, MOST_AT_ONCE + 1):
        more = _beyond(group, size - 0.5)
        mean += more
        if more < NOBODY:
            break
    return mean


def size_of(drawn: float) -> int:
    """The size of a group for which so much was drawn."""
    return int(min(max(floor(drawn + 0.5), 1), MOST_AT_ONCE))


NOBODY: Final = 1e-15
"""A chance below this changes no digit of a mean."""


def _beyond(distribution: Distribution, x: float) -> float:
    """The probability of more than `x`."""
    match distribution:
        case Exponential(mean=mean):
            return exp(-x / mean)
        case Weibull(scale=scale, shape=shape):
            return exp(-((x / scale) ** shape))
        case Uniform(low=low, high=high):
            return min(max((high - x) / (high - low), 0.0), 1.0) if high > low else float(x < low)
        case Triangular(low=low, mode=mode, high=high):
            return _beyond_triangle(low, mode, high, x)
        case Lognormal(mean=mean, cv=cv):
            sigma = sqrt(log1p(cv * cv))
            return erfc((log(x / mean) + sigma * sigma / 2) / (sigma * sqrt(2))) / 2
        case Gamma(mean=mean, cv=cv):
            from scipy.special import gammaincc  # late: few boards need it

            return float(gammaincc(1 / (cv * cv), x / (mean * cv * cv)))
        case Constant(value=value):
            return float(value > x)
        case Empirical(values=values):
            return sum(value > x for value in values) / len(values)


def _beyond_triangle(low: float, mode: float, high: float, x: float) -> float:
    if x <= low or x >= high:
        return float(x <= low)
    if x <= mode:
        return 1 - (x - low) ** 2 / ((high - low) * (mode - low))
    return (high - x) ** 2 / ((high - low) * (high - mode))
