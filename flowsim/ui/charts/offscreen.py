"""Charts without a window and without a display, for the command line."""

import os
from collections.abc import Sequence
from pathlib import Path

from flowsim.domain.interventions import Intervention
from flowsim.domain.scenario import Scenario
from flowsim.metrics import Flow, Staffing, recently


def picture_of_flow(scenario: Scenario, flow: Flow, interventions: Sequence[Intervention], path: Path) -> None:
    """Draw the cumulative flow of `flow` into the file at `path`: .png, .svg or .pdf.

    Raises:
        OSError: the place cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported, or it aborts where there is no display
    from PySide6.QtGui import QGuiApplication

    from flowsim.ui.charts.painter import save_picture
    from flowsim.ui.charts.picture import FlowPicture
    from flowsim.ui.theme import LIGHT, load_fonts

    app = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    _, narrowest = recently(flow, Staffing.of(scenario, interventions))
    column = None if narrowest is None else narrowest.column
    save_picture(FlowPicture.of(scenario, flow, interventions, LIGHT, column), path)
    del app
