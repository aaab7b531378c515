"""A team's own history as it was read from an export: what entered which column when, and every row that was not used.

Days are those of the team's time zone; where the file has times of day, the instants are kept as well. The meaning:

- An item entered a column when it entered it or a later one for the first time. So a move back keeps the first
  commitment, and a column that was passed by is entered with the next one.
- It is finished on its last entry into the last column, if it stands there at the end.
- A cycle time is a difference of days, without a day more: what begins and ends on one day takes 0.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Literal, NamedTuple, TypeAlias

from flowsim.domain.phrases import Phrase

Role: TypeAlias = Literal["arrival", "start", "stage", "finish"]
"""What entering a column means; work begins with "start", and "arrival" is before it."""

Rejection: TypeAlias = Literal[
    "date-unreadable", "end-before-start", "negative-duration", "duplicate-id", "future-date", "before-1970",
    "done-without-date", "duration-without-end", "row-wider-than-header", "quote-not-closed", "not-an-item",
]  # fmt: skip
Flag: TypeAlias = Literal[
    "skipped-filled", "out-of-order", "moved-back", "reopened", "history-cut", "row-wider-than-header"
]
Notice: TypeAlias = Literal["no-start-date", "no-ids", "throughput-only", "durations-only", "history-cut"]

WEEK: Final = 7


class Moment(NamedTuple):
    """A day, and where the file says so the instant (in UTC)."""

    day: date
    at: datetime | None = None

    def is_before(self, other: "Moment") -> bool:
        """Whether it is earlier; by days, where one of the two has no time of day."""
        if self.at is None or other.at is None:
            return self.day < other.day
        return self.at < other.at


@dataclass(frozen=True, slots=True)
class HistoryColumn:
    """A column of the team's board, as the file calls it."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """One item; `entered` has a moment for each column, the last one only if it is finished.

    `row` is its place in the file (None where it has many), `skipped` are the places of columns that were filled in.
    `cycle_time` is in days, None where it has none. `blocked_days` are the days on which it was said to be blocked.
    `back` has each way back, where the file tells of them: from which column to which one, and when.
    """

    row: int | None
    id: str | None
    title: str | None
    class_: str | None
    entered: tuple[Moment | None, ...]
    finished: bool
    cancelled: bool = False
    cancelled_on: Moment | None = None
    cycle_time: float | None = None
    skipped: tuple[int, ...] = ()
    flags: tuple[Flag, ...] = ()
    blocked_days: int = 0
    back: tuple[tuple[int, int, Moment], ...] = ()


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was not used, and why."""

    row: int
    id: str
    kind: Rejection
    reason: Phrase


@dataclass(frozen=True)
class TeamHistory:
    """What a file tells of a team. `counts` has the finished items by day or week, where it tells nothing else.

    `today` is the day after which nothing can have happened; `zone` names the time zone, empty for the machine's own.
    """

    layout: str
    columns: tuple[HistoryColumn, ...]
    items: tuple[HistoryItem, ...]
    rejected: tuple[RejectedRow, ...]
    notices: tuple[Notice, ...]
    today: date
    zone: str = ""
    counts: tuple[tuple[date, int], ...] = ()
    reading: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """How the file was understood, in words: pairs of what and how."""

    @property
    def start(self) -> int:
        """The place of the column with which work begins."""
        return next((place for place, its in enumerate(self.columns) if its.role != "arrival"), 0)

    @property
    def finished(self) -> Sequence[HistoryItem]:
        """The items that are done."""
        return [item for item in self.items if item.finished]

    @property
    def unfinished(self) -> Sequence[HistoryItem]:
        """What has been started and is neither done nor cancelled; where no file says starts, all that is not."""
        unknown = "durations-only" in self.notices
        open_ = [item for item in self.items if not item.finished and not item.cancelled]
        return [item for item in open_ if unknown or self.started(item)]

    @property
    def warnings(self) -> Counter[Flag]:
        """How many items have each flag."""
        return Counter(flag for item in self.items for flag in item.flags)

    def started(self, item: HistoryItem) -> Moment | None:
        """When work on it began."""
        return item.entered[self.start] if item.entered and self.start < len(item.entered) else None

    def arrived(self, item: HistoryItem) -> Moment | None:
        """When it came: its entry into the arrival column, or where there is none into the first one."""
        if "durations-only" in self.notices:
            return None
        return item.entered[0] if item.entered and item.entered[0] is not None else self.started(item)

    def cycle_times(self) -> list[float]:
        """Of all finished items that have one, in days."""
        return [item.cycle_time for item in self.items if item.finished and item.cycle_time is not None]

    def finished_by_week(self) -> dict[date, int]:
        """How many were finished in each week, by its Monday: from the first with one to the last, none included."""
        if self.counts:
            return dict(self.counts)
        ends = [item.entered[-1].day for item in self.items if item.finished and item.entered and item.entered[-1]]
        weeks = Counter(monday_of(day) for day in ends)
        return {week: weeks[week] for week in _weeks(min(weeks), max(weeks))} if weeks else {}


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def _weeks(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=WEEK)
