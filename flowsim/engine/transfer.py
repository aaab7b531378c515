"""How a card leaves a column and comes into the next one, where more is asked for than a free slot.

These are transfer batches, move times, cadences, shared limits, classes that may exceed a limit. The plain case is
written out in `flowsim.engine.board`.
"""

from collections.abc import Sequence
from math import inf
from typing import Final

from flowsim.domain.words import CardState, Time
from flowsim.engine.arrivals import Source
from flowsim.engine.batches import Batches
from flowsim.engine.card_queue import CardQueue
from flowsim.engine.cards_and_stations import Card, Station
from flowsim.engine.event_clock import What
from flowsim.engine.limits import CadenceGate, ClassLimit, LimitGroup
from flowsim.engine.lines import Lines
from flowsim.engine.system_state import SystemState
from flowsim.engine.workers import Workers

MOVING, BATCHING, READY = int(CardState.MOVING), int(CardState.BATCHING), int(CardState.READY)
WAITING = int(CardState.WAITING)
TICK: Final = "tick"
"""What a call of the clock is about: a cadence is looked at again."""


class Transfer:
    """What may leave a column, together with what, and what the next column lets in, on the board of `state`.

    `some_exceed` says that a class may exceed limits. `source` lets one more card arrive where the backlog is never
    empty and there is room for it.
    """

    def __init__(self, state: SystemState, source: Source, workers: Workers) -> None:
        self._state = state
        self._source = source
        self._workers = workers
        self.lines = Lines(state)
        self.batches = Batches(state, source, self.lines)
        self.when_moved: What = self._moved

    def refit(self) -> None:
        """The rules have changed, or what is done for a class of service."""
        self.some_exceed = any(each.may_exceed for each in self._state.classes)
        # If the first card in a queue ranks below every class that may exceed, no card in that queue may.
        self._last_rank = max((-each.priority for each in self._state.classes if each.may_exceed), default=0)
        stations, rules = self._state.stations, self._state.rules
        for station, every in ((stations[1], rules.replenish_every), (stations[-1], rules.deliver_every)):
            if every != (station.gate.every if station.gate else None):
                station.gate = CadenceGate(every) if every else None

    # What comes out of a column

    def finish(self, card: Card) -> None:
        """`card` is done in its column: it may leave, or waits for the rest of its batch.

        Where cards leave in batches nobody keeps a card in hand meanwhile, not even where a worker otherwise does.
        """
        station, state = card.station, self._state
        if card.worker >= 0 and not self._keeps(station):
            self._workers.let_go(card)
        card.since = state.clock.now
        card.fresh = True  # wherever it goes next, nobody has begun on it there
        if station.counts_doing:
            station.counted -= 1
            station.uncounted += 1
            if state.sort_in is not None:
                self.lines.count_done(card)
            state.may_pull |= station.bit
        if station.batch > 1:
            self.batches.collect(card, station)
        else:
            card.state = READY
            state.record(card)
            if state.sort_in is None:
                station.ready.join(card)
                state.may_pull |= station.following.bit | station.after_work
            else:
                self.lines.stand([card])

    def _keeps(self, station: Station) -> bool:
        """Whether a worker of `station` keeps a finished card in hand until it leaves."""
        return self._state.rules.blocking == "server" and station.batch == 1

    def put_down(self) -> None:
        """Where the rules do not let anybody keep a finished card in hand any more, nobody does."""
        for card in self._state.cards.values():
            if card.state == READY and card.worker >= 0 and not self._keeps(card.station):
                self._workers.let_go(card)
                self._state.record(card)

    def rejoin(self, card: Card, *, batching: bool) -> None:
        """`card`, which was stopped when it was done here, goes on waiting for its batch or for room."""
        station = card.station
        if batching:
            self.batches.collect(card, station)
            return
        card.state = READY
        if card.worker >= 0 and not self._keeps(station):  # the rule has changed meanwhile
            self._workers.let_go(card)
        self._state.record(card)
        self.lines.stand([card])

    # What goes into a column

    def obstacle(self, station: Station, *cards: Card) -> Station | LimitGroup | ClassLimit | None:
        """The limit that leaves no room in `station` for `cards`, which stand in one station; None if there is room."""
        source = cards[0].station
        return station.obstacle_for(source, len(cards)) or self.lines.obstacle(station, source, cards)

    def has_room_for(self, card: Card) -> bool:
        """Whether the station that `card` goes to would take it in at this instant, before anybody else."""
        target = self.lines.target_of(card)
        if not self._may_pass(target, card.station) or self.lines.obstacle(target, card.station, [card]) is not None:
            return False
        return target.obstacle_for(card.station, 1, self._exceeds([card])) is None

    def pull(self, station: Station) -> None:
        """`station` pulls all it can from the lines of those who go there; from the one to its left, on most boards."""
        if self._state.sort_in is not None:
            while self._pull_one(station) or self._supplied(station):
                pass
            return
        source = station.source
        if station.gate is not None and not self._passes(station, station.gate):
            return
        while source.ready or station.endless:
            if not source.ready and not self._supplied(station):
                return
            first = source.ready.first
            if first.batch is None and station.obstacle_for(source) is None:
                source.ready.take()
                self._state.may_pull |= source.bit
                self.hand_over(first, source, station, handed_over=True)
            elif first.batch is not None and station.obstacle_for(source, len(first.batch)) is None:
                source.ready.take()
                self._hand_on(first.batch, station)
            elif not self._let_exceed(station, source, source.ready):
                return

    def _pull_one(self, station: Station) -> bool:
        """Whether the first card that may go into `station`, with those it leaves with, does so now."""
        lines = [(source, line) for source, line in self.lines.into(station) if self._may_pass(station, source)]
        if len(lines) > 1:
            lines.sort(key=lambda pair: pair[1].first.key)
        for source, line in lines:
            first = line.first
            cards = first.batch or [first]
            full = station.obstacle_for(source, len(cards))
            if full is None and self.lines.obstacle(station, source, cards) is None:
                line.take()
                self._hand_on(cards, station)
                return True
            if full is not None and self._let_exceed(station, source, line):
                return True
            if full is station and not self.some_exceed:
                return False  # there is no room for anybody: whoever comes later waits behind the first
        return False

    def _hand_on(self, cards: list[Card], station: Station, obstacle: Station | LimitGroup | None = None) -> None:
        """`cards`, out of their line, go into `station` together; `obstacle` is what they exceed."""
        state, source = self._state, cards[0].station
        state.may_pull |= source.bit
        for card in sorted(cards, key=lambda card: card.key) if len(cards) > 1 else cards:
            card.batch = None
            self.hand_over(card, source, station, handed_over=True)
            state.over_limit(card, station, obstacle)

    def _let_exceed(self, station: Station, source: Station, line: CardQueue[Card]) -> bool:
        """Whether the first cards in line that may go into `station` although it is full do so."""
        if not self.some_exceed or line.first.rank > self._last_rank:
            return False
        # A backlog may be long, and is looked through only where the highest leave that there is would help.
        if station.obstacle_for(source, 1, max(each.may_exceed for each in self._state.classes)) is not None:
            return False
        able = [card for card in line.cards() if self._exceeds(card.batch or [card])]
        for card in sorted(able, key=lambda card: card.key):
            cards = card.batch or [card]
            if self.lines.obstacle(station, source, cards) is not None:
                continue
            if station.obstacle_for(source, len(cards), self._exceeds(cards)) is None:
                obstacle = station.obstacle_for(source, len(cards))
                line.leave(card)
                self._hand_on(cards, station, obstacle)
                return True
        return False

    def _may_pass(self, station: Station, source: Station) -> bool:
        """Whether the cadences let cards from `source` into `station` now; a card out of the backlog is replenished."""
        entrance = self._state.stations[1]
        if source.index == 0 and entrance.gate is not None and not self._passes(entrance, entrance.gate):
            return False
        return station.gate is None or station is entrance or self._passes(station, station.gate)

    def _passes(self, station: Station, gate: CadenceGate) -> bool:
        """Whether the cadence lets cards pass now; if not, the clock looks again in time."""
        clock = self._state.clock
        if gate.is_open(clock.now):
            return True
        if not gate.waking:
            gate.waking = True
            self.call_awake(gate.next_after(clock.now), station, gate)
        return False

    def call_awake(self, time: Time, station: Station, gate: CadenceGate) -> None:
        """At `time` the cadence of `station` is looked at again."""
        self._state.clock.call_at(time, lambda: self.awake(station, gate), (TICK, station.index, 0))

    def awake(self, station: Station, gate: CadenceGate) -> None:
        """A tick of the cadence is here: the station may pull."""
        gate.waking = False
        self._state.may_pull |= station.bit
        if self.lines.sorted:
            self._state.look_at_all()

    def _supplied(self, station: Station) -> bool:
        """Lets a card arrive where the backlog is never empty and `station` has room for it.

        A station without any limit takes from an endless backlog only what it can start.
        """
        if not station.endless or station.obstacle_for(station.source) is not None:
            return False
        if not self._may_pass(station, station.source) or not self._somebody_may_come_in(station):
            return False
        if station.limit == inf and not station.entry_groups:
            team = self._state.team
            free = len(station.idle) if team is None else team.count_free_for(station)
            if free <= station.waiting.length + station.moving:
                return False
        self._source.one_now()
        return True

    def _somebody_may_come_in(self, entrance: Station) -> bool:
        """Whether a card that may come would find room where it may go first, and nobody who stands in line does."""
        if not self.lines.sorted:
            return True
        source = entrance.source
        found = False
        for index, its in enumerate(self._state.classes):
            for target in self.lines.first_columns_of(its.id):
                if self._lets_in(target, source, index):
                    if target.lines.get((source.index, index)):
                        return False  # it goes there at this instant, and then it is looked again
                    found = found or its.share > 0
        return found

    def _lets_in(self, target: Station, source: Station, class_index: int) -> bool:
        """Whether there is room in `target` for a card of a class from `source`."""
        kept_out = target.obstacle_for(source) or self.lines.limit_for(target, source, class_index)
        return kept_out is None and self._may_pass(target, source)

    def _exceeds(self, cards: Sequence[Card]) -> int:
        """By how many cards these may exceed a limit: the least of their classes' leave."""
        return min(self._state.classes[card.class_index].may_exceed for card in cards)

    # The way into a column

    def move(self, card: Card, time: Time) -> None:
        """`card` is on its way into its column for `time`; its slot there is taken."""
        card.state = MOVING
        card.station.moving += 1
        self._state.record(card)
        self._state.schedule(card, time, self.when_moved)

    def _moved(self, card: Card) -> None:
        card.station.moving -= 1
        self.stand(card, card.station)

    # How a card changes its place

    def hand_over(self, card: Card, source: Station, station: Station, *, handed_over: bool = False) -> None:
        """`card`, out of its line in `source`, gives up its slot there and takes one in `station`; its key stays.

        A card that is `handed_over` by the board's own rules takes the column's move time.
        """
        if self._state.sort_in is not None:
            self.lines.count_over(card, source, station)
        if source.counts_doing and card.state in (READY, BATCHING):
            source.uncounted -= 1
        else:
            source.counted -= 1
        if card.worker >= 0:
            self._workers.let_go(card)
        for group in source.groups:
            group.counted -= 1
            self._state.may_pull |= self._state.stations[group.first].bit
        card.station = station
        card.fresh = True
        card.begun = None
        station.counted += 1
        for group in station.groups:
            group.counted += 1
        if handed_over and station.move_time > 0:
            self.move(card, station.move_time)
        else:
            self.stand(card, station)

    def stand(self, card: Card, station: Station) -> None:
        """`card` has come to `station`: it waits for work, or may leave, or has left the board."""
        if station.has_workers:
            card.state = WAITING
            card.joined = self._state.clock.now
            station.waiting.join(card)
            self._state.may_start |= station.bit
            self._state.record(card)
        elif station.is_queue:
            card.turn = next(self._state.turns)
            self.finish(card)
        elif station.index == 0:
            self._state.line_up_in_backlog(card)
        else:
            self._state.take_away(card, station)
