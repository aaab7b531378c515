"""Opening, saving and exporting, and what can go wrong with them."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from flowsim.domain.interventions import AddCard
from flowsim.session.opening_files import session_of_file
from flowsim.session.session import Session
from flowsim.storage import Document, load_document, save_document
from flowsim.storage.resources import exercises
from flowsim.ui.main_window import file_commands
from flowsim.ui.main_window.main_window import MainWindow
from tests.session.boards import BUSY
from tests.ui.visitor import Visitor

CTRL = Qt.KeyboardModifier.ControlModifier


def boxes(window: MainWindow) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def answer(monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton) -> list[str]:
    """Answer every question with `button`; the questions asked."""
    asked: list[str] = []

    def question(*arguments: object) -> QMessageBox.StandardButton:
        asked.append(str(arguments[2]))
        return button

    monkeypatch.setattr(QMessageBox, "question", question)
    return asked


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Whoever is asked where to save chooses `path`; the dialog itself is tried in test_file_dialogs.py."""
    monkeypatch.setattr(file_commands, "ask_where_to_save", lambda *_: path)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "busy.flowsim"
    save_document(path, Document(BUSY))
    return path


def test_a_broken_file_leaves_what_is_open_and_lists_its_problems(
    visitor: Visitor, saved: Path, tmp_path: Path
) -> None:
    visitor.window.opening.open_file(saved)
    broken = tmp_path / "broken.flowsim"
    broken.write_text('{"format": "flowsim", "version": 1, "name": "x", "columns": [{"id": "a", "wip_limit": 0}]}')
    assert not visitor.window.opening.open_file(broken)
    assert visitor.session.file.path == saved
    (box,) = boxes(visitor.window)
    assert "columns[0].wip_limit: 0: a whole number of at least 1, or null" in box.informativeText()
    box.close()


def test_a_session_saved_by_the_keys_is_in_the_file(visitor: Visitor, saved: Path) -> None:
    visitor.window.opening.open_file(saved)
    visitor.play_until(4.0)
    visitor.key(Qt.Key.Key_A)
    visitor.key(Qt.Key.Key_S, CTRL)
    session = load_document(saved).session
    assert session is not None
    assert [intervention.do for intervention in session.interventions] == ["add"]
    assert not visitor.window.isWindowModified()


def test_an_exercise_is_saved_where_a_person_says(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    visitor.choose_exercise("Software team")
    visitor.pause()
    choosing(monkeypatch, tmp_path / "mine.flowsim")
    visitor.key(Qt.Key.Key_S, CTRL)
    assert load_document(tmp_path / "mine.flowsim").scenario.name == "Software team"
    assert visitor.session.file.path == tmp_path / "mine.flowsim"


def test_a_file_deleted_under_the_app_is_written_again(visitor: Visitor, saved: Path) -> None:
    visitor.window.opening.open_file(saved)
    saved.unlink()
    visitor.key(Qt.Key.Key_A)
    visitor.key(Qt.Key.Key_S, CTRL)
    assert load_document(saved).session is not None


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    visitor: Visitor, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.window.opening.open_file(saved)
    before = saved.read_bytes()
    visitor.key(Qt.Key.Key_A)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")  # root may write everywhere, so a real folder would not refuse

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    visitor.key(Qt.Key.Key_S, CTRL)
    (box,) = boxes(visitor.window)
    assert "busy.flowsim could not be written" in box.text()
    assert "Permission denied" in box.informativeText()
    box.close()
    assert saved.read_bytes() == before
    assert visitor.session.file.unsaved


def test_closing_unsaved_work_asks_and_can_be_cancelled(
    visitor: Visitor, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.window.opening.open_file(saved)
    visitor.key(Qt.Key.Key_A)
    asked = answer(monkeypatch, QMessageBox.StandardButton.Cancel)
    assert not visitor.window.close()
    assert visitor.window.isVisible()
    assert len(asked) == 1


def test_closing_unsaved_work_can_save_it_first(visitor: Visitor, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.window.opening.open_file(saved)
    visitor.key(Qt.Key.Key_A)
    answer(monkeypatch, QMessageBox.StandardButton.Save)
    assert visitor.window.close()
    assert load_document(saved).session is not None


def test_closing_untouched_work_asks_nothing(visitor: Visitor, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.window.opening.open_file(saved)
    asked = answer(monkeypatch, QMessageBox.StandardButton.Cancel)
    assert visitor.window.close()
    assert asked == []


def test_files_opened_last_are_remembered_first(visitor: Visitor, saved: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.flowsim"
    save_document(other, Document(BUSY))
    visitor.window.opening.open_file(saved)
    visitor.window.opening.open_file(other)
    visitor.window.opening.open_file(saved)
    assert visitor.window.settings.recent == [saved, other]


def test_an_export_that_fails_is_told(visitor: Visitor, saved: Path, tmp_path: Path) -> None:
    visitor.window.opening.open_file(saved)
    visitor.still()
    assert not visitor.window.files.export_to(tmp_path / "no such folder" / "flow.png", "flow")
    (box,) = boxes(visitor.window)
    assert "flow.png could not be written" in box.text()
    box.close()


def test_the_diagram_on_the_clipboard_is_a_picture(visitor: Visitor, saved: Path) -> None:
    from PySide6.QtGui import QGuiApplication

    visitor.window.opening.open_file(saved)
    visitor.play_until(10.0)
    visitor.key(Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().image().size().width() == 1920


def test_every_exercise_of_the_gallery_opens_under_its_name() -> None:
    for exercise in exercises():
        session = session_of_file(exercise.path, as_template=True)
        assert session.scenario.name == exercise.name
        assert len(exercise.picture) == len(session.scenario.columns) + 2
        session.simulation.advance_to(60.0)
        session.do(AddCard(at=0.0))
        assert session.file.path is None


def test_a_board_that_cannot_begin_is_refused_and_what_is_open_stays(
    visitor: Visitor, saved: Path, tmp_path: Path
) -> None:
    visitor.window.opening.open_file(saved)
    endless = tmp_path / "endless.flowsim"
    column = {"id": "a", "wip_limit": 99_999, "move_time": 1.0}
    board = {"format": "flowsim", "version": 1, "name": "x", "columns": [column], "arrivals": {"kind": "saturated"}}
    endless.write_text(json.dumps(board))
    assert not visitor.window.opening.open_file(endless)
    assert visitor.session.file.path == saved
    (box,) = boxes(visitor.window)
    assert "cards arrived at the same instant" in box.informativeText()
    box.close()


def test_what_goes_wrong_while_a_board_is_put_on_view_leaves_the_one_before(
    visitor: Visitor, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.window.opening.open_file(saved)
    before, shown = visitor.session, visitor.page.inspector.open
    broken = [ZeroDivisionError("float division by zero")]

    def fails_once(session: Session) -> None:
        if broken:
            raise broken.pop()
        shown(session)

    monkeypatch.setattr(visitor.page.inspector, "open", fails_once)
    with pytest.raises(ZeroDivisionError):
        visitor.window.opening.open_file(exercises()[0].path)
    assert visitor.page.session is before
    assert visitor.page.board.board_scene.session is before
    assert saved.name in visitor.window.windowTitle()
