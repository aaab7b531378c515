"""Experiments beside the window: one after the other, in a thread that never holds the window up.

A thread plays; a timer in the window looks what there is. Of what came in between only the latest is shown. What is
asked for while another task runs waits for it; a task that is cancelled keeps what it has told.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Event
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_EVERY: Final = 40
"""Milliseconds between looks at what has come in."""

Stopped: TypeAlias = Callable[[], bool]
Work: TypeAlias = Callable[[Stopped], Iterator[object]]
"""Does something and yields how it stands, each time whole; asks now and then whether to stop."""


class Task(QObject):
    """One piece of work. Signals: `told` (how it stands), `ended` (at its end, or after it was cancelled), `failed`
    (what went wrong).
    """

    told = Signal(object)
    ended = Signal()
    failed = Signal(Exception)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._stop = Event()
        self._latest: object = None
        self._seen: object = None
        self.future: Future[None] | None = None
        self.begun = False

    @property
    def cancelled(self) -> bool:
        """Whether somebody does not want more of it."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Stop soon, and keep what there is."""
        self._stop.set()

    def run(self) -> None:
        """In the thread: everything, step by step."""
        self.begun = True
        for latest in self._work(self._stop.is_set):
            self._latest = latest
            if self._stop.is_set():
                break

    def look(self) -> bool:
        """Tell what is new; whether it goes on."""
        assert self.future is not None
        over = self.future.done()  # before the latest is read: nothing comes behind it
        if self._latest is not self._seen:
            self._seen = self._latest
            self.told.emit(self._seen)
        if not over:
            return True
        try:
            error = self.future.exception()
        except CancelledError:
            error = None
        if isinstance(error, Exception):
            self.failed.emit(error)
        self.ended.emit()
        return False


class Background(QObject):
    """Does tasks one after the other; `busy_changed` tells whether there are any."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="experiment")
        self.tasks: list[Task] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether anything runs or waits."""
        return bool(self.tasks)

    def begin(self, work: Work) -> Task:
        """Do this, after what is being done."""
        task = Task(work)
        task.future = self._threads.submit(task.run)
        self.tasks.append(task)
        self._timer.start()
        if len(self.tasks) == 1:
            self.busy_changed.emit(True)
        return task

    def leave(self) -> None:
        """Nothing more is wanted; the thread has ended when this returns."""
        for task in self.tasks:
            task.cancel()
        self._timer.stop()
        self._threads.shutdown(wait=True, cancel_futures=True)
        self.tasks.clear()

    def _look(self) -> None:
        for task in tuple(self.tasks):
            goes_on = True
            try:
                goes_on = task.look()
            finally:
                if not goes_on:
                    self.tasks.remove(task)
        if not self.tasks:
            self._timer.stop()
            self.busy_changed.emit(False)
