"""Named people with skills, shared by columns: who is free, and who can do what how fast."""

from collections.abc import Sequence

from flowsim.domain.scenario import Person
from flowsim.domain.words import WorkerId
from flowsim.engine.cards_and_stations import Card, Station


class Team:
    """People by number, as the scenario lists them; each has one card at most.

    `able[person]` are the indices of the stations where they take up work, `speeds[person]` the speed factors there,
    `holds[person]` is the card they have, and `here` how many are present. Who is not `present`, or not able any
    more, finishes the card at hand.
    """

    def __init__(self, people: Sequence[Person], stations: Sequence[Station]) -> None:
        by_id = {station.column.id: station.index for station in stations if station.column}
        self.people = people
        self.speeds = [{by_id[column]: speed for column, speed in person.skills.items()} for person in people]
        self.able = [set(speeds) for speeds in self.speeds]
        self.present = [True] * len(people)
        self.holds: list[Card | None] = [None] * len(people)
        self.here = len(people)
        self._with_a_card = 0
        self._bits = [0] * len(people)
        self._note_bits()

    def number_of(self, name: str) -> WorkerId:
        """Which of the people has this name; one of them has."""
        return next(number for number, person in enumerate(self.people) if person.name == name)

    def set_skill(self, person: int, station: Station, speed: float | None) -> None:
        """Change how fast a person works in `station`; None takes the skill away."""
        if speed is None:
            self.able[person].discard(station.index)
        else:
            self.able[person].add(station.index)
            self.speeds[person][station.index] = speed
        self._note_bits()

    def _note_bits(self) -> None:
        self._bits = [sum(1 << index for index in able) for able in self.able]

    def let_come(self, person: int, *, here: bool) -> None:
        """A person comes, or goes."""
        self.present[person] = here
        self.here = sum(self.present)

    def go_on_from(
        self, holds: list[Card | None], present: Sequence[bool], speeds: list[dict[int, float]],
        able: Sequence[Sequence[int]],
    ) -> None:  # fmt: skip
        """Everybody is as a snapshot has them."""
        self.holds, self.present = holds, list(present)
        self.speeds, self.able = speeds, [set(each) for each in able]
        self.here = sum(self.present)
        self._with_a_card = sum(card is not None for card in holds)
        self._note_bits()

    def take(self, person: int, card: Card) -> None:
        """A person takes a card."""
        self.holds[person] = card
        self._with_a_card += 1

    def release(self, person: int) -> None:
        """A person lets go of their card."""
        self.holds[person] = None
        self._with_a_card -= 1

    def can_work(self, station: Station) -> list[int]:
        """Everybody here, free or not, who has the skill for `station`."""
        return [person for person, able in enumerate(self.able) if station.index in able and self.present[person]]

    def free(self) -> list[int]:
        """Who is here and has no card."""
        return [person for person, card in enumerate(self.holds) if card is None and self.present[person]]

    def free_for(self, station: Station) -> int | None:
        """The first free person who can work in `station`."""
        if self._with_a_card >= len(self.holds):
            return None
        index = station.index
        for person, card in enumerate(self.holds):
            if card is None and self.present[person] and index in self.able[person]:
                return person
        return None

    def count_free_for(self, station: Station) -> int:
        """How many free people can work in `station`."""
        return sum(self.holds[person] is None for person in self.can_work(station))

    def bits_of(self, person: int) -> int:
        """The stations where `person` can work, as bits."""
        return self._bits[person]
