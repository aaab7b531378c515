"""The sheet to print for whoever leads an exercise."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QMessageBox

from flowsim.reports.lead_sheet import sheet_page
from flowsim.reports.paper import plain_text
from flowsim.storage.exercise_file import load_exercise
from flowsim.storage.resources import GalleryEntry, exercises
from flowsim.ui.main_window.actions import Act
from tests.ui.plain import faults_of_document
from tests.ui.test_hostile_content import NASTY
from tests.ui.visitor import Visitor
from tests.ui.workshop.test_hostile_exercise import hostile


def words_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


@pytest.mark.parametrize("each", exercises(), ids=lambda each: each.name)
def test_it_tells_times_steps_notes_and_promised_numbers(visitor: Visitor, tmp_path: Path, each: GalleryEntry) -> None:
    exercise = load_exercise(each.story)
    path = tmp_path / "sheet.pdf"
    assert visitor.window.workshop.acts.files.save_sheet(exercise, path)
    words = words_of(path.read_bytes())
    for step in exercise.steps:
        assert step.title in words
        assert " ".join(plain_text(step.notes).split()) in words
    for question in exercise.debrief:
        assert question in words
    assert "What comes out" in words
    assert all(str(variant.minutes) in words for variant in exercise.variants)


@pytest.mark.usefixtures("qapp")
def test_the_numbers_stand_with_their_settings() -> None:
    page = sheet_page(load_exercise(exercises()[0].story))
    assert "<td>lead time: 8.1 days</td><td>Test people 1 → 2</td>" in page
    assert "<td>delivered: 135</td><td>the board as it is</td>" in page


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
def test_a_hostile_text_is_printed_as_words(visitor: Visitor, tmp_path: Path, name: str) -> None:
    document = QTextDocument()
    document.setHtml(sheet_page(hostile(name)))
    assert list(faults_of_document(document, emphasis=True)) == []
    assert visitor.window.workshop.acts.files.save_sheet(hostile(name), tmp_path / "sheet.pdf")


def test_without_an_exercise_it_is_said(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.window.menu_actions[Act.PRINT_SHEET].trigger()
    assert "No exercise is open" in visitor.page.board.message.said


def test_a_place_that_cannot_be_written_is_told(visitor: Visitor, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    files = visitor.window.workshop.acts.files
    assert not files.save_sheet(hostile("x"), tmp_path / "file" / "sheet.pdf")
    [box] = visitor.window.findChildren(QMessageBox)
    assert "sheet.pdf could not be written" in box.text()
    box.close()
