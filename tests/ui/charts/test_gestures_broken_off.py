"""A gesture that is broken off leaves nothing behind: by Esc, or because what it was made in is no longer there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from flowsim.domain.interventions import AddCard
from flowsim.session.steps import Step
from tests.ui.charts.chart_hand import ChartHand
from tests.ui.visitor import Visitor

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def hand(visitor: Visitor) -> ChartHand:
    return ChartHand(visitor.page.chart.charts[0])


def with_a_box_half_drawn(visitor: Visitor, meanwhile: Callable[[], object]) -> None:
    it = hand(visitor)
    port, start = it.plot.viewport(), it.spot(20.0)
    QTest.mousePress(port, RIGHT, NONE, start)
    it._move(start + QPoint(30, 10), RIGHT, NONE)
    it._move(start + QPoint(60, 20), RIGHT, NONE)
    meanwhile()
    it._move(start + QPoint(90, 30), RIGHT, NONE)
    QTest.mouseRelease(port, RIGHT, NONE, start + QPoint(90, 30))


def assert_nothing_is_zoomed(visitor: Visitor) -> None:
    plot = visitor.page.chart.charts[0]
    assert visitor.page.chart.window_of_time.following
    assert plot.height_range is None
    assert not plot.view_box.rbScaleBox.isVisible()


def test_a_box_that_is_finished_zooms(at_day_40: Visitor) -> None:
    with_a_box_half_drawn(at_day_40, lambda: None)
    assert not at_day_40.page.chart.window_of_time.following
    assert at_day_40.page.chart.charts[0].height_range is not None


def test_esc_gives_up_a_box(at_day_40: Visitor) -> None:
    plot = at_day_40.page.chart.charts[0]
    with_a_box_half_drawn(at_day_40, lambda: QTest.keyClick(plot, Qt.Key.Key_Escape))
    assert_nothing_is_zoomed(at_day_40)


def test_a_restart_gives_up_a_box(at_day_40: Visitor) -> None:
    def meanwhile() -> None:
        at_day_40.page.restart()
        at_day_40.page.draw()

    with_a_box_half_drawn(at_day_40, meanwhile)
    assert_nothing_is_zoomed(at_day_40)


def test_another_chart_gives_up_a_box(at_day_40: Visitor) -> None:
    with_a_box_half_drawn(at_day_40, lambda: at_day_40.page.chart.choose("aging"))
    assert_nothing_is_zoomed(at_day_40)


def test_a_box_as_thin_as_a_hair_is_none(at_day_40: Visitor) -> None:
    it = hand(at_day_40)
    it.drag(it.spot(20.0), it.spot(20.0) + QPoint(6, 6), RIGHT)
    assert_nothing_is_zoomed(at_day_40)


def test_esc_ends_reading_off(at_day_40: Visitor) -> None:
    it, sheet = hand(at_day_40), at_day_40.page.chart
    at_day_40.click(sheet.lines)
    assert it.plot.pointer.region.isVisible()
    QTest.keyClick(it.plot, Qt.Key.Key_Escape)
    assert not it.plot.pointer.region.isVisible()
    assert not sheet.lines.isChecked()


@pytest.mark.parametrize("name", ["cycle-time", "wip", "queues"])
def test_only_the_cumulative_flow_is_read_off(at_day_40: Visitor, name: str) -> None:
    at_day_40.page.chart.choose(name)
    it = hand(at_day_40)
    it.drag(it.spot(15.0), it.spot(15.0) + QPoint(60, 0), LEFT, SHIFT)
    assert not it.plot.pointer.region.isVisible()
    assert not at_day_40.page.chart.lines.isChecked()


def test_what_is_read_off_may_reach_to_now_while_time_goes_on(at_day_40: Visitor) -> None:
    it = hand(at_day_40)
    at_day_40.click(at_day_40.page.chart.lines)
    at_day_40.play_until(60.0)
    at_day_40.still()
    end = it.plot.pointer.region.getRegion()[1]
    it.drag(it.spot(end), it.spot(end) + QPoint(2000, 0))
    assert it.plot.pointer.region.getRegion()[1] > 59.0


def test_nothing_is_read_off_that_has_not_happened_at_an_earlier_moment(at_day_40: Visitor) -> None:
    at_day_40.click(at_day_40.page.chart.lines)
    at_day_40.page.look(3.0)
    at_day_40.page.draw()
    assert not hand(at_day_40).plot.pointer.region.isVisible()


def test_after_undo_the_board_shows_the_moment_under_the_mouse_again(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.page.bridge.do(Step((AddCard(at=0.0),)))
    hand(visitor).point(10.0)
    visitor.until(lambda: visitor.session.past_on_view)
    visitor.page.undo()
    visitor.until(lambda: visitor.session.past_on_view)
    assert abs(visitor.session.view.now - 10.0) < 0.3


def test_a_chart_that_comes_under_a_resting_mouse_shows_now(at_day_40: Visitor) -> None:
    visitor = at_day_40
    hand(visitor).point(10.0)
    visitor.until(lambda: visitor.session.past_on_view)
    visitor.page.chart.choose("histogram")
    visitor.until(lambda: not visitor.session.past_on_view)


def test_a_pin_is_of_the_whole_run_whatever_is_glanced_at(at_day_40: Visitor) -> None:
    visitor = at_day_40
    hand(visitor).point(10.0)
    visitor.until(lambda: visitor.session.past_on_view)
    visitor.page.pin()
    assert visitor.page.pins.pins[0].run.now == visitor.session.now


def test_a_zoom_stays_within_the_run_when_a_longer_pin_goes(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.page.pin()
    visitor.page.restart()
    visitor.play_until(5.0)
    visitor.page.draw()
    visitor.page.chart.window_of_time.show(34.0, 39.0, 40.0)
    visitor.page.unpin(visitor.page.pins.pins[0])
    picture = visitor.page.chart.charts[0].picture
    assert picture is not None
    assert picture.x.low < visitor.session.now


def test_the_wall_lets_go_of_cards_in_hand(at_day_40: Visitor) -> None:
    visitor = at_day_40
    card = next(card for card in visitor.page.board.board_scene.cards if card in visitor.session.board_state.cards)
    visitor.take(card, 2)
    assert visitor.page.board.dragging
    visitor.page.chart.wall.setChecked(True)
    assert not visitor.page.board.dragging
