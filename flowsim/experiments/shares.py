"""Of a difference that several changes make together, the share of each (Shapley 1953).

What one change adds depends on which others have been made before it; its share is the mean over all orders. So the
shares sum to the whole difference exactly, in every replication, and a change that adds nothing has none. For k changes
2^k boards are played, with common random numbers.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import factorial
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import Time
from flowsim.experiments.dispatcher import Dispatcher, Pool
from flowsim.experiments.plan import Cell, Plan
from flowsim.experiments.replication import Board, Chunk, Job, Past, board_of
from flowsim.experiments.statistics import Interval, interval_of
from flowsim.storage.settings import Settings

Floats = npt.NDArray[np.float64]

MOST_CHANGES: Final = 5
"""More of them need too many boards."""


@dataclass(frozen=True)
class Share:
    """What one change, the setting with this `path`, adds to a figure."""

    path: str
    interval: Interval


def shapley(values: Sequence[Floats]) -> Floats:
    """The share of each change in each replication, an array of changes x replications.

    `values[made]` are the replications of the board on which those changes are made whose bits `made` has.
    """
    changes = (len(values) - 1).bit_length()
    shares = np.zeros((changes, len(values[0])))
    for change in range(changes):
        for made in range(len(values)):
            if not made >> change & 1:
                before = made.bit_count()
                weight = factorial(before) * factorial(changes - before - 1) / factorial(changes)
                shares[change] += weight * (values[made | 1 << change] - values[made])
    return shares


def changes_between(before: Settings, after: Settings) -> list[str]:
    """The paths that differ; a path that one of them leaves out has there the value of the board itself."""
    paths = {**before, **after}
    return [path for path in paths if (path in before, before.get(path)) != (path in after, after.get(path))]


def shares_of(
    plan: Plan, before: Settings, after: Settings, figure: str, warm_up: Time, pool: Pool,
    stopped: Callable[[], bool] = lambda: False,
) -> list[Share]:  # fmt: skip
    """What each change from `before` to `after` adds to a figure of the plan's board, over the plan's replications.

    Empty if somebody stopped it.

    Raises:
        ValueError: there are no changes, or more than `MOST_CHANGES`.
        ScenarioProblems: some of the changes without the others make no board.
    """
    changes = changes_between(before, after)
    if not 0 < len(changes) <= MOST_CHANGES:
        raise ValueError(f"{len(changes)} changes: from 1 to {MOST_CHANGES} can be told apart")
    past = Past.of(plan)
    boards = {
        made: _board(plan, past, _mixed(before, after, changes, made), figure, warm_up)
        for made in range(1 << len(changes))
    }
    values = np.full((len(boards), plan.replications), np.nan)

    def chunk_of(number: int, jobs: tuple[Job, ...]) -> Chunk:
        return Chunk(number, plan.seed, jobs, {job.cell: boards[job.cell] for job in jobs})

    jobs = (Job(made, number) for number in range(plan.replications) for made in boards)
    came = 0
    for results in Dispatcher(pool, jobs, chunk_of, stopped).results():
        came += len(results)
        for result in results:
            values[result.job.cell, result.job.replication] = result.figures[0]
    if came < values.size:
        return []
    whole = values[:, np.isfinite(values).all(axis=0)]
    return [Share(path, interval_of(its)) for path, its in zip(changes, shapley(list(whole)), strict=True)]


def _mixed(before: Settings, after: Settings, changes: Sequence[str], made: int) -> dict[str, object]:
    """The settings where those changes are made whose bits `made` has."""
    sources: Mapping[str, Settings] = {path: after if made >> bit & 1 else before for bit, path in enumerate(changes)}
    paths = {**before, **after}
    return {path: source[path] for path in paths if path in (source := sources.get(path, before))}


def _board(plan: Plan, past: Past | None, settings: Settings, figure: str, warm_up: Time) -> Board:
    board = board_of(plan, Cell(0, "", settings), past)
    return replace(board, scenario=replace(board.scenario, warm_up=warm_up), figures=(figure,), goal=None)
