"""What a history says of a board in numbers: how long items stayed in each column, how many were there, how they came.

Days count from the first arrival. The history ends with the last day on which something happened in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from flowsim.domain.team_history import HistoryItem, TeamHistory
from flowsim.experiments.fitting.laws import Durations, Floats
from flowsim.experiments.fitting.ways_back import WaysBack, ways_back

RARELY = 0.05
"""The share of days on which a level may be crossed that is still called the usual one."""

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Lived:
    """What happened in the columns of work, from the one with which work begins to the last before the end.

    `present` has, by column, how many items were there at the end of each day.
    """

    names: tuple[str, ...]
    first: date
    days: int
    items: tuple[HistoryItem, ...]
    stays: tuple[Durations, ...]
    skipped: tuple[float, ...]
    back: tuple[WaysBack, ...]
    present: npt.NDArray[np.int64]
    arrivals: Counts
    cycle_times: Floats

    @property
    def largest(self) -> Counts:
        """The most items that were in each column at once."""
        most: Counts = self.present.max(axis=1)
        return most

    @property
    def usual(self) -> Counts:
        """By column the level that was crossed on less than one day in twenty."""
        levels: Counts = np.quantile(self.present, 1 - RARELY, axis=1, method="inverted_cdf").astype(np.int64)
        return levels

    def time_an_end(self) -> Floats:
        """By column, all the days that items spent there over all the ends of a stay."""
        half_a_day = 0.5  # what goes on was there until the evening of the last day
        spent = np.array([its.ended.sum() + (its.going_on + half_a_day).sum() for its in self.stays])
        ends = np.array([max(len(its.ended), 1) for its in self.stays])
        a_stay: Floats = spent / ends
        return a_stay


def until(history: TeamHistory, last: date) -> TeamHistory:
    """The history as it was known at the end of a day: what came later has not happened."""

    def known(item: HistoryItem) -> HistoryItem:
        entered = tuple(each if each is not None and each.day <= last else None for each in item.entered)
        finished = item.finished and entered[-1] is not None
        cancelled = item.cancelled and (item.cancelled_on is None or item.cancelled_on.day <= last)
        return replace(
            item, entered=entered, finished=finished, cancelled=cancelled,
            cycle_time=item.cycle_time if finished else None,
            back=tuple(way for way in item.back if way[2].day <= last),
        )  # fmt: skip

    items = [known(item) for item in history.items]
    return replace(history, items=tuple(item for item in items if any(item.entered)), today=min(last, history.today))


def lived(history: TeamHistory) -> Lived:
    """What the started items of a history did; cancelled ones are left out."""
    start = history.start
    names = tuple(column.name for column in history.columns[start:-1])
    items = tuple(item for item in history.items if not item.cancelled and history.started(item) is not None)
    moments = [each.day for item in items for each in item.entered[start:] if each is not None]
    first, last = min(moments), max(moments)
    days = (last - first).days + 1
    entered = np.array([[_day(item, at, first, days) for at in range(start, len(history.columns))] for item in items])
    present = np.array([_present(entered[:, at], entered[:, at + 1], days) for at in range(len(names))])
    done = entered[:, -1] < days
    stays = tuple(_stays(items, entered, at, start + at, days) for at in range(len(names)))
    return Lived(
        names, first, days, items,
        stays,
        tuple(_share_skipped(items, entered, at, start + at, days) for at in range(len(names))),
        ways_back(items, start, [len(its.ended) + len(its.going_on) for its in stays]),
        present, np.bincount(entered[:, 0], minlength=days)[:days],
        (entered[done, -1] - entered[done, 0]).astype(np.float64),
    )  # fmt: skip


def _day(item: HistoryItem, place: int, first: date, days: int) -> int:
    """The day on which an item entered a column; `days` if it has not."""
    moment = item.entered[place]
    return days if moment is None else (moment.day - first).days


def _present(came: Counts, went: Counts, days: int) -> Counts:
    change = np.bincount(came, minlength=days + 1)[:days] - np.bincount(went, minlength=days + 1)[:days]
    counted: Counts = np.cumsum(change)
    return counted


def _stays(items: Sequence[HistoryItem], entered: Counts, at: int, place: int, days: int) -> Durations:
    """How long items stayed in a column, those left out that passed it by."""
    there = np.array([place not in item.skipped for item in items]) & (entered[:, at] < days)
    came, went = entered[there, at], entered[there, at + 1]
    ended = went < days
    return Durations(
        (went - came)[ended].astype(np.float64), (days - 1 - came)[~ended].astype(np.float64)
    )  # fmt: skip


def _share_skipped(items: Sequence[HistoryItem], entered: Counts, at: int, place: int, days: int) -> float:
    passed = entered[:, at + 1] < days
    by = sum(place in item.skipped for item, went_on in zip(items, passed.tolist(), strict=True) if went_on)
    return float(by / max(int(passed.sum()), 1))


def day_of(first: date, day: int) -> date:
    """The date of a day that is counted from the first."""
    return first + timedelta(days=day)
