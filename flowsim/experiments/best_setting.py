"""Which of several settings is best, as far as replications on common random numbers can tell.

Every setting is compared with every other by paired differences, all intervals together with the confidence asked for
(Bonferroni over all pairs). So what is said of the one that looks best holds although the same data picked it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.experiments.statistics import CONFIDENCE, Interval, paired_difference

Floats = npt.NDArray[np.float64]

LEAST: Final = 3
"""Replications without which nothing is said."""


@dataclass(frozen=True)
class BestSetting:
    """Settings by number: the one that looks `best`, those `level` with it, and what each of the `others` costs.

    A cost is how much worse a setting is than the best one, above 0; `replications` is what it rests on.
    """

    best: int
    level: tuple[int, ...]
    others: dict[int, Interval]
    replications: int

    @property
    def smallest(self) -> int:
        """The first, in the order of the settings, that cannot be told from the best."""
        return self.level[0]


def best_setting(values: Floats, *, least: bool = True, confidence: float = CONFIDENCE) -> BestSetting | None:
    """What `values` (replications x settings) of a figure say, of which the `least` is wanted or the most.

    Only replications in which every setting has the figure count; a setting that never has it can be no best, and is
    left out. None where too few replications are left, or fewer than two settings.
    """
    known = np.flatnonzero(np.isfinite(values).any(axis=0))
    whole = values[:, known][np.isfinite(values[:, known]).all(axis=1)]
    if len(known) < 2 or len(whole) < LEAST:
        return None
    worse = whole if least else -whole
    best = int(np.argmin(worse.mean(axis=0)))
    pairs = len(known) * (len(known) - 1) // 2
    each = 1 - (1 - confidence) / pairs
    costs = {place: paired_difference(worse[:, best], worse[:, place], each) for place in range(len(known))}
    level = tuple(int(known[place]) for place, cost in costs.items() if place == best or cost.low <= 0)
    others = {int(known[place]): cost for place, cost in costs.items() if place != best and cost.low > 0}
    return BestSetting(int(known[best]), level, others, len(whole))
