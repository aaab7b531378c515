"""The acts of a workshop: predict, lock, run, reveal, learn, keep; steps of an exercise; rounds put on the board again.

Each function takes the session, changes its history by one entry, and answers with `Changes`; undo takes it back.
Guesses may be changed until they are locked. A round begins at time 0 with the settings that stand on the board then.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import Final

from flowsim.domain.conditions import Conditions
from flowsim.domain.exercises import Exercise, ExerciseStep, RoundPlan
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import phrase
from flowsim.domain.predictions import Prediction
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Scenario
from flowsim.domain.workshop import MOST_ROUNDS, Round, RoundUnderWay, Workshop
from flowsim.session.changes import Changes
from flowsim.session.history import Rewrite
from flowsim.session.player import horizon_of
from flowsim.session.session import Session
from flowsim.storage.settings import with_settings

LONGEST_NAME: Final = 200


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
    return Phase.OVER if session.ended and session.replay is None else Phase.RUN


# One round


def begun(session: Session, plan: RoundPlan, step: str = "") -> Changes:
    """Prepare a round: its questions are on view, and it may be run when the guesses are locked.

    Raises:
        Refused: it would never end, or there are too many rounds.
    """
    if plan.until is None and horizon_of(session.simulation) == float("inf") and not session.scenario.ends_by_itself:
        raise Refused(phrase("the round needs an end, because the run of this board never ends"))
    workshop = _kept(session)
    its = under_way(workshop, plan, step)
    return session.note(replace(workshop, under_way=its), phrase("{0} prepared", its.name))


def under_way(workshop: Workshop, plan: RoundPlan, step: str) -> RoundUnderWay:
    """The round of this plan, behind those of the workshop."""
    wanted = str(plan.name or phrase("Round {0}", len(workshop.rounds) + 1))
    taken = {its.name for its in workshop.rounds}
    names = (wanted, *(f"{wanted} ({number})" for number in range(2, MOST_ROUNDS + 2)))
    name = next(each for each in names if each not in taken)
    questions = tuple(Prediction(question=question) for question in plan.questions)
    return RoundUnderWay(
        name=name[:LONGEST_NAME], until=plan.until, predictions=questions, hidden=plan.hidden, step=step
    )


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
    predictions = (*its.predictions[:place], after, *its.predictions[place + 1 :])
    words = phrase("prediction: {0}", before.question.text)
    return _noted(session, replace(its, predictions=predictions), words, ("guess", place))


def locked(session: Session) -> Changes:
    """Lock what was guessed; the run begins at time 0, with the settings that stand on the board.

    Undo goes back to before the run: who has seen it must not guess again with the run on view.

    Raises:
        Refused: the run cannot begin.
    """
    its = replace(_open(session), locked=True)
    workshop, words = replace(session.workshop, under_way=its), phrase("predictions locked")
    before = session.history.scenario
    board = settings_as_they_are(before, session.conditions) if session.begun else before
    return session.play_instead(Rewrite(before, board, words, anew=True, workshop=workshop), 0.0)


def revealed(session: Session) -> Changes:
    """Show what came of it, beside what was guessed."""
    return _noted(session, replace(_open(session), revealed=True), phrase("results revealed"))


def learned(session: Session, text: str) -> Changes:
    """Keep what people learned, in their words."""
    return _noted(session, replace(_open(session), learned=text), phrase("what we learned"), "learned")


def kept(session: Session) -> Changes:
    """Put the round into the table; the run stays on view."""
    _open(session)
    return session.note(_kept(session), phrase("round kept"))


def given_up(session: Session) -> Changes:
    """No round any more; the run stays on view."""
    return session.note(replace(session.workshop, under_way=None), phrase("round given up"))


# Rounds of the table


def renamed(session: Session, place: int, name: str) -> Changes:
    """Call a round something else."""
    return _with_round(session, place, replace(session.workshop.rounds[place], name=name), phrase("round renamed"))


def learned_then(session: Session, place: int, text: str) -> Changes:
    """Write down later what was learned in a round."""
    its = replace(session.workshop.rounds[place], learned=text)
    return _with_round(session, place, its, phrase("what we learned"), ("learned", place))


def removed(session: Session, place: int) -> Changes:
    """Take a round out of the table."""
    rounds = session.workshop.rounds
    return session.note(
        replace(session.workshop, rounds=(*rounds[:place], *rounds[place + 1 :])),
        phrase("{0} removed", rounds[place].name),
    )


def added(session: Session, rounds: Sequence[Round], words: str) -> Changes:
    """Put rounds that were played elsewhere into the table.

    Raises:
        Refused: there are too many rounds.
    """
    return session.note(_with(session.workshop, *rounds), words)


def put_on_board(session: Session, place: int) -> Changes:
    """The run of a round on the board, at its end; to look at, to branch, or to play again as a film.

    Raises:
        Refused: there is no such round.
    """
    if not 0 <= place < len(session.workshop.rounds):
        raise Refused(phrase("there is no such round"))
    its = session.workshop.rounds[place]
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
    return _at_step(session, workshop, phrase("exercise {0}", exercise.name))


def stepped(session: Session, place: int) -> Changes:
    """Go to a step of the exercise. A later one sets up its board and its round; an earlier one is only read again.

    Raises:
        Refused: a round is running; half of it would be no round.
    """
    now = session.workshop
    if phase_of(session) is Phase.RUN:
        raise Refused(phrase("the round is still running: let it come to its end, or give it up"))
    assert now.exercise is not None
    if not 0 <= place < len(now.exercise.told_in(now.minutes)):
        return Changes.NOTHING
    words = phrase("step {0}", place + 1)
    if place < now.step:
        return session.note(replace(now, step=place), words)
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
    """The board that a step begins with; None where the board goes on as it stands."""
    return None if step.board is None else with_settings(exercise.boards[step.board], step.set_)


def settings_as_they_are(scenario: Scenario, conditions: Conditions) -> Scenario:
    """`scenario` with the settings in force; who is away is no part of it."""
    now = conditions.in_force(scenario)
    return replace(now, people=tuple(person for person in now.people if person.skills))


# How it is done


def _at_step(session: Session, workshop: Workshop, words: str) -> Changes:
    exercise, step = workshop.exercise, step_on_view(workshop)
    assert exercise is not None
    assert step is not None
    board = board_of(exercise, step)
    if step.round is not None:
        workshop = replace(workshop, under_way=under_way(workshop, step.round, step.id))
    if board is None and step.set_:
        board = with_settings(settings_as_they_are(session.history.scenario, session.conditions), step.set_)
    if board is None or (board == session.history.scenario and not session.begun):
        return session.note(workshop, words)
    return session.play_instead(Rewrite(session.history.scenario, board, words, anew=True, workshop=workshop), 0.0)


def _open(session: Session) -> RoundUnderWay:
    its = session.workshop.under_way
    if its is None:
        raise Refused(phrase("no round is under way"))
    return its


def _noted(session: Session, its: RoundUnderWay, words: str, gesture: object = None) -> Changes:
    return session.note(replace(session.workshop, under_way=its), words, gesture)


def _kept(session: Session) -> Workshop:
    """The workshop with the round under way in its table, if anything of it was played."""
    its, workshop = session.workshop.under_way, session.workshop
    if its is None or not its.locked or session.now <= 0:
        return replace(workshop, under_way=None)
    acts: tuple[Intervention, ...] = session.history.interventions
    played = Round(
        name=its.name, scenario=session.history.scenario, time=session.now, interventions=acts,
        predictions=its.predictions, learned=its.learned, step=its.step,
    )  # fmt: skip
    return replace(_with(workshop, played), under_way=None)


def _with(workshop: Workshop, *rounds: Round) -> Workshop:
    if len(workshop.rounds) + len(rounds) > MOST_ROUNDS:
        raise Refused(phrase("the table is full: {0} rounds; remove one first", MOST_ROUNDS))
    return replace(workshop, rounds=(*workshop.rounds, *rounds))


def _with_round(session: Session, place: int, its: Round, words: str, gesture: object = None) -> Changes:
    rounds = session.workshop.rounds
    return session.note(replace(session.workshop, rounds=(*rounds[:place], its, *rounds[place + 1 :])), words, gesture)
