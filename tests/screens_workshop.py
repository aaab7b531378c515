"""Pictures of a workshop in every phase: predict, run, over, revealed, rounds side by side, a branch, the presenter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from flowsim.domain.column_settings import SetWorkers
from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.rounds import Phase, phase_of
from flowsim.session.steps import Step
from flowsim.storage.resources import exercises
from flowsim.ui.main_window.actions import Act
from flowsim.ui.workshop.presenter import Part

if TYPE_CHECKING:
    from flowsim.ui.workshop.round_panel import RoundPanel
    from tests.ui.visitor import Visitor

GUESSES = ([5.0], [1], [50.0, 30.0])


def workshop(visitor: "Visitor") -> None:
    """The software team's exercise, led once."""
    window, door = visitor.window, visitor.window.workshop
    window.opening.follow_exercise(exercises()[0].story)
    assert door.guide is not None
    panel = door.guide.round_panel
    visitor.shot("workshop-first-step")
    door.guide.step_asked.emit(1)
    for place, guess in enumerate(GUESSES):
        panel.guessed.emit(place, guess)
    visitor.shot("workshop-predict")
    _run(visitor, panel)
    visitor.shot("workshop-over")
    panel.reveal_asked.emit()
    visitor.shot("workshop-revealed")
    panel.learned.emit("Test is short of people; the queue said so before the numbers did.")
    panel.keep_asked.emit()
    visitor.page.look(20.0)
    visitor.page.do(Step((SetWorkers(at=0.0, column="test", value=2),)))
    visitor.shot("workshop-branch-offered")
    visitor.click(window.notices.lines["branch"].buttons[0])
    visitor.still()
    visitor.shot("workshop-branch")
    door.acts.step_by(2)
    for place, guess in enumerate(([6.0], [2], [45.0])):
        panel.guessed.emit(place, guess)
    _run(visitor, panel)
    panel.reveal_asked.emit()
    panel.keep_asked.emit()
    _present(visitor)
    window.menu_actions[Act.SHOW_WORKSHOP].trigger()
    assert door.page is not None
    page = door.page
    visitor.until(lambda: page.runs.complete)
    visitor.shot("workshop-rounds")
    door.acts.play_by_the_rule(1)
    visitor.until(lambda: page.runs.complete)
    visitor.shot("workshop-by-the-rule")
    window.show_board()


def _run(visitor: "Visitor", panel: "RoundPanel") -> None:
    visitor.session.set_speed(AS_FAST_AS_IT_CAN)
    panel.lock_asked.emit()
    visitor.until(lambda: phase_of(visitor.session) is Phase.OVER)
    visitor.still()


def _present(visitor: "Visitor") -> None:
    door, size = visitor.window.workshop, visitor.window.size()
    visitor.window.menu_actions[Act.PRESENT].trigger()
    visitor.until(visitor.window.isFullScreen)
    visitor.window.setWindowState(Qt.WindowState.WindowNoState)  # the screen that is none has a size of its own
    visitor.window.resize(size)
    assert door.presenter is not None
    for part in Part:
        door.presenter.show_part(part)
        visitor.shot(f"presenter-{part.name.lower()}")
    door.stop_presenting()
    visitor.window.resize(size)
