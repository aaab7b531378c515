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
from flowsim.domain.trace import Trace, change_of
from flowsim.domain.words import BACKLOG, NO_WORKER, CardId, CardState, Time
from flowsim.engine.places import Card, Place, groups_of, places_of

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
_IN_BACKLOG: Final = change_of(BACKLOG, _BACKLOG, NO_WORKER)

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
        self.places = places_of(scenario)
        self.groups = groups_of(scenario, self.places)
        self._keeps_worker = scenario.rules.blocking == "server"
        for source, place in pairwise(self.places):
            special = self._keeps_worker or place.groups or source.groups or source.counts_doing
            place.simple = place.has_workers and not special
        self.cards: dict[CardId, Card] = {}
        self._trace = trace
        self._times, self._numbers, self._changes = trace.times, trace.cards, trace.changes
        self._arrive_now = arrive_now
        self._when_ended: list[Callable[[Event], None]] = [self._work_ended]
        self._spare: list[Event] = []
        self._schedule = clock.schedule
        self._auto_pull = scenario.rules.auto_pull
        self._may_pull = self.places[1].bit
        self._may_start = 0
        self._dropped = Place(len(self.places), None)
        self._dropped.takes_away = change_of(BACKLOG, _DROPPED, NO_WORKER)
        self._hand_moves = 0

    # First phase of an instant: what happens

    def arrive(self, card: Card) -> None:
        """A new card stands in the backlog."""
        self.cards[card.number] = card
        card.place = self.places[0]
        card.since = self.clock._now
        self._line_up_in_backlog(card)

    def _line_up_in_backlog(self, card: Card) -> None:
        card.state = _BACKLOG
        backlog = card.place.ready
        if backlog:
            backlog.join(card)
        else:
            backlog.append(card)
        self._may_pull |= 2
        self._times.append(self.clock._now)
        self._numbers.append(card.number)
        self._changes.append(_IN_BACKLOG)

    def _work_ended(self, event: Event) -> None:
        card: Card = event._value
        if card.ending is not event:
            return  # a person stopped this work; the clock cannot forget an event
        place, worker, now = card.place, card.worker, self.clock._now
        self._times.append(now)
        self._numbers.append(card.number)
        if self._keeps_worker:
            self._changes.append(change_of(place.shown, _READY, worker))
        else:
            self._changes.append(place.is_ready)
            card.worker = NO_WORKER
            if worker < place.staff:
                if place.idle:
                    heappush(place.idle, worker)
                else:
                    place.idle.append(worker)
                if place.waiting:
                    self._may_start |= place.bit
            else:
                place.present.discard(worker)
        card.state = _READY
        card.since = now
        ready = place.ready
        if not ready or ((last := ready[-1]).since < now and last.rank <= card.rank):
            ready.append(card)
        else:
            ready.join(card)
        following = place.following
        if following.counted < following.limit:
            self._may_pull |= following.bit
        if place.after_work:
            self._may_pull |= place.after_work
            if place.counts_doing:
                place.counted -= 1

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
        if self._may_pull:
            if self._auto_pull:
                self._pull_all()
            else:
                self._may_pull = 0
                self._keep_backlog_filled()
        starting = self._may_start
        if not starting:
            return
        now = self.clock._now
        while starting:
            place = self.places[starting.bit_length() - 1]
            starting ^= place.bit
            waiting, idle = place.waiting, place.idle
            while waiting and idle:
                card = waiting.take() if waiting.overtakers else waiting.popleft()
                card.worker = worker = heappop(idle)
                place.starts = card.turn = place.starts + 1
                card.state = _WORKING
                self._times.append(now)
                self._numbers.append(card.number)
                self._changes.append(place.works[worker])
                duration = card.remaining
                if duration is None:
                    duration = card.service[place.shown]
                else:
                    card.remaining = None
                # A card's event is used again for its next column; a cancelled one is left behind in the clock.
                ending = card.ending or self._new_ending(card)
                ending.callbacks = self._when_ended
                card.started_at = now
                card.duration = duration
                self._schedule(ending, NORMAL, duration)
        self._may_start = 0

    def _pull_all(self) -> None:
        """Every place that may pull pulls all it can, in passes from right to left.

        Who has given a card away may pull next. What becomes possible further right than where a pass has come waits
        for the next pass.
        """
        now, ahead = self.clock._now, -1
        while may_pull := self._may_pull:
            place = self.places[(may_pull & ahead or may_pull).bit_length() - 1]
            bit = place.bit
            self._may_pull = may_pull ^ bit
            ahead = bit - 1
            source = place.source
            ready = source.ready
            while place.counted < place.limit and (ready or place.endless) and (not place.asks or self._lets_in(place)):
                if not ready:
                    self._arrive_now()
                card = ready.take() if ready.overtakers else ready.popleft()
                if source.supply or source.endless:
                    self._may_pull |= source.bit
                if not place.simple:
                    self._transfer(card, source, place)
                    continue
                # What `_transfer` does, written out for the usual case.
                source.counted -= 1
                place.counted += 1
                card.place = place
                card.state = _WAITING
                waiting = place.waiting
                if not waiting or ((last := waiting[-1]).since < card.since and last.rank <= card.rank):
                    waiting.append(card)
                else:
                    waiting.join(card)
                if place.idle:
                    self._may_start |= bit
                self._times.append(now)
                self._numbers.append(card.number)
                self._changes.append(place.waits)

    def _keep_backlog_filled(self) -> None:
        """Where nothing is pulled by itself, an endless backlog still has a card for somebody to take."""
        if self.places[1].endless and not self.places[0].ready:
            self._arrive_now()
            self._may_pull = 0

    def _lets_in(self, place: Place) -> bool:
        """Whether the groups that begin with `place` have room and the endless backlog to its left has a card for it.

        A place without any limit takes from an endless backlog only what it can start.
        """
        groups = place.entry_groups
        if groups and any(group.counted >= group.limit for group in groups):
            return False
        if place.source.ready or place.limit < inf or groups:
            return True
        return len(place.idle) > place.waiting.length

    def _transfer(self, card: Card, source: Place, place: Place) -> None:
        """`card`, out of its line in `source`, gives up its slot there and takes one in `place`; its key stays."""
        if not source.counts_doing or card.state != _READY:
            source.counted -= 1
        if card.worker >= 0:
            self._free_worker(card)
        for group in source.groups:
            group.counted -= 1
            self._may_pull |= self.places[group.first].bit
        card.place = place
        place.counted += 1
        for group in place.groups:
            group.counted += 1
        if place.has_workers:
            card.state = _WAITING
            place.waiting.join(card)
            self._may_start |= place.bit
            self._record(card, place)
        elif place.is_queue:
            place.starts = card.turn = place.starts + 1
            self._becomes_ready(card, place)
        elif place.is_backlog:
            self._line_up_in_backlog(card)
        else:
            self._gone(card, place)

    def _becomes_ready(self, card: Card, place: Place) -> None:
        """`card`, in a queue, may leave it."""
        card.state = _READY
        card.since = self.clock._now
        place.ready.join(card)
        self._may_pull |= place.following.bit | place.after_work
        if place.counts_doing:
            place.counted -= 1
        self._record(card, place)

    def _gone(self, card: Card, place: Place) -> None:
        card.state = _DROPPED if place is self._dropped else _DELIVERED
        if card.ending is not None:
            self._spare.append(card.ending)
            card.ending = None
        del self.cards[card.number]
        self._times.append(self.clock._now)
        self._numbers.append(card.number)
        self._changes.append(place.takes_away)

    def _record(self, card: Card, place: Place) -> None:
        self._times.append(self.clock._now)
        self._numbers.append(card.number)
        self._changes.append(change_of(place.shown, card.state, card.worker))

    def _new_ending(self, card: Card) -> Event:
        if self._spare:
            ending = self._spare.pop()
        else:
            ending = Event(self.clock)
            ending._ok = True
        ending._value = card
        card.ending = ending
        return ending

    # What a person's hands do

    def move(self, card: Card, place: Place) -> None:
        """Take `card` out of whatever it is in, work and line, and put it at the tail of `place`."""
        source = card.place
        self._pick_up(card)
        self._hand_moves += 1
        card.since = self.clock.now
        card.turn = BEHIND_ALL_STARTS + self._hand_moves
        self._may_pull |= source.bit or source.following.bit
        self._transfer(card, source, place)

    def drop(self, card: Card) -> None:
        """Take `card` off the board, unfinished."""
        self._pick_up(card)
        self._may_pull |= card.place.bit
        self._transfer(card, card.place, self._dropped)

    def block(self, card: Card) -> None:
        """`card` stops where it is and keeps its slot; its worker waits with it where the column says so."""
        place = card.place
        card.stopped = card.state
        if card.state == _WAITING:
            place.waiting.leave(card)
        elif card.state == _READY:
            place.ready.leave(card)
        else:
            card.remaining = max(card.duration - (self.clock.now - card.started_at), 0.0)
            card.ending = None
            if place.column is not None and not place.column.blockers.worker_waits:
                self._free_worker(card)
        card.state = _BLOCKED
        self._record(card, place)

    def unblock(self, card: Card) -> None:
        """`card` goes on where it stopped; if its worker has left, it waits ahead of its class for the next one."""
        place, stopped = card.place, card.stopped
        card.stopped = None
        if stopped == _READY:
            card.state = _READY
            place.ready.join(card)
            self._may_pull |= place.following.bit
        elif stopped == _WORKING and card.worker >= 0:
            self._resume(card)
        else:
            if stopped == _WORKING:
                card.since = AHEAD_OF_ALL
            card.state = _WAITING
            place.waiting.join(card)
            self._may_start |= place.bit
        self._record(card, place)

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
        ending.callbacks = self._when_ended
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
            place.waiting.leave(card)
        elif card.state in (_READY, _BACKLOG):
            place.ready.leave(card)
        if card.state == _WORKING:
            card.ending = None
        card.remaining = None
