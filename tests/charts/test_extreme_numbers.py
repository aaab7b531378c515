"""Every chart draws every file that is admitted, however small or large its numbers are."""

import math
import sys
from dataclasses import fields
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.charts.catalogue import CHARTS
from flowsim.charts.colours import LIGHT
from flowsim.charts.options import ChartOptions
from flowsim.charts.picture import Axis, Curve, Picture, Steps
from flowsim.charts.ticks import nice_ceiling, tick_text, ticks, ticks_between
from flowsim.domain.advice import pace_in_words, sentences
from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.distributions import Constant
from flowsim.domain.feasibility import feasibility, smallest_batch
from flowsim.domain.problems import EndlessInstant, ScenarioProblems
from flowsim.domain.scenario import (
    CardClass,
    Column,
    ExplicitCard,
    Person,
    Scenario,
)
from flowsim.engine import Simulation
from flowsim.session.player import first_speed
from flowsim.session.simulation_view import view_of
from flowsim.storage import Document
from flowsim.storage.document import as_read_back

EXTREMES = (0.0, 5e-324, 1e-300, 1e-9, 1.0, 1e9, 1e300, 1.7e308)
extreme = st.sampled_from(EXTREMES)
positive = st.sampled_from(EXTREMES[1:])


@st.composite
def extreme_boards(draw: st.DrawFn) -> Scenario:
    """Boards with a column or two whose numbers are as far apart as a file can say."""
    columns = tuple(
        Column(id=name, service=Constant(value=draw(extreme)), workers=draw(st.sampled_from((1, 3))), wip_limit=2,
               move_time=draw(st.sampled_from((0.0, 5e-324, 1e300))))
        for name in ("a", "b")[: draw(st.integers(1, 2))]
    )  # fmt: skip
    people = (
        (Person(name="p", skills={column.id: draw(positive) for column in columns}),) if draw(st.booleans()) else ()
    )
    listed = tuple(
        ExplicitCard(arrives=draw(extreme), service={column.id: draw(extreme) for column in columns}) for _ in range(3)
    )
    classes = (CardClass(id="standard", cost_of_delay=draw(extreme), target=draw(st.none() | positive)),)
    return Scenario(
        name="x", columns=columns, people=people, classes=classes, horizon=draw(st.none() | positive),
        cards=listed if draw(st.booleans()) else (), arrivals=Fixed(count=3), warm_up=0.0,
    )  # fmt: skip


def finite(axis: Axis) -> bool:
    return all(map(math.isfinite, (axis.low, axis.high, axis.end, axis.high - axis.low))) and axis.low < axis.high


def drawable(picture: Picture) -> bool:
    lines = (shape for shape in picture.shapes if isinstance(shape, Steps | Curve))
    values = [getattr(line, each.name) for line in lines for each in fields(line)]
    arrays = (value for value in values if isinstance(value, np.ndarray))
    return finite(picture.x) and finite(picture.y) and not any(np.isinf(array).any() for array in arrays)


@given(extreme_boards(), positive)
def test_every_chart_of_every_admitted_board_has_finite_axes_and_lines(scenario: Scenario, until: float) -> None:
    try:
        admitted = as_read_back(Document(scenario))
        with np.errstate(all="ignore"):
            simulation = Simulation(admitted)
            simulation.advance_to(until)
            view = view_of(simulation)
            pictures = [spec.picture(view, ChartOptions(LIGHT)) for spec in CHARTS.values()]
            for picture in pictures:
                assert drawable(picture), picture.name
                picture.table()
                assert all(len(text) < 200 for pair in picture.read_off(view.now) for text in pair)
                for axis in (picture.x, picture.y):
                    step, places = ticks_between(axis.low, axis.high, 8)
                    assert len(places) <= 30
                    assert all(len(tick_text(place, step)) < 60 for place in places)
    except (ScenarioProblems, EndlessInstant):
        return


@given(extreme_boards())
def test_what_is_said_of_a_board_before_it_runs_is_said_of_every_admitted_one(scenario: Scenario) -> None:
    try:
        admitted = as_read_back(Document(scenario))
    except ScenarioProblems:
        return
    with np.errstate(all="ignore"):
        feasibility(admitted)
        assert all(len(each) < 500 for each in sentences(admitted))
        for index in range(len(admitted.columns)):
            smallest_batch(admitted, index)
        assert 0.1 <= first_speed(admitted) <= 1000


def test_a_pace_that_no_number_says_is_said_in_words() -> None:
    assert pace_in_words(0.0, "day") == "as good as no cards"


@given(st.floats(min_value=0.0, allow_nan=False))
def test_an_axis_ends_at_a_finite_number_from_the_value_on(value: float) -> None:
    end = nice_ceiling(value)
    assert math.isfinite(end)
    assert end > 0
    assert end >= min(value, sys.float_info.max) * (1 - 1e-15)


@pytest.mark.parametrize("make", [partial(ticks, most=8), lambda end: ticks_between(0.0, end, 8)[1]])
@given(end=st.floats(min_value=0.0, max_value=1.7e308))
def test_there_are_never_more_ticks_than_were_asked_for(make: "partial[list[float]]", end: float) -> None:
    assert 1 <= len(make(end)) <= 20
