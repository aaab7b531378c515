"""Where cards come from: SimPy processes that let them arrive, and what is known of each card from then on."""

from array import array
from collections.abc import Generator
from math import inf, nextafter
from typing import TYPE_CHECKING, Final

from flowsim.domain.distributions import Exponential
from flowsim.domain.problems import EndlessInstant
from flowsim.domain.scenario import Fixed, Interval, Poisson, Saturated, Scenario
from flowsim.domain.words import CardId, Time
from flowsim.engine.places import Card
from flowsim.engine.streams import Choices, Draws

if TYPE_CHECKING:
    from simpy import Environment
    from simpy.events import Event

    from flowsim.engine.board import Board

MOST_AT_ONE_INSTANT: Final = 100_000
"""Arrivals at one instant, from a source without end, that are taken for an endless loop."""


class Deck:
    """Every card that has arrived: its class and its title, by number."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.titles: dict[CardId, str] = {}
        self._classes = array("b")
        self._choices = Choices([share.share for share in scenario.classes], scenario.seed, "class")

    def __len__(self) -> int:
        return len(self._classes)

    def class_of(self, number: CardId) -> int:
        """Place of a card's class in the scenario's list."""
        return self._classes[number]

    def new(self, ticket: int, class_index: int | None = None, title: str = "") -> Card:
        """The next card; its class is drawn by its ticket unless given."""
        number = len(self._classes)
        place = self._choices[ticket] if class_index is None else class_index
        self._classes.append(place)
        if title:
            self.titles[number] = title
        return Card(number, ticket, place, self.scenario.classes[place].priority)


class Source:
    """Lets the scenario's cards arrive on `board`. `to_come` counts those not here yet; inf for an endless source."""

    def __init__(self, scenario: Scenario, clock: "Environment", deck: Deck) -> None:
        self.to_come: float = inf
        self._scenario = scenario
        self._clock = clock
        self._deck = deck
        self._tickets = 0
        self._instant: Time = -1.0
        self._at_this_instant = 0

    def open(self, board: "Board") -> None:
        """From now on cards arrive on `board`."""
        self._board = board
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
        if self._clock.now != self._instant:
            self._instant, self._at_this_instant = self._clock.now, 0
        self._at_this_instant += 1
        if self.to_come == inf and self._at_this_instant > MOST_AT_ONE_INSTANT:
            raise EndlessInstant(
                f"more than {MOST_AT_ONE_INSTANT:,} cards arrived at the same instant, {self._instant:g}, and no time "
                "passes: give the work or the gaps between arrivals a duration"
            )
        self._board.arrive(self._deck.new(self._tickets))
        self._tickets += 1
        self.to_come -= 1

    def _one_gap_apart(self, arrivals: Interval) -> Generator["Event", None, None]:
        gaps = Draws(arrivals.gap, self._scenario.seed, "arrivals")
        count = 0
        while True:
            yield self._clock.timeout(gaps[count])
            count += 1
            for _ in range(arrivals.group):
                self.one_now()

    def _listed(self) -> Generator["Event", None, None]:
        places = self._scenario.column_index
        for number, listed in enumerate(self._scenario.cards_by_arrival):
            if listed.arrives > self._clock.now:
                yield self._clock.timeout(exact_delay(self._clock.now, listed.arrives))
            card = self._deck.new(number, self._scenario.class_index[listed.class_], listed.title)
            card.service = {places[column]: time for column, time in listed.service.items()}
            self._board.arrive(card)
            self.to_come -= 1


def exact_delay(now: Time, then: Time) -> Time:
    """The delay that takes a clock from `now` to `then` exactly, which `then - now` alone may miss by one bit."""
    delay = then - now
    while now + delay < then:
        delay = nextafter(delay, inf)
    while now + delay > then:
        delay = nextafter(delay, 0.0)
    return delay
