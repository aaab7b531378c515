"""What somebody has decided about a file that is read: a map, as the command line takes it.

{"zone": "Europe/Zurich",          // where the team works; left out: where this machine is
 "dates": "day first",             // or "month first"; asked where both readings fit
 "columns": {"Ready": "start"},    // what a column of the file is: id, title, class, status, resolution, arrival,
                                   // start, stage, finish, cancelled, duration, blocked, period, count, ignore;
                                   // the second column of a name is "Name#2"
 "order": ["Ready", "Test"],       // the columns of a log of changes, from left to right
 "cancelled": ["Won't do"],        // more words for work that was given up
 "today": "2025-10-01"}            // nothing can have happened after it
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Any, Final, Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flowsim.domain.phrases import Phrase, joined, phrase

Meaning: TypeAlias = Literal[
    "id", "title", "class", "status", "resolution", "arrival", "start", "stage", "finish", "cancelled", "duration",
    "count", "period", "blocked", "ignore",
]  # fmt: skip
DateOrder: TypeAlias = Literal["day first", "month first"]
MEANINGS: Final[tuple[Meaning, ...]] = get_args(Meaning)
ORDERS: Final[tuple[DateOrder, ...]] = get_args(DateOrder)
TODAY: Final = "today"
A_DATE: Final = "2025-10-01"
A_MAP: Final = '{"dates": "day first"}'
"""What is shown as an example."""
LARGEST_MAP: Final = 1 << 20


@dataclass(frozen=True)
class Choices:
    """What has been decided; whatever is left out is found out."""

    zone: str = ""
    dates: DateOrder | None = None
    columns: Mapping[str, Meaning] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    cancelled: frozenset[str] = frozenset()
    today: date = field(default_factory=date.today)

    @property
    def tzinfo(self) -> tzinfo | None:
        """The time zone; None for the one of this machine."""
        return ZoneInfo(self.zone) if self.zone else None


def choices_from(text: str) -> "Choices | list[Phrase]":
    """A map as a file has it, or all that is wrong with it, one sentence each."""
    try:
        found = json.loads(text) if len(text) <= LARGEST_MAP else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        return [phrase("a map is an object of JSON, such as {0}", A_MAP)]
    problems: list[Phrase] = []
    words = _checked(found, "cancelled", [], _are_texts, phrase("a list of words"), problems)
    zone = phrase("the name of a time zone, such as Europe/Zurich")
    made = Choices(
        zone=_checked(found, "zone", "", _is_zone, zone, problems),
        dates=_checked(found, "dates", None, lambda its: its in ORDERS, _one_of(ORDERS), problems),
        columns=_checked(found, "columns", {}, _are_meanings, _one_of(MEANINGS), problems),
        order=tuple(_checked(found, "order", [], _are_texts, phrase("a list of columns"), problems)),
        cancelled=frozenset(text.casefold() for text in words),
        today=_today(found, problems),
    )
    known = {"zone", "dates", "columns", "order", "cancelled", "today"}
    problems += [phrase("{0}: not known; {1}", key, _one_of(sorted(known))) for key in found if key not in known]
    return problems or made


def _today(found: Mapping[str, Any], problems: list[Phrase]) -> date:
    try:
        return datetime.fromisoformat(str(found["today"])).date() if "today" in found else date.today()
    except ValueError:
        problems.append(phrase("{0}: {1}: expected {2}", TODAY, json.dumps(found["today"]), A_DATE))
        return date.today()


def _checked(
    found: Mapping[str, Any], key: str, otherwise: Any, fits: Any, expected: Phrase, problems: list[Phrase]
) -> Any:
    if key not in found:
        return otherwise
    if not fits(found[key]):
        problems.append(phrase("{0}: {1}: expected {2}", key, json.dumps(found[key])[:80], expected))
        return otherwise
    return found[key]


def _one_of(words: Any) -> Phrase:
    return phrase("one of {0}", joined(", ", words))


def _is_zone(its: object) -> bool:
    try:
        return isinstance(its, str) and bool(ZoneInfo(its))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _are_texts(its: object) -> bool:
    return isinstance(its, list) and all(isinstance(one, str) for one in its)


def _are_meanings(its: object) -> bool:
    return isinstance(its, dict) and all(one in MEANINGS for one in its.values())
