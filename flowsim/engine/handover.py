"""Handing cards over where more is asked for than a free slot: transfer batches, move times, cadences, shared limits,
classes that may exceed a limit. The plain case is written out in `flowsim.engine.board`.
"""

from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING

from flowsim.domain.words import CardState, Time
from flowsim.engine.cards import Card
from flowsim.engine.clock import What
from flowsim.engine.places import Gate, Group, Place

if TYPE_CHECKING:
    from flowsim.engine.board import Board

MOVING, BATCHING, READY = int(CardState.MOVING), int(CardState.BATCHING), int(CardState.READY)


class HandOver:
    """What may leave a column, together with what, and what the next column lets in, on `board`.

    `some_exceed` says that a class may exceed limits, `timed_out` are
    batches that need not be full any more.
    """

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._when_moved: What = self._moved
        self.timed_out: list[tuple[Place, int]] = []

    def refit(self) -> None:
        """The rules have changed, or what is done for a class of service."""
        self.some_exceed = any(each.may_exceed for each in self._board.classes)
        # Nobody in a line exceeds a limit whose first card is of a lower class than the lowest that may.
        self._last_rank = max((-each.priority for each in self._board.classes if each.may_exceed), default=0)
        places, rules = self._board.places, self._board.rules
        for place, every in ((places[1], rules.replenish_every), (places[-1], rules.deliver_every)):
            if every != (place.gate.every if place.gate else None):
                place.gate = Gate(every) if every else None

    # What comes out of a column

    def finish(self, card: Card) -> None:
        """`card` is done in its column: it may leave, or waits for the rest of its batch.

        Where cards leave in batches nobody keeps a card in hand meanwhile, not even where a worker otherwise does.
        """
        place, board = card.place, self._board
        keeps = board.rules.blocking == "server" and place.batch == 1
        if card.worker >= 0 and not keeps:
            board.service.let_go(card)
        card.since = board.clock.now
        card.fresh = True  # wherever it goes next, nobody has begun on it there
        if place.counts_doing:
            place.counted -= 1
            place.uncounted += 1
            board.may_pull |= place.bit
        if place.batch > 1:
            self._collect(card, place)
        else:
            card.state = READY
            board.record(card)
            place.ready.join(card)
            board.may_pull |= place.following.bit | place.after_work

    def _collect(self, card: Card, place: Place) -> None:
        place.batching.append(card)
        if len(place.batching) >= place.batch:
            self.release(place)
            return
        card.state = BATCHING
        self._board.record(card)
        if self._board.source.to_come == 0:
            self._board.may_pull |= place.bit  # it may be the last one: `flush_last` has a look
        if len(place.batching) == 1:
            self.time(place)

    def time(self, place: Place) -> None:
        """The batch that has been begun in `place` leaves after the time-out, counted from its first card."""
        if place.timeout is not None and place.batching:
            place.batch_token += 1
            token, due = place.batch_token, place.batching[0].since + place.timeout
            self._board.clock.call_at(max(due, self._board.clock.now), lambda _: self._time_out(place, token))

    def _time_out(self, place: Place, token: int) -> None:
        if place.batching and place.batch_token == token:
            self.timed_out.append((place, token))

    def release_timed_out(self) -> None:
        """Batches whose time is up leave, unless the instant has filled them meanwhile."""
        for place, token in self.timed_out:
            if place.batching and place.batch_token == token:
                self.release(place)
        self.timed_out.clear()

    def release(self, place: Place) -> None:
        """The cards done in `place` leave in batches as large as they can be, the last one whatever its size."""
        cards, place.batching = place.batching, []
        place.batch_token += 1
        for start in range(0, len(cards), place.batch):
            self._may_leave(cards[start : start + place.batch], place)

    def split(self, place: Place) -> None:
        """The size of a batch has changed: what is full by the new one may leave."""
        full = len(place.batching) // place.batch * place.batch
        if full:
            rest = place.batching[full:]
            place.batching = place.batching[:full]
            self.release(place)
            place.batching = rest
            if rest:
                self.time(place)

    def put_down(self) -> None:
        """Nobody keeps a finished card in hand any more."""
        for card in self._board.cards.values():
            if card.state == READY and card.worker >= 0:
                self._board.service.let_go(card)
                self._board.record(card)

    def dissolve(self, place: Place) -> None:
        """Cards that would have left `place` together may leave one by one."""
        for card in place.ready.in_order():
            if card.batch is not None:
                place.ready.leave(card)
                for one in card.batch:
                    self._stand_in_line([one], place)

    def flush_last(self) -> bool:
        """Let partial batches go that no card can join any more, now that none will arrive; whether there were any."""
        upstream = self._board.places[0].ready.length
        for place in self._board.places[1:-1]:
            upstream += place.held
            if place.batching and upstream == len(place.batching) + self._ready_in(place):
                self.release(place)
                return True
        return False

    def _ready_in(self, place: Place) -> int:
        return sum(len(card.batch or (card,)) for card in place.ready.in_order())

    def _may_leave(self, cards: list[Card], place: Place) -> None:
        """`cards` leave together from now on; the first by its key stands in line for all of them."""
        now = self._board.clock.now
        for card in cards:
            card.state = READY
            card.since = now
            self._board.record(card)
        self._stand_in_line(cards, place)

    def _stand_in_line(self, cards: list[Card], place: Place) -> None:
        for card in cards:
            card.batch = cards if len(cards) > 1 else None
        place.ready.join(min(cards, key=lambda card: card.key))
        self._board.may_pull |= place.following.bit | place.after_work

    def leave(self, card: Card) -> None:
        """`card` goes out of the line of those that may leave, or out of its batch, which stays together without it."""
        place = card.place
        if card.state == BATCHING:
            first = place.batching[0] is card
            place.batching.remove(card)
            if first:
                place.batch_token += 1
                if place.batching:
                    self.time(place)
            return
        cards, card.batch = card.batch, None
        if cards is None:
            place.ready.leave(card)
            return
        place.ready.leave(min(cards, key=lambda one: one.key))
        self._stand_in_line([one for one in cards if one is not card], place)

    def join_again(self, card: Card, together: list[Card] | None) -> None:
        """`card`, which has just left its line, stands in it again, with those it is to leave `together` with."""
        others = [one for one in together or () if one is not card]
        if others:
            card.place.ready.leave(min(others, key=lambda one: one.key))
        self._stand_in_line([*others, card], card.place)

    def rejoin(self, card: Card, *, batching: bool) -> None:
        """`card`, which was stopped when it was done here, goes on waiting for its batch or for room."""
        place = card.place
        if batching:
            self._collect(card, place)
            return
        card.state = READY
        self._board.record(card)
        self._stand_in_line([card], place)

    # What goes into a column

    def pull(self, place: Place) -> None:
        """`place` pulls from its left all it can."""
        source = place.source
        if place.gate is not None and not self._passes(place, place.gate):
            return
        while source.ready or place.endless:
            if not source.ready and not self._supplied(place):
                return
            first = source.ready.first
            if first.batch is None and place.obstacle_for(source) is None:
                source.ready.take()
                self._board.may_pull |= source.bit
                self._board.transfer(first, source, place, handed_over=True)
            elif first.batch is not None and place.obstacle_for(source, len(first.batch)) is None:
                source.ready.take()
                self._hand_on(first.batch, place)
            elif not self.some_exceed or first.rank > self._last_rank or not self._let_exceed(place, source):
                return

    def _hand_on(self, cards: list[Card], place: Place, obstacle: Place | Group | None = None) -> None:
        """`cards`, out of their line, go into `place` together; `obstacle` is what they exceed."""
        board, source = self._board, cards[0].place
        board.may_pull |= source.bit
        for card in cards:
            card.batch = None
            board.transfer(card, source, place, handed_over=True)
            board.over_limit(card, place, obstacle)

    def _let_exceed(self, place: Place, source: Place) -> bool:
        """The first cards in line that may go into `place` although it is full do so; whether there are any."""
        # A backlog may be long, and is looked through only where the highest leave that there is would help.
        if place.obstacle_for(source, 1, max(each.may_exceed for each in self._board.classes)) is not None:
            return False
        able = [card for card in source.ready.cards() if self._exceeds(card.batch or [card])]
        for card in sorted(able, key=lambda card: card.key):
            cards = card.batch or [card]
            if place.obstacle_for(source, len(cards), self._exceeds(cards)) is None:
                obstacle = place.obstacle_for(source, len(cards))
                source.ready.leave(card)
                self._hand_on(cards, place, obstacle)
                return True
        return False

    def _passes(self, place: Place, gate: Gate) -> bool:
        """Whether the cadence lets cards pass now; if not, and there is one to come, the clock looks again in time."""
        clock = self._board.clock
        if gate.is_open(clock.now):
            return True
        if not gate.waking and (place.supply or place.endless):
            gate.waking = True
            clock.call_at(gate.next_after(clock.now), lambda _: self._awake(place, gate))
        return False

    def _awake(self, place: Place, gate: Gate) -> None:
        gate.waking = False
        self._board.may_pull |= place.bit

    def _supplied(self, place: Place) -> bool:
        """Lets a card arrive where the backlog is never empty and `place` has room for it.

        A place without any limit takes from an endless backlog only what it can start.
        """
        if not place.endless or place.obstacle_for(place.source) is not None:
            return False
        if place.limit == inf and not place.entry_groups:
            team = self._board.team
            free = len(place.idle) if team is None else team.count_free_for(place)
            if free <= place.waiting.length + place.moving:
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
        card.place.moving += 1
        self._board.record(card)
        self._board.schedule(card, time, self._when_moved)

    def _moved(self, card: Card) -> None:
        card.place.moving -= 1
        self._board.stand(card, card.place)
