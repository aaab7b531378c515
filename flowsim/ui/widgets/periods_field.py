"""Periods and their rates in one line of text: "5: 2, 2: 0" is five units of time at a rate of 2, then two without."""

import re
from math import isfinite
from typing import Final

from typing_extensions import override

from flowsim.domain.arrivals import Period
from flowsim.ui.widgets.text_field import TextField

NUMBER: Final = r"([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)"
PART: Final = re.compile(rf"\s*{NUMBER}\s*:\s*{NUMBER}\s*")
LONGEST: Final = 2_000


def periods_of(text: str) -> tuple[Period, ...] | None:
    """The periods that a text tells; None if it tells none."""
    found = [PART.fullmatch(part) for part in text.split(",")]
    if not all(found):
        return None
    numbers = [(float(part[1]), float(part[2])) for part in found if part is not None]
    if not all(lasts > 0 and isfinite(lasts) and isfinite(rate) for lasts, rate in numbers):
        return None
    if not any(rate for _, rate in numbers):
        return None
    return tuple(Period(lasts=lasts, rate=rate) for lasts, rate in numbers)


def text_of(periods: tuple[Period, ...]) -> str:
    """The text that tells these periods."""
    return ", ".join(f"{_written(period.lasts)}: {_written(period.rate)}" for period in periods)


def _written(number: float) -> str:
    """A number in full, so that reading it back gives the same one."""
    short = f"{number:g}"
    return short if float(short) == number else repr(float(number))


class PeriodsField(TextField):
    """A line of text that tells periods."""

    def __init__(self, name: str) -> None:
        super().__init__(name, longest=LONGEST)

    @property
    @override
    def allowed(self) -> str:
        return self.tr("how long each lasts and how many arrive in a unit of time, such as 5: 2, 2: 0")

    @override
    def _problem(self) -> str:
        return "" if periods_of(self.text()) is not None else self.allowed
