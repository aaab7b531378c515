"""What people point at in a chart: the common cursor, a dot, a band, a mark, and the region they read off between."""

from collections.abc import Callable
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPen

from flowsim.charts.picture import Picture, Values
from flowsim.domain.phrases import digits
from flowsim.domain.words import Time
from flowsim.ui.charts.chart_style import ChartStyle
from flowsim.ui.charts.chart_view_box import ChartViewBox
from flowsim.ui.charts.pointing import band_at, dot_at, mark_at
from flowsim.ui.charts.read_off_box import ReadOffBox
from flowsim.ui.charts.rule_line import UPRIGHT, RuleLine
from flowsim.ui.charts.shapes_item import Frame

REGION_ALPHA: Final = 40
RING: Final = 13.0
"""Pixels across the ring around the dot that is pointed at."""

BELOW_TOP: Final = 4.0


class ChartPointer(QObject):
    """Shows in one plot what is pointed at, and says what is clicked.

    `reads` returns the values to show for the two edges of `region`. Signals: `pointed` (the time under the mouse, or
    None), `card_clicked` (the card's number), `mark_clicked` (time of the mark), `region_moved`.
    """

    pointed = Signal(object)
    card_clicked = Signal(int)
    mark_clicked = Signal(float)
    region_moved = Signal()

    def __init__(self, plot: pg.PlotItem, view_box: ChartViewBox, style: ChartStyle) -> None:
        super().__init__(plot)
        self._view_box = view_box
        self._style = style
        self._picture: Picture | None = None
        self._mouse: QPointF | None = None
        self._cursor: Time | None = None
        self._room = QRectF()
        self.reads: Callable[[Time, Time], Values] = lambda _since, _until: []
        self.region = pg.LinearRegionItem(pen=QPen(Qt.PenStyle.NoPen))
        self.region.setZValue(40)
        self.cursor_line = RuleLine(UPRIGHT)
        self.cursor_line.setZValue(50)
        self.dot_ring = pg.ScatterPlotItem(size=style.px(RING), brush=QBrush(Qt.BrushStyle.NoBrush))
        self.dot_ring.setZValue(45)
        self.dot_ring.setEnabled(False)  # or it would take the clicks that are meant for the dot below it
        for item in (self.region, self.cursor_line, self.dot_ring):
            view_box.addItem(item, ignoreBounds=True)
        for item in (self.region, self.cursor_line):
            item.hide()
        self.box = ReadOffBox(style)
        self.box.setParentItem(plot)
        view_box.clicked.connect(self._click)
        view_box.stretch_drawn.connect(self.read_between)
        self.region.sigRegionChanged.connect(lambda _: self._region_changed())

    def set_style(self, style: ChartStyle) -> None:
        """Wear these colours."""
        self._style = style
        self.dot_ring.setSize(style.px(RING))
        stretch = QColor(style.theme.accent)
        stretch.setAlpha(REGION_ALPHA)
        self.region.setBrush(QBrush(stretch))
        self.region.setHoverBrush(QBrush(stretch))
        for line in self.region.lines:
            line.setPen(pg.mkPen(style.theme.accent, width=2))
            line.setHoverPen(pg.mkPen(style.theme.text, width=2))
        self.dot_ring.setPen(pg.mkPen(style.theme.accent, width=2))

    def show_picture(self, picture: Picture, room: QRectF) -> None:
        """Point into this picture from now on; what is told has `room`, in pixels of the plot."""
        self._picture, self._room = picture, room
        if self.region.isVisible():
            self.region.setBounds((0.0, picture.now))
            since, until = self.region.getRegion()
            self.region.setVisible(since < until)  # what was read off may not have happened yet at this moment
        self._tell()

    def show_cursor(self, time: Time | None) -> None:
        """The common cursor of all charts is at `time`."""
        self._cursor = time
        self._tell()

    def point(self, spot: QPointF | None) -> bool:
        """The mouse is over a spot of the scene; whether a click there would open something."""
        self._mouse = spot
        self.pointed.emit(None if spot is None else self._time_at(spot))
        self._tell()
        picture = self._shown
        if picture is None or spot is None:
            return False
        return dot_at(picture, self._frame, spot) is not None or mark_at(picture, self._frame, spot) is not None

    def read_between(self, since: Time, until: Time) -> None:
        """Read off between two moments of the run; the region between them can be dragged."""
        picture = self._shown
        if picture is None or not picture.over_time:
            return
        self.region.setBounds((0.0, picture.now))
        self.region.setRegion([min(max(time, 0.0), picture.now) for time in (since, until)])
        self.region.show()
        self._region_changed()

    def read_last_part(self) -> None:
        """Read off the last part of what is on view."""
        if (picture := self._shown) is not None:
            start, end = picture.x.low, min(picture.x.high, picture.now)
            start = start if start < end else 0.0
            self.read_between(start + 0.5 * (end - start), start + 0.9 * (end - start))

    def stop_reading(self) -> None:
        """No region is on view."""
        self.region.hide()
        self._tell()

    @property
    def _shown(self) -> Picture | None:
        """The picture, if there is anything in it."""
        return self._picture if self._picture is not None and self._picture.has_something else None

    @property
    def _frame(self) -> Frame:
        return Frame.of(self._view_box)

    def _region_changed(self) -> None:
        if self.region.isVisible():
            self._tell()
            self.region_moved.emit()

    def _tell(self) -> None:
        """Show what there is to say: of a dot, of the region, of the moment at the cursor, or of a band."""
        self.cursor_line.hide()
        self.dot_ring.clear()
        picture, frame = self._shown, self._frame
        if picture is None:
            self.box.hide()
        elif not self._tell_dot(picture, frame) and not self._tell_time(picture, frame):
            band = band_at(picture, frame, self._mouse)
            self._show_box([(band, "")] if band else [], self._mouse or QPointF(), band)

    def _tell_dot(self, picture: Picture, frame: Frame) -> bool:
        found = dot_at(picture, frame, self._mouse)
        if found is None or self._mouse is None:
            return False
        self.dot_ring.setData([found.x], [found.y])
        self._show_box(picture.describe(found.card), self._mouse)
        return True

    def _tell_time(self, picture: Picture, frame: Frame) -> bool:
        if not picture.over_time:
            return False
        if self.region.isVisible():
            since, until = self.region.getRegion()
            self._show_box(self.reads(since, until), self._beside(frame, until))
            return True
        cursor = self._cursor
        if cursor is None or not picture.x.low <= cursor <= min(picture.x.high, picture.now):
            return False
        self.cursor_line.show_at(cursor, self._style.pen(self._style.theme.text))
        values = [(picture.x.one, digits(cursor, ",.4g")), *picture.read_off(cursor)]
        band = band_at(picture, frame, self._mouse)
        if band and band not in dict(values):
            values.insert(1, (band, ""))
        self._show_box(values, self._beside(frame, cursor), band)
        return True

    def _beside(self, frame: Frame, time: Time) -> QPointF:
        return QPointF(float(frame.across(time)), frame.rect.top() + self._style.px(BELOW_TOP))

    def _show_box(self, values: Values, spot: QPointF, marked: str = "") -> None:
        """As many rows as there is room for, the marked one among them."""
        most = max(int((self._room.height() - self._style.px(12)) / self.box.line_height), 2)
        if len(values) > most:
            kept = list(values[: most - 1])
            if marked and marked not in dict(kept):
                kept[-1] = next(row for row in values if row[0] == marked)
            values = [*kept, ("…", "")]
        self.box.show_values(values, self._style, marked)
        self.box.put_beside(spot, self._room)

    def _time_at(self, spot: QPointF) -> Time | None:
        """The moment under a spot; None outside of the run."""
        picture, frame = self._shown, self._frame
        if picture is None or not picture.over_time or not frame.rect.contains(spot):
            return None
        time = frame.value_at(spot)[0]
        return time if 0 <= time <= picture.now else None

    def _click(self, spot: QPointF) -> None:
        """A click opens the card of a dot, or goes to the moment of a mark."""
        picture, frame = self._shown, self._frame
        if picture is None:
            return
        dot, mark = dot_at(picture, frame, spot), mark_at(picture, frame, spot)
        if dot is not None:
            self.card_clicked.emit(dot.card)
        elif mark is not None:
            self.mark_clicked.emit(mark.time)
