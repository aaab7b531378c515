"""A first workshop, from the gallery to the exported chart, by mouse and keys alone."""

import csv
from pathlib import Path

import numpy as np
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from flowsim.metrics import CumulativeFlow
from flowsim.session.opening_files import session_of_file
from tests.journeys.workshop import played_first_workshop
from tests.ui.visitor import Visitor

pytestmark = pytest.mark.timeout(180)


def test_a_first_workshop_ends_in_a_file_that_replays_to_the_same_trace(visitor: Visitor, tmp_path: Path) -> None:
    path = played_first_workshop(visitor, tmp_path)
    again = session_of_file(path)
    assert again.now == visitor.session.now
    assert again.simulation.trace.rows().tobytes() == visitor.session.simulation.trace.rows().tobytes()
    assert not visitor.session.file.unsaved


def test_the_exported_chart_reads_back_in_all_four_formats(visitor: Visitor, tmp_path: Path) -> None:
    played_first_workshop(visitor, tmp_path)
    _csv_has_the_lines(tmp_path / "flow.csv", visitor)
    png = QImage(str(tmp_path / "flow.png"))
    assert png.size() == QSize(1920, 1080)
    svg = QSvgRenderer(str(tmp_path / "flow.svg"))
    assert svg.isValid()
    drawn = QImage(QSize(960, 540), QImage.Format.Format_RGB32)
    drawn.fill(0xFFFFFF)
    painter = QPainter(drawn)
    svg.render(painter)
    painter.end()
    assert _share_alike(drawn, png.scaled(drawn.size())) > 0.95
    page = PdfReader(tmp_path / "flow.pdf").pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (
        720,
        405,
    )  # 960 x 540 pixels at 96 dots an inch
    words = page.extract_text().split()
    assert words[:4] == ["Cumulative", "flow:", "Software", "team"]
    assert {"0", "10", "20", "days", "Done"} <= set(words)


def _csv_has_the_lines(path: Path, visitor: Visitor) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == ["time", "arrived", "Analysis", "Development", "Test", "finished"]
    times = np.array([float(row[0]) for row in rows])
    counts = np.array([[int(count) for count in row[1:]] for row in rows]).T
    assert np.array_equal(counts, CumulativeFlow.of(visitor.session.flow).counts(times))


def _share_alike(one: QImage, other: QImage) -> float:
    """Share of pixels that are nearly the same."""
    arrays = []
    for image in (one, other):
        plain = image.convertToFormat(QImage.Format.Format_RGB32)
        arrays.append(
            np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)[:, :, :3].astype(int)
        )
    return float((np.abs(arrays[0] - arrays[1]).max(axis=2) < 64).mean())
