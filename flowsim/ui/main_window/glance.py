"""A glance at the earlier moment under the mouse: the board shows it while somebody points there in a chart."""

from typing import Final

from PySide6.QtCore import QObject

from flowsim.domain.words import Time
from flowsim.ui.main_window.bridge import Bridge

SECONDS: Final = 2.0
"""For so long a mouse at rest keeps an earlier moment on view while time goes on."""


class Glance(QObject):
    """Previews what is pointed at; `advance` must be called in every frame."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._pointed: Time | None = None
        self._pointed_for = 0.0
        self._glanced: Time | None = None

    def point(self, time: Time | None) -> None:
        """The mouse points at a moment in a chart: the board will show it with the next frame."""
        self._pointed, self._pointed_for = time, 0.0

    def advance(self, seconds: float) -> None:
        """Preview the moment under the mouse; while playing, no longer than `SECONDS` after the last move."""
        session = self._bridge.session
        self._pointed_for += seconds
        if session.player.playing and self._pointed_for > SECONDS:
            self._pointed = None
        wanted = self._pointed
        # After a replay (undo, say) the new run has lost the preview, so it must be set again.
        if wanted != self._glanced or (wanted is not None and session.view is session.steady_view):
            self._glanced = wanted
            self._bridge.announce(session.peek(wanted))
