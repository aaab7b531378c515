"""The state machine: pull, start, finish, settle.

An instant has two phases. First everything that happens then is recorded (`arrive`, `_work_ended`). Then `settle`:
from the right-most column to the left each pulls all it can, repeated until nothing moves; then free workers start
cards, right to left. Only places where something changed are looked at: `_may_pull` and `_may_start` are sets of
places, kept as bits, so that "the right-most" is the highest bit.
"""

from collections.abc import Callable
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from simpy.events import Timeout

from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import NO_WORKER, CardId, CardState
from flowsim.engine.places import Card, Group, Place, take_from
from flowsim.engine.streams import Draws

if TYPE_CHECKING:
    from simpy import Environment
    from simpy.events import Event

# Plain numbers for the hot path: an enum member costs a look-up and a conversion at every row.
_BACKLOG = int(CardState.BACKLOG)
_WAITING = int(CardState.WAITING)
_WORKING = int(CardState.WORKING)
_READY = int(CardState.READY)
_DELIVERED = int(CardState.DELIVERED)
_DROPPED = int(CardState.DROPPED)

AHEAD_OF_ALL = -1.0
"""A time of becoming ready before any that happens."""

BEHIND_ALL_STARTS = 1 << 40
"""An order of service start that no column reaches: cards moved by hand line up behind it."""


class Board:
    """Cards in places, moved by the rules of one scenario; every change of state goes to `trace`.

    `arrive_now` lets one more card arrive; it is called when the backlog is never empty and the first column has room.
    """

    def __init__(self, scenario: Scenario, clock: "Environment", trace: Trace, arrive_now: Callable[[], None]) -> None:
        self.scenario = scenario
        self.clock = clock
        self.trace = trace
        self.places = _places(scenario)
        self.groups = _groups(scenario, self.places)
        self.cards: dict[CardId, Card] = {}
        self.delivered = 0
        self.dropped = 0
        self.arrive_now = arrive_now
        self._hand_moves = 0
        self._auto_pull = scenario.rules.auto_pull
        self._keeps_worker = scenario.rules.blocking == "server"
        self._may_pull = 0
        self._may_start = 0
        self._saturated_bit = self.places[1].bit if scenario.saturated else 0
        self.wake(self.places[1])

    # What happens

    def arrive(self, card: Card) -> None:
        """A new card stands in the backlog."""
        backlog, now = self.places[0], self.clock.now
        card.place = backlog
        card.key = (card.rank, now, 0, card.number, card)
        self.cards[card.number] = card
        heappush(backlog.ready, card.key)
        self._may_pull |= 2
        self.trace.append(now, card.number, -1, _BACKLOG, NO_WORKER)

    def _work_ended(self, event: "Event") -> None:
        card: Card = event._value
        if card.ending is not event:
            return  # a person stopped this work; the clock cannot forget an event
        place = card.place
        card.ending = None
        self._becomes_ready(card, place)

    def _becomes_ready(self, card: Card, place: Place) -> None:
        now = self.clock._now
        card.state = CardState.READY
        card.remaining = None
        card.key = key = (card.rank, now, card.order, card.number, card)
        heappush(place.ready, key)
        place.doing -= 1
        if not self._keeps_worker and card.worker >= 0:
            self.free_worker(card)
        self._may_pull |= (place.bit << 1) | (place.bit if place.counts_doing else 0)
        self.trace.append(now, card.number, place.shown, _READY, card.worker)

    # Settle

    def settle(self) -> None:
        """Second phase of an instant: pull right to left until nothing moves, then start, right to left."""
        if not self._auto_pull:
            self._may_pull = 0
        places = self.places
        while self._may_pull:
            passed = 0  # what changed to the right of the place at hand waits for the next pass
            while self._may_pull:
                index = self._may_pull.bit_length() - 1
                bit = 1 << index
                self._may_pull ^= bit
                self._pull_into(places[index], places[index - 1])
                to_the_right = self._may_pull & -(bit << 1)
                if to_the_right:
                    passed |= to_the_right
                    self._may_pull ^= to_the_right
            self._may_pull = passed
        while self._may_start:
            index = self._may_start.bit_length() - 1
            self._may_start ^= 1 << index
            place = places[index]
            while place.waiting and place.idle:
                self._start(place)

    def _pull_into(self, place: Place, source: Place) -> None:
        while (place.doing if place.counts_doing else place.held) < place.limit:
            if place.entry_groups and any(group.held >= group.limit for group in place.entry_groups):
                return
            if not source.ready:
                if place.bit != self._saturated_bit or not self._wants_more(place):
                    return
                self.arrive_now()
            card = heappop(source.ready)[4]
            self._leaves(card, source)
            self.enter(card, place)

    def _wants_more(self, place: Place) -> bool:
        """Whether an endless backlog hands a card over: a place without any limit takes only what it can start."""
        return place.limit < float("inf") or bool(place.entry_groups) or len(place.idle) > len(place.waiting)

    def _leaves(self, card: Card, source: Place) -> None:
        """`card`, ready and out of its heap, gives up its slot in `source`."""
        if source.index:
            source.held -= 1
            self._may_pull |= source.bit
            if card.worker >= 0:
                self.free_worker(card)
            for group in source.groups:
                group.held -= 1
                self._may_pull |= self.places[group.first].bit

    def enter(self, card: Card, place: Place) -> None:
        """`card`, which holds no slot, takes one in `place` and keeps its key in the new line."""
        card.place = place
        if place is self.places[-1]:
            self._deliver(card)
            return
        place.held += 1
        for group in place.groups:
            group.held += 1
        place.doing += 1
        if place.is_queue:
            place.starts += 1
            card.order = place.starts
            self._becomes_ready(card, place)
            return
        card.state = CardState.WAITING
        heappush(place.waiting, card.key)
        self._may_start |= place.bit
        self.trace.append(self.clock._now, card.number, place.shown, _WAITING, NO_WORKER)

    def _start(self, place: Place) -> None:
        card = heappop(place.waiting)[4]
        card.worker = worker = heappop(place.idle)
        place.starts += 1
        card.order = place.starts
        card.state = CardState.WORKING
        duration = card.remaining
        if duration is None:
            duration = self.service_time(card, place)
        self.trace.append(self.clock._now, card.number, place.shown, _WORKING, worker)
        self.work_until_done(card, duration)

    def work_until_done(self, card: Card, duration: float) -> None:
        """The clock will end the work on `card` after `duration`."""
        ending = Timeout(self.clock, duration, card)
        ending.callbacks.append(self._work_ended)
        card.ending = ending
        card.ends_at = self.clock._now + duration

    def service_time(self, card: Card, place: Place) -> float:
        """How long a worker of normal speed works on `card` in `place`; the same however often it is asked."""
        if card.service is not None:
            return card.service.get(place.shown, 0.0)
        return place.added_work[card.ticket] if card.added else place.work[card.ticket]

    def _deliver(self, card: Card) -> None:
        card.state = CardState.DELIVERED
        del self.cards[card.number]
        self.delivered += 1
        self.trace.append(self.clock._now, card.number, -1, _DELIVERED, NO_WORKER)

    # What a person's hands need

    def free_worker(self, card: Card) -> None:
        """Whoever holds `card` lets go of it."""
        place = card.place
        place.release(card.worker)
        card.worker = NO_WORKER
        self._may_start |= place.bit
        self._may_pull |= place.bit & self._saturated_bit

    def pick_up(self, card: Card) -> Place:
        """Take `card` out of whatever it is in: line, work, slot. Returns the place it stood in."""
        place = card.place
        if card.state == CardState.WAITING:
            take_from(place.waiting, card)
        elif card.state in (CardState.READY, CardState.BACKLOG):
            take_from(place.ready, card)
        if card.state in (CardState.WAITING, CardState.WORKING) or (
            card.state == CardState.BLOCKED and card.stopped != CardState.READY
        ):
            place.doing -= 1
        card.ending = None
        card.remaining = None
        card.stopped = None
        self._leaves(card, place)
        return place

    def put_back(self, card: Card) -> None:
        """`card`, picked up, goes to the tail of the backlog."""
        backlog = self.places[0]
        card.place = backlog
        card.state = CardState.BACKLOG
        self.to_the_tail(card)
        heappush(backlog.ready, card.key)
        self._may_pull |= 2
        self.trace.append(self.clock.now, card.number, -1, _BACKLOG, NO_WORKER)

    def discard(self, card: Card) -> None:
        """`card`, picked up, leaves the board unfinished."""
        card.state = CardState.DROPPED
        del self.cards[card.number]
        self.dropped += 1
        self.trace.append(self.clock.now, card.number, -1, _DROPPED, NO_WORKER)

    def block(self, card: Card) -> None:
        """`card` stops where it is and keeps its slot; its worker waits with it where the column says so."""
        place = card.place
        card.stopped = CardState(card.state)
        if card.stopped == CardState.WAITING:
            take_from(place.waiting, card)
        elif card.stopped == CardState.READY:
            take_from(place.ready, card)
        else:
            card.remaining = card.ends_at - self.clock.now
            card.ending = None
            if place.column is not None and not place.column.blockers.worker_waits:
                self.free_worker(card)
        card.state = CardState.BLOCKED
        self.trace.append(self.clock.now, card.number, place.shown, CardState.BLOCKED, card.worker)

    def unblock(self, card: Card) -> None:
        """`card` goes on where it stopped; if its worker has left, it waits ahead of its class for the next one."""
        place, stopped = card.place, card.stopped
        card.stopped = None
        if stopped == CardState.READY:
            card.state = CardState.READY
            heappush(place.ready, card.key)
            self._may_pull |= place.bit << 1
        elif card.worker >= 0 and card.remaining is not None:
            card.state = CardState.WORKING
            self.work_until_done(card, card.remaining)
        else:
            if stopped == CardState.WORKING:
                card.key = (card.rank, AHEAD_OF_ALL, card.order, card.number, card)
            card.state = CardState.WAITING
            heappush(place.waiting, card.key)
            self._may_start |= place.bit
        self.trace.append(self.clock.now, card.number, place.shown, card.state, card.worker)

    def to_the_tail(self, card: Card) -> None:
        """Give `card` a key behind everybody of its class who waits now."""
        self._hand_moves += 1
        card.key = (card.rank, self.clock.now, BEHIND_ALL_STARTS + self._hand_moves, card.number, card)

    def wake(self, place: Place) -> None:
        """Something about `place` has changed: look at it in the next settle."""
        self._may_pull |= place.bit | (place.bit << 1)
        self._may_start |= place.bit


def _places(scenario: Scenario) -> list[Place]:
    columns = [Place(index, column) for index, column in enumerate(scenario.columns, start=1)]
    for place, column in zip(columns, scenario.columns, strict=True):
        place.work = Draws(column.service, scenario.seed, "work", column.id)
        place.added_work = Draws(column.service, scenario.seed, "work of added cards", column.id)
    return [Place(0, None), *columns, Place(len(columns) + 1, None)]


def _groups(scenario: Scenario, places: list[Place]) -> list[Group]:
    groups = []
    for shared in scenario.shared_limits:
        members = sorted(scenario.column_index[column] + 1 for column in shared.columns)
        titles = " + ".join(scenario.columns[index - 1].title for index in members)
        group = Group(members[0], members[-1], shared.limit, titles)
        groups.append(group)
        for index in members:
            places[index].groups.append(group)
        places[group.first].entry_groups.append(group)
    return groups
