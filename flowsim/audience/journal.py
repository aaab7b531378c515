"""The room on disk while it is open, so that a restart of the program loses no answer; deleted when it closes.

One JSON value a line: first how phones come in and at which address, then every change. It holds tokens and numbers:
no names, no addresses of phones, no text of a question. A line that was cut off when the program died is left out.
"""

import json
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from flowsim.audience.room import Entry, Room
from flowsim.storage.atomic import write_atomically
from flowsim.storage.regular_file import read_regular

MOST_BYTES: Final = 8 * 1024 * 1024
COMPACT_AT: Final = 1024 * 1024
"""Bytes after which what was changed again and again is written anew as it is now."""

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
    """Writes the changes of `room` to `path`, after what it knows already; what stood there is replaced at once.

    `broken` says why nothing is written any more; empty while it is.
    """

    def __init__(self, path: Path, room: Room, host: str, port: int) -> None:
        self._path, self._room = path, room
        self._head = {"key": room.entry.key, "code": room.entry.code, "host": host, "port": port}
        self.broken = ""
        self._begin()
        room.write = self.write

    def _begin(self) -> None:
        """Write down what is known, in as few lines as that takes."""
        lines = "".join(map(_line, (self._head, *self._room.changes()))).encode()
        write_atomically(self._path, lines)
        self._path.chmod(0o600)
        self._file, self._size = self._path.open("a", encoding="utf-8"), len(lines)
        self._full = max(COMPACT_AT, 2 * self._size)

    def write(self, change: Mapping[str, Any]) -> None:
        """One change more; it is with the system when this returns, so that only the machine's end can lose it.

        Where that fails, the room goes on without.
        """
        if self.broken:
            return
        try:
            self._size += self._file.write(_line(change))
            self._file.flush()
            if self._size > self._full:
                self._file.close()
                self._begin()
        except OSError as error:
            self.broken = error.strerror or str(error)

    def close(self) -> None:
        """The room is closed: nothing is left of it."""
        with suppress(OSError):
            self._file.close()
        self._path.unlink(missing_ok=True)


def _line(change: Mapping[str, Any]) -> str:
    return json.dumps(change) + "\n"
