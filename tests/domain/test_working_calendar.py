"""Dates for working time: one to one, days off left out, and what ends is told by the day it ends on."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.checks import problems_of
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.words import TimeUnit
from flowsim.domain.working_calendar import (
    WorkingCalendar,
    calendar_days,
    date_in_words,
    day_in_words,
    has_working_days,
    moment_of,
    time_of,
    usual_round,
)
from tests.strategies import modest

OFFICE = WorkingCalendar(start="2026-01-05", closed=("2026-12-24/2027-01-01", "2026-01-14"))
"""From a Monday on; Wednesday of the second week is a holiday."""


@pytest.mark.parametrize(
    ("time", "unit", "expected"),
    [
        (0.0, "day", datetime(2026, 1, 5, 9)), (0.5, "day", datetime(2026, 1, 5, 13)),
        (4.0, "day", datetime(2026, 1, 9, 9)), (5.0, "day", datetime(2026, 1, 12, 9)),
        (7.0, "day", datetime(2026, 1, 15, 9)), (1.0, "week", datetime(2026, 1, 12, 9)),
        (12.0, "hour", datetime(2026, 1, 6, 13)), (60.0, "minute", datetime(2026, 1, 5, 10)),
    ],
)  # fmt: skip
def test_a_moment_of_working_time_has_its_date(time: float, unit: TimeUnit, expected: datetime) -> None:
    assert moment_of(OFFICE, unit, time) == expected


def test_what_ends_is_told_by_the_day_it_ends_on() -> None:
    assert moment_of(OFFICE, "day", 5.0, ends=True) == datetime(2026, 1, 9, 17)
    assert moment_of(OFFICE, "day", 0.0, ends=True) == datetime(2026, 1, 5, 9)
    assert moment_of(OFFICE, "day", 0.1 + 0.2 + 0.7, ends=True) == datetime(2026, 1, 5, 17)


def test_a_start_on_a_day_off_is_the_next_working_day() -> None:
    sunday = WorkingCalendar(start="2026-01-04")
    assert moment_of(sunday, "day", 0.0) == datetime(2026, 1, 5, 9)


def test_longer_days_open_earlier() -> None:
    assert moment_of(WorkingCalendar(start="2026-01-05", hours=24.0), "hour", 30.0) == datetime(2026, 1, 6, 6)


def test_christmas_takes_no_working_time() -> None:
    before = time_of(OFFICE, "day", datetime(2026, 12, 23, 17))
    assert moment_of(OFFICE, "day", before) == datetime(2027, 1, 4, 9)


def test_days_of_the_calendar_count_nights_and_weekends() -> None:
    assert calendar_days(OFFICE, "day", 0.0, 1.0) == pytest.approx(8 / 24)
    assert calendar_days(OFFICE, "day", 4.0, 6.0) == pytest.approx(3 + 8 / 24)  # Friday morning to Monday evening
    assert calendar_days(OFFICE, "day", 2.0, 2.0) == 0.0


@pytest.mark.parametrize("time", [float("nan"), float("inf"), -1.0, 1e9])
def test_what_has_no_date_gets_none(time: float) -> None:
    assert moment_of(OFFICE, "day", time) is None


weeks = st.tuples(*[st.sampled_from([0, 1])] * 7).filter(any)
calendars = st.builds(
    WorkingCalendar,
    start=st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(date.isoformat),
    days=weeks,
    hours=st.sampled_from([4.0, 7.5, 8.0, 24.0]),
    closed=st.lists(
        st.tuples(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 20)).map(
            lambda its: f"{its[0]}/{its[0] + timedelta(days=its[1])}"
        ),
        max_size=3,
    ).map(tuple),
)
units: st.SearchStrategy[TimeUnit] = st.sampled_from(["minute", "hour", "day", "week"])


@modest
@given(calendar=calendars, unit=units, time=st.floats(0, 2000))
def test_a_time_comes_back_from_its_date(calendar: WorkingCalendar, unit: TimeUnit, time: float) -> None:
    moment = moment_of(calendar, unit, time)
    assert moment is not None
    assert time_of(calendar, unit, moment) == pytest.approx(time, abs=1e-4)


@modest
@given(calendar=calendars, unit=units, first=st.floats(0, 2000), second=st.floats(0, 2000))
def test_later_is_later_and_never_on_a_day_off(
    calendar: WorkingCalendar, unit: TimeUnit, first: float, second: float
) -> None:
    moments = [moment_of(calendar, unit, time) for time in sorted((first, second))]
    assert moments[0] is not None
    assert moments[1] is not None
    assert moments[0] <= moments[1]
    closed = [tuple(map(date.fromisoformat, span.split("/"))) for span in calendar.closed]
    for moment in moments:
        assert moment is not None
        assert calendar.days[moment.weekday()]
        assert not any(begun <= moment.date() <= ended for begun, ended in closed)


def told(**settings: Any) -> list[str]:
    calendar = WorkingCalendar(**{"start": "2026-01-05", **settings})
    scenario = Scenario(name="", columns=(Column(id="a"),), calendar=calendar)
    return [problem.where for problem in problems_of(scenario)]


def test_dates_that_are_none_and_a_week_without_work_are_problems() -> None:
    assert told() == []
    assert told(start="2026-02-30") == ["calendar.start"]
    assert told(start="20260105") == ["calendar.start"]
    assert told(days=(0,) * 7) == ["calendar.days"]
    assert told(closed=("2026-01-01", "2026-05-01/2026-04-01", "soon")) == ["calendar.closed[1]", "calendar.closed[2]"]


def test_a_calendar_leaves_a_day_to_work() -> None:
    decades = tuple(f"{year}-01-01/{year + 9}-12-20" for year in range(2026, 9990, 10))
    rests = tuple(f"{year + 9}-12-21/{year + 9}-12-31" for year in range(2026, 9990, 10))
    assert told(closed=("2026-01-01/9999-12-31",)) == ["calendar.closed[0]"]
    assert told(closed=decades[:500]) == []
    assert not has_working_days(WorkingCalendar(start="2026-01-05", closed=(*decades, *rests, "9990-01-01/9999-12-31")))


def test_a_date_is_told_in_words() -> None:
    assert date_in_words(date(2026, 2, 27)) == "27 Feb 2026"


@pytest.mark.parametrize(
    ("unit", "plain", "working"), [("minute", 60.0, 60.0), ("hour", 24.0, 8.0), ("day", 7.0, 5.0), ("week", 4.0, 4.0)]
)
def test_a_usual_round_is_one_of_working_time(unit: TimeUnit, plain: float, working: float) -> None:
    assert usual_round(unit, None) == plain
    assert usual_round(unit, WorkingCalendar(start="2026-01-05")) == working


def test_a_day_is_told_with_its_date_where_it_has_one() -> None:
    assert str(day_in_words(None, "day", 5.0)) == "day 5"
    assert str(day_in_words(WorkingCalendar(start="2026-01-05"), "day", 5.0)) == "day 5 (12 Jan 2026)"


@pytest.mark.parametrize(("hours", "unit", "any_calendar"), [
    (24.0, "hour", True), (8.0, "hour", False), (8.0, "day", True), (24.0, "minute", True), (8.0, "minute", False),
])  # fmt: skip
def test_days_without_a_break_are_those_of_any_calendar_and_hours_only_where_they_have_all(
    hours: float, unit: TimeUnit, any_calendar: bool
) -> None:
    every_day = WorkingCalendar(start="2026-01-05", days=(1,) * 7, hours=hours)
    assert every_day.is_any_calendar(unit) is any_calendar
    assert not WorkingCalendar(start="2026-01-05", hours=hours).is_any_calendar(unit)
