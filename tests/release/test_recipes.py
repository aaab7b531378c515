"""What CONTRIBUTING tells whoever adds something, and no other test would miss: it can be chosen, and it is tried."""

import ast
from pathlib import Path
from typing import get_args

import product
import pytest

from flowsim.domain.distributions import Constant, Distribution
from flowsim.domain.interventions import Intervention
from flowsim.domain.shapes import SHAPES
from flowsim.storage.resources import exercises
from tests.engine.test_chance import KINDS


def members(union: object) -> tuple[type, ...]:
    """The records of a union that is marked with its tag."""
    return get_args(get_args(union)[0])


def test_every_distribution_that_a_file_may_hold_can_be_chosen_by_people() -> None:
    assert {shape.make for shape in SHAPES} == set(members(Distribution))


def test_what_is_drawn_from_every_distribution_that_varies_is_looked_at() -> None:
    assert {type(kind) for kind in KINDS} | {Constant} == set(members(Distribution))


@pytest.mark.parametrize("kind", [*members(Distribution), *members(Intervention)], ids=lambda kind: kind.__name__)
def test_random_boards_and_sessions_hold_every_kind(kind: type) -> None:
    used = {
        node.id
        for file in ("strategies.py", "engine/boards.py", "engine/full_boards.py", "session/test_editing_machine.py")
        for node in ast.walk(ast.parse((product.ROOT / "tests" / file).read_text(encoding="utf-8")))
        if isinstance(node, ast.Name)
    }
    assert kind.__name__ in used


def test_every_exercise_that_lies_there_is_in_the_gallery_once() -> None:
    listed = [exercise.path for exercise in exercises()]
    assert sorted(listed) == sorted(Path(listed[0]).parent.glob("*.flowsim"))
    assert sorted(exercise.story for exercise in exercises()) == sorted(listed[0].parent.glob("*.flowsim-exercise"))
