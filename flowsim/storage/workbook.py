"""Tables out as one XLSX workbook; every text stays a text, whatever it begins with."""

import math
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Final, TypeAlias

Sheet: TypeAlias = tuple[Sequence[str], Iterable[Sequence[object]]]

MOST_ROWS: Final = 1_048_575
"""Rows of a sheet below its header, as the format allows."""

MOST_LETTERS: Final = 32_767
"""Letters of a cell, as the format allows."""

PLAIN: Final = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


def workbook_bytes(sheets: Mapping[str, Sheet]) -> bytes:
    """A workbook of these sheets, each a header and rows; what does not fit into one sheet goes on in the next."""
    import xlsxwriter

    content = BytesIO()
    with xlsxwriter.Workbook(content, PLAIN) as book:
        bold = book.add_format({"bold": True})
        for title, (header, rows) in sheets.items():
            name, number, row = title, 1, 0
            sheet = _begun(book, name, header, bold)
            for values in rows:
                if row == MOST_ROWS:
                    number, row = number + 1, 0
                    sheet = _begun(book, f"{title} {number}", header, bold)
                row += 1
                for column, value in enumerate(values):
                    _write(sheet, row, column, value)
    return content.getvalue()


def _begun(book: "object", name: str, header: Sequence[str], bold: object) -> "object":
    sheet = book.add_worksheet(name)  # type: ignore[attr-defined]  # XlsxWriter ships no types
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, max(len(header) - 1, 0), 14)
    for column, title in enumerate(header):
        sheet.write_string(0, column, title[:MOST_LETTERS], bold)
    return sheet


def _write(sheet: "object", row: int, column: int, value: object) -> None:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return
    if isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, column, value)  # type: ignore[attr-defined]
    else:
        sheet.write_string(row, column, str(value)[:MOST_LETTERS])  # type: ignore[attr-defined]
