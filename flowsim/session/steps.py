"""What people do at once, as one step that is undone at once; and moves of cards in terms of places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flowsim.domain.column_settings import SetSetup, SetTransferBatch, SetWipLimit
from flowsim.domain.interventions import DeliverCard, Intervention, MoveCard, ReturnCard
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.words import BACKLOG, CardId


@dataclass(frozen=True)
class Step:
    """Interventions of one moment that belong together; their `at` is set when they are done."""

    interventions: tuple[Intervention, ...]


def move_to(scenario: Scenario, card: CardId, place: int) -> Intervention:
    """The intervention that puts `card` into `place`: -1 the backlog, 0 … columns, number of columns: Done."""
    if place <= BACKLOG:
        return ReturnCard(at=0.0, card=card)
    if place >= len(scenario.columns):
        return DeliverCard(at=0.0, card=card)
    return MoveCard(at=0.0, card=card, column=scenario.columns[place].id)


def limit_everywhere(columns: Sequence[Column], limit: int | None) -> Step:
    """The same WIP limit for every column; None for no limit in any."""
    return Step(tuple(SetWipLimit(at=0.0, column=column.id, value=limit) for column in columns))


def batch_everywhere(columns: Sequence[Column], batch: int) -> Step:
    """The same batch for every column: handed on together, queues among them, and set up for where batches are."""
    handed_on = [SetTransferBatch(at=0.0, column=column.id, value=batch) for column in columns]
    set_up = [
        SetSetup(at=0.0, column=column.id, value=replace(column.setup, batch=batch))
        for column in columns
        if column.setup.rule == "per_batch"
    ]
    return Step((*handed_on, *set_up))
