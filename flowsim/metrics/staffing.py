"""Who there is to work in each column, over time: the scenario's people and every change to them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self, TypeAlias, TypeVar

from flowsim.domain.conditions import Conditions, changed, conditions
from flowsim.domain.interventions import Intervention, SetPerson, SetSkill, SetWorkers
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time, WorkerId

T = TypeVar("T")

Steps: TypeAlias = Sequence[tuple[Time, Collection[WorkerId]]]
"""(from when, who), the first from time 0."""


@dataclass(frozen=True)
class Staffing:
    """`steps[column]` tells who can work there; a queue has nobody. `people[person]` tells when a named person is here.

    Where people are named, the workers of a column are all who have the skill and are here, whatever they do.
    """

    steps: Sequence[Steps] = field(default_factory=list)
    people: Sequence[Sequence[tuple[Time, bool]]] = field(default_factory=list)

    @classmethod
    def of(cls, scenario: Scenario, interventions: Iterable[Intervention] = ()) -> Self:
        """The staffing that a scenario starts with, as `interventions` changed it."""
        now = conditions(scenario, ())
        steps: list[list[tuple[Time, Collection[WorkerId]]]] = [[(0.0, who)] for who in _staff(now)]
        people = [[(0.0, True)] for _ in scenario.people]
        for change in interventions:
            if not isinstance(change, SetWorkers | SetPerson | SetSkill):
                continue
            now = changed(scenario, now, change)
            for column, who in enumerate(_staff(now)):
                if who != steps[column][-1][1]:
                    steps[column].append((change.at, who))
            for index, person in enumerate(now.people):
                here = person.name not in now.away
                if here != people[index][-1][1]:
                    people[index].append((change.at, here))
        return cls(steps, people)

    def worker_time(self, column: int, start: Time, end: Time) -> Time:
        """∫ of the number of workers over [start, end)."""
        return sum(len(who) * span for who, span in _spans(self.steps[column], start, end))

    def presence(self, person: WorkerId, start: Time, end: Time) -> Time:
        """How long in [start, end) a named person was here."""
        return sum(span for here, span in _spans(self.people[person], start, end) if here)

    def overtime(self, column: int, worker: WorkerId, start: Time, end: Time) -> Time:
        """Time in [start, end) in which `worker` was no longer on the staff: finishing the last card."""
        return sum(span for who, span in _spans(self.steps[column], start, end) if worker not in who)

    @property
    def who_left(self) -> list[WorkerId]:
        """Named people who were away some time."""
        return [person for person, steps in enumerate(self.people) if len(steps) > 1]

    def absence(self, person: WorkerId, since: Iterable[Time], ended: Iterable[Time]) -> Time:
        """How long in these intervals a named person was away."""
        return sum(end - start - self.presence(person, start, end) for start, end in zip(since, ended, strict=True))

    def always(self, column: int) -> set[WorkerId]:
        """Who never left the staff of `column`."""
        return set.intersection(*(set(who) for _, who in self.steps[column]))

    def changed(self, column: int) -> bool:
        """Whether anybody ever came or went."""
        return len(self.steps[column]) > 1


def _staff(now: Conditions) -> list[Collection[WorkerId]]:
    """Who can work in each column."""
    if not now.people:
        return [range(0 if column.is_queue else column.workers) for column in now.columns]
    return [
        tuple(
            index
            for index, person in enumerate(now.people)
            if column.id in person.skills and person.name not in now.away and not column.is_queue
        )
        for column in now.columns
    ]


def _spans(steps: Sequence[tuple[Time, T]], start: Time, end: Time) -> Iterable[tuple[T, Time]]:
    for index, (since, what) in enumerate(steps):
        until = steps[index + 1][0] if index + 1 < len(steps) else end
        span = min(until, end) - max(since, start)
        if span > 0:
            yield what, span
