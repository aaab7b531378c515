"""A plan of changes: made at its own times, before anything else of the instant, and part of what is in force."""

import json
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.arrivals import Fixed, Interval, Poisson, Saturated
from flowsim.domain.checks import problems_of
from flowsim.domain.column_settings import SetTransferBatch, SetWipLimit, SetWorkers
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.feasibility import feasibility
from flowsim.domain.plan_of_changes import (
    PlannedChange,
    PlannedPerson,
    PlannedRules,
    PlannedService,
    PlannedTransferBatch,
    PlannedWipLimit,
    PlannedWorkers,
    change_at,
    course_of,
    is_planned,
    time_of,
    times_made,
)
from flowsim.domain.policies import Rules
from flowsim.domain.scenario import Column, Person, Scenario
from flowsim.domain.words import CardState
from flowsim.engine import Simulation, Snapshot, played
from flowsim.metrics.run_view import RunView
from flowsim.session.simulation_view import view_of
from tests.strategies import modest

NIGHT = (
    PlannedWorkers(at=2.0, every=3.0, column="a", value=0), PlannedWorkers(at=3.0, every=3.0, column="a", value=1),
)  # fmt: skip
"""Two days of work, one of rest, again and again."""


def board(*plan: PlannedChange, work: float = 1.0, cards: int = 5, **settings: Any) -> Scenario:
    column = Column(id="a", service=Constant(value=work))
    return Scenario(name="plan", columns=(column,), arrivals=Fixed(count=cards), horizon=None, plan=plan, **settings)


def times(simulation: Simulation, state: CardState) -> list[float]:
    return [time for time, _, _, its, _ in simulation.trace.rows().tolist() if its == state]


def test_nobody_begins_while_nobody_is_there_and_what_was_begun_is_finished() -> None:
    run = played(board(*NIGHT), (), 20.0)
    assert times(run, CardState.WORKING) == [0.0, 1.0, 3.0, 4.0, 6.0]
    slow = played(board(*NIGHT, work=1.5, cards=3), (), 20.0)
    assert times(slow, CardState.WORKING) == [0.0, 1.5, 3.0]
    assert times(slow, CardState.DELIVERED) == [1.5, 3.0, 4.5]


def test_a_change_holds_for_everything_of_its_instant() -> None:
    """A card comes at 2, when nobody is there any more."""
    scenario = replace(board(*NIGHT), arrivals=Interval(gap=Constant(value=2.0)), horizon=4.0)
    assert times(played(scenario, (), 4.0), CardState.WORKING) == [3.0, 4.0]


def test_a_change_at_time_0_is_there_from_the_first_instant() -> None:
    run = played(board(PlannedWorkers(at=0.0, column="a", value=3)), (), 20.0)
    assert times(run, CardState.WORKING) == [0.0, 0.0, 0.0, 1.0, 1.0]


def test_changes_at_one_time_are_made_in_the_order_of_the_plan() -> None:
    plan = PlannedWorkers(at=0.5, column="a", value=0), PlannedWorkers(at=0.5, column="a", value=2)
    assert times(played(board(*plan), (), 20.0), CardState.WORKING) == [0.0, 0.5, 1.0, 1.5, 2.0]


def test_a_change_is_made_until_its_last_time() -> None:
    plan = (
        PlannedWorkers(at=1.0, every=2.0, until=3.0, column="a", value=0),
        PlannedWorkers(at=2.0, every=2.0, column="a", value=1),
    )
    assert times(played(board(*plan, cards=6), (), 20.0), CardState.WORKING) == [0.0, 2.0, 4.0, 5.0, 6.0, 7.0]


def test_every_kind_of_setting_can_be_planned() -> None:
    plan = (
        PlannedService(at=1.0, column="a", value=Constant(value=0.5)),
        PlannedWipLimit(at=1.0, column="a", value=1),
        PlannedRules(at=2.0, value=Rules(deliver_every=2.0)),
    )
    run = played(board(*plan), (), 20.0)
    assert times(run, CardState.DELIVERED) == [1.0, 1.5, 2.0, 4.0, 4.0]


def test_a_person_comes_in_week_six() -> None:
    people = Person(name="Ada", skills={"a": 1.0}), Person(name="Ben", skills={"a": 1.0})
    plan = PlannedPerson(at=0.0, person="Ben", value=False), PlannedPerson(at=2.0, person="Ben", value=True)
    run = played(board(*plan, people=people), (), 20.0)
    assert times(run, CardState.WORKING) == [0.0, 1.0, 2.0, 2.0, 3.0]


def test_what_people_do_goes_on_from_what_the_plan_did() -> None:
    simulation = Simulation(board(*NIGHT))
    simulation.do(SetWorkers(at=2.5, column="a", value=1))
    simulation.advance_to(20.0)
    assert times(simulation, CardState.WORKING) == [0.0, 1.0, 2.5, 3.5, 4.5]
    assert [(one.at, one.do) for one in simulation.interventions] == [(2.5, "set_workers")]
    assert [(one.at, one.value) for one in simulation.done if isinstance(one, SetWorkers)] == [
        (2.0, 0), (2.5, 1), (3.0, 1), (5.0, 0),
    ]  # fmt: skip


def test_a_change_that_the_board_does_not_allow_is_left_out_and_noted() -> None:
    simulation = Simulation(board(PlannedTransferBatch(at=3.0, column="a", value=3)))
    simulation.do(SetWipLimit(at=1.0, column="a", value=2))
    simulation.advance_to(20.0)
    [(change, reason)] = simulation.left_out
    assert isinstance(change, SetTransferBatch)
    assert (change.at, change.value) == (3.0, 3)
    assert reason.startswith("a batch of 3 does not fit")
    assert simulation.back_at(simulation.mark()).left_out == simulation.left_out


def test_a_night_is_no_deadlock() -> None:
    simulation = Simulation(board(*NIGHT))
    simulation.advance_to(2.5)
    assert simulation.standstill is None
    last = Simulation(board(PlannedWorkers(at=2.0, column="a", value=0)))
    last.advance_to(2.5)
    assert last.standstill is not None


@modest
@given(now=st.floats(0, 15), slices=st.lists(st.floats(0, 15), max_size=6))
def test_a_run_goes_on_from_a_snapshot_and_in_any_chunks_with_the_same_rows(now: float, slices: list[float]) -> None:
    column = Column(id="a", service=Exponential(mean=0.8))
    scenario = replace(board(*NIGHT), columns=(column,), arrivals=Poisson(rate=0.7))
    whole = played(scenario, (), 15.0)
    simulation = Simulation(scenario)
    for end in sorted(slices):
        simulation.advance_to(end)
    simulation.advance_to(max(now, simulation.now))
    taken = simulation.snapshot()
    again = Snapshot(taken.scenario, taken.conditions, taken.now, json.loads(json.dumps(taken.state)))
    other, rows = Simulation.resumed(again), len(simulation.trace)
    for run in (simulation, other):
        run.advance_to(15.0)
    assert simulation.trace.rows().tobytes() == whole.trace.rows().tobytes()
    assert other.trace.rows().tobytes() == whole.trace.rows(rows, len(whole.trace)).tobytes()


def test_going_back_to_a_mark_keeps_what_the_plan_had_done() -> None:
    simulation = Simulation(board(*NIGHT))
    simulation.advance_to(2.5)
    mark = simulation.mark()
    simulation.advance_to(9.0)
    back = simulation.back_at(mark)
    back.advance_to(9.0)
    assert back.done == simulation.done
    assert back.trace.rows().tobytes() == simulation.trace.rows().tobytes()


def test_busy_time_is_counted_against_those_who_are_there() -> None:
    scenario = replace(board(*NIGHT, cards=1000), horizon=60.0)
    run = view_of(played(scenario, (), 60.0))
    assert isinstance(run, RunView)
    from flowsim.metrics import figures_of

    its = figures_of(run.flow, run.staffing).columns[0]
    assert its.utilisation == pytest.approx(1.0)
    assert run.conditions.columns[0].workers == 1
    assert run.before(2.5).conditions.columns[0].workers == 0


# When


def test_times_are_multiples_and_never_sums() -> None:
    planned = PlannedWorkers(at=0.1, every=0.1, column="a", value=1)
    assert [time_of(planned, count) for count in (0, 2, 9)] == [0.1, 0.1 + 2 * 0.1, 0.1 + 9 * 0.1]
    assert math.isinf(time_of(PlannedWorkers(at=1.0, column="a", value=1), 1))
    assert change_at(planned, 0.3) == SetWorkers(at=0.3, column="a", value=1)


@modest
@given(
    at=st.floats(0, 50), every=st.none() | st.floats(0.1, 20), length=st.none() | st.floats(0, 90),
    until=st.floats(0, 100),
)  # fmt: skip
def test_how_often_a_change_has_been_made_is_how_often_its_time_has_come(
    at: float, every: float | None, length: float | None, until: float
) -> None:
    planned = PlannedWorkers(at=at, every=every, until=None if length is None else at + length, column="a", value=1)
    count = times_made(planned, until)
    assert count == 0 or time_of(planned, count - 1) <= until
    assert time_of(planned, count) > until
    assert [one.at for one in course_of([planned], until, 5000)] == [time_of(planned, each) for each in range(count)]


# What is told


def test_unknown_names_and_times_that_cannot_be_are_problems() -> None:
    plan = (
        PlannedWorkers(at=1.0, column="nowhere", value=1),
        PlannedWorkers(at=5.0, every=1.0, until=4.0, column="a", value=1),
        PlannedWorkers(at=5.0, until=9.0, column="a", value=1),
    )  # fmt: skip
    told = [problem.where for problem in problems_of(board(*plan))]
    assert told == ["plan[0].column", "plan[1].until", "plan[2].until"]


def test_a_plan_that_breaks_the_board_is_a_problem() -> None:
    plan = PlannedTransferBatch(at=1.0, column="a", value=3), PlannedWipLimit(at=4.0, column="a", value=2)
    [problem] = problems_of(board(*plan))
    assert (problem.where, problem.given) == ("plan", "set_wip_limit at 4")


def test_capacity_is_that_of_the_time_when_somebody_is_there() -> None:
    scenario = replace(board(*NIGHT), arrivals=Poisson(rate=0.5), horizon=300.0)
    found = feasibility(scenario)
    assert found.columns[0].capacity == pytest.approx(2 / 3, rel=0.01)
    assert found.columns[0].load == pytest.approx(0.75, rel=0.01)


def test_a_shift_finishes_what_a_closed_formula_says() -> None:
    """With work always there and exponential times every shift of length `on` brings μ · on cards, and whoever has one
    in hand at its end finishes it if that takes less than the rest: μ · on + 1 - exp(-μ · off) in each round.
    """
    on, off, mu = 2.0, 1.0, 1.5
    scenario = replace(
        board(*NIGHT), columns=(Column(id="a", service=Exponential(mean=1 / mu)),), arrivals=Saturated(), horizon=3000.0
    )
    finished = [played(scenario.with_seed(seed), (), 3000.0).finished / 1000 for seed in range(12)]
    expected = mu * on + 1 - math.exp(-mu * off)
    error = np.std(finished, ddof=1) / np.sqrt(len(finished))
    assert np.mean(finished) == pytest.approx(expected, abs=4 * error)
    assert error < 0.02 * expected


def test_what_the_plan_did_is_told_from_what_people_did() -> None:
    simulation = Simulation(board(*NIGHT))
    simulation.do(SetWorkers(at=2.0, column="a", value=7))
    simulation.do(SetWorkers(at=2.5, column="a", value=0))
    simulation.advance_to(20.0)
    by_people = [one for one in simulation.done if not is_planned(NIGHT, one)]
    assert by_people == simulation.interventions
