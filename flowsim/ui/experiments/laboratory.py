"""What the pages of the laboratory share: the board they ask about, the workers, and the runs that are known."""

from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject

from flowsim.domain.scenario import Scenario
from flowsim.experiments.answer import Answer, Follower
from flowsim.experiments.executors import KeptPool
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.known_runs import KnownRuns
from flowsim.experiments.plan import Plan
from flowsim.session.session import Session
from flowsim.ui.experiments.background import Background, Stopped, Work

TOLD_EVERY: Final = 0.1
"""Seconds between two looks at an experiment."""


class Laboratory(QObject):
    """The workers of one window, kept from one experiment to the next."""

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

    def answering(self, plan: Plan, names: Sequence[str] = ()) -> Work:
        """The work that plays a plan and tells how it stands; `names` are what its settings are called."""

        def work(stopped: Stopped) -> Iterator[Answer]:
            experiment = Experiment(plan, self.pool, stopped, self.known)
            try:
                yield from Follower(experiment, monotonic, TOLD_EVERY, names).answers()
            finally:  # also when nobody asks for more
                if stopped():
                    self.pool.free()

        return work

    def leave(self) -> None:
        """The window goes: nothing goes on, and no process is left."""
        self.experiments.leave()
        self.forecasts.leave()
        self.pool.leave()
