"""When will it be done? A fan that goes on from the board as it stands, and follows a hand that turns a setting."""

from typing import Final

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSlider
from typing_extensions import override

from flowsim.charts import fan_chart
from flowsim.charts.colours import Theme
from flowsim.charts.picture import Picture
from flowsim.domain import units
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import phrase
from flowsim.domain.problems import ScenarioProblems
from flowsim.domain.scenario import (
    Scenario,
)
from flowsim.domain.words import Time
from flowsim.domain.working_calendar import WorkingCalendar
from flowsim.experiments.acts import acts_for
from flowsim.experiments.fan import levels_of, moments
from flowsim.experiments.forecast import QUANTILES
from flowsim.experiments.forecast_words import (
    chance_sentence,
    how_many_sentence,
    out_of_reach,
    when_sentence,
)
from flowsim.experiments.questions import Question, questions_of
from flowsim.session.steps import Step
from flowsim.storage.settings import Settings
from flowsim.ui.experiments.futures import Asked, Futures, Source, source_of
from flowsim.ui.experiments.job_page import JobPage
from flowsim.ui.experiments.laboratory import Laboratory
from flowsim.ui.experiments.laboratory_export import LaboratoryExport
from flowsim.ui.style.theme import px
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.question_form import button

CARDS: Final = 30
MOST_CARDS: Final = 1_000
LOOK_EVERY: Final = 1000
"""Milliseconds between looks at how far the run has come, while it goes on."""

AHEAD: Final = 2.0
"""The fan reaches as many times as far as the throughput so far would need for the goal."""


class When(JobPage):
    """Signal: `step_asked` (a `Step` on the board, what was tried here)."""

    step_asked = Signal(object)

    def __init__(self, laboratory: Laboratory, theme: Theme) -> None:
        super().__init__(laboratory, theme, 1)
        self._questions: list[Question] = []
        self._question: Question | None = None
        self._again = False
        self._seen: tuple[Time, Scenario] | None = None
        self._problem = ""
        self.futures: Futures | None = None
        self._build_form()
        self.export = LaboratoryExport(self.sheet, laboratory, self.drawn, lambda: None)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._follow_run)

    def _build_form(self) -> None:
        self.cards = NumberField(
            self.tr("How many more cards"), (phrase("card"), phrase("cards")), minimum=1, maximum=MOST_CARDS
        )  # fmt: skip
        self.by = NumberField(self.tr("By when"), (phrase("day"), phrase("days")), above=True, none="")
        self.what_if = ChoiceField(self.tr("What if, from now on"), [])
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(1)
        self.slider.setMinimumHeight(px(24))
        self.slider.setAccessibleName(self.tr("Its value"))
        self.form.add(self.tr("How many more cards"), self.cards)
        self._by_label = self.form.add(self.tr("By when"), self.by)
        self._what_if_label = self.form.add(self.tr("What if, from now on"), self.what_if)
        self.value = self.form.add_note("quiet")
        self.form.add_widget(self.slider)
        self.do = button(self.tr("Do it on the board"), self.tr("Change the running board so, and go back to it"))
        self.form.add_widget(self.do)
        self.form.add_stretch()
        self.cards.show_value(CARDS)
        self.cards.asked.connect(self._take_cards)
        self.by.asked.connect(self._take_moment)
        self.what_if.asked.connect(self._choose)
        self.slider.valueChanged.connect(self._turn)
        self.do.clicked.connect(self._do)

    # The board

    @override
    def follow_board(self) -> None:
        session = self.laboratory.session
        board = self.laboratory.board
        unit = board.time_unit
        self._by_label.setText(self.tr("By which {0}").format(shown(units.ONE[unit])))
        self.by.count_in("", "")
        changeable = self._source.changeable
        self._questions = [each for each in questions_of(board) if changeable and self._possible(each)]
        settings = [(each.path, each.title) for each in self._questions]
        self.what_if.offer([("", phrase("nothing changes")), *settings])
        if self._question is not None:
            path = self._question.path
            self._question = next((each for each in self._questions if each.path == path), None)
        self.what_if.show_value(self._question.path if self._question else "")
        for part in (self._what_if_label, self.what_if):
            part.setVisible(changeable)
        self._show_slider()
        self._seen = session.now, board
        self._look_ahead()

    def _follow_run(self) -> None:
        its = self.laboratory.session.now, self.laboratory.board
        if not self.isVisible() or self.task is not None or its == self._seen:
            return
        if self._seen is None or its[1] != self._seen[1]:
            self.follow_board()
            return
        self._seen = its
        self._look_ahead()

    def _possible(self, question: Question) -> bool:
        """Whether people can change it in a running board."""
        other = next((each for place, each in enumerate(question.choices) if place != question.now), None)
        try:
            return other is not None and bool(self._acts(other.settings))
        except ScenarioProblems:
            return False

    def _acts(self, settings: Settings) -> tuple[Intervention, ...]:
        session = self.laboratory.session
        return acts_for(session.scenario, session.conditions, session.now, settings)

    # What is asked

    def _take_cards(self, cards: float) -> None:
        self.cards.show_value(round(cards))
        self._look_ahead()

    def _take_moment(self, by: Time | None) -> None:
        self.by.show_value(by)
        self._look_ahead()

    def _choose(self, path: str) -> None:
        self._question = next((each for each in self._questions if each.path == path), None)
        self._show_slider()
        self._look_ahead()

    def _show_slider(self) -> None:
        question = self._question
        self.slider.setVisible(question is not None)
        self.do.setVisible(question is not None)
        if question is not None:
            self.slider.setRange(0, len(question.choices) - 1)
            self.slider.setValue(question.now or 0)
        self._show_value()

    def _show_value(self) -> None:
        question = self._question
        self.value.setVisible(question is not None)
        if question is not None:
            name = shown(question.choices[self.slider.value()].name)
            self.value.setText(f"{shown(question.title)}: {name}")
            self.do.setEnabled(self.slider.value() != question.now)

    def _turn(self, _place: int) -> None:
        self._show_value()
        self._look_ahead()

    def _chosen(self) -> tuple[Intervention, ...]:
        """What is to be done now, by the slider."""
        question = self._question
        if question is None or self.slider.value() == question.now:
            return ()
        try:
            return self._acts(question.choices[self.slider.value()].settings)
        except ScenarioProblems:
            return ()

    def _do(self) -> None:
        if acts := self._chosen():
            self.step_asked.emit(Step(acts))

    # Looking ahead

    @property
    def why_not(self) -> str:
        """Why nothing can be said now; empty if something can."""
        return self._source.why_not(self._goal)

    @property
    def _source(self) -> Source:
        return source_of(self.laboratory.session, self.laboratory.pool)

    def _look_ahead(self) -> None:
        """Begin a new fan; the one under way is not wanted any more."""
        self._problem = ""
        if self.task is not None:
            self._again = True
            self.task.cancel()
            return
        if self.why_not:
            self.futures = None
            self.draw()
            return
        source, goal, far = self._source, self._goal, self._farthest
        now, by = source.now, source.moment(self.by.typed)
        inside = by if by is not None and now < by <= far else None
        until = max(now + AHEAD * goal / self._rate, inside or 0.0)
        asked = Asked(now, source.finished, goal, by, moments(now, min(until, far), inside), self._chosen())
        self.follow(self.laboratory.look_ahead(source.work(asked)))

    @property
    def _rate(self) -> float:
        """Cards finished in a unit of time so far."""
        session = self.laboratory.session
        return len(session.latest.flow.finishers) / session.now

    @property
    def _farthest(self) -> Time:
        """How far a fan can reach: what the throughput so far would need for very many cards."""
        return self.laboratory.session.now + 2 * AHEAD * MOST_CARDS / self._rate

    @property
    def _calendar(self) -> WorkingCalendar | None:
        return self.laboratory.session.scenario.calendar

    @property
    def _goal(self) -> int:
        """How many more cards are asked about: no more than will ever come."""
        return max(int(min(self.cards.typed or CARDS, self._source.left)), 1)

    @override
    def take(self, futures: Futures) -> None:
        self.futures = futures
        self.draw()

    @override
    def fail(self, error: Exception) -> None:
        self.futures, self._problem = None, str(error)

    @override
    def show_state(self) -> None:
        if self.task is None and self._again:
            self._again = False
            self._look_ahead()

    # What is on view

    @override
    def draw(self) -> None:
        its = self.futures
        self.sheet.export.setVisible(its is not None)
        if its is None:
            self.sheet.say(self._problem or self.why_not or self.tr("Looking ahead …"))
            self.sheet.show_picture(0, None)
            return
        unit = self.laboratory.board.time_unit
        self.sheet.say(
            when_sentence(its.asked.goal, its.reached, unit, its.times[-1], self._calendar), self._details(its)
        )
        self.sheet.show_picture(0, self.drawn(self.theme)[0])

    def drawn(self, theme: Theme) -> list[Picture]:
        """The fan, in the colours of a theme."""
        its = self.futures
        assert its is not None
        asked = its.asked
        *levels, upper = len(asked.finished) + levels_of(its.counts, (*QUANTILES, 1 - QUANTILES[-1]))
        fan = fan_chart.Fan(
            self.laboratory.board.time_unit, asked.now, asked.finished, np.array(its.times), QUANTILES, levels, upper,
            its.played, asked.goal, self._calendar,
        )  # fmt: skip
        return [fan_chart.picture(fan, theme)]

    def _details(self, its: Futures) -> list[str]:
        unit, asked, lines = self.laboratory.board.time_unit, its.asked, list[str]()
        if asked.by in its.times:
            counts = its.counts[:, its.times.index(asked.by)]
            lines += [
                how_many_sentence(asked.by, counts, unit, self._calendar),
                chance_sentence(asked.goal, asked.by, counts, unit, self._calendar),
            ]
        elif asked.by is not None:
            lines.append(out_of_reach(asked.by, asked.now, unit))
        return [*lines, self._source.beside(asked)]

    @override
    def look_like(self, before: "When") -> None:
        for mine, other in ((self.cards, before.cards), (self.by, before.by)):
            mine.show_value(other.typed)
        self._question = before._question

    @override
    def forget(self) -> None:
        self.let_go()
        self.futures, self._question, self._seen, self._again, self._problem = None, None, None, False, ""
        self.by.show_value(None)
        self.draw()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.cancel()
