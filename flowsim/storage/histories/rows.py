"""Items of a table that has one row for each: steps of a board, dates of a tracker, or durations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from flowsim.domain.phrases import phrase
from flowsim.domain.team_history import Flag, HistoryItem, Moment
from flowsim.storage.histories.choices import Choices
from flowsim.storage.histories.columns import Understood
from flowsim.storage.histories.dates import DateReader, parts_of
from flowsim.storage.histories.items import Ledger, Rejected, filled_in, moment_in, tell_unclosed
from flowsim.storage.histories.table import Row, Table
from flowsim.storage.histories.words import CANCELLED, DONE, plain

LONGEST_SPAN: Final = 80
LONGEST_SPANS: Final = 10_000
LONGEST_NUMBER: Final = 30
OPEN: Final = frozenset((
    "reopened", "re opened", "in progress", "open", "to do", "todo", "backlog", "doing", "active", "in arbeit", "offen",
    "wiedereröffnet", "wieder geöffnet", "in bearbeitung",
))  # fmt: skip
"""States of what is not done, whatever dates it has: it was reopened."""

NOT_YET: Final = frozenset(("resolved",))
"""States that are done in some tools, and still to be looked at in others."""

UNITS: Final = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std", "stunden", "heures", "horas"), 24.0),
    **dict.fromkeys(("min", "mins", "minute", "minutes", "minuten", "minutos"), 24.0 * 60),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "sek", "sekunden"), 24.0 * 3600),
    **dict.fromkeys(("w", "wk", "week", "weeks", "wochen", "semaines", "semanas"), 1 / 7),
}
"""How many of each a day has."""

THOUSANDS: Final = 3
"""Digits between two signs of thousands."""

FORMULA: Final = ("=", "+", "-", "@")


def read_rows(table: Table, its: Understood, dates: DateReader, choices: Choices) -> Ledger:
    """Every row of the table, as an item or as one that is not used.

    Raises:
        MustAsk: its dates can be read in two ways.
    """
    reader = _RowReader(table, its, dates, choices)
    dates.decide(_dates_in(table, its))
    tell_unclosed(table, its.place("id"), reader.ledger)
    for row in table.rows:
        reader.read(row)
    reader.ledger.rejected.sort(key=lambda one: one.row)
    return reader.ledger


def _dates_in(table: Table, its: Understood) -> Iterator[str]:
    """All that may be a date, also in columns that are not used: together they tell the order of day and month."""
    for place in its.dated:
        yield from dict.fromkeys(row.cell(place) for row in table.rows)
    if (blocked := its.place("blocked")) is not None:
        for told in dict.fromkeys(row.cell(blocked) for row in table.rows):
            yield from (text for span in _spans(told) for text in span)


def _spans(told: str) -> list[tuple[str, str]]:
    """The stretches in a text like "[27/02/2025-03/03/2025|01/05/2025-02/05/2025]"."""
    found = []
    for span in told[:LONGEST_SPANS].strip("[] ").split("|"):
        if len(span) > LONGEST_SPAN:
            continue
        parts = span.split("-")
        for at in range(1, len(parts)):
            first, last = "-".join(parts[:at]).strip(), "-".join(parts[at:]).strip()
            if parts_of(first) is not None and parts_of(last) is not None:
                found.append((first, last))
                break
    return found


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
        lengths = [] if self._duration is None else [row.cell(self._duration) for row in table.rows]
        self._comma = has_decimal_commas(lengths)
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
        surplus = row.surplus(len(self._table.header))
        wide = bool(surplus)
        if any(self._dates.moment(text) is not None for text in surplus):
            raise Rejected("row-wider-than-header", phrase("it is wider than the header, and its dates do not fit"))
        entered = [self._moment(row, place, wide=wide) for place in its.steps]
        cancelled_on = None if self._cancelled is None else self._moment(row, self._cancelled, wide=wide)
        cancelled = cancelled_on is not None or self._is_given_up(row)
        ended = entered[-1]
        if self._duration is not None and "durations-only" in its.notices:
            return self._by_duration(row, id_, ended, cancelled_on, cancelled=cancelled)
        if not cancelled and ended is None and self._is_done(row):
            raise Rejected("done-without-date", phrase("it is done, and no date says when"))
        flags: list[Flag] = ["row-wider-than-header"] if wide else []
        if ended is not None and not cancelled and self._is_open(row):
            ended = entered[-1] = None
            flags.append("reopened")
        if ended is not None and not cancelled:
            self._ends_last(entered, ended)
        item = HistoryItem(
            row.number, id_, self._title_of(row), self._class_of(row), tuple(entered),
            finished=ended is not None and not cancelled, cancelled=cancelled,
            cancelled_on=(cancelled_on or ended) if cancelled else None,
            flags=tuple(flags), blocked_days=self._blocked_days(row),
        )  # fmt: skip
        return filled_in(item, its.columns)

    def _moment(self, row: Row, place: int, *, wide: bool) -> Moment | None:
        try:
            return moment_in(row.cell(place), self._table.header[place], self._dates, self._choices.today)
        except Rejected as rejected:
            if not wide or rejected.kind != "date-unreadable":
                raise
            told = phrase("it is wider than the header, and its dates do not fit")
            raise Rejected("row-wider-than-header", told) from rejected

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

    def _is_open(self, row: Row) -> bool:
        """Whether it does not stand at the end, although it was there."""
        status = self._text(row, self._status)
        if status is None:
            return False
        return plain(status) in OPEN or status in [column.name for column in self._its.columns[:-1]]

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
        if told.isdecimal() and len(told) <= LONGEST_NUMBER:
            return int(told)
        known = sorted(
            (first, last)
            for one, other in _spans(told)
            if (first := self._dates.moment(one)) is not None and (last := self._dates.moment(other)) is not None
        )
        days, end = 0, None
        for first, last in known:
            begin = first.day if end is None or first.day > end else end
            days += max((last.day - begin).days, 0)
            end = last.day if end is None or last.day > end else end
        return days

    def _by_duration(
        self, row: Row, id_: str | None, ended: Moment | None, cancelled_on: Moment | None, *, cancelled: bool
    ) -> HistoryItem:
        assert self._duration is not None
        told = self._text(row, self._duration)
        days = None if told is None else number_of(told, comma=self._comma)
        if told is not None and days is None:
            raise Rejected("not-an-item", phrase("“{0}” is no number of days", told[:60]))
        if days is not None and days < 0:
            raise Rejected("negative-duration", phrase("{0} is less than nothing", told))
        if days is not None and ended is None:
            raise Rejected("duration-without-end", phrase("it has a duration, and no date says when it ended"))
        if days is not None:
            days /= _a_day_has(self._table.header[self._duration])
        finished = ended is not None and not cancelled
        return HistoryItem(
            row.number, id_, self._title_of(row), self._class_of(row), (ended if finished else None,),
            finished=finished, cancelled=cancelled, cancelled_on=(cancelled_on or ended) if cancelled else None,
            cycle_time=days if finished else None,
        )  # fmt: skip


def has_decimal_commas(texts: Iterable[str]) -> bool:
    """Whether commas stand before decimals in a column: one is behind a point, or not before three digits."""
    for text in texts:
        comma, point = text.rfind(","), text.rfind(".")
        if comma > 0 and text[:comma].strip("+-0") == "":  # no thousands begin with a zero
            return True
        if comma > point and (point >= 0 or len(text) - comma - 1 != THOUSANDS):
            return True
        if point > comma >= 0:
            return False
    return False


def number_of(text: str, *, comma: bool) -> float | None:
    """A number with a point before its decimals, or a `comma`; the other one may stand between thousands."""
    digits = re.sub(r"[\s\u00a0\u202f']", "", text[:LONGEST_NUMBER])
    if not re.fullmatch(r"[+-]?[0-9.,]+", digits):
        return None
    digits = digits.replace(".", "").replace(",", ".") if comma else digits.replace(",", "")
    try:
        return float(digits)
    except ValueError:
        return None


def _a_day_has(name: str) -> float:
    """How many of a column's units are a day; in days itself, where its name has none in brackets."""
    its = re.search(r"[(\[]([^)\]]*)[)\]]", name.casefold())
    words = re.findall(r"[^\W\d_]+", its[1]) if its else []
    return next((UNITS[word] for word in words if word in UNITS), 1.0)
