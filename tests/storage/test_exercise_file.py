"""Exercises in files: what is sound comes back as it was, what is not is told at once, and nothing in one is run."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from flowsim.domain.exercises import Exercise
from flowsim.domain.problems import NewerVersion, ScenarioProblems
from flowsim.storage.exercise_file import exercise_of, load_exercise, save_exercise
from flowsim.storage.resources import resources
from flowsim.storage.schema import exercise_schema_text
from flowsim.storage.writing import plain_exercise
from tests.strategies import exercises, modest

Raw = dict[str, Any]
PUBLISHED = resources() / "schema" / "flowsim-exercise-1.schema.json"
CHECKER = jsonschema.Draft202012Validator(json.loads(exercise_schema_text()))
BOARD: Raw = {"format": "flowsim", "version": 1, "name": "Two steps", "columns": [{"id": "a"}, {"id": "b"}]}


def raw(**changed: Any) -> Raw:
    """A small sound exercise, and what is `changed` in it."""
    steps = [{"id": "one", "title": "One", "board": "two"}, {"id": "play", "title": "Play", "round": {"until": 20}}]
    sound = {"format": "flowsim-exercise", "version": 1, "name": "Small", "boards": {"two": BOARD}, "steps": steps}
    return {**sound, **changed}


def step(**fields: Any) -> Raw:
    """A sound exercise whose second step, `steps[1]`, has `fields`."""
    return raw(steps=[{"id": "one", "title": "One", "board": "two"}, {"id": "play", "title": "Play", **fields}])


def question(**fields: Any) -> Raw:
    return step(round={"until": 20, "questions": [{"text": "?", **fields}]})


def said_of(given: Raw, folder: Path = Path()) -> list[str]:
    try:
        exercise_of(given, folder)
    except ScenarioProblems as found:
        return [str(problem) for problem in found.problems]
    return []


def test_a_small_one_is_sound() -> None:
    assert said_of(raw()) == []


@modest
@given(exercises())
def test_what_is_written_is_read_back_as_it_was(exercise: Exercise) -> None:
    text = json.dumps({"format": "flowsim-exercise", "version": 1, **plain_exercise(exercise)})
    values = json.loads(text)
    CHECKER.validate(values)
    assert exercise_of(values, Path()) == exercise


def test_the_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == exercise_schema_text(), "write exercise_schema_text() to it"


def test_a_saved_exercise_is_one_file_with_its_boards_in_it(tmp_path: Path) -> None:
    (tmp_path / "two.flowsim").write_text(json.dumps(BOARD), encoding="utf-8")
    exercise = exercise_of(raw(boards={"two": "two.flowsim"}), tmp_path)
    save_exercise(tmp_path / "shared.flowsim-exercise", exercise)
    (tmp_path / "two.flowsim").unlink()
    assert load_exercise(tmp_path / "shared.flowsim-exercise") == exercise


WRONG: dict[str, tuple[Raw, str]] = {
    "another format": (raw(format="flowsim"), 'format: "flowsim": "flowsim-exercise"'),
    "an unknown key": (raw(colour="red"), "colour: \"red\": no such key"),
    "an unknown key of a step": (step(script="x"), "steps[1].script: \"x\": no such key"),
    "no steps": (raw(steps=[]), "steps: []: a list of 1 to 200 entries"),
    "no boards": (raw(boards={}), "boards: {}: an object"),
    "a broken board": (raw(boards={"two": {**BOARD, "horizon": -1}}), "boards.two.horizon: -1: a number above 0"),
    "a board nobody has": (step(board="three"), 'steps[1].board: "three": one of two'),
    "two steps of one id": (raw(steps=[{"id": "x", "title": ""}] * 2), 'steps[1].id: "x": a name of its own'),
    "a thing to click that is not there": (step(outline="columns.c"), 'steps[1].outline: "columns.c": one of play'),
    "a setting that is not there": (step(set={"columns.c.wip_limit": 2}), "steps[1].set.columns.c.wip_limit: no such"),
    "a figure that is not there": (question(kind="number", figure="speed"), "steps[1].round.questions[0].figure"),
    "a curve that is not there": (question(kind="point", curve="x"), 'questions[0].curve: "x": finished'),
    "a choice of one": (question(kind="choice", options=[{"text": "a"}]), "steps[1].round.questions[0].options"),
    "a question of no kind": (question(kind="essay"), 'questions[0].kind: "essay": one of "number", "choice", "point"'),
    "a claim of nothing": (
        question(kind="choice", options=[{"text": "a", "holds": {}}, {"text": "b"}]), "options[0].holds: figure and"
    ),
    "a claim against a round that was not played": (
        question(kind="choice", options=[
            {"text": "a", "holds": {"figure": "wip", "above": 0, "than": "one"}}, {"text": "b"}
        ]), "options[0].holds.than",
    ),
    "a callout for a column that is not there": (
        step(callouts=[{"when": {"what": "queue", "column": "c", "above": 8}, "text": "!"}]),
        'steps[1].callouts[0].when.column: "c": the id of a column',
    ),
    "a callout for no queue": (
        step(callouts=[{"when": {"what": "queue", "above": 8}, "text": "!"}]), "callouts[0].when.column: null"
    ),
    "a variant of steps that are not there": (raw(variants=[{"minutes": 20, "steps": ["x"]}]), "variants[0].steps[0]"),
    "a variant that compares with a round it leaves out": (
        raw(
            steps=[
                {"id": "one", "title": "One", "board": "two", "round": {"until": 20}},
                {"id": "play", "title": "Play", "round": {"until": 20, "questions": [{
                    "text": "?", "kind": "choice", "options": [
                        {"text": "a", "holds": {"figure": "wip", "above": 0, "than": "one"}}, {"text": "b"}
                    ]}]}},
            ],
            variants=[{"minutes": 20, "steps": ["play", "one"]}, {"minutes": 45, "steps": ["one", "play"]}],
        ), 'variants[0].steps[0]: "play": "one" before it',
    ),
    "two variants of one length": (raw(variants=[{"minutes": 20, "steps": ["one"]}] * 2), "variants[1].minutes: 20"),
    "a number of a board that is not there": (
        raw(expected=[{"board": "x", "figure": "wip", "value": 1}]), 'expected[0].board: "x": one of two'
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_bad_one_is_refused_with_its_problems(name: str) -> None:
    given, expected = WRONG[name]
    assert any(expected in line for line in said_of(given)), said_of(given)


def test_all_problems_are_told_at_once() -> None:
    given = raw(boards={"two": {**BOARD, "horizon": -1}, "x": 3})
    assert len(said_of(given)) == 2


@pytest.mark.parametrize(
    "name",
    ["../secret.flowsim", "/etc/passwd", "a/b.flowsim", "..\\x.flowsim", "C:x.flowsim", "x.txt", "", "x\0.flowsim"],
)
def test_a_board_is_named_only_beside_the_exercise(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.flowsim").write_text(json.dumps(BOARD), encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    [said] = said_of(raw(boards={"two": name}), inner)
    assert "a .flowsim file in the same folder" in said


def test_a_newer_one_is_refused_by_name() -> None:
    with pytest.raises(NewerVersion, match="needs a newer flowsim"):
        exercise_of(raw(version=2), Path())
