"""Items out of what a file says of each: rule by rule, with the reason for each one that is not used."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.team_history import Flag, HistoryColumn, HistoryItem, Moment, RejectedRow, Rejection
from flowsim.storage.histories.dates import FIRST_DAY, DateReader
from flowsim.storage.histories.table import Table
from flowsim.storage.histories.words import NOTHING


class Rejected(Exception):  # noqa: N818 - a row that is not used
    """A row is not used."""

    def __init__(self, kind: Rejection, reason: Phrase) -> None:
        super().__init__(str(reason))
        self.kind = kind
        self.reason = reason


@dataclass
class Ledger:
    """The items that are used, and the rows that are not."""

    items: list[HistoryItem]
    rejected: list[RejectedRow]

    def __init__(self) -> None:
        self.items, self.rejected = [], []
        self._seen: set[str] = set()

    def must_be_new(self, id_: str | None) -> None:
        """Raise `Rejected` for an id that an item has already."""
        if id_ is not None and id_ in self._seen:
            raise Rejected("duplicate-id", phrase("{0} stands in an earlier row", id_))

    def take(self, item: HistoryItem) -> None:
        """One more item."""
        if item.id is not None:
            self._seen.add(item.id)
        self.items.append(item)

    def reject(self, row: int, id_: str, kind: Rejection, reason: Phrase) -> None:
        """One more row that is not used."""
        self.rejected.append(RejectedRow(row, id_, kind, reason))


def tell_unclosed(table: Table, id_: int | None, ledger: Ledger) -> None:
    """Reject the rows of a table whose quote never ends; `id_` is the column of ids."""
    for row in table.unclosed:
        its = row.cell(id_ or 0)[:80]
        ledger.reject(row.number, its, "quote-not-closed", phrase("its quote is never closed"))


def check_range(day: date, name: str, today: date) -> None:
    """Raise `Rejected` for what cannot have happened yet, or is older than computers' clocks."""
    if day > today:
        raise Rejected("future-date", phrase("{0} {1} is after today", name, day.isoformat()))
    if day < FIRST_DAY:
        raise Rejected("before-1970", phrase("{0} {1} is before 1970", name, day.isoformat()))


def moment_in(text: str, name: str, dates: DateReader, today: date) -> Moment | None:
    """When that is, in a cell of the column `name`; None where it says nothing.

    Raises:
        Rejected: it is no date, or cannot be that of anything that has happened.
    """
    if text.casefold() in NOTHING:
        return None
    if (moment := dates.moment(text)) is None:
        raise Rejected("date-unreadable", phrase("{0}: “{1}” is no date", name, text[:60]))
    check_range(moment.day, name, today)
    return moment


def filled_in(
    item: HistoryItem, columns: Sequence[HistoryColumn], *, first_end: Moment | None = None, known_from: int = 0
) -> HistoryItem:
    """The item with every column entered at the latest with a later one; its cycle time, and what is to be told.

    `first_end` is when it came to the last column for the first time, if that was not the last time. Columns before
    `known_from` stay as they are: what happened there is not in the file.
    """
    start = next((place for place, its in enumerate(columns) if its.role != "arrival"), 0)
    last = len(columns) - 1
    raw = list(item.entered)
    entered: list[Moment | None] = list(raw)
    skipped: list[int] = []
    flags: list[Flag] = list(item.flags)
    earliest = first_end or (raw[last] if item.finished else None)
    for place in range(last - 1, max(start, known_from) - 1, -1):
        here = raw[place]
        if here is not None and (earliest is None or not earliest.is_before(here)):
            earliest = here
        elif here is not None:
            if "moved-back" not in flags and "reopened" not in flags:
                note(flags, "out-of-order")
        elif earliest is not None:
            skipped.insert(0, place)
        entered[place] = earliest
    if not item.finished:
        entered[last] = None
    _arrive_before(entered, raw, start, flags)
    if skipped:
        note(flags, "skipped-filled")
    began, ended = entered[start] if last > start else None, entered[last]
    cycle_time = item.cycle_time
    if item.finished and began is not None and ended is not None:
        cycle_time = float((ended.day - began.day).days)
    return replace(
        item, entered=tuple(entered), skipped=tuple(skipped), flags=tuple(flags), cycle_time=cycle_time
    )  # fmt: skip


def _arrive_before(entered: list[Moment | None], raw: Sequence[Moment | None], start: int, flags: list[Flag]) -> None:
    """What was begun had arrived: a later arrival was not the first entry into its column or a later one."""
    for place in range(start):
        here, later = raw[place], entered[start]
        if here is not None and later is not None and later.is_before(here):
            entered[place] = later
            note(flags, "out-of-order")


def note(flags: list[Flag], flag: Flag) -> None:
    """Tell something of an item, once."""
    if flag not in flags:
        flags.append(flag)
