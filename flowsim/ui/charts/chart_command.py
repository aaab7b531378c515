"""Charts into files without a window and without a display, for the command line."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flowsim.charts.catalogue import CHARTS, paper_picture
from flowsim.metrics import RunView
from flowsim.storage.atomic import write_atomically
from flowsim.storage.resources import resources


def save_chart(name: str, run: RunView, path: Path) -> None:
    """Draw a chart by its name into a file: .png, .svg or .pdf.

    Raises:
        OSError: the place cannot be written.
    """
    with drawing():
        from flowsim.ui.charts.chart_export import save_picture

        save_picture(paper_picture(name, run), run.scenario.name, path)


def save_all_charts(run: RunView, folder: Path) -> None:
    """Draw every chart that has something to show into `folder`: a PNG each, and all of them as pages of charts.pdf.

    Raises:
        OSError: a place cannot be written.
    """
    pictures = [picture for name in CHARTS if (picture := paper_picture(name, run)).has_something]
    with drawing():
        from flowsim.ui.charts.chart_export import pdf_bytes, save_picture

        for picture in pictures:
            save_picture(picture, run.scenario.name, folder / f"{picture.name}.png")
        if pictures:
            write_atomically(folder / "charts.pdf", pdf_bytes(pictures, run.scenario.name))


@contextmanager
def drawing() -> Iterator[None]:
    """Qt and the program's fonts, on the platform that needs no display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported, or it aborts where there is no display
    if sys.platform == "win32":  # where this platform would look for fonts in a folder of Qt's that is not there
        os.environ.setdefault("QT_QPA_FONTDIR", str(resources() / "fonts"))
    from PySide6.QtWidgets import QApplication

    from flowsim.ui.style.theme import load_fonts
    from flowsim.ui.text.spoken import ENGLISH, speak

    app = QApplication.instance()
    if app is None:
        app = QApplication([])
        speak(app, ENGLISH)  # as the command line does, wherever it is
    load_fonts()
    yield
    del app
