"""What `flowsim check` says of an exercise: its problems, and numbers that do not come out as it promises."""

import time
from collections.abc import Sequence
from pathlib import Path

from flowsim.domain.problems import EndlessInstant, Problem, ScenarioProblems
from flowsim.session.expected_numbers import broken_promises
from flowsim.storage.exercise_file import load_exercise


def exercise_problems_in(path: Path, deadline: float) -> Sequence[Problem]:
    """Everything wrong with an exercise; its numbers are played as long as there is time, by `time.monotonic`."""
    try:
        return list(broken_promises(load_exercise(path), lambda: time.monotonic() > deadline))
    except ScenarioProblems as found:
        return found.problems
    except EndlessInstant as endless:
        return [Problem("expected", str(endless), "a run that can go on")]
