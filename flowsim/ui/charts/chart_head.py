"""The row above the charts: which one is on view, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from flowsim.ui.charts.chart_menu import fill_export_menu
from flowsim.ui.charts.chart_tabs import ChartTabs, flat_button
from flowsim.ui.style.theme import SPACE_1


class ChartHead(QWidget):
    """Tabs and buttons: `follow` now, read off between two `lines`, the `wall` of six, copy and export.

    Signals: `export_asked` (ending, scale), `all_asked` (every chart in one PDF), `copy_asked`.
    """

    export_asked = Signal(str, float)
    all_asked = Signal()
    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tabs = ChartTabs()
        self.follow = flat_button(self.tr("Follow now"), self.tr("Show the whole run again, and go on with it"))
        self.lines = flat_button(
            self.tr("Read off"),
            self.tr("Drag over the chart: arrivals, departures, work in progress and cycle time (or Shift and drag)"),
        )
        self.lines.setCheckable(True)
        self.wall = flat_button(self.tr("Wall"), self.tr("Show six charts at once, in place of the board (F4)"))
        self.wall.setCheckable(True)
        copy = flat_button(self.tr("Copy"), self.tr("Copy the chart as a picture (Ctrl+Shift+C)"))
        copy.clicked.connect(self.copy_asked)
        row = QHBoxLayout(self)
        row.setSpacing(SPACE_1)
        row.setContentsMargins(0, 0, SPACE_1, 0)
        row.addWidget(self.tabs, 1)
        for button in (self.follow, self.lines, self.wall, copy, self._export_button()):
            row.addWidget(button)

    def _export_button(self) -> QToolButton:
        export = flat_button(self.tr("Export"), self.tr("Save the chart as PNG, SVG, PDF, or its data as CSV"))
        export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(export)
        fill_export_menu(menu, self.export_asked.emit, self.all_asked.emit)
        export.setMenu(menu)
        return export
