"""The timeline by mouse and keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.distributions import Exponential
from flowsim.domain.interventions import SetWipLimit
from flowsim.domain.scenario import (
    Column,
    Scenario,
)
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
