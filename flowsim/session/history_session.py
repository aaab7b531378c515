"""A team's history on the board: it can be watched, looked back at, pinned and exported, and not changed."""

import time
from collections.abc import Callable, Sequence
from math import inf

import numpy as np

from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Scenario
from flowsim.domain.team_history import TeamHistory
from flowsim.domain.trace import Trace, change_of
from flowsim.domain.words import CardId, ColumnId, Time
from flowsim.engine import Snapshot, Standstill
from flowsim.metrics.card_catalogue import CardCatalogue
from flowsim.metrics.lived_run import CalledBy, LivedRun, lived_run
from flowsim.session.changes import Changes
from flowsim.session.history import Note, Rewrite
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.storage import Document


def why_fixed() -> Phrase:
    """Why nothing can be done here."""
    return phrase("this is what happened, and cannot be changed; try things on the board that was fitted to it")


class LivedPlay:
    """A history as it is played: its rows come one day after the other, up to the moment that has been reached."""

    def __init__(self, lived: LivedRun) -> None:
        self._lived = lived
        self._rows = lived.trace.rows()
        self._times = self._rows["time"].copy()
        self.trace = Trace()
        self.now: Time = 0.0
        self._take_up_to(0.0)

    @property
    def scenario(self) -> Scenario:
        """The columns of the team, and nothing else."""
        return self._lived.scenario

    @property
    def deck(self) -> CardCatalogue:
        """What is known of the cards."""
        return self._lived.cards

    @property
    def interventions(self) -> Sequence[Intervention]:
        """Nobody has done anything by hand."""
        return ()

    @property
    def done(self) -> Sequence[Intervention]:
        """Nothing was changed."""
        return ()

    @property
    def next_time(self) -> Time:
        """When something happens next; inf after the last."""
        at = len(self.trace)
        return float(self._times[at]) if at < len(self._times) else inf

    @property
    def over(self) -> bool:
        """Whether all of the history has been played."""
        return self.now >= self._lived.end

    @property
    def standstill(self) -> Standstill | None:
        """A history does not stand still: what comes is known."""
        return None

    def snapshot(self) -> Snapshot:
        """There is no board that could go on."""
        raise Refused(why_fixed())

    def advance_to(self, time: Time, pause: Callable[[], bool] | None = None) -> bool:
        """Let everything happen up to `time`; it is always reached."""
        if time > self.now:
            self._take_up_to(time)
            self.now = min(time, max(self._lived.end, self.now))
        return True

    def step(self) -> bool:
        """Let the next day happen; False if there is none."""
        if self.next_time == inf:
            return False
        self.advance_to(self.next_time)
        return True

    def _take_up_to(self, time: Time) -> None:
        begin, end = len(self.trace), int(np.searchsorted(self._times, time, side="right"))
        for when, card, column, state, worker in self._rows[begin:end].tolist():
            self.trace.times.append(when)
            self.trace.cards.append(card)
            self.trace.changes.append(change_of(column, state, worker))

    def do(self, intervention: Intervention) -> None:
        """Nothing can be done.

        Raises:
            Refused: always.
        """
        raise Refused(why_fixed())

    def why_not(self, *step: Intervention) -> str | None:
        """Why nothing can be done."""
        return why_fixed() if step else None

    def is_in(self, card: CardId, column: ColumnId) -> bool:
        """Nothing is moved, so nobody needs to know."""
        return False

    def room_in(self, column: int, card: CardId, class_index: int | None = None) -> float:
        """A history has no limits."""
        return inf

    def work_at_hand(self, card: CardId) -> tuple[Time, Time] | None:
        """Days do not tell of work."""
        return None

    def passes_again(self, card: CardId, by: Time = inf) -> int:
        """Work that was done again is part of the stay."""
        return 0


class HistorySession(Session):
    """A history on view, played to its end; it has no file, and what would change it is refused."""

    def __init__(
        self, history: TeamHistory, name: str, clock: Callable[[], float] = time.perf_counter, called: CalledBy = "ids"
    ) -> None:
        self._lived = lived_run(history, name, called)
        super().__init__(Document(self._lived.scenario), clock=clock)
        self._begin()
        self.simulation.advance_to(self._lived.end)
        self._read()
        self.file.mark_saved()

    def _begin(self) -> None:
        self._take_over(LivedPlay(self._lived))

    @property
    def is_fixed(self) -> bool:
        """A history is."""
        return True

    @property
    def _why_not_now(self) -> str | None:
        return super()._why_not_now or why_fixed()

    def why_not(self, *step: Intervention) -> str | None:
        """Why nothing can be done, at whatever moment."""
        return why_fixed()

    def restart(self) -> Changes:
        """Show it again from the beginning."""
        self.player.pause()
        before = self.run
        self._begin()
        return self.run.changes_since(before) | Changes.PLAYING

    def _rewrite(self, edit: Edit, *, anew: bool) -> Changes:
        raise Refused(why_fixed())

    def play_instead(self, its: Rewrite, until: Time, needed: Sequence[Intervention] = ()) -> Changes:
        """No other run takes its place.

        Raises:
            Refused: always.
        """
        raise Refused(why_fixed())

    def note(self, note: Note) -> Changes:
        """Rounds and experiments need a board that can be played.

        Raises:
            Refused: always.
        """
        raise Refused(why_fixed())
