"""Draws every step of every exercise, light and dark, and each of its rounds as the presenter shows it.

`python -m tests.screens_exercises FOLDER [NAME …]`; names are those of the files in resources/exercises. `make screens`
draws all of them, some hundreds of pictures.
"""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.visitor import Visitor

THEMES = ("light", "dark")
WIDTH, HEIGHT = 1280, 720


def main(folder: Path, names: list[str]) -> int:
    """Every exercise in every theme, a process a theme; the exit code."""
    codes = []
    for theme in THEMES:
        words = [sys.executable, "-m", "tests.screens_exercises", "--theme", theme, str(folder), *names]
        codes.append(subprocess.run(words, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).returncode)
    return max(codes)


def draw(theme: str, folder: Path, names: list[str]) -> None:
    """The exercises of these names, all without any."""
    from PySide6.QtWidgets import QApplication

    from flowsim.storage.resources import exercises
    from tests.journeys.led_exercise import led_to_its_end
    from tests.screens import opened
    from tests.ui.visitor import Visitor

    application = QApplication([])
    for exercise in exercises():
        if names and exercise.path.stem not in names:
            continue
        with opened(theme, WIDTH, HEIGHT) as (window, _):
            visitor = Visitor(window, folder / f"{exercise.path.stem}-{theme}")
            led_to_its_end(visitor, exercise, look=partial(present, visitor))
            visitor.session.file.mark_saved()
    application.quit()


def present(visitor: "Visitor", name: str) -> None:
    """What the room sees at this moment."""
    from PySide6.QtCore import Qt

    door, size = visitor.window.workshop, visitor.window.size()
    door.present()
    visitor.window.setWindowState(Qt.WindowState.WindowNoState)  # the screen that is none has a size of its own
    visitor.window.resize(size)
    visitor.shot(f"{name}-presented")
    door.stop_presenting()


if __name__ == "__main__":
    if sys.argv[1] == "--theme":
        draw(sys.argv[2], Path(sys.argv[3]), sys.argv[4:])
    else:
        raise SystemExit(main(Path(sys.argv[1]), sys.argv[2:]))
