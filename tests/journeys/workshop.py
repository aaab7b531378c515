"""The story of a first workshop, step by step, told once: the journey tests check it and `make screens` draws it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowsim.domain.words import CardId
from tests.ui.visitor import Visitor


def first_in(visitor: Visitor, place: int) -> CardId:
    """The card at the top of a place."""
    return visitor.page.board.board_scene.order[place][0]


def played_first_workshop(visitor: Visitor, folder: Path) -> Path:
    """From the first start to a saved file and exported charts; the file's path. Every step asserts what it brings."""
    visitor.shot("gallery")
    visitor.choose_exercise("Software team")
    visitor.until(lambda: visitor.playing)
    visitor.until(lambda: visitor.session.board_state.finished >= 1)
    visitor.shot("playing")
    visitor.key(Qt.Key.Key_Space)
    visitor.until(lambda: not visitor.playing)
    visitor.play_until(40.0)
    visitor.shot("day-40")
    _drag_where_there_is_room(visitor)
    _drag_where_there_is_none(visitor)
    _let_go_with_escape(visitor)
    _change_a_limit(visitor)
    visitor.play_until(60.0)
    visitor.shot("day-60")
    return _save_and_export(visitor, folder)


def _drag_where_there_is_room(visitor: Visitor) -> None:
    columns = len(visitor.session.scenario.columns)
    card = first_in(visitor, columns - 1)
    before = visitor.session.board_state.finished
    visitor.take(card, columns)
    visitor.shot("in-hand-allowed")
    visitor.drop(columns)
    assert visitor.session.board_state.finished == before + 1
    visitor.still()
    visitor.shot("dropped")


def _drag_where_there_is_none(visitor: Visitor) -> None:
    held = len(visitor.session.board_state.lanes[0])
    while (visitor.session.conditions.columns[0].wip_limit or 0) > max(held, 1):
        visitor.step_limit(0, -1)
    visitor.key(Qt.Key.Key_A)
    visitor.still()
    card = next(iter(reversed(visitor.session.board_state.backlog)))
    visitor.take(card, 0)
    visitor.shot("in-hand-refused")
    visitor.drop(0)
    assert visitor.page.board.message.said.startswith("Analysis is full")
    assert card in visitor.session.board_state.backlog
    visitor.still()
    visitor.shot("refused")


def _let_go_with_escape(visitor: Visitor) -> None:
    columns = len(visitor.session.scenario.columns)
    card = first_in(visitor, columns - 2)
    done = len(visitor.session.history.done)
    visitor.take(card, columns)
    visitor.until(lambda: visitor.page.board.dragging)
    QTest.keyClick(visitor.page.board, Qt.Key.Key_Escape)
    visitor.until(lambda: not visitor.page.board.dragging)
    visitor.drop(columns)
    assert len(visitor.session.history.done) == done
    assert visitor.page.board.board_scene.place_of(card) == columns - 2
    visitor.still()


def _change_a_limit(visitor: Visitor) -> None:
    visitor.play_until(48.0)
    old = visitor.session.conditions.columns[2].wip_limit
    assert old is not None
    visitor.step_limit(2, -1)
    assert visitor.session.conditions.columns[2].wip_limit == old - 1
    assert visitor.page.chart.picture().marks[-1].time == visitor.session.now
    visitor.shot("limit-changed")


def _save_and_export(visitor: Visitor, folder: Path) -> Path:
    path = folder / "workshop.flowsim"
    visitor.page.announce(visitor.session.file.save(path))
    for ending in ("png", "svg", "pdf", "csv"):
        assert visitor.window.files.export_to(folder / f"flow.{ending}", "flow")
    visitor.shot("saved")
    return path
