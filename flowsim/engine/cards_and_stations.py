"""What a board is made of: cards, and the stations they stand in (the backlog, the columns and Done)."""

from heapq import heapify
from itertools import pairwise
from math import inf
from typing import Any, Final

from flowsim.domain.phrases import Phrase, digits, joined, phrase
from flowsim.domain.policies import Blockers, Rework, Setup
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.trace import change_of
from flowsim.domain.words import BACKLOG, NO_WORKER, CardId, CardState, Time
from flowsim.engine.card_queue import CardQueue, Key, WaitingQueue
from flowsim.engine.event_clock import ReusableEvent, nothing
from flowsim.engine.limits import CadenceGate, ClassLimit, LimitGroup

AHEAD_OF_ALL: Final = -1.0
"""A value of `joined` earlier than any real time, so that the card goes ahead of its class."""


class Card:
    """One work item in the system.

    `service` is its work content in each column, in time units. `ticket` is its number among the cards that arrived by
    themselves, or among those `added` by a person. `family` is the index of its family in the scenario. `rank` (negated
    class priority), `since` (when it became ready), `turn` (order of service start) and `number` determine its place in
    a queue; where it waits for a worker, so does `joined` (when it joined that queue). They change only while it is in
    no queue.

    `event` is the clock event that ends its present activity. The present stretch of work, set-up or move began at
    `started_at` and takes `duration`; `pace` is time per unit of work. After an interruption `remaining` is the work
    left (None: not interrupted) and `left` the time left of a move or a set-up. A blocker still to come lasts `strike`
    (None: there is none) and begins when `after` of the work is left; `struck` says that it has been there in this
    visit. `stopped` is the state in which it was blocked.
    `batch` holds the cards of its transfer batch, itself included.

    `helpers` are those who have joined its `worker`; `settled` says that nobody joins by themselves, since somebody was
    taken away from it by hand. `begun` is when it was first taken up in a station, where
    `started_at` does not tell that any more.
    `fresh` is True until work on it begins in this column. `visits` and `passes` count, by column, how often work began
    after an entry and how often it had to be repeated. `counts` has what few boards count, by purpose and column: how
    often it came into or past a column that may be passed by, was set up for, or how many blockers were dealt to it.
    """

    # What most cards never need is here once, and in a card only when it differs: making a card takes half the time.
    added = False
    pace = 1.0
    after: Time = 0.0
    strike: Time | None = None
    struck = False
    stopped: int | None = None
    batch: "list[Card] | None" = None
    fresh = True
    visits: dict[int, int] | None = None
    passes: dict[int, int] | None = None
    begun: "tuple[Station, Time] | None" = None
    counts: dict[tuple[str, int], int] | None = None
    helpers: tuple[int, ...] = ()
    settled = False

    station: "Station"
    since: Time
    joined: Time
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
        self.event: ReusableEvent | None = None
        self.remaining: Time | None = None

    @property
    def key(self) -> Key:
        """Its place among those that are ready: the smaller, the earlier."""
        return self.rank, self.since, self.since, self.turn, self.number

    @property
    def waiting_key(self) -> Key:
        """Its place among those that wait for a worker."""
        return self.rank, self.joined, self.since, self.turn, self.number

    @property
    def crew(self) -> tuple[int, ...]:
        """Everybody who works on it, or has it in hand, in the order in which they came."""
        return () if self.worker == NO_WORKER else (self.worker, *self.helpers)

    @property
    def at_hand(self) -> tuple[Time, Time] | None:
        """When the present work on it, or the set-up for it, began and how long it takes; None if there is none.

        At the present speed: where that has changed, or the work was stopped, it began as much earlier as what is done
        already would have taken.
        """
        if self.state != CardState.WORKING:
            return (self.started_at, self.duration) if self.state == CardState.SETUP else None
        done = self.service[self.station.shown] - self.duration / self.pace - self.after
        before = max(done, 0.0) * self.pace
        return self.started_at - before, before + self.duration + self.after * self.pace

    def times(self, purpose: str, column: int) -> int:
        """How often something has come up for it in `column` so far; `counts` has what is counted by purpose."""
        return self.counts.get((purpose, column), 0) if self.counts else 0

    def count(self, purpose: str, column: int) -> int:
        """Something comes up for it in `column` once more; how often it had before."""
        before = self.times(purpose, column)
        self.counts = self.counts or {}
        self.counts[purpose, column] = before + 1
        return before

    def has_begun_in(self, station: "Station") -> bool:
        """Whether work on it has begun in its present visit of `station`."""
        if self.station is not station:
            return False
        return self.remaining is not None or CardState.WORKING in (self.state, self.stopped)

    @property
    def begun_at(self) -> Time:
        """When somebody first began on it in this visit, a set-up included; it has been taken up."""
        return self.begun[1] if self.begun is not None and self.begun[0] is self.station else self.started_at

    def note_begun(self) -> None:
        """Remember when the visit began, now that `started_at` will tell when something else does."""
        self.begun = self.station, self.begun_at

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


class Station:
    """Backlog (index 0), a column (1 to n) or Done (n + 1), as the engine sees it.

    `ready` are the cards that may leave (of cards that leave together only the first), `waiting` those that wait for a
    worker, `moving` how many are on their way in, `batching` those done here whose transfer batch is not full.
    After a batch was timed out, what is done by `open_until` still leaves with it.
    `counted` is how many cards count against `limit`: all that hold a slot, or where `counts_doing` only those not in
    the done half, which are `uncounted`.

    `idle` is a heap of the column's own workers, `in_hand` who of them has which card, where it was not taken up
    plainly; `staff` how many there should be, `present` who is here, busy or idle.
    `starts_to_setup` counts down to the next set-up, `families` remembers what each worker is set up for.

    Where cards stand sorted (`flowsim.engine.lines`) `lines` are those of the cards that go here, by the index of the
    station they come from and by class, and `ready` is empty. `class_limits` are the limits that count cards here, by
    class.

    `bit` marks the station in the sets of those that may pull or start; `after_work` are those, apart from
    `following`, that may pull when work ends here. `source` and `following` are the stations to the left and right,
    `supply` the cards ready in `source`, and `endless` whether the backlog there never runs dry.
    """

    __slots__ = (
        "after_work", "batch", "batch_token", "batching", "bit", "blockers", "class_limits", "column", "counted",
        "counts_doing", "endless", "ends_plainly", "enters_plainly", "entry_groups", "families", "following", "gate",
        "groups", "has_workers", "idle", "in_hand", "index", "is_queue", "is_ready", "limit", "lines", "move_time",
        "moving", "open_until", "present", "ready", "rework", "sets_up", "setup", "shown", "source", "staff",
        "starts_plainly", "starts_to_setup", "supply", "swarm_gain", "takes_away", "timeout", "uncounted", "waiting",
        "waits", "warns", "workers_per_card", "works",
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
        self.ready: CardQueue[Card] = CardQueue()
        self.supply: CardQueue[Card] = CardQueue()  # nothing is to the left of the backlog
        self.lines: dict[tuple[int, int], CardQueue[Card]] = {}
        self.class_limits: dict[int, list[ClassLimit]] = {}
        self.endless = False
        self.bit = 1 << index if index > 0 else 0
        self.after_work = 0
        self.enters_plainly = self.starts_plainly = self.ends_plainly = False
        self.groups: list[LimitGroup] = []
        self.entry_groups: list[LimitGroup] = []
        self.gate: CadenceGate | None = None
        self.counted = 0
        self.uncounted = 0
        self.waiting: WaitingQueue[Card] = WaitingQueue()
        self.moving = 0
        self.batching: list[Card] = []
        self.batch_token = 0
        self.open_until: Time = -inf
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
        self.workers_per_card = column.workers_per_card
        self.swarm_gain = column.swarm_gain
        self.setup: Setup = column.setup
        self.sets_up = column.setup.in_use
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
        return phrase("{0} is full: {1} of {2}", self.title, self.counted, digits(self.limit, "g"))

    def obstacle_for(self, source: "Station", cards: int = 1, exceeding: int = 0) -> "Station | LimitGroup | None":
        """The limit that has no room for `cards` more cards from `source`: this column, a group, or None.

        The cards may exceed limits by `exceeding`. A group that also holds `source` is no obstacle.
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
