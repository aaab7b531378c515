"""A trainer shows a class where the time went: scrub back, read off, pin, try something else, compare, export."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.visitor import Visitor

pytestmark = pytest.mark.timeout(120)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_looking_back_reading_off_comparing_and_taking_it_home(visitor: Visitor, tmp_path: Path) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(60.0)
    page, session = visitor.page, visitor.session
    _scrub_back_and_return(visitor)
    _read_off(visitor)

    page.board.setFocus()
    visitor.key(Qt.Key.Key_P)
    visitor.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert session.now == 0.0
    visitor.step_limit(2, -1)
    visitor.step_limit(2, -1)
    visitor.play_until(60.0)
    visitor.until(lambda: "Run A" in page.figures.cycle._difference.text())

    page.board.setFocus()
    visitor.key(Qt.Key.Key_F4)
    assert not page.board.isVisible()
    assert len(page.chart.charts) == 6
    visitor.key(Qt.Key.Key_F4)
    assert page.board.isVisible()

    assert visitor.write_charts(tmp_path / "charts.pdf")
    assert len(PdfReader(tmp_path / "charts.pdf").pages) == 11  # no class of this board costs anything


def _scrub_back_and_return(visitor: Visitor) -> None:
    track, session = visitor.page.timeline.track, visitor.session
    rows = session.simulation.trace.rows().tobytes()
    middle = track.height() // 2
    QTest.mousePress(track, LEFT, NONE, QPoint(round(track.x_of(session.now)), middle))
    for time in (50.0, 30.0, 12.0):
        QTest.mouseMove(track, QPoint(round(track.x_of(time)), middle))
    QTest.mouseRelease(track, LEFT, NONE, QPoint(round(track.x_of(12.0)), middle))
    assert abs(session.view.now - 12.0) < 0.2
    count = visitor.page.board.head(3)._count
    assert count is not None
    visitor.until(lambda: count.text() == str(session.view.board_state.finished))
    visitor.key(Qt.Key.Key_End)
    assert session.view.now == session.now
    assert session.simulation.trace.rows().tobytes() == rows


def _read_off(visitor: Visitor) -> None:
    sheet = visitor.page.chart
    visitor.click(sheet.lines)
    chart = sheet.charts[0]
    assert chart.pointer.region.isVisible()
    names = [name for name, _ in chart.pointer.box.values]
    assert names == ["Arrivals", "Departures", "Work in progress", "Cycle time, about"]
    visitor.click(sheet.lines)
    assert not chart.pointer.region.isVisible()
