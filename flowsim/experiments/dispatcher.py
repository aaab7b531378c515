"""Sends chunks of runs to workers and takes their results, whatever becomes of a worker.

No more than twice as many chunks are out as there are workers, so a plan of a million runs starts at once, ends at once
and holds no queue. Futures are never cancelled in a mass: `shutdown(cancel_futures=True)` can leave a wait without end
(python/cpython 136655). A pool that broke is made anew, and what was out is played again, one chunk at a time: a chunk
that breaks it once more is halved, until the one run is known that does it.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import suppress
from itertools import islice
from typing import Final, Protocol

from flowsim.experiments.replication import Chunk, Job, RunResult, play_chunk

LOOK_EVERY: Final = 0.1
"""Seconds between looks at whether somebody wants to stop, while nothing comes in."""

CHUNK_SECONDS: Final = 0.1
"""How long a chunk should take: long enough that sending it costs little, short enough to stop soon."""

MOST_IN_CHUNK: Final = 2_000
OVER_AND_OVER: Final = 2
"""So often a single run must break the pool on its own before it is named: a worker may have been killed by others."""


class Culprit(RuntimeError):  # noqa: N818 - says who it is
    """One run ends the process that plays it; `job` says which."""

    def __init__(self, job: Job) -> None:
        super().__init__(f"{job} ends the process that plays it")
        self.job = job


class Pool(Protocol):
    """Where runs are played: makes executors with the interface of `concurrent.futures`, one at a time."""

    @property
    def workers(self) -> int:
        """How many runs can be played at once."""

    def open(self) -> Executor:
        """A fresh executor; the one before is gone, or broken."""

    def close(self, executor: Executor) -> None:
        """Let an executor go, with what it has not begun."""

    @property
    def broken(self) -> tuple[type[BaseException], ...]:
        """What a future raises when its worker has died, beside `BrokenExecutor`."""


class Dispatcher:
    """Plays the runs of `jobs` on a pool; results come in any order.

    `chunk_of` makes a chunk of some jobs. `stopped` is asked now and then whether to stop.
    """

    def __init__(
        self, pool: Pool, jobs: Iterator[Job], chunk_of: Callable[[int, tuple[Job, ...]], Chunk],
        stopped: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._pool = pool
        self._jobs = jobs
        self._chunk_of = chunk_of
        self._stopped = stopped
        self._executor: Executor | None = None
        self._out: dict[Future[list[RunResult]], tuple[Chunk, float]] = {}
        self._suspects: deque[Chunk] = deque()
        self._alone: dict[tuple[Job, ...], int] = {}
        self._numbers = 0
        self._seconds_a_run = CHUNK_SECONDS

    def results(self) -> Iterator[list[RunResult]]:
        """What comes in, chunk by chunk, until all jobs are played or somebody wants to stop.

        Raises:
            Culprit: a run ends every process that plays it.
        """
        try:
            while not self._stopped() and self._send():
                done, _ = wait(self._out, timeout=LOOK_EVERY, return_when=FIRST_COMPLETED)
                for future in done:
                    if (came := self._take(future)) is not None:
                        yield came
        finally:
            self._close()

    def _send(self) -> bool:
        """Keep the workers busy; whether anything is out."""
        most = 1 if self._suspects or self._alone else 2 * self._pool.workers
        while len(self._out) < most:
            chunk = self._suspects.popleft() if self._suspects else self._next_chunk()
            if chunk is None:
                break
            if self._executor is None:
                self._executor = self._pool.open()
            sent = time.perf_counter()  # an executor may play it before it answers
            try:
                future = self._executor.submit(play_chunk, chunk)
            except BrokenExecutor:
                self._suspects.appendleft(chunk)
                self._break()
                continue
            self._out[future] = chunk, sent
            if self._alone:
                break
        return bool(self._out)

    def _next_chunk(self) -> Chunk | None:
        size = min(max(round(CHUNK_SECONDS / self._seconds_a_run), 1), MOST_IN_CHUNK)
        jobs = tuple(islice(self._jobs, size))
        if not jobs:
            return None
        self._numbers += 1
        return self._chunk_of(self._numbers, jobs)

    def _take(self, future: "Future[list[RunResult]]") -> list[RunResult] | None:
        if future not in self._out:
            return None  # it was out when the pool broke, and is a suspect now
        chunk, sent = self._out.pop(future)
        try:
            results = future.result()
        except BaseException as error:
            if not isinstance(error, (BrokenExecutor, *self._pool.broken)):
                raise
            self._suspect(chunk)
            return None
        # Two chunks wait for each worker, so half of the time since it was sent is the chunk's own.
        self._seconds_a_run = max((time.perf_counter() - sent) / 2 / len(chunk.jobs), 1e-6)
        self._alone.pop(chunk.jobs, None)
        return results

    def _suspect(self, chunk: Chunk) -> None:
        """The pool broke while `chunk` was out, alone or with others."""
        alone = not self._out and chunk.jobs in self._alone
        self._break()
        if not alone:
            self._alone[chunk.jobs] = 0
            self._suspects.append(chunk)
            return
        times = self._alone.pop(chunk.jobs) + 1
        if len(chunk.jobs) > 1:
            halves = chunk.halves()
            self._alone.update({half.jobs: 0 for half in halves})
            self._suspects.extendleft(reversed(halves))
        elif times >= OVER_AND_OVER:
            raise Culprit(chunk.jobs[0])
        else:
            self._alone[chunk.jobs] = times
            self._suspects.appendleft(chunk)

    def _break(self) -> None:
        """The executor is of no use any more; whatever was out is played again, each on its own."""
        for chunk, _ in self._out.values():
            self._alone[chunk.jobs] = 0
            self._suspects.append(chunk)
        self._out.clear()
        self._close()

    def _close(self) -> None:
        executor, self._executor = self._executor, None
        if executor is not None:
            with suppress(Exception):  # a broken executor may fail in every way when it is let go
                self._pool.close(executor)
