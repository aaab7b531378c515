"""The log file, and the one error boundary: what nobody expected is written down, told in one line, and gone past."""

import logging
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

import flowsim
from flowsim.storage.regular_file import is_regular_or_missing

BYTES: Final = 512 * 1024
MOST_SPOTS: Final = 1000
QUIET: Final = 10.0
"""Seconds in which the same fault is only counted: one that happens in every frame must not bury what came first."""

LOG: Final = logging.getLogger("flowsim")
LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def versions() -> str:
    """What runs here, for the log, for About and for whoever mends a fault."""
    system = f"{platform.system()} {platform.release()}"
    return f"flowsim {flowsim.__version__}, Qt {qVersion()}, Python {platform.python_version()}, {system}"


class ErrorLog:
    """Logs to `path`, rotating two files of up to 512 KiB; logs nothing if the folder cannot be created."""

    def __init__(self, path: Path) -> None:
        self.path: Final = path
        self._handler: logging.Handler
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._handler = (
                RotatingFileHandler(path, maxBytes=BYTES, backupCount=1, encoding="utf-8", delay=True)
                if is_regular_or_missing(path)
                else logging.NullHandler()
            )
        except OSError:
            self._handler = logging.NullHandler()
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOG.addHandler(self._handler)
        LOG.setLevel(logging.INFO)

    def open(self) -> None:
        """Begin: what Qt says is written down too."""
        qInstallMessageHandler(_written_down)
        LOG.info("%s", versions())

    def close(self) -> None:
        """Let go of the file."""
        qInstallMessageHandler(None)
        LOG.removeHandler(self._handler)
        self._handler.close()


@dataclass
class Repeated:
    """A fault written down at `since`, and how often it has happened again."""

    since: float
    times: int = 0


class ErrorBoundary:
    """A hook for uncaught exceptions of all threads; `tell` is called with the exception's name and the details."""

    def __init__(self, tell: Callable[[str, str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._telling = False
        self._known: dict[object, Repeated] = {}

    def install(self) -> None:
        """Install as `sys.excepthook` and `threading.excepthook`."""
        sys.excepthook = self
        threading.excepthook = lambda args: self(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write down what happened and tell it in one line; if telling fails as well, that is only written down.

        What happens again at the same spot within `QUIET` seconds is only counted, and the count written down later.
        """
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if not self._is_news(kind, trace):
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        LOG.error("%s", details)
        sys.stderr.write(details)
        if self._telling:
            return
        self._telling = True
        try:
            self._tell(kind.__name__, f"{versions()}\n\n{details}")
        except Exception:
            LOG.exception("could not be told")
        finally:
            self._telling = False

    def _is_news(self, kind: type[BaseException], trace: TracebackType | None) -> bool:
        spot = kind, *((frame.f_code, line) for frame, line in traceback.walk_tb(trace))
        known, now = self._known.get(spot), self._clock()
        if known is not None and now - known.since < QUIET:
            known.times += 1
            return False
        if known is not None and known.times:
            LOG.error("%s at the same spot, %d more times since then", kind.__name__, known.times)
        if len(self._known) >= MOST_SPOTS:
            self._known.clear()
        self._known[spot] = Repeated(now)
        return True


def _written_down(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    LOG.log(LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
