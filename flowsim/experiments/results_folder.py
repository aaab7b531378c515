"""The folder of an experiment: its runs as they come in, and what they amount to; it can be gone on with.

`runs.csv` grows row by row in the order of the plan; a row that was being written when the process died is cut off when
somebody goes on. Everything else is made from it, and from `parts.csv` beside it, when the experiment ends or is ended.
"""

import csv
import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Final, TextIO, TypeVar

import numpy as np

from flowsim.domain.figure_names import CAUSES
from flowsim.domain.problems import Problem, ScenarioProblems
from flowsim.domain.words import CardState
from flowsim.domain.working_calendar import moment_of
from flowsim.experiments.experiment import Experiment, WarmUp
from flowsim.experiments.forecast import QUANTILES, with_confidence
from flowsim.experiments.plan import Plan
from flowsim.experiments.plan_file import WRITTEN_BY, plan_values
from flowsim.experiments.replication import COUNTS, Job, RunResult
from flowsim.experiments.statistics import Interval, nearest_rank
from flowsim.experiments.tally import Moments
from flowsim.metrics.lead_time_parts import STATES
from flowsim.storage.atomic import write_atomically
from flowsim.storage.tables import csv_text, save_text
from flowsim.storage.writing import document_text

T = TypeVar("T")

RUNS, PARTS, WARM_UP, PLAN = "runs.csv", "parts.csv", "warm_up.csv", "plan.json"
CAUSE_OF: Final = {state: cause for cause, state in CAUSES.items()} | {CardState.WORKING: "touch"}
ALL_CAUSES: Final = ("touch", *CAUSES)
DECOMPOSED: Final = ("lead_time.mean", "cycle_time.mean")
"""Figures whose difference is cut by cause; the parts sum to it."""


class ResultsFolder:
    """Writes the results of `experiment` into `folder`.

    Raises:
        OSError: it cannot be written.
    """

    def __init__(self, folder: Path, experiment: Experiment) -> None:
        self._folder = folder
        self._experiment = experiment
        self._runs: TextIO | None = None
        self._parts: TextIO | None = None
        folder.mkdir(parents=True, exist_ok=True)

    # Going on

    def begin(self, *, resume: bool) -> list[RunResult]:
        """Open the files; the runs that are there already, if the experiment is to go on.

        Raises:
            ScenarioProblems: there is something else in the folder.
        """
        identity = identity_of(self._experiment.plan)
        recorded: list[RunResult] = []
        runs_there = (self._folder / RUNS).exists()
        if runs_there and not resume:
            raise ScenarioProblems(
                [Problem(str(self._folder), "holds an experiment already", "another folder, or --resume")]
            )
        if resume and (runs_there or (self._folder / PLAN).exists()):
            self._must_be_the_same(identity)
        if runs_there:
            recorded = self._read()
            self._must_not_be_longer(recorded)
        write_atomically(self._folder / PLAN, (json.dumps(identity, indent=2, ensure_ascii=False) + "\n").encode())
        self._rewrite(recorded)
        return recorded

    def _must_be_the_same(self, identity: dict[str, Any]) -> None:
        try:
            there = json.loads((self._folder / PLAN).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            there = None
        if not isinstance(there, dict) or _without_length(there) != _without_length(identity):
            expected = "the plan it was begun with, by the same flowsim; only how long it goes on may differ"
            raise ScenarioProblems([Problem(str(self._folder), "another experiment", expected)])

    def _must_not_be_longer(self, recorded: Sequence[RunResult]) -> None:
        most = self._experiment.schedule.at_most
        there = max((run.job.replication + 1 for run in recorded), default=0)
        if there > most:
            place, given = str(self._folder), f"holds {there:,} replications already"
            raise ScenarioProblems([Problem(place, given, f"a plan of as many at least; this one ends after {most:,}")])

    def _read(self) -> list[RunResult]:
        """The runs that were written down whole.

        Raises:
            ScenarioProblems: somebody has changed the tables, and they are none of runs any more.
        """
        runs = list(self._rows(RUNS, 2 + len(self._experiment.figures), _read_run))
        if not self._experiment.pairs:
            return runs
        parts = self._rows(PARTS, len(self._parts_header()), lambda row: np.array([_number(each) for each in row[2:]]))
        return [replace(run, parts=its) for run, its in zip(runs, parts, strict=False)]  # the last one may lack its

    def _rows(self, name: str, cells: int, read: Callable[[list[str]], T]) -> Iterator[T]:
        for number, row in enumerate(_whole_rows(self._folder / name), start=2):
            try:
                if len(row) != cells:
                    raise ValueError
                yield read(row)
            except ValueError as error:
                place, given = str(self._folder / name), f"line {number} is no row that an experiment wrote"
                raise ScenarioProblems([Problem(place, given, "the table as it was, or another folder")]) from error

    def _rewrite(self, recorded: Sequence[RunResult]) -> None:
        header = ("cell", "replication", *self._experiment.figures)
        save_text(self._folder / RUNS, csv_text(header, map(_run_row, recorded)))
        self._runs = (self._folder / RUNS).open("a", encoding="utf-8", newline="")
        if self._experiment.pairs:
            save_text(self._folder / PARTS, csv_text(self._parts_header(), map(_parts_row, recorded)))
            self._parts = (self._folder / PARTS).open("a", encoding="utf-8", newline="")

    def warm_up(self) -> WarmUp | None:
        """The warm-up that was found before; None if there is none."""
        if not (self._folder / WARM_UP).exists():
            return None
        found = self._rows(WARM_UP, 2, lambda row: WarmUp(_number(row[0]), sound=row[1] == "yes"))
        return next(found, None)

    def keep_warm_up(self, warm_up: WarmUp) -> None:
        """Write down the warm-up, so that it need not be found again."""
        rows = [(_cell(warm_up.time), "yes" if warm_up.sound else "no")]
        save_text(self._folder / WARM_UP, csv_text(("warm_up", "sound"), rows))

    # As results come in

    def add(self, result: RunResult) -> None:
        """One more run; it is on the disk before the next thousand are."""
        assert self._runs is not None
        self._runs.write(_line(_run_row(result)))
        if self._parts is not None and result.parts is not None:
            self._parts.write(_line(_parts_row(result)))

    def flush(self) -> None:
        """What has been added is in the files."""
        for file in (self._parts, self._runs):
            if file is not None:
                file.flush()

    def close(self) -> None:
        """Nothing more comes."""
        for file in (self._parts, self._runs):
            if file is not None:
                file.close()

    # What they amount to

    def finish(self) -> None:
        """Write the tables of results."""
        self.close()
        save_text(self._folder / "results.csv", csv_text(*self._results()))
        if self._experiment.pairs:
            save_text(self._folder / "differences.csv", csv_text(*differences_table(self._experiment)))
            save_text(self._folder / "why.csv", csv_text(*why_table(self._experiment)))
        if self._experiment.outcomes:
            save_text(self._folder / "forecast.csv", csv_text(*forecast_table(self._experiment)))

    def _results(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        experiment = self._experiment
        paths = [each.path for each in experiment.plan.vary]
        medians = self._medians()
        header = (*(paths or ("name",)), "figure", "n", "mean", "ci_low", "ci_high", "sd", "median")
        rows = []
        for cell, tally in zip(experiment.cells, experiment.tallies, strict=True):
            named = [_setting(cell.settings[path]) for path in paths] or [cell.name]
            for place, figure in enumerate(experiment.figures):
                its = tally.interval(place)
                numbers = (its.mean, its.low, its.high, its.deviation, medians[cell.index][place])
                rows.append((*named, figure, its.n, *map(_cell, numbers)))
        return header, rows

    def _medians(self) -> list[list[float]]:
        """By cell and figure; the runs are read again, a figure at a time, so that they need not be held."""
        cells, figures = len(self._experiment.cells), len(self._experiment.figures)
        medians = [[math.nan] * figures for _ in range(cells)]
        for place in range(figures):
            values: list[list[float]] = [[] for _ in range(cells)]
            for row in islice(_whole_rows(self._folder / RUNS), self._experiment.runs):
                values[int(row[0])].append(_number(row[2 + place]))
            for cell in range(cells):
                medians[cell][place] = nearest_rank(np.array(values[cell]), 0.5)
        return medians

    def _parts_header(self) -> list[str]:
        places = ["backlog", *(column.id for column in self._experiment.plan.scenario.columns)]
        named = [f"{place}:{CardState(state).word}" for place in places for state in range(STATES)]
        return ["cell", "replication", *named, "cycle_time"]


def forecast_table(experiment: Experiment) -> tuple[Sequence[str], list[Sequence[object]]]:
    """Of each cell the time or number for each quantile; nothing where it is never reached."""
    goal, paths = experiment.plan.forecast, [each.path for each in experiment.plan.vary]
    assert goal is not None
    named = paths or (["name"] if experiment.plan.compare else [])
    rows: list[Sequence[object]] = []
    for cell, outcomes in zip(experiment.cells, experiment.outcomes, strict=True):
        if not outcomes:
            continue
        which = [_setting(cell.settings[path]) for path in paths] or ([cell.name] if named else [])
        for share in QUANTILES:
            value = with_confidence(goal, outcomes, share)
            rows.append([*which, f"{share:g}", _cell(value), *_date_of(experiment.plan, value)])
    dated = experiment.plan.scenario.calendar is not None and goal.cards is not None
    return [*named, "quantile", "value", *(["date"] if dated else [])], rows


def _date_of(plan: Plan, value: float) -> list[str]:
    """The date of a time by which so many cards are finished, where the board has a calendar."""
    calendar, goal = plan.scenario.calendar, plan.forecast
    if calendar is None or goal is None or goal.cards is None:
        return []
    moment = moment_of(calendar, plan.scenario.time_unit, value, ends=True)
    return ["" if moment is None else moment.date().isoformat()]


def differences_table(experiment: Experiment) -> tuple[Sequence[str], list[Sequence[object]]]:
    """What each pair of settings differs by: the second less the first; mean lead and cycle times also by cause."""
    rows: list[Sequence[object]] = []
    for pair, moments in zip(experiment.pairs, experiment.differences, strict=True):
        by_cause = causes_of(experiment, pair)
        for place, figure in enumerate(experiment.figures):
            its = moments.interval(place)
            causes = by_cause.get(figure, {})
            listed = [_cell(causes[cause]) if cause in causes else "" for cause in ALL_CAUSES]
            rows.append((pair_name(experiment, pair), figure, its.n, _cell(its.mean), _cell(its.low),
                         _cell(its.high), *listed))  # fmt: skip
    return ("pair", "figure", "n", "mean", "ci_low", "ci_high", *ALL_CAUSES), rows


def why_table(experiment: Experiment) -> tuple[Sequence[str], list[Sequence[object]]]:
    """What the mean lead times of each pair differ by, column by column and cause by cause, each with its interval."""
    rows: list[Sequence[object]] = []
    places = ["backlog", *(column.id for column in experiment.plan.scenario.columns)]
    for pair in experiment.pairs:
        for place, name in enumerate(places):
            for state, cause in CAUSE_OF.items():
                its = part_of(experiment, pair, place, state)
                if its is not None and (its.mean or its.deviation):
                    cells = map(_cell, (its.mean, its.low, its.high))
                    rows.append((pair_name(experiment, pair), name, cause, *cells))
    return ("pair", "column", "cause", "mean", "ci_low", "ci_high"), rows


def part_of(experiment: Experiment, pair: tuple[int, int], place: int, state: int) -> Interval | None:
    """What a pair differs by in the time of a finished card at one place in one state; None if nothing is known."""
    moments = experiment.parts.get(pair)
    return None if moments is None else moments.interval(place * STATES + state)


def causes_of(experiment: Experiment, pair: tuple[int, int]) -> dict[str, dict[str, float]]:
    """For mean lead and cycle time: what a pair differs by, by cause. The causes sum to the difference."""
    moments: Moments | None = experiment.parts.get(pair)
    if moments is None:
        return {}
    means = moments.mean[:-1].reshape(-1, STATES).sum(axis=0)
    lead = {cause: float(means[state]) for state, cause in CAUSE_OF.items()}
    # In the backlog only time after the start belongs to the cycle time: what the other causes leave of it.
    others = sum(value for cause, value in lead.items() if cause != "backlog")
    return {"lead_time.mean": lead, "cycle_time.mean": {**lead, "backlog": float(moments.mean[-1]) - others}}


def pair_name(experiment: Experiment, pair: tuple[int, int]) -> str:
    """A pair as tables call it."""
    return f"{experiment.cells[pair[0]].name} -> {experiment.cells[pair[1]].name}"


def identity_of(plan: Plan) -> dict[str, Any]:
    """What a folder says of the experiment in it: the plan with its scenario, and which flowsim played it."""
    scenario = json.loads(document_text(plan.scenario, plan.session))
    own = plan_values(plan)
    head = {key: own.pop(key) for key in ("format", "version", WRITTEN_BY)}
    return {**head, "scenario": scenario, **own}


def _without_length(identity: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in identity.items() if key not in ("replications", "precision")}


def _read_run(row: list[str]) -> RunResult:
    job = Job(int(row[0]), int(row[1]))
    return RunResult(job, tuple(map(_number, row[2 : -len(COUNTS)])), int(row[-2]), int(row[-1]))


def _run_row(result: RunResult) -> list[object]:
    job = result.job
    return [job.cell, job.replication, *map(_cell, result.figures), result.finished, result.unfinished]


def _parts_row(result: RunResult) -> list[object]:
    assert result.parts is not None
    return [result.job.cell, result.job.replication, *map(_cell, result.parts.tolist())]


def _cell(value: float) -> str:
    """A number with every digit it has; nothing for one that is not defined."""
    return repr(float(value)) if math.isfinite(value) else ""


def _number(cell: str) -> float:
    return float(cell) if cell else math.nan


def _setting(value: object) -> object:
    return "null" if value is None else json.dumps(value) if isinstance(value, dict | list | bool) else value


def _line(row: Sequence[object]) -> str:
    return ",".join(map(str, row)) + "\n"


def _whole_rows(path: Path) -> Iterator[list[str]]:
    """The rows of a table below its header; without the last one, if it was being written when the program died."""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        next(file, None)
        yield from csv.reader(line for line in file if line.endswith("\n"))
