"""What a calendar in a file must be: dates, and a week with work in it."""

from collections.abc import Iterator
from typing import Final

from flowsim.domain.phrases import phrase
from flowsim.domain.problem_parts import quoted
from flowsim.domain.problems import Problem
from flowsim.domain.working_calendar import WorkingCalendar, date_of_text, has_working_days, span_of

A_DATE: Final = "2026-01-05"
TWO_DATES: Final = "2026-12-24/2027-01-01"
LONGEST_SPAN: Final = 3_660
"""Days in a row that may be closed: ten years. All closed days are kept, one by one."""


def calendar_problems(calendar: WorkingCalendar) -> Iterator[Problem]:
    """Dates that are none, and calendars without work."""
    problems = [*_problems(calendar)]
    yield from problems
    if not problems and not has_working_days(calendar):
        expected = phrase("at least one working day that is left from {0} on", calendar.start)
        yield Problem("calendar.closed", phrase("every day"), expected)


def _problems(calendar: WorkingCalendar) -> Iterator[Problem]:
    if date_of_text(calendar.start) is None:
        yield Problem("calendar.start", quoted(calendar.start), phrase("a date such as {0}", A_DATE))
    if not any(calendar.days):
        yield Problem("calendar.days", phrase("no day of the week"), phrase("at least one working day"))
    for index, span in enumerate(calendar.closed):
        first, last = span_of(span)
        if first is None or last is None or last < first:
            expected = phrase("a date, or two such as {0}", TWO_DATES)
            yield Problem(f"calendar.closed[{index}]", quoted(span), expected)
        elif (last - first).days >= LONGEST_SPAN:
            yield Problem(f"calendar.closed[{index}]", quoted(span), phrase("at most ten years in a row"))
