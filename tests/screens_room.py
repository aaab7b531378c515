"""Pictures of a room that answers from its phones: before it opens, open, on the large screen, revealed; its vote."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from flowsim.audience.messages import Count
from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.rounds import Phase, phase_of
from flowsim.storage.resources import exercises
from flowsim.ui.main_window.actions import Act
from tests.audience.phones import HOME, Phone

if TYPE_CHECKING:
    from tests.ui.visitor import Visitor

DAYS = (3, 4, 5, 5, 6, 7, 7, 8, 9, 11, 12, 14, 15, 18)


def room(visitor: "Visitor") -> None:
    """One round of the software team's exercise, predicted by fourteen phones."""
    window, door = visitor.window, visitor.window.workshop
    window.opening.follow_exercise(exercises()[0].story)
    door.acts.step_by(1)
    audience = door.audience
    audience.show()
    assert audience.dialog is not None
    visitor.shot_of(audience.dialog, "room-before-it-opens")
    audience.open(HOME, "Workshop", "guests welcome")
    visitor.until(lambda: audience.way is not None and audience.asks)
    _answer(visitor)
    visitor.shot_of(audience.dialog, "room-open")
    audience.dialog.why.setChecked(True)
    visitor.shot_of(audience.dialog, "room-no-phone")
    audience.dialog.why.setChecked(False)
    options = "a smaller limit", "one more in Test", "smaller cards"
    audience.dialog.show_votes("What shall we try next?", options, (3, 9, 2))
    visitor.shot_of(audience.dialog, "room-vote")
    audience.dialog.close()
    visitor.shot("room-sign")
    _present(visitor)
    visitor.session.set_speed(AS_FAST_AS_IT_CAN)
    assert door.guide is not None
    panel = door.guide.round_panel
    panel.lock_asked.emit()
    visitor.until(lambda: phase_of(visitor.session) is Phase.OVER)
    panel.reveal_asked.emit()
    visitor.until(lambda: any("other luck" in line for line in panel.reveal_view.sentences))
    visitor.still()
    visitor.shot_of(panel, "room-revealed")
    panel.keep_asked.emit()
    window.menu_actions[Act.SHOW_WORKSHOP].trigger()
    assert door.page is not None
    page = door.page
    visitor.until(lambda: page.runs.complete)
    visitor.shot("room-rounds")
    audience.leave()
    window.show_board()


def _answer(visitor: "Visitor") -> None:
    audience = visitor.window.workshop.audience
    assert audience.way is not None
    for number, days in enumerate(DAYS):
        phone = Phone(audience.way.opened, f"127.4.0.{number + 1}").join()
        state = phone.state
        for place, question in enumerate(state["questions"]):
            answer = {"number": (days,), "choice": (2 - (number % 5 < 2),), "point": (170 - number, 100 + 4 * number)}
            phone.vote(place, *answer[question["kind"]], key=state["round"])
        phone.drop()
    visitor.until(lambda: audience.count == Count(len(DAYS), len(DAYS)))


def _present(visitor: "Visitor") -> None:
    door, size = visitor.window.workshop, visitor.window.size()
    visitor.window.menu_actions[Act.PRESENT].trigger()
    visitor.until(visitor.window.isFullScreen)
    visitor.window.setWindowState(Qt.WindowState.WindowNoState)  # the screen that is none has a size of its own
    visitor.window.resize(size)
    visitor.still()
    visitor.shot("room-presented")
    door.stop_presenting()
    visitor.window.resize(size)
