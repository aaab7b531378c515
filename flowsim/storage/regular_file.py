"""Reading a file that somebody else may have put there: a regular one, and no more of it than is wanted.

A path may lead to a pipe that nobody writes to or to a device without an end; to read these would never end.
"""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PART: Final = 1 << 20


def read_regular(path: Path, most: int) -> bytes:
    """What stands in the file at `path`, but no more than its first `most` bytes.

    Raises:
        OSError: it cannot be read, or is no regular file.
        ValueError: this is not the path of a file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = os.open(path, flags)
    try:
        mode = os.fstat(file).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        return b"".join(_parts(file, most))
    finally:
        os.close(file)


def _parts(file: int, most: int) -> Iterator[bytes]:
    while most > 0 and (part := os.read(file, min(most, PART))):
        most -= len(part)
        yield part


def is_regular_or_missing(path: Path) -> bool:
    """Whether a file at `path` can be read and written without waiting for somebody else."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return not path.is_symlink()
