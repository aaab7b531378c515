"""Numbers and time units in words: a translator gets to see a whole expression, never a unit and an "s"."""

import math
from collections.abc import Mapping
from typing import Final, TypeAlias

from flowsim.domain.phrases import Counted, Digits, Phrase, counted, digits, phrase
from flowsim.domain.words import TimeUnit

UnitWords: TypeAlias = Mapping[TimeUnit, Phrase]

NO_VALUE: Final = "–"
MOST_DIGITS: Final = 1e12
"""From here on a number is told by its power of ten."""

ONE: Final[UnitWords] = {
    "minute": phrase("minute"), "hour": phrase("hour"), "day": phrase("day"), "week": phrase("week"),
}  # fmt: skip
MANY: Final[UnitWords] = {
    "minute": phrase("minutes"), "hour": phrase("hours"), "day": phrase("days"), "week": phrase("weeks"),
}  # fmt: skip
HEAD: Final[UnitWords] = {
    "minute": phrase("Minute"), "hour": phrase("Hour"), "day": phrase("Day"), "week": phrase("Week"),
}  # fmt: skip
"""As a heading of its own."""
PER: Final[UnitWords] = {
    "minute": phrase("/ minute"), "hour": phrase("/ hour"), "day": phrase("/ day"), "week": phrase("/ week"),
}  # fmt: skip
A: Final[UnitWords] = {
    "minute": phrase("a minute"), "hour": phrase("an hour"), "day": phrase("a day"), "week": phrase("a week"),
}  # fmt: skip

_LASTS: Final[Mapping[TimeUnit, Counted]] = {
    "minute": counted("{0} minutes", "{0} minute", 0), "hour": counted("{0} hours", "{0} hour", 0),
    "day": counted("{0} days", "{0} day", 0), "week": counted("{0} weeks", "{0} week", 0),
}  # fmt: skip
_AT: Final[UnitWords] = {
    "minute": phrase("minute {0}"), "hour": phrase("hour {0}"), "day": phrase("day {0}"), "week": phrase("week {0}"),
}  # fmt: skip
_FROM_TO: Final[UnitWords] = {
    "minute": phrase("minute {0} to {1}"), "hour": phrase("hour {0} to {1}"), "day": phrase("day {0} to {1}"),
    "week": phrase("week {0} to {1}"),
}  # fmt: skip


def lasting(number: str, unit: TimeUnit) -> Phrase:
    """A duration, for example "1 day", "9.2 days"; `number` as it is to be read, with a digit in it or none."""
    return counted_as(_LASTS[unit], number)


def counted_as(words: Counted, number: str) -> Phrase:
    """The same words for another `number`, as it is to be read; what is no number is said as many."""
    return Counted(words.template, words.one, count_of(number), number)


def count_of(number: str) -> float:
    """How many a `number` is, as it is read: "1,204.5"; what is no number counts as many."""
    try:
        return float(number.replace(",", ""))
    except ValueError:
        return 2.0


def at(number: str, unit: TimeUnit) -> Phrase:
    """A point in time within a sentence: "day 42.5"."""
    return Phrase(_AT[unit].template, number)


def from_to(start: str, end: str, unit: TimeUnit) -> Phrase:
    """A stretch of time: "day 3 to 42.5"."""
    return Phrase(_FROM_TO[unit].template, start, end)


def rounded(value: float) -> Digits:
    """Two or three figures, as many as mean something: 9.2, 31, 0.79."""
    if not math.isfinite(value):
        return Digits(NO_VALUE)
    if abs(value) >= MOST_DIGITS:
        return digits(value, ".3g")
    if abs(value) >= 100:
        return digits(value, ",.0f")
    if abs(value) >= 1 or value == 0:
        return digits(value, ".1f")
    return digits(value, ".2f") if abs(value) >= 0.1 else digits(value, ".2g")


def briefly(value: float) -> Digits:
    """As many figures as mean something, without a zero behind the point: 9.2, 31, 9."""
    return Digits(rounded(value).removesuffix(".0"))


def spell_out(value: float, unit: TimeUnit) -> Phrase:
    """A duration in full words, with as many figures as mean something: "9.2 days", "1 day"."""
    return lasting(briefly(value), unit)


def told_per_hour(value: float, unit: TimeUnit) -> bool:
    """Whether a rate is so slow per minute that it is told per hour, which people can picture."""
    return unit == "minute" and value < 0.5


def rate(value: float, unit: TimeUnit) -> tuple[str, Phrase]:
    """A rate and what it is per."""
    per_hour = told_per_hour(value, unit)
    return (rounded(60 * value), PER["hour"]) if per_hour else (rounded(value), PER[unit])
