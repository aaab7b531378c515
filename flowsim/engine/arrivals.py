"""Where cards come from: SimPy processes that let them arrive, and what is known of each card from then on."""

from array import array
from collections.abc import Generator, Iterable
from math import inf
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.distributions import Constant, Distribution, Exponential
from flowsim.domain.phrases import phrase
from flowsim.domain.problems import EndlessInstant
from flowsim.domain.scenario import ExplicitCard, Fixed, Interval, Poisson, Saturated, Scenario
from flowsim.domain.words import CardId, Time
from flowsim.engine.cards import Card
from flowsim.engine.event_clock import EventClock, exact_delay
from flowsim.engine.streams import Floats, Stream, WorkContent, choices

if TYPE_CHECKING:
    from simpy.events import Event

    from flowsim.engine.board import Board

NO_WORK: Final = Constant(value=0.0)
MOST_AT_ONE_INSTANT: Final = 20_000
"""Arrivals at one instant, from a source without end, that are taken for an endless loop; nothing can be stopped
meanwhile, so it must not take long to find out."""


class Deck:
    """Every card that has arrived, by number: class, family, title; and what the next one will bring.

    `reclassed` lists who was put into another class: when, which card, its class before and after.

    A card that a person adds is of the first family.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.titles: dict[CardId, str] = {}
        self._classes = array("b")
        self._families_of = array("b")
        self.reclassed: list[tuple[Time, CardId, int, int]] = []
        self._ranks = [-share.priority for share in scenario.classes]
        self._chosen = choices([share.share for share in scenario.classes], scenario.seed, "class")
        self._families = choices([family.share for family in scenario.families], scenario.seed, "family")
        self._several_families = len(scenario.families) > 1
        works = [NO_WORK if column.is_queue else column.service for column in scenario.columns]
        ids = [column.id for column in scenario.columns]
        self._works = works
        self._work = WorkContent(works, ids, scenario.seed, "work")
        self._added_work = WorkContent(works, ids, scenario.seed, "work of added cards")
        self._listed_anew: dict[int, Floats] = {}

    def __len__(self) -> int:
        return len(self._classes)

    def class_of(self, number: CardId) -> int:
        """Place of a card's class in the scenario's list."""
        return self._classes[number]

    def class_on_arrival(self, number: CardId) -> int:
        """Place of the class that a card arrived in."""
        return next((old for _, card, old, _ in self.reclassed if card == number), self._classes[number])

    def classes_on_arrival(self) -> npt.NDArray[np.int8]:
        """By card, the place of the class that it arrived in."""
        classes = np.array(self._classes, dtype=np.int8)
        for _, card, old, _ in reversed(self.reclassed):
            classes[card] = old
        return classes

    def family_of(self, number: CardId) -> int:
        """Place of a card's family in the scenario's list."""
        return self._families_of[number] if self._several_families else 0

    def reclass(self, card: Card, class_index: int, now: Time) -> None:
        """`card`, which stands in no line, is of another class from now on."""
        self.reclassed.append((now, card.number, card.class_index, class_index))
        card.class_index = self._classes[card.number] = class_index
        card.rank = self._ranks[class_index]

    def work_of(self, column: int) -> Distribution:
        """How much work cards bring to `column` now."""
        return self._works[column]

    def next_arrival(self, ticket: int) -> Card:
        """The next card that comes by itself, the one numbered `ticket` among those."""
        class_index = next(self._chosen) if len(self._ranks) > 1 else 0
        number = len(self._classes)
        self._classes.append(class_index)
        family = 0
        if self._several_families:
            family = next(self._families)
            self._families_of.append(family)
        return Card(number, ticket, class_index, family, self._ranks[class_index], self._work.deal())

    def listed(self, ticket: int, card: ExplicitCard) -> Card:
        """A card that the scenario lists."""
        service = [card.service.get(column.id, 0.0) for column in self.scenario.columns]
        for column, dealt in self._listed_anew.items():
            service[column] = float(dealt[ticket])
        family = self.scenario.family_index[card.family]
        return self._card(ticket, self.scenario.class_index[card.class_], service, card.title, family)

    def added(self, ticket: int, class_index: int, title: str) -> Card:
        """A card that a person adds, the one numbered `ticket` among those."""
        card = self._card(ticket, class_index, self._added_work.deal(), title)
        card.added = True
        return card

    def change_work(self, column: int, work: Distribution, present: Iterable[Card]) -> None:
        """From now on cards bring `work` to `column`, those `present` too, with the luck they came with."""
        self._works[column] = work
        dealt, dealt_to_added = self._work.change(column, work), self._added_work.change(column, work)
        if self.scenario.explicit:
            stream = Stream(work, self.scenario.seed, "work", self.scenario.columns[column].id)
            dealt = self._listed_anew[column] = stream.take(len(self.scenario.cards))
        for card in present:
            card.service[column] = float((dealt_to_added if card.added else dealt)[card.ticket])

    def _card(self, ticket: int, class_index: int, service: list[Time], title: str = "", family: int = 0) -> Card:
        number = len(self._classes)
        self._classes.append(class_index)
        if title:
            self.titles[number] = title
        if self._several_families:
            self._families_of.append(family)
        return Card(number, ticket, class_index, family, self._ranks[class_index], service)


class Source:
    """Lets the scenario's cards arrive on `board`. `to_come` counts those not here yet; inf for an endless source."""

    def __init__(self, scenario: Scenario, clock: EventClock, deck: Deck) -> None:
        self.to_come: float = inf
        self._scenario = scenario
        self._clock = clock
        self.deck = deck
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
        self._board.arrive(self.next_card())

    def next_card(self) -> Card:
        """The card that comes next, at this instant; it stands nowhere yet.

        Raises:
            EndlessInstant: cards keep arriving although no time passes.
        """
        now = self._clock._now
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
            self._board.arrive(self.deck.listed(number, listed))
            self.to_come -= 1
