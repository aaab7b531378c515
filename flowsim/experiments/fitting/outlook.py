"""What a team's throughput alone says of what comes: weeks drawn from its own, again and again, worked out exactly."""

from typing import Final

import numpy as np

from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.team_history import TeamHistory
from flowsim.experiments.forecast import LEAST_FINISHED, at_least, chance_of

CARDS: Final = 30
WEEKS: Final = 4
SHARE: Final = 0.85
LONGEST: Final = 520
"""Weeks beyond which nobody should tell the future: ten years."""


def outlook(history: TeamHistory) -> Phrase | None:
    """When 30 more items will be done, and how many in four weeks, with 85 %; None from too few finished ones."""
    weeks = np.array(list(history.finished_by_week().values()), dtype=np.int64)
    if weeks.sum() < LEAST_FINISHED or len(weeks) < 2:
        return None
    many = at_least(weeks, WEEKS, SHARE)
    until = next((week for week in range(1, LONGEST) if chance_of(weeks, CARDS, week) >= SHARE), None)
    within = phrase("at least {0} within {1} weeks", many, WEEKS)
    if until is None:
        return phrase("by its throughput alone, with 85 %: {0}", within)
    return phrase("by its throughput alone, with 85 %: {0}, and {1} items within {2} weeks", within, CARDS, until)
