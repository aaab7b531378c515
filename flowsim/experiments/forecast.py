"""When so many cards will be finished, or how many by a time: what share of many futures says so.

Quantiles are those of the futures themselves (nearest rank): with 85 % means that 85 of 100 futures are so. Beside it
stands, where there is a history, what its throughput alone says: days drawn from it again and again, worked out exactly
by convolution. It knows nothing of the board, its limits and what is on it.
"""

from collections.abc import Sequence
from math import ceil, inf
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import CardState, Time
from flowsim.engine import Simulation
from flowsim.experiments.plan import ForecastGoal

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

QUANTILES: Final = (0.50, 0.70, 0.85, 0.95)
LEAST_FINISHED: Final = 5
"""From fewer cards than these nobody should tell the future."""

MOST_ROWS: Final = 2_000_000
"""Changes of state after which a future is taken to be one that never gets there."""

MOST_DAYS: Final = 100_000
"""Days after which a history is taken to be one that never gets there."""


def outcome(goal: ForecastGoal, simulation: Simulation, before: int) -> float:
    """Play on until the goal is decided: when it is reached (inf: never), or how many cards are finished by its time.

    Of the cards that were delivered, `before` do not count: they were, when the runs began.
    """
    if goal.by is not None:
        simulation.advance_to(goal.by)
        return float(np.searchsorted(delivered(simulation), goal.by, side="right") - before)
    assert goal.cards is not None
    wanted = before + goal.cards
    span = max(simulation.now, 1.0) / 8
    while len(delivered(simulation)) < wanted and _may_get_there(simulation):
        simulation.advance_to(simulation.now + span)
        span *= 1.5
    times = delivered(simulation)
    return float(times[wanted - 1]) if len(times) >= wanted else inf


def delivered(simulation: Simulation) -> Floats:
    """When cards were delivered, in order."""
    rows = simulation.trace.rows()
    times: Floats = rows["time"][rows["state"] == CardState.DELIVERED]
    return times


def _may_get_there(simulation: Simulation) -> bool:
    return simulation.next_time < inf and simulation.standstill is None and len(simulation.trace) < MOST_ROWS


def with_confidence(goal: ForecastGoal, outcomes: Sequence[float], share: float) -> float:
    """The time by which the cards are finished, or the number finished at least, in this share of the futures."""
    ordered = np.sort(np.asarray(outcomes, dtype=np.float64))
    rank = ceil(share * len(ordered) - 1e-9)
    return float(ordered[rank - 1] if goal.cards is not None else ordered[len(ordered) - rank])


# From throughput alone


def finished_by_day(delivered: Floats, until: Time) -> Counts:
    """How many were finished on each whole day (time unit) up to `until`; days without count as well."""
    days = int(until)
    counts: Counts = np.bincount(np.ceil(delivered[delivered <= days]).astype(np.int64), minlength=days + 1)
    counts[1] += counts[0]  # what is done at the very beginning belongs to the first day
    return counts[1:]


def _law_of(daily: Counts) -> Floats:
    """The probability of finishing 0, 1, 2 … on a day drawn from these."""
    return np.bincount(daily) / len(daily)


def at_least(daily: Counts, days: int, share: float) -> int:
    """The number of cards that `days` days drawn from `daily` finish at least, with probability `share`."""
    beyond = np.cumsum(_after(daily, days)[::-1])[::-1]
    return int(np.flatnonzero(beyond >= share - 1e-12)[-1])


def chance_of(daily: Counts, cards: int, days: int) -> float:
    """The probability that `days` days drawn from `daily` finish at least so many cards."""
    return float(np.sum(_after(daily, days)[cards:]))


def _after(daily: Counts, days: int) -> Floats:
    """The law of the number of cards finished in so many days; by squaring, so that years take few steps."""
    total, power = np.ones(1), _law_of(daily)
    while days:
        if days & 1:
            total = np.convolve(total, power)
        days >>= 1
        if days:
            power = np.convolve(power, power)
    return total


def days_for(daily: Counts, cards: int, share: float) -> float:
    """The number of days after which so many cards are finished with probability `share`; inf if nothing ever is."""
    if not daily.any():
        return inf
    law, reached, days = _law_of(daily), np.ones(1), 0
    while days < MOST_DAYS:
        days += 1
        reached = np.convolve(reached, law)[:cards]  # what has reached the goal need not be known further
        if 1.0 - float(np.sum(reached)) >= share - 1e-12:
            return float(days)
    return inf


def resampled(goal: ForecastGoal, times: Floats, now: Time) -> list[float] | None:
    """What throughput alone says, for each of `QUANTILES`, of a team that delivered at these `times` up to `now`.

    None where there is too little history to say anything.
    """
    daily = finished_by_day(times, now)
    if int(daily.sum()) < LEAST_FINISHED:
        return None
    if goal.cards is not None:
        return [now + days_for(daily, goal.cards, share) for share in QUANTILES]
    assert goal.by is not None
    return [float(at_least(daily, int(goal.by - now), share)) for share in QUANTILES]
