"""Charts as files: PNG at any scale, SVG and PDF, one or all of them, and pictures for the clipboard.

Each is the scene of a `ChartPlot` in print colours, rendered; so a file shows what the window shows.
"""

import re
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from flowsim.charts.picture import Picture
from flowsim.domain.phrases import phrase
from flowsim.storage.atomic import write_atomically
from flowsim.ui.charts.chart_heading import HeadingText
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import paper_style
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import FAMILY, LIGHT
from flowsim.ui.text.language import shown

SIZE: Final = QSizeF(960, 540)
MARGIN: Final = 14.0
PNG_SCALE: Final = 2.0
DPI: Final = 96
"""Dots per inch of SVG and PDF: with this one a pixel of the scene is a pixel of theirs."""

OTHER_FONTS: Final = "Helvetica, Arial, sans-serif"
"""What an SVG is written in where the program's font is not known."""

POINTS: Final = 72 / DPI
NOT_IN_XML: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Qt writes them into an SVG file as they are, and then nobody can read it; names may hold them."""


class PaperChart(ChartPlot):
    """A chart laid out for paper, with its heading and legend; never on the screen."""

    def __init__(self, picture: Picture, run: str) -> None:
        super().__init__(paper_style())
        self.shows_pins = True
        lines = tuple(shown(text) for text in (picture.reading, picture.note, picture.facts) if text)
        self.heading = HeadingText(heading(picture, run), large=True, lines=lines)
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.resize(round(SIZE.width() - 2 * MARGIN), round(SIZE.height() - 2 * MARGIN))

    def lay_out(self, picture: Picture) -> None:
        """Place everything; then it can be drawn."""
        self.show()
        self.show_picture(picture)
        self.plotItem.layout.activate()
        self.show_picture(picture)  # once more: names are as wide as the frame that is now known leaves them

    def draw(self, painter: QPainter) -> None:
        """The whole sheet, in `SIZE`, on paper."""
        painter.fillRect(QRectF(QPointF(0, 0), SIZE), QColor(LIGHT.surface))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        area = QRectF(self.rect())
        self.scene().render(painter, area.translated(MARGIN, MARGIN), area)

    def let_go(self) -> None:
        """The sheet is done with."""
        self.hide()
        self.deleteLater()


def save_picture(picture: Picture, run: str, path: Path, scale: float = PNG_SCALE) -> None:
    """Write the chart of a `run` to `path` as its ending says: .png, .svg or .pdf.

    Raises:
        OSError: the place cannot be written; the old file is untouched.
        ValueError: another ending.
    """
    ending = path.suffix.lower()
    if ending == ".png":
        content = png_bytes(picture, run, scale)
    elif ending == ".svg":
        content = svg_bytes(picture, run)
    elif ending == ".pdf":
        content = pdf_bytes([picture], run)
    else:
        raise ValueError(f"{path.name}: a file ending in .png, .svg or .pdf")
    write_atomically(path, content)


def heading(picture: Picture, run: str) -> str:
    """The name of the chart and of the run, in the language on view."""
    return shown(phrase("{0}: {1}", picture.title, run))


def image(picture: Picture, run: str, scale: float = PNG_SCALE) -> QImage:
    """The sheet as an image, `scale` device pixels per logical pixel."""
    made = QImage((SIZE * scale).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(scale)
    _draw(picture, run, made)
    return made


def _draw(picture: Picture, run: str, device: QPaintDevice) -> None:
    with _sheet_of(picture, run) as sheet, painter_on(device) as painter:
        sheet.draw(painter)


@contextmanager
def _sheet_of(picture: Picture, run: str) -> Iterator[PaperChart]:
    sheet = PaperChart(picture, run)
    try:
        sheet.lay_out(picture)
        yield sheet
    finally:
        sheet.let_go()


def png_bytes(picture: Picture, run: str, scale: float = PNG_SCALE) -> bytes:
    """The sheet as PNG."""
    buffer = _open_buffer()
    image(picture, run, scale).save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows no QIODevice here
    return _content(buffer)


def svg_bytes(picture: Picture, run: str) -> bytes:
    """The sheet as SVG."""
    buffer = _open_buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE.toSize())
    generator.setViewBox(QRectF(QPointF(0, 0), SIZE))
    generator.setResolution(DPI)
    generator.setTitle(heading(picture, run))
    _draw(picture, run, generator)
    text = NOT_IN_XML.sub("\ufffd", _content(buffer).decode("utf-8", "replace"))
    return text.replace(f'font-family="{FAMILY}"', f'font-family="{FAMILY}, {OTHER_FONTS}"').encode()


def pdf_bytes(pictures: Sequence[Picture], run: str) -> bytes:
    """Each sheet as a PDF page of its own size."""
    buffer = _open_buffer()
    deque(_pages(buffer, pictures, run if len(pictures) > 1 else heading(pictures[0], run), run), maxlen=0)
    return _content(buffer)


def pdf_in_parts(pictures: Iterable[Picture], many: int, run: str, path: Path) -> Generator[float, None, None]:
    """Write each sheet as a page of the PDF at `path`: a page at a time, and after each the share of `many` done.

    Raises:
        OSError: the place cannot be written; the old file is untouched.
    """
    buffer = _open_buffer()
    for page in _pages(buffer, pictures, run, run):
        yield min(page / many, 1.0)
    write_atomically(path, _content(buffer))


def _pages(buffer: QBuffer, pictures: Iterable[Picture], title: str, run: str) -> Iterator[int]:
    """Draw page after page; how many there are."""
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(SIZE * POINTS, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    with painter_on(writer) as painter:
        for index, picture in enumerate(pictures):
            if index:
                writer.newPage()
            with _sheet_of(picture, run) as sheet:
                sheet.draw(painter)
            yield index + 1


def _open_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    return buffer


def _content(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())
