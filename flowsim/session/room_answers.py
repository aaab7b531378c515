"""What the room answered: put into the round under way, and how good its middle was beside its members.

An answer is scored by the interval score (Gneiting & Raftery 2007, Strictly Proper Scoring Rules, section 6.2):
the width of what was said, and four times what the outcome lies outside of it, for a range that shall hold half of the
time. One number is a range without width: so members can be held against the middle half of the room.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Final

import numpy as np

from flowsim.domain.phrases import phrase
from flowsim.domain.predictions import ChoiceQuestion, Guess, Prediction
from flowsim.domain.problems import Refused
from flowsim.domain.room_answers import typed_in, with_answers
from flowsim.domain.workshop import MOST_VOTES, RoomVote
from flowsim.session.changes import Changes
from flowsim.session.history import Note
from flowsim.session.outcomes import Outcome
from flowsim.session.session import Session

OUTSIDE: Final = 4.0
"""2 / α for α = 0.5: how much each unit counts by which the outcome lies outside of a range that shall hold half."""

LEAST_ANSWERS: Final = 3
"""Of fewer no middle is told beside its members."""


def heard(session: Session, answers: Sequence[Sequence[Guess]], *, typed: bool = False) -> Changes:
    """Keep what the room answered to each question of the round under way: `typed` in, or by phones that were late.

    Phones are heard when the round is locked; this is for answers that were found behind that.

    Raises:
        Refused: there is no such round, or the run is being replayed.
    """
    its = session.workshop.under_way
    if its is None:
        raise Refused(phrase("no round is under way that asks this"))
    after = typed_in(its, answers) if typed else with_answers(its, answers)
    if after == its:
        return Changes.NOTHING
    workshop = replace(session.workshop, under_way=after)
    return session.note(Note(phrase("answers of the room"), workshop=workshop))


def wanted(session: Session, vote: RoomVote) -> Changes:
    """Keep what the room wants to try next.

    Raises:
        Refused: the run is being replayed.
    """
    votes = (*session.workshop.votes, vote)[-MOST_VOTES:]
    workshop = replace(session.workshop, votes=votes)
    return session.note(Note(phrase("vote of the room: {0}", vote.question), workshop=workshop))


def votes_of(prediction: Prediction) -> list[int]:
    """How many chose each option of a choice."""
    assert isinstance(prediction.question, ChoiceQuestion)
    votes = Counter(int(answer[0]) for answer in prediction.room)
    return [votes[place] for place in range(len(prediction.question.options))]


@dataclass(frozen=True)
class RoomScore:
    """How the room did at one number: its `middle`, the `low` and `high` end of its middle half, and what `came`.

    `beaten` members of `members` were further off than the middle. `half` is the interval score of the middle half,
    `alone` the mean of its members': lower is better.
    """

    middle: float
    low: float
    high: float
    came: float
    members: int
    beaten: int
    half: float
    alone: float

    @property
    def off(self) -> float:
        """How far the middle is from what came, as a share of it; inf where nothing came at all."""
        return (
            abs(self.middle - self.came) / abs(self.came) if self.came else (0.0 if not self.middle else float("inf"))
        )


def score_of(prediction: Prediction, outcome: Outcome) -> RoomScore | None:
    """How the room did; None for a choice, for too few answers, and where nothing came to compare with."""
    said = numbers_said(prediction)
    if len(said) < LEAST_ANSWERS or not isfinite(outcome.value) or _points_apart(prediction):
        return None
    middle, (low, high) = float(np.median(said)), middle_half(said)
    off = np.abs(said - outcome.value)
    return RoomScore(
        middle, low, high, outcome.value, len(said), int(np.count_nonzero(off > abs(middle - outcome.value))),
        interval_score(low, high, outcome.value), float(np.mean(OUTSIDE * off)),
    )  # fmt: skip


def _points_apart(prediction: Prediction) -> bool:
    """Whether members pointed at other times than the guess for all: then what came there came for none of them."""
    times = {answer[0] for answer in prediction.room}
    return prediction.question.kind == "point" and times != {prediction.guess[0] if prediction.guess else None}


def numbers_said(prediction: Prediction) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """The room's numbers, in order of size: those of a number, the values of points; none of a choice."""
    if isinstance(prediction.question, ChoiceQuestion):
        return np.array([], dtype=np.float64)
    return np.sort(np.array([answer[-1] for answer in prediction.room], dtype=np.float64))


def middle_half(said: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> tuple[float, float]:
    """From where to where the middle half of numbers in order of size is: their quartiles, interpolated."""
    low, high = np.quantile(said, (0.25, 0.75)).tolist()
    return float(low), float(high)


def interval_score(low: float, high: float, came: float) -> float:
    """The score of a range that shall hold half of the time; 0 is best."""
    return (high - low) + OUTSIDE * (max(low - came, 0.0) + max(came - high, 0.0))
