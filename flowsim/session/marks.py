"""Moments of a run to go back to without playing it again: the board as it stood before each of the last acts.

What is undone is mostly recent. From the mark before it the run goes on with the same rows, so undo costs as much as
there are cards on the board and rows to read, however long it took to play them.
"""

from collections.abc import Sequence
from typing import Final

from flowsim.domain.interventions import Intervention
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.engine import Mark, Simulation
from flowsim.session.playable_run import PlayableRun

MOST: Final = 64
MOST_CARDS: Final = 1_000
"""With more cards on the board writing it down would be felt at every act; such a run is played again."""


class Marks:
    """The marks of one run, and of those that have their beginning in common with it."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []

    def before_an_act(self, simulation: PlayableRun) -> None:
        """Somebody is about to act."""
        if isinstance(simulation, Simulation) and simulation.cards_on_board <= MOST_CARDS:
            self._marks = [*self._marks[-MOST + 1 :], simulation.mark()]

    def run_towards(
        self, simulation: PlayableRun, scenario: Scenario, interventions: Sequence[Intervention], until: Time
    ) -> Simulation | None:
        """A run of `scenario` that has come as far as possible on the way to these interventions, and to `until`.

        None if it has to be played from the start. Marks behind it are forgotten.
        """
        if not isinstance(simulation, Simulation) or simulation.scenario != scenario:
            return None
        done = tuple(simulation.interventions)
        while self._marks:
            mark = self._marks[-1]
            if mark.snapshot.scenario is scenario and mark.now <= min(simulation.now, until):
                many = len(mark.interventions)
                rest = interventions[many:]
                if done[:many] == mark.interventions == tuple(interventions[:many]) and _all_later(rest, mark.now):
                    return simulation.back_at(mark)
            self._marks.pop()
        return None


def _all_later(acts: Sequence[Intervention], now: Time) -> bool:
    return all(act.at >= now for act in acts)
