"""Processes that try files; one that hangs, grows too large or dies is told from outside, and another takes over."""

import multiprocessing
import os
import shutil
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Final, TypeAlias

from tests.fuzz.made import file_number
from tests.fuzz.verdict import Judge, Verdict

MOST_MEMORY: Final = 200 * 2**20
"""Bytes that one file may take, beyond what the process has already."""

ADDRESS_SPACE: Final = 2**30
"""Bytes a process may ask for beyond what it has; a file that wants more must not take the machine with it."""

PATIENCE: Final = 30.0
"""Seconds without a word after which a process is taken to hang where no signal reaches it; the machine may be busy."""

READY: Final = "ready"

AT_A_TIME: Final = 200
"""Files given to a process at once."""


Work: TypeAlias = Callable[[Connection, str, int, Sequence[bytes]], None]


@dataclass(frozen=True)
class Tried:
    """One file that was tried: its number, its length, the verdict, and the memory it took at most, in bytes."""

    index: int
    length: int
    verdict: Verdict
    memory: int = 0


class Worker:
    """One process, and the files it still has to try, in order."""

    def __init__(self, work: Work, seed: int, corpus: Sequence[bytes], patience: float) -> None:
        self._work, self._how, self._patience = work, (seed, corpus), patience
        self._left = range(0)
        self._start()

    @property
    def left(self) -> range:
        """The numbers of the files it was given and has not answered for."""
        return self._left

    def give(self, files: range) -> None:
        """Let it try these, too; it has none left."""
        self._left, self._heard = files, time.monotonic()
        self.pipe.send(files)

    def answers(self) -> Iterator[Tried]:
        """What it has to say now. If it is gone, or should be, what happened, and another goes on with what is left."""
        try:
            while self.pipe.poll():
                tried: Tried = self.pipe.recv()
                self._left, self._heard = self._left[1:], time.monotonic()
                if tried.verdict.outcome == "failed":
                    self._start_again()  # whatever went wrong must not be what the next file suffers from
                yield tried
        except (EOFError, OSError):
            self._process.join()
            yield self._gave_up(f"the process died, exit code {self._process.exitcode}", 0.0)
            return
        if self._left and time.monotonic() - self._heard > self._patience:
            yield self._gave_up(f"no answer for {self._patience:g} s", self._patience)

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self.pipe.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _gave_up(self, reason: str, seconds: float) -> Tried:
        index, self._left = self._left[0], self._left[1:]
        self._start_again()
        return Tried(index, 0, Verdict("failed", reason, seconds, "all"))

    def _start_again(self) -> None:
        self.stop()
        self._start()
        if self._left:
            self.give(self._left)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._folder = tempfile.mkdtemp(prefix="flowsim-fuzz-", dir=_quick_folder())
        self._process = context.Process(target=self._work, args=(theirs, self._folder, *self._how), daemon=True)
        self._process.start()
        theirs.close()
        assert self.pipe.recv() == READY


def tried(
    files: int,
    seed: int,
    corpus: Sequence[bytes],
    processes: int,
    *,
    work: Work | None = None,
    patience: float = PATIENCE,
) -> Iterator[Tried]:
    """Try the files numbered from 0 to `files`, in any order; `work` is what each process does."""
    to_do = iter([range(start, min(start + AT_A_TIME, files)) for start in range(0, files, AT_A_TIME)])
    workers = [Worker(work or try_files, seed, corpus, patience) for _ in range(processes)]
    try:
        while True:
            for worker in workers:
                if not worker.left and (next_files := next(to_do, None)) is not None:
                    worker.give(next_files)
            busy = [worker for worker in workers if worker.left]
            if not busy:
                return
            wait([worker.pipe for worker in busy], timeout=1.0)
            for worker in busy:
                yield from worker.answers()
    finally:
        for worker in workers:
            worker.stop()


def try_files(pipe: Connection, folder: str, seed: int, corpus: Sequence[bytes]) -> None:
    """What a process does: it says that it is there, and then, of every file it is given, what became of it."""
    import resource  # on Unix only, and the tests that are left out elsewhere must still be read there

    warnings.simplefilter("error")
    judge = Judge(Path(folder))
    judge.verdict(corpus[0])  # what is made once only is no file's own memory
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_memory("VmSize") + ADDRESS_SPACE, hard))
    pipe.send(READY)
    while True:
        for index in pipe.recv():
            content = file_number(index, seed, corpus)
            pipe.send(judged(judge, index, content))


def judged(judge: Judge, index: int, content: bytes) -> Tried:
    """The verdict on a file, its memory included."""
    _forget_the_peak()
    before = _memory("VmRSS")
    verdict = judge.verdict(content)
    grown = max(_memory("VmHWM") - before, 0)
    if grown > MOST_MEMORY and verdict.outcome != "failed":
        verdict = Verdict("failed", f"{grown / 2**20:.0f} MiB of memory", verdict.seconds, verdict.step)
    return Tried(index, len(content), verdict, grown)


def _forget_the_peak() -> None:
    """Let the kernel measure the largest memory anew (proc(5), clear_refs)."""
    Path("/proc/self/clear_refs").write_text("5")


def _memory(which: str) -> int:
    """Bytes, as the kernel tells them of this process."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(which + ":"):
            return int(line.split()[1]) * 1024
    raise LookupError(which)


def _quick_folder() -> str | None:
    """A folder in memory where there is one: every copy that is saved waits for the disk otherwise."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
