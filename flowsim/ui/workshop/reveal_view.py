"""What came of the predictions: guess and outcome in one picture and one sentence each."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowsim.charts import prediction_chart
from flowsim.charts.colours import Theme
from flowsim.charts.options import steps_of
from flowsim.charts.picture import Floats, Picture, staircase
from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.domain.predictions import ChoiceQuestion, NumberQuestion, PointQuestion, Prediction
from flowsim.domain.scenario import Scenario
from flowsim.metrics import RunView
from flowsim.session.outcome_words import guess_in_words, in_a_sentence, outcome_in_words, unit_of
from flowsim.session.outcomes import Outcome, tally_of
from flowsim.session.room_answers import score_of
from flowsim.session.room_pictures import room_picture
from flowsim.session.room_words import beside_its_members, of_the_middle_half, said_by_room, with_other_luck
from flowsim.session.round_table import is_share
from flowsim.ui.charts.chart_heading import HeadingText
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import window_style
from flowsim.ui.style.theme import SPACE_1, SPACE_3, px
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.wrapped_label import WrappedLabel

NUMBER_HEIGHT: Final = 96
POINT_HEIGHT: Final = 150
ROOM_HEIGHT: Final = 190
PIXELS: Final = 400
NO_OTHERS: Final[Mapping[int, Floats]] = {}


class RevealView(QWidget):
    """A question after the other, each with what was guessed and what came."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_3)
        self.sentences: list[str] = []

    def show_outcomes(
        self, predictions: Sequence[Prediction], outcomes: Sequence[Outcome], run: RunView, theme: Theme,
        others: Mapping[int, Floats] = NO_OTHERS,
    ) -> None:  # fmt: skip
        """Show these, in place of those there were; `others` has what came with other luck, by place."""
        self.clear()
        for place, (prediction, outcome) in enumerate(zip(predictions, outcomes, strict=True)):
            self._column.addWidget(self._one(prediction, outcome, run, theme))
            if prediction.room:
                self._column.addWidget(self._room(prediction, outcome, run.scenario, others.get(place), theme))

    def clear(self) -> None:
        """Show nothing."""
        self.sentences = []
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _one(self, prediction: Prediction, outcome: Outcome, run: RunView, theme: Theme) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        said = shown(in_a_sentence(prediction, outcome, run.scenario))
        self.sentences.append(said)
        column.addWidget(WrappedLabel(prediction.question.text, "quiet"))
        if isinstance(prediction.question, ChoiceQuestion):
            column.addWidget(_options(prediction, prediction.question, outcome))
        elif (picture := picture_of(prediction, outcome, run, theme)) is not None:
            plot = ChartPlot(window_style(theme))
            plot.heading = HeadingText("")
            plot.fix_height(px(NUMBER_HEIGHT if isinstance(prediction.question, NumberQuestion) else POINT_HEIGHT))
            plot.setMinimumWidth(px(120))
            column.addWidget(plot)
            plot.show_picture(picture)
        column.addWidget(WrappedLabel(f"✓ {said}" if outcome.right else said, "right" if outcome.right else ""))
        return part

    def _room(
        self, prediction: Prediction, outcome: Outcome, board: Scenario, others: Floats | None, theme: Theme
    ) -> QWidget:  # fmt: skip
        """What the room said beside what came, and beside what could have come."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        lines: list[str] = [phrase("The room: {0}.", said_by_room(prediction, board))]
        if (score := score_of(prediction, outcome)) is not None:
            lines += [beside_its_members(score), of_the_middle_half(score)]
        if others is not None and isinstance(prediction.question, NumberQuestion):
            lines += with_other_luck(prediction, outcome, others)
        said = [shown(line) for line in lines if line]
        self.sentences += said
        if not isinstance(prediction.question, PointQuestion):  # the room's points stand in the picture above
            plot = ChartPlot(window_style(theme))
            plot.heading = HeadingText("")
            plot.setMinimumWidth(px(120))
            picture = room_picture(prediction, outcome, board, others, theme)
            plot.fix_height(px(60 + 30 * len(picture.y.names) if picture.y.names else ROOM_HEIGHT))
            column.addWidget(plot)
            plot.show_picture(picture)
        for line in said:
            column.addWidget(WrappedLabel(line, "small"))
        return part


def picture_of(prediction: Prediction, outcome: Outcome, run: RunView, theme: Theme) -> Picture | None:
    """Guess and outcome of a number or a point in one picture; None for a choice."""
    board, question = run.scenario, prediction.question
    match question:
        case NumberQuestion(figure=figure):
            scale = 100.0 if is_share(figure) else 1.0
            guess = prediction.guess[0] * scale if prediction.guess else float("nan")
            words = shown(guess_in_words(prediction, board)), shown(outcome_in_words(prediction, outcome, board))
            return prediction_chart.of_a_number(
                question.text,
                shown(unit_of(prediction, board)),
                (guess, words[0]),
                (scale * outcome.value, words[1]),
                theme,
            )
        case PointQuestion(curve=curve):
            point = (prediction.guess[0], prediction.guess[1]) if prediction.guess else None
            unit, came = shown(units.MANY[board.time_unit]), _curve(run, curve)
            if came is None:
                return None
            return prediction_chart.of_a_point(question.text, unit, came, point, outcome.value, theme, prediction.room)
        case _:
            return None


def _curve(run: RunView, curve: str) -> tuple[Floats, Floats] | None:
    if curve in ("finished", "arrived"):
        return staircase(run.flow.lines[-1 if curve == "finished" else 0], 0.0, run.now, PIXELS)
    tally = tally_of(run, curve)
    if tally is None:
        return None
    edges, values = steps_of(run.flow, [tally], 0.0, run.now, PIXELS)
    return edges, np.asarray(values[0], dtype=np.float64)


def _options(prediction: Prediction, question: ChoiceQuestion, outcome: Outcome) -> QWidget:
    """Every answer, with a mark at ours and at what came true."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, option in enumerate(question.options):
        ours = bool(prediction.guess) and prediction.option == place
        mark = "✓" if place in outcome.options else "○" if ours else "·"
        role = "better" if place in outcome.options else "" if ours else "small"
        column.addWidget(WrappedLabel(f"{mark}  {option.text}", role))
    return part
