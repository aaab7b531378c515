"""What phones are asked, and which answers are answers; how the result is told to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final, Literal, TypeAlias

Answer: TypeAlias = tuple[float, ...]
"""One number, the place of an option from 0, or time and value of a point: as predictions have it."""

LARGEST: Final = 1e12
NUMBERS: Final = {"number": 1, "choice": 1, "point": 2}


@dataclass(frozen=True)
class PhoneQuestion:
    """One question: a number in `unit`, one of `options`, or a point on a chart so far `across` and so far `up`.

    `across_unit` and `unit` stand at the axes of that chart. Every text is in the language of whoever leads.
    """

    kind: Literal["number", "choice", "point"]
    text: str
    unit: str = ""
    options: tuple[str, ...] = ()
    across: float = 0.0
    up: float = 0.0
    across_unit: str = ""

    def answer_of(self, given: Any) -> Answer | None:
        """What somebody sent, if it answers the question."""
        if not isinstance(given, list) or len(given) != NUMBERS[self.kind] or not all(map(_is_number, given)):
            return None
        answer = tuple(float(each) for each in given)
        if self.kind == "choice":
            return answer if answer[0].is_integer() and 0 <= answer[0] < len(self.options) else None
        if self.kind == "point":
            return answer if 0 <= answer[0] <= self.across and 0 <= answer[1] <= self.up else None
        return answer if abs(answer[0]) <= LARGEST else None


def _is_number(given: Any) -> bool:
    return isinstance(given, int | float) and not isinstance(given, bool) and abs(given) <= LARGEST and isfinite(given)


@dataclass(frozen=True)
class Asked:
    """The questions of one round; `key` tells it from every other, so that answers stay with what was asked."""

    key: str
    title: str
    questions: tuple[PhoneQuestion, ...]


@dataclass(frozen=True)
class Result:
    """What came of one question, in words; `bars` are what the room said, a label and a number of phones each."""

    came: str
    room: str
    bars: Sequence[tuple[str, int]] = ()
