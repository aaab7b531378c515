"""Writing a file so that a crash at any moment leaves the old one or the new one, never half."""

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

NO_PERMISSIONS: Final = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS}
"""What file systems say that know no permissions: memory sticks, clouds and shares mounted as folders."""


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` by a file holding `content`.

    The content goes to a new file in the same folder, is flushed to the disk, and takes the old one's place in one
    step. A link is followed, so that it stays a link. Permissions of an existing file are kept, where the file system
    knows any. What is no file to begin with (a device, a pipe: /dev/null, /dev/stdout) is written to and not replaced.

    Raises:
        OSError: the folder or the file cannot be written; the old file is untouched.
    """
    if _is_device(path):
        path.write_bytes(content)
        return
    target = Path(os.path.realpath(path))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "the file is read-only", str(path))
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _permit(temporary, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(temporary, target)
    except BaseException:
        # Where not even that can be done (the drive is gone), what came first is what people must hear.
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _keep_name(target.parent)


def _permit(path: str, mode: int) -> None:
    try:
        os.chmod(path, mode)
    except OSError as error:
        if error.errno not in NO_PERMISSIONS:
            raise


def _keep_name(folder: Path) -> None:
    """Flush the folder as well, or a power cut may bring the old file back although saving was told to be done.

    Not every system can, and the new file is in its place already: failing here is no failure to write.
    """
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_device(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
