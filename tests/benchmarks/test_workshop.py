"""The longest block of the window in a workshop: every act of a round, a branch, the presenter and the table."""

import time
from collections.abc import Callable

import pytest

from flowsim.domain.column_settings import SetWorkers
from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.rounds import Phase, phase_of
from flowsim.session.steps import Step
from flowsim.storage.resources import exercises
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.main_window import MainWindow
from tests.benchmarks.conftest import Results
from tests.benchmarks.turns import turns
from tests.benchmarks.yardsticks import Floor
from tests.ui.conftest import nothing_left_alive, settings, window
from tests.ui.visitor import Visitor

__all__ = ["nothing_left_alive", "settings", "window"]

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(300)]


def test_the_longest_block_in_a_workshop(window: MainWindow, results: Results) -> None:
    visitor, door = Visitor(window), window.workshop
    window.opening.follow_exercise(exercises()[0].story)
    assert door.guide is not None
    panel = door.guide.round_panel
    visitor.still()
    blocks: dict[str, float] = {}

    def act(name: str, what: Callable[[], object], seconds: float = 0.6) -> None:
        start = time.perf_counter()
        what()
        blocks[name] = max(1000 * (time.perf_counter() - start), *turns(seconds))

    def guess() -> None:
        for place, numbers in enumerate(([5.0], [1], [50.0, 30.0])):
            panel.guessed.emit(place, numbers)

    act("next step", lambda: door.acts.step_by(1))
    act("three guesses", guess)
    visitor.session.set_speed(AS_FAST_AS_IT_CAN)
    act("lock and run", panel.lock_asked.emit)
    visitor.until(lambda: phase_of(visitor.session) is Phase.OVER)
    act("reveal", panel.reveal_asked.emit)
    act("keep", panel.keep_asked.emit)
    act("look back", lambda: visitor.page.look(20.0))
    act("a branch is offered", lambda: visitor.page.do(Step((SetWorkers(at=0.0, column="test", value=2),))))
    act("branch", lambda: visitor.click(window.notices.lines["branch"].buttons[0]), 2.0)
    act("rounds side by side", window.menu_actions[Act.SHOW_WORKSHOP].trigger, 2.0)
    window.show_board()
    of_a_round = dict(blocks)
    act("present", window.menu_actions[Act.PRESENT].trigger)
    act("stop presenting", door.stop_presenting)
    told = ", ".join(f"{name} {ms:.0f}" for name, ms in sorted(blocks.items(), key=lambda one: -one[1]))
    results.note("longest block of every act of a workshop, ms", told, "50 each")
    # The presenter dresses the whole program in large letters, which costs what another size of text costs anywhere.
    results.judge("longest block in a workshop, presenter aside, ms", [max(of_a_round.values())], Floor(50.0))
