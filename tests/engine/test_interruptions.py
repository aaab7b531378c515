"""Blockers at a rate of the work, and set-ups that take now longer and now shorter."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
)
from flowsim.domain.checks import problems_of
from flowsim.domain.column_settings import SetBlockers, SetSetup
from flowsim.domain.distributions import Constant, Empirical, Exponential
from flowsim.domain.feasibility import feasibility
from flowsim.domain.interventions import MoveCard
from flowsim.domain.policies import Blockers, Setup
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.words import CardState
from flowsim.engine import Simulation, future, played


def board(work: float = 10.0, cards: int = 1, **settings: Any) -> Scenario:
    column = Column(id="a", service=Constant(value=work), **settings)
    return Scenario(name="interrupted", columns=(column, Column(id="b")), arrivals=Fixed(count=cards), horizon=None)


def spans(simulation: Simulation, card: int, state: CardState, column: int = 0) -> list[float]:
    """How long each stay of a card in a state of a column took."""
    rows = [row for row in simulation.trace.rows().tolist() if row[1] == card]
    return [after[0] - row[0] for row, after in pairwise(rows) if row[2:4] == (column, state)]


def often(rate: float = 0.5, **settings: Any) -> Blockers:
    return Blockers(rate=rate, duration=Constant(value=1.0), **settings)


def test_several_blockers_stop_one_card_and_all_its_work_is_done_in_the_end() -> None:
    run = played(board(blockers=often(), cards=40), (), 5000.0)
    counts = [len(spans(run, card, CardState.BLOCKED)) for card in range(40)]
    assert max(counts) > 5
    assert np.mean(counts) == pytest.approx(5.0, abs=4 * np.sqrt(5 / 40))  # 10 days of work, one every other day
    for card in range(40):
        assert sum(spans(run, card, CardState.WORKING)) == pytest.approx(10.0)
        assert spans(run, card, CardState.BLOCKED) == pytest.approx([1.0] * counts[card])


def test_a_card_without_work_is_never_blocked_at_a_rate() -> None:
    run = played(board(0.0, cards=50, blockers=often(5.0)), (), 100.0)
    assert not [card for card in range(50) if spans(run, card, CardState.BLOCKED)]


def test_whoever_need_not_wait_takes_another_card_meanwhile() -> None:
    run = played(board(4.0, cards=2, blockers=often(1.0, worker_waits=False)), (), 500.0)
    waits = played(board(4.0, cards=2, blockers=often(1.0)), (), 500.0)
    assert run.now < waits.now
    for card in range(2):
        assert sum(spans(run, card, CardState.WORKING)) == pytest.approx(4.0)


def test_moving_one_card_leaves_the_blockers_of_others_as_they_are() -> None:
    scenario = board(cards=8, blockers=often(), workers=8)
    plain, moved = played(scenario, (), 500.0), played(scenario, [MoveCard(at=0.5, card=0, column="b")], 500.0)
    for card in range(1, 8):
        assert spans(plain, card, CardState.WORKING) == spans(moved, card, CardState.WORKING)


def test_blockers_come_once_a_visit_or_at_a_rate_and_not_both() -> None:
    [problem] = problems_of(board(blockers=Blockers(probability=0.5, rate=0.5)))
    assert problem.where == "columns[0].blockers.rate"


def test_blockers_at_a_rate_take_their_share_of_the_capacity() -> None:
    found = feasibility(replace(board(2.0, blockers=often(0.25)), arrivals=Poisson(rate=0.3)))
    assert found.columns[0].capacity == pytest.approx(1 / (2.0 + 2.0 * 0.25 * 1.0))
    free = feasibility(replace(board(2.0, blockers=often(0.25, worker_waits=False)), arrivals=Poisson(rate=0.3)))
    assert free.columns[0].capacity == pytest.approx(0.5)


def test_a_rate_set_while_it_runs_holds_for_whoever_begins_from_then_on() -> None:
    change = SetBlockers(at=5.0, column="a", value=often(2.0))
    run = played(board(10.0, cards=2), [change], 500.0)
    assert not spans(run, 0, CardState.BLOCKED)
    assert spans(run, 1, CardState.BLOCKED)


SETUP = Setup(rule="per_batch", time=Empirical(values=(1.0, 3.0)))


def test_a_set_up_takes_what_the_card_brings() -> None:
    run = played(board(1.0, cards=60, setup=SETUP), (), 1000.0)
    took = [span for card in range(60) for span in spans(run, card, CardState.SETUP)]
    assert {round(span, 9) for span in took} == {1.0, 3.0}
    assert len(took) == 60
    assert np.mean(took) == pytest.approx(2.0, abs=4 / np.sqrt(60))


def test_a_card_more_for_others_does_not_change_the_set_up_of_one() -> None:
    scenario = board(1.0, cards=12, setup=SETUP, workers=12)
    plain, moved = played(scenario, (), 500.0), played(scenario, [MoveCard(at=0.0, card=0, column="b")], 500.0)
    for card in range(1, 12):
        assert spans(plain, card, CardState.SETUP) == spans(moved, card, CardState.SETUP)


def test_capacity_counts_the_average_set_up() -> None:
    scenario = replace(board(1.0, setup=replace(SETUP, batch=2)), arrivals=Poisson(rate=0.3))
    assert feasibility(scenario).columns[0].capacity == pytest.approx(2 / (2.0 + 2 * 1.0))


def test_a_set_up_can_be_made_to_vary_while_it_runs() -> None:
    change = SetSetup(at=0.5, column="a", value=SETUP)
    run = played(board(1.0, cards=20), [change], 500.0)
    assert not spans(run, 0, CardState.SETUP)
    assert all(spans(run, card, CardState.SETUP) for card in range(1, 20))


def ends_of_futures(scenario: Scenario, now: float, many: int = 600) -> np.ndarray[Any, np.dtype[np.float64]]:
    simulation = Simulation(scenario)
    simulation.advance_to(now)
    taken = simulation.snapshot()
    ends = []
    for seed in range(many):
        run = Simulation.resumed(future(taken, seed))
        run.run(1e6)
        ends.append(run.now)
    return np.array(ends)


def test_in_a_future_the_rest_of_a_set_up_is_what_is_left_of_its_law() -> None:
    """After two days of a set-up that takes an exponential time with mean 5 it still takes 5 on average."""
    setup = Setup(rule="per_batch", time=Exponential(mean=5.0))
    one = Scenario(
        name="one", columns=(Column(id="a", service=Constant(value=0.0), setup=setup),), arrivals=Fixed(count=1),
        horizon=None,
    )  # fmt: skip
    seed = next(seed for seed in range(50) if played(one.with_seed(seed), (), 1e6).now > 2.5)
    ends = ends_of_futures(one.with_seed(seed), 2.0)
    assert ends.min() >= 2.0
    assert ends.mean() == pytest.approx(7.0, abs=4 * 5 / np.sqrt(len(ends)))


def test_in_a_future_blockers_to_come_are_drawn_anew() -> None:
    """Of ten days of work four are left, a blocker every other day of work, each for a day: two days more."""
    one = Scenario(
        name="one", columns=(Column(id="a", service=Constant(value=10.0), blockers=often()),),
        arrivals=Fixed(count=1), horizon=None,
    )  # fmt: skip
    simulation = Simulation(one)
    simulation.advance_to(6.5)
    worked = sum(spans(simulation, 0, CardState.WORKING))
    last = simulation.trace.rows()[-1]
    worked += 6.5 - float(last["time"]) if last["state"] == CardState.WORKING else 0.0
    ends = ends_of_futures(one, 6.5)
    rest = 10.0 - worked
    blocked = 0.0 if last["state"] == CardState.WORKING else 1.0 - (6.5 - float(last["time"]))
    expected = 6.5 + blocked + rest * 1.5
    assert ends.mean() == pytest.approx(expected, abs=4 * np.sqrt(rest * 0.5 / len(ends)))
    assert len(set(ends.round(6))) > 3


def test_counts_by_purpose_are_kept_apart() -> None:
    run = played(board(4.0, cards=6, blockers=often(1.0), setup=SETUP), (), 500.0)
    seen: dict[int, list[float]] = defaultdict(list)
    for card in range(6):
        seen[card] = spans(run, card, CardState.SETUP)
    assert all(len(its) == 1 for its in seen.values())
