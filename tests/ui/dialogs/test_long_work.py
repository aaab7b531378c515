"""Work beside the window: it shows how far it is, can be cancelled, and leaves nothing behind."""

from collections.abc import Generator, Iterator
from pathlib import Path
from threading import Event

import openpyxl
import pytest
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QPushButton
from shiboken6 import isValid

from flowsim.session.run_export import ROWS_BETWEEN
from flowsim.ui.dialogs.long_work import Cancelled, LongWork, Tell
from flowsim.ui.dialogs.sliced_work import SlicedWork
from flowsim.ui.text.language import shown
from flowsim.ui.text.number_format import time_left
from tests.ui.visitor import Visitor


@pytest.fixture
def gate() -> Iterator[Event]:
    """Work goes on until this is set; in the end it always is."""
    made = Event()
    yield made
    made.set()


def bar(visitor: Visitor) -> QProgressDialog | None:
    return next((each for each in visitor.window.findChildren(QProgressDialog) if each.isVisible()), None)


def begun(visitor: Visitor, gate: Event, told: list[str], share: float = 0.25) -> LongWork:
    def work(tell: Tell) -> None:
        while not gate.wait(0.005):
            tell(share)
        tell(1.0)

    made = LongWork(visitor.window, "Writing run.xlsx", work)
    made.done.connect(lambda: told.append("done"))
    made.failed.connect(lambda error: told.append(str(error)))
    return made


def press_cancel(visitor: Visitor) -> None:
    visitor.until(lambda: bar(visitor) is not None)
    shown = bar(visitor)
    assert shown is not None
    cancel = shown.findChild(QPushButton)
    assert isinstance(cancel, QPushButton)
    visitor.click(cancel)


def test_work_that_takes_long_shows_how_far_it_is_and_is_done_in_the_end(visitor: Visitor, gate: Event) -> None:
    told: list[str] = []
    work = begun(visitor, gate, told)
    visitor.until(lambda: bar(visitor) is not None)
    shown = bar(visitor)
    assert shown is not None
    visitor.until(lambda: shown.value() == 25)
    assert shown.labelText().startswith("Writing run.xlsx\n")
    assert shown.labelText().endswith(" s left")
    gate.set()
    visitor.until(lambda: told == ["done"])
    visitor.until(lambda: not isValid(work))
    assert bar(visitor) is None


def test_work_that_is_cancelled_says_nothing_more(visitor: Visitor, gate: Event) -> None:
    told: list[str] = []
    work = begun(visitor, gate, told)
    press_cancel(visitor)
    visitor.until(lambda: not isValid(work))
    assert told == []
    assert not gate.is_set()


def test_the_bar_of_cancelled_work_does_not_come_back(visitor: Visitor, gate: Event) -> None:
    deaf = Event()

    def work(tell: Tell) -> None:
        tell(0.25)
        deaf.wait()

    made = LongWork(visitor.window, "Writing run.xlsx", work)
    try:
        visitor.until(lambda: bar(visitor) is not None)
        shown = bar(visitor)
        assert shown is not None
        cancel = shown.findChild(QPushButton)
        assert isinstance(cancel, QPushButton)
        visitor.click(cancel)
        looks: list[None] = []
        made._timer.timeout.connect(lambda: looks.append(None))
        visitor.until(lambda: len(looks) > 2)
        assert not shown.isVisible()
    finally:
        deaf.set()
    visitor.until(lambda: not isValid(made))


def test_a_place_that_cannot_be_written_is_told(visitor: Visitor) -> None:
    def work(_: Tell) -> None:
        raise PermissionError(13, "Permission denied")

    told: list[OSError] = []
    made = LongWork(visitor.window, "Writing", work)
    made.failed.connect(told.append)
    visitor.until(lambda: len(told) == 1)
    assert told[0].strerror == "Permission denied"


def test_a_run_is_written_as_it_was_while_it_goes_on(visitor: Visitor, tmp_path: Path) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(30.0)
    visitor.page.announce(visitor.session.play())
    rows = visitor.session.flow.rows_read
    assert visitor.write_run("workbook", tmp_path / "run.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "run.xlsx", read_only=True)["events"]
    written = sum(1 for _ in sheet.iter_rows()) - 1
    visitor.pause()
    assert rows <= written <= visitor.session.flow.rows_read


def test_a_window_that_closes_cancels_what_is_being_written(visitor: Visitor, tmp_path: Path, gate: Event) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(30.0)
    visitor.pause()
    path = tmp_path / "run.csv"
    path.write_text("the old one")
    work = begun(visitor, gate, [])
    visitor.window.files._working.append(work)
    visitor.session.file.mark_saved()
    visitor.window.close()
    assert not work.goes_on or work._cancelled.is_set()
    assert path.read_text() == "the old one"


def in_parts(visitor: Visitor, gate: Event, told: list[str]) -> SlicedWork:
    def parts() -> Generator[float, None, None]:
        try:
            while not gate.is_set():
                yield 0.25
            yield 1.0
        finally:
            told.append("let go")

    made = SlicedWork(visitor.window, "Writing charts.pdf", parts())
    made.done.connect(lambda: told.append("done"))
    made.failed.connect(lambda error: told.append(str(error)))
    return made


def test_work_in_parts_shows_how_far_it_is_and_the_window_goes_on(visitor: Visitor, gate: Event) -> None:
    visitor.choose_exercise("Software team")
    told: list[str] = []
    work, before = in_parts(visitor, gate, told), visitor.session.now
    visitor.until(lambda: bar(visitor) is not None)
    visitor.until(lambda: visitor.session.now > before)
    gate.set()
    visitor.until(lambda: told == ["let go", "done"])
    visitor.until(lambda: not isValid(work))
    assert bar(visitor) is None


def test_work_in_parts_that_is_cancelled_lets_go_of_what_it_had(visitor: Visitor, gate: Event) -> None:
    told: list[str] = []
    work = in_parts(visitor, gate, told)
    press_cancel(visitor)
    visitor.until(lambda: not isValid(work))
    assert told == ["let go"]
    assert bar(visitor) is None


def test_charts_that_cannot_be_written_say_so(visitor: Visitor, tmp_path: Path) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(20.0)
    told: list[OSError] = []
    (tmp_path / "a.pdf").mkdir()
    work = visitor.window.files.export_all_to(tmp_path / "a.pdf")
    work.failed.connect(told.append)
    visitor.until(lambda: len(told) == 1)
    for box in visitor.window.findChildren(QMessageBox):
        box.close()


def test_time_left_is_told_by_the_rate_so_far() -> None:
    assert shown(time_left(0.25, 10.0)) == "30 s left"
    assert shown(time_left(0.0, 10.0)) == "beginning …"


def test_a_cancelled_export_leaves_the_file_that_was_there(visitor: Visitor, tmp_path: Path) -> None:
    from flowsim.session.run_export import write_run

    visitor.choose_exercise("Software team")
    visitor.play_until(100.0)
    assert visitor.session.flow.rows_read > ROWS_BETWEEN
    run = visitor.session.latest.before(visitor.session.now)

    def cancelled(share: float) -> None:
        if share > 0:
            raise Cancelled

    for kind in ("workbook", "events"):
        path = tmp_path / f"{kind}.out"
        path.write_text("the old one")
        with pytest.raises(Cancelled):
            write_run(run, kind, path, cancelled)
        assert path.read_text() == "the old one"
    assert sorted(each.name for each in tmp_path.iterdir() if each.suffix == ".tmp") == []
