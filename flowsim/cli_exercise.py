"""What `flowsim check` says of an exercise: its problems, numbers that do not come out as it promises, and advice."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from flowsim.domain.advice import people_without_room
from flowsim.domain.phrases import phrase
from flowsim.domain.problems import EndlessInstant, Problem, ScenarioProblems
from flowsim.session.expected_numbers import broken_promises
from flowsim.storage.exercise_file import load_exercise
from flowsim.storage.settings import with_settings


def exercise_problems_in(path: Path, deadline: float) -> Sequence[Problem]:
    """Everything wrong with an exercise; its numbers are played as long as there is time, by `time.monotonic`."""
    try:
        return list(broken_promises(load_exercise(path), lambda: time.monotonic() > deadline))
    except ScenarioProblems as found:
        return found.problems
    except EndlessInstant as endless:
        return [Problem("expected", str(endless), "a run that can go on")]


def advice_on(path: Path) -> Iterator[str]:
    """People whom a step adds, and who then find no room to work: the round would teach that they do not help."""
    exercise = load_exercise(path)
    board = exercise.boards[exercise.board_of(exercise.steps[0])]
    for index, step in enumerate(exercise.steps):
        if step.board is not None:
            board = exercise.boards[step.board]
        if step.set_:
            board = with_settings(board, step.set_)
            for sentence in people_without_room(board):
                yield phrase("{0}: {1}", f"steps[{index}].set", sentence)
