"""The first sheet of an Excel workbook as a table; dates come as text in ISO, as if the file had written them so."""

import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

from flowsim.domain.phrases import digits, phrase
from flowsim.storage.histories.problems import FileProblem
from flowsim.storage.histories.table import LONGEST_NAME, MOST_ROWS, Row, Table, header_in, whole_table

SIGNATURE: Final = b"PK\x03\x04"
LARGEST_UNPACKED: Final = 1 << 28
"""Bytes that a workbook may take when it is unpacked: a small file can hold a huge one."""


def is_workbook(data: bytes) -> bool:
    """Whether these are the bytes of a zip file, which every .xlsx is."""
    return data.startswith(SIGNATURE)


def table_of_workbook(data: bytes) -> Table:
    """The first sheet that has rows.

    Raises:
        FileProblem: it is no workbook, too large when unpacked, or empty.
    """
    from openpyxl import load_workbook  # slow to import, and few files need it

    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(its.file_size for its in packed.infolist()) > LARGEST_UNPACKED:
                raise FileProblem("too-large", phrase("the workbook is too large when unpacked"))
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        try:
            return _table_of_sheets(book)
        finally:
            book.close()
    except FileProblem:
        raise
    except Exception as error:
        raise FileProblem("not-text", phrase("this is no workbook of Excel that can be read")) from error


def _table_of_sheets(book: Any) -> Table:
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a program has written of its size may be wrong
        rows = []
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            if number > MOST_ROWS + 1:
                raise FileProblem("too-large", phrase("the file has more than {0} rows", digits(MOST_ROWS, ",")))
            if any(cell is not None and str(cell).strip() for cell in cells):
                rows.append(Row(number, _trimmed(cells)))
        at = header_in(rows)
        if at is not None and (len(rows) > at + 1 or sheet is book.worksheets[-1]):
            return whole_table([cell.strip()[:LONGEST_NAME] for cell in rows[at].cells], rows[at + 1 :])
    raise FileProblem("empty-file", phrase("the workbook is empty"))


def _trimmed(cells: Sequence[object]) -> list[str]:
    """The cells as texts, without the empty ones behind the last."""
    last = next((at for at in range(len(cells) - 1, -1, -1) if cells[at] is not None), -1)
    return [_text_of(cell) for cell in cells[: last + 1]]


def _text_of(cell: object) -> str:
    """What a cell says; a date in ISO, without a time of day where it has none."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        whole = cell.time() == time(0)
        return cell.date().isoformat() if whole else cell.replace(microsecond=0).isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
