"""Dates for the board's own time, which is working time: one to one, and known to nobody but those who tell of it.

Time 0 is the opening of the first working day from `start` on. A day of the board is one working day of so many
`hours`; an hour and a minute are working hours and minutes, a week is as many working days as a week has. Nights, days
off and `closed` days take no time at all. Working days open at `OPENING`, or earlier where they would not end by
midnight.

A moment between two working days is both the end of one and the beginning of the next. What begins then is told by the
later one; what ends, such as the day by which work is finished, by the earlier one (`ends`).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from math import floor, isfinite
from typing import Annotated, Final, Literal, TypeAlias

import numpy as np
from annotated_types import Gt, Le, MaxLen, MinLen

from flowsim.domain import units
from flowsim.domain.constraints import FILE_RECORD
from flowsim.domain.phrases import Phrase, digits, phrase
from flowsim.domain.words import Time, TimeUnit

OPENING: Final = 9.0
"""The hour at which a working day begins."""

LAST_DAY: Final = date(9999, 12, 31)
DateText: TypeAlias = Annotated[str, MaxLen(10)]
Span: TypeAlias = Annotated[str, MaxLen(21)]


WHOLE_DAY: Final = 24
"""Hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """Working days from `start` on: `days` says for Monday to Sunday whether people work, `closed` when they do not.

    Dates are written "2026-01-05", spans of closed days "2026-12-24/2027-01-01", both ends included.
    """

    __pydantic_config__ = FILE_RECORD
    start: DateText
    days: Annotated[tuple[Literal[0, 1], ...], MinLen(7), MaxLen(7)] = (1, 1, 1, 1, 1, 0, 0)
    hours: Annotated[float, Gt(0), Le(WHOLE_DAY)] = 8.0
    closed: Annotated[tuple[Span, ...], MaxLen(1_000)] = ()

    def is_any_calendar(self, unit: TimeUnit) -> bool:
        """Whether a number of these units on the board is as many of them in any calendar."""
        every_day = all(self.days) and not self.closed
        return every_day and (unit in ("day", "week") or self.hours == WHOLE_DAY)


def moment_of(calendar: WorkingCalendar, unit: TimeUnit, time: Time, *, ends: bool = False) -> datetime | None:
    """When a moment of the board is; None for one that has no date: no number, or beyond the year 9999."""
    if not isfinite(time) or time < 0:
        return None
    days = time * _days_in(calendar, unit)
    whole = floor(days + ROUNDING)
    share = max(days - whole, 0.0)
    if ends and share <= ROUNDING and whole > 0:
        whole, share = whole - 1, 1.0
    day = _working_day(calendar, whole)
    return None if day is None else _opening(calendar, day) + timedelta(hours=share * calendar.hours)


ROUNDING: Final = 1e-9
"""The part of a day by which a sum of decimal times may miss its end."""


def time_of(calendar: WorkingCalendar, unit: TimeUnit, moment: datetime) -> Time:
    """The board's time at a moment: the inverse of `moment_of`; outside working hours, the next moment within them."""
    first, busy = _first_day(calendar), _busy_days(calendar)
    if moment.date() < first:
        return 0.0
    whole = int(np.busday_count(first, moment.date(), busdaycal=busy))
    if not np.is_busday(moment.date(), busdaycal=busy):
        return whole / _days_in(calendar, unit)
    since = (moment - _opening(calendar, moment.date())) / timedelta(hours=calendar.hours)
    return (whole + min(max(since, 0.0), 1.0)) / _days_in(calendar, unit)


def calendar_days(calendar: WorkingCalendar, unit: TimeUnit, begun: Time, ended: Time) -> float | None:
    """How many days of the calendar a stretch of working time takes, nights and days off included; None: no date."""
    first, last = moment_of(calendar, unit, begun), moment_of(calendar, unit, ended, ends=ended > begun)
    return None if first is None or last is None else (last - first) / timedelta(days=1)


def usual_round(unit: TimeUnit, calendar: WorkingCalendar | None) -> Time:
    """The round of time in which people of this unit repeat things: a week of days, a day of hours.

    With a calendar it is a week of working days, or the hours of one.
    """
    day, week = (WHOLE_DAY, 7.0) if calendar is None else (calendar.hours, float(sum(calendar.days)))
    rounds: dict[TimeUnit, Time] = {"minute": 60.0, "hour": day, "day": week, "week": 4.0}
    return rounds[unit]


def day_in_words(calendar: WorkingCalendar | None, unit: TimeUnit, time: Time) -> Phrase:
    """A moment as people say it within a sentence, with its date where there is one: "day 5 (12 Jan 2026)"."""
    told = units.at(digits(round(time, 2), "g"), unit)
    moment = None if calendar is None else moment_of(calendar, unit, time)
    return told if moment is None else phrase("{0} ({1})", told, date_in_words(moment.date()))


def date_in_words(day: date) -> Phrase:
    """A date as people read it: "27 Feb 2026"."""
    return phrase("{0} {1}", short_date(day), day.year)


def short_date(day: date) -> Phrase:
    """A date on an axis: "27 Feb"."""
    return Phrase(DATES[day.month - 1].template, day.day)


DATES: Final = (
    phrase("{0} Jan"), phrase("{0} Feb"), phrase("{0} Mar"), phrase("{0} Apr"), phrase("{0} May"), phrase("{0} Jun"),
    phrase("{0} Jul"), phrase("{0} Aug"), phrase("{0} Sep"), phrase("{0} Oct"), phrase("{0} Nov"), phrase("{0} Dec"),
)  # fmt: skip


def _days_in(calendar: WorkingCalendar, unit: TimeUnit) -> float:
    """How many working days one time unit is."""
    lengths = {"minute": 1 / (60 * calendar.hours), "hour": 1 / calendar.hours, "day": 1.0, "week": sum(calendar.days)}
    return float(lengths[unit])


def _opening(calendar: WorkingCalendar, day: date) -> datetime:
    opens = min(OPENING, WHOLE_DAY - calendar.hours)
    return datetime(day.year, day.month, day.day) + timedelta(hours=opens)


def _working_day(calendar: WorkingCalendar, number: int) -> date | None:
    """The working day with this number, from 0."""
    first = _first_day(calendar)
    if number > (LAST_DAY - first).days * sum(calendar.days) / 7 - 400:
        return None
    found = np.busday_offset(first, number, roll="forward", busdaycal=_busy_days(calendar))
    day = found.astype("datetime64[D]").item()  # a plain number beyond the year 9999
    return day if isinstance(day, date) else None


def has_working_days(calendar: WorkingCalendar) -> bool:
    """Whether anybody works on any day up to the year 9999."""
    start = date_of_text(calendar.start)
    return start is not None and bool(np.busday_count(start, LAST_DAY, busdaycal=_busy_days(calendar)))


@lru_cache(maxsize=8)
def _first_day(calendar: WorkingCalendar) -> date:
    start = date_of_text(calendar.start)
    assert start is not None, "checked when it was read"
    first = np.busday_offset(start, 0, roll="forward", busdaycal=_busy_days(calendar))
    day: date = first.astype("datetime64[D]").item()
    return day


@lru_cache(maxsize=8)
def _busy_days(calendar: WorkingCalendar) -> np.busdaycalendar:
    closed: list[date] = []
    for span in calendar.closed:
        first, last = span_of(span)
        assert first is not None
        assert last is not None
        closed += [first + timedelta(days=each) for each in range((last - first).days + 1)]
    return np.busdaycalendar(weekmask=[bool(day) for day in calendar.days], holidays=closed)


def span_of(text: str) -> tuple[date | None, date | None]:
    """The first and the last day of a span as a file writes it; None for what is no date."""
    first, _, last = text.partition("/")
    return date_of_text(first), date_of_text(last or first)


def date_of_text(text: str) -> date | None:
    """A date as a file writes it; None for what is none."""
    try:
        return date.fromisoformat(text) if len(text) == len("2026-01-05") else None
    except ValueError:
        return None
