"""Where the charts of a sheet stand: one alone, or a wall of them in as many columns as their labels have room for."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from flowsim.ui.style.theme import SPACE_3, px

MOST_COLUMNS: Final = 2
LEAST_WIDTH: Final = 300
"""Pixels, at the usual size of text, that a chart needs beside another one; with less they stand below each other."""


class ChartGrid(QWidget):
    """Charts in rows and columns, in their order. Emits `across_changed` when they take their places anew."""

    across_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE_3)
        self._charts: Sequence[QWidget] = ()
        self.across = 1

    def show_charts(self, charts: Sequence[QWidget]) -> None:
        """Give these charts their places."""
        self._charts = tuple(charts)
        self._place(self._room())

    def _room(self) -> int:
        room = max(self.width() // px(LEAST_WIDTH), 1)
        return min(room, MOST_COLUMNS, max(len(self._charts), 1))

    def _place(self, across: int) -> None:
        self.across = across
        for index, chart in enumerate(self._charts):
            self._layout.addWidget(chart, index // across, index % across)
        for column in range(MOST_COLUMNS):
            self._layout.setColumnStretch(column, int(column < across))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (across := self._room()) != self.across:
            self._place(across)
            self.across_changed.emit()
