"""Making an exercise of one's own, by mouse and keyboard: three steps, and a file that others can play."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from flowsim.domain.exercises import RoundPlan
from flowsim.session import rounds
from flowsim.session.expected_numbers import broken_promises
from flowsim.storage.exercise_file import load_exercise
from flowsim.ui.main_window import workshop_files
from flowsim.ui.main_window.actions import Act
from flowsim.ui.workshop.exercise_wizard import ExerciseWizard
from tests.session.test_rounds import PLAN, played_round
from tests.ui.test_hostile_content import NASTY
from tests.ui.visitor import Visitor


@pytest.fixture
def played(visitor: Visitor) -> Visitor:
    """Two rounds that were kept."""
    visitor.choose_exercise("Software team")
    visitor.pause()
    visitor.session.restart()
    for _ in range(2):
        played_round(visitor.session, RoundPlan(until=30.0, questions=PLAN.questions[:1]))
        visitor.session.restart()
    return visitor


def wizard_of(visitor: Visitor) -> ExerciseWizard:
    visitor.window.menu_actions[Act.MAKE_EXERCISE].trigger()
    visitor.until(lambda: any(one.isVisible() for one in visitor.window.findChildren(ExerciseWizard)))
    [found] = visitor.window.findChildren(ExerciseWizard)
    return found


def saving_to(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(workshop_files, "ask_where_to_save", lambda *_, **__: path)


def test_three_steps_make_an_exercise_that_others_can_play(
    played: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = wizard_of(played)
    assert wizard.where.text() == "Step 1 of 3"
    assert wizard.name.text() == "Software team"
    wizard.name.selectAll()
    QTest.keyClicks(wizard.name, "Where to help")
    QTest.keyClick(wizard.name, Qt.Key.Key_Return)
    assert wizard.where.text() == "Step 2 of 3"
    assert [choice.isChecked() for choice in wizard.rounds] == [True, True]
    played.click(wizard.rounds[1])
    played.click(wizard.next)
    QTest.keyClicks(wizard.debrief, "What now?")
    path = tmp_path / "ours.flowsim-exercise"
    saving_to(monkeypatch, path)
    played.click(wizard.next)
    played.until(path.exists)
    made = load_exercise(path)
    assert made.name == "Where to help"
    assert [step.id for step in made.steps] == ["look", "round1", "debrief"]
    assert made.debrief == ("What now?",)
    assert len(made.expected) == 2
    assert list(broken_promises(made)) == []
    played.until(lambda: not played.window.findChildren(ExerciseWizard))
    assert "Saved as ours.flowsim-exercise" in played.page.board.message.said
    played.session.file.mark_saved()
    played.window.opening.open_file(path)
    guide = played.window.workshop.guide
    assert guide is not None
    assert guide.name.text() == "Where to help"


def test_back_keeps_what_was_said(played: Visitor) -> None:
    wizard = wizard_of(played)
    wizard.teaches.setText("A sentence")
    assert not wizard.back.isEnabled()
    played.click(wizard.next)
    played.click(wizard.rounds[0])
    played.click(wizard.next)
    played.click(wizard.back)
    played.click(wizard.back)
    assert wizard.teaches.text() == "A sentence"
    assert wizard.draft().rounds == (1,)
    wizard.reject()


def test_without_a_name_or_a_round_it_does_not_go_on_and_says_why(played: Visitor) -> None:
    wizard = wizard_of(played)
    wizard.name.setText("  ")
    assert not wizard.next.isEnabled()
    assert wizard.next.toolTip() == "Name it first"
    wizard.name.setText("x")
    played.click(wizard.next)
    for choice in wizard.rounds:
        played.click(choice)
    assert not wizard.next.isEnabled()
    assert wizard.next.toolTip() == "Choose a round"
    wizard.reject()


def test_without_rounds_it_tells_the_board_as_it_stands(visitor: Visitor, tmp_path: Path) -> None:
    visitor.choose_exercise("Software team")
    visitor.pause()
    wizard = wizard_of(visitor)
    visitor.click(wizard.next)
    assert wizard.next.isEnabled()
    visitor.click(wizard.next)
    assert wizard.promises.isHidden()
    path = tmp_path / "one.flowsim-exercise"
    work = visitor.window.workshop.acts.files.save_exercise(wizard.draft(), path)
    assert work is not None
    visitor.until(path.exists)
    assert [step.id for step in load_exercise(path).steps] == ["look", "round1", "debrief"]
    wizard.reject()


def test_a_place_that_cannot_be_written_is_told_and_nothing_typed_is_lost(
    played: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = wizard_of(played)
    wizard.name.setText("Kept")
    played.click(wizard.next)
    played.click(wizard.next)
    saving_to(monkeypatch, None)
    played.click(wizard.next)
    assert wizard.isVisible()
    (tmp_path / "file").write_text("", encoding="utf-8")
    saving_to(monkeypatch, tmp_path / "file" / "x.flowsim-exercise")
    played.click(wizard.next)
    played.until(lambda: bool(played.window.findChildren(QMessageBox)))
    [box] = played.window.findChildren(QMessageBox)
    assert "x.flowsim-exercise could not be written" in box.text()
    box.close()
    assert wizard.isVisible()
    assert wizard.draft().name == "Kept"
    wizard.reject()


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
def test_a_hostile_name_is_shown_as_words_and_kept(played: Visitor, name: str) -> None:
    rounds.renamed(played.session, 0, name)
    wizard = wizard_of(played)
    wizard.name.setText(name)
    assert wizard.draft().name == wizard.name.text().strip()
    assert wizard.rounds[0].text().replace("&&", "&").startswith("✓  ")
    wizard.reject()
