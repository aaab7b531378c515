"""Several people at one card: whoever is free, with no card waiting for them, joins in the work on another one."""

from heapq import heappop

from flowsim.domain.words import CardState
from flowsim.engine.cards_and_stations import Card, Station
from flowsim.engine.service import Service
from flowsim.engine.system_state import SystemState
from flowsim.engine.workers import Workers

WORKING = int(CardState.WORKING)


class Swarming:
    """Who joins whom on the board of `state`; `service` goes on with the work at the speed of all who are at it.

    `stations` are those where people may join.
    """

    def __init__(self, state: SystemState, workers: Workers, service: Service) -> None:
        self._state = state
        self._workers = workers
        self._service = service
        self.stations: list[Station] = []

    def refit(self) -> None:
        """How many may be at one card has changed."""
        self.stations = [station for station in self._state.stations if station.workers_per_card > 1]

    def work_together(self) -> None:
        """Whoever is still free joins in the work on a card, from right to left: where fewest are at it."""
        for station in reversed(self.stations):
            while (worker := self._free_to_join(station)) is not None:
                cards = [card for card in self._worked_on(station) if 1 + len(card.helpers) < station.workers_per_card]
                if not cards:
                    break
                self._join(min(cards, key=lambda card: (len(card.helpers), card.turn)), worker)

    def _free_to_join(self, station: Station) -> int | None:
        if station.waiting:
            return None
        team = self._state.team
        if team is not None:
            return team.free_for(station)
        return station.idle[0] if station.idle else None

    def _worked_on(self, station: Station) -> list[Card]:
        """The cards that somebody works on in `station`, found by who has them: there may be many more cards."""
        team = self._state.team
        held = enumerate(team.holds) if team is not None else station.in_hand.items()
        return [
            card for worker, card in held
            if card is not None and card.worker == worker and card.station is station and card.state == WORKING
        ]  # fmt: skip

    def _join(self, card: Card, worker: int) -> None:
        """`worker` works on `card` with those who are at it; a row of the trace tells it."""
        card.note_begun()
        left = max(card.duration - (self._state.clock.now - card.started_at), 0.0) / card.pace + card.after
        card.call_off()
        if self._state.team is None:
            heappop(card.station.idle)
        self._workers.take(worker, card)
        card.helpers = (*card.helpers, worker)
        first, card.worker = card.worker, worker
        self._state.record(card)
        card.worker = first
        self._service.go_on_with(card, left)
