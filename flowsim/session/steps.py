"""What people do at once, as one step that is undone at once; and moves of cards in terms of places."""

from dataclasses import dataclass

from flowsim.domain.interventions import DeliverCard, Intervention, MoveCard, ReturnCard
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
