"""Figures of small boards that anybody can work out with a pencil."""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from flowsim.domain.arrivals import (
    Poisson,
    Saturated,
)
from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import (
    BlockCard,
    DeliverCard,
    DropCard,
    Intervention,
    MoveCard,
    ReturnCard,
    SetPerson,
    UnblockCard,
)
from flowsim.domain.policies import Rules, Setup
from flowsim.domain.scenario import Column, ExplicitCard, Person, Scenario
from flowsim.engine import Simulation
from flowsim.metrics import (
    CumulativeFlow,
    Durations,
    Figures,
    Flow,
    FlowAccumulator,
    Staffing,
    bottleneck,
    figures_of,
    lately,
    people_of,
    recent_window,
)


def two_columns(*cards: tuple[float, float, float], limit: int | None = None, warm_up: float = 0.0) -> Scenario:
    """Columns a and b, and cards as (arrives, work in a, work in b)."""
    listed = tuple(ExplicitCard(arrives=at, service={"a": a, "b": b}) for at, a, b in cards)
    columns = (Column(id="a"), Column(id="b", wip_limit=limit))
    return Scenario(name="", columns=columns, cards=listed, warm_up=warm_up)


def read(scenario: Scenario, until: float, acts: Sequence[Intervention] = ()) -> tuple[Flow, Staffing]:
    simulation, flow = Simulation(scenario), FlowAccumulator(scenario)
    for act in acts:
        simulation.do(act)
    simulation.advance_to(until)
    staffing = Staffing.of(scenario, simulation.interventions)
    flow.read(simulation.trace, simulation.now, staffing)
    return flow, staffing


def figures(scenario: Scenario, until: float, acts: Sequence[Intervention] = ()) -> Figures:
    return figures_of(*read(scenario, until, acts))


def test_one_card_through_two_columns() -> None:
    found = figures(two_columns((1.0, 2.0, 3.0)), 10.0)
    assert (found.start, found.end, found.finished, found.unfinished) == (0.0, 6.0, 1, 0)
    assert found.throughput == 1 / 6
    assert found.wip == 5 / 6
    assert found.cycle_time == found.lead_time == Durations(1, 5.0, 5.0, 5.0, 5.0)
    assert found.flow_efficiency == 1.0
    assert [column.utilisation for column in found.columns] == [2 / 6, 3 / 6]
    assert [column.starved for column in found.columns] == [4 / 6, 3 / 6]
    assert set(found.waits.values()) == {0.0}


def test_waits_of_two_cards_that_meet_in_a_line() -> None:
    found = figures(two_columns((0.0, 1.0, 4.0), (0.0, 1.0, 1.0), limit=1), 100.0)
    assert (found.end, found.finished) == (6.0, 2)
    assert found.waits["capacity"] == 0.5
    assert found.waits["downstream"] == 1.5
    assert found.flow_efficiency == 7 / 11
    assert found.columns[0].queue == 1 / 6
    assert found.columns[0].wip == 6 / 6
    assert found.columns[1].wip == 5 / 6


def test_an_empty_run_has_no_figures_and_no_errors() -> None:
    scenario = Scenario(name="", columns=(Column(id="a"),), arrivals=Poisson(rate=1e-9))
    found = figures(scenario, 0.0)
    numbers = (found.throughput, found.wip, found.flow_efficiency, found.cycle_time.mean, found.columns[0].utilisation)
    assert all(map(math.isnan, numbers))
    assert found.as_json(["a"])["lead_time"] == dict.fromkeys(("mean", "p50", "p85", "p95"))
    flow, staffing = read(scenario, 10.0)
    found = figures_of(flow, staffing)
    assert (found.throughput, found.wip, found.finished, found.unfinished) == (0.0, 0.0, 0, 0)
    assert found.columns[0].starved == 1.0
    assert math.isnan(found.lead_time.p85)
    assert found.as_json(["a"])["throughput"] == 0.0
    assert found.as_json(["a"])["waits"]["backlog"] is None
    assert bottleneck(flow, staffing, 5.0) is None
    assert CumulativeFlow.of(flow).counts(np.array([0.0, 5.0])).tolist() == [[0, 0], [0, 0], [0, 0]]
    assert CumulativeFlow.of(flow).as_table(["A"])[1] == [[0.0, 0, 0, 0], [10.0, 0, 0, 0]]


def test_a_flow_that_has_read_nothing_has_figures_of_nothing() -> None:
    scenario = two_columns((0.0, 1.0, 1.0))
    found = figures_of(FlowAccumulator(scenario), Staffing.of(scenario))
    assert (found.finished, found.unfinished) == (0, 0)
    assert math.isnan(found.throughput)
    assert lately(FlowAccumulator(scenario), Staffing.of(scenario), 5.0)[0].loaded == 0.0


def test_nothing_finished_yet_is_told_as_null_and_the_unfinished_are_counted() -> None:
    found = figures(two_columns((0.0, 50.0, 1.0), (0.0, 1.0, 1.0)), 10.0)
    assert (found.finished, found.unfinished, found.throughput, found.wip) == (0, 2, 0.0, 2.0)
    told = found.as_json(["a", "b"])
    assert told["cycle_time"]["mean"] is told["flow_efficiency"] is told["waits"]["capacity"] is None
    assert told["columns"]["a"] == {
        "wip": 2.0,
        "queue": 1.0,
        "utilisation": 1.0,
        "setup": 0.0,
        "blocked": 0.0,
        "starved": 0.0,
    }


def test_work_finished_exactly_at_the_edges_counts_at_the_end_and_not_at_the_start() -> None:
    scenario = two_columns((0.0, 2.0, 0.0), (0.0, 3.0, 0.0), (0.0, 5.0, 0.0), warm_up=2.0)
    found = figures(scenario, 5.0)
    assert (found.finished, found.throughput) == (1, 1 / 3)
    assert figures(scenario, 4.999).finished == 0


def test_warm_up_clips_the_time_but_not_the_cards_own_durations() -> None:
    found = figures(two_columns((0.0, 4.0, 0.0), warm_up=3.0), 10.0)
    assert (found.start, found.end) == (3.0, 4.0)
    assert found.cycle_time.mean == 4.0
    assert found.wip == found.columns[0].utilisation == 1.0
    assert found.little.residual == 1.0 - 1.0 * 4.0


def test_a_run_shorter_than_its_warm_up_has_no_figures() -> None:
    found = figures(two_columns((0.0, 9.0, 0.0), warm_up=5.0), 3.0)
    assert math.isnan(found.throughput)
    assert math.isnan(found.wip)
    assert math.isnan(found.columns[0].starved)


@pytest.mark.parametrize(
    ("n", "p50", "p85", "p95"),
    [(1, 1, 1, 1), (2, 1, 2, 2), (7, 4, 6, 7), (20, 10, 17, 19), (21, 11, 18, 20), (100, 50, 85, 95)],
)
def test_percentiles_are_nearest_ranks(n: int, p50: float, p85: float, p95: float) -> None:
    mixed = np.random.default_rng(5).permutation(np.arange(1.0, n + 1))
    assert Durations.of(mixed) == Durations(n, (n + 1) / 2, p50, p85, p95)


def test_a_percentile_is_a_duration_that_occurred() -> None:
    durations = Durations.of(np.array([1.0, 1.0, 10.0, 10.0]))
    assert (durations.p50, durations.p85) == (1.0, 10.0)


def test_a_dropped_card_is_neither_finished_nor_in_the_system_but_has_used_the_board() -> None:
    found = figures(two_columns((0.0, 9.0, 1.0), (0.0, 2.0, 2.0)), 100.0, [DropCard(at=3.0, card=0)])
    assert (found.finished, found.unfinished, found.end) == (1, 0, 7.0)
    assert found.columns[0].utilisation == 5 / 7
    assert found.columns[0].wip == pytest.approx((3 + 5) / 7)
    assert found.cycle_time == Durations(1, 7.0, 7.0, 7.0, 7.0)


def test_a_dropped_card_stays_in_the_lines_it_had_reached() -> None:
    flow, _ = read(two_columns((0.0, 9.0, 1.0)), 5.0, [DropCard(at=3.0, card=0)])
    assert CumulativeFlow.of(flow).counts(np.array([0.0, 3.0, 5.0])).tolist() == [[1] * 3, [1] * 3, [0] * 3, [0] * 3]


def test_lines_do_not_fall_when_a_card_is_moved_back_nor_rise_when_it_comes_again() -> None:
    acts: list[Intervention] = [MoveCard(at=2.0, card=0, column="a"), ReturnCard(at=2.5, card=0)]
    flow, _ = read(two_columns((0.0, 1.0, 5.0)), 100.0, acts)
    assert [line.tolist() for line in flow.lines] == [[0.0], [0.0], [1.0], [8.5]]


def test_columns_jumped_over_count_as_entered_at_that_instant() -> None:
    flow, staffing = read(two_columns((0.0, 9.0, 5.0), (0.0, 9.0, 9.0)), 4.0, [DeliverCard(at=3.0, card=0)])
    assert [line.tolist() for line in flow.lines] == [[0.0, 0.0], [0.0, 0.0], [3.0], [3.0]]
    assert figures_of(flow, staffing).cycle_time.mean == 3.0


def test_a_card_delivered_straight_from_the_backlog_started_when_it_finished() -> None:
    scenario = Scenario(
        name="", columns=(Column(id="a"),), cards=two_columns((0.0, 1.0, 1.0)).cards, rules=Rules(auto_pull=False)
    )
    found = figures(scenario, 9.0, [DeliverCard(at=4.0, card=0)])
    assert (found.cycle_time.mean, found.lead_time.mean) == (0.0, 4.0)
    assert math.isnan(found.flow_efficiency)
    assert found.waits["backlog"] == 0.0


def test_cycle_time_runs_on_through_a_return_to_the_backlog_and_tells_it_as_a_wait() -> None:
    scenario = Scenario(
        name="", columns=(Column(id="a"),), cards=(ExplicitCard(service={"a": 2.0}),), rules=Rules(auto_pull=False)
    )
    acts: list[Intervention] = [
        MoveCard(at=1.0, card=0, column="a"),
        ReturnCard(at=2.0, card=0),
        MoveCard(at=5.0, card=0, column="a"),
        DeliverCard(at=8.0, card=0),
    ]
    found = figures(scenario, 9.0, acts)
    assert (found.cycle_time.mean, found.lead_time.mean) == (7.0, 8.0)
    assert (found.waits["backlog"], found.waits["downstream"]) == (3.0, 1.0)
    assert found.flow_efficiency == 3 / 7


def test_a_worker_held_up_by_a_blocked_card_is_not_busy() -> None:
    found = figures(two_columns((0.0, 5.0, 0.0)), 10.0, [BlockCard(at=2.0, card=0), UnblockCard(at=6.0, card=0)])
    column = found.columns[0]
    assert found.end == 9.0
    assert (column.utilisation, column.blocked, column.starved) == pytest.approx((5 / 9, 4 / 9, 0.0))
    assert found.waits["blocker"] == 4.0


STAFFED = [SetWorkers(at=4.0, column="a", value=3), SetWorkers(at=6.0, column="a", value=1)]


def test_workers_who_come_and_go_count_while_they_are_there_or_still_at_a_card() -> None:
    found = figures(two_columns(*[(0.0, 4.0, 0.0)] * 3), 20.0, STAFFED)
    assert found.end == 8.0
    column = found.columns[0]
    assert column.utilisation == pytest.approx(12 / 14)
    assert column.starved == pytest.approx(2 / 14)


def test_lately_counts_who_has_left_the_staff_while_at_a_card_beside_the_idle() -> None:
    scenario = Scenario(
        name="",
        columns=(Column(id="a", workers=2),),
        cards=(ExplicitCard(service={"a": 1.0}), ExplicitCard(service={"a": 10.0})),
    )
    flow, staffing = read(scenario, 5.0, [SetWorkers(at=2.0, column="a", value=1)])
    (load,) = lately(flow, staffing, 2.0)
    assert (load.busy, load.starved) == pytest.approx((0.5, 0.5))
    whole = figures_of(flow, staffing).columns[0]
    (load,) = lately(flow, staffing, 5.0)
    assert (load.busy, load.starved) == pytest.approx((whole.utilisation, whole.starved))


def test_the_bottleneck_is_told_with_its_load_and_what_waits_in_front_of_it() -> None:
    scenario = two_columns(*[(float(at), 0.25, 2.0) for at in range(20)], limit=1)
    flow, staffing = read(scenario, 22.0)
    found = bottleneck(flow, staffing, 4.0)
    assert found is not None
    assert (found.column, found.window, found.load.busy, found.load.upstream_waits) == (1, 4.0, 1.0, 1.0)
    assert bottleneck(*read(two_columns((0.0, 1.0, 1.0), (50.0, 1.0, 1.0)), 40.0), 10.0) is None


def test_the_slowest_step_of_the_five_step_line_is_named_soon_and_stays_named() -> None:
    columns = tuple(
        Column(id=f"step {minutes}-{place}", wip_limit=3, service=Constant(value=float(minutes)))
        for place, minutes in enumerate((20, 32, 26, 36, 20))
    )
    scenario = Scenario(name="", columns=columns, arrivals=Saturated(), horizon=None)
    flow, staffing, simulation = FlowAccumulator(scenario), Staffing.of(scenario), Simulation(scenario)
    for now in range(20, 4000, 20):
        simulation.advance_to(float(now))
        flow.read(simulation.trace, simulation.now, staffing)
        found = bottleneck(flow, staffing, recent_window(scenario, simulation.now))
        assert found is None if now < 360 else found is not None and found.column == 3, now


def test_lately_is_a_fifth_of_the_run_but_twenty_long_steps_and_never_before_the_start() -> None:
    scenario = two_columns((0.0, 1.0, 1.0))
    assert [recent_window(scenario, now) for now in (0.0, 10.0, 50.0, 100.0, 200.0)] == [0.0, 10.0, 20.0, 20.0, 40.0]


def test_the_gap_between_lines_is_the_number_of_cards_between_them() -> None:
    flow, _ = read(two_columns((0.0, 1.0, 3.0), (0.0, 1.0, 3.0), (2.0, 1.0, 3.0)), 100.0)
    counts = CumulativeFlow.of(flow).counts(np.array([0.0, 0.999, 1.0, 3.5, 4.0, 10.0]))
    assert counts.tolist() == [[2, 2, 2, 3, 3, 3], [2, 2, 2, 3, 3, 3], [0, 0, 1, 3, 3, 3], [0, 0, 0, 0, 1, 3]]


def test_a_persons_time_is_shared_out_over_all_columns_and_ends_with_the_card_at_hand() -> None:
    """Ada sets up for 1 and works for 2 at half speed, twice; she leaves at 3 and finishes her card at 5."""
    scenario = Scenario(
        name="",
        columns=(Column(id="a", setup=Setup(rule="per_batch", time=1.0)), Column(id="b")),
        people=(Person(name="Ada", skills={"a": 0.5}), Person(name="Ben", skills={"b": 1.0})),
        cards=(ExplicitCard(service={"a": 1.0, "b": 3.0}), ExplicitCard(arrives=3.0, service={"a": 0.5})),
        horizon=None,
    )
    flow, staffing = read(scenario, 8.0, [SetPerson(at=3.5, person="Ada", value=False)])
    ada, ben = people_of(flow, staffing)
    # Set-up 0-1, work 1-3, set-up 3-4, work 4-5: away from 3.5 on, but at work until 5. All is done at 6.
    assert (ada.utilisation, ada.setup, ada.starved) == pytest.approx((3 / 5, 2 / 5, 0.0))
    assert (ben.utilisation, ben.setup, ben.blocked, ben.starved) == pytest.approx((3 / 6, 0, 0, 3 / 6))
    first, second = figures_of(flow, staffing).columns
    assert (first.utilisation, first.setup) == pytest.approx((3 / 5, 2 / 5))
    assert second.utilisation == pytest.approx(3 / 6)
