"""The timeline by mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.distributions import Exponential
from flowsim.domain.plan_of_changes import PlannedChange, PlannedTransferBatch, PlannedWorkers
from flowsim.domain.scenario import (
    Column,
    Scenario,
)
from flowsim.domain.working_calendar import WorkingCalendar
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.storage import Document
from flowsim.ui.panels.timeline import Track
from tests.ui.visitor import Visitor


def at(track: Track, time: float) -> QPoint:
    return QPoint(round(track.x_of(time)), track.height() // 2)


def begun(visitor: Visitor) -> Track:
    visitor.choose_exercise("Software team")
    visitor.play_until(30.0)
    return visitor.page.timeline.track


def test_dragging_the_handle_back_shows_the_board_of_then(visitor: Visitor) -> None:
    track = begun(visitor)
    cards = set(visitor.page.board.board_scene.cards)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(track, left, none, at(track, 30.0))
    QTest.mouseMove(track, at(track, 12.0))
    QTest.mouseMove(track, at(track, 6.0))
    QTest.mouseRelease(track, left, none, at(track, 6.0))
    assert abs(visitor.session.view.now - 6.0) < 0.2
    visitor.until(lambda: set(visitor.page.board.board_scene.cards) != cards)
    finished = visitor.session.view.board_state.finished
    assert finished < visitor.session.board_state.finished
    assert visitor.page.timeline.back.isEnabled()


def test_one_key_comes_back_to_now(visitor: Visitor) -> None:
    begun(visitor)
    visitor.page.board.setFocus()
    visitor.key(Qt.Key.Key_Home)
    assert visitor.session.view.now == 0.0
    visitor.key(Qt.Key.Key_End)
    assert visitor.session.view.now == visitor.session.now
    assert not visitor.page.timeline.back.isEnabled()


def test_the_film_plays_from_the_moment_on_view_to_now_and_stands(visitor: Visitor) -> None:
    track = begun(visitor)
    rows = len(visitor.session.simulation.trace)
    visitor.click(track, at(track, 28.0))
    visitor.click(visitor.page.controls.play)
    visitor.until(lambda: not visitor.session.looks_back)
    assert not visitor.playing
    assert len(visitor.session.simulation.trace) == rows


def test_arrow_keys_go_from_moment_to_moment(visitor: Visitor) -> None:
    track = begun(visitor)
    track.setFocus()
    QTest.keyClick(track, Qt.Key.Key_Left)
    assert abs(visitor.session.view.now - 0.99 * visitor.session.now) < 0.01
    QTest.keyClick(track, Qt.Key.Key_Right)
    assert not visitor.session.looks_back


def test_a_card_in_hand_is_let_go_when_people_look_back(visitor: Visitor) -> None:
    track = begun(visitor)
    order = visitor.page.board.board_scene.order
    place = next(place for place in (0, 1, 2) if order[place])
    visitor.take(order[place][0], 3)
    assert visitor.page.board.dragging
    visitor.page.look(10.0)
    visitor.until(lambda: not visitor.page.board.dragging)
    visitor.drop(3)
    assert visitor.session.history.done == []
    assert abs(track.x_of(10.0) - track.x_of(visitor.session.view.now)) < 1


def test_2_000_cards_and_a_limit_lowered_under_load_can_be_looked_back_at(visitor: Visitor) -> None:
    columns = (Column(id="a", workers=9, wip_limit=400, service=Exponential(mean=1.0)), Column(id="b", workers=5))
    scenario = Scenario(name="2,000", columns=columns, arrivals=Fixed(count=2000), horizon=None)
    visitor.window.show_session(Session(Document(scenario)))
    visitor.play_until(20.0)
    visitor.page.bridge.do(Step((SetWipLimit(at=0.0, column="a", value=2),)))
    visitor.play_until(40.0)
    visitor.page.look(19.0)
    visitor.still()
    view = visitor.session.view
    assert len(view.board_state.lanes[0]) == 400
    assert len(view.board_state.backlog) + sum(map(len, view.board_state.lanes)) + view.board_state.finished == 2000
    assert view.conditions.columns[0].wip_limit == 400
    visitor.page.look(None)
    visitor.session.file.mark_saved()


def test_a_card_dragged_in_the_past_offers_a_branch_and_changes_nothing(visitor: Visitor) -> None:
    track = begun(visitor)
    visitor.click(track, at(track, 20.0))
    visitor.still()
    order = visitor.page.board.board_scene.order
    place = next(place for place in (1, 0, 2) if order[place])
    visitor.drag(order[place][0], 3)
    assert "branch" in visitor.window.notices.lines
    assert visitor.session.history.done == []


PLANNED = Scenario(
    name="planned", columns=(Column(id="a", name="Build", service=Exponential(mean=1.0)),), arrivals=Fixed(count=90),
    horizon=50.0, plan=(PlannedWorkers(at=10.0, every=20.0, column="a", value=3),),
)  # fmt: skip


def place(track: Track, time: float) -> QPoint:
    return QPoint(round(track.x_of(time)), round(track._middle))


def open_planned(visitor: Visitor, until: float, plan: tuple[PlannedChange, ...] = PLANNED.plan) -> Track:
    visitor.window.show_session(Session(Document(replace(PLANNED, plan=plan))))
    visitor.until(lambda: visitor.page.isVisible())
    visitor.play_until(until)
    return visitor.page.timeline.track


def test_every_time_of_a_planned_change_stands_on_the_timeline(visitor: Visitor) -> None:
    track = open_planned(visitor, 15.0)
    assert [its.time for its in track.plan.diamonds] == [10.0, 30.0, 50.0]
    assert [passed for _, passed in track._places()] == [True, False, False]
    assert str(track.plan.diamonds[0].words) == "planned: Build people 1 → 3, day 10, every 20 days"


def test_a_planned_change_that_the_board_did_not_allow_is_told(visitor: Visitor) -> None:
    at_once = PlannedTransferBatch(at=20.0, column="a", value=3)
    track = open_planned(visitor, 15.0, (*PLANNED.plan, at_once))
    visitor.page.do(Step((SetWipLimit(at=0.0, column="a", value=2),)))
    visitor.play_until(25.0)
    ten, twenty, thirty, _ = track.plan.diamonds
    assert track.words_of(ten) == ten.words
    assert str(track.words_of(twenty)).endswith("; left out, because the board did not allow it then")
    assert track.words_of(thirty) == thirty.words
    visitor.session.file.mark_saved()


def test_a_plan_of_more_times_than_can_be_told_apart_is_thinned_out_to_the_end(visitor: Visitor) -> None:
    daily = PlannedWorkers(at=0.01, every=0.05, column="a", value=3)
    track = open_planned(visitor, 1.0, (daily,))
    times = [its.time for its in track.plan.diamonds]
    assert len(times) <= 400
    assert times[-1] > 49.5


def test_dragging_what_is_to_come_moves_all_times_of_the_change(visitor: Visitor) -> None:
    track = open_planned(visitor, 5.0)
    now = visitor.session.now
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(track, left, none, place(track, 30.0))
    QTest.mouseMove(track, place(track, 32.0))
    QTest.mouseMove(track, place(track, 34.02))
    QTest.mouseRelease(track, left, none, place(track, 34.02))
    [planned] = visitor.session.scenario.plan
    assert planned.at == pytest.approx(14.0)
    assert visitor.session.now == now  # nothing of it has come yet: the run goes on
    visitor.page.undo()
    assert visitor.session.scenario.plan == PLANNED.plan


def test_a_click_beside_a_diamond_still_looks_back(visitor: Visitor) -> None:
    track = open_planned(visitor, 25.0)
    visitor.click(track, place(track, 18.0))
    assert abs(visitor.session.view.now - 18.0) < 0.2


def test_what_somebody_did_is_offered_to_be_planned_and_a_plan_to_be_dropped(visitor: Visitor) -> None:
    track = open_planned(visitor, 20.0)
    visitor.page.do(Step((SetWipLimit(at=0.0, column="a", value=4),)))
    visitor.still()
    now = visitor.session.now
    offers = track.offers(QPointF(place(track, now)))
    assert [words for words, _ in offers] == [
        f"Plan again every 7 days, from day {now + 7:.1f} on: Build limit none → 4",
        "Plan at the same time: Build limit none → 4 (the run begins again)",
    ]  # fmt: skip
    visitor.page.edit(offers[0][1]())
    assert [(its.do, its.at, its.every) for its in visitor.session.scenario.plan] == [
        ("set_workers", 10.0, 20.0), ("set_wip_limit", now + 7, 7.0),
    ]  # fmt: skip
    assert visitor.session.now == now, "what is planned is still to come"
    [(words, edit)] = track.offers(QPointF(place(track, 10.0)))
    assert words == "Take out of the plan"
    visitor.page.edit(edit())
    assert [its.do for its in visitor.session.scenario.plan] == ["set_wip_limit"]
    assert track.offers(QPointF(place(track, 45.0))) == []


def test_escape_lets_a_diamond_go_where_it_was(visitor: Visitor) -> None:
    track = open_planned(visitor, 5.0)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(track, left, none, place(track, 30.0))
    QTest.mouseMove(track, place(track, 34.0))
    QTest.keyClick(track, Qt.Key.Key_Escape)
    QTest.mouseMove(track, place(track, 38.0))
    QTest.mouseRelease(track, left, none, place(track, 38.0))
    assert visitor.session.scenario.plan == PLANNED.plan
    assert not visitor.session.looks_back


@pytest.mark.parametrize(("to", "words"), [
    (34.0, "day 14, every 20 days"), (21.0, "day 1, every 20 days; the run begins again"),
])  # fmt: skip
def test_where_a_diamond_would_go_is_told_while_it_is_dragged(visitor: Visitor, to: float, words: str) -> None:
    track = open_planned(visitor, 5.0)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(track, left, none, place(track, 30.0))
    QTest.mouseMove(track, place(track, (30.0 + to) / 2))
    QTest.mouseMove(track, place(track, to))
    assert str(track._words_of_move()) == words
    QTest.keyClick(track, Qt.Key.Key_Escape)
    QTest.mouseRelease(track, left, none, place(track, to))


def test_before_anything_has_happened_a_plan_without_an_end_is_in_sight(visitor: Visitor) -> None:
    visitor.window.show_session(Session(Document(replace(PLANNED, horizon=None))))
    visitor.until(lambda: visitor.page.isVisible())
    assert [its.time for its in visitor.page.timeline.track.plan.diamonds] == [10.0, 30.0]


def test_the_menu_key_offers_what_lies_at_the_moment_on_view(visitor: Visitor) -> None:
    track = open_planned(visitor, 25.0)
    visitor.page.look(10.0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(3, 3), track.mapToGlobal(QPoint(3, 3)))
    QApplication.sendEvent(track, event)
    menu = track.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Take out of the plan"]
    menu.close()


def test_with_a_calendar_dates_stand_beside_the_days(visitor: Visitor) -> None:
    calendar = WorkingCalendar(start="2026-01-05")
    visitor.window.show_session(Session(Document(replace(PLANNED, calendar=calendar))))
    visitor.until(lambda: visitor.page.isVisible())
    words = str(visitor.page.timeline.track.plan.diamonds[0].words)
    assert words == "planned: Build people 1 → 3, day 10 (19 Jan 2026), every 20 days"
