"""What may come of a board as it stands: what is known stays, and nothing else is known."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from math import exp
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flowsim.domain.arrivals import (
    Fixed,
    Interval,
    Poisson,
)
from flowsim.domain.column_settings import SetService
from flowsim.domain.distributions import Constant, Distribution, Exponential, Gamma, Lognormal, Uniform
from flowsim.domain.policies import Blockers, Setup
from flowsim.domain.problems import EndlessInstant
from flowsim.domain.scenario import Column, ExplicitCard, Scenario
from flowsim.domain.words import CardState
from flowsim.engine import Simulation, Snapshot, future
from flowsim.engine.cards_and_stations import Card
from tests.engine.full_boards import full_sessions
from tests.engine.test_snapshot import played_by, through_text

MANY = 3000


def one_column(service: Distribution, cards: int = 1, **column: Any) -> Scenario:
    return Scenario(
        name="one", columns=(Column(id="a", service=service, **column),), arrivals=Fixed(count=cards), horizon=1e9
    )


def ends(scenario: Scenario, now: float, futures: int = MANY) -> npt.NDArray[np.float64]:
    """When the first card is delivered, in futures of the board at `now`."""
    simulation = Simulation(scenario)
    simulation.advance_to(now)
    taken = simulation.snapshot()
    return np.array([first_end(Simulation.resumed(future(taken, seed))) for seed in range(futures)])


def first_end(simulation: Simulation) -> float:
    while not simulation.finished and simulation.step():
        pass
    return simulation.now


def distance(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> float:
    """The largest one of two distribution functions; for one law above 1.95 · √(1/m + 1/n) once in 1,000."""
    at = np.concatenate((one, other))
    shares = [np.searchsorted(np.sort(sample), at, side="right") / len(sample) for sample in (one, other)]
    return float(np.max(np.abs(shares[0] - shares[1])))


@pytest.mark.parametrize("now", [0.25, 1.0])
def test_exponential_work_forgets_how_long_it_has_been_under_way(now: float) -> None:
    seed = next(
        seed for seed in range(99) if first_end(Simulation(one_column(Exponential(mean=2.0)).with_seed(seed))) > 1.5
    )
    rest = ends(one_column(Exponential(mean=2.0)).with_seed(seed), now) - now
    for time in (0.5, 2.0, 5.0):
        assert float(np.mean(rest > time)) == pytest.approx(exp(-time / 2), abs=4 * 0.5 / MANY**0.5)


def test_what_is_constant_goes_on_by_arithmetic() -> None:
    scenario = Scenario(
        name="line",
        columns=(
            Column(id="a", service=Constant(value=3.0), setup=Setup(time=1.0, rule="per_batch", batch=2)),
            Column(id="b", service=Constant(value=4.0), wip_limit=1, transfer_batch=1, move_time=0.5),
        ),
        arrivals=Interval(gap=Constant(value=2.5)),
        horizon=100.0,
    )  # fmt: skip
    simulation = Simulation(scenario)
    simulation.advance_to(31.4)
    taken = simulation.snapshot()
    rows = len(simulation.trace)
    simulation.advance_to(90.0)
    luck = Simulation.resumed(future(taken, 5))
    luck.advance_to(90.0)
    known = simulation.trace.rows()[rows:]
    assert luck.trace.rows()[["card", "column", "state"]].tolist() == known[["card", "column", "state"]].tolist()
    assert luck.trace.rows()["time"] == pytest.approx(known["time"], abs=1e-9)


def test_a_blocker_to_come_is_not_known() -> None:
    """It strikes evenly over the work; where it has not, in the first 4 of 10, it does in the rest with 3/8."""
    board = one_column(Constant(value=10.0), blockers=Blockers(probability=0.5, duration=Constant(value=100.0)))
    for seed in range(20):  # whether one is to come in the run itself makes no difference
        simulation = Simulation(board.with_seed(seed))
        simulation.advance_to(4.0)
        if simulation._board.cards[0].state == CardState.WORKING:
            struck = ends(board.with_seed(seed), 4.0, 1000) > 50
            assert float(np.mean(struck)) == pytest.approx(3 / 8, abs=4 * 0.5 / 1000**0.5)


LAWS = [Exponential(mean=3.0), Gamma(mean=4.0, cv=0.5), Lognormal(mean=4.0, cv=1.5), Uniform(low=1.0, high=8.0)]
NOW = 2.5


def with_blockers(service: Distribution) -> Scenario:
    return one_column(service, blockers=Blockers(probability=0.7, duration=Gamma(mean=3.0, cv=0.5)))


def those_that_look_like(board: Scenario, fits: Callable[[Card], bool]) -> Iterator[Simulation]:
    """Of many runs with other seeds, those whose card is at `NOW` as it should be."""
    for seed in range(6 * MANY):
        simulation = Simulation(board.with_seed(seed))
        simulation.advance_to(NOW)
        card = simulation._board.cards.get(0)
        if card is not None and fits(card):
            yield simulation


def futures_of(taken: Snapshot) -> npt.NDArray[np.float64]:
    return np.array([first_end(Simulation.resumed(future(taken, seed))) for seed in range(MANY)])


def at_work(card: Card) -> bool:
    return card.state == CardState.WORKING and not card.struck


@pytest.mark.parametrize(
    "service", [LAWS[0], *(pytest.param(law, marks=pytest.mark.slow) for law in LAWS[1:])], ids=lambda its: its.kind
)
def test_futures_of_a_card_at_work_are_like_runs_that_look_the_same(service: Distribution) -> None:
    """Its work, whether a blocker is to come, where in the work, and for how long are all unknown."""
    board = with_blockers(service)
    taken = next(those_that_look_like(board, at_work)).snapshot()
    found = np.array([first_end(each) for each in those_that_look_like(board, at_work)])
    assert distance(found, futures_of(taken)) < 1.95 * (1 / len(found) + 1 / MANY) ** 0.5


@pytest.mark.slow
@pytest.mark.parametrize("service", LAWS, ids=lambda its: its.kind)
def test_futures_of_a_blocked_card_are_like_runs_that_look_the_same(service: Distribution) -> None:
    """How long the blocker lasts and how much work is left are unknown, but not that it struck at 1."""

    def struck_at_about_1(card: Card, within: float = 0.25) -> bool:
        return card.state == CardState.BLOCKED and abs(card.started_at - 1.0) < within

    board = with_blockers(service)
    taken = next(those_that_look_like(board, lambda card: struck_at_about_1(card, 0.01))).snapshot()
    found = np.array([first_end(each) for each in those_that_look_like(board, struck_at_about_1)])
    assert len(found) > 200
    about = 0.03  # those found were struck within 0.25 of 1, which moves their law by so much at most
    assert distance(found, futures_of(taken)) < 1.95 * (1 / len(found) + 1 / MANY) ** 0.5 + about


def test_the_gap_between_arrivals_has_lasted_so_far() -> None:
    board = Scenario(
        name="gaps", columns=(Column(id="a", service=Constant(value=1e6)),),
        arrivals=Interval(gap=Uniform(low=2.0, high=6.0)), horizon=1e9,
    )  # fmt: skip
    simulation = Simulation(board)
    now = simulation.next_time - 0.001
    simulation.advance_to(now)
    nexts = [Simulation.resumed(future(simulation.snapshot(), seed)).next_time for seed in range(MANY)]
    assert min(nexts) >= now
    assert float(np.mean(nexts)) == pytest.approx((max(now, 2.0) + 6.0) / 2, abs=0.1)


def test_listed_work_stays_as_it_is_listed() -> None:
    cards = tuple(ExplicitCard(arrives=float(at), service={"a": 1.0 + at}) for at in range(5))
    board = replace(one_column(Exponential(mean=9.0)), cards=cards, arrivals=Fixed(count=1))
    assert set(ends(board, 0.5, 20)) == {1.0}


def test_the_same_luck_is_the_same_future_and_another_one_is_not() -> None:
    simulation = Simulation(one_column(Exponential(mean=2.0), cards=30))
    simulation.advance_to(5.0)
    traces = []
    for seed in (1, 1, 2):
        luck = Simulation.resumed(future(simulation.snapshot(), seed))
        luck.run()
        traces.append(luck.trace.rows().tolist())
    assert traces[0] == traces[1] != traces[2]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(session=full_sessions(), cut=st.floats(0, 10), again=st.floats(0, 5), seed=st.integers(0, 9))
def test_a_future_of_any_board_is_a_run_like_others(session: Any, cut: float, again: float, seed: int) -> None:
    """It plays, in the order of time, and can be written down and gone on with."""
    scenario, acts = session
    with suppress(EndlessInstant):
        simulation = Simulation(scenario)
        played_by(simulation, [act for act in acts if act.at <= cut], cut)
        luck = Simulation.resumed(future(through_text(simulation.snapshot()), seed))
        luck.advance_to(cut + again)
        taken = through_text(luck.snapshot())
        json.dumps(taken.state, allow_nan=False)
        before = len(luck.trace)
        resumed = Simulation.resumed(taken)
        for each in (luck, resumed):
            each.advance_to(cut + 10.0)
        rows = luck.trace.rows()
        assert np.all(np.diff(rows["time"]) >= 0)
        assert not len(rows) or rows["time"][0] >= simulation.now
        assert resumed.trace.rows().tolist() == rows[before:].tolist()


@pytest.mark.parametrize("seed", range(5))
def test_a_change_of_work_meets_the_same_luck_in_the_same_future(seed: int) -> None:
    """A law that is all but the same must give all but the same run, card by card."""
    columns = tuple(Column(id=name, service=Exponential(mean=1.0)) for name in "ab")
    simulation = Simulation(Scenario(name="two", columns=columns, arrivals=Poisson(rate=0.8), horizon=None, seed=3))
    simulation.advance_to(60.0)
    futures = [Simulation.resumed(future(simulation.snapshot(), seed)) for _ in range(2)]
    for column in ("a", "b"):
        futures[1].do(SetService(at=60.0, column=column, value=Exponential(mean=1.0 + 1e-9)))
    ends = []
    for run in futures:
        run.advance_to(160.0)
        rows = run.trace.rows()
        ends.append(rows["time"][rows["state"] == CardState.DELIVERED])
    count = min(map(len, ends))
    assert count > 50
    np.testing.assert_allclose(ends[0][:count], ends[1][:count], atol=1e-4)
