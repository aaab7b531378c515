"""One run of an experiment, as a pure function of its job; what worker processes do.

Nothing here knows a window, a file or another run, so a job gives the same numbers wherever it is played.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from math import inf
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.interventions import Intervention
from flowsim.domain.problems import Problem, Refused, ScenarioProblems
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import Time
from flowsim.engine import Simulation, Snapshot, future, played
from flowsim.experiments.acts import acts_for
from flowsim.experiments.forecast import delivered, outcome
from flowsim.experiments.plan import Cell, ForecastGoal, Plan, in_words, seed_of
from flowsim.experiments.run_figures import Reader, durations_of, pooled_kinds, reader_of
from flowsim.metrics import Flow, FlowAccumulator, FlowSnapshot, Staffing, figures_of
from flowsim.metrics.lead_time_parts import lead_time_parts
from flowsim.storage.settings import with_settings

COUNTS: Final = ("finished", "unfinished")
"""Stand behind the figures of every run."""

SERIES_LENGTH: Final = 500
"""Equal periods of a run over which the number of cards in the system is averaged, to find the warm-up."""


@dataclass(frozen=True, eq=False)
class Past:
    """What all runs from now on have in common, played once: the `session`, its rows, and the board as it stands.

    `done` is what was changed by then, by people or by the plan.
    """

    session: SavedSession
    rows: npt.NDArray[np.void]
    snapshot: Snapshot
    done: tuple[Intervention, ...]

    @classmethod
    def of(cls, plan: Plan) -> "Past | None":
        """The past of a plan that starts now; None if it starts at the beginning."""
        if plan.session is None:
            return None
        run = played(plan.scenario, plan.session.interventions, plan.session.time)
        return cls(plan.session, run.trace.rows().copy(), run.snapshot(), tuple(run.done))


@dataclass(frozen=True)
class Board:
    """One cell, ready to play: its scenario (whose seed does not matter), until when, and from when figures count.

    Without a `horizon` a run goes on until its `goal` is decided. Runs begin at time 0, or after the `past`, which they
    have in common; then people do `acts`.
    """

    scenario: Scenario
    horizon: Time | None
    figures: tuple[str, ...]
    parts: bool = False
    series: bool = False
    past: Past | None = None
    acts: tuple[Intervention, ...] = ()
    goal: ForecastGoal | None = None


@dataclass(frozen=True)
class Job:
    """One run: which cell, which replication."""

    cell: int
    replication: int

    def __str__(self) -> str:
        return f"replication {self.replication} of cell {self.cell}"


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
    """What one run gave: figures in the order of the board's, counts of cards, and parts and series if asked for.

    The outcome of a forecast stands behind the figures; it is inf where the goal is never reached.
    """

    job: Job
    figures: tuple[float, ...]
    finished: int
    unfinished: int
    parts: npt.NDArray[np.float64] | None = None
    series: npt.NDArray[np.float64] | None = None
    durations: Mapping[str, npt.NDArray[np.float64]] | None = None


def play_chunk(chunk: Chunk) -> list[RunResult]:
    """Play every run of a chunk, in order."""
    players = {cell: Player(board) for cell, board in chunk.boards.items()}
    return [players[job.cell].play(job, seed_of(chunk.seed, job.replication)) for job in chunk.jobs]


class Player:
    """Plays runs of `board`."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._readers = _readers(board)
        self._pooled = () if board.series else pooled_kinds(board.figures)
        self._done = () if board.past is None else board.past.done
        self._staffing = Staffing.of(board.scenario, (*self._done, *board.acts))
        self._begin_with = FlowAccumulator(board.scenario)
        self._finished = 0
        if (past := board.past) is not None:
            self._finished = len(delivered(past.rows))
            self._begin_with.read(Trace.beginning_with(past.rows), past.session.time, self._staffing)

    def play(self, job: Job, seed: int) -> RunResult:
        """One run with this seed."""
        board, simulation = self._board, self._begun(seed)
        outcomes: tuple[float, ...] = ()
        if board.horizon is None:
            outcomes = self._outcomes(simulation)
        else:
            simulation.advance_to(board.horizon)
        live = FlowAccumulator(board.scenario) if board.past is None else self._begin_with.copied()
        staffing = self._staffing
        if board.scenario.plan:
            staffing = Staffing.of(board.scenario, (*self._done, *simulation.done))
        live.read(simulation.trace, simulation.now, staffing)
        flow: Flow = live
        if board.horizon is None and outcomes and board.goal is not None and board.goal.cards is not None:
            flow = FlowSnapshot(live, outcomes[0])  # it was played on somewhat further than the goal
        figures = figures_of(flow, staffing)
        return RunResult(
            job,
            (*(reader(figures, flow) for reader in self._readers), *(outcomes or self._outcomes(simulation))),
            figures.finished,
            figures.unfinished,
            _parts_of(flow, figures.cycle_time.mean) if board.parts else None,
            cards_in_system(live, board.horizon) if board.series and board.horizon is not None else None,
            {kind: durations_of(flow, kind).copy() for kind in self._pooled} if self._pooled else None,
        )

    def _begun(self, seed: int) -> Simulation:
        """A run that has come to where the runs part."""
        if (past := self._board.past) is None:
            simulation = Simulation(self._board.scenario.with_seed(seed))
        else:
            simulation = Simulation.resumed(future(past.snapshot, seed), past.rows)
        for act in self._board.acts:
            with suppress(Refused):  # another run, in which there is nothing to be done so
                simulation.do(act)
        return simulation

    def _outcomes(self, simulation: Simulation) -> tuple[float, ...]:
        goal = self._board.goal
        return () if goal is None else (outcome(goal, simulation, self._finished),)


def _parts_of(flow: Flow, cycle_time: Time) -> npt.NDArray[np.float64]:
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


def end_of(scenario: Scenario, horizon: Time | None) -> Time | None:
    """Until when a run goes: the plan's horizon, or until all work is done; None if there is neither."""
    return inf if horizon is None and scenario.ends_by_itself else horizon


def board_of(plan: Plan, cell: Cell, past: Past | None) -> Board:
    """The board of a cell: with its settings from the start, or as the one of the plan stands, with them from now on.

    `past` is what the plan's runs have in common, if they start now.

    Raises:
        ScenarioProblems: there is no such board, or a setting cannot change in a running one.
    """
    scenario, session = plan.scenario, plan.session
    if session is None:
        scenario = with_settings(scenario, cell.settings)
    board = Board(
        replace(scenario, horizon=plan.horizon), end_of(scenario, plan.horizon), plan.figures, past=past,
        goal=plan.forecast,
    )  # fmt: skip
    if session is None or not cell.settings:
        return board
    assert past is not None
    acts = acts_for(scenario, past.snapshot.conditions, session.time, cell.settings)
    running = Simulation.resumed(past.snapshot)
    for act in acts:
        try:
            running.do(act)
        except Refused as refused:
            asked = ", ".join(f"{path} = {in_words(value)}" for path, value in cell.settings.items())
            expected = "what the board allows at that moment"
            raise ScenarioProblems([Problem(asked, f"refused: {refused}", expected)]) from refused
    return replace(board, acts=acts)
