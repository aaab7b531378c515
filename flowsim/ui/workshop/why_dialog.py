"""Why a branch differs from the run it left: a staircase from one mean lead time to the other."""

from math import nan

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from flowsim.charts import why_chart
from flowsim.charts.colours import Theme
from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.domain.words import TimeUnit
from flowsim.session.why_two_runs import Why
from flowsim.ui.charts.chart_heading import HeadingText
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import window_style
from flowsim.ui.style.theme import SPACE_3, SPACE_4, px
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.wrapped_label import WrappedLabel


class WhyDialog(QDialog):
    """Shows `why` the second run differs from the first, both called by `names`."""

    def __init__(self, why: Why, unit: TimeUnit, names: tuple[str, str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Why they differ"))
        causes = [why_chart.Cause(shown(name), mean, nan, nan) for name, mean in why.parts]
        self.picture = why_chart.picture(
            phrase("Lead time, from one to the other"), shown(units.MANY[unit]), names, why.means, causes, theme
        )
        plot = ChartPlot(window_style(theme))
        plot.heading = HeadingText(shown(self.picture.title))
        says = WrappedLabel(
            self.tr("These two runs had the same luck; with other luck the parts differ. Experiments plays many."),
            "quiet",
        )
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_3)
        column.addWidget(plot, 1)
        column.addWidget(says)
        column.addWidget(box)
        self.resize(px(680), px(420))
        plot.show_picture(self.picture)
        self._plot = plot
