"""The lines cards stand in: one of cards ready to be pulled on, and one of cards waiting for a worker.

They differ in what counts after the class: when a card became ready in the column it comes from, or when it joined the
line.
"""

from collections import deque
from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from typing import Protocol, TypeAlias, TypeVar

from flowsim.domain.words import CardId, Time

Key: TypeAlias = tuple[int, Time, Time, int, CardId]
"""Who goes first: rank (class priority, negated), time of joining, time ready, order of service start, number."""


class Keyed(Protocol):
    """What may stand in line."""

    @property
    def key(self) -> Key:
        """Its place among those that are ready: the smaller, the earlier."""

    @property
    def waiting_key(self) -> Key:
        """Its place among those that wait for a worker."""


C = TypeVar("C", bound=Keyed)


class CardQueue(deque[C]):
    """Cards in line, first by their keys.

    Cards nearly always join in the order of their keys. Those are kept in the deque itself. Cards that overtake another
    one (a higher class, a tie, a move by hand) are kept in the heap `overtakers`. The deque is empty only when the
    whole queue is empty; its `len` counts only its own part, `length` counts all cards.
    """

    __slots__ = ("overtakers",)

    def __init__(self) -> None:
        super().__init__()
        self.overtakers: list[tuple[Key, C]] = []

    @staticmethod
    def key_of(card: Keyed) -> Key:
        """What decides the place of a card in this line."""
        return card.key

    @property
    def length(self) -> int:
        """How many cards stand in line."""
        return len(self) + len(self.overtakers)

    @property
    def first(self) -> C:
        """The card whose turn it is; it stays in line."""
        if self.overtakers and self.overtakers[0][0] < self.key_of(self[0]):
            return self.overtakers[0][1]
        return self[0]

    def cards(self) -> Iterator[C]:
        """All cards in line, in no order."""
        yield from self
        for _, card in self.overtakers:
            yield card

    def in_order(self) -> Iterator[C]:
        """All cards in the queue, sorted by key."""
        return iter(sorted([*self, *(card for _, card in self.overtakers)], key=self.key_of))

    def join(self, card: C) -> None:
        """`card` lines up where its key says."""
        key = self.key_of(card)
        if not self or self.key_of(self[-1]) < key:
            self.append(card)
        else:
            heappush(self.overtakers, (key, card))

    def take(self) -> C:
        """The first card, out of the line. Without `overtakers` it is `popleft`."""
        if self.overtakers and self.overtakers[0][0] < self.key_of(self[0]):
            return heappop(self.overtakers)[1]
        card = self.popleft()
        self._close_up()
        return card

    def leave(self, card: C) -> None:
        """`card` goes out of the line, wherever it stands there."""
        entry = self.key_of(card), card
        if entry in self.overtakers:
            self.overtakers.remove(entry)
            heapify(self.overtakers)
        else:
            self.remove(card)
            self._close_up()

    def _close_up(self) -> None:
        if not self and self.overtakers:
            self.append(heappop(self.overtakers)[1])


class WaitingQueue(CardQueue[C]):
    """Cards that wait for a worker: of one class first those that joined first."""

    __slots__ = ()

    @staticmethod
    def key_of(card: Keyed) -> Key:
        """What decides the place of a card in this line."""
        return card.waiting_key
