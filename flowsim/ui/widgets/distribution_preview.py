"""A distribution as a picture: its density, or its values, with the average marked."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from flowsim.domain.density import bars, density, reach
from flowsim.domain.distributions import Constant, Distribution, Empirical
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import TINY, Theme, font, px, text_scale
from flowsim.ui.text.language import said

POINTS: Final = 160
FOOT: Final = 16


class DistributionPreview(QWidget):
    """Shows one distribution up to `reach`, with its axis unless it is `small`."""

    def __init__(self, theme: Theme, *, small: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._small = small
        self._shape: Distribution | None = None
        self._unit = ""
        self._foot = 2 if small else FOOT
        if not small:
            self.setFixedHeight(px(72))

    def show_shape(self, shape: Distribution, unit: str = "") -> None:
        """Draw another distribution; `unit` stands at the end of the axis."""
        if (shape, unit) != (self._shape, self._unit):
            self._shape, self._unit = shape, unit
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(56), px(32)) if self._small else QSize(px(240), px(72))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shape is None:
            return
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(text_scale(), text_scale())
            width, height = self.width() / text_scale(), self.height() / text_scale()
            area = QRectF(2, 4, width - 4, height - self._foot - 4)
            paint_shape(painter, area, self._shape, self._theme)
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(area.right(), area.bottom()))
            if not self._small:
                self._paint_axis(painter, area, self._shape)

    def _paint_axis(self, painter: QPainter, area: QRectF, shape: Distribution) -> None:
        painter.setFont(font(TINY))
        end, mean = reach(shape), shape.mean
        at = area.left() + mean / end * area.width()
        painter.setPen(QPen(QColor(self._theme.text), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()))
        painter.setPen(QColor(self._theme.quiet))
        foot = QRectF(area.left(), area.bottom() + 1, area.width(), FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, f"{said(end, '.3g')} {self._unit}")
        text = f"⌀ {said(mean, '.3g')}"
        width = painter.fontMetrics().horizontalAdvance(text)
        left = min(max(at - width / 2, area.left() + 14), area.right() - 80)
        painter.drawText(QPointF(left, foot.bottom() - 4), text)


def paint_shape(painter: QPainter, area: QRectF, shape: Distribution, theme: Theme) -> None:
    """Draw the distribution into `area`, as high as it is there."""
    end = reach(shape)
    soft, strong = QColor(theme.accent_soft), QColor(theme.accent)
    if isinstance(shape, Constant | Empirical):
        shares = [(shape.value, 1.0)] if isinstance(shape, Constant) else bars(shape)
        highest = max(share for _, share in shares)
        painter.setPen(QPen(strong, 2 if len(shares) > 20 else 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for value, share in shares:
            x = area.left() + value / end * area.width()
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() - share / highest * area.height()))
        return
    heights = [density(shape, (step + 0.5) / POINTS * end) for step in range(POINTS)]
    # Densities that rise without end at 0 are cut where nearly all others lie, or the rest would be a flat line.
    highest = min(max(heights), 8 * sorted(heights)[POINTS // 2] + 2 / end) or 1.0
    outline = [
        QPointF(
            area.left() + (step + 0.5) / POINTS * area.width(),
            area.bottom() - min(height / highest, 1.0) * area.height(),
        )
        for step, height in enumerate(heights)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawPolygon(QPolygonF([QPointF(area.left(), area.bottom()), *outline, area.bottomRight()]))
    painter.setPen(QPen(strong, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(outline))
