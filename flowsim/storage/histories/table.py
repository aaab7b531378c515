"""Rows of a table as other programs write them: delimiter and quotes found by looking at all of the text."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from io import StringIO
from typing import Final, Literal

from flowsim.domain.phrases import digits, phrase
from flowsim.storage.histories.problems import FileProblem
from flowsim.storage.histories.words import NOTHING

DELIMITERS: Final = ",;\t|"
LONGEST_CELL: Final = 1 << 22
MOST_ROWS: Final = 1_000_000
MOST_COLUMNS: Final = 2_000
LONGEST_NAME: Final = 300
FIRST_ROWS: Final = 200
"""Among which the header must be."""

NEVER: Final = -1


@dataclass(frozen=True)
class Row:
    """A record of the file; `number` counts records from 1, the header, blank lines included."""

    number: int
    cells: list[str]

    def cell(self, place: int) -> str:
        """What stands at a place, without blanks around it; empty where the row is shorter."""
        return self.cells[place].strip() if place < len(self.cells) else ""

    def surplus(self, width: int) -> list[str]:
        """What stands behind the last column of a header so wide."""
        return [text for cell in self.cells[width:] if (text := cell.strip())]


@dataclass(frozen=True)
class Table:
    """A header and its rows; `unclosed` are the numbers of records whose quote never ends."""

    header: list[str]
    rows: list[Row]
    delimiter: str = ""
    unclosed: list[Row] = field(default_factory=list)

    def told(self, place: int) -> list[str]:
        """All that stands in a column, cell by cell, without those that say nothing."""
        return [text for row in self.rows if (text := row.cell(place)).casefold() not in NOTHING]

    def has_twice(self, place: int) -> bool:
        """Whether something stands in two rows of a column."""
        texts = self.told(place)
        return len(set(texts)) < len(texts)


def table_of(text: str) -> Table:
    """A text as a table.

    Raises:
        FileProblem: there is nothing under the header, or more than can be read.
    """
    csv.field_size_limit(LONGEST_CELL)
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # what Excel writes for itself
        text, skipped = rest, 1
    delimiter = _delimiter_of(text)
    records, unclosed = _records(text, delimiter)
    numbered = [Row(number, cells) for number, cells in enumerate(records, 1 + skipped)]
    at = header_in(numbered)
    if at is None:
        raise FileProblem("empty-file", phrase("the file is empty"))
    header = [cell.strip()[:LONGEST_NAME] for cell in numbered[at].cells]
    rows = [row for row in numbered[at + 1 :] if any(cell.strip() for cell in row.cells)]
    broken = {skipped + number for number in unclosed}
    return whole_table(header, rows, delimiter, broken)


def header_in(rows: Sequence[Row]) -> int | None:
    """The place of the first row with two cells or more, since a title may stand above it; else of any with one."""
    filled = [sum(bool(cell.strip()) for cell in row.cells) for row in rows[:FIRST_ROWS]]
    first = next((at for at, many in enumerate(filled) if many > 1), None)
    return first if first is not None else next((at for at, many in enumerate(filled) if many), None)


def whole_table(header: list[str], rows: list[Row], delimiter: str = "", unclosed: Set[int] = frozenset()) -> Table:
    """A table that has rows, and not too many; `unclosed` are the numbers of those whose quote never ends.

    Raises:
        FileProblem: it has not.
    """
    if not rows:
        raise FileProblem("header-only", phrase("there is a header and nothing under it"))
    if len(rows) > MOST_ROWS:
        raise FileProblem("too-large", phrase("the file has more than {0} rows", digits(MOST_ROWS, ",")))
    if len(header) > MOST_COLUMNS:
        raise FileProblem("too-large", phrase("the table has more than {0} columns", digits(MOST_COLUMNS, ",")))
    broken = [row for row in rows if row.number in unclosed]
    return Table(header, [row for row in rows if row.number not in unclosed], delimiter, broken)


def _delimiter_of(text: str) -> str:
    """The delimiter with which most rows are as wide as the header; of equals the one with the widest header."""

    def fits(delimiter: str) -> tuple[float, int]:
        widths = [len(cells) for cells in _lenient(text, delimiter) if cells]
        header = next((width for width in widths if width > 1), 0)
        if header < 2:
            return 0.0, 0
        count = Counter(widths)
        as_wide = sum(many for width, many in count.items() if width == header)
        near = sum(many for width, many in count.items() if 1 < width != header)
        return (as_wide + near / 2) / len(widths), header

    return max(DELIMITERS, key=fits)


def _lenient(text: str, delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:
        return


def _records(text: str, delimiter: str) -> tuple[list[list[str]], set[int]]:
    """All records, and the numbers of those whose quote is never closed: they end with their first line."""
    lines = StringIO(text, newline="").readlines()
    if '"' not in text:
        return _read(lines, delimiter), set()
    ends = _ends_of_open_quotes(lines, delimiter)
    records: list[list[str]] = []
    unclosed: set[int] = set()
    at = 0
    while at < len(lines):
        last = at
        if _after(lines[at], delimiter, is_open=False) == "open":
            last = ends[at + 1]
            if last == NEVER:
                records.append(lines[at].rstrip("\r\n").split(delimiter))
                unclosed.add(len(records))
                at += 1
                continue
        records += _read(lines[at : last + 1], delimiter)
        at = last + 1
    return records, unclosed


def _read(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error as error:
        raise FileProblem("broken", phrase("the table cannot be read: {0}", str(error))) from error


def _ends_of_open_quotes(lines: Sequence[str], delimiter: str) -> list[int]:
    """For each line, which line ends the record if a quote is open where it begins; NEVER where none does."""
    ends = [NEVER] * (len(lines) + 1)
    for at in range(len(lines) - 1, -1, -1):
        after = _after(lines[at], delimiter, is_open=True)
        ends[at] = {"open": ends[at + 1], "closed": at, "broken": NEVER}[after]
    return ends


def _after(line: str, delimiter: str, *, is_open: bool) -> Literal["open", "closed", "broken"]:
    """Whether a quote is open at the end of a line; broken: one is closed where no cell ends, so it was not meant."""
    if '"' not in line:
        return "open" if is_open else "closed"
    its = line.rstrip("\r\n")
    at = 0
    while True:
        if not is_open:
            is_open = its.startswith('"', at)
            at = at + 1 if is_open else its.find(delimiter, at) + 1
            if at == 0:
                return "closed"
            continue
        end = its.find('"', at)
        if end < 0:
            return "open"
        behind = its[end + 1 : end + 2]
        at = end + 2
        if behind == "":
            return "closed"
        if behind == '"':
            continue
        if behind != delimiter:
            return "broken"
        is_open = False
