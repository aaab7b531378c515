"""The line cards stand in: first those of a higher class, then by the time they became ready."""

from collections import deque
from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from typing import Protocol, TypeAlias, TypeVar

from flowsim.domain.words import CardId, Time

Key: TypeAlias = tuple[int, Time, int, CardId]
"""Who goes first: rank (class priority, negated), time ready, order of service start, number."""


class Keyed(Protocol):
    """What may stand in line."""

    @property
    def key(self) -> Key:
        """Its place in line: the smaller, the earlier."""


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

    @property
    def length(self) -> int:
        """How many cards stand in line."""
        return len(self) + len(self.overtakers)

    @property
    def first(self) -> C:
        """The card whose turn it is; it stays in line."""
        if self.overtakers and self.overtakers[0][0] < self[0].key:
            return self.overtakers[0][1]
        return self[0]

    def cards(self) -> Iterator[C]:
        """All cards in line, in no order."""
        yield from self
        for _, card in self.overtakers:
            yield card

    def in_order(self) -> Iterator[C]:
        """All cards in the queue, sorted by key."""
        return iter(sorted([*self, *(card for _, card in self.overtakers)], key=lambda card: card.key))

    def join(self, card: C) -> None:
        """`card` lines up where its key says."""
        if not self or self[-1].key < card.key:
            self.append(card)
        else:
            heappush(self.overtakers, (card.key, card))

    def take(self) -> C:
        """The first card, out of the line. Without `overtakers` it is `popleft`."""
        if self.overtakers and self.overtakers[0][0] < self[0].key:
            return heappop(self.overtakers)[1]
        card = self.popleft()
        self._close_up()
        return card

    def leave(self, card: C) -> None:
        """`card` goes out of the line, wherever it stands there."""
        entry = card.key, card
        if entry in self.overtakers:
            self.overtakers.remove(entry)
            heapify(self.overtakers)
        else:
            self.remove(card)
            self._close_up()

    def _close_up(self) -> None:
        if not self and self.overtakers:
            self.append(heappop(self.overtakers)[1])
