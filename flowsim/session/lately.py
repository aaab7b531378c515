"""The figures and the evidence on view, as often as somebody looks."""

from typing import Final

from flowsim.metrics import Bottleneck, Figures, Load, figures_of, lately, narrowest_of, recent_window
from flowsim.session.session import Session

MOST_ROWS: Final = 10_000
"""Rows that "lately" reaches back at most, so that a look costs the same however fast time goes."""


class Lately:
    """Looks at a session's run."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def look(self) -> tuple[Figures, Bottleneck | None, tuple[Load, ...]]:
        """The figures of the whole run, and bottleneck and loads of the recent past."""
        session = self._session
        flow, staffing = session.flow, session.staffing
        window = recent_window(session.scenario, flow.now)
        if flow.rows_read > MOST_ROWS:
            window = min(window, flow.now - float(flow.rows[-MOST_ROWS]["time"]))
        loads = lately(flow, staffing, window)
        return figures_of(flow, staffing), narrowest_of(flow, loads, min(window, flow.now)), loads
