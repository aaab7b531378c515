"""An axis beside a chart, as wide as what stands in it, or as its neighbours above and below it are."""

import pyqtgraph as pg

from flowsim.ui.charts.chart_style import ChartStyle


class SideAxis(pg.AxisItem):
    """A pyqtgraph axis whose width is ours: `needed_width` pixels, or more where charts one above the other align."""

    def __init__(self, orientation: str, style: ChartStyle, needed_width: float) -> None:
        super().__init__(orientation, maxTickLength=0)
        self.enableAutoSIPrefix(False)
        self._style = style
        self._least = 0.0
        self.needed_width = needed_width

    def need(self, width: float) -> None:
        """What stands in it takes so many pixels now."""
        self.needed_width = width
        self.leave(self._least)

    def leave(self, least: float) -> None:
        """Be at least so wide from now on."""
        self._least = least
        self.setWidth(self.room)

    @property
    def room(self) -> float:
        """How many pixels it takes, when it is laid out."""
        return max(self.needed_width, self._least)
