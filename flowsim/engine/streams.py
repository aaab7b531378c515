"""Chance, keyed: what the n-th card brings depends on (seed, purpose, n) and on nothing else.

Every purpose has a stream of its own, so that no policy, person or other column ever shifts its numbers. Numbers
are drawn in standard form and then scaled, so that a changed mean keeps the same luck.
"""

import hashlib
import math
from array import array
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

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

Floats = npt.NDArray[np.float64]
_FIRST_BLOCK: Final = 64
_LARGEST_BLOCK: Final = 8192


def generator(seed: int, *purpose: str) -> np.random.Generator:
    """The random numbers of one purpose under `seed`."""
    digest = hashlib.blake2b("\0".join(purpose).encode(), digest_size=16).digest()
    key = tuple(int.from_bytes(digest[i : i + 4], "little") for i in range(0, 16, 4))
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key)))


class Draws:
    """The endless sequence of durations of one purpose: `draws[n]` is the n-th, drawn in blocks when first needed."""

    __slots__ = ("_block", "_drawn", "_size")

    def __init__(self, distribution: Distribution, seed: int, *purpose: str) -> None:
        self._block = _blocks(distribution, generator(seed, *purpose))
        self._drawn = array("d")
        self._size = _FIRST_BLOCK

    def __getitem__(self, n: int) -> float:
        try:
            return self._drawn[n]
        except IndexError:
            while n >= len(self._drawn):
                self._drawn.frombytes(self._block(self._size).tobytes())
                self._size = min(2 * self._size, _LARGEST_BLOCK)
            return self._drawn[n]


class Choices:
    """The endless sequence of choices among shares: `choices[n]` is the place chosen n-th."""

    __slots__ = ("_bounds", "_draws")

    def __init__(self, shares: Sequence[float], seed: int, *purpose: str) -> None:
        self._bounds = np.cumsum(shares) / math.fsum(shares)
        self._draws = Draws(Uniform(low=0.0, high=1.0), seed, *purpose)

    def __getitem__(self, n: int) -> int:
        if len(self._bounds) == 1:
            return 0
        place = int(np.searchsorted(self._bounds, self._draws[n], side="right"))
        return min(place, len(self._bounds) - 1)


def _blocks(distribution: Distribution, numbers: np.random.Generator) -> Callable[[int], Floats]:
    """A function that gives the next `size` durations of `distribution`."""
    match distribution:
        case Constant(value=value):
            return lambda size: np.full(size, value, dtype=np.float64)
        case Uniform(low=low, high=high):
            return lambda size: low + (high - low) * numbers.random(size)
        case Triangular():
            return lambda size: _triangular(distribution, numbers.random(size))
        case Exponential(mean=mean):
            return lambda size: mean * numbers.standard_exponential(size)
        case Gamma(mean=mean, cv=cv):
            shape = 1 / (cv * cv)
            return lambda size: (mean / shape) * numbers.standard_gamma(shape, size)
        case Lognormal(mean=mean, cv=cv):
            sigma = math.sqrt(math.log1p(cv * cv))
            mu = math.log(mean) - sigma * sigma / 2
            return lambda size: np.exp(mu + sigma * numbers.standard_normal(size))
        case Weibull(scale=scale, shape=shape):
            return lambda size: scale * numbers.standard_exponential(size) ** (1 / shape)
        case Empirical(values=values):
            listed = np.asarray(values, dtype=np.float64)
            return lambda size: listed[(numbers.random(size) * len(listed)).astype(np.intp)]


def _triangular(shape: Triangular, u: Floats) -> Floats:
    """Inverse of the triangular distribution function (Kotz & van Dorp 2004, eq. 1.6)."""
    low, mode, high = shape.low, shape.mode, shape.high
    width = high - low
    if width == 0:
        return np.full_like(u, low)
    rising = low + np.sqrt(u * width * (mode - low))
    falling = high - np.sqrt((1 - u) * width * (high - mode))
    return np.where(u < (mode - low) / width, rising, falling)
