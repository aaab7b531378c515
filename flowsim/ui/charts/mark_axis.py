"""What people did, above the chart: the texts of the marks, each over its line."""

from collections.abc import Sequence
from typing import Final

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from flowsim.charts.picture import Label
from flowsim.charts.timeline_marks import Mark
from flowsim.domain.words import Time
from flowsim.ui.charts.chart_legend import APART as LEGEND_APART
from flowsim.ui.charts.chart_legend import draw_entry, entry_width
from flowsim.ui.charts.chart_style import ChartStyle
from flowsim.ui.style.theme import MEDIUM, TINY
from flowsim.ui.text.language import shown

HEIGHT: Final = 20.0
WITHOUT_TEXT: Final = 6.0
APART: Final = 8.0


class MarkAxis(pg.AxisItem):
    """The top axis of a plot: the texts of the marks; of texts that would overlap, only the latest is shown.

    A text that would reach beyond the right end is moved to the left. Signal: `mark_clicked` (time of the mark).
    """

    mark_clicked = Signal(float)

    def __init__(self, style: ChartStyle) -> None:
        super().__init__("top", maxTickLength=0)
        self.enableAutoSIPrefix(False)
        self._style = style
        self._marks: tuple[Mark, ...] = ()
        self._legend: tuple[Label, ...] = ()
        self._from = 0.0
        self._beyond = 0.0
        self._places: list[tuple[QRectF, Mark]] = []

    def show_marks(
        self,
        marks: Sequence[Mark],
        legend: Sequence[Label],
        style: ChartStyle,
        *,
        starts: float,
        beyond: float,
        unit: bool,
    ) -> None:
        """Show these marks, from `starts` pixels right of the frame's left side to `beyond` pixels past its right side.

        `legend` is drawn in the same row before the marks (small charts only). `unit`: the unit of the left axis needs
        room in this row. Without marks, legend and unit the axis is only a few pixels high.
        """
        self._marks, self._style, self._from, self._beyond = tuple(marks), style, starts, beyond
        self._legend = tuple(legend)
        self.setHeight(style.px(HEIGHT if marks or legend or unit else WITHOUT_TEXT))
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(self.mapRectFromParent(self.geometry())).adjusted(0, 0, self._beyond, 0)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        self._places = self._placed(self._draw_legend(painter))
        font = self._style.font(TINY, MEDIUM)
        painter.setFont(font)
        painter.setPen(QColor(self._style.theme.text))
        baseline = self.boundingRect().bottom() - self._style.px(7)
        for place, mark in self._places:
            painter.drawText(QPointF(place.left(), baseline), shown(mark.text))

    def _draw_legend(self, painter: QPainter) -> float:
        """The entries that there is room for, and dots for the rest; where the marks may begin."""
        bounds, left = self.boundingRect(), self.boundingRect().left() + max(self._from, 0.0)
        middle = bounds.center().y()
        for label in self._legend:
            if left + entry_width(label, self._style) > bounds.right():
                painter.setPen(QColor(self._style.theme.text))
                painter.setFont(self._style.font(TINY, MEDIUM))
                painter.drawText(QPointF(min(left, bounds.right() - self._style.px(10)), middle), "…")
                return bounds.right()
            draw_entry(painter, label, self._style, left, middle)
            left += entry_width(label, self._style) + self._style.px(LEGEND_APART)
        return left

    def _placed(self, first: float) -> list[tuple[QRectF, Mark]]:
        """Where each text stands, from `first` on; the latest come first, what has no room is left to its line."""
        bounds, metrics = self.boundingRect(), self._style.metrics(TINY, MEDIUM)
        frame = QRectF(self.mapRectFromParent(self.geometry()))
        low, high = self.range
        free_until, least = bounds.right(), metrics.horizontalAdvance("i")
        found: list[tuple[QRectF, Mark]] = []
        for mark in reversed(self._marks):
            if not low <= mark.time <= high:
                continue
            x = frame.left() + (mark.time - low) / ((high - low) or 1.0) * frame.width()
            if min(x + least / 2, bounds.right()) > free_until:
                continue  # however short its text is: of thousands only those with room are measured
            width = metrics.horizontalAdvance(shown(mark.text))
            left = max(min(x - width / 2, bounds.right() - width), first)
            if left + width <= free_until:
                found.append((QRectF(left, bounds.top(), width, bounds.height()), mark))
                free_until = left - self._style.px(APART)
            if free_until <= first:
                break
        return found

    def time_at(self, spot: QPointF) -> Time | None:
        """The time of the mark whose text is at this spot of the item."""
        return next((mark.time for place, mark in self._places if place.contains(spot)), None)

    def mouseClickEvent(self, event: MouseClickEvent) -> None:
        """A text is clicked, or nothing."""
        time = self.time_at(event.pos())
        if time is not None:
            event.accept()
            self.mark_clicked.emit(time)
