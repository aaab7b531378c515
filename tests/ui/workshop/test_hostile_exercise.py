"""An exercise is somebody else's text: guide, presenter and notes show it letter by letter."""

from dataclasses import replace
from pathlib import Path

import pytest

from flowsim.domain.exercises import Callout, Condition, Exercise, ExerciseStep, RoundPlan, Variant
from flowsim.domain.predictions import ChoiceQuestion, NumberQuestion, Option
from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.rounds import Phase, phase_of
from flowsim.storage.exercise_file import ENDING, save_exercise
from flowsim.ui.main_window.actions import Act
from tests.session.boards import BUSY
from tests.ui.plain import interpreted
from tests.ui.test_hostile_content import NASTY, PROSE
from tests.ui.visitor import Visitor

TEXT = PROSE.replace("{picture}", "file:///etc/passwd")


def hostile(name: str) -> Exercise:
    plan = RoundPlan(
        name=name, until=5.0,
        questions=(
            NumberQuestion(text=name, figure="finished"),
            ChoiceQuestion(text=name, options=(Option(text=name), Option(text=name))),
        ),
    )  # fmt: skip
    step = ExerciseStep(
        id="one", title=name, text=TEXT, notes=TEXT, board="board", round=plan, minutes=1.0,
        callouts=(Callout(when=Condition(what="finished", above=0), text=name),),
    )  # fmt: skip
    return Exercise(
        name=name, teaches=name, boards={"board": replace(BUSY, name=name)}, steps=(step,), notes=TEXT,
        variants=(Variant(minutes=5, steps=("one",), notes=TEXT),), debrief=(name,),
    )  # fmt: skip


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
def test_an_exercise_is_shown_letter_by_letter(visitor: Visitor, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"hostile{ENDING}"
    save_exercise(path, hostile(name))
    visitor.window.opening.open_file(path)
    door = visitor.window.workshop
    assert door.guide is not None
    panel = door.guide.round_panel
    assert interpreted(door.guide) == []
    visitor.window.menu_actions[Act.SHOW_NOTES].trigger()
    assert door.notes is not None
    assert interpreted(door.notes) == []
    door.notes.close()
    visitor.session.set_speed(AS_FAST_AS_IT_CAN)
    visitor.click(panel.lock)
    visitor.until(lambda: phase_of(visitor.session) is Phase.OVER)
    visitor.click(panel.reveal)
    assert interpreted(door.guide) == []
    visitor.click(panel.keep)
    visitor.window.menu_actions[Act.SHOW_WORKSHOP].trigger()
    assert door.page is not None
    assert interpreted(door.page) == []
    visitor.window.menu_actions[Act.PRESENT].trigger()
    assert door.presenter is not None
    assert interpreted(door.presenter) == []
    door.stop_presenting()
