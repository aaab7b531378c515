"""What people do in a workshop, for its tests."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.rounds import Phase, phase_of
from flowsim.ui.workshop.guide_panel import GuidePanel
from tests.ui.visitor import Visitor


def guide(visitor: Visitor) -> GuidePanel:
    made = visitor.window.workshop.guide
    assert made is not None
    return made


def type_into(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def predict(visitor: Visitor, days: str = "5") -> None:
    fields = guide(visitor).round_panel.fields
    type_into(fields[0].numbers[0], days)
    options = fields[1].options
    assert options is not None
    visitor.click(options.buttons[1])


def lock_and_run(visitor: Visitor) -> None:
    visitor.session.set_speed(AS_FAST_AS_IT_CAN)
    visitor.click(guide(visitor).round_panel.lock)
    visitor.until(lambda: phase_of(visitor.session) is Phase.OVER)


def play_round(visitor: Visitor) -> None:
    """A whole round, kept."""
    panel = guide(visitor).round_panel
    lock_and_run(visitor)
    visitor.click(panel.reveal)
    visitor.click(panel.keep)


def first_round(visitor: Visitor) -> None:
    visitor.click(guide(visitor).next)
    predict(visitor)
    play_round(visitor)
