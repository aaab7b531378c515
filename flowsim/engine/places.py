"""What the state machine moves: cards, and the lines and places they stand in."""

from collections import deque
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import inf
from typing import TypeAlias

from simpy.events import Event

from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.trace import change_of
from flowsim.domain.words import BACKLOG, NO_WORKER, CardId, CardState, Time

Key: TypeAlias = tuple[int, Time, int, CardId]
"""Who goes first: rank (class priority, negated), time ready, order of service start, number."""


class Card:
    """One work item on its way.

    `service` is what it brings to each column; `ticket` numbers it among the cards that came by themselves, or among
    those `added` by a person. `rank`, `since` (when it became ready), `turn` (its order of service start) and `number`
    decide its place in a line, and change only while it stands in none. `ending` is the clock's event that ends its
    work, None before its first work and after work was stopped, with `started_at` and `duration`; `remaining` is the
    work left where work was interrupted, None where it starts afresh; `stopped` is the state it was blocked in.
    """

    __slots__ = (
        "added", "class_index", "duration", "ending", "number", "place", "rank", "remaining", "service", "since",
        "started_at", "state", "stopped", "ticket", "turn", "worker",
    )  # fmt: skip

    def __init__(self, number: CardId, ticket: int, class_index: int, rank: int, service: list[Time]) -> None:
        self.number = number
        self.ticket = ticket
        self.class_index = class_index
        self.rank = rank
        self.service = service
        self.added = False
        self.place: Place
        self.state: int = 0
        self.worker = NO_WORKER
        self.since: Time = 0.0
        self.turn = 0
        self.ending: Event | None = None
        self.started_at: Time = 0.0
        self.duration: Time = 0.0
        self.remaining: Time | None = None
        self.stopped: int | None = None

    @property
    def key(self) -> Key:
        """Its place in line: the smaller, the earlier."""
        return self.rank, self.since, self.turn, self.number


class Line(deque[Card]):
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

    `ready` are the cards that may leave, `waiting` those that wait for a worker. `counted` is how many cards count
    against `limit`: all that hold a slot, or where `counts_doing` only those not in the done half. `idle` is a heap of
    worker numbers; `staff` how many there should be, `present` who is here, busy or idle. `bit` marks the place in the
    sets of places that may pull or start; `after_work` are those, apart from `following`, that may pull when work ends
    here. `source` and `following` are the places to the left and right, `supply` the cards ready in `source`, and
    `endless` whether the backlog there never runs dry.

    `simple` says that a card enters from `source` by nothing but a slot given up and one taken, `asks` that more than
    `limit` and `supply` decides whether one may. `shown` is the column's number in the trace; `waits`, `is_ready`,
    `works` (by worker) and `takes_away` are changes of a card that comes into those states here.
    """

    __slots__ = (
        "after_work", "asks", "bit", "column", "counted", "counts_doing", "endless", "entry_groups", "following",
        "groups", "has_workers", "idle", "index", "is_backlog", "is_queue", "is_ready", "limit", "present", "ready",
        "shown", "simple", "source", "staff", "starts", "supply", "takes_away", "waiting", "waits", "works",
    )  # fmt: skip

    def __init__(self, index: int, column: Column | None) -> None:
        self.index = index
        self.shown = index - 1
        self.waits = change_of(self.shown, CardState.WAITING, NO_WORKER)
        self.works: list[int] = []
        self.is_ready = change_of(self.shown, CardState.READY, NO_WORKER)
        self.takes_away = change_of(BACKLOG, CardState.DELIVERED, NO_WORKER)
        self.column = column
        self.is_queue = column is not None and column.is_queue
        self.has_workers = column is not None and not column.is_queue
        self.source = self.following = self
        self.ready = self.supply = Line()
        self.endless = False
        self.asks = False
        self.is_backlog = index == 0
        self.limit: float = column.wip_limit or inf if column else inf
        self.counts_doing = column is not None and column.limit_counts == "doing"
        self.bit = 1 << index if index > 0 else 0
        self.after_work = self.bit if self.counts_doing else 0
        self.simple = False
        self.groups: list[Group] = []
        self.entry_groups: list[Group] = []
        self.counted = 0
        self.waiting = Line()
        self.idle: list[int] = []
        self.present: set[int] = set()
        self.set_staff(column.workers if column and not column.is_queue else 0)
        self.starts = 0

    def make_endless(self) -> None:
        """From now on the backlog to the left never runs dry."""
        self.endless = True
        self.asks = True
        self.after_work = self.bit

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
        self.works += [change_of(self.shown, CardState.WORKING, number) for number in range(len(self.works), staff)]
        self.present -= {number for number in self.idle if number >= staff}
        self.idle = [number for number in self.idle if number < staff]
        for number in range(staff):
            if number not in self.present:
                self.present.add(number)
                self.idle.append(number)
        heapify(self.idle)


def places_of(scenario: Scenario) -> list[Place]:
    """The backlog, the columns and Done of a scenario, in their order and linked to their neighbours."""
    columns = [Place(index, column) for index, column in enumerate(scenario.columns, start=1)]
    places = [Place(0, None), *columns, Place(len(columns) + 1, None)]
    for source, place in pairwise(places):
        place.source, source.following = source, place
        place.supply = source.ready
    if scenario.saturated:
        places[1].make_endless()
    return places


def groups_of(scenario: Scenario, places: list[Place]) -> list[Group]:
    """The shared limits of a scenario, known to the places they hold."""
    groups = []
    for shared in scenario.shared_limits:
        members = sorted(scenario.column_index[column] + 1 for column in shared.columns)
        titles = " + ".join(scenario.columns[index - 1].title for index in members)
        group = Group(members[0], members[-1], shared.limit, titles)
        groups.append(group)
        for index in members:
            places[index].groups.append(group)
        places[group.first].entry_groups.append(group)
        places[group.first].asks = True
    return groups
