"""A plan of changes: settings that change by themselves in a run, once or again and again.

Shifts, holidays, phases of a project, a new colleague in week 6, a night when nobody tests. Each kind of change is the
intervention of the same name, which a person could make by hand, with two fields more: `every` so many time units it
is made again, `until` a time, that time included. The n-th time is `at` + n · `every`; times are never added up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from math import floor, inf
from typing import Annotated, Final, TypeAlias, cast, get_args

from flowsim.domain.column_settings import (
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
from flowsim.domain.constraints import FILE_RECORD, NonNegative, OneOf, Positive
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
from flowsim.domain.words import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWipLimit(SetWipLimit):
    """`SetWipLimit` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLimitsByClass(SetLimitsByClass):
    """`SetLimitsByClass` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLimitCounts(SetLimitCounts):
    """`SetLimitCounts` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedEnforcement(SetEnforcement):
    """`SetEnforcement` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWorkers(SetWorkers):
    """`SetWorkers` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWorkersPerCard(SetWorkersPerCard):
    """`SetWorkersPerCard` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSwarmGain(SetSwarmGain):
    """`SetSwarmGain` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedService(SetService):
    """`SetService` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedServiceByClass(SetServiceByClass):
    """`SetServiceByClass` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSetup(SetSetup):
    """`SetSetup` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTransferBatch(SetTransferBatch):
    """`SetTransferBatch` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTransferTimeout(SetTransferTimeout):
    """`SetTransferTimeout` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMoveTime(SetMoveTime):
    """`SetMoveTime` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRework(SetRework):
    """`SetRework` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBlockers(SetBlockers):
    """`SetBlockers` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSkip(SetSkip):
    """`SetSkip` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBoardLimitsByClass(SetBoardLimitsByClass):
    """`SetBoardLimitsByClass` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBacklogLimit(SetBacklogLimit):
    """`SetBacklogLimit` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSharedLimit(SetSharedLimit):
    """`SetSharedLimit` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPerson(SetPerson):
    """`SetPerson` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSkill(SetSkill):
    """`SetSkill` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedClass(SetClass):
    """`SetClass` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRules(SetRules):
    """`SetRules` as part of a plan."""

    __pydantic_config__ = FILE_RECORD
    every: Positive | None = None
    until: NonNegative | None = None


PlannedChange: TypeAlias = Annotated[
    PlannedWipLimit
    | PlannedLimitsByClass
    | PlannedLimitCounts
    | PlannedEnforcement
    | PlannedWorkers
    | PlannedWorkersPerCard
    | PlannedSwarmGain
    | PlannedService
    | PlannedServiceByClass
    | PlannedSetup
    | PlannedTransferBatch
    | PlannedTransferTimeout
    | PlannedMoveTime
    | PlannedRework
    | PlannedBlockers
    | PlannedSkip
    | PlannedBoardLimitsByClass
    | PlannedBacklogLimit
    | PlannedSharedLimit
    | PlannedPerson
    | PlannedSkill
    | PlannedClass
    | PlannedRules,
    OneOf("do"),
]

REPEATS: Final = ("every", "until")
"""What a planned change has more than the change itself."""


KINDS: Final = {kind.__mro__[1]: kind for kind in get_args(get_args(PlannedChange)[0])}
"""The planned kind of each kind of setting."""


def planned(change: Setting, every: Time | None = None, until: Time | None = None) -> PlannedChange:
    """A change that a person made, as part of a plan: at its own time, and then every so many time units."""
    values = {one.name: getattr(change, one.name) for one in fields(change) if one.name != "do"}
    return cast(PlannedChange, KINDS[type(change)](**values, every=every, until=until))


def time_of(planned: PlannedChange, count: int) -> Time:
    """When a change is made for the time with this number, from 0; inf: never."""
    if count == 0:
        return planned.at
    if planned.every is None:
        return inf
    time = planned.at + count * planned.every
    return inf if planned.until is not None and time > planned.until else time


def change_at(planned: PlannedChange, time: Time) -> Intervention:
    """The change that a plan makes at `time`."""
    kind = type(planned).__mro__[1]
    values = {one.name: getattr(planned, one.name) for one in fields(planned) if one.name not in (*REPEATS, "do")}
    return cast(Intervention, kind(**{**values, "at": time}))


def times_made(planned: PlannedChange, until: Time) -> int:
    """How often a change has been made by `until`, that time included."""
    if until < planned.at:
        return 0
    if planned.every is None:
        return 1
    count = max(floor((until - planned.at) / planned.every), 0)
    while time_of(planned, count + 1) <= until:  # a quotient of floats may be one too small, or one too large
        count += 1
    while count > 0 and time_of(planned, count) > until:
        count -= 1
    return count + 1


def course_of(plan: Sequence[PlannedChange], until: Time, most: int) -> Iterator[Intervention]:
    """The first so many changes of a plan up to `until`, in the order in which they are made."""
    made = [0] * len(plan)
    for _ in range(most):
        due = [time_of(planned, count) for planned, count in zip(plan, made, strict=True)]
        first = min(due, default=inf)
        if first > until or first == inf:
            return
        place = due.index(first)
        made[place] += 1
        yield change_at(plan[place], first)


def is_planned(plan: Sequence[PlannedChange], change: Intervention) -> bool:
    """Whether a change is one that the plan makes at its time."""
    return any(
        type(change) is type(its).__mro__[1] and change_at(its, change.at) == change and _falls_on(its, change.at)
        for its in plan
    )


def _falls_on(planned: PlannedChange, time: Time) -> bool:
    made = times_made(planned, time)
    return made > 0 and time_of(planned, made - 1) == time
