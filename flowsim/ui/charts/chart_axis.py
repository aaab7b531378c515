"""The axes of a chart: numbers with their unit, or names."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from flowsim.charts.picture import Axis
from flowsim.charts.ticks import tick_text, ticks_between
from flowsim.domain.words import TimeUnit
from flowsim.domain.working_calendar import WorkingCalendar, moment_of, short_date
from flowsim.ui.charts.chart_style import ChartStyle
from flowsim.ui.charts.side_axis import SideAxis
from flowsim.ui.style.theme import TINY
from flowsim.ui.text.language import shown

LEFT, BOTTOM = "left", "bottom"
LEAST_WIDTH: Final = 40.0
GAP: Final = 8.0
"""Pixels between a number and the frame."""

BELOW: Final = 6
"""Pixels between the frame and the numbers below it."""

LEAST_NUMBERS: Final = 2
FINER: Final = 5
"""As many round places across: at least two of them are on view, wherever the axis begins."""

UNIT_HEIGHT: Final = 20.0
NAME_HEIGHT: Final = 12.0
MOST_OF_WIDTH: Final = 0.3
"""The share of a chart's width that names beside it may take."""

GRID_ALPHA: Final = 150


class ChartAxis(SideAxis):
    """The left or the bottom axis. Numbers are round and as many as there is room for; the unit stands at the end.

    On the left the lines across are part of it.
    """

    def __init__(self, orientation: str, style: ChartStyle) -> None:
        super().__init__(orientation, style, LEAST_WIDTH)
        self._axis = Axis(0.0, 1.0)
        self.picture: object = None
        self._specs: tuple[Any, ...] | None = None
        self.beyond = 0.0
        """Pixels to the right of the bottom axis in which its unit may stand."""
        apart = int(GAP) if orientation == LEFT else BELOW
        self.setStyle(hideOverlappingLabels=60, autoExpandTextSpace=False, tickTextOffset=apart)
        self.setGrid(255 if orientation == LEFT else False)

    def show_axis(self, axis: Axis, style: ChartStyle, chart_width: float) -> None:
        """Show this axis beside a chart that is so wide in all."""
        if (axis, style) != (self._axis, self._style):
            self._axis, self._style = axis, style
            self.picture = None
        self.setStyle(tickFont=style.font(TINY))
        self.setPen(QPen(Qt.PenStyle.NoPen))
        if self.orientation == BOTTOM:
            self.setHeight(style.metrics(TINY).height() + style.px(10))
        else:
            self.need(self._width_for(chart_width))

    def _width_for(self, chart_width: float) -> float:
        metrics, gap = self._style.metrics(TINY), self._style.px(GAP)
        if self._axis.names:
            most = max(MOST_OF_WIDTH * chart_width, self._style.px(LEAST_WIDTH))
            widest = max(metrics.horizontalAdvance(shown(name)) for name in self._axis.names)
            return float(min(widest + 2 * gap, most))
        step, places = ticks_between(self._axis.low, self._axis.high, 6, whole=self._axis.whole)
        texts = [shown(tick_text(place, step)) for place in (*places[:1], *places[-1:])]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
        return max(self._style.px(LEAST_WIDTH), widest + 2 * gap)

    @property
    def unit_end(self) -> float:
        """Where the unit above the left axis ends, in pixels right of the frame's left side."""
        unit = self._style.metrics(TINY).horizontalAdvance(shown(self._axis.unit))
        return unit + self._style.px(GAP) - self.room

    @override
    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        if self._axis.names:
            return [(1.0, [index + 0.5 for index in self._named(size)])]
        room = 24 if self.orientation == LEFT else 90
        most = max(int(size / self._style.px(room)), 2)
        step, places = ticks_between(minVal, maxVal, most, whole=self._axis.whole)
        if len(places) < LEAST_NUMBERS:  # one number alone does not say how long anything is
            step, places = ticks_between(minVal, maxVal, FINER, whole=self._axis.whole)
        return [(step, places)]

    def _named(self, size: float) -> Sequence[int]:
        """Which names have room."""
        count = len(self._axis.names)
        if self.orientation == BOTTOM:
            return range(count)
        least = self._style.px(NAME_HEIGHT)
        every = max(int(-(-count * least // max(size, 1.0))), 1)
        return range(0, count, every)

    @override
    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        if self._axis.dates is not None:
            return [date_text(value, spacing, *self._axis.dates) for value in values]
        if not self._axis.names:
            return [shown(tick_text(value, spacing)) for value in values]
        metrics, gap = self._style.metrics(TINY), self._style.px(GAP)
        room = self.width() - 1.5 * gap if self.orientation == LEFT else self.width() / len(self._axis.names) - 4
        names = [shown(self._axis.names[int(value)]) for value in values]
        return [metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room) for name in names]

    @override
    def boundingRect(self) -> QRectF:
        unit = self._style.px(UNIT_HEIGHT)
        rect = QRectF(super().boundingRect())
        if self.orientation == BOTTOM:
            return rect.adjusted(-2, -unit, 2 + self.beyond, 2)
        return rect.adjusted(0, -unit, self._style.px(60), 15)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw directly: the base class plays a QPicture, in which Qt looks every font up again."""
        if self.picture is None:  # so the base class says that something has changed
            self._specs = self.generateDrawSpecs(painter)
            self.picture = self._specs
        if self._specs is not None:
            self.drawPicture(painter, *self._specs)

    @override
    def drawPicture(
        self,
        p: QPainter,
        axisSpec: object,
        tickSpecs: Sequence[tuple[QPen, QPointF, QPointF]],
        textSpecs: Sequence[tuple[QRectF, Qt.AlignmentFlag, str]],
    ) -> None:
        theme, names = self._style.theme, bool(self._axis.names)
        if self.orientation == LEFT and not names:
            line, thick = QColor(theme.line), self._style.px(1.0)
            line.setAlpha(GRID_ALPHA)
            for _, start, end in tickSpecs:  # a rectangle is drawn twenty times as fast as a line of any width
                p.fillRect(QRectF(start.x(), round(start.y()), end.x() - start.x(), thick), line)
        p.setFont(self._style.font(TINY))
        p.setPen(QColor(theme.text if names else theme.quiet))
        unit = self._unit_place()
        for rect, flags, text in textSpecs:
            if self.orientation == LEFT or unit is None or not unit.intersects(rect):
                p.drawText(rect, int(flags), text)
        if unit is not None:
            p.setPen(QColor(theme.quiet))
            p.drawText(unit, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown(self._axis.unit))

    def _unit_place(self) -> QRectF | None:
        """Above the left axis; to the right of the bottom one, or in its last pixels."""
        if not self._axis.unit:
            return None
        metrics, bounds = self._style.metrics(TINY), self.mapRectFromParent(self.geometry())
        width, high = metrics.horizontalAdvance(shown(self._axis.unit)) + 2, metrics.height()
        if self.orientation == LEFT:
            top = bounds.top() - self._style.px(UNIT_HEIGHT)
            return QRectF(bounds.left() + self._style.px(GAP) / 2, top, width, high)
        gap = self._style.px(3 * GAP)
        left = bounds.right() + gap if width + gap <= self.beyond else bounds.right() - width
        return QRectF(left, bounds.top() + BELOW, width, high)


def date_text(value: float, step: float, calendar: WorkingCalendar, unit: TimeUnit) -> str:
    """A time of a board with a calendar, by its date; where ticks are less than a day apart, with the hour."""
    moment = moment_of(calendar, unit, value)
    if moment is None:
        return shown(tick_text(value, step))
    day = shown(short_date(moment.date()))
    within_a_day = moment_of(calendar, unit, value + step)
    return f"{day} {moment:%H:%M}" if within_a_day and within_a_day.date() == moment.date() else day
