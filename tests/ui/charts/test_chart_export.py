"""A file of a chart shows what the window shows: as PNG, as PDF, and as SVG in two renderers that know nothing of each
other."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from flowsim.charts.catalogue import CHARTS
from flowsim.charts.options import ChartOptions
from flowsim.charts.picture import Curve, Picture, Rule
from flowsim.domain.arrivals import (
    Poisson,
)
from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.distributions import Exponential
from flowsim.domain.scenario import (
    CardClass,
    Column,
    Scenario,
    SharedLimit,
)
from flowsim.session.pins import Pins
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.storage.resources import resources
from flowsim.ui.charts.chart_export import MARGIN, SIZE, PaperChart, image, pdf_bytes, svg_bytes
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import paper_style
from flowsim.ui.style.theme import LIGHT, dress, load_fonts
from tests.ui.charts.inked import Pixels, agreement, pixels_of
from tests.ui.visitor import Visitor

NOTHING = Curve(np.zeros(0), np.zeros(0), LIGHT.text)
"""A shape without ink, so that a chart is not an empty one."""

ENOUGH = 0.95
"""The share of inked pixels that must be the same; the rest are edges that renderers smooth differently."""

COSTLY = Scenario(
    name="Costly", seed=3,
    columns=(
        Column(id="a", name="Analysis", workers=1, wip_limit=2, service=Exponential(mean=1.0)),
        Column(id="b", name="Build", workers=2, wip_limit=3, service=Exponential(mean=2.0)),
    ),
    classes=(
        CardClass(id="s", name="Standard", share=0.8, cost_of_delay=1.0),
        CardClass(id="u", name="Urgent", share=0.2, priority=1, colour="#C2410C", cost_of_delay=3.0),
    ),
    shared_limits=(SharedLimit(columns=("a", "b"), limit=5),),
    arrivals=Poisson(rate=0.8), horizon=None,
)  # fmt: skip


def pictures(until: float = 60.0) -> dict[str, Picture]:
    """Every chart of a run that has something to show in all of them, with a pinned run behind it."""
    pinned, its = Session(Document(replace(COSTLY, seed=4))), Session(Document(COSTLY))
    for each in (pinned, its):
        each.simulation.advance_to(until)
        each.step()
    its.do(SetWipLimit(at=0.0, column="b", value=2))
    its.simulation.advance_to(1.2 * until)
    its.step()
    pins = Pins()
    pins.add(pinned.latest)
    options = ChartOptions(LIGHT, pixels=900, bottleneck=1, pins=pins.pins)
    return {name: spec.picture(its.latest, options) for name, spec in CHARTS.items()}


@pytest.fixture(scope="module")
def drawn(qapp: QApplication) -> dict[str, Picture]:
    load_fonts()
    dress(qapp, LIGHT)
    return pictures()


def frame_of(picture: Picture) -> QRectF:
    """Where the frame of the chart lies on the sheet."""
    sheet = PaperChart(picture, "x")
    sheet.lay_out(picture)
    rect = sheet.frame.rect.translated(MARGIN, MARGIN)
    sheet.let_go()
    return rect


def in_window(picture: Picture) -> Pixels:
    """The chart painted on the screen, in the place where the sheet has it.

    With the fonts of paper: in those of the window figures are a little wider, and so are the margins beside the frame.
    """
    sheet = PaperChart(picture, "x")
    sheet.lay_out(picture)
    plot = ChartPlot(paper_style())
    plot.heading, plot.shows_pins = sheet.heading, True
    plot.resize(sheet.size())
    plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot.show()
    plot.show_picture(picture)
    made = QImage(SIZE.toSize(), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.drawPixmap(round(MARGIN), round(MARGIN), plot.grab())
    painter.end()
    for each in (sheet, plot):
        each.hide()
        each.deleteLater()
    return pixels_of(made)


def as_png(picture: Picture) -> Pixels:
    return pixels_of(image(picture, "x", 1.0))


def as_pdf(picture: Picture) -> Pixels:
    page = pypdfium2.PdfDocument(pdf_bytes([picture], "x"))[0]
    found = page.render(scale=96 / 72).to_numpy()[:, :, :3]
    return np.asarray(found[: int(SIZE.height()), : int(SIZE.width()), ::-1], dtype=int)


def as_svg_by_qt(picture: Picture) -> Pixels:
    made = QImage(SIZE.toSize(), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(svg_bytes(picture, "x"))).render(painter, QRectF(0, 0, SIZE.width(), SIZE.height()))
    painter.end()
    return pixels_of(made)


def as_svg_by_librsvg(picture: Picture, folder: Path) -> Pixels:
    file, fonts, out = folder / "x.svg", folder / "fonts.conf", folder / "x.png"
    file.write_bytes(svg_bytes(picture, "x"))
    fonts.write_text(f"<fontconfig><dir>{resources() / 'fonts'}</dir><cachedir>{folder}</cachedir></fontconfig>")
    command = ["rsvg-convert", "--width", str(int(SIZE.width())), "-b", "white", "-o", str(out), str(file)]
    subprocess.run(command, check=True, env={**os.environ, "FONTCONFIG_FILE": str(fonts)})
    return pixels_of(QImage(str(out)))


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("drawer", [as_png, as_pdf, as_svg_by_qt])
def test_a_file_shows_the_ink_of_the_window(
    drawn: dict[str, Picture], drawer: Callable[[Picture], Pixels], name: str
) -> None:
    picture = drawn[name]
    found = agreement(in_window(picture), drawer(picture), frame_of(picture))
    assert min(found.inked) > 200
    assert found.least >= ENOUGH, found


@pytest.mark.skipif(
    sys.platform != "linux" and shutil.which("rsvg-convert") is None, reason="librsvg is set up for tests on Linux only"
)
@pytest.mark.parametrize("name", CHARTS)
def test_another_renderer_of_svg_shows_the_ink_of_the_window(
    drawn: dict[str, Picture], tmp_path: Path, name: str
) -> None:
    picture = drawn[name]
    found = agreement(in_window(picture), as_svg_by_librsvg(picture, tmp_path), frame_of(picture))
    assert found.least >= ENOUGH, found


@pytest.mark.parametrize("name", CHARTS)
def test_the_comparison_sees_when_a_shape_is_missing(drawn: dict[str, Picture], name: str) -> None:
    """All but the lines across is left out of the file."""
    picture = drawn[name]
    window, frame = in_window(picture), frame_of(picture)
    without = replace(picture, shapes=(NOTHING, *(shape for shape in picture.shapes if isinstance(shape, Rule))))
    assert agreement(window, as_png(without), frame).least < ENOUGH


def test_a_sheet_names_chart_run_seed_moment_limits_and_pins(drawn: dict[str, Picture], tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf_bytes([drawn["cycle-time"]], "Costly"))
    text = re.sub(r"\s+", " ", PdfReader(path).pages[0].extract_text())
    assert "Cycle time: Costly" in text
    assert "seed 3 · day 7" in text
    assert "WIP limits: Analysis 2, Build 2, board 5" in text
    assert re.search(r"\d+ finished, \d+ open", text)
    assert "Run A" in text
    assert "Urgent" in text


def test_all_charts_are_pages_of_one_pdf_but_those_that_are_empty(visitor: Visitor, tmp_path: Path) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(40.0)
    path = tmp_path / "all.pdf"
    assert visitor.write_charts(path)
    texts = [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]
    charts = [spec.title for name, spec in CHARTS.items() if name != "cost"]  # no class of this board costs anything
    assert len(texts) == len(charts)
    for text, title in zip(texts, charts, strict=True):
        assert f"{title}: Software team" in text


def test_an_empty_chart_says_why_it_is_empty(drawn: dict[str, Picture], tmp_path: Path) -> None:
    its = Session(Document(replace(COSTLY, classes=(CardClass(id="s"),))))
    its.simulation.advance_to(20.0)
    its.step()
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf_bytes([CHARTS["cost"].picture(its.latest, ChartOptions(LIGHT))], "x"))
    text = " ".join(PdfReader(path).pages[0].extract_text().split())
    assert "No class of this board has a cost of delay per day." in text


def test_the_name_of_a_file_says_the_run_and_the_chart(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    assert Path(visitor.window.files._suggested("png", "cycle-time")).name == "Software team - cycle-time.png"


def test_a_zoomed_chart_is_exported_as_it_is_on_view(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(40.0)
    visitor.page.chart.window_of_time.show(10.0, 20.0, 40.0)
    visitor.page.chart.charts[0].height_range = 5.0, 9.0
    visitor.page.chart.charts[0].view_box.setYRange(5.0, 9.0, padding=0)
    picture = visitor.page.chart.paper_picture("flow")
    assert (picture.x.low, picture.x.high) == (10.0, 20.0)
    assert (picture.y.low, picture.y.high) == pytest.approx((5.0, 9.0))
