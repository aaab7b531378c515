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

MOST_ROWS, ROWS_A_CARD = 2_000_000, 12
"""Changes of state after which a future is taken to be one that never gets there; more, for each card and column."""

MOST_LIKELY: Final = 4_000_000
"""Numbers of cards that the law of a history may have; a goal that is further away is not for it to tell."""

ROUNDING: Final = 1e-11
"""Sums of probabilities are not more exact than that."""

IN_VAIN: Final = 50
"""Arrivals after which a board on which nobody works and nothing moves is known to be stuck."""


def outcome(goal: ForecastGoal, simulation: Simulation, before: int) -> float:
    """Play on until the goal is decided: when it is reached (inf: never), or how many cards are finished by its time.

    Of the cards that were delivered, `before` do not count: they were, when the runs began.
    """
    if goal.by is not None:
        simulation.advance_to(goal.by)
        return float(np.searchsorted(_done(simulation), goal.by, side="right") - before)
    assert goal.cards is not None
    wanted = before + goal.cards
    most = max(MOST_ROWS, ROWS_A_CARD * wanted * (len(simulation.scenario.columns) + 1))
    span, seen = max(simulation.now, 1.0) / 8, len(simulation.trace)
    while len(_done(simulation)) < wanted and simulation.next_time < inf and len(simulation.trace) < most:
        simulation.advance_to(simulation.now + span)
        span *= 1.5
        if _stuck(simulation, seen):
            break
        seen = len(simulation.trace)
    times = _done(simulation)
    return float(times[wanted - 1]) if len(times) >= wanted else inf


def _stuck(simulation: Simulation, seen: int) -> bool:
    """Whether nothing will be delivered any more, as far as the rows after the first `seen` tell."""
    if simulation.standstill is not None:
        return True
    new = simulation.trace.rows(seen)
    return len(new) >= IN_VAIN and simulation.idle and bool(np.all(new["state"] == CardState.BACKLOG))


def _done(simulation: Simulation) -> Floats:
    return delivered(simulation.trace.rows())


def delivered(rows: npt.NDArray[np.void]) -> Floats:
    """When cards were delivered, in order."""
    times: Floats = rows["time"][rows["state"] == CardState.DELIVERED]
    return times


def with_confidence(goal: ForecastGoal, outcomes: Sequence[float], share: float) -> float:
    """The time by which the cards are finished, or the number finished at least, in this share of the futures."""
    ordered = np.sort(np.asarray(outcomes, dtype=np.float64))
    rank = ceil(share * len(ordered) - 1e-9)
    return float(ordered[rank - 1] if goal.cards is not None else ordered[len(ordered) - rank])


# From throughput alone


def finished_by_day(delivered: Floats, until: Time) -> Counts:
    """How many were finished on each whole day (time unit) up to `until`; days without count as well."""
    days = int(until)
    if days < 1:
        return np.zeros(0, dtype=np.int64)
    counts: Counts = np.bincount(np.ceil(delivered[delivered <= days]).astype(np.int64), minlength=days + 1)
    counts[1] += counts[0]  # what is done at the very beginning belongs to the first day
    return counts[1:]


def law_of(daily: Counts) -> Floats:
    """The probability of finishing 0, 1, 2 … on a day drawn from these."""
    return np.bincount(daily) / len(daily)


def at_least(daily: Counts, days: int, share: float) -> int:
    """The number of cards that `days` days drawn from `daily` finish at least, with probability `share`."""
    beyond = np.cumsum(after(daily, days)[::-1])[::-1]
    return int(np.flatnonzero(beyond >= share - ROUNDING)[-1])


def chance_of(daily: Counts, cards: int, days: int) -> float:
    """The probability that `days` days drawn from `daily` finish at least so many cards."""
    return float(np.sum(after(daily, days)[cards:]))


def after(daily: Counts, days: int) -> Floats:
    """The law of the number of cards finished in so many days: its transform is that of one day to their power."""
    law = law_of(daily)
    length = (len(law) - 1) * days + 1
    found: Floats = np.fft.irfft(np.fft.rfft(law, 2 * length) ** days, 2 * length)[:length]
    return np.maximum(found, 0.0)


def days_for(daily: Counts, cards: int, share: float) -> float:
    """The number of days after which so many cards are finished with probability `share`; inf if nothing ever is."""
    if not daily.any():
        return inf
    late = 1
    while chance_of(daily, cards, late) < share - ROUNDING:
        late *= 2
    early = late // 2
    while late - early > 1:
        middle = (early + late) // 2
        early, late = (early, middle) if chance_of(daily, cards, middle) >= share - ROUNDING else (middle, late)
    return float(late)


def why_not_resampled(goal: ForecastGoal, times: Floats, now: Time) -> str:
    """Why throughput alone says nothing of the goal; empty if it says something."""
    daily = finished_by_day(times, now)
    if not len(daily):
        return "no whole unit of time has passed"
    if int(daily.sum()) < LEAST_FINISHED:
        return f"fewer than {LEAST_FINISHED} cards are finished"
    return "the goal is too far away" if _far(goal, daily, now) * int(daily.max()) > MOST_LIKELY else ""


def _far(goal: ForecastGoal, daily: Counts, now: Time) -> float:
    """About how many units of time lie between now and the goal."""
    if goal.cards is not None:
        return goal.cards * (len(daily) / int(daily.sum()) + 1)
    return float(goal.by or 0.0) - now


def resampled(goal: ForecastGoal, times: Floats, now: Time) -> list[float] | None:
    """What throughput alone says, for each of `QUANTILES`, of a team that delivered at these `times` up to `now`.

    None where there is too little history to say anything.
    """
    daily = finished_by_day(times, now)
    if why_not_resampled(goal, times, now):
        return None
    if goal.cards is not None:
        return [now + days_for(daily, goal.cards, share) for share in QUANTILES]
    assert goal.by is not None
    return [float(at_least(daily, int(goal.by - now), share)) for share in QUANTILES]
