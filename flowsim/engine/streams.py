"""Random number streams (common random numbers): numbers of card n depend only on (seed, purpose, n).

Every purpose has a stream of its own, so no policy, intervention or other column shifts its numbers. Numbers are drawn
from the standard form of a distribution and then scaled, so a changed mean keeps the same underlying random numbers.
"""

import hashlib
import math
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

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
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.engine.cards_and_stations import Card

Floats = npt.NDArray[np.float64]
FIRST_BLOCK: Final = 64
_LARGEST_BLOCK: Final = 2048
_PAIRS: Final = 256
LONGEST: Final = sys.float_info.max


def key_of(seed: int, *purpose: str) -> int:
    """A number of 128 bits for `purpose` under `seed`."""
    return int.from_bytes(hashlib.blake2b("\0".join((str(seed), *purpose)).encode(), digest_size=16).digest(), "little")


def generator(seed: int, *purpose: str) -> np.random.Generator:
    """The random numbers of one purpose under `seed`."""
    digest = hashlib.blake2b("\0".join(purpose).encode(), digest_size=16).digest()
    key = tuple(int.from_bytes(digest[i : i + 4], "little") for i in range(0, 16, 4))
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key)))


@dataclass(frozen=True, slots=True)
class StreamPosition:
    """Where a stream is: `state` is that of its generator before a block of `size` numbers, `used` of them are taken.

    `begun` numbers came before that block. So a stream goes on from anywhere without drawing what came before.
    Without a state it is at its own beginning, and what came before came from elsewhere.
    """

    state: dict[str, Any] | None
    size: int
    used: int
    begun: int


class Stream:
    """The endless sequence of durations for one purpose, in time units; block sizes do not change the sequence.

    `take(size)` returns the next `size` durations as an array. Iterated, it draws in blocks.
    """

    __slots__ = ("_begun", "_numbers", "_size", "_state", "take")

    def __init__(
        self, distribution: Distribution, seed: int, *purpose: str, position: StreamPosition | None = None
    ) -> None:
        self._numbers = generator(seed, *purpose)
        self.take: Final = blocks(distribution, self._numbers)
        self._begun, self._size = 0, FIRST_BLOCK
        if position is not None:
            if position.state is not None:
                self.state = position.state
            self._begun, self._size = position.begun, position.size
        self._state = self.state

    @property
    def state(self) -> dict[str, Any]:
        """The state of its generator, as plain data."""
        return dict(self._numbers.bit_generator.state)

    @state.setter
    def state(self, state: dict[str, Any]) -> None:
        self._numbers.bit_generator.state = state

    def __iter__(self) -> Iterator[float]:
        while True:
            self._state, size = self.state, self._size
            yield from self.take(size).tolist()
            self._begun, self._size = self._begun + size, next_size(size)

    def position(self, taken: int) -> StreamPosition:
        """Where it is when `taken` numbers of it have been iterated over."""
        return StreamPosition(self._state, self._size, taken - self._begun, self._begun)

    def going_on(self, position: StreamPosition) -> Iterator[float]:
        """The numbers behind `position`, at which it was made."""
        return islice(iter(self), position.used, None)


class Chances:
    """Random events of a card in a column, such as blockers and rework: keyed by (seed, purpose, column, card, count).

    A counter-based generator (Philox: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3") is set to the
    counter of the card. So numbers need not be drawn in advance, and no intervention shifts them.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._seed = scenario.seed
        self._columns = [column.id for column in scenario.columns]
        self._pairs: dict[tuple[str, int, bool, int], list[tuple[float, float]]] = {}
        self._generators: dict[tuple[str, int, bool], tuple[np.random.Philox, np.random.Generator, Any]] = {}

    def uniform(self, card: Card, purpose: str, column: int, count: int) -> tuple[float, float]:
        """Two numbers from 0 to 1 for the `count`-th time that `card` is asked this in `column`, from 0."""
        if count:
            first, second = self._at(card.added, card.ticket, purpose, column, count).random(2).tolist()
            return first, second
        # The first time comes for every card: dealt for many cards at once, still by the card's own number.
        block, place = divmod(card.ticket, _PAIRS)
        key = purpose, column, card.added, block
        pairs = self._pairs.get(key)
        if pairs is None:
            numbers = self._at(card.added, block, f"{purpose}, first", column, 0)
            pairs = self._pairs[key] = list(zip(*numbers.random((2, _PAIRS)).tolist(), strict=True))
            if len(self._pairs) > _PAIRS:
                del self._pairs[next(iter(self._pairs))]
        return pairs[place]

    def duration(self, card: Card, purpose: str, column: int, count: int, distribution: Distribution) -> Time:
        """A duration from `distribution` for the `count`-th time that `card` needs one in `column`."""
        numbers = self._at(card.added, card.ticket, purpose, column, count)
        return float(blocks(distribution, numbers)(1)[0])

    def _at(self, added: bool, ticket: int, purpose: str, column: int, count: int) -> np.random.Generator:  # noqa: FBT001
        key = purpose, column, added
        if key not in self._generators:
            words = purpose, self._columns[column], "added" if added else "arrived"
            philox = np.random.Philox(key=key_of(self._seed, *words))
            self._generators[key] = philox, np.random.Generator(philox), philox.state
        philox, numbers, state = self._generators[key]
        state["state"]["counter"][2:] = count, ticket
        philox.state = state
        return numbers


class Choices:
    """The endless sequence of places chosen among `shares`, which need not sum to 1."""

    def __init__(
        self, shares: Sequence[float], seed: int, *purpose: str, position: StreamPosition | None = None
    ) -> None:
        self._bounds: list[float] = (np.cumsum(shares) / math.fsum(shares)).tolist()
        self._uniform = Stream(Uniform(low=0.0, high=1.0), seed, *purpose, position=position)
        self._numbers = self._uniform.going_on(position) if position else iter(self._uniform)
        self._last = len(shares) - 1

    def __iter__(self) -> Iterator[int]:
        return self

    def __next__(self) -> int:
        return min(bisect_right(self._bounds, next(self._numbers)), self._last)

    def position(self, taken: int) -> StreamPosition:
        """Where it is when so many places have been taken."""
        return self._uniform.position(taken)


def next_size(size: int) -> int:
    """How many numbers to draw next: blocks grow, so that short runs draw little and long ones seldom."""
    return min(2 * size, _LARGEST_BLOCK)


def blocks(distribution: Distribution, numbers: np.random.Generator) -> Callable[[int], Floats]:
    """A function that returns the next `size` durations of `distribution`, at most the largest finite float.

    Infinite durations must not occur: inf - inf and inf · 0 are NaN, and NaN destroys the order of the event queue.
    """
    draw = draws(distribution, numbers)

    def block(size: int) -> Floats:
        with np.errstate(over="ignore"):
            return np.minimum(draw(size), LONGEST)

    return block


def draws(distribution: Distribution, numbers: np.random.Generator) -> Callable[[int], Floats]:
    """Draws so many numbers of a distribution at a time, with these random `numbers`."""
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
            if math.isinf(mean / shape):  # 0 · inf would be NaN
                return lambda size: mean * (numbers.standard_gamma(shape, size) / shape)
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
    if shape.high == shape.low:
        return np.full_like(u, shape.low)
    # In units of a power of two near `high`, which changes no bit, the squares neither overflow nor vanish.
    _, unit = math.frexp(shape.high)
    low, mode, high = (math.ldexp(corner, -unit) for corner in (shape.low, shape.mode, shape.high))
    width = high - low
    rising = low + np.sqrt(u * width * (mode - low))
    falling = high - np.sqrt((1 - u) * width * (high - mode))
    return np.ldexp(np.where(u < (mode - low) / width, rising, falling), unit)
