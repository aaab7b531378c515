"""The replay under way: a run played again in slices of frames, which can be cancelled while the old one is on view."""

from collections.abc import Callable, Sequence
from typing import NoReturn

from flowsim.domain.interventions import Intervention
from flowsim.domain.problems import EndlessInstant, Refused
from flowsim.domain.words import Time
from flowsim.engine import Refusal, Replay, Simulation
from flowsim.session.history import History
from flowsim.session.player import no_memory_left


class Replaying:
    """Plays what `history` says again, and knows what to return to if that is not possible, or not wanted any more.

    `replay` is None while none is under way. `opens` tells that it is the run of a file that is being opened: there is
    no run on view to return to. `clock` gives seconds of real time.
    """

    def __init__(self, history: History, clock: Callable[[], float]) -> None:
        self.replay: Replay | None = None
        self.opens = False
        self._needed: Sequence[Intervention] = ()
        self._history = history
        self._clock = clock
        self._began = 0.0
        self._kept = history.kept()

    @property
    def seconds(self) -> float:
        """How long the replay has taken up to now, in real time."""
        return self._clock() - self._began

    def keep_history(self) -> None:
        """Remember what leads to the run on view, before it is changed."""
        if self.replay is None:
            self._kept = self._history.kept()

    def begin(
        self, until: Time, *, opens: bool = False, begun: Simulation | None = None,
        needed: Sequence[Intervention] = (),
    ) -> None:  # fmt: skip
        """Play the history again, up to `until`, from the start or from a run that has `begun` like it.

        Without the interventions `needed` there would be no point in it: if the board refuses one, all stays as it was.

        Raises:
            Refused: the run cannot go on (an endless instant); the history is as it was kept.
        """
        self.opens, self._needed, self._began = opens, needed, self._clock()
        if opens:
            self._kept = [], []  # there is no run yet that anything has led to
        try:
            self.replay = Replay(self._history.scenario, self._history.interventions, until, begun)
        except EndlessInstant as endless:
            self._stay(str(endless), endless)

    def go_on(self, budget: float) -> tuple[Simulation, list[Refusal]] | None:
        """Go on for `budget` seconds; when all is played the run, and what it refused and the history has forgotten.

        Raises:
            Refused: the run cannot go on (an endless instant, no memory), or what was needed is refused; the history
                is as it was kept.
        """
        assert self.replay is not None
        deadline = self._clock() + budget
        try:
            if not self.replay.go_on(lambda: self._clock() >= deadline):
                return None
        except EndlessInstant as endless:
            self._stay(str(endless), endless)
        except MemoryError as error:
            self._stay(no_memory_left(), error)
        replay, self.replay = self.replay, None
        for _, intervention, reason in replay.refused:
            if any(intervention is one for one in self._needed):
                self._stay(reason)
        for _, intervention, _ in replay.refused:
            self._history.forget(intervention)
        return replay.simulation, replay.refused

    def cancel(self) -> None:
        """No replay any more: the history is again what led to the run on view."""
        self.replay = None
        self._history.bring_back(self._kept)

    def _stay(self, reason: str, error: Exception | None = None) -> NoReturn:
        """What is on view was played without trouble; the run that was to take its place cannot be."""
        self.cancel()
        raise Refused(reason) from error
