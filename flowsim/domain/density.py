"""How a distribution looks: the height of its density at any duration, and how far out it is worth drawing.

Formulas as in the NIST/SEMATECH e-Handbook of Statistical Methods, chapter 1.3.6.6; gamma and lognormal are turned
from (mean, cv) to their usual parameters as the engine does when it draws from them.
"""

import math
from collections import Counter
from typing import Final

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

MOST_BARS: Final = 60
"""More different values than this are drawn as a histogram with so many bars."""


def density(distribution: Distribution, x: Time) -> float:
    """Height of the density at `x`, per time unit; 0 where a duration cannot lie, and for lists and constants."""
    match distribution:
        case Uniform(low=low, high=high):
            return 1 / (high - low) if low <= x <= high and high > low else 0.0
        case Triangular(low=low, mode=mode, high=high):
            return _triangle(low, mode, high, x)
        case Exponential(mean=mean):
            return math.exp(-x / mean) / mean if x >= 0 else 0.0
        case Gamma(mean=mean, cv=cv):
            shape = 1 / (cv * cv)
            scale = mean / shape
            return _gamma(shape, x / scale) / scale
        case Lognormal(mean=mean, cv=cv):
            return _lognormal(mean, cv, x)
        case Weibull(scale=scale, shape=shape):
            return _weibull(shape, x / scale) / scale
        case Constant() | Empirical():
            return 0.0


def reach(distribution: Distribution) -> Time:
    """Up to where nearly all durations lie; above 0."""
    match distribution:
        case Uniform(high=end) | Triangular(high=end):
            pass
        case Empirical(values=values):
            end = max(values)
        case Constant(value=value):
            end = 2 * value
        case _:
            end = distribution.mean * (1 + min(3 * distribution.cv, 4))
    return max(end * 1.05, 1e-9)


def bars(distribution: Empirical, most: int = MOST_BARS) -> list[tuple[Time, float]]:
    """Pairs (duration, share of all values), sorted by duration.

    More than `most` different values are put into `most` bins of equal width, given by their midpoints.
    """
    counts = Counter(distribution.values)
    if len(counts) > most:
        low, high = min(counts), max(counts)
        width = max((high - low) / most, math.ulp(0.0))
        steps: Counter[float] = Counter()
        for value, many in counts.items():
            step = min(int((value - low) / width), most - 1)
            steps[low + (step + 0.5) * width] += many
        counts = steps
    return [(value, many / len(distribution.values)) for value, many in sorted(counts.items())]


def _triangle(low: Time, mode: Time, high: Time, x: Time) -> float:
    if not low <= x <= high or high <= low:
        return 0.0
    if x < mode:
        return 2 * (x - low) / ((high - low) * (mode - low))
    return 2 * (high - x) / ((high - low) * (high - mode)) if high > mode else 2 / (high - low)


def _lognormal(mean: float, cv: float, x: Time) -> float:
    variance = math.log1p(cv * cv)
    middle = math.log(mean) - variance / 2
    if x <= 0:
        return 0.0
    away = (math.log(x) - middle) ** 2 / (2 * variance)
    return math.exp(-away) / (x * math.sqrt(2 * math.pi * variance))


def _weibull(shape: float, u: float) -> float:
    if u <= 0:
        return 0.0
    logarithm = math.log(shape) + (shape - 1) * math.log(u)
    return 0.0 if shape * math.log(u) > 700 else math.exp(min(logarithm - u**shape, 700.0))


def _gamma(shape: float, u: float) -> float:
    if u <= 0:
        return 0.0
    return math.exp(min((shape - 1) * math.log(u) - u - math.lgamma(shape), 700.0))
