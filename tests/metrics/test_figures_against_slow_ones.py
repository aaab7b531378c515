"""Every figure of semantics §12 against a slow and obvious computation from the rows, on random sessions."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from flowsim.domain.interventions import Intervention
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState as S
from flowsim.engine import Simulation
from flowsim.metrics import CumulativeFlow, FlowAccumulator, Staffing, bottleneck, figures_of, lately
from tests.engine.boards import sessions
from tests.engine.referee import watched
from tests.metrics.slow_figures import SlowFigures, percentile

Session = tuple[Scenario, list[Intervention]]
warm_ups = st.sampled_from([0.0, 0.0, 1.0, 2.5, 5.0])


def same(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9) or (math.isnan(one) and math.isnan(other))


def played(session: Session, warm_up: float = 0.0) -> Simulation:
    scenario, acts = session
    return watched(replace(scenario, warm_up=warm_up), acts).simulation


def flow_of(simulation: Simulation) -> tuple[FlowAccumulator, Staffing]:
    staffing = Staffing.of(simulation.scenario, simulation.interventions)
    flow = FlowAccumulator(simulation.scenario)
    flow.read(simulation.trace, simulation.now, staffing)
    return flow, staffing


@settings(max_examples=30, deadline=None)
@given(session=sessions(), warm_up=warm_ups)
def test_cards_are_counted_and_timed_as_the_rows_tell(session: Session, warm_up: float) -> None:
    simulation = played(session, warm_up)
    figures, slow = figures_of(*flow_of(simulation)), SlowFigures(simulation)
    done = len(slow.done())
    assert (figures.start, figures.end) == (warm_up, simulation.now)
    assert (figures.finished, figures.unfinished) == (done, slow.unfinished())
    assert same(figures.throughput, done / slow.length if slow.length > 0 else math.nan)
    assert same(figures.wip, slow.on_board() / slow.length if slow.length > 0 else math.nan)
    for durations, times in ((figures.cycle_time, slow.cycle_times()), (figures.lead_time, slow.lead_times())):
        assert durations.n == done
        assert same(durations.mean, sum(times) / done if done else math.nan)
        assert same(durations.p50, percentile(times, 50))
        assert same(durations.p85, percentile(times, 85))
        assert same(durations.p95, percentile(times, 95))


@settings(max_examples=30, deadline=None)
@given(session=sessions(), warm_up=warm_ups)
def test_waits_by_cause_and_touch_sum_to_the_cycle_time(session: Session, warm_up: float) -> None:
    simulation = played(session, warm_up)
    figures, slow = figures_of(*flow_of(simulation)), SlowFigures(simulation)
    done, cycle = len(slow.done()), sum(slow.cycle_times())
    if not done:
        assert all(math.isnan(wait) for wait in figures.waits.values())
        assert math.isnan(figures.flow_efficiency)
        return
    causes = {
        "transport": S.MOVING,
        "capacity": S.WAITING,
        "setup": S.SETUP,
        "blocker": S.BLOCKED,
        "batch": S.BATCHING,
        "downstream": S.READY,
        "backlog": S.BACKLOG,
    }
    assert set(figures.waits) == set(causes)
    for cause, state in causes.items():
        assert same(figures.waits[cause], slow.wait(state)), cause
    assert same(sum(figures.waits.values()) + slow.touch() / done, cycle / done)
    assert same(figures.flow_efficiency, slow.touch() / cycle if cycle > 0 else math.nan)
    assert not figures.flow_efficiency > 1 + 1e-12


@settings(max_examples=30, deadline=None)
@given(session=sessions(), warm_up=warm_ups)
def test_columns_are_weighed_by_time_on_the_window(session: Session, warm_up: float) -> None:
    simulation = played(session, warm_up)
    figures, slow = figures_of(*flow_of(simulation)), SlowFigures(simulation)
    for index, column in enumerate(figures.columns):
        if slow.length <= 0:
            assert all(map(math.isnan, (column.wip, column.queue, column.utilisation, column.starved)))
            continue
        queue = simulation.scenario.columns[index].is_queue
        assert same(column.wip, slow.in_column(index) / slow.length)
        assert same(column.queue, slow.in_column(index, *(S if queue else (S.WAITING,))) / slow.length)
        shares = slow.worker_shares(index)
        assert same(column.utilisation, shares["busy"])
        assert same(column.setup, shares["setup"])
        assert same(column.blocked, shares["blocked"])
        assert same(column.starved, shares["starved"])
        parts = (column.utilisation, column.setup, column.blocked, column.starved)
        assert same(sum(parts), 1.0) or all(map(math.isnan, parts))


@settings(max_examples=30, deadline=None)
@given(session=sessions(), warm_up=warm_ups)
def test_littles_law_is_an_identity_with_times_clipped_and_the_residual_tells_the_rest(
    session: Session, warm_up: float
) -> None:
    simulation = played(session, warm_up)
    figures, slow = figures_of(*flow_of(simulation)), SlowFigures(simulation)
    little = figures.little
    if slow.length <= 0:
        assert math.isnan(little.wip)
        return
    assert same(little.residual, little.wip - little.rate * little.time)
    assert (little.wip, little.rate) == (figures.wip, figures.throughput)
    seen = [span for span in slow.spans if span.column >= 0 and span.within(slow.start, slow.end) > 0]
    cards = {span.card for span in seen}
    if cards:
        rate = len(cards) / slow.length
        time = sum(span.within(slow.start, slow.end) for span in seen) / len(cards)
        assert same(figures.wip, rate * time)


# Reading bit by bit


@settings(max_examples=30, deadline=None)
@given(session=sessions(), warm_up=warm_ups, slices=st.lists(st.floats(0, 2), max_size=12))
def test_reading_in_chunks_gives_the_figures_of_reading_at_once(
    session: Session, warm_up: float, slices: list[float]
) -> None:
    scenario, acts = replace(session[0], warm_up=warm_up), session[1]
    acts = list(watched(scenario, acts).simulation.interventions)
    simulation, flow = Simulation(scenario), FlowAccumulator(scenario)

    def read() -> Staffing:
        staffing = Staffing.of(scenario, simulation.interventions)
        flow.read(simulation.trace, simulation.now, staffing)
        figures_of(flow, staffing)
        return staffing

    waits = iter(slices)
    for act in acts:
        simulation.advance_to(min(act.at, simulation.now + next(waits, 0.0)))
        read()
        simulation.do(act)
        read()
    for wait in waits:
        simulation.advance_to(simulation.now + wait)
        read()
    staffing = read()
    at_once, _ = flow_of(simulation)
    piecewise, whole = (
        figures_of(flow, staffing).as_json(ids(scenario)),
        figures_of(at_once, staffing).as_json(ids(scenario)),
    )
    assert_close(piecewise, whole)
    assert [line.tolist() for line in flow.lines] == [line.tolist() for line in at_once.lines]
    assert flow.finishers.tolist() == at_once.finishers.tolist()
    assert flow.previous.tolist() == at_once.previous.tolist()
    assert flow.last_row.tolist() == at_once.last_row.tolist()
    assert np.array_equal(flow.started, at_once.started, equal_nan=True)
    assert flow.dropped.tolist() == at_once.dropped.tolist()


def ids(scenario: Scenario) -> list[str]:
    return [column.id for column in scenario.columns]


def assert_close(one: object, other: object) -> None:
    if isinstance(one, dict):
        assert isinstance(other, dict)
        assert one.keys() == other.keys()
        for key in one:
            assert_close(one[key], other[key])
    elif isinstance(one, float):
        assert isinstance(other, float)
        assert math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    else:
        assert one == other


# The diagram


@settings(max_examples=30, deadline=None)
@given(session=sessions(), moments=st.lists(st.floats(0, 20), max_size=6))
def test_the_lines_count_cards_that_have_ever_come_so_far(session: Session, moments: list[float]) -> None:
    simulation = played(session)
    flow, _ = flow_of(simulation)
    diagram, slow = CumulativeFlow.of(flow), SlowFigures(simulation)
    times = sorted({0.0, simulation.now, *moments, *(row[0] for rows in slow.histories.values() for row in rows[:2])})
    counts = diagram.counts(np.array(times))
    assert counts.shape == (len(simulation.scenario.columns) + 2, len(times))
    assert (np.diff(counts, axis=0) <= 0).all()
    assert (np.diff(counts, axis=1) >= 0).all()
    for line in range(len(counts)):
        assert counts[line].tolist() == [slow.reached(line, time) for time in times]


@settings(max_examples=30, deadline=None)
@given(session=sessions())
def test_the_table_of_the_diagram_has_a_row_for_every_rise(session: Session) -> None:
    simulation = played(session)
    flow, _ = flow_of(simulation)
    slow = SlowFigures(simulation)
    header, rows = CumulativeFlow.of(flow).as_table(ids(simulation.scenario))
    assert header == ["time", "arrived", *ids(simulation.scenario), "finished"]
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert (rows[0][0], rows[-1][0]) == (0.0, simulation.now)
    for row in rows:
        assert row[1:] == [slow.reached(line, row[0]) for line in range(len(header) - 1)]
    assert all(before[1:] != after[1:] for before, after in pairwise(rows[:-1]))


# Lately


@settings(max_examples=30, deadline=None)
@given(session=sessions(), window=st.sampled_from([0.5, 1.0, 3.0, 7.5, 100.0]))
def test_lately_is_the_same_figures_on_a_window_that_ends_now(session: Session, window: float) -> None:
    simulation = played(session)
    flow, staffing = flow_of(simulation)
    loads = lately(flow, staffing, window)
    assert len(loads) == len(simulation.scenario.columns)
    slow = SlowFigures(simulation, start=max(simulation.now - window, 0.0))
    if slow.length <= 0 or not len(simulation.trace):
        assert all(load.loaded == load.upstream_waits == 0 for load in loads)
        return
    for column, load in enumerate(loads):
        shares = slow.worker_shares(column)
        for part, share in shares.items():
            assert math.isclose(getattr(load, part), 0.0 if math.isnan(share) else share, abs_tol=1e-9), part
        stuck = slow.share_of_time(lambda span: span.column == column - 1 and span.state == S.READY)  # noqa: B023
        assert math.isclose(load.upstream_waits, stuck if column else 0.0, abs_tol=1e-9)


@settings(max_examples=30, deadline=None)
@given(session=sessions(), window=st.sampled_from([1.0, 5.0, 100.0]))
def test_a_load_since_the_first_card_is_the_load_on_the_window_that_begins_with_it(
    session: Session, window: float
) -> None:
    simulation = played(session)
    flow, staffing = flow_of(simulation)
    start = max(simulation.now - window, 0.0)
    for column, load in enumerate(lately(flow, staffing, window)):
        came = flow.lines[column + 1]
        if not len(came) or came[0] <= start or came[0] >= simulation.now or staffing.changed(column):
            continue
        shares = SlowFigures(simulation, start=float(came[0])).worker_shares(column)
        busy = shares["busy"] + shares["setup"] + shares["blocked"]
        assert math.isclose(load.engaged, 0.0 if math.isnan(busy) else busy, abs_tol=1e-9)


@settings(max_examples=30, deadline=None)
@given(session=sessions(), window=st.sampled_from([1.0, 5.0, 100.0]))
def test_the_bottleneck_is_the_right_most_of_the_most_loaded_columns(session: Session, window: float) -> None:
    simulation = played(session)
    flow, staffing = flow_of(simulation)
    found, loads = bottleneck(flow, staffing, window), lately(flow, staffing, window)
    if found is None:
        return
    assert found.load == loads[found.column]
    assert found.load.engaged >= 0.6
    work = simulation.scenario.mean_work
    for column in range(found.column + 1, len(loads)):
        came = flow.lines[column + 1]
        if len(came) and simulation.now - came[0] >= 5 * work[column]:
            assert loads[column].engaged < found.load.engaged or loads[column].engaged < 0.6
