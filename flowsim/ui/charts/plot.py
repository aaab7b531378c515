"""The plot of the live diagram: axes, bands, the names of the bands beside them and of the marks above them."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from flowsim.ui.charts.bands import BandsItem
from flowsim.ui.charts.picture import FlowPicture, spread
from flowsim.ui.scales import nice_ceiling, ticks
from flowsim.ui.theme import MEDIUM, SMALL, SPACE_2, TINY, Theme, font

_LABELS_WIDTH = 112
_MARKS_HEIGHT = 18
_EDGE = 16
"""Room at the right for the last number of the time axis."""


class FlowPlot(QWidget):
    """Draws a `FlowPicture`. The axes jump to round ranges while the run goes on.

    Wheel and drag zoom and move in time; a double click shows the whole run again.
    """

    def __init__(self, picture: FlowPicture, theme: Theme) -> None:
        super().__init__()
        self._picture = picture
        self._theme = theme
        self._follows = True
        self._plot = pg.PlotWidget()
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setMouseEnabled(x=True, y=False)
        self._plot.getPlotItem().layout.setContentsMargins(0, _MARKS_HEIGHT, _EDGE, 0)
        self._view = self._plot.getViewBox()
        self._view.setLimits(xMin=0, yMin=0, minXRange=1e-3)
        self._view.sigRangeChangedManually.connect(self._look_around)
        self._bands = BandsItem(picture, theme)
        self._plot.addItem(self._bands)
        self._labels = _BandLabels(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._plot, 1)
        row.addWidget(self._labels)
        self._marks = _MarkLabels(self)
        self.set_theme(theme)
        self.show_picture(picture)

    @property
    def picture(self) -> FlowPicture:
        """What is drawn."""
        return self._picture

    @property
    def theme(self) -> Theme:
        """What it wears."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self._plot.setBackground(theme.colour("surface"))
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setPen(pg.mkPen(None))
            axis.setTickPen(pg.mkPen(None))
            axis.setTextPen(theme.colour("quiet"))
            axis.setStyle(tickFont=font(TINY), tickLength=0, tickTextOffset=SPACE_2, hideOverlappingLabels=False)
        self._plot.getAxis("left").setWidth(44)
        self._plot.getAxis("bottom").setHeight(26)
        self._plot.showGrid(x=False, y=False)
        self._bands.set_theme(theme)
        self._labels.update()

    def show_picture(self, picture: FlowPicture) -> None:
        """Draw another picture; the ranges follow unless somebody is looking around in this very run."""
        self._follows = self._follows or picture.title != self._picture.title or picture.now < self._picture.now
        self._picture = picture
        self._bands.show_picture(picture)
        if self._follows:
            self._fit()
        self._labels.update()
        self._marks.update()

    def x_of(self, time: float) -> float:
        """Where a moment lies, in this widget's pixels."""
        area = self.area
        low, high = (float(edge) for edge in self._view.viewRange()[0])
        return area.left() + (time - low) / (high - low) * area.width()

    def y_of(self, count: float) -> float:
        """Where a count lies, in this widget's pixels."""
        area = self.area
        low, high = (float(edge) for edge in self._view.viewRange()[1])
        return area.bottom() - (count - low) / (high - low) * area.height()

    @property
    def area(self) -> QRectF:
        """Where the bands are drawn, in this widget's pixels."""
        shown: QRectF = self._view.sceneBoundingRect()
        return shown.translated(self._plot.pos())

    def _fit(self) -> None:
        end, top = nice_ceiling(self._picture.now), nice_ceiling(max(self._picture.top, 4))
        if self._view.viewRange() != [[0, end], [0, top]]:
            self._view.setRange(xRange=(0, end), yRange=(0, top), padding=0)
            self._plot.getAxis("left").setTicks([[(count, f"{count:g}") for count in ticks(top, 6)], []])

    def _look_around(self) -> None:
        self._follows = False
        self._labels.update()
        self._marks.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._marks.setGeometry(0, 0, self.width(), _MARKS_HEIGHT)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._follows = True
        self.show_picture(self._picture)


class _BandLabels(QWidget):
    """The bands' names, each beside its band at the right edge, never one over another."""

    def __init__(self, plot: FlowPlot) -> None:
        super().__init__(plot)
        self._of = plot
        self.setFixedWidth(_LABELS_WIDTH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        plot, picture = self._of, self._of.picture
        edges = np.array([*picture.counts_at(picture.now), 0])
        middles = [plot.y_of(float(middle)) for middle in (edges[:-1] + edges[1:]) / 2]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL, MEDIUM))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(plot.theme.colour("quiet"))
        foot = QRectF(6, plot.area.bottom() + 3, self.width() - 6, 20)
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, picture.unit)
        least = max(min(17.0, plot.area.height() / max(len(middles), 1)), 13.0)
        places = spread(middles, least, plot.area.top() + 4, plot.area.bottom() - 6)
        for band, y in zip(picture.bands, places, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(band.colour))
            painter.drawRoundedRect(QRectF(0, y - 4.5, 9, 9), 2.5, 2.5)
            painter.setPen(plot.theme.colour("text"))
            text = metrics.elidedText(band.title, Qt.TextElideMode.ElideMiddle, self.width() - 18)
            painter.drawText(QRectF(16, y - 10, self.width() - 16, 20), Qt.AlignmentFlag.AlignVCenter, text)


class _MarkLabels(QWidget):
    """What people did, above the plot; a text that would lie over another one is left out, its line stays."""

    def __init__(self, plot: FlowPlot) -> None:
        super().__init__(plot)
        self._of = plot
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        plot = self._of
        painter = QPainter(self)
        painter.setFont(font(TINY, MEDIUM))
        painter.setPen(plot.theme.colour("text"))
        metrics, area = QFontMetricsF(painter.font()), plot.area
        free_until = plot.width() + 0.0
        for mark in reversed(plot.picture.marks):
            x = plot.x_of(mark.time)
            width = metrics.horizontalAdvance(mark.text)
            left = min(max(x - width / 2, area.left()), plot.width() - width)
            if area.left() <= x <= area.right() and left + width < free_until:
                painter.drawText(QRectF(left, 0, width + 2, _MARKS_HEIGHT), Qt.AlignmentFlag.AlignVCenter, mark.text)
                free_until = left - 8
