"""The diagram's arithmetic: exact steps, round axes, labels apart."""

from itertools import accumulate, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.charts.catalogue import CHARTS
from flowsim.charts.colours import LIGHT
from flowsim.charts.options import ChartOptions
from flowsim.charts.picture import Dots, spread, staircase
from flowsim.charts.ticks import nice_ceiling, tick_text, ticks, ticks_between
from flowsim.charts.timeline_marks import TimelineMarks
from flowsim.domain.column_settings import SetWipLimit, SetWorkers
from flowsim.domain.interventions import Intervention
from flowsim.domain.scenario import Column, Scenario
from flowsim.engine import played
from flowsim.session.simulation_view import view_of
from tests.session.boards import BUSY

times = st.lists(st.floats(0, 100), max_size=60).map(sorted)


@given(times, st.floats(0, 50), st.floats(0.1, 50), st.integers(4, 400))
def test_a_staircase_has_the_right_height_from_every_edge_on(
    rises: list[float], start: float, length: float, pixels: int
) -> None:
    line, end = np.array(rises), start + length
    x, y = staircase(line, start, end, pixels)
    assert (x[0], x[-1]) == (start, end)
    assert (np.diff(x) >= 0).all()
    assert (y == np.searchsorted(line, x[:-1], side="right")).all()
    exact = np.count_nonzero((line > start) & (line <= end)) <= pixels
    assert not exact or set(line[(line > start) & (line <= end)]) <= set(x)


@given(st.integers(1, 5000), st.integers(10, 800))
def test_a_staircase_has_no_more_steps_than_the_pixels_can_show(count: int, pixels: int) -> None:
    x, _ = staircase(np.linspace(0, 100, count), 0.0, 100.0, pixels)
    assert len(x) <= pixels + 2


@given(st.floats(1e-6, 1e9))
def test_an_axis_ends_at_a_round_number_not_far_beyond(value: float) -> None:
    assert value <= nice_ceiling(value) <= 2 * value * 1.0001


@given(st.floats(1e-3, 1e7), st.integers(2, 12))
def test_ticks_are_few_and_even(end: float, most: int) -> None:
    places = ticks(end, most)
    assert 1 <= len(places) <= most + 1
    assert places[-1] <= end * (1 + 1e-9)
    assert np.allclose(np.diff(places), np.diff(places)[:1])


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 12))
def test_ticks_of_a_part_lie_in_it_and_are_told_apart(low: float, length: float, most: int) -> None:
    high = low + length
    step, places = ticks_between(low, high, most)
    room = 1e-6 * max(abs(low), abs(high), step)
    assert all(low - room <= place <= high + room for place in places)
    assert len(places) <= most + 2
    assert len({tick_text(place, step) for place in places}) == len(places)


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [(12345.25, 0.25, "12,345.25"), (0.0, 20.0, "0"), (1500.0, 500.0, "1,500"), (0.5, 0.5, "0.5"), (-0.0, 0.1, "0.0")],
)
def test_a_number_on_an_axis_has_the_decimals_its_step_needs(value: float, step: float, text: str) -> None:
    assert tick_text(value, step) == text


@given(st.lists(st.floats(0, 300), min_size=1, max_size=14).map(sorted))
def test_labels_keep_apart_and_inside(wanted: list[float]) -> None:
    places = spread(wanted, 15, 0, 300)
    assert all(later - earlier >= 15 - 1e-9 for earlier, later in pairwise(places))
    assert places[-1] <= 300 + 1e-9


@pytest.mark.parametrize("columns", [1, 2, 6, 12])
def test_every_band_has_a_colour(columns: int) -> None:
    colours = LIGHT.band_colours(columns, columns - 1)
    assert len(colours) == columns + 2
    assert colours[-2] == LIGHT.band_bottleneck


def test_a_number_turned_step_by_step_at_one_moment_is_one_mark_from_the_first_to_the_last() -> None:
    scenario = Scenario(name="", columns=(Column(id="a", name="Build", wip_limit=9),))
    acts: list[Intervention] = [SetWipLimit(at=3.0, column="a", value=limit) for limit in (8, 7, 6)]
    assert [mark.text for mark in TimelineMarks().of(scenario, acts)] == ["Build limit 9 → 6"]
    both = [*acts, SetWorkers(at=3.0, column="a", value=2)]
    assert [mark.text for mark in TimelineMarks().of(scenario, both)] == ["Build limit 9 → 6 …"]


def test_what_is_set_to_what_it_is_has_no_mark() -> None:
    """A plan sets the same again every week."""
    scenario = Scenario(name="a board", columns=(Column(id="build", wip_limit=2),))
    acts = [SetWipLimit(at=at, column="build", value=value) for at, value in ((1.0, 2), (2.0, 3), (3.0, 3))]
    assert [(mark.time, mark.text) for mark in TimelineMarks().of(scenario, acts)] == [(2.0, "build limit 2 → 3")]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9)), max_size=12), st.lists(st.integers(0, 12), max_size=6))
def test_marks_that_are_gone_on_with_are_the_marks_made_at_once(steps: list[tuple[int, int]], stops: list[int]) -> None:
    scenario = Scenario(name="a board", columns=(Column(id="build"),))
    acts = [
        SetWipLimit(at=float(at), column="build", value=value)
        for at, (_, value) in zip(accumulate(gap for gap, _ in steps), steps, strict=True)
    ]
    kept = TimelineMarks()
    for stop in [*stops, len(acts)]:
        assert kept.of(scenario, acts[:stop]) == TimelineMarks().of(scenario, acts[:stop])


def test_dots_of_another_run_are_never_taken_for_those_of_this_one() -> None:
    keys = list[object]()
    for _ in range(200):  # a freed run's place in memory is soon that of the next
        picture = CHARTS["cycle-time"].picture(view_of(played(BUSY, (), 5.0)), ChartOptions(LIGHT))
        keys += [shape.grows for shape in picture.shapes if isinstance(shape, Dots) and shape.grows is not None]
    assert len(set(keys)) == len(keys) == 200 * len(BUSY.classes)
