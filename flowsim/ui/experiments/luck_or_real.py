"""Is it luck, or real? Two ways to run the board on the same luck; and where the run on the board lies."""

from collections.abc import Iterator
from dataclasses import replace
from time import monotonic
from typing import Final

import numpy as np
from typing_extensions import override

from flowsim.charts import luck_chart, why_chart
from flowsim.charts.colours import Theme
from flowsim.charts.picture import Picture
from flowsim.charts.pinned_run import PinnedRun
from flowsim.domain.intervention_words import card_name
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import Phrase, digits, phrase
from flowsim.domain.problems import ScenarioProblems
from flowsim.domain.saved_experiments import SavedExperiment
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardId
from flowsim.experiments.answer import BACKLOG, Answer
from flowsim.experiments.answer_words import (
    CAUSES,
    FIGURE_WORDS,
    card_sentence,
    difference_sentence,
    luck_sentence,
    share_sentence,
    warnings,
    why_sentence,
)
from flowsim.experiments.comparison import Comparison, comparisons, plan_of_comparison
from flowsim.experiments.differing import settings_between
from flowsim.experiments.kept import kept_of, plan_kept
from flowsim.experiments.luck import RUNS as RUNS_LIKE_IT
from flowsim.experiments.luck import Luck, left_otherwise, lucks_of
from flowsim.experiments.plan import Plan
from flowsim.experiments.questions import playable, setting_words
from flowsim.experiments.run_figures import figures_by_name
from flowsim.session.pins import Pins
from flowsim.storage.settings import Settings
from flowsim.ui.experiments.background import Stopped, Work
from flowsim.ui.experiments.job_page import JobPage
from flowsim.ui.experiments.laboratory import TOLD_EVERY, Laboratory
from flowsim.ui.experiments.laboratory_export import LaboratoryExport
from flowsim.ui.experiments.which_limit_form import MOST_RUNS
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.question_form import button

RUNS: Final = 100
LUCK: Final = ("lead_time.mean", "throughput", "cycle_time.mean")
MOST_CAUSES: Final = 12
SMALL: Final = 0.01
"""Steps of the staircase; more of them, and those below that share of the largest, are drawn as one."""


class LuckOrReal(JobPage):
    """Compares, and places a run among others."""

    def __init__(self, laboratory: Laboratory, pins: Pins, theme: Theme) -> None:
        super().__init__(laboratory, theme, 1)
        self.pins = pins
        self.comparison: Comparison | None = None
        self.luck: list[Luck] = []
        self._chosen: PinnedRun | None = None
        self._chose = False
        self._about: object = None
        self._introduction = self.tr(
            "Is a difference real, or luck? Pin a run, change a setting, and compare on the same luck."
        )
        self._told = self._introduction
        self._build_form()
        self.export = LaboratoryExport(self.sheet, laboratory, self.drawn, self.played)
        self.export.written.connect(self.keep_folder)
        self.draw()

    def _build_form(self) -> None:
        self.first = ChoiceField(self.tr("Compare"), [])
        self.runs = NumberField(
            self.tr("Runs of each"), (phrase("run"), phrase("runs")), minimum=2, maximum=MOST_RUNS
        )  # fmt: skip
        self.form.add(self.tr("Compare the board as it is now with"), self.first)
        self.form.add(self.tr("Runs of each"), self.runs)
        self.compare = button(self.tr("Compare"), self.tr("Play both on the same luck"), "primary")
        self.place = button(
            self.tr("Was this run luck?"), self.tr("Play 1,000 runs with the same decisions and other luck")
        )  # fmt: skip
        self.form.add_widget(self.compare)
        self._note = self.form.add_note()
        self.form.add_widget(self.place)
        self.form.add_stretch()
        self.runs.show_value(RUNS)
        self.runs.asked.connect(self.runs.show_value)
        self.first.asked.connect(self._choose)
        self.compare.clicked.connect(self.run)
        self.place.clicked.connect(self.place_run)

    # The board

    @override
    def follow_board(self) -> None:
        pins = self.pins.pins
        self.first.offer([*((pin, pin.name) for pin in pins), (None, phrase("the settings at the start"))])
        if self._chosen not in pins and not (self._chosen is None and self._chose):
            self._chosen = pins[-1] if pins else None
        self.first.show_value(self._chosen)
        self._say_what_differs()
        self.draw()

    def _choose(self, pin: PinnedRun | None) -> None:
        self._chosen, self._chose = pin, True
        self._say_what_differs()

    def _other(self) -> tuple[Scenario, str]:
        """The board that is compared with, with the settings it had, and what it is called."""
        if (pin := self._chosen) is not None:
            return pin.run.conditions.in_force(pin.run.scenario), shown(pin.name)
        return self.laboratory.session.scenario, self.tr("at the start")

    def _difference(self) -> Settings | None:
        return settings_between(self._other()[0], self.laboratory.board)

    def _say_what_differs(self) -> None:
        its = self._difference()
        if its is None:
            words = self.tr("These are different boards: they differ by more than settings.")
        elif not its:
            words = self.tr("Nothing differs yet: pin a run (P), change a setting on the board, and compare here.")
        else:
            board = self.laboratory.board
            words = self.tr("Differs: {0}").format(", ".join(shown(setting_words(board, path)) for path in its))
        self._note.setText(words)
        self._note.show()
        self.compare.setEnabled(bool(its) and self.task is None)
        self.place.setEnabled(self.laboratory.session.now > 0 and self.task is None)

    # Running

    def run(self) -> None:
        """Play both."""
        settings, (other, name) = self._difference(), self._other()
        if self.task is not None or not settings:
            return
        runs = int(self.runs.typed or RUNS)
        try:
            plan = plan_of_comparison(other, settings, (name, self.tr("board now")), runs)
        except ScenarioProblems as problems:
            self.sheet.say(str(problems.problems[0]))
            return
        title = self.tr("{0} against {1}").format(*(each.name for each in plan.compare))
        if reason := self.keep(kept_of(plan, title, "luck_or_real")):
            self.sheet.say(reason)
            return
        self._compare(plan)

    def _compare(self, plan: Plan) -> None:
        its = self.laboratory

        def work(stopped: Stopped) -> Iterator[Comparison]:
            yield from comparisons(plan, its.pool, stopped, monotonic, TOLD_EVERY, its.known)

        self._begin(work)

    @override
    def open_kept(self, its: SavedExperiment) -> None:
        try:
            plan = plan_kept(its)
        except ScenarioProblems as problems:
            self.sheet.say(str(problems.problems[0]))
            return
        self.let_go()
        self.kept = its
        self.runs.show_value(plan.replications)
        self._compare(plan)
        if plan.scenario != playable(self._other()[0]) or plan.compare[-1].settings != self._difference():
            self._about = None

    def place_run(self) -> None:
        """Play a thousand others with the decisions of the run on the board."""
        if self.task is not None:
            return
        self.kept = None
        its, latest = self.laboratory, self.laboratory.session.latest
        scenario, done = self._board_and_past
        own = figures_by_name(LUCK, scenario, latest.flow, latest.staffing)

        def work(stopped: Stopped) -> Iterator[list[Luck]]:
            yield from lucks_of(scenario, done, own, its.pool, stopped=stopped)

        self._begin(work)

    def ask_about_card(self, card: CardId) -> None:
        """When would this card have left with the settings that the board is compared with?"""
        if self.task is not None:
            return
        scenario, done = self._board_and_past
        other, name = self._other()
        settings = settings_between(scenario, other)
        if not settings:
            self._say(self.tr("Pin a run with other settings first: this card is then asked about with those."))
            return
        self.kept = None
        title = card_name(card)

        def work(stopped: Stopped) -> Iterator[str]:
            if (moments := left_otherwise(scenario, done, card, settings, stopped)) is not None:
                yield card_sentence(title, name, *moments, scenario.time_unit)

        self._begin(work)

    @property
    def _board_and_past(self) -> tuple[Scenario, SavedSession]:
        """The board as it was at the start, and what has been done on it since."""
        session = self.laboratory.session
        return session.scenario, SavedSession(time=session.now, interventions=tuple(session.history.interventions))

    @override
    def look_like(self, before: "LuckOrReal") -> None:
        self.comparison, self.luck = before.comparison, before.luck
        self._told, self._about, self.kept = before._told, before._about, before.kept
        self._chosen, self._chose = before._chosen, before._chose
        self.runs.show_value(before.runs.typed)
        if before.task is not None:
            self.follow(before.task)
        self.follow_board()

    def _begin(self, work: Work) -> None:
        """Find out something else; what was found before goes."""
        self._say("")
        self._about = self._of_now
        self.follow(self.laboratory.begin(work))

    def _say(self, words: str) -> None:
        """A sentence, and nothing else on view."""
        self.comparison, self.luck, self._told = None, [], words
        self.draw()

    @property
    def _of_now(self) -> tuple[Scenario, tuple[Intervention, ...]]:
        """What an answer is about: the board, and what people have done."""
        session = self.laboratory.session
        return session.scenario, tuple(session.history.interventions)

    @override
    def take(self, told: Comparison | list[Luck] | str) -> None:
        if isinstance(told, Comparison):
            self.comparison = told
        elif isinstance(told, list):
            self.luck = told
        else:
            self._told = told
        self.show_state()
        self.draw()

    @override
    def fail(self, error: Exception) -> None:
        self._told = str(error)

    @override
    def show_state(self) -> None:
        self._say_what_differs()
        if self.task is None:
            self.sheet.show_progress(None)
        elif self.comparison is not None:
            its = self.comparison.answer
            self.sheet.show_progress(
                its.share, phrase("{0} of {1} runs", digits(its.runs, ","), digits(its.at_most, ","))
            )
        else:
            many = len(self.luck[0].others) if self.luck else 0
            self.sheet.show_progress(
                many / RUNS_LIKE_IT, phrase("{0} of {1} runs", digits(many, ","), digits(RUNS_LIKE_IT, ","))
            )

    @override
    def forget(self) -> None:
        self.let_go()
        self._chosen, self._chose = None, False
        self._say(self._introduction)
        self.sheet.show_progress(None)

    # What is on view

    @override
    def draw(self) -> None:
        self.sheet.export.setVisible(bool(self.luck) or self.played() is not None)
        if self.comparison is not None and self.comparison.answer.replications:
            self._draw_comparison(self.comparison)
        elif self.luck:
            self._draw_luck(self.luck)
        else:
            self.sheet.say(self._told, self._steps if self._told == self._introduction else ())
            self.sheet.show_picture(0, None)

    def _draw_comparison(self, its: Comparison) -> None:
        answer = its.answer
        first = difference_sentence(answer, answer.figures[0])
        headline = first if answer.done else phrase("So far: {0}", first)
        others: list[str] = [difference_sentence(answer, figure) for figure in answer.figures[1:]]
        shares: list[str] = [share_sentence(share, answer) for share in its.shares]
        if its.why_no_shares:
            shares.append(phrase("What each change contributes cannot be told: {0}", its.why_no_shares))
        why = why_sentence(answer)
        notes = [*self._changed, *self.where_written, *warnings(answer)]
        self.sheet.say(headline, [*([why] if why else []), *others, *shares], notes)
        self.sheet.show_picture(0, self._why(answer, self.theme))

    @property
    def _steps(self) -> list[str]:
        """What to do, where nothing was found out yet."""
        return [
            self.tr("1. On the board (key 1) press P: the run as it is stays, as Run A."),
            self.tr("2. Change a limit, a number of people, or whatever you like, and come back here (key 2)."),
            self.tr(
                "3. Compare. Both ways are played a hundred times on the same luck, and the difference is explained."
            ),
            self.tr("Or ask whether the run on the board was luck: it is placed among a thousand like it."),
        ]

    @property
    def _changed(self) -> list[Phrase]:
        """Said where the answer is about a board that is no more so."""
        return [] if self._about == self._of_now else [phrase("The board has changed since these runs.")]

    def _why(self, answer: Answer, theme: Theme) -> Picture:
        unit = FIGURE_WORDS["lead_time.mean"].unit(answer.plan.scenario.time_unit)
        means = [interval.mean for interval in answer.intervals("lead_time.mean")]
        parts = sorted(answer.parts, key=lambda part: -abs(part.interval.mean))
        least = SMALL * abs(parts[0].interval.mean) if parts else 0.0
        many = sum(abs(part.interval.mean) >= least for part in parts[:MOST_CAUSES])
        causes = [
            why_chart.Cause(phrase("{0}: {1}", self._place(answer, part.place), CAUSES[part.cause]), part.interval.mean,
                            part.interval.low, part.interval.high) for part in parts[:many]
        ]  # fmt: skip
        if rest := sum(part.interval.mean for part in parts[many:]):
            causes.append(why_chart.Cause(phrase("all others"), rest, np.nan, np.nan))
        return why_chart.picture(phrase("Lead time, from one to the other"), unit, (answer.names[0], answer.names[1]),
                                 (means[0], means[1]), causes, theme)  # fmt: skip

    def _place(self, answer: Answer, place: int) -> str | Phrase:
        return phrase("Backlog") if place == BACKLOG else answer.plan.scenario.columns[place].title

    def _draw_luck(self, luck: list[Luck]) -> None:
        lines = [luck_sentence(its) for its in luck]
        self.sheet.say(lines[0], lines[1:], self._changed)
        self.sheet.show_picture(0, self._place_of(luck[0], self.theme))

    def _place_of(self, its: Luck, theme: Theme) -> Picture:
        words = FIGURE_WORDS[its.figure]
        return luck_chart.picture(words.head, words.unit(self.laboratory.board.time_unit), its.own, its.others, theme)

    def played(self) -> Plan | None:
        """The plan of what is on view."""
        if self.comparison is None or not self.comparison.answer.replications:
            return None
        answer = self.comparison.answer
        return replace(answer.plan, replications=answer.replications)

    def drawn(self, theme: Theme) -> list[Picture]:
        """The chart, in the colours of a theme."""
        if self.comparison is not None:
            return [self._why(self.comparison.answer, theme)]
        return [self._place_of(self.luck[0], theme)]
