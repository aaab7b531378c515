"""Phrases are plain text that still knows its template."""

import json
import pickle
from copy import copy, deepcopy

import pytest
from pydantic import TypeAdapter

from flowsim.domain.phrases import Phrase, counted, joined, phrase
from flowsim.domain.problems import Refused


def test_a_phrase_reads_as_its_english_text() -> None:
    said = phrase("{0} is full: {1} of {2}", "Test", 3, 3)
    assert said == "Test is full: 3 of 3"
    assert (said.template, said.parts) == ("{0} is full: {1} of {2}", ("Test", 3, 3))


def test_braces_of_people_are_no_places() -> None:
    assert phrase("{0} is full", "{1} of {2}") == "{1} of {2} is full"
    assert phrase("a {brace}") == "a {brace}"


def test_an_exception_does_not_flatten_a_phrase() -> None:
    with pytest.raises(Refused) as refusal:
        raise Refused(phrase("{0} is full", "Test"))
    assert isinstance(str(refusal.value), Phrase)


@pytest.mark.parametrize(("count", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_one_is_told_apart_from_many(count: int, said: str) -> None:
    assert counted("{0} days", "{0} day", count) == said


def test_a_count_may_be_said_otherwise_than_as_a_plain_number() -> None:
    assert counted("{1}: {0} cards", "{1}: {0} card", 1234, "1,234", "Test") == "Test: 1,234 cards"
    assert counted("{0} cards", "{0} card", 1234) == "1,234 cards"
    assert counted("again {0} times", "once more", 1) == "once more"
    assert counted("{0} days", "{0} day", 1.5) == "1.5 days"


@pytest.mark.parametrize(
    "said",
    [
        phrase("{0} is {1}", phrase("an {odd} one"), 3),
        joined(phrase(" and "), ["{0}", phrase("{0}", 1)]),
        counted("{0} days", "{0} day", 1),
    ],
)
def test_a_phrase_that_is_pickled_or_copied_still_knows_what_it_was_made_of(said: Phrase) -> None:
    for twin in (pickle.loads(pickle.dumps(said)), copy(said), deepcopy(said)):
        assert (type(twin), twin, twin.template, twin.parts) == (type(said), said, said.template, said.parts)
        assert list(map(type, twin.parts)) == list(map(type, said.parts))


def test_a_list_reads_as_its_parts_with_the_separator_between_them() -> None:
    assert joined(", ", ["Build", phrase("{0} days", 3), "{x}"]) == "Build, 3 days, {x}"
    assert joined(", ", []) == ""


def test_a_phrase_is_a_string_to_json_and_to_strict_models() -> None:
    said = phrase("{0} days", 3)
    assert json.dumps({"took": said}) == '{"took": "3 days"}'
    assert TypeAdapter(str).validate_python(said, strict=True) == "3 days"
    assert "3 days" in {said}
