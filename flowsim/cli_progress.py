"""How far a long command has come, on a terminal; and Ctrl+C as a wish to stop with what there is."""

import signal
import sys
import time
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, Final

QUIET: Final = 1.0
"""Seconds for which nothing is shown: most commands are done by then."""

EVERY: Final = 0.2
WIDTH: Final = 24


class Progress:
    """Shows on standard error what `share` (0 to 1) of the work is done, where that is a terminal.

    `words` may say more, given the seconds since the beginning.

    While it is in use Ctrl+C does not break in anywhere: `look`, which is to be called now and then, answers whether to
    stop. A second Ctrl+C does break in.
    """

    def __init__(self, share: Callable[[], float], words: Callable[[float], str] = lambda _: "") -> None:
        self._share = share
        self._words = words
        self._began = time.monotonic()
        self._next = self._began + QUIET
        self._shows = sys.stderr is not None and sys.stderr.isatty()
        self._stopped = self._on_view = False
        self._before: Any = None

    def look(self) -> bool:
        """Show how far it is; whether Ctrl+C was pressed."""
        now = time.monotonic()
        if self._shows and now >= self._next:
            self._next = now + EVERY
            self._on_view = True
            seconds = now - self._began
            self._put("\r" + bar(self._share(), seconds) + self._words(seconds) + "\x1b[K")
        return self._stopped

    def __enter__(self) -> "Progress":
        self._before = signal.getsignal(signal.SIGINT)
        if self._before is not signal.SIG_IGN:  # a shell's "&" asks for that: Ctrl+C is then meant for another
            signal.signal(signal.SIGINT, self._stop)
        return self

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        signal.signal(signal.SIGINT, self._before)
        if self._on_view:
            self._put("\r\x1b[K")

    def _put(self, text: str) -> None:
        """Write to the terminal; one that has gone (a closed window, a broken line) ends the bar, not the work."""
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, ValueError):
            self._shows = self._on_view = False

    def _stop(self, _: int, frame: FrameType | None) -> None:
        self._stopped = True
        signal.signal(signal.SIGINT, self._before)


def bar(share: float, seconds: float) -> str:
    """A line: how much is done, for how long, and how long it will still take at this rate."""
    share = min(max(share, 0.0), 1.0)
    done = round(WIDTH * share)
    left = f"{seconds * (1 - share) / share:,.0f} s left" if share > 0 else "…"
    return f"[{'#' * done}{'.' * (WIDTH - done)}] {share:4.0%}  {seconds:,.0f} s  {left}"
