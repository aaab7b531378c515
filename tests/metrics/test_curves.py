"""Curves over time against slow and obvious sums over the rows, and limits against a published example."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowsim.domain.interventions import Intervention, ReclassCard
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Scenario
from flowsim.engine import played
from flowsim.metrics import CumulativeFlow, FlowAccumulator, FlowSnapshot, figures_of
from flowsim.metrics.curves import LittleOverTime, cost_of_delay, counts, moments_of_change
from flowsim.metrics.process_limits import ProcessLimits
from tests.engine.boards import sessions
from tests.engine.referee import watched
from tests.metrics.slow_figures import SlowFigures
from tests.metrics.test_figures_against_slow_ones import flow_of

Session = tuple[Scenario, list[Intervention]]
shares = st.lists(st.floats(0.01, 1), min_size=1, max_size=4).map(sorted)
FLOWRATES = (49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)


@settings(max_examples=40, deadline=None)
@given(session=sessions(), at=shares)
def test_littles_law_over_time_is_what_the_figures_say_at_each_moment(session: Session, at: list[float]) -> None:
    simulation = watched(*session).simulation
    live, staffing = flow_of(simulation)
    moments = np.array(at) * live.now
    law = LittleOverTime.of(live, moments)
    for index, moment in enumerate(moments.tolist()):
        figures = figures_of(FlowSnapshot(live, moment), staffing)
        for mine, theirs in (
            (law.wip[index], figures.wip),
            (law.rate[index], figures.throughput),
            (law.time[index], figures.cycle_time.mean),
        ):
            assert math.isclose(mine, theirs, rel_tol=1e-9, abs_tol=1e-9) or (math.isnan(mine) and math.isnan(theirs))


@settings(max_examples=40, deadline=None)
@given(session=sessions(), at=shares)
def test_every_card_costs_its_rate_from_its_arrival_to_its_end(session: Session, at: list[float]) -> None:
    simulation = watched(*session).simulation
    live, _ = flow_of(simulation)
    moments, slow = np.array(at) * live.now, SlowFigures(simulation)
    rates = [2.0 + index for index in range(len(simulation.scenario.classes))]
    deck = simulation.deck
    found = cost_of_delay(live, deck.classes_on_arrival(), deck.reclassed, rates, moments)
    for index, moment in enumerate(moments.tolist()):
        expected = sum(rates[simulation.class_of(span.card)] * span.within(0.0, moment) for span in slow.spans)
        assert math.isclose(found[:, index].sum(), expected, rel_tol=1e-9, abs_tol=1e-6)


def test_a_card_costs_as_its_new_class_once_it_is_in_it() -> None:
    classes = (CardClass(id="standard", cost_of_delay=1.0), CardClass(id="expedite", cost_of_delay=10.0))
    scenario = Scenario(
        name="", columns=(Column(id="a"),), classes=classes, horizon=None,
        cards=(ExplicitCard(arrives=0.0, service={"a": 4.0}), ExplicitCard(arrives=1.0, service={"a": 4.0})),
    )  # fmt: skip
    simulation = played(scenario, [ReclassCard(at=3.0, card=1, class_="expedite")], 10.0)
    live, _ = flow_of(simulation)
    deck = simulation.deck
    found = cost_of_delay(live, deck.classes_on_arrival(), deck.reclassed, [1.0, 10.0], np.array([1.0, 3.0, 4.0, 8.0]))
    assert found.tolist() == [[1.0, 5.0, 6.0, 6.0], [0.0, 0.0, 10.0, 50.0]]


@settings(max_examples=30, deadline=None)
@given(session=sessions(), most=st.sampled_from([3, 10_000]))
def test_counts_change_only_at_the_moments_shown_or_those_are_even(session: Session, most: int) -> None:
    live, _ = flow_of(watched(*session).simulation)
    inside = live.occupancy.inside
    moments = moments_of_change(live, inside, 0.0, live.now, most)
    held = counts(live, inside, moments)
    assert len(moments) <= most + 1
    if most < 10_000:
        return
    middles = (moments[:-1] + moments[1:]) / 2
    assert (counts(live, inside, middles) == held[:, :-1]).all()


def departed(slow: SlowFigures, card: int) -> float:
    finished = slow.finished(card)
    return math.inf if finished is None else finished


@settings(max_examples=40, deadline=None)
@given(session=sessions(), at=shares)
def test_the_six_properties_of_a_cumulative_flow_diagram(session: Session, at: list[float]) -> None:
    """D. Vacanti, "Actionable Agile Metrics for Predictability" (2015), chapter 4."""
    simulation = watched(*session).simulation
    live, _ = flow_of(simulation)
    lines, slow = CumulativeFlow.of(live), SlowFigures(simulation)
    moments = np.array(at) * live.now
    found = lines.counts(moments)
    for index, moment in enumerate(moments.tolist()):
        column = found[:, index].tolist()
        # 1 and 3: the top line counts all that arrived, the bottom line all that departed.
        assert column[0] == sum(rows[0][0] <= moment for rows in slow.histories.values())
        gone = [card for card in slow.histories if departed(slow, card) <= moment]
        assert column[-1] == len(gone)
        # 4: the vertical distance is the work in progress between two lines; dropped cards stay where they were.
        dropped = sum(rows[-1][3] == 9 and rows[-1][0] <= moment for rows in slow.histories.values())
        in_system = sum(rows[0][0] <= moment for rows in slow.histories.values()) - len(gone) - dropped
        assert column[0] - column[-1] - dropped == in_system
        assert column == sorted(column, reverse=True)
    # 2: no line ever goes down.
    assert (np.diff(found, axis=1) >= 0).all()
    # 6: the slope of the bottom line between two moments is the throughput there.
    slope = int(found[-1, -1] - found[-1, 0])
    assert slope == sum(moments[0] < departed(slow, card) <= moments[-1] for card in slow.histories)


def test_the_horizontal_distance_is_the_cycle_time_where_cards_keep_their_order() -> None:
    """The fifth property, exact for one line of cards in turn: see `between` of the diagram."""
    from flowsim.charts.cumulative_flow import between
    from flowsim.session.simulation_view import view_of

    cards = tuple(ExplicitCard(arrives=float(n), service={"a": 1.0}) for n in range(5))
    moment = view_of(played(Scenario(name="", columns=(Column(id="a"),), cards=cards, horizon=None), [], 5.0))
    words = dict(between(moment, 1.0, 4.0))
    assert words["Cycle time, about"] == "1 day"
    assert words["Departures"] == "3 cards, 1.0 / day"
    assert words["Arrivals"] == "3 cards, 1.0 / day"
    assert words["Work in progress"] == "1 card"


def test_limits_are_those_of_the_published_example() -> None:
    """NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2.1: flow rates in ten batches."""
    limits = ProcessLimits.of(np.array(FLOWRATES))
    assert limits is not None
    assert limits.mean == pytest.approx(50.81)
    assert limits.mean_range == pytest.approx(1.8778, abs=5e-5)
    assert limits.upper == pytest.approx(55.8041, abs=5e-5)
    assert limits.lower == pytest.approx(45.8159, abs=5e-5)
    assert not limits.outside.any()


def test_a_value_beyond_a_limit_stands_out() -> None:
    limits = ProcessLimits.of(np.array([5.0, 6, 5, 4, 5, 6, 5, 4, 5, 30]))
    assert limits is not None
    assert limits.outside.tolist() == [False] * 9 + [True]


def test_eight_on_one_side_of_the_mean_stand_out_and_seven_do_not() -> None:
    def runs(length: int) -> int:
        limits = ProcessLimits.of(np.array([8.0, 2.0] * 6 + [5.5] * length + [2.0, 8.0] * 6))
        assert limits is not None
        return int(limits.runs.sum())

    assert runs(7) == 0
    assert runs(8) == 8


def test_three_of_four_near_a_limit_stand_out() -> None:
    steady = [5.0, 4.0, 6.0, 5.0, 4.0, 6.0] * 4
    limits = ProcessLimits.of(np.array([*steady, 8.0, 8.2, 5.0, 8.1, *steady]))
    assert limits is not None
    assert limits.near.sum() == 3


def test_too_few_values_have_no_limits() -> None:
    assert ProcessLimits.of(np.ones(5)) is None


def test_a_flow_that_has_read_nothing_has_curves_of_nothing() -> None:
    scenario = Scenario(name="", columns=(Column(id="a"),))
    flow = FlowAccumulator(scenario)
    assert counts(flow, flow.occupancy.inside, np.array([0.0])).tolist() == [[0]]
    assert math.isnan(LittleOverTime.of(flow, np.array([0.0])).wip[0])
    assert flow.activity.longest(np.array([0.0]), 0.0).tolist() == [-1]
