"""Work that takes longer than people wait for: in a thread beside the window."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from flowsim.ui.dialogs.work_progress import WorkProgress

LOOK_EVERY: Final = 50

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
        self._share = 0.0
        self._cancelled = Event()
        self._progress = WorkProgress(window, title)
        self._progress.cancelled.connect(self.cancel)
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
            self._progress.show(self._share)
            return
        self._timer.stop()
        self._pool.shutdown()
        self._progress.close()
        error = self._working.exception()
        if error is None:
            self.done.emit()
        elif isinstance(error, OSError):
            self.failed.emit(error)
        self._progress.deleteLater()
        self.deleteLater()
        if not isinstance(error, Cancelled | OSError | None):
            raise error
