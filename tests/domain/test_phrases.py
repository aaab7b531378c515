"""Phrases are plain text that still knows its template."""

import pytest

from flowsim.domain.phrases import Phrase, counted, phrase
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
    assert counted(count, phrase("{0} day", count), phrase("{0} days", count)) == said
