"""The data of every chart against a slow and obvious computation from the rows, on random sessions."""

import math
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from flowsim.charts.aging import SHARES, pace_of
from flowsim.charts.catalogue import CHARTS
from flowsim.charts.colours import LIGHT
from flowsim.charts.histogram import bins
from flowsim.charts.options import ChartOptions
from flowsim.charts.picture import Rule
from flowsim.charts.throughput import FEW, MOST_PERIODS, finished_in_periods, period_of
from flowsim.charts.time_shares import shares_of
from flowsim.charts.waiting import parts_of
from flowsim.domain.interventions import DropCard, Intervention
from flowsim.domain.scenario import Column, ExplicitCard, Scenario
from flowsim.domain.words import CardState as S
from flowsim.engine import Simulation
from flowsim.metrics import RunView, figures_of
from flowsim.metrics.order_statistics import OrderStatistics
from flowsim.metrics.process_limits import LEAST_VALUES
from flowsim.session.run_tables import actionable_agile
from flowsim.session.simulation_view import view_of
from tests.engine.boards import sessions
from tests.engine.referee import watched
from tests.metrics.slow_figures import SlowFigures, Span, percentile

Session = tuple[Scenario, list[Intervention]]
ENGAGED = (S.SETUP, S.WORKING, S.BLOCKED)


def played(session: Session) -> tuple[RunView, SlowFigures, Simulation]:
    simulation = watched(*session).simulation
    return view_of(simulation), SlowFigures(simulation), simulation


def table_of(name: str, moment: RunView) -> list[list[object]]:
    return CHARTS[name].picture(moment, ChartOptions(LIGHT)).table()[1]


def number(value: object) -> float:
    assert isinstance(value, int | float)
    return float(value)


@settings(max_examples=30, deadline=None)
@given(session=sessions())
def test_every_finished_card_is_a_dot_at_its_finish_and_its_cycle_time(session: Session) -> None:
    moment, slow, _ = played(session)
    found = sorted((number(row[1]), round(number(row[2]), 9)) for row in table_of("cycle-time", moment))
    expected = [
        (slow.finished(card) or 0.0, (slow.finished(card) or 0.0) - (slow.started(card) or 0.0)) for card in slow.done()
    ]
    assert found == sorted((finished, round(took, 9)) for finished, took in expected)


@settings(max_examples=30, deadline=None)
@given(session=sessions(), width=st.sampled_from([0.5, 1.0, 2.0]))
def test_every_bin_holds_the_cycle_times_that_lie_in_it(session: Session, width: float) -> None:
    _, slow, _ = played(session)
    times = np.array(slow.cycle_times())
    heights = bins(OrderStatistics(times), width * np.arange(31.0))
    for index, height in enumerate(heights.tolist()):
        assert height == sum(index * width <= time < (index + 1) * width for time in times.tolist())


@settings(max_examples=30, deadline=None)
@given(session=sessions(), period=st.sampled_from([1.0, 2.0, 3.0]))
def test_a_period_counts_what_was_finished_in_it_its_end_included(session: Session, period: float) -> None:
    moment, slow, _ = played(session)
    found = finished_in_periods(moment.flow.lines[-1], period, moment.now)
    finished = [time for card in slow.histories if (time := slow.finished(card)) is not None]
    assert len(found) == int(moment.now / period + 1e-9)
    for index, count in enumerate(found.tolist()):
        # What is finished at the very first instant belongs to no period, as with every window (t0, t1].
        assert count == sum(index * period < time <= (index + 1) * period for time in finished)


@given(st.floats(0.01, 1e7), st.integers(0, 100_000))
def test_periods_are_whole_and_few_and_hold_enough_cards_for_limits(now: float, finished: int) -> None:
    period, limits = period_of(now, finished)
    assert period >= 1
    assert period == int(period)
    assert now / period <= MOST_PERIODS
    if limits:
        assert finished / (now / period) >= FEW * (1 - 1e-9)
        assert now / period >= LEAST_VALUES


def test_of_few_cards_a_period_there_are_no_limits_and_the_note_says_why() -> None:
    cards = tuple(ExplicitCard(arrives=4.0 * n, service={"a": 1.0}) for n in range(5))
    simulation = Simulation(Scenario(name="", columns=(Column(id="a"),), cards=cards, horizon=None))
    simulation.advance_to(30.0)
    picture = CHARTS["throughput"].picture(view_of(simulation), ChartOptions(LIGHT))
    assert not any(isinstance(shape, Rule) for shape in picture.shapes)
    assert picture.note.endswith("no limits: with fewer than 3 cards a period they would say nothing")


@settings(max_examples=30, deadline=None)
@given(session=sessions())
def test_work_in_progress_and_queues_are_counted_as_the_rows_tell(session: Session) -> None:
    moment, slow, simulation = played(session)
    for name, queue_only in (("wip", False), ("queues", True)):
        for row in table_of(name, moment):
            time = number(row[0])
            for index, column in enumerate(simulation.scenario.columns):
                waits_count = queue_only and not column.is_queue
                expected = sum(
                    span.column == index and span.since <= time < span.until
                    and (not waits_count or span.state == S.WAITING)
                    for span in slow.spans
                )  # fmt: skip
                assert row[1 + index] == expected, (name, time)


@settings(max_examples=30, deadline=None)
@given(session=sessions())
def test_shares_of_time_are_those_of_the_rows_and_sum_to_one(session: Session) -> None:
    moment, slow, simulation = played(session)
    work = [index for index, column in enumerate(simulation.scenario.columns) if not column.is_queue]
    for index, (_, shares) in zip(work, shares_of(moment), strict=True):
        expected = slow.worker_shares(index)
        for share, part in zip(shares, ("busy", "setup", "blocked", "starved"), strict=True):
            assert math.isclose(share, expected[part], abs_tol=1e-9) or (
                math.isnan(share) and math.isnan(expected[part])
            )
        assert math.isnan(shares[0]) or math.isclose(sum(shares), 1.0, abs_tol=1e-9)


@settings(max_examples=30, deadline=None)
@given(session=sessions())
def test_waits_and_work_sum_to_the_mean_cycle_time(session: Session) -> None:
    moment, slow, _ = played(session)
    parts, figures = parts_of(moment), figures_of(moment.flow, moment.staffing)
    if not figures.finished:
        assert parts == {}
        return
    assert math.isclose(sum(parts.values()), figures.cycle_time.mean, abs_tol=1e-9)
    assert math.isclose(parts["touch"], slow.touch() / len(slow.done()), abs_tol=1e-9)


@settings(max_examples=30, deadline=None)
@given(session=sessions())
def test_the_pace_of_a_column_is_the_nearest_rank_of_ages_on_leaving_it(session: Session) -> None:
    moment, slow, simulation = played(session)
    for column in range(len(simulation.scenario.columns)):
        ages = []
        for card in slow.done():
            left = next(row[0] for row in slow.histories[card] if row[2] > column or row[3] == S.DELIVERED)
            ages.append(left - (slow.started(card) or 0.0))
        expected = [percentile(ages, round(100 * share)) for share in SHARES] if ages else []
        assert np.allclose(pace_of(moment.flow.ages_on_leaving(column)), expected)


def slow_periods(slow: SlowFigures, column: int) -> list[tuple[float, float]]:
    """The periods in which nobody in a column was free."""
    moments, found = slow.moments(), list[tuple[float, float]]()
    for since, until in pairwise(moments):
        middle = (since + until) / 2
        held = sum(
            span.column == column and span.worker >= 0 and span.state in ENGAGED and covers(span, middle)
            for span in slow.spans
        )
        if held >= max(slow.staff_at(column, since), 1):
            if found and found[-1][1] == since:
                found[-1] = found[-1][0], until
            else:
                found.append((since, until))
    return found


def covers(span: Span, time: float) -> bool:
    return span.since <= time < span.until


@settings(max_examples=30, deadline=None)
@given(session=sessions())
def test_the_bottleneck_of_the_moment_has_the_longest_period_without_rest(session: Session) -> None:
    moment, slow, simulation = played(session)
    columns = simulation.scenario.columns
    periods = [slow_periods(slow, column) for column in range(len(columns))]
    for since, until, name in table_of("bottleneck", moment):
        middle = (number(since) + number(until)) / 2
        lengths = [max((b - a for a, b in its if a <= middle < b), default=0.0) for its in periods]
        if max(lengths) == 0:
            assert name == ""
        else:
            longest = [index for index, length in enumerate(lengths) if math.isclose(length, max(lengths))]
            assert name in {columns[index].title for index in longest}


def test_of_a_discarded_card_the_diagram_says_where_it_still_counts_and_the_export_has_none() -> None:
    cards = tuple(ExplicitCard(arrives=0.0, service={"a": work}) for work in (1.0, 2.0, 9.0))
    simulation = Simulation(Scenario(name="", columns=(Column(id="a", workers=3),), cards=cards, horizon=None))
    simulation.do(DropCard(at=3.0, card=2))
    view = view_of(simulation)
    note = CHARTS["flow"].picture(view, ChartOptions(LIGHT)).note
    assert note == "2 finished, 0 open; 1 discarded card still counts in the band it was in"
    assert [row[0] for row in actionable_agile(view)[1]] == ["A-1", "A-2"]
