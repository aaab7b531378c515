"""The one time axis that all charts share: which part of it is on view, and where the cursor is."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from flowsim.domain.words import Time

CLOSEST: Final = 1e-3
"""The shortest part of a run that can be looked at, as a share of all of it."""


class TimeAxis(QObject):
    """`end` is None while the whole run is on view. Signals: `moved` (the part on view), `pointed` (the cursor)."""

    moved = Signal()
    pointed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.start: Time = 0.0
        self.end: Time | None = None
        self.cursor: Time | None = None

    def show(self, start: Time, end: Time, whole: Time) -> None:
        """Show from `start` to `end`, kept inside of 0 to `whole`; all of it if that is no less."""
        length = max(end - start, CLOSEST * whole)
        if length >= whole:
            self.show_all()
            return
        self.start = min(max(start, 0.0), whole - length)
        self.end = self.start + length
        self.moved.emit()

    def show_all(self) -> None:
        """Show the whole run, and follow it."""
        self.start, self.end = 0.0, None
        self.moved.emit()

    def point(self, time: Time | None) -> None:
        """The cursor is at `time`; None: nowhere."""
        if time != self.cursor:
            self.cursor = time
            self.pointed.emit()
