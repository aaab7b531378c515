"""Straight lines through a chart: marks, percentiles, limits, the cursor."""

from math import floor

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from flowsim.ui.charts.scene_pixels import scene_pixels
from flowsim.ui.charts.shapes_item import Frame

UPRIGHT, ACROSS = 90, 0


class RuleLine(pg.InfiniteLine):
    """An infinite line whose pen has the same width on every device. `ends_at` is how high an upright one reaches."""

    def __init__(self, angle: int) -> None:
        super().__init__(angle=angle)
        self.ends_at: float | None = None

    def show_at(self, value: float, pen: QPen, ends_at: float | None = None) -> None:
        """Stand here, drawn with this pen."""
        self.ends_at = ends_at
        self.setPen(pen)
        self.setValue(value)
        self.show()

    @override
    def paint(self, painter: QPainter, *_: object) -> None:
        frame = Frame.of(self.getViewBox())
        with scene_pixels(self, painter):
            painter.setPen(self.pen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.drawLine(self._line(frame))

    def _line(self, frame: Frame) -> QLineF:
        rect = frame.rect
        if self.angle == ACROSS:
            y = floor(float(frame.down(self.value()))) + 0.5  # in the middle of a row of pixels, or it would be blurred
            return QLineF(QPointF(rect.left(), y), QPointF(rect.right(), y))
        x = floor(float(frame.across(self.value()))) + 0.5
        top = rect.top() if self.ends_at is None else float(frame.down(self.ends_at))
        return QLineF(QPointF(x, top), QPointF(x, rect.bottom()))
