"""A file of another tool as a team's history: what it is, and the way to read it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from flowsim.domain.phrases import digits, phrase
from flowsim.domain.team_history import HistoryColumn, Notice, TeamHistory
from flowsim.storage.histories.choices import Choices
from flowsim.storage.histories.columns import Understood, understood
from flowsim.storage.histories.dates import DateReader
from flowsim.storage.histories.items import Ledger
from flowsim.storage.histories.json_boards import is_trello, issues_in, json_of, read_issues, read_trello
from flowsim.storage.histories.problems import FileProblem
from flowsim.storage.histories.rows import read_rows
from flowsim.storage.histories.table import MOST_ROWS, Table, table_of
from flowsim.storage.histories.text import text_of
from flowsim.storage.histories.transitions import Places, places_of, read_transitions
from flowsim.storage.histories.weeks import Counts, Weeks, read_weeks, weeks_in
from flowsim.storage.histories.workbook import is_workbook, table_of_workbook

LARGEST_FILE: Final = 64 << 20


def read_history_file(path: Path, choices: Choices) -> TeamHistory:
    """The history in a file.

    Raises:
        OSError: the file cannot be read.
        FileProblem, MustAsk: as `read_history`.
    """
    return history_of(contents_of_file(path), choices)


class Contents(NamedTuple):
    """What is in a file before anything is made of it: a table, or else what JSON has told."""

    table: Table | None
    json: Any
    encoding: str


def contents_of_file(path: Path) -> Contents:
    """What is in a file.

    Raises:
        OSError: the file cannot be read.
        FileProblem: as `contents_of`.
    """
    with path.open("rb") as file:
        return contents_of(file.read(LARGEST_FILE + 1))


def contents_of(data: bytes) -> Contents:
    """What is in the bytes of a file.

    Raises:
        FileProblem: nothing that can be read, with the reason.
    """
    if len(data) > LARGEST_FILE:
        raise FileProblem("too-large", phrase("the file is larger than {0} MiB", LARGEST_FILE >> 20))
    if is_workbook(data):
        return Contents(table_of_workbook(data), None, "xlsx")
    text, encoding = text_of(data)
    if text.lstrip()[:1] in ("{", "["):
        return Contents(None, json_of(text), encoding)
    return Contents(table_of(text), None, encoding)


def read_history(data: bytes, choices: Choices) -> TeamHistory:
    """The history in the bytes of a file.

    Raises:
        FileProblem: nothing can be read of it, with the reason.
        MustAsk: it can be read in two ways.
    """
    return history_of(contents_of(data), choices)


Layout: TypeAlias = Weeks | Places | Understood
"""What a table is: numbers by week, a log of changes, or a row for each item."""


def layout_of(table: Table, choices: Choices) -> Layout:
    """What a table is.

    Raises:
        FileProblem: it says nothing of what was finished, or what was said does not fit it.
    """
    return weeks_in(table, choices) or places_of(table, choices) or understood(table, choices)


def history_of(its: Contents, choices: Choices, layout: Layout | None = None) -> TeamHistory:
    """The history in what a file contains; of a table the `layout` may be known.

    Raises:
        FileProblem, MustAsk: as `read_history`.
    """
    made = _Making(its, DateReader(choices.tzinfo, choices.dates), choices)
    if its.table is None:
        return _of_json(its.json, made)
    return _of_table(its.table, layout or layout_of(its.table, choices), made)


@dataclass(frozen=True)
class _Making:
    """What goes into every history of a file."""

    source: Contents
    dates: DateReader
    choices: Choices

    def history(
        self, layout: str, columns: tuple[HistoryColumn, ...], ledger: Ledger, notices: tuple[Notice, ...] = (),
        counts: Counts = (),
    ) -> TeamHistory:  # fmt: skip
        delimiter = "" if self.source.table is None else self.source.table.delimiter
        reading = (("encoding", self.source.encoding), ("delimiter", delimiter), ("dates", self.dates.order or ""))
        return TeamHistory(
            layout, columns, tuple(ledger.items), tuple(ledger.rejected), notices, self.choices.today,
            self.choices.zone, counts, tuple(pair for pair in reading if pair[1]),
        )  # fmt: skip


def _of_json(found: Any, made: _Making) -> TeamHistory:
    if is_trello(found):
        columns, ledger, notices = read_trello(found, made.dates, made.choices)
        return made.history("trello", columns, ledger, notices)
    if (issues := issues_in(found)) is not None:
        if len(issues) > MOST_ROWS:
            raise FileProblem("too-large", phrase("the file has more than {0} rows", digits(MOST_ROWS, ",")))
        keys = ("created_at", "closed_at")
        made.dates.decide(str(its[key]) for its in issues if isinstance(its, dict) for key in keys if its.get(key))
        columns, ledger = read_issues(issues, made.dates, made.choices)
        return made.history("github", columns, ledger, ("no-start-date",))
    raise FileProblem("no-dates", phrase(
        "this JSON is neither a board of Trello nor a list of issues; export a table (CSV) instead"
    ))  # fmt: skip


def _of_table(table: Table, layout: Layout, made: _Making) -> TeamHistory:
    match layout:
        case Weeks():
            counts, ledger = read_weeks(table, layout, made.dates, made.choices)
            return made.history("throughput", (), ledger, ("throughput-only",), counts)
        case Places():
            columns, ledger = read_transitions(table, layout, made.dates, made.choices)
            return made.history("transitions", columns, ledger)
        case Understood():
            ledger = read_rows(table, layout, made.dates, made.choices)
            return made.history(layout.layout, layout.columns, ledger, layout.notices)
