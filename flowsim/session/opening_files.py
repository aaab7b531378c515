"""What a file opens as: a board with its session, an exercise at its first step, or the session inside a report."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from flowsim.domain.exercises import Exercise
from flowsim.domain.retelling import retold
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.workshop import Workshop
from flowsim.session.rounds import under_way
from flowsim.session.session import Session
from flowsim.storage import Document, load_document
from flowsim.storage.exercise_file import ENDING, is_exercise, load_exercise
from flowsim.storage.report_file import REPORTS, document_in_report
from flowsim.storage.settings import with_settings

OPENED: Final = (".flowsim", ENDING, *REPORTS)
"""Endings of files that can be opened."""


def session_of_file(
    path: Path, clock: Callable[[], float] = time.perf_counter, *, as_template: bool = False,
    say: Callable[[str], str] | None = None,
) -> Session:  # fmt: skip
    """The session in the file at `path`; a template, an exercise or a report is opened without its name.

    With `say` an exercise or a template, one of the program's own, is told in the words that it gives.

    Raises:
        ScenarioProblems: the file cannot be used.
        Refused: the saved run cannot go on (an endless instant).
    """
    if is_exercise(path):
        exercise = load_exercise(path)
        return session_of_exercise(exercise if say is None else retold(exercise, say), clock)
    if path.suffix.lower() in REPORTS:
        return Session(document_in_report(path), None, clock)
    document = load_document(path)
    if as_template and say is not None:
        document = replace(document, scenario=retold(document.scenario, say))
    return Session(document, None if as_template else path, clock)


def session_of_exercise(exercise: Exercise, clock: Callable[[], float]) -> Session:
    """A session at the first step of an exercise."""
    first = exercise.steps[0]
    board = with_settings(exercise.boards[exercise.board_of(first)], first.set_)
    workshop = Workshop(exercise=exercise)
    if first.round is not None:
        workshop = replace(workshop, under_way=under_way(workshop, first.round, first.id))
    return Session(Document(board, SavedSession(workshop=workshop)), None, clock)
