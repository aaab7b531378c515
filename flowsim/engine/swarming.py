"""Several people at one card: whoever is free, with no card waiting for them, joins in the work on another one.

People may also be put to a card, or taken away from it, by hand. Once somebody was taken away from a card, nobody joins
there by themselves as long as its work goes on: else they would be back at once.

The trace has one row `working` more for each who joins. When somebody leaves, one that names who came first of those
who stay (who is at the card already, which tells it from a joining), and one for each of the others.
"""

from heapq import heapify

from flowsim.domain.words import CardState, WorkerId
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

    # By themselves

    def work_together(self) -> None:
        """Whoever is still free joins in the work on a card, from right to left: where fewest are at it."""
        for station in reversed(self.stations):
            while not station.waiting and (worker := self.free_in(station)) is not None:
                cards = [card for card in self.worked_on(station) if len(card.crew) < station.workers_per_card]
                cards = [card for card in cards if not card.settled]
                if not cards:
                    break
                self._join(min(cards, key=lambda card: (len(card.helpers), card.turn)), worker)

    def free_in(self, station: Station) -> WorkerId | None:
        """Who could take up work in `station` and has none; the first of them."""
        team = self._state.team
        if team is not None:
            return team.free_for(station)
        return station.idle[0] if station.idle else None

    def worked_on(self, station: Station) -> list[Card]:
        """The cards that somebody works on in `station`, found by who has them: there may be many more cards."""
        team = self._state.team
        held = enumerate(team.holds) if team is not None else station.in_hand.items()
        return [
            card for worker, card in held
            if card is not None and card.worker == worker and card.station is station and card.state == WORKING
        ]  # fmt: skip

    def _join(self, card: Card, worker: WorkerId) -> None:
        """`worker`, who has no card, works on `card` with those who are at it; a row of the trace tells it."""
        left = self._stop(card)
        if self._state.team is None and worker in card.station.idle:
            card.station.idle.remove(worker)
            heapify(card.station.idle)
        self._workers.take(worker, card)
        card.helpers = (*card.helpers, worker)
        self._record(card, worker)
        self._service.go_on_with(card, left)

    def _stop(self, card: Card) -> float:
        """The clock stops for the work on `card`; how much of it is left."""
        card.note_begun()
        card.call_off()
        return max(card.duration - (self._state.clock.now - card.started_at), 0.0) / card.pace + card.after

    def _record(self, card: Card, worker: WorkerId) -> None:
        """A row of the trace names this one of those who are at `card`."""
        first, card.worker = card.worker, worker
        self._state.record(card)
        card.worker = first

    # By hand; what is asked for here has been checked

    def put_to(self, card: Card, worker: WorkerId, now_at: Card | None) -> None:
        """`worker`, who works on the card `now_at` or is free, joins in the work on `card`."""
        if now_at is not None and now_at.helpers:
            self._leave(now_at, worker)
        elif now_at is not None:
            self._service.put_aside(now_at)
        self._join(card, worker)

    def take_from(self, card: Card, worker: WorkerId) -> None:
        """`worker`, one of several at `card`, leaves it and is free; nobody joins there by themselves."""
        self._leave(card, worker)
        card.settled = True

    def _leave(self, card: Card, worker: WorkerId) -> None:
        left = self._stop(card)
        first, *others = (one for one in card.crew if one != worker)
        card.worker = worker
        self._workers.let_go(card)
        card.worker, card.helpers = first, tuple(others)
        for one in card.crew:
            self._record(card, one)
        self._service.go_on_with(card, left)
