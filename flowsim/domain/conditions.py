"""What is in force on the board now: the scenario's settings as the interventions so far have changed them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from flowsim.domain.distributions import Distribution
from flowsim.domain.interventions import Intervention, SetService, SetSharedLimit, SetWipLimit, SetWorkers
from flowsim.domain.scenario import Scenario


@dataclass(frozen=True, slots=True)
class ColumnConditions:
    """What may change in one column during a run."""

    wip_limit: int | None
    workers: int
    service: Distribution


@dataclass(frozen=True, slots=True)
class Conditions:
    """What may change on the board during a run."""

    columns: tuple[ColumnConditions, ...]
    shared_limits: tuple[int, ...]


def conditions(scenario: Scenario, interventions: Iterable[Intervention]) -> Conditions:
    """The settings after all of `interventions`."""
    columns = tuple(ColumnConditions(one.wip_limit, one.workers, one.service) for one in scenario.columns)
    start = Conditions(columns, tuple(group.limit for group in scenario.shared_limits))
    return reduce(lambda now, change: changed(scenario, now, change), interventions, start)


def changed(scenario: Scenario, now: Conditions, change: Intervention) -> Conditions:
    """The settings after one more intervention; the same ones if it changes no setting."""
    match change:
        case SetWipLimit(column=column, value=limit):
            return _in_column(now, scenario.column_index[column], wip_limit=limit)
        case SetWorkers(column=column, value=workers):
            return _in_column(now, scenario.column_index[column], workers=workers)
        case SetService(column=column, value=service):
            return _in_column(now, scenario.column_index[column], service=service)
        case SetSharedLimit(group=group, value=limit):
            limits = list(now.shared_limits)
            limits[group] = limit
            return replace(now, shared_limits=tuple(limits))
        case _:
            return now


def _in_column(now: Conditions, index: int, **settings: Any) -> Conditions:
    columns = list(now.columns)
    columns[index] = replace(columns[index], **settings)
    return replace(now, columns=tuple(columns))
