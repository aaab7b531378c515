"""Is it luck? Where a run lies among others with the same decisions, and when one card would have left otherwise.

People's acts are repeated at their moments. What they did to single cards means those that have the same numbers in the
other run; what the board refuses there is left out, as in every replay.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardId, CardState, Time
from flowsim.engine import Replay, Simulation
from flowsim.experiments.dispatcher import Dispatcher, Pool
from flowsim.experiments.plan import seed_of
from flowsim.experiments.replication import COUNTS, Board, Chunk, Job, RunResult
from flowsim.storage.settings import Settings, with_settings

RUNS: Final = 1000


@dataclass(frozen=True)
class Luck:
    """A `figure` of one run, its `own`, among `others`, in order of size."""

    figure: str
    own: float
    others: npt.NDArray[np.float64]

    @property
    def lower(self) -> int:
        """How many of the others are lower."""
        return int(np.searchsorted(self.others, self.own, side="left"))

    @property
    def equal(self) -> int:
        """How many of the others are the same."""
        return int(np.searchsorted(self.others, self.own, side="right")) - self.lower


def lucks_of(
    scenario: Scenario, session: SavedSession, own: Mapping[str, float], pool: Pool, runs: int = RUNS,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[list[Luck]]:  # fmt: skip
    """Where the run of `session`, whose figures are its `own`, lies among `runs` with other seeds, as they come in."""
    until, figures = session.time, tuple(name for name in own if name not in COUNTS)
    board = Board(replace(scenario, horizon=until), until, figures, acts=session.interventions)

    def chunk_of(number: int, jobs: tuple[Job, ...]) -> Chunk:
        return Chunk(number, scenario.seed, jobs, {0: board})

    jobs = (Job(0, number) for number in range(runs) if seed_of(scenario.seed, number) != scenario.seed)
    came: list[tuple[float, ...]] = []
    for results in Dispatcher(pool, jobs, chunk_of, stopped).results():
        came += [_in_order(tuple(own), figures, result) for result in results]
        table = np.array(came, dtype=np.float64)
        yield [Luck(name, value, _known(its)) for (name, value), its in zip(own.items(), table.T, strict=True)]


def _in_order(names: tuple[str, ...], figures: tuple[str, ...], result: RunResult) -> tuple[float, ...]:
    counts = {"finished": float(result.finished), "unfinished": float(result.unfinished)}
    values = counts | dict(zip(figures, result.figures, strict=True))
    return tuple(values[name] for name in names)


def _known(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.sort(values[np.isfinite(values)])


def left_otherwise(
    scenario: Scenario, session: SavedSession, card: CardId, settings: Settings,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Time | None, Time | None] | None:  # fmt: skip
    """When `card` left the board, and when it would have with these settings from the start (None: not by now).

    Cards bring the same work in both runs, so the difference is that of the settings, to this card. None at all if
    somebody stopped it.

    Raises:
        ScenarioProblems: the board would not be one with these settings.
    """
    left: list[Time | None] = []
    for board in (scenario, with_settings(scenario, settings)):
        replay = Replay(board, session.interventions, session.time)
        if not replay.go_on(stopped):
            return None
        left.append(_left(replay.simulation, card))
    return left[0], left[1]


def _left(simulation: Simulation, card: CardId) -> Time | None:
    rows = simulation.trace.rows()
    left = np.flatnonzero((rows["card"] == card) & (rows["state"] == CardState.DELIVERED))
    return float(rows["time"][left[0]]) if len(left) else None
