"""The bar of work that takes longer than people wait for: how far it is, the time left, and Cancel."""

import time
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from flowsim.ui.text.language import shown, tr
from flowsim.ui.text.number_format import time_left

QUIET: Final = 1.0
"""Seconds before anything is shown: most work is done by then."""


class WorkProgress(QObject):
    """Signal: `cancelled`, when somebody does not want the work any more; from then on nothing is shown."""

    cancelled = Signal()

    def __init__(self, window: QWidget, title: str) -> None:
        super().__init__(window)
        self._window = window
        self._title = title
        self._began = time.monotonic()
        self._bar: QProgressDialog | None = None
        self._closed = False

    def show(self, share: float) -> None:
        """So much of the work is done, 0 to 1."""
        if self._closed:
            return  # a dialog that is told a value comes back
        seconds = time.monotonic() - self._began
        if self._bar is None and seconds >= QUIET:
            self._bar = QProgressDialog(self._title, tr("Cancel"), 0, 100, self._window)
            self._bar.setWindowTitle("flowsim")
            self._bar.setMinimumDuration(0)
            self._bar.setAutoClose(False)
            self._bar.setAutoReset(False)
            self._bar.canceled.connect(self._cancel)
            self._bar.show()
        if self._bar is not None:
            self._bar.setValue(round(100 * share))
            self._bar.setLabelText(f"{self._title}\n{shown(time_left(share, seconds))}")

    def close(self) -> None:
        """The work is done, or over."""
        self._closed = True
        if self._bar is not None:
            self._bar.close()

    def _cancel(self) -> None:
        self._closed = True
        self.cancelled.emit()
