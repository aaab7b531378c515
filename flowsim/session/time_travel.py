"""Looking back: which earlier moment of a run is on view, and replaying what happened from there.

The run itself is never changed by it.
"""

from math import inf
from typing import Final

from flowsim.domain.words import Time
from flowsim.session.changes import Changes
from flowsim.session.player import Player
from flowsim.session.run import Run
from flowsim.session.simulation_view import SimulationView

FASTEST_FILM: Final = 5.0
"""Seconds of real time that showing a whole run again takes when the speed is unlimited."""


class TimeTravel:
    """What is looked at instead of now: a moment of `run` that people went back to, or one they only glance at."""

    def __init__(self, run: Run, player: Player) -> None:
        self._run = run
        self._player = player
        self._back: SimulationView | None = None
        self._glance: SimulationView | None = None

    @property
    def moment(self) -> SimulationView | None:
        """The earlier moment on view, None for now."""
        return self._glance or self._back

    @property
    def gone_back(self) -> SimulationView | None:
        """The moment people went back to, whatever they glance at."""
        return self._back

    @property
    def back(self) -> bool:
        """Whether people went back, and have not returned."""
        return self._back is not None

    def at(self, time: Time | None) -> Changes:
        """Go back to `time`; to now, if it is None or not past."""
        self._glance = None
        self._back = None if time is None or time >= self._run.now else self._run.view_at(time)
        return Changes.VIEW | Changes.TIME

    def peek(self, time: Time | None) -> Changes:
        """Glance at `time`; no longer, if it is None."""
        if time is None and self._glance is None:
            return Changes.NOTHING
        self._glance = None if time is None else self._run.view_at(min(time, self._run.now))
        return Changes.VIEW | Changes.TIME

    def stop(self) -> None:
        """Back to now."""
        self._back = self._glance = None

    def film(self, seconds: float) -> Changes:
        """Advance the moment on view by one frame of `seconds` of real time; at the latest moment, pause."""
        assert self._back is not None
        speed = self._player.speed if self._player.speed < inf else self._run.now / FASTEST_FILM
        changes = self.at(self._back.now + speed * seconds)
        if self.back:
            return changes
        self._player.pause()
        return changes | Changes.PLAYING

    def step(self) -> Changes:
        """Go on to the next moment at which something happened."""
        assert self._back is not None
        rows, read = self._run.flow.rows, self._back.flow.rows_read
        return Changes.PLAYING | self.at(float(rows["time"][read]) if read < len(rows) else None)
