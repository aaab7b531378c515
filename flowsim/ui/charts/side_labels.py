"""The margin at the right of a chart: names beside their bands, and what the lines across are.

Each stands at the height of what it names. Where they are crowded they move apart, and a lead line joins each to its
place; where even that has no room the text gets smaller, and what still has none is counted in the last line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from flowsim.charts.picture import spread
from flowsim.domain.phrases import phrase
from flowsim.ui.charts.chart_legend import SWATCH, draw_swatch
from flowsim.ui.charts.chart_style import ChartStyle
from flowsim.ui.charts.side_axis import SideAxis
from flowsim.ui.style.theme import MEDIUM, SMALL
from flowsim.ui.text.language import shown

SMALLEST: Final = 9
LEAD: Final = 16.0
"""Pixels from the frame to the names: room for the lead lines."""

MOST_OF_WIDTH: Final = 0.38
"""The share of a chart's width that the margin may take."""

NOTHING_BESIDE: Final = 16.0
"""Pixels of the margin of a chart without names: the last number below the frame reaches into it."""


@dataclass(frozen=True)
class SideLabel:
    """`text` at the height `y` of a line, or of a `band` from there to there; with a colour it has a swatch."""

    text: str
    colour: str
    y: float
    band: tuple[float, float] | None = None

    def within(self, low: float, high: float) -> float | None:
        """Return its y when `low` to `high` is on view; None if it is a line outside of that range.

        For a band it is the middle of the visible part. A band outside of the range is labelled at the nearer edge,
        because it may be visible further left in the chart.
        """
        if self.band is None:
            return self.y if low <= self.y <= high else None
        foot, head = max(self.band[0], low), min(self.band[1], high)
        if foot > head:
            return high if self.band[0] > high else low
        return self.y if self.band == (foot, head) else (foot + head) / 2


class SideLabels(SideAxis):
    """The right axis of a plot, which has names instead of numbers."""

    def __init__(self, style: ChartStyle) -> None:
        super().__init__("right", style, NOTHING_BESIDE)
        self._labels: tuple[SideLabel, ...] = ()

    def show_labels(self, labels: Sequence[SideLabel], style: ChartStyle, chart_width: float) -> None:
        """Show these beside a chart that is so wide in all."""
        self._labels, self._style = tuple(sorted(labels, key=lambda label: -label.y)), style
        self.need(self._width_for(chart_width))
        self.update()

    def _width_for(self, chart_width: float) -> float:
        px = self._style.px
        if not self._labels:
            return px(NOTHING_BESIDE)
        metrics = self._style.metrics(SMALL, MEDIUM)
        widest = max(metrics.horizontalAdvance(label.text) + self._indent(label) for label in self._labels)
        # In steps, so that a number that changes its width does not shake the chart.
        wanted = -(-(widest + px(LEAD + 6)) // px(16)) * px(16)
        return min(wanted, max(MOST_OF_WIDTH * chart_width, px(NOTHING_BESIDE)))

    def _indent(self, label: SideLabel) -> float:
        return self._style.px(SWATCH + 6) if label.colour else 0.0

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        bounds = QRectF(self.mapRectFromParent(self.geometry()))
        low, high = self.range
        on_view = [(label, y) for label in self._labels if (y := label.within(low, high)) is not None]
        if not on_view or bounds.height() <= 0 or bounds.width() <= self._style.px(NOTHING_BESIDE):
            return
        font, least = self._fitting(len(on_view), bounds.height())
        most = max(int(bounds.height() / least), 1)
        labels = on_view if len(on_view) <= most else self._most_telling(on_view, most - 1)
        wanted = [bounds.bottom() - (y - low) / ((high - low) or 1.0) * bounds.height() for _, y in labels]
        foot = bounds.bottom() - (0.5 if len(labels) == len(on_view) else 1.5) * least
        places = spread(wanted, least, bounds.top() + least / 2, foot)
        painter.setFont(font)
        for (label, _), true, place in zip(labels, wanted, places, strict=True):
            self._draw(painter, label, bounds, true, place)
        if len(labels) < len(on_view):
            more = SideLabel(shown(phrase("+{0} more", len(on_view) - len(labels))), "", 0.0)
            self._draw(painter, more, bounds, bounds.bottom() - least / 2, bounds.bottom() - least / 2, leads=False)

    def _most_telling(self, on_view: Sequence[tuple[SideLabel, float]], most: int) -> Sequence[tuple[SideLabel, float]]:
        """So many of them: the last one (what is done) and the bottleneck first, then from the top."""
        amber = self._style.theme.band_bottleneck
        kept = {len(on_view) - 1, *(place for place, (label, _) in enumerate(on_view) if label.colour == amber)}
        kept = set(sorted(kept, reverse=True)[:most])
        kept |= set([place for place in range(len(on_view)) if place not in kept][: most - len(kept)])
        return [label for place, label in enumerate(on_view) if place in kept]

    def _fitting(self, count: int, height: float) -> tuple[QFont, float]:
        """The largest font in which so many lines have room, or the smallest there is; and the height of a line."""
        for size in range(SMALL, SMALLEST - 1, -1):
            font = self._style.font(size, MEDIUM)
            least = QFontMetricsF(font).height() * 0.95
            if count * least <= height:
                break
        return font, least

    def _draw(
        self, painter: QPainter, label: SideLabel, bounds: QRectF, true: float, place: float, *, leads: bool = True
    ) -> None:
        px, metrics = self._style.px, QFontMetricsF(painter.font())
        left = bounds.left() + px(LEAD)
        if leads:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._style.pen(label.colour or self._style.theme.quiet, 1.0))
            elbow = bounds.left() + px(4)
            painter.drawPolyline([QPointF(bounds.left() + 1, true), QPointF(elbow, true), QPointF(left - px(3), place)])
        if label.colour:
            draw_swatch(painter, label.colour, self._style, left, place)
        left += self._indent(label)
        painter.setPen(QColor(self._style.theme.text))
        text = metrics.elidedText(label.text, Qt.TextElideMode.ElideMiddle, bounds.right() - left - 2)
        painter.drawText(QPointF(left, place + (metrics.ascent() - metrics.descent()) / 2), text)

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(self.mapRectFromParent(self.geometry())).adjusted(0, -8, 0, 8)
