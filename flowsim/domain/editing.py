"""Structural edits of a board: each is a function that takes a scenario and returns a changed copy.

References to columns are kept valid: shared limits cover neighbouring columns only, rework goes to an earlier column,
people lose skills for removed columns, and a person without any skill left is removed. What the plan says of them
follows. All other rules between fields are checked by `flowsim.domain.checks`; these functions do not repair violations
of them silently.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count, groupby
from typing import Any, Final, Literal

from flowsim.domain.column_settings import ColumnSetting
from flowsim.domain.constraints import MAX_COLUMNS
from flowsim.domain.interventions import SetSkill
from flowsim.domain.phrases import phrase
from flowsim.domain.plan_of_changes import (
    PlannedBoardLimitsByClass,
    PlannedChange,
    PlannedLimitsByClass,
    PlannedRework,
    PlannedServiceByClass,
    PlannedSharedLimit,
    PlannedSkip,
)  # fmt: skip
from flowsim.domain.policies import Rework
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import CardClass, Column, Family, Person, Scenario, SharedLimit
from flowsim.domain.words import ColumnId

ID_LENGTH: Final = 40


def with_column(scenario: Scenario, index: int, **settings: Any) -> Scenario:
    """Column `index` with other settings; its id stays."""
    changed = replace(scenario.columns[index], **settings)
    return replace(scenario, columns=put(scenario.columns, index, changed))


def column_added(scenario: Scenario, at: int, kind: Literal["work", "queue"], name: str) -> Scenario:
    """Insert a column at index `at`, counted from 0.

    It takes the WIP limit of the column to its left (at index 0: of the first column), and joins the shared limits that
    cover both its neighbours. People with the skill for the nearest work column can work in a new work column at the
    same speed; if there are none, everybody can, at speed 1.

    Raises:
        Refused: there are as many columns as there may be.
    """
    _leave_room(scenario)
    name = _free_name(scenario, name)
    beside = scenario.columns[min(max(at - 1, 0), len(scenario.columns) - 1)]
    column = Column(id=free_id(name, scenario.column_index), name=name, kind=kind, wip_limit=beside.wip_limit)
    longer = replace(scenario, columns=(*scenario.columns[:at], column, *scenario.columns[at:]))
    if kind == "work":
        longer = _learned(longer, column.id, _nearest_work(scenario, at))
    return _tidied(longer, _joined_by(scenario, column.id, at))


def column_duplicated(scenario: Scenario, index: int) -> Scenario:
    """A second column like number `index`, to its right.

    Raises:
        Refused: there are as many columns as there may be.
    """
    _leave_room(scenario)
    its = scenario.columns[index]
    name = _free_name(scenario, its.title)
    twin = replace(its, id=free_id(name, scenario.column_index), name=name)
    longer = replace(scenario, columns=(*scenario.columns[: index + 1], twin, *scenario.columns[index + 1 :]))
    longer = _learned(longer, twin.id, its.id)
    cards = tuple(
        replace(card, service={**card.service, twin.id: card.service[its.id]}) if its.id in card.service else card
        for card in longer.cards
    )
    planned = (one for one in longer.plan if isinstance(one, ColumnSetting | SetSkill) and one.column == its.id)
    plan = (*longer.plan, *(replace(one, column=twin.id) for one in planned))
    return _tidied(replace(longer, cards=cards, plan=plan), _beside(scenario, its.id, twin.id))


def queue_split_off(scenario: Scenario, index: int, name: str) -> Scenario:
    """A queue to the right of a work column for what is done there, with the same limit and in the same groups.

    Raises:
        Refused: the column is a queue itself, or there are as many columns as there may be.
    """
    _leave_room(scenario)
    its = scenario.columns[index]
    if its.is_queue:
        raise Refused(phrase("{0} is a queue already", its.title))
    name = _free_name(scenario, name)
    queue = Column(id=free_id(name, scenario.column_index), name=name, kind="queue", wip_limit=its.wip_limit)
    longer = (*scenario.columns[: index + 1], queue, *scenario.columns[index + 1 :])
    return _tidied(replace(scenario, columns=longer), _beside(scenario, its.id, queue.id))


def column_removed(scenario: Scenario, index: int) -> Scenario:
    """The board without column `index`.

    Raises:
        Refused: it is the only one.
    """
    if len(scenario.columns) == 1:
        raise Refused(phrase("a board has at least one column"))
    gone = scenario.columns[index].id
    cards = tuple(
        replace(card, service={column: work for column, work in card.service.items() if column != gone})
        if gone in card.service
        else card
        for card in scenario.cards
    )
    columns = (*scenario.columns[:index], *scenario.columns[index + 1 :])
    return _tidied(replace(scenario, columns=columns, cards=cards), scenario.shared_limits)


def column_moved(scenario: Scenario, index: int, to: int) -> Scenario:
    """Column `index` put at place `to`; it leaves the shared limits whose columns it no longer stands beside."""
    others = [*scenario.columns[:index], *scenario.columns[index + 1 :]]
    others.insert(to, scenario.columns[index])
    moved = scenario.columns[index].id
    return _tidied(replace(scenario, columns=tuple(others)), scenario.shared_limits, first_to_leave=moved)


def column_turned(scenario: Scenario, index: int, kind: Literal["work", "queue"]) -> Scenario:
    """Column `index` as a work column, or as a queue, which keeps only what a queue has."""
    its = scenario.columns[index]
    if its.kind == kind:
        return scenario
    names = ("id", "name", "wip_limit", "limits_by_class", "enforcement", "move_time", "skip")
    kept = {name: getattr(its, name) for name in names}
    turned = Column(kind=kind, transfer_batch=its.transfer_batch, transfer_timeout=its.transfer_timeout, **kept)
    changed = replace(scenario, columns=put(scenario.columns, index, turned))
    if kind == "work":
        changed = _learned(changed, its.id, _nearest_work(scenario, index))
    return _tidied(changed, scenario.shared_limits)


def grouped(scenario: Scenario, first: int, last: int, limit: int) -> Scenario:
    """One more shared limit, over the columns from `first` to `last`."""
    ids = tuple(column.id for column in scenario.columns[first : last + 1])
    return replace(scenario, shared_limits=(*scenario.shared_limits, SharedLimit(columns=ids, limit=limit)))


def ungrouped(scenario: Scenario, group: int) -> Scenario:
    """Without one of the shared limits."""
    left = [place for place in range(len(scenario.shared_limits)) if place != group]
    plan = _plan_of_groups(scenario.plan, left)
    return replace(scenario, shared_limits=without(scenario.shared_limits, group), plan=plan)


def person_added(scenario: Scenario, name: str) -> Scenario:
    """Add a person who can work in every work column; with the first person, columns lose their own workers."""
    name = free_text(name, [person.name for person in scenario.people])
    skills = {column.id: 1.0 for column in scenario.columns if not column.is_queue}
    return replace(scenario, people=(*scenario.people, Person(name=name, skills=skills)))


def class_added(scenario: Scenario, name: str) -> Scenario:
    """Add a class of service, in a colour of `CLASS_COLOURS` not yet used, or the first one if all are used."""
    name = free_text(name, [its.title for its in scenario.classes])
    taken = {its.colour.upper() for its in scenario.classes}
    colour = next((each for each in CLASS_COLOURS if each not in taken), CLASS_COLOURS[0])
    its = CardClass(id=free_id(name, scenario.class_index), name=name, colour=colour)
    return replace(scenario, classes=(*scenario.classes, its))


def class_removed(scenario: Scenario, index: int) -> Scenario:
    """Without one class; listed cards of it get the first one that is left.

    Raises:
        Refused: it is the only one.
    """
    if len(scenario.classes) == 1:
        raise Refused(phrase("every card has a class, so there is at least one"))
    gone, left = scenario.classes[index].id, without(scenario.classes, index)
    cards = tuple(replace(card, class_=left[0].id) if card.class_ == gone else card for card in scenario.cards)
    columns = tuple(_without_class(column, gone) for column in scenario.columns)
    limits = _left(scenario.limits_by_class, gone)
    plan = tuple(_planned_without_class(its, gone) for its in scenario.plan)
    return replace(scenario, classes=left, cards=cards, columns=columns, limits_by_class=limits, plan=plan)


def _without_class(column: Column, gone: str) -> Column:
    """`column` without what is set there for one class."""
    skip = _left(column.skip, gone) if isinstance(column.skip, Mapping) else column.skip
    works, limits = _left(column.service_by_class, gone), _left(column.limits_by_class, gone)
    return replace(column, service_by_class=works, limits_by_class=limits, skip=skip)


def _planned_without_class(its: PlannedChange, gone: str) -> PlannedChange:
    """A planned change without what it sets for one class."""
    if isinstance(its, PlannedLimitsByClass | PlannedServiceByClass | PlannedBoardLimitsByClass):
        return replace(its, value=_left(its.value, gone))  # type: ignore[arg-type]  # of each its own type
    if isinstance(its, PlannedSkip) and isinstance(its.value, Mapping):
        return replace(its, value=_left(its.value, gone))
    return its


def _left(by_class: Mapping[str, Any], gone: str) -> dict[str, Any]:
    return {class_: value for class_, value in by_class.items() if class_ != gone}


def family_added(scenario: Scenario) -> Scenario:
    """Add a family, called "b", or "b 2", "b 3" and so on if that name is taken."""
    name = free_text("b", scenario.family_index)
    return replace(scenario, families=(*scenario.families, Family(id=name)))


def family_removed(scenario: Scenario, index: int) -> Scenario:
    """Without one family; listed cards of it get the first one that is left.

    Raises:
        Refused: it is the only one.
    """
    if len(scenario.families) == 1:
        raise Refused(phrase("every card has a family, so there is at least one"))
    gone, left = scenario.families[index].id, without(scenario.families, index)
    cards = tuple(replace(card, family=left[0].id) if card.family == gone else card for card in scenario.cards)
    return replace(scenario, families=left, cards=cards)


CLASS_COLOURS: Final = ("#4C78A8", "#E4572E", "#2E8B57", "#8C5FBF", "#B07A00", "#C2408F", "#00857C", "#6B7280")
"""Told apart in the common kinds of colour blindness, the first two best."""


def put(items: Sequence[Any], index: int, item: Any) -> tuple[Any, ...]:
    """`items` with another one at `index`."""
    return (*items[:index], item, *items[index + 1 :])


def without(items: Sequence[Any], index: int) -> tuple[Any, ...]:
    """`items` without the one at `index`."""
    return (*items[:index], *items[index + 1 :])


def free_text(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, with a number behind it if it is taken."""
    return _free(wanted, " ", taken)


def free_id(name: str, taken: Iterable[str]) -> str:
    """An id that looks like `name` and is not taken."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:ID_LENGTH] or "column"
    return _free(plain, "-", taken)


def free_ids(names: Sequence[str]) -> list[str]:
    """An id for each of these names, each another."""
    ids: list[str] = []
    for name in names:
        ids.append(free_id(name, ids))
    return ids


def _free(wanted: str, between: str, taken: Iterable[str]) -> str:
    taken = set(taken)
    names = chain([wanted], (f"{wanted}{between}{number}" for number in count(2)))
    return next(name for name in names if name not in taken)


def _free_name(scenario: Scenario, wanted: str) -> str:
    wanted = re.sub(r" \d+$", "", wanted)[:180]
    return free_text(wanted, [column.title for column in scenario.columns])


def _leave_room(scenario: Scenario) -> None:
    if len(scenario.columns) >= MAX_COLUMNS:
        raise Refused(phrase("a board has at most {0} columns", MAX_COLUMNS))


def _nearest_work(scenario: Scenario, at: int) -> ColumnId | None:
    """The work column nearest to place `at`, the left one of two."""
    places = [place for place, column in enumerate(scenario.columns) if not column.is_queue]
    nearest = min(places, key=lambda place: (abs(place + 0.5 - at), place), default=None)
    return None if nearest is None else scenario.columns[nearest].id


def _learned(scenario: Scenario, column: ColumnId, like: ColumnId | None) -> Scenario:
    """Whoever can work in `like` can work in `column` as fast; if nobody can, everybody does."""
    people = tuple(
        replace(person, skills={**person.skills, column: person.skills[like]})
        if like is not None and like in person.skills
        else person
        for person in scenario.people
    )
    if people == scenario.people:
        people = tuple(replace(person, skills={**person.skills, column: 1.0}) for person in people)
    return replace(scenario, people=people)


def _joined_by(scenario: Scenario, new: ColumnId, at: int) -> tuple[SharedLimit, ...]:
    """The shared limits, with column `new` added to those that cover both its neighbours, or the whole board."""
    joined = []
    for shared in scenario.shared_limits:
        places = {scenario.column_index[column] for column in shared.columns}
        inside = {at - 1, at} <= places or len(places) == len(scenario.columns)
        joined.append(replace(shared, columns=(*shared.columns, new)) if inside else shared)
    return tuple(joined)


def _beside(scenario: Scenario, old: ColumnId, new: ColumnId) -> tuple[SharedLimit, ...]:
    """The shared limits, with `new` in all that hold `old`."""
    return tuple(
        replace(shared, columns=(*shared.columns, new)) if old in shared.columns else shared
        for shared in scenario.shared_limits
    )


def _tidied(scenario: Scenario, groups: Iterable[SharedLimit], *, first_to_leave: ColumnId | None = None) -> Scenario:
    """`scenario` with `groups` over neighbours, and with no rework or skill that its columns do not allow."""
    work = {column.id for column in scenario.columns if not column.is_queue}
    people = (replace(person, skills=_only(person.skills, work)) for person in scenario.people)
    columns = tuple(replace(column, rework=_earlier(scenario, column.id, column.rework)) for column in scenario.columns)
    limits = [_over_neighbours(scenario, shared, first_to_leave) for shared in groups]
    plan = _plan_of_groups(scenario.plan, [place for place, limit in enumerate(limits) if limit is not None])
    return replace(
        scenario,
        columns=columns,
        people=tuple(person for person in people if person.skills),
        shared_limits=tuple(limit for limit in limits if limit is not None),
        plan=tuple(
            replace(its, value=_earlier(scenario, its.column, its.value)) if isinstance(its, PlannedRework) else its
            for its in plan
        ),
    )


def _plan_of_groups(plan: Sequence[PlannedChange], left: Sequence[int]) -> tuple[PlannedChange, ...]:
    """A plan where of the shared limits these are `left`, by their old places; what was planned for others is gone."""
    return tuple(
        replace(its, group=left.index(its.group)) if isinstance(its, PlannedSharedLimit) else its
        for its in plan
        if not isinstance(its, PlannedSharedLimit) or its.group in left
    )


def _earlier(scenario: Scenario, column: ColumnId, rework: Rework) -> Rework:
    """Rework of `column` only where the cards have been; in place, where that leaves nothing."""
    to, index = rework.to, scenario.column_index.get(column, 0)
    if to is None:
        return rework
    if isinstance(to, str):
        return rework if scenario.column_index.get(to, index) < index else replace(rework, to=None)
    left = {each: share for each, share in to.items() if scenario.column_index.get(each, index + 1) <= index}
    if left == to:
        return rework
    return replace(rework, to=left if sum(left.values()) > 0 else None)


def _only(skills: Any, columns: set[ColumnId]) -> dict[ColumnId, float]:
    return {column: speed for column, speed in skills.items() if column in columns}


def _over_neighbours(scenario: Scenario, shared: SharedLimit, first_to_leave: ColumnId | None) -> SharedLimit | None:
    """`shared` reduced to the longest run of neighbouring columns among its own; None if no column is left."""
    places = sorted({scenario.column_index[column] for column in shared.columns if column in scenario.column_index})
    if first_to_leave in shared.columns and not _side_by_side(places):
        places = [place for place in places if scenario.columns[place].id != first_to_leave]
    runs = [[place for _, place in run] for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])]
    kept = max(runs, key=len, default=[])
    if not kept:
        return None
    ids = tuple(scenario.columns[place].id for place in kept)
    return shared if set(ids) == set(shared.columns) else replace(shared, columns=ids)


def _side_by_side(places: list[int]) -> bool:
    return not places or places == list(range(places[0], places[-1] + 1))
