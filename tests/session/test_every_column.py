"""One setting for every column, as one step: done everywhere or nowhere, and taken back at once."""

from dataclasses import replace

import pytest

from flowsim.domain.arrivals import (
    Poisson,
    Saturated,
)
from flowsim.domain.distributions import Exponential
from flowsim.domain.policies import Setup
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Column, Scenario
from flowsim.session.history import Act, Rewrite
from flowsim.session.session import Session
from flowsim.session.steps import batch_everywhere, limit_everywhere
from tests.session.boards import BUSY, session

LINE = Scenario(
    name="line",
    columns=(
        Column(id="a", name="Analysis", service=Exponential(mean=1.0)),
        Column(id="q", name="Store", kind="queue"),
        Column(id="b", name="Build", wip_limit=2, service=Exponential(mean=1.0)),
    ),
    arrivals=Poisson(rate=0.5),
    horizon=None,
)


def limits(its: Session) -> list[int | None]:
    return [column.wip_limit for column in its.conditions.columns]


def batches(its: Session) -> list[int]:
    return [column.transfer_batch for column in its.conditions.columns]


def begun(scenario: Scenario) -> Session:
    its = session(scenario)
    while its.now < 5:
        its.step()
    return its


def test_before_the_run_it_is_one_edit_of_the_board() -> None:
    its = session(BUSY)
    its.do(*limit_everywhere(its.conditions.columns, 1).interventions)
    assert [column.wip_limit for column in its.scenario.columns] == [1, 1]
    assert [type(entry) for entry in its.history.done] == [Rewrite]
    its.undo()
    assert limits(its) == [2, 3]


def test_in_a_run_it_is_one_step_that_is_taken_back_at_once() -> None:
    its = begun(BUSY)
    its.do(*limit_everywhere(its.conditions.columns, 4).interventions)
    assert limits(its) == [4, 4]
    assert [type(entry) for entry in its.history.done] == [Act]
    its.undo()
    assert limits(its) == [2, 3]


@pytest.mark.parametrize("start", [session, begun])
@pytest.mark.parametrize(("limit", "words"), [(2, "limit of every column to 2"), (None, "no limit for any column")])
def test_undo_says_that_it_was_for_every_column(start: object, limit: int | None, words: str) -> None:
    assert callable(start)
    its = start(LINE)
    its.do(*limit_everywhere(LINE.columns, limit).interventions)
    assert its.history.undo_words == words


def test_a_batch_for_every_column_reaches_queues_too() -> None:
    its = begun(LINE)
    its.do(*batch_everywhere(LINE.columns, 2).interventions)
    assert batches(its) == [2, 2, 2]
    assert its.history.undo_words == "batch of every column to 2"


@pytest.mark.parametrize("start", [session, begun])
def test_a_batch_for_every_column_is_what_is_set_up_for_where_batches_are(start: object) -> None:
    assert callable(start)
    per_batch, per_family = Setup(rule="per_batch", time=0.5, batch=4), Setup(rule="family", time=0.5, batch=4)
    columns = (replace(LINE.columns[0], setup=per_batch), LINE.columns[1], replace(LINE.columns[2], setup=per_family))
    its = start(replace(LINE, columns=columns))
    its.do(*batch_everywhere(its.conditions.columns, 2).interventions)
    assert batches(its) == [2, 2, 2]
    assert [column.setup.batch for column in its.conditions.columns] == [2, 1, 4]
    assert its.history.undo_words == "batch of every column to 2"
    its.undo()
    assert [column.setup.batch for column in its.conditions.columns] == [4, 1, 4]


def test_limits_that_are_the_same_in_some_columns_only_are_told_one_by_one() -> None:
    its = begun(LINE)
    its.do(*limit_everywhere(LINE.columns, 3).interventions[:2])
    assert its.history.undo_words == "Analysis limit none → 3 and 1 more"


def test_of_a_batch_that_does_not_fit_in_one_column_nothing_is_done_in_any() -> None:
    its = begun(LINE)
    with pytest.raises(Refused, match="a batch of 3 does not fit: at most 2, the limit of Build"):
        its.do(*batch_everywhere(LINE.columns, 3).interventions)
    assert batches(its) == [1, 1, 1]
    assert its.history.done == []


def test_a_limit_below_a_batch_is_refused_everywhere() -> None:
    columns = (*LINE.columns[:2], replace(LINE.columns[2], transfer_batch=2))
    its = begun(replace(LINE, columns=columns))
    with pytest.raises(Refused, match="a batch of 2 would not fit under that limit any more"):
        its.do(*limit_everywhere(its.conditions.columns, 1).interventions)
    assert limits(its) == [None, None, 2]


def test_no_limit_anywhere_is_refused_where_the_backlog_is_endless() -> None:
    columns = (replace(LINE.columns[1], wip_limit=3), LINE.columns[2])
    its = begun(Scenario(name="endless", columns=columns, arrivals=Saturated(), horizon=None))
    with pytest.raises(Refused, match="Store would never stop filling without a limit"):
        its.do(*limit_everywhere(its.conditions.columns, None).interventions)
    assert limits(its) == [3, 2]


def test_asking_whether_a_step_is_refused_changes_nothing() -> None:
    its = begun(LINE)
    assert its.why_not(*limit_everywhere(LINE.columns, 1).interventions) is None
    assert its.why_not(*batch_everywhere(LINE.columns, 2).interventions) is None
    assert limits(its) == [None, None, 2]
