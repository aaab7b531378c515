"""Cards that leave a column together: batches that fill up, time out or are split, and last ones that nobody fills."""

from typing import Final

from flowsim.domain.words import CardState, Time
from flowsim.engine.arrivals import Source
from flowsim.engine.cards_and_stations import Card, Station
from flowsim.engine.limits import SAME
from flowsim.engine.lines import Lines
from flowsim.engine.system_state import SystemState

BATCHING, READY = int(CardState.BATCHING), int(CardState.READY)
TIME_OUT: Final = "time-out"
"""What a call of the clock is about: a batch leaves although it is not full."""


class Batches:
    """The transfer batches of `state`: cards done in a station wait until as many are there as leave together.

    `timed_out` are batches that need not be full any more. Whatever may leave stands in `lines`.
    """

    def __init__(self, state: SystemState, source: Source, lines: Lines) -> None:
        self._state = state
        self._source = source
        self._lines = lines
        self.timed_out: list[tuple[Station, int]] = []

    def collect(self, card: Card, station: Station) -> None:
        """`card`, done in `station`, waits for the rest of its batch; the last one of it lets all of them leave."""
        station.batching.append(card)
        if len(station.batching) >= station.batch or self._state.clock.now <= station.open_until:
            self.release(station)
            return
        card.state = BATCHING
        self._state.record(card)
        if self._source.to_come == 0:
            self._state.may_pull |= station.bit  # it may be the last one: `flush_last` has a look
        if len(station.batching) == 1:
            self.time(station)

    def time(self, station: Station) -> None:
        """The batch that has been begun in `station` leaves after the time-out, counted from its first card."""
        if station.timeout is not None and station.batching:
            station.batch_token += 1
            token, due = station.batch_token, station.batching[0].since + station.timeout
            self.call_time_out(max(due, self._state.clock.now), station, token)

    def call_time_out(self, time: Time, station: Station, token: int) -> None:
        """At `time` the batch that was begun in `station` under this token leaves."""
        self._state.clock.call_at(time, lambda: self.time_out(station, token), (TIME_OUT, station.index, token))

    def time_out(self, station: Station, token: int) -> None:
        """The waiting for a full batch is over, if it is still the batch that `token` was for."""
        if station.batching and station.batch_token == token:
            self.timed_out.append((station, token))

    def release_timed_out(self) -> None:
        """Batches whose time is up leave, unless the instant has filled them meanwhile."""
        for station, token in self.timed_out:
            if station.batching and station.batch_token == token:
                # What comes at this instant, or on paper at this instant, still leaves with it.
                station.open_until = self._state.clock.now + SAME * (station.timeout or 0.0)
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

    def dissolve(self, station: Station) -> None:
        """Cards that would have left `station` together may leave one by one."""
        for card in self._lines.lots_from(station):
            if card.batch is not None:
                self._lines.leave([card])
                for one in card.batch:
                    self._lines.stand([one])

    def flush_last(self) -> bool:
        """Release the first partial batch that no card can join any more; True if there was one.

        Call it only when no more cards will arrive.
        """
        upstream = self._state.in_backlog
        for station in self._state.stations[1:-1]:
            upstream += station.held
            if station.batching and upstream == len(station.batching) + self._ready_in(station):
                self.release(station)
                return True
        return False

    def _ready_in(self, station: Station) -> int:
        return sum(len(card.batch or (card,)) for card in self._lines.lots_from(station))

    def _may_leave(self, cards: list[Card], station: Station) -> None:
        """`cards` leave together from now on; the first by its key stands in line for all of them."""
        now = self._state.clock.now
        for card in cards:
            card.state = READY
            card.since = now
            self._state.record(card)
        self._lines.stand(cards)

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
        self._lines.leave(cards or [card])
        if cards is not None:
            self._lines.stand([one for one in cards if one is not card])

    def join_again(self, card: Card, together: list[Card] | None) -> None:
        """`card`, which has just left its line, stands in it again, with those it is to leave `together` with."""
        others = [one for one in together or () if one is not card]
        if others:
            self._lines.leave(others)
        self._lines.stand([*others, card])
