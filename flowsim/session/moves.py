"""Moving cards by hand, in terms of places: the backlog, a column, Done."""

from flowsim.domain.interventions import DeliverCard, Intervention, MoveCard, ReturnCard
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import BACKLOG, CardId


def move_to(scenario: Scenario, card: CardId, place: int) -> Intervention:
    """The intervention that puts `card` into `place`: -1 the backlog, 0 … columns, number of columns: Done."""
    if place <= BACKLOG:
        return ReturnCard(at=0.0, card=card)
    if place >= len(scenario.columns):
        return DeliverCard(at=0.0, card=card)
    return MoveCard(at=0.0, card=card, column=scenario.columns[place].id)
