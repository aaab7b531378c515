"""What `flowsim check` says of a file, a board's or an exercise's: problems, and what people should know of it."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from flowsim.domain.advice import people_without_room, sentences
from flowsim.domain.deadlock import stoppages
from flowsim.domain.exercise_checks import cut_short
from flowsim.domain.exercises import Exercise
from flowsim.domain.phrases import phrase
from flowsim.domain.problems import EndlessInstant, Problem, ScenarioProblems
from flowsim.domain.saved_experiments import with_boards
from flowsim.engine import Replay, refusals
from flowsim.session.expected_numbers import broken_promises
from flowsim.storage import Document, load_document
from flowsim.storage.exercise_file import is_exercise, load_exercise
from flowsim.storage.settings import with_settings

CHECK_SECONDS: Final = 1.5
"""So long a saved session, or the numbers of an exercise, are played; a session may be as long as it likes."""


@dataclass(frozen=True)
class Checked:
    """What was found in a file: problems, and remarks that are none."""

    problems: Sequence[Problem] = ()
    remarks: Sequence[str] = ()


def checked(file: str) -> Checked:
    """Everything wrong with a file, what its board refuses of its session included; advice where nothing is."""
    try:
        return _exercise(file) if is_exercise(file) else _board(file)
    except ScenarioProblems as found:
        return Checked(found.problems)


def _exercise(file: str) -> Checked:
    exercise, deadline = load_exercise(Path(file)), time.monotonic() + CHECK_SECONDS
    try:
        problems = [*cut_short(exercise), *broken_promises(exercise, lambda: time.monotonic() > deadline)]
    except EndlessInstant as endless:
        problems = [Problem("expected", str(endless), phrase("a run that can go on"))]
    return Checked(problems, () if problems else list(_idle_people(exercise)))


def _board(file: str) -> Checked:
    document, remarks = load_document(file), list[str]()
    if stops := stoppages(document.scenario):
        return Checked(stops)
    problems: Sequence[Problem] = ()
    if document.session is not None and document.session.interventions:
        replay = Replay(document.scenario, document.session.interventions, document.session.time)
        deadline = time.monotonic() + CHECK_SECONDS
        try:
            if not replay.go_on(lambda: time.monotonic() > deadline):
                now = f"{replay.simulation.now:.4g}"
                long = phrase("a long session: played up to {0} only; what its board refuses later is not listed", now)
                remarks.append(long)
        except EndlessInstant as endless:
            return Checked([Problem("session", str(endless), phrase("a run that can go on"))])
        problems = refusals(replay.refused)
    problems = [*problems, *_experiments(document)]
    return Checked(problems, remarks if problems else [*remarks, *sentences(document.scenario)])


def _experiments(document: Document) -> Iterator[Problem]:
    """What is wrong with the plans of the experiments that were run."""
    if document.session is None or not document.session.experiments:
        return
    from flowsim.experiments.kept import plan_kept

    for number, its in enumerate(with_boards(document.session.experiments, document.scenario)):
        try:
            plan_kept(its)
        except ScenarioProblems as found:
            where = f"session.experiments[{number}].plan"
            yield from (replace(one, where=f"{where}.{one.where}" if one.where else where) for one in found.problems)


def _idle_people(exercise: Exercise) -> Iterator[str]:
    """People whom a step adds, and who then find no room to work: its round would teach that they do not help."""
    board = exercise.boards[exercise.board_of(exercise.steps[0])]
    for index, step in enumerate(exercise.steps):
        if step.board is not None:
            board = exercise.boards[step.board]
        if step.set_:
            board = with_settings(board, step.set_)
            for sentence in people_without_room(board):
                where = f"steps[{index}].set"
                yield phrase("{0}: {1}", where, sentence)
