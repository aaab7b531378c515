"""Experiments beside the window: one after the other, in a thread that never holds the window up.

A thread plays; a timer in the window looks what there is. Of what came in between only the latest is shown. What is
asked for while another task runs waits for it; a task that is cancelled keeps what it has told.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
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

    def __init__(self, work: Work, threads: ThreadPoolExecutor) -> None:
        super().__init__()
        self._work = work
        self._stop = Event()
        self._latest: object = None
        self._seen: object = None
        self.begun = False
        self._future: Future[None] = threads.submit(self._run)

    @property
    def over(self) -> bool:
        """Whether nothing more comes."""
        return self._future.done()

    def cancel(self) -> None:
        """Stop soon, and keep what there is."""
        self._stop.set()

    def tell(self, *, over: bool) -> None:
        """Tell what is new; whether it is `over` was asked before, so nothing comes behind what is told then."""
        if self._latest is not self._seen:
            self._seen = self._latest
            self.told.emit(self._seen)
        if not over:
            return
        error = None if self._future.cancelled() else self._future.exception()
        if isinstance(error, Exception):
            self.failed.emit(error)
        self.ended.emit()

    def _run(self) -> None:
        self.begun = True
        for latest in self._work(self._stop.is_set):
            self._latest = latest


class Background(QObject):
    """Does tasks one after the other."""

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
        task = Task(work, self._threads)
        self.tasks.append(task)
        self._timer.start()
        return task

    def cancel(self) -> None:
        """Nothing of all that runs or waits is wanted any more."""
        for task in self.tasks:
            task.cancel()

    def leave(self) -> None:
        """Nothing more is wanted; the thread has ended when this returns."""
        self.cancel()
        self._timer.stop()
        self._threads.shutdown(wait=True, cancel_futures=True)
        self.tasks.clear()

    def _look(self) -> None:
        for task in tuple(self.tasks):
            if over := task.over:
                self.tasks.remove(task)
            task.tell(over=over)
        if not self.tasks:
            self._timer.stop()
