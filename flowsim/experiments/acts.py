"""Settings of a board as it stands, as what people would do on it at this moment.

A board that runs is changed by interventions and by nothing else; a setting for which there is none (the arrivals, the
kind of a column) can be tried from the start only.
"""

from itertools import zip_longest
from typing import Any, Final

from flowsim.domain.column_settings import ColumnSetting
from flowsim.domain.conditions import Conditions
from flowsim.domain.interventions import (
    Intervention,
    SetBacklogLimit,
    SetBoardLimitsByClass,
    SetClass,
    SetRules,
    SetSharedLimit,
    SetSkill,
)
from flowsim.domain.problems import Problem, ScenarioProblems
from flowsim.domain.scenario import CardClass, Person, Scenario
from flowsim.domain.words import Time
from flowsim.storage.settings import Settings, with_settings

OF_COLUMNS: Final[dict[str, Any]] = {kind.setting: kind for kind in ColumnSetting.__subclasses__()}


def acts_for(scenario: Scenario, now: Conditions, at: Time, settings: Settings) -> tuple[Intervention, ...]:
    """What gives the running board these settings, at the moment `at`, when `now` is in force.

    Raises:
        ScenarioProblems: the board would not be one with them, or one of them cannot change in a run.
    """
    acts: list[Intervention] = []
    problems = []
    before = now.in_force(scenario)
    for path, value in settings.items():
        after = with_settings(before, {path: value})
        found = _between(before, after, at)
        if not found and after != before:
            expected = 'a setting that people can change in a running board, or "from": "start"'
            problems.append(Problem(path, "cannot change from now on", expected))
        acts += found
        before = after
    if problems:
        raise ScenarioProblems(problems)
    return tuple(acts)


def _between(before: Scenario, after: Scenario, at: Time) -> list[Intervention]:
    return [
        *_columns(before, after, at),
        *(
            SetSharedLimit(at=at, group=number, value=new.limit)
            for number, (old, new) in enumerate(zip_longest(before.shared_limits, after.shared_limits))
            if old != new
        ),
        *(
            SetClass(at=at, class_=new.id, may_exceed=new.may_exceed, preempts=new.preempts)
            for old, new in zip(before.classes, after.classes, strict=True)
            if _what_is_done_for(old) != _what_is_done_for(new)
        ),
        *(act for old, new in zip(before.people, after.people, strict=True) for act in _skills(old, new, at)),
        *([SetRules(at=at, value=after.rules)] if before.rules != after.rules else []),
        *([SetBacklogLimit(at=at, value=after.backlog_limit)] if before.backlog_limit != after.backlog_limit else []),
        *(
            [SetBoardLimitsByClass(at=at, value=after.limits_by_class)]
            if before.limits_by_class != after.limits_by_class
            else []
        ),
    ]


def _columns(before: Scenario, after: Scenario, at: Time) -> list[Intervention]:
    return [
        kind(at=at, column=new.id, value=getattr(new, name))
        for old, new in zip(before.columns, after.columns, strict=True)
        for name, kind in OF_COLUMNS.items()
        if getattr(old, name) != getattr(new, name)
    ]


def _what_is_done_for(its: CardClass) -> tuple[int, bool]:
    return its.may_exceed, its.preempts


def _skills(old: Person, new: Person, at: Time) -> list[Intervention]:
    return [
        SetSkill(at=at, person=new.name, column=column, value=new.skills.get(column))
        for column in {**old.skills, **new.skills}
        if old.skills.get(column) != new.skills.get(column)
    ]
