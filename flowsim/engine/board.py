"""The state machine: pull, start, finish, settle.

An instant has two phases. First everything that happens then is recorded (`arrive`, `_work_ended`). Then `settle`:
from the right-most column to the left each pulls all it can, repeated until nothing moves; then free workers start
cards, right to left. Only places where something changed are looked at: `_may_pull` and `_may_start` are sets of
places, kept as bits, so that "the right-most" is the highest bit.

This is the hot path of the program, so what is done for every card in every column is written out rather than called.
"""

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, Final

from simpy.events import NORMAL, Event

from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace, pack_row
from flowsim.domain.words import NO_WORKER, CardId, CardState, Time
from flowsim.engine.places import Card, Group, Place, take_from

if TYPE_CHECKING:
    from simpy import Environment

# Plain numbers for the hot path: an enum member costs a look-up and a conversion at every row.
_BACKLOG: Final = int(CardState.BACKLOG)
_WAITING: Final = int(CardState.WAITING)
_WORKING: Final = int(CardState.WORKING)
_BLOCKED: Final = int(CardState.BLOCKED)
_READY: Final = int(CardState.READY)
_DELIVERED: Final = int(CardState.DELIVERED)
_DROPPED: Final = int(CardState.DROPPED)

AHEAD_OF_ALL: Final = -1.0
"""A time of becoming ready before any that happens."""

BEHIND_ALL_STARTS: Final = 1 << 40
"""An order of service start that no column reaches: cards moved by hand line up behind it."""


class Board:
    """Cards in places, moved by the rules of one scenario; every change of state goes to `trace`.

    `cards` are those in the system, by number. `arrive_now` lets one more card arrive; it is called when the backlog
    is never empty and the first column has room.
    """

    def __init__(self, scenario: Scenario, clock: "Environment", trace: Trace, arrive_now: Callable[[], None]) -> None:
        self.scenario = scenario
        self.clock = clock
        self.places = _places(scenario)
        self.groups = _groups(scenario, self.places)
        self.cards: dict[CardId, Card] = {}
        self._write = trace.write
        self._arrive_now = arrive_now
        self._endings: list[Callable[[Event], None]] = [self._work_ended]
        self._auto_pull = scenario.rules.auto_pull
        self._keeps_worker = scenario.rules.blocking == "server"
        self._may_pull = self.places[1].bit
        self._may_start = 0
        self._done = self.places[-1]
        self._dropped = Place(-1, None)
        self._hand_moves = 0

    # First phase of an instant: what happens

    def arrive(self, card: Card) -> None:
        """A new card stands in the backlog."""
        self.cards[card.number] = card
        card.place = self.places[0]
        card.key = (card.rank, self.clock._now, 0, card.number, card)
        self._line_up_in_backlog(card)

    def _line_up_in_backlog(self, card: Card) -> None:
        card.state = _BACKLOG
        heappush(card.place.ready, card.key)
        self._may_pull |= 2
        self._write(pack_row(self.clock._now, card.number, -1, _BACKLOG, NO_WORKER))

    def _work_ended(self, event: Event) -> None:
        card: Card = event._value
        if card.ending is not event:
            return  # a person stopped this work; the clock cannot forget an event
        if not self._keeps_worker:
            self._free_worker(card)
        self._becomes_ready(card, card.place)

    def _becomes_ready(self, card: Card, place: Place) -> None:
        now, number = self.clock._now, card.number
        card.state = _READY
        card.key = key = (card.rank, now, card.order, number, card)
        heappush(place.ready, key)
        if place.counts_doing:
            place.counted -= 1
        self._may_pull |= place.after_ready
        self._write(pack_row(now, number, place.shown, _READY, card.worker))

    def _free_worker(self, card: Card) -> None:
        """Whoever holds `card` lets go of it; who is no longer needed leaves."""
        place, worker = card.place, card.worker
        card.worker = NO_WORKER
        if worker < place.staff:
            heappush(place.idle, worker)
            self._may_start |= place.bit
            if place.endless:
                self._may_pull |= place.bit
        else:
            place.present.discard(worker)

    # Second phase: settle

    def settle(self) -> None:
        """Pull right to left until nothing moves, then let free workers start, right to left."""
        if self._auto_pull:
            while self._may_pull:
                self._pull_once_through()
        else:
            self._may_pull = 0
        if self._may_start:
            self._start_all()

    def _pull_once_through(self) -> None:
        """One pass from the right-most place that may pull to the left, every place on the way pulling all it can.

        What then becomes possible further right waits for the next pass.
        """
        pending = self._may_pull
        place = self.places[pending.bit_length() - 1]
        while True:
            self._may_pull &= place.elsewhere
            source = place.source
            ready, moved = source.ready, False
            while place.counted < place.limit and (ready or (place.endless and self._wants_more(place))):
                if place.entry_groups and any(group.counted >= group.limit for group in place.entry_groups):
                    break
                if not ready:
                    self._arrive_now()
                self._transfer(heappop(ready)[4], source, place)
                moved = True
            if not source.index or not (moved or self._may_pull & place.to_the_left):
                return
            place = source

    def _wants_more(self, place: Place) -> bool:
        """Whether an endless backlog gives `place` a card: one without any limit takes only what it can start."""
        return place.limit < inf or bool(place.entry_groups) or len(place.idle) > len(place.waiting)

    def _transfer(self, card: Card, source: Place, place: Place) -> None:
        """`card`, out of its line in `source`, gives up its slot there and takes one in `place`; its key stays."""
        if not source.counts_doing or card.state != _READY:
            source.counted -= 1
        if card.worker >= 0:
            self._free_worker(card)
        if source.groups:
            self._leave_groups(source)
        self._may_pull |= source.after_leaving
        card.place = place
        place.counted += 1
        if place.groups:
            for group in place.groups:
                group.counted += 1
        if place.has_workers:
            card.state = _WAITING
            heappush(place.waiting, card.key)
            self._may_start |= place.bit
            self._write(pack_row(self.clock._now, card.number, place.shown, _WAITING, NO_WORKER))
        else:
            self._enter_where_nobody_works(card, place)

    def _leave_groups(self, source: Place) -> None:
        for group in source.groups:
            group.counted -= 1
            self._may_pull |= self.places[group.first].bit

    def _enter_where_nobody_works(self, card: Card, place: Place) -> None:
        if place is self._done:
            self._gone(card, _DELIVERED)
        elif place is self._dropped:
            self._gone(card, _DROPPED)
        elif place.is_queue:
            place.starts = card.order = place.starts + 1
            self._becomes_ready(card, place)
        else:
            self._line_up_in_backlog(card)

    def _gone(self, card: Card, state: int) -> None:
        card.state = state
        card.ending = None
        del self.cards[card.number]
        self._write(pack_row(self.clock._now, card.number, -1, state, NO_WORKER))

    def _start_all(self) -> None:
        clock, write, places = self.clock, self._write, self.places
        now, schedule = clock._now, clock.schedule
        while starting := self._may_start:
            index = starting.bit_length() - 1
            self._may_start = starting ^ (1 << index)
            place = places[index]
            waiting, idle = place.waiting, place.idle
            while waiting and idle:
                card = heappop(waiting)[4]
                card.worker = worker = heappop(idle)
                place.starts = card.order = place.starts + 1
                card.state = _WORKING
                write(pack_row(now, card.number, place.shown, _WORKING, worker))
                duration = card.remaining
                if duration is None:
                    duration = card.service[place.shown]
                # A card's event is used again for its next column; a cancelled one is left behind in the clock.
                ending = card.ending or self._new_ending(card)
                ending.callbacks = self._endings
                card.started_at = now
                card.duration = duration
                card.remaining = None
                schedule(ending, NORMAL, duration)

    def _new_ending(self, card: Card) -> Event:
        card.ending = ending = Event(self.clock)
        ending._ok = True
        ending._value = card
        return ending

    # What a person's hands do

    def move(self, card: Card, place: Place) -> None:
        """Take `card` out of whatever it is in, work and line, and put it at the tail of `place`."""
        source = card.place
        self._pick_up(card)
        self._hand_moves += 1
        card.key = (card.rank, self.clock.now, BEHIND_ALL_STARTS + self._hand_moves, card.number, card)
        self._transfer(card, source, place)

    def drop(self, card: Card) -> None:
        """Take `card` off the board, unfinished."""
        self._pick_up(card)
        self._transfer(card, card.place, self._dropped)

    def block(self, card: Card) -> None:
        """`card` stops where it is and keeps its slot; its worker waits with it where the column says so."""
        place = card.place
        card.stopped = card.state
        if card.state == _WAITING:
            take_from(place.waiting, card)
        elif card.state == _READY:
            take_from(place.ready, card)
        else:
            card.remaining = max(card.duration - (self.clock.now - card.started_at), 0.0)
            card.ending = None
            if place.column is not None and not place.column.blockers.worker_waits:
                self._free_worker(card)
        card.state = _BLOCKED
        self._write(pack_row(self.clock.now, card.number, place.shown, _BLOCKED, card.worker))

    def unblock(self, card: Card) -> None:
        """`card` goes on where it stopped; if its worker has left, it waits ahead of its class for the next one."""
        place, stopped = card.place, card.stopped
        card.stopped = None
        if stopped == _READY:
            card.state = _READY
            heappush(place.ready, card.key)
            self._may_pull |= place.bit << 1
        elif stopped == _WORKING and card.worker >= 0:
            self._resume(card)
        else:
            if stopped == _WORKING:
                card.key = (card.rank, AHEAD_OF_ALL, card.order, card.number, card)
            card.state = _WAITING
            heappush(place.waiting, card.key)
            self._may_start |= place.bit
        self._write(pack_row(self.clock.now, card.number, place.shown, card.state, card.worker))

    def work_at_hand(self, number: CardId) -> tuple[Time, Time] | None:
        """When the present work on a card began and how long it takes; None if nobody works on it."""
        card = self.cards.get(number)
        return None if card is None or card.state != _WORKING else (card.started_at, card.duration)

    def wake(self, place: Place) -> None:
        """Something about `place` has changed: look at it in the next settle."""
        self._may_pull |= place.bit
        self._may_start |= place.bit

    def _resume(self, card: Card) -> None:
        assert card.remaining is not None
        card.state = _WORKING
        ending = self._new_ending(card)
        ending.callbacks = self._endings
        card.started_at = self.clock.now
        card.duration = card.remaining
        card.remaining = None
        self.clock.schedule(ending, NORMAL, card.duration)

    def _pick_up(self, card: Card) -> None:
        """Take `card` out of its line or its work; it still holds its slot and its worker."""
        place = card.place
        if card.stopped is not None:
            card.state, card.stopped = card.stopped, None
        elif card.state == _WAITING:
            take_from(place.waiting, card)
        elif card.state in (_READY, _BACKLOG):
            take_from(place.ready, card)
        if card.state == _WORKING:
            card.ending = None
        card.remaining = None


def _places(scenario: Scenario) -> list[Place]:
    columns = [Place(index, column) for index, column in enumerate(scenario.columns, start=1)]
    places = [Place(0, None), *columns, Place(len(columns) + 1, None)]
    for source, place in pairwise(places):
        place.source = source
    places[1].endless = scenario.saturated
    return places


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
