"""What a forecast says, and never more: quantiles of futures, rounded so that no day is named too early."""

from collections.abc import Sequence
from math import ceil, isfinite
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain import units
from flowsim.domain.phrases import Joined, Phrase, counted, digits, joined, phrase
from flowsim.domain.words import Time, TimeUnit
from flowsim.domain.working_calendar import WorkingCalendar, date_in_words, moment_of
from flowsim.experiments.forecast import LEAST_FINISHED, QUANTILES, with_confidence
from flowsim.experiments.plan import ForecastGoal

Floats = npt.NDArray[np.float64]
Calendar: TypeAlias = WorkingCalendar | None

LATE: Final = 10.0
SURE: Final = 0.95
NEARLY: Final = 0.05


def when_sentence(cards: int, reached: Floats, unit: TimeUnit, until: Time, calendar: Calendar = None) -> str:
    """By when so many more cards are finished: "30 more cards: 50 % by day 96, 85 % by day 104"."""
    goal = ForecastGoal(cards=cards, by=None)
    times = [with_confidence(goal, reached.tolist(), share) for share in QUANTILES]
    return phrase("{0}: {1}.", _more(cards), by_days(times, unit, until, calendar))


def by_days(times: Sequence[Time], unit: TimeUnit, until: Time, calendar: Calendar = None) -> Phrase:
    """Each quantile's day; those beyond `until` in one word."""
    told: list[str] = [
        phrase("{0} % by {1}", digits(100 * share, "g"), on_day(up(time), unit, calendar))
        for share, time in zip(QUANTILES, times, strict=True) if isfinite(time)
    ]  # fmt: skip
    late = [digits(100 * share, "g") for share, time in zip(QUANTILES, times, strict=True) if not isfinite(time)]
    if late:
        told.append(phrase("{0} % later than {1}", _listed(late), on_day(up(until), unit, calendar)))
    return Joined(", ", *told)


def on_day(number: str, unit: TimeUnit, calendar: Calendar) -> Phrase:
    """A day by which something is finished, with its date where there is a calendar: "day 41 (2 Mar 2026)"."""
    day, time = units.at(number, unit), float(number.replace(",", ""))
    moment = None if calendar is None else moment_of(calendar, unit, time, ends=True)
    return day if moment is None else phrase("{0} ({1})", day, date_in_words(moment.date()))


def _listed(shares: Sequence[str]) -> str:
    return shares[0] if len(shares) == 1 else phrase("{0} and {1}", joined(", ", shares[:-1]), shares[-1])


def how_many_sentence(by: Time, finished: Floats, unit: TimeUnit, calendar: Calendar = None) -> str:
    """How many more cards are finished by a time: "By day 60: at least 34 with 85 %"."""
    goal = ForecastGoal(cards=None, by=by)
    told = [
        phrase(
            "at least {0} with {1} %",
            digits(with_confidence(goal, finished.tolist(), share), ",.0f"),
            digits(100 * share, "g"),
        )
        for share in QUANTILES
    ]
    return phrase("By {0}, more cards: {1}.", on_day(digits(by, ",g"), unit, calendar), Joined(", ", *told))


def chance_sentence(cards: int, by: Time, finished: Floats, unit: TimeUnit, calendar: Calendar = None) -> str:
    """How sure it is that so many more cards are finished by a time; never certain while work remains."""
    share = float(np.mean(finished >= cards))
    at = on_day(digits(by, ",g"), unit, calendar)
    if share > SURE:
        return phrase("{0} by {1}: > 95 %.", _more(cards), at)
    if share < NEARLY:
        return phrase("{0} by {1}: < 5 %.", _more(cards), at)
    return phrase("{0} by {1}: {2} %.", _more(cards), at, digits(100 * share, ".0f"))


def alone_sentence(times: Sequence[Time] | None, unit: TimeUnit, calendar: Calendar = None) -> str:
    """What throughput so far says by itself, and why it differs."""
    if times is None:
        return phrase("Throughput so far says nothing yet.")
    return phrase("From throughput so far alone, which knows nothing of the board as it stands or of changes: {0}.",
                  by_days(times, unit, max(times), calendar))  # fmt: skip


def out_of_reach(by: Time, now: Time, unit: TimeUnit) -> str:
    """Why nothing is said of a moment that somebody asks about."""
    at = units.at(digits(by, ",g"), unit)
    return phrase("{0} is past.", at) if by <= now else phrase("{0} is too far away to look ahead to.", at)


def too_early() -> Phrase:
    """Why there is no forecast."""
    return phrase("Too early to say: a forecast needs {0} finished cards.", LEAST_FINISHED)


def up(time: Time) -> str:
    """Rounded up: a day named too early would not be true."""
    return digits(ceil(time - 1e-9), ",") if time >= LATE else digits(ceil(10 * time - 1e-9) / 10, "g")


def _more(cards: int) -> Phrase:
    return counted("{0} more cards", "{0} more card", cards, digits(cards, ","))
