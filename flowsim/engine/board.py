"""The state machine: pull, start, finish, settle.

An instant has two phases. First everything that happens then is recorded (`arrive`, `_work_ended`). Then `settle`:
from the right-most column to the left each pulls all it can, repeated until nothing moves; then free workers start
cards, right to left. Only stations where something changed are looked at: `may_pull` and `may_start` are sets of
stations, kept as bits, so that "the right-most" is the highest bit.

This is the hot path of the program, so what is done for every card in every plain column is written out rather than
called. What more a column may ask for is elsewhere: `flowsim.engine.service` (set-ups, people, blockers, rework),
`flowsim.engine.transfer` (batches, cadences, shared limits, who may exceed a limit).
"""

from collections.abc import Mapping
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import Final

from simpy.events import NORMAL

from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import NO_WORKER, CardState, Time
from flowsim.engine.arrivals import Source
from flowsim.engine.cards_and_stations import Card
from flowsim.engine.deck import Deck
from flowsim.engine.event_clock import EventClock, What
from flowsim.engine.service import Service
from flowsim.engine.streams import StreamPosition
from flowsim.engine.swarming import Swarming
from flowsim.engine.system_state import IN_BACKLOG, SystemState
from flowsim.engine.transfer import Transfer
from flowsim.engine.workers import Workers

# Plain numbers for the hot path: an enum member costs a look-up and a conversion at every row.
_WAITING: Final = int(CardState.WAITING)
_WORKING: Final = int(CardState.WORKING)
_READY: Final = int(CardState.READY)


class Board(SystemState):
    """A board that moves its cards by the rules of its scenario.

    `source` brings the cards, dealt from `deck`, when and how many at once from where those streams are `at`;
    `workers`, `transfers` and `service` do what is not plain.
    """

    __slots__ = (
        "_in_batches", "_pulls", "_pulls_plainly", "service", "source", "swarming", "transfers", "work_ended",
        "workers",
    )  # fmt: skip

    def __init__(
        self, scenario: Scenario, clock: EventClock, trace: Trace, deck: Deck,
        at: Mapping[str, StreamPosition] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(scenario, clock, trace)
        self.source = Source(self, deck, at)
        self.workers = Workers(self)
        self.transfers = Transfer(self, self.source, self.workers)
        self.service = Service(self, self.source, self.workers, self.transfers)
        self.swarming = Swarming(self, self.workers, self.service)
        self.work_ended: Final[What] = self._work_ended
        clock.settle = self.settle
        self.refit()

    def refit(self) -> None:
        """The rules or a column's settings have changed: find out anew which columns are plain."""
        self.transfers.refit()
        self.service.refit()
        rules, own_workers = self.rules, self.team is None
        self._pulls = rules.auto_pull
        self._in_batches = any(station.batch > 1 or station.batching for station in self.stations)
        self._pulls_plainly = self._pulls and not self._in_batches and self.backlog_limit is None
        self.swarming.refit()
        slot, sorts = rules.blocking == "slot", self.transfers.lines.sorted
        for source, station in pairwise(self.stations):
            single = slot and source.batch == 1 and not source.groups and not source.counts_doing
            passes = single and not station.groups and station.gate is None and not self.transfers.some_exceed
            passes = passes and not sorts
            starts_at_most = station.endless and station.limit == inf
            station.enters_plainly = passes and station.move_time == 0 and not station.is_queue and not starts_at_most
            station.starts_plainly = own_workers and not self.service.special_in(station)
            works = station.has_workers and slot and own_workers and station.batch == 1 and not sorts
            station.after_work = station.bit if station.counts_doing or starts_at_most else 0
            station.ends_plainly = works and not station.after_work and not self.service.reworks(station)

    @property
    def over(self) -> bool:
        """Whether no card is left and none will come."""
        return not self.cards and self.source.to_come == 0

    # First phase of an instant: what happens

    def _work_ended(self, card: Card) -> None:
        station = card.station
        if not station.ends_plainly:
            self.service.ended(card)
            return
        worker, now = card.worker, self.clock.now
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
        """Pull from right to left until nothing moves, then start work from right to left; True if the run is over."""
        if self._in_batches and self.transfers.batches.timed_out:
            self.transfers.batches.release_timed_out()
        if self.may_pull:
            if self._pulls_plainly:
                self._pull_all(now)
            else:
                self._pull_specially(now)
        # Free workers start cards, from right to left; not in a function of its own, for a call costs a fiftieth here.
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
        if self.swarming.stations:
            self.swarming.work_together()
        return not self.cards and self.source.to_come == 0

    def _pull_all(self, now: Time) -> None:  # noqa: C901 - the plain case is written out, for the sake of speed
        """Every station that may pull pulls all it can, in passes from right to left.

        A station that has given a card away may pull next. A station to the right of the present position of the pass
        waits for the next pass.
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
                        card.joined = now
                        if not waiting or ((last := waiting[-1]).joined < now and last.rank <= card.rank):
                            waiting.append(card)
                        else:
                            waiting.join(card)
                        self._times.append(now)
                        self._numbers.append(card.number)
                        self._changes.append(station.waits)
                    else:
                        self.take_away(card, station)
                    if not (ready or station.endless) or station.counted >= station.limit:
                        break
                if station.idle or not station.starts_plainly:
                    self.may_start |= station.bit
                if not (source.supply or source.endless):
                    break
                station = source
            else:
                if station.supply or station.endless or station.lines:
                    self.transfers.pull(station)
                    may_pull |= self.may_pull
                    self.may_pull = 0
            ahead = station.bit - 1

    def _open_door(self, now: Time) -> None:
        """Who came to a full backlog comes in if there is room now, or a column takes them at once; others go away."""
        for card in self.door:
            if self.room_in_backlog > 0 or self._takes_at_once(card):
                self.arrive(card)
                if self._pulls:
                    self._pull_all(now)
            else:
                self.turn_away(card)
        self.door.clear()

    def _takes_at_once(self, card: Card) -> bool:
        """Whether the column that `card` goes to would pull it now."""
        card.station = self.stations[0]
        return self._pulls and self.transfers.has_room_for(card)

    def _pull_specially(self, now: Time) -> None:
        """The pulling of an instant with last batches, with a backlog that may be full, or where nothing is pulled."""
        if self._pulls:
            self._pull_all(now)
        else:
            self.may_pull = 0
            self._keep_backlog_filled()
        if self.door:
            self._open_door(now)
        if self._pulls and self._in_batches:  # who has come in may have filled the last one
            self._flush_last_batches(now)

    def _flush_last_batches(self, now: Time) -> None:
        """What is left of batches leaves when no card will come any more that could fill them."""
        if self.source.to_come == 0:
            while self.transfers.batches.flush_last():
                self._pull_all(now)

    def _from_the_endless_backlog(self) -> Card:
        """A card that arrives at the instant at which it is pulled."""
        card = self.source.next_card()
        self.cards[card.number] = card
        card.since = now = self.clock.now
        self._times.append(now)
        self._numbers.append(card.number)
        self._changes.append(IN_BACKLOG)
        return card

    def _keep_backlog_filled(self) -> None:
        """Where nothing is pulled by itself, an endless backlog still has a card for somebody to take."""
        if self.stations[1].endless and not self.in_backlog:
            self.source.one_now()
            self.may_pull = 0
