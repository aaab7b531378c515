"""A board from a team's history: columns, people, limits, arrivals, and the work in each column.

Days say how long items stayed in a column, and not how long somebody worked on them. Many boards fit equally well: many
people at slow work with nothing waiting, or few people at quick work with long queues. So a board is fitted for a
`busy` share between the two: how much of a stay is work. The number of people follows (Allen & Cunneen's formula for
queues with several servers, Hall, Queueing Methods, 5.5), and the work is then scaled until the board, played, keeps
items as long as the team did.

What a board leaves out is told in `left_out`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Final

import numpy as np

from flowsim.domain.arrivals import Arrivals, ByPeriod, Period, Poisson
from flowsim.domain.constraints import MAX_WORKERS
from flowsim.domain.distributions import Distribution, with_mean
from flowsim.domain.editing import free_ids
from flowsim.domain.history_board import calendar_from, classes_of
from flowsim.domain.phrases import Phrase, counted, digits, phrase
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.team_history import TeamHistory
from flowsim.engine import Simulation
from flowsim.experiments.fitting.laws import Floats, law_of
from flowsim.experiments.fitting.lived import Counts, Lived, lived
from flowsim.experiments.fitting.stepwise import Stepwise, at_once
from flowsim.experiments.fitting.ways_back import WaysBack
from flowsim.metrics.first_entries import first_entries

MOST_LOAD: Final = 0.95
"""How busy people may be at most on a board on which nothing waits."""

LEAST_FINISHED: Final = 5
"""From fewer finished items no board is made."""

ROUNDS: Final = 8
PLAYED_AGAIN: Final = 6
MOST_ARRIVALS: Final = 1_500
"""Rounds in which work is scaled, runs of a round, and items of a run: a longer history is not played whole."""

MOST_ITEMS: Final = 5_000
"""Items of a history from which a board is made, the latest; older ones say less of what a team does now."""

NEAR_ENOUGH: Final = 0.03
"""The share by which all stays together may miss those of the team."""

DAMPED: Final = 0.7
"""The power to which a factor is taken, so that rounds do not swing."""

UNEVEN: Final = 16.81
"""Chi-squared with six degrees of freedom, exceeded once in a hundred: from then on days of the week differ."""

GROUPED: Final = 1.8
"""The variance of arrivals a day over their mean, from which on items are taken to come in groups."""


class CannotBeFitted(Exception):  # noqa: N818 - a rule, not a failure
    """There is too little in a history for a board; the message says what is missing."""


@dataclass(frozen=True)
class FittedColumn:
    """What was found of a column: the law of stays, how many were there, and the people and work that the board has.

    The work is that of one pass; `back` tells how many there are.
    """

    name: str
    stay: Distribution
    skipped: float
    largest: int
    usual: int
    people: int
    work: Distribution
    back: WaysBack = WaysBack()


@dataclass(frozen=True)
class FittedBoard:
    """A board for a history; `busy` is the share of a stay that is work on it.

    `off` is by how large a share the stays on it, taken together, miss those of the team.
    """

    scenario: Scenario
    columns: tuple[FittedColumn, ...]
    busy: float
    left_out: tuple[Phrase, ...]
    off: float = 0.0


@dataclass(frozen=True)
class Basis:
    """What of a history all its boards have in common: what was lived, and the laws of stays, by column.

    `cut` says that the history was too long to be used whole.
    """

    history: TeamHistory
    cut: bool
    lived: Lived
    laws: tuple[Distribution, ...]

    @classmethod
    def of(cls, history: TeamHistory) -> "Basis":
        """What there is in `history`.

        Raises:
            CannotBeFitted: too little has been finished, or the file says nothing of columns.
        """
        if not history.columns or "durations-only" in history.notices:
            raise CannotBeFitted(phrase("the file does not say when work began, so no board can be made of it"))
        done = sum(item.finished and history.started(item) is not None for item in history.items)
        if done < LEAST_FINISHED:
            few = counted(
                "{0} items were finished: too few for a board", "{0} item was finished: too few for a board", done
            )
            raise CannotBeFitted(few)
        latest = _latest(history)
        its = lived(latest)
        return cls(latest, latest is not history, its, tuple(law_of(stays) for stays in its.stays))


def _latest(history: TeamHistory) -> TeamHistory:
    """The history without all but its latest items."""
    begun = [item for item in history.items if history.started(item) is not None]
    if len(begun) <= MOST_ITEMS:
        return history
    begun.sort(key=lambda item: started.day if (started := history.started(item)) is not None else date.min)
    return replace(history, items=tuple(begun[-MOST_ITEMS:]))


def fitted(history: TeamHistory, busy: float = 1.0, *, name: str = "") -> FittedBoard:
    """A board for `history` on which this share of a stay is work.

    Raises:
        CannotBeFitted: too little has been finished, or the file says nothing of columns.
    """
    return board_of(Basis.of(history), busy, name=name)


def board_of(basis: Basis, busy: float, *, name: str = "") -> FittedBoard:
    """A board on which this share of a stay is work."""
    return at_once(making_board(basis, busy, name=name))


def making_board(basis: Basis, busy: float, *, name: str = "") -> Stepwise[FittedBoard]:
    """The same, run by run."""
    its, columns = basis.lived, columns_of(basis, busy)
    if len(columns) == 1:  # the file tells of no steps, and calls the only one by its beginning
        columns = (replace(columns[0], name=phrase("In progress").template),)
    board = _scenario(basis.history, its, columns, name)
    board, columns, off = yield from _scaling(board, columns, its)
    return FittedBoard(board, columns, busy, tuple(_left_out(basis)), off)


def columns_of(basis: Basis, busy: float) -> tuple[FittedColumn, ...]:
    """People and work of each column before anything is played, where so much of a stay is work."""
    return tuple(_column(basis.lived, at, law, busy) for at, law in enumerate(basis.laws))


def _column(its: Lived, at: int, stay: Distribution, busy: float) -> FittedColumn:
    rate = float(its.arrivals.mean()) * (1 - its.skipped[at])
    largest = max(int(its.largest[at]), 1)
    enough = max(largest, ceil(rate * stay.mean / MOST_LOAD))
    people = min(enough, MAX_WORKERS) if busy >= 1 else _people(rate, stay, busy, largest)
    mean = stay.mean if busy >= 1 else _work_of(rate, stay, people)
    work, back = stay, its.back[at]
    if mean > 0 and (busy < 1 or back.passes > 1):
        work = with_mean(stay, mean / back.passes)
    return FittedColumn(its.names[at], stay, its.skipped[at], largest, max(int(its.usual[at]), 1), people, work, back)


def _people(rate: float, stay: Distribution, busy: float, most: int) -> int:
    """How many people there are where so much of a stay is work."""
    if stay.mean <= 0:
        return 1
    shares = {people: _work_of(rate, stay, people) / stay.mean for people in range(1, most + 1)}
    return min(shares, key=lambda people: abs(shares[people] - busy))


def _work_of(rate: float, stay: Distribution, people: int) -> float:
    """The mean work with which so many people keep an item as long as `stay` says, its wait included."""
    low, high = 0.0, min(stay.mean, 0.98 * people / rate) if rate > 0 else stay.mean
    for _ in range(40):
        work = (low + high) / 2
        load = rate * work / people
        wait = work * (1 + stay.cv**2) / 2 * load ** (np.sqrt(2 * (people + 1)) - 1) / (people * (1 - load))
        low, high = (low, work) if work + wait > stay.mean else (work, high)
    return (low + high) / 2


def _scenario(history: TeamHistory, its: Lived, columns: Sequence[FittedColumn], name: str) -> Scenario:
    ids = free_ids([column.name for column in columns])
    return Scenario(
        name=name or phrase("Our team").template, time_unit="day", calendar=calendar_from(its.first),
        horizon=float(its.days), arrivals=_arrivals(its), classes=classes_of(history.items)[0],
        columns=tuple(
            Column(
                id=id_, name=column.name[:200], service=column.work, workers=column.people,
                wip_limit=column.largest if at else None, skip=round(column.skipped, 4),
                rework=column.back.rework(ids),
            )
            for at, (id_, column) in enumerate(zip(ids, columns, strict=True))
        ),
    )  # fmt: skip


def _arrivals(its: Lived) -> Arrivals:
    """At random at the rate of the team; by day of the week where that differs, in groups where many come at once."""
    counts = its.arrivals
    rate = float(counts.mean())
    weekdays = (np.arange(its.days) + its.first.weekday()) % 7
    by_day = np.array([counts[weekdays == day].sum() for day in range(7)], dtype=np.float64)
    many = np.array([max(int(np.sum(weekdays == day)), 1) for day in range(7)], dtype=np.float64)
    expected = rate * many
    spread = max(_dispersion(counts, np.full(its.days, rate)), 1.0)  # groups make all days differ, whatever their name
    uneven = its.days >= 28 and float(np.sum((by_day - expected) ** 2 / np.maximum(expected, 1e-9))) > UNEVEN * spread
    means = (by_day / many)[weekdays] if uneven else np.full(its.days, rate)
    dispersion = _dispersion(counts, means)
    group = max(round(dispersion), 1) if dispersion > GROUPED else 1
    if not uneven:
        return Poisson(rate=rate / group, group=group)
    first = its.first.weekday()
    week = [round(float(by_day[(first + day) % 7] / many[(first + day) % 7] / group), 6) for day in range(7)]
    return ByPeriod(periods=tuple(Period(lasts=1.0, rate=each) for each in week), group=group)


def _dispersion(counts: Counts, means: Floats) -> float:
    """The variance of counts over their means: 1 for arrivals one by one at random."""
    return float(np.sum((counts - means) ** 2 / np.maximum(means, 1e-9)) / max(len(counts) - 1, 1))


def _scaling(
    board: Scenario, columns: tuple[FittedColumn, ...], its: Lived
) -> Stepwise[tuple[Scenario, tuple[FittedColumn, ...], float]]:
    """The board with its work scaled until items stay in each column as long as they did; the best round of several.

    Stays are compared as all the time spent in a column over all the ends there, on both sides and over as many days,
    so that what has not ended weighs the same.
    """
    rate = float(its.arrivals.mean())
    days = min(float(its.days), max(MOST_ARRIVALS / max(rate, 1e-9), 30.0))
    wanted = its.time_an_end()
    best = (float("inf"), board, columns)
    for _ in range(ROUNDS):
        seen = yield from _time_an_end(board, days)
        off = float(np.abs(seen - wanted).sum() / max(wanted.sum(), 1e-9))
        if off < best[0]:
            best = (off, board, columns)
        if off < NEAR_ENOUGH:
            break
        factors = np.clip(np.divide(wanted, seen, out=np.ones_like(seen), where=(seen > 0) & (wanted > 0)), 0.5, 2.0)
        columns = tuple(
            replace(column, work=_times(column.work, float(factor) ** DAMPED, rate, column))
            for column, factor in zip(columns, factors, strict=True)
        )
        works = zip(board.columns, columns, strict=True)
        board = replace(board, columns=tuple(replace(one, service=column.work) for one, column in works))
    return best[1], best[2], best[0]


def _times(work: Distribution, factor: float, rate: float, column: FittedColumn) -> Distribution:
    """The work times so much, but no more than the people of a column can do."""
    if work.mean <= 0:
        return work
    most = MOST_LOAD * column.people / max(rate * (1 - column.skipped) * column.back.passes, 1e-9)
    return with_mean(work, min(work.mean * factor, max(most, work.mean * min(factor, 1.0))))


def _time_an_end(board: Scenario, days: float) -> Stepwise[Floats]:
    """By column, all the time that items spend there over all the ends of a stay, over some runs."""
    total = np.zeros(len(board.columns))
    ends = np.zeros(len(board.columns))
    for seed in range(1, PLAYED_AGAIN + 1):
        run = Simulation(board.with_seed(seed))
        run.advance_to(days)
        entered, own = first_entries(run.trace.rows(), len(board.columns))
        for at in range(len(board.columns)):
            came, went = entered[own[:, at], at], entered[own[:, at], at + 1]
            total[at] += (np.minimum(went, days) - came).sum()
            ends[at] += np.isfinite(went).sum()
        yield
    return total / np.maximum(ends, 1.0)


def _left_out(basis: Basis) -> Sequence[Phrase]:
    """What happened in the history and is no part of the board."""
    history = basis.history
    told: list[Phrase] = []
    if basis.cut:
        told.append(phrase("only the latest {0} items are used", digits(MOST_ITEMS, ",")))
    back = sum("moved-back" in item.flags or "reopened" in item.flags for item in history.items)
    if back and not any(its.back for its in history.items):
        share = digits(100 * back / len(history.items), ".0f")
        told.append(phrase("{0} % of the items moved back; the time that took is part of their stays", share))
    if any(column.role == "arrival" for column in history.columns):
        told.append(phrase("the time before {0} is not on the board", basis.lived.names[0]))
    cancelled = sum(item.cancelled for item in history.items)
    if cancelled:
        told.append(
            counted("{0} items were cancelled and are left out", "{0} item was cancelled and is left out", cancelled)
        )
    return told
