"""The best of many: which setting is best, as sure as asked for, with as few runs as that takes.

Kim & Nelson 2001, the fully sequential procedure: settings are dropped as soon as they are clearly worse, on common
random numbers, whose variances are those of the differences. OCBA (Chen, Lin, Yücesan & Chick 2000) shares out a fixed
number of runs instead.
"""

from collections.abc import Mapping, Sequence
from math import floor, inf, isfinite

import numpy as np
import numpy.typing as npt

from flowsim.experiments.plan import LEAST_PILOT

Floats = npt.NDArray[np.float64]


def eta(cells: int, first_stage: int, alpha: float) -> float:
    """Kim & Nelson's η for `cells` settings, `first_stage` replications of each, and confidence 1 - `alpha`."""
    beta = 2 * alpha / (cells - 1)
    return 0.5 * float(beta ** (-2 / (first_stage - 1)) - 1)


class SelectionSchedule:
    """Kim & Nelson's procedure, round by round; the least of a figure is best (the sign turns it round).

    `figure` is its place among the figures of a run, `sign` -1 where the most is wanted, `within` the difference that
    people care for. When it ends `survivors` are those that cannot be told from the best; usually one. A setting with a
    run in which the figure is not defined (nothing was finished) is `undefined`, and can be no best.
    """

    only_drops = True

    def __init__(self, cells: int, figure: int, sign: float, within: float, confidence: float, at_most: int,
                 first_stage: int = LEAST_PILOT) -> None:  # fmt: skip
        self.active: list[int] = list(range(cells))
        self.at_most = at_most
        self._figure, self._sign, self._within = figure, sign, within
        self._first_stage = first_stage
        self._h2 = 2 * eta(cells, first_stage, 1 - confidence) * (first_stage - 1) if cells > 1 else 0.0
        self._sums = np.zeros(cells)
        self._firsts: list[Floats] = []
        self._reach: Floats = np.zeros((cells, cells))
        self.rounds = 0
        self.undefined: set[int] = set()

    @property
    def survivors(self) -> list[int]:
        """The settings not dropped."""
        return list(self.active)

    def goes_on(self, rounds: int) -> bool:
        """Until one is left, or it would go on for too long."""
        hopeless = self.undefined.issuperset(self.active)
        return rounds < self.at_most and not hopeless and (len(self.active) > 1 or rounds < self._first_stage)

    def take(self, values: Mapping[int, Sequence[float]]) -> None:
        """The figures of one more replication of every setting not dropped."""
        row = np.zeros(len(self._sums))
        for cell, figures in values.items():
            if isfinite(figures[self._figure]):
                row[cell] = self._sign * figures[self._figure]
            else:
                self.undefined.add(cell)
        self.active = [cell for cell in self.active if cell not in self.undefined] or self.active
        self._sums += row
        self.rounds += 1
        if self.rounds <= self._first_stage:
            self._firsts.append(row)
        if self.rounds == self._first_stage:
            self._reach = self._h2 / (2 * self._within) * _variances(np.array(self._firsts))
        if self.rounds >= self._first_stage:
            self._drop()

    def _drop(self) -> None:
        """Whoever is behind another by more than r·W = max(0, h²S²/2δ - δr/2) is no candidate any more."""
        sums, r, delta = self._sums, self.rounds, self._within
        kept = []
        for one in self.active:
            others = [other for other in self.active if other != one]
            allowed = [max(0.0, self._reach[one, other] - delta / 2 * r) for other in others]
            if all(sums[one] <= sums[other] + each for other, each in zip(others, allowed, strict=True)):
                kept.append(one)
        if kept and self.rounds > 2 * float(self._reach.max()) / delta:
            kept = kept[:1]  # nothing is allowed any more: of equals any one is as good
        if kept:
            self.active = kept


def _variances(first_stage: Floats) -> Floats:
    """S²: the variance of the difference of each two settings over the first stage."""
    differences = first_stage[:, :, None] - first_stage[:, None, :]
    return np.asarray(differences.var(axis=0, ddof=1), dtype=np.float64)


def ocba_shares(means: Sequence[float] | Floats, deviations: Sequence[float] | Floats) -> Floats:
    """How a budget is shared out so that the setting with the least mean is found most surely; sums to 1.

    Nᵢ/Nⱼ = (σᵢ/δᵢ)²/(σⱼ/δⱼ)² for those that are not best, N_b = σ_b·√Σ(Nᵢ/σᵢ)² for the one that is.
    """
    mean, deviation = np.asarray(means, dtype=np.float64), np.asarray(deviations, dtype=np.float64)
    best = int(np.argmin(mean))
    gaps = mean - mean[best]
    others = np.arange(len(mean)) != best
    ratios = np.zeros(len(mean))
    gaps = np.where(others, np.maximum(gaps, 1e-9 * max(float(np.abs(mean).max()), 1e-300)), inf)
    ratios[others] = (deviation[others] / gaps[others]) ** 2
    spread = deviation[others] > 0
    if spread.any():
        ratios[best] = deviation[best] * np.sqrt(((ratios[others][spread] / deviation[others][spread]) ** 2).sum())
    total = ratios.sum()
    return ratios / total if total > 0 else np.full(len(mean), 1 / len(mean))


class OcbaSchedule:
    """Shares out a budget of runs in stages: first some of each, then where they tell most.

    A round is one run in every active setting; after each stage the settings that have had their share rest.
    """

    only_drops = False

    def __init__(self, cells: int, figure: int, sign: float, budget: int, first_stage: int = LEAST_PILOT) -> None:
        self.active: list[int] = list(range(cells))
        self.at_most = budget
        self._figure, self._sign = figure, sign
        self._budget, self._first = budget, max(min(first_stage, budget // cells), 1)
        self.runs = np.zeros(cells, dtype=np.int64)
        self._sums, self._squares = np.zeros(cells), np.zeros(cells)
        self.undefined: set[int] = set()

    def goes_on(self, rounds: int) -> bool:
        """Until the budget is spent."""
        return bool(self.active) and int(self.runs.sum()) < self._budget

    def take(self, values: Mapping[int, Sequence[float]]) -> None:
        """One more run of every active setting; then it is decided who goes on."""
        for cell, figures in values.items():
            value = self._sign * figures[self._figure]
            self.runs[cell] += 1
            if not isfinite(value):
                self.undefined.add(cell)
                continue
            self._sums[cell] += value
            self._squares[cell] += value * value
        if int(self.runs.min()) < self._first:
            self.active = [cell for cell in range(len(self.runs)) if self.runs[cell] < self._first]
            return
        mean = self._sums / self.runs
        deviation = np.sqrt(np.maximum(self._squares / self.runs - mean**2, 0.0))
        left = self._budget - int(self.runs.sum())
        known = [cell for cell in range(len(self.runs)) if cell not in self.undefined]
        shares = np.zeros(len(self.runs))
        if known:
            shares[known] = ocba_shares(mean[known], deviation[known])
        wanted = shares * (int(self.runs.sum()) + min(left, len(self.runs)))
        behind = wanted - self.runs
        ahead = sorted(range(len(self.runs)), key=lambda cell: (-behind[cell], cell))
        self.active = sorted(cell for cell in ahead[: max(floor(left), 0)] if behind[cell] > 0)
        if not self.active and left > 0 and known:
            self.active = [next(cell for cell in ahead if cell in known)]
