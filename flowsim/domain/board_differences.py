"""How one board is set otherwise than another, in the words in which changes of a run are told."""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import compress, groupby
from typing import Final, TypeVar

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
)
from flowsim.domain.column_settings import (
    ColumnSetting,
    SetBlockers,
    SetEnforcement,
    SetLimitCounts,
    SetLimitsByClass,
    SetMoveTime,
    SetRework,
    SetService,
    SetServiceByClass,
    SetSetup,
    SetSkip,
    SetSwarmGain,
    SetTransferBatch,
    SetTransferTimeout,
    SetWipLimit,
    SetWorkers,
    SetWorkersPerCard,
)
from flowsim.domain.conditions import conditions
from flowsim.domain.intervention_words import column_setting_in_words, in_words, share_in_words, time_in_words
from flowsim.domain.interventions import (
    Intervention,
    SetBacklogLimit,
    SetBoardLimitsByClass,
    SetClass,
    SetRules,
    SetSharedLimit,
    SetSkill,
)
from flowsim.domain.phrases import Phrase, digits, phrase
from flowsim.domain.policies import Blockers, Rework
from flowsim.domain.scenario import CardClass, Column, Scenario
from flowsim.domain.units import NO_VALUE, PER

OF_A_COLUMN: Final = (
    SetWipLimit, SetWorkers, SetWorkersPerCard, SetSwarmGain, SetService, SetServiceByClass, SetTransferBatch,
    SetSetup, SetMoveTime, SetTransferTimeout, SetRework, SetBlockers, SetSkip, SetLimitsByClass,
    SetLimitCounts, SetEnforcement,
)  # fmt: skip
"""What can be set in a column, in the order in which it is told."""

Parts = TypeVar("Parts", Rework, Blockers)
ROUNDING: Final = 1e-9
"""Shares that differ by less are the same one, written otherwise."""


def differences(one: Scenario, other: Scenario) -> list[Phrase] | None:
    """What is set otherwise on the `other` board; None where that is not all: other columns, people, classes or cards.

    Names and texts do not matter, nor where a run ends.
    """
    if _without_settings(one) != _without_settings(other):
        return None
    told = [*_of_columns(one, other), *_of_the_board(one, other), *_of_arrivals(one, other)]
    if one.warm_up != other.warm_up:
        before, after = (time_in_words(its.warm_up, other.time_unit) for its in (one, other))
        told.append(phrase("warm-up {0} → {1}", before, after))
    if one.plan != other.plan:
        told.append(phrase("another plan of changes"))
    if one.seed != other.seed:
        told.append(phrase("seed {0} → {1}", one.seed, other.seed))
    return told


def _without_settings(board: Scenario) -> tuple[object, ...]:
    """What makes a board another one when it differs."""
    return (
        [(column.id, column.kind) for column in board.columns], [person.name for person in board.people],
        [its.id for its in board.classes], board.families, board.cards, board.time_unit,
        [group.columns for group in board.shared_limits],
    )  # fmt: skip


def _of_columns(one: Scenario, other: Scenario) -> Iterator[Phrase]:
    """Settings of columns; what is changed alike in every column is told once."""
    work = {column.id for column in other.columns if not column.is_queue}
    old = {column.id: column for column in one.columns}
    for kind in OF_A_COLUMN:
        acts = [
            (old[column.id], kind(at=0.0, column=column.id, value=getattr(column, kind.setting)))
            for column in other.columns
            if getattr(column, kind.setting) != getattr(old[column.id], kind.setting)
        ]
        for _, group in groupby(acts, key=lambda pair: (repr(getattr(pair[0], pair[1].setting)), repr(pair[1].new))):
            alike = list(group)
            if len(alike) > 1 and work <= {act.column for _, act in alike}:
                before, act = alike[0]
                yield from (phrase("every column: {0}", words) for words in _in_words(other, before, act))
                continue
            for before, act in alike:
                yield from (phrase("{0} {1}", before.title, words) for words in _in_words(other, before, act))


def _in_words(board: Scenario, before: Column, act: ColumnSetting) -> Iterator[Phrase]:
    """A setting of a column; rework and blockers, which have several parts, part by part."""
    acts: list[ColumnSetting] = [act]
    if isinstance(act, SetRework):
        acts = [replace(act, value=value) for value in _part_by_part(before.rework, act.value)]
    elif isinstance(act, SetBlockers):
        acts = [replace(act, value=value) for value in _part_by_part(before.blockers, act.value)]
    yield from (column_setting_in_words(board, one, before) for one in acts)


def _part_by_part(old: Parts, new: Parts) -> Iterator[Parts]:
    """`old` with one part of `new`, for each part that differs."""
    for part in fields(old):
        if getattr(old, part.name) != (value := getattr(new, part.name)):
            yield replace(old, **{part.name: value})


def _of_the_board(one: Scenario, other: Scenario) -> Iterator[Phrase]:
    """Shared limits, skills, classes and rules."""
    acts: list[Intervention] = [
        SetSharedLimit(at=0.0, group=place, value=new.limit)
        for place, (old, new) in enumerate(zip(one.shared_limits, other.shared_limits, strict=True))
        if old.limit != new.limit
    ]
    for before, after in zip(one.people, other.people, strict=True):
        acts += [
            SetSkill(at=0.0, person=after.name, column=column.id, value=after.skills.get(column.id))
            for column in other.columns
            if before.skills.get(column.id) != after.skills.get(column.id)
        ]
    if one.backlog_limit != other.backlog_limit:
        acts.append(SetBacklogLimit(at=0.0, value=other.backlog_limit))
    if one.limits_by_class != other.limits_by_class:
        acts.append(SetBoardLimitsByClass(at=0.0, value=other.limits_by_class))
    if one.rules != other.rules:
        acts.append(SetRules(at=0.0, value=other.rules))
    yield from (in_words(other, (act,), conditions(one, ())) for act in acts)
    for old_class, new_class in zip(one.classes, other.classes, strict=True):
        yield from _of_a_class(one, other, old_class, new_class)


def _of_a_class(one: Scenario, other: Scenario, old: CardClass, new: CardClass) -> Iterator[Phrase]:
    shares = [its.share / sum(each.share for each in board.classes) for board, its in ((one, old), (other, new))]
    if abs(shares[1] - shares[0]) > ROUNDING:
        before, after = map(share_in_words, shares)
        yield phrase("{0}: share {1} → {2}", new.title, before, after)
    if old.priority != new.priority:
        yield phrase("{0}: priority {1} → {2}", new.title, old.priority, new.priority)
    acts = [
        SetClass(at=0.0, class_=new.id, may_exceed=new.may_exceed, preempts=old.preempts),
        SetClass(at=0.0, class_=new.id, may_exceed=old.may_exceed, preempts=new.preempts),
    ]
    differ = old.may_exceed != new.may_exceed, old.preempts != new.preempts
    yield from (in_words(other, (act,), conditions(one, ())) for act in compress(acts, differ))
    if old.target != new.target:
        told = [NO_VALUE if its.target is None else time_in_words(its.target, other.time_unit) for its in (old, new)]
        yield phrase("{0}: target {1} → {2}", new.title, *told)
    if old.cost_of_delay != new.cost_of_delay:
        yield phrase(
            "{0}: cost of delay {1} → {2}", new.title, digits(old.cost_of_delay, "g"), digits(new.cost_of_delay, "g")
        )


def _of_arrivals(one: Scenario, other: Scenario) -> Iterator[Phrase]:
    before, after = one.arrivals, other.arrivals
    if before == after:
        return
    if isinstance(before, Poisson) and isinstance(after, Poisson) and replace(before, rate=after.rate) == after:
        yield phrase("arrivals {0} → {1} {2}", digits(before.rate, "g"), digits(after.rate, "g"), PER[other.time_unit])
    elif isinstance(before, Fixed) and isinstance(after, Fixed) and replace(before, count=after.count) == after:
        yield phrase("cards {0} → {1}", before.count, after.count)
    else:
        yield phrase("other arrivals")
