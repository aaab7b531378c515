"""What people do at once, as one step that is undone at once; and moves of cards in terms of places."""

from dataclasses import dataclass

from flowsim.domain.interventions import (
    DeliverCard,
    Intervention,
    MoveCard,
    ReturnCard,
    SetTransferBatch,
    SetWipLimit,
)
from flowsim.domain.scenario import Scenario
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


def limit_everywhere(scenario: Scenario, limit: int | None) -> Step:
    """The same WIP limit for every column; None for no limit in any."""
    return Step(tuple(SetWipLimit(at=0.0, column=column.id, value=limit) for column in scenario.columns))


def batch_everywhere(scenario: Scenario, batch: int) -> Step:
    """The same transfer batch for every column, queues among them."""
    return Step(tuple(SetTransferBatch(at=0.0, column=column.id, value=batch) for column in scenario.columns))
