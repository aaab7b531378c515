"""The window's end of the room: starts the process that phones speak with, tells it what is asked, hears what comes in.

Nothing here waits: what the process tells is looked up with `news`. The process is this program alone, started anew,
and ends with it.
"""

from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Final

from flowsim.audience.messages import Failed, Sayable, Settings, Stop, Told
from flowsim.audience.server import serve

LEAVES_WITHIN: Final = 2.0
"""Seconds in which a process that was told to stop must have gone."""


class Audience:
    """One room, from its opening to its end."""

    def __init__(self, settings: Settings) -> None:
        spawning = get_context("spawn")
        self._pipe: Connection
        self._pipe, theirs = spawning.Pipe()
        self._process: SpawnProcess = spawning.Process(target=serve, args=(settings, theirs), name="room", daemon=True)
        self._process.start()
        theirs.close()
        self._gone = False

    @property
    def gone(self) -> bool:
        """Whether the process has ended; nothing more comes."""
        return self._gone

    def say(self, said: Sayable) -> None:
        """Tell the room; a room that is gone hears nothing, and `news` tells of it."""
        with suppress(OSError):
            self._pipe.send(said)

    def news(self) -> list[Told]:
        """What the room has told since the last look."""
        told: list[Told] = []
        try:
            while not self._gone and self._pipe.poll():
                told.append(self._pipe.recv())
        except (EOFError, OSError):
            self._gone = True
            if not any(isinstance(one, Failed) for one in told):
                told.append(Failed("the process that phones speak with has ended"))
        return told

    def close(self) -> None:
        """Close the room and let nothing go on."""
        self.say(Stop())
        self._process.join(LEAVES_WITHIN)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()
        self._pipe.close()
        self._gone = True
