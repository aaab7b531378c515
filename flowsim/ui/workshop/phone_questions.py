"""A round's questions as phones are asked them, their answers as the session keeps them, and the result as it is told.

People say shares in per cent and the session keeps them as shares: here is where one becomes the other.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from flowsim.audience.questions import Answer, Asked, PhoneQuestion, Result
from flowsim.audience.room import Phase as PhonesPhase
from flowsim.charts import room_chart
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.predictions import ChoiceQuestion, Guess, NumberQuestion, PointQuestion, Prediction
from flowsim.domain.scenario import Scenario
from flowsim.domain.traffic import arrival_rate
from flowsim.domain.words import Time
from flowsim.domain.workshop import RoundUnderWay
from flowsim.session.outcome_words import outcome_in_words
from flowsim.session.outcomes import Outcome, outcome_of
from flowsim.session.room_answers import numbers_said, votes_of
from flowsim.session.room_words import said_by_room
from flowsim.session.round_runs import runs_to_compare_with
from flowsim.session.rounds import Phase, phase_of, run_of_round_under_way
from flowsim.session.session import Session
from flowsim.ui.text.language import sentence, shown, tr
from flowsim.ui.workshop.question_field import unit_of_figure

PHASES: Final = {
    Phase.PREDICT: PhonesPhase.OPEN, Phase.RUN: PhonesPhase.LOCKED, Phase.OVER: PhonesPhase.LOCKED,
    Phase.REVEALED: PhonesPhase.REVEALED,
}  # fmt: skip
LEAST_TOP: Final = 20.0
"""Cards at the top of the chart to point into, at least."""


def stands(session: Session) -> tuple[Asked | None, PhonesPhase]:
    """What phones are to see of the round that is under way: what is asked, and how far it has come."""
    its = session.workshop.under_way
    phase = PHASES.get(phase_of(session))
    if its is None or not its.predictions or phase is None:
        return None, PhonesPhase.WAITING
    return asked_of(its, session.scenario, its.until or session.scenario.horizon or max(session.now, 1.0)), phase


def results_of(session: Session) -> Iterator[Result]:
    """What phones are told of each question of the round under way when it is revealed."""
    its = session.workshop.under_way
    if its is not None:
        earlier, run = runs_to_compare_with(session.workshop, its), run_of_round_under_way(session)
        for prediction in its.predictions:
            yield result_of(prediction, outcome_of(prediction, run, earlier), run.scenario)


def asked_of(its: RoundUnderWay, board: Scenario, end: Time) -> Asked:
    """What phones are asked in a round that ends at `end`."""
    questions = tuple(_question(each, board, end) for each in its.predictions)
    said = repr((its.key, its.exercise, its.step, its.name, questions))
    return Asked(hashlib.blake2b(said.encode(), digest_size=12).hexdigest(), its.name, questions)


def _question(prediction: Prediction, board: Scenario, end: Time) -> PhoneQuestion:
    match prediction.question:
        case ChoiceQuestion(text=text, options=options):
            return PhoneQuestion("choice", text, options=tuple(each.text for each in options))
        case NumberQuestion(text=text, figure=figure):
            return PhoneQuestion("number", text, shown(unit_of_figure(figure, board)[1]))
        case PointQuestion(text=text):
            many = len(board.cards) or 1.5 * (arrival_rate(board) or 0.0) * end
            top = nice_ceiling(max(float(many), LEAST_TOP))
            return PhoneQuestion(
                "point", text, tr("cards"), across=end, up=top, across_unit=shown(units.MANY[board.time_unit])
            )  # fmt: skip


def guesses_of(
    answers: Sequence[Sequence[Answer]], predictions: Sequence[Prediction], board: Scenario
) -> list[list[Guess]]:  # fmt: skip
    """The answers of phones, as the session keeps them."""
    return [
        [tuple(number / _scale(prediction, board) for number in answer) for answer in said]
        for said, prediction in zip(answers, predictions, strict=True)
    ]


def _scale(prediction: Prediction, board: Scenario) -> float:
    """How many of what people say make one of what is kept: 100 % are 1."""
    question = prediction.question
    return unit_of_figure(question.figure, board)[2] if isinstance(question, NumberQuestion) else 1.0


def result_of(prediction: Prediction, outcome: Outcome, board: Scenario) -> Result:
    """What phones are told of a question when it is revealed."""
    came = shown(outcome_in_words(prediction, outcome, board))
    room = sentence(said_by_room(prediction, board)) if prediction.room else ""
    return Result(came, room, tuple(_bars(prediction, board)))


def _bars(prediction: Prediction, board: Scenario) -> list[tuple[str, int]]:
    if not prediction.room:
        return []
    if isinstance(prediction.question, ChoiceQuestion):
        texts = [each.text for each in prediction.question.options]
        return list(zip(texts, votes_of(prediction), strict=True))
    return room_chart.bars_of(numbers_said(prediction) * _scale(prediction, board))
