"""Several people at one card: who joins, how fast they are, when they part, and that their time is counted."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.arrivals import Fixed, Poisson
from flowsim.domain.column_settings import SetSwarmGain, SetWorkersPerCard
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.feasibility import feasibility
from flowsim.domain.interventions import BlockCard, MoveCard, UnblockCard
from flowsim.domain.policies import Blockers, Rules
from flowsim.domain.scenario import Column, Person, Scenario
from flowsim.domain.swarming import together
from flowsim.domain.words import CardState
from flowsim.engine import Simulation, Snapshot, played
from flowsim.metrics import Figures, figures_of, people_of
from flowsim.metrics.run_view import RunView
from flowsim.session.simulation_view import view_of
from tests.strategies import modest


def board(*, cards: int = 1, work: float = 6.0, workers: int = 3, most: int = 3, **settings: Any) -> Scenario:
    own = {name: settings.pop(name) for name in ("swarm_gain", "blockers", "wip_limit") if name in settings}
    column = Column(id="a", service=Constant(value=work), workers=workers, workers_per_card=most, **own)
    return Scenario(name="together", columns=(column,), arrivals=Fixed(count=cards), horizon=None, **settings)


def rows(simulation: Simulation) -> list[tuple[float, int, str, int]]:
    return [
        (time, card, CardState(state).word, worker)
        for time, card, column, state, worker in simulation.trace.rows().tolist()
        if column >= 0 and state != CardState.WAITING
    ]


def figures(simulation: Simulation) -> Figures:
    run = view_of(simulation)
    return figures_of(run.flow, run.staffing)


def test_three_people_do_the_work_of_six_days_in_two() -> None:
    run = played(board(), (), 99.0)
    assert rows(run) == [(0.0, 0, "working", 0), (0.0, 0, "working", 1), (0.0, 0, "working", 2), (2.0, 0, "ready", -1)]
    assert figures(run).columns[0].utilisation == pytest.approx(1.0)


def test_no_more_than_so_many_work_on_one_card() -> None:
    run = played(board(most=2), (), 99.0)
    assert run.now == 3.0
    assert figures(run).columns[0].utilisation == pytest.approx(2 / 3)


def test_cards_that_wait_go_before_joining() -> None:
    """Two cards and three people: one each, and the third joins the card that was begun first."""
    cards = board(cards=2, work=6.0)
    run = played(cards, (), 99.0)
    assert rows(run)[:3] == [(0.0, 0, "working", 0), (0.0, 1, "working", 1), (0.0, 0, "working", 2)]
    # Card 0 has two people and is done at 3; card 1 has had 3 of its 6 days by then, and then has all three of them.
    assert [(time, card) for time, card, state, _ in rows(run) if state == "ready"] == [(3.0, 0), (4.0, 1)]


def test_a_gain_below_one_makes_three_people_less_than_three_times_as_fast() -> None:
    assert played(board(swarm_gain=0.5), (), 99.0).now == pytest.approx(6 / 3**0.5)


@pytest.mark.parametrize(
    ("speeds", "gain", "expected"),
    [((2.0,), 0.5, 2.0), ((1.0, 1.0), 1.0, 2.0), ((1.0, 1.0), 0.5, 2**0.5), ((2.0, 2.0), 0.5, 2 * 2**0.5),
     ((1.0, 0.5), 1.0, 1.5), ((3.0, 4.0), 0.5, 5.0), ((1e200, 1e200), 0.01, 1e200 * 2**0.01)],
)  # fmt: skip
def test_speeds_are_summed_to_a_power(speeds: tuple[float, ...], gain: float, expected: float) -> None:
    assert together(speeds, gain) == pytest.approx(expected)


@modest
@given(st.lists(st.floats(0.1, 5), min_size=1, max_size=6), st.floats(0.05, 1), st.floats(0.1, 5))
def test_everybody_who_joins_helps_and_nobody_more_than_alone(speeds: list[float], gain: float, more: float) -> None:
    before, after = together(speeds, gain), together([*speeds, more], gain)
    assert before * (1 - 1e-9) <= after <= (before + more) * (1 + 1e-9)


def test_named_people_work_together_where_they_can_at_their_speeds() -> None:
    people = (
        Person(name="Ada", skills={"a": 2.0}), Person(name="Ben", skills={"a": 1.0}),
        Person(name="Cy", skills={"b": 1.0}),
    )  # fmt: skip
    columns = (
        Column(id="a", service=Constant(value=6.0), workers_per_card=9),
        Column(id="b", service=Constant(value=1.0)),
    )
    scenario = Scenario(name="team", columns=columns, arrivals=Fixed(count=1), people=people, horizon=None)
    run = played(scenario, (), 99.0)
    assert rows(run)[:2] == [(0.0, 0, "working", 0), (0.0, 0, "working", 1)]
    assert run.now == 3.0
    view = view_of(run)
    busy = [its.utilisation for its in people_of(view.flow, view.staffing)]
    assert busy == pytest.approx([2 / 3, 2 / 3, 1 / 3])


def test_who_has_joined_goes_when_the_card_is_blocked_and_joins_again_after_it() -> None:
    scenario = board(workers=2, most=2)
    simulation = Simulation(scenario)
    simulation.do(BlockCard(at=1.0, card=0))
    simulation.advance_to(2.0)
    assert rows(simulation)[-1] == (1.0, 0, "blocked", 0)
    assert [figures(simulation).columns[0].utilisation, figures(simulation).columns[0].blocked] == pytest.approx(
        [0.5, 0.25]
    )
    simulation.do(UnblockCard(at=2.0, card=0))
    simulation.advance_to(9.0)
    after = [row for row in rows(simulation) if row[0] > 1.0]
    assert after[:3] == [(2.0, 0, "working", 0), (2.0, 0, "working", 1), (4.0, 0, "ready", -1)]


def test_blockers_at_a_rate_strike_as_often_however_many_are_at_it() -> None:
    blockers = Blockers(rate=0.5, duration=Constant(value=1.0))
    alone, many = (played(board(cards=40, most=most, blockers=blockers), (), 1e4) for most in (1, 3))
    counts = [sum(state == "blocked" for _, _, state, _ in rows(run)) for run in (alone, many)]
    assert counts[0] == counts[1] > 50


def test_who_is_at_a_card_is_known_also_where_it_was_taken_up_before_anybody_could_join() -> None:
    simulation = Simulation(board(cards=1, most=1))
    simulation.do(SetWorkersPerCard(at=3.0, column="a", value=3))
    simulation.advance_to(9.0)
    assert [(time, worker) for time, _, word, worker in rows(simulation) if word == "working"] == [
        (0.0, 0), (3.0, 1), (3.0, 2),
    ]  # fmt: skip
    assert rows(simulation)[-1][0] == 4.0


def test_moving_a_card_sets_everybody_free() -> None:
    simulation = Simulation(replace(board(cards=1), columns=(*board().columns, Column(id="b"))))
    simulation.do(MoveCard(at=0.5, card=0, column="b"))
    simulation.advance_to(0.5)
    assert sorted(simulation._board.stations[1].idle) == [0, 1, 2]


def test_under_server_blocking_only_the_first_keeps_the_card_in_hand() -> None:
    columns = (board().columns[0], Column(id="b", service=Constant(value=9.0), wip_limit=1))
    scenario = replace(board(cards=2, work=3.0), columns=columns, rules=Rules(blocking="server"))
    run = Simulation(scenario)
    run.advance_to(5.0)
    ready = [(time, card, worker) for time, card, state, worker in rows(run) if state == "ready"]
    assert len(ready) == 2
    assert all(worker >= 0 for _, _, worker in ready)
    assert len(run._board.stations[1].idle) == 2


def test_the_most_who_may_join_can_change_while_it_runs() -> None:
    simulation = Simulation(board(most=1))
    simulation.do(SetWorkersPerCard(at=2.0, column="a", value=2))
    simulation.do(SetSwarmGain(at=2.0, column="a", value=1.0))
    simulation.advance_to(99.0)
    assert simulation.now == 4.0


@modest
@given(now=st.floats(0, 20), gain=st.sampled_from([0.5, 1.0]), seed=st.integers(0, 99))
def test_a_run_goes_on_from_a_snapshot_with_the_same_rows(now: float, gain: float, seed: int) -> None:
    scenario = replace(board(swarm_gain=gain), arrivals=Poisson(rate=0.9), seed=seed)
    scenario = replace(scenario, columns=(replace(scenario.columns[0], service=Exponential(mean=2.0)),))
    simulation = Simulation(scenario)
    simulation.advance_to(now)
    taken = simulation.snapshot()
    again = Snapshot(taken.scenario, taken.conditions, taken.now, json.loads(json.dumps(taken.state)))
    other, read = Simulation.resumed(again), len(simulation.trace)
    for run in (simulation, other):
        run.advance_to(30.0)
    assert simulation.trace.rows(read, len(simulation.trace)).tolist() == other.trace.rows().tolist()


def busy_time(view: RunView) -> float:
    return figures_of(view.flow, view.staffing).columns[0].utilisation * 4 * view.now


def of_chance(most: int, seed: int, **settings: Any) -> Scenario:
    scenario = replace(board(most=most, workers=4), seed=seed, **settings)
    return replace(scenario, columns=(replace(scenario.columns[0], service=Exponential(mean=2.0)),))


@modest
@given(seed=st.integers(0, 99), most=st.integers(2, 4))
def test_with_perfect_gain_people_are_busy_as_long_as_when_each_works_alone(seed: int, most: int) -> None:
    alone, together_ = (
        busy_time(view_of(played(of_chance(its, seed, arrivals=Fixed(count=9)), (), 1e6))) for its in (1, most)
    )
    assert together_ == pytest.approx(alone)


@modest
@given(seed=st.integers(0, 99), most=st.integers(1, 4), moment=st.floats(1, 40))
def test_the_board_knows_who_is_at_a_card(seed: int, most: int, moment: float) -> None:
    scenario = of_chance(most, seed, arrivals=Poisson(rate=0.9))
    view: RunView = view_of(played(scenario, (), 40.0)).before(moment)
    crew = {card: (its.worker, *its.beside) for card, its in view.board_state.cards.items() if its.worker >= 0}
    assert all(len(set(who)) == len(who) <= most for who in crew.values())
    held = [worker for who in crew.values() for worker in who]
    assert len(set(held)) == len(held) <= 4
    again = Simulation(scenario)
    again.advance_to(moment)
    assert {number: len(card.helpers) + 1 for number, card in again._board.cards.items() if card.worker >= 0} == {
        card: len(who) for card, who in crew.items()
    }


def test_limits_bound_less_where_people_work_together() -> None:
    alone, many = (
        feasibility(replace(board(most=most, wip_limit=1, workers=3), arrivals=Poisson(rate=0.1))) for most in (1, 3)
    )
    assert alone.capacity == pytest.approx(1 / 6)
    assert many.capacity == pytest.approx(0.5)
