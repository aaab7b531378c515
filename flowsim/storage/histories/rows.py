"""Items of a table that has one row for each: steps of a board, dates of a tracker, or durations."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from flowsim.domain.phrases import phrase
from flowsim.domain.team_history import HistoryItem, Moment
from flowsim.storage.histories.choices import Choices
from flowsim.storage.histories.columns import Understood
from flowsim.storage.histories.dates import DateReader
from flowsim.storage.histories.items import Ledger, Rejected, check_range, filled_in
from flowsim.storage.histories.table import Row, Table
from flowsim.storage.histories.words import CANCELLED, DONE, NOTHING, plain

NOT_YET: Final = frozenset(("resolved",))
"""States that are done in some tools, and still to be looked at in others."""

HOURS_A_DAY: Final = 24.0
FORMULA: Final = ("=", "+", "-", "@")


def read_rows(table: Table, its: Understood, dates: DateReader, choices: Choices) -> Ledger:
    """Every row of the table, as an item or as one that is not used.

    Raises:
        MustAsk: its dates can be read in two ways.
    """
    reader = _RowReader(table, its, dates, choices)
    dates.decide(text for row in table.rows for place in reader.dated if (text := _told(row, place)))
    for row in table.unclosed:
        reason = phrase("its quote is never closed")
        reader.ledger.reject(row.number, row.cell(its.place("id") or 0)[:80], "quote-not-closed", reason)
    for row in table.rows:
        reader.read(row)
    reader.ledger.rejected.sort(key=lambda one: one.row)
    return reader.ledger


def _told(row: Row, place: int) -> str:
    text = row.cell(place)
    return "" if text.casefold() in NOTHING else text


class _RowReader:
    def __init__(self, table: Table, its: Understood, dates: DateReader, choices: Choices) -> None:
        self._table = table
        self._its = its
        self._dates = dates
        self._choices = choices
        self._id, self._title, self._class = (its.place(each) for each in ("id", "title", "class"))
        self._status, self._resolution = its.place("status"), its.place("resolution")
        self._cancelled, self._blocked, self._duration = (
            its.place(each) for each in ("cancelled", "blocked", "duration")
        )
        self._labels: int | None = None
        if self._class is None and its.layout == "linear":
            self._labels = next((at for at, name in enumerate(table.header) if plain(name) == "labels"), None)
        self.dated = [*its.steps, *(() if self._cancelled is None else (self._cancelled,))]
        self.ledger = Ledger()

    def read(self, row: Row) -> None:
        """One row."""
        id_ = self._text(row, self._id)
        try:
            self.ledger.must_be_new(id_)
            self.ledger.take(self._item(row, id_))
        except Rejected as rejected:
            self.ledger.reject(row.number, id_ or "", rejected.kind, rejected.reason)

    def _text(self, row: Row, place: int | None) -> str | None:
        return (row.cell(place) or None) if place is not None else None

    def _item(self, row: Row, id_: str | None) -> HistoryItem:
        its = self._its
        wide = len(row.cells) > len(self._table.header) and any(row.cells[len(self._table.header) :])
        entered = [self._moment(row, place, wide=wide) for place in its.steps]
        cancelled_on = None if self._cancelled is None else self._moment(row, self._cancelled, wide=wide)
        cancelled = cancelled_on is not None or self._is_given_up(row)
        ended = entered[-1]
        if self._duration is not None and "durations-only" in its.notices:
            return self._by_duration(row, id_, ended)
        if not cancelled and ended is None and self._is_done(row):
            raise Rejected("done-without-date", phrase("it is done, and no date says when"))
        if ended is not None and not cancelled:
            self._ends_last(entered, ended)
        item = HistoryItem(
            row.number, id_, self._title_of(row), self._class_of(row), tuple(entered),
            finished=ended is not None and not cancelled, cancelled=cancelled,
            cancelled_on=(cancelled_on or ended) if cancelled else None,
            flags=("row-wider-than-header",) if wide else (), blocked_days=self._blocked_days(row),
        )  # fmt: skip
        return filled_in(item, its.columns)

    def _moment(self, row: Row, place: int, *, wide: bool) -> Moment | None:
        text = _told(row, place)
        if not text:
            return None
        name = self._table.header[place]
        if (moment := self._dates.moment(text)) is None:
            if wide:
                raise Rejected("row-wider-than-header", phrase("it is wider than the header, and its dates do not fit"))
            raise Rejected("date-unreadable", phrase("{0}: “{1}” is no date", name, text[:60]))
        check_range(moment, name, self._choices.today)
        return moment

    def _ends_last(self, entered: Sequence[Moment | None], ended: Moment) -> None:
        for column, moment in zip(self._its.columns, entered, strict=True):
            if moment is not None and ended.is_before(moment):
                end = self._its.columns[-1].name
                days = ended.day.isoformat(), column.name, moment.day.isoformat()
                told = phrase("{0} {1} is before {2} {3}", end, *days)
                raise Rejected("end-before-start", told)

    def _is_given_up(self, row: Row) -> bool:
        told = [text.casefold() for place in (self._resolution, self._status) if (text := self._text(row, place))]
        return any(text in self._choices.cancelled or plain(text) in CANCELLED for text in told)

    def _is_done(self, row: Row) -> bool:
        status = self._text(row, self._status)
        return status is not None and (plain(status) in DONE - NOT_YET or status == self._its.columns[-1].name)

    def _class_of(self, row: Row) -> str | None:
        labels = self._text(row, self._labels)
        return self._text(row, self._class) if labels is None else labels.split(",")[0].strip() or None

    def _title_of(self, row: Row) -> str | None:
        """The title letter by letter; a mark that a tool has put before it so that no program runs it goes again."""
        title = row.cells[self._title] if self._title is not None and self._text(row, self._title) else None
        marked = title is not None and title.startswith("'") and title[1:].startswith(FORMULA)
        return title[1:] if title is not None and marked and self._its.layout == "linear" else title

    def _blocked_days(self, row: Row) -> int:
        """Days between the first and the last of each stretch; a number is taken as it is."""
        told = self._text(row, self._blocked)
        if told is None:
            return 0
        if told.isdigit():
            return int(told)
        days = 0
        end: Moment | None = None
        spans = [tuple(map(self._dates.moment, span)) for span in re.findall(r"([^\[\]|]+?)\s*-\s*([^\[\]|]+)", told)]
        known = sorted((first, last) for first, last in spans if first is not None and last is not None)
        for first, last in known:
            begin = first if end is None or first.day > end.day else end
            days += max((last.day - begin.day) // timedelta(days=1), 0)
            end = last if end is None or last.day > end.day else end
        return days

    def _by_duration(self, row: Row, id_: str | None, ended: Moment | None) -> HistoryItem:
        assert self._duration is not None
        told = self._text(row, self._duration)
        days = None if told is None else number_of(told)
        if days is not None and days < 0:
            raise Rejected("negative-duration", phrase("{0} is less than nothing", told))
        if days is not None and ended is None:
            raise Rejected("duration-without-end", phrase("it has a duration, and no date says when it ended"))
        if days is not None and _is_in_hours(self._table.header[self._duration]):
            days /= HOURS_A_DAY
        return HistoryItem(
            row.number, id_, self._title_of(row), self._class_of(row), (ended,),
            finished=ended is not None, cycle_time=days,
        )  # fmt: skip


def number_of(text: str) -> float | None:
    """A number with a point or a comma before its decimals, and dots, commas or blanks between thousands."""
    digits = re.sub(r"[\s\u00a0\u202f']", "", text)
    if not re.fullmatch(r"[+-]?[\d.,]+", digits):
        return None
    comma, point = digits.rfind(","), digits.rfind(".")
    digits = digits.replace(".", "").replace(",", ".") if comma > point else digits.replace(",", "")
    try:
        return float(digits)
    except ValueError:
        return None


def _is_in_hours(name: str) -> bool:
    return bool(re.search(r"[\(\[]\s*(h|hours?|std\.?|stunden)\s*[\)\]]", name.casefold()))
