"""Looking back: which earlier moment of the run is on view, and the film that plays from there.

The run itself stands, and is not changed.
"""

from math import inf
from typing import TYPE_CHECKING, Final

import numpy as np

from flowsim.domain.words import Time
from flowsim.session.changes import Changes
from flowsim.session.moment import Moment

if TYPE_CHECKING:
    from flowsim.session.session import Session

FASTEST_FILM: Final = 5.0
"""Seconds that a film of a whole run takes at the least, where time is to go as fast as it can."""


class Looking:
    """What is looked at instead of now: a moment people went back to, or one they only glance at."""

    def __init__(self) -> None:
        self._back: Moment | None = None
        self._glance: Moment | None = None

    @property
    def moment(self) -> Moment | None:
        """The earlier moment on view, None for now."""
        return self._glance or self._back

    @property
    def gone_back(self) -> Moment | None:
        """The moment people went back to, whatever they glance at."""
        return self._back

    @property
    def back(self) -> bool:
        """Whether people went back, and have not returned."""
        return self._back is not None

    def at(self, session: "Session", time: Time | None) -> Changes:
        """Go back to `time`; to now, if it is None or not past."""
        self._glance = None
        if time is None or time >= session.now:
            self._back = None
        else:
            self._back = self._moment(session, time)
        return Changes.VIEW | Changes.TIME

    def peek(self, session: "Session", time: Time | None) -> Changes:
        """Glance at `time`; no longer, if it is None."""
        if time is None and self._glance is None:
            return Changes.NOTHING
        self._glance = None if time is None else self._moment(session, min(time, session.now))
        return Changes.VIEW | Changes.TIME

    def stop(self) -> None:
        """Back to now."""
        self._back = self._glance = None

    def film(self, session: "Session", seconds: float) -> Changes:
        """`seconds` of the film; it ends at now, and stands there."""
        assert self._back is not None
        speed = session.player.speed if session.player.speed < inf else session.now / FASTEST_FILM
        changes = self.at(session, self._back.now + speed * seconds)
        if self.back:
            return changes
        session.player.pause()
        return changes | Changes.PLAYING

    def step(self, session: "Session") -> Changes:
        """Go on to the next moment at which something happened."""
        assert self._back is not None
        rows, read = session.flow.rows, self._back.flow.rows_read
        return Changes.PLAYING | self.at(session, float(rows["time"][read]) if read < len(rows) else None)

    def _moment(self, session: "Session", time: Time) -> Moment:
        time = max(time, 0.0) if not np.isnan(time) else 0.0
        done = session.simulation.interventions
        return Moment.of_simulation(session.simulation, session.flow, time, done, session.finished_by_class)
