"""Which part of the run all charts have on view, and where their common cursor is."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from flowsim.domain.words import Time

CLOSEST: Final = 1e-3
"""The shortest part of a run that can be looked at, as a share of all of it."""


class TimeWindow(QObject):
    """The range of time on view and the common cursor of all charts, in time units of the scenario.

    The range follows the run (all of it, or its last part of a given length) until the user chooses another one.
    Signals, both without arguments: `moved` (the range changed) and `pointed` (`cursor` changed).
    """

    moved = Signal()
    pointed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cursor: Time | None = None
        self._fixed: tuple[Time, Time] | None = None
        self._length: Time | None = None

    @property
    def following(self) -> bool:
        """Whether now is on view, and stays so."""
        return self._fixed is None

    def span(self, now: Time) -> tuple[Time, Time | None]:
        """What is on view when the run has come to `now`: from where to where; None for the whole run's end."""
        if self._fixed is not None:
            return self._fixed
        if self._length is not None and now > self._length:
            return now - self._length, now
        return 0.0, None

    def show(self, start: Time, end: Time, whole: Time) -> None:
        """Show from `start` to `end`, kept inside of 0 to `whole`; follow the run if that is all of it."""
        length = max(end - start, CLOSEST * whole)
        if length >= whole * (1 - 1e-9):
            self.follow()
            return
        start = min(max(start, 0.0), whole - length)
        self._fixed = start, start + length
        self.moved.emit()

    def zoom_by(self, factor: float, low: Time, high: Time, whole: Time) -> None:
        """Show `factor` times as much as from `low` to `high`, around the cursor or else the middle of that."""
        pivot = (low + high) / 2 if self.cursor is None else self.cursor
        self.show(pivot - (pivot - low) * factor, pivot + (high - pivot) * factor, whole)

    def keep_within(self, whole: Time) -> None:
        """The charts end at `whole` now: what is on view is moved to where something is."""
        if self._fixed is not None and self._fixed[1] > whole:
            self.show(*self._fixed, whole)

    def follow(self, length: Time | None = None) -> None:
        """Follow the run: all of it, or its last stretch of this length."""
        self._fixed, self._length = None, length
        self.moved.emit()

    def follow_again(self) -> None:
        """Follow the run as before people looked at one part of it."""
        self.follow(self._length)

    def point(self, time: Time | None) -> None:
        """The cursor is at `time`; None: nowhere."""
        if time != self.cursor:
            self.cursor = time
            self.pointed.emit()
