"""Every chart on view is a pyqtgraph plot that has the range asked for, and does what the mouse does in it."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from flowsim.charts.catalogue import CHARTS
from flowsim.charts.picture import Dots, Picture, Steps
from flowsim.domain.units import spell_out
from flowsim.ui.charts.chart_plot import ChartPlot
from tests.ui.charts.chart_hand import RIGHT, ChartHand
from tests.ui.visitor import Visitor

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def plot(visitor: Visitor) -> ChartPlot:
    return visitor.page.chart.charts[0]


def hand(visitor: Visitor) -> ChartHand:
    return ChartHand(plot(visitor))


def picture_on_view(visitor: Visitor) -> Picture:
    picture = plot(visitor).picture
    assert picture is not None
    return picture


def x_range(of: ChartPlot) -> tuple[float, float]:
    low, high = of.getPlotItem().getViewBox().viewRange()[0]
    return float(low), float(high)


def y_range(of: ChartPlot) -> tuple[float, float]:
    low, high = of.getPlotItem().getViewBox().viewRange()[1]
    return float(low), float(high)


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_on_view_is_a_pyqtgraph_plot_of_the_range_asked_for(at_day_40: Visitor, name: str) -> None:
    visitor = at_day_40
    visitor.page.chart.choose(name)
    (found,) = [each for each in visitor.page.findChildren(pg.PlotWidget) if each.isVisible()]
    assert isinstance(found.getPlotItem(), pg.PlotItem)
    picture = visitor.page.chart.picture(name)
    assert x_range(found) == pytest.approx((picture.x.low, picture.x.high))
    assert y_range(found) == pytest.approx((picture.y.low, picture.y.high))


def test_one_chart_has_the_width_of_the_sheet_and_six_have_the_same(at_day_40: Visitor) -> None:
    visitor = at_day_40
    sheet = visitor.page.chart
    visitor.until(lambda: plot(visitor).width() > 0.9 * sheet.width())
    sheet.wall.click()
    visitor.until(lambda: sheet.charts[-1].y() > sheet.charts[0].y() + 200)
    widths = [each.width() for each in sheet.charts]
    assert max(widths) - min(widths) <= 1
    sheet.wall.click()
    visitor.until(lambda: plot(visitor).width() > 0.9 * sheet.width())


def test_a_chosen_part_of_the_run_is_the_range_of_every_chart_over_time(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.page.chart.window_of_time.show(5.0, 15.0, 40.0)
    for name in CHARTS:
        visitor.page.chart.choose(name)
        if picture_on_view(visitor).over_time and picture_on_view(visitor).has_something:
            assert x_range(plot(visitor)) == pytest.approx((5.0, 15.0)), name


def test_the_wheel_zooms_in_time_at_the_pointer(at_day_40: Visitor) -> None:
    its = plot(at_day_40)
    before, height = x_range(its), y_range(its)
    share = (10.0 - before[0]) / (before[1] - before[0])
    hand(at_day_40).wheel(10.0, 2)
    after = x_range(its)
    assert after[1] - after[0] < 0.8 * (before[1] - before[0])
    assert (10.0 - after[0]) / (after[1] - after[0]) == pytest.approx(share, abs=0.02)
    assert not at_day_40.page.chart.window_of_time.following
    assert height != y_range(its), "the height of a cumulative flow shows the part that is on view"
    hand(at_day_40).wheel(10.0, -9)
    assert at_day_40.page.chart.window_of_time.following


def test_the_wheel_with_ctrl_zooms_in_height_alone_and_double_click_shows_all(at_day_40: Visitor) -> None:
    its = plot(at_day_40)
    x, whole = x_range(its), y_range(its)
    hand(at_day_40).wheel(10.0, 3, CTRL)
    assert x_range(its) == x
    assert y_range(its)[1] - y_range(its)[0] < 0.7 * (whole[1] - whole[0])
    zoomed = y_range(its)
    at_day_40.page.draw()
    assert y_range(its) == pytest.approx(zoomed), "it stays so when the chart is drawn again"
    hand(at_day_40).double_click()
    assert y_range(its) == pytest.approx(whole)
    assert its.height_range is None


def test_a_drag_pans_within_the_run(at_day_40: Visitor) -> None:
    its = plot(at_day_40)
    at_day_40.page.chart.window_of_time.show(10.0, 20.0, 40.0)
    the_hand = hand(at_day_40)
    the_hand.drag(the_hand.spot(18.0), the_hand.spot(13.0))
    assert x_range(its) == pytest.approx((15.0, 25.0), abs=0.5)
    the_hand.drag(the_hand.spot(16.0), the_hand.spot(25.0))
    the_hand.drag(the_hand.spot(8.0), the_hand.spot(16.0))
    assert x_range(its)[0] == pytest.approx(0.0)
    assert x_range(its)[1] == pytest.approx(10.0, abs=0.1)


def test_a_wheel_turned_sideways_pans(at_day_40: Visitor) -> None:
    at_day_40.page.chart.window_of_time.show(10.0, 20.0, 40.0)
    hand(at_day_40).wheel(15.0, 0, sideways=-2)
    assert x_range(plot(at_day_40)) == pytest.approx((12.4, 22.4), abs=0.1)


def test_a_drag_with_the_right_button_zooms_a_box(at_day_40: Visitor) -> None:
    at_day_40.page.chart.choose("cycle-time")
    its, the_hand = plot(at_day_40), hand(at_day_40)
    low, high = y_range(its)
    the_hand.drag(the_hand.spot(10.0, 0.25 * high), the_hand.spot(30.0, 0.75 * high), RIGHT)
    assert x_range(its) == pytest.approx((10.0, 30.0), abs=0.4)
    assert y_range(its) == pytest.approx((0.25 * high, 0.75 * high), abs=0.04 * high)
    assert its.height_range is not None
    at_day_40.page.chart.follow.click()
    assert y_range(its) == pytest.approx((low, high))
    assert at_day_40.page.chart.window_of_time.following


def test_what_is_not_over_time_has_no_zoom_in_time(at_day_40: Visitor) -> None:
    at_day_40.page.chart.choose("time")
    before = x_range(plot(at_day_40))
    hand(at_day_40).wheel(50.0, 3)
    assert x_range(plot(at_day_40)) == before
    assert at_day_40.page.chart.window_of_time.following


def test_zoom_is_shared_over_the_wall_and_so_is_the_cursor_of_six_charts(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.page.chart.wall.click()
    plots = visitor.page.chart.charts
    visitor.until(lambda: plots[-1].y() > plots[0].y() + 200)
    visitor.still()
    over_time = [each for each in plots if each.picture is not None and each.picture.over_time]
    assert len(over_time) == 5
    for zoomed in (over_time[2], over_time[0]):
        ChartHand(zoomed).wheel(10.0, 2)
        ranges = {tuple(round(edge, 9) for edge in x_range(each)) for each in over_time}
        assert len(ranges) == 1
        assert ranges != {(0.0, 40.0)}
    assert x_range(plots[5]) == (0.0, 100.0), "shares of time are not over time"
    ChartHand(over_time[1]).point(10.0)
    visitor.until(lambda: visitor.page.chart.window_of_time.cursor is not None)
    cursor = visitor.page.chart.window_of_time.cursor
    lines = [each.pointer.cursor_line for each in over_time]
    assert [line.value() for line in lines if line.isVisible()].count(cursor) >= 4
    visitor.page.chart.wall.click()


def test_reading_off_by_dragging_on_the_plot_itself(at_day_40: Visitor) -> None:
    its, the_hand = plot(at_day_40), hand(at_day_40)
    the_hand.drag(the_hand.spot(10.0), the_hand.spot(25.0), modifier=SHIFT)
    assert its.pointer.region.getRegion() == pytest.approx((10.0, 25.0), abs=0.3)
    assert at_day_40.page.chart.lines.isChecked()
    flow = at_day_40.session.flow
    since, until = its.pointer.region.getRegion()
    told = dict(its.pointer.box.values)
    departed = np.searchsorted(flow.lines[-1], until, side="right") - np.searchsorted(
        flow.lines[-1], since, side="right"
    )
    arrived = np.searchsorted(flow.lines[0], until, side="right") - np.searchsorted(flow.lines[0], since, side="right")
    assert told["Departures"].startswith(f"{departed} cards, ")
    assert told["Arrivals"].startswith(f"{arrived} cards, ")
    held = np.searchsorted(flow.lines[1], until, side="right") - np.searchsorted(flow.lines[-1], until, side="right")
    assert told["Work in progress"] == f"{held} cards"
    assert told["Cycle time, about"].endswith(" days")
    at_day_40.page.chart.lines.click()
    assert not its.pointer.region.isVisible()


def test_the_region_and_its_edges_can_be_dragged(at_day_40: Visitor) -> None:
    at_day_40.page.chart.lines.click()
    its, the_hand = plot(at_day_40), hand(at_day_40)
    since, until = its.pointer.region.getRegion()
    the_hand.drag(the_hand.spot(until), the_hand.spot(25.0))
    assert its.pointer.region.getRegion() == pytest.approx((since, 25.0), abs=0.3)
    the_hand.drag(the_hand.spot(23.0), the_hand.spot(13.0))
    assert its.pointer.region.getRegion() == pytest.approx((since - 10.0, 15.0), abs=0.5)
    assert not at_day_40.page.chart.follow.isVisible(), "nothing was zoomed by it"


def test_pointing_at_a_dot_tells_its_card_and_clicking_opens_it_with_its_history(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.page.chart.choose("cycle-time")
    dots = next(shape for shape in picture_on_view(visitor).shapes if isinstance(shape, Dots) and len(shape.x) > 3)
    assert dots.cards is not None
    x, y, card = float(dots.x[2]), float(dots.y[2]), int(dots.cards[2])
    hand(visitor).point(x, y)
    assert plot(visitor).pointer.box.values[0][0] == f"A-{card + 1}"
    took = dict(plot(visitor).pointer.box.values)["Cycle time"]
    assert took == spell_out(y, "day")
    hand(visitor).click(x, y)
    assert visitor.page.inspector.card == card
    rows = visitor.page.inspector.history.rows
    assert len(rows) == len(visitor.session.latest.history_of(card)) - 1  # all but its being delivered
    visitor.until(lambda: visitor.session.past_on_view)  # a glance at the moment under the mouse
    assert visitor.page.inspector.history.rows == rows, "the history goes on to now all the same"
    assert visitor.page.inspector.history.isVisible()
    assert any("Development: being worked on" in what for _, what, _ in rows)


def test_a_card_that_is_not_finished_can_be_clicked_too(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.page.chart.choose("aging")
    dots = next(shape for shape in picture_on_view(visitor).shapes if isinstance(shape, Dots))
    assert dots.cards is not None
    hand(visitor).click(float(dots.x[0]), float(dots.y[0]))
    assert visitor.page.inspector.card == int(dots.cards[0])
    assert list(visitor.page.board.board_scene.selection) == [int(dots.cards[0])]


def test_clicking_a_mark_chooses_its_moment_on_the_timeline(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.step_limit(2, -1)
    marked = visitor.session.now
    visitor.play_until(70.0)
    hand(visitor).click(marked, 2.0)
    assert visitor.session.view.now == pytest.approx(marked)
    visitor.page.look(None)
    text = plot(visitor).mark_axis
    (place, _), *_ = text._places
    spot = plot(visitor).mapFromScene(text.mapToScene(place.center()))
    visitor.click(plot(visitor).viewport(), spot)
    assert visitor.session.view.now == pytest.approx(marked)


def test_pointing_at_a_band_names_it(at_day_40: Visitor) -> None:
    visitor = at_day_40
    flow, now = visitor.session.flow, visitor.session.now
    done = int(np.searchsorted(flow.lines[-1], now, side="right"))
    hand(visitor).point(now - 0.5, 0.4 * done)
    assert plot(visitor).pointer.box.marked == "Done"
    assert "Done" in dict(plot(visitor).pointer.box.values)
    visitor.page.chart.choose("time")
    hand(visitor).point(5.0, 0.5)
    assert plot(visitor).pointer.box.values == [("Busy", "")]


def menu(visitor: Visitor) -> QMenu:
    visitor.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def texts(of: QMenu) -> list[str]:
    return [action.text() for action in of.actions() if not action.isSeparator()]


def choose(of: QMenu, text: str) -> None:
    next(action for action in of.actions() if action.text() == text).trigger()
    of.close()


def test_a_click_with_the_right_button_offers_what_can_be_done(at_day_40: Visitor) -> None:
    visitor = at_day_40
    hand(visitor).click(10.0, button=RIGHT)
    offered = menu(visitor)
    assert texts(offered) == ["View all", "Last 30 days", "Without Done", "Export", "Copy", "How to read this"]
    choose(offered, "Last 30 days")
    assert x_range(plot(visitor)) == pytest.approx((visitor.session.now - 30.0, visitor.session.now))
    assert visitor.page.chart.window_of_time.following
    visitor.play_until(50.0)
    assert x_range(plot(visitor))[1] == pytest.approx(visitor.session.now)
    hand(visitor).click(visitor.session.now - 10, button=RIGHT)
    choose(menu(visitor), "View all")
    assert x_range(plot(visitor))[0] == 0.0
    visitor.page.chart.choose("histogram")
    QTest.mouseClick(plot(visitor).viewport(), RIGHT, pos=plot(visitor).viewport().rect().center())
    assert texts(menu(visitor)) == ["View all", "Export", "Copy", "How to read this"]
    menu(visitor).close()


def test_without_done_the_cards_not_finished_stand_on_the_ground(at_day_40: Visitor) -> None:
    visitor = at_day_40
    hand(visitor).click(10.0, button=RIGHT)
    choose(menu(visitor), "Without Done")
    picture = picture_on_view(visitor)
    assert [label.text for label in picture.labels] == ["Backlog", "Analysis", "Development", "Test"]
    heights = [float(shape.y[-1]) for shape in picture.shapes if isinstance(shape, Steps)]
    assert heights[0] == visitor.session.flow.unfinished
    assert (np.diff(heights) <= 0).all()


def test_a_button_follows_now_again_after_a_zoom(at_day_40: Visitor) -> None:
    visitor = at_day_40
    assert not visitor.page.chart.follow.isVisible()
    hand(visitor).wheel(10.0, 3)
    assert visitor.page.chart.follow.isVisible()
    visitor.click(visitor.page.chart.follow)
    assert not visitor.page.chart.follow.isVisible()
    assert x_range(plot(visitor))[0] == 0.0


def test_charts_are_zoomed_and_read_off_by_keys(at_day_40: Visitor) -> None:
    visitor, its = at_day_40, plot(at_day_40)
    visitor.page.board.setFocus()
    whole = x_range(its)
    visitor.key(Qt.Key.Key_Equal, CTRL)
    assert x_range(its)[1] - x_range(its)[0] == pytest.approx(0.7 * (whole[1] - whole[0]))
    visitor.key(Qt.Key.Key_Minus, CTRL)
    assert x_range(its) == pytest.approx(whole)
    visitor.key(Qt.Key.Key_9, CTRL)
    assert x_range(its) == pytest.approx((visitor.session.now - 30.0, visitor.session.now))
    visitor.key(Qt.Key.Key_0, CTRL)
    assert x_range(its) == pytest.approx(whole)
    visitor.key(Qt.Key.Key_M, CTRL)
    assert its.pointer.region.isVisible()
    visitor.key(Qt.Key.Key_M, CTRL)
    assert not its.pointer.region.isVisible()


def test_the_keys_stay_with_the_board_when_a_chart_is_clicked(at_day_40: Visitor) -> None:
    before = QApplication.focusWidget()
    hand(at_day_40).click(10.0)
    assert QApplication.focusWidget() is before


def test_percentile_labels_stand_beside_their_lines_and_never_over_the_frame(at_day_40: Visitor) -> None:
    at_day_40.page.chart.choose("cycle-time")
    its = plot(at_day_40)
    assert its.side_labels.sceneBoundingRect().left() >= its.frame.rect.right() - 1
    assert [label.text.split(":")[0] for label in its.side_labels._labels] == ["95 %", "85 %", "50 %"]


def cursor(visitor: Visitor) -> float | None:
    return visitor.page.chart.window_of_time.cursor


def test_a_spot_outside_of_the_frame_points_at_nothing(at_day_40: Visitor) -> None:
    hand(at_day_40).point(10.0)
    at_day_40.until(lambda: cursor(at_day_40) == pytest.approx(10.0, abs=0.1))
    hand(at_day_40).away()
    at_day_40.until(lambda: cursor(at_day_40) is None)
    assert not plot(at_day_40).pointer.box.isVisible()
