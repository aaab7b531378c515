"""Numbers as people read them: rounded, with their unit."""

import math
from collections.abc import Mapping
from typing import Final

from flowsim.domain import units
from flowsim.domain.phrases import Counted, Phrase, counted, digits, phrase
from flowsim.domain.scenario import Scenario
from flowsim.domain.units import MOST_DIGITS, NO_VALUE, UnitWords, rate, rounded
from flowsim.domain.words import Time, TimeUnit
from flowsim.domain.working_calendar import date_in_words, moment_of

_SHORT: Final[UnitWords] = {
    "minute": phrase("{0} min"), "hour": phrase("{0} h"), "day": phrase("{0} d"), "week": phrase("{0} wk"),
}  # fmt: skip
_MOMENT: Final[UnitWords] = {
    "minute": phrase("Minute {0}"), "hour": phrase("Hour {0}"), "day": phrase("Day {0}"), "week": phrase("Week {0}"),
}  # fmt: skip
_SPEED: Final[Mapping[TimeUnit, Counted]] = {
    "minute": counted("{0} minutes / s", "{0} minute / s", 0), "hour": counted("{0} hours / s", "{0} hour / s", 0),
    "day": counted("{0} days / s", "{0} day / s", 0), "week": counted("{0} weeks / s", "{0} week / s", 0),
}  # fmt: skip


def rate_in_words(value: float, unit: TimeUnit) -> Phrase:
    """A rate with what it is per: "0.8 / day"."""
    return phrase("{0} {1}", *rate(value, unit))


def short_time(value: Time, unit: TimeUnit) -> Phrase:
    """A duration for a card: "9.2 d"; less than an hour is told in minutes."""
    if unit == "hour" and value < 1:
        return Phrase(_SHORT["minute"].template, digits(60 * value, ".0f"))
    return Phrase(_SHORT[unit].template, rounded(value) if value >= 100 else digits(value, ".1f"))


def whole_time(value: Time, unit: TimeUnit) -> Phrase:
    """A duration for a card with little room: "9 d"."""
    if unit == "hour" and value < 1:
        return Phrase(_SHORT["minute"].template, digits(60 * value, ".0f"))
    return Phrase(_SHORT[unit].template, digits(value, ",.0f"))


def long_time(value: Time, unit: TimeUnit) -> Phrase:
    """A duration in full words: "9.2 days"."""
    return units.spell_out(value, unit)


def moment(value: Time, unit: TimeUnit) -> Phrase:
    """A point in time as the clock shows it: "Day 42.5"."""
    return Phrase(_MOMENT[unit].template, _exact(value))


def clock_in_words(scenario: Scenario, now: Time) -> Phrase:
    """A point in time as a large clock shows it, with its date where the board has a calendar."""
    told = moment(now, scenario.time_unit)
    day = None if scenario.calendar is None else moment_of(scenario.calendar, scenario.time_unit, now)
    return told if day is None else phrase("{0} · {1}", told, date_in_words(day.date()))


def moment_within(value: Time, unit: TimeUnit) -> Phrase:
    """A point in time within a sentence: "day 42.5"."""
    return units.at(_exact(value), unit)


def _exact(value: Time) -> str:
    """A point in time to a tenth, as far as that means anything."""
    return digits(value, ",.1f") if abs(value) < MOST_DIGITS else digits(value, ".6g")


def speed(number: str, unit: TimeUnit) -> Phrase:
    """How fast simulated time goes: "4 days / s"; `number` as it is to be read."""
    return units.counted_as(_SPEED[unit], number)


def time_left(share: float, seconds: float) -> Phrase:
    """How long work will still take that has taken so many seconds for its `share` (0 to 1)."""
    return phrase("{0} s left", digits(seconds * (1 - share) / share, ",.0f")) if share > 0 else phrase("beginning …")


def percent(share: float) -> str:
    """A share of one as a whole percentage, without the sign."""
    return digits(100 * share, ".0f") if math.isfinite(share) else NO_VALUE
