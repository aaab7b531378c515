"""The page of rounds with an exercise: room for the table, a round of one's own when asked for, what to talk about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flowsim.domain.exercises import RoundPlan
from flowsim.storage.resources import exercises
from flowsim.ui.main_window.actions import Act
from flowsim.ui.workshop.workshop_page import WorkshopPage
from tests.session.test_rounds import HOW_LONG, played_round
from tests.ui.visitor import Visitor


@pytest.fixture
def guided(visitor: Visitor) -> Visitor:
    """The penny game, at its first step."""
    [story] = [each.story for each in exercises() if each.name == "Penny game"]
    visitor.window.opening.follow_exercise(story)
    return visitor


def page_of(visitor: Visitor) -> WorkshopPage:
    visitor.key(Qt.Key.Key_3)
    page = visitor.window.workshop.page
    assert page is not None
    visitor.until(page.isVisible)
    return page


def test_beside_an_exercise_the_table_has_the_whole_width_until_a_round_of_ones_own_is_asked_for(
    guided: Visitor,
) -> None:
    page = page_of(guided)
    assert not page.form.isVisible()
    assert "guide beside the board" in page.empty.text()
    guided.click(page.own)
    assert page.form.isVisible()
    guided.click(page.own)
    assert not page.form.isVisible()


def test_begin_a_round_shows_the_form_with_an_exercise_too(guided: Visitor) -> None:
    guided.window.menu_actions[Act.BEGIN_ROUND].trigger()
    page = guided.window.workshop.page
    assert page is not None
    assert page.form.isVisible()


def test_without_an_exercise_the_form_stands_there(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    page = page_of(visitor)
    assert page.form.isVisible()
    assert not page.own.isVisible()
    assert not page.to_talk_about.isVisible()


def test_at_the_last_step_the_page_has_what_to_talk_about(guided: Visitor) -> None:
    exercise = guided.session.workshop.exercise
    assert exercise is not None
    assert not page_of(guided).to_talk_about.isVisible()
    guided.window.show_board()
    guide = guided.window.workshop.guide
    assert guide is not None
    for _ in range(len(exercise.steps) - 1):
        guided.click(guide.next)
    words = page_of(guided).to_talk_about
    assert words.isVisible()
    for question in exercise.debrief:
        assert question in words.toPlainText()


def test_a_step_left_out_is_told_and_unanswered_questions_are_counted(guided: Visitor) -> None:
    guide = guided.window.workshop.guide
    assert guide is not None
    guided.click(guide.next)
    assert guide.round_panel.lock.text() == "Lock and run (0 of 2 answered)"
    guide.round_panel.guessed.emit(0, [20.0])
    assert guide.round_panel.lock.text() == "Lock and run (1 of 2 answered)"
    guided.click(guide.next)
    assert "was not played" in guided.page.board.message.said


def test_keys_go_on_with_the_first_question(guided: Visitor) -> None:
    guide = guided.window.workshop.guide
    assert guide is not None
    guide.next.setFocus()
    guided.key(Qt.Key.Key_Space)
    guided.until(lambda: bool(guide.round_panel.fields))
    assert guide.round_panel.fields[0].inputs[0].hasFocus()


@pytest.mark.parametrize("presented", [False, True])
def test_who_comes_to_a_question_by_page_down_types_a_guess_and_not_the_key_of_a_page(
    guided: Visitor, presented: bool
) -> None:
    guided.page.board.setFocus()
    if presented:
        guided.window.menu_actions[Act.PRESENT].trigger()
    guided.key(Qt.Key.Key_PageDown)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "33")
    QTest.keyClick(focus, Qt.Key.Key_Return)
    its = guided.session.workshop.under_way
    assert its is not None
    assert its.predictions[0].guess == (33.0,)
    assert guided.window.workshop.page is None, "3 is the key of the page of rounds, and was not meant"
    assert guided.window.workshop.presents == presented


def test_a_limit_over_the_whole_board_can_be_outlined(visitor: Visitor) -> None:
    [story] = [each.story for each in exercises() if each.name == "Too much at once"]
    visitor.window.opening.follow_exercise(story)
    guide, outline = visitor.window.workshop.guide, visitor.window.workshop.outline
    assert guide is not None
    assert outline is not None
    visitor.click(guide.next)
    visitor.click(guide.next)
    [bracket] = visitor.page.board.heads.brackets
    place = bracket.limit.mapTo(visitor.page, bracket.limit.rect().topLeft())
    visitor.until(lambda: outline.place is not None and outline.place.topLeft() == place)
    visitor.click(guide.back)
    visitor.until(lambda: outline.place is None)


def test_a_round_of_ones_own_ends_where_the_last_one_did(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.pause()
    visitor.session.restart()
    before = page_of(visitor).form.until.typed
    played_round(visitor.session, RoundPlan(until=37.0, questions=(HOW_LONG,)))
    visitor.window.show_board()
    after = page_of(visitor).form.until.typed
    assert before != after == 37.0
