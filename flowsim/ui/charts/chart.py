"""One chart in the window: draws its picture, follows the cursor, and lets the mouse move along the time axis."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from flowsim.domain.words import Time
from flowsim.ui.charts.axis import TimeAxis
from flowsim.ui.charts.painter import Frame, paint
from flowsim.ui.charts.picture import Axis, Picture, Words
from flowsim.ui.language import shown
from flowsim.ui.theme import MEDIUM, RADIUS_SMALL, SEMIBOLD, SMALL, TINY, Theme, font, text_scale

TITLE_HEIGHT: Final = 22.0
LONGEST_NAME: Final = 150
GRAB: Final = 6.0
"""Pixels within which a line can be taken hold of."""


class Chart(QWidget):
    """Shows a `Picture`. Wheel and drag zoom and move in time, a double click shows the whole run again.

    `lines` are the two moments between which is read off, if people asked for that; they can be dragged;
    `reads` says what is read off.
    """

    def __init__(self, axis: TimeAxis, theme: Theme) -> None:
        super().__init__()
        self.axis = axis
        self.picture: Picture | None = None
        self.titled = False
        self.lines: list[Time] = []
        self.reads: Callable[[Time, Time], Words] = lambda _since, _until: []
        self.frame = Frame(QRectF(), Axis(0.0, 1.0), Axis(0.0, 1.0))
        self._theme = theme
        self._drawn = QPixmap()
        self._grabbed: QPointF | None = None
        self._dragged: int | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(180, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        axis.pointed.connect(self.update)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme

    def show_picture(self, picture: Picture) -> None:
        """Draw `picture`."""
        self.picture = picture
        self.setAccessibleName(shown(picture.title))
        self.setAccessibleDescription(f"{shown(picture.reading)} {shown(picture.note)}")
        self._draw()
        self.update()

    @property
    def pixels(self) -> int:
        """How many pixel columns a picture can use."""
        return max(int(self.width() * self.devicePixelRatioF()), 64)

    def x_of(self, time: Time) -> float:
        """Where a moment lies."""
        return float(self.frame.across(time))

    @property
    def _size(self) -> QSizeF:
        """The room for the picture, before it grows with the text."""
        return QSizeF(self.width() / text_scale(), self.height() / text_scale())

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(QSize(round(self.width() * ratio), round(self.height() * ratio)))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(self._theme.colour("surface"))
        picture = self.picture
        if picture is not None and not drawn.isNull():
            painter = QPainter(drawn)
            painter.scale(text_scale(), text_scale())
            size = self._size
            above = TITLE_HEIGHT if self.titled else 0.0
            if self.titled:
                painter.setFont(font(SMALL, SEMIBOLD))
                painter.setPen(self._theme.colour("text"))
                painter.drawText(QPointF(6, 15), shown(picture.title))
            if picture.now > 0 and picture.shapes:
                area = QRectF(0, above, size.width(), size.height() - above)
                self.frame = paint(painter, picture, area, self._theme, font)
            else:
                self._paint_empty(painter, picture)
            painter.end()
        self._drawn = drawn

    def _paint_empty(self, painter: QPainter, picture: Picture) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.colour("quiet"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(12, 0, self._size.width() - 24, self._size.height()), int(flags), shown(picture.empty))

    def _over_time(self) -> bool:
        return self.picture is not None and self.picture.over_time and self.picture.now > 0

    def _on_view(self, time: Time) -> bool:
        return self.picture is not None and self.frame.x.low <= time <= min(self.frame.x.high, self.picture.now)

    def _time_at(self, x: float) -> Time | None:
        """The moment under a place; None outside of the run."""
        assert self.picture is not None
        time = self.frame.time_at(x)
        inside = self.frame.rect.left() <= x <= self.frame.rect.right() and 0 <= time <= self.picture.now
        return time if inside else None

    # Qt's events

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        if not self._over_time():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(text_scale(), text_scale())
        for time in self.lines:
            self._paint_line(painter, time, "accent", 2.0)
        cursor = self.axis.cursor
        if self.lines:
            self._paint_box(painter, self.reads(min(self.lines), max(self.lines)), max(self.lines))
        elif cursor is not None and self._on_view(cursor):
            self._paint_line(painter, cursor, "text", 1.0)
            assert self.picture is not None
            when = (self.frame.x.one, f"{cursor:,.4g}")
            self._paint_box(painter, [when, *self.picture.read_off(cursor)], cursor)

    def _paint_line(self, painter: QPainter, time: Time, role: str, width: float) -> None:
        x = self.x_of(time)
        if self.frame.rect.left() - 1 <= x <= self.frame.rect.right() + 1:
            painter.setPen(QPen(self._theme.colour(role), width))
            painter.drawLine(QPointF(x, self.frame.rect.top()), QPointF(x, self.frame.rect.bottom()))

    def _paint_box(self, painter: QPainter, words: Words, at: Time) -> None:
        """Names and values in a small sheet beside a line, on the side where there is room."""
        painter.setFont(font(TINY, MEDIUM))
        metrics, rect, high = QFontMetricsF(painter.font()), self.frame.rect, 15.0
        room = max(int((rect.height() - 8) / high), 1)
        words = words if len(words) <= room else [*words[: room - 1], ("…", "")]
        words = [
            (metrics.elidedText(shown(name), Qt.TextElideMode.ElideRight, LONGEST_NAME), shown(value))
            for name, value in words
        ]
        names = max((metrics.horizontalAdvance(name) for name, _ in words), default=0.0)
        width = names + max((metrics.horizontalAdvance(value) for _, value in words), default=0.0) + 28
        x = self.x_of(at) + 8
        if x + width > rect.right():
            x = max(self.x_of(at) - 8 - width, rect.left())
        box = QRectF(x, rect.top() + 2, width, high * len(words) + 8)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(box, RADIUS_SMALL / 2, RADIUS_SMALL / 2)
        for line, (name, value) in enumerate(words):
            y = box.top() + 4 + high * line
            painter.setPen(self._theme.colour("quiet"))
            painter.drawText(QRectF(x + 8, y, names + 4, high), Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(self._theme.colour("text"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(x, y, width - 8, high), right, value)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._over_time():
            return
        near = [index for index, time in enumerate(self.lines) if abs(self.x_of(time) - _spot(event).x()) <= GRAB]
        self._dragged = near[0] if near else None
        self._grabbed = None if near else _spot(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._over_time():
            return
        x = _spot(event).x()
        if self._dragged is not None:
            time = self._time_at(x)
            if time is not None:
                self.lines[self._dragged] = time
                self.update()
        elif self._grabbed is not None:
            moved = self.frame.time_at(self._grabbed.x()) - self.frame.time_at(x)
            self._grabbed = _spot(event)
            self._show(self.frame.x.low + moved, self.frame.x.high + moved)
        else:
            self.axis.point(self._time_at(x))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = self._dragged = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.axis.show_all()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.axis.point(None)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._over_time():
            return
        factor = 0.8 if event.angleDelta().y() > 0 else 1.25
        pivot = self.frame.time_at(_spot(event).x())
        self._show(pivot - (pivot - self.frame.x.low) * factor, pivot + (self.frame.x.high - pivot) * factor)

    def _show(self, start: Time, end: Time) -> None:
        assert self.picture is not None
        self.axis.show(start, end, max(self.picture.now, self.frame.x.high if self.axis.end is None else 0.0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.picture is not None:
            self._draw()


def _spot(event: QMouseEvent | QWheelEvent) -> QPointF:
    """Where the mouse is in the picture."""
    return event.position() * (1 / text_scale())
