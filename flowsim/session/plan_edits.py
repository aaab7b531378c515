"""Changes of a board's plan: what people did once made a part of it, put at another time, repeated, or taken out.

Where all that is changed lies in the future the run goes on as it is; else it begins again.
"""

from dataclasses import replace
from itertools import takewhile
from math import floor, inf
from typing import Any, Final

from flowsim.domain.conditions import conditions
from flowsim.domain.intervention_words import in_words, time_in_words
from flowsim.domain.interventions import Intervention, Setting
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.plan_of_changes import PlannedChange, change_at, course_of, planned
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.domain.working_calendar import day_in_words
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session

MOST_EARLIER: Final = 1_000
"""Changes before one that are looked at to say from what it changes a value."""


def planned_in_words(scenario: Scenario, its: PlannedChange) -> Phrase:
    """What a planned change does: "Test people 1 → 0"."""
    earlier = takewhile(lambda one: one.at < its.at, course_of(scenario.plan, its.at, MOST_EARLIER))
    return in_words(scenario, (change_at(its, its.at),), conditions(scenario, list(earlier)))


def repeated_in_words(scenario: Scenario, its: PlannedChange) -> Phrase:
    """When it is made: "day 5, every 7 days until day 100"."""
    first = _day(its.at, scenario)
    if its.every is None:
        return first
    again = phrase("{0}, every {1}", first, time_in_words(its.every, scenario.time_unit))
    return again if its.until is None else phrase("{0} until {1}", again, _day(its.until, scenario))


def _day(time: Time, scenario: Scenario) -> Phrase:
    return day_in_words(scenario.calendar, scenario.time_unit, time)


def next_time(first: Time, every: Time, now: Time) -> Time:
    """Of what happens at `first`, and again every so many time units, the first time after that which is to come."""
    return first + every * (1 + max(floor((now - first) / every), 0))


def added_to_plan(session: Session, change: Intervention, at: Time | None = None, every: Time | None = None) -> Edit:
    """A change of a setting as part of the plan: at a time, or its own one, and again every so many time units."""
    board = session.history.scenario
    assert isinstance(change, Setting), "a plan changes settings"
    its = planned(change if at is None else replace(change, at=at), every)
    return Edit(_with(board, (*board.plan, its)), phrase("planned: {0}", planned_in_words(board, its)))


def plan_changed(session: Session, index: int, **settings: Any) -> Edit:
    """One of the planned changes at another time (`at`), repeated otherwise (`every`, `until`), or to another value."""
    board = session.history.scenario
    its = replace(board.plan[index], **settings)
    if its.every is None:
        its = replace(its, until=None)
    plan = (*board.plan[:index], its, *board.plan[index + 1 :])
    words = phrase("planned: {0}, {1}", planned_in_words(board, its), repeated_in_words(board, its))
    return Edit(_with(board, plan), words, gesture=("plan", index, *sorted(settings)))


def plan_removed(session: Session, index: int) -> Edit:
    """Without one of the planned changes."""
    board = session.history.scenario
    words = phrase("out of the plan: {0}", planned_in_words(board, board.plan[index]))
    return Edit(_with(board, (*board.plan[:index], *board.plan[index + 1 :])), words)


def _with(board: Scenario, plan: tuple[PlannedChange, ...]) -> Scenario:
    return replace(board, plan=plan)


def rounded_to(time: Time, step: Time) -> Time:
    """A time put where a hand meant it: at the nearest multiple of `step`, not before 0."""
    if step <= 0 or time == inf:
        return max(time, 0.0)
    return max(round(time / step) * step, 0.0)
