"""One chart: a pyqtgraph plot of a `Picture`, in the window and, rendered, in every file.

The plot has the picture's ranges; what is zoomed in height stays so until all is asked for. Everything dense is one
item (`ShapesItem`), all else is pyqtgraph's: axes, lines, region, texts.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsView, QSizePolicy
from typing_extensions import override

from flowsim.charts.picture import Caption, Picture, Rule, Upright
from flowsim.domain.words import Time
from flowsim.ui.charts.chart_axis import BOTTOM, LEFT, ChartAxis
from flowsim.ui.charts.chart_heading import ChartHeading, HeadingText
from flowsim.ui.charts.chart_pointer import ChartPointer
from flowsim.ui.charts.chart_style import ChartStyle
from flowsim.ui.charts.chart_view_box import ChartViewBox
from flowsim.ui.charts.empty_note import EmptyNote
from flowsim.ui.charts.mark_axis import MarkAxis
from flowsim.ui.charts.rule_line import ACROSS, UPRIGHT, RuleLine
from flowsim.ui.charts.shapes_item import Frame, ShapesItem
from flowsim.ui.charts.side_labels import SideLabel, SideLabels
from flowsim.ui.style.theme import MEDIUM, TINY
from flowsim.ui.text.language import shown

LEAST_WIDTH: Final = 180
SMALL_CHART: Final = 190.0
"""A chart lower than so many pixels has its legend beside its unit, not in a row of its own."""

MARKS_APART: Final = 2.0
"""Marks nearer to one another, in pixels, are one line."""

ABOVE_CURVES: Final = 10
SHADE_ALPHA: Final = 150

CLOSEST_X, CLOSEST_Y = 1e-3, 0.02
"""The least that can be on view, as a share of all of it."""


class ChartPlot(pg.PlotWidget):
    """Shows a `Picture`.

    `height_range` is the range of y that the user zoomed to, None for all of it; `pointer` shows what the mouse points
    at. Signals: `range_chosen` (start and end of the new range of x), `all_asked` (show the whole run), `called_off`
    (Esc during a drag), `mark_clicked` (time of the mark), `menu_asked` (global position), `warm_up_dragged` (its end).
    """

    range_chosen = Signal(float, float)
    all_asked = Signal()
    called_off = Signal()
    mark_clicked = Signal(float)
    menu_asked = Signal(QPoint)
    warm_up_dragged = Signal(float)

    def __init__(self, style: ChartStyle) -> None:
        self.picture: Picture | None = None  # before the first size comes, with the base class
        self.view_box = ChartViewBox()
        self.axes_of_chart = ChartAxis(LEFT, style), ChartAxis(BOTTOM, style)
        self.mark_axis = MarkAxis(style)
        self.side_labels = SideLabels(style)
        left, bottom = self.axes_of_chart
        items = {"left": left, "bottom": bottom, "top": self.mark_axis, "right": self.side_labels}
        surface = QColor(style.theme.surface)
        super().__init__(background=surface, viewBox=self.view_box, axisItems=items, enableMenu=False)
        self.chart_style = style
        self.heading = HeadingText()
        self.shows_pins = False
        self.height_range: tuple[float, float] | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        plot = self.plotItem
        plot.hideButtons()
        plot.layout.setContentsMargins(0, 0, 0, 0)
        plot.layout.removeItem(plot.titleLabel)
        self.chart_heading = ChartHeading(self.chart_style)
        plot.layout.addItem(self.chart_heading, 0, 0, 1, 3)
        self.view_box.set_style(self.chart_style)
        self.warm_up = pg.LinearRegionItem(movable=False, pen=QPen(Qt.PenStyle.NoPen))
        self.warm_up.setZValue(-50)
        self.shapes_item = ShapesItem(self.chart_style)
        for item in (self.warm_up, self.shapes_item):
            self.view_box.addItem(item, ignoreBounds=True)
        self.rules: list[RuleLine] = []
        self.captions: list[pg.TextItem] = []
        self.pointer = ChartPointer(plot, self.view_box, self.chart_style)
        self.empty_note = EmptyNote(self.chart_style)
        self.empty_note.setParentItem(plot)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # as large as there is room for
        self._wear()

    def _connect(self) -> None:
        self.view_box.changed_by_hand.connect(self._take_range)
        self.view_box.all_asked.connect(self.show_all)
        self.view_box.menu_asked.connect(self.menu_asked)
        self.mark_axis.mark_clicked.connect(self.mark_clicked)
        self.pointer.mark_clicked.connect(self.mark_clicked)

    def let_warm_up_be_dragged(self) -> None:
        """The end of the warm-up can be taken and put elsewhere."""
        self.warm_up.setMovable(True)
        self.warm_up.lines[0].setMovable(False)
        self.warm_up.setZValue(ABOVE_CURVES)  # or a drag would be the frame's
        self._wear()
        self.warm_up.sigRegionChangeFinished.connect(
            lambda: self.warm_up_dragged.emit(max(*map(float, self.warm_up.getRegion()), 0.0))
        )

    def set_style(self, style: ChartStyle) -> None:
        """Wear other colours; the next picture has them too."""
        self.chart_style = style
        self.setBackground(QColor(style.theme.surface))
        self._wear()

    def _wear(self) -> None:
        theme = self.chart_style.theme
        self.view_box.set_style(self.chart_style)
        self.warm_up.setBrush(QBrush(QColor(theme.lane)))
        if self.warm_up.movable:
            shade = QColor(theme.lane)
            shade.setAlpha(SHADE_ALPHA)
            self.warm_up.setBrush(QBrush(shade))
            self.warm_up.setHoverBrush(QBrush(shade))
            self.warm_up.lines[1].setPen(pg.mkPen(theme.text, width=2))
            self.warm_up.lines[1].setHoverPen(pg.mkPen(theme.accent, width=4))
        self.pointer.set_style(self.chart_style)
        self.empty_note.chart_style = self.chart_style

    def fix_height(self, height: int) -> None:
        """Be as high as this, whatever room there is."""
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    # What is shown

    def show_picture(self, picture: Picture) -> None:
        """Show `picture` in its ranges of x and y; a `height_range` that the user zoomed to replaces that of y."""
        self.picture = picture
        self.setAccessibleName(shown(picture.title))
        self.setAccessibleDescription(f"{shown(picture.reading)} {shown(picture.note)}")
        there = picture.has_something
        for part in (self.view_box, *self.axes_of_chart, self.mark_axis, self.side_labels):
            part.setVisible(there)  # before it is laid out: a hidden axis takes no room
        self._lay_out(picture)
        self.plotItem.layout.activate()  # now, or this picture would be drawn in the frame of the one before
        self.shapes_item.show_shapes(picture.shapes if there else (), self.chart_style)
        self._show_ranges(picture)
        self._show_lines(picture)
        self._show_captions(picture)
        self.empty_note.show_text("" if there else shown(picture.empty), QRectF(self.rect()))
        self.pointer.show_picture(picture, QRectF(self.rect()))

    def align(self, left: float, right: float) -> None:
        """Leave at least so many pixels at both sides of the frame, as the charts above and below do."""
        self.axes_of_chart[0].leave(left)
        self.side_labels.leave(right)

    @property
    def sides(self) -> tuple[float, float]:
        """How many pixels the axis at the left and the margin at the right need."""
        return self.axes_of_chart[0].needed_width, self.side_labels.needed_width

    def _lay_out(self, picture: Picture) -> None:
        """Heading, axes and margin, each as large as its texts need."""
        width, y = float(self.width()), picture.y
        legend = [label for label in picture.labels if label.y is None]
        legend += picture.pins if self.shows_pins else ()
        legend = legend if picture.has_something else []
        small = self.height() < self.chart_style.px(SMALL_CHART)
        self.chart_heading.show_heading(self.heading, () if small else legend, self.chart_style, width)
        left, bottom = self.axes_of_chart
        left.show_axis(y, self.chart_style, width)
        self.side_labels.show_labels(_beside(picture), self.chart_style, width)
        beyond = self.side_labels.room
        bottom.beyond = beyond
        bottom.show_axis(picture.x, self.chart_style, width)
        marks = picture.marks if picture.over_time and picture.has_something else ()
        starts = left.unit_end + self.chart_style.px(12)
        self.mark_axis.show_marks(
            marks, legend if small else (), self.chart_style, starts=starts, beyond=beyond, unit=bool(y.unit)
        )

    def _show_ranges(self, picture: Picture) -> None:
        x, y = picture.x, picture.y
        self.view_box.setMouseEnabled(x=picture.over_time, y=not y.names)
        low, high = (y.low, y.high) if self.height_range is None else self.height_range
        low, high = max(low, y.low), min(high, y.high)
        if high - low < CLOSEST_Y * (y.high - y.low):
            self.height_range, (low, high) = None, (y.low, y.high)
        end: float | None = max(x.end, x.high)
        start: float | None = 0.0 if picture.over_time else x.low
        least = CLOSEST_X * max(x.end, x.high) if picture.over_time else None
        if self.view_box.linkedView(pg.ViewBox.XAxis) is not None:
            start = end = least = None  # those of the chart it shares its time with, or the two would push one another
        self.view_box.setLimits(
            xMin=start, xMax=end, minXRange=least,
            yMin=y.low, yMax=y.high, minYRange=CLOSEST_Y * (y.high - y.low),
        )  # fmt: skip
        self.view_box.setXRange(x.low, x.high, padding=0)
        self.view_box.setYRange(low, high, padding=0)
        warm = picture.over_time and picture.warm_up > 0
        self.warm_up.setRegion((0.0, picture.warm_up if warm else 0.0))
        self.warm_up.setVisible(warm or (self.warm_up.movable and picture.over_time))

    def _show_lines(self, picture: Picture) -> None:
        """Marks, lines across and upright lines; as many as before are used again."""
        pen, theme = self.chart_style.pen, self.chart_style.theme
        shapes = picture.shapes if picture.has_something else ()
        wanted: list[tuple[int, float, QPen, float | None]] = [
            (UPRIGHT, time, pen(theme.text, 1.0, dashed=True), None) for time in self._marks_apart(picture)
        ]
        for shape in shapes:
            if isinstance(shape, Rule):
                wanted.append((ACROSS, shape.y, pen(shape.colour, 1.0, dashed=shape.dashed), None))
            elif isinstance(shape, Upright):
                wanted.append((UPRIGHT, shape.x, pen(shape.colour, 1.0, dashed=True), shape.top))
        for index, (angle, value, its_pen, ends_at) in enumerate(wanted):
            self._rule(index, angle).show_at(value, its_pen, ends_at)
        for line in self.rules[len(wanted) :]:
            line.hide()

    def _rule(self, index: int, angle: int) -> RuleLine:
        while len(self.rules) <= index:
            self.rules.append(RuleLine(angle))
            self.view_box.addItem(self.rules[-1], ignoreBounds=True)
        if self.rules[index].angle != angle:
            self.rules[index].setAngle(angle)
        return self.rules[index]

    def _marks_apart(self, picture: Picture) -> list[Time]:
        """Times of the marks on view; of those that fall on one another one."""
        if not (picture.over_time and picture.has_something):
            return []
        pixel = (picture.x.high - picture.x.low) / max(self.width(), 1)
        times: list[Time] = []
        for mark in picture.marks:
            if picture.x.low <= mark.time <= picture.x.high and (
                not times or mark.time - times[-1] >= MARKS_APART * pixel
            ):
                times.append(mark.time)
        return times

    def _show_captions(self, picture: Picture) -> None:
        wanted = [shape for shape in picture.shapes if isinstance(shape, Caption | Upright)]
        wanted = wanted if picture.has_something and not self._crowded(picture) else []
        while len(self.captions) < len(wanted):
            self.captions.append(pg.TextItem())
            self.view_box.addItem(self.captions[-1], ignoreBounds=True)
        for item, caption in zip(self.captions, wanted, strict=False):
            item.setFont(self.chart_style.font(TINY, MEDIUM))
            item.textItem.document().setDocumentMargin(0)
            item.setColor((isinstance(caption, Caption) and caption.colour) or self.chart_style.theme.text)
            item.setText(shown(caption.text))
            above = isinstance(caption, Upright)
            item.setAnchor((0.5, 1.0) if above else (0.0, 0.5))
            item.setPos(caption.x, caption.top if isinstance(caption, Upright) else caption.y)
            item.show()
        for item in self.captions[len(wanted) :]:
            item.hide()

    def _crowded(self, picture: Picture) -> bool:
        """Whether names beside the chart have less than a line each: then texts in it would lie over one another."""
        rows = len(picture.y.names)
        return bool(rows) and self.view_box.height() / rows < self.chart_style.metrics(TINY).height()

    # What people do with it

    @property
    def frame(self) -> Frame:
        """Where the chart's coordinates lie, in pixels of this widget."""
        return Frame.of(self.view_box)

    @property
    def pixels(self) -> int:
        """How many pixel columns a picture can use."""
        return max(int(self.width() * self.devicePixelRatioF()), 64)

    def with_height_on_view(self, picture: Picture) -> Picture:
        """The same chart with the range of height that people zoomed to, if they have."""
        if self.height_range is None:
            return picture
        low, high = self.view_box.viewRange()[1]
        return replace(picture, y=replace(picture.y, low=low, high=high))

    def share_time_with(self, other: "ChartPlot | None") -> None:
        """Zoom and move in time together with another chart; with none, alone."""
        its = None if other is None else other.view_box
        if self.view_box.linkedView(pg.ViewBox.XAxis) is not its:
            self.setXLink(its)

    def show_all(self) -> None:
        """All of the height again; whoever shows pictures is asked for all of the time."""
        self.height_range = None
        self.all_asked.emit()

    def _take_range(self) -> None:
        """People have zoomed or moved: remember the height, tell the time."""
        if self.picture is None:
            return
        (low_x, high_x), (low_y, high_y) = self.view_box.viewRange()
        y = self.picture.y
        whole = high_y - low_y >= (y.high - y.low) * (1 - 1e-9)
        self.height_range = None if whole else (low_y, high_y)
        if self.picture.over_time and (low_x, high_x) != (self.picture.x.low, self.picture.x.high):
            self.range_chosen.emit(low_x, high_x)

    def let_go(self) -> None:
        """Nothing is pointed at or dragged any more: what was is no longer on view."""
        self.view_box.call_off()
        self.releaseKeyboard()
        self.pointer.stop_reading()
        self._point(None)

    def _point(self, spot: QPointF | None) -> None:
        opens = self.pointer.point(spot)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    # Qt's events

    @override
    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        super().mouseMoveEvent(ev)
        if not ev.buttons():
            self._point(self.mapToScene(ev.position().toPoint()))

    @override
    def mousePressEvent(self, ev: QMouseEvent) -> None:
        super().mousePressEvent(ev)
        self.grabKeyboard()  # for Esc, until the button is let go

    @override
    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        super().mouseReleaseEvent(ev)
        self.releaseKeyboard()

    @override
    def keyPressEvent(self, ev: QKeyEvent) -> None:
        if ev.key() == Qt.Key.Key_Escape:
            self.view_box.call_off()
            self.called_off.emit()

    @override
    def leaveEvent(self, ev: QEvent) -> None:
        super().leaveEvent(ev)
        self._point(None)

    @override
    def resizeEvent(self, ev: QResizeEvent | None) -> None:
        super().resizeEvent(ev)
        if self.plotItem is not None and self.picture is not None:
            self.show_picture(self.picture)


def _beside(picture: Picture) -> Sequence[SideLabel]:
    """What stands in the margin: the names that have a height, and the texts of the lines across."""
    if not picture.has_something:
        return ()
    labels = [
        SideLabel(shown(label.text), label.colour, label.y, label.band)
        for label in picture.labels
        if label.y is not None
    ]
    rules = (shape for shape in picture.shapes if isinstance(shape, Rule))
    return [*labels, *(SideLabel(shown(rule.text), "", rule.y) for rule in rules)]
