"""What the state machine moves: cards, and the places they stand in."""

from heapq import heapify, heappush
from math import inf
from typing import TypeAlias

from flowsim.domain.scenario import Column
from flowsim.domain.words import NO_WORKER, CardId, CardState, Time
from flowsim.engine.streams import Draws

Key: TypeAlias = "tuple[int, Time, int, CardId, Card]"
"""Who goes first: class priority (negated), time ready, order of service start, card number; then the card itself."""


class Card:
    """One work item on its way.

    `ticket` tells which draws it takes (`added` by a person: from a stream of their own); `key` is its place in line;
    `ending` is the clock's event that ends its work, None when nobody works on it; `remaining` is the work left when
    work was interrupted, None when it starts afresh; `stopped` is the state it was blocked in.
    """

    __slots__ = (
        "added",
        "class_index",
        "ending",
        "ends_at",
        "key",
        "number",
        "order",
        "place",
        "rank",
        "remaining",
        "service",
        "state",
        "stopped",
        "ticket",
        "worker",
    )

    def __init__(self, number: CardId, ticket: int, class_index: int, priority: int) -> None:
        self.number = number
        self.ticket = ticket
        self.class_index = class_index
        self.rank = -priority
        self.added = False
        self.service: dict[int, Time] | None = None
        self.place: Place
        self.state = CardState.BACKLOG
        self.worker = NO_WORKER
        self.order = 0
        self.key: Key
        self.ending: object | None = None
        self.ends_at: Time = 0.0
        self.remaining: Time | None = None
        self.stopped: CardState | None = None


class Group:
    """Neighbouring columns under one shared limit: `held` cards of `limit`, places `first` to `last`."""

    __slots__ = ("first", "held", "last", "limit", "name")

    def __init__(self, first: int, last: int, limit: int, name: str) -> None:
        self.first = first
        self.last = last
        self.limit = limit
        self.held = 0
        self.name = name

    @property
    def counted(self) -> int:
        """How many cards count against the limit."""
        return self.held

    @property
    def said_full(self) -> str:
        """That the columns are full, in words."""
        return f"{self.name} are full: {self.held} of {self.limit}"

    def holds(self, index: int) -> bool:
        """Whether the place with this index is one of the group's."""
        return self.first <= index <= self.last


class Place:
    """Backlog (index 0), a column (1 to n) or Done (n + 1), as the engine sees it.

    `ready` and `waiting` are heaps of keys: cards that may leave, and cards that wait for a worker. `held` counts
    slots, `doing` those not in the done half. `idle` is a heap of worker numbers; `staff` how many there should be,
    `present` who is here, busy or idle. `bit` marks the place in the sets of places that may pull or start.
    """

    __slots__ = (
        "added_work",
        "bit",
        "column",
        "counts_doing",
        "doing",
        "entry_groups",
        "groups",
        "held",
        "idle",
        "index",
        "is_queue",
        "limit",
        "present",
        "ready",
        "shown",
        "staff",
        "starts",
        "waiting",
        "work",
    )

    def __init__(self, index: int, column: Column | None) -> None:
        self.index = index
        self.shown = index - 1
        self.bit = 1 << index
        self.column = column
        self.is_queue = column is not None and column.is_queue
        self.limit: float = column.wip_limit or inf if column else inf
        self.counts_doing = column is not None and column.limit_counts == "doing"
        self.groups: list[Group] = []
        self.entry_groups: list[Group] = []
        self.held = 0
        self.doing = 0
        self.ready: list[Key] = []
        self.waiting: list[Key] = []
        self.staff = column.workers if column and not column.is_queue else 0
        self.idle = list(range(self.staff))
        self.present = set(self.idle)
        self.starts = 0
        self.work: Draws
        self.added_work: Draws

    @property
    def counted(self) -> int:
        """How many cards count against the limit."""
        return self.doing if self.counts_doing else self.held

    @property
    def said_full(self) -> str:
        """That the column is full, in words."""
        return f"{self.column.title if self.column else 'Done'} is full: {self.counted} of {self.limit:g}"

    def obstacle_for(self, source: "Place") -> "Place | Group | None":
        """What has no room for a card from `source`: this column, a group it is in, or nothing."""
        if self.counted >= self.limit:
            return self
        return next(
            (group for group in self.groups if group.counted >= group.limit and not group.holds(source.index)), None
        )

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

    def release(self, worker: int) -> None:
        """A worker puts the card down."""
        if worker < self.staff:
            heappush(self.idle, worker)
        else:
            self.present.discard(worker)


def take_from(heap: list[Key], card: Card) -> None:
    """Remove `card` from a heap of keys, wherever it stands there."""
    heap.remove(card.key)
    heapify(heap)
