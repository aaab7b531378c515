"""What a crash, another program, a full disk or a fault of our own could cost, and does not."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from flowsim.app import Windows
from flowsim.domain.interventions import AddCard
from flowsim.domain.problems import Refused
from flowsim.engine import Simulation
from flowsim.session.autosave import EVERY
from flowsim.session.changes import Changes
from flowsim.session.edit_commands import class_added
from flowsim.session.steps import Step
from flowsim.storage import Document, load_document, save_document
from flowsim.storage.recovery import Recovery
from flowsim.storage.resources import exercises
from flowsim.ui.main_window.notice_bar import Notice
from flowsim.ui.main_window.settings import Settings
from flowsim.ui.recovery.error_log import QUIET, ErrorBoundary, ErrorLog
from flowsim.ui.style.theme import LIGHT, dress
from tests.session.boards import BUSY, TEN_CARDS, Clock
from tests.systems import with_a_home_of_its_own
from tests.ui.conftest import _settle
from tests.ui.main_window.test_files import answer, boxes, choosing
from tests.ui.visitor import Visitor

CTRL = Qt.KeyboardModifier.ControlModifier


class Program:
    """The program as `open_window` makes it, in this process; `clock` is the one by which faults are counted."""

    def __init__(self, qapp: QApplication, settings: Settings, folder: Path) -> None:
        self.folder = folder / "open"
        self.log = folder / "flowsim.log"
        self.clock = Clock()
        self.journal = ErrorLog(self.log)
        self.windows = Windows(qapp, settings, Recovery(self.folder), self.journal)
        self.boundary = ErrorBoundary(self.windows.fault.emit, self.clock)
        self.visitor = Visitor(self.windows.open())
        self.window = self.visitor.window

    @property
    def lines(self) -> list[Notice]:
        return list(self.window.notices.lines.values())

    def line(self) -> Notice:
        [line] = self.lines
        return line

    def answer(self, words: str) -> None:
        [button] = [button for button in self.line().buttons if button.text() == words]
        self.visitor.until(button.isVisible)
        self.visitor.click(button)

    def written(self) -> list[Path]:
        return sorted(self.folder.glob("*.session"))

    def write_down(self) -> None:
        """As many frames as lie between two looks of the autosave."""
        self.window.safety.write_down(EVERY)

    def do_something(self) -> None:
        self.visitor.page.bridge.do(Step((AddCard(at=0.0, title="one more"),)))


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, settings: Settings, tmp_path: Path) -> Iterator[Program]:
    made = Program(qapp, settings, tmp_path)
    qtbot.waitExposed(made.window)
    yield made
    if isValid(made.window):  # a window that people have closed is no more
        _settle(made.window)
        made.window.close()
    made.journal.close()
    dress(qapp, LIGHT)


@pytest.fixture
def unguarded(program: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    """With the program's own error boundary in place of pytest's."""
    monkeypatch.setattr(sys, "excepthook", program.boundary)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    program.boundary.install()
    return program


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "busy.flowsim"
    save_document(path, Document(BUSY))
    return path


def left_by_a_crash(folder: Path, file: Path | None = None) -> Document:
    document = Document(TEN_CARDS)
    lifeline = Recovery(folder).begin()
    lifeline.write(document, file)
    lifeline.leave()
    return document


# A crash


def test_what_a_crash_left_is_offered_and_opened_again_unsaved(program: Program, tmp_path: Path) -> None:
    document = left_by_a_crash(program.folder, tmp_path / "ten.flowsim")
    program.window.safety.offer_recovery()
    assert program.line().text.startswith("flowsim closed unexpectedly. Recover “ten.flowsim”")
    assert [button.text() for button in program.line().buttons] == ["Recover", "Discard", "Close"]
    program.answer("Recover")
    assert program.visitor.session.file.document == document
    assert program.visitor.session.file.path == tmp_path / "ten.flowsim"
    assert program.visitor.session.file.unsaved
    assert program.window.isWindowModified()
    assert program.lines == []


def test_what_is_opened_again_is_written_down_before_the_old_file_goes(program: Program) -> None:
    left_by_a_crash(program.folder)
    [old] = program.written()
    program.window.safety.offer_recovery()
    program.answer("Recover")
    [new] = program.written()
    assert new != old


def test_what_is_thrown_away_is_gone(program: Program) -> None:
    left_by_a_crash(program.folder)
    program.window.safety.offer_recovery()
    program.answer("Discard")
    assert list(program.folder.iterdir()) == []
    assert program.lines == []


def test_what_is_not_opened_because_of_unsaved_work_is_still_offered(
    program: Program, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.window.opening.open_file(saved)
    program.do_something()
    left_by_a_crash(program.folder)
    program.window.safety.offer_recovery()
    answer(monkeypatch, QMessageBox.StandardButton.Cancel)
    program.answer("Recover")
    assert program.visitor.session.file.path == saved
    program.answer("Discard")


def test_closed_as_it_should_be_nothing_is_left(program: Program, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program.window.opening.open_file(saved)
    program.do_something()
    program.write_down()
    program.visitor.until(lambda: len(program.written()) == 1)
    asked = answer(monkeypatch, QMessageBox.StandardButton.Discard)
    assert program.window.close()
    assert asked == ["Save the changes to “busy”?"]
    assert list(program.folder.iterdir()) == []


def test_a_folder_for_crashes_that_cannot_be_written_is_told_once(
    program: Program, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.window.opening.open_file(saved)
    tries: list[str] = []

    def full(*_: object, **__: object) -> None:
        tries.append("tried")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("tempfile.mkstemp", full)
    program.do_something()
    program.write_down()
    program.visitor.until(lambda: "autosave" in program.window.notices.lines)
    assert "cannot be kept against a crash at the moment (No space left on device)" in program.line().text
    program.answer("Close")
    before = len(tries)

    def tried_again() -> bool:
        program.write_down()
        return len(tries) > before + 2

    program.visitor.until(tried_again)
    assert program.lines == []


# Other programs, and places that cannot be written


def changed_by_another_program(program: Program, path: Path) -> Document:
    theirs = Document(TEN_CARDS)
    save_document(path, theirs)
    program.visitor.until(lambda: "changed" in program.window.notices.lines)
    return theirs


def pressing(monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """Answer the next question with the button that says `words`; the questions asked."""
    asked: list[str] = []
    pressed: list[object] = []

    def run(box: QMessageBox) -> int:
        asked.append(box.text())
        pressed.append(next(button for button in box.buttons() if button.text() == words))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", run)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: pressed[-1])
    return asked


def test_a_file_changed_by_another_program_is_told_and_can_be_opened(program: Program, saved: Path) -> None:
    program.window.opening.open_file(saved)
    theirs = changed_by_another_program(program, saved)
    assert program.line().text.startswith("busy.flowsim has been changed by another program.")
    assert program.visitor.session.scenario == BUSY
    program.answer("Open the changed file")
    assert program.visitor.session.file.document == theirs
    assert program.lines == []


def test_what_another_program_wrote_is_not_replaced_unasked(
    program: Program, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.window.opening.open_file(saved)
    theirs = changed_by_another_program(program, saved)
    program.do_something()
    mine = program.visitor.session.file.document
    asked = pressing(monkeypatch, "Save elsewhere …")
    choosing(monkeypatch, tmp_path / "mine.flowsim")
    program.visitor.key(Qt.Key.Key_S, CTRL)
    assert asked == ["busy.flowsim has been changed by another program since it was opened."]
    assert load_document(saved) == theirs
    assert load_document(tmp_path / "mine.flowsim") == mine


def test_what_another_program_wrote_is_replaced_where_a_person_says_so(
    program: Program, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.window.opening.open_file(saved)
    changed_by_another_program(program, saved)
    program.do_something()
    asked = pressing(monkeypatch, "Replace it")
    program.visitor.key(Qt.Key.Key_S, CTRL)
    assert load_document(saved) == program.visitor.session.file.document
    program.do_something()
    program.visitor.key(Qt.Key.Key_S, CTRL)
    assert len(asked) == 1
    assert program.lines == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_a_place_that_cannot_be_written_says_why_and_another_can_be_chosen(
    program: Program, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    program.window.opening.open_file(saved)
    program.do_something()
    fsync, before = os.fsync, saved.read_bytes()

    def fails(handle: int) -> None:
        if any(os.path.samestat(os.fstat(handle), file.stat()) for file in tmp_path.glob(".busy.flowsim*")):
            raise OSError(number, os.strerror(number))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", fails)
    program.visitor.key(Qt.Key.Key_S, CTRL)
    [box] = boxes(program.window)
    assert box.text() == "busy.flowsim could not be written."
    assert os.strerror(number) in box.informativeText()
    assert saved.read_bytes() == before
    choosing(monkeypatch, tmp_path / "elsewhere.flowsim")
    [elsewhere] = [button for button in box.buttons() if button.text() == "Save elsewhere …"]
    program.visitor.click(elsewhere)
    assert load_document(tmp_path / "elsewhere.flowsim") == program.visitor.session.file.document
    assert not program.visitor.session.file.unsaved
    assert list(tmp_path.glob(".*")) == []


def test_a_run_that_could_not_be_written_is_the_one_that_is_saved_elsewhere(
    program: Program, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.window.opening.open_file(saved)
    rows = program.visitor.session.flow.rows_read
    (tmp_path / "folder.csv").mkdir()
    assert program.visitor.write_run("events", tmp_path / "folder.csv")
    [box] = boxes(program.window)
    program.visitor.session.file.mark_saved()
    program.window.opening.open_file(exercises()[1].path, as_template=True)
    program.visitor.play_until(50.0)
    assert program.visitor.session.flow.rows_read != rows
    choosing(monkeypatch, tmp_path / "elsewhere.csv")
    [elsewhere] = [button for button in box.buttons() if button.text() == "Save elsewhere …"]
    program.visitor.click(elsewhere)
    program.visitor.until(lambda: (tmp_path / "elsewhere.csv").exists())
    assert len((tmp_path / "elsewhere.csv").read_text().splitlines()) == 1 + rows
    program.visitor.session.file.mark_saved()


# Faults of our own


def in_a_slot(program: Program, act: Callable[[], object]) -> None:
    # QTimer.singleShot would lose the exception and spoil the next lookup of an attribute, wherever that is.
    timer = QTimer(program.window)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    timer.start()


def divide() -> object:
    return 1 // int("0")


@pytest.mark.parametrize("where", ["a slot", "a thread"])
def test_a_fault_is_one_calm_line_and_the_program_goes_on(unguarded: Program, saved: Path, where: str) -> None:
    program = unguarded
    program.window.opening.open_file(saved)
    program.do_something()
    program.visitor.page.announce(program.visitor.session.play())
    if where == "a slot":
        in_a_slot(program, divide)
    else:
        thread = threading.Thread(target=divide)
        thread.start()
        thread.join()
    program.visitor.until(lambda: bool(program.lines))
    assert program.line().text.startswith("Something unexpected happened (ZeroDivisionError). You can go on")
    assert not program.visitor.playing
    program.answer("Copy details")
    assert "ZeroDivisionError: " in QGuiApplication.clipboard().text()
    assert "Traceback" in program.log.read_text(encoding="utf-8")
    program.visitor.until(lambda: len(program.written()) == 1)
    program.visitor.page.announce(program.visitor.session.play())
    now = program.visitor.session.now
    program.visitor.until(lambda: program.visitor.session.now > now)


def test_a_fault_in_every_frame_floods_neither_window_nor_log(unguarded: Program, saved: Path) -> None:
    program = unguarded
    program.window.opening.open_file(saved)
    frames: list[float] = []

    def fails(seconds: float) -> None:
        frames.append(seconds)
        divide()

    program.visitor.page.bridge.frame.connect(fails)
    program.visitor.until(lambda: len(frames) > 10)
    line = program.line()
    program.visitor.until(lambda: len(frames) > 20)
    assert program.line() is line
    assert program.log.read_text(encoding="utf-8").count("Traceback") == 1
    program.answer("Close")
    program.visitor.until(lambda: len(frames) > 30)
    assert program.lines == []
    program.clock.now += QUIET
    program.visitor.until(lambda: bool(program.lines))
    assert program.log.read_text(encoding="utf-8").count("Traceback") == 2
    assert "ZeroDivisionError at the same spot, " in program.log.read_text(encoding="utf-8")


def test_a_run_that_fails_in_every_frame_is_written_down(unguarded: Program, saved: Path) -> None:
    program = unguarded
    program.window.opening.open_file(saved)
    program.do_something()
    program.visitor.session.tick = lambda *_: divide()  # type: ignore[method-assign,assignment]  # a fault of the engine, say
    program.visitor.until(lambda: len(program.written()) == 1)


BREAKING = """
import sys
from pathlib import Path
from flowsim import app
from flowsim.ui.board.board_view import BoardView

class Broken(app.Windows):
    def open_file(self, name):
        super().open_file(name)
        self.break_it(self.windows[0])

    def break_it(self, window):
        def fails_too(self, event):
            raise ValueError("in a layout")
        BoardView.resizeEvent = fails_too
        frames = []
        def fails(seconds):
            frames.append(seconds)
            if len(frames) == 20:
                print(*window.notices.lines, flush=True)
                window.page.session.file.mark_saved()
                window.close()
            raise KeyError("in a frame")
        window.page.bridge.frame.connect(fails)

app.Windows = Broken
sys.exit(app.open_window([sys.argv[1]]))
"""


@with_a_home_of_its_own
def test_a_fault_that_comes_again_while_its_line_is_laid_out_does_not_end_the_program(
    saved: Path, tmp_path: Path
) -> None:
    places = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    child = subprocess.run(
        [sys.executable, "-c", BREAKING, str(saved)], env={**os.environ, **places, "HOME": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (child.returncode, child.stdout) == (0, "fault\n"), child.stderr
    assert "in a frame" in child.stderr


def test_a_run_of_another_board_is_told_although_something_was_left_out_of_it(program: Program, saved: Path) -> None:
    program.window.opening.open_file(saved)
    session, bridge = program.visitor.session, program.visitor.page.bridge
    told: list[Changes] = []
    bridge.changed.connect(told.append)

    def replayed(*_: object) -> Changes:
        session._take_over(Simulation(TEN_CARDS))
        raise Refused("left out in the replay")

    bridge.attempt(replayed)
    assert told[0] == Changes.EVERYTHING
    assert [head.title for head in program.visitor.page.board.heads.all] == ["Backlog", "a", "Done"]


def test_a_card_of_a_class_added_later_is_on_the_board_with_its_mark(program: Program, saved: Path) -> None:
    program.window.opening.open_file(saved)
    page = program.visitor.page
    page.edit(class_added(page.session, "Urgent"))
    page.bridge.do(Step((AddCard(at=0.0, class_=page.session.scenario.classes[-1].id),)))
    program.visitor.play_until(4.0)
    assert "U" in page.board.board_scene.faces._marks


def test_a_fault_while_a_fault_is_told_is_only_written_down(program: Program) -> None:
    told: list[str] = []

    def tell(kind: str, _: str) -> None:
        told.append(kind)
        boundary(ValueError, ValueError("while telling"), None)
        raise RuntimeError("cannot be told")

    boundary = ErrorBoundary(tell, program.clock)
    boundary(KeyError, KeyError("first"), None)
    assert told == ["KeyError"]
    log = program.log.read_text(encoding="utf-8")
    assert "first" in log
    assert "while telling" in log
    assert "cannot be told" in log


# Files dropped on the window


def dropped(program: Program, *urls: QUrl) -> bool:
    """Carry files over the window and let go; whether they were taken."""
    mime = QMimeData()
    mime.setUrls(list(urls))
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, button, none)
    over.ignore()
    program.window.dragEnterEvent(over)
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, button, none)
    drop.ignore()
    program.window.dropEvent(drop)
    assert drop.isAccepted() == over.isAccepted()
    return drop.isAccepted()


def test_a_file_dropped_on_the_window_is_opened(program: Program, saved: Path) -> None:
    assert dropped(program, QUrl.fromLocalFile(str(saved)))
    assert program.visitor.session.file.path == saved


def test_two_files_or_something_else_are_not_taken(program: Program, saved: Path) -> None:
    file = QUrl.fromLocalFile(str(saved))
    assert not dropped(program, file, file)
    assert not dropped(program, QUrl("https://example.org/busy.flowsim"))
    assert not dropped(program)
    assert program.window.page is None


def test_a_file_dropped_on_unsaved_work_asks_first(
    program: Program, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.window.opening.open_file(saved)
    program.do_something()
    other = tmp_path / "ten.flowsim"
    save_document(other, Document(TEN_CARDS))
    asked = answer(monkeypatch, QMessageBox.StandardButton.Cancel)
    dropped(program, QUrl.fromLocalFile(str(other)))
    assert len(asked) == 1
    assert program.visitor.session.file.path == saved


def test_a_closed_window_is_no_more(program: Program) -> None:
    another = program.windows.open()
    _settle(another)
    another.close()
    program.visitor.until(lambda: not isValid(another))
    assert program.windows.windows == [program.window]
