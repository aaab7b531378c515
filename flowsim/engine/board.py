"""The state machine: pull, start, finish, settle.

An instant has two phases. First everything that happens then is recorded (`arrive`, `_work_ended`). Then `settle`:
from the right-most column to the left each pulls all it can, repeated until nothing moves; then free workers start
cards, right to left. Only stations where something changed are looked at: `may_pull` and `may_start` are sets of
stations, kept as bits, so that "the right-most" is the highest bit.

This is the hot path of the program, so what is done for every card in every plain column is written out rather than
called. What more a column may ask for is elsewhere: `flowsim.engine.service` (set-ups, people, blockers, rework),
`flowsim.engine.transfer` (batches, cadences, shared limits, who may exceed a limit).
"""

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import Final

from simpy.events import NORMAL

from flowsim.domain.phrases import phrase
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace, change_of
from flowsim.domain.words import BACKLOG, NO_WORKER, CardId, CardState, ColumnId, Time
from flowsim.engine.arrivals import Source
from flowsim.engine.cards import Card
from flowsim.engine.event_clock import EventClock, What, WorkEnd
from flowsim.engine.service import Service
from flowsim.engine.stations import LimitGroup, Station, groups_of, stations_of
from flowsim.engine.team import Team
from flowsim.engine.transfer import Transfer

# Plain numbers for the hot path: an enum member costs a look-up and a conversion at every row.
_BACKLOG: Final = int(CardState.BACKLOG)
_WAITING: Final = int(CardState.WAITING)
_WORKING: Final = int(CardState.WORKING)
_BATCHING: Final = int(CardState.BATCHING)
_READY: Final = int(CardState.READY)
_DELIVERED: Final = int(CardState.DELIVERED)
_DROPPED: Final = int(CardState.DROPPED)
_IN_BACKLOG: Final = change_of(BACKLOG, _BACKLOG, NO_WORKER)


@dataclass(frozen=True, slots=True)
class Overrun:
    """A card took a column, or a group of columns, over its limit: `count` cards against a limit of `limit`.

    That happens by hand where the column only warns, by rework from a later column, and by a class that may exceed.
    """

    time: Time
    card: CardId
    column: int
    count: int
    limit: int


class Board:
    """Cards in stations, moved by the rules of one scenario; every change of state goes to `trace`.

    `cards` are those in the system, by number; `rules` those in force, `team` the named people (None: every column has
    workers of its own). `source` lets one more card arrive where the backlog is never empty and there is room for it.
    `turns` numbers whatever begins, in order; the clock numbers its events with it, too.
    """

    def __init__(self, scenario: Scenario, clock: EventClock, trace: Trace, source: Source) -> None:
        self.scenario = scenario
        self.clock = clock
        self.stations = stations_of(scenario)
        self.groups = groups_of(scenario, self.stations)
        self.rules = scenario.rules
        self.classes = scenario.classes
        self.team = Team(scenario.people, self.stations) if scenario.people else None
        self.source = source
        self.cards: dict[CardId, Card] = {}
        self.overruns: list[Overrun] = []
        self.failures: dict[CardId, list[Time]] = {}
        self.may_pull = self.stations[1].bit
        self.may_start = 0
        self.dropped = Station(len(self.stations), None)
        self.dropped.takes_away = change_of(BACKLOG, _DROPPED, NO_WORKER)
        self.service = Service(self)
        self.transfers = Transfer(self)
        self.work_ended: Final[What] = self._work_ended
        self._times, self._numbers, self._changes = trace.times, trace.cards, trace.changes
        self._queue, self.turns = clock._queue, clock._eid
        self._spare: list[WorkEnd] = []
        self.refit()

    def refit(self) -> None:
        """The rules or a column's settings have changed: find out anew which columns are plain."""
        self.transfers.refit()
        self.service.refit()
        rules, own_workers = self.rules, self.team is None
        self._pulls = rules.auto_pull
        self._in_batches = any(station.batch > 1 or station.batching for station in self.stations)
        slot = rules.blocking == "slot"
        for source, station in pairwise(self.stations):
            single = slot and source.batch == 1 and not source.groups and not source.counts_doing
            passes = single and not station.groups and station.gate is None and not self.transfers.some_exceed
            starts_at_most = station.endless and station.limit == inf
            station.enters_plainly = passes and station.move_time == 0 and not station.is_queue and not starts_at_most
            station.starts_plainly = own_workers and not self.service.special_in(station)
            works = station.has_workers and slot and own_workers and station.batch == 1
            station.after_work = station.bit if station.counts_doing or starts_at_most else 0
            station.ends_plainly = works and not station.after_work and not self.service.reworks(station)

    @property
    def over(self) -> bool:
        """Whether no card is left and none will come."""
        return not self.cards and self.source.to_come == 0

    def station_of(self, column: ColumnId) -> Station:
        """The column with this id.

        Raises:
            Refused: there is none.
        """
        index = self.scenario.column_index.get(column)
        if index is None:
            raise Refused(phrase('there is no column "{0}" on this board', column))
        return self.stations[index + 1]

    # First phase of an instant: what happens

    def arrive(self, card: Card) -> None:
        """A new card stands in the backlog."""
        self.cards[card.number] = card
        card.station = self.stations[0]
        card.since = self.clock._now
        self._line_up_in_backlog(card)

    def _line_up_in_backlog(self, card: Card) -> None:
        card.state = _BACKLOG
        backlog = card.station.ready
        if backlog:
            backlog.join(card)
        else:
            backlog.append(card)
        self.may_pull |= 2
        self._times.append(self.clock._now)
        self._numbers.append(card.number)
        self._changes.append(_IN_BACKLOG)

    def _work_ended(self, card: Card) -> None:
        station = card.station
        if not station.ends_plainly:
            self.service.ended(card)
            return
        worker, now = card.worker, self.clock._now
        self._times.append(now)
        self._numbers.append(card.number)
        self._changes.append(station.is_ready)
        card.worker = NO_WORKER
        if worker < station.staff:
            heappush(station.idle, worker)
            if station.waiting:
                self.may_start |= station.bit
        else:
            station.present.discard(worker)
        card.state = _READY
        card.since = now
        ready = station.ready
        if not ready or ((last := ready[-1]).since < now and last.rank <= card.rank):
            ready.append(card)
        else:
            ready.join(card)
        following = station.following
        if following.counted < following.limit or not following.enters_plainly:
            self.may_pull |= following.bit

    # Second phase: settle

    def settle(self, now: Time) -> bool:
        """Pull right to left until nothing moves, then let free workers start, right to left; whether all is over."""
        if self._in_batches and self.transfers.timed_out:
            self.transfers.release_timed_out()
        if self.may_pull:
            if self._pulls:
                self._pull_all(now)
                if self._in_batches and self.source.to_come == 0:
                    while self.transfers.flush_last():
                        self._pull_all(now)
            else:
                self.may_pull = 0
                self._keep_backlog_filled()
        if self.may_start:
            self._start_all(now)
        return not self.cards and self.source.to_come == 0

    def _start_all(self, now: Time) -> None:
        """Free workers start cards, from right to left."""
        stations, starting, self.may_start = self.stations, self.may_start, 0
        while starting:
            station = stations[starting.bit_length() - 1]
            starting ^= station.bit
            waiting, idle = station.waiting, station.idle
            if not station.starts_plainly:
                if waiting:
                    self.service.start(station)
                    starting |= self.may_start
                    self.may_start = 0
                continue
            while waiting and idle:
                card = waiting.take() if waiting.overtakers else waiting.popleft()
                card.worker = worker = heappop(idle)
                card.turn = turn = next(self.turns)
                card.state = _WORKING
                self._times.append(now)
                self._numbers.append(card.number)
                self._changes.append(station.works[worker])
                duration = card.remaining
                if duration is None:
                    duration = card.service[station.shown]
                else:
                    card.remaining = None
                # A card's event is used again for its next column; one that was stopped stays behind in the clock.
                event = card.event or self.new_event(card)
                event.what = self.work_ended
                card.started_at = now
                card.duration = duration
                # What `clock.schedule` does, without the call.
                heappush(self._queue, (now + duration, NORMAL, turn, event))

    def _pull_all(self, now: Time) -> None:  # noqa: C901 - the plain case is written out, for the sake of speed
        """Every station that may pull pulls all it can, in passes from right to left.

        Who has given a card away may pull next. What becomes possible further right than where a pass has come waits
        for the next pass.
        """
        ahead, stations, may_pull, self.may_pull = -1, self.stations, self.may_pull, 0
        while may_pull:
            station = stations[(may_pull & ahead or may_pull).bit_length() - 1]
            may_pull ^= station.bit
            while station.enters_plainly:
                source = station.source
                ready = source.ready
                if station.counted >= station.limit or not (ready or station.endless):
                    break
                while True:
                    if not ready:
                        card = self._from_the_endless_backlog()
                    else:
                        card = ready.take() if ready.overtakers else ready.popleft()
                    # What `transfer` does, written out.
                    source.counted -= 1
                    station.counted += 1
                    if station.has_workers:
                        card.station = station
                        card.state = _WAITING
                        waiting = station.waiting
                        if not waiting or ((last := waiting[-1]).since < card.since and last.rank <= card.rank):
                            waiting.append(card)
                        else:
                            waiting.join(card)
                        self._times.append(now)
                        self._numbers.append(card.number)
                        self._changes.append(station.waits)
                    else:
                        self._gone(card, station)
                    if not (ready or station.endless) or station.counted >= station.limit:
                        break
                if station.idle or not station.starts_plainly:
                    self.may_start |= station.bit
                if not (source.supply or source.endless):
                    break
                station = source
            else:
                if station.supply or station.endless:
                    self.transfers.pull(station)
                    may_pull |= self.may_pull
                    self.may_pull = 0
            ahead = station.bit - 1

    def _from_the_endless_backlog(self) -> Card:
        """A card that arrives at the instant at which it is pulled."""
        card = self.source.next_card()
        self.cards[card.number] = card
        card.since = now = self.clock._now
        self._times.append(now)
        self._numbers.append(card.number)
        self._changes.append(_IN_BACKLOG)
        return card

    def _keep_backlog_filled(self) -> None:
        """Where nothing is pulled by itself, an endless backlog still has a card for somebody to take."""
        if self.stations[1].endless and not self.stations[0].ready:
            self.source.one_now()
            self.may_pull = 0

    # How a card changes its place and its state

    def transfer(self, card: Card, source: Station, station: Station, *, handed_over: bool = False) -> None:
        """`card`, out of its line in `source`, gives up its slot there and takes one in `station`; its key stays.

        A card that is `handed_over` by the board's own rules takes the column's move time.
        """
        if source.counts_doing and card.state in (_READY, _BATCHING):
            source.uncounted -= 1
        else:
            source.counted -= 1
        if card.worker >= 0:
            self.service.let_go(card)
        for group in source.groups:
            group.counted -= 1
            self.may_pull |= self.stations[group.first].bit
        card.station = station
        card.fresh = True
        station.counted += 1
        for group in station.groups:
            group.counted += 1
        if handed_over and station.move_time > 0:
            self.transfers.move(card, station.move_time)
        else:
            self.stand(card, station)

    def stand(self, card: Card, station: Station) -> None:
        """`card` has come to `station`: it waits for work, or may leave, or has left the board."""
        if station.has_workers:
            card.state = _WAITING
            station.waiting.join(card)
            self.may_start |= station.bit
            self.record(card)
        elif station.is_queue:
            card.turn = next(self.turns)
            self.transfers.finish(card)
        elif station.index == 0:
            self._line_up_in_backlog(card)
        else:
            self._gone(card, station)

    def _gone(self, card: Card, station: Station) -> None:
        card.state = _DROPPED if station is self.dropped else _DELIVERED
        if card.event is not None:
            self._spare.append(card.event)
            card.event = None
        del self.cards[card.number]
        self._times.append(self.clock._now)
        self._numbers.append(card.number)
        self._changes.append(station.takes_away)

    def record(self, card: Card) -> None:
        """A row for the state that `card` has come into, in a column."""
        self._times.append(self.clock._now)
        self._numbers.append(card.number)
        # What `change_of` does, without the call.
        self._changes.append((card.worker << 16) + (card.state << 8) + card.station.shown)

    def over_limit(self, card: Card, station: Station, obstacle: "Station | LimitGroup | None") -> None:
        """`card` has just come into `station` although `obstacle` (None: there was none) was full."""
        if obstacle is not None and obstacle.counted > obstacle.limit:
            over = Overrun(self.clock.now, card.number, station.shown, obstacle.counted, int(obstacle.limit))
            self.overruns.append(over)

    def schedule(self, card: Card, delay: Time, what: What) -> None:
        """What `card` does now takes `delay`; then `what` is called with it."""
        event = card.event or self.new_event(card)
        event.what = what
        card.started_at = self.clock._now
        card.duration = delay
        heappush(self._queue, (card.started_at + delay, NORMAL, next(self.turns), event))

    def new_event(self, card: Card) -> WorkEnd:
        """An event of the clock for `card`, which keeps it until it stops what it does, or leaves."""
        if self._spare:
            card.event = self._spare.pop()
            card.event.card = card
        else:
            card.event = WorkEnd(self.clock, card)
        return card.event

    def wake(self, station: Station) -> None:
        """Something about `station` has changed: look at it in the next settle."""
        self.may_pull |= station.bit | station.following.bit
        self.may_start |= station.bit
