"""A run as it is played and read: the simulation, and the folds of its trace that grow with it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from flowsim.domain.conditions import Conditions
from flowsim.domain.interventions import Intervention
from flowsim.domain.words import Time
from flowsim.metrics import FlowAccumulator, Staffing
from flowsim.metrics.board_state import BoardState
from flowsim.metrics.finished_by_class import FinishedByClass
from flowsim.session.changes import Changes
from flowsim.session.playable_run import PlayableRun
from flowsim.session.simulation_view import SimulationView


@dataclass(frozen=True)
class Run:
    """A `simulation`, what is known of its flow, where every card stands now, and what was finished by class."""

    simulation: PlayableRun
    flow: FlowAccumulator
    board_state: BoardState
    finished_by_class: FinishedByClass

    @classmethod
    def of(cls, simulation: PlayableRun) -> "Run":
        """A run of which nothing has been read yet."""
        scenario = simulation.scenario
        folds = FlowAccumulator(scenario), BoardState(len(scenario.columns)), FinishedByClass(len(scenario.classes))
        return cls(simulation, *folds)

    @property
    def now(self) -> Time:
        """How far the simulation has come."""
        return self.simulation.now

    def changes_since(self, earlier: "Run") -> Changes:
        """What may be otherwise than when `earlier` was the run: another run, or another board as well."""
        if earlier is self:
            return Changes.EVERYTHING & ~(Changes.RUN | Changes.DOCUMENT)
        another = self.simulation.scenario is not earlier.simulation.scenario
        return Changes.EVERYTHING if another else Changes.EVERYTHING & ~Changes.DOCUMENT

    def latest_view(
        self, settings: Conditions, staffing: Staffing, interventions: Sequence[Intervention]
    ) -> SimulationView:
        """The view that goes on with the run, until people do something more."""
        deck = self.simulation.deck
        return SimulationView(
            self.simulation.scenario, self.flow, self.board_state, settings, staffing, interventions, deck,
            deck.reclassed, self.finished_by_class, self.simulation,
        )  # fmt: skip

    def view_at(self, time: Time) -> SimulationView:
        """The moment `time`, in time units from 0; what is no number is the beginning."""
        time = max(time, 0.0) if not np.isnan(time) else 0.0
        done = self.simulation.done
        return SimulationView.of_simulation(self.simulation, self.flow, time, done, self.finished_by_class)
