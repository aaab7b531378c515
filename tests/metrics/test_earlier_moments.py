"""The flow at an earlier moment is what a run that had only come so far would give; counts over time are the rows'."""

import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import Intervention
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import (
    Column,
    ExplicitCard,
    Scenario,
)
from flowsim.domain.words import CardState as S
from flowsim.engine import Simulation, played
from flowsim.metrics import Figures, Flow, FlowAccumulator, FlowSnapshot, Staffing, figures_of, lately, people_of
from flowsim.metrics import flow_accumulator as live_module
from flowsim.metrics.finished_by_class import FinishedByClass
from flowsim.metrics.occupancy import first_after
from flowsim.metrics.run_view import RunView
from tests.engine.boards import sessions
from tests.engine.full_boards import full_sessions
from tests.engine.referee import watched
from tests.metrics.slow_figures import SlowFigures, Span

Session = tuple[Scenario, list[Intervention]]
shares = st.lists(st.floats(0, 1.1), min_size=1, max_size=4)


def flow_of(simulation: Simulation) -> tuple[FlowAccumulator, Staffing]:
    staffing = Staffing.of(simulation.scenario, simulation.interventions)
    flow = FlowAccumulator(simulation.scenario)
    flow.read(simulation.trace, simulation.now, staffing)
    return flow, staffing


@pytest.fixture(autouse=True, scope="module")
def checkpoints_are_close() -> Iterator[None]:
    """Short runs have many checkpoints, too."""
    patch = pytest.MonkeyPatch()
    patch.setattr(live_module, "ROWS_A_CHECKPOINT", 7)
    yield
    patch.undo()


def numbers(figures: Figures) -> list[float]:
    durations = [getattr(times, name) for times in (figures.cycle_time, figures.lead_time) for name in times.__slots__]
    columns = [getattr(each, name) for each in figures.columns for name in each.__slots__]
    plain = [figures.finished, figures.unfinished, figures.throughput, figures.wip, figures.flow_efficiency]
    return [*plain, *durations, *columns, *figures.waits.values(), figures.little.residual]


def assert_same_flow(past: Flow, fresh: Flow, before: Staffing, after: Staffing) -> None:
    assert past.rows_read == fresh.rows_read
    assert [line.tolist() for line in past.lines] == [line.tolist() for line in fresh.lines]
    for one, other in zip(past.reached, fresh.reached, strict=True):
        assert np.array_equal(one, other, equal_nan=True)
    for name in ("last_row", "dropped", "finishers", "cycle_times", "lead_times", "previous", "in_system"):
        assert getattr(past, name).tolist() == getattr(fresh, name).tolist(), name
    assert np.allclose(numbers(figures_of(past, after)), numbers(figures_of(fresh, before)), atol=1e-9, equal_nan=True)
    for one_person, the_same in zip(people_of(past, after), people_of(fresh, before), strict=True):
        assert math.isclose(one_person.utilisation, the_same.utilisation, abs_tol=1e-9) or math.isnan(
            the_same.utilisation
        )
    for load, the_load in zip(lately(past, after, 4.0), lately(fresh, before, 4.0), strict=True):
        assert math.isclose(load.engaged, the_load.engaged, abs_tol=1e-9)
    for column in range(past.columns):
        assert past.ages_on_leaving(column).values.tolist() == fresh.ages_on_leaving(column).values.tolist()
        periods, the_same_periods = (flow.activity.periods(column, past.now) for flow in (past, fresh))
        assert [part.tolist() for part in periods] == [part.tolist() for part in the_same_periods]


@settings(max_examples=60, deadline=None)
@given(session=st.one_of(sessions(), full_sessions()), moments=shares, warm_up=st.sampled_from([0.0, 2.5]))
def test_an_earlier_moment_is_what_a_run_that_came_no_further_gives(
    session: Session, moments: list[float], warm_up: float
) -> None:
    scenario, acts = replace(session[0], warm_up=warm_up), session[1]
    live, staffing = flow_of(played(scenario, acts, 10.0))
    for share in moments:
        past = FlowSnapshot(live, share * live.now)
        so_far = [act for act in acts if act.at <= past.now]
        fresh, at_that_time = flow_of(played(scenario, so_far, past.now))
        if fresh.now == past.now:
            assert_same_flow(past, fresh, at_that_time, staffing)


@settings(max_examples=80, deadline=None)
@given(session=st.one_of(sessions(), full_sessions()), cuts=st.lists(st.floats(0, 10), max_size=6))
def test_a_run_watched_as_it_goes_tells_the_same_as_one_read_at_its_end(session: Session, cuts: list[float]) -> None:
    """People look, do something while time stands, and look again."""
    scenario, acts = session
    simulation, flow = Simulation(scenario), FlowAccumulator(scenario)

    def look() -> None:
        flow.read(simulation.trace, simulation.now, Staffing.of(scenario, simulation.interventions))
        for column in range(flow.columns):
            flow.activity.periods(column, flow.now)
            flow.ages_on_leaving(column)
        assert len(flow.occupancy.inside) == flow.columns

    for act in sorted([*acts, *cuts], key=lambda each: each if isinstance(each, float) else each.at):
        time = act if isinstance(act, float) else act.at
        simulation.advance_to(time)
        look()
        if not isinstance(act, float):
            with suppress(Refused):
                simulation.do(act)
            look()
    simulation.advance_to(10.0)
    look()
    fresh, staffing = flow_of(simulation)
    assert_same_flow(flow, fresh, staffing, staffing)
    for mine, theirs in zip(flow.occupancy.waiting, fresh.occupancy.waiting, strict=True):
        rows = np.arange(flow.rows_read + 1, dtype=np.int32)
        ends = np.append(np.flatnonzero(np.diff(flow.rows["time"])) + 1, flow.rows_read).astype(np.int32)
        assert (mine.after(rows)[ends] == theirs.after(rows)[ends]).all()


@settings(max_examples=40, deadline=None)
@given(session=full_sessions())
def test_what_is_kept_of_now_does_not_change_when_something_is_done_before_time_goes_on(session: Session) -> None:
    scenario, acts = session
    simulation, live = Simulation(scenario), FlowAccumulator(scenario)
    finished = FinishedByClass(len(scenario.classes))
    kept: list[tuple[RunView, object]] = []
    for act in acts:
        simulation.advance_to(act.at)
        live.read(simulation.trace, simulation.now, Staffing.of(scenario, simulation.interventions))
        # One is looked at now, its twin only when all is over.
        done = simulation.interventions
        moment, twin = (RunView.earlier(live, live.now, simulation.deck, done, finished) for _ in range(2))
        kept.append((twin, seen(moment)))
        with suppress(Refused):
            simulation.do(act)
    simulation.advance_to(12.0)
    live.read(simulation.trace, simulation.now, Staffing.of(scenario, simulation.interventions))
    for moment, before in kept:
        assert seen(moment) == before
        assert seen(moment.before(moment.now)) == before


def seen(moment: RunView) -> object:
    flow, numbers_now = moment.flow, numbers(figures_of(moment.flow, moment.staffing))
    return (
        flow.rows_read, [line.tolist() for line in flow.lines], [str(each.tolist()) for each in flow.reached],
        str(numbers_now), moment.classes_now().tolist(), moment.conditions, dict(moment.board_state.cards),
        [moment.finished_in_class(index).cards.tolist() for index in range(len(moment.scenario.classes))],
    )  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(session=sessions(), cuts=shares)
def test_an_earlier_moment_stays_as_it_is_while_the_run_goes_on(session: Session, cuts: list[float]) -> None:
    scenario, acts = session
    whole = watched(scenario, acts).simulation
    rows, staffing = len(whole.trace), Staffing.of(scenario, whole.interventions)
    live, _ = flow_of(whole)
    early = FlowSnapshot(live, min(cuts) * live.now)
    before = numbers(figures_of(early, staffing)), [line.tolist() for line in early.lines]
    whole.advance_to(whole.now + 5)
    live.read(whole.trace, whole.now, staffing)
    assert len(whole.trace) >= rows
    after = numbers(figures_of(early, staffing)), [line.tolist() for line in early.lines]
    assert np.array_equal(before[0], after[0], equal_nan=True)
    assert before[1] == after[1]


def held_by(span: Span, column: int, state: S | None = None) -> bool:
    return span.column == column and (state is None or span.state == state)


@settings(max_examples=40, deadline=None)
@given(session=sessions(), moments=shares)
def test_counts_over_time_are_those_of_the_rows(session: Session, moments: list[float]) -> None:
    simulation = watched(*session).simulation
    flow, _ = flow_of(simulation)
    slow = SlowFigures(simulation)
    for share in moments:
        now = share * flow.now
        rows = first_after(flow.rows["time"], np.array([now]))
        there = [span for span in slow.spans if span.since <= now < span.until]
        assert flow.occupancy.board.after(rows)[0] == sum(span.column >= 0 for span in there)
        for column in range(flow.columns):
            inside = sum(held_by(span, column) for span in there)
            waiting = sum(held_by(span, column, S.WAITING) for span in there)
            queue = simulation.scenario.columns[column].is_queue
            assert flow.occupancy.inside[column].after(rows)[0] == inside
            assert flow.occupancy.waiting[column].after(rows)[0] == (inside if queue else waiting)


@settings(max_examples=40, deadline=None)
@given(session=sessions())
def test_a_column_is_without_rest_while_nobody_in_it_is_free(session: Session) -> None:
    simulation = watched(*session).simulation
    flow, _staffing = flow_of(simulation)
    slow = SlowFigures(simulation)
    engaged = (S.SETUP, S.WORKING, S.BLOCKED)
    moments = slow.moments()
    for column in range(flow.columns):
        begun, ended = flow.activity.periods(column, flow.now)
        assert (begun[1:] > ended[:-1]).all()
        for since, until in pairwise(moments):
            middle = (since + until) / 2
            held = sum(
                span.column == column
                and span.worker >= 0
                and span.state in engaged
                and span.since <= middle < span.until
                for span in slow.spans
            )
            restless = held >= max(slow.staff_at(column, since), 1)
            assert restless == bool(((begun <= middle) & (middle < ended)).any())


def test_the_longest_period_without_rest_makes_the_bottleneck_of_the_moment() -> None:
    columns = tuple(Column(id=name, service=Constant(value=1.0)) for name in "ab")
    cards = tuple(ExplicitCard(arrives=0.0, service={"a": 1.0, "b": 2.0}) for _ in range(3))
    simulation = Simulation(Scenario(name="", columns=columns, cards=cards, horizon=None))
    simulation.run()
    flow, _staffing = flow_of(simulation)
    activity = flow.activity
    assert [part.tolist() for part in activity.periods(0, 7.0)] == [[0.0], [3.0]]
    assert [part.tolist() for part in activity.periods(1, 7.0)] == [[1.0], [7.0]]
    assert activity.longest(np.array([0.5, 1.0, 2.9, 6.9, 7.0]), 7.0).tolist() == [0, 1, 1, 1, -1]
    assert activity.longest(np.array([0.5, 1.5]), 1.75).tolist() == [0, 0]


@given(st.lists(st.floats(0, 10), max_size=30).map(sorted), st.lists(st.floats(-1, 11), max_size=8))
def test_strided_times_are_searched_as_plain_ones(times: list[float], moments: list[float]) -> None:
    table = np.zeros(len(times), dtype=[("time", "<f8"), ("other", "<f8")])
    table["time"] = times
    expected = np.searchsorted(np.array(times), np.array(moments), side="right")
    assert first_after(table["time"], np.array(moments)).tolist() == expected.tolist()


def test_people_who_come_while_time_stands_end_the_period_without_rest() -> None:
    columns = (Column(id="a", service=Constant(value=1.0)),)
    simulation = Simulation(Scenario(name="", columns=columns, arrivals=Fixed(count=50), horizon=None))
    flow = FlowAccumulator(simulation.scenario)
    simulation.advance_to(5.5)
    flow.read(simulation.trace, simulation.now, Staffing.of(simulation.scenario))
    assert [part.tolist() for part in flow.activity.periods(0, 5.5)] == [[0.0], [5.5]]
    simulation.do(SetWorkers(at=5.5, column="a", value=60))
    simulation.advance_to(8.0)
    flow.read(simulation.trace, simulation.now, Staffing.of(simulation.scenario, simulation.interventions))
    assert [part.tolist() for part in flow.activity.periods(0, 8.0)] == [[0.0], [5.5]]
