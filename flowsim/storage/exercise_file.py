"""Exercises in and out: one JSON file with everything in it, `{"format": "flowsim-exercise", "version": 1, …}`.

A board of an exercise is what a .flowsim file holds, or the plain name of such a file beside it. Reading plays nothing
and runs nothing; every problem found is told at once, as with scenarios.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from flowsim.domain.exercise_checks import exercise_problems
from flowsim.domain.exercises import EXERCISE_VERSION, MOST_BOARDS, Exercise
from flowsim.domain.problem_parts import beneath
from flowsim.domain.problems import NewerVersion, Problem, ScenarioProblems
from flowsim.storage.atomic import write_atomically
from flowsim.storage.document import content_of, load_scenario
from flowsim.storage.parsing import Complaints, one, parse, shown
from flowsim.storage.reading import document_of, validated
from flowsim.storage.record import ExerciseRecord
from flowsim.storage.settings import with_settings
from flowsim.storage.writing import plain_exercise, plain_values

FORMAT: Final = "flowsim-exercise"
ENDING: Final = ".flowsim-exercise"
OF_THE_FILE: Final = ("format", "version")


def is_exercise(path: str | Path) -> bool:
    """Whether a file is an exercise by its name."""
    return Path(path).suffix.lower() == ENDING


def load_exercise(path: str | Path) -> Exercise:
    """Read and check the exercise in the file at `path`.

    Raises:
        ScenarioProblems: the file cannot be read, or something in it is wrong; every problem is listed.
    """
    path = Path(path)
    return exercise_of(parse(content_of(path)), path.parent)


def exercise_of(raw: Mapping[str, Any], folder: Path) -> Exercise:
    """The exercise in the values of a file; boards that are names lie in `folder`.

    Raises:
        ScenarioProblems: with everything that is wrong.
    """
    if raw.get("format") != FORMAT:
        raise one("format", shown(raw["format"]) if "format" in raw else "nothing", f'"{FORMAT}"')
    version = raw.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > EXERCISE_VERSION:
        expected = f"at most {EXERCISE_VERSION}; this file needs a newer flowsim"
        raise NewerVersion([Problem("version", shown(version), expected)])
    if version != EXERCISE_VERSION or isinstance(version, bool):
        raise one("version", shown(version) if "version" in raw else "nothing", str(EXERCISE_VERSION))
    problems = Complaints()
    values = {**raw, "boards": _boards(raw.get("boards"), folder, problems)}
    if problems:
        raise problems.as_error()
    record = validated(values, ExerciseRecord, lambda _, __: ())
    exercise = Exercise(**{name: getattr(record, name) for name in Exercise.__dataclass_fields__})
    found = [*exercise_problems(exercise)]
    for problem in found or _settings_problems(exercise):
        problems.add(problem)
    if problems:
        raise problems.as_error()
    return exercise


def save_exercise(path: str | Path, exercise: Exercise) -> None:
    """Write `exercise` to `path` atomically, with all its boards in it.

    Raises:
        OSError: the place cannot be written; what stood there is untouched.
    """
    body = {"format": FORMAT, "version": EXERCISE_VERSION, **plain_exercise(exercise)}
    text = json.dumps(body, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    write_atomically(Path(path), text.encode("utf-8", "replace"))


def _boards(given: Any, folder: Path, problems: Complaints) -> Any:
    """The values of every board, read from the file beside or as they stand, in today's version."""
    if not isinstance(given, dict):
        return given
    boards: dict[str, Any] = {}
    for name, board in list(given.items())[: MOST_BOARDS + 1]:
        try:
            if isinstance(board, str):
                scenario = load_scenario(folder / _plain_name(board))
            elif isinstance(board, dict):
                scenario = document_of(dict(board))[0]
            else:
                raise one("", shown(board), "a scenario, or the name of its file beside this one")
        except ScenarioProblems as found:
            for problem in beneath(f"boards.{name}", found.problems):
                problems.add(problem)
        else:
            boards[name] = {key: value for key, value in plain_values(scenario).items() if key not in OF_THE_FILE}
    return boards


def _plain_name(name: str) -> str:
    """`name`, if it can only be a scenario's file beside this one."""
    if not name.endswith(".flowsim") or Path(name).name != name or set(name) & set("/\\:\0"):
        raise one("", shown(name), "the name of a .flowsim file in the same folder")
    return name


def _settings_problems(exercise: Exercise) -> Iterator[Problem]:
    """Settings that their boards do not have, or that no board could have."""
    asked = [(f"steps[{index}]", exercise.board_of(step), step.set_) for index, step in enumerate(exercise.steps)]
    asked += [(f"expected[{index}]", its.board, its.set_) for index, its in enumerate(exercise.expected)]
    for where, board, settings in asked:
        try:
            with_settings(exercise.boards[board], settings)
        except ScenarioProblems as found:
            yield from beneath(f"{where}.set", found.problems)
