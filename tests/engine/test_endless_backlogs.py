"""Endless backlogs where classes go different ways: as many cards come as find room, and no more."""

from dataclasses import replace
from typing import Any

from flowsim.domain.arrivals import Saturated
from flowsim.domain.checks import problems_of
from flowsim.domain.plan_of_changes import PlannedBacklogLimit, PlannedSwarmGain
from flowsim.domain.policies import Rules
from flowsim.domain.scenario import CardClass, Column, Scenario
from flowsim.domain.words import BACKLOG, CardState
from flowsim.engine import Simulation, played

S, X = CardClass(id="s"), CardClass(id="x")


def board(*columns: Column, classes: tuple[CardClass, ...] = (S, X), **settings: Any) -> Scenario:
    return Scenario(
        name="endless", columns=columns, classes=classes, arrivals=Saturated(), horizon=20.0, **settings
    )  # fmt: skip


def standing(run: Simulation, column: int) -> list[int]:
    """The cards whose last row of the trace is in a column."""
    last = {int(row["card"]): row for row in run.trace.rows()}
    gone = (CardState.DELIVERED, CardState.DROPPED)
    return [card for card, row in last.items() if row["column"] == column and row["state"] not in gone]


def test_no_card_comes_for_a_class_that_is_full_where_it_goes() -> None:
    """s may be once in a, x passes a by, and b has one place: then a has room, but for nobody who may come."""
    scenario = board(
        Column(id="a", wip_limit=3, limits_by_class={"s": 1}, skip={"x": 1.0}), Column(id="b", wip_limit=1)
    )
    run = played(scenario, (), 20.0)
    assert run.finished >= 18
    assert len(standing(run, 0)) == len(standing(run, 1)) == 1


def test_who_stands_in_line_and_finds_room_goes_before_another_card_comes() -> None:
    scenario = board(Column(id="a", wip_limit=2, skip=0.5), Column(id="b", wip_limit=50, workers=3), classes=(S,))
    run = played(scenario, (), 20.0)
    assert len(standing(run, 1)) < 50
    assert not standing(run, BACKLOG)


def test_one_card_is_there_for_people_to_take_whatever_changes() -> None:
    plan = (PlannedSwarmGain(at=1.0, every=2.0, column="a", value=1.0),)
    scenario = board(
        Column(id="a", wip_limit=3, limits_by_class={"s": 1}), classes=(S,), rules=Rules(auto_pull=False), plan=plan
    )
    assert len(played(scenario, (), 20.0).deck) == 1


def told(scenario: Scenario) -> list[str]:
    return [problem.where for problem in problems_of(scenario)]


def test_a_class_that_works_nowhere_is_a_problem_where_nothing_else_stops_it() -> None:
    queue, work = Column(id="a", kind="queue", wip_limit=2), Column(id="b", wip_limit=1)
    assert told(board(queue, replace(work, skip=1.0))) == ["arrivals"]
    assert told(board(queue, replace(work, skip={"s": 1.0}))) == []
    assert told(board(queue, replace(work, skip={"s": 1.0}, limits_by_class={"x": 1}))) == ["arrivals"]
    assert told(board(replace(work, skip={"s": 1.0}), limits_by_class={"x": 1})) == ["arrivals"]


def test_nobody_is_turned_away_by_a_plan_either() -> None:
    plan = (PlannedBacklogLimit(at=1.0, value=1),)
    assert told(board(Column(id="a", wip_limit=1), plan=plan)) == ["plan"]


def test_a_plan_leaves_time_between_its_changes() -> None:
    plan = (PlannedSwarmGain(at=1.0, every=1e-9, column="a", value=1.0),)
    assert told(board(Column(id="a", wip_limit=1), plan=plan)) == ["plan[0].every"]
