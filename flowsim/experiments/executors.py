"""Where the runs of an experiment are played: in this process, on all cores of this machine, or on a Dask cluster."""

import gc
import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Lock, Thread
from typing import Any, Final

from typing_extensions import override

SOON: Final = 1.5
"""Seconds in which workers that are not wanted any more should have come back."""


def begin_worker() -> None:
    """What a worker process does first.

    Ctrl+C reaches every process of a terminal, and it is the first one's to say what follows. When that one is gone,
    however it went, the worker goes as well: by itself it would wait for more work for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_go_with_parent, name="go-with-parent", daemon=True).start()
    gc.freeze()  # what is loaded stays for good; looking through it again and again would cost every run


def _go_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


class SameProcess(Executor):
    """Plays at once, where it is asked to; for few or short runs, and where one worker is wanted."""

    @override
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class OneProcess:
    """Everything is played in this process."""

    workers = 1
    broken: tuple[type[BaseException], ...] = ()

    def open(self) -> Executor:
        """A fresh executor."""
        return SameProcess()

    def close(self, executor: Executor) -> None:
        """There is nothing to let go."""


class ProcessPool:
    """Processes of this machine, `workers` of them; by default one a core."""

    broken: tuple[type[BaseException], ...] = ()

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._started: dict[Executor, list[SpawnProcess]] = {}

    def open(self) -> Executor:
        """A fresh pool of spawned processes: a fork would copy locks that nobody unlocks again."""
        started: list[SpawnProcess] = []
        executor = _Workers(self.workers, mp_context=_Spawning(started), initializer=begin_worker)
        self._started[executor] = started
        return executor

    def close(self, executor: Executor) -> None:
        """Let the processes go at once; what they have in hand is not wanted any more."""
        executor.shutdown(wait=False)
        for child in self._started.pop(executor, ()):
            if child.is_alive():
                child.terminate()
                child.join()


class _Workers(ProcessPoolExecutor):
    """A pool that says that it is broken also where a worker cannot be started any more."""

    @override
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        try:
            return super().submit(fn, *args, **kwargs)
        except (ValueError, OSError) as error:  # the pipes of a pool that is just breaking are closed
            raise BrokenProcessPool(str(error)) from error


class _Spawning(SpawnContext):
    """Starts processes, and notes them down: a pool ends its own, and nobody else's."""

    def __init__(self, started: list[SpawnProcess]) -> None:
        super().__init__()
        self._noted = started

    def Process(self, *args: Any, **kwargs: Any) -> SpawnProcess:  # type: ignore[override]
        process = SpawnProcess(*args, **kwargs)
        self._noted.append(process)
        return process


class KeptPool:
    """Processes of this machine that stay between experiments, so that the next one begins at once.

    What an experiment that was stopped has in hand is played to its end, a tenth of a second or so, for nothing.
    """

    broken: tuple[type[BaseException], ...] = ()

    def __init__(self, workers: int | None = None) -> None:
        self._pool = ProcessPool(workers)
        self.workers = self._pool.workers
        self._executor: Executor | None = None
        self._lock = Lock()

    def open(self) -> Executor:
        """The executor there is, or a fresh one."""
        with self._lock:
            if self._executor is None:
                self._executor = self._pool.open()
            return self._executor

    def close(self, executor: Executor) -> None:
        """It stays, unless it is broken."""
        with self._lock:
            try:
                executor.submit(int)
            except RuntimeError:  # also what a broken executor raises
                if self._executor is executor:
                    self._executor = None
                self._pool.close(executor)

    def free(self) -> None:
        """Somebody stopped: workers that do not come back soon, because one run is long, are ended."""
        with self._lock:
            executor = self._executor
        if executor is None:
            return
        try:
            executor.submit(int).result(SOON)
        except (TimeoutError, RuntimeError):
            self.leave()

    def leave(self) -> None:
        """Nothing more is to be played: the processes end at once."""
        with self._lock:
            if self._executor is not None:
                self._pool.close(self._executor)
                self._executor = None


class Cluster:
    """A Dask scheduler at an address (`tcp://host:8786`), and its workers.

    The protocol between them runs pickles: on trusted networks only (docs/how-to/many-machines.md).
    """

    def __init__(self, address: str) -> None:
        from distributed import Client, KilledWorker

        self._client = Client(address, set_as_default=False, timeout="10s")
        self.broken: tuple[type[BaseException], ...] = (KilledWorker,)

    @property
    def workers(self) -> int:
        """Threads of all workers there are now; at least one, so that work waits for the first to come."""
        return max(int(sum(self._client.nthreads().values())), 1)

    def open(self) -> Executor:
        """Calls that look alike are different runs, so they are not pure."""
        executor: Executor = self._client.get_executor(pure=False)
        return executor

    def close(self, executor: Executor) -> None:
        """The executor alone; the client stays for the next one."""
        executor.shutdown(wait=False)

    def leave(self) -> None:
        """Nothing more is to be played."""
        self._client.close()
