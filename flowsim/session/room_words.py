"""What the room said and how good it was, in sentences that claim no more than its answers do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import isfinite
from typing import Final

import numpy as np

from flowsim.charts.picture import Floats
from flowsim.domain.phrases import counted, digits, joined, phrase
from flowsim.domain.predictions import ChoiceQuestion, Prediction
from flowsim.domain.room_answers import middle_of
from flowsim.domain.scenario import Scenario
from flowsim.domain.units import counted_as
from flowsim.domain.workshop import Workshop
from flowsim.session.outcome_words import guess_in_words
from flowsim.session.outcomes import Outcome
from flowsim.session.room_answers import LEAST_ANSWERS, RoomScore, middle_half, numbers_said, score_of, votes_of

LEAST_RUNS: Final = 100

LEARNS_FROM: Final = 3
"""Rounds after which it can be said whether the room comes closer."""


def said_by_room(prediction: Prediction, board: Scenario) -> str:
    """What the room said, in one sentence; empty where it said nothing."""
    many = len(prediction.room)
    if not many:
        return ""
    answers = counted_as(counted("{0} answers", "{0} answer", 0), digits(many, ","))
    middle = guess_in_words(replace(prediction, guess=middle_of(prediction)), board)
    if isinstance(prediction.question, ChoiceQuestion):
        votes = votes_of(prediction)
        return phrase("{0} of {1} said “{2}”", max(votes), many, middle)
    if many < LEAST_ANSWERS or prediction.question.kind == "point":
        return phrase("{0}, in the middle {1}", answers, middle)
    half = middle_half(numbers_said(prediction))
    ends = [guess_in_words(replace(prediction, guess=(end,)), board) for end in half]
    return phrase("{0}, in the middle {1}, the middle half from {2} to {3}", answers, middle, *ends)


def beside_its_members(score: RoomScore) -> str:
    """How the room's middle did beside its members."""
    if score.beaten == score.members:
        return phrase("The room together was closer than every one of its {0} members.", score.members)
    return phrase("The room together was closer than {0} of its {1} members.", score.beaten, score.members)


def of_the_middle_half(score: RoomScore) -> str:
    """What the spread of the room was worth."""
    inside = score.low <= score.came <= score.high
    where = (
        phrase("The middle half of the room holds what came")
        if inside
        else phrase("What came lies outside of the middle half of the room")
    )
    return phrase(
        "{0} (interval score {1}; one member alone {2} on average; less is better).", where, digits(score.half, ".3g"),
        digits(score.alone, ".3g"),
    )  # fmt: skip


def with_other_luck(prediction: Prediction, outcome: Outcome, others: Floats) -> list[str]:
    """Was the room wrong, or the run lucky: how often the room would have been closer, and where what came lies."""
    many = len(others)
    if many < LEAST_RUNS or not isfinite(outcome.value) or not prediction.room:
        return []
    middle = float(middle_of(prediction)[-1])
    closer = int(np.count_nonzero(np.abs(others - middle) < abs(outcome.value - middle)))
    lower, higher = int(np.count_nonzero(others < outcome.value)), int(np.count_nonzero(others > outcome.value))
    return [
        phrase("With other luck the room would have been closer in {0} of {1} runs.", closer, many),
        phrase("In {0} of them less came than here, in {1} more.", lower, higher),
    ]


def over_the_rounds(workshop: Workshop, outcomes: Mapping[int, Sequence[Outcome]]) -> list[str]:
    """How the room did from round to round, at the first number of each that it answered; and what it wanted to try.

    `outcomes` has what came of the predictions of each round, by its place, as far as it is known.
    """
    scores = []
    for place, its in enumerate(workshop.rounds):
        found = zip(its.predictions, outcomes.get(place, ()), strict=False)
        known = (score_of(each, outcome) for each, outcome in found if each.question.kind == "number")
        scores += [score for score in known if score is not None][:1]
    lines = [line for line in [whether_it_learns(scores)] if line]
    for vote in workshop.votes:
        told = [phrase("{0} {1}", option, many) for option, many in zip(vote.options, vote.votes, strict=True)]
        lines.append(phrase("The room was asked “{0}”: {1}.", vote.question, joined(", ", told)))
    return lines


def whether_it_learns(scores: Sequence[RoomScore]) -> str:
    """How far off the room was, round after round; empty for fewer than two."""
    if len(scores) < 2:
        return ""
    off = [phrase("{0} %", digits(100 * score.off, ".0f")) if score.off < 10 else phrase("far") for score in scores]
    told = phrase("From round to round the room's middle was off by {0}.", joined(", ", off))
    if len(scores) < LEARNS_FROM:
        return told
    falls = all(later.off <= before.off for before, later in pairwise(scores))
    better = falls and scores[-1].off < scores[0].off
    return joined(" ", [told, phrase("It came closer each time.")]) if better else told
