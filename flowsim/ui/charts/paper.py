"""Charts on paper: PNG at any scale, SVG and PDF, one or all of them; in print colours whatever the window wears."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from flowsim.storage.atomic import write_atomically
from flowsim.ui.charts.painter import heading, paint, paint_titles, title_height
from flowsim.ui.charts.picture import Picture
from flowsim.ui.theme import LIGHT, paper_font

SIZE: Final = QSize(960, 540)
PNG_SCALE: Final = 2.0
NOT_IN_XML: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Qt writes them into an SVG file as they are, and then nobody can read it; names may hold them."""


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


def paint_sheet(painter: QPainter, picture: Picture, run: str) -> None:
    """The whole sheet: titles and chart, in `SIZE`."""
    painter.fillRect(QRectF(0, 0, SIZE.width(), SIZE.height()), LIGHT.colour("surface"))
    paint_titles(painter, picture, run, SIZE.width(), LIGHT, paper_font)
    above = title_height(picture)
    paint(painter, picture, QRectF(12, above, SIZE.width() - 20, SIZE.height() - above - 8), LIGHT, paper_font)


def image(picture: Picture, run: str, scale: float = PNG_SCALE) -> QImage:
    """The sheet as an image, `scale` device pixels per logical pixel."""
    made = QImage(SIZE * scale, QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(scale)
    painter = QPainter(made)
    paint_sheet(painter, picture, run)
    painter.end()
    return made


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
    generator.setSize(SIZE)
    generator.setViewBox(QRect(0, 0, SIZE.width(), SIZE.height()))
    generator.setTitle(heading(picture, run))
    painter = QPainter(generator)
    paint_sheet(painter, picture, run)
    painter.end()
    return NOT_IN_XML.sub("\ufffd", _content(buffer).decode("utf-8", "replace")).encode()


def pdf_bytes(pictures: Sequence[Picture], run: str) -> bytes:
    """Each sheet as a PDF page of its own size."""
    buffer = _open_buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle(run if len(pictures) > 1 else heading(pictures[0], run))
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QSizeF(SIZE), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    for index, picture in enumerate(pictures):
        if index:
            writer.newPage()
        paint_sheet(painter, picture, run)
    painter.end()
    return _content(buffer)


def _open_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    return buffer


def _content(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())
