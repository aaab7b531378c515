"""From the first start to an exported chart without a mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from flowsim.storage import load_document
from flowsim.ui.board.lane_header import LaneHeader
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.main_window import file_commands
from tests.ui.visitor import Visitor

CTRL = Qt.KeyboardModifier.ControlModifier


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "the keys go nowhere"
    return found


def tab_to(name: str) -> QWidget:
    """Go on with Tab until what is called so has the focus."""
    for _ in range(150):
        now = focus()
        called = now.accessibleName() or (now.text() if isinstance(now, QAbstractButton) else "")
        if called == name:
            return now
        QTest.keyClick(now, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def test_a_board_is_built_run_and_exported_by_keys(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClick(tab_to("Simple board"), Qt.Key.Key_Return)
    visitor.until(lambda: visitor.window.page is not None and visitor.page.isVisible())
    visitor.key(Qt.Key.Key_C)
    name = focus()
    assert isinstance(name, QLineEdit)
    QTest.keyClicks(name, "Review")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert [column.title for column in visitor.session.scenario.columns][-1] == "Review"

    assert isinstance(focus(), LaneHeader), "the next keys would be typed into something else"
    visitor.key(Qt.Key.Key_Space)
    visitor.until(lambda: visitor.playing)
    visitor.key(Qt.Key.Key_Space)
    visitor.key(Qt.Key.Key_R, CTRL)

    limit = tab_to("WIP limit of Review")
    QTest.keyClick(limit, Qt.Key.Key_Down)
    QTest.keyClick(limit, Qt.Key.Key_Down)
    assert visitor.session.scenario.columns[-1].wip_limit == 1

    visitor.page.board.setFocus()
    visitor.key(Qt.Key.Key_BracketRight)
    visitor.key(Qt.Key.Key_Space)
    # A card to choose is needed too: once in a while all work is done and the board is empty.
    visitor.until(
        lambda: visitor.session.view.board_state.finished > 3 and any(map(len, visitor.session.board_state.lanes))
    )
    visitor.key(Qt.Key.Key_Space)
    assert not visitor.playing

    visitor.key(Qt.Key.Key_Right)
    assert visitor.page.board.board_scene.selection
    visitor.key(Qt.Key.Key_B)
    assert visitor.session.history.undo_words
    visitor.key(Qt.Key.Key_Z, CTRL)

    QTest.keyClick(tab_to("Flow"), Qt.Key.Key_Right)
    assert visitor.page.chart.name == "cycle-time"
    visitor.until(lambda: visitor.page.chart.drawn)
    picture, board = tmp_path / "chart.png", tmp_path / "board.flowsim"
    chosen = iter([picture, board])
    monkeypatch.setattr(file_commands, "ask_where_to_save", lambda *_: next(chosen))
    visitor.key(Qt.Key.Key_E, CTRL)
    visitor.key(Qt.Key.Key_S, CTRL)
    assert picture.stat().st_size > 1000
    assert load_document(board).scenario == visitor.session.scenario
    assert visitor.page.findChildren(ChartPlot)


def test_a_closed_section_is_opened_and_filled_by_keys(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.pause()
    QTest.keyClick(tab_to("Name and text"), Qt.Key.Key_Space)
    visitor.until(lambda: visitor.page.inspector.field("Name of the board").isVisible())
    field = tab_to("Name of the board")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Our team")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert visitor.session.scenario.name == "Our team"
    assert not visitor.playing
