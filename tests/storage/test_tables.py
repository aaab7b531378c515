"""Tables that spreadsheets and programs read: exact numbers, one row a line, no formulas."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.scenario import Column, Person, Scenario
from flowsim.domain.trace import Trace, change_of
from flowsim.domain.words import CardState
from flowsim.storage.tables import csv_text, save_text, trace_csv
from tests.strategies import modest

BOARD = Scenario(name="x", columns=(Column(id="dev"), Column(id="=cmd"), Column(id="a,b")))


def trace_of(*rows: tuple[float, int, int, CardState, int]) -> Trace:
    trace = Trace()
    for time, card, column, state, worker in rows:
        trace.times.append(time)
        trace.cards.append(card)
        trace.changes.append(change_of(column, state, worker))
    return trace


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_trace_of_nothing_is_its_header() -> None:
    assert trace_csv(BOARD, Trace()) == "time,card,column,state,worker\n"


def test_a_row_has_time_card_column_state_and_worker() -> None:
    trace = trace_of(
        (0.0, 0, -1, CardState.BACKLOG, -1),
        (0.5, 0, 0, CardState.WAITING, -1),
        (0.5, 0, 0, CardState.WORKING, 2),
        (3.0, 0, 2, CardState.READY, -1),
        (4.0, 0, -1, CardState.DELIVERED, -1),
    )
    assert trace_csv(BOARD, trace).splitlines()[1:] == [
        "0,0,,backlog,",
        "0.5,0,dev,waiting,",
        "0.5,0,dev,working,2",
        '3,0,"a,b",ready,',
        "4,0,,delivered,",
    ]


def test_named_people_are_named_and_no_name_is_a_formula() -> None:
    people = (Person(name="Ada", skills={"dev": 1.0}), Person(name="=1+1", skills={"dev": 1.0}))
    board = Scenario(name="", columns=(Column(id="dev"),), people=people)
    rows = [(0.0, card, 0, CardState.WORKING, worker) for card, worker in ((0, 0), (1, 1))]
    assert [row[4] for row in read(trace_csv(board, trace_of(*rows)))[1:]] == ["Ada", "'=1+1"]


@modest
@given(st.floats(0, 1e300))
def test_a_time_is_read_back_to_the_last_bit(time: float) -> None:
    row = read(trace_csv(BOARD, trace_of((time, 0, 0, CardState.WORKING, 0))))[1]
    assert float(row[0]) == time


def test_a_time_has_17_significant_digits() -> None:
    assert "\n0.30000000000000004," in trace_csv(BOARD, trace_of((0.1 + 0.2, 0, 0, CardState.WORKING, 0)))


def test_a_column_called_like_a_formula_is_marked_as_text() -> None:
    assert trace_csv(BOARD, trace_of((0.0, 0, 1, CardState.WAITING, -1))).splitlines()[1] == "0,0,'=cmd,waiting,"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_text_that_a_spreadsheet_would_run_is_marked_as_text(start: str) -> None:
    assert read(csv_text(("x",), [(start + "HYPERLINK(1)",)]))[1] == ["'" + start + "HYPERLINK(1)"]


def test_a_heading_that_a_spreadsheet_would_run_is_marked_as_text() -> None:
    assert csv_text(("=1+1", "time"), []) == "'=1+1,time\n"


@pytest.mark.parametrize(("cell", "written"), [("-1", "-1"), ("+1.5e3", "+1.5e3"), (-1, "-1"), (-0.5, "-0.5")])
def test_a_negative_number_stays_a_number(cell: object, written: str) -> None:
    assert csv_text(("x",), [(cell,)]) == f"x\n{written}\n"


@modest
@given(st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=2), max_size=4))
def test_cells_of_any_text_are_read_back_apart_from_the_mark(rows: list[list[str]]) -> None:
    got = read(csv_text(("a", "b"), rows))
    assert len(got) == len(rows) + 1
    for row, wanted in zip(got[1:], rows, strict=True):
        assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in wanted]


def test_half_a_character_is_saved_as_a_question_mark(tmp_path: Path) -> None:
    save_text(tmp_path / "table.csv", "x\ud800\n")
    assert (tmp_path / "table.csv").read_bytes() == b"x?\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"), ("＝1+1", "'＝1+1"), ("＋1+x", "'＋1+x"), ("－x", "'－x"), ("＠SUM(1)", "'＠SUM(1)"),
        (" =x", " '=x"), ("\u200b=x", "\u200b'=x"), ("\0=x", "\0'=x"), ("\ufeff\u00a0@x", "\ufeff\u00a0'@x"),
        ("a;=1+1", "a;'=1+1"), ("a; =1;-x", "a; '=1;'-x"), ("a\t=x", "a\t'=x"),
        ("-3.5", "-3.5"), ("+1e3", "+1e3"), ("a=1", "a=1"), ("1 - 1", "1 - 1"), ("a; b", "a; b"), ("", ""),
    ],
)  # fmt: skip
def test_a_text_stays_a_text_in_every_spreadsheet(text: str, written: str) -> None:
    row = csv_text(["x"], [[text]]).split("\n", 1)[1].removesuffix("\n")
    assert next(csv.reader([row], strict=True), [""])[0] == written
