"""Rows of a table as other programs write them: delimiter and quotes found by looking at all of the text."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import Final

from flowsim.domain.phrases import phrase
from flowsim.storage.histories.problems import FileProblem

DELIMITERS: Final = ",;\t|"
LONGEST_CELL: Final = 1 << 22
MOST_ROWS: Final = 1_000_000
MOST_COLUMNS: Final = 2_000
LONGEST_NAME: Final = 300


@dataclass(frozen=True)
class Row:
    """A record of the file; `number` counts records from 1, the header, blank lines included."""

    number: int
    cells: list[str]

    def cell(self, place: int) -> str:
        """What stands at a place, without blanks around it; empty where the row is shorter."""
        return self.cells[place].strip() if place < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """A header and its rows; `unclosed` are the numbers of records whose quote never ends."""

    header: list[str]
    rows: list[Row]
    delimiter: str = ""
    unclosed: list[Row] = field(default_factory=list)


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
    at = next((place for place, row in enumerate(numbered) if any(cell.strip() for cell in row.cells)), None)
    if at is None:
        raise FileProblem("empty-file", phrase("the file is empty"))
    header = [cell.strip()[:LONGEST_NAME] for cell in numbered[at].cells]
    rows = [row for row in numbered[at + 1 :] if any(cell.strip() for cell in row.cells)]
    return whole_table(
        header, rows, delimiter, [row for row in rows if row.number in {skipped + one for one in unclosed}]
    )


def whole_table(header: list[str], rows: list[Row], delimiter: str = "", unclosed: list[Row] | None = None) -> Table:
    """A table that has rows, and not too many.

    Raises:
        FileProblem: it has not.
    """
    if not rows:
        raise FileProblem("header-only", phrase("there is a header and nothing under it"))
    if len(rows) > MOST_ROWS:
        raise FileProblem("too-large", phrase("the file has more than {0} rows", f"{MOST_ROWS:,}"))
    if len(header) > MOST_COLUMNS:
        raise FileProblem("too-large", phrase("the table has more than {0} columns", f"{MOST_COLUMNS:,}"))
    broken = unclosed or []
    return Table(header, [row for row in rows if row not in broken] if broken else rows, delimiter, broken)


def _delimiter_of(text: str) -> str:
    """The delimiter with which most rows are as wide as the header; of equals the one with the widest header."""

    def fits(delimiter: str) -> tuple[float, int]:
        widths = [len(cells) for cells in _lenient(text, delimiter) if cells]
        header = widths[0] if widths else 0
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
    records: list[list[str]] = []
    unclosed: set[int] = set()
    lines = StringIO(text, newline="").readlines()
    begin = 0
    while begin < len(lines):
        reader = csv.reader(iter(lines[begin:]), delimiter=delimiter, strict=False)
        ends = [0]
        try:
            for cells in reader:
                records.append(cells)
                ends.append(reader.line_num)
        except csv.Error as error:
            raise FileProblem("broken", phrase("the table cannot be read: {0}", str(error))) from error
        if begin + ends[-1] < len(lines) or len(ends) < 2 or not _runs_over(lines, begin + ends[-2], records[-1]):
            break
        # The last record swallowed the rest of the file: its quote is open. It ends with its first line.
        at = begin + ends[-2]
        records[-1] = lines[at].rstrip("\r\n").split(delimiter)
        unclosed.add(len(records))
        begin = at + 1
    return records, unclosed


def _runs_over(lines: list[str], at: int, cells: list[str]) -> bool:
    """Whether the last record, which begins with line `at`, has a quote that is open at the end of the file."""
    rest = "".join(lines[at:])
    return rest.count('"') % 2 == 1 and any(cell.endswith(("\n", "\r")) or "\n" in cell for cell in cells[-1:])
