"""Autosave of open sessions, so that a crash loses next to nothing.

Every open session has its own file in one folder and holds a lock on it while its process lives; the operating system
releases the lock however the process ends. A file whose lock can be acquired was left behind by a process that ended.
The first process to acquire it offers it for recovery. So no window or process touches a file that another one writes.
"""

import contextlib
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from flowsim.domain.problems import NewerVersion, ScenarioProblems
from flowsim.storage.atomic import write_atomically
from flowsim.storage.document import Document
from flowsim.storage.parsing import MAX_BYTES, parse
from flowsim.storage.reading import read_document
from flowsim.storage.regular_file import read_regular
from flowsim.storage.writing import DocumentWriter

ENDING: Final = ".session"
BROKEN: Final = ".broken"
"""The ending under which a session that cannot be read is set aside."""
MOST_SESSIONS: Final = 100
MOST_BYTES: Final = 2 * MAX_BYTES
"""A document stands in its session as a text, whose quotation marks and line ends take two bytes each."""


class Lifeline:
    """The autosave file of one open session; holds a lock on it until `leave` or `close`.

    Raises:
        filelock.Timeout: another process or window holds the lock.
    """

    def __init__(self, path: Path) -> None:
        self.path: Final = path
        self._writer = DocumentWriter()
        self._lock = FileLock(_lock_of(path), timeout=0)
        self._lock.acquire()

    def write(self, document: Document, file: Path | None) -> None:
        """Write down what is open, and the `file` it belongs to.

        Raises:
            OSError: the folder cannot be written; what was written down before is untouched.
        """
        body = {
            "flowsim": "session",
            "file": _name_of(file),
            "when": datetime.now(UTC).isoformat(),
            "document": self._writer.text(document.scenario, document.session),
        }
        # Written as characters, not as escapes: these would make a text without Latin letters three times as long.
        write_atomically(self.path, json.dumps(body, ensure_ascii=False).encode())

    def forget(self) -> None:
        """Delete the file, because the session is saved or discarded; the lock stays."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def leave(self) -> None:
        """Release the lock and keep the file."""
        self._lock.release()

    def close(self) -> None:
        """Delete the file and release the lock: the session ended normally."""
        self.forget()
        self.leave()
        with contextlib.suppress(OSError):
            Path(_lock_of(self.path)).unlink(missing_ok=True)


@dataclass(frozen=True)
class LeftBehind:
    """A session whose program ended without closing it; nobody else is offered it meanwhile."""

    document: Document
    file: Path | None
    when: datetime
    lifeline: Lifeline


class Recovery:
    """The folder of open sessions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def begin(self) -> Lifeline:
        """A file for one more session.

        Raises:
            OSError: the folder cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        return Lifeline(self.folder / f"{uuid.uuid4().hex}{ENDING}")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at; costs next to nothing."""
        try:
            return next(self.folder.glob(f"*{ENDING}"), None) is None
        except OSError:
            return True

    def left_behind(self) -> list[LeftBehind]:
        """The sessions left behind, latest first, each locked for the caller.

        What is no session is set aside under another name, so that it is never in the way of one that is. What cannot
        be read today (a disk that does not answer, a session of a newer flowsim) stays where it is.
        """
        try:
            files = sorted(self.folder.glob(f"*{ENDING}"), key=_written_at, reverse=True)
        except OSError:
            return []
        found = list(islice((left for file in files for left in _claimed(file)), MOST_SESSIONS))
        return sorted(found, key=lambda left: left.when, reverse=True)


def _claimed(path: Path) -> Iterator[LeftBehind]:
    """The session in `path`, if its program is gone and it can be read."""
    try:
        lifeline = Lifeline(path)
    except (Timeout, OSError):
        return
    try:
        yield _read(path, lifeline)
    except FileNotFoundError:
        lifeline.close()  # closed as it should be between the first look and the lock
    except (OSError, NewerVersion):
        lifeline.leave()
    except (ValueError, KeyError, TypeError, ScenarioProblems):
        with contextlib.suppress(OSError):
            path.rename(path.with_suffix(BROKEN))
        lifeline.leave()


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _read(path: Path, lifeline: Lifeline) -> LeftBehind:
    body = parse(read_regular(path, MOST_BYTES + 1), MOST_BYTES)
    document = Document(*read_document(str(body["document"]).encode()))
    return LeftBehind(document, _file_of(body["file"]), _moment_of(body["when"], path), lifeline)


def _name_of(file: Path | None) -> str | None:
    """The name of a file as text; none where it has bytes that are no text: its session is then offered as unsaved."""
    name = str(file)
    return None if file is None or name != name.encode("utf-8", "replace").decode() else name


def _file_of(name: object) -> Path | None:
    """The file a session belongs to; none where what is written down can be no path."""
    return None if not isinstance(name, str) or "\0" in name else Path(name)


def _moment_of(when: object, path: Path) -> datetime:
    """When a session was written down, or where that cannot be told, when its file was."""
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    try:
        told = datetime.fromisoformat(str(when)).astimezone(UTC)
    except (ValueError, OverflowError):
        return written
    return told if abs(told - written) < timedelta(days=366) else written


def _lock_of(path: Path) -> str:
    return str(path.with_suffix(".lock"))
