"""What keeps cards from going on besides a column's own limit: a limit that columns share, and a cadence."""

from math import floor, ulp

from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.words import Time


class LimitGroup:
    """Neighbouring columns under one shared limit: `counted` cards of `limit`, stations `first` to `last`."""

    __slots__ = ("counted", "first", "last", "limit", "name")

    def __init__(self, first: int, last: int, limit: int, name: str) -> None:
        self.first = first
        self.last = last
        self.limit = limit
        self.counted = 0
        self.name = name

    @property
    def said_full(self) -> Phrase:
        """That the columns are full, in words."""
        return phrase("{0} are full: {1} of {2}", self.name, self.counted, self.limit)

    def holds(self, index: int) -> bool:
        """Whether the station with this index is one of the group's."""
        return self.first <= index <= self.last


class CadenceGate:
    """A cadence: cards pass only at multiples of `every`. `waking` says that the clock will look at it next time."""

    __slots__ = ("every", "waking")

    def __init__(self, every: Time) -> None:
        self.every = every
        self.waking = False

    def is_open(self, now: Time) -> bool:
        """Whether `now` is a multiple of the cadence, as far as a floating-point number can tell."""
        return ulp(now) >= self.every or round(now / self.every) * self.every == now

    def next_after(self, now: Time) -> Time:
        """The first multiple after `now`."""
        count = floor(now / self.every) + 1
        while count * self.every <= now:
            count += 1
        return count * self.every
