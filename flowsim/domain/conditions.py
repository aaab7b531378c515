"""What is in force on the board now: the scenario's settings as the interventions so far have changed them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

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
    columns = [ColumnConditions(column.wip_limit, column.workers, column.service) for column in scenario.columns]
    shared = [group.limit for group in scenario.shared_limits]
    for change in interventions:
        match change:
            case SetWipLimit(column=column, value=limit):
                index = scenario.column_index[column]
                columns[index] = replace(columns[index], wip_limit=limit)
            case SetWorkers(column=column, value=workers):
                index = scenario.column_index[column]
                columns[index] = replace(columns[index], workers=workers)
            case SetService(column=column, value=service):
                index = scenario.column_index[column]
                columns[index] = replace(columns[index], service=service)
            case SetSharedLimit(group=group, value=limit):
                shared[group] = limit
            case _:
                pass
    return Conditions(tuple(columns), tuple(shared))
