"""The fan of a team's throughput alone: days drawn from its own again and again, worked out exactly.

Instead of futures that are played it has quantiles of their law, as many rows as futures would be, each for an equal
share of them: what a fan asks of its rows is then exactly what the law says. It is for a history, of which nothing but
what was finished, and when, can go on.
"""

from collections.abc import Callable, Sequence
from math import inf
from typing import Final

import numpy as np

from flowsim.experiments.forecast import ROUNDING, Counts, Floats, after, law_of

ROWS: Final = 1_000
LATEST: Final = 20_000
"""Days beyond which a goal counts as one that is never reached."""

SHARES: Final = np.arange(1, ROWS + 1) / ROWS


def counts_after(daily: Counts, days: Sequence[int], stopped: Callable[[], bool] = lambda: False) -> Floats:
    """How many cards are finished after each number of days (columns): row j has what 1 - j/ROWS of futures reach.

    Who stops it gets nothing for the days that were left.
    """
    counts = np.zeros((ROWS, len(days)))
    for at, day in enumerate(days):
        if stopped():
            break
        beyond = np.cumsum(after(daily, day)[::-1])[::-1]  # the probability of finishing so many or more
        wanted = 1 - np.arange(ROWS) / ROWS
        counts[:, at] = np.searchsorted(-beyond, ROUNDING - wanted, side="right") - 1
    return np.maximum(counts, 0.0)


def days_until(daily: Counts, goal: int, stopped: Callable[[], bool] = lambda: False) -> Floats:
    """After how many days so many cards are finished, by share of the futures; inf where that is never."""
    reached = np.full(ROWS, inf)
    if not daily.any():
        return reached
    law = law_of(daily)[: goal + 1]
    short, day, done = np.zeros(goal), 0, 0  # the law of how many are finished, as far as the goal is not reached
    short[0] = 1.0
    while done < ROWS and day < LATEST and not stopped():
        day += 1
        short = np.convolve(short, law)[:goal]
        by_now = int(np.searchsorted(SHARES, 1 - float(short.sum()) + ROUNDING, side="right"))
        reached[done:by_now] = day
        done = max(done, by_now)
    return reached
