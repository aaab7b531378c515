"""Playing a session again: the same scenario, the same seed, the same interventions, the same trace."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from flowsim.domain.interventions import Intervention
from flowsim.domain.problems import Problem, Refused
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.engine.simulation import Simulation

Refusal: TypeAlias = tuple[int, Intervention, str]
"""An intervention that the board refused: its place in the session, itself, and why."""


class Replay:
    """A run being played again up to `until`, in slices as long as the caller allows.

    It goes on from `begun`, if that is given: a run of this scenario with the first of these interventions.

    An intervention that the board now refuses (because an earlier one was taken back) is left out; `refused` lists
    those with the reasons.
    """

    def __init__(
        self, scenario: Scenario, interventions: Sequence[Intervention], until: Time, begun: Simulation | None = None
    ) -> None:
        self.simulation = begun or Simulation(scenario)
        self.refused: list[Refusal] = []
        self.until = until
        left = list(enumerate(interventions))[len(self.simulation.interventions) :]
        self._left = [(index, one) for index, one in reversed(left) if one.at <= until]

    @property
    def progress(self) -> float:
        """How far the replay has come, from 0 to 1, by time."""
        return min(self.simulation.now / self.until, 1.0) if self.until > 0 else 1.0

    def go_on(self, pause: Callable[[], bool] | None = None) -> bool:
        """Play until everything is played (True) or `pause` says to stop (False)."""
        while self._left:
            index, intervention = self._left[-1]
            if not self.simulation.advance_to(intervention.at, pause):
                return False
            self._left.pop()
            try:
                self.simulation.do(intervention)
            except Refused as refusal:
                self.refused.append((index, intervention, str(refusal)))
            # Many interventions may share one time, and then `advance_to` plays nothing and does not call `pause`.
            if pause is not None and pause():
                return False
        return self.simulation.advance_to(self.until, pause)


def played(scenario: Scenario, interventions: Sequence[Intervention], until: Time) -> Simulation:
    """The run of a whole session up to `until`, in one go; what is refused is left out."""
    replay = Replay(scenario, interventions, until)
    replay.go_on()
    return replay.simulation


def refusals(refused: Iterable[Refusal]) -> list[Problem]:
    """What a board refused of a saved session, as problems of its file."""
    return [Problem(f"session.interventions[{index}]", one.do, reason) for index, one, reason in refused]
