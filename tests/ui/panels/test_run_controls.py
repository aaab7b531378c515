"""The bar of run controls in narrow windows and with large text, and while a run is played again."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QWidget

from flowsim.domain.interventions import AddCard
from flowsim.domain.scenario import Scenario
from flowsim.domain.working_calendar import WorkingCalendar
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.ui.main_window.settings import TEXT_SIZE
from tests.session.boards import BUSY, Clock
from tests.ui.board.test_board import show
from tests.ui.visitor import Visitor

DATED = replace(BUSY, time_unit="day", calendar=WorkingCalendar(start="2026-01-05"))


def parts(visitor: Visitor) -> list[QWidget]:
    controls = visitor.page.controls
    found = [part for kind in (QPushButton, QLabel, QSlider) for part in controls.findChildren(kind)]
    return sorted((part for part in found if part.isVisible()), key=lambda part: part.x())


@pytest.mark.parametrize("board", [BUSY, DATED], ids=["plain", "dated"])
@pytest.mark.parametrize(("width", "text_size"), [(960, 100), (1280, 100), (1024, 150), (960, 200), (1280, 200)])
def test_nothing_in_the_bar_is_cut_or_covered(visitor: Visitor, board: Scenario, width: int, text_size: int) -> None:
    show(visitor, board)
    visitor.window.settings.put(TEXT_SIZE, text_size)
    visitor.window.apply(TEXT_SIZE)
    visitor.window.resize(width, 600)
    visitor.play_until(1234.5)
    visitor.page.announce(visitor.session.look(1230.0))
    QTest.qWait(1)  # what has changed is laid out in the event loop
    shown = parts(visitor)
    assert visitor.page.controls.play in shown
    for left, right in pairwise(shown):
        assert left.geometry().right() < right.x()
    for part in shown:
        assert part.width() >= part.minimumSizeHint().width()
        assert part.geometry().right() <= visitor.page.controls.width()
    visitor.session.file.mark_saved()
    visitor.window.settings.put(TEXT_SIZE, 100)
    visitor.window.apply(TEXT_SIZE)


def test_the_date_stands_beside_the_clock_where_the_board_has_a_calendar(visitor: Visitor) -> None:
    show(visitor, DATED)
    visitor.window.resize(1280, 720)
    date = visitor.page.controls.date
    visitor.play_until(4.0)
    visitor.page.announce(visitor.session.look(3.5))
    visitor.until(lambda: date.text() == "8 Jan 2026")
    assert date.isVisible()
    show(visitor, BUSY)
    assert not visitor.page.controls.date.isVisible()


def slow_session(until: float) -> Session:
    """A session in which every look at the clock takes a tenth of a second: nothing can be played again at once."""
    made = Session(Document(BUSY), clock=Clock(each_look=0.1))
    made.do(AddCard(at=0.0))
    made.simulation.advance_to(until)
    return made


def test_a_long_undo_can_be_cancelled(visitor: Visitor) -> None:
    visitor.window.show_session(slow_session(400.0))
    visitor.page.bridge.stop()
    before = visitor.session.simulation
    visitor.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # of what was done at time 0: all is played again
    controls = visitor.page.controls
    assert controls.cancel.isVisible()
    assert controls._speed_text.text().startswith("replaying … ")
    visitor.click(controls.cancel)
    assert visitor.session.replay is None
    assert visitor.session.simulation is before
    assert len(visitor.session.history.done) == 1
    assert not controls.cancel.isVisible()


def test_a_file_that_takes_long_to_open_can_be_left_for_what_was_open_before(visitor: Visitor) -> None:
    show(visitor, BUSY)
    before = visitor.session
    visitor.session.file.mark_saved()
    slow = slow_session(4000.0)
    opened = Session(Document(BUSY, slow.file.document.session), clock=Clock(each_look=0.5))
    visitor.window.show_session(opened)
    assert opened.replaying.opens
    visitor.page.controls.show_run(opened)
    visitor.click(visitor.page.controls.cancel)
    assert visitor.session is before
    assert visitor.page.isVisible()


def test_the_first_file_that_takes_long_to_open_can_be_left_for_the_gallery(visitor: Visitor) -> None:
    opened = Session(Document(BUSY, slow_session(4000.0).file.document.session), clock=Clock(each_look=0.5))
    visitor.window.show_session(opened)
    visitor.page.controls.show_run(opened)
    visitor.click(visitor.page.controls.cancel)
    assert visitor.window.gallery.isVisible()
    assert not visitor.session.file.unsaved
