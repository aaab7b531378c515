"""What moves over the board: cards, and the lines they stand in."""

from collections import deque
from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Final, TypeAlias

from flowsim.domain.words import NO_WORKER, CardId, CardState, Time
from flowsim.engine.event_clock import WorkEnd, nothing

if TYPE_CHECKING:
    from flowsim.engine.stations import Station

Key: TypeAlias = tuple[int, Time, int, CardId]
"""Who goes first: rank (class priority, negated), time ready, order of service start, number."""

AHEAD_OF_ALL: Final = -1.0
"""A time of becoming ready before any that happens."""


class Card:
    """One work item on its way.

    `service` is what it brings to each column; `ticket` numbers it among the cards that came by themselves, or among
    those `added` by a person; `family` is its place in the scenario's list. `rank`, `since` (when it became ready),
    `turn` (its order of service start) and `number` decide its place in a line, and change only while it stands in
    none.

    `event` is the clock's event that ends what it is doing now. The present stretch
    of work, set-up or move began at `started_at` and takes `duration`, at `pace` time a unit of work. `remaining` is
    the work left where it was interrupted, None where it starts afresh, `left` the time left of a move or a set-up.
    A blocker that is still to come lasts `strike` (None: none comes) and leaves `after` of the work undone.
    `stopped` is the state it was blocked in. `batch` are the cards it hands over as one with, itself among them.

    `fresh` says that nobody has begun on it in this column; `visits` and `passes` count, by column, how often it was
    begun there and how often its work there was dealt again.
    """

    # What most cards never need is here once, and in a card only when it differs: making a card takes half the time.
    added = False
    pace = 1.0
    after: Time = 0.0
    strike: Time | None = None
    stopped: int | None = None
    batch: "list[Card] | None" = None
    fresh = True
    visits: dict[int, int] | None = None
    passes: dict[int, int] | None = None

    station: "Station"
    since: Time
    state: int
    started_at: Time
    duration: Time
    left: Time

    def __init__(
        self, number: CardId, ticket: int, class_index: int, family: int, rank: int, service: list[Time]
    ) -> None:
        self.number = number
        self.ticket = ticket
        self.class_index = class_index
        self.family = family
        self.rank = rank
        self.service = service
        self.worker = NO_WORKER
        self.turn = 0
        self.event: WorkEnd | None = None
        self.remaining: Time | None = None

    @property
    def key(self) -> Key:
        """Its place in line: the smaller, the earlier."""
        return self.rank, self.since, self.turn, self.number

    @property
    def at_hand(self) -> tuple[Time, Time] | None:
        """When the present work on it, or the set-up for it, began and how long it takes; None if there is none."""
        return (self.started_at, self.duration) if self.state in (CardState.SETUP, CardState.WORKING) else None

    def call_off(self) -> None:
        """Whatever the clock holds for it does not happen."""
        if self.event is not None:
            self.event.what = nothing
            self.event = None

    def begin_visit(self, column: int) -> int:
        """Somebody begins on it in `column` for the first time since it came; how often that has been so before."""
        self.visits = self.visits or {}
        before = self.visits.get(column, 0)
        self.visits[column] = before + 1
        return before

    def begin_again(self, column: int) -> int:
        """Its work in `column` is to be done again; the number of that pass, from 1."""
        self.passes = self.passes or {}
        self.passes[column] = self.passes.get(column, 0) + 1
        return self.passes[column]

    def pass_in(self, column: int) -> int:
        """The number of its present pass through the work of `column`, from 0."""
        return self.passes.get(column, 0) if self.passes else 0


class CardQueue(deque[Card]):
    """Cards in line, first by their keys.

    Cards nearly always come in the order of their keys, so those that do stand in the deque itself, and only those
    that overtake somebody (a higher class, a tie, a hand) in `overtakers`, a heap of their keys. The deque is empty
    only when the line is.
    """

    __slots__ = ("overtakers",)

    def __init__(self) -> None:
        super().__init__()
        self.overtakers: list[tuple[Key, Card]] = []

    @property
    def length(self) -> int:
        """How many cards stand in line."""
        return len(self) + len(self.overtakers)

    @property
    def first(self) -> Card:
        """The card whose turn it is; it stays in line."""
        if self.overtakers and self.overtakers[0][0] < self[0].key:
            return self.overtakers[0][1]
        return self[0]

    def cards(self) -> Iterator[Card]:
        """All cards in line, in no order."""
        yield from self
        for _, card in self.overtakers:
            yield card

    def in_order(self) -> Iterator[Card]:
        """All cards in line, first come first."""
        return iter(sorted([*self, *(card for _, card in self.overtakers)], key=lambda card: card.key))

    def join(self, card: Card) -> None:
        """`card` lines up where its key says."""
        if not self or self[-1].key < card.key:
            self.append(card)
        else:
            heappush(self.overtakers, (card.key, card))

    def take(self) -> Card:
        """The first card, out of the line. Without `overtakers` it is `popleft`."""
        if self.overtakers and self.overtakers[0][0] < self[0].key:
            return heappop(self.overtakers)[1]
        card = self.popleft()
        self._close_up()
        return card

    def leave(self, card: Card) -> None:
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
