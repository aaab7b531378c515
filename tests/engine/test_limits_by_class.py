"""Limits of a class, of a column and of the board: who is let in, who is not held up by it, and what a hand may do."""

from dataclasses import replace
from typing import Any

import pytest

from flowsim.domain.arrivals import (
    Saturated,
)
from flowsim.domain.checks import problems_of
from flowsim.domain.column_settings import SetLimitCounts, SetLimitsByClass
from flowsim.domain.distributions import Constant
from flowsim.domain.feasibility import feasibility
from flowsim.domain.interventions import MoveCard, ReclassCard, SetBoardLimitsByClass
from flowsim.domain.policies import Rules
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Scenario
from flowsim.engine import Simulation, played
from tests.engine.test_routes import entered

CLASSES = (CardClass(id="plain", name="Plain"), CardClass(id="urgent", name="Urgent", priority=1))


def step(name: str, **settings: Any) -> Column:
    return Column(id=name, workers=settings.pop("workers", 9), **settings)


def board(*columns: Column, cards: str = "pppuuu", work: float = 2.0, **settings: Any) -> Scenario:
    """A board with a plain card for every p and an urgent one for every u, all there at 0."""
    names = {"p": "plain", "u": "urgent"}
    service = {column.id: work for column in columns if not column.is_queue}
    listed = tuple(ExplicitCard(class_=names[each], service=service) for each in cards)
    return Scenario(name="classes", columns=columns, classes=CLASSES, cards=listed, **settings)


def starts(simulation: Simulation, column: int = 0) -> list[float]:
    """When each card came into a column."""
    return [
        next(time for time, place in entered(simulation, card) if place == column)
        for card in range(len(simulation.deck))
    ]


def test_of_a_class_no_more_come_in_than_its_limit_and_others_go_past() -> None:
    run = played(board(step("a", limits_by_class={"urgent": 1})), (), 20.0)
    assert starts(run) == [0.0, 0.0, 0.0, 0.0, 2.0, 4.0]


def test_the_limit_of_the_column_holds_besides() -> None:
    run = played(board(step("a", wip_limit=2, limits_by_class={"urgent": 1})), (), 20.0)
    assert starts(run) == [0.0, 2.0, 4.0, 0.0, 2.0, 4.0]


def test_a_limit_of_the_board_counts_from_the_first_column_to_the_last() -> None:
    run = played(board(step("a"), step("b"), cards="ppp", limits_by_class={"plain": 2}), (), 20.0)
    assert starts(run) == [0.0, 0.0, 4.0]
    assert starts(run, 1) == [2.0, 2.0, 6.0]


def test_a_limit_of_the_doing_half_spares_what_is_done() -> None:
    columns = step("a", limits_by_class={"plain": 1}, limit_counts="doing"), step("b", wip_limit=1, workers=1)
    run = played(board(*columns, cards="ppp", work=2.0), (), 20.0)
    assert starts(run) == [0.0, 2.0, 4.0]
    assert starts(run, 1) == [2.0, 4.0, 6.0]
    whole = played(board(replace(columns[0], limit_counts="all"), columns[1], cards="ppp"), (), 20.0)
    assert starts(whole) == [0.0, 2.0, 4.0]
    slow = replace(columns[1], service=Constant(value=1.0))
    held = board(replace(columns[0], limit_counts="all"), slow, cards="ppp")
    held = replace(held, cards=tuple(replace(each, service={"a": 2.0, "b": 5.0}) for each in held.cards))
    assert starts(played(held, (), 30.0)) == [0.0, 2.0, 7.0]
    spared = replace(held, columns=(columns[0], slow))
    assert starts(played(spared, (), 30.0)) == [0.0, 2.0, 4.0]


def test_a_hand_is_refused_with_the_reason_or_marked_where_the_board_only_warns() -> None:
    one = step("a", limits_by_class={"urgent": 1}), step("b", limits_by_class={"urgent": 1})
    simulation = Simulation(board(*one, cards="uu"))
    simulation.do(MoveCard(at=0.5, card=0, column="b"))
    with pytest.raises(Refused, match="b is full for Urgent: 1 of 1"):
        simulation.do(MoveCard(at=1.0, card=1, column="b"))
    assert simulation.room_in(1, 1) == 0
    warns = board(one[0], replace(one[1], enforcement="warn"), cards="uu")
    simulation = Simulation(warns)
    simulation.do(MoveCard(at=0.5, card=0, column="b"))
    simulation.do(MoveCard(at=1.0, card=1, column="b"))
    assert [(over.card, over.column, over.count, over.limit) for over in simulation.overruns] == [(1, 1, 2, 1)]


def test_a_limit_that_is_raised_or_taken_away_lets_cards_in_at_once() -> None:
    simulation = Simulation(board(step("a", limits_by_class={"plain": 1}), cards="pppp"))
    simulation.do(SetLimitsByClass(at=1.0, column="a", value={"plain": 2}))
    simulation.do(SetLimitsByClass(at=1.5, column="a", value={}))
    simulation.advance_to(20.0)
    assert starts(simulation) == [0.0, 1.0, 1.5, 1.5]


def test_a_limit_of_the_board_can_be_set_while_it_runs() -> None:
    simulation = Simulation(board(step("a"), step("b"), cards="pp", limits_by_class={"plain": 1}))
    simulation.do(SetBoardLimitsByClass(at=1.0, value={"plain": 2}))
    simulation.advance_to(20.0)
    assert starts(simulation) == [0.0, 1.0]
    with pytest.raises(Refused, match='no class "nobody"'):
        simulation.do(SetBoardLimitsByClass(at=simulation.now, value={"nobody": 2}))


def test_what_the_limit_counts_can_change_while_it_runs() -> None:
    columns = step("a", limits_by_class={"plain": 1}), step("b", wip_limit=1)
    simulation = Simulation(board(*columns, cards="ppp", work=2.0))
    simulation.do(MoveCard(at=0.0, card=0, column="b"))
    simulation.advance_to(1.9)
    assert not entered(simulation, 2)
    simulation.do(SetLimitCounts(at=1.9, column="a", value="doing"))
    simulation.advance_to(20.0)
    assert starts(simulation)[2] == 2.0


def test_a_card_of_another_class_counts_for_that_one() -> None:
    simulation = Simulation(board(step("a", limits_by_class={"urgent": 1}), cards="puu"))
    simulation.do(ReclassCard(at=1.0, card=0, class_="urgent"))  # over the limit: nothing enters until it is below
    simulation.advance_to(20.0)
    assert starts(simulation) == [0.0, 0.0, 2.0]
    other = Simulation(board(step("a", limits_by_class={"urgent": 1}), cards="uu"))
    other.do(ReclassCard(at=1.0, card=0, class_="plain"))
    other.advance_to(20.0)
    assert starts(other) == [0.0, 1.0]


def test_an_endless_backlog_gives_every_class_its_places() -> None:
    columns = (replace(step("a", limits_by_class={"plain": 2, "urgent": 1}), service=Constant(value=1.0)),)
    scenario = replace(board(*columns, cards="p"), cards=(), arrivals=Saturated())
    scenario = replace(scenario, columns=(replace(columns[0], wip_limit=9),))
    run = played(scenario, (), 10.0)
    rows = run.trace.rows()
    now = rows[rows["column"] == 0]
    assert len(now)
    assert run.finished == 30  # three places, ten days


def test_capacity_is_bound_by_the_limits_of_all_classes_together() -> None:
    column = replace(step("a", limits_by_class={"urgent": 1, "plain": 2}), service=Constant(value=4.0))
    scenario = replace(board(column, cards="p"), cards=(), arrivals=Saturated())
    found = feasibility(scenario)
    assert found.capacity == pytest.approx(0.75)  # three cards in four days
    assert found.limited_by == "the limits of classes in a"
    one = replace(scenario, columns=(replace(column, limits_by_class={"urgent": 1}),))
    assert feasibility(one).capacity == pytest.approx(9 / 4)  # nothing bounds the other class but the people


def test_the_limit_of_the_board_counts_what_is_done_even_where_the_limit_of_a_column_does_not() -> None:
    columns = (step("a", limit_counts="doing"),)
    rules = Rules(deliver_every=5.0)
    run = played(board(*columns, cards="ppp", limits_by_class={"plain": 2}, rules=rules), (), 20.0)
    assert starts(run) == [0.0, 0.0, 5.0]


def test_a_batch_must_pass_the_limits_of_classes() -> None:
    batch, limited = step("a", transfer_batch=2), step("b", limits_by_class={"urgent": 1})
    assert [problem.expected for problem in problems_of(board(batch, limited))] == [
        "at most 1, the limit of Urgent in b, which the batch must pass"
    ]
    assert [problem.expected for problem in problems_of(board(batch, limits_by_class={"plain": 1}))] == [
        "at most 1, the limit of Plain on the board, which the batch must pass"
    ]
