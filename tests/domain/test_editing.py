"""Building a board: whatever refers to a column follows it."""

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain import editing
from flowsim.domain.checks import problems_of
from flowsim.domain.plan_of_changes import (
    PlannedLimitsByClass,
    PlannedRework,
    PlannedSharedLimit,
    PlannedSkill,
    PlannedSkip,
)  # fmt: skip
from flowsim.domain.policies import Rework
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import CardClass, Column, Person, Scenario, SharedLimit
from tests.strategies import modest, scenarios

BOARD = Scenario(
    name="board",
    columns=(
        Column(id="plan", name="Plan", wip_limit=2),
        Column(id="dev", name="Build", wip_limit=3),
        Column(id="test", name="Test", wip_limit=4, rework=Rework(probability=0.2, to="dev")),
    ),
    shared_limits=(SharedLimit(columns=("dev", "test"), limit=5),),
    people=(Person(name="Ada", skills={"plan": 1.0, "dev": 2.0}), Person(name="Bo", skills={"test": 1.0})),
)


def added(to: Scenario, at: int) -> Scenario:
    return editing.column_added(to, at, "work", "New step")


def ids(of: Scenario) -> list[str]:
    return [column.id for column in of.columns]


def groups(of: Scenario) -> list[tuple[str, ...]]:
    return [shared.columns for shared in of.shared_limits]


def test_a_new_column_has_a_name_and_an_id_of_its_own() -> None:
    board = added(added(BOARD, 1), 1)
    assert [column.title for column in board.columns] == ["Plan", "New step 2", "New step", "Build", "Test"]
    assert len(set(ids(board))) == 5


def test_a_new_column_is_limited_where_its_neighbour_is() -> None:
    assert added(BOARD, 2).columns[2].wip_limit == 3


def test_who_works_beside_a_new_column_can_work_in_it() -> None:
    board = added(BOARD, 2)
    new = board.columns[2].id
    assert [person.skills.get(new) for person in board.people] == [2.0, None]


def test_a_column_put_between_two_of_a_group_joins_it() -> None:
    board = added(BOARD, 2)
    assert set(groups(board)[0]) == {"dev", board.columns[2].id, "test"}
    assert groups(added(BOARD, 1)) == [("dev", "test")]


def test_a_column_that_leaves_its_group_by_a_move_is_limited_by_it_no_longer() -> None:
    assert groups(editing.column_moved(BOARD, 2, 0)) == [("dev",)]
    assert groups(editing.column_moved(BOARD, 0, 2)) == [("dev", "test")]


def test_rework_that_would_go_forward_stays_where_it_is() -> None:
    board = editing.column_moved(BOARD, 2, 0)
    assert board.columns[0].rework == Rework(probability=0.2, to=None)


def test_who_could_work_only_in_a_removed_column_goes_with_it() -> None:
    board = editing.column_removed(BOARD, 2)
    assert [person.name for person in board.people] == ["Ada"]
    assert groups(board) == [("dev",)]


def test_a_board_keeps_its_last_column() -> None:
    alone = replace(BOARD, columns=BOARD.columns[:1], shared_limits=(), people=())
    with pytest.raises(Refused, match="at least one column"):
        editing.column_removed(alone, 0)


def test_a_twin_works_like_the_first_in_every_respect() -> None:
    board = editing.column_duplicated(BOARD, 1)
    first, twin = board.columns[1], board.columns[2]
    assert twin == replace(first, id=twin.id, name="Build 2")
    assert board.people[0].skills[twin.id] == 2.0
    assert set(groups(board)[0]) == {"dev", twin.id, "test"}


def test_a_queue_split_off_stands_behind_its_column_under_the_same_limits() -> None:
    board = editing.queue_split_off(BOARD, 1, "Build done")
    queue = board.columns[2]
    assert (queue.title, queue.kind, queue.wip_limit) == ("Build done", "queue", 3)
    assert set(groups(board)[0]) == {"dev", queue.id, "test"}
    with pytest.raises(Refused, match="queue already"):
        editing.queue_split_off(board, 2, "again")


def test_a_column_turned_into_a_queue_keeps_only_what_a_queue_has() -> None:
    board = editing.column_turned(BOARD, 2, "queue")
    assert board.columns[2] == Column(id="test", name="Test", kind="queue", wip_limit=4)
    assert [person.name for person in board.people] == ["Ada"]


PLANNED = replace(
    BOARD,
    classes=(CardClass(id="x"), CardClass(id="y")),
    shared_limits=(SharedLimit(columns=("plan",), limit=3), *BOARD.shared_limits),
    plan=(
        PlannedSharedLimit(at=5.0, group=1, value=9), PlannedSharedLimit(at=6.0, group=0, value=2),
        PlannedLimitsByClass(at=5.0, column="test", value={"x": 1, "y": 2}),
        PlannedSkip(at=5.0, column="test", value={"y": 0.5}),
        PlannedRework(at=5.0, column="test", value=Rework(probability=0.2, to="dev")),
        PlannedSkill(at=7.0, person="Ada", column="dev", value=None),
    ),
)  # fmt: skip


def test_a_planned_limit_stays_with_its_columns_when_another_group_goes() -> None:
    for board in (editing.column_removed(PLANNED, 0), editing.ungrouped(PLANNED, 0)):
        [its] = [one for one in board.plan if isinstance(one, PlannedSharedLimit)]
        assert (board.shared_limits[its.group].columns, its.value) == (("dev", "test"), 9)


def test_what_is_planned_for_several_classes_loses_only_the_one_that_goes() -> None:
    plan = editing.class_removed(PLANNED, 1).plan
    assert PlannedLimitsByClass(at=5.0, column="test", value={"x": 1}) in plan
    assert PlannedSkip(at=5.0, column="test", value={}) in plan


def test_planned_rework_whose_column_goes_is_done_in_place() -> None:
    plan = editing.column_removed(PLANNED, 1).plan
    assert PlannedRework(at=5.0, column="test", value=Rework(probability=0.2)) in plan


def test_a_twin_has_the_plan_of_the_first() -> None:
    board = editing.column_duplicated(PLANNED, 1)
    assert board.plan[-1] == PlannedSkill(at=7.0, person="Ada", column=board.columns[2].id, value=None)


@st.composite
def edits(draw: st.DrawFn, board: Scenario) -> Scenario:
    index = draw(st.integers(0, len(board.columns) - 1))
    to = draw(st.integers(0, len(board.columns) - 1))
    kind: Literal["work", "queue"] = "work" if draw(st.booleans()) else "queue"
    match draw(st.integers(0, 8)):
        case 0:
            return editing.column_added(board, draw(st.integers(0, len(board.columns))), kind, "New step")
        case 1:
            return editing.column_duplicated(board, index)
        case 2:
            return editing.queue_split_off(board, index, "done")
        case 3:
            return editing.column_removed(board, index)
        case 4:
            return editing.column_moved(board, index, to)
        case 5:
            return editing.column_turned(board, index, kind)
        case 6:
            return editing.grouped(board, min(index, to), max(index, to), 9)
        case 7:
            return editing.class_removed(
                editing.class_added(board, "New class"), draw(st.integers(0, len(board.classes)))
            )
        case _:
            return editing.family_removed(editing.family_added(board), draw(st.integers(0, len(board.families))))


def of_structure(board: Scenario) -> list[str]:
    """Problems that an edit must never bring about; limits and batches are the person's to choose."""
    return [
        str(problem)
        for problem in problems_of(board)
        if "transfer_batch" not in problem.where and "wip_limit" not in problem.where and problem.where != "arrivals"
    ]


@modest
@given(st.data())
def test_no_edit_leaves_anything_that_refers_to_nothing(data: st.DataObject) -> None:
    board = data.draw(scenarios())
    for _ in range(data.draw(st.integers(1, 5))):
        try:
            board = data.draw(edits(board))
        except Refused:
            continue
        assert of_structure(board) == []
