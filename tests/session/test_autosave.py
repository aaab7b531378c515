"""What changes is written down, and what fails to be written is told and tried again."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from flowsim.domain.interventions import AddCard
from flowsim.session.autosave import EVERY, LATE, Autosave
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.storage.recovery import Recovery
from tests.session.boards import BUSY, session


class Desk:
    """A session and what is written down of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.session: Session = session(BUSY)
        self.failures: list[str] = []
        self.autosave = Autosave(Recovery(folder).begin(), self.failures.append, time.perf_counter)

    def frames(self) -> None:
        """As many frames as lie between two looks."""
        self.autosave.tick(self.session, EVERY)

    def until(self, condition: Callable[[], bool]) -> None:
        give_up = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < give_up, "waited in vain"
            self.frames()
            time.sleep(0.002)

    def written(self) -> Document | None:
        """What another program would find if this one died now."""
        self.autosave.lifeline.leave()
        try:
            found = Recovery(self.folder).left_behind()
            for left in found:
                left.lifeline.leave()
            return found[0].document if found else None
        finally:
            self.autosave.lifeline._lock.acquire()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "recovery")
    yield made
    made.autosave.close()


def test_what_people_did_is_written_down(desk: Desk) -> None:
    desk.session.do(AddCard(at=0.0, title="one more"))
    desk.until(lambda: desk.written() == desk.session.file.document)


def test_an_edit_of_a_board_is_written_down(desk: Desk) -> None:
    desk.session.edit(Edit(replace(BUSY, name="another"), "name"))
    desk.until(lambda: desk.written() == desk.session.file.document)


def test_a_run_that_went_on_is_written_down(desk: Desk) -> None:
    desk.session.simulation.advance_to(7.0)
    desk.until(lambda: desk.written() == desk.session.file.document)


def test_an_untouched_scenario_leaves_nothing_to_recover(desk: Desk) -> None:
    desk.frames()
    desk.frames()
    assert desk.written() is None


def test_a_session_that_stands_is_written_once(desk: Desk) -> None:
    desk.session.do(AddCard(at=0.0))
    desk.until(lambda: desk.written() is not None)
    before = desk.autosave.lifeline.path.stat().st_mtime_ns
    for _ in range(5):
        desk.frames()
    desk.autosave.stop()
    assert desk.autosave.lifeline.path.stat().st_mtime_ns == before


def test_what_cannot_be_written_is_told_and_tried_again(desk: Desk) -> None:
    folder, moved = desk.folder, desk.folder.with_name("moved")
    folder.rename(moved)
    desk.session.do(AddCard(at=0.0))
    desk.until(lambda: bool(desk.failures))
    moved.rename(folder)
    desk.until(lambda: desk.written() == desk.session.file.document)


def test_a_recovered_session_is_unsaved(tmp_path: Path) -> None:
    assert Session.recovered(Document(BUSY), tmp_path / "x.flowsim").file.unsaved


def test_a_slow_disk_is_told_once_and_how_long_ago_it_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, gate, told = [0.0], threading.Event(), list[str]()
    autosave = Autosave(Recovery(tmp_path).begin(), told.append, lambda: now[0])
    writes = autosave.lifeline.write

    def slowly(document: Document, file: Path | None) -> None:
        assert gate.wait(20)
        writes(document, file)

    monkeypatch.setattr(autosave.lifeline, "write", slowly)
    its = session(BUSY)
    its.do(AddCard(at=0.0))
    autosave.tick(its, EVERY)
    for now[0] in (5.0, LATE + 2, LATE + 5):
        autosave.tick(its, EVERY)
    assert told == [f"the disk is slow; last saved {LATE + 2:.0f} s ago"]
    gate.set()
    autosave.close()
