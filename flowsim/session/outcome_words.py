"""What came of a prediction, in sentences: guess, outcome, and by how much they differ."""

from math import isfinite

from flowsim.domain.figure_names import is_duration
from flowsim.domain.phrases import counted, digits, joined, phrase
from flowsim.domain.predictions import ChoiceQuestion, NumberQuestion, PointQuestion, Prediction
from flowsim.domain.scenario import Scenario
from flowsim.domain.units import MANY, at, briefly, counted_as
from flowsim.session.outcomes import Outcome
from flowsim.session.round_table import figure_in_words, is_share


def guess_in_words(prediction: Prediction, board: Scenario) -> str:
    """What was guessed, with its unit."""
    question, guess = prediction.question, prediction.guess
    if not guess:
        return phrase("no guess")
    match question:
        case NumberQuestion(figure=figure):
            return _figure(figure, guess[0], board)
        case ChoiceQuestion(options=options):
            return options[prediction.option].text
        case PointQuestion():
            return phrase("{0} at {1}", _cards(guess[1]), at(briefly(guess[0]), board.time_unit))


def outcome_in_words(prediction: Prediction, outcome: Outcome, board: Scenario) -> str:
    """What came, with its unit; a dash where nothing can be said."""
    match prediction.question:
        case NumberQuestion(figure=figure):
            return _figure(figure, outcome.value, board)
        case ChoiceQuestion(options=options):
            right = [options[place].text for place in outcome.options]
            return joined(", ", right) if right else phrase("none of them") if outcome.known else phrase("–")
        case PointQuestion():
            return _cards(outcome.value) if isfinite(outcome.value) else phrase("–")


def in_a_sentence(prediction: Prediction, outcome: Outcome, board: Scenario) -> str:
    """Guess and outcome side by side, and how far apart they are."""
    guess, came = guess_in_words(prediction, board), outcome_in_words(prediction, outcome, board)
    if not prediction.guess:
        return phrase("It came to {0}; nobody guessed.", came)
    if isinstance(prediction.question, ChoiceQuestion):
        if outcome.right is None:
            return phrase("We said “{0}”; the run does not tell, or the round to compare with was not played.", guess)
        return (
            phrase("We said “{0}”, and so it was.", guess)
            if outcome.right
            else phrase("We said “{0}”; it was “{1}”.", guess, came)
        )
    if not isfinite(outcome.off):
        return phrase("We said {0}; nothing came that could be compared.", guess)
    if outcome.off == 0:
        return phrase("We said {0}, and so it was.", guess)
    apart = _apart(prediction, outcome, board)
    if outcome.off > 0:
        return phrase("We said {0}; it came to {1}: {2} too much.", guess, came, apart)
    return phrase("We said {0}; it came to {1}: {2} too little.", guess, came, apart)


def unit_of(prediction: Prediction, board: Scenario) -> str:
    """The unit in which a number is guessed, as it stands on an axis."""
    if isinstance(prediction.question, NumberQuestion):
        if is_duration(prediction.question.figure):
            return MANY[board.time_unit]
        return "%" if is_share(prediction.question.figure) else ""
    return ""


def _apart(prediction: Prediction, outcome: Outcome, board: Scenario) -> str:
    """How far guess and outcome are apart; from one on no finer than a tenth, because nobody guesses hundredths."""
    off = abs(outcome.off)
    if not isinstance(prediction.question, NumberQuestion):
        return _cards(off)
    figure = prediction.question.figure
    if is_share(figure):
        return phrase("{0} percentage points", digits(100 * off, ".0f"))
    return _figure(figure, round(off, 1) if off >= 1 else off, board)


def _figure(figure: str, value: float, board: Scenario) -> str:
    """A figure with its unit, where the table has it in its head."""
    if figure in ("finished", "unfinished") and isfinite(value):
        return _cards(value)
    return figure_in_words(figure, value, board.time_unit)


def _cards(many: float) -> str:
    return counted_as(counted("{0} cards", "{0} card", 0), digits(many, ",.0f"))
