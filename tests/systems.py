"""What some tests ask of the operating system; each mark says why they are left out where it has no such thing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest

ON_WINDOWS: Final = sys.platform == "win32"

on_unix = pytest.mark.skipif(
    ON_WINDOWS, reason="Windows has no fork, no permissions in digits, no pipes in folders and no limits of a process"
)
on_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="only there is the display a server of its own, which may not be running"
)
with_a_home_of_its_own = pytest.mark.skipif(
    sys.platform != "linux",
    reason="only on Linux does the environment say where a program keeps its files; elsewhere it would find those of "
    "whoever runs the tests",
)


@contextmanager
def files_that_grow_to(size: int) -> Iterator[None]:
    """Meanwhile a file may grow to `size` bytes and no further, as on a disk that fills up on the way. Unix only."""
    import resource
    import signal

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
