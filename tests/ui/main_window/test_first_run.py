"""`make run` on a machine without a display plays the first exercise and leaves its charts."""

import os
import subprocess
import sys

import product
from pypdf import PdfReader
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from flowsim.charts.catalogue import CHARTS
from tests.systems import on_linux

FOLDER = product.ROOT / "build" / "first-run"


@on_linux
def test_without_a_display_the_first_exercise_is_played_and_its_charts_are_drawn() -> None:
    for old in FOLDER.glob("*"):
        old.unlink()
    bare = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and not name.startswith("QT_")}
    command = [sys.executable, str(product.ROOT / "packaging" / "first_run.py")]
    done = subprocess.run(command, env=bare, capture_output=True, text=True, timeout=100, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    first, *_, last = done.stdout.splitlines()
    assert first.startswith("No window can be shown: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    assert "  flow efficiency   " in done.stdout
    assert last.endswith(str(FOLDER))
    drawn = sorted(file.stem for file in FOLDER.glob("*.png"))
    assert drawn == sorted(set(CHARTS) - {"cost"})  # no class of that board costs anything
    assert {QImage(str(FOLDER / f"{name}.png")).size() for name in drawn} == {QSize(1920, 1080)}
    assert len(PdfReader(FOLDER / "charts.pdf").pages) == len(drawn)
