"""Draws the window at every step of a first workshop: light and dark, 1280x720, and 1920x1080 at scale 2.

`python -m tests.screens [FOLDER]`; one process a look, because Qt takes its scale once.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

LOOKS = {
    "light-720p": ("light", 1280, 720, 1),
    "dark-720p": ("dark", 1280, 720, 1),
    "light-1080p-2x": ("light", 1920, 1080, 2),
    "dark-1080p-2x": ("dark", 1920, 1080, 2),
}


def main(folder: Path) -> int:
    """All looks; the exit code."""
    codes = []
    for look, (_, _, _, scale) in LOOKS.items():
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
        codes.append(
            subprocess.run([sys.executable, "-m", "tests.screens", str(folder), look], env=environment).returncode
        )
    return max(codes)


def draw(folder: Path, look: str) -> None:
    """One look."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from flowsim.app import make_window
    from flowsim.storage.resources import exercises
    from flowsim.ui.settings import Settings
    from tests.journeys.whole_model import handed_on_in_smaller_batches, people_share_the_work
    from tests.journeys.workshop import played_first_workshop
    from tests.ui.visitor import Visitor

    theme, width, height, _ = LOOKS[look]
    app = QApplication([])
    with tempfile.TemporaryDirectory() as temporary:
        settings = Settings(QSettings(str(Path(temporary) / "settings.ini"), QSettings.Format.IniFormat))
        settings.theme = theme
        window = make_window(app, settings)
        window.resize(width, height)
        window.show()
        visitor = Visitor(window, folder / look)
        played_first_workshop(visitor, Path(temporary))
        handed_on_in_smaller_batches(visitor)
        visitor.session.mark_saved()
        people_share_the_work(visitor, Path(temporary))
        for exercise, time in zip(exercises()[2:4], (40.0, 20.0), strict=True):
            window.open_file(exercise.path, as_template=True)
            visitor.play_until(time)
            visitor.shot(exercise.path.stem)
        visitor.session.mark_saved()
        window.close()


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/screens")
    if len(sys.argv) > 2:
        draw(where, sys.argv[2])
    else:
        sys.exit(main(where))
