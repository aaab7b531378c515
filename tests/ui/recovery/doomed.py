"""The real program, worked by a script until somebody kills it: `python -m tests.ui.recovery.doomed SEED LOG FILE`.

Every state it has been in stands in LOG, a line each: when it began (seconds of the clock that all programs share), a
digest of what is open, and whether there was anything to keep. What is in LOG is safe from a kill, line by line.
"""

import os
import random
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from typing_extensions import override

from flowsim import app
from flowsim.domain.column_settings import SetWipLimit, SetWorkers
from flowsim.domain.exercises import RoundPlan
from flowsim.domain.interventions import AddCard, BlockCard, DropCard
from flowsim.domain.predictions import NumberQuestion
from flowsim.session import edit_commands, rounds
from flowsim.session.changes import Changes
from flowsim.session.rounds import Phase, phase_of
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.storage.writing import document_text
from flowsim.ui.main_window.main_window import MainWindow

PLAN: Final = RoundPlan(until=5.0, questions=(NumberQuestion(text="How many?", figure="finished"),))
PAUSES: Final = (0.02, 0.2, 0.5, 1.0, 4.0)
"""Seconds between two things that are done: in a hurry, at ease, and long enough for everything to be written down."""


def digest(document: Document, file: Path | None) -> str:
    """What is open, in a few letters."""
    return sha256(f"{file}\n{document_text(document.scenario, document.session)}".encode()).hexdigest()[:20]


class Script(QObject):
    """Somebody at the window, in a hurry now and at ease then, doing whatever comes to mind."""

    def __init__(self, window: MainWindow, luck: random.Random, log: Path) -> None:
        super().__init__(window)
        self._window = window
        self._luck = luck
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._said: object = None
        assert window.page is not None
        window.page.bridge.frame.connect(self._note)
        self._note()
        QTimer.singleShot(0, self._go_on)

    @property
    def _session(self) -> Session:
        assert self._window.page is not None
        return self._window.page.session

    def _note(self) -> None:
        session = self._session
        document = session.file.document
        state = document.scenario, document.session, session.file.path, session.file.unsaved or session.begun
        if state == self._said:
            return
        self._said = state
        keeps = "keeps" if session.file.unsaved or session.begun else "nothing"
        os.write(self._log, f"{time.monotonic():.6f} {digest(document, session.file.path)} {keeps}\n".encode())

    def _go_on(self) -> None:
        assert self._window.page is not None
        self._window.page.bridge.attempt(self._act)
        self._note()
        QTimer.singleShot(round(1000 * self._luck.choice(PAUSES)), self._go_on)

    def _act(self) -> Changes:
        session, luck = self._session, self._luck
        column, card = luck.choice(session.history.scenario.columns), luck.randint(0, 20)
        place = luck.randrange(len(session.history.scenario.columns))
        ways: list[Callable[[], Changes]] = [
            lambda: session.do(AddCard(at=0.0, title=f"card {card}")),
            lambda: session.do(BlockCard(at=0.0, card=card)),
            lambda: session.do(DropCard(at=0.0, card=card)),
            lambda: session.do(SetWipLimit(at=0.0, column=column.id, value=card + 1)),
            lambda: session.do(SetWorkers(at=0.0, column=column.id, value=card)),
            lambda: session.edit(edit_commands.column_renamed(session, place, f"Column {card}")),
            lambda: session.edit(edit_commands.column_added(session, place, luck.choice(("work", "queue")), "New")),
            lambda: session.edit(edit_commands.column_removed(session, place)),
            lambda: session.edit(edit_commands.column_moved(session, place, 0)),
            lambda: session.edit(edit_commands.person_added(session, "Ada")),
            lambda: session.edit(edit_commands.class_added(session, "urgent")),
            lambda: session.edit(edit_commands.other_luck(session, card)),
            lambda: rounds.begun(session, PLAN),
            lambda: rounds.guessed(session, 0, [float(card)]),
            lambda: rounds.locked(session),
            lambda: rounds.revealed(session),
            lambda: rounds.learned(session, f"We learned {card} things."),
            lambda: rounds.kept(session),
            lambda: rounds.put_on_board(session, len(session.workshop.rounds) - 1),
            session.undo, session.undo, session.undo, session.redo, session.restart,
            session.play, session.pause, session.pause, session.step,
            self._saved,
        ]  # fmt: skip
        return luck.choice(ways)()

    def _saved(self) -> Changes:
        assert self._window.files.save(), "the file has been open from the first moment, so nothing is asked"
        return Changes.NOTHING


class Round(Script):
    """Somebody who leads a round as far as a phase, and then does nothing more."""

    def __init__(self, window: MainWindow, phase: str, log: Path) -> None:
        self._phase = Phase[phase]
        super().__init__(window, random.Random(1), log)

    @override
    def _act(self) -> Changes:
        session = self._session
        if phase_of(session) is self._phase:
            return Changes.NOTHING
        match phase_of(session):
            case Phase.NONE:
                return rounds.begun(session, PLAN) | rounds.guessed(session, 0, [4.0])
            case Phase.PREDICT:
                return rounds.locked(session)
            case Phase.RUN:
                return session.set_speed(2.0) | session.play()
            case Phase.OVER:
                return rounds.revealed(session)
            case _:
                return rounds.learned(session, "much")


def main(seed: str, log: str, file: str) -> int:
    """Open the program with `file`, and begin: by chance, from a seed, or with a round, up to the phase so called."""

    class Doomed(app.Windows):
        """Windows that somebody works in as soon as a file is open."""

        def open(self) -> MainWindow:
            window = super().open()
            begun: list[Script] = []

            def begin() -> None:
                if window.page is not None and not begun:
                    leads = seed in Phase.__members__
                    begun.append(
                        Round(window, seed, Path(log)) if leads else Script(window, random.Random(seed), Path(log))
                    )

            timer = QTimer(window)
            timer.timeout.connect(begin)
            timer.start(10)
            return window

    app.Windows = Doomed  # type: ignore[misc]  # the program, with somebody at it
    return app.open_window([file])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
