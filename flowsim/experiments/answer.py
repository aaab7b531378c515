"""How an experiment stands: numbers that stay as they are while it goes on, to be shown, compared and told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import Time
from flowsim.experiments.best_setting import BestSetting, best_setting
from flowsim.experiments.experiment import Experiment, WarmUp
from flowsim.experiments.plan import Plan
from flowsim.experiments.replication import RunResult
from flowsim.experiments.results_folder import CAUSE_OF, part_of
from flowsim.experiments.run_figures import less_is_better
from flowsim.experiments.statistics import Interval, interval_of, paired_difference

Floats = npt.NDArray[np.float64]

BACKLOG: Final = -1
"""The place of the backlog, beside the columns from 0."""


@dataclass(frozen=True)
class Part:
    """What the mean lead times of two settings differ by at one place (a column, or `BACKLOG`) for one cause."""

    place: int
    cause: str
    interval: Interval


@dataclass(frozen=True, eq=False)
class Answer:
    """What is known after so many runs; `values` has whole replications only (replications x settings x figures).

    `names` are what the settings are called, `figures` those of the plan. `finished` and `unfinished` are mean numbers
    of cards at the end of a run, for each setting; `few` has the figures with a long tail and too few runs. `parts` sum
    to the difference of the mean lead times of the two settings, where two are compared. `done`: nothing more will come
    by itself. `pilot` is the mean number of cards in the system over a run (settings x periods), where a warm-up was
    sought.
    """

    plan: Plan
    names: tuple[str, ...]
    figures: tuple[str, ...]
    values: Floats
    runs: int
    at_most: int
    warm_up: WarmUp | None
    done: bool
    finished: Floats
    unfinished: Floats
    few: tuple[str, ...]
    pilot: Floats | None
    parts: tuple[Part, ...]

    @property
    def replications(self) -> int:
        """How many replications every setting has."""
        return len(self.values)

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        return min(self.runs / max(self.at_most, 1), 1.0)

    def of(self, figure: str) -> Floats:
        """The values of one figure: replications x settings."""
        its: Floats = self.values[:, :, self.figures.index(figure)]
        return its

    def intervals(self, figure: str) -> list[Interval]:
        """Mean and interval of a figure, for each setting."""
        return [interval_of(column) for column in self.of(figure).T]

    @cached_property
    def _best(self) -> dict[str, BestSetting | None]:
        return {name: best_setting(self.of(name), least=less_is_better(name)) for name in self.figures}

    def best(self, figure: str) -> BestSetting | None:
        """Which setting is best, as far as can be told."""
        return self._best[figure]

    def difference(self, figure: str, one: int = 0, other: int = 1) -> Interval:
        """How much more `other` has of a figure than `one`, run by run."""
        its = self.of(figure)
        return paired_difference(its[:, one], its[:, other])

    def better_in(self, figure: str, one: int = 0, other: int = 1) -> int:
        """In how many replications `other` is better than `one`."""
        change = self.of(figure)[:, other] - self.of(figure)[:, one]
        return int(np.count_nonzero(change < 0 if less_is_better(figure) else change > 0))


class Follower:
    """Plays `experiment` and tells now and then how it stands."""

    def __init__(
        self, experiment: Experiment, clock: Callable[[], float], every: Time, names: Sequence[str] = ()
    ) -> None:
        self._names = tuple(names) or tuple(cell.name for cell in experiment.cells)
        self._experiment = experiment
        self._clock = clock
        self._every = every
        self._rows: list[tuple[float, ...]] = []

    def answers(self) -> Iterator[Answer]:
        """How it stands, every so many seconds and at the end."""
        told = self._clock()
        yield self._answer(done=False)
        for result in self._experiment.play():
            self._take(result)
            if self._clock() - told >= self._every:
                told = self._clock()
                yield self._answer(done=False)
        yield self._answer(done=True)

    def _take(self, result: RunResult) -> None:
        self._rows.append(result.figures[: len(self._experiment.plan.figures)])

    def _answer(self, *, done: bool) -> Answer:
        its = self._experiment
        cells, figures = len(its.cells), len(its.plan.figures)
        whole = len(self._rows) // cells * cells
        values = np.array(self._rows[:whole], dtype=np.float64).reshape(-1, cells, figures)
        return Answer(
            its.plan, self._names, its.plan.figures, values, its.runs, its.at_most, its.warm_up, done,
            np.array([tally.mean[-2] for tally in its.tallies]), np.array([tally.mean[-1] for tally in its.tallies]),
            tuple(name for place, name in enumerate(its.plan.figures) if any(t.too_few(place) for t in its.tallies)),
            its.pilot, tuple(_parts(its)),
        )  # fmt: skip


def _parts(experiment: Experiment) -> Iterator[Part]:
    if len(experiment.cells) != 2 or not experiment.pairs:
        return
    pair = experiment.pairs[0]
    for place in range(len(experiment.plan.scenario.columns) + 1):
        for state, cause in CAUSE_OF.items():
            its = part_of(experiment, pair, place, state)
            if its is not None and (its.mean or its.deviation):
                yield Part(place - 1, cause, its)
