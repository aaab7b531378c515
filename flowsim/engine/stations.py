"""Where cards stand: the backlog, the columns and Done, the groups under one limit, and cadences."""

from heapq import heapify
from itertools import pairwise
from math import floor, inf, ulp
from typing import Any

from flowsim.domain.phrases import Phrase, joined, phrase
from flowsim.domain.scenario import Blockers, Column, Rework, Scenario, Setup
from flowsim.domain.trace import change_of
from flowsim.domain.words import BACKLOG, NO_WORKER, CardState, Time
from flowsim.engine.cards import Card, CardQueue


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


class Station:
    """Backlog (index 0), a column (1 to n) or Done (n + 1), as the engine sees it.

    `ready` are the cards that may leave (of cards that leave together only the first), `waiting` those that wait for a
    worker, `moving` how many are on their way in, `batching` those done here whose transfer batch is not full.
    `counted` is how many cards count against `limit`: all that hold a slot, or where `counts_doing` only those not in
    the done half, which are `uncounted`.

    `idle` is a heap of the column's own workers, `in_hand` who of them has which card, where it was not taken up
    plainly; `staff` how many there should be, `present` who is here, busy or idle.
    `starts_to_setup` counts down to the next set-up, `families` remembers what each worker is set up for.

    `bit` marks the station in the sets of those that may pull or start; `after_work` are those, apart from
    `following`, that may pull when work ends here. `source` and `following` are the stations to the left and right,
    `supply` the cards ready in `source`, and `endless` whether the backlog there never runs dry.
    """

    __slots__ = (
        "after_work", "batch", "batch_token", "batching", "bit", "blockers", "column", "counted", "counts_doing",
        "endless", "ends_plainly", "enters_plainly", "entry_groups", "families", "following", "gate", "groups",
        "has_workers", "idle", "in_hand", "index", "is_queue", "is_ready", "limit", "move_time", "moving", "present",
        "ready", "rework", "setup", "shown", "source", "staff", "starts_plainly", "starts_to_setup", "supply",
        "takes_away", "timeout", "uncounted", "waiting", "waits", "warns", "works",
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
        self.ready = CardQueue()
        self.supply = CardQueue()  # nothing is to the left of the backlog
        self.endless = False
        self.bit = 1 << index if index > 0 else 0
        self.after_work = 0
        self.enters_plainly = self.starts_plainly = self.ends_plainly = False
        self.groups: list[LimitGroup] = []
        self.entry_groups: list[LimitGroup] = []
        self.gate: CadenceGate | None = None
        self.counted = 0
        self.uncounted = 0
        self.waiting = CardQueue()
        self.moving = 0
        self.batching: list[Card] = []
        self.batch_token = 0
        self.idle: list[int] = []
        self.in_hand: dict[int, Card] = {}
        self.present: set[int] = set()
        self.starts_to_setup = 0
        self.families: dict[int, int] = {}
        self._take_settings(column or Column(id="outside", kind="queue"))

    def _take_settings(self, column: Column) -> None:
        self.limit: float = column.wip_limit or inf
        self.counts_doing = column.limit_counts == "doing"
        self.warns = column.enforcement == "warn"
        self.batch = column.transfer_batch
        self.timeout: Time | None = column.transfer_timeout
        self.move_time: Time = column.move_time
        self.setup: Setup = column.setup
        self.rework: Rework = column.rework
        self.blockers: Blockers = column.blockers
        self.set_staff(0 if column.is_queue else column.workers)

    @property
    def held(self) -> int:
        """How many cards hold a slot here, whatever the limit counts."""
        return self.counted + self.uncounted

    @property
    def title(self) -> str:
        """What people call the column."""
        return self.column.title if self.column else phrase("Done")

    @property
    def said_full(self) -> Phrase:
        """That the column is full, in words."""
        return phrase("{0} is full: {1} of {2}", self.title, self.counted, f"{self.limit:g}")

    def obstacle_for(self, source: "Station", cards: int = 1, exceeding: int = 0) -> "Station | LimitGroup | None":
        """What has no room for so many cards from `source`: this column, a group it is in, or nothing (None).

        The cards may exceed limits by `exceeding`.
        """
        if self.counted + cards > self.limit + exceeding:
            return self
        for group in self.groups:
            if group.counted + cards > group.limit + exceeding and not group.holds(source.index):
                return group
        return None

    def take_setting(self, setting: str, value: Any) -> None:
        """From now on the setting, named as in the column's record, has another value."""
        names = {"enforcement": "warns", "transfer_timeout": "timeout"}
        setattr(self, names.get(setting, setting), value == "warn" if setting == "enforcement" else value)

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

    def set_counts_doing(self, *, counts_doing: bool, done: int) -> None:
        """From now on the limit counts the doing half alone, or both; `done` cards stand in the other."""
        held = self.held
        self.counts_doing = counts_doing
        self.uncounted = done if counts_doing else 0
        self.counted = held - self.uncounted


def stations_of(scenario: Scenario) -> list[Station]:
    """The backlog, the columns and Done of a scenario, in their order and linked to their neighbours."""
    columns = [Station(index, column) for index, column in enumerate(scenario.columns, start=1)]
    stations = [Station(0, None), *columns, Station(len(columns) + 1, None)]
    for source, station in pairwise(stations):
        station.source, source.following = source, station
        station.supply = source.ready
    stations[1].endless = scenario.saturated
    return stations


def groups_of(scenario: Scenario, stations: list[Station]) -> list[LimitGroup]:
    """The shared limits of a scenario, known to the stations they hold."""
    groups = []
    for shared in scenario.shared_limits:
        members = sorted(scenario.column_index[column] + 1 for column in shared.columns)
        titles = joined(" + ", (scenario.columns[index - 1].title for index in members))
        group = LimitGroup(members[0], members[-1], shared.limit, titles)
        groups.append(group)
        for index in members:
            stations[index].groups.append(group)
        stations[group.first].entry_groups.append(group)
    return groups
