"""A workbook read back: numbers as numbers, texts as texts, whatever they begin with."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from flowsim.storage import workbook
from flowsim.storage.workbook import workbook_bytes

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "http://x.y", "{=1}", "12", "\tx", "ü 🙂"]


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    made = load_workbook(BytesIO(workbook_bytes({"cards": (HOSTILE, [HOSTILE])})))
    for row in made["cards"].iter_rows():
        assert [cell.value for cell in row] == HOSTILE
        assert {cell.data_type for cell in row} == {"s"}
        assert not any(cell.hyperlink for cell in row)


def test_numbers_come_back_and_what_is_unknown_is_empty() -> None:
    rows = [[1, 2.5, float("nan"), None, float("inf"), 1e-17]]
    made = load_workbook(BytesIO(workbook_bytes({"x": (list("abcdef"), rows)})))
    assert [cell.value for cell in made["x"][2]] == [1, 2.5, None, None, None, 1e-17]


def test_what_does_not_fit_goes_on_in_the_next_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    made = load_workbook(BytesIO(workbook_bytes({"events": (["n"], [[n] for n in range(5)])})))
    assert made.sheetnames == ["events", "events 2", "events 3"]
    assert [[cell.value for (cell,) in sheet.iter_rows()] for sheet in made] == [["n", 0, 1], ["n", 2, 3], ["n", 4]]
