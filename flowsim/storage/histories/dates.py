"""Dates as other programs write them, read by what all of them in a file have in common.

A single "02/07/2024" cannot be read; a column of them can, as soon as one has a day beyond 12. So texts are first taken
apart by their shape, then the order of day and month is decided by all date columns together. Where both orders fit, or
none does, the file's owner has to say.

Times with an offset are instants. Times without one are those of the team's zone; one that a change of clocks has left
out is read with the offset before the change.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final, Literal, NamedTuple, TypeAlias

from flowsim.domain.phrases import phrase
from flowsim.domain.team_history import Moment
from flowsim.storage.histories.choices import DateOrder
from flowsim.storage.histories.problems import MustAsk

FIRST_DAY: Final = date(1970, 1, 1)

LONGEST: Final = 80
"""Letters of the longest text that is looked at as a date."""

_TIME: Final = (
    r"(?:[T ,]+(?P<hour>\d{1,2})(?:[:.]|(?<=T\d\d))(?P<minute>\d{2})"
    r"(?:(?:[:.]|(?<=T\d{4}))(?P<second>\d{2})(?:[.,]\d+)?)?"
    r" ?(?P<half>[AaPp]\.? ?[Mm]\.?)? ?(?P<offset>Z|(?:UTC|GMT)?[+-]\d{2}:?(?:\d{2})?|UTC|GMT|CES?T)?(?: \([^)]*\))?)?"
)
_WEEKDAY: Final = r"(?:[^\W\d_]{2,10}\.?,? )?"
_SHAPES: Final = tuple(
    re.compile(rf"^{_WEEKDAY}{shape}{_TIME}$")
    for shape in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<one>\d{1,2})[-/.] ?(?P<two>\d{1,2})[-/.] ?(?P<year>\d{4}|\d{2})",
        r"(?P<day>\d{1,2})\.?[-/. ](?P<name>[^\W\d_]{3,12})\.?,?[-/. ](?P<year>\d{4}|\d{2})",
        r"(?P<name>[^\W\d_]{3,12})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
        r"(?P<year>19[789]\d|20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])",
    )
)

_WORDS: Final = re.compile(
    r"( de | del | à | a las | um | at )|(?<=\d)(?:er|st|nd|rd|th)(?=\s)()|(?<=\d) Uhr()$", re.IGNORECASE
)

_MONTHS: Final = (
    "jan sty january januar janvier janv enero ene gennaio gen janeiro januari stycznia styczen",
    "feb lut february februar fevrier fevr fev febrero febbraio fevereiro februari lutego luty",
    "mar march marz mrz maerz mars marzo marco maart mrt marca marzec",
    "apr kwi april avril avr abril abr aprile kwietnia kwiecien",
    "may mai mayo maggio mag maio mei maj maja",
    "jun cze june juni juin junio giugno giu junho czerwca czerwiec",
    "jul lip july juli juil juillet julio luglio lug julho lipca lipiec",
    "aug sie august aout agosto ago augustus sierpnia sierpien",
    "sep wrz sept september septembre septiembre settembre set setembro wrzesnia wrzesien",
    "oct okt paz october oktober octobre octubre ottobre ott outubro out pazdziernika pazdziernik",
    "nov lis november novembre noviembre novembro listopada listopad",
    "dec dez gru december dezember decembre dic diciembre dicembre dezembro grudnia grudzien",
)
"""Names of months without their marks, in the languages whose exports are seen most."""

MONTHS: Final[Mapping[str, int]] = {name: month for month, names in enumerate(_MONTHS, 1) for name in names.split()}
_PLAIN: Final = str.maketrans("äáàâéèêëíìîïóòôöúùûüçńñśź", "aaaaeeeeiiiioooouuuucnnsz")


_ZONES: Final[Mapping[str, int]] = {"Z": 0, "UTC": 0, "GMT": 0, "CET": 1, "CEST": 2}


class Parts(NamedTuple):
    """A date taken apart; where day and month may be either, `either` has the two numbers, and both are 0."""

    year: int
    month: int
    day: int
    either: tuple[int, int] | None
    time: tuple[int, int, int] | None
    offset: timedelta | None


Reading: TypeAlias = Literal["day first", "month first", "unknown"]


def parts_of(text: str) -> Parts | None:
    """A date taken apart; None for what is none."""
    if len(text) > LONGEST:
        return None
    its = _tidied(text)
    for shape in _SHAPES:
        if found := shape.match(its):
            return _parts(found)
    return None


def _tidied(text: str) -> str:
    """A date without the small words that stand between its parts, and with one blank where there are several."""
    return _WORDS.sub(lambda word: " " if word[1] else word[2] or "", " ".join(text.split()))


def _parts(found: re.Match[str]) -> Parts | None:
    its = found.groupdict()
    year = int(its["year"])
    if len(its["year"]) == 2:
        year += 2000 if year < 69 else 1900
    either = None
    if its.get("one"):
        month = day = 0
        either = int(its["one"]), int(its["two"])
    else:
        month = MONTHS.get(_plain(its["name"]), 0) if its.get("name") else int(its["month"])
        day = int(its["day"])
    time = _time(its)
    if time is None and its["hour"]:
        return None
    return Parts(year, month, day, either, time, _offset(its["offset"]) if its["hour"] else None)


def _plain(name: str) -> str:
    return name.casefold().translate(_PLAIN)


def _time(its: Mapping[str, str | None]) -> tuple[int, int, int] | None:
    if not its["hour"]:
        return None
    hour, minute, second = (int(its[name] or 0) for name in ("hour", "minute", "second"))
    if half := its["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _offset(text: str | None) -> timedelta | None:
    if not text:
        return None
    if text in _ZONES:
        return timedelta(hours=_ZONES[text])
    text = text.removeprefix("UTC").removeprefix("GMT")
    digits = text[1:].replace(":", "").ljust(4, "0")
    its = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -its if text[0] == "-" else its


class DateReader:
    """Reads the dates of one file, in the zone of the team (None: this machine's own)."""

    def __init__(self, zone: tzinfo | None, order: DateOrder | None) -> None:
        self._zone = zone
        self.order: DateOrder | None = order
        self._known: dict[str, Moment | None] = {}

    def decide(self, texts: Iterable[str]) -> None:
        """Find the order of day and month that fits all these texts.

        Raises:
            MustAsk: both fit, or none.
        """
        if self.order is not None:
            return
        either = {its.either: text for text in dict.fromkeys(texts) if (its := parts_of(text)) and its.either}
        if not either:
            return
        day_first = sum(_is_no_date(two, one) for one, two in either)
        month_first = sum(_is_no_date(one, two) for one, two in either)
        if bool(day_first) == bool(month_first):
            raise _question(next(iter(either.values())), day_first, month_first)
        self.order = "month first" if day_first else "day first"

    def moment(self, text: str) -> Moment | None:
        """When that is; None for what is no date, or does not exist."""
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def _read(self, text: str) -> Moment | None:
        its = parts_of(text)
        if its is None:
            return None
        day, month = its.day, its.month
        if its.either is not None:
            day, month = its.either if self.order == "day first" else its.either[::-1]
        try:
            if its.time is None:
                return Moment(date(its.year, month, day))
            return self.at(datetime(its.year, month, day, *its.time), its.offset)
        except (ValueError, OverflowError):
            return None

    def at(self, told: datetime, offset: timedelta | None) -> Moment:
        """The moment of a time of day, told with an offset or in the zone of the team."""
        if offset is not None:
            instant = told.replace(tzinfo=timezone(offset)).astimezone(UTC)
        elif self._zone is not None:
            instant = told.replace(tzinfo=self._zone).astimezone(UTC)
        else:
            instant = _instant_here(told)
        return Moment(instant.astimezone(self._zone).date(), instant)


def _instant_here(told: datetime) -> datetime:
    """When that was by the clocks of this machine; a time that they left out is read as before the change."""
    seconds = told.timestamp()
    if datetime.fromtimestamp(seconds) != told:
        seconds = max(seconds, told.replace(fold=1).timestamp())
    return datetime.fromtimestamp(seconds, UTC)


def _is_no_date(month: int, day: int) -> bool:
    return not (1 <= month <= 12 and 1 <= day <= 31)


def _question(example: str, day_first: int, month_first: int) -> MustAsk:
    if day_first:
        told = phrase(
            "no order of day and month fits all dates: with the day first {0} of them cannot be read, with the month"
            " first {1}; which is it?", day_first, month_first,
        )  # fmt: skip
    else:
        told = phrase("all dates can be read in two ways, such as {0}: does the day come first, or the month?", example)
    return MustAsk("dates", told, ("day first", "month first"))
