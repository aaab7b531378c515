"""What the parts of an exercise must be to one another: `exercise_problems` lists everything that does not fit.

Settings by path need a board's file to be tried; `flowsim.storage.exercise_file` checks them.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any, Final

from flowsim.domain.checks import problems_of
from flowsim.domain.deadlock import stoppages
from flowsim.domain.dice_boards import why_no_dice
from flowsim.domain.exercises import PLACES, Callout, Exercise, ExerciseStep, RoundPlan
from flowsim.domain.figure_names import KNOWN_OF_A_ROUND, is_figure_of_a_round
from flowsim.domain.phrases import joined, phrase
from flowsim.domain.predictions import (
    NUMBERS_OF_A_GUESS,
    ChoiceQuestion,
    Claim,
    Guess,
    NumberQuestion,
    PointQuestion,
    Prediction,
    Question,
)
from flowsim.domain.problem_parts import beneath, duplicates, known_column, number, one_of, quoted
from flowsim.domain.problems import Problem
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time

CURVES: Final = ("finished", "arrived", "wip")
CURVES_OF_A_COLUMN: Final = ("wip", "queue")
KNOWN_CURVES: Final = "finished, arrived, wip, columns.ID.wip or columns.ID.queue"
CHARTS: Final = (
    "flow", "cycle-time", "throughput", "wip", "aging", "time", "histogram", "queues", "waits", "bottleneck", "cost",
    "little",
)  # fmt: skip


def exercise_problems(exercise: Exercise) -> list[Problem]:
    """Every problem of an exercise that shows without playing it."""
    problems: list[Problem] = []
    for name, board in exercise.boards.items():
        problems += beneath(f"boards.{name}", problems_of(board) or stoppages(board))
    problems += duplicates("steps", [step.id for step in exercise.steps])
    for index, step in enumerate(exercise.steps):
        problems += unsettable(step.set_, f"steps[{index}].set")
        if step.board is not None and step.board not in exercise.boards:
            problems.append(Problem(f"steps[{index}].board", quoted(step.board), one_of(exercise.boards)))
        elif (board_now := exercise.boards.get(exercise.board_of(step))) is not None:
            problems += _step(exercise, step, board_now, f"steps[{index}]")
    problems += _variants(exercise)
    for index, its in enumerate(exercise.expected):
        where = f"expected[{index}]"
        problems += unsettable(its.set_, f"{where}.set")
        if its.board not in exercise.boards:
            problems.append(Problem(f"{where}.board", quoted(its.board), one_of(exercise.boards)))
        else:
            problems += _figure(exercise.boards[its.board], its.figure, f"{where}.figure")
            problems += _dice(exercise.boards[its.board], its.set_, its.until, where) if its.dice else ()
    return problems


def cut_short(exercise: Exercise) -> Iterator[Problem]:
    """Rounds and promised numbers that end later than the run of their board: such a file opens, but it ends sooner."""
    asked = [
        (f"steps[{index}].round.until", step.round.until, exercise.boards[exercise.board_of(step)])
        for index, step in enumerate(exercise.steps)
        if step.round is not None
    ]
    asked += [
        (f"expected[{index}].until", its.until, exercise.boards[its.board])
        for index, its in enumerate(exercise.expected)
    ]
    for where, until, board in asked:
        if until is not None and board.horizon is not None and until > board.horizon:
            expected = phrase("at most {0}, where this board's run ends", number(board.horizon))
            yield Problem(where, number(until), expected)


def unsettable(settings: Mapping[str, Any], where: str) -> Iterator[Problem]:
    """Values that no file can hold: NaN and infinities."""
    for path, value in settings.items():
        layer = [value]
        while layer:
            one = layer.pop()
            if isinstance(one, float) and not isfinite(one):
                yield Problem(f"{where}.{path}", str(one), phrase("a finite number"))
                break
            layer += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()


def question_problems(board: Scenario, question: Question, where: str, rounds: Sequence[str]) -> Iterator[Problem]:
    """What a question about a run of `board` asks that no run can tell; `rounds` are the steps with a round before."""
    match question:
        case NumberQuestion(figure=figure):
            yield from _figure(board, figure, f"{where}.figure")
        case PointQuestion(curve=curve):
            if not is_curve(board, curve):
                yield Problem(f"{where}.curve", quoted(curve), KNOWN_CURVES)
        case ChoiceQuestion(options=options):
            for place, option in enumerate(options):
                if option.holds is not None:
                    yield from _claim(board, option.holds, f"{where}.options[{place}].holds", rounds)


def guess_problems(prediction: Prediction, where: str) -> Iterator[Problem]:
    """A guess that is no answer to its question."""
    if prediction.guess:
        yield from _answer_problems(prediction, prediction.guess, f"{where}.guess")
    for place, answer in enumerate(prediction.room):
        yield from _answer_problems(prediction, answer, f"{where}.room[{place}]")


def _answer_problems(prediction: Prediction, answer: Guess, where: str) -> Iterator[Problem]:
    many = NUMBERS_OF_A_GUESS[prediction.question.kind]
    if len(answer) != many:
        yield Problem(where, str(list(answer)), phrase("a list of {0}, or an empty one", many))
    elif isinstance(prediction.question, ChoiceQuestion):
        last = len(prediction.question.options) - 1
        if answer[0] not in range(last + 1):
            yield Problem(where, number(answer[0]), phrase("the place of an option, from 0 to {0}", last))


def is_curve(board: Scenario, name: str) -> bool:
    """Whether a run of `board` has a curve over time of this name."""
    kind, _, rest = name.partition(".")
    column, _, part = rest.rpartition(".")
    return name in CURVES or (kind == "columns" and column in board.column_index and part in CURVES_OF_A_COLUMN)


def _step(exercise: Exercise, step: ExerciseStep, board: Scenario, where: str) -> Iterator[Problem]:
    if step.outline is not None and not _is_place(board, step.outline):
        listed = joined(", ", (*PLACES, "columns.ID", "charts.NAME"))
        yield Problem(f"{where}.outline", quoted(step.outline), phrase("one of {0}", listed))
    for index, callout in enumerate(step.callouts):
        yield from callout_problems(board, callout, f"{where}.callouts[{index}].when")
    if step.round is not None:
        yield from _round(exercise, step, step.round, board, f"{where}.round")


def _round(exercise: Exercise, step: ExerciseStep, its: RoundPlan, board: Scenario, where: str) -> Iterator[Problem]:
    if its.until is None and board.horizon is None and not board.ends_by_itself:
        yield Problem(f"{where}.until", "null", phrase("a time, because the run of this board never ends"))
    if its.dice:
        yield from _dice(board, step.set_, its.until, where)
    before = [each.id for each in exercise.steps[: exercise.steps.index(step)] if each.round is not None]
    for index, question in enumerate(its.questions):
        yield from question_problems(board, question, f"{where}.questions[{index}]", before)


def _dice(board: Scenario, settings: Mapping[str, Any], until: Time | None, where: str) -> Iterator[Problem]:
    """What stands in the way of a round by dice, in a step or in a promised number."""
    if (expected := why_no_dice(board)) is not None:
        yield Problem(f"{where}.dice", quoted(board.name), expected)
    if any(path.startswith(("columns.", "rules.", "shared_limits.")) for path in settings):
        yield Problem(f"{where}.dice", phrase("settings of columns or rules"), phrase("none, where dice move cards"))
    if until is None:
        yield Problem(f"{where}.until", "null", phrase("a time, because people roll once each time unit until then"))


def callout_problems(board: Scenario, callout: Callout, where: str) -> Iterator[Problem]:
    """What a callout waits for that no run of `board` can show."""
    if callout.when.column is not None:
        yield from known_column(board, callout.when.column, f"{where}.column")
    elif callout.when.what == "queue":
        yield Problem(f"{where}.column", "null", phrase("the column whose queue is meant"))


def _claim(board: Scenario, claim: Claim, where: str, rounds: Sequence[str]) -> Iterator[Problem]:
    if (claim.figure is None) == (claim.bottleneck is None):
        yield Problem(where, phrase("figure and bottleneck"), phrase("one of them"))
    if claim.bottleneck is not None:
        yield from known_column(board, claim.bottleneck, f"{where}.bottleneck")
    if claim.figure is not None:
        yield from _figure(board, claim.figure, f"{where}.figure")
        if claim.above is None and claim.below is None:
            yield Problem(where, phrase("no bound"), phrase("above or below, or both"))
    if claim.than is not None and claim.than not in rounds:
        expected = one_of(rounds) if rounds else phrase("a round played before; there is none")
        yield Problem(f"{where}.than", quoted(claim.than), expected)


def _variants(exercise: Exercise) -> Iterator[Problem]:
    steps, minutes = [step.id for step in exercise.steps], set[int]()
    compared_with = {step.id: _compared_with(step) for step in exercise.steps}
    for index, variant in enumerate(exercise.variants):
        if variant.minutes in minutes:
            expected = phrase("a number of minutes that no other variant has")
            yield Problem(f"variants[{index}].minutes", str(variant.minutes), expected)
        minutes.add(variant.minutes)
        for place, step in enumerate(variant.steps):
            where = f"variants[{index}].steps[{place}]"
            if step not in steps:
                yield Problem(where, quoted(step), one_of(steps))
            elif (missing := compared_with[step].difference(variant.steps[:place])) != set():
                first = quoted(min(missing))
                yield Problem(where, quoted(step), phrase("{0} before it, with which it compares", first))


def _compared_with(step: ExerciseStep) -> set[str]:
    """The steps whose rounds the questions of a step compare with."""
    questions = step.round.questions if step.round is not None else ()
    claims = (
        option.holds for question in questions if isinstance(question, ChoiceQuestion) for option in question.options
    )
    return {claim.than for claim in claims if claim is not None and claim.than is not None}


def _figure(board: Scenario, figure: str, where: str) -> Iterator[Problem]:
    if not is_figure_of_a_round(figure, board):
        yield Problem(where, quoted(figure), KNOWN_OF_A_ROUND)


def _is_place(board: Scenario, name: str) -> bool:
    kind, _, rest = name.partition(".")
    return name in PLACES or (kind == "columns" and rest in board.column_index) or (kind == "charts" and rest in CHARTS)
