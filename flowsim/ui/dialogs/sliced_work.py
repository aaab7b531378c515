"""Work that only the window's own thread can do, a part of it at a time, so that the window stays smooth meanwhile."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from flowsim.ui.dialogs.work_progress import WorkProgress


class SlicedWork(QObject):
    """Goes on with `parts` once in every turn of the event loop; each tells the share that is done, 0 to 1.

    Signals: `done`; `failed` (an OSError); one of them, or none if it was cancelled.
    """

    done = Signal()
    failed = Signal(OSError)

    def __init__(self, window: QWidget, title: str, parts: Generator[float, None, None]) -> None:
        super().__init__(window)
        self._parts = parts
        self._progress = WorkProgress(window, title)
        self._progress.cancelled.connect(self.cancel)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    @property
    def goes_on(self) -> bool:
        """Whether it is neither done nor cancelled."""
        return self._timer.isActive()

    def cancel(self) -> None:
        """Stop, and leave nothing behind."""
        self._end()

    def wait(self) -> None:
        """There is nothing to wait for: after `cancel` nothing goes on."""

    def _go_on(self) -> None:
        try:
            share = next(self._parts)
        except StopIteration:
            self._end()
            self.done.emit()
        except OSError as error:
            self._end()
            self.failed.emit(error)
        except BaseException:
            self._end()
            raise
        else:
            self._progress.show(share)

    def _end(self) -> None:
        self._timer.stop()
        self._parts.close()
        self._progress.close()
        self._progress.deleteLater()
        self.deleteLater()
