"""The one bridge between the program's core and Qt: the frame clock, and a signal that says what has changed."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from flowsim.domain.problems import Refused
from flowsim.session.changes import Changes
from flowsim.session.run import Run
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.ui.text.language import shown

FRAME_MS: Final = 16
ENGINE_BUDGET: Final = 0.004
"""Seconds of each frame that belong to the engine; the rest is for drawing."""

CHART_EVERY: Final = 0.12
"""Seconds between redraws of the charts while time goes on."""

LONG_FRAME: Final = 0.012
"""Seconds after which a frame has done enough: charts wait for the next one, but not for long."""

MOST_FOR_CHARTS: Final = 0.15
"""Share of the time that charts and figures may take; when they take longer, they are drawn less often."""


class Bridge(QObject):
    """Drives `session` by the one timer there is, and tells everybody what changed.

    Signals: `changed` (`Changes`, at once), `frame` (seconds of real time since the last frame, after `changed`),
    `drawing_due` (all `Changes` since the last `drawing_due`, at most every `CHART_EVERY` seconds), `refused` (the
    reason, translated).
    """

    changed = Signal(object)
    frame = Signal(float)
    drawing_due = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__()
        self.session = session
        self.holds_time = False
        self._clock = clock
        self._last_frame = clock()
        self._next_drawing = 0.0
        self._gathered = Changes.NOTHING
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Let frames come."""
        self._last_frame = self._clock()
        self._timer.start()

    def hold_time(self, held: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        """Let the run stand while something is in somebody's hand, or go on; it is not paused by that."""
        self.holds_time = held

    def stop(self) -> None:
        """No more frames."""
        self._timer.stop()

    def tick(self) -> None:
        """One frame."""
        now = self._clock()
        seconds, self._last_frame = now - self._last_frame, now
        before = self.session.run
        try:
            self.announce(self.session.tick(0.0 if self.holds_time else seconds, ENGINE_BUDGET))
        except Refused as refusal:
            self._tell(refusal, before)
        finally:
            # Also after an error: animations must go on, and autosave must run.
            self.frame.emit(seconds)
        room = self._clock() - now < LONG_FRAME or now > self._next_drawing + 3 * CHART_EVERY
        if self._gathered and now >= self._next_drawing and room:
            gathered, self._gathered = self._gathered, Changes.NOTHING
            began = self._clock()
            self.drawing_due.emit(gathered)
            cost = self._clock() - began
            in_proportion = cost / MOST_FOR_CHARTS if self.session.player.playing else 0.0
            self._next_drawing = began + max(CHART_EVERY, in_proportion)

    def do(self, step: Step) -> None:
        """Do one step of a person, at this moment."""
        if step.interventions:
            self.attempt(lambda: self.session.do(*step.interventions))

    def attempt(self, action: Callable[[], Changes]) -> None:
        """Do something to the session and tell what changed; a refusal is told as `refused`."""
        before = self.session.run
        try:
            self.announce(action())
        except Refused as refusal:
            self._tell(refusal, before)

    def _tell(self, refusal: Refused, before: Run) -> None:
        # A run that could not go on has been set back, or another one is on view with something left out.
        self.announce(self.session.run.changes_since(before))
        self.refused.emit(shown(str(refusal)))

    def announce(self, changes: Changes) -> None:
        """Tell everybody that `changes` have happened."""
        if changes:
            self._gathered |= changes
            self.changed.emit(changes)
