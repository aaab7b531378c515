"""Experiments that were run belong to the session: kept in its file, taken back by undo."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.saved_experiments import MOST_EXPERIMENTS, SavedExperiment
from flowsim.domain.scenario import Scenario
from flowsim.session.kept_experiments import forget_all, keep
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.storage import Document, load_document
from tests.session.boards import BUSY


def asked(title: str, runs: int = 20, board: Scenario = BUSY) -> SavedExperiment:
    return SavedExperiment(title=title, asked_on="which_limit", plan={"replications": runs}, scenario=board)


def titles(session: Session) -> list[str]:
    return [its.title for its in session.history.experiments]


def test_each_experiment_is_kept_and_undo_takes_back_the_last_one() -> None:
    session = Session(Document(BUSY))
    for title in ("one", "two"):
        keep(session, asked(title))
    assert titles(session) == ["one", "two"]
    assert session.history.undo_words == "experiment: two"
    session.undo()
    assert titles(session) == ["one"]
    session.redo()
    assert titles(session) == ["one", "two"]


def test_more_runs_of_the_same_are_the_same_experiment() -> None:
    session = Session(Document(BUSY))
    for its in (asked("one"), asked("two"), asked("one", 40)):
        keep(session, its)
    assert [(its.title, its.plan["replications"]) for its in session.history.experiments] == [("two", 20), ("one", 40)]
    session.undo()
    assert [(its.title, its.plan["replications"]) for its in session.history.experiments] == [("one", 20), ("two", 20)]


def test_all_can_be_removed_and_come_back() -> None:
    session = Session(Document(BUSY))
    keep(session, asked("one"))
    forget_all(session)
    assert titles(session) == []
    session.undo()
    assert titles(session) == ["one"]


def test_the_run_goes_on_as_it_is() -> None:
    session = Session(Document(BUSY))
    session.play()
    session.tick(5.0, 1.0)
    now, rows = session.now, len(session.simulation.trace)
    keep(session, asked("one"))
    session.undo()
    assert (session.now, len(session.simulation.trace)) == (now, rows)


def test_what_was_run_stands_in_the_file_with_the_board_it_was_run_on(tmp_path: Path) -> None:
    session, path = Session(Document(BUSY)), tmp_path / "board.flowsim"
    keep(session, asked("before"))
    session.edit(Edit(replace(BUSY, name="another"), "renamed"))
    keep(session, replace(asked("after", board=session.scenario), folder="~/results"))
    assert session.file.unsaved
    session.file.save(path)
    saved = load_document(path).session
    assert saved is not None
    assert [(its.title, its.scenario, its.folder) for its in saved.experiments] == [
        ("before", BUSY, ""), ("after", None, "~/results"),
    ]  # fmt: skip
    again = Session(load_document(path), path)
    assert again.history.experiments == session.history.experiments
    assert not again.file.unsaved


def test_a_board_on_which_something_was_run_is_not_only_played_with() -> None:
    session = Session(Document(BUSY))
    assert session.file.only_played
    keep(session, asked("one"))
    assert not session.file.only_played


@given(st.lists(st.sampled_from([f"question {number}" for number in range(MOST_EXPERIMENTS + 10)]), max_size=120))
def test_the_last_ones_are_kept_each_once(run: list[str]) -> None:
    session = Session(Document(BUSY))
    for title in run:
        keep(session, asked(title))
    last = list(dict.fromkeys(reversed(run)))[:MOST_EXPERIMENTS]
    assert titles(session) == list(reversed(last))
