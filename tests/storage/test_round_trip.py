"""What is saved and loaded again is what it was."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given

from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import AddCard
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Scenario
from flowsim.storage import Document, load_document, load_scenario, save_document
from flowsim.storage.reading import read_document
from flowsim.storage.writing import DocumentWriter, document_text
from tests.storage.files import EXERCISES
from tests.strategies import documents, modest, thorough


def again(document: Document) -> Document:
    return Document(*read_document(document_text(document.scenario, document.session).encode()))


@modest
@given(documents())
@example(Document(Scenario(name="", columns=(Column(id="a", service=Constant(value=0.1 + 0.2)),), seed=2**63 - 1)))
@example(Document(Scenario(name="", columns=(Column(id="class_"),), horizon=5e-324, warm_up=0.0)))
@example(Document(Scenario(name="\x00\r\n\u2028", columns=(Column(id="\n"),)), SavedSession()))
def test_any_valid_document_is_read_back_as_it_was_written(document: Document) -> None:
    assert again(document) == document


@modest
@given(documents(), documents())
def test_documents_written_one_after_the_other_are_read_back_as_they_were(one: Document, other: Document) -> None:
    writer = DocumentWriter()
    for document in (
        one,
        replace(one, session=other.session and None),
        other,
        one,
        replace(one, session=SavedSession()),
    ):
        written = writer.text(document.scenario, document.session)
        assert Document(*read_document(written.encode("utf-8", "replace"))) == again(document)


@pytest.mark.slow
@thorough
@given(documents())
def test_any_of_many_valid_documents_is_read_back_as_it_was_written(document: Document) -> None:
    assert again(document) == document


@modest
@given(documents())
def test_writing_what_was_read_gives_the_same_text(document: Document) -> None:
    text = document_text(document.scenario, document.session)
    assert document_text(*read_document(text.encode())) == text


@modest
@given(documents())
def test_what_is_written_is_strict_json_in_one_object(document: Document) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(f"{name} in a file")

    assert isinstance(json.loads(document_text(document.scenario, None), parse_constant=refuse), dict)


def test_a_document_survives_the_disk(tmp_path: Path) -> None:
    scenario = Scenario(name="Größe 日本 😀", columns=(Column(id="a"),))
    session = SavedSession(
        time=9.5, interventions=(SetWipLimit(at=1.5, column="a", value=None), AddCard(at=2.0, class_="standard"))
    )
    save_document(tmp_path / "one.flowsim", Document(scenario, session))
    assert load_document(tmp_path / "one.flowsim") == Document(scenario, session)


def test_load_scenario_leaves_a_saved_session_aside(tmp_path: Path) -> None:
    scenario = Scenario(name="x", columns=(Column(id="a"),))
    save_document(tmp_path / "one.flowsim", Document(scenario, SavedSession(time=3.0)))
    assert load_scenario(tmp_path / "one.flowsim") == scenario


def test_a_file_is_written_for_human_eyes() -> None:
    scenario = Scenario(
        name="Größe",
        columns=(Column(id="in", kind="queue"), Column(id="dev", wip_limit=2)),
        classes=(CardClass(id="standard"), CardClass(id="fast", priority=1)),
        cards=(ExplicitCard(class_="fast", arrives=1.5, service={"dev": 2.0}),),
        horizon=None,
    )
    lines = [line.strip() for line in document_text(scenario, None).splitlines()]
    assert lines[:4] == ["{", '"format": "flowsim",', '"version": 1,', '"name": "Größe",']
    assert '"class": "fast",' in lines
    assert '"horizon": null,' in lines
    assert not any("arrivals" in line or "enforcement" in line or "warm_up" in line for line in lines)


def test_a_queue_is_written_without_workers_and_work() -> None:
    scenario = Scenario(name="x", columns=(Column(id="in", kind="queue"), Column(id="dev")))
    queue, work = json.loads(document_text(scenario, None))["columns"]
    assert not {"workers", "service"} & set(queue)
    assert {"workers", "service"} <= set(work)


def test_half_a_character_in_a_name_is_saved_as_a_question_mark(tmp_path: Path) -> None:
    path = tmp_path / "half.flowsim"
    save_document(path, Document(Scenario(name="half \ud800 of it", columns=(Column(id="a"),))))
    assert load_scenario(path).name == "half ? of it"


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_every_exercise_survives_save_and_load(path: Path) -> None:
    document = load_document(path)
    assert again(document) == document


def test_there_are_exercises() -> None:
    assert len(EXERCISES) >= 4
