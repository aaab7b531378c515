"""A screen, keyboard and mouse of the robot's own: Xvfb and xdotool, with the picture read from Xvfb's own memory.

Nothing here knows flowsim. Waiting is always for something that can be seen, with a limit after which it has failed.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint32]
"""Shape (height, width): 0xRRGGBB."""

PATIENCE: Final = 60.0
"""Seconds after which what has not happened is taken not to happen."""
MOMENT: Final = 0.02


class NotSeenError(AssertionError):
    """Something that should have come about did not, for as long as patience lasted."""


class Screen:
    """A screen of `width` x `height` pixels that nobody looks at; memory and socket are gone when it is left."""

    def __init__(self, folder: Path, width: int = 1280, height: int = 720) -> None:
        self._folder = folder
        self.width = width
        self.height = height
        self.display = ""
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        reading, writing = os.pipe()
        size = f"{self.width}x{self.height}x24"
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", str(self._folder)]
        quiet = subprocess.DEVNULL
        self._server = subprocess.Popen(command, pass_fds=[writing], stdin=quiet, stdout=quiet, stderr=quiet)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def picture(self) -> Picture:
        """What is on the screen now."""
        raw = (self._folder / "Xvfb_screen0").read_bytes()
        words = struct.unpack(">25I", raw[:100])
        start, row, colours = words[0], words[12], words[19]
        pixels = np.frombuffer(raw, np.uint32, offset=start + 12 * colours).reshape(-1, row // 4)
        return np.array(pixels[: self.height, : self.width] & 0xFFFFFF)

    def save(self, file: Path) -> None:
        """Write what is on the screen to a PNG file."""
        from PIL import Image

        picture = self.picture()
        channels = np.stack([(picture >> shift) & 0xFF for shift in (16, 8, 0)], axis=2).astype(np.uint8)
        Image.fromarray(channels).save(file)

    def windows(self, title: str = "") -> list[str]:
        """The windows on view whose title holds these words, oldest first."""
        command = ["xdotool", "search", "--onlyvisible", "--name", title or "."]
        told = subprocess.run(command, capture_output=True, text=True, check=False, env=self._environment())
        return told.stdout.split()

    def window(self, title: str) -> str:
        """The window with this title, once it is there."""
        return until(lambda: next(iter(self.windows(title)), ""), f"a window called “{title}”")

    def focus(self, window: str) -> None:
        """What a window manager does when somebody clicks into a window: nobody else does it here."""
        self._do("windowfocus", "--sync", window)

    def fill(self, window: str) -> None:
        """Have a window cover the whole screen."""
        self._do("windowmove", window, "0", "0", "windowsize", window, str(self.width), str(self.height))

    def press(self, *keys: str) -> None:
        """Press keys, by the names X11 has for them."""
        self._do("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", "8", text)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse button at one place, move in steps as a hand does, let go at the other."""
        self._do("mousemove", *map(str, start), "sleep", "0.1", "mousedown", "1")
        for step in range(1, 21):
            x, y = (round(a + (b - a) * step / 20) for a, b in zip(start, end, strict=True))
            self._do("mousemove", str(x), str(y), "sleep", "0.015")
        self._do("sleep", "0.1", "mouseup", "1")

    def until_still(self, seconds: float = 0.4) -> None:
        """Wait until nothing on the screen has changed for this long."""
        last, since = self.picture(), time.monotonic()

        def still() -> bool:
            nonlocal last, since
            now = self.picture()
            if not np.array_equal(now, last):
                last, since = now, time.monotonic()
            return time.monotonic() - since >= seconds

        until(still, "a picture that stands still")

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], check=True, env=self._environment(), stdin=subprocess.DEVNULL)

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display}


Seen = TypeVar("Seen")


def until(look: Callable[[], Seen], what: str, patience: float = PATIENCE) -> Seen:
    """Look again and again until there is something to see; return it.

    Raises:
        NotSeenError: there was nothing for as long as patience lasted.
    """
    begin = time.monotonic()
    while not (seen := look()):
        if time.monotonic() - begin > patience:
            raise NotSeenError(f"{what}: not seen within {patience:g} s")
        time.sleep(MOMENT)
    return seen
