"""What a scenario tells about itself, and the marks its fields carry."""

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
    Saturated,
)
from flowsim.domain.checks import problems_of
from flowsim.domain.constraints import plain_name
from flowsim.domain.scenario import (
    Column,
    ExplicitCard,
    Scenario,
)
from flowsim.domain.words import CardState
from tests.strategies import modest, scenarios

BOARD = Scenario(name="x", columns=(Column(id="a"), Column(id="b", kind="queue")))


@modest
@given(scenarios())
def test_a_scenario_of_the_strategy_has_no_problem(scenario: Scenario) -> None:
    assert problems_of(scenario) == []


def test_a_scenario_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        BOARD.name = "y"  # type: ignore[misc]  # what must not be done


def test_columns_are_found_by_id() -> None:
    assert BOARD.column_index == {"a": 0, "b": 1}


def test_other_luck_leaves_the_board_alone() -> None:
    assert BOARD.with_seed(7) == replace(BOARD, seed=7)


def test_cards_that_arrive_together_keep_the_order_of_the_file() -> None:
    cards = tuple(
        ExplicitCard(arrives=at, title=title) for at, title in [(2.0, "x"), (1.0, "y"), (2.0, "z"), (1.0, "w")]
    )
    assert [card.title for card in replace(BOARD, cards=cards).cards_by_arrival] == ["y", "w", "x", "z"]


def test_listed_cards_replace_an_endless_backlog() -> None:
    listed = replace(BOARD, arrivals=Saturated(), cards=(ExplicitCard(),))
    assert (listed.explicit, listed.saturated, listed.ends_by_itself) == (True, False, True)


def test_only_limited_work_ends_by_itself() -> None:
    assert replace(BOARD, arrivals=Fixed(count=3)).ends_by_itself
    assert not replace(BOARD, arrivals=Poisson(rate=1.0)).ends_by_itself
    assert not replace(BOARD, arrivals=Saturated()).ends_by_itself


def test_files_write_a_key_without_the_underscore_that_python_needs() -> None:
    assert (plain_name("class_"), plain_name("wip_limit")) == ("class", "wip_limit")


def test_states_are_written_in_lower_case() -> None:
    assert [state.word for state in CardState] == [
        "backlog", "moving", "waiting", "setup", "working", "blocked", "batching", "ready", "delivered", "dropped",
        "lost",
    ]  # fmt: skip
