"""The shapes of a chart in one graphics item: steps, curves, dots and bars, drawn in pixels of the scene.

On a screen they are drawn once and kept as a pixmap until shapes, range or size change, so that a cursor that moves
over them costs nothing; onto paper they are drawn as lines and areas.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from shiboken6 import VoidPtr
from typing_extensions import override

from flowsim.charts.picture import Bars, Curve, Dots, Floats, Shape, Steps
from flowsim.ui.charts.chart_style import ChartStyle
from flowsim.ui.charts.dot_raster import DotRaster, PixelGrid, round_dots, runs_of
from flowsim.ui.charts.scene_pixels import scene_pixels
from flowsim.ui.style.painter import painter_on

DENSE: Final = 300
"""A step line of more steps is drawn on a screen without what would take long: smoothing, dashes, polygons."""

MOST_DOTS: Final = 4000
"""More dots than these are drawn as the pixels they cover."""

OVERHANG: Final = 6.0
"""So far dots and wide lines may reach out of the frame; what is whole in the chart is drawn whole."""


@dataclass(frozen=True)
class Frame:
    """Where a chart's coordinates lie: `rect` in pixels of the scene spans these ranges of x and y."""

    rect: QRectF
    x: tuple[float, float]
    y: tuple[float, float]

    @classmethod
    def of(cls, view_box: pg.ViewBox) -> "Frame":
        """The frame of what is on view in `view_box`."""
        (x, y), rect = view_box.viewRange(), view_box.mapRectToScene(view_box.rect())
        return cls(rect, (x[0], x[1]), (y[0], y[1]))

    def across(self, x: float | Floats) -> Floats:
        """Pixels from the left for values of x."""
        share = (np.asarray(x, dtype=np.float64) - self.x[0]) / ((self.x[1] - self.x[0]) or 1.0)
        return np.asarray(self.rect.left() + share * self.rect.width())

    def down(self, y: float | Floats) -> Floats:
        """Pixels from the top for values of y."""
        share = (np.asarray(y, dtype=np.float64) - self.y[0]) / ((self.y[1] - self.y[0]) or 1.0)
        return np.asarray(self.rect.bottom() - share * self.rect.height())

    def value_at(self, spot: QPointF) -> tuple[float, float]:
        """x and y under a spot of the scene."""
        share_x = (spot.x() - self.rect.left()) / (self.rect.width() or 1.0)
        share_y = (self.rect.bottom() - spot.y()) / (self.rect.height() or 1.0)
        return self.x[0] + share_x * (self.x[1] - self.x[0]), self.y[0] + share_y * (self.y[1] - self.y[0])


class ShapesItem(pg.GraphicsObject):
    """Draws shapes in the coordinates of the view box it is in."""

    def __init__(self, style: ChartStyle) -> None:
        super().__init__()
        self.style = style
        self._shapes: Sequence[Shape] = ()
        self._rasters: list[DotRaster] = []
        self._version = 0
        self._drawn = QPixmap()
        self._drawn_for: Hashable | None = None

    def show_shapes(self, shapes: Sequence[Shape], style: ChartStyle) -> None:
        """Draw these from now on."""
        self._shapes, self.style = shapes, style
        while len(self._rasters) < len(shapes):
            self._rasters.append(DotRaster())
        self._version += 1
        self.prepareGeometryChange()
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        view_box = self.getViewBox()
        if view_box is None:
            return QRectF()
        pixel = view_box.viewPixelSize()
        across, down = (OVERHANG * self.style.scale * each for each in pixel)
        return QRectF(view_box.viewRect()).adjusted(-across, -down, across, down)

    @override
    def viewRangeChanged(self) -> None:
        self.prepareGeometryChange()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        frame = Frame.of(self.getViewBox())
        if frame.rect.isEmpty():
            return
        with scene_pixels(self, painter):
            if widget is None:
                self._draw(painter, frame)
            else:
                drawn = self._pixmap(frame, painter.device().devicePixelRatioF())
                painter.drawPixmap(self._outer(frame).topLeft(), drawn)

    def _outer(self, frame: Frame) -> QRectF:
        over = self.style.px(OVERHANG)
        return QRectF(frame.rect.adjusted(-over, -over, over, over).toAlignedRect())

    def _pixmap(self, frame: Frame, ratio: float) -> QPixmap:
        """Everything as it looks on this screen, drawn anew only if something is different."""
        outer = self._outer(frame)
        wanted = self._version, outer.getRect(), frame.x, frame.y, ratio
        if wanted != self._drawn_for:
            self._drawn = QPixmap((QSizeF(outer.size()) * ratio).toSize())
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            with painter_on(self._drawn) as painter:
                painter.translate(-outer.topLeft())
                self._draw(painter, frame)
            self._drawn_for = wanted
        return self._drawn

    def _draw(self, painter: QPainter, frame: Frame) -> None:
        pencil = Pencil(painter, frame, self.style)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape, raster in zip(self._shapes, self._rasters, strict=False):
            match shape:
                case Dots():
                    pencil.dots(shape, raster)
                case Steps() | Curve() | Bars():
                    pencil.within_frame(shape)


class Pencil:
    """Draws single shapes into a frame."""

    def __init__(self, painter: QPainter, frame: Frame, style: ChartStyle) -> None:
        self.painter = painter
        self.frame = frame
        self.style = style
        self.on_screen = painter.paintEngine().type() == QPaintEngine.Type.Raster

    def within_frame(self, shape: Steps | Curve | Bars) -> None:
        """A shape of which nothing is drawn outside of the frame but half a pixel of a line."""
        self.painter.save()
        self.painter.setClipRect(self.frame.rect.adjusted(-0.5, -1.5, 1.5, 0.5), Qt.ClipOperation.IntersectClip)
        match shape:
            case Steps():
                self.steps(shape)
            case Curve():
                self.curve(shape)
            case Bars():
                self.bars(shape)
        self.painter.restore()

    def steps(self, shape: Steps) -> None:
        """A step line, or the area under it."""
        if not len(shape.y):
            return
        painter, frame = self.painter, self.frame
        dense = len(shape.y) > DENSE and self.on_screen
        x, y = _corners(frame.across(shape.x), frame.down(shape.y))
        if shape.base is None:
            width, dashed = (1.0, False) if dense else (shape.width, shape.dashed)
            painter.setPen(self.style.pen(shape.colour, width, dashed=dashed))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not dense)
            painter.drawPolyline(_polygon(x, y))
            return
        self._fill_with(shape.colour)
        if dense and not (isinstance(shape.base, float) and bool((np.diff(shape.y) >= 0).all())):
            self._fill_steps(shape)
            return
        floor = np.broadcast_to(np.asarray(shape.base, dtype=np.float64), shape.y.shape)
        back_x, back_y = _corners(frame.across(shape.x), frame.down(floor))
        painter.drawPolygon(_polygon(np.concatenate((x, back_x[::-1])), np.concatenate((y, back_y[::-1]))))

    def _fill_with(self, colour: str) -> None:
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))

    def _fill_steps(self, shape: Steps) -> None:
        """The area of a line of many steps, a rectangle a height: a ragged polygon takes thirty times as long."""
        floor = np.broadcast_to(np.asarray(shape.base, dtype=np.float64), shape.y.shape)
        turns = np.flatnonzero(np.diff(shape.y, prepend=np.nan) + np.diff(floor, prepend=np.nan) * 1e9)
        left = np.round(self.frame.across(shape.x))
        lefts, rights = left[turns], left[np.append(turns[1:], len(shape.y))]
        tops, bottoms = np.round(self.frame.down(shape.y[turns])), np.round(self.frame.down(floor[turns]))
        seen = (rights > lefts) & (bottoms > tops)
        sides = (lefts, tops, rights - lefts, bottoms - tops)
        self.painter.drawRects(
            [QRect(*four) for four in zip(*(side[seen].astype(int).tolist() for side in sides), strict=True)]
        )

    def curve(self, shape: Curve) -> None:
        """Points joined by straight lines, broken where one is not known."""
        self.painter.setPen(self.style.pen(shape.colour, shape.width, dashed=shape.dashed))
        known = ~(np.isnan(shape.x) | np.isnan(shape.y))
        for part in np.split(np.arange(len(known)), np.flatnonzero(np.diff(known)) + 1):
            if len(part) > 1 and known[part[0]]:
                self.painter.drawPolyline(_polygon(self.frame.across(shape.x[part]), self.frame.down(shape.y[part])))

    def bars(self, shape: Bars) -> None:
        """Rectangles."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(shape.colour))
        across, down = self.frame.across, self.frame.down
        sides = (across(shape.x0), across(shape.x1), down(shape.y1), down(shape.y0))
        for left, right, top, bottom in zip(*(side.tolist() for side in sides), strict=True):
            self.painter.drawRect(QRectF(left, top, max(right - left, 0.0), bottom - top))

    def dots(self, shape: Dots, raster: DotRaster) -> None:
        """Points, or rings; very many of them as the pixels they cover."""
        if len(shape.x) > MOST_DOTS and self._on_view(shape) > MOST_DOTS:
            self._many_dots(shape, raster)
            return
        frame, painter, radius = self.frame, self.painter, self.style.px(shape.radius)
        x, y = frame.across(shape.x), frame.down(shape.y)
        seen = frame.rect.adjusted(-0.5, -0.5, 0.5, 0.5)
        inside = (x >= seen.left()) & (x <= seen.right()) & (y >= seen.top()) & (y <= seen.bottom())
        x, y = x[inside], y[inside]
        if shape.hollow:
            painter.setPen(self.style.pen(shape.colour, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for across, down in zip(x.tolist(), y.tolist(), strict=True):
                painter.drawEllipse(QPointF(across, down), radius, radius)
            return
        pen = QPen(QColor(shape.colour), 2 * radius)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(_polygon(x, y))

    def _on_view(self, shape: Dots) -> int:
        """How many dots are on view, at most; those that grow are in the order of x."""
        if shape.grows is None:
            return len(shape.x)
        first, last = np.searchsorted(shape.x, self.frame.x)
        return int(last - first)

    def _many_dots(self, shape: Dots, raster: DotRaster) -> None:
        rect, colour = self.frame.rect, QColor(shape.colour)
        scale = self.painter.device().devicePixelRatioF() * self.painter.worldTransform().m11()
        ratio = scale if self.on_screen else 1.0
        radius = self.style.px(shape.radius) * ratio
        grid = PixelGrid(round(rect.width() * ratio), round(rect.height() * ratio), self.frame.x, self.frame.y)
        covered = round_dots(raster.centres(shape.x, shape.y, grid, shape.grows), radius)
        if self.on_screen:
            self.painter.drawImage(rect.topLeft(), _stencil(covered, colour, ratio))
            return
        self._fill_with(shape.colour)
        rows, starts, ends = runs_of(covered)
        self.painter.drawRects([
            QRectF(rect.left() + start, rect.top() + row, end - start, 1.0)
            for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True)
        ])  # fmt: skip


def _stencil(covered: np.ndarray, colour: QColor, ratio: float) -> QImage:
    """An image of one colour where pixels are covered, and nothing elsewhere."""
    rows, columns = covered.shape
    cells = np.zeros((rows, (columns + 3) // 4 * 4), dtype=np.uint8)
    cells[:, :columns] = covered
    image = QImage(cells.data, columns, rows, cells.shape[1], QImage.Format.Format_Indexed8)
    image.setColorTable([0, colour.rgba()])
    made = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(ratio)
    return made


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
