"""A moment of a run that is being played: its view, and what only the engine can tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flowsim.domain.interventions import Intervention
from flowsim.domain.words import CardId, CardState, Time
from flowsim.engine import Standstill
from flowsim.metrics import FlowAccumulator, FlowSnapshot, RunView
from flowsim.metrics.finished_by_class import FinishedByClass
from flowsim.session.playable_run import PlayableRun


@dataclass(frozen=True)
class SimulationView(RunView):
    """The view of a run together with its `simulation`, which is asked only for what no row of the trace tells."""

    simulation: PlayableRun

    @classmethod
    def of_simulation(
        cls,
        simulation: PlayableRun,
        live: FlowAccumulator,
        time: Time,
        done: Sequence[Intervention],
        finished: FinishedByClass,
    ) -> "SimulationView":
        """The moment `time` of a run that is being played."""
        view = RunView.earlier(live, time, simulation.deck, done, finished)
        return cls(**{name: getattr(view, name) for name in RunView.__dataclass_fields__}, simulation=simulation)

    def passes_again(self, card: CardId) -> int:
        """How often work on `card` had been done again."""
        return self.simulation.passes_again(card, self.now)

    def work_at_hand(self, card: CardId) -> tuple[Time, Time] | None:
        """When the present stretch of work on `card`, or the set-up for it, began and how long it takes.

        A stretch that was broken off later is known only as long as it lasted.
        """
        its = self.board_state.cards[card]
        if its.state not in (CardState.SETUP, CardState.WORKING):
            return None
        ended = self.flow.ended(card) if isinstance(self.flow, FlowSnapshot) else None
        return self.simulation.work_at_hand(card) if ended is None else (its.since, ended - its.since)

    @property
    def standstill(self) -> Standstill | None:
        """Where and why nothing moves any more, if that was so then."""
        stands = self.simulation.standstill
        return stands if stands is not None and stands.since <= self.now else None


def view_of(simulation: PlayableRun) -> RunView:
    """The end of a run that was played without a session."""
    return RunView.of_trace(simulation.scenario, simulation.trace, simulation.now, simulation.deck, simulation.done)
