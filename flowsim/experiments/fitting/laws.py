"""Laws of durations that are known by their days alone: what began on one day and ended on another.

A difference of d days says that something lasted more than d - 1 and less than d + 1: with a beginning anywhere within
its day, it is d with probability ∫₀¹ F(d + 1 - u) - F(d - u) du (interval censoring). What has not ended by the end of
the last day has lasted longer than so far; it counts with 1 - F (right censoring), so that long durations are not
forgotten.

The laws are compared by Akaike's criterion. If even the best does not fit what was seen (its distance from the
Kaplan-Meier estimate beyond Kolmogorov's bound at 1 %), the durations themselves are the law.

Sources: Kaplan & Meier, Nonparametric Estimation from Incomplete Observations, JASA 53 (1958); Klein & Moeschberger,
Survival Analysis, 2nd ed., section 3.5 (the likelihood of censored data).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import gamma as gamma_function
from math import log, sqrt
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.distributions import Constant, Distribution, Empirical, Exponential, Gamma, Lognormal, Weibull

Floats: TypeAlias = npt.NDArray[np.float64]

WITHIN_A_DAY: Final = (np.arange(8) + 0.5) / 8
"""Moments of a day at which something may have begun."""

LEAST: Final = 1e-12
SHORTEST: Final = 1 / 24
"""The shortest mean that days can tell from nothing, in days."""

KOLMOGOROV: Final = 1.63
"""Times 1/√n, the distance between a law and what was drawn from it that is exceeded once in a hundred."""

QUANTILES: Final = 200
ENOUGH_TO_DOUBT: Final = 20


@dataclass(frozen=True)
class Durations:
    """Whole days that things took, and that those which go on have taken so far."""

    ended: Floats
    going_on: Floats

    @property
    def mean_at_most(self) -> float:
        """The mean if the durations were exponential: all the time there was, over all the ends."""
        return float((self.ended.sum() + self.going_on.sum()) / max(len(self.ended), 1))


def law_of(durations: Durations) -> Distribution:
    """The law that is most likely for these durations; a constant if days cannot tell them from nothing."""
    ended = durations.ended
    if len(ended) == 0 or durations.mean_at_most < SHORTEST:
        return Constant(value=max(durations.mean_at_most, 0.0))
    found = min((_fit(durations, family) for family in FAMILIES), key=lambda its: its.criterion)
    if len(ended) < ENOUGH_TO_DOUBT or _distance(durations, found.cdf) * sqrt(len(ended)) < KOLMOGOROV:
        return found.law
    return Empirical(values=tuple(float(value) for value in quantiles(durations, QUANTILES)))


def kaplan_meier(durations: Durations) -> tuple[Floats, Floats]:
    """Days, and the share that takes longer than each of them."""
    days = np.unique(durations.ended)
    at_risk = np.array([np.sum(durations.ended >= day) + np.sum(durations.going_on >= day) for day in days])
    ends = np.array([np.sum(durations.ended == day) for day in days])
    return days, np.cumprod(1 - ends / np.maximum(at_risk, 1))


def quantiles(durations: Durations, many: int) -> Floats:
    """So many durations evenly spread over the Kaplan-Meier estimate; a day counts as its middle, as far as it can.

    A difference of 0 days means a third of a day on average, where all beginnings are equally likely.
    """
    days, longer = kaplan_meier(durations)
    shares = (np.arange(many) + 0.5) / many
    places = np.minimum(np.searchsorted(1 - longer, shares), len(days) - 1)
    return np.where(days[places] == 0, 1 / 3, days[places])


# Families of laws


@dataclass(frozen=True)
class _Found:
    law: Distribution
    cdf: Callable[[Floats], Floats]
    criterion: float


Family: TypeAlias = tuple[Callable[[float, float], Distribution], int]
"""Makes a law of a mean and a coefficient of variation; how many of the two it needs."""


def _fit(durations: Durations, family: Family) -> _Found:
    """The member of a family that is most likely, found on a grid that is made finer around the best."""
    make, parameters = family
    centre, width = (log(durations.mean_at_most), 0.0), (0.9, 1.6)
    best = (float("inf"), make(durations.mean_at_most, 1.0))
    for _ in range(6):
        for mean, cv in _grid(centre, width, spread=parameters > 1):
            law = make(mean, cv)
            unlikely = -_log_likelihood(durations, lambda times, law=law: _cdf(law, times))  # type: ignore[misc]
            if unlikely < best[0]:
                best, centre = (unlikely, law), (log(mean), log(cv))
        width = width[0] / 2.5, width[1] / 2.5
    law = best[1]
    return _Found(law, lambda times: _cdf(law, times), 2 * best[0] + 2 * parameters)


def _grid(centre: tuple[float, float], width: tuple[float, float], *, spread: bool) -> Iterator[tuple[float, float]]:
    steps = np.linspace(-1, 1, 7)
    for mean in np.exp(centre[0] + width[0] * steps):
        for cv in np.clip(np.exp(centre[1] + width[1] * steps), 0.05, 5.0) if spread else (1.0,):
            yield float(mean), float(cv)


def _log_likelihood(durations: Durations, cdf: Callable[[Floats], Floats]) -> float:
    days, counts = np.unique(durations.ended, return_counts=True)
    later = days[:, None] + 1 - WITHIN_A_DAY
    shares = np.mean(cdf(later) - cdf(np.maximum(later - 1, 0.0)), axis=1)
    open_, many = np.unique(durations.going_on, return_counts=True)
    lasts = np.mean(1 - cdf(open_[:, None] + 1 - WITHIN_A_DAY), axis=1)
    return float(counts @ np.log(np.maximum(shares, LEAST)) + many @ np.log(np.maximum(lasts, LEAST)))


def _distance(durations: Durations, cdf: Callable[[Floats], Floats]) -> float:
    """The largest distance between the shares by day of a law and those that were seen."""
    days, longer = kaplan_meier(durations)
    expected = np.mean(cdf(days[:, None] + 1 - WITHIN_A_DAY), axis=1)
    return float(np.max(np.abs(expected - (1 - longer))))


def _exponential(mean: float, _: float) -> Distribution:
    return Exponential(mean=mean)


def _weibull(mean: float, cv: float) -> Distribution:
    """Of Weibull's laws the one with this mean and about this variation (Justus: shape = cv^-1.086)."""
    shape = min(max(cv**-1.086, 0.2), 20.0)
    return Weibull(scale=mean / gamma_function(1 + 1 / shape), shape=shape)


def _cdf(law: Distribution, times: Floats) -> Floats:
    from scipy.special import gammainc, ndtr  # late: only an import needs it

    match law:
        case Exponential(mean=mean):
            return -np.expm1(-times / mean)
        case Gamma(mean=mean, cv=cv):
            return np.asarray(gammainc(1 / (cv * cv), times / (mean * cv * cv)))
        case Weibull(scale=scale, shape=shape):
            return -np.expm1(-((times / scale) ** shape))
        case Lognormal(mean=mean, cv=cv):
            sigma = sqrt(np.log1p(cv * cv))
            with np.errstate(divide="ignore"):
                return np.asarray(ndtr((np.log(times) - log(mean) + sigma * sigma / 2) / sigma))
        case _:
            raise NotImplementedError(law.kind)


FAMILIES: Final[tuple[Family, ...]] = (
    (_exponential, 1),
    (lambda mean, cv: Gamma(mean=mean, cv=cv), 2),
    (lambda mean, cv: Lognormal(mean=mean, cv=cv), 2),
    (_weibull, 2),
)
