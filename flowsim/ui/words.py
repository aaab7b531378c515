"""Numbers as people read them: rounded, with their unit."""

import math
from typing import Final

from flowsim.domain.words import Time, TimeUnit

SHORT_UNITS: Final[dict[TimeUnit, str]] = {"minute": "min", "hour": "h", "day": "d", "week": "wk"}
NO_VALUE: Final = "–"


def rounded(value: float) -> str:
    """Two or three figures, as many as mean something: 9.2, 31, 0.79."""
    if not math.isfinite(value):
        return NO_VALUE
    if abs(value) >= 100:
        return f"{value:,.0f}"
    if abs(value) >= 1 or value == 0:
        return f"{value:.1f}"
    return f"{value:.2f}" if abs(value) >= 0.1 else f"{value:.2g}"


def rate(value: float, unit: TimeUnit) -> tuple[str, str]:
    """A rate and what it is per; slow ones per minute are told per hour, which people can picture."""
    return (rounded(60 * value), "/ hour") if unit == "minute" and value < 0.5 else (rounded(value), f"/ {unit}")


def short_time(value: Time, unit: TimeUnit) -> str:
    """A duration for a card: "9.2 d"; less than an hour is told in minutes."""
    if unit == "hour" and value < 1:
        return f"{60 * value:.0f} min"
    return f"{value:,.0f} {SHORT_UNITS[unit]}" if value >= 100 else f"{value:.1f} {SHORT_UNITS[unit]}"


def long_time(value: Time, unit: TimeUnit) -> str:
    """A duration in full words: "9.2 days"."""
    text = rounded(value).removesuffix(".0")
    return f"{text} {unit}" if text == "1" else f"{text} {unit}s"


def moment(value: Time, unit: TimeUnit) -> str:
    """A point in time as the clock shows it: "Day 42.5"."""
    return f"{unit.capitalize()} {value:,.1f}"


def percent(share: float) -> str:
    """A share of one as a whole percentage, without the sign."""
    return f"{100 * share:.0f}" if math.isfinite(share) else NO_VALUE
