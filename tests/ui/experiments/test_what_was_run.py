"""What was run is kept with the board: listed, looked at again, taken back, saved and opened."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from flowsim.domain.column_settings import SetWorkers
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.storage import load_document
from flowsim.ui.experiments.laboratory_page import LUCK_OR_REAL
from tests.ui.experiments.laboratory_hands import done, go_to_experiments, page, run_a_few
from tests.ui.visitor import Visitor


def listed(visitor: Visitor) -> list[QAction]:
    """What the menu offers, without what removes it all."""
    menu = page(visitor).earlier_menu
    menu.aboutToShow.emit()
    *experiments, _line, _remove = menu.actions()
    return experiments


def test_what_is_run_is_listed_with_its_runs_and_undo_takes_it_off_the_page(at_work: Visitor) -> None:
    its = go_to_experiments(at_work)
    assert not its.earlier.isVisible()
    run_a_few(at_work)
    assert its.earlier.isVisible()
    assert [action.text() for action in listed(at_work)] == ["Which WIP limit? (3 runs of each)"]
    at_work.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not its.earlier.isVisible()
    assert its.which_limit.answer is None
    assert its.which_limit.sheet.headline.text().startswith("Choose what varies")
    at_work.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(listed(at_work)) == 1


def test_extending_keeps_one_experiment(at_work: Visitor) -> None:
    its = go_to_experiments(at_work).which_limit
    run_a_few(at_work)
    at_work.click(its.more)
    done(at_work)
    assert [action.text() for action in listed(at_work)] == ["Which WIP limit? (6 runs of each)"]
    at_work.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert its.answer is not None  # what was found out stays, though it is no more than three runs that are kept
    assert [action.text() for action in listed(at_work)] == ["Which WIP limit? (3 runs of each)"]


def test_an_experiment_in_a_file_gives_the_same_numbers_again(at_work: Visitor, tmp_path: Path) -> None:
    its = go_to_experiments(at_work).which_limit
    run_a_few(at_work)
    first = its.answer
    assert first is not None
    path = tmp_path / "board.flowsim"
    at_work.session.file.save(path)
    at_work.window.show_session(Session(load_document(path), path))
    again = go_to_experiments(at_work)
    assert again.which_limit.sheet.headline.text().startswith("Choose what varies")
    page(at_work).laboratory.known._results.clear()  # as in another program
    (action,) = listed(at_work)
    action.trigger()
    done(at_work)
    second = again.which_limit.answer
    assert second is not None
    assert (second.names, second.plan) == (first.names, first.plan)
    np.testing.assert_array_equal(second.values, first.values)
    assert again.which_limit.runs.typed == 3


def test_a_comparison_is_looked_at_again_and_says_that_the_board_has_changed(at_work: Visitor) -> None:
    at_work.key(Qt.Key.Key_P)
    at_work.page.bridge.do(Step((SetWorkers(at=at_work.session.now, column="test", value=3),)))
    its = go_to_experiments(at_work, LUCK_OR_REAL)
    its.luck_or_real.runs.show_value(3)
    at_work.click(its.luck_or_real.compare)
    done(at_work)
    first = its.luck_or_real.comparison
    at_work.page.bridge.do(Step((SetWorkers(at=at_work.session.now, column="test", value=2),)))
    its.choose(0)
    (action,) = listed(at_work)
    assert action.text() == "Run A against board now (3 runs of each)"
    action.trigger()
    done(at_work)
    second = its.luck_or_real.comparison
    assert its.luck_or_real.isVisible()
    assert first is not None
    assert second is not None
    assert second is not first
    np.testing.assert_array_equal(second.answer.values, first.answer.values)
    assert "The board has changed since these runs." in its.luck_or_real.sheet.warnings.text()


def test_the_folder_of_the_results_is_told(at_work: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    its = go_to_experiments(at_work).which_limit
    run_a_few(at_work)
    its.export.save_results(tmp_path / "results")
    done(at_work)
    at_work.until(lambda: its.kept is not None and its.kept.folder == "~/results")
    assert "Written into ~/results." in its.sheet.warnings.text()
    assert at_work.session.history.experiments == (its.kept,)


def test_all_can_be_removed_from_the_list(at_work: Visitor) -> None:
    its = go_to_experiments(at_work)
    run_a_few(at_work)
    listed(at_work)
    its.earlier_menu.actions()[-1].trigger()
    assert not its.earlier.isVisible()
    assert at_work.session.history.experiments == ()
