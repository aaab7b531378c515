"""Boards whose numbers are as small or as large as a file can say: every chart of them is drawn, in every file."""

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from flowsim.charts.catalogue import CHARTS, paper_picture
from flowsim.engine import Simulation
from flowsim.session.simulation_view import view_of
from flowsim.storage import load_scenario
from flowsim.ui.charts.chart_export import pdf_bytes, png_bytes, svg_bytes

BOARDS: dict[str, dict[str, object]] = {
    "no time at all": {"cards": [{"service": {"a": 5e-324}}]},
    "too fast": {"columns": [{"id": "a", "service": {"kind": "constant", "value": 5e-324}}],
                 "people": [{"name": "p", "skills": {"a": 2}}]},
    "too dear": {"classes": [{"id": "standard", "cost_of_delay": 1e308}]},
    "too slow": {"cards": [{"arrives": 1e300, "service": {"a": 1.7e308}}, {"service": {"a": 1e300}}]},
}  # fmt: skip


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("until", [10.0, 1.7e308])
def test_every_chart_is_drawn_whatever_the_numbers(
    qapp: QApplication, tmp_path: Path, board: str, name: str, until: float
) -> None:
    if board == "too dear" and until > 10:
        until = 1000.0  # arrivals never end
    path = tmp_path / "x.flowsim"
    plain = {"format": "flowsim", "version": 1, "name": "x", "horizon": None, "columns": [{"id": "a"}]}
    if board == "too fast":
        plain["arrivals"] = {"kind": "fixed", "count": 5}
    path.write_text(json.dumps(plain | BOARDS[board]))
    with np.errstate(all="ignore"):
        simulation = Simulation(load_scenario(path))
        simulation.advance_to(until)
        picture = paper_picture(name, view_of(simulation))
        assert len(png_bytes(picture, "x")) > 1000
        assert len(svg_bytes(picture, "x")) > 500
        assert len(pdf_bytes([picture], "x")) > 500
