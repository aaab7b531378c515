"""Arrivals by period, in groups of chance, and at a backlog that has no room: on the board, by hand."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.arrivals import Arrivals, ByPeriod, Fixed, Interval, Period, Poisson
from flowsim.domain.distributions import Constant, Exponential, Uniform
from flowsim.domain.interventions import AddCard, MoveCard, ReturnCard, SetBacklogLimit
from flowsim.domain.policies import Rules
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Scenario
from flowsim.domain.words import CardState
from flowsim.engine import Simulation, Snapshot, future, played
from flowsim.metrics import FlowAccumulator, Staffing, figures_of
from tests.strategies import modest

WEEK = ByPeriod(periods=(Period(lasts=5.0, rate=2.0), Period(lasts=2.0, rate=0.0)))
GROUPS = Uniform(low=0.0, high=5.0)


def board(arrivals: Arrivals, **settings: Any) -> Scenario:
    column = Column(id="a", service=Constant(value=settings.pop("work", 0.1)), wip_limit=settings.pop("limit", None))
    return Scenario(name="arrivals", columns=(column,), arrivals=arrivals, horizon=None, **settings)


def came(simulation: Simulation, state: CardState = CardState.BACKLOG) -> list[tuple[float, int]]:
    return [(time, card) for time, card, _, its, _ in simulation.trace.rows().tolist() if its == state]


def test_nobody_comes_at_the_weekend() -> None:
    times = [time for time, _ in came(played(board(WEEK), (), 700.0))]
    assert all(time % 7 < 5 for time in times)
    assert len(times) == pytest.approx(1000, abs=4 * np.sqrt(1000))


def test_a_constant_rate_by_period_is_a_poisson_stream() -> None:
    one = played(board(ByPeriod(periods=(Period(lasts=3.0, rate=0.8),))), (), 100.0)
    other = played(board(Poisson(rate=0.8)), (), 100.0)
    assert [card for _, card in came(one)] == [card for _, card in came(other)]
    assert [time for time, _ in came(one)] == pytest.approx([time for time, _ in came(other)])


def test_a_run_is_over_when_the_last_period_brings_nobody() -> None:
    phases = ByPeriod(periods=(Period(lasts=10.0, rate=2.0), Period(lasts=1.0, rate=0.0)), repeat=False)
    run = Simulation(board(phases))
    run.advance_to(50.0)
    assert run.over
    assert run.finished == len(came(run)) > 5


def test_a_run_that_ends_by_itself_needs_no_horizon() -> None:
    phases = ByPeriod(periods=(Period(lasts=10.0, rate=2.0), Period(lasts=1.0, rate=0.0)), repeat=False)
    run = Simulation(board(phases))
    run.run()
    assert run.over


def test_every_future_of_arrivals_that_end_is_over_one_day() -> None:
    phases = ByPeriod(periods=(Period(lasts=10.0, rate=1.0), Period(lasts=1.0, rate=0.0)), repeat=False)
    simulation = Simulation(board(phases))
    simulation.advance_to(9.0)
    futures = [Simulation.resumed(future(simulation.snapshot(), seed)) for seed in range(40)]
    for run in futures:
        run.advance_to(1e4)
    assert all(run.over for run in futures)
    assert len({len(came(run)) for run in futures}) > 1


def test_groups_of_chance_come_together() -> None:
    run = played(board(Interval(gap=Constant(value=1.0), group=GROUPS)), (), 2000.0)
    sizes = list(Counter(time for time, _ in came(run)).values())
    assert set(sizes) == {1, 2, 3, 4, 5}
    assert np.mean(sizes) == pytest.approx(0.3 * 1 + 0.2 * (2 + 3 + 4) + 0.1 * 5, abs=0.15)


def test_what_a_card_brings_does_not_depend_on_how_it_came() -> None:
    classes = (CardClass(id="x"), CardClass(id="y"), CardClass(id="z"))
    one_by_one = board(Interval(gap=Constant(value=1.0)), classes=classes)
    column = replace(one_by_one.columns[0], service=Exponential(mean=1.0), workers=90)
    alone, grouped = (
        played(replace(one_by_one, columns=(column,), arrivals=arrivals), (), 30.0)
        for arrivals in (one_by_one.arrivals, Interval(gap=Constant(value=1.0), group=GROUPS))
    )
    assert brought(grouped) != {}
    both = brought(alone).keys() & brought(grouped).keys()
    assert len(both) > 20
    assert {class_ for class_, _ in map(brought(alone).get, both)} == {0, 1, 2}  # type: ignore[misc]
    assert all(brought(alone)[card] == brought(grouped)[card] for card in both)


def brought(simulation: Simulation) -> dict[int, tuple[int, float]]:
    """Class and work of each finished card; everybody begins on it at once."""
    begun = {card: time for time, card in came(simulation)}
    done = came(simulation, CardState.DELIVERED)
    return {card: (simulation.deck.class_of(card), round(time - begun[card], 9)) for time, card in done}


def test_all_at_once_may_be_so_many_times_a_group() -> None:
    run = played(board(Fixed(count=30, group=GROUPS)), (), 0.0)
    assert 30 < len(came(run)) < 150


@modest
@given(now=st.floats(0, 30), limit=st.sampled_from([None, 0, 2]), seed=st.integers(0, 99))
def test_a_run_goes_on_from_a_snapshot_with_the_same_rows(now: float, limit: int | None, seed: int) -> None:
    scenario = board(replace(WEEK, group=GROUPS), work=0.4, limit=2, seed=seed, backlog_limit=limit)
    simulation = Simulation(scenario)
    simulation.advance_to(now)
    taken = simulation.snapshot()
    again = Snapshot(taken.scenario, taken.conditions, taken.now, json.loads(json.dumps(taken.state)))
    other, rows = Simulation.resumed(again), len(simulation.trace)
    for run in (simulation, other):
        run.advance_to(60.0)
    assert simulation.trace.rows(rows, len(simulation.trace)).tolist() == other.trace.rows().tolist()


def test_a_future_of_arrivals_by_period_is_one_of_those_periods() -> None:
    simulation = Simulation(board(WEEK))
    simulation.advance_to(6.0)
    firsts = []
    for seed in range(400):
        run = Simulation.resumed(future(simulation.snapshot(), seed))
        run.advance_to(30.0)
        firsts.append(came(run)[0][0] - 7.0)
    assert min(firsts) >= 0
    assert np.mean(firsts) == pytest.approx(0.5, abs=4 * 0.5 / np.sqrt(len(firsts)))


# A backlog that has no room


def listed(*arrives: float, **settings: Any) -> Scenario:
    cards = tuple(ExplicitCard(arrives=time, service={"a": 2.0}) for time in arrives)
    return replace(board(Poisson(rate=1.0), **settings), cards=cards)


def lost(simulation: Simulation) -> list[int]:
    return [card for _, card in came(simulation, CardState.LOST)]


def test_what_comes_to_a_full_backlog_is_turned_away_and_leaves_one_row() -> None:
    run = played(listed(0.0, 0.5, 1.0, 1.5, limit=1, backlog_limit=1), (), 20.0)
    assert lost(run) == [2, 3]
    rows = [row for row in run.trace.rows().tolist() if row[1] == 2]
    assert [(row[0], row[2], row[3]) for row in rows] == [(1.0, -1, CardState.LOST)]
    assert run.finished == 2
    assert run.over


def test_whoever_can_start_at_once_needs_no_place_in_the_backlog() -> None:
    assert lost(played(listed(0.0, 2.0, 4.0, limit=1, backlog_limit=0), (), 20.0)) == []
    assert lost(played(listed(0.0, 1.9, 4.0, limit=1, backlog_limit=0), (), 20.0)) == [1]


def test_of_those_who_come_together_the_first_are_let_in() -> None:
    assert lost(played(listed(0.0, 0.0, 0.0, 0.0, limit=1, backlog_limit=2), (), 20.0)) == [3]


@pytest.mark.parametrize("limit", [0, 1, None])
def test_a_batch_waits_for_who_stands_at_the_door(limit: int | None) -> None:
    """Two come at once to a queue that hands on two together; the second one fills the last batch."""
    columns = (Column(id="q", kind="queue", transfer_batch=2), Column(id="a"))
    cards = tuple(ExplicitCard(arrives=1.0, service={"a": 1.0}) for _ in range(2))
    run = played(Scenario(name="door", columns=columns, cards=cards, backlog_limit=limit, horizon=50.0), (), 50.0)
    ready = came(run, CardState.READY)[: 2 if limit != 0 else 1]
    assert {time for time, _ in ready} == {1.0}
    assert run.over
    assert run.finished + len(lost(run)) == 2


def test_nobody_starts_at_once_between_two_replenishments() -> None:
    rules = Rules(replenish_every=5.0)
    assert lost(played(listed(0.0, 1.0, 5.0, backlog_limit=0, rules=rules), (), 20.0)) == [1]


def test_where_cards_are_moved_by_hand_the_backlog_alone_takes_them() -> None:
    run = Simulation(listed(0.0, 0.5, 1.0, backlog_limit=1, rules=Rules(auto_pull=False)))
    run.do(MoveCard(at=0.7, card=0, column="a"))
    run.advance_to(5.0)
    assert lost(run) == [1]


def test_a_class_that_may_exceed_limits_is_let_in_at_once() -> None:
    classes = (CardClass(id="standard"), CardClass(id="urgent", priority=1, may_exceed=1))
    cards = (
        ExplicitCard(arrives=0.0, service={"a": 2.0}), ExplicitCard(arrives=1.0, class_="urgent", service={"a": 2.0}),
        ExplicitCard(arrives=1.0, service={"a": 2.0}),
    )  # fmt: skip
    scenario = replace(listed(0.0, limit=1, backlog_limit=0), cards=cards, classes=classes)
    assert lost(played(scenario, (), 20.0)) == [2]


def test_a_hand_is_refused_a_full_backlog() -> None:
    run = Simulation(listed(0.0, 0.5, 9.0, limit=1, backlog_limit=1))
    run.advance_to(1.0)
    with pytest.raises(Refused, match="the backlog is full: 1 of 1"):
        run.do(AddCard(at=1.0))
    with pytest.raises(Refused, match="the backlog is full"):
        run.do(ReturnCard(at=1.0, card=0))
    run.do(SetBacklogLimit(at=1.0, value=2))
    run.do(AddCard(at=1.0))
    run.do(SetBacklogLimit(at=1.0, value=0))  # nobody is thrown out
    run.advance_to(20.0)
    assert lost(run) == []
    assert run.finished == 4


def test_a_card_turned_away_is_told_as_such() -> None:
    run = Simulation(listed(0.0, 0.5, 9.0, limit=1, backlog_limit=0))
    run.advance_to(1.0)
    assert run.why_not(MoveCard(at=1.0, card=1, column="a")) == ("A-2 was turned away, because the backlog was full")


def test_who_is_turned_away_is_in_no_line_and_is_counted() -> None:
    scenario = listed(0.0, 0.5, 1.0, 1.5, limit=1, backlog_limit=1)
    run = played(scenario, (), 20.0)
    flow, staffing = FlowAccumulator(scenario), Staffing.of(scenario, ())
    flow.read(run.trace, run.now, staffing)
    assert [len(line) for line in flow.lines] == [2, 2, 2]
    assert flow.lost.tolist() == [1.0, 1.5]
    assert flow.unfinished == 0
    assert flow.in_system.tolist() == []
    assert figures_of(flow, staffing).lost == 2


def test_turning_away_does_not_change_what_later_cards_bring() -> None:
    scenario = board(Poisson(rate=1.0), limit=1)
    column = replace(scenario.columns[0], service=Exponential(mean=1.0))
    scenario = replace(scenario, columns=(column,))
    free, full = played(scenario, (), 60.0), played(replace(scenario, backlog_limit=0), (), 60.0)
    assert lost(full)
    assert [time for time, _ in sorted(came(full) + came(full, CardState.LOST))] == [time for time, _ in came(free)]
