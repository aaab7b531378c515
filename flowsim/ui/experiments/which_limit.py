"""Which limit? One setting of the board varies, or two; the answer draws while the runs come in."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from typing_extensions import override

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Floats, Picture
from flowsim.domain import units
from flowsim.domain.phrases import Phrase, digits, phrase
from flowsim.domain.problems import ScenarioProblems
from flowsim.domain.saved_experiments import SavedExperiment
from flowsim.domain.scenario import Scenario
from flowsim.experiments.answer import Answer
from flowsim.experiments.answer_words import FIGURE_WORDS, best_sentence, warnings
from flowsim.experiments.kept import kept_of, plan_kept, questions_kept, title_of
from flowsim.experiments.plan import Plan
from flowsim.experiments.questions import (
    Question,
    horizon_for,
    plan_of,
    playable,
    question_about,
    questions_of,
    ready_made,
    usable,
)
from flowsim.session.scenario_edits import Edit
from flowsim.storage.settings import with_settings
from flowsim.ui.experiments.answer_pictures import Theory, details, names_of, picture, theory_beside, warm_up_picture
from flowsim.ui.experiments.laboratory import Laboratory
from flowsim.ui.experiments.laboratory_export import LaboratoryExport
from flowsim.ui.experiments.ready_made_buttons import ReadyMadeButtons
from flowsim.ui.experiments.typed_values import MOST_VALUES, question_with, text_of
from flowsim.ui.experiments.which_limit_form import MOST_RUNS, WhichLimitForm
from flowsim.ui.text.language import shown

WARM_UP: Final = 2
"""The place of the chart that shows the warm-up."""

LEAST_DRAG: Final = 0.001
"""Share of a run by which the end of the warm-up must have been dragged."""

MOST_WARM_UP: Final = 0.9
"""Share of a run that a warm-up can be dragged over."""

RUNS: Final = 20


class WhichLimit(WhichLimitForm):
    """Signal: `board_asked` (an `Edit` that gives the board the settings of a point)."""

    board_asked = Signal(object)

    def __init__(self, laboratory: Laboratory, theme: Theme) -> None:
        super().__init__(laboratory, theme, 3)
        self._board: Scenario | None = None
        self._offered: list[Question] = []
        self._question: Question | None = None
        self._second: Question | None = None
        self._asked: tuple[Question, ...] = ()
        self._theory: Theory = {}
        self.answer: Answer | None = None
        self._pilot: Floats | None = None
        self._figure = ""
        self._connect_form()
        self.ready = ReadyMadeButtons()
        self.ready.asked.connect(self.ask)
        self.sheet.below.addWidget(self.ready)
        self.sheet.below.addStretch(0)
        self.export = LaboratoryExport(self.sheet, laboratory, self.drawn, self.played)
        self.export.written.connect(self.keep_folder)
        self.sheet.cell_clicked.connect(lambda _, cell: self._open(cell))
        self.sheet.plots[WARM_UP].let_warm_up_be_dragged()
        self.sheet.plots[WARM_UP].warm_up_dragged.connect(self._drag_warm_up)
        self.forget()

    def _connect_form(self) -> None:
        self.varies.asked.connect(self._choose)
        self.beside.asked.connect(self._choose_second)
        self.values.asked.connect(self._take_values)
        self.second_figure.asked.connect(self._choose_figure)
        for field in (self.runs, self.length, self.warm_up):
            field.asked.connect(field.show_value)
        self.warm_up.show_value(None)
        self.run_button.clicked.connect(self.run)
        self.more.clicked.connect(self.extend)
        self.runs.show_value(RUNS)

    # The board

    @override
    def follow_board(self) -> None:
        board = playable(self.laboratory.board)
        if board == self._board:
            return
        self._board = board
        self.draw()
        made = [question for each in ready_made(board) if (question := usable(board, each)) is not None]
        self._offered = [*made, *questions_of(board)]
        self.varies.offer([(place, each.title) for place, each in enumerate(self._offered)])
        alone = [(place, each.title) for place, each in enumerate(self._offered) if each.path]
        self.beside.offer([(-1, phrase("nothing else")), *alone])
        self._second = None
        self.beside.show_value(-1)
        unit = board.time_unit
        for part in (self.length, self.length_label, self.warm_up, self.warm_up_label):
            part.setVisible(not board.ends_by_itself)
        for field in (self.length, self.warm_up):
            field.count_in(units.ONE[unit], units.MANY[unit])
        self.warm_up.show_value(None)
        self.length.show_value(horizon_for(board))
        self.ready.offer(made)
        asked_before = None if self._question is None else self._question.title
        same = [each for each in self._offered if each.title == asked_before]
        self._ask(same[0] if same else self._offered[0])
        by_hand = not self.laboratory.board.rules.auto_pull
        self.note.setText(self.tr("People move the cards on this board. In these runs nobody is there, so cards are "
                                   "pulled by themselves."))  # fmt: skip
        self.note.setVisible(by_hand)

    def ask_about(self, path: str) -> None:
        """Ask what if the setting with this path were different, and run it."""
        self.follow_board()
        assert self._board is not None
        question = question_about(self._board, path)
        if question is None:
            self.show_problem(self.tr("That setting of this board cannot vary in an experiment; these here can."))
        else:
            self.ask(question)

    def ask(self, question: Question) -> None:
        """Ask this and run it."""
        self._second = None
        self.beside.show_value(-1)
        self._ask(question)
        self.run()

    def _choose(self, place: int) -> None:
        self._ask(self._offered[place])

    def _choose_second(self, place: int) -> None:
        chosen = None if place < 0 else self._offered[place]
        twice = chosen is not None and self._question is not None and chosen.path == self._question.path
        self._second = None if twice else chosen
        if twice:
            self.beside.show_value(-1)
        if self._second is not None and not (self._question and self._question.path):
            self._ask(next(each for each in self._offered if each.path and each is not self._second))
        self.show_problem("")

    def _ask(self, question: Question) -> None:
        assert self._board is not None
        question = self._question = usable(self._board, question) or question
        same = [place for place, each in enumerate(self._offered) if each.title == question.title]
        self.varies.show_value(same[0] if same else None)
        self.values.setVisible(bool(question.path))
        self.values_label.setVisible(bool(question.path))
        self.values.setModified(False)
        self.values.show_value(text_of(shown(each.name) for each in question.choices))
        if not question.path:
            self._second = None
            self.beside.show_value(-1)
        self.beside.setEnabled(bool(question.path))
        self.show_problem("")

    def _offer_figures(self, figure: str) -> None:
        """What the second chart can show of the answer on view."""
        if self.answer is None:
            return
        others = self.answer.figures[1:]
        self._figure = figure if figure in others else others[0]
        self.second_figure.offer([(name, FIGURE_WORDS[name].head) for name in others])
        self.second_figure.show_value(self._figure)

    def _choose_figure(self, figure: str) -> None:
        self._figure = figure
        self.draw()

    def _take_values(self, text: str) -> bool:
        """Other values for what varies, as somebody typed them; whether they can be tried."""
        question = self._question
        assert question is not None
        asked = question_with(question, text)
        if asked is None:
            self.show_problem(self.tr("Numbers with commas between them, such as 1, 2, 3, no limit; at least two and "
                                       "at most {0}.").format(MOST_VALUES))  # fmt: skip
            return False
        self._question = asked
        self.values.show_value(text)
        self.show_problem("")
        return True

    # Running

    def run(self) -> None:
        """Play it on the board as it is now; while it is being played, nothing."""
        self.follow_board()
        self.show_problem("")
        if self.task is not None or self._question is None or self._board is None:
            return
        if self.values.isModified() and self._question.path and not self._take_values(self.values.text()):
            return
        asked = (self._question,) if self._second is None else (self._question, self._second)
        runs = self.runs.typed or RUNS
        self.runs.show_value(runs)
        length = None if self._board.ends_by_itself else self.length.typed
        try:
            plan = plan_of(self._board, asked, int(runs), length, self.warm_up.typed)
        except ScenarioProblems as problems:
            self.show_problem(str(problems.problems[0]))
            return
        if plan.horizon is not None and plan.warm_up != "auto" and plan.warm_up >= plan.horizon:
            self.show_problem(self.tr("The warm-up must end before the run does."))
            return
        if reason := self.keep(kept_of(plan, title_of(asked), "which_limit")):
            self.show_problem(reason)
            return
        self._play(plan, asked)

    def _play(self, plan: Plan, asked: tuple[Question, ...]) -> None:
        self._asked = asked
        self._theory = theory_beside(plan.scenario, asked)
        self.follow(self.laboratory.answer(plan, names_of(asked)))

    @override
    def open_kept(self, its: SavedExperiment) -> None:
        try:
            plan = plan_kept(its)
        except ScenarioProblems as problems:
            self.show_problem(str(problems.problems[0]))
            return
        self.forget()
        self.kept = its
        asked = questions_kept(plan, its.title)
        self._ask(asked[0])
        self._second = asked[1] if len(asked) > 1 else None
        self.beside.show_value(self._place_of(self._second))
        self.runs.show_value(plan.replications)
        self.length.show_value(plan.horizon)
        self.warm_up.show_value(None if plan.warm_up == "auto" else plan.warm_up)
        self._play(plan, asked)

    @override
    def look_like(self, before: "WhichLimit") -> None:
        self._asked, self._theory, self.answer = before._asked, before._theory, before.answer
        self._pilot, self.kept = before._pilot, before.kept
        if before._question is not None:
            self._ask(before._question)
        if before._second is not None:
            self._choose_second(self._place_of(before._second))
        for mine, other in ((self.runs, before.runs), (self.length, before.length), (self.warm_up, before.warm_up)):
            mine.show_value(other.typed)
        self._offer_figures(before._figure)
        if before.task is not None:
            self.follow(before.task)
        self.draw()
        self.show_state()

    def _place_of(self, question: Question | None) -> int:
        """Where the question about one setting stands in the list; -1 if it does not."""
        path = None if question is None else question.path
        return next((place for place, each in enumerate(self._offered) if each.path == path), -1)

    def _drag_warm_up(self, end: float) -> None:
        """Count from another moment on: what is on view is reckoned anew."""
        answer = self.answer
        now = 0.0 if answer is None or answer.warm_up is None else answer.warm_up.time
        horizon = answer.plan.horizon if answer is not None else None
        if answer is None or horizon is None or self.task is not None or abs(end - now) < horizon * LEAST_DRAG:
            return
        start = float(f"{min(end, MOST_WARM_UP * horizon):.3g}")
        self.warm_up.show_value(start)
        self._play_again(replace(answer.plan, warm_up=start))

    def extend(self) -> None:
        """As many runs again of what is on view, beside those that are there."""
        its = self.answer
        if self.task is not None or its is None or not its.replications:
            return
        runs = min(2 * its.replications, MOST_RUNS)
        self.runs.show_value(runs)
        self._play_again(replace(its.plan, replications=runs))

    def _play_again(self, plan: Plan) -> None:
        """The questions on view, otherwise."""
        assert self.answer is not None
        if self.kept is not None and (reason := self.keep(kept_of(plan, self.kept.title, "which_limit"))):
            self.show_problem(reason)
            return
        self.follow(self.laboratory.answer(plan, self.answer.names))

    @override
    def take(self, answer: Answer) -> None:
        if self.answer is None or answer.names != self.answer.names or answer.plan.horizon != self.answer.plan.horizon:
            self._pilot = None
        self.answer = answer
        self._pilot = self._pilot if answer.pilot is None else answer.pilot
        self._offer_figures(self._figure)
        self.draw()
        self.show_state()

    @override
    def fail(self, error: Exception) -> None:
        self.show_problem(str(error))

    # What is on view

    @override
    def show_state(self) -> None:
        running, answer = self.task is not None, self.answer
        for part in (self.second_figure, self.second_label):
            part.setVisible(answer is not None)
        self.run_button.setEnabled(not running)
        self.more.setEnabled(not running and answer is not None and answer.replications > 0)
        self.ready.setVisible(answer is None and not running)
        self.sheet.export.setVisible(answer is not None and answer.replications > 0)
        if not running or answer is None:
            self.sheet.show_progress(0.0 if running else None, self._waits() if running else "")
            return
        self.sheet.show_progress(
            answer.share, phrase("{0} of {1} runs", digits(answer.runs, ","), digits(answer.at_most, ","))
        )  # fmt: skip

    def _waits(self) -> Phrase:
        begun = self.task is not None and self.task.begun
        return phrase("finding the warm-up") if begun else phrase("waits for the experiment before it")

    @override
    def draw(self) -> None:
        answer = self.answer
        if answer is None or not self._asked:
            return
        said = phrase("{0}: {1}", self._asked[0].axis, best_sentence(answer, answer.figures[0]))
        headline = said if self.task is None else phrase("So far: {0}", said)
        changed = [phrase("The board has changed since these runs.")] if self._changed else []
        notes = [*changed, *self.where_written, *warnings(answer)]
        self.sheet.say(headline, details(answer, self._theory, self._asked), notes)
        drawn = self.drawn(self.theme)
        for number in range(len(self.sheet.plots)):
            self.sheet.show_picture(number, drawn[number] if number < len(drawn) else None)

    def played(self) -> Plan | None:
        """The plan of what is on view."""
        its = self.answer
        return None if its is None or not its.replications else replace(its.plan, replications=its.replications)

    def drawn(self, theme: Theme) -> list[Picture]:
        """All charts, in the colours of a theme."""
        assert self.answer is not None
        figures = self.answer.figures[0], self._figure
        pictures = [picture(self.answer, figure, self._asked, self._theory, theme) for figure in figures]
        if (pilot := self._pilot) is not None:
            pictures.append(warm_up_picture(self.answer, pilot, theme))
        return pictures

    def _open(self, cell: int) -> None:
        """The board of a point, to play."""
        answer = self.answer
        if answer is None:
            return
        board = self.laboratory.board
        if self._changed:  # the runs alone were without people
            board = with_settings(answer.plan.scenario, {"rules.auto_pull": board.rules.auto_pull})
        after = with_settings(board, answer.plan.cells[cell].settings)
        self.board_asked.emit(Edit(after, phrase("try {0}", shown(answer.names[cell]))))

    @property
    def _changed(self) -> bool:
        """Whether the board is another one than the one that was played."""
        return self.answer is not None and playable(self.laboratory.board) != self.answer.plan.scenario

    @override
    def forget(self) -> None:
        self.let_go()
        self.answer, self._pilot, self._asked = None, None, ()
        for number in range(len(self.sheet.plots)):
            self.sheet.show_picture(number, None)
        self.sheet.say(self.tr("Choose what varies, and run it: the answer draws while the runs come in."))
        self.show_state()
