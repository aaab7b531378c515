"""How one board differs from another is told completely, once, and in the words of the window."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.arrivals import (
    Fixed,
    Interval,
    Poisson,
)
from flowsim.domain.board_differences import differences
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.policies import Blockers, Rework, Rules, Setup
from flowsim.domain.scenario import CardClass, Column, Person, Scenario, SharedLimit
from tests.strategies import scenarios

BOARD = Scenario(
    name="board",
    columns=(
        Column(id="q", name="Store", kind="queue"),
        Column(id="a", name="Analysis", workers=2, wip_limit=3),
        Column(id="b", name="Build", setup=Setup(rule="per_batch", time=30.0, batch=20)),
    ),
    arrivals=Poisson(rate=0.5),
    shared_limits=(SharedLimit(columns=("a", "b"), limit=9),),
    classes=(CardClass(id="s", name="Standard", share=0.9), CardClass(id="u", name="Urgent", share=0.1, priority=1)),
    people=(Person(name="Ada", skills={"a": 1.0}), Person(name="Ben", skills={"b": 0.8})),
)


def column(place: int, **settings: Any) -> Scenario:
    columns = list(BOARD.columns)
    columns[place] = replace(columns[place], **settings)
    return replace(BOARD, columns=tuple(columns))


def everywhere(**settings: Any) -> Scenario:
    return replace(BOARD, columns=tuple(replace(its, **settings) for its in BOARD.columns))


def urgent(**settings: Any) -> Scenario:
    return replace(BOARD, classes=(BOARD.classes[0], replace(BOARD.classes[1], **settings)))


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (BOARD, []),
        (column(1, wip_limit=1), ["Analysis limit 3 → 1"]),
        (column(1, wip_limit=None), ["Analysis limit 3 → none"]),
        (column(2, workers=2), ["Build people 1 → 2"]),
        (column(2, service=Constant(value=2.0)), ["Build work: 2 days, always the same"]),
        (everywhere(transfer_batch=5), ["every column: batch 1 → 5"]),
        (column(2, transfer_batch=5), ["Build batch 1 → 5"]),
        (column(2, setup=Setup(rule="per_batch", time=3.0, batch=5)), ["Build set-up: 3 days for every 5 cards"]),
        (column(2, rework=Rework(probability=0.3)), ["Build done again 0 % → 30 %"]),
        (column(2, blockers=Blockers(probability=0.1)), ["Build blocked 0 % → 10 %"]),
        (
            column(2, rework=Rework(probability=0.3, to="a")),
            ["Build done again 0 % → 30 %", "Build done again from Analysis on"],
        ),
        (
            column(2, blockers=Blockers(probability=0.1, duration=Constant(value=4.0), worker_waits=False)),
            ["Build blocked 0 % → 10 %", "Build blocked for 4 days", "Build blocked: the person takes another card"],
        ),
        (urgent(may_exceed=2, preempts=True), ["Urgent may exceed limits by 2", "Urgent pushes others aside"]),
        (
            replace(BOARD, columns=(BOARD.columns[0], *(replace(its, workers=3) for its in BOARD.columns[1:]))),
            ["Analysis people 2 → 3", "Build people 1 → 3"],
        ),
        (replace(BOARD, shared_limits=(SharedLimit(columns=("a", "b"), limit=2),)), ["shared limit 9 → 2"]),
        (replace(BOARD, arrivals=Poisson(rate=0.6)), ["arrivals 0.5 → 0.6 / day"]),
        (replace(BOARD, arrivals=Fixed(count=20)), ["other arrivals"]),
        (replace(BOARD, rules=Rules(context_switch_tax=0.3)), ["rules: switching costs 30 %"]),
        (replace(BOARD, seed=7), ["seed 1 → 7"]),
        (replace(BOARD, warm_up=40.0), ["warm-up none → 40 days"]),
        (replace(BOARD, name="other", description="text", horizon=9.0), []),
        (urgent(priority=0), ["Urgent: priority 1 → 0"]),
        (urgent(preempts=True), ["Urgent pushes others aside"]),
        (urgent(target=5.0), ["Urgent: target – → 5 days"]),
        (urgent(cost_of_delay=2.0), ["Urgent: cost of delay 0 → 2"]),
        (urgent(share=0.9), ["Standard: share 90 % → 50 %", "Urgent: share 10 % → 50 %"]),
        (
            replace(BOARD, people=(replace(BOARD.people[0], skills={"a": 1.0, "b": 1.0}), BOARD.people[1])),
            ["Ada in Build: speed 1"],
        ),
    ],
)  # fmt: skip
def test_a_setting_is_told_in_the_words_of_the_window(other: Scenario, told: list[str]) -> None:
    assert differences(BOARD, other) == told


def test_fixed_cards_are_told_by_their_number() -> None:
    twenty, forty = (replace(BOARD, arrivals=Fixed(count=many)) for many in (20, 40))
    assert differences(twenty, forty) == ["cards 20 → 40"]


def test_shares_that_mean_the_same_are_no_difference() -> None:
    tenfold = replace(BOARD, classes=tuple(replace(its, share=10 * its.share) for its in BOARD.classes))
    assert differences(BOARD, tenfold) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(BOARD, columns=BOARD.columns[:2]),
        replace(BOARD, people=BOARD.people[:1]),
        replace(BOARD, classes=BOARD.classes[:1]),
        replace(BOARD, time_unit="hour"),
        replace(BOARD, shared_limits=()),
    ],
)
def test_another_board_is_no_setting(other: Scenario) -> None:
    assert differences(BOARD, other) is None


@given(scenarios(), st.data())
def test_a_board_does_not_differ_from_itself_and_every_other_one_is_told(board: Scenario, data: st.DataObject) -> None:
    assert differences(board, board) == []
    place = data.draw(st.integers(0, len(board.columns) - 1))
    its = board.columns[place]
    changed = replace(its, move_time=its.move_time + 1.0)
    other = replace(board, columns=(*board.columns[:place], changed, *board.columns[place + 1 :]))
    found = differences(board, other)
    assert found is not None
    assert len(found) == 1
    assert differences(board, replace(board, arrivals=Interval(gap=Exponential(mean=123.0)))) == ["other arrivals"]
