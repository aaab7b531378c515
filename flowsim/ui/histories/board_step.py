"""Third page of an import: the board that fits best, how well it does, and what nobody can tell from dates."""

from collections.abc import Sequence

from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from flowsim.charts import fit_chart
from flowsim.domain.phrases import Phrase
from flowsim.experiments.fitting import Chosen
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import window_style
from flowsim.ui.histories.parts import fill, table_of
from flowsim.ui.histories.words import sentence
from flowsim.ui.style.theme import SPACE_2, SPACE_3, Theme, px
from flowsim.ui.text.language import said, shown
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea
from flowsim.ui.widgets.wrapped_label import WrappedLabel

CHART_HEIGHT = 200
PER_CENT = 100
ROW = 29


class BoardStep(QStackedWidget):
    """Shows how far the fit is, then what was found; or why there is no board."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.waiting = WrappedLabel(self.tr("A board is fitted to the history …"), "title")
        self.bar = QProgressBar()
        self.bar.setRange(0, PER_CENT)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(px(6))
        self.reason = WrappedLabel()
        self.verdict = WrappedLabel(role="title")
        self.sentences = WrappedLabel(role="quiet")
        self.plot = ChartPlot(window_style(theme))
        self.plot.fix_height(px(CHART_HEIGHT))
        self.columns = table_of(self.tr("Columns of the board"))
        self.addWidget(_page([self.waiting, self.bar]))
        self.addWidget(_page([self.reason]))
        self.addWidget(QuietScrollArea(_page([self.verdict, self.sentences, self.plot, self.columns])))

    @property
    def is_busy(self) -> bool:
        """Whether the fit still goes on."""
        return self.currentIndex() == 0

    def show_progress(self, share: float) -> None:
        """So much of the work is done; nothing else is on view until it is over."""
        self.bar.setValue(round(PER_CENT * share))
        self.setCurrentIndex(0)

    def show_reason(self, reason: str, more: Phrase | None) -> None:
        """Why there is no board, and what can be said nevertheless."""
        self.reason.setText(_lines([reason, *([shown(more)] if more else [])]))
        self.setCurrentIndex(1)

    def show_board(self, found: Chosen, fit: fit_chart.Fit, outlook: Phrase | None) -> None:
        """The board, its flow over the team's, and all that is to be said of it."""
        self.verdict.setText(sentence(shown(found.verdict)))
        told = [shown(one) for one in found.told]
        self.sentences.setText(_lines([*told, *([shown(outlook)] if outlook else [])]))
        self.plot.show_picture(fit_chart.picture(fit, self._theme))
        header = [self.tr("Column"), self.tr("Stay"), self.tr("Work"), self.tr("People")]
        header += [self.tr("Most there"), self.tr("Usually")]
        days = self.tr("{0} days")
        rows = [
            [
                its.name, days.format(said(its.stay.mean, ".1f")), days.format(said(its.work.mean, ".1f")),
                str(its.people), str(its.largest), self.tr("up to {0}").format(its.usual),
            ]
            for its in found.board.columns
        ]  # fmt: skip
        fill(self.columns, header, rows)
        self.columns.setFixedHeight(px(ROW) * (len(rows) + 1) + px(10))
        self.setCurrentIndex(2)


def _lines(sentences: Sequence[str]) -> str:
    return "\n".join(map(sentence, sentences))


def _page(parts: Sequence[QWidget]) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, SPACE_2, 0)
    column.setSpacing(SPACE_3)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return page
