"""One painter for a chart outside the window: the same drawing for PNG at any scale, SVG, PDF and the clipboard.

Everything is in logical pixels; pens have widths of their own (no cosmetic pens), so that every format shows the same.
"""

from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter, QPen, QPolygonF
from PySide6.QtSvg import QSvgGenerator

from flowsim.storage.atomic import write_atomically
from flowsim.ui.charts.picture import FlowPicture, spread, staircase
from flowsim.ui.scales import nice_ceiling, ticks
from flowsim.ui.theme import LIGHT, MEDIUM, SEMIBOLD, SMALL, TINY, TITLE, Theme, paper_font

SIZE: Final = QSize(960, 540)
PNG_SCALE: Final = 2.0
_LABELS: Final = 132.0


def save_picture(picture: FlowPicture, path: Path) -> None:
    """Write `picture` to `path` as its ending says: .png, .svg or .pdf; in print colours.

    Raises:
        OSError: the place cannot be written; the old file is untouched.
        ValueError: another ending.
    """
    makers = {".png": png_bytes, ".svg": svg_bytes, ".pdf": pdf_bytes}
    maker = makers.get(path.suffix.lower())
    if maker is None:
        raise ValueError(f"{path.name}: a file ending in .png, .svg or .pdf")
    write_atomically(path, maker(picture))


def image(picture: FlowPicture, scale: float = PNG_SCALE) -> QImage:
    """The chart as an image, `scale` device pixels per logical pixel."""
    made = QImage(SIZE * scale, QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(scale)
    made.fill(LIGHT.colour("surface"))
    painter = QPainter(made)
    paint_flow(painter, picture)
    painter.end()
    return made


def png_bytes(picture: FlowPicture) -> bytes:
    """The chart as PNG."""
    buffer = _open_buffer()
    image(picture).save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows no QIODevice here
    return _content(buffer)


def svg_bytes(picture: FlowPicture) -> bytes:
    """The chart as SVG."""
    buffer = _open_buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    generator.setViewBox(QRect(0, 0, SIZE.width(), SIZE.height()))
    generator.setTitle(picture.title)
    painter = QPainter(generator)
    paint_flow(painter, picture)
    painter.end()
    return _content(buffer)


def pdf_bytes(picture: FlowPicture) -> bytes:
    """The chart as a PDF page of its own size."""
    buffer = _open_buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle(picture.title)
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QSizeF(SIZE), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    paint_flow(painter, picture)
    painter.end()
    return _content(buffer)


def paint_flow(painter: QPainter, picture: FlowPicture, theme: Theme = LIGHT) -> None:
    """Draw the whole chart into `SIZE`."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, SIZE.width(), SIZE.height()), theme.colour("surface"))
    plot = QRectF(64, 96, SIZE.width() - 64 - _LABELS - 16, SIZE.height() - 96 - 48)
    end, top = nice_ceiling(picture.now), nice_ceiling(max(picture.top, 1))
    _titles(painter, picture, theme)
    _bands(painter, plot, picture, end, top)
    _grid(painter, plot, picture, theme, end, top)
    _marks(painter, plot, picture, theme, end)
    _labels(painter, plot, picture, theme, end, top)


def _titles(painter: QPainter, picture: FlowPicture, theme: Theme) -> None:
    painter.setFont(paper_font(TITLE, SEMIBOLD))
    painter.setPen(theme.colour("text"))
    room = SIZE.width() - 40
    title = QFontMetricsF(painter.font()).elidedText(picture.title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QPointF(20, 30), title)
    painter.setFont(paper_font(SMALL))
    painter.setPen(theme.colour("quiet"))
    painter.drawText(QPointF(20, 50), "Cumulative flow: cards that have ever entered each column or a later one")


def _bands(painter: QPainter, plot: QRectF, picture: FlowPicture, end: float, top: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for band in picture.bands:
        x, y = staircase(band.times, 0.0, picture.now, round(plot.width() * PNG_SCALE))
        across, up = plot.left() + x / end * plot.width(), plot.bottom() - y / top * plot.height()
        points = [QPointF(a, b) for a, b in zip(across.tolist(), up.tolist(), strict=True)]
        foot = [QPointF(points[-1].x(), plot.bottom()), QPointF(points[0].x(), plot.bottom())]
        painter.setBrush(QColor(band.colour))
        painter.drawPolygon(QPolygonF([*points, *foot]))


def _grid(painter: QPainter, plot: QRectF, picture: FlowPicture, theme: Theme, end: float, top: float) -> None:
    painter.setFont(paper_font(TINY))
    for count in ticks(top, 6):
        y = plot.bottom() - count / top * plot.height()
        line = theme.colour("line")
        line.setAlpha(150)
        painter.setPen(QPen(line, 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(theme.colour("quiet"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, y - 8, plot.left() - 8, 16), right, f"{count:g}")
    for time in ticks(end, 8):
        x = plot.left() + time / end * plot.width()
        painter.drawText(QRectF(x - 40, plot.bottom() + 8, 80, 16), Qt.AlignmentFlag.AlignCenter, f"{time:g}")
    painter.drawText(QRectF(plot.right() + 16, plot.bottom() + 8, 80, 16), Qt.AlignmentFlag.AlignLeft, picture.unit)
    painter.drawText(QRectF(0, plot.top() - 28, plot.left() - 8, 16), Qt.AlignmentFlag.AlignRight, "cards")


def _marks(painter: QPainter, plot: QRectF, picture: FlowPicture, theme: Theme, end: float) -> None:
    painter.setFont(paper_font(TINY, MEDIUM))
    metrics = QFontMetricsF(painter.font())
    taken = [-1.0, -1.0, -1.0]
    for mark in picture.marks:
        x = plot.left() + mark.time / end * plot.width()
        pen = QPen(theme.colour("text"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, plot.top() - 4), QPointF(x, plot.bottom()))
        width = metrics.horizontalAdvance(mark.text)
        left = min(max(x - width / 2, plot.left()), plot.right() - width)
        row = next((row for row, until in enumerate(taken) if left > until + 6), None)
        if row is not None:
            taken[row] = left + width
            painter.drawText(QPointF(left, plot.top() - 8 + row * 14), mark.text)


def _labels(painter: QPainter, plot: QRectF, picture: FlowPicture, theme: Theme, end: float, top: float) -> None:
    edges = [*picture.counts_at(picture.now), 0]
    middles = [plot.bottom() - (a + b) / 2 / top * plot.height() for a, b in pairwise(edges)]
    painter.setFont(paper_font(SMALL, MEDIUM))
    metrics = QFontMetricsF(painter.font())
    for band, y in zip(picture.bands, spread(middles, 17, plot.top(), plot.bottom() - 4), strict=True):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(band.colour))
        painter.drawRoundedRect(QRectF(plot.right() + 12, y - 5, 10, 10), 3, 3)
        painter.setPen(theme.colour("text"))
        text = metrics.elidedText(band.title, Qt.TextElideMode.ElideRight, _LABELS - 24)
        painter.drawText(QPointF(plot.right() + 28, y + 4), text)


def _open_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    return buffer


def _content(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())
