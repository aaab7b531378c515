"""An experiment being played: rounds of one replication in every cell, in the order of the plan, as they come in.

The order in which results are given, and all that is made of them, depends on the plan alone: not on how many workers
there are, where they are, or which of them is done first.
"""

from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from math import inf, isfinite
from typing import Final

import numpy as np

from flowsim.domain.words import Time
from flowsim.experiments.dispatcher import Dispatcher, Pool
from flowsim.experiments.forecast import delivered, resampled, why_not_resampled
from flowsim.experiments.known_runs import KnownRuns
from flowsim.experiments.plan import LEAST_PILOT, Cell, Plan
from flowsim.experiments.replication import COUNTS, SERIES_LENGTH, Board, Chunk, Job, Past, RunResult, board_of
from flowsim.experiments.run_figures import pooled_kinds
from flowsim.experiments.schedule import FixedSchedule, PreciseSchedule, Schedule
from flowsim.experiments.selection import OcbaSchedule, SelectionSchedule
from flowsim.experiments.statistics import mser5
from flowsim.experiments.tally import Moments, Pooled

FORECAST: Final = "forecast"
"""What came of a forecast's goal in a run; stands behind the figures that were asked for."""

MOST_PAIRED: Final = 5
"""Up to so many settings are compared each with each; more of them each with the first."""

MOST_IN_SELECTION: Final = 1_000
"""Replications of each setting after which a selection ends, unless the plan allows more."""


@dataclass(frozen=True)
class WarmUp:
    """From when on figures count, and whether that could be found."""

    time: Time
    sound: bool = True


class Experiment:
    """Plays `plan` on `pool`. `stopped` is asked now and then; whoever stops it keeps what there is.

    What is in `known` is not played again, and what is played will be in it.

    `tallies` sum up each cell (the plan's figures, then `COUNTS`), `differences` each pair of settings that are
    compared, `parts` what the lead times of a pair differ by, place and state,
    `outcomes` what came of a forecast's goal, cell by cell and run by run. `pilot` is what the warm-up was found from:
    the number of cards in the system, cells x periods of a run, averaged over some replications; None without one.
    """

    def __init__(
        self, plan: Plan, pool: Pool, stopped: Callable[[], bool] = lambda: False, known: KnownRuns | None = None
    ) -> None:
        self.plan = plan
        self.cells = plan.cells
        self.figures = (*plan.figures, *([FORECAST] if plan.forecast else []), *COUNTS)
        self.warm_up: WarmUp | None = None
        self.pilot: np.ndarray[tuple[int, int], np.dtype[np.float64]] | None = None
        self.rounds = 0
        self.runs = 0
        self._pool = pool
        self._known = known
        self.stopped = stopped
        self._past = Past.of(plan)
        self._boards_of_cells = [board_of(plan, cell, self._past) for cell in self.cells]
        self.outcomes: list[array[float]] = [array("d") for _ in self.cells if plan.forecast]
        self.tallies = [Moments(len(self.figures)) for _ in self.cells]
        self.pooled = [{kind: Pooled() for kind in pooled_kinds(plan.figures)} for _ in self.cells]
        self.pairs = _pairs(self.cells) if plan.compare else []
        self.differences = [Moments(len(self.figures)) for _ in self.pairs]
        self._places = len(plan.scenario.columns) + 1
        self.parts: dict[tuple[int, int], Moments] = {}
        self.schedule = self._made_schedule()

    @property
    def at_most(self) -> int:
        """Runs after which it ends at the latest."""
        if isinstance(self.schedule, OcbaSchedule):
            return self.schedule.at_most
        return self.schedule.at_most * max(len(self.schedule.active), 1)

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1, as far as can be told."""
        done = self.runs if isinstance(self.schedule, OcbaSchedule) else self.rounds
        return min(done / self.schedule.at_most, 1.0)

    @property
    def ends_by_itself(self) -> bool:
        """Whether every run comes to its own end, and has no warm-up."""
        return all(each.scenario.ends_by_itself for each in self._boards_of_cells)

    @property
    def undefined(self) -> set[int]:
        """Of what the best is sought for: cells with a run in which the figure is not defined."""
        schedule = self.schedule
        return schedule.undefined if isinstance(schedule, SelectionSchedule | OcbaSchedule) else set()

    @cached_property
    def alone(self) -> list[float] | None:
        """What the throughput up to now says by itself of the forecast's goal; None where that is nothing."""
        plan = self.plan
        if plan.session is None or plan.forecast is None:
            return None
        return resampled(plan.forecast, self._delivered, plan.session.time)

    @property
    def why_not_alone(self) -> str:
        """Why throughput up to now says nothing of the goal; empty if it does."""
        plan = self.plan
        if plan.session is None or plan.forecast is None:
            return ""
        return why_not_resampled(plan.forecast, self._delivered, plan.session.time)

    @cached_property
    def _delivered(self) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        assert self._past is not None
        return delivered(self._past.rows)

    # The warm-up

    def find_warm_up(self) -> WarmUp | None:
        """The warm-up of the plan; "auto" asks some replications of every cell, and takes the longest.

        So figures of all cells count from the same moment. MSER-5 judges the number of cards in the system, averaged
        over the replications of a cell; where it finds nothing sound there is none, and that is said. Runs that end by
        themselves, or with a goal, have none. Nothing is known (None) if somebody stopped before all had been asked.
        """
        plan = self.plan
        if plan.session is not None:
            self.warm_up = WarmUp(max(plan.session.time, 0.0 if plan.warm_up == "auto" else plan.warm_up))
        elif plan.horizon is None:
            self.warm_up = WarmUp(0.0)
        elif plan.warm_up != "auto":
            self.warm_up = WarmUp(plan.warm_up)
        elif self.ends_by_itself:
            self.warm_up = WarmUp(0.0)
        else:
            self.warm_up = self._found_warm_up(plan.horizon)
        return self.warm_up

    def _found_warm_up(self, horizon: Time) -> WarmUp | None:
        pilot = LEAST_PILOT  # however long the experiment is: one that is extended keeps its warm-up
        sums = np.zeros((len(self.cells), SERIES_LENGTH))
        jobs = [Job(cell.index, number) for number in range(pilot) for cell in self.cells]
        boards = self._boards(0.0, series=True)
        came: dict[Job, RunResult] = {}
        for results in self._dispatched(iter(jobs), boards):
            came.update((result.job, result) for result in results)
        if len(came) < len(jobs):
            return None
        for job in jobs:  # in the order of the plan: sums of floats depend on it
            series = came[job].series
            assert series is not None
            sums[job.cell] += series
        self.pilot = sums / pilot
        cuts = [mser5(series) for series in self.pilot]
        if not all(cut.sound for cut in cuts):
            return WarmUp(0.0, sound=False)
        return WarmUp(max(cut.start for cut in cuts) / SERIES_LENGTH * horizon)

    # The runs

    def play(self, recorded: Iterable[RunResult] = ()) -> Iterator[RunResult]:
        """Every run in the order of the plan; those `recorded` before are not played again.

        Raises:
            Culprit: a run ends every process that plays it.
            OutOfOrderError: what is `recorded` are not the first runs of the plan.
        """
        if self.warm_up is None and self.find_warm_up() is None:
            return
        assert self.warm_up is not None
        boards = self._boards(self.warm_up.time, parts=bool(self.pairs))
        source = _Results(self, iter(recorded), boards)
        while self.schedule.goes_on(self.rounds) and not self.stopped():
            round_: dict[int, RunResult] = {}
            for cell in tuple(self.schedule.active):
                result = source.result(Job(cell, self.rounds))
                if result is None:
                    return
                self._take(result)
                round_[cell] = result
                yield result
            self._end_round(round_)

    def _take(self, result: RunResult) -> None:
        values = np.array([*result.figures, result.finished, result.unfinished], dtype=np.float64)
        self.tallies[result.job.cell].add(values)
        for kind, pooled in self.pooled[result.job.cell].items():
            pooled.add(None if result.durations is None else result.durations[kind])
        if self.outcomes:
            value = result.figures[-1]
            self.outcomes[result.job.cell].append(value if isfinite(value) else inf)
        self.runs += 1

    def _end_round(self, results: Mapping[int, RunResult]) -> None:
        self.rounds += 1
        self.schedule.take({cell: result.figures for cell, result in results.items()})
        for (one, other), moments in zip(self.pairs, self.differences, strict=True):
            if one in results and other in results:
                moments.add(_values(results[other]) - _values(results[one]))
                self._compare_parts(one, other, results)

    def _compare_parts(self, one: int, other: int, results: Mapping[int, RunResult]) -> None:
        first, second = results[one].parts, results[other].parts
        if first is None or second is None:
            return
        if (one, other) not in self.parts:
            self.parts[one, other] = Moments(len(first))
        self.parts[one, other].add(second - first)

    def _boards(self, warm_up: Time, *, parts: bool = False, series: bool = False) -> dict[int, Board]:
        return {
            cell.index: replace(
                board, scenario=replace(board.scenario, warm_up=warm_up), parts=parts, series=series,
                goal=None if series else board.goal,
            )
            for cell, board in zip(self.cells, self._boards_of_cells, strict=True)
        }  # fmt: skip

    def _dispatched(self, jobs: Iterator[Job], boards: Mapping[int, Board]) -> Iterator[list[RunResult]]:
        """The results of these runs, in any order."""

        def chunk_of(number: int, its: tuple[Job, ...]) -> Chunk:
            return Chunk(number, self.plan.seed, its, {job.cell: boards[job.cell] for job in its})

        if self._known is None:
            return Dispatcher(self._pool, jobs, chunk_of, self.stopped).results()
        before = self._known.of(boards, self.plan.seed)
        return before.added_to(Dispatcher(self._pool, before.missing(jobs), chunk_of, self.stopped).results())

    def _made_schedule(self) -> Schedule:
        plan, cells = self.plan, len(self.cells)
        if plan.best is not None:
            figure, sign = plan.figures.index(plan.best.figure), 1.0 if plan.best.want == "least" else -1.0
            if plan.best.budget is not None:
                return OcbaSchedule(cells, figure, sign, plan.best.budget)
            most = max(plan.replications, MOST_IN_SELECTION)
            return SelectionSchedule(cells, figure, sign, plan.best.within, plan.best.confidence, most)
        if plan.precision is not None:
            figure = plan.figures.index(plan.precision.figure)
            least = min(plan.replications, plan.precision.max_replications)
            return PreciseSchedule(cells, plan.precision, figure, least)
        return FixedSchedule(cells, plan.replications)


class OutOfOrderError(ValueError):
    """What was recorded before is not what this plan plays."""


class _Results:
    """Gives the result of one run after the other, ahead of which others are being played."""

    def __init__(self, experiment: Experiment, recorded: Iterator[RunResult], boards: Mapping[int, Board]) -> None:
        self._experiment = experiment
        self._recorded = recorded
        self._boards = boards
        self._known: dict[Job, RunResult] = {}
        self._coming: Iterator[list[RunResult]] | None = None
        self._rounds = None if experiment.schedule.only_drops else _Rounds()

    def result(self, job: Job) -> RunResult | None:
        """The result of this run; None if somebody stopped it."""
        if self._coming is None:
            if (before := next(self._recorded, None)) is not None:
                if before.job != job:
                    raise OutOfOrderError(f"{before.job} stands where {job} belongs")
                return before
            ahead = self._ahead(job) if self._rounds is None else self._rounds
            self._coming = self._experiment._dispatched(ahead, self._boards)
        if self._rounds is not None:
            active = self._experiment.schedule.active
            self._rounds.add(Job(cell, job.replication) for cell in active if cell >= job.cell)
        while job not in self._known:
            results = next(self._coming, None)
            if results is None and self._experiment.stopped():
                return None
            if results is None:
                raise RuntimeError(f"{job} was never sent to be played")
            self._known.update((result.job, result) for result in results)
        return self._known.pop(job)

    def _ahead(self, first: Job) -> Iterator[Job]:
        """The runs from `first` on, if no more cells are dropped; where some are, theirs are for nothing.

        For schedules that do nothing but drop cells.
        """
        schedule = self._experiment.schedule
        active = tuple(schedule.active)
        yield from (Job(cell, first.replication) for cell in active[active.index(first.cell) :])
        for replication in range(first.replication + 1, schedule.at_most):
            yield from (Job(cell, replication) for cell in tuple(schedule.active))


class _Rounds:
    """The runs of the rounds that have begun; between rounds there are none, until the next one is known."""

    def __init__(self) -> None:
        self._jobs: deque[Job] = deque()
        self._last = Job(-1, -1)

    def add(self, jobs: Iterable[Job]) -> None:
        """The runs of a round, in order; those that were added before are not added again."""
        for job in jobs:
            if (job.replication, job.cell) > (self._last.replication, self._last.cell):
                self._jobs.append(job)
                self._last = job

    def __iter__(self) -> "Iterator[Job]":
        return self

    def __next__(self) -> Job:
        if not self._jobs:
            raise StopIteration
        return self._jobs.popleft()


def _pairs(cells: Sequence[Cell]) -> list[tuple[int, int]]:
    numbers = [cell.index for cell in cells]
    if len(numbers) <= MOST_PAIRED:
        return list(combinations(numbers, 2))
    return [(numbers[0], other) for other in numbers[1:]]


def _values(result: RunResult) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    values = np.array([*result.figures, result.finished, result.unfinished], dtype=np.float64)
    values[~np.isfinite(values)] = np.nan  # a goal that is never reached has no difference to another one
    return values
