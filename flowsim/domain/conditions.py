"""What is in force on the board now: the scenario's settings as the interventions so far have changed them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from flowsim.domain.column_settings import ColumnSetting
from flowsim.domain.interventions import (
    Intervention,
    SetBacklogLimit,
    SetBoardLimitsByClass,
    SetClass,
    SetPerson,
    SetRules,
    SetSharedLimit,
    SetSkill,
    Setting,
)
from flowsim.domain.policies import Rules
from flowsim.domain.scenario import CardClass, Column, Person, Scenario
from flowsim.domain.words import ColumnId, Time


@dataclass(frozen=True, slots=True)
class Conditions:
    """What may change on the board during a run; `away` names the people who are not here."""

    columns: tuple[Column, ...]
    shared_limits: tuple[int, ...]
    people: tuple[Person, ...]
    rules: Rules
    classes: tuple[CardClass, ...]
    limits_by_class: Mapping[str, int]
    backlog_limit: int | None
    away: frozenset[str] = frozenset()

    def in_force(self, scenario: Scenario) -> Scenario:
        """`scenario` as if it had had these settings from the start; who is away can do nothing."""
        limits = zip(scenario.shared_limits, self.shared_limits, strict=True)
        return replace(
            scenario,
            columns=self.columns,
            shared_limits=tuple(replace(shared, limit=limit) for shared, limit in limits),
            people=tuple(replace(person, skills={}) if person.name in self.away else person for person in self.people),
            rules=self.rules,
            classes=self.classes,
            limits_by_class=self.limits_by_class,
            backlog_limit=self.backlog_limit,
        )


def conditions(scenario: Scenario, interventions: Iterable[Intervention]) -> Conditions:
    """The settings after all of `interventions`."""
    limits = tuple(group.limit for group in scenario.shared_limits)
    start = Conditions(
        scenario.columns, limits, scenario.people, scenario.rules, scenario.classes, scenario.limits_by_class,
        scenario.backlog_limit,
    )  # fmt: skip
    return reduce(lambda now, change: changed(scenario, now, change), interventions, start)


class ConditionsOverTime:
    """The settings after each intervention of a run, cached, so that one more intervention costs one more step.

    Each call compares its interventions with those of the call before, at about 10 ns each.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._interventions: list[Intervention] = []
        self._after = [conditions(scenario, ())]

    def after(self, interventions: Sequence[Intervention]) -> Conditions:
        """The settings after all of `interventions`, the first of which may be those that were asked for before."""
        asked = list(interventions)
        known = min(len(asked), len(self._interventions))
        if asked[:known] != self._interventions[:known]:
            pairs = zip(asked, self._interventions, strict=False)
            known = next(place for place, (one, other) in enumerate(pairs) if one != other)
        if known < len(asked):
            del self._interventions[known:], self._after[known + 1 :]
            for change in asked[known:]:
                self._interventions.append(change)
                self._after.append(changed(self.scenario, self._after[-1], change))
        return self._after[len(asked)]


def changed(scenario: Scenario, now: Conditions, change: Intervention | Setting) -> Conditions:
    """The settings after one more intervention; the same ones if it changes no setting."""
    match change:
        case ColumnSetting(column=column):
            index = scenario.column_index[column]
            column_now = replace(now.columns[index], **{change.setting: change.new})
            return replace(now, columns=(*now.columns[:index], column_now, *now.columns[index + 1 :]))
        case SetBoardLimitsByClass(value=by_class):
            return replace(now, limits_by_class=by_class)
        case SetBacklogLimit(value=most):
            return replace(now, backlog_limit=most)
        case SetSharedLimit(group=group, value=limit):
            limits = (*now.shared_limits[:group], limit, *now.shared_limits[group + 1 :])
            return replace(now, shared_limits=limits)
        case SetPerson(person=name, value=here):
            return replace(now, away=now.away - {name} if here else now.away | {name})
        case SetSkill(person=name, column=column, value=speed):
            return replace(now, people=tuple(_skilled(one, name, column, speed) for one in now.people))
        case SetClass(class_=class_, may_exceed=may_exceed, preempts=preempts):
            index = scenario.class_index[class_]
            its = replace(now.classes[index], may_exceed=may_exceed, preempts=preempts)
            return replace(now, classes=(*now.classes[:index], its, *now.classes[index + 1 :]))
        case SetRules(value=rules):
            return replace(now, rules=rules)
        case _:
            return now


def _skilled(person: Person, name: str, column: ColumnId, speed: Time | None) -> Person:
    if person.name != name:
        return person
    skills = {skill: factor for skill, factor in person.skills.items() if skill != column}
    return replace(person, skills=skills if speed is None else {**skills, column: speed})
