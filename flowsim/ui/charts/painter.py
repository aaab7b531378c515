"""One painter for every chart, in the window and in files: the same drawing on a screen, in PNG, SVG and PDF.

Everything is in logical pixels; pens have widths of their own (no cosmetic pens), so that every format shows the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintEngine, QPainter, QPen, QPolygonF
from shiboken6 import VoidPtr

from flowsim.domain.phrases import phrase
from flowsim.ui.charts.picture import (
    Axis,
    Bars,
    Caption,
    Curve,
    Dots,
    Floats,
    Picture,
    Rule,
    Shape,
    Steps,
    spread,
)
from flowsim.ui.language import shown
from flowsim.ui.scales import ticks
from flowsim.ui.theme import MEDIUM, SEMIBOLD, SMALL, TINY, Theme

LEFT: Final = 46.0
RIGHT: Final = 124.0
TOP: Final = 20.0
BOTTOM: Final = 28.0
NARROW: Final = 420.0
"""A chart narrower than this has no names beside it."""

NAME_HEIGHT: Final = 12.0

DENSE: Final = 300
"""A step line of more steps is drawn on a screen without what would take long: smoothing, dashes, polygons."""

MOST_DOTS: Final = 4000
"""More dots than these are drawn as squares on a grid of their own size: no eye can tell them apart."""


@dataclass(frozen=True)
class Frame:
    """Where a chart's coordinates lie on the paper."""

    rect: QRectF
    x: Axis
    y: Axis

    @classmethod
    def of(cls, picture: Picture, area: QRectF) -> "Frame":
        """The frame of `picture` drawn into `area`."""
        names = max((len(shown(name)) for name in picture.y.names), default=0)
        left = LEFT + min(max(names - 5, 0) * 6.0, 90.0)
        right = RIGHT if area.width() >= NARROW else 16.0
        return cls(area.adjusted(left, TOP, -right, -BOTTOM), picture.x, picture.y)

    def across(self, x: float | Floats) -> npt.NDArray[np.float64]:
        """Pixels from the left for values of x."""
        share = (np.asarray(x, dtype=np.float64) - self.x.low) / ((self.x.high - self.x.low) or 1.0)
        return np.asarray(self.rect.left() + share * self.rect.width())

    def up(self, y: float | Floats) -> npt.NDArray[np.float64]:
        """Pixels from the top for values of y."""
        share = (np.asarray(y, dtype=np.float64) - self.y.low) / ((self.y.high - self.y.low) or 1.0)
        return np.asarray(self.rect.bottom() - share * self.rect.height())

    def time_at(self, pixel: float) -> float:
        """The value of x at a place."""
        share = (pixel - self.rect.left()) / (self.rect.width() or 1.0)
        return self.x.low + share * (self.x.high - self.x.low)


def paint(painter: QPainter, picture: Picture, area: QRectF, theme: Theme, font: Callable[..., QFont]) -> Frame:
    """Draw `picture` into `area`; where it lies. `font` makes a font of a size and weight."""
    frame = Frame.of(picture, area)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    _shade_warm_up(painter, picture, frame, theme)
    painter.save()
    painter.setClipRect(frame.rect.adjusted(-0.5, -4, 4, 0.5))
    for shape in picture.shapes:
        if not isinstance(shape, Rule | Caption):
            draw(shape, painter, frame)
    painter.restore()
    _axes(painter, frame, theme, font)
    _marks(painter, picture, frame, theme, font)
    _words(painter, picture, frame, theme, font)
    _names(painter, picture, frame, theme, font)
    painter.restore()
    return frame


@singledispatch
def draw(shape: Shape, painter: QPainter, frame: Frame) -> None:
    """Draw one shape."""
    raise NotImplementedError(type(shape).__name__)


@draw.register
def _(shape: Steps, painter: QPainter, frame: Frame) -> None:
    if not len(shape.y):
        return
    dense = len(shape.y) > DENSE and painter.paintEngine().type() == QPaintEngine.Type.Raster
    x, y = _corners(frame.across(shape.x), frame.up(shape.y))
    if shape.base is None:
        painter.setPen(_pen(shape.colour, 1.0 if dense else shape.width, dashed=shape.dashed and not dense))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not dense)
        painter.drawPolyline(_polygon(x, y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return
    rising = isinstance(shape.base, float) and bool((np.diff(shape.y) >= 0).all())
    if dense and not rising:
        _fill_steps(painter, frame, shape)
        return
    floor = np.broadcast_to(np.asarray(shape.base, dtype=np.float64), shape.y.shape)
    back_x, back_y = _corners(frame.across(shape.x), frame.up(floor))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shape.colour))
    painter.drawPolygon(_polygon(np.concatenate((x, back_x[::-1])), np.concatenate((y, back_y[::-1]))))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


@draw.register
def _(shape: Curve, painter: QPainter, frame: Frame) -> None:
    painter.setPen(_pen(shape.colour, shape.width, dashed=shape.dashed))
    known = ~(np.isnan(shape.x) | np.isnan(shape.y))
    for part in np.split(np.arange(len(known)), np.flatnonzero(np.diff(known)) + 1):
        if len(part) > 1 and known[part[0]]:
            painter.drawPolyline(_polygon(frame.across(shape.x[part]), frame.up(shape.y[part])))


@draw.register
def _(shape: Dots, painter: QPainter, frame: Frame) -> None:
    x, y = frame.across(shape.x), frame.up(shape.y)
    inside = (x >= frame.rect.left() - 4) & (x <= frame.rect.right() + 4)
    x, y = x[inside], y[inside]
    if len(x) > MOST_DOTS:
        size = max(shape.radius, 2.0)
        grid = np.unique(
            np.round(x / size).astype(np.int64) * 1_000_003 + np.round(y / size).astype(np.int64) + 500_000
        )
        column, row = np.divmod(grid, 1_000_003)
        x, y = column * size, (row - 500_000) * size
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        pen = QPen(QColor(shape.colour), size)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        painter.drawPoints(_polygon(x, y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return
    if shape.hollow:
        painter.setPen(QPen(QColor(shape.colour), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for across, down in zip(x.tolist(), y.tolist(), strict=True):
            painter.drawEllipse(QPointF(across, down), shape.radius, shape.radius)
        return
    pen = QPen(QColor(shape.colour), 2 * shape.radius)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints(_polygon(x, y))


@draw.register
def _(shape: Bars, painter: QPainter, frame: Frame) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shape.colour))
    sides = (frame.across(shape.x0), frame.across(shape.x1), frame.up(shape.y1), frame.up(shape.y0))
    for left, right, top, bottom in zip(*(side.tolist() for side in sides), strict=True):
        painter.drawRect(QRectF(left, top, max(right - left, 0.0), bottom - top))


def _fill_steps(painter: QPainter, frame: Frame, shape: Steps) -> None:
    """The area of a line of many steps, one rectangle for each height: a ragged polygon takes thirty times as long."""
    floor = np.broadcast_to(np.asarray(shape.base, dtype=np.float64), shape.y.shape)
    turns = np.flatnonzero(np.diff(shape.y, prepend=np.nan) + np.diff(floor, prepend=np.nan) * 1e9)
    left = np.round(frame.across(shape.x))
    lefts, rights = left[turns], left[np.append(turns[1:], len(shape.y))]
    tops, bottoms = np.round(frame.up(shape.y[turns])), np.round(frame.up(floor[turns]))
    seen = (rights > lefts) & (bottoms > tops)
    sides = (lefts, tops, rights - lefts, bottoms - tops)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shape.colour))
    painter.drawRects([QRect(*four) for four in zip(*(side[seen].astype(int).tolist() for side in sides), strict=True)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _corners(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """A step line's corners from its edges and heights."""
    return np.repeat(x, 2)[1:-1], np.repeat(y, 2)


def _polygon(x: Floats, y: Floats) -> QPolygonF:
    """Points as Qt wants them, laid into its memory at once."""
    polygon = QPolygonF()
    polygon.resize(len(x))
    if len(x):
        address = VoidPtr(polygon.data(), len(x) * 16, True)  # type: ignore[call-arg, arg-type]  # stubs lack it
        memory = np.frombuffer(address, dtype=np.float64)  # type: ignore[call-overload]  # a VoidPtr is a buffer
        memory = memory.reshape(-1, 2)
        memory[:, 0], memory[:, 1] = x, y
    return polygon


def _pen(colour: str, width: float, *, dashed: bool = False) -> QPen:
    pen = QPen(QColor(colour), width, Qt.PenStyle.CustomDashLine if dashed else Qt.PenStyle.SolidLine)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([4.0, 3.0])
    return pen


def _shade_warm_up(painter: QPainter, picture: Picture, frame: Frame, theme: Theme) -> None:
    if picture.over_time and picture.warm_up > frame.x.low:
        left, right = frame.across(np.array([frame.x.low, min(picture.warm_up, frame.x.high)])).tolist()
        painter.fillRect(QRectF(left, frame.rect.top(), right - left, frame.rect.height()), theme.colour("lane"))


def _axes(painter: QPainter, frame: Frame, theme: Theme, font: Callable[..., QFont]) -> None:
    painter.setFont(font(TINY))
    rect, metrics = frame.rect, QFontMetricsF(painter.font())
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if frame.y.names:
        every = _every(len(frame.y.names), rect.height())
        for index, name in enumerate(frame.y.names):
            if index % every:
                continue
            y = float(frame.up(index + 0.5))
            painter.setPen(theme.colour("text"))
            room = rect.left() - 12
            text = metrics.elidedText(shown(name), Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(4, y - 8, room, 16), right, text)
    else:
        line = theme.colour("line")
        line.setAlpha(150)
        for value in ticks(frame.y.high, max(int(rect.height() / 24), 2), whole=frame.y.whole):
            y = float(frame.up(value))
            painter.setPen(QPen(line, 1))
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
            painter.setPen(theme.colour("quiet"))
            painter.drawText(QRectF(0, y - 8, rect.left() - 8, 16), right, f"{value:,g}")
    painter.setPen(theme.colour("quiet"))
    painter.drawText(
        QRectF(rect.left() - LEFT + 6, rect.top() - 20, 120, 16), Qt.AlignmentFlag.AlignVCenter, shown(frame.y.unit)
    )
    _bottom_axis(painter, frame, theme)


def _bottom_axis(painter: QPainter, frame: Frame, theme: Theme) -> None:
    rect, metrics = frame.rect, QFontMetricsF(painter.font())
    centre, top = Qt.AlignmentFlag.AlignCenter, rect.bottom() + 6
    painter.setPen(theme.colour("quiet"))
    if frame.x.names:
        room = rect.width() / len(frame.x.names)
        for index, name in enumerate(frame.x.names):
            x = float(frame.across(index + 0.5))
            text = metrics.elidedText(shown(name), Qt.TextElideMode.ElideRight, room - 4)
            painter.drawText(QRectF(x - room / 2, top, room, 16), centre, text)
        return
    low, high = frame.x.low, frame.x.high
    places = ticks(high - low, max(int(rect.width() / 90), 2), whole=frame.x.whole)
    step = places[1] - places[0] if len(places) > 1 else high - low
    first = np.ceil(low / step - 1e-9) * step if step > 0 else low
    unit = shown(frame.x.unit)
    unit_width = metrics.horizontalAdvance(unit)
    for value in np.arange(first, high + step * 1e-6, step).tolist() if step > 0 else [low]:
        x = float(frame.across(value))
        painter.drawText(QRectF(x - 40, top, 80, 16), centre, f"{value + 0.0:,.6g}")
    beside = rect.right() + 24 if rect.right() + 24 + unit_width < rect.right() + RIGHT else rect.right() - unit_width
    if frame.rect.width() > 0:
        painter.drawText(QRectF(beside, top, unit_width + 4, 16), Qt.AlignmentFlag.AlignVCenter, unit)


def _marks(painter: QPainter, picture: Picture, frame: Frame, theme: Theme, font: Callable[..., QFont]) -> None:
    """What people did: a dashed line each, and its words where there is room; the latest come first."""
    if not picture.over_time:
        return
    painter.setFont(font(TINY, MEDIUM))
    metrics, free_until = QFontMetricsF(painter.font()), frame.rect.right() + RIGHT
    beyond_unit = frame.rect.left() - LEFT + 18 + metrics.horizontalAdvance(shown(frame.y.unit))
    for mark in reversed(picture.marks):
        if not frame.x.low <= mark.time <= frame.x.high:
            continue
        x = float(frame.across(mark.time))
        painter.setPen(_pen(theme.text, 1.0, dashed=True))
        painter.drawLine(QPointF(x, frame.rect.top()), QPointF(x, frame.rect.bottom()))
        text = shown(mark.text)
        width = metrics.horizontalAdvance(text)
        left = max(x - width / 2, frame.rect.left(), beyond_unit)
        if left + width < free_until:
            painter.setPen(theme.colour("text"))
            painter.drawText(QPointF(left, frame.rect.top() - 7), text)
            free_until = left - 8


def _words(painter: QPainter, picture: Picture, frame: Frame, theme: Theme, font: Callable[..., QFont]) -> None:
    """Lines across with their words, and what is written into the chart."""
    painter.setFont(font(TINY, MEDIUM))
    metrics, rect = QFontMetricsF(painter.font()), frame.rect
    rules = sorted((shape for shape in picture.shapes if isinstance(shape, Rule)), key=lambda rule: -rule.y)
    rules = [rule for rule in rules if frame.y.low <= rule.y <= frame.y.high]
    heights = spread([float(frame.up(rule.y)) for rule in rules], 13, rect.top(), rect.bottom())
    for rule in rules:
        y = float(frame.up(rule.y))
        painter.setPen(_pen(rule.colour, 1.2, dashed=rule.dashed))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    for rule, height in zip(rules, heights, strict=True):
        text = shown(rule.text)
        width = metrics.horizontalAdvance(text)
        inside = bool(picture.labels) or width + 8 > RIGHT
        place = QRectF(rect.right() - width - 6 if inside else rect.right() + 6, height - 7, width + 4, 14)
        paper = theme.colour("surface")
        paper.setAlpha(215)
        painter.fillRect(place, paper)
        painter.setPen(theme.colour("text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    crowded = _every(max(len(frame.y.names), 1), rect.height()) > 1
    for words in picture.shapes:
        if isinstance(words, Caption) and not crowded:
            painter.setPen(QColor(words.colour or theme.text))
            x, y = float(frame.across(words.x)), float(frame.up(words.y))
            text = shown(words.text)
            painter.drawText(QPointF(x - (metrics.horizontalAdvance(text) / 2 if words.centred else 0), y), text)


def _names(painter: QPainter, picture: Picture, frame: Frame, theme: Theme, font: Callable[..., QFont]) -> None:
    """The names beside the chart, each at the height of what it names, never one over another."""
    rect = frame.rect
    if not picture.labels or rect.right() + 20 > rect.right() + RIGHT:
        return
    painter.setFont(font(SMALL, MEDIUM))
    metrics = QFontMetricsF(painter.font())
    labels = picture.labels[:: _every(len(picture.labels), rect.height())]
    least = max(min(17.0, rect.height() / len(labels)), NAME_HEIGHT)
    wanted = [
        float(frame.up(label.y)) if label.y is not None else rect.top() + 8 + index * least
        for index, label in enumerate(labels)
    ]
    for label, y in zip(labels, spread(wanted, least, rect.top() + 4, rect.bottom() - 4), strict=True):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(label.colour))
        painter.drawRoundedRect(QRectF(rect.right() + 12, y - 4.5, 9, 9), 2.5, 2.5)
        painter.setPen(theme.colour("text"))
        text = metrics.elidedText(shown(label.text), Qt.TextElideMode.ElideMiddle, RIGHT - 32)
        painter.drawText(QPointF(rect.right() + 27, y + 4), text)


def _every(names: int, height: float) -> int:
    """Of so many names one under the other only every how many-th can be shown in `height`."""
    return max(int(np.ceil(names * NAME_HEIGHT / max(height, 1.0))), 1)


def title_height(picture: Picture) -> float:
    """Room that the titles of a chart on paper take."""
    return 74.0 if picture.note else 58.0


def heading(picture: Picture, run: str) -> str:
    """The name of the chart and of the run, in the language on view."""
    return shown(phrase("{0}: {1}", picture.title, run))


def paint_titles(
    painter: QPainter, picture: Picture, run: str, width: float, theme: Theme, font: Callable[..., QFont]
) -> None:
    """Name of the run and of the chart, how to read it, and what it rests on."""
    painter.setFont(font(14, SEMIBOLD))
    painter.setPen(theme.colour("text"))
    metrics = QFontMetricsF(painter.font())
    painter.drawText(
        QPointF(20, 30), metrics.elidedText(heading(picture, run), Qt.TextElideMode.ElideRight, width - 40)
    )
    painter.setFont(font(SMALL))
    painter.setPen(theme.colour("quiet"))
    metrics = QFontMetricsF(painter.font())
    for line, text in enumerate(map(shown, filter(None, (picture.reading, picture.note)))):
        painter.drawText(QPointF(20, 50 + 17 * line), metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 40))
