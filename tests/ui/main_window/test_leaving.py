"""From one board to the next: no question for an exercise that was only played with, and a way back to it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from flowsim.domain.interventions import AddCard
from flowsim.session.edit_commands import column_added
from flowsim.session.steps import Step
from flowsim.storage import Document, save_document
from flowsim.storage.resources import exercises
from tests.session.boards import BUSY
from tests.ui.main_window.test_files import answer
from tests.ui.visitor import Visitor

CANCEL = QMessageBox.StandardButton.Cancel


@pytest.fixture
def played(visitor: Visitor) -> Visitor:
    """An exercise in which somebody has done something."""
    visitor.choose_exercise("Software team")
    visitor.pause()
    visitor.page.bridge.do(Step((AddCard(at=0.0),)))
    return visitor


def test_an_exercise_that_was_played_with_is_left_without_a_question(
    played: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, left = answer(monkeypatch, CANCEL), played.session
    assert left.file.unsaved
    played.window.opening.play_exercise(exercises()[1].path)
    assert asked == []
    assert played.session.scenario.name == exercises()[1].name
    line = played.window.notices.lines["left"]
    assert line.text == "“Software team” is kept as you left it."
    played.click(line.buttons[0])
    assert played.session is left
    assert "left" not in played.window.notices.lines


def test_the_window_asks_before_it_closes_over_an_exercise(played: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, CANCEL)
    assert not played.window.close()
    assert asked == ["Save the changes to “Software team”?"]
    assert played.window.files.keeps_left


@pytest.mark.parametrize("whose", ["an exercise that was changed", "a file"])
def test_work_of_ones_own_is_not_left_without_a_question(
    played: Visitor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, whose: str
) -> None:
    if whose == "a file":
        save_document(tmp_path / "mine.flowsim", Document(BUSY))
        played.window.opening.open_file(tmp_path / "mine.flowsim")
        played.page.bridge.do(Step((AddCard(at=0.0),)))
    else:
        played.page.edit(column_added(played.session, 1, "work", "Review"))
    asked, name = answer(monkeypatch, CANCEL), played.session.scenario.name
    played.window.opening.play_exercise(exercises()[1].path)
    assert len(asked) == 1
    assert played.session.scenario.name == name


def test_files_opened_lately_stand_on_the_first_page(visitor: Visitor, tmp_path: Path) -> None:
    names = ["one.flowsim", "two.flowsim", "a name that is much too long for a button.flowsim"]
    for name in names:
        save_document(tmp_path / name, Document(BUSY))
        assert visitor.window.opening.open_file(tmp_path / name)
        visitor.session.file.mark_saved()
    visitor.window.show_gallery()
    lately = visitor.window.gallery.lately
    assert [button.text() for button in lately] == ["a name that is much too…", "two", "one"]
    visitor.click(lately[2])
    assert visitor.session.file.path == tmp_path / "one.flowsim"
