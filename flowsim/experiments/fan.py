"""Many futures of the board as it stands, and how many cards are finished in them by when.

What goes to a worker is the snapshot, not the run that led to it: a future costs the same however long the run is. A
hundred futures come first, so that a picture can follow a hand; then all the others. All settings meet the same luck.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from contextlib import suppress
from dataclasses import dataclass, replace
from math import inf
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.interventions import Intervention
from flowsim.domain.problems import EndlessInstant, Refused
from flowsim.domain.words import Time
from flowsim.engine import Simulation, Snapshot, future
from flowsim.experiments.dispatcher import LOOK_EVERY, Pool
from flowsim.experiments.forecast import delivered
from flowsim.experiments.plan import seed_of

Counts = npt.NDArray[np.float64]

FIRST: Final = 100
ALL: Final = 1_000
CHUNK: Final = 25
ROUNDING: Final = 1e-9
TOLD_AFTER: Final = (FIRST, 2 * FIRST, 5 * FIRST)
STEPS: Final = 60
"""Moments at which a fan is known, and those that somebody asks about."""


@dataclass(frozen=True)
class FanJob:
    """Some futures of one board: those with these numbers, counted at `times`, after people do `acts` now.

    Of each future the time is wanted as well at which `goal` more cards are finished.
    """

    snapshot: Snapshot
    acts: tuple[Intervention, ...]
    seed: int
    numbers: range
    times: tuple[Time, ...]
    goal: int


def play_futures(job: FanJob) -> Counts:
    """How many more cards are finished at each moment, a row for each future; at its end when the goal is reached.

    inf where it is not reached by the last moment.
    """
    counts = np.zeros((len(job.numbers), len(job.times) + 1))
    for row, number in enumerate(job.numbers):
        simulation = Simulation.resumed(future(job.snapshot, seed_of(job.seed, number)))
        for act in job.acts:
            with suppress(Refused):  # what is not possible on the board is not done in its future
                simulation.do(act)
        with suppress(EndlessInstant):  # then nothing more is finished in this future
            simulation.advance_to(job.times[-1])
        finished = delivered(simulation.trace.rows())
        counts[row, :-1] = np.searchsorted(finished, job.times, side="right")
        counts[row, -1] = finished[job.goal - 1] if len(finished) >= job.goal else inf
    return counts


def moments(now: Time, until: Time, asked: Time | None = None) -> tuple[Time, ...]:
    """The moments at which a fan is known, among them the one that is `asked` about."""
    evenly = np.linspace(now, until, STEPS + 1)[1:].tolist()
    return tuple(sorted({*evenly, *([] if asked is None else [asked])}))


def levels_of(counts: Counts, shares: Sequence[float]) -> Counts:
    """At each moment (column of `counts`, futures x moments) what at least that share of the futures has finished."""
    ordered = np.sort(counts, axis=0)
    ranks = [len(ordered) - int(np.ceil(share * len(ordered) - ROUNDING)) for share in shares]
    levels: Counts = ordered[np.clip(ranks, 0, len(ordered) - 1)]
    return levels


class Fan:
    """The futures of one board, at these `times`; `seed` decides their luck."""

    def __init__(
        self, snapshot: Snapshot, acts: tuple[Intervention, ...], seed: int, times: Sequence[Time], goal: int,
        pool: Pool, stopped: Callable[[], bool] = lambda: False, futures: int = ALL,
    ) -> None:  # fmt: skip
        self._job = FanJob(snapshot, acts, seed, range(0), tuple(times), goal)
        self._pool = pool
        self._stopped = stopped
        self._futures = futures

    def counts(self) -> Iterator[tuple[Counts, Counts]]:
        """The futures so far: the first hundred, then more, until all are there.

        Each time the numbers of cards (futures x moments) and the times at which the goal is reached. Where a worker
        dies, all is played once more.

        They come in the order of their numbers, so that what is said after so many does not depend on the workers.
        """
        try:
            yield from self._played()
        except BrokenExecutor:
            yield from self._played()

    def _played(self) -> Iterator[tuple[Counts, Counts]]:
        executor = self._pool.open()
        chunks = [range(first, min(first + CHUNK, self._futures)) for first in range(0, self._futures, CHUNK)]
        waiting, came, sent = list[Future[Counts]](), list[Counts](), 0
        try:
            for numbers in chunks[: 2 * self._pool.workers]:
                waiting.append(executor.submit(play_futures, self._of(numbers)))
                sent += 1
            while waiting and not self._stopped():
                done, _ = wait(waiting[:1], timeout=LOOK_EVERY, return_when=FIRST_COMPLETED)
                if not done:
                    continue
                came.append(waiting.pop(0).result())
                if sent < len(chunks):
                    waiting.append(executor.submit(play_futures, self._of(chunks[sent])))
                    sent += 1
                if len(came) * CHUNK in TOLD_AFTER or not waiting:
                    together = np.concatenate(came)
                    yield together[:, :-1], together[:, -1]
        finally:
            for each in waiting:
                each.cancel()
            self._pool.close(executor)

    def _of(self, numbers: range) -> FanJob:
        return replace(self._job, numbers=numbers)
