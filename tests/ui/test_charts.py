"""The diagram's arithmetic: exact steps, round axes, labels apart."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.interventions import Intervention, SetWipLimit, SetWorkers
from flowsim.domain.scenario import Column, Scenario
from flowsim.session.marks import marks_of
from flowsim.ui.charts.picture import FlowPicture, spread, staircase
from flowsim.ui.scales import nice_ceiling, ticks
from flowsim.ui.theme import LIGHT
from tests.session.boards import BUSY, session

times = st.lists(st.floats(0, 100), max_size=60).map(sorted)


@given(times, st.floats(0, 50), st.floats(0.1, 50), st.integers(4, 400))
def test_a_staircase_has_the_right_height_at_every_corner(
    rises: list[float], start: float, length: float, pixels: int
) -> None:
    line = np.array(rises)
    end = start + length
    x, y = staircase(line, start, end, pixels)
    assert x[0] == start
    assert x[-1] == end
    assert (np.diff(x) >= 0).all()
    assert (np.diff(y) >= 0).all()
    assert y[0] == np.searchsorted(line, start, side="right")
    assert y[-1] == np.searchsorted(line, end, side="right")
    right_of_corner = y[2:-1:2]
    assert (right_of_corner == np.searchsorted(line, x[2:-1:2], side="right")).all()


@given(st.integers(1, 5000), st.integers(10, 800))
def test_a_staircase_has_no_more_corners_than_the_pixels_can_show(count: int, pixels: int) -> None:
    x, _ = staircase(np.linspace(0, 100, count), 0.0, 100.0, pixels)
    assert len(x) <= 2 * pixels + 2


@given(st.floats(1e-6, 1e9))
def test_an_axis_ends_at_a_round_number_not_far_beyond(value: float) -> None:
    assert value <= nice_ceiling(value) <= 2 * value * 1.0001


@given(st.floats(1e-3, 1e7), st.integers(2, 12))
def test_ticks_are_few_and_even(end: float, most: int) -> None:
    places = ticks(end, most)
    assert 1 <= len(places) <= most + 1
    assert places[-1] <= end * (1 + 1e-9)
    assert np.allclose(np.diff(places), np.diff(places)[:1])


@given(st.lists(st.floats(0, 300), min_size=1, max_size=14).map(sorted))
def test_labels_keep_apart_and_inside(wanted: list[float]) -> None:
    places = spread(wanted, 15, 0, 300)
    assert all(later - earlier >= 15 - 1e-9 for earlier, later in pairwise(places))
    assert places[-1] <= 300 + 1e-9


def test_the_bands_never_dip_while_the_run_goes_on() -> None:
    it = session(BUSY)
    before = None
    for _ in range(30):
        it.simulation.advance_to(it.now + 1.5)
        it.step()
        picture = FlowPicture.of(it.scenario, it.flow, (), LIGHT, None)
        counts = picture.counts_at(it.now)
        assert counts == sorted(counts, reverse=True)
        if before is not None:
            assert all(now >= then for now, then in zip(counts, before, strict=True))
        before = counts


@pytest.mark.parametrize("columns", [1, 2, 6, 12])
def test_every_band_has_a_colour(columns: int) -> None:
    colours = LIGHT.band_colours(columns, columns - 1)
    assert len(colours) == columns + 2
    assert colours[-2] == LIGHT.band_bottleneck


def test_a_number_turned_step_by_step_at_one_moment_is_one_mark_from_the_first_to_the_last() -> None:
    scenario = Scenario(name="", columns=(Column(id="a", name="Build", wip_limit=9),))
    acts: list[Intervention] = [SetWipLimit(at=3.0, column="a", value=limit) for limit in (8, 7, 6)]
    assert [mark.text for mark in marks_of(scenario, acts)] == ["Build limit 9 → 6"]
    both = [*acts, SetWorkers(at=3.0, column="a", value=2)]
    assert [mark.text for mark in marks_of(scenario, both)] == ["Build limit 9 → 6 …"]
