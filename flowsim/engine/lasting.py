"""How long something lasts in all, given that it has lasted so far: by inversion of what is left of a distribution.

One uniform number makes one duration, so that the same number is a longer duration wherever more has passed.
"""

import math
from typing import Final

import numpy as np

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
from flowsim.engine.streams import LONGEST

TINY: Final = 1e-280
"""Below it a probability loses digits."""


def lasting(distribution: Distribution, so_far: Time, left: float) -> Time:
    """A duration from `distribution`, given that it is longer than `so_far`.

    `left` is even between 0 (not included) and 1: the share of what might still come that takes longer than the answer.
    What can be no longer, by its distribution, ends now: the answer is then `so_far`.
    """
    with np.errstate(over="ignore", under="ignore", divide="ignore", invalid="ignore"):
        value = float(_lasting(distribution, np.float64(max(so_far, 0.0)), left))
    return max(so_far, min(value, LONGEST)) if not math.isnan(value) else so_far


def _lasting(distribution: Distribution, so_far: np.float64, left: float) -> float:
    match distribution:
        case Constant(value=value):
            return value
        case Uniform(low=low, high=high):
            return float(high - (high - max(low, so_far)) * left)
        case Exponential(mean=mean):
            return float(so_far - mean * math.log(left))
        case Weibull(scale=scale, shape=shape):
            return float(scale * ((so_far / scale) ** shape - math.log(left)) ** (1 / shape))
        case Empirical(values=values):
            longer = sorted(value for value in values if value > so_far)
            return longer[min(int((1.0 - left) * len(longer)), len(longer) - 1)] if longer else float(so_far)
        case Triangular(low=low, mode=mode, high=high):
            return _triangular(low, mode, high, float(so_far), left)
        case Gamma(mean=mean, cv=cv):
            return _gamma(1 / (cv * cv), mean * cv * cv, float(so_far), left)
        case Lognormal(mean=mean, cv=cv):
            sigma = math.sqrt(math.log1p(cv * cv))
            return _lognormal(math.log(mean) - sigma * sigma / 2, sigma, so_far, left)


def _triangular(low: float, mode: float, high: float, so_far: Time, left: float) -> Time:
    """Beyond the mode the probability that is left falls with the square of the way to `high`."""
    width, falling, rising = high - low, high - mode, mode - low
    if so_far >= high or width <= 0:
        return high
    if so_far >= mode:
        lasts = (high - so_far) / width * ((high - so_far) / falling)
    else:
        lasts = 1 - (so_far - low) / width * ((so_far - low) / rising) if so_far > low else 1.0
    beyond = left * lasts
    if beyond <= falling / width:
        return high - width * math.sqrt(beyond * (falling / width))
    return low + width * math.sqrt((1 - beyond) * (rising / width))


def _gamma(shape: float, scale: float, so_far: Time, left: float) -> Time:
    from scipy.special import gammaincc, gammainccinv  # late: few boards need it

    lasts = float(gammaincc(shape, so_far / scale))
    if lasts < TINY:  # so far out the tail is that of an exponential
        return so_far - scale * math.log(left)
    return scale * float(gammainccinv(shape, left * lasts))


def _lognormal(mu: float, sigma: float, so_far: np.float64, left: float) -> Time:
    from scipy.special import log_ndtr, ndtri_exp

    # In logarithms, so that the far tail is as exact as the middle.
    lasts = float(log_ndtr(-(np.log(so_far) - mu) / sigma))
    return float(np.exp(mu - sigma * ndtri_exp(lasts + math.log(left))))
