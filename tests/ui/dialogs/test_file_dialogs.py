"""The dialogs that ask for a file, driven by keys as a person would: nothing is lost by them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QListView, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from flowsim.ui.dialogs.file_dialogs import SCENARIOS, ask_where_to_save, ask_which_to_open

ASK: dict[str, Callable[[QWidget, Path], Path | None]] = {
    "open": lambda parent, folder: ask_which_to_open(parent, "Open", str(folder)),
    "save": lambda parent, folder: ask_where_to_save(parent, "Save as", folder / "mine.flowsim", SCENARIOS),
    "export": lambda parent, folder: ask_where_to_save(parent, "Export", folder / "flow.png"),
}
WAIT = 20
tests: list[object] = []
"""The tests so far; what never comes is waited for no longer than its test lasts."""


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "keep" / "deep").mkdir(parents=True)
    (tmp_path / "keep" / "deep" / "work.flowsim").write_text("years of it")
    (tmp_path / "victim.flowsim").write_text("somebody's work")
    (tmp_path / "victim.png").write_text("somebody's picture")
    return tmp_path


def everything_in(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text() for path in files}


def when(there: Callable[[], QWidget | None], act: Callable[[QWidget], None]) -> None:
    """As soon as `there` finds a window `act` on it, within the loop of the dialog that waits for an answer."""

    def look() -> None:
        found = there()
        if test != tests[-1]:
            return  # what was waited for never came
        if found is None:
            QTimer.singleShot(WAIT, look)
        else:
            act(found)

    test = tests[-1]
    QTimer.singleShot(0, look)


def dialog() -> QFileDialog | None:
    on_view = (each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog) and each.isVisible())
    return next(on_view, None)


def question() -> QMessageBox | None:
    on_view = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible())
    return next(on_view, None)


def type_name(name: str) -> Callable[[QWidget], None]:
    def act(found: QWidget) -> None:
        field = found.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)

    return act


def answer(button: QMessageBox.StandardButton) -> Callable[[QWidget], None]:
    def act(found: QWidget) -> None:
        assert isinstance(found, QMessageBox)
        asked.append(found.text())
        pressed: QAbstractButton = found.button(button)
        pressed.click()

    return act


asked: list[str] = []


@pytest.fixture(autouse=True)
def nothing_asked_yet() -> Iterator[None]:
    asked.clear()
    tests.append(object())
    yield
    tests.append(object())


@pytest.mark.parametrize("kind", ASK)
def test_no_dialog_deletes_what_is_chosen_in_it(parent: QWidget, folder: Path, kind: str) -> None:
    before = everything_in(folder)

    def press_delete(found: QWidget) -> None:
        assert isinstance(found, QFileDialog)
        when(question, lambda box: answer(QMessageBox.StandardButton.Yes)(box))
        view = found.findChild(QListView, "listView")
        assert isinstance(view, QListView)
        view.setFocus()
        view.setCurrentIndex(view.model().index(0, 0, view.rootIndex()))
        assert view.currentIndex().data() == "keep"
        QTest.keyClick(view, Qt.Key.Key_Delete)
        QTimer.singleShot(10 * WAIT, found.reject)

    def ready() -> QWidget | None:
        found = dialog()
        view = None if found is None else found.findChild(QListView, "listView")
        return found if isinstance(view, QListView) and view.model().rowCount(view.rootIndex()) >= 1 else None

    when(ready, press_delete)
    assert ASK[kind](parent, folder) is None
    assert everything_in(folder) == before
    assert (folder / "keep").is_dir()


@pytest.mark.parametrize(("kind", "ending"), [("save", ".flowsim"), ("export", ".png")])
@pytest.mark.parametrize("typed", ["victim", "victim{0}"])
def test_a_file_is_replaced_only_after_a_question(
    parent: QWidget, folder: Path, kind: str, ending: str, typed: str
) -> None:
    def no_then_away(found: QWidget) -> None:
        answer(QMessageBox.StandardButton.No)(found)
        when(dialog, lambda again: again.reject())  # type: ignore[attr-defined]  # the same dialog is there again

    when(question, no_then_away)
    when(dialog, type_name(typed.format(ending)))
    assert ASK[kind](parent, folder) is None
    assert asked == [f"victim{ending} already exists. Replace it?"]

    when(question, answer(QMessageBox.StandardButton.Yes))
    when(dialog, type_name("victim"))
    assert ASK[kind](parent, folder) == folder / f"victim{ending}"


@pytest.mark.parametrize(("typed", "meant"), [("new", "new.png"), ("new.PNG", "new.PNG"), ("a.txt", "a.txt.png")])
def test_the_ending_need_not_be_typed(parent: QWidget, folder: Path, typed: str, meant: str) -> None:
    when(dialog, type_name(typed))
    assert ASK["export"](parent, folder) == folder / meant
    assert asked == []


def test_a_file_is_chosen_to_be_opened(parent: QWidget, folder: Path) -> None:
    when(dialog, type_name("victim.flowsim"))
    assert ASK["open"](parent, folder) == folder / "victim.flowsim"
