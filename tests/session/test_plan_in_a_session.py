"""A plan in a session: part of what is in force, no part of what people did, and changed without beginning anew."""

from dataclasses import replace

import pytest

from flowsim.domain.arrivals import Fixed
from flowsim.domain.column_settings import SetTransferBatch, SetWipLimit, SetWorkers
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import Setting
from flowsim.domain.plan_of_changes import PlannedChange, PlannedPerson, PlannedWorkers, change_at, planned
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Column, Person, Scenario
from flowsim.engine import played
from flowsim.session import edit_commands
from flowsim.session.plan_edits import (
    added_to_plan,
    next_time,
    plan_changed,
    plan_removed,
    planned_in_words,
    repeated_in_words,
)
from flowsim.session.session import Session
from tests.session.boards import session
from tests.session.test_words_for_people import ACTS

PLAN: tuple[PlannedChange, ...] = (
    PlannedWorkers(at=2.0, every=4.0, column="a", value=0), PlannedWorkers(at=3.0, every=4.0, column="a", value=2),
)  # fmt: skip
BOARD = Scenario(
    name="plan", arrivals=Fixed(count=40), horizon=50.0, plan=PLAN,
    columns=(Column(id="a", name="Build", service=Constant(value=1.0)), Column(id="b", service=Constant(value=1.0))),
)  # fmt: skip


def played_to(time: float, board: Scenario = BOARD) -> Session:
    it = session(board)
    it.simulation.advance_to(time)
    it._read()
    return it


def rows_of(it: Session) -> bytes:
    return it.simulation.trace.rows().tobytes()


def test_what_is_in_force_follows_the_plan_and_the_history_has_only_what_people_did() -> None:
    it = played_to(2.5)
    assert it.conditions.columns[0].workers == 0
    it.simulation.advance_to(3.5)
    it._read()
    assert it.conditions.columns[0].workers == 2
    assert it.history.interventions == ()
    assert not it.history.can_undo
    assert [(one.at, one.do) for one in it.view.interventions] == [(2.0, "set_workers"), (3.0, "set_workers")]
    it.look(2.5)
    assert it.view.conditions.columns[0].workers == 0


def test_undo_takes_back_what_a_person_did_and_leaves_the_plan() -> None:
    it = played_to(2.5)
    before = rows_of(it)
    it.do(SetWorkers(at=2.5, column="a", value=5))
    assert it.conditions.columns[0].workers == 5
    it.undo()
    assert it.conditions.columns[0].workers == 0
    assert rows_of(it) == before


def test_a_change_of_what_is_still_to_come_lets_the_run_go_on() -> None:
    it = played_to(5.0)
    before = rows_of(it)
    it.edit(plan_changed(it, 0, until=5.0))
    assert (it.now, rows_of(it)) == (5.0, before)
    it.simulation.advance_to(20.0)
    it._read()
    assert it.conditions.columns[0].workers == 2
    assert rows_of(it) == played(it.scenario, (), 20.0).trace.rows().tobytes()


def test_a_change_of_what_has_been_begins_the_run_again() -> None:
    it = played_to(5.0)
    it.edit(plan_changed(it, 0, at=1.0))
    assert it.now == 0.0
    it.undo()
    assert it.now == 5.0


def test_what_a_person_did_becomes_part_of_the_plan() -> None:
    it = played_to(1.0, replace(BOARD, plan=()))
    it.edit(added_to_plan(it, SetWorkers(at=4.0, column="a", value=3), every=7.0))
    assert it.scenario.plan == (PlannedWorkers(at=4.0, every=7.0, column="a", value=3),)
    assert it.now == 1.0
    assert it.history.undo_words == "planned: Build people 1 → 3"
    it.edit(plan_removed(it, 0))
    assert not it.scenario.plan


@pytest.mark.parametrize("change", [act for act in ACTS if isinstance(act, Setting)], ids=lambda act: act.do)
def test_every_kind_of_setting_can_be_planned(change: Setting) -> None:
    its = planned(replace(change, at=2.0), every=7.0, until=30.0)
    assert (its.at, its.every, its.until) == (2.0, 7.0, 30.0)
    assert change_at(its, 9.0) == replace(change, at=9.0)


def test_what_people_did_becomes_part_of_the_plan() -> None:
    it = played_to(1.0, replace(BOARD, plan=()))
    for change in (SetWipLimit(at=2.0, column="a", value=3), SetTransferBatch(at=3.0, column="b", value=2)):
        it.edit(added_to_plan(it, change))
    assert [its.do for its in it.scenario.plan] == ["set_wip_limit", "set_transfer_batch"]


def test_a_plan_that_the_board_does_not_allow_is_refused() -> None:
    it = played_to(1.0, replace(BOARD, plan=()))
    it.edit(added_to_plan(it, SetTransferBatch(at=2.0, column="a", value=3)))
    with pytest.raises(Refused):
        it.edit(added_to_plan(it, SetWipLimit(at=3.0, column="a", value=2)))


def test_with_its_column_or_person_a_planned_change_goes_too() -> None:
    it = played_to(0.0)
    it.edit(edit_commands.column_removed(it, 0))
    assert not it.scenario.plan
    people = Person(name="Ada", skills={"a": 1.0, "b": 1.0}), Person(name="Ben", skills={"a": 1.0, "b": 1.0})
    away = PlannedPerson(at=2.0, person="Ben", value=False)
    it = played_to(0.0, replace(BOARD, people=people, plan=(away,)))
    it.edit(edit_commands.person_renamed(it, 1, "Cy"))
    assert it.scenario.plan == (replace(away, person="Cy"),)
    it.edit(edit_commands.person_removed(it, 1))
    assert not it.scenario.plan


def test_a_plan_is_told_in_words() -> None:
    assert planned_in_words(BOARD, PLAN[1]) == "Build people 0 → 2"
    assert repeated_in_words(BOARD, PLAN[1]) == "day 3, every 4 days"
    last = PlannedWorkers(at=3.0, every=1.0, until=9.0, column="a", value=1)
    assert repeated_in_words(BOARD, last) == "day 3, every 1 day until day 9"
    assert repeated_in_words(BOARD, PlannedWorkers(at=3.0, column="a", value=1)) == "day 3"
    away = PlannedPerson(at=3.0, person="Ada", value=False)
    people = (Person(name="Ada", skills={"a": 1.0, "b": 1.0}),)
    assert planned_in_words(replace(BOARD, people=people, plan=(away,)), away) == "Ada away"


def test_what_is_planned_is_told_with_the_value_before_it_in_time_whatever_the_order_of_the_plan() -> None:
    plan: tuple[PlannedChange, ...] = (
        PlannedWorkers(at=5.0, column="a", value=0), PlannedWorkers(at=2.0, column="a", value=3),
        PlannedWorkers(at=10.0, column="a", value=7),
    )  # fmt: skip
    board = replace(BOARD, plan=plan)
    told = [planned_in_words(board, its) for its in plan]
    assert told == ["Build people 3 → 0", "Build people 1 → 3", "Build people 0 → 7"]


@pytest.mark.parametrize(("now", "expected"), [(5.0, 12.0), (11.9, 12.0), (12.0, 19.0), (40.0, 47.0)])
def test_what_is_planned_again_begins_with_the_next_time_to_come(now: float, expected: float) -> None:
    assert next_time(5.0, 7.0, now) == expected
