"""One run of an experiment, as a pure function of its job; what worker processes do.

Nothing here knows a window, a file or another run, so a job gives the same numbers wherever it is played.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.engine import Simulation
from flowsim.experiments.plan import seed_of
from flowsim.experiments.run_figures import Reader, reader_of
from flowsim.metrics import FlowAccumulator, Staffing, figures_of
from flowsim.metrics.lead_time_parts import lead_time_parts

SERIES_LENGTH: Final = 500
"""Equal periods of a run over which the number of cards in the system is averaged, to find the warm-up."""


@dataclass(frozen=True)
class Board:
    """One cell, ready to play: its scenario (whose seed does not matter), until when, and from when figures count."""

    scenario: Scenario
    horizon: Time
    figures: tuple[str, ...]
    parts: bool = False
    series: bool = False


@dataclass(frozen=True)
class Job:
    """One run: which cell, which replication."""

    cell: int
    replication: int


@dataclass(frozen=True)
class Chunk:
    """Some runs that one worker plays one after the other; it carries the boards that they need."""

    number: int
    seed: int
    jobs: tuple[Job, ...]
    boards: Mapping[int, Board]

    def halves(self) -> "tuple[Chunk, Chunk]":
        """The same runs in two chunks."""
        middle = len(self.jobs) // 2
        return replace(self, jobs=self.jobs[:middle]), replace(self, jobs=self.jobs[middle:])


@dataclass(frozen=True)
class RunResult:
    """What one run gave: figures in the order of the board's, counts of cards, and parts and series if asked for."""

    job: Job
    figures: tuple[float, ...]
    finished: int
    unfinished: int
    parts: npt.NDArray[np.float64] | None = None
    series: npt.NDArray[np.float64] | None = None


def play_chunk(chunk: Chunk) -> list[RunResult]:
    """Play every run of a chunk, in order."""
    readers = {cell: _readers(board) for cell, board in chunk.boards.items()}
    return [
        play_run(job, chunk.boards[job.cell], readers[job.cell], seed_of(chunk.seed, job.replication))
        for job in chunk.jobs
    ]


def play_run(job: Job, board: Board, readers: Sequence[Reader], seed: int) -> RunResult:
    """One run of `board` with this seed."""
    simulation = Simulation(board.scenario.with_seed(seed))
    simulation.advance_to(board.horizon)
    flow = FlowAccumulator(board.scenario)
    staffing = Staffing.of(board.scenario)
    flow.read(simulation.trace, simulation.now, staffing)
    figures = figures_of(flow, staffing)
    return RunResult(
        job,
        tuple(reader(figures, flow) for reader in readers),
        figures.finished,
        figures.unfinished,
        _parts_of(flow, figures.cycle_time.mean) if board.parts else None,
        cards_in_system(flow, board.horizon) if board.series else None,
    )


def _parts_of(flow: FlowAccumulator, cycle_time: Time) -> npt.NDArray[np.float64]:
    """The parts of the mean lead time, place by place and state by state, and behind them the mean cycle time."""
    return np.append(lead_time_parts(flow).ravel(), cycle_time)


def cards_in_system(flow: FlowAccumulator, horizon: Time) -> npt.NDArray[np.float64]:
    """The number of cards in the system, averaged over equal periods from 0 to `horizon`."""
    edges = np.linspace(0.0, horizon, SERIES_LENGTH + 1)
    totals = np.zeros(SERIES_LENGTH)
    left = flow.rows["time"][flow.drops] if len(flow.drops) else np.empty(0)
    for times, sign in ((flow.lines[0], 1.0), (flow.lines[-1], -1.0), (left, -1.0)):
        ordered = np.sort(times)
        # ∫ of a count over [0, t] is Σ (t - time) over what has come by then.
        counts = np.searchsorted(ordered, edges, side="right")
        sums = np.concatenate(([0.0], np.cumsum(ordered)))
        totals += sign * np.diff(counts * edges - sums[counts])
    return totals / (horizon / SERIES_LENGTH)


def _readers(board: Board) -> list[Reader]:
    found = [reader_of(name, board.scenario) for name in board.figures]
    assert all(reader is not None for reader in found), "a plan is read before it is played"
    return [reader for reader in found if reader is not None]


def end_of(scenario: Scenario, horizon: Time | None) -> Time:
    """Until when a run goes: the plan's horizon, or where there is none until all work is done."""
    return inf if horizon is None and scenario.ends_by_itself else float(horizon or 0.0)
