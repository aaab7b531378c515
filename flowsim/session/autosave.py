"""Writes the open session down again and again while it changes, so that what is lost in a crash is seconds old."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from flowsim.domain.phrases import digits, phrase
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.storage.recovery import Lifeline

EVERY: Final = 2.0
"""Seconds between two checks for changes; normally the file is less than 5 seconds behind."""

MOST_OF_THE_TIME: Final = 0.4
"""Share of the time that writing may take: what takes long to write is written less often."""

LATE: Final = 10.0
"""Seconds of writing after which people are told that their work is not safe yet: the disk is slow."""


class Autosave:
    """Saves one session in a background thread; `tick` must be called in every frame.

    If writing fails, `failed` is called with the reason, once until a write succeeds again. Writing is retried.
    """

    def __init__(self, lifeline: Lifeline, failed: Callable[[str], None], clock: Callable[[], float]) -> None:
        self.lifeline = lifeline
        self._failed = failed
        self._clock = clock
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="autosave")
        self._writing: Future[float] | None = None
        self._until_look = EVERY
        self._written: object = None
        self._fails = False
        self._began = self._saved = clock()

    def tick(self, session: Session, seconds: float) -> None:
        """One frame."""
        self._until_look -= seconds
        if self._until_look > 0 or not self._rests():
            return
        self._until_look = EVERY
        state = _state(session)
        if state == self._written:
            return
        self._written = state
        if session.file.unsaved or session.begun:
            self._began = self._clock()
            self._writing = self._writer.submit(self._write, session.file.document, session.file.path)
        else:
            self.lifeline.forget()

    def hurry(self) -> None:
        """Something has happened that makes the next look urgent."""
        self._until_look = 0.0

    def writes_now(self, session: Session) -> bool:
        """Write down what is open before anything else happens; whether that could be done."""
        try:
            self.lifeline.write(session.file.document, session.file.path)
        except OSError:
            return False
        return True

    def close(self) -> None:
        """The session was closed as it should be: there is nothing to recover."""
        self.stop()
        self.lifeline.close()

    def stop(self) -> None:
        """No more writing; what has been written down stays."""
        self._writer.shutdown(wait=True)

    def _rests(self) -> bool:
        """Whether nothing is being written; if the last writing failed, that is told."""
        if self._writing is None:
            return True
        if not self._writing.done():
            if not self._fails and self._clock() - self._began > LATE:
                self._fails = True
                self._failed(
                    phrase("the disk is slow; last saved {0} s ago", digits(self._clock() - self._saved, ".0f"))
                )
            return False
        writing, self._writing = self._writing, None
        error = writing.exception()
        if error is None:
            self._fails, self._saved = False, self._clock()
            self._until_look = max(self._until_look, writing.result() / MOST_OF_THE_TIME)
            return self._until_look <= 0
        if not isinstance(error, OSError):
            raise error
        self._written = None
        if not self._fails:
            self._fails = True
            self._failed(error.strerror or str(error))
        return True

    def _write(self, document: Document, path: Path | None) -> float:
        """Write down what is open; how many seconds that took."""
        began = self._clock()
        self.lifeline.write(document, path)
        return self._clock() - began


def _state(session: Session) -> object:
    document = session.file.document
    return document.scenario, document.session, session.file.path, session.file.unsaved
