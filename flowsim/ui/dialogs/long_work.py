"""Work that takes longer than people wait for: beside the window, with a bar, the time left, and Cancel."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from flowsim.ui.text.language import shown, tr
from flowsim.ui.text.number_format import time_left

LOOK_EVERY: Final = 50
QUIET: Final = 1.0
"""Seconds before anything is shown: most work is done by then."""

Tell: TypeAlias = Callable[[float], None]
"""Called by the work now and then with the share that is done, 0 to 1; raises `Cancelled` when it is to stop."""


class Cancelled(Exception):  # noqa: N818 - not an error, but a wish
    """Somebody does not want the work any more."""


class LongWork(QObject):
    """Does `work` in a thread of its own; the run goes on meanwhile, so it must read only what stays as it is.

    Signals, in the window's thread: `done`; `failed` (an OSError); one of them, or none if it was cancelled.
    """

    done = Signal()
    failed = Signal(OSError)

    def __init__(self, window: QWidget, title: str, work: Callable[[Tell], object]) -> None:
        super().__init__(window)
        self._window = window
        self._title = title
        self._share = 0.0
        self._cancelled = Event()
        self._began = time.monotonic()
        self._bar: QProgressDialog | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long-work")
        self._working = self._pool.submit(work, self._tell)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY)

    @property
    def goes_on(self) -> bool:
        """Whether it is neither done nor cancelled."""
        return self._timer.isActive()

    def cancel(self) -> None:
        """Stop as soon as the work looks, and leave nothing behind."""
        self._cancelled.set()

    def wait(self) -> None:
        """Until the thread has ended; after `cancel` that does not take long."""
        self._pool.shutdown(wait=True)

    def _tell(self, share: float) -> None:
        self._share = share
        if self._cancelled.is_set():
            raise Cancelled

    def _look(self) -> None:
        if not self._working.done():
            self._show()
            return
        self._timer.stop()
        self._pool.shutdown()
        if self._bar is not None:
            self._bar.close()
        error = self._working.exception()
        if error is None:
            self.done.emit()
        elif isinstance(error, OSError):
            self.failed.emit(error)
        self.deleteLater()
        if not isinstance(error, Cancelled | OSError | None):
            raise error

    def _show(self) -> None:
        if self._cancelled.is_set():
            return  # a dialog that is told a value comes back
        seconds = time.monotonic() - self._began
        if self._bar is None and seconds >= QUIET:
            self._bar = QProgressDialog(self._title, tr("Cancel"), 0, 100, self._window)
            self._bar.setWindowTitle("flowsim")
            self._bar.setMinimumDuration(0)
            self._bar.setAutoClose(False)
            self._bar.setAutoReset(False)
            self._bar.canceled.connect(self.cancel)
            self._bar.show()
        if self._bar is not None:
            self._bar.setValue(round(100 * self._share))
            self._bar.setLabelText(f"{self._title}\n{shown(time_left(self._share, seconds))}")
