"""A round of one's own: what to predict, where it ends, and whether results stay hidden until they are revealed."""

from typing import Final

from PySide6.QtCore import Signal

from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.exercises import RoundPlan
from flowsim.domain.phrases import phrase
from flowsim.domain.predictions import ChoiceQuestion, Claim, NumberQuestion, Option, PointQuestion, Question
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.question_form import QuestionForm, button

CROSSINGS: Final = 10
"""So many times the mean work on one card a round takes, unless people say otherwise."""


class RoundForm(QuestionForm):
    """Asks for a round on a board. Signals: `begun` (a `RoundPlan`), `complained` (what is allowed instead)."""

    begun = Signal(object)
    complained = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._board: Scenario | None = None
        title = self.add_note("title")
        title.setText(self.tr("A round of your own"))
        title.show()
        says = self.add_note("small")
        says.setText(self.tr("Everybody guesses, the guesses are locked, the run goes to its end, and both are shown."))
        says.show()
        self.first = ChoiceField(self.tr("What to predict"), [])
        self.second = ChoiceField(self.tr("And besides"), [])
        self.until = NumberField(self.tr("The round ends at"), (phrase("day"), phrase("days")), above=True)
        self.hidden = ChoiceField(
            self.tr("Results"), [(False, phrase("on view")), (True, phrase("hidden until revealed"))]
        )
        self.add(self.tr("What to predict"), self.first)
        self.add(self.tr("And besides"), self.second)
        self.add(self.tr("The round ends at"), self.until)
        self.add(self.tr("Results"), self.hidden)
        self.begin = button(self.tr("Begin a round"), self.tr("Go to the board and predict"), "primary")
        self.begin.clicked.connect(self._begin)
        self.add_widget(self.begin)
        self.add_stretch()
        self.until.complained.connect(self.complained)
        self._choice: dict[str, str] = {"first": "lead", "second": ""}
        self.first.asked.connect(lambda name: self._choice.update(first=name))
        self.second.asked.connect(lambda name: self._choice.update(second=name))
        self._hides = False
        self._last: Time | None = None
        self.hidden.asked.connect(self._hide)
        self.hidden.show_value(value=False)

    def show_board(self, board: Scenario, last: Time | None) -> None:
        """Ask about this board; a round ends where the `last` one did, unless somebody says otherwise."""
        if board is self._board and last == self._last:
            return
        self._board, self._last = board, last
        kinds = [(name, question.text) for name, question in questions_for(board).items()]
        self.first.offer([*kinds, ("none", phrase("nothing"))])
        self.second.offer([("", phrase("nothing more")), *kinds])
        self.first.show_value(self._choice["first"])
        self.second.show_value(self._choice["second"])
        self.until.count_in(units.ONE[board.time_unit], units.MANY[board.time_unit])
        end = board.horizon or last or nice_ceiling(CROSSINGS * sum(board.mean_work))
        self.until.show_value(end)

    def _hide(self, hidden: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        self._hides = hidden

    def _begin(self) -> None:
        if self._board is None:
            return
        if self.until.typed is None:
            self.complained.emit(self.until.allowed)
            return
        asked = questions_for(self._board)
        chosen = dict.fromkeys(name for name in self._choice.values() if name in asked)
        questions = tuple(asked[name] for name in chosen)
        self.begun.emit(RoundPlan(until=self.until.typed, hidden=self._hides, questions=questions))


def questions_for(board: Scenario) -> dict[str, Question]:
    """What can be asked of any board, by a short name; texts in the language on view, as they are kept."""
    work = [column for column in board.columns if not column.is_queue]
    options = tuple(Option(text=column.title, holds=Claim(bottleneck=column.id)) for column in work[:12])
    asked: dict[str, Question] = {
        "lead": NumberQuestion(text=shown(phrase("How long is the lead time on average?")), figure="lead_time.mean"),
        "finished": NumberQuestion(text=shown(phrase("How many cards will be delivered?")), figure="finished"),
        "line": PointQuestion(text=shown(phrase("Where will the line of delivered cards be?")), curve="finished"),
        "wip": NumberQuestion(text=shown(phrase("How much work in progress on average?")), figure="wip"),
        "throughput": NumberQuestion(text=shown(phrase("What will the throughput be?")), figure="throughput"),
    }
    if len(options) > 1:
        asked["bottleneck"] = ChoiceQuestion(text=shown(phrase("Which column is the bottleneck?")), options=options)
    return asked
