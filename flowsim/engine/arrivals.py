"""Where cards come from: SimPy processes that let them arrive."""

from collections.abc import Generator
from math import inf
from typing import TYPE_CHECKING, Final

from flowsim.domain.distributions import Exponential
from flowsim.domain.phrases import phrase
from flowsim.domain.problems import EndlessInstant
from flowsim.domain.scenario import Fixed, Interval, Poisson, Saturated
from flowsim.domain.words import Time
from flowsim.engine.cards_and_stations import Card
from flowsim.engine.deck import Deck
from flowsim.engine.event_clock import exact_delay
from flowsim.engine.streams import Stream
from flowsim.engine.system_state import SystemState

if TYPE_CHECKING:
    from simpy.events import Event

MOST_AT_ONE_INSTANT: Final = 20_000
"""Arrivals at one instant, from a source without end, that are taken for an endless loop; nothing can be stopped
meanwhile, so it must not take long to find out."""


class Source:
    """Lets the scenario's cards, dealt from `deck`, arrive on the board of `state`.

    `to_come` counts those not here yet; inf for an endless source.
    """

    def __init__(self, state: SystemState, deck: Deck) -> None:
        self.to_come: float = inf
        self.deck = deck
        self._state = state
        self._scenario = state.scenario
        self._clock = state.clock
        self._tickets = 0
        self._instant: Time = -1.0
        self._at_this_instant = 0

    def open(self) -> None:
        """From now on cards arrive."""
        arrivals = self._scenario.arrivals
        if self._scenario.explicit:
            self.to_come = len(self._scenario.cards)
            self._clock.process(self._listed())
        elif isinstance(arrivals, Fixed):
            self.to_come = arrivals.count * arrivals.group
            for _ in range(arrivals.count * arrivals.group):
                self.one_now()
        elif isinstance(arrivals, Poisson):
            self._clock.process(
                self._one_gap_apart(Interval(gap=Exponential(mean=1 / arrivals.rate), group=arrivals.group))
            )
        elif isinstance(arrivals, Interval):
            self._clock.process(self._one_gap_apart(arrivals))
        else:
            assert isinstance(arrivals, Saturated)  # cards arrive when they are pulled

    def one_now(self) -> None:
        """One more card arrives at this instant.

        Raises:
            EndlessInstant: cards keep arriving although no time passes.
        """
        self._state.arrive(self.next_card())

    def next_card(self) -> Card:
        """The card that comes next, at this instant; it stands nowhere yet.

        Raises:
            EndlessInstant: cards keep arriving although no time passes.
        """
        now = self._clock.now
        if now != self._instant:
            self._instant = now
            self._at_this_instant = 0
        self._at_this_instant += 1
        if self._at_this_instant > MOST_AT_ONE_INSTANT and self.to_come == inf:
            raise EndlessInstant(
                phrase(
                    "more than {0} cards arrived at the same instant, {1}, and no time passes: give the work or the "
                    "gaps between arrivals a duration",
                    f"{MOST_AT_ONE_INSTANT:,}", f"{self._instant:g}",
                )
            )  # fmt: skip
        card = self.deck.next_arrival(self._tickets)
        self._tickets += 1
        self.to_come -= 1
        return card

    def _one_gap_apart(self, arrivals: Interval) -> Generator["Event", None, None]:
        for gap in Stream(arrivals.gap, self._scenario.seed, "arrivals"):
            yield self._clock.timeout(gap)
            for _ in range(arrivals.group):
                self.one_now()

    def _listed(self) -> Generator["Event", None, None]:
        for number, listed in enumerate(self._scenario.cards_by_arrival):
            if listed.arrives > self._clock.now:
                yield self._clock.timeout(exact_delay(self._clock.now, listed.arrives))
            self._state.arrive(self.deck.listed(number, listed))
            self.to_come -= 1
