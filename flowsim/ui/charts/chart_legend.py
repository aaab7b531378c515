"""One entry of a legend: a swatch, or a stretch of a dashed line, and its name."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from flowsim.charts.picture import Label
from flowsim.ui.charts.chart_style import ChartStyle
from flowsim.ui.style.theme import MEDIUM, SMALL
from flowsim.ui.text.language import shown

SWATCH: Final = 9.0
DASH: Final = 18.0
GAP: Final = 6.0
APART: Final = 16.0
"""Pixels from one entry to the next."""


def swatch_width(label: Label, style: ChartStyle) -> float:
    """How much room there is before the name."""
    return style.px((DASH if label.dashed else SWATCH) + GAP)


def entry_width(label: Label, style: ChartStyle) -> float:
    """How wide an entry is, in pixels."""
    return swatch_width(label, style) + style.metrics(SMALL, MEDIUM).horizontalAdvance(shown(label.text))


def draw_entry(painter: QPainter, label: Label, style: ChartStyle, left: float, middle: float) -> None:
    """Draw an entry that begins at `left` and has its middle at that height."""
    px, metrics = style.px, style.metrics(SMALL, MEDIUM)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if label.dashed:
        painter.setPen(style.pen(label.colour, 2.0, dashed=True))
        painter.drawLine(QPointF(left, middle), QPointF(left + px(DASH), middle))
    else:
        draw_swatch(painter, label.colour, style, left, middle)
    painter.setFont(style.font(SMALL, MEDIUM))
    painter.setPen(QColor(style.theme.text))
    baseline = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(left + swatch_width(label, style), baseline), shown(label.text))


def draw_swatch(painter: QPainter, colour: str, style: ChartStyle, left: float, middle: float) -> None:
    """A small square of a colour."""
    size, radius = style.px(SWATCH), style.px(2.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(left, middle - size / 2, size, size), radius, radius)
