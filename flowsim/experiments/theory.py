"""What queueing theory says of a board, beside what simulation finds; each formula with its assumptions in one line.

Erlang C: Gross et al., Fundamentals of Queueing Theory. Pollaczek-Khinchine: the same. VUT: Kingman 1961 with
Sakasegawa's 1977 term for several workers, and the linking of columns by the variation of departures, as in Hopp &
Spearman, Factory Physics, ch. 8. Best, practical worst and worst case: the same, ch. 7. Rates are cards per time unit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, sqrt
from typing import Final, Literal

from flowsim.domain.arrivals import (
    Interval,
    Poisson,
    Saturated,
)
from flowsim.domain.distributions import Distribution, Exponential
from flowsim.domain.policies import Rules
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.words import Time

LEAD_TIME, THROUGHPUT = "lead_time.mean", "throughput"
ALMOST_FULL: Final = 0.9
"""Utilisation from which on a run is hardly ever long enough to reach its mean."""


@dataclass(frozen=True)
class Prediction:
    """A `figure` as `theory` has it: exactly, about, or as a bound; under `assumptions`, and what else to expect."""

    theory: str
    figure: str
    value: float
    kind: Literal["exact", "approximate", "at least", "at most"]
    assumptions: str
    differs: str = ""


# Formulas


def erlang_c(servers: int, load: float) -> float:
    """The probability that an arrival has to wait, M/M/c, with `load` = rate · mean work (below `servers`)."""
    blocked = 1.0  # Erlang B by its recursion: no factorials, nothing overflows
    for busy in range(1, servers + 1):
        blocked = load * blocked / (busy + load * blocked)
    utilisation = load / servers
    return blocked / (1 - utilisation * (1 - blocked))


def mmc_lead_time(rate: float, work: Time, servers: int) -> Time:
    """Mean time in an M/M/c queue, waiting and work; inf where more comes than can be done."""
    load = rate * work
    return inf if load >= servers else erlang_c(servers, load) * work / (servers - load) + work


def pollaczek_khinchine(rate: float, work: Time, cv: float) -> Time:
    """Mean time in an M/G/1 queue, waiting and work."""
    utilisation = rate * work
    return inf if utilisation >= 1 else utilisation / (1 - utilisation) * (1 + cv * cv) / 2 * work + work


def vut(rate: float, gap_cv: float, work: Time, work_cv: float, servers: int = 1) -> Time:
    """Mean time in a G/G/c queue, about: Variation · Utilisation · Time, and the work."""
    utilisation = rate * work / servers
    if utilisation >= 1:
        return inf
    variation = (gap_cv * gap_cv + work_cv * work_cv) / 2
    busy: float = utilisation ** (sqrt(2 * (servers + 1)) - 1)
    return variation * busy / (servers * (1 - utilisation)) * work + work


def departures_cv(utilisation: float, gap_cv: float, work_cv: float, servers: int = 1) -> float:
    """Variation of the gaps between departures, which are the arrivals of the next column."""
    squared = 1 + (1 - utilisation**2) * (gap_cv**2 - 1) + utilisation**2 / sqrt(servers) * (work_cv**2 - 1)
    return sqrt(max(squared, 0.0))


def best_case(cards: int, rate: float, alone: Time) -> float:
    """Throughput with so many cards on a line of that bottleneck `rate`, which one card alone crosses in `alone`."""
    return min(cards / alone, rate)


def practical_worst_case(cards: int, rate: float, alone: Time) -> float:
    """Throughput where all variation is that of exponential work and all columns are alike."""
    return cards / (rate * alone + cards - 1) * rate


def worst_case(alone: Time) -> float:
    """Throughput where all cards move together as one batch, however many there are."""
    return 1 / alone


# What applies to a board


def theory_of(scenario: Scenario) -> list[Prediction]:
    """What theory can say of this board; nothing where a rule of it is beyond all formulas."""
    if not _is_plain(scenario):
        return []
    if isinstance(scenario.arrivals, Saturated):
        return list(_line(scenario))
    gap = _gap(scenario)
    return [] if gap is None else list(_open(scenario, gap))


def _is_plain(scenario: Scenario) -> bool:
    rules = scenario.rules
    same = Rules(blocking=rules.blocking)
    return (
        rules == same and not scenario.explicit and not scenario.people and len(scenario.classes) == 1
        and not scenario.limits_by_class
        and all(_plain_column(column) for column in scenario.columns)
    )  # fmt: skip


def _plain_column(column: Column) -> bool:
    sets_up = column.setup.in_use
    return not (
        column.is_queue or sets_up or column.workers_per_card > 1
        or column.transfer_batch > 1 or column.move_time or column.workers == 0
        or column.rework.probability or column.blockers.strike or column.service_by_class
        or column.may_be_skipped or column.limits_by_class
    )  # fmt: skip


def _gap(scenario: Scenario) -> Distribution | None:
    """The gaps between arrivals that come one at a time."""
    arrivals = scenario.arrivals
    if isinstance(arrivals, Poisson) and arrivals.group == 1:
        return Exponential(mean=1 / arrivals.rate)
    return arrivals.gap if isinstance(arrivals, Interval) and arrivals.group == 1 and arrivals.gap.mean > 0 else None


def _open(scenario: Scenario, gap: Distribution) -> Iterator[Prediction]:
    columns, rate = scenario.columns, 1 / gap.mean
    limited = bool(scenario.shared_limits) or any(column.wip_limit is not None for column in columns)
    alone = len(columns) == 1 and not scenario.shared_limits and (columns[0].wip_limit or inf) >= columns[0].workers
    if limited and not alone:
        return
    memoryless = isinstance(gap, Exponential)
    busiest = max(rate * column.service.mean / column.workers for column in columns)
    long = "a run has to be very long to come near: it is almost always busy" if busiest >= ALMOST_FULL else ""
    if memoryless and all(isinstance(column.service, Exponential) for column in columns):
        value = sum(mmc_lead_time(rate, column.service.mean, column.workers) for column in columns)
        name = "M/M/c" if len(columns) == 1 else "Jackson: M/M/c, column by column"
        yield Prediction(name, LEAD_TIME, value, "exact", "cards come by chance, work is exponential, no limits", long)
    elif memoryless and alone and columns[0].workers == 1:
        value = pollaczek_khinchine(rate, columns[0].service.mean, columns[0].service.cv)
        assumed = "cards come by chance, one worker, work of any law"
        yield Prediction("Pollaczek-Khinchine", LEAD_TIME, value, "exact", assumed, long)
    else:
        assumed = "variation is all in two numbers, that of gaps and that of work; columns are linked by departures"
        differs = long or "good where people are busy, too high or too low where they are not"
        yield Prediction("Kingman (VUT)", LEAD_TIME, _linked(columns, gap), "approximate", assumed, differs)


def _linked(columns: tuple[Column, ...], gap: Distribution) -> Time:
    total, gap_cv, rate = 0.0, gap.cv, 1 / gap.mean
    for column in columns:
        work = column.service
        total += vut(rate, gap_cv, work.mean, work.cv, column.workers)
        utilisation = min(rate * work.mean / column.workers, 1.0)
        gap_cv = departures_cv(utilisation, gap_cv, work.cv, column.workers)
    return total


def _line(scenario: Scenario) -> Iterator[Prediction]:
    """A line that always has work, under one limit over all of it (CONWIP)."""
    columns, shared = scenario.columns, scenario.shared_limits
    if len(shared) != 1 or len(shared[0].columns) != len(columns) or any(column.wip_limit for column in columns):
        return
    alone = sum(column.service.mean for column in columns)
    slowest = max(column.service.mean / column.workers for column in columns)
    if alone <= 0 or slowest <= 0:
        return
    cards, rate = shared[0].limit, 1 / slowest
    assumed = f"a line that never lacks work, {cards} cards on it"
    yield Prediction("best case", THROUGHPUT, best_case(cards, rate, alone), "at most", f"{assumed}, no variation")
    yield Prediction(
        "practical worst case", THROUGHPUT, practical_worst_case(cards, rate, alone), "approximate",
        f"{assumed}, exponential work, columns alike", "a good line lies between this and the best case",
    )  # fmt: skip
    yield Prediction("worst case", THROUGHPUT, worst_case(alone), "at least", f"{assumed}, all moving as one batch")
