"""Handing cards over where more is asked for than a free slot: transfer batches, move times, cadences, shared limits,
classes that may exceed a limit. The plain case is written out in `flowsim.engine.board`.
"""

from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING

from flowsim.domain.words import CardState, Time
from flowsim.engine.cards import Card
from flowsim.engine.event_clock import What
from flowsim.engine.stations import CadenceGate, LimitGroup, Station

if TYPE_CHECKING:
    from flowsim.engine.board import Board

MOVING, BATCHING, READY = int(CardState.MOVING), int(CardState.BATCHING), int(CardState.READY)


class Transfer:
    """What may leave a column, together with what, and what the next column lets in, on `board`.

    `some_exceed` says that a class may exceed limits, `timed_out` are
    batches that need not be full any more.
    """

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._when_moved: What = self._moved
        self.timed_out: list[tuple[Station, int]] = []

    def refit(self) -> None:
        """The rules have changed, or what is done for a class of service."""
        self.some_exceed = any(each.may_exceed for each in self._board.classes)
        # Nobody in a line exceeds a limit whose first card is of a lower class than the lowest that may.
        self._last_rank = max((-each.priority for each in self._board.classes if each.may_exceed), default=0)
        stations, rules = self._board.stations, self._board.rules
        for station, every in ((stations[1], rules.replenish_every), (stations[-1], rules.deliver_every)):
            if every != (station.gate.every if station.gate else None):
                station.gate = CadenceGate(every) if every else None

    # What comes out of a column

    def finish(self, card: Card) -> None:
        """`card` is done in its column: it may leave, or waits for the rest of its batch.

        Where cards leave in batches nobody keeps a card in hand meanwhile, not even where a worker otherwise does.
        """
        station, board = card.station, self._board
        keeps = board.rules.blocking == "server" and station.batch == 1
        if card.worker >= 0 and not keeps:
            board.service.let_go(card)
        card.since = board.clock.now
        card.fresh = True  # wherever it goes next, nobody has begun on it there
        if station.counts_doing:
            station.counted -= 1
            station.uncounted += 1
            board.may_pull |= station.bit
        if station.batch > 1:
            self._collect(card, station)
        else:
            card.state = READY
            board.record(card)
            station.ready.join(card)
            board.may_pull |= station.following.bit | station.after_work

    def _collect(self, card: Card, station: Station) -> None:
        station.batching.append(card)
        if len(station.batching) >= station.batch:
            self.release(station)
            return
        card.state = BATCHING
        self._board.record(card)
        if self._board.source.to_come == 0:
            self._board.may_pull |= station.bit  # it may be the last one: `flush_last` has a look
        if len(station.batching) == 1:
            self.time(station)

    def time(self, station: Station) -> None:
        """The batch that has been begun in `station` leaves after the time-out, counted from its first card."""
        if station.timeout is not None and station.batching:
            station.batch_token += 1
            token, due = station.batch_token, station.batching[0].since + station.timeout
            self._board.clock.call_at(max(due, self._board.clock.now), lambda _: self._time_out(station, token))

    def _time_out(self, station: Station, token: int) -> None:
        if station.batching and station.batch_token == token:
            self.timed_out.append((station, token))

    def release_timed_out(self) -> None:
        """Batches whose time is up leave, unless the instant has filled them meanwhile."""
        for station, token in self.timed_out:
            if station.batching and station.batch_token == token:
                self.release(station)
        self.timed_out.clear()

    def release(self, station: Station) -> None:
        """The cards done in `station` leave in batches as large as they can be, the last one whatever its size."""
        cards, station.batching = station.batching, []
        station.batch_token += 1
        for start in range(0, len(cards), station.batch):
            self._may_leave(cards[start : start + station.batch], station)

    def split(self, station: Station) -> None:
        """The size of a batch has changed: what is full by the new one may leave."""
        full = len(station.batching) // station.batch * station.batch
        if full:
            rest = station.batching[full:]
            station.batching = station.batching[:full]
            self.release(station)
            station.batching = rest
            if rest:
                self.time(station)

    def put_down(self) -> None:
        """Nobody keeps a finished card in hand any more."""
        for card in self._board.cards.values():
            if card.state == READY and card.worker >= 0:
                self._board.service.let_go(card)
                self._board.record(card)

    def dissolve(self, station: Station) -> None:
        """Cards that would have left `station` together may leave one by one."""
        for card in station.ready.in_order():
            if card.batch is not None:
                station.ready.leave(card)
                for one in card.batch:
                    self._stand_in_line([one], station)

    def flush_last(self) -> bool:
        """Let partial batches go that no card can join any more, now that none will arrive; whether there were any."""
        upstream = self._board.stations[0].ready.length
        for station in self._board.stations[1:-1]:
            upstream += station.held
            if station.batching and upstream == len(station.batching) + self._ready_in(station):
                self.release(station)
                return True
        return False

    def _ready_in(self, station: Station) -> int:
        return sum(len(card.batch or (card,)) for card in station.ready.in_order())

    def _may_leave(self, cards: list[Card], station: Station) -> None:
        """`cards` leave together from now on; the first by its key stands in line for all of them."""
        now = self._board.clock.now
        for card in cards:
            card.state = READY
            card.since = now
            self._board.record(card)
        self._stand_in_line(cards, station)

    def _stand_in_line(self, cards: list[Card], station: Station) -> None:
        for card in cards:
            card.batch = cards if len(cards) > 1 else None
        station.ready.join(min(cards, key=lambda card: card.key))
        self._board.may_pull |= station.following.bit | station.after_work

    def leave(self, card: Card) -> None:
        """`card` goes out of the line of those that may leave, or out of its batch, which stays together without it."""
        station = card.station
        if card.state == BATCHING:
            first = station.batching[0] is card
            station.batching.remove(card)
            if first:
                station.batch_token += 1
                if station.batching:
                    self.time(station)
            return
        cards, card.batch = card.batch, None
        if cards is None:
            station.ready.leave(card)
            return
        station.ready.leave(min(cards, key=lambda one: one.key))
        self._stand_in_line([one for one in cards if one is not card], station)

    def join_again(self, card: Card, together: list[Card] | None) -> None:
        """`card`, which has just left its line, stands in it again, with those it is to leave `together` with."""
        others = [one for one in together or () if one is not card]
        if others:
            card.station.ready.leave(min(others, key=lambda one: one.key))
        self._stand_in_line([*others, card], card.station)

    def rejoin(self, card: Card, *, batching: bool) -> None:
        """`card`, which was stopped when it was done here, goes on waiting for its batch or for room."""
        station = card.station
        if batching:
            self._collect(card, station)
            return
        card.state = READY
        self._board.record(card)
        self._stand_in_line([card], station)

    # What goes into a column

    def pull(self, station: Station) -> None:
        """`station` pulls from its left all it can."""
        source = station.source
        if station.gate is not None and not self._passes(station, station.gate):
            return
        while source.ready or station.endless:
            if not source.ready and not self._supplied(station):
                return
            first = source.ready.first
            if first.batch is None and station.obstacle_for(source) is None:
                source.ready.take()
                self._board.may_pull |= source.bit
                self._board.transfer(first, source, station, handed_over=True)
            elif first.batch is not None and station.obstacle_for(source, len(first.batch)) is None:
                source.ready.take()
                self._hand_on(first.batch, station)
            elif not self.some_exceed or first.rank > self._last_rank or not self._let_exceed(station, source):
                return

    def _hand_on(self, cards: list[Card], station: Station, obstacle: Station | LimitGroup | None = None) -> None:
        """`cards`, out of their line, go into `station` together; `obstacle` is what they exceed."""
        board, source = self._board, cards[0].station
        board.may_pull |= source.bit
        for card in cards:
            card.batch = None
            board.transfer(card, source, station, handed_over=True)
            board.over_limit(card, station, obstacle)

    def _let_exceed(self, station: Station, source: Station) -> bool:
        """The first cards in line that may go into `station` although it is full do so; whether there are any."""
        # A backlog may be long, and is looked through only where the highest leave that there is would help.
        if station.obstacle_for(source, 1, max(each.may_exceed for each in self._board.classes)) is not None:
            return False
        able = [card for card in source.ready.cards() if self._exceeds(card.batch or [card])]
        for card in sorted(able, key=lambda card: card.key):
            cards = card.batch or [card]
            if station.obstacle_for(source, len(cards), self._exceeds(cards)) is None:
                obstacle = station.obstacle_for(source, len(cards))
                source.ready.leave(card)
                self._hand_on(cards, station, obstacle)
                return True
        return False

    def _passes(self, station: Station, gate: CadenceGate) -> bool:
        """Whether the cadence lets cards pass now; if not, and there is one to come, the clock looks again in time."""
        clock = self._board.clock
        if gate.is_open(clock.now):
            return True
        if not gate.waking and (station.supply or station.endless):
            gate.waking = True
            clock.call_at(gate.next_after(clock.now), lambda _: self._awake(station, gate))
        return False

    def _awake(self, station: Station, gate: CadenceGate) -> None:
        gate.waking = False
        self._board.may_pull |= station.bit

    def _supplied(self, station: Station) -> bool:
        """Lets a card arrive where the backlog is never empty and `station` has room for it.

        A station without any limit takes from an endless backlog only what it can start.
        """
        if not station.endless or station.obstacle_for(station.source) is not None:
            return False
        if station.limit == inf and not station.entry_groups:
            team = self._board.team
            free = len(station.idle) if team is None else team.count_free_for(station)
            if free <= station.waiting.length + station.moving:
                return False
        self._board.source.one_now()
        return True

    def _exceeds(self, cards: Sequence[Card]) -> int:
        """By how many cards these may exceed a limit: the least of their classes' leave."""
        return min(self._board.classes[card.class_index].may_exceed for card in cards)

    # The way into a column

    def move(self, card: Card, time: Time) -> None:
        """`card` is on its way into its column for `time`; its slot there is taken."""
        card.state = MOVING
        card.station.moving += 1
        self._board.record(card)
        self._board.schedule(card, time, self._when_moved)

    def _moved(self, card: Card) -> None:
        card.station.moving -= 1
        self._board.stand(card, card.station)
