"""A count passes a bound at the first instant whose end finds it above: as a slow reading of the trace has it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.exercises import Condition
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState
from flowsim.engine import played
from flowsim.metrics import RunView
from flowsim.metrics.first_passage import first_passage
from flowsim.session.simulation_view import view_of
from tests.strategies import modest, scenarios

UNTIL = 20.0


def slowly(run: RunView, condition: Condition) -> float | None:
    """Go through the trace instant by instant, and count at the end of each."""
    rows = run.flow.rows
    place: dict[int, tuple[int, CardState]] = {}
    arrived: set[int] = set()
    started: set[int] = set()
    for index, row in enumerate(rows):
        card = int(row["card"])
        place[card] = int(row["column"]), CardState(row["state"])
        arrived.add(card)
        if row["column"] >= 0 or row["state"] == CardState.DELIVERED:
            started.add(card)
        if index + 1 < len(rows) and rows["time"][index + 1] == row["time"]:
            continue
        if _count(run, condition, place, len(arrived) - len(started)) > condition.above:
            return float(row["time"])
    return None


def _count(run: RunView, condition: Condition, place: dict[int, tuple[int, CardState]], backlog: int) -> int:
    states = Counter(place.values())
    column = None if condition.column is None else run.scenario.column_index[condition.column]
    match condition.what:
        case "finished":
            return sum(many for (_, state), many in states.items() if state is CardState.DELIVERED)
        case "backlog":
            return backlog
        case "wip":
            return sum(many for (where, _), many in states.items() if where >= 0 and column in (None, where))
        case _:
            queue = run.scenario.columns[column or 0].is_queue
            return sum(
                many for (where, state), many in states.items()
                if where == column and (queue or state is CardState.WAITING)
            )  # fmt: skip


@modest
@given(scenarios(playable=True), st.data())
def test_it_is_when_a_slow_reading_finds_it(scenario: Scenario, data: st.DataObject) -> None:
    run = view_of(played(scenario, (), UNTIL))
    what = data.draw(st.sampled_from(["queue", "wip", "finished", "backlog"]))
    columns = st.sampled_from([column.id for column in scenario.columns])
    column = data.draw(columns if what == "queue" else st.none() | columns if what == "wip" else st.none())
    condition = Condition(what=what, column=column, above=data.draw(st.integers(0, 6)))  # type: ignore[arg-type]
    assert first_passage(run.flow, condition) == pytest.approx(slowly(run, condition))
