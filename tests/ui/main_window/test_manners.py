"""What is chosen is remembered and in force everywhere; everything can be found by typing its name."""

import sys
from collections.abc import Iterator
from math import inf
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from flowsim.app import Program, Windows, give_back_library_path, make_window
from flowsim.domain.terms import TERMS
from flowsim.session.player import first_speed
from flowsim.storage.recovery import Recovery
from flowsim.storage.resources import templates
from flowsim.ui.dialogs.command_palette import CommandPalette, match
from flowsim.ui.dialogs.preferences import Preferences
from flowsim.ui.dialogs.reference import Reference, keys_table
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.main_window import MainWindow
from flowsim.ui.main_window.settings import KEEP_SPEED, SETTINGS, TEXT_SIZE, THEME, Settings, SettingSpec
from flowsim.ui.recovery.error_log import ErrorLog
from flowsim.ui.style.theme import LIGHT, dress, text_scale
from tests.storage.histories.test_against_the_truth import REFERENCE
from tests.ui.visitor import Visitor

CTRL = Qt.KeyboardModifier.ControlModifier


def dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    [found] = [each for each in window.findChildren(kind) if each.isVisible()]
    return found


@pytest.mark.parametrize("spec", SETTINGS, ids=lambda spec: spec.key)
def test_every_choice_of_every_setting_is_remembered(tmp_path: Path, spec: SettingSpec) -> None:
    for value, _ in spec.choices:
        Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)).put(spec, value)
        assert Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)).get(spec) == value


def test_a_choice_that_there_is_no_more_gives_way_to_the_usual_one(settings: Settings) -> None:
    settings.put(TEXT_SIZE, 117)
    assert settings.get(TEXT_SIZE) == 100


def test_a_setting_is_in_force_as_soon_as_it_is_chosen(visitor: Visitor) -> None:
    visitor.key(Qt.Key.Key_Comma, CTRL)
    preferences = dialog(visitor.window, Preferences)
    assert isinstance(preferences, Preferences)
    preferences.fields[THEME.key].asked.emit("dark")
    assert visitor.window.theme.name == "dark"
    preferences.close()


def test_text_grows_on_a_board_that_is_open_and_what_was_on_view_stays(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(8.0)
    visitor.page.board.choose_column(1)
    before = visitor.page.board.head(1).height()
    visitor.window.settings.put(TEXT_SIZE, 150)
    visitor.window.apply(TEXT_SIZE)
    visitor.still()
    assert text_scale() == pytest.approx(1.5, abs=0.05)
    assert visitor.page.board.head(1).height() == pytest.approx(1.5 * before, abs=4)
    assert (visitor.page.inspector.column, visitor.page.board.board_scene.chosen) == (1, 1)
    visitor.drag(next(iter(visitor.session.view.board_state.lanes[0].doing)), to=1)
    assert visitor.session.history.done
    visitor.window.settings.put(TEXT_SIZE, 100)
    visitor.window.apply(TEXT_SIZE)


def test_the_next_file_runs_as_fast_as_the_last_board(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    usual, path = visitor.session.player.speed, visitor.window.gallery.cards[0].exercise.path
    visitor.window.settings.pace = 4.0
    visitor.window.opening.open_file(path)
    assert visitor.session.player.speed == pytest.approx(4 * usual)
    visitor.window.settings.pace = inf
    visitor.window.opening.open_file(path)
    assert visitor.session.player.speed == inf
    visitor.window.settings.put(KEEP_SPEED, False)
    visitor.window.opening.open_file(path)
    assert visitor.session.player.speed == usual


def test_an_exercise_runs_at_its_own_pace_whatever_was_chosen_before(visitor: Visitor) -> None:
    visitor.window.settings.pace = inf
    visitor.choose_exercise("Software team")
    assert visitor.session.player.speed == first_speed(visitor.session.scenario)


def test_a_board_played_by_hand_waits_for_hands(visitor: Visitor) -> None:
    visitor.choose_exercise("Played by hand")
    assert not visitor.playing
    assert visitor.session.now == 0
    assert "played by hand" in visitor.page.board.message.said


@pytest.mark.parametrize("stored", ["nan", "-1", "0", "fast", "", "inf"])
def test_a_pace_that_is_none_is_the_usual_one(visitor: Visitor, stored: str) -> None:
    visitor.window.settings._store.setValue("run/pace", stored)
    assert visitor.window.settings.pace == (inf if stored == "inf" else 1.0)


def test_the_speed_that_was_chosen_is_remembered(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    usual = visitor.session.player.speed
    visitor.page.controls.change_speed(8)
    chosen = visitor.session.player.speed
    assert visitor.window.settings.pace == pytest.approx(chosen / usual)


def test_layout_and_chart_are_as_they_were_left(visitor: Visitor, qtbot: QtBot, qapp: QApplication) -> None:
    visitor.choose_exercise("Software team")
    visitor.page.chart.choose("aging")
    visitor.page._split.setSizes([250, 420])
    sizes = visitor.page._split.sizes()
    visitor.page.keep_layout(visitor.window.settings)
    again = make_window(qapp, visitor.window.settings)
    qtbot.addWidget(again)
    again.resize(visitor.window.size())
    again.show()
    other = Visitor(again)
    other.choose_exercise("Software team")
    other.still()
    assert other.page.chart.name == "aging"
    assert other.page._split.sizes() == pytest.approx(sizes, abs=12)
    other.page.bridge.stop()
    other.session.file.mark_saved()


@pytest.mark.parametrize(
    ("typed", "text", "fits"),
    [
        ("und", "Undo: limit 4 → 2", 0), ("chart png", "Export chart as PNG", 1), ("xpo", "Export all", 2),
        ("eacp", "Export all charts as PDF", 3), ("zebra", "Export all", None), ("", "anything", 0),
    ],
)  # fmt: skip
def test_a_part_of_its_name_finds_a_command(typed: str, text: str, fits: int | None) -> None:
    assert match(typed, text) == fits


def test_a_command_is_found_by_typing_and_done_by_enter(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.pause()
    visitor.key(Qt.Key.Key_K, CTRL)
    palette = dialog(visitor.window, CommandPalette)
    assert isinstance(palette, CommandPalette)
    QTest.keyClicks(palette.line, "aging")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert visitor.page.chart.name == "aging"


def test_what_nothing_fits_says_so(visitor: Visitor) -> None:
    visitor.key(Qt.Key.Key_K, CTRL)
    palette = dialog(visitor.window, CommandPalette)
    assert isinstance(palette, CommandPalette)
    QTest.keyClicks(palette.line, "zzz")
    assert [label.text() for label in palette.findChildren(QLabel) if label.isVisible()] == [
        "Nothing fits. Try another word, or Esc."
    ]
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_a_term_is_looked_up_by_any_word_of_its_meaning(visitor: Visitor) -> None:
    visitor.key(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    reference = dialog(visitor.window, Reference)
    assert isinstance(reference, Reference)
    assert reference.table.rowCount() == len(TERMS)
    reference.search.setText("finished in a unit")
    rows = [row for row in range(len(TERMS)) if not reference.table.isRowHidden(row)]
    assert [TERMS[row][0] for row in rows] == ["Throughput"]
    reference.close()


def test_every_key_of_the_menus_is_in_the_overview(visitor: Visitor) -> None:
    listed = " ".join(keys for keys, _ in keys_table())
    for action in visitor.window.menu_actions.values():
        for sequence in action.shortcuts():
            assert sequence.toString() in listed


def test_the_table_of_cards_takes_the_place_of_the_board_and_gives_it_back(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(10.0)
    visitor.key(Qt.Key.Key_F3)
    assert visitor.page.table.isVisible()
    assert not visitor.page.board.isVisible()
    visitor.key(Qt.Key.Key_F3)
    assert visitor.page.board.isVisible()


@pytest.fixture
def two_windows(qapp: Program, settings: Settings, tmp_path: Path) -> Iterator[list[MainWindow]]:
    journal = ErrorLog(tmp_path / "log")
    windows = Windows(qapp, settings, Recovery(tmp_path / "open"), journal)
    qapp.file_asked.connect(windows.open_file)
    first = windows.open()
    first.menu_actions[Act.NEW_WINDOW].trigger()
    yield windows.windows
    qapp.file_asked.disconnect(windows.open_file)
    for window in windows.windows:
        if window.page is not None:
            window.page.session.file.mark_saved()
        window.close()
        window.deleteLater()
    journal.close()
    dress(qapp, LIGHT)


def test_two_windows_look_alike_and_keep_their_own_boards(two_windows: list[MainWindow]) -> None:
    first, second = (Visitor(window) for window in two_windows)
    first.choose_exercise("Software team")
    second.choose_exercise("Support desk")
    first.window.menu_actions[Act.WEAR_DARK].trigger()
    assert (second.window.theme.name, second.page.board._theme.name) == ("dark", "dark")
    first.window.settings.put(TEXT_SIZE, 125)
    first.window.apply(TEXT_SIZE)
    assert second.page.board.head(0).height() == first.page.board.head(0).height()
    assert (first.session.scenario.name, second.session.scenario.name) == ("Software team", "Support desk")


def test_a_file_that_the_desktop_asks_for_is_opened_beside_what_people_work_on(
    two_windows: list[MainWindow], qapp: Program
) -> None:
    busy, free = two_windows
    Visitor(busy).choose_exercise("Software team")
    template, _ = templates()[0]
    QApplication.sendEvent(qapp, QFileOpenEvent(str(template)))
    assert busy.page is not None
    assert busy.page.session.scenario.name == "Software team"
    assert free.page is not None
    assert free.page.session.file.path == template


def test_an_export_that_the_desktop_asks_for_is_imported(two_windows: list[MainWindow], qapp: Program) -> None:
    first, _ = two_windows
    QApplication.sendEvent(qapp, QFileOpenEvent(str(REFERENCE / "files" / "13-throughput-weeks.csv")))
    dialog = first.opening.histories.dialog
    assert dialog is not None
    Visitor(first).until(dialog.next.isEnabled)
    dialog.reject()


@pytest.mark.parametrize("before", [None, "/opt/lib"])
def test_programs_that_the_stand_alone_app_starts_find_the_libraries_of_the_system(
    monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    environment = {"LD_LIBRARY_PATH": "/app/_internal", "LANG": "C"}
    environment |= {} if before is None else {"LD_LIBRARY_PATH_ORIG": before}
    give_back_library_path(environment)
    assert environment == {"LANG": "C"} | ({} if before is None else {"LD_LIBRARY_PATH": before})


@pytest.fixture
def frozen_with_notices(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """As in the stand-alone app: the program lies beside a folder with the notices."""
    folder = tmp_path / "licences"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "flowsim"))
    return folder


@pytest.mark.parametrize("shown", [True, False])
def test_about_leads_to_the_notices_and_says_where_they_lie_if_nothing_shows_them(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, frozen_with_notices: Path, shown: bool
) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return shown

    monkeypatch.setattr("flowsim.ui.text.messages.QDesktopServices.openUrl", open_url)
    visitor.window.application.show_about()
    about = dialog(visitor.window, QMessageBox)
    [button] = [each for each in about.findChildren(QPushButton) if each.text() == "Licences"]
    visitor.click(button)
    assert asked == [str(frozen_with_notices)]
    assert about.isVisible()
    said = [box.text() for box in about.findChildren(QMessageBox)]
    assert said == ([] if shown else [f"No program can open it. It is at {frozen_with_notices}"])
    for box in (*about.findChildren(QMessageBox), about):
        QTest.keyClick(box, Qt.Key.Key_Escape)
        assert not box.isVisible()


def test_the_icon_of_the_windows_has_every_size(qapp: Program) -> None:
    sizes = {size.width() for size in qapp.windowIcon().availableSizes()}
    assert sizes == {16, 24, 32, 48, 64, 128, 256, 512}


def test_space_plays_and_pauses_also_after_the_speed_was_chosen(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.until(lambda: visitor.playing)
    slider = visitor.page.controls.speed
    visitor.click(slider)
    assert QApplication.focusWidget() is slider
    visitor.key(Qt.Key.Key_Space)
    visitor.until(lambda: not visitor.playing)
