"""What keeps cards from going on besides a column's own limit: a limit that columns share, and a cadence."""

from math import floor, ulp
from typing import Final

from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.words import Time

SAME: Final = 1e-9
"""What comes so much of a period after its tick, or less, was meant for the tick: sums of decimal times miss it."""


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


class ClassLimit:
    """Of one class at most `limit` cards may be in the stations `first` to `last`.

    `counted` are there now; where it is the limit `of_column`, that counts what the column's own limit counts.
    """

    __slots__ = ("counted", "first", "last", "limit", "name", "of_column")

    def __init__(self, first: int, last: int, limit: int, name: Phrase, *, of_column: bool) -> None:
        self.first = first
        self.last = last
        self.limit = limit
        self.of_column = of_column
        self.counted = 0
        self.name = name

    @property
    def said_full(self) -> Phrase:
        """That there is no room for the class, in words."""
        return phrase("{0}: {1} of {2}", self.name, self.counted, self.limit)

    def holds(self, index: int) -> bool:
        """Whether it counts the cards in the station with this index."""
        return self.first <= index <= self.last


class CadenceGate:
    """A cadence: cards pass only at multiples of `every`. `waking` says that the clock will look at it next time."""

    __slots__ = ("every", "waking")

    def __init__(self, every: Time) -> None:
        self.every = every
        self.waking = False

    def is_open(self, now: Time) -> bool:
        """Whether `now` is a multiple of the cadence, or as little after one as sums of times may miss it by."""
        if ulp(now) >= self.every:
            return True
        latest = round(now / self.every) * self.every
        return 0 <= now - latest <= SAME * self.every

    def next_after(self, now: Time) -> Time:
        """The first multiple after `now`."""
        count = floor(now / self.every) + 1
        while count * self.every <= now:
            count += 1
        return count * self.every
