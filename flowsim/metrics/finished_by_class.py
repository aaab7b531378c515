"""The finished cards of each class of service, kept up to date with the cards that are new.

A finished card never changes its class, so each is read once.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.metrics.card_catalogue import CardCatalogue, classes_after
from flowsim.metrics.flow import Flow
from flowsim.metrics.growing import GrowingArrays

Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True)
class FinishedCards:
    """Cards finished after the warm-up, in the order of delivery: number, time of finish and cycle time of each."""

    cards: npt.NDArray[np.int32]
    times: Floats
    cycle_times: Floats


class FinishedByClass:
    """A fold over the finished cards of one live flow; `classes` is how many classes there are."""

    def __init__(self, classes: int) -> None:
        grow = GrowingArrays()
        self._places, self._cards = ([grow.array(np.int32) for _ in range(classes)] for _ in range(2))
        self._times, self._cycle_times = ([grow.array(np.float64) for _ in range(classes)] for _ in range(2))
        self._read = 0

    def read(self, live: Flow, catalogue: CardCatalogue) -> None:
        """Take in the cards that `live` has finished since the last call."""
        finishers = live.finishers
        before_warm_up = len(finishers) - len(live.cycle_times)
        start, self._read = max(self._read, before_warm_up), len(finishers)
        if start >= len(finishers):
            return
        new = finishers[start:]
        times, cycle_times = live.lines[-1][start:], live.cycle_times[start - before_warm_up :]
        of_class = classes_after(catalogue, catalogue.reclassed, len(live.arrived))[new]
        for index, places in enumerate(self._places):
            mine = np.flatnonzero(of_class == index)
            places.extend(mine + start)
            self._cards[index].extend(new[mine])
            self._times[index].extend(times[mine])
            self._cycle_times[index].extend(cycle_times[mine])

    def first(self, finished: int, index: int) -> FinishedCards:
        """The cards of the class at place `index` among the first so many `finished` ones of the run."""
        count = int(np.searchsorted(self._places[index].values, finished))
        parts = (self._cards, self._times, self._cycle_times)
        return FinishedCards(*(part[index].values[:count] for part in parts))
