"""The answers of a room to the questions of a round: how they get into it, and what they are together.

The room's middle is the median of its numbers, the option that most chose, or the median of time and of value of its
points.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from flowsim.domain.phrases import phrase
from flowsim.domain.predictions import MOST_IN_ROOM, ChoiceQuestion, Guess, Prediction
from flowsim.domain.problems import Refused
from flowsim.domain.workshop import RoundUnderWay


def with_answers(its: RoundUnderWay, answers: Sequence[Sequence[Guess]]) -> RoundUnderWay:
    """A round with what the room's phones answered to each question, behind what was typed in.

    Where nobody spoke for all, the room's middle becomes the guess. What was heard before is not heard again.

    Raises:
        Refused: the round asks something else.
    """
    if its.heard:
        return its
    made = typed_in(its, answers)
    predictions = tuple(
        replace(each, guess=middle_of(each)) if each.room and not each.guess else each for each in made.predictions
    )
    return replace(made, predictions=predictions, heard=True)


def typed_in(its: RoundUnderWay, answers: Sequence[Sequence[Guess]]) -> RoundUnderWay:
    """A round with more answers to each question, as people called them out.

    Raises:
        Refused: the round asks something else.
    """
    if len(answers) != len(its.predictions):
        raise Refused(phrase("no round is under way that asks this"))
    predictions = tuple(
        replace(each, room=(*each.room, *said)[:MOST_IN_ROOM])
        for each, said in zip(its.predictions, answers, strict=True)
    )
    return replace(its, predictions=predictions)


def middle_of(prediction: Prediction) -> Guess:
    """What the room said as one; empty where nobody said anything. Of options with as many votes the first one wins."""
    if not prediction.room:
        return ()
    if isinstance(prediction.question, ChoiceQuestion):
        votes = Counter(int(answer[0]) for answer in prediction.room)
        return (float(min(votes, key=lambda place: (-votes[place], place))),)
    return tuple(float(median(numbers)) for numbers in zip(*prediction.room, strict=True))
