"""The runs of the rounds in the table, played again when somebody asks, and kept while their rounds are there.

A round of usual length is played in milliseconds; longer ones are played in slices, so that no window waits for them.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from flowsim.domain.predictions import ChoiceQuestion
from flowsim.domain.problems import EndlessInstant
from flowsim.domain.workshop import Round, RoundUnderWay, Workshop
from flowsim.engine import Replay
from flowsim.metrics import RunView
from flowsim.session.simulation_view import view_of


@dataclass(frozen=True)
class _Played:
    """A round and its run: what the run depends on tells whether it is still the same."""

    its: Round
    run: RunView
    refused: frozenset[int] = frozenset()

    def is_of(self, other: Round) -> bool:
        mine = self.its
        same = mine.scenario is other.scenario and mine.interventions is other.interventions
        return mine.time == other.time and (
            same or (mine.scenario == other.scenario and mine.interventions == other.interventions)
        )


class RoundRuns:
    """Plays `rounds` one after the other; `run_of` gives what is there."""

    def __init__(self) -> None:
        self._played: list[_Played] = []
        self._wanted: list[Round] = []
        self._replay: tuple[Round, Replay] | None = None

    def want(self, rounds: Sequence[Round]) -> None:
        """These rounds are on view; runs of others are let go."""
        self._played = [its for its in self._played if any(its.is_of(one) for one in rounds)]
        self._wanted = [one for one in rounds if self.run_of(one) is None]
        if self._replay is not None and self._replay[0] not in self._wanted:
            self._replay = None

    @property
    def complete(self) -> bool:
        """Whether every round on view has been played."""
        return not self._wanted

    @property
    def missing(self) -> int:
        """How many rounds are still to be played."""
        return len(self._wanted)

    def run_of(self, its: Round) -> RunView | None:
        """The end of a round's run; None if it has not been played yet."""
        return next((played.run for played in self._played if played.is_of(its)), None)

    def refused(self, its: Round) -> Set[int]:
        """The places of the interventions that the board refused when the round was played again."""
        return next((played.refused for played in self._played if played.is_of(its)), frozenset())

    def go_on(self, pause: Callable[[], bool] | None = None) -> bool:
        """Play what is missing until all is there (True) or `pause` says to stop (False).

        A run that must stop for good is told as far as it came.
        """
        while self._wanted:
            its = self._wanted[0]
            if self._replay is None:
                self._replay = its, Replay(its.scenario, its.interventions, its.time)
            replay = self._replay[1]
            try:
                if not replay.go_on(pause):
                    return False
            except EndlessInstant:
                pass  # what was played before that instant is all there ever was of it
            refused = frozenset(place for place, _, _ in replay.refused)
            self._played.append(_Played(its, view_of(replay.simulation), refused))
            self._wanted.pop(0)
            self._replay = None
        return True


def run_of_round(its: Round) -> RunView:
    """The end of a round's run, played in one go."""
    runs = RoundRuns()
    runs.want([its])
    runs.go_on()
    run = runs.run_of(its)
    assert run is not None
    return run


def runs_to_compare_with(workshop: Workshop, its: RoundUnderWay) -> dict[str, RunView]:
    """By step, the run of its last round, for each step with which a question of the round under way compares."""
    choices = [each.question for each in its.predictions if isinstance(each.question, ChoiceQuestion)]
    wanted = {option.holds.than for choice in choices for option in choice.options if option.holds is not None}
    last = {each.step: each for each in workshop.rounds if each.exercise == its.exercise and each.step in wanted}
    return {step: run_of_round(each) for step, each in last.items()}
