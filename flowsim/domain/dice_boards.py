"""Boards on which dice can move the cards: nothing else moves them there, and nothing is in their way."""

from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.scenario import Scenario


def why_no_dice(board: Scenario) -> Phrase | None:
    """What a board must be for dice to move its cards; None if it is that."""
    free = all(column.is_queue and column.wip_limit is None for column in board.columns) and not board.shared_limits
    if free and not board.rules.auto_pull:
        return None
    return phrase("a board of queues without limits, with auto_pull false: nothing but dice moves cards there")
