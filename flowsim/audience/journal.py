"""The room on disk while it is open, so that a restart of the program loses no answer; deleted when it closes.

One JSON value a line: first how phones come in and at which address, then every change. It holds tokens and numbers:
no names, no addresses of phones, no text of a question. A line that was cut off when the program died is left out.
"""

import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from flowsim.audience.room import Entry
from flowsim.storage.atomic import write_atomically
from flowsim.storage.regular_file import read_regular

MOST_BYTES: Final = 8 * 1024 * 1024
OLDEST: Final = 12 * 3600.0
"""Seconds after which a room that was left open is another workshop's."""


@dataclass(frozen=True)
class Left:
    """A room that was left open: how phones come in, its address, and its changes."""

    entry: Entry
    host: str
    port: int
    changes: tuple[Mapping[str, Any], ...]


def left_open(path: Path) -> Left | None:
    """The room that a program which died had open; None if there is none, or it cannot be read."""
    try:
        if time.time() - path.stat().st_mtime > OLDEST:
            return None
        lines = read_regular(path, MOST_BYTES).decode("utf-8", "replace").split("\n")[:-1]
        values = [json.loads(line) for line in lines]
    except (OSError, ValueError, RecursionError):
        return None
    match values:
        case [{"key": str(key), "code": str(code), "host": str(host), "port": int(port)}, *changes] if key and code:
            return Left(Entry(key, code), host, port, tuple(each for each in changes if isinstance(each, dict)))
    return None


class Journal:
    """Writes the changes of a room to `path`, after those it had before; what stood there is replaced at once."""

    def __init__(
        self, path: Path, entry: Entry, host: str, port: int, changes: Iterable[Mapping[str, Any]] = ()
    ) -> None:  # fmt: skip
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        head = {"key": entry.key, "code": entry.code, "host": host, "port": port}
        write_atomically(path, "".join(map(_line, (head, *changes))).encode())
        path.chmod(0o600)
        self._file = path.open("a", encoding="utf-8")

    def write(self, change: Mapping[str, Any]) -> None:
        """One change more; it is with the system when this returns, so that only the machine's end can lose it."""
        self._file.write(_line(change))
        self._file.flush()

    def close(self) -> None:
        """The room is closed: nothing is left of it."""
        self._file.close()
        self._path.unlink(missing_ok=True)


def _line(change: Mapping[str, Any]) -> str:
    return json.dumps(change) + "\n"
