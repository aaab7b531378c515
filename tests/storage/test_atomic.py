"""Whatever fails while a file is written: the old one stays whole, and nothing is left beside it."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flowsim.domain.scenario import Column, Scenario
from flowsim.storage import Document, load_scenario, save_document
from flowsim.storage.atomic import write_atomically
from tests.systems import ON_WINDOWS, files_that_grow_to, on_unix

SMALL = Document(Scenario(name="new", columns=(Column(id="a"),)))


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(error: BaseException) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "board.flowsim"
    path.write_bytes(b"old")
    return path


@pytest.mark.parametrize("step", ["os.fsync", "os.chmod", "os.replace"])
@pytest.mark.parametrize(
    "error", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt(), MemoryError()], ids=repr
)
def test_a_step_that_fails_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(step, failing(error))
        with pytest.raises(type(error)):
            write_atomically(old, b"new")
    assert old.read_bytes() == b"old"
    assert names_in(old.parent) == ["board.flowsim"]


@on_unix
def test_a_full_disk_leaves_the_old_file_and_nothing_else(old: Path) -> None:
    # Half the content fits.
    with files_that_grow_to(1_500), pytest.raises(OSError, match="File too large"):
        write_atomically(old, b"new" * 1_000)
    assert old.read_bytes() == b"old"
    assert names_in(old.parent) == ["board.flowsim"]


def test_a_new_file_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", failing(OSError(errno.EIO, "Input/output error")))
        with pytest.raises(OSError, match="Input/output"):
            write_atomically(tmp_path / "new.flowsim", b"new")
    assert names_in(tmp_path) == []


def test_content_and_then_name_are_on_the_disk_when_writing_is_done(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def noted_fsync(handle: int) -> None:
        status = os.fstat(handle)
        steps.append("folder" if stat.S_ISDIR(status.st_mode) else f"{status.st_size} bytes")
        fsync(handle)

    def noted_replace(source: str, target: Path) -> None:
        steps.append("replace")
        assert Path(source).parent == target.parent
        replace(source, target)

    monkeypatch.setattr("os.fsync", noted_fsync)
    monkeypatch.setattr("os.replace", noted_replace)
    write_atomically(old, b"new")
    # Windows opens no folders, so there the name cannot be flushed.
    assert steps == ["3 bytes", "replace", *([] if ON_WINDOWS else ["folder"])]
    assert old.read_bytes() == b"new"


def test_a_folder_that_takes_no_new_file_is_told_and_the_old_file_stays(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tests run as root, whom a read-only folder does not hold back.
    monkeypatch.setattr("tempfile.mkstemp", failing(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(PermissionError):
        write_atomically(old, b"new")
    assert old.read_bytes() == b"old"


def test_a_read_only_file_is_not_written_over(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Replacing needs no right to write to the file itself, so it must be asked for; root would always be given it.
    monkeypatch.setattr("os.access", lambda path, mode: not (mode == os.W_OK and path == old))
    with pytest.raises(PermissionError, match="read-only"):
        write_atomically(old, b"new")
    assert old.read_bytes() == b"old"
    assert names_in(old.parent) == ["board.flowsim"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "new.flowsim", b"new")


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(PermissionError if ON_WINDOWS else IsADirectoryError):
        write_atomically(tmp_path / "folder", b"new")
    assert names_in(tmp_path) == ["folder"]


def test_a_link_stays_a_link_and_its_target_is_written(old: Path) -> None:
    link = old.parent / "link.flowsim"
    link.symlink_to(old.name)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


def test_a_link_to_nothing_gets_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link.flowsim"
    link.symlink_to("later.flowsim")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "later.flowsim").read_bytes() == b"new"


@on_unix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_permissions_of_an_old_file_are_kept(old: Path, mode: int) -> None:
    old.chmod(mode)
    write_atomically(old, b"new")
    assert stat.S_IMODE(old.stat().st_mode) == mode


@on_unix
def test_a_new_file_gets_the_permissions_the_user_asks_for(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new.flowsim", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.flowsim").stat().st_mode) == 0o640


@on_unix
def test_the_mask_for_new_files_is_left_as_it_was(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new.flowsim", b"new")
        after = os.umask(0o027)
    finally:
        os.umask(before)
    assert after == 0o027


@on_unix
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(path, b"new")
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(path.stat().st_mode)


@pytest.mark.skipif(ON_WINDOWS, reason="Windows counts the folders before a name too, and letters instead of bytes")
@pytest.mark.parametrize("letter", ["n", "é", "日", "\U0001f600"])
def test_a_name_as_long_as_a_name_may_be_is_written(tmp_path: Path, letter: str) -> None:
    path = tmp_path / (letter * (247 // len(letter.encode())) + ".flowsim")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_saving_a_document_that_fails_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "board.flowsim"
    save_document(path, Document(Scenario(name="old", columns=(Column(id="a"),))))
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", failing(OSError(errno.ENOSPC, "No space left on device")))
        with pytest.raises(OSError, match="No space"):
            save_document(path, SMALL)
    assert load_scenario(path).name == "old"
    assert names_in(tmp_path) == ["board.flowsim"]
