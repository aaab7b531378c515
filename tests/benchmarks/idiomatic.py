"""The peer our engine is measured against: the same board as SimPy's own documentation would have it written.

A process a card, a `Resource` per column for its slots and one for its workers; the same trace is recorded. It plays
the plain line only: saturated arrivals or so many at time 0, one limit a column, blocking that frees the worker.
"""

from collections.abc import Generator
from typing import Any

import numpy as np
import simpy


class IdiomaticLine:
    """`columns` equal steps with exponential work of mean 1; `trace` has a tuple per change of state.

    With `at_once` so many cards come at time 0; without, there is always another one.
    """

    def __init__(self, columns: int, workers: int, limit: int, seed: int, at_once: int = 0) -> None:
        self.env = simpy.Environment()
        self.slots = [simpy.Resource(self.env, limit) for _ in range(columns)]
        self.workers = [simpy.Resource(self.env, workers) for _ in range(columns)]
        self.work = [np.random.default_rng([seed, column]) for column in range(columns)]
        self.trace: list[tuple[float, int, int, str, int]] = []
        self.finished = 0
        if at_once:
            for number in range(at_once):
                self.env.process(self._arrival(number))
        else:
            self.env.process(self._source())

    def _source(self) -> Generator[Any, Any, None]:
        number = 0
        while True:
            slot = self.slots[0].request()
            yield slot
            self.trace.append((self.env.now, number, -1, "backlog", -1))
            self.env.process(self._card(number, slot))
            number += 1

    def _arrival(self, number: int) -> Generator[Any, Any, None]:
        self.trace.append((self.env.now, number, -1, "backlog", -1))
        slot = self.slots[0].request()
        yield slot
        yield from self._card(number, slot)

    def _card(self, number: int, slot: Any) -> Generator[Any, Any, None]:
        for column in range(len(self.slots)):
            self.trace.append((self.env.now, number, column, "waiting", -1))
            with self.workers[column].request() as worker:
                yield worker
                self.trace.append((self.env.now, number, column, "working", 0))
                yield self.env.timeout(self.work[column].standard_exponential())
            self.trace.append((self.env.now, number, column, "ready", -1))
            if column + 1 < len(self.slots):
                following = self.slots[column + 1].request()
                yield following
                self.slots[column].release(slot)
                slot = following
            else:
                self.slots[column].release(slot)
        self.trace.append((self.env.now, number, -1, "delivered", -1))
        self.finished += 1
