"""A file of another tool as a team's history: what it is, and the way to read it."""

import re
from collections import Counter
from collections.abc import Set
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

from flowsim.domain.phrases import phrase
from flowsim.domain.team_history import HistoryColumn, Notice, TeamHistory, monday_of
from flowsim.storage.histories.choices import Choices
from flowsim.storage.histories.columns import count_in, understood, week_columns
from flowsim.storage.histories.dates import DateReader
from flowsim.storage.histories.items import Ledger, tell_unclosed
from flowsim.storage.histories.json_boards import is_trello, issues_in, json_of, read_issues, read_trello
from flowsim.storage.histories.problems import FileProblem
from flowsim.storage.histories.rows import read_rows
from flowsim.storage.histories.table import MOST_ROWS, Table, table_of
from flowsim.storage.histories.text import text_of
from flowsim.storage.histories.transitions import places_of, read_transitions
from flowsim.storage.histories.words import NOTHING
from flowsim.storage.histories.workbook import is_workbook, table_of_workbook

LARGEST_FILE: Final = 64 << 20
DATED: Final = frozenset(("arrival", "start", "stage", "finish"))
"""What columns of a table of items are, and those of a log are not."""

MONTH: Final = 27
"""Days from which on two periods are further apart than weeks."""


def read_history_file(path: Path, choices: Choices) -> TeamHistory:
    """The history in a file.

    Raises:
        OSError: the file cannot be read.
        FileProblem, MustAsk: as `read_history`.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    return read_history(data, choices)


class Contents(NamedTuple):
    """What is in a file before anything is made of it: a table, or else what JSON has told."""

    table: Table | None
    json: Any
    encoding: str


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


def history_of(its: Contents, choices: Choices) -> TeamHistory:
    """The history in what a file contains.

    Raises:
        FileProblem, MustAsk: as `read_history`.
    """
    dates = DateReader(choices.tzinfo, choices.dates)
    if its.table is None:
        return _of_json(its.json, dates, choices)
    return _of_table(its.table, dates, choices, its.encoding)


def _of_json(found: Any, dates: DateReader, choices: Choices) -> TeamHistory:
    if is_trello(found):
        columns, ledger, notices = read_trello(found, dates, choices)
        return _made("trello", columns, ledger, notices, dates, choices, "utf-8", "")
    if (issues := issues_in(found)) is not None:
        if len(issues) > MOST_ROWS:
            raise FileProblem("too-large", phrase("the file has more than {0} rows", f"{MOST_ROWS:,}"))
        keys = ("created_at", "closed_at")
        dates.decide(str(its[key]) for its in issues if isinstance(its, dict) for key in keys if its.get(key))
        columns, ledger = read_issues(issues, dates, choices)
        return _made("github", columns, ledger, ("no-start-date",), dates, choices, "utf-8", "")
    raise FileProblem("no-dates", phrase(
        "this JSON is neither a board of Trello nor a list of issues; export a table (CSV) instead"
    ))  # fmt: skip


def _of_table(table: Table, dates: DateReader, choices: Choices, encoding: str) -> TeamHistory:
    if (weeks := week_columns(table, choices)) is not None:
        return _of_weeks(table, weeks, dates, choices)
    if (places := places_of(table)) is not None and not DATED & set(choices.columns.values()):
        columns, ledger = read_transitions(table, places, dates, choices)
        return _made("transitions", columns, ledger, (), dates, choices, encoding, table.delimiter)
    its = understood(table, choices)
    ledger = read_rows(table, its, dates, choices)
    return _made(its.layout, its.columns, ledger, its.notices, dates, choices, encoding, table.delimiter)


def _made(
    layout: str, columns: tuple[HistoryColumn, ...], ledger: Ledger, notices: tuple[Notice, ...], dates: DateReader,
    choices: Choices, encoding: str, delimiter: str,
) -> TeamHistory:  # fmt: skip
    reading = (("encoding", encoding), ("delimiter", delimiter), ("dates", dates.order or ""))
    return TeamHistory(
        layout, columns, tuple(ledger.items), tuple(ledger.rejected), notices, choices.today, choices.zone,
        reading=tuple(pair for pair in reading if pair[1]),
    )  # fmt: skip


WEEK: Final = re.compile(r"^(?P<year>\d{4})-?\s*[WK]W?\s*(?P<week>\d{1,2})$", re.IGNORECASE)
WEEK_FIRST: Final = re.compile(r"^(?:KW|CW|W|Week|Woche)\s*(?P<week>\d{1,2})[\s/,-]+(?P<year>\d{4})$", re.IGNORECASE)
MONTH_ALONE: Final = re.compile(r"^(?:\d{4}-\d{1,2}|[^\W\d_]{3,10}\.?[ -]\d{4})$")


def _of_weeks(table: Table, places: tuple[int, int], dates: DateReader, choices: Choices) -> TeamHistory:
    """How many were finished in each week; days are put together to weeks."""
    period, count = places
    ledger = Ledger()
    tell_unclosed(table, period, ledger)
    told = {row.cell(period) for row in table.rows}
    if all(MONTH_ALONE.match(text) for text in told):
        raise _by_month()
    dates.decide(text for text in told if not _week_in(text))
    weeks: Counter[date] = Counter()
    days: set[date] = set()
    for row in table.rows:
        day = _day_of(row.cell(period), dates)
        if day is None:
            reason = phrase("“{0}” is no week and no date", row.cell(period)[:60])
            ledger.reject(row.number, "", "date-unreadable", reason)
        elif day > choices.today:
            ledger.reject(row.number, "", "future-date", phrase("{0} is after today", day.isoformat()))
        elif row.cell(count).casefold() in NOTHING:
            ledger.reject(row.number, "", "not-an-item", phrase("it has no number"))
        elif (many := count_in(row.cell(count))) is None:
            reason = phrase("“{0}” is no number of items", row.cell(count)[:60])
            ledger.reject(row.number, "", "not-an-item", reason)
        else:
            weeks[monday_of(day)] += many
            days.add(day)
    by_week = any(_week_in(text) for text in told)
    if not by_week and _are_months(days):
        raise _by_month()
    first, last = min(weeks, default=choices.today), max(weeks, default=choices.today)
    every = [first + timedelta(weeks=week) for week in range((last - first).days // 7 + 1)] if weeks else []
    rejected = tuple(sorted(ledger.rejected, key=lambda one: one.row))
    return TeamHistory(
        "throughput", (), (), rejected, ("throughput-only",), choices.today, choices.zone,
        tuple((week, weeks[week]) for week in every),
    )  # fmt: skip


def _are_months(days: Set[date]) -> bool:
    """Whether these are the first or the last days of months, as a table by month has them."""
    apart = all((later - day).days >= MONTH for day, later in pairwise(sorted(days)))
    ends = all(day.day == 1 for day in days) or all((day + timedelta(days=1)).day == 1 for day in days)
    return len(days) > 1 and apart and ends


def _by_month() -> FileProblem:
    told = phrase("the numbers are by month, which is too coarse: export them by week or by day")
    return FileProblem("no-dates", told)


def _week_in(text: str) -> re.Match[str] | None:
    return WEEK.match(text) or WEEK_FIRST.match(text)


def _day_of(text: str, dates: DateReader) -> date | None:
    if found := _week_in(text):
        try:
            return date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
        except ValueError:
            return None
    moment = dates.moment(text)
    return None if moment is None else moment.day
