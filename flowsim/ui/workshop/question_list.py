"""The questions of a round, one below the other, with the fields in which they are answered."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowsim.charts.colours import Theme
from flowsim.domain.workshop import RoundUnderWay
from flowsim.session.player import horizon_of
from flowsim.session.session import Session
from flowsim.ui.style.theme import SPACE_3
from flowsim.ui.workshop.question_field import QuestionField

LONGEST_RUN_ON_A_CHART: Final = 1_000.0
"""Where a run has no end, so far goes the chart that people point into, in time units."""


class QuestionList(QWidget):
    """Asks every question of a round. Signals: `guessed` (place of the question, numbers), `complained`."""

    guessed = Signal(int, object)
    complained = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[QuestionField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_3)

    @property
    def inputs(self) -> list[QWidget]:
        """What takes an answer, in the order in which one goes through it."""
        return [one for field in self.fields for one in field.inputs]

    def ask(self, session: Session, its: RoundUnderWay | None, theme: Theme) -> None:
        """Ask the questions of this round; None: no questions any more."""
        for field in self.fields:
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = []
        if its is None:
            return
        end = min(horizon_of(session.simulation), its.until or LONGEST_RUN_ON_A_CHART, LONGEST_RUN_ON_A_CHART)
        for place, prediction in enumerate(its.predictions):
            field = QuestionField(prediction, session.scenario, its.until or end, theme)
            field.guessed.connect(lambda guess, place=place: self.guessed.emit(place, guess))
            field.complained.connect(self.complained)
            self._column.addWidget(field)
            self.fields.append(field)
        for one, following in pairwise(self.inputs):
            QWidget.setTabOrder(one, following)

    def show_guesses(self, its: RoundUnderWay) -> None:
        """Show what was answered so far."""
        for field, prediction in zip(self.fields, its.predictions, strict=True):
            field.show_guess(prediction.guess)
