"""A small sheet of names and values in a chart: what is read off at the cursor, or what a dot is."""

from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from flowsim.charts.picture import Values
from flowsim.ui.charts.chart_style import ChartStyle
from flowsim.ui.style.theme import MEDIUM, RADIUS_SMALL, SEMIBOLD, TINY
from flowsim.ui.text.language import shown

BESIDE: Final = 8.0
"""Pixels from the cursor."""

INSET: Final = 8.0
APART: Final = 14.0
"""Pixels between the names and the values."""

LONGEST: Final = 170.0
"""A longer name or value is cut after so many pixels: the box is to be read at a glance."""


class ReadOffBox(pg.GraphicsWidget):
    """Shows names and values, one row each, beside a spot of the plot it is part of; `marked` is the row in bold."""

    def __init__(self, style: ChartStyle) -> None:
        super().__init__()
        self.values: Values = []
        self.marked = ""
        self._style = style
        self._rows: list[tuple[str, str]] = []
        self.setZValue(100)
        self.hide()

    def show_values(self, values: Values, style: ChartStyle, marked: str = "") -> None:
        """Show these, as they are written; nothing, if there are none."""
        self.setVisible(bool(values))
        if values and (values, style, marked) != (self.values, self._style, self.marked):
            self.values, self._style, self.marked = values, style, marked
            metrics, longest = self._metrics, style.px(LONGEST)
            self._rows = [(_cut(metrics, name, longest), _cut(metrics, value, longest)) for name, value in values]
            self.resize(self._width(), self.line_height * len(values) + style.px(INSET))
            self.update()

    @property
    def line_height(self) -> float:
        """Pixels from one row to the next."""
        return self._metrics.height() + self._style.px(1)

    @property
    def _metrics(self) -> QFontMetricsF:
        return self._style.metrics(TINY, SEMIBOLD)

    def _width(self) -> float:
        metrics = self._metrics
        names, values = (max(map(metrics.horizontalAdvance, column)) for column in zip(*self._rows, strict=True))
        between = self._style.px(APART) if names and values else 0.0
        return float(names + values + between + 2 * self._style.px(INSET))

    def put_beside(self, spot: QPointF, room: QRectF) -> None:
        """Stand beside a spot, on the side where there is more room, and inside of `room`; all in pixels."""
        size, beside = self.size(), self._style.px(BESIDE)
        left = spot.x() > room.center().x()
        x = spot.x() - beside - size.width() if left else spot.x() + beside
        y = min(spot.y(), room.bottom() - size.height())
        self.setPos(max(min(x, room.right() - size.width()), room.left()), max(y, room.top()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme, inset, radius = self._style.theme, self._style.px(INSET), self._style.px(RADIUS_SMALL) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._style.pen(theme.line))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.size().width() - 1, self.size().height() - 1), radius, radius)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for line, ((name, value), (whole, _)) in enumerate(zip(self._rows, self.values, strict=True)):
            top = inset / 2 + self.line_height * line
            row = QRectF(inset, top, self.size().width() - 2 * inset, self.line_height)
            stands_out = whole == self.marked
            painter.setFont(self._style.font(TINY, SEMIBOLD if stands_out else MEDIUM))
            painter.setPen(QColor(theme.text if stands_out else theme.quiet))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(QColor(theme.text))
            painter.drawText(row, right, value)


def _cut(metrics: QFontMetricsF, text: str, longest: float) -> str:
    return metrics.elidedText(shown(text), Qt.TextElideMode.ElideRight, longest)
