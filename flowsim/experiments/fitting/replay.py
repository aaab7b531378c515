"""The items of a history once more, on the board that was fitted to it.

They come when they came, and bring work by chance: what then differs from what happened is the board's doing. Listed
cards pass no column by and go no way back: such a one brings no work there, or that of all its passes at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.history_board import NOON
from flowsim.domain.scenario import ExplicitCard, Scenario
from flowsim.domain.team_history import TeamHistory
from flowsim.engine import Simulation
from flowsim.engine.streams import draws
from flowsim.experiments.fitting.board import FittedBoard
from flowsim.experiments.fitting.laws import Floats
from flowsim.experiments.fitting.lived import lived
from flowsim.experiments.fitting.ways_back import LEAST
from flowsim.experiments.forecast import delivered

REPLAYS: Final = 8
ENOUGH_ITEMS: Final = 8_000
"""Items over all replays from which on fewer of them are enough."""


@dataclass(frozen=True, eq=False)
class Flows:
    """By day, how many items had been started and finished by the team, and finished on the board with its arrivals."""

    days: Floats
    started: Floats
    finished: Floats
    on_the_board: Floats


def replayed(history: TeamHistory, board: FittedBoard, seed: int = 1) -> Scenario:
    """The board with the arrivals of the history; work and columns that are passed by are drawn from its laws."""
    its = lived(history)
    rng = np.random.default_rng(seed)
    days = np.flatnonzero(its.arrivals)
    came = np.repeat(days, its.arrivals[days]) + NOON
    passed_by = [rng.random(len(came)) < column.skipped for column in board.columns]
    works = _works(board, passed_by, rng)
    ids = [column.id for column in board.scenario.columns]
    cards = tuple(
        ExplicitCard(
            arrives=float(when),
            class_=board.scenario.classes[0].id,
            service={id_: float(work[at]) for id_, work in zip(ids, works, strict=True)},
        )
        for at, when in enumerate(came.tolist())
    )
    return replace(board.scenario, cards=cards, seed=seed)


def _works(board: FittedBoard, passed_by: Sequence[npt.NDArray[np.bool_]], rng: np.random.Generator) -> list[Floats]:
    """By column, the work of each card: none where it passes by, that of all passes in one where it goes back."""
    works = [
        np.where(by, 0.0, draws(column.work, rng)(len(by))) for column, by in zip(board.columns, passed_by, strict=True)
    ]
    for at, column in enumerate(board.columns):
        if column.back.share < LEAST:
            continue
        to, times = zip(*column.back.to.items(), strict=True)
        going_back = (rng.random(len(passed_by[at])) < column.back.share) & ~passed_by[at]
        for card in np.flatnonzero(going_back).tolist():
            for _ in range(int(rng.geometric(1 - column.back.share))):
                target = int(rng.choice(to, p=np.array(times) / sum(times)))
                for place in range(target, at + 1):
                    if not passed_by[place][card]:
                        works[place][card] += draws(board.columns[place].work, rng)(1)[0]
    return works


def flows(history: TeamHistory, board: FittedBoard) -> Flows:
    """What the team finished, and what the board does with the same arrivals, on average over some replays."""
    its = lived(history)
    evenings = np.arange(1.0, its.days + 1)
    ends = [(moment.day - its.first).days for item in its.items if (moment := item.entered[-1]) is not None]
    finished = np.searchsorted(np.sort(np.array(ends)), evenings).astype(np.float64)
    many = min(max(ENOUGH_ITEMS // max(len(its.items), 1), 1), REPLAYS)
    runs = [_finished(replayed(history, board, seed), evenings) for seed in range(1, many + 1)]
    return Flows(evenings, np.cumsum(its.arrivals).astype(np.float64), finished, np.mean(runs, axis=0))


def _finished(scenario: Scenario, evenings: Floats) -> Sequence[float]:
    run = Simulation(scenario)
    run.advance_to(float(evenings[-1]))
    found: Sequence[float] = np.searchsorted(delivered(run.trace.rows()), evenings, side="right").tolist()
    return found
