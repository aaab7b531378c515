"""What is known of each card from its arrival on, and what the next one will bring."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.distributions import Distribution
from flowsim.domain.scenario import CardClass, ExplicitCard, Family, Scenario
from flowsim.domain.words import CardId, Time
from flowsim.engine.cards_and_stations import Card
from flowsim.engine.streams import FIRST_BLOCK, Choices, Floats, Stream, StreamPosition
from flowsim.engine.work_content import WorkContent, Works

WORK_ON_THE_BOARD: Final = "work_on_the_board"
"""The numbers from which a future draws the work of the cards on the board, by their places."""

Positions: TypeAlias = Mapping[str, Sequence[StreamPosition]]


class Deck:
    """Every card that has arrived, by number: class, family, title; and what the next one will bring.

    `reclassed` lists who was put into another class: when, which card, its class before and after. `works` are the
    distributions of work in force.

    A card that a person adds is of the first family.
    """

    def __init__(self, scenario: Scenario, positions: Positions | None = None) -> None:
        at = positions or {}
        self.scenario = scenario
        self.titles: dict[CardId, str] = {}
        self._classes = array("b")
        self._families_of = array("b")
        self.reclassed: list[tuple[Time, CardId, int, int]] = []
        self._ranks = [-share.priority for share in scenario.classes]
        # Making a generator takes as long as playing a card: only those that will be asked.
        self._chosen = _choices(scenario.classes, scenario.seed, "class", at)
        self._families = _choices(scenario.families, scenario.seed, "family", at)
        self._several_families = len(scenario.families) > 1
        ids = [column.id for column in scenario.columns]
        self.works = Works(scenario)
        self._work = WorkContent(self.works, ids, scenario.seed, "work", at.get("work"))
        self._added_at = at.get("added") or [StreamPosition(None, FIRST_BLOCK, 0, 0)] * len(self.works.all())
        self.listed_anew: dict[int, Floats] = {}
        self.places: dict[CardId, int] = {}
        """In a future: the places of the cards that were on the board when it began."""

    @cached_property
    def _added_work(self) -> WorkContent:
        """What cards that people add bring; most runs never ask."""
        ids = [column.id for column in self.scenario.columns]
        return WorkContent(self.works, ids, self.scenario.seed, "work of added cards", self._added_at)

    def positions(self, tickets: int) -> dict[str, list[StreamPosition]]:
        """Where the streams are after so many cards that came by themselves."""
        added = list(self._added_at) if "_added_work" not in self.__dict__ else self._added_work.positions()
        found = {"work": self._work.positions(), "added": added}
        if self._chosen is not None:
            found["class"] = [self._chosen.position(0 if self.scenario.explicit else tickets)]
        if self._families is not None:
            found["family"] = [self._families.position(0 if self.scenario.explicit else tickets)]
        return found

    def go_on_from(self, dealt: int, cards: Iterable[Card], titles: Mapping[CardId, str]) -> None:
        """`dealt` cards have come before; of those only the ones on the board are known."""
        self._classes = array("b", bytes(dealt))
        self._families_of = array("b", bytes(dealt if self._several_families else 0))
        for card in cards:
            self._classes[card.number] = card.class_index
            if self._several_families:
                self._families_of[card.number] = card.family
        self.titles.update((number, title) for number, title in titles.items() if title)

    def know_the_past_of(self, other: "Deck", reclassed: int) -> None:
        """What `other`, which goes on from the same cards, knows of them; so many of them had changed their class."""
        dealt = len(self._classes)
        self._classes = other._classes[:dealt]
        for _, card, before, _ in reversed(other.reclassed[reclassed:]):
            if card < dealt:
                self._classes[card] = before
        self._families_of = other._families_of[:dealt]
        self.titles.update((number, title) for number, title in other.titles.items() if number < dealt)
        self.reclassed[:] = other.reclassed[:reclassed]

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

    def next_arrival(self, ticket: int) -> Card:
        """The next card that comes by itself, the one numbered `ticket` among those."""
        class_index = 0 if self._chosen is None else next(self._chosen)
        number = len(self._classes)
        self._classes.append(class_index)
        family = 0
        if self._families is not None:
            family = next(self._families)
            self._families_of.append(family)
        return Card(number, ticket, class_index, family, self._ranks[class_index], self._work.deal(class_index))

    def listed(self, ticket: int, card: ExplicitCard) -> Card:
        """A card that the scenario lists."""
        service = [card.service.get(column.id, 0.0) for column in self.scenario.columns]
        for column, dealt in self.listed_anew.items():
            service[column] = float(dealt[ticket])
        family = self.scenario.family_index[card.family]
        return self._card(ticket, self.scenario.class_index[card.class_], service, card.title, family)

    def added(self, ticket: int, class_index: int, title: str) -> Card:
        """A card that a person adds, the one numbered `ticket` among those."""
        card = self._card(ticket, class_index, self._added_work.deal(class_index), title)
        card.added = True
        return card

    def change_work(self, column: int, work: Distribution, present: Iterable[Card]) -> None:
        """Draw work in `column` from `work` from now on, and redraw it for the cards `present`.

        A card's new work comes from the same random numbers as its old work; classes with work of their own keep it.
        """
        affected = [card for card in present if not self.works.has_own(column, card.class_index)]
        self._change(column, lambda: self.works.set_column(column, work))
        if self.scenario.explicit:
            stream = Stream(work, self.scenario.seed, "work", self.scenario.columns[column].id)
            self.listed_anew[column] = stream.take(len(self.scenario.cards))
        self.redraw(column, affected)

    def change_work_of_classes(
        self, column: int, works: Mapping[str, Distribution], present: Iterable[Card]
    ) -> None:  # fmt: skip
        """From now on these classes, and no others, have work of their own in `column`; redraw it for `present`."""
        cards = list(present)
        before = {card.number for card in cards if self.works.has_own(column, card.class_index)}
        self._change(column, lambda: self.works.set_classes(column, works))
        self.redraw(
            column, [one for one in cards if one.number in before or self.works.has_own(column, one.class_index)]
        )

    def _change(self, column: int, change: Callable[[], None]) -> None:
        dealers = self._work, self._added_work  # made, where they were not, before their works are others
        change()
        for dealer in dealers:
            dealer.refit(column)

    def redraw(self, column: int, cards: Iterable[Card]) -> None:
        """Give `cards` the work in `column` that their classes bring there now, each by its own random numbers."""
        known: dict[tuple[int, str], Floats] = {}
        for card in cards:
            whose, place = self._numbers_of(card)
            key = self.works.key_of(column, card.class_index)[1], whose
            if key not in known:
                known[key] = self._all_dealt(column, self.works.of(column, card.class_index), whose)
            card.service[column] = float(known[key][place])

    def _numbers_of(self, card: Card) -> tuple[str, int]:
        """From which numbers a card's work is drawn, and its place among them."""
        if card.number in self.places:
            return WORK_ON_THE_BOARD, self.places[card.number]
        return ("added" if card.added else "work"), card.ticket

    def _all_dealt(self, column: int, work: Distribution, whose: str) -> Floats:
        if whose == WORK_ON_THE_BOARD:
            stream = Stream(work, self.scenario.seed, WORK_ON_THE_BOARD, self.scenario.columns[column].id)
            return stream.take(len(self.places))
        if whose == "added":
            return self._added_work.dealt(column, work)
        return self.listed_anew[column] if self.scenario.explicit else self._work.dealt(column, work)

    def _card(self, ticket: int, class_index: int, service: list[Time], title: str = "", family: int = 0) -> Card:
        number = len(self._classes)
        self._classes.append(class_index)
        if title:
            self.titles[number] = title
        if self._several_families:
            self._families_of.append(family)
        return Card(number, ticket, class_index, family, self._ranks[class_index], service)


def _choices(among: Sequence[CardClass] | Sequence[Family], seed: int, purpose: str, at: Positions) -> Choices | None:
    """Which of them each card is of; None where there is nothing to choose."""
    if len(among) <= 1:
        return None
    return Choices([each.share for each in among], seed, purpose, position=at[purpose][0] if purpose in at else None)
