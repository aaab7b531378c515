"""What the state machine moves: cards, and the places they stand in."""

from heapq import heapify
from math import inf
from typing import TypeAlias

from simpy.events import Event

from flowsim.domain.scenario import Column
from flowsim.domain.words import NO_WORKER, CardId, CardState, Time

Key: TypeAlias = "tuple[int, Time, int, CardId, Card]"
"""Who goes first: rank (class priority, negated), time ready, order of service start, number; then the card itself."""


class Card:
    """One work item on its way.

    `service` is what it brings to each column; `ticket` numbers it among the cards that came by themselves, or among
    those `added` by a person. `key` is its place in line. `ending` is the clock's event that ends its work, None
    before its first work and after work was stopped, with `started_at` and `duration`; `remaining` is the work left
    where work was interrupted, None where it starts afresh;
    `stopped` is the state it was blocked in.
    """

    __slots__ = (
        "added", "class_index", "duration", "ending", "key", "number", "order", "place", "rank", "remaining", "service",
        "started_at", "state", "stopped", "ticket", "worker",
    )  # fmt: skip

    def __init__(self, number: CardId, ticket: int, class_index: int, rank: int, service: list[Time]) -> None:
        self.number = number
        self.ticket = ticket
        self.class_index = class_index
        self.rank = rank
        self.service = service
        self.added = False
        self.place: Place
        self.state: int = CardState.BACKLOG
        self.worker = NO_WORKER
        self.order = 0
        self.key: Key
        self.ending: Event | None = None
        self.started_at: Time = 0.0
        self.duration: Time = 0.0
        self.remaining: Time | None = None
        self.stopped: int | None = None


class Group:
    """Neighbouring columns under one shared limit: `counted` cards of `limit`, places `first` to `last`."""

    __slots__ = ("counted", "first", "last", "limit", "name")

    def __init__(self, first: int, last: int, limit: int, name: str) -> None:
        self.first = first
        self.last = last
        self.limit = limit
        self.counted = 0
        self.name = name

    @property
    def said_full(self) -> str:
        """That the columns are full, in words."""
        return f"{self.name} are full: {self.counted} of {self.limit}"

    def holds(self, index: int) -> bool:
        """Whether the place with this index is one of the group's."""
        return self.first <= index <= self.last


class Place:
    """Backlog (index 0), a column (1 to n) or Done (n + 1), as the engine sees it.

    `ready` and `waiting` are heaps of keys: cards that may leave, and cards that wait for a worker. `counted` is how
    many cards count against `limit`: all that hold a slot, or where `counts_doing` only those not in the done half.
    `idle` is a heap of worker numbers; `staff` how many there should be, `present` who is here, busy or idle. `bit`
    marks the place in the sets of places that may pull or start; `after_ready` the places that may pull when a card
    becomes ready here, `after_leaving` those when one leaves; `elsewhere` and `to_the_left` are masks of other places.
    `shown` is the column's number in the trace, `source` the place to the left, `endless` whether the backlog there
    never runs dry.
    """

    __slots__ = (
        "after_leaving", "after_ready", "bit", "column", "counted", "counts_doing", "elsewhere", "endless",
        "entry_groups", "groups", "has_workers", "idle", "index", "is_queue", "limit", "present", "ready", "shown",
        "source", "staff", "starts", "to_the_left", "waiting",
    )  # fmt: skip

    def __init__(self, index: int, column: Column | None) -> None:
        self.index = index
        self.shown = index - 1
        self.column = column
        self.is_queue = column is not None and column.is_queue
        self.has_workers = column is not None and not column.is_queue
        self.source: Place
        self.endless = False
        self.limit: float = column.wip_limit or inf if column else inf
        self.counts_doing = column is not None and column.limit_counts == "doing"
        self.bit = bit = 1 << index if index > 0 else 0
        self.elsewhere = ~bit
        self.to_the_left = max(bit - 1, 0)
        self.after_ready = bit << 1 | (bit if self.counts_doing else 0)
        self.after_leaving = bit if column else 0
        self.groups: list[Group] = []
        self.entry_groups: list[Group] = []
        self.counted = 0
        self.ready: list[Key] = []
        self.waiting: list[Key] = []
        self.staff = column.workers if column and not column.is_queue else 0
        self.idle = list(range(self.staff))
        self.present = set(self.idle)
        self.starts = 0

    @property
    def said_full(self) -> str:
        """That the column is full, in words."""
        return f"{self.column.title if self.column else 'Done'} is full: {self.counted} of {self.limit:g}"

    def obstacle_for(self, source: "Place") -> "Place | Group | None":
        """What has no room for a card from `source`: this column, a group it is in, or nothing."""
        if self.counted >= self.limit:
            return self
        full = (group for group in self.groups if group.counted >= group.limit and not group.holds(source.index))
        return next(full, None)

    def set_staff(self, staff: int) -> None:
        """Change how many work here; who is busy and no longer needed leaves with the end of the card at hand."""
        self.staff = staff
        self.present -= {number for number in self.idle if number >= staff}
        self.idle = [number for number in self.idle if number < staff]
        for number in range(staff):
            if number not in self.present:
                self.present.add(number)
                self.idle.append(number)
        heapify(self.idle)


def take_from(heap: list[Key], card: Card) -> None:
    """Remove `card` from a heap of keys, wherever it stands there."""
    heap.remove(card.key)
    heapify(heap)
