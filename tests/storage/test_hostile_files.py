"""Files made to hurt are refused in a line, in a moment, in little memory."""

import json
from pathlib import Path

import pytest

from flowsim.domain.problems import ScenarioProblems
from flowsim.storage import load_document
from flowsim.storage.parsing import MAX_BYTES, MAX_DEPTH
from flowsim.storage.reading import MOST_LOOKED_AT
from tests.storage.files import Raw, raw, said_of

FINITE = ": a finite number of a sensible length"


def with_number(digits: str) -> bytes:
    """A file whose horizon is written with these digits."""
    return json.dumps(raw(horizon=4711)).replace("4711", digits).encode()


def nested(depth: int) -> Raw:
    value: object = 0
    for _ in range(depth):
        value = [value]
    return raw(name=value)


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused_where_it_stands(word: str) -> None:
    assert said_of(with_number(word)) == [f"horizon: {word}: a number above 0, or null"]


@pytest.mark.parametrize("bomb", [b"[],", b'{"a":[]},', b"[[[]]],"])
def test_a_file_of_nothing_but_brackets_is_refused_before_anything_is_made_of_it(bomb: bytes) -> None:
    body = json.dumps(raw(x=4711)).encode().replace(b"4711", b"[" + bomb * 300_000 + b"0]")
    assert said_of(body) == ["far more values than a file of this size has that says something: a flowsim scenario"]


def test_the_shortest_cards_there_are_are_no_bomb() -> None:
    cards = [{"service": {"a": 1}}] * 60_000
    body = json.dumps(raw(columns=[{"id": "a"}], cards=cards), separators=(",", ":")).encode()
    assert said_of(body) == []


@pytest.mark.parametrize(("digits", "given"), [("1e999", "Infinity"), ("-1e999", "-Infinity")])
def test_a_number_beyond_floating_point_is_refused_where_it_stands(digits: str, given: str) -> None:
    assert said_of(with_number(digits)) == [f"horizon: {given}: a number above 0, or null"]


def test_a_whole_number_beyond_floating_point_is_refused_where_it_stands() -> None:
    (line,) = said_of(with_number("1" + "0" * 400))
    assert line.startswith("horizon: 1000")
    assert line.endswith("…: a number above 0, or null")


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    assert said_of(with_number("9" * 5_000)) == [f"999999999999…, a number of 5,000 digits{FINITE}"]


def test_a_bomb_of_brackets_is_refused() -> None:
    line = f"more than {MAX_DEPTH} brackets inside one another: a flowsim scenario"
    assert said_of(b"[" * 1_000_000) == [line]
    assert said_of(b'{"a":' * 100_000) == [line]


def test_brackets_may_nest_as_deep_as_allowed_and_no_deeper() -> None:
    assert said_of(nested(MAX_DEPTH))[0].startswith("more than")
    assert said_of(nested(MAX_DEPTH - 1))[0].startswith("name: [[[")


def test_brackets_inside_a_text_do_not_count() -> None:
    assert said_of(raw(name="[" * 100 + '"{' * 20)) == []


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.flowsim"
    with path.open("wb") as file:
        file.truncate(2 * MAX_BYTES)
    with pytest.raises(ScenarioProblems) as found:
        load_document(path)
    assert str(found.value) == "more than 67,108,864 bytes: a smaller file"


def test_a_file_at_the_limit_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    content = json.dumps(raw()).encode()
    path = tmp_path / "just.flowsim"
    path.write_bytes(content)
    for module in ("parsing", "document"):
        monkeypatch.setattr(f"flowsim.storage.{module}.MAX_BYTES", len(content))
    assert load_document(path).scenario.name == "Three steps"
    path.write_bytes(content + b" ")
    with pytest.raises(ScenarioProblems, match="a smaller file"):
        load_document(path)


def test_more_broken_values_than_memory_should_hold_are_only_counted() -> None:
    count = MOST_LOOKED_AT + 1
    assert said_of(raw(cards=[0] * count)) == [f"{count:,} values that are not what they should be: a flowsim scenario"]


def test_an_object_of_very_many_keys_with_one_twice_is_refused_at_once() -> None:
    keys = ",".join(f'"{number}":1' for number in range(100_000))
    assert said_of(f'{{{keys},"0":2}}'.encode()) == ['the key "0" twice in one object: it once']


def test_repeated_keys_are_refused_wherever_they_are() -> None:
    content = b'{"format":"flowsim","version":1,"name":"x","columns":[{"id":"a","id":"b"}],"seed":1,"seed":2}'
    assert said_of(content) == [
        'the key "id" twice in one object: it once',
        'the key "seed" twice in one object: it once',
    ]


def test_a_byte_order_mark_is_read_over() -> None:
    assert said_of(b"\xef\xbb\xbf" + json.dumps(raw()).encode()) == []


def test_what_is_not_utf_8_is_refused_with_the_place() -> None:
    content = json.dumps(raw(name="Gr\u00f6\u00dfe"), ensure_ascii=False).encode("latin-1")
    assert said_of(content) == [f"byte {content.index(0xF6)} is not UTF-8: a text file in UTF-8"]
    assert said_of(json.dumps(raw()).encode("utf-16")) == ["byte 0 is not UTF-8: a text file in UTF-8"]


def test_half_a_character_is_refused_where_it_stands() -> None:
    broken = raw(columns=[{"id": "a", "name": "x\ud800"}], people=[{"name": "Ada", "skills": {"\udfff": 1}}])
    rest = "whole characters; one here is only half of a surrogate pair"
    assert said_of(broken) == [
        f'columns[0].name: "x\\ud800": {rest}',
        f'people[0].skills.\\udfff: "\\udfff": {rest}',
    ]


def test_a_whole_pair_of_surrogates_is_a_character() -> None:
    assert said_of(json.dumps(raw(name="\U0001f600")).encode()) == []


@pytest.mark.parametrize("content", [b"", b" \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_called_so(content: bytes) -> None:
    assert said_of(content) == ["an empty file: JSON, as the scenario format describes it"]


@pytest.mark.parametrize(("content", "given"), [(b"[]", "[]"), (b"null", "null"), (b'"x"', '"x"'), (b"1", "1")])
def test_a_file_is_one_object(content: bytes, given: str) -> None:
    assert said_of(content) == [f"{given}: an object in braces"]


def test_json_that_breaks_off_is_told_by_line_and_column() -> None:
    (line,) = said_of(b'{"format": "flowsim",\n  "version": 1,\n')
    assert line.startswith("line 3, column 1: ")


@pytest.mark.parametrize("gap", [[1e308, 1e308], [1.7e308] * 9])
def test_times_whose_sum_is_beyond_floating_point_are_no_crash(gap: list[float]) -> None:
    assert said_of(raw(arrivals={"kind": "interval", "gap": {"kind": "empirical", "values": gap}})) == []
