"""A question of a round, and where its answer is put: a number, one of a few answers, or a point on a chart."""

from math import isfinite
from typing import Final

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flowsim.charts import prediction_chart
from flowsim.domain import units
from flowsim.domain.figure_names import is_duration
from flowsim.domain.phrases import phrase
from flowsim.domain.predictions import ChoiceQuestion, NumberQuestion, Prediction
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.session.round_table import is_share
from flowsim.ui.charts.chart_heading import HeadingText
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import window_style
from flowsim.ui.style.theme import SPACE_1, SPACE_2, Theme, px
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.wrapped_label import WrappedLabel
from flowsim.ui.workshop.option_list import OptionList

CHART_HEIGHT: Final = 150
FIRST_TOP: Final = 40.0
"""Cards at the top of an empty chart, before anybody has pointed higher."""

MOST_CARDS: Final = 1_000_000.0


class QuestionField(QWidget):
    """Asks one `question`. Signals: `guessed` (a list of numbers), `complained` (what is allowed instead)."""

    guessed = Signal(object)
    complained = Signal(str)

    def __init__(self, prediction: Prediction, board: Scenario, end: Time, theme: Theme) -> None:
        super().__init__()
        self.question = prediction.question
        self._board = board
        self._end = end
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_1)
        self._column.addWidget(WrappedLabel(prediction.question.text))
        self.options: OptionList | None = None
        self.numbers: list[NumberField] = []
        self.plot: ChartPlot | None = None
        question = prediction.question
        if isinstance(question, ChoiceQuestion):
            self._ask_choice(question)
        elif isinstance(question, NumberQuestion):
            self._ask_number(question)
        else:
            self._ask_point()
        self.show_guess(prediction.guess)

    @property
    def inputs(self) -> list[QWidget]:
        """What takes an answer, in the order in which one goes through it."""
        return [*(self.options.buttons if self.options is not None else ()), *self.numbers]

    def show_guess(self, guess: tuple[float, ...]) -> None:
        """Show what was answered so far."""
        if self.options is not None:
            self.options.show_choice(int(guess[0]) if guess else None)
        for field, value in zip(self.numbers, guess or (None,) * len(self.numbers), strict=False):
            field.show_value(value)
        if self.plot is not None:
            self._draw(guess)

    def _ask_choice(self, question: ChoiceQuestion) -> None:
        self.options = OptionList(question.text, [option.text for option in question.options])
        self.options.chosen.connect(lambda place: self.guessed.emit([place]))
        self._column.addWidget(self.options)

    def _ask_number(self, question: NumberQuestion) -> None:
        one, many, scale = unit_of_figure(question.figure, self._board)
        field = NumberField(question.text, (one, many), scale=scale, none="")
        field.setPlaceholderText(shown(many))
        field.asked.connect(lambda value: self.guessed.emit([] if value is None else [value]))
        field.complained.connect(self.complained)
        self.numbers = [field]
        self._column.addWidget(field)

    def _ask_point(self) -> None:
        unit = self._board.time_unit
        when = NumberField(self.tr("When"), (units.ONE[unit], units.MANY[unit]), maximum=self._end, none="")
        many = NumberField(self.tr("How many"), (phrase("card"), phrase("cards")), maximum=MOST_CARDS, none="")
        self.numbers = [when, many]
        when.setPlaceholderText(shown(units.ONE[unit]))
        many.setPlaceholderText(self.tr("cards"))
        self._column.addWidget(WrappedLabel(self.tr("Click in the chart, or type when and how many."), "small"))
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        for field in self.numbers:
            field.setMinimumWidth(px(80))
            field.asked.connect(lambda _: self._take_fields())
            field.complained.connect(self.complained)
            row.addWidget(field)
        row.addStretch(1)
        self.plot = ChartPlot(window_style(self._theme))
        self.plot.fix_height(px(CHART_HEIGHT))
        self.plot.setMinimumWidth(px(120))
        self.plot.view_box.clicked.connect(self._take_point)
        self._column.addWidget(self.plot)
        self._column.addLayout(row)

    def _take_fields(self) -> None:
        values = [field.typed for field in self.numbers]
        if all(value is not None for value in values):
            self.guessed.emit([value for value in values if value is not None])

    def _take_point(self, at: QPointF) -> None:
        assert self.plot is not None
        spot = self.plot.view_box.mapSceneToView(at)
        time, many = min(max(spot.x(), 0.0), self._end), max(round(spot.y()), 0)
        self.guessed.emit([round(time, 1), float(many)])

    def _draw(self, guess: tuple[float, ...]) -> None:
        assert self.plot is not None
        point = (guess[0], guess[1]) if len(guess) == 2 else None
        top = max(FIRST_TOP, 1.25 * point[1] if point is not None and isfinite(point[1]) else 0.0)
        unit = shown(units.MANY[self._board.time_unit])
        self.plot.heading = HeadingText("")
        self.plot.show_picture(prediction_chart.blank(
            self.question.text, unit, self._end, top, point, self._theme
        ))  # fmt: skip


def unit_of_figure(figure: str, board: Scenario) -> tuple[str, str, float]:
    """The unit in which people say a figure, one and many, and how many of it make one of what is meant."""
    unit = board.time_unit
    if is_duration(figure):
        return units.ONE[unit], units.MANY[unit], 1.0
    if figure == "throughput":
        return phrase("card {0}", units.PER[unit]), phrase("cards {0}", units.PER[unit]), 1.0
    if is_share(figure):
        return "%", "%", 100.0
    return ("", "", 1.0) if figure == "cost" else (phrase("card"), phrase("cards"), 1.0)
