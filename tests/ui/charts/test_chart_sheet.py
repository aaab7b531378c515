"""Charts by mouse and keys: one axis, one cursor, reading off, pins, the wall; and files that show the same."""

import csv
from dataclasses import replace
from io import StringIO
from itertools import pairwise
from math import ceil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QSize, Qt
from PySide6.QtWidgets import QMessageBox

from flowsim.charts.catalogue import CHARTS
from flowsim.charts.options import ChartOptions
from flowsim.charts.picture import Bars, Caption, Picture, Rule
from flowsim.charts.throughput import finished_in_periods, period_of
from flowsim.domain.arrivals import (
    Poisson,
)
from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.interventions import AddCard
from flowsim.domain.policies import Blockers
from flowsim.domain.scenario import Column, ExplicitCard, Scenario
from flowsim.metrics.process_limits import ProcessLimits
from flowsim.session.edit_commands import column_renamed
from flowsim.session.pins import Pins
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.storage import Document
from flowsim.ui.charts.chart_export import image
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.style.theme import DARK, LIGHT
from tests.session.boards import BUSY, session
from tests.ui.charts.chart_hand import ChartHand
from tests.ui.visitor import Visitor

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def chart(visitor: Visitor) -> ChartPlot:
    return visitor.page.chart.charts[0]


def spot(of: ChartPlot, time: float) -> QPoint:
    return ChartHand(of).spot(time)


def test_hovering_shows_the_values_and_the_board_of_then(at_day_40: Visitor) -> None:
    visitor = at_day_40
    ChartHand(chart(visitor)).point(10.0)
    visitor.until(lambda: abs(visitor.session.view.now - 10.0) < 0.3)
    picture = chart(visitor).picture
    assert picture is not None
    words = dict(picture.read_off(10.0))
    assert words["Done"] == str(visitor.session.latest.before(10.0).board_state.finished)
    ChartHand(chart(visitor)).away()
    visitor.until(lambda: visitor.session.view.now == visitor.session.now)


def test_while_time_goes_on_a_mouse_at_rest_keeps_no_past_on_view(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.click(visitor.page.controls.play)
    ChartHand(chart(visitor)).point(10.0)
    visitor.until(lambda: visitor.session.past_on_view)
    visitor.until(lambda: not visitor.session.past_on_view)
    assert visitor.playing
    visitor.pause()


def test_a_pinned_run_stays_in_every_chart_and_beside_every_figure(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.key(Qt.Key.Key_P)
    (pin,) = visitor.page.pins.pins
    rows = pin.run.flow.rows_read
    visitor.page.restart()
    visitor.step_limit(1, -1)
    visitor.play_until(60.0)
    assert pin.run.flow.rows_read == rows
    assert pin.run.now < 60.0
    look = ChartOptions(LIGHT, pins=(pin,))
    for name, spec in CHARTS.items():
        colours = [getattr(shape, "colour", "") for shape in spec.picture(visitor.session.latest, look).shapes]
        assert pin.colour in colours or name == "cost", name  # no class of this board costs anything
    visitor.page.draw()
    assert "Run A" in visitor.page.figures.cycle._difference.text()
    visitor.page.rename(pin, "before")
    assert "before" in visitor.page.figures.cycle._difference.text()
    visitor.page.unpin(visitor.page.pins.pins[0])
    assert not visitor.page.figures.cycle._difference.isVisible()


def test_a_run_pinned_while_it_goes_on_stays_as_it_was(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.key(Qt.Key.Key_P)
    (pin,) = visitor.page.pins.pins
    rows, cards = pin.run.flow.rows_read, set(pin.run.board_state.cards)
    visitor.page.bridge.do(Step((AddCard(at=0.0),)))
    visitor.play_until(60.0)
    assert visitor.session.flow.rows_read > rows
    assert (pin.run.now, pin.run.flow.rows_read) == (pin.at(99.0).now, rows)
    assert pin.at(99.0).flow.rows_read == rows
    assert set(pin.run.board_state.cards) == cards


def test_looking_back_every_chart_shows_that_moment_on_the_same_axis(at_day_40: Visitor) -> None:
    visitor = at_day_40
    sheet = visitor.page.chart
    whole = sheet.picture("wip").x.high
    visitor.page.look(12.0)
    then = visitor.session.view.board_state
    for name in CHARTS:
        picture = sheet.picture(name)
        assert picture.now == 12.0, name
        assert not picture.over_time or picture.x.high == whole, name
    note = sheet.picture("wip").note
    assert note == f"{sum(map(len, then.lanes))} cards on the board, {len(then.backlog)} in the backlog"


def test_a_note_says_what_is_now_however_the_chart_is_zoomed(at_day_40: Visitor) -> None:
    sheet = at_day_40.page.chart
    notes = {name: sheet.picture(name).note for name in ("wip", "queues", "little")}
    sheet.window_of_time.show(2.0, 10.0, 40.0)
    for name in ("wip", "little"):
        assert sheet.picture(name).note == notes[name]
    assert sheet.picture("queues").note.split(";")[0] == notes["queues"].split(";")[0]


def test_after_a_restart_nothing_is_read_off_that_has_not_happened(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.page.chart.lines.click()
    visitor.page.chart.window_of_time.point(30.0)
    visitor.page.restart()
    visitor.page.draw()
    assert not chart(visitor).pointer.region.isVisible()
    assert not visitor.page.chart.lines.isChecked()
    assert visitor.page.chart.window_of_time.cursor is None


def test_the_wall_leaves_no_lines_promised_that_are_not_there(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.page.chart.lines.click()
    visitor.page.board.setFocus()
    for _ in range(2):
        visitor.key(Qt.Key.Key_F4)
    assert visitor.page.chart.lines.isChecked() == chart(visitor).pointer.region.isVisible()


def test_charts_of_a_wall_stand_below_each_other_where_their_labels_have_no_room_beside(at_day_40: Visitor) -> None:
    sheet = at_day_40.page.chart
    sheet.wall.click()
    first, second = sheet.charts[:2]
    at_day_40.until(lambda: second.x() > first.x())
    at_day_40.window.resize(640, 720)
    at_day_40.until(lambda: second.x() == first.x() and second.y() > first.y())


def test_however_far_a_wall_is_zoomed_its_time_axes_have_two_numbers(at_day_40: Visitor) -> None:
    sheet = at_day_40.page.chart
    sheet.wall.click()
    for _ in range(12):
        sheet.zoom_by(0.7)
        for plot in sheet.charts:
            low, high = plot.getViewBox().viewRange()[0]
            axis = plot.getAxis("bottom")
            assert len(axis.tickValues(low, high, axis.width())[0][1]) >= 2


def test_another_board_has_no_bottleneck_of_the_one_before(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.page.chart.show_bottleneck(2)
    visitor.session.file.mark_saved()
    visitor.window.show_session(session(BUSY))
    visitor.page.chart.window_of_time.follow()
    assert len(visitor.page.chart.picture().labels) == 4


def heights(picture: Picture) -> list[float]:
    found = [0.0]
    for shape in picture.shapes:
        values = np.atleast_1d(getattr(shape, "y", getattr(shape, "y1", 0.0))).astype(float)
        found += values[~np.isnan(values)].tolist() if not isinstance(shape, Caption) else []
    return found


@pytest.mark.parametrize("name", CHARTS)
def test_a_pinned_run_that_was_longer_and_fuller_is_not_cut(name: str) -> None:
    big, small = Session(Document(replace(BUSY, arrivals=Poisson(rate=2.0)))), session(BUSY)
    for it, until in ((big, 90.0), (small, 20.0)):
        it.simulation.advance_to(until)
        it.step()
    pins = Pins()
    pins.add(big.latest)
    picture = CHARTS[name].picture(small.latest, ChartOptions(LIGHT, pins=pins.pins))
    assert max(heights(picture)) <= picture.y.high * (1 + 1e-9)
    assert not picture.over_time or picture.x.high >= 90.0


def test_bars_of_four_pinned_runs_lie_beside_one_another(at_day_40: Visitor) -> None:
    visitor = at_day_40
    for _ in range(4):
        visitor.page.pin()
    for name in ("waits", "bottleneck"):
        shapes = visitor.page.chart.picture(name).shapes
        colours = [pin.colour for pin in visitor.page.pins.pins]
        bars = [shape for shape in shapes if isinstance(shape, Bars) and shape.colour in colours and len(shape.y0)]
        rows = sorted({(low, high) for bar in bars for low, high in zip(bar.y0.tolist(), bar.y1.tolist(), strict=True)})
        assert len({round(low, 9) for low, _ in rows}) >= 4
        assert all(one[1] <= other[0] + 1e-9 for one, other in pairwise(rows)), name


def test_a_cause_that_only_a_pinned_run_had_is_shown() -> None:
    blocked = replace(BUSY.columns[0], blockers=Blockers(probability=1.0, duration=Constant(value=2.0)))
    pinned, it = Session(Document(replace(BUSY, columns=(blocked, BUSY.columns[1])))), session(BUSY)
    for each in (pinned, it):
        each.simulation.advance_to(40.0)
        each.step()
    pins = Pins()
    pins.add(pinned.latest)
    assert "Blocked" in CHARTS["waits"].picture(it.latest, ChartOptions(LIGHT, pins=pins.pins)).y.names
    assert "Blocked" not in CHARTS["waits"].picture(it.latest, ChartOptions(LIGHT)).y.names


def test_the_limits_of_throughput_are_those_after_the_warm_up() -> None:
    it = Session(Document(replace(BUSY, warm_up=10.0)))
    it.simulation.advance_to(79.5)
    it.step()
    period, meaningful = period_of(it.now, len(it.flow.lines[-1]))
    assert meaningful
    limits = ProcessLimits.of(finished_in_periods(it.flow.lines[-1], period, it.now)[ceil(10 / period) :])
    assert limits is not None
    rules = [
        shape.y
        for shape in CHARTS["throughput"].picture(it.latest, ChartOptions(LIGHT)).shapes
        if isinstance(shape, Rule)
    ]
    assert rules == [limits.mean, limits.upper, limits.lower]


def test_of_five_pins_the_oldest_goes_and_all_have_colours_of_their_own(at_day_40: Visitor) -> None:
    for _ in range(5):
        at_day_40.page.pin()
    pins = at_day_40.page.pins.pins
    assert [pin.name for pin in pins] == ["Run B", "Run C", "Run D", "Run E"]
    assert len({pin.colour for pin in pins}) == 4


def twelve() -> Scenario:
    columns = tuple(Column(id=f"c{n}", name=f"Step number {n}", service=Exponential(mean=0.6)) for n in range(12))
    return Scenario(name="twelve", columns=columns, arrivals=Poisson(rate=1.0), horizon=None)


ONE_CARD = Scenario(
    name="one", columns=(Column(id="a"),), cards=(ExplicitCard(arrives=0.5, service={"a": 1.0}),), horizon=None
)
MANY = Scenario(
    name="many", columns=(Column(id="a", workers=40, service=Exponential(mean=1.0)),), arrivals=Poisson(rate=50.0),
    horizon=None,
)  # fmt: skip


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize(
    ("scenario", "until"), [(BUSY, 0.0), (ONE_CARD, 0.2), (ONE_CARD, 9.0), (MANY, 130.0), (twelve(), 60.0)]
)
def test_every_chart_can_be_drawn_of_every_run(qapp: object, name: str, scenario: Scenario, until: float) -> None:
    its = Session(Document(scenario))
    its.simulation.advance_to(until)
    its.step()
    for theme in (LIGHT, DARK):
        picture = CHARTS[name].picture(its.latest, ChartOptions(theme, pixels=400))
        assert not image(picture, scenario.name, 1.0).isNull()
    header, rows = picture.table()
    assert all(len(row) == len(header) for row in rows)
    assert picture.title
    assert picture.reading.endswith(".")
    assert picture.empty


@pytest.mark.parametrize("scale", [1.0, 2.0, 4.0])
def test_a_picture_has_as_many_pixels_as_were_asked_for(qapp: object, scale: float) -> None:
    its = session(BUSY)
    made = image(CHARTS["flow"].picture(its.latest, ChartOptions(LIGHT)), "x", scale)
    assert made.size() == QSize(960, 540) * scale


def test_the_run_is_written_in_every_layout(at_day_40: Visitor, tmp_path: Path) -> None:
    assert at_day_40.write_run("events", tmp_path / "events.csv")
    assert at_day_40.write_run("workbook", tmp_path / "run.xlsx")
    assert at_day_40.write_run("actionable", tmp_path / "aa.csv")
    assert at_day_40.write_charts(tmp_path / "all.pdf")
    rows = list(csv.reader(StringIO((tmp_path / "aa.csv").read_text(encoding="utf-8"))))
    assert rows[0] == [
        "ID",
        "Link",
        "Title",
        "Backlog",
        "Analysis",
        "Development",
        "Test",
        "Done",
        "Class",
        "Family",
        "State",
    ]
    assert len(rows) == 1 + len(at_day_40.session.flow.arrived)
    events = (tmp_path / "events.csv").read_text(encoding="utf-8").splitlines()
    assert len(events) == 1 + at_day_40.session.flow.rows_read
    assert not at_day_40.write_run("workbook", tmp_path / "none" / "run.xlsx")
    (box,) = at_day_40.window.findChildren(QMessageBox)
    assert "run.xlsx could not be written" in box.text()
    box.close()


def test_a_copied_chart_is_a_picture(at_day_40: Visitor) -> None:
    at_day_40.page.chart.choose("cycle-time")
    at_day_40.window.files.copy_on_view()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    assert at_day_40.page.board.message.said == "Cycle time copied"


def test_bands_keep_their_colours_while_people_only_glance(at_day_40: Visitor) -> None:
    visitor = at_day_40
    before = colours_of_bands(visitor)
    assert LIGHT.band_colours(len(before), None) != before, "a bottleneck is drawn"
    ChartHand(chart(visitor)).point(2.0)
    visitor.until(lambda: visitor.session.past_on_view)
    visitor.page.draw()
    assert colours_of_bands(visitor) == before


def colours_of_bands(visitor: Visitor) -> list[str]:
    picture = chart(visitor).picture
    assert picture is not None
    return [label.colour for label in picture.labels]


def test_another_board_is_shown_in_all_of_its_height(at_day_40: Visitor) -> None:
    visitor = at_day_40
    chart(visitor).height_range = (1.0, 3.0)
    visitor.page.chart.open(visitor.session)
    assert chart(visitor).height_range is None


def test_an_act_while_time_stands_is_on_the_timeline_at_once(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.pause()
    column = visitor.session.scenario.columns[0]
    visitor.page.bridge.do(Step((SetWipLimit(at=0.0, column=column.id, value=9),)))
    assert [mark.text for mark in visitor.page.timeline.track._marks] == ["Analysis limit 3 → 9"]


def test_a_card_history_speaks_of_columns_by_their_present_names(at_day_40: Visitor) -> None:
    visitor = at_day_40
    visitor.page.inspector.show_card(visitor.session, 1)
    visitor.page.edit(column_renamed(visitor.session, 0, "Omega"))
    visitor.page.inspector.show_card(visitor.session, 1)
    assert any(what.startswith("Omega: ") for _, what, _ in visitor.page.inspector.history.rows)
