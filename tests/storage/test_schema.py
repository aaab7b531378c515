"""The published JSON Schema says what the program reads, field by field."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from flowsim.storage import Document
from flowsim.storage.resources import resources
from flowsim.storage.schema import DIALECT, schema_text
from flowsim.storage.writing import document_text
from tests.storage.files import EXERCISES, Raw, raw, said_of, with_column
from tests.strategies import documents, modest

PUBLISHED = resources() / "schema" / "flowsim-1.schema.json"
SCHEMA: dict[str, Any] = json.loads(schema_text())
CHECKER = jsonschema.Draft202012Validator(SCHEMA)


def test_the_published_schema_is_current() -> None:
    now = schema_text()
    assert PUBLISHED.read_text(encoding="utf-8") == now, "write schema_text() to " + str(PUBLISHED)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_says_what_it_is() -> None:
    assert SCHEMA["$schema"] == DIALECT
    assert SCHEMA["title"] == "flowsim scenario, version 1"
    assert SCHEMA["description"]


def test_the_schema_leads_nowhere_outside_but_to_its_dialect() -> None:
    assert set(re.findall(r"https?://[^\"]+", schema_text())) == {DIALECT}


def test_the_schema_asks_for_what_every_file_must_have() -> None:
    assert set(SCHEMA["required"]) == {"format", "version", "name", "columns"}


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_every_exercise_satisfies_the_schema(path: Path) -> None:
    CHECKER.validate(json.loads(path.read_text(encoding="utf-8")))


@modest
@given(documents())
def test_whatever_is_written_satisfies_the_schema(document: Document) -> None:
    CHECKER.validate(json.loads(document_text(document.scenario, document.session)))


REFUSED = {
    "an unknown key": raw(colour="red"),
    "an unknown key in a column": with_column(wip_limt=3),
    "an unknown key in a distribution": with_column(service={"kind": "constant", "value": 1, "mean": 1}),
    "a distribution without a kind": with_column(service={"value": 1}),
    "an intervention without a word": raw(session={"interventions": [{"at": 1, "card": 0}]}),
    "Python's name of a key": raw(cards=[{"class_": "standard"}]),
    "a limit of 0": with_column(wip_limit=0),
    "a negative time": raw(warm_up=-1),
    "another version": raw(version=2),
    "another format": raw(format="x"),
    "no columns": raw(columns=[]),
    "an empty column id as a skill": raw(people=[{"name": "Ada", "skills": {"": 1}}]),
    "a list for an object": raw(rules=[]),
}


@pytest.mark.parametrize("broken", REFUSED.values(), ids=REFUSED)
def test_the_schema_refuses_what_the_program_refuses(broken: Raw) -> None:
    assert not CHECKER.is_valid(broken)
    assert said_of(broken)


def test_the_schema_takes_the_sound_file_that_the_others_are_broken_from() -> None:
    CHECKER.validate(raw())
