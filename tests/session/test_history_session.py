"""A team's history on the board: the figures are the team's own, and nothing can be done to it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from flowsim.charts.catalogue import CHARTS, paper_picture
from flowsim.domain.interventions import AddCard
from flowsim.domain.problems import Refused
from flowsim.domain.words import CardState
from flowsim.metrics import RunView, figures_of
from flowsim.metrics.lived_run import lived_run
from flowsim.session import edit_commands
from flowsim.session.history_session import HistorySession, why_fixed
from flowsim.session.run_tables import actionable_agile
from tests.storage.histories.test_against_the_truth import FILES, read

WHOLE = [
    name for name, its in FILES.items()
    if len(its["columns"]) > 1 and its["columns"][0]["role"] == "start" and "history-cut" not in its["notices"]
]  # fmt: skip
"""Histories whose items all have a beginning."""


def opened(name: str) -> HistorySession:
    return HistorySession(read(name), "Our team")


@pytest.mark.parametrize("name", WHOLE)
def test_the_figures_of_a_history_are_the_teams_own(name: str) -> None:
    view = opened(name).view
    figures, summary = figures_of(view.flow, view.staffing), FILES[name]["summary"]
    true = summary["cycle_time_days"]
    assert figures.cycle_time.n == true["n"]
    assert figures.cycle_time.mean == pytest.approx(true["mean"], abs=1e-6)
    assert (figures.cycle_time.p50, figures.cycle_time.p85) == (true["median"], true["p85"])
    assert figures.unfinished == summary["unfinished"]
    assert np.isnan(figures.flow_efficiency)


def test_everybody_stands_where_the_team_has_them_at_the_end() -> None:
    session = opened("01-aa-clean.csv")
    standing = [len(lane) for lane in session.view.board_state.lanes]
    true = FILES["01-aa-clean.csv"]["items"]
    last = [sum(day is not None for day in its["entered"]) - 1 for its in true if not its["finished"]]
    assert standing == [last.count(column) for column in range(5)]


def test_what_was_given_up_leaves_the_board_unfinished() -> None:
    run = lived_run(read("03-aa-backfilled-mdy.csv"), "Our team")
    states = run.trace.rows()["state"].tolist()
    assert states.count(CardState.DROPPED) == FILES["03-aa-backfilled-mdy.csv"]["summary"]["cancelled"]


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_draws_a_history(chart: str) -> None:
    assert paper_picture(chart, opened("02-aa-skipped-dmy.csv").view).title


def test_dates_stand_on_its_axes() -> None:
    assert paper_picture("flow", opened("01-aa-clean.csv").view).x.dates is not None


def test_what_was_imported_can_be_exported_again() -> None:
    """The same days in the same columns, in the layout in which they came."""
    header, rows = actionable_agile(opened("01-aa-clean.csv").view)
    columns = [header.index(name) for name in ("Ready", "Analysis", "Development", "Review", "Test", "Done")]
    found = sorted([[str(row[at]) for at in columns] for row in rows])
    true = sorted([[day or "" for day in its["entered"]] for its in FILES["01-aa-clean.csv"]["items"]])
    assert found == true


ACTS: list[Callable[[HistorySession], Any]] = [
    lambda it: it.do(AddCard(at=0.0)),
    lambda it: it.edit(edit_commands.other_luck(it, 7)),
    lambda it: it.edit(edit_commands.column_removed(it, 0)),
]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("back", [False, True])
def test_nothing_can_be_done_to_what_happened(act: Callable[[HistorySession], Any], back: bool) -> None:
    session = opened("01-aa-clean.csv")
    if back:
        session.look(20.0)
    rows = session.simulation.trace.rows().tobytes()
    with pytest.raises(Refused):
        act(session)
    assert session.simulation.trace.rows().tobytes() == rows
    assert session.why_not(AddCard(at=0.0)) == why_fixed()
    assert not session.file.unsaved


def test_it_can_be_watched_again_from_the_beginning() -> None:
    session = opened("01-aa-clean.csv")
    whole = session.simulation.trace.rows().tobytes()
    assert session.ended
    session.restart()
    assert (session.now, len(session.view.board_state.cards)) == (0.0, 0)
    session.step()
    assert 0.0 < session.now < 10.0
    for _ in range(1_000):
        session.step()
    assert session.simulation.trace.rows().tobytes() == whole


def test_it_can_be_looked_back_at_and_pinned() -> None:
    session = opened("01-aa-clean.csv")
    session.look(100.0)
    view = session.view
    assert view.now == 100.0
    lived = lived_run(read("01-aa-clean.csv"), "Our team")
    alone = RunView.of_trace(lived.scenario, lived.trace, lived.end, lived.cards).before(100.0)
    assert view.board_state.finished == alone.board_state.finished
