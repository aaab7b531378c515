"""A table of throughput: how many items were finished in each week, or on each day, and nothing else."""

import re
from collections import Counter
from collections.abc import Set
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from flowsim.domain.phrases import phrase
from flowsim.domain.team_history import monday_of
from flowsim.storage.histories.choices import Choices, Meaning
from flowsim.storage.histories.dates import DateReader
from flowsim.storage.histories.headers import chosen
from flowsim.storage.histories.items import Ledger, Rejected, check_range, tell_unclosed
from flowsim.storage.histories.problems import FileProblem
from flowsim.storage.histories.table import Row, Table
from flowsim.storage.histories.words import COUNTS, MEANING_OF, NOTHING, plain

LEAST_COLUMNS: Final = 2
MOST_COLUMNS: Final = 4
MONTH: Final = 27
"""Days from which on two periods are further apart than weeks."""

WEEK: Final = re.compile(r"^(?P<year>\d{4})-?\s*[WK]W?\s*(?P<week>\d{1,2})$", re.IGNORECASE)
WEEK_FIRST: Final = re.compile(r"^(?:KW|CW|W|Week|Woche)\s*(?P<week>\d{1,2})[\s/,-]+(?P<year>\d{4})$", re.IGNORECASE)
MONTH_ALONE: Final = re.compile(r"^(?:\d{4}-\d{1,2}|[^\W\d_]{3,10}\.?[ -]\d{4})$")
Counts: TypeAlias = tuple[tuple[date, int], ...]


class Weeks(NamedTuple):
    """The places of the period and of the number of items."""

    period: int
    number: int

    def meaning(self, place: int) -> Meaning:
        """What a column is."""
        return "period" if place == self.period else "count" if place == self.number else "ignore"


def weeks_in(table: Table, choices: Choices) -> Weeks | None:
    """Where period and count stand in a table of throughput; None for any other table."""
    names = [plain(name) for name in table.header]
    said = {meaning: place for place, meaning in chosen(table.header, choices).items()}
    if "period" in said and "count" in said:
        return Weeks(said["period"], said["count"])
    if said or not LEAST_COLUMNS <= len(names) <= MOST_COLUMNS:
        return None
    periods = [at for at, name in enumerate(names) if MEANING_OF.get(name) == "period"]
    counts = [at for at, name in enumerate(names) if name in COUNTS and _are_counts(table, at)]
    return Weeks(periods[0], counts[0]) if periods and counts else None


def _are_counts(table: Table, place: int) -> bool:
    """Whether most of what is filled in is counts; the rows of the rest are told."""
    texts = table.told(place)
    return 2 * sum(_count_in(text) is not None for text in texts) > len(texts)


def _count_in(text: str) -> int | None:
    """A whole number of items, which may be written with a decimal point."""
    its = re.fullmatch(r"([0-9]{1,9})(?:[.,]0)?", text)
    return int(its[1]) if its else None


def read_weeks(table: Table, at: Weeks, dates: DateReader, choices: Choices) -> tuple[Counts, Ledger]:
    """How many were finished in each week, those between with none too; days are put together to weeks.

    Raises:
        FileProblem: the numbers are by month.
        MustAsk: its dates can be read in two ways.
    """
    ledger = Ledger()
    tell_unclosed(table, at.period, ledger)
    told = {row.cell(at.period) for row in table.rows}
    if all(MONTH_ALONE.match(text) for text in told):
        raise _by_month()
    dates.decide(text for text in told if not _week_in(text))
    weeks: Counter[date] = Counter()
    days: set[date] = set()
    for row in table.rows:
        try:
            day, many = _counted(row, at, dates, choices)
        except Rejected as rejected:
            ledger.reject(row.number, "", rejected.kind, rejected.reason)
            continue
        weeks[monday_of(day)] += many
        days.add(day)
    if not any(_week_in(text) for text in told) and _are_months(days):
        raise _by_month()
    ledger.rejected.sort(key=lambda one: one.row)
    first, last = min(weeks, default=choices.today), max(weeks, default=choices.today)
    every = [first + timedelta(weeks=week) for week in range((last - first).days // 7 + 1)] if weeks else []
    return tuple((week, weeks[week]) for week in every), ledger


def _counted(row: Row, at: Weeks, dates: DateReader, choices: Choices) -> tuple[date, int]:
    """The day, and how many were finished in its period."""
    period, told = row.cell(at.period), row.cell(at.number)
    if (day := _day_of(period, dates)) is None:
        raise Rejected("date-unreadable", phrase("“{0}” is no week and no date", period[:60]))
    check_range(day, period[:60], choices.today)
    if told.casefold() in NOTHING:
        raise Rejected("not-an-item", phrase("it has no number"))
    if (many := _count_in(told)) is None:
        raise Rejected("not-an-item", phrase("“{0}” is no number of items", told[:60]))
    return day, many


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
