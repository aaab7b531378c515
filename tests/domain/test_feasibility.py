"""What is said of a board before it runs, against the boards themselves."""

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flowsim.domain.advice import sentences
from flowsim.domain.arrivals import (
    Poisson,
    Saturated,
)
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.feasibility import feasibility, smallest_batch
from flowsim.domain.plan_of_changes import PlannedWorkers
from flowsim.domain.policies import Blockers, Rework, Rules, Setup
from flowsim.domain.scenario import CardClass, Column, Family, Person, Scenario, SharedLimit
from flowsim.domain.traffic import passes_and_visits
from flowsim.engine import Simulation, played
from tests.engine.full_boards import full_scenarios


def board(*columns: Column, rate: float = 0.5, **settings: object) -> Scenario:
    return replace(Scenario(name="", columns=columns, arrivals=Poisson(rate=rate)), **settings)  # type: ignore[arg-type]


def step(name: str, mean: float, **settings: object) -> Column:
    return replace(Column(id=name, service=Exponential(mean=mean)), **settings)  # type: ignore[arg-type]


def test_the_load_is_what_arrives_times_what_it_takes_over_who_is_there() -> None:
    found = feasibility(board(step("a", 1.0), step("b", 3.0, workers=2), rate=0.5))
    assert [each.load for each in found.columns] == [0.5, 0.75]
    assert found.capacity == pytest.approx(2 / 3)
    assert (found.bottleneck, found.exact) == (1, True)


def test_a_set_up_is_spread_over_its_batch() -> None:
    """c·B / (s + B·p)"""
    setup = Setup(rule="per_batch", time=20.0, batch=5)
    assert feasibility(board(step("a", 4.0, setup=setup))).capacity == pytest.approx(5 / (20 + 5 * 4))


def test_families_set_up_as_often_as_the_next_card_is_of_another() -> None:
    setup = Setup(rule="family", time=1.0)
    families = (Family(id="a", share=3.0), Family(id="b", share=1.0))
    found = feasibility(board(step("a", 1.0, setup=setup), families=families))
    assert found.columns[0].work == pytest.approx(1.0 + (1 - 0.75**2 - 0.25**2))


def test_rework_in_place_is_passed_more_often_and_entered_once() -> None:
    assert passes_and_visits(board(step("a", 1.0, rework=Rework(probability=0.2)))) == ([1.25], [1.0])


def test_rework_from_a_later_column_is_done_again_all_along_the_way() -> None:
    columns = (step("a", 1.0), step("b", 1.0), step("c", 1.0, rework=Rework(probability=0.5, to="b")))
    passes, visits = passes_and_visits(board(*columns))
    assert passes == visits == pytest.approx([1.0, 2.0, 2.0])


def test_a_blocker_takes_time_only_where_the_person_waits() -> None:
    waits = Blockers(probability=0.1, duration=Constant(value=4.0))
    assert feasibility(board(step("a", 1.0, blockers=waits))).columns[0].work == pytest.approx(1.4)
    leaves = replace(waits, worker_waits=False)
    assert feasibility(board(step("a", 1.0, blockers=leaves))).columns[0].work == 1.0


def test_speed_is_for_work_and_neither_for_set_ups_nor_for_blockers() -> None:
    slow = (Person(name="Ada", skills={"a": 0.5}),)
    setup = Setup(rule="per_batch", time=10.0)
    assert feasibility(board(step("a", 1.0, setup=setup), people=slow)).capacity == pytest.approx(1 / 12)


def test_a_limit_is_no_bound_where_cards_may_go_over_it() -> None:
    quick = (Person(name="Ada", skills={"a": 4.0}),)
    assert feasibility(board(step("a", 1.0, wip_limit=1), people=quick)).capacity == 4.0
    back = (step("a", 1.0, wip_limit=1), step("b", 0.1, rework=Rework(probability=0.9, to="a")))
    assert feasibility(board(*back)).limited_by == "a"
    exceeds = (CardClass(id="standard", may_exceed=2),)
    assert feasibility(board(step("a", 1.0, wip_limit=1, workers=3), classes=exceeds)).capacity == 3.0


@pytest.mark.parametrize(
    "scenario",
    [
        board(step("a", 1.0), rules=Rules(blocking="server", deliver_every=5.0)),
        board(step("a", 1.0), rules=Rules(auto_pull=False)),
        replace(board(step("a", 1.0, move_time=3.0)), arrivals=Saturated()),
        board(step("a", 1.0, setup=Setup(rule="family", time=1.0), rework=Rework(probability=0.5))),
    ],
)
def test_what_a_board_finishes_is_promised_only_where_it_is_certain(scenario: Scenario) -> None:
    assert not feasibility(scenario).exact


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scenario=full_scenarios(explicit=False))
def test_no_board_without_chance_ever_finishes_more_than_its_capacity(scenario: Scenario) -> None:
    columns = tuple(
        replace(
            each, service=Constant(value=each.service.mean), service_by_class={}, skip=0.0, rework=Rework(),
            blockers=Blockers(),
            setup=each.setup if each.setup.rule == "per_batch" else Setup(),
        )
        for each in scenario.columns
    )  # fmt: skip
    certain = replace(scenario, columns=columns)
    simulation = Simulation(certain)
    simulation.run(1000.0)
    # A bound for the long run; at its end a run may be ahead by the process batches that are under way.
    ahead = sum(each.workers * each.setup.batch for each in columns)
    assert simulation.finished <= 1000 * feasibility(certain).capacity + ahead


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scenario=full_scenarios(explicit=False))
def test_no_board_whatever_it_uses_finishes_more_than_its_capacity(scenario: Scenario) -> None:
    # With work by class, or columns that are passed by, it holds for the mix that arrives, and a full board may choose.
    columns = tuple(replace(each, service_by_class={}, skip=0.0) for each in scenario.columns)
    scenario = replace(scenario, columns=columns)
    simulation = Simulation(scenario)
    simulation.run(1000.0)
    capacity = feasibility(scenario).capacity
    # Chance deals a thousand cards' work, rework and blockers a little below their means now and then.
    assert simulation.finished / 1000 <= 1.25 * capacity + 0.02


def test_too_little_is_said_with_its_consequence() -> None:
    said = list(sentences(board(step("a", 1.0), step("Test", 2.24), rate=0.5)))
    assert said[0] == "Test is needed 112 % of its time: the backlog will grow without end"


def test_the_smallest_batch_that_keeps_up_is_told() -> None:
    setup = Setup(rule="per_batch", time=30.0, batch=1)
    scenario = board(step("a", 20.0, setup=setup), rate=1 / 29, time_unit="minute")
    assert smallest_batch(scenario, 0) == 4
    assert "with a set-up of 30 minutes in a the smallest batch that keeps up is 4" in list(sentences(scenario))
    for batch, keeps_up in ((3, False), (4, True)):
        its = replace(scenario.columns[0], setup=replace(setup, batch=batch))
        load = feasibility(replace(scenario, columns=(its,))).columns[0].load
        assert load is not None
        assert (load < 1) == keeps_up


def test_where_work_alone_is_too_much_no_batch_is_large_enough() -> None:
    setup = Setup(rule="per_batch", time=30.0, batch=1)
    scenario = board(step("a", 20.0, setup=setup), rate=0.06)
    assert smallest_batch(scenario, 0) is None
    assert any("no batch is large enough" in line for line in sentences(scenario))


def test_a_limit_can_be_tighter_than_the_people() -> None:
    found = feasibility(board(step("a", 2.0, workers=4, wip_limit=2, move_time=1.0)))
    assert found.capacity == pytest.approx(2 / 3)
    assert (found.limited_by, found.exact) == ("the limit of a", False)
    shared = (SharedLimit(columns=("a", "b"), limit=1),)
    found = feasibility(board(step("a", 2.0), step("b", 1.0), shared_limits=shared))
    assert found.capacity == pytest.approx(1 / 3)


def test_a_person_is_needed_for_what_nobody_else_can_do() -> None:
    people = (Person(name="Ada", skills={"a": 1.0, "b": 0.5}), Person(name="Ben", skills={"a": 1.0}))
    found = feasibility(board(step("a", 1.0), step("b", 1.2), rate=0.5, people=people))
    assert [(each.name, each.load) for each in found.people] == [("Ada", pytest.approx(1.2)), ("Ben", 0.0)]
    said = "Ada is needed 120 % of the time for work nobody else can do: the backlog will grow without end"
    assert said in list(sentences(board(step("a", 1.0), step("b", 1.2), rate=0.5, people=people)))


def test_seldom_replenishing_bounds_what_can_come_in() -> None:
    found = feasibility(board(step("a", 0.1, wip_limit=2), rules=Rules(replenish_every=10.0)))
    assert (found.capacity, found.limited_by) == (0.2, "replenishing a so seldom")


@pytest.mark.parametrize("horizon", [900.0, 10_000.0])
def test_a_plan_is_averaged_over_as_much_as_is_looked_at(horizon: float) -> None:
    """Two people every second half of a day, nobody in the other: one card a day on average, however long it lasts."""
    plan = (
        PlannedWorkers(at=0.0, every=1.0, column="a", value=0),
        PlannedWorkers(at=0.5, every=1.0, column="a", value=2),
    )
    scenario = board(step("a", 1.0, workers=2), rate=0.9, plan=plan, horizon=horizon)
    assert feasibility(scenario).capacity == pytest.approx(1.0, rel=0.01)


@pytest.mark.parametrize(
    "past_it", [{"skip": 0.5}, {"service_by_class": {"quick": Constant(value=0.0)}}], ids=["skip", "no work"]
)
def test_a_cadence_bounds_nothing_where_cards_pass_it_without_a_slot_or_in_no_time(past_it: dict[str, Any]) -> None:
    """With two classes, one of which has no work there, or half of the cards going past the column with the limit."""
    last = replace(step("b", 0.1, wip_limit=1), **past_it)
    classes = (CardClass(id="plain"), CardClass(id="quick"))
    scenario = board(step("a", 0.1), last, rate=1.0, classes=classes, rules=Rules(deliver_every=10.0))
    found = feasibility(scenario)
    assert played(scenario, (), 2_000.0).finished / 2_000 > 0.15
    assert found.capacity > 1.0


@settings(max_examples=25, deadline=None)
@given(
    means=st.lists(st.sampled_from([0.5, 1.0, 2.0]), min_size=1, max_size=3),
    limit=st.none() | st.integers(1, 4),
    workers=st.integers(1, 2),
    move=st.sampled_from([0.0, 0.5]),
    again=st.sampled_from([0.0, 0.3]),
)
def test_no_board_finishes_more_than_its_capacity(
    means: list[float], limit: int | None, workers: int, move: float, again: float
) -> None:
    columns = tuple(
        Column(
            id=f"c{index}", workers=workers, wip_limit=limit, move_time=move,
            service=Constant(value=mean), rework=Rework(probability=again),
        )
        for index, mean in enumerate(means)
    )  # fmt: skip
    scenario = Scenario(name="", columns=columns, arrivals=Saturated())
    if limit is None:
        scenario = replace(scenario, columns=(replace(columns[0], wip_limit=9), *columns[1:]))
    simulation = Simulation(scenario)
    simulation.run(3000.0)
    capacity = feasibility(scenario).capacity
    # Chance may favour rework a little over 3,000 time units; four standard errors of its share are 1.5 %.
    assert simulation.finished / 3000 <= capacity * (1.0 if again == 0 else 1.03) + 1e-9
    assert math.isfinite(capacity)


def test_one_card_a_day_is_said_as_one() -> None:
    assert "the board finishes 1 card a day, because of a" in list(sentences(board(step("a", 1.0))))


def test_where_nobody_works_nothing_is_finished() -> None:
    scenario = board(step("a", 1.0), step("b", 1.0, workers=0))
    assert feasibility(scenario).columns[1].load == math.inf
    assert list(sentences(scenario)) == ["nothing can be finished, because nobody works in b"]


BEYOND = 10**400
"""More than floating point holds; a file may have it as a limit or a batch."""

VAST = [
    board(step("a", 1.0, wip_limit=BEYOND)),
    board(step("a", 1.0), shared_limits=(SharedLimit(columns=("a",), limit=BEYOND),)),
    board(step("a", 1.0, wip_limit=1), classes=(CardClass(id="standard", may_exceed=BEYOND),)),
    board(step("a", 1.0, wip_limit=BEYOND), rules=Rules(replenish_every=1.0)),
    board(step("a", 1.0, setup=Setup(rule="per_batch", time=1.0, batch=BEYOND))),
]


@pytest.mark.parametrize("vast", VAST)
def test_what_is_beyond_floating_point_limits_nothing(vast: Scenario) -> None:
    assert feasibility(vast).capacity == feasibility(board(step("a", 1.0))).capacity


def test_no_batch_keeps_up_with_a_set_up_that_never_ends() -> None:
    column = step("a", 0.1, setup=Setup(rule="per_batch", time=1e308))
    assert smallest_batch(board(column, rate=1.0), 0) is not None
    assert smallest_batch(board(column, rate=5.0), 0) is None
