"""Charts without a window and without a display, for the command line."""

import os
import sys
from pathlib import Path

from flowsim.metrics import recently
from flowsim.session.moment import Moment
from flowsim.storage.resources import resources
from flowsim.ui.charts.catalog import CHARTS
from flowsim.ui.charts.look import Look
from flowsim.ui.charts.picture import Picture, Table
from flowsim.ui.palette import LIGHT


def table_of(name: str, moment: Moment) -> Table:
    """Header and rows of the data of a chart."""
    return _picture(name, moment).table()


def save_chart(name: str, moment: Moment, path: Path) -> None:
    """Draw a chart into the file at `path`: .png, .svg or .pdf.

    Raises:
        OSError: the place cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported, or it aborts where there is no display
    if sys.platform == "win32":  # where this platform would look for fonts in a folder of Qt's that is not there
        os.environ.setdefault("QT_QPA_FONTDIR", str(resources() / "fonts"))
    from PySide6.QtGui import QGuiApplication

    from flowsim.ui.charts.paper import save_picture
    from flowsim.ui.theme import load_fonts

    app = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    save_picture(_picture(name, moment), moment.scenario.name, path)
    del app


def _picture(name: str, moment: Moment) -> Picture:
    _, narrowest = recently(moment.flow, moment.staffing)
    column = None if narrowest is None else narrowest.column
    return CHARTS[name](moment, Look(LIGHT, pixels=1920, bottleneck=column))
