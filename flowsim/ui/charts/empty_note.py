"""What stands in place of a chart that has nothing to show yet."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from flowsim.ui.charts.chart_style import ChartStyle
from flowsim.ui.style.theme import SMALL


class EmptyNote(pg.GraphicsWidget):
    """A sentence in the middle, in as many lines as it needs."""

    def __init__(self, style: ChartStyle) -> None:
        super().__init__()
        self.chart_style = style
        self.text = ""

    def show_text(self, text: str, area: QRectF) -> None:
        """Say this in the middle of `area`; nothing, if it is empty."""
        self.text = text
        self.setGeometry(area)
        self.setVisible(bool(text))
        self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        inset = self.chart_style.px(12)
        painter.setFont(self.chart_style.font(SMALL))
        painter.setPen(QColor(self.chart_style.theme.quiet))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(inset, 0, -inset, 0), int(flags), self.text)
