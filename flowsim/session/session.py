"""What the program is doing now: one scenario, its run, and what people have done in it.

Every call that changes something answers with `Changes`. A session knows no window; a window asks and shows.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from math import inf
from pathlib import Path
from typing import NoReturn, TypeAlias

from flowsim.domain.deadlock import stoppages
from flowsim.domain.interventions import Intervention, MoveCard, Setting
from flowsim.domain.phrases import phrase
from flowsim.domain.problems import EndlessInstant, Refused, ScenarioProblems
from flowsim.domain.saved_experiments import with_boards
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.words import CardId, Time
from flowsim.engine import Refusal, Replay, Simulation, played, refusals
from flowsim.session.changes import Changes
from flowsim.session.history import Act, History, Note, Rewrite
from flowsim.session.marks import Marks
from flowsim.session.player import Player, no_memory_left, too_long
from flowsim.session.replay_budgets import AT_ONCE, OPEN_BUDGET, REPLAY_BUDGET
from flowsim.session.replaying import Replaying
from flowsim.session.run_on_view import RunOnView
from flowsim.session.saved_state import SavedState
from flowsim.session.scenario_edits import Edit, as_edit, changes_nothing, keeps_the_run, usable
from flowsim.storage import Document

Clock: TypeAlias = Callable[[], float]
"""Gives seconds of real time."""


class Session(RunOnView):
    """One open scenario and its run; `file` knows what of them is saved.

    A long replay runs over several frames. Until it is done, `replay` is set, the old run stays on view, and steps and
    edits are refused; undo and redo still work, and it can be cancelled. Interventions that the replay refuses are
    removed from the history.

    Raises:
        ScenarioProblems: the run of this scenario must stop for good, or a saved intervention is refused.
        Refused: the replay of the saved session ran into an endless instant.
    """

    def __init__(
        self, document: Document, path: Path | None = None, clock: Clock = time.perf_counter, *, recovered: bool = False
    ) -> None:
        scenario, saved = document.scenario, document.session or SavedSession()
        if stops := stoppages(scenario):
            raise ScenarioProblems(stops)
        self.scenario = scenario
        history = History(scenario, saved.interventions, saved.workshop, with_boards(saved.experiments, scenario))
        super().__init__(history, Player(clock))
        self.file = SavedState(self.history, lambda: self._until, path, recovered=recovered)
        self._clock = clock
        self.replaying = Replaying(self.history, clock)
        self._refused: list[Refusal] = []
        self._marks = Marks()
        self._follow_workshop()
        self.replaying.begin(saved.time, opens=True)
        try:
            self._take_over(Simulation(scenario))
        except EndlessInstant as endless:
            raise Refused(str(endless)) from endless
        self._go_on_replaying(OPEN_BUDGET)
        if self._refused:
            raise ScenarioProblems(refusals(self._refused))

    # What is open

    @classmethod
    def recovered(cls, document: Document, path: Path | None, clock: Clock = time.perf_counter) -> "Session":
        """A session that was left behind by a crash; it is unsaved, whatever stands in the file at `path`."""
        return cls(document, path, clock, recovered=True)

    # A replay that takes longer

    @property
    def replay(self) -> Replay | None:
        """The replay under way, if any; `replaying` tells more about it."""
        return self.replaying.replay

    def cancel_replay(self) -> Changes:
        """No replay any more: the run on view stays, with its history. What is only being opened begins at time 0."""
        if self.replay is None:
            return Changes.NOTHING
        self.replaying.cancel()
        return Changes.PLAYING | Changes.TIME | self._follow_workshop()

    # Time

    def look(self, time: Time | None) -> Changes:
        """Pause and show the run as it was at `time`; None, or the latest moment, returns to now."""
        if self.replay is not None:
            return Changes.NOTHING
        if time is not None or self._time_travel.back:
            self.player.pause()  # the run stands meanwhile, and a film that is left is no reason to go on with it
        return Changes.PLAYING | self._time_travel.at(time)

    def tick(self, seconds: float, budget: float) -> Changes:
        """One frame: go on playing, or replaying, for no longer than `budget` seconds of real time.

        Raises:
            Refused: the run cannot go on, or a replay had to leave something out, with the reason.
        """
        if self.replay is not None:
            changes = self._go_on_replaying(max(budget, REPLAY_BUDGET))
            if self._refused:
                raise Refused(phrase("left out in the replay, because the board refuses it: {0}", self._refused[0][2]))
            return changes
        if not self.player.playing:
            return Changes.NOTHING
        if self._time_travel.back:
            return self._time_travel.film(seconds)
        kept_up = self.player.keeps_up
        with self._kept_whole():
            goes_on = self.player.advance(self.simulation, seconds, budget)
            changes = Changes.TIME | self._read()
        if not goes_on:
            changes |= Changes.PLAYING
        if (rows := len(self.simulation.trace)) >= self.player.most_rows:
            self.player.pause()
            raise Refused(too_long(rows))
        return changes if kept_up == self.player.keeps_up else changes | Changes.SPEED

    def play(self) -> Changes:
        """Play, unless the run has ended; while looking back, play what happened again up to now.

        Raises:
            Refused: people predict first.
        """
        self._must_have_predicted()
        if self._time_travel.back or not self.ended:
            self.player.play()
        return Changes.PLAYING

    def pause(self) -> Changes:
        """Let time stand."""
        self.player.pause()
        return Changes.PLAYING | Changes.SPEED

    def step(self) -> Changes:
        """Play the next event and stand; not beyond the end of the run or the round.

        Raises:
            Refused: the run cannot go on, with the reason.
        """
        self.player.pause()
        self._must_have_predicted()
        if self._time_travel.back:
            return self._time_travel.step()
        with self._kept_whole():
            if self.replay is None and not self.ended:
                self.player.step(self.simulation)
            return Changes.PLAYING | Changes.TIME | self._read()

    def _must_have_predicted(self) -> None:
        if not self.looks_back and (reason := self.workshop.why_time_stands) is not None:
            raise Refused(reason)

    def restart(self) -> Changes:
        """Restart at time 0 with the same seed and without interventions; undo brings the old run back.

        Raises:
            Refused: the new run cannot go on (an endless instant); the run on view stays.
        """
        its = self.workshop.under_way
        if its is not None and its.revealed:
            raise Refused(phrase("the round has been revealed: keep it, or give it up, before the run begins again"))
        return self._rewrite(Edit(self.history.scenario, phrase("restart")), anew=self.begun)

    def set_speed(self, speed: float) -> Changes:
        """Ask for `speed` time units a second."""
        self.player.take_speed(speed)
        return Changes.SPEED

    # What people do

    def do(self, *step: Intervention, by_dice: bool = False) -> Changes:
        """Do one step now, made of one intervention or several; their `at` is set to this moment.

        Raises:
            Refused: with the reason. Settings are done all or none; of acts on cards, those before it stay done.
        """
        if (reason := self._why_not_now if by_dice else self.why_nothing) is not None:
            raise Refused(reason)
        if all(changes_nothing(self.scenario, self.conditions, one) for one in step):
            return Changes.NOTHING
        if not self.begun and (built := as_edit(self.scenario, self.conditions, step)) is not None:
            return self.edit(built)
        whole = all(isinstance(one, Setting) for one in step)
        if whole and (reason := self.simulation.why_not(*step)) is not None:
            raise Refused(reason)
        self._marks.before_an_act(self.simulation)
        done: list[Intervention] = []
        try:
            for one in step:
                if done and isinstance(one, MoveCard) and self.simulation.is_in(one.card, one.column):
                    continue  # what was done before made room, and the board pulled it there
                now = replace(one, at=self.simulation.now)
                self.simulation.do(now)
                done.append(now)
        except EndlessInstant as endless:
            self._note([] if whole else done)
            self._give_up(endless)
        except Refused:
            self._note(done)
            raise
        self._note(done)
        return Changes.CARDS | Changes.CONDITIONS | Changes.HISTORY

    @property
    def why_nothing(self) -> str | None:
        """Why nothing at all can be done at this moment; None if something can."""
        if (reason := self._why_not_now) is None and self.workshop.by_dice:
            return phrase("dice move the cards in this round: press Roll, or give the round up")
        return reason

    @property
    def _why_not_now(self) -> str | None:
        if self.replay is not None:
            return phrase("please wait: the run is being replayed")
        if self._time_travel.back:
            return phrase("you are looking at the past; press End to return to now")
        if self.begun and self.round_is_over:
            return phrase("the round is over: keep it or give it up, or drag the timeline back and try it from there")
        return None

    def why_not(self, *step: Intervention) -> str | None:
        """Why one of `step` would be refused; None if all would be done, or offered as a branch. Changes nothing."""
        return self.why_nothing if self.replay else None if self.looks_back else self.simulation.why_not(*step)

    def room_in(self, column: int, card: CardId, class_index: int | None = None) -> float:
        """How many cards like `card`, or of the class at this place, may be put into a column (from 0); inf: any."""
        return inf if self.looks_back else self.simulation.room_in(column, card, class_index)

    def _note(self, done: list[Intervention]) -> None:
        if done:
            self.history.act(tuple(done), self._clock())
            self._take_in()
        self._read()

    def edit(self, edit: Edit) -> Changes:
        """Change the scenario. If the run could not have gone as it went, it begins again; undo brings it back.

        Raises:
            Refused: with the reason; nothing has changed.
        """
        if (reason := self.why_nothing) is not None:
            raise Refused(reason)
        before = self.history.scenario
        after = usable(before, edit.after)
        if after == before:
            return Changes.NOTHING
        ends_before_now = after.horizon is not None and after.horizon < self._until
        anew = self.begun and (ends_before_now or not keeps_the_run(before, after, self._until))
        return self._rewrite(replace(edit, after=after), anew=anew)

    def note(self, note: Note) -> Changes:
        """Put a change of what stands beside the run into the history; the run goes on as it is.

        Raises:
            Refused: the run is being replayed.
        """
        if self.replay is not None:
            raise Refused(phrase("please wait: the run is being replayed"))
        self.history.note(note, self._clock())
        return self._follow_workshop()

    def play_instead(self, its: Rewrite, until: Time, needed: Sequence[Intervention] = ()) -> Changes:
        """Put another run on view, played up to `until`; undo brings back the one there was.

        If the board refuses one of the interventions `needed`, the run there was stays on view.

        Raises:
            Refused: with the reason; nothing has changed.
        """
        if self.replay is not None:
            raise Refused(phrase("please wait: the run is being replayed"))
        self.player.pause()
        self._time_travel.stop()
        self.replaying.keep_history()
        self.history.rewrite(replace(its, anew=True, left_at=self._until), self._clock())
        self._follow_workshop()
        return Changes.PLAYING | Changes.WORKSHOP | self._play_again(until, needed)

    def _follow_workshop(self) -> Changes:
        """Time stops where the round that is played says."""
        its = self.workshop.under_way
        self.player.stops_at = inf if its is None or its.until is None else its.until
        self.player.rests_at = inf
        if its is not None and not its.locked:
            self.player.pause()  # who predicts must not see the run go on
        return Changes.HISTORY | Changes.WORKSHOP | Changes.PLAYING

    @property
    def begun(self) -> bool:
        """Whether the run has begun: time has passed, or somebody has done something in it."""
        return self._until > 0 or bool(self.history.interventions)

    def _rewrite(self, edit: Edit, *, anew: bool) -> Changes:
        if anew:
            self.player.pause()
            self.player.rests_at = inf
        self.replaying.keep_history()
        its = Rewrite(self.history.scenario, edit.after, edit.words, anew, edit.gesture, left_at=self._until)
        self.history.rewrite(its, self._clock())
        return Changes.PLAYING | self._play_again(0.0 if anew else self._until)

    def undo(self) -> Changes:
        """Undo the last step: the run is replayed without it.

        Raises:
            Refused: the run cannot go on without it (an endless instant); the run on view stays.
        """
        if not self.history.can_undo:
            return Changes.NOTHING
        if isinstance(self.history.done[-1], Note):
            self.history.undo(self._until)
            return self._follow_workshop()
        self.replaying.keep_history()
        last, until = self.history.done[-1], self.history.undo(self._until)
        until = last.step[0].at if self.workshop.by_dice and isinstance(last, Act) else until  # a roll comes again
        self._time_travel.stop()
        return self._follow_workshop() | self._play_again(until)

    def redo(self) -> Changes:
        """Redo the step undone last, at its own time; the run is replayed with it.

        Raises:
            Refused: the run cannot go on with it (an endless instant); the run on view stays.
        """
        if not self.history.undone:
            return Changes.NOTHING
        if isinstance(self.history.undone[-1], Note):
            self.history.redo(self._until)
            return self._follow_workshop()
        self.replaying.keep_history()
        until = self.history.redo(self._until)
        return self._follow_workshop() | self._play_again(until)

    @property
    def _until(self) -> Time:
        """The moment that is on view, or will be when the replay under way is done."""
        return self.now if self.replay is None else self.replay.until

    # How it is done

    @contextmanager
    def _kept_whole(self) -> Iterator[None]:
        """What breaks off in the middle of an instant leaves the run as it was after the last whole one."""
        try:
            yield
        except EndlessInstant as endless:
            self._give_up(endless)
        except MemoryError as error:
            self._make_room()
            raise Refused(no_memory_left()) from error

    def _make_room(self) -> None:
        """There is no memory for more: play again what there was, and not one row more from now on.

        The rows are as many as before, but the larger block that was asked for is not.
        """
        self.player.pause()
        until = self.now
        self.player.most_rows = len(self.simulation.trace)
        self._take_over(Simulation(self.scenario))  # the old run makes room before the new one takes it
        try:
            self._take_over(played(self.scenario, self.history.interventions, until))
        except MemoryError:
            self.restart()

    def _give_up(self, endless: EndlessInstant) -> NoReturn:
        """The engine stopped in the middle of an instant: go back to the last whole one, and say why."""
        self.player.pause()
        self._take_over(played(self.scenario, self.history.interventions, self.now))
        raise Refused(str(endless)) from endless

    def _play_again(self, until: Time, needed: Sequence[Intervention] = ()) -> Changes:
        its, begun = self.history, None
        with suppress(MemoryError):  # then it is played again, in place of the run on view
            begun = self._marks.run_towards(self.simulation, its.scenario, its.interventions, until)
        self.replaying.begin(until, begun=begun, needed=needed)
        return Changes.HISTORY | self._go_on_replaying(AT_ONCE)

    def _go_on_replaying(self, budget: float) -> Changes:
        if (done := self.replaying.go_on(budget)) is None:
            return Changes.PLAYING
        simulation, self._refused = done
        before = self.run
        self._take_over(simulation)
        return self.run.changes_since(before)
