"""Time units in words: what a translator gets to see is a whole expression for each unit, never a unit and an "s"."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.words import TimeUnit

UnitWords: TypeAlias = Mapping[TimeUnit, Phrase]

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

_LASTS_ONE: Final[UnitWords] = {
    "minute": phrase("{0} minute"), "hour": phrase("{0} hour"), "day": phrase("{0} day"), "week": phrase("{0} week"),
}  # fmt: skip
_LASTS_MANY: Final[UnitWords] = {
    "minute": phrase("{0} minutes"), "hour": phrase("{0} hours"), "day": phrase("{0} days"),
    "week": phrase("{0} weeks"),
}  # fmt: skip
_AT: Final[UnitWords] = {
    "minute": phrase("minute {0}"), "hour": phrase("hour {0}"), "day": phrase("day {0}"), "week": phrase("week {0}"),
}  # fmt: skip
_FROM_TO: Final[UnitWords] = {
    "minute": phrase("minute {0} to {1}"), "hour": phrase("hour {0} to {1}"), "day": phrase("day {0} to {1}"),
    "week": phrase("week {0} to {1}"),
}  # fmt: skip


def lasting(number: str, unit: TimeUnit) -> Phrase:
    """A duration, for example "1 day", "9.2 days"; `number` as it is to be read."""
    return Phrase((_LASTS_ONE if number == "1" else _LASTS_MANY)[unit].template, number)


def lasting_many(number: str, unit: TimeUnit) -> Phrase:
    """A duration as an axis or a list tells it, always in the plural: "1.5 days"."""
    return Phrase(_LASTS_MANY[unit].template, number)


def at(number: str, unit: TimeUnit) -> Phrase:
    """A point in time within a sentence: "day 42.5"."""
    return Phrase(_AT[unit].template, number)


def from_to(start: str, end: str, unit: TimeUnit) -> Phrase:
    """A stretch of time: "day 3 to 42.5"."""
    return Phrase(_FROM_TO[unit].template, start, end)
