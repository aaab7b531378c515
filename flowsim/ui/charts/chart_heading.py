"""What stands above a chart: its title, on paper also how to read it and which run it shows, and the legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from flowsim.charts.picture import Label
from flowsim.ui.charts.chart_legend import APART, draw_entry, entry_width
from flowsim.ui.charts.chart_style import NORMAL, ChartStyle
from flowsim.ui.style.theme import SEMIBOLD, SMALL, TITLE

INSET: Final = 6.0
LINE: Final = 1.36
"""Height of a line, in sizes of its text."""


@dataclass(frozen=True)
class HeadingText:
    """A `title`, and `lines` below it; a long line is wrapped."""

    title: str = ""
    large: bool = False
    lines: tuple[str, ...] = ()


class ChartHeading(pg.GraphicsWidget):
    """Lines of text one under the other, and the legend in as many rows as it needs."""

    def __init__(self, style: ChartStyle) -> None:
        super().__init__()
        self._style = style
        self._text = HeadingText()
        self._legend: tuple[Label, ...] = ()
        self._lines: list[tuple[str, int, QFont.Weight]] = []
        self._rows: list[list[tuple[float, Label]]] = []

    def show_heading(self, text: HeadingText, legend: Sequence[Label], style: ChartStyle, width: float) -> None:
        """Show this above a chart that is so wide in all."""
        wanted = text, tuple(legend), style
        if wanted != (self._text, self._legend, self._style) or width != self.size().width():
            self._text, self._legend, self._style = wanted
            self._break(width - 2 * style.px(INSET))
            self.setFixedHeight(self._height())
            self.update()

    def setFixedHeight(self, height: float) -> None:
        """Be as high as this."""
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)
        self.setPreferredHeight(height)

    def _break(self, width: float) -> None:
        """Texts into lines, and the legend into rows."""
        title, metrics = self._title_size, self._style.metrics
        self._lines = []
        if self._text.title:
            elided = metrics(title, SEMIBOLD).elidedText(self._text.title, Qt.TextElideMode.ElideRight, width)
            self._lines.append((elided, title, SEMIBOLD))
        for text in self._text.lines:
            self._lines += [(part, SMALL, NORMAL) for part in self._wrapped(text, width)]
        self._rows, right = [], width + 1
        for label in self._legend:
            needed = entry_width(label, self._style)
            if right + needed > width:
                self._rows.append([])
                right = 0.0
            self._rows[-1].append((right, label))
            right += needed + self._style.px(APART)

    def _wrapped(self, text: str, width: float) -> list[str]:
        layout = QTextLayout(text, self._style.font(SMALL))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        parts: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            parts.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
        return parts

    @property
    def _title_size(self) -> int:
        return TITLE if self._text.large else SMALL

    def _line_height(self, size: int) -> float:
        return self._style.px(size * LINE)

    def _height(self) -> float:
        texts = sum(self._line_height(size) for _, size, _ in self._lines)
        legend = len(self._rows) * self._line_height(SMALL)
        return float(texts + legend + (self._style.px(4) if texts or legend else 0.0))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme, left, top = self._style.theme, self._style.px(INSET), 0.0
        for text, size, weight in self._lines:
            painter.setFont(self._style.font(size, weight))
            painter.setPen(QColor(theme.text if weight == SEMIBOLD else theme.quiet))
            painter.drawText(QPointF(left, top + self._style.px(size * 1.05)), text)
            top += self._line_height(size)
        for row in self._rows:
            for right, label in row:
                draw_entry(painter, label, self._style, left + right, top + self._line_height(SMALL) / 2)
            top += self._line_height(SMALL)
