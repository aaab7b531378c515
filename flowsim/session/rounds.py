"""The acts of a workshop: predict, lock, run, reveal, learn, keep; steps of an exercise; rounds put on the board again.

Each function takes the session, changes its history by one entry, and answers with `Changes`; undo takes it back.
Guesses may be changed until they are locked. A round begins at time 0 with the settings that stand on the board then.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from math import inf, isfinite
from secrets import token_hex
from typing import Final

from flowsim.domain.conditions import Conditions
from flowsim.domain.dice_boards import why_no_dice
from flowsim.domain.exercise_checks import guess_problems
from flowsim.domain.exercises import Exercise, ExerciseStep, RoundPlan
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import phrase
from flowsim.domain.predictions import Guess, Prediction
from flowsim.domain.problems import Refused, ScenarioProblems
from flowsim.domain.room_answers import with_answers
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.domain.workshop import MOST_ROUNDS, Round, RoundUnderWay, Workshop
from flowsim.metrics import RunView
from flowsim.session.changes import Changes
from flowsim.session.history import Note, Rewrite
from flowsim.session.scenario_edits import usable
from flowsim.session.session import Session
from flowsim.storage.settings import with_settings

LONGEST_NAME: Final = 200
KEY_BYTES: Final = 8
LONGEST_TEXT: Final = 100_000


class Phase(Enum):
    """How far a round has come."""

    NONE = auto()
    PREDICT = auto()
    RUN = auto()
    OVER = auto()
    REVEALED = auto()


def phase_of(session: Session) -> Phase:
    """The phase of the round under way; it is over when its time has come, or when nothing more can come."""
    its = session.workshop.under_way
    if its is None:
        return Phase.NONE
    if its.revealed:
        return Phase.REVEALED
    if not its.locked:
        return Phase.PREDICT
    return Phase.OVER if session.round_is_over and session.replay is None else Phase.RUN


# One round


def begun(session: Session, plan: RoundPlan, step: str = "") -> Changes:
    """Prepare a round: its questions are on view, and it may be run when the guesses are locked.

    Raises:
        Refused: it would never end, or there are too many rounds.
    """
    _must_end(plan.until, session.scenario)
    workshop = _kept(session)
    its = under_way(workshop, plan, step)
    return _note(session, replace(workshop, under_way=its), phrase("{0} prepared", its.name))


def under_way(workshop: Workshop, plan: RoundPlan, step: str) -> RoundUnderWay:
    """The round of this plan, behind those of the workshop."""
    numbered = len(f" ({MOST_ROUNDS + 1})")
    wanted = str(plan.name or phrase("Round {0}", len(workshop.rounds) + 1))[: LONGEST_NAME - numbered]
    taken = {its.name for its in workshop.rounds}
    names = (wanted, *(f"{wanted} ({number})" for number in range(2, MOST_ROUNDS + 2)))
    name = next(each for each in names if each not in taken)
    questions = tuple(Prediction(question=question) for question in plan.questions)
    exercise = workshop.exercise.name if workshop.exercise is not None and step else ""
    return RoundUnderWay(
        name=name, until=plan.until, predictions=questions, hidden=plan.hidden, step=step,
        exercise=exercise, dice=plan.dice, key=token_hex(KEY_BYTES),
    )  # fmt: skip


def _must_end(until: Time | None, board: Scenario) -> None:
    if until is None and board.horizon is None and not board.ends_by_itself:
        raise Refused(phrase("the round needs an end, because the run of this board never ends"))


def guessed(session: Session, place: int, guess: Sequence[float]) -> Changes:
    """Answer the question at `place`; an empty guess takes the answer back.

    Raises:
        Refused: the guesses are locked.
    """
    its = _open(session)
    if its.locked:
        raise Refused(phrase("the predictions are locked"))
    if not 0 <= place < len(its.predictions):
        raise Refused(phrase("there is no such question"))
    before = its.predictions[place]
    after = replace(before, guess=tuple(float(number) for number in guess))
    if not all(map(isfinite, after.guess)) or any(guess_problems(after, "")):
        raise Refused(phrase("that is no answer to this question"))
    predictions = (*its.predictions[:place], after, *its.predictions[place + 1 :])
    words = phrase("prediction: {0}", before.question.text)
    return _noted(session, replace(its, predictions=predictions), words, ("guess", place))


def locked(session: Session, answers: Sequence[Sequence[Guess]] | None = None) -> Changes:
    """Lock what was guessed; the run begins at time 0, with the settings that stand on the board.

    `answers` are those of the room's phones to each question, if it was asked.

    Undo goes back to before the run: who has seen it must not guess again with the run on view.

    Raises:
        Refused: the run cannot begin.
    """
    its = _open(session)
    if its.locked:
        raise Refused(phrase("the predictions are locked"))
    its = its if answers is None else with_answers(its, answers)
    its = replace(its, locked=True, until=its.until or session.history.scenario.horizon)
    workshop, words = replace(session.workshop, under_way=its), phrase("predictions locked")
    before = session.history.scenario
    board = usable(before, settings_as_they_are(before, session.conditions)) if session.begun else before
    _must_end(its.until, board)
    if its.dice and (wanted := why_no_dice(board)) is not None:
        raise Refused(phrase("dice cannot move cards here: that takes {0}", wanted))
    return session.play_instead(Rewrite(before, board, words, anew=True, workshop=workshop), 0.0)


def revealed(session: Session) -> Changes:
    """Show what came of it, beside what was guessed.

    Raises:
        Refused: nothing has come of it yet.
    """
    its = _open(session)
    if phase_of(session) in (Phase.PREDICT, Phase.RUN):
        raise Refused(phrase("the round is not over yet: what comes of it is revealed at its end"))
    return _noted(session, replace(its, revealed=True), phrase("results revealed"))


def learned(session: Session, text: str) -> Changes:
    """Keep what people learned, in their words."""
    its = replace(_open(session), learned=text[:LONGEST_TEXT])
    return _noted(session, its, phrase("what we learned"), "learned")


def kept(session: Session) -> Changes:
    """Put the round into the table, as far as it was played; the run stays on view.

    Raises:
        Refused: it has not begun.
    """
    if not _open(session).locked:
        raise Refused(phrase("the round has not begun: there is nothing to keep"))
    return _note(session, _kept(session), phrase("round kept"))


def given_up(session: Session) -> Changes:
    """No round any more; the run stays on view."""
    return _note(session, replace(session.workshop, under_way=None), phrase("round given up"))


# Rounds of the table


def renamed(session: Session, place: int, name: str) -> Changes:
    """Call a round something else."""
    its = replace(_round(session, place), name=name[:LONGEST_NAME])
    return _with_round(session, place, its, phrase("round renamed"))


def learned_then(session: Session, place: int, text: str) -> Changes:
    """Write down later what was learned in a round."""
    its = replace(_round(session, place), learned=text[:LONGEST_TEXT])
    return _with_round(session, place, its, phrase("what we learned"), ("learned", place))


def removed(session: Session, place: int) -> Changes:
    """Take a round out of the table."""
    rounds, its = session.workshop.rounds, _round(session, place)
    without = replace(session.workshop, rounds=(*rounds[:place], *rounds[place + 1 :]))
    return _note(session, without, phrase("{0} removed", its.name))


def added(session: Session, rounds: Sequence[Round], words: str) -> Changes:
    """Put rounds that were played elsewhere into the table.

    Raises:
        Refused: there are too many rounds.
    """
    return _note(session, _with(session.workshop, *rounds), words)


def put_on_board(session: Session, place: int) -> Changes:
    """The run of a round on the board, at its end; to look at, to branch, or to play again as a film.

    Raises:
        Refused: there is no such round.
    """
    its = _round(session, place)
    words = phrase("{0} opened", its.name)
    rewrite = Rewrite(
        session.history.scenario, its.scenario, words, anew=True, brings=its.interventions,
        workshop=replace(_kept(session), under_way=None),
    )  # fmt: skip
    return session.play_instead(rewrite, its.time)


# An exercise


def exercise_opened(session: Session, exercise: Exercise, minutes: int | None = None) -> Changes:
    """Follow this exercise from its first step; rounds that were kept stay in the table."""
    workshop = replace(_kept(session), exercise=exercise, step=0, minutes=minutes, under_way=None)
    return _at_step(session, workshop, phrase("exercise {0}", exercise.name), opens=True)


def stepped(session: Session, place: int) -> Changes:
    """Go to a step of the exercise. A later one sets up its board and its round; an earlier one is only read again.

    Raises:
        Refused: a round is running; half of it would be no round.
    """
    now = session.workshop
    if phase_of(session) is Phase.RUN:
        raise Refused(phrase("the round is still running: let it come to its end, or give it up"))
    if now.exercise is None:
        raise Refused(phrase("no exercise is open"))
    if not 0 <= place < len(now.exercise.told_in(now.minutes)):
        return Changes.NOTHING
    words = phrase("step {0}", place + 1)
    if place < now.step:
        return _note(session, replace(now, step=place), words)
    return _at_step(session, replace(_kept(session), step=place, under_way=None), words)


def varied(session: Session, minutes: int | None) -> Changes:
    """Tell the exercise in so many minutes, one of its variants, from its first step; None: all of it."""
    words = phrase("all of the exercise") if minutes is None else phrase("{0} minutes", minutes)
    return _at_step(session, replace(_kept(session), minutes=minutes, step=0, under_way=None), words)


def set_up_again(session: Session) -> Changes:
    """The board and the round of the step on view, as the exercise has them."""
    return _at_step(session, replace(_kept(session), under_way=None), phrase("step set up again"))


def step_on_view(workshop: Workshop) -> ExerciseStep | None:
    """The step of the exercise that people read; None without an exercise."""
    if workshop.exercise is None:
        return None
    steps = workshop.exercise.told_in(workshop.minutes)
    return steps[min(workshop.step, len(steps) - 1)]


def board_of(exercise: Exercise, step: ExerciseStep) -> Scenario | None:
    """The board that a step begins with; None where the board goes on as it stands.

    Raises:
        Refused: the board has not the settings that the step asks for.
    """
    return None if step.board is None else _set(exercise.boards[step.board], step)


def run_of_round_under_way(session: Session) -> RunView:
    """The run of the round under way as far as it belongs to the round."""
    its = session.workshop.under_way
    end = inf if its is None or its.until is None else its.until
    return session.latest if session.now <= end else session.latest.before(end)


def settings_as_they_are(scenario: Scenario, conditions: Conditions) -> Scenario:
    """`scenario` with the settings in force; who is away is no part of it.

    Raises:
        Refused: everybody is away.
    """
    now = conditions.in_force(scenario)
    here = tuple(person for person in now.people if person.skills)
    if now.people and not here:
        raise Refused(phrase("everybody is away: somebody must be here when the run begins"))
    return replace(now, people=here)


# How it is done


def _at_step(session: Session, workshop: Workshop, words: str, *, opens: bool = False) -> Changes:
    """Set up a step: its board, or where another one stands the one that the story has come to, and its round."""
    exercise, step = workshop.exercise, step_on_view(workshop)
    if exercise is None or step is None:
        raise Refused(phrase("no exercise is open"))
    board, stands = board_of(exercise, step), session.history.scenario
    if board is None and (opens or not _same_columns(stands, exercise.boards[exercise.board_of(step)])):
        board = _set(exercise.boards[exercise.board_of(step)], step)
    if step.round is not None:
        workshop = replace(workshop, under_way=under_way(workshop, step.round, step.id))
    if board is None and step.set_:
        board = _set(settings_as_they_are(stands, session.conditions), step)
    if board is None or (board == stands and not session.begun):
        return _note(session, workshop, words)
    return session.play_instead(Rewrite(stands, board, words, anew=True, workshop=workshop), 0.0)


def _set(board: Scenario, step: ExerciseStep) -> Scenario:
    try:
        return with_settings(board, step.set_)
    except ScenarioProblems as found:
        raise Refused(phrase("this step asks for what the board has not: {0}", str(found.problems[0]))) from found


def _same_columns(one: Scenario, other: Scenario) -> bool:
    return [column.id for column in one.columns] == [column.id for column in other.columns]


def _round(session: Session, place: int) -> Round:
    if not 0 <= place < len(session.workshop.rounds):
        raise Refused(phrase("there is no such round"))
    return session.workshop.rounds[place]


def _open(session: Session) -> RoundUnderWay:
    its = session.workshop.under_way
    if its is None:
        raise Refused(phrase("no round is under way"))
    return its


def _note(session: Session, workshop: Workshop, words: str, gesture: object = None) -> Changes:
    """Put the workshop as it stands now into the history, if anything of it has changed."""
    if workshop == session.workshop:
        return Changes.NOTHING
    return session.note(Note(words, gesture, workshop))


def _noted(session: Session, its: RoundUnderWay, words: str, gesture: object = None) -> Changes:
    return _note(session, replace(session.workshop, under_way=its), words, gesture)


def _kept(session: Session) -> Workshop:
    """The workshop with the round under way in its table, if anything of it was played."""
    its, workshop = session.workshop.under_way, session.workshop
    if session.replay is not None:
        raise Refused(phrase("please wait: the run is being replayed"))
    if its is None or not its.locked or session.now <= 0:
        return replace(workshop, under_way=None)
    end = session.now if its.until is None else min(session.now, its.until)
    acts: tuple[Intervention, ...] = session.history.interventions
    if end < session.now:
        acts = tuple(one for one in acts if one.at <= end)
    played = Round(
        name=its.name, scenario=session.history.scenario, time=end, interventions=acts,
        predictions=its.predictions, learned=its.learned, step=its.step, exercise=its.exercise,
        dice=its.dice,
    )  # fmt: skip
    return replace(_with(workshop, played), under_way=None)


def _with(workshop: Workshop, *rounds: Round) -> Workshop:
    if len(workshop.rounds) + len(rounds) > MOST_ROUNDS:
        raise Refused(phrase("the table is full: {0} rounds; remove one first", MOST_ROUNDS))
    return replace(workshop, rounds=(*workshop.rounds, *rounds))


def _with_round(session: Session, place: int, its: Round, words: str, gesture: object = None) -> Changes:
    rounds = session.workshop.rounds
    return _note(
        session, replace(session.workshop, rounds=(*rounds[:place], its, *rounds[place + 1 :])), words, gesture
    )
