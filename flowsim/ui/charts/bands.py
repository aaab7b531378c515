"""The bands of the live diagram in pyqtgraph: one item that draws what the pixel columns on view can show."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from flowsim.ui.charts.picture import FlowPicture, staircase
from flowsim.ui.scales import ticks
from flowsim.ui.theme import Theme


class BandsItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph ships no types
    """Bands painted from the top down to zero, each over the one above; marks as dashed lines over them all."""

    def __init__(self, picture: FlowPicture, theme: Theme) -> None:
        super().__init__()
        self._picture = picture
        self._theme = theme

    def show_picture(self, picture: FlowPicture) -> None:
        """Draw another picture."""
        self.prepareGeometryChange()
        self._picture = picture
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.update()

    @override
    def viewRangeChanged(self) -> None:
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        view = self.viewRect()
        return QRectF() if view is None else QRectF(view)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        view: Any = self.viewRect()
        start, end = max(view.left(), 0.0), min(view.right(), self._picture.now)
        if end <= start:
            return
        pixels = max(int(self.getViewBox().width() * (widget.devicePixelRatioF() if widget else 1.0)), 16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        for band in self._picture.bands:
            x, y = staircase(band.times, start, end, pixels)
            painter.setBrush(QColor(band.colour))
            around = np.concatenate((x[:1], x, x[-1:])), np.concatenate(([0.0], y, [0.0]))
            painter.drawPolygon(pg.functions.arrayToQPolygonF(*around))
        self._rule(painter, start, view)
        pen = QPen(self._theme.colour("text"), 1, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for mark in self._picture.marks:
            painter.drawLine(QPointF(mark.time, view.top()), QPointF(mark.time, view.bottom()))

    def _rule(self, painter: QPainter, start: float, view: Any) -> None:
        colour = self._theme.colour("line")
        colour.setAlpha(150)
        pen = QPen(colour, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for count in ticks(view.bottom(), 6)[1:]:
            painter.drawLine(QPointF(start, count), QPointF(view.right(), count))
