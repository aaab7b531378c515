"""What the room said, what came, and what came with other luck, in one picture."""

from flowsim.charts import room_chart
from flowsim.charts.colours import Theme
from flowsim.charts.picture import Floats, Picture
from flowsim.domain.phrases import phrase
from flowsim.domain.predictions import ChoiceQuestion, NumberQuestion, Prediction
from flowsim.domain.scenario import Scenario
from flowsim.session.outcome_words import outcome_in_words, unit_of
from flowsim.session.outcomes import Outcome
from flowsim.session.room_answers import numbers_said, votes_of
from flowsim.session.round_table import is_share


def room_picture(
    prediction: Prediction, outcome: Outcome, board: Scenario, others: Floats | None, theme: Theme
) -> Picture:  # fmt: skip
    """The bars of a choice, or the histogram of numbers; `others` in order, None where nothing was played."""
    question = prediction.question
    if isinstance(question, ChoiceQuestion):
        texts = [option.text for option in question.options]
        return room_chart.of_options(question.text, texts, votes_of(prediction), outcome.options, theme)
    scale = 100.0 if isinstance(question, NumberQuestion) and is_share(question.figure) else 1.0
    came = scale * outcome.value, outcome_in_words(prediction, outcome, board)
    unit = unit_of(prediction, board) or phrase("cards")
    luck = None if others is None else scale * others
    return room_chart.of_numbers(question.text, unit, scale * numbers_said(prediction), came, luck, theme)
