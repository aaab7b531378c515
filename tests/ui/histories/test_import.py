"""A team's export on its way through the window: by menu, by drop, back and forth, to a board or to what happened."""

import csv
import time
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flowsim.experiments.forecast import QUANTILES, resampled, with_confidence
from flowsim.experiments.forecast_words import too_early
from flowsim.experiments.plan import ForecastGoal
from flowsim.session.history_session import HistorySession, why_fixed
from flowsim.ui.experiments.laboratory_page import LaboratoryPage
from flowsim.ui.histories.import_dialog import ImportDialog
from flowsim.ui.main_window.actions import Act
from tests.storage.histories.test_against_the_truth import FILES, REFERENCE
from tests.ui.visitor import Visitor

SMALL = "24-formula-titles.csv"


def begun(visitor: Visitor, path: Path) -> ImportDialog:
    dialog = visitor.window.opening.histories.begin(path)
    visitor.until(lambda: dialog._preview is not None)
    return dialog


def opened(visitor: Visitor, name: str) -> ImportDialog:
    return begun(visitor, REFERENCE / "files" / name)


def to_the_board(visitor: Visitor, dialog: ImportDialog) -> None:
    visitor.click(dialog.next)
    visitor.click(dialog.next)
    give_up = time.monotonic() + 60
    while dialog.board.is_busy:
        assert time.monotonic() < give_up, "waited in vain"
        time.sleep(0.05)  # Qt's own waiting keeps Python's lock, and the fit would stand still
        QTest.qWait(1)


def test_a_file_that_is_dropped_is_read_and_told(visitor: Visitor) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(REFERENCE / "files" / "20-bad-rows.csv"))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(100, 100), Qt.DropAction.CopyAction, mime, buttons, none)
    QApplication.sendEvent(visitor.window, over)
    assert over.isAccepted()
    drop = QDropEvent(QPointF(100, 100), Qt.DropAction.CopyAction, mime, buttons, none)
    QApplication.sendEvent(visitor.window, drop)
    dialog = visitor.window.opening.histories.dialog
    assert dialog is not None
    visitor.until(lambda: dialog._preview is not None)
    assert dialog.read.headline.text() == "50 items, 46 finished, 3 unfinished, 1 not started"
    assert dialog.read.details.text().splitlines() == [
        "Read as a table with beginnings and ends.", "Columns: Start → End.",
        "1 item has no beginning, and counts as begun when it ended.",
    ]  # fmt: skip
    lines = dialog.read.rejected.toPlainText().splitlines()
    assert len(lines) == len(FILES["20-bad-rows.csv"]["rejected"])
    assert lines[0] == "Row 7: XS-4: End 2025-04-04 is before Start 2025-04-05"
    assert dialog.read.rows.item(0, 1) is not None
    dialog.reject()


def test_what_can_be_read_in_two_ways_is_asked_first(visitor: Visitor) -> None:
    dialog = opened(visitor, "05-aa-ambiguous.csv")
    assert not dialog.next.isEnabled()
    assert dialog.read.question.text().startswith("All dates can be read in two ways, such as 02/07/2024")
    visitor.click(dialog.read.month_first)
    visitor.until(lambda: dialog.history is not None)
    assert dialog.next.isEnabled()
    history = dialog.history
    assert history is not None
    true = {tuple(its["entered"]) for its in _readings()["month_first"]}
    assert {tuple(each and each.day.isoformat() for each in item.entered) for item in history.items} == true
    dialog.reject()


def _readings() -> dict[str, list[dict[str, list[str | None]]]]:
    import json

    truth = json.loads((REFERENCE / "truth.json").read_text(encoding="utf-8"))
    readings = truth["files"]["05-aa-ambiguous.csv"]["readings"]
    return {name: its["items"] for name, its in readings.items()}


def test_a_column_can_be_said_to_be_something_else_and_back_and_forth_loses_nothing(visitor: Visitor) -> None:
    dialog = opened(visitor, "08-azure-devops.csv")
    visitor.click(dialog.next)
    assert [(key, field.currentText()) for key, field in dialog.columns.fields.items()] == [
        ("ID", "id"), ("Work Item Type", "class"), ("Title", "title"), ("State", "state"), ("Tags", "not used"),
        ("Activated Date", "work begins"), ("Closed Date", "finished"), ("Parent", "not used"),
    ]  # fmt: skip
    dialog.columns.fields["Work Item Type"].asked.emit("ignore")
    dialog.columns.fields["Tags"].asked.emit("class")
    visitor.until(lambda: dialog.history is not None and dialog.history.items[1].class_ == "Expedite; Board")
    visitor.click(dialog.back)
    visitor.click(dialog.next)
    assert dialog.columns.fields["Tags"].currentText() == "class"
    assert dialog.columns.fields["Work Item Type"].currentText() == "not used"
    dialog.reject()


def test_a_log_says_itself_what_is_what(visitor: Visitor) -> None:
    dialog = opened(visitor, "07-jira-transitions.csv")
    visitor.click(dialog.next)
    assert dialog.columns.fields == {}
    assert "says itself" in dialog.columns.hint.text()
    dialog.reject()


@pytest.mark.parametrize("name", ["21-empty.csv", "22-header-only.csv", "23-picture.csv"])
def test_what_cannot_be_used_says_why_and_goes_no_further(visitor: Visitor, name: str) -> None:
    dialog = opened(visitor, name)
    assert dialog.read.headline.text() == "This file cannot be used"
    assert dialog.read.details.text()
    assert not dialog.next.isEnabled()
    dialog.reject()


def test_a_file_that_tells_nothing_is_told_what_its_columns_are(visitor: Visitor, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    rows = "".join(f"x,2025-01-{day:02},y,2025-02-{day:02},2025-03-01\n" for day in range(1, 20))
    path.write_text("who,begin of it,what,end of it,looked at\n" + rows, encoding="utf-8")
    dialog = begun(visitor, path)
    assert dialog.history is None
    assert dialog.next.isEnabled()
    visitor.click(dialog.next)
    dialog.columns.fields["begin of it"].asked.emit("start")
    dialog.columns.fields["end of it"].asked.emit("finish")
    visitor.until(lambda: dialog.history is not None)
    assert dialog.next.isEnabled()
    dialog.reject()


def test_the_board_opens_unsaved_with_what_happened_pinned(visitor: Visitor) -> None:
    dialog = opened(visitor, SMALL)
    to_the_board(visitor, dialog)
    assert dialog.found is not None
    assert dialog.board.columns.rowCount() == 5
    assert dialog.board.plot.picture is not None
    visitor.click(dialog.next)
    visitor.until(lambda: visitor.page.isVisible())
    session = visitor.session
    assert [column.title for column in session.scenario.columns] == [
        "Ready",
        "Analysis",
        "Development",
        "Review",
        "Test",
    ]
    assert session.file.unsaved
    assert [str(pin.name) for pin in visitor.page.pins.pins] == ["the team"]
    visitor.page.announce(session.play())
    visitor.until(lambda: session.now > 1.0)
    visitor.page.announce(session.pause())
    session.file.mark_saved()


def test_what_happened_can_be_looked_at_beside_the_board(visitor: Visitor) -> None:
    dialog = opened(visitor, SMALL)
    to_the_board(visitor, dialog)
    visitor.click(dialog.look)
    visitor.until(lambda: visitor.page.isVisible())
    assert isinstance(visitor.session, HistorySession)
    assert [str(pin.name) for pin in visitor.page.pins.pins] == ["the board"]
    assert visitor.session.view.board_state.finished == 28
    for act in (Act.SAVE, Act.SHOW_WORKSHOP, Act.ADD_CARD):
        visitor.page.board.message.hush()
        visitor.window.menu_actions[act].trigger()
        assert visitor.page.board.message.said == f"{str(why_fixed())[:1].upper()}{str(why_fixed())[1:]}."
    visitor.page.look(20.0)
    assert visitor.page.timeline.branch.isHidden()


def test_the_rows_that_are_not_used_are_saved(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rows.csv"
    monkeypatch.setattr("flowsim.ui.main_window.history_files.ask_where_to_save", lambda *_: path)
    dialog = opened(visitor, "20-bad-rows.csv")
    visitor.click(dialog.read.save)
    with path.open(newline="", encoding="utf-8") as file:
        assert [row["row"] for row in csv.DictReader(file)] == [
            str(its["row"]) for its in FILES["20-bad-rows.csv"]["rejected"]
        ]
    dialog.reject()


def test_a_dialog_that_is_closed_in_the_middle_leaves_nothing_running(visitor: Visitor) -> None:
    dialog = opened(visitor, "02-aa-skipped-dmy.csv")
    visitor.click(dialog.next)
    visitor.click(dialog.next)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not dialog.background.busy


def test_by_keys_alone(visitor: Visitor) -> None:
    dialog = opened(visitor, SMALL)
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Space)
    assert dialog.steps.currentIndex() == 2
    dialog.reject()


def test_a_place_that_is_gone_is_told(visitor: Visitor, tmp_path: Path) -> None:
    dialog = visitor.window.opening.histories.begin(tmp_path / "gone.csv")
    visitor.until(lambda: "gone.csv" in dialog.read.headline.text())
    assert dialog.read.headline.text() == "gone.csv: No such file or directory"
    dialog.reject()


def test_the_place_under_the_dialog_is_the_window(visitor: Visitor) -> None:
    dialog = opened(visitor, SMALL)
    window = QRect(visitor.window.mapToGlobal(QPoint()), visitor.window.size())
    assert window.contains(QRect(dialog.mapToGlobal(QPoint()), dialog.size()))
    dialog.reject()


def test_while_the_file_is_read_again_nothing_leads_on(visitor: Visitor) -> None:
    """What was read before is not what was decided since."""
    dialog = opened(visitor, SMALL)
    visitor.until(dialog.next.isEnabled)
    before = dialog.history
    dialog.read.zone_chosen.emit("Asia/Tokyo")
    assert not dialog.next.isEnabled()
    assert dialog._reading
    visitor.until(dialog.next.isEnabled)
    assert dialog.history is not None
    assert dialog.history is not before
    assert dialog.history.zone == "Asia/Tokyo"
    dialog.reject()


@pytest.mark.parametrize(("called", "name"), [("ids", "A-1"), ("numbers", None), ("titles", "Buy paper")])
def test_cards_are_called_by_what_was_chosen(visitor: Visitor, tmp_path: Path, called: str, name: str | None) -> None:
    path = tmp_path / "ours.csv"
    path.write_text("ID,Title,Ready,Dev,Done\nA-1,Buy paper,2025-01-02,2025-01-03,2025-01-09\n")
    dialog = begun(visitor, path)
    visitor.until(dialog.next.isEnabled)
    dialog.read.called.asked.emit(called)
    dialog._look()
    visitor.until(lambda: isinstance(visitor.session, HistorySession))
    assert visitor.session.simulation.deck.titles.get(0) == name


def asked_how_it_goes_on(visitor: Visitor) -> LaboratoryPage:
    """What happened is on view, and then the experiments."""
    dialog = opened(visitor, "02-aa-skipped-dmy.csv")
    visitor.until(dialog.next.isEnabled)
    dialog._look()
    visitor.until(lambda: isinstance(visitor.session, HistorySession))
    visitor.window.laboratory.show()
    assert visitor.window.laboratory.page is not None
    return visitor.window.laboratory.page


def futures_asked_by(page: LaboratoryPage) -> float | None:
    return None if page.when.task is not None or page.when.futures is None else page.when.futures.asked.by


def test_a_history_is_asked_when_and_says_exactly_what_its_throughput_says(visitor: Visitor) -> None:
    page = asked_how_it_goes_on(visitor)
    visitor.until(lambda: page.when.futures is not None and page.when.task is None)
    assert [tab.isEnabled() for tab in page.tabs.buttons()] == [False, False, True]
    assert page.when.what_if.isHidden()
    finished = visitor.session.latest.flow.lines[-1]
    exact = resampled(ForecastGoal(cards=30, by=None), finished, visitor.session.now)
    assert exact is not None
    assert page.when.futures is not None
    goal = ForecastGoal(cards=30, by=None)
    assert [with_confidence(goal, page.when.futures.reached.tolist(), share) for share in QUANTILES] == exact
    assert page.when.drawn(visitor.window.theme)[0].note == "From throughput alone, worked out exactly"


LAYOUTS: Final = (
    "02-aa-skipped-dmy.csv", "06-jira-export.csv", "07-jira-transitions.csv", "08-azure-devops.csv",
    "09-trello-board.json", "10-linear.csv", "11-nave.csv", "12-start-end.csv", "14-github-issues.json",
    "19-aa-excel.xlsx",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_leads_to_a_board_that_plays_by_mouse_alone(visitor: Visitor, name: str) -> None:
    """There and back: what was found is kept."""
    dialog = opened(visitor, name)
    visitor.until(dialog.next.isEnabled)
    to_the_board(visitor, dialog)
    assert dialog.board.columns.rowCount() == len(FILES[name]["columns"]) - 1 - _before(name)
    visitor.click(dialog.back)
    visitor.click(dialog.next)
    assert not dialog.board.is_busy
    visitor.click(dialog.next)
    visitor.until(lambda: visitor.page.isVisible())
    session = visitor.session
    visitor.page.announce(session.play())
    visitor.until(lambda: session.now > 1.0)
    visitor.page.announce(session.pause())
    assert [str(pin.name) for pin in visitor.page.pins.pins] == ["the team"]
    session.file.mark_saved()


def _before(name: str) -> int:
    return sum(its["role"] == "arrival" for its in FILES[name]["columns"])


@pytest.mark.parametrize("name", ["13-throughput-weeks.csv", "17-decimal-commas.csv"])
def test_a_file_without_columns_says_why_there_is_no_board_and_what_can_be_said(visitor: Visitor, name: str) -> None:
    dialog = opened(visitor, name)
    visitor.until(dialog.next.isEnabled)
    to_the_board(visitor, dialog)
    assert not dialog.next.isEnabled()
    assert dialog.look.isHidden()
    reason, outlook = dialog.board.reason.text().splitlines()
    assert reason == "The file does not say when work began, so no board can be made of it."
    assert outlook.startswith("By its throughput alone, with 85 %: at least ")
    dialog.reject()


def test_the_second_page_says_what_is_in_the_way_and_keeps_what_was_guessed(visitor: Visitor, tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text("Key,Status,Due date,Closed\nA,Done,01/02/2024,03/04/2024\nB,Won't do,02/02/2024,05/04/2024\n")
    dialog = begun(visitor, path)
    visitor.click(dialog.next)
    meanings = {key: field._values[field.currentIndex()] for key, field in dialog.columns.fields.items()}
    assert meanings == {"Key": "id", "Status": "status", "Due date": "ignore", "Closed": "finish"}
    assert "No column says when work began and when it was finished" in dialog.columns.hint.text()
    dialog.columns.chosen.emit("Due date", "start")
    visitor.until(lambda: not dialog._reading)
    assert "A question about its dates is open: go back to answer it." in dialog.columns.hint.text()
    visitor.click(dialog.back)
    visitor.click(dialog.read.day_first)
    visitor.until(dialog.next.isEnabled)
    assert dialog.columns.hint.text().splitlines()[1] == "2 items, 1 finished, 0 unfinished, 1 given up."
    assert dialog.history is not None
    assert [(item.id, item.finished, item.cancelled) for item in dialog.history.items] == [
        ("A", True, False), ("B", False, True),
    ]  # fmt: skip
    dialog.reject()


def test_a_history_is_asked_about_whole_days_and_not_before_there_is_one(visitor: Visitor) -> None:
    page = asked_how_it_goes_on(visitor)
    page.when.by.asked.emit(visitor.session.now + 20.5)
    visitor.until(
        lambda: page.when.task is None and page.when.futures is not None and page.when.futures.asked.by is not None
    )
    assert page.when.futures is not None
    assert page.when.futures.asked.by in page.when.futures.times
    visitor.session.restart()
    page.when.follow_board()
    assert page.when.why_not == too_early()


def test_an_answer_can_be_taken_back(visitor: Visitor) -> None:
    dialog = opened(visitor, "05-aa-ambiguous.csv")
    visitor.click(dialog.read.month_first)
    visitor.until(dialog.next.isEnabled)
    before = dialog.history
    assert not dialog.read.asks
    assert dialog.read.question.text() == "This is what you said of its dates. Is it right?"
    assert not dialog.read.month_first.isEnabled()
    visitor.click(dialog.read.day_first)
    visitor.until(lambda: not dialog._reading)
    assert dialog.history is not None
    assert before is not None
    assert dialog.history.items != before.items
    dialog.reject()


def test_a_table_of_weeks_keeps_what_was_guessed_when_something_is_chosen(visitor: Visitor) -> None:
    dialog = opened(visitor, "13-throughput-weeks.csv")
    visitor.until(dialog.next.isEnabled)
    before = dialog.history
    visitor.click(dialog.next)
    assert [field._values[field.currentIndex()] for field in dialog.columns.fields.values()] == ["period", "count"]
    dialog.columns.chosen.emit(next(iter(dialog.columns.fields)), "period")
    visitor.until(dialog.next.isEnabled)
    assert dialog.history is not None
    assert before is not None
    assert dialog.history.counts == before.counts
    dialog.reject()
