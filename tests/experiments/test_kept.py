"""What a session keeps of an experiment gives the same plan again, and the same questions."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.cli_check import checked
from flowsim.domain.problems import ScenarioProblems
from flowsim.domain.saved_experiments import with_boards
from flowsim.domain.saved_session import SavedSession
from flowsim.experiments.kept import kept_of, plan_kept, questions_kept, title_of
from flowsim.experiments.questions import plan_of, questions_of, ready_made, usable, with_values
from flowsim.storage import Document, load_document, load_scenario, save_document
from flowsim.storage.resources import exercises
from tests.experiments.plans import COMPARE, SWEEP, plan

BOARDS = [each.path for each in exercises() if each.path.suffix == ".flowsim"]


@pytest.mark.parametrize("path", BOARDS, ids=lambda path: path.stem)
def test_every_question_of_every_board_comes_back_as_it_was_asked(path: Path) -> None:
    board = load_scenario(path)
    asked = [its for each in (*ready_made(board), *questions_of(board)) if (its := usable(board, each)) is not None]
    assert asked
    for question in asked:
        made = plan_of(board, [question], 5)
        kept = kept_of(made, title_of([question]), "which_limit")
        assert plan_kept(kept) == made
        if made.scenario == board:  # of boards that people move by hand the runs are of another one
            assert questions_kept(made, kept.title) == (question,)


def test_two_questions_at_once_come_back_with_their_own_values() -> None:
    made = plan(**SWEEP)
    first, second, *_ = questions_of(made.scenario)
    one, other = with_values(first, (1, 2)), with_values(second, (2, None))
    both = plan_of(made.scenario, [one, other], 3)
    assert title_of([one, other]) == "WIP limit of a, and WIP limit of b"
    assert questions_kept(both, title_of([one, other])) == (one, other)


@given(st.sampled_from([SWEEP, COMPARE]), st.integers(2, 500), st.sampled_from(["auto", 0, 7.5]))
def test_a_plan_comes_back_from_a_file(kind: dict[str, object], runs: int, warm_up: object) -> None:
    made = plan(**{**kind, "replications": runs, "warm_up": warm_up})
    kept = kept_of(made, "asked", "which_limit")
    text = json.loads(json.dumps({**kept.plan}))
    assert plan_kept(type(kept)(title="asked", asked_on="which_limit", plan=text, scenario=made.scenario)) == made


def test_a_title_is_no_longer_than_a_file_may_have_it(tmp_path: Path) -> None:
    made, path = plan(**SWEEP), tmp_path / "board.flowsim"
    kept = kept_of(made, "x" * 500, "which_limit")
    save_document(path, Document(made.scenario, SavedSession(experiments=(kept,))))
    assert load_document(path).session == SavedSession(experiments=(kept,))


def test_a_plan_that_somebody_has_changed_is_told_by_check_and_when_it_is_opened(tmp_path: Path) -> None:
    made, path = plan(**SWEEP), tmp_path / "board.flowsim"
    kept = kept_of(made, "asked", "which_limit")
    save_document(path, Document(made.scenario, SavedSession(experiments=(kept,))))
    values = json.loads(path.read_text(encoding="utf-8"))
    values["session"]["experiments"][0]["plan"]["replications"] = "many"
    path.write_text(json.dumps(values), encoding="utf-8")
    (problem,) = checked(str(path)).problems
    assert problem.where == "session.experiments[0].plan.replications"
    document = load_document(path)
    assert document.session is not None
    (changed,) = with_boards(document.session.experiments, document.scenario)
    with pytest.raises(ScenarioProblems):
        plan_kept(changed)


@pytest.mark.parametrize("key", ["title", "asked_on", "plan"])
def test_an_experiment_without_what_it_asks_is_no_experiment(tmp_path: Path, key: str) -> None:
    made, path = plan(**SWEEP), tmp_path / "board.flowsim"
    save_document(path, Document(made.scenario, SavedSession(experiments=(kept_of(made, "asked", "which_limit"),))))
    values = json.loads(path.read_text(encoding="utf-8"))
    del values["session"]["experiments"][0][key]
    path.write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(ScenarioProblems, match=rf"session.experiments\[0\].{key}"):
        load_document(path)
