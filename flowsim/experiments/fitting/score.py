"""How well a board fits a team: what it says of the last part of a history, of which it knew the first alone.

Beside it stands the naive guess, which knows no board: it will go on as it went. A board should do better than that.

- Cycle times: Wasserstein's distance, the mean difference in days between two sets of durations put in order.
- Throughput and work in progress: the difference of the means.
"""

from dataclasses import dataclass
from math import isfinite
from typing import Final

import numpy as np

from flowsim.domain.scenario import Scenario
from flowsim.domain.team_history import TeamHistory
from flowsim.engine import Simulation
from flowsim.experiments.fitting.board import Basis, making_board
from flowsim.experiments.fitting.laws import Floats
from flowsim.experiments.fitting.lived import Lived, day_of, lived, until
from flowsim.experiments.fitting.stepwise import Stepwise, at_once
from flowsim.metrics.first_entries import first_entries

KNOWN: Final = 0.7
"""The part of a history that a board knows; on the rest it is judged."""

RUNS: Final = 12
MOST_ARRIVALS: Final = 3_000
"""Items that come on a board within a run; a longer history is played in its last part alone."""

LEAST_ENDS: Final = 5
GRID: Final = 400
RESAMPLED: Final = 200
AS_GOOD: Final = 1.1
"""Times a distance: what is not further away is not called worse."""


@dataclass(frozen=True)
class Distances:
    """How far something is from what the team did: in days, items a day, and items."""

    cycle_time: float
    throughput: float
    wip: float


@dataclass(frozen=True)
class Score:
    """The distances of a board and of the naive guess on the last `days` days, of which neither knew anything.

    `error` is the standard error of the board's distance in cycle times: other items would have given another one.
    """

    board: Distances
    naive: Distances
    days: int
    error: float = 0.0

    @property
    def better(self) -> bool:
        """Whether the board is clearly nearer to the team's cycle times than the naive guess."""
        return self.board.cycle_time * AS_GOOD <= self.naive.cycle_time

    @property
    def worse(self) -> bool:
        """Whether the naive guess is nearer to the team's cycle times, by more than other items might make of it."""
        return self.board.cycle_time - self.error > self.naive.cycle_time


def wasserstein(one: Floats, other: Floats) -> float:
    """The mean difference between two sets of numbers, each put in order; NaN if one of them is empty."""
    if len(one) == 0 or len(other) == 0:
        return float("nan")
    return float(np.mean(np.abs(_in_order(one) - _in_order(other))))


def standard_error(one: Floats, other: Floats) -> float:
    """How far the distance of `other` from `one` would vary with other items like these, by resampling `other`.

    The bootstrap of Efron, with a fixed seed: the same numbers always give the same error.
    """
    rng = np.random.default_rng(RESAMPLED)
    first = _in_order(one)
    again = [np.mean(np.abs(first - _in_order(rng.choice(other, len(other))))) for _ in range(RESAMPLED)]
    return float(np.std(again))


def _in_order(numbers: Floats) -> Floats:
    """The quantiles of some numbers, as many for few numbers as for many."""
    shares = (np.arange(GRID) + 0.5) / GRID
    its: Floats = np.quantile(numbers, shares, method="inverted_cdf")
    return its


class Judge:
    """Judges boards of a history by its last part; `can` says whether enough was finished for that.

    `known` is the part that the boards know.
    """

    def __init__(self, history: TeamHistory) -> None:
        self._whole = whole = lived(history)
        split = int(whole.days * KNOWN)
        self.known = until(history, day_of(whole.first, split - 1))
        self._days = whole.days - split
        self._earlier, self._later = _window(whole, 0, split), _window(whole, split, whole.days)
        self.can = (
            0 < split < whole.days and min(len(self._earlier.cycle_times), len(self._later.cycle_times)) >= LEAST_ENDS
        )
        self._basis = Basis.of(self.known) if self.can else None

    def score(self, busy: float) -> Score | None:
        """How well a board of the first part, on which so much of a stay is work, says what came then."""
        return at_once(self.scoring(busy))

    def scoring(self, busy: float) -> Stepwise[Score | None]:
        """The same, run by run."""
        if self._basis is None:
            return None
        board = yield from making_board(self._basis, busy)
        played = yield from _playing(board.scenario, self._whole.days, float(self._whole.arrivals.mean()), self._days)
        apart, naive = _apart(played, self._later), _apart(self._earlier, self._later)
        error = standard_error(played.cycle_times, self._later.cycle_times) if isfinite(apart.cycle_time) else 0.0
        return Score(apart, naive, self._days, error)


def scored(history: TeamHistory, busy: float) -> Score | None:
    """How well a board of the first part of a history says what came then; None where too little was finished."""
    return Judge(history).score(busy)


@dataclass(frozen=True)
class _Window:
    """What was seen from one day to another."""

    cycle_times: Floats
    throughput: float
    wip: float


def _window(its: Lived, begin: int, end: int) -> _Window:
    if end <= begin:
        return _Window(np.zeros(0), 0.0, 0.0)
    ends = [(moment.day - its.first).days for item in its.items if (moment := item.entered[-1]) is not None]
    days = np.array(ends, dtype=np.int64)
    inside = (days >= begin) & (days < end)
    wip = float(its.present[:, begin:end].sum(axis=0).mean())
    return _Window(its.cycle_times[inside], float(inside.sum()) / (end - begin), wip)


def _playing(board: Scenario, days: int, rate: float, judged: int) -> Stepwise[_Window]:
    """What the board shows in its last days, over some runs; cycle times as differences of days, as the team's are."""
    days = min(days, max(int(MOST_ARRIVALS / max(rate, 1e-9)), 30))
    begin = max(days - judged, days // 2)
    seen = []
    for seed in range(1, RUNS + 1):
        seen.append(_of_run(board.with_seed(seed), days, begin))
        yield
    throughput, wip = (float(np.mean([getattr(one, name) for one in seen])) for name in ("throughput", "wip"))
    return _Window(np.concatenate([one.cycle_times for one in seen]), throughput, wip)


def _of_run(board: Scenario, days: int, begin: int) -> _Window:
    run = Simulation(board)
    run.advance_to(float(days))
    entered, _ = first_entries(run.trace.rows(), len(board.columns))
    start, end = entered[:, 0], entered[:, -1]
    done = (end >= begin) & (end < days)
    evenings = np.arange(begin, days) + 1.0
    here = np.searchsorted(np.sort(start), evenings) - np.searchsorted(np.sort(end), evenings)
    return _Window(np.floor(end[done]) - np.floor(start[done]), float(done.sum()) / (days - begin), float(here.mean()))


def _apart(one: _Window, other: _Window) -> Distances:
    cycle_time = wasserstein(one.cycle_times, other.cycle_times)
    return Distances(cycle_time, abs(one.throughput - other.throughput), abs(one.wip - other.wip))
