"""How old finished cards were when they left each column: the pace against which cards on the board are old."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import Time
from flowsim.metrics.order_statistics import OrderStatistics

Floats: TypeAlias = npt.NDArray[np.float64]
CardNumbers: TypeAlias = npt.NDArray[np.int32]


class AgePercentiles:
    """`ages[k]`: how old each card finished after the warm-up was when it first went beyond column k."""

    def __init__(self, columns: int, warm_up: Time) -> None:
        self._warm_up = warm_up
        self.ages = [OrderStatistics() for _ in range(columns)]
        self._cards_read = 0

    def read(self, reached: Sequence[Floats], finishers: CardNumbers) -> None:
        """Take in the cards finished since the last call."""
        new = finishers[self._cards_read :]
        if not len(new):
            return
        self._cards_read = len(finishers)
        new = after(reached, new, self._warm_up)
        for column, ages in enumerate(self.ages):
            ages.extend(ages_of(reached, new, column))


def after(reached: Sequence[Floats], cards: CardNumbers, warm_up: Time) -> CardNumbers:
    """Those of these finished cards that were finished after the warm-up."""
    return cards[reached[-1][cards] > warm_up]


def ages_of(reached: Sequence[Floats], cards: CardNumbers, column: int) -> Floats:
    """How old these finished cards were when they first went beyond `column`, in their order."""
    return reached[column + 2][cards] - reached[1][cards]
