"""The manual in the window: its page, what F1 opens, asking, going back, and its films."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QMovie
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from flowsim.charts.catalogue import CHARTS
from flowsim.manual.pages import FIRST, Manual
from flowsim.storage.resources import exercises, manual_folder
from flowsim.ui.learn.help_window import HelpWindow
from flowsim.ui.learn.manual_view import ManualView
from flowsim.ui.main_window import learn_door
from flowsim.ui.main_window.actions import Act
from flowsim.ui.widgets.help_place import PLACES, SETTINGS, place_about
from tests.texts import sources
from tests.ui.visitor import Visitor

MANUAL = Manual(manual_folder())


@pytest.fixture
def on_board(visitor: Visitor) -> Visitor:
    visitor.window.opening.open_file(exercises()[0].path, as_template=True)
    visitor.play_until(30.0)
    return visitor


def manual_of(visitor: Visitor) -> ManualView:
    page = visitor.window.learn.page
    assert page is not None
    return page


def take_focus(visitor: Visitor, widget: QWidget) -> None:
    widget.setFocus()
    visitor.until(lambda: QApplication.focusWidget() is not None)


def test_4_opens_the_first_page_without_a_board_and_esc_goes_back(visitor: Visitor) -> None:
    visitor.key(Qt.Key.Key_4)
    assert visitor.window.learn.on_view
    assert manual_of(visitor).browser.place == FIRST
    visitor.key(Qt.Key.Key_Escape)
    assert visitor.window.gallery.isVisible()


@pytest.mark.parametrize("name", CHARTS)
def test_f1_on_a_chart_opens_its_page_and_f1_again_goes_back(name: str, on_board: Visitor) -> None:
    on_board.page.chart.choose(name)
    take_focus(on_board, next(focusable(on_board.page.chart)))
    on_board.key(Qt.Key.Key_F1)
    assert manual_of(on_board).browser.place == f"read/{name}"
    on_board.key(Qt.Key.Key_F1)
    assert on_board.page.isVisible()


def test_f1_opens_the_page_about_what_has_the_focus(on_board: Visitor) -> None:
    page = on_board.page
    page.board.choose_column(1)
    limit = page.inspector.field("WIP limit")
    for widget, place in (
        (page.board, "read/the-board"),
        (page.controls.play, "how-to/act-in-a-run"),
        (limit, "model/time-and-pull#limits"),
    ):
        take_focus(on_board, widget)
        on_board.key(Qt.Key.Key_F1)
        assert manual_of(on_board).place == place
        on_board.key(Qt.Key.Key_Escape)
        assert page.isVisible()


def focusable(window: QWidget) -> Iterator[QWidget]:
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget


def test_every_widget_that_takes_the_focus_has_a_page_that_exists(on_board: Visitor) -> None:
    window, seen = on_board.window, set()

    def look() -> None:
        for widget in focusable(window):
            place = place_about(widget)
            assert place in MANUAL, (type(widget).__name__, place)
            seen.add(place)

    look()
    on_board.page.board.choose_column(1)
    look()
    on_board.page.toggle_table()
    look()
    for act in (Act.SHOW_EXPERIMENTS, Act.SHOW_WORKSHOP, Act.SHOW_LEARN, Act.SHOW_GALLERY):
        window.menu_actions[act].trigger()
        look()
    window.application.show_keys()
    window.application.show_terms()
    window.application.show_settings()
    window.application.show_commands(window.menu_actions.values())
    look()
    for dialog in window.findChildren(QDialog):
        dialog.close()
    assert len(seen) > 20


def test_f1_in_a_dialog_opens_the_manual_over_it(visitor: Visitor) -> None:
    visitor.window.application.show_settings()
    [dialog] = [each for each in visitor.window.findChildren(QDialog) if each.isVisible()]
    visitor.until(lambda: QApplication.activeWindow() is dialog)
    visitor.key(Qt.Key.Key_F1)
    [help_window] = dialog.findChildren(HelpWindow)
    assert help_window.view.place == "how-to/settings"
    assert help_window.windowTitle() == "Settings – manual"
    visitor.until(lambda: QApplication.activeWindow() is help_window)
    visitor.key(Qt.Key.Key_Escape)
    visitor.until(lambda: not help_window.isVisible())
    assert dialog.isVisible()
    dialog.close()


def test_typing_a_question_lists_answers_and_enter_opens_the_first(visitor: Visitor) -> None:
    visitor.key(Qt.Key.Key_4)
    manual = manual_of(visitor)
    manual.ask()
    QTest.keyClicks(manual.search, "what is flow efficiency")
    assert "What is flow efficiency?" in manual.browser.toPlainText()
    visitor.key(Qt.Key.Key_Return)
    assert manual.place == "read/figures#what-is-flow-efficiency"
    assert manual.browser.verticalScrollBar().value() > 0
    manual.ask()
    QTest.keyClicks(manual.search, "xyzzy")
    assert "Nothing in the manual" in manual.browser.toPlainText()
    visitor.key(Qt.Key.Key_Escape)
    assert manual.search.text() == ""
    assert manual.browser.place == "read/figures"


def test_what_was_read_before_is_gone_back_to(visitor: Visitor) -> None:
    visitor.key(Qt.Key.Key_4)
    manual = manual_of(visitor)
    manual.open("read/flow")
    manual.browser.anchorClicked.emit("little.md")
    assert manual.browser.place == "read/little"
    manual.browser.setFocus()
    visitor.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.browser.place == "read/flow"
    visitor.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert manual.browser.place == "read/little"
    assert not manual.ahead.isEnabled()


def test_every_page_is_shown_with_all_its_pictures(visitor: Visitor) -> None:
    visitor.key(Qt.Key.Key_4)
    manual = manual_of(visitor)
    for page in MANUAL.pages.values():
        manual.open(page.name)
        assert page.title in manual.browser.toPlainText()
        pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.text)
        assert [one for one in pictures if manual.browser.loadResource(2, one).isNull()] == []


def test_f1_in_a_presentation_opens_the_manual_over_it(on_board: Visitor) -> None:
    window = on_board.window
    window.workshop.present()
    on_board.until(lambda: window.workshop.presents)
    on_board.key(Qt.Key.Key_F1)
    [help_window] = window.findChildren(HelpWindow)
    assert help_window.view.place == "read/the-board"
    assert help_window.height() <= window.screen().availableSize().height()
    help_window.close()
    assert window.workshop.presents
    window.workshop.stop_presenting()


def test_the_manual_puts_back_what_is_in_hand(on_board: Visitor) -> None:
    cards = on_board.session.board_state.cards
    card = next(card for card in on_board.page.board.board_scene.order[1] if cards[card].column == 1)
    on_board.take(card, 0)
    on_board.key(Qt.Key.Key_4)
    assert on_board.window.learn.on_view
    on_board.key(Qt.Key.Key_Escape)
    on_board.drop(0)
    assert on_board.session.history.interventions == ()


def test_f1_in_the_window_of_notes_opens_the_manual_once(on_board: Visitor) -> None:
    on_board.window.workshop.show_notes()
    notes = on_board.window.workshop.notes
    assert notes is not None
    on_board.until(lambda: QApplication.activeWindow() is notes)
    for _ in range(2):
        QTest.keyClick(notes, Qt.Key.Key_F1)
        notes.activateWindow()
        on_board.until(lambda: QApplication.activeWindow() is notes)
    [help_window] = notes.findChildren(HelpWindow)
    assert help_window.view.place == "lead/a-workshop#on-the-wall"
    help_window.close()
    notes.close()


def test_an_installation_without_a_manual_says_so(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(learn_door, "manual_folder", lambda: tmp_path)
    visitor.key(Qt.Key.Key_F1)
    assert visitor.window.gallery.isVisible()
    said = " ".join(label.text() for label in visitor.window.notices.findChildren(QLabel))
    assert f"The manual is missing in this installation: {tmp_path}" in said


def test_a_link_to_elsewhere_leads_nowhere(visitor: Visitor) -> None:
    visitor.key(Qt.Key.Key_4)
    manual = manual_of(visitor)
    manual.browser.anchorClicked.emit("https://example.org")
    assert manual.place == FIRST
    assert manual.browser.loadResource(2, "https://example.org/x.png").isNull()


def only_film(visitor: Visitor, manual: ManualView) -> QMovie:
    visitor.until(lambda: len(manual.browser.findChildren(QMovie)) == 1)
    return manual.browser.findChildren(QMovie)[0]


def test_a_film_moves_while_it_is_on_view_and_stands_where_motion_is_reduced(visitor: Visitor) -> None:
    visitor.key(Qt.Key.Key_4)
    manual = manual_of(visitor)
    manual.open("first-ten-minutes")
    film = only_film(visitor, manual)
    visitor.until(lambda: film.currentFrameNumber() > 2)
    visitor.key(Qt.Key.Key_Escape)
    visitor.until(lambda: not manual.browser.findChildren(QMovie))
    visitor.window.toggle_motion()
    visitor.key(Qt.Key.Key_4)
    manual_of(visitor).open("first-ten-minutes")
    film = only_film(visitor, manual_of(visitor))
    assert film.state() == QMovie.MovieState.NotRunning


def test_every_place_that_the_window_names_is_in_the_manual() -> None:
    named = {*PLACES.values(), *SETTINGS.values()}
    for _, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "about" and isinstance(node.value, ast.Constant):
                named.add(str(node.value.value))
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "explained":
                named |= {str(each.value) for each in node.args[1:] if isinstance(each, ast.Constant)}
    assert sorted(place for place in named if place not in MANUAL) == []


def test_every_class_with_a_page_is_one() -> None:
    classes = {node.name for _, tree in sources() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    assert sorted(set(PLACES) - classes) == []
