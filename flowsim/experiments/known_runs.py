"""Runs that were played before, so that nothing is played twice: a second look and more replications cost nothing.

A run is known by its board (scenario, settings, figures, horizon, warm-up, past) and its seed; the version of the
program is that of the process that holds them. Between programs the folder of results does the same.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from flowsim.experiments.plan import seed_of
from flowsim.experiments.replication import Board, Job, RunResult
from flowsim.storage.writing import document_text

MOST: Final = 200_000
"""Runs that are kept, 100 MB or so; those that were not asked for the longest are let go first."""


def key_of(board: Board) -> bytes:
    """What boards have in common whose runs are the same with the same seed."""
    # Without a past the seed comes with the run; with one it has decided all that went before.
    scenario = replace(board.scenario, seed=0) if board.past is None else board.scenario
    past = None if board.past is None else board.past.session
    rest = (board.horizon, board.figures, board.parts, board.series, board.acts, board.goal)
    return hashlib.blake2b(f"{document_text(scenario, past)}\0{rest!r}".encode(), digest_size=16).digest()


class KnownRuns:
    """The results of runs, by board and seed."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._results: OrderedDict[tuple[bytes, int], RunResult] = OrderedDict()

    def __len__(self) -> int:
        return len(self._results)

    def of(self, boards: Mapping[int, Board], seed: int) -> "KnownOfBoards":
        """Those of these boards, by cell, in an experiment with this seed."""
        return KnownOfBoards(self, {cell: key_of(board) for cell, board in boards.items()}, seed)

    def find(self, board: bytes, seed: int) -> RunResult | None:
        """What a run gave; None if nobody has played it."""
        found = self._results.get((board, seed))
        if found is not None:
            self._results.move_to_end((board, seed))
        return found

    def keep(self, board: bytes, seed: int, result: RunResult) -> None:
        """Know this result from now on."""
        self._results[board, seed] = result
        while len(self._results) > self._most:
            self._results.popitem(last=False)


class KnownOfBoards:
    """What is known of the runs of one experiment, as results of its own jobs."""

    def __init__(self, runs: KnownRuns, boards: Mapping[int, bytes], seed: int) -> None:
        self._runs = runs
        self._boards = boards
        self._seed = seed
        self._found: list[RunResult] = []

    def missing(self, jobs: Iterator[Job]) -> Iterator[Job]:
        """Those of `jobs` that somebody has to play."""
        for job in jobs:
            found = self._runs.find(*self._key_of(job))
            if found is None:
                yield job
            else:
                self._found.append(replace(found, job=job))

    def added_to(self, played: Iterator[list[RunResult]]) -> Iterator[list[RunResult]]:
        """What was found on the way, with what comes in, which is known from now on."""
        for results in played:
            for result in results:
                self._runs.keep(*self._key_of(result.job), result)
            yield [*self._taken(), *results]
        yield self._taken()

    def _key_of(self, job: Job) -> tuple[bytes, int]:
        return self._boards[job.cell], seed_of(self._seed, job.replication)

    def _taken(self) -> list[RunResult]:
        found, self._found = self._found, []
        return found
