"""Who there is to work in each column, over time: the scenario's people and every change to them."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Self, TypeAlias, TypeVar

from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.conditions import Conditions, changed, conditions
from flowsim.domain.interventions import Intervention, SetPerson, SetSkill
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time, WorkerId

T = TypeVar("T")

STAFFS: Final = (SetWorkers, SetPerson, SetSkill)
"""The interventions that change who can work where."""

Steps: TypeAlias = Sequence[tuple[Time, Collection[WorkerId]]]
"""(from when, who), the first from time 0."""


@dataclass(frozen=True)
class Staffing:
    """The workers of each column, and the presence of each named person, as step functions of time.

    `steps[column]` lists (from when, worker numbers); a queue has no workers. `people[person]` lists (from when,
    present). `never_left[column]` holds the workers on its staff all the time. With named people, the workers of a
    column are all who have the skill and are present, whatever they are doing.
    """

    steps: Sequence[Steps] = field(default_factory=list)
    people: Sequence[Sequence[tuple[Time, bool]]] = field(default_factory=list)
    never_left: Sequence[frozenset[WorkerId]] = field(default_factory=list)

    @classmethod
    def of(cls, scenario: Scenario, interventions: Iterable[Intervention] = ()) -> Self:
        """The staffing that a scenario starts with, as `interventions` changed it."""
        now = conditions(scenario, ())
        first = _staff(now)
        made = cls(
            [[(0.0, who)] for who in first], [[(0.0, True)] for _ in now.people], [frozenset(who) for who in first]
        )
        for change in interventions:
            if isinstance(change, STAFFS):
                now = changed(scenario, now, change)
                made = made.changed_by(change, now)
        return made

    def changed_by(self, change: Intervention, now: Conditions) -> Self:
        """The staffing after one more intervention, after which the settings are `now`."""
        if not isinstance(change, STAFFS):
            return self
        staff, here = _staff(now), [person.name not in now.away for person in now.people]
        return type(self)(
            [_followed(steps, change.at, who) for steps, who in zip(self.steps, staff, strict=True)],
            [_followed(steps, change.at, is_here) for steps, is_here in zip(self.people, here, strict=True)],
            [always.intersection(who) for always, who in zip(self.never_left, staff, strict=True)],
        )

    def until(self, time: Time) -> Self:
        """The staffing as far as it was known at `time`, what changed at that very moment included."""
        steps = [its[: bisect_right(its, time, key=_since)] for its in self.steps]
        people = [its[: bisect_right(its, time, key=_since)] for its in self.people]
        return type(self)(steps, people, [frozenset.intersection(*(frozenset(who) for _, who in its)) for its in steps])

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

    def changed(self, column: int) -> bool:
        """Whether anybody ever came or went."""
        return len(self.steps[column]) > 1


def _since(step: tuple[Time, object]) -> Time:
    return step[0]


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


def _followed(steps: Sequence[tuple[Time, T]], at: Time, what: T) -> Sequence[tuple[Time, T]]:
    """The same steps if nothing is new; else with one more."""
    return steps if steps[-1][1] == what else [*steps, (at, what)]


def _spans(steps: Sequence[tuple[Time, T]], start: Time, end: Time) -> Iterable[tuple[T, Time]]:
    for index in range(max(bisect_right(steps, start, key=_since) - 1, 0), bisect_right(steps, end, key=_since)):
        since, what = steps[index]
        until = steps[index + 1][0] if index + 1 < len(steps) else end
        span = min(until, end) - max(since, start)
        if span > 0:
            yield what, span
