"""Who lets go of a card, and what follows from it: a free worker may start the next one, wherever cards wait."""

from heapq import heappush

from flowsim.domain.words import NO_WORKER, CardState
from flowsim.engine.cards_and_stations import Card
from flowsim.engine.system_state import SystemState


class Workers:
    """Those who work on the board of `state`: a column's own, or the named people of a team.

    `lines` are the stations where, when somebody last looked, cards were left waiting, as bits.
    """

    def __init__(self, state: SystemState) -> None:
        self._state = state
        self.lines = 0

    def take(self, worker: int, card: Card) -> None:
        """`worker`, who is free, has `card` from now on."""
        if self._state.team is not None:
            self._state.team.take(worker, card)
        else:
            card.station.in_hand[worker] = card

    def let_helpers_go(self, card: Card) -> None:
        """Whoever has joined in the work on `card` is free; the first of them stays with it."""
        helpers, card.helpers = card.helpers, ()
        first = card.worker
        for card.worker in helpers:
            self.let_go(card)
        card.worker = first

    def let_go(self, card: Card) -> None:
        """Whoever holds `card` is free; who is no longer needed leaves."""
        station, worker, state = card.station, card.worker, self._state
        card.worker = NO_WORKER
        if state.team is not None:
            state.team.release(worker)
            state.may_start |= state.team.bits_of(worker) & self.lines
            state.may_pull |= state.stations[1].after_work
            return
        station.in_hand.pop(worker, None)
        if worker < station.staff:
            heappush(station.idle, worker)
            state.may_start |= station.bit
            state.may_pull |= station.after_work
        else:
            station.present.discard(worker)

    def lose_setup(self, card: Card) -> None:
        """A set-up that is broken off is due again at the next start."""
        if card.stopped == CardState.SETUP or card.state == CardState.SETUP:
            card.station.starts_to_setup = 0
            card.station.families.pop(card.worker, None)
