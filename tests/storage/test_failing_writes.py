"""Every operation that writing a file takes fails in every way a disk or a network drive has: the old file stays whole.

Each failure is put where `write_atomically` meets the operating system. Then a disk that is really full, a folder that
really is read-only, and a process that is really killed.
"""

import errno
import io
import os
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, NoReturn

import pytest

from flowsim.storage.atomic import write_atomically
from tests.systems import files_that_grow_to, on_unix

OLD, NEW = b"the old file, whole", b"what is new"

ERRORS = [
    OSError(number, os.strerror(number))
    for number in (
        errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES, errno.ENOENT, errno.ESTALE, errno.ENOTCONN,
        errno.EHOSTDOWN,
    )
]  # fmt: skip
INTERRUPTIONS: list[BaseException] = [KeyboardInterrupt(), MemoryError()]
STEPS = ["tempfile.mkstemp", "os.fsync", "os.chmod", "os.replace"]

NOBODY = 65534
"""A user who may nothing."""


class Disk(io.FileIO):
    """A file as `os.fdopen` opens it, on a disk that takes `room` bytes, `piece` at a time, and then raises `error`.

    `closing` is raised once the file is closed, as network drives do that write late.
    """

    def __init__(
        self, handle: int, room: int, error: BaseException, piece: int = 4, closing: BaseException | None = None
    ) -> None:
        super().__init__(handle, "wb")
        self._room, self._error, self._piece, self._closing = room, error, piece, closing

    def write(self, content: Any, /) -> int:
        taken = bytes(content[: min(self._piece, self._room)])
        if not taken:
            raise self._error
        self._room -= len(taken)
        return super().write(taken) or 0

    def close(self) -> None:
        super().close()
        closing, self._closing = self._closing, None
        if closing is not None:
            raise closing


def failing(error: BaseException) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


def on(disk: Callable[[int], Disk]) -> Callable[..., io.BufferedWriter]:
    """An `os.fdopen` that opens files on `disk`."""
    return lambda handle, *_: io.BufferedWriter(disk(handle), buffer_size=1)


def handles() -> list[str]:
    """What this process has open."""
    return sorted(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else []


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Path]:
    """A file that must be as it is, alone in its folder, when the test is over."""
    path = tmp_path / "board.flowsim"
    path.write_bytes(OLD)
    path.chmod(0o640)
    mode = path.stat().st_mode
    before = handles()
    yield path
    assert path.read_bytes() == OLD
    assert path.stat().st_mode == mode
    assert [each.name for each in tmp_path.iterdir()] == ["board.flowsim"]
    assert handles() == before


def refused(path: Path, error: BaseException) -> None:
    """Writing ends with `error`, and where that is one of the system's, with its reason."""
    with pytest.raises(type(error)) as raised:
        write_atomically(path, NEW)
    if isinstance(error, OSError):
        assert isinstance(raised.value, OSError)
        assert raised.value.strerror == error.strerror


@pytest.mark.parametrize("error", [*ERRORS, *INTERRUPTIONS], ids=repr)
@pytest.mark.parametrize("step", STEPS)
def test_whatever_step_fails_the_old_file_stays_alone(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(step, failing(error))
        refused(old, error)


@pytest.mark.parametrize("error", [*ERRORS, *INTERRUPTIONS], ids=repr)
@pytest.mark.parametrize("piece", [1, 4, 100])
def test_after_whatever_byte_the_disk_fails_the_old_file_stays_alone(
    old: Path, monkeypatch: pytest.MonkeyPatch, piece: int, error: BaseException
) -> None:
    for room in range(len(NEW)):
        with monkeypatch.context() as patch:
            patch.setattr("os.fdopen", on(lambda handle, room=room: Disk(handle, room, error, piece)))  # type: ignore[misc]
            refused(old, error)


@pytest.mark.parametrize("error", [*ERRORS, *INTERRUPTIONS], ids=repr)
def test_a_drive_that_tells_only_on_closing_leaves_the_old_file_alone(
    old: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("os.fdopen", on(lambda handle: Disk(handle, 1_000, error, closing=error)))
        refused(old, error)


def test_a_disk_that_takes_a_byte_at_a_time_gets_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "board.flowsim"
    monkeypatch.setattr("os.fdopen", on(lambda handle: Disk(handle, len(NEW), OSError(), 1)))
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("error", [*ERRORS, KeyboardInterrupt()], ids=repr)
def test_where_nothing_can_be_cleared_away_either_the_first_failure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    path = tmp_path / "board.flowsim"
    path.write_bytes(OLD)
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", failing(error))
        patch.setattr("os.unlink", failing(OSError(errno.EBADF, "the drive is gone")))
        refused(path, error)
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS])
def test_a_file_system_without_permissions_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = tmp_path / "board.flowsim"
    path.write_bytes(OLD)
    with monkeypatch.context() as patch:
        patch.setattr("os.chmod", failing(OSError(number, os.strerror(number))))
        write_atomically(path, NEW)
    assert path.read_bytes() == NEW


def unless_a_folder(step: Callable[..., Any]) -> Callable[..., Any]:
    """`step` of the operating system, as those have it where folders cannot be opened, or not be flushed."""

    def done(what: int | str | Path, *others: Any) -> Any:
        if os.path.isdir(what):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        return step(what, *others)

    return done


@pytest.mark.parametrize("step", ["open", "fsync"])
def test_a_folder_that_cannot_be_flushed_holds_the_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "board.flowsim"
    path.write_bytes(OLD)
    before = handles()
    with monkeypatch.context() as patch:
        patch.setattr(os, step, unless_a_folder(getattr(os, step)))
        write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert handles() == before


@on_unix
def test_whatever_a_file_may_grow_to_less_than_the_new_one_the_old_one_stays_alone(old: Path) -> None:
    """The kernel itself cuts the write short after so many bytes, and then refuses."""
    for size in range(len(NEW)):
        with files_that_grow_to(size), pytest.raises(OSError, match="File too large"):
            write_atomically(old, NEW)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        pytest.skip(f"no disk can be mounted here: {error}")
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_on_a_disk_that_is_really_full_the_old_file_stays_alone(small_disk: Path) -> None:
    path = small_disk / "board.flowsim"
    write_atomically(path, b"o" * 30_000)
    for size in (40_000, 65_536, 1_000_000):
        with pytest.raises(OSError, match="No space left on device") as raised:
            write_atomically(path, b"n" * size)
        assert raised.value.errno == errno.ENOSPC
        assert path.read_bytes() == b"o" * 30_000
        assert [each.name for each in small_disk.iterdir()] == ["board.flowsim"]
    write_atomically(path, b"n" * 20_000)
    assert path.read_bytes() == b"n" * 20_000


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no device that is always full")
def test_a_device_that_is_full_is_told() -> None:
    with pytest.raises(OSError, match="No space left on device"):
        write_atomically(Path("/dev/full"), NEW)


def in_a_child(act: Callable[[], None]) -> int:
    """Begin `act` in a child process that knows nothing of this one's clean-up; its number."""
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(0)
    return child


@on_unix
def test_in_a_folder_that_is_really_read_only_the_old_file_stays_alone() -> None:
    # Not in pytest's own folder: nobody else may even look into that.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "board.flowsim"
        path.write_bytes(OLD)
        path.chmod(0o666)
        folder.chmod(0o555)
        reader, writer = os.pipe()

        def write_as_nobody() -> None:
            if os.geteuid() == 0:
                os.setuid(NOBODY)
            try:
                write_atomically(path, NEW)
            except OSError as error:
                os.write(writer, f"{type(error).__name__}: {error.strerror}".encode())

        os.waitpid(in_a_child(write_as_nobody), 0)
        os.close(writer)
        with os.fdopen(reader) as said:
            assert said.read() == "PermissionError: Permission denied"
        folder.chmod(0o755)
        assert path.read_bytes() == OLD
        assert [each.name for each in folder.iterdir()] == ["board.flowsim"]


@on_unix
@pytest.mark.parametrize("step", ["tempfile.mkstemp", "os.fsync", "os.chmod", "os.replace"])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_process_killed_at_a_step_leaves_the_old_file_or_the_new_one(tmp_path: Path, step: str, after: bool) -> None:
    path = tmp_path / "board.flowsim"
    path.write_bytes(OLD)

    def write_and_be_killed() -> None:
        module, _, name = step.partition(".")
        place = {"os": os, "tempfile": tempfile}[module]
        real: Callable[..., Any] = getattr(place, name)

        def kill(*given: Any, **named: Any) -> None:
            if after:
                real(*given, **named)
            os.kill(os.getpid(), signal.SIGKILL)

        setattr(place, name, kill)
        write_atomically(path, NEW)

    _, status = os.waitpid(in_a_child(write_and_be_killed), 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert path.read_bytes() == (NEW if step == "os.replace" and after else OLD)


@on_unix
def test_a_process_killed_at_any_moment_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    rng = Random(1)
    whole = [letter * 300_000 for letter in (b"a", b"b")]
    path = tmp_path / "board.flowsim"
    left_over = set()
    for _ in range(60):
        write_atomically(path, whole[0])
        reader, writer = os.pipe()

        def write_for_ever(writer: int = writer) -> None:
            os.write(writer, b"!")
            while True:
                for content in whole:
                    write_atomically(path, content)

        child = in_a_child(write_for_ever)
        os.read(reader, 1)
        for _ in range(rng.randrange(100_000)):
            pass  # a moment of any length
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reader)
        os.close(writer)
        assert path.read_bytes() in whole
        left_over.add(len(list(tmp_path.iterdir())))
    assert len(left_over) > 1, "never killed in the middle: the moments are too few or too short"
