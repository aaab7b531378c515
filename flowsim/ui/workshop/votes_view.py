"""What the room chose, option by option, as bars."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowsim.charts import room_chart
from flowsim.charts.colours import Theme
from flowsim.ui.charts.chart_heading import HeadingText
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import window_style
from flowsim.ui.style.theme import px
from flowsim.ui.widgets.wrapped_label import WrappedLabel

ROW: Final = 30
BESIDE: Final = 60


class VotesView(QWidget):
    """A question and how many chose each of its options; `right` ones came true."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.question = WrappedLabel(role="title")
        self.plot = ChartPlot(window_style(theme))
        self.plot.heading = HeadingText("")
        self.plot.setMinimumWidth(px(120))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)
        column.addWidget(self.plot)

    def show_votes(
        self, question: str, options: Sequence[str], votes: Sequence[int], right: Sequence[int] = ()
    ) -> None:  # fmt: skip
        """Show these."""
        self.question.setText(question)
        self.plot.fix_height(px(BESIDE + ROW * len(options)))
        self.plot.show_picture(room_chart.of_options(question, options, votes, right, self._theme))
