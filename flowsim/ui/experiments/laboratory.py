"""What the pages of the laboratory share: the board they ask about, the workers, and the runs that are known."""

from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, Signal

from flowsim.domain.problems import Refused
from flowsim.domain.saved_experiments import SavedExperiment
from flowsim.domain.scenario import Scenario
from flowsim.experiments.answer import Answer, Follower
from flowsim.experiments.executors import KeptPool
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.known_runs import KnownRuns
from flowsim.experiments.plan import Plan
from flowsim.session.kept_experiments import keep
from flowsim.session.session import Session
from flowsim.ui.experiments.background import Background, Stopped, Task, Work
from flowsim.ui.text.language import shown

TOLD_EVERY: Final = 0.1
"""Seconds between two looks at an experiment."""


class Laboratory(QObject):
    """The workers of one window, kept from one experiment to the next. Signal: `changed` (`Changes` of the session)."""

    changed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.pool = KeptPool()
        self.known = KnownRuns()
        self.experiments = Background(self)
        self.forecasts = Background(self)

    @property
    def board(self) -> Scenario:
        """The board with the settings that are in force now, as if it had had them from the start."""
        return self.session.conditions.in_force(self.session.scenario)

    @property
    def busy(self) -> bool:
        """Whether an experiment runs or waits; forecasts go by themselves."""
        return self.experiments.busy

    def keep(self, its: SavedExperiment) -> str:
        """Keep an experiment in the session, with what people did; why it cannot be, empty if it is."""
        try:
            changes = keep(self.session, its)
        except Refused as refusal:
            return shown(str(refusal))
        self.changed.emit(changes)
        return ""

    def begin(self, work: Work) -> Task:
        """Do this beside the window, after the experiments before it."""
        return self.experiments.begin(self._freeing(work))

    def look_ahead(self, work: Work) -> Task:
        """Do this beside the window and beside experiments."""
        return self.forecasts.begin(self._freeing(work, unless=lambda: self.busy))

    def answer(self, plan: Plan, names: Sequence[str] = ()) -> Task:
        """Play a plan and tell how it stands; `names` are what its settings are called."""

        def work(stopped: Stopped) -> Iterator[Answer]:
            experiment = Experiment(plan, self.pool, stopped, self.known)
            yield from Follower(experiment, monotonic, TOLD_EVERY, names).answers()

        return self.begin(work)

    def _freeing(self, work: Work, unless: Callable[[], bool] = lambda: False) -> Work:
        """The same work; where somebody stops it, workers that one long run holds are free for the next."""

        def freeing(stopped: Stopped) -> Iterator[object]:
            try:
                yield from work(stopped)
            finally:
                if stopped() and not unless():
                    self.pool.free()

        return freeing

    def leave(self) -> None:
        """The window goes: nothing goes on, and no process is left."""
        self.experiments.cancel()
        self.forecasts.cancel()
        self.pool.leave()  # first of all: nobody waits for what the workers have in hand
        self.experiments.leave()
        self.forecasts.leave()
        self.pool.leave()
