"""When will it be done? A fan that goes on from the board as it stands, and follows a hand that turns a setting."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Final

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSlider
from typing_extensions import override

from flowsim.charts import fan_chart
from flowsim.charts.colours import Theme
from flowsim.charts.picture import Floats, Picture
from flowsim.domain import units
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import phrase
from flowsim.domain.problems import ScenarioProblems
from flowsim.domain.scenario import Fixed, Scenario
from flowsim.domain.words import Time
from flowsim.experiments.acts import acts_for
from flowsim.experiments.fan import Fan
from flowsim.experiments.forecast import LEAST_FINISHED, resampled
from flowsim.experiments.forecast_words import (
    alone_sentence,
    chance_sentence,
    how_many_sentence,
    too_early,
    when_sentence,
)
from flowsim.experiments.plan import ForecastGoal
from flowsim.experiments.questions import Question, questions_of
from flowsim.experiments.settings import Settings
from flowsim.session.steps import Step
from flowsim.ui.experiments.background import Stopped, Task
from flowsim.ui.experiments.job_page import JobPage
from flowsim.ui.experiments.laboratory import Laboratory
from flowsim.ui.experiments.laboratory_export import LaboratoryExport
from flowsim.ui.experiments.question_form import button
from flowsim.ui.style.theme import px
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.number_field import NumberField

CARDS: Final = 30
MOST_CARDS: Final = 1_000
LOOK_EVERY: Final = 1000
"""Milliseconds between looks at how far the run has come, while it goes on."""

AHEAD: Final = 2.0
"""The fan reaches as many times as far as the throughput so far would need for the goal."""

LEAST_AHEAD: Final = 5.0


@dataclass(frozen=True, eq=False)
class Futures:
    """What is known of the futures: cards finished at each moment, and when the goal is reached."""

    counts: Floats
    reached: Floats
    times: tuple[Time, ...]


class When(JobPage):
    """Signal: `step_asked` (a `Step` on the board, what was tried here)."""

    step_asked = Signal(object)

    def __init__(self, laboratory: Laboratory, theme: Theme) -> None:
        super().__init__(laboratory, theme, 1)
        self._questions: list[Question] = []
        self._question: Question | None = None
        self._task: Task | None = None
        self._again = False
        self._now: Time = -1.0
        self._seen: tuple[Time, Scenario] | None = None
        self._finished: Floats = np.zeros(0)
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
        self.form.add(self.tr("What if, from now on"), self.what_if)
        self.value = self.form.add_note("quiet")
        self.form.add_widget(self.slider)
        self.do = button(self.tr("Do it on the board"), self.tr("Change the running board so, and go back to it"))
        self.form.add_widget(self.do)
        self.form.add_stretch()
        self.cards.show_value(CARDS)
        for field in (self.cards, self.by):
            field.asked.connect(lambda value, field=field: self._take(field, value))
        self.what_if.asked.connect(self._choose)
        self.slider.valueChanged.connect(self._turn)
        self.do.clicked.connect(self._do)

    # The board

    def follow_board(self) -> None:
        """Look ahead from the board as it stands now."""
        session = self.laboratory.session
        board = self.laboratory.board
        unit = board.time_unit
        self._by_label.setText(self.tr("By which {0}").format(shown(units.ONE[unit])))
        self.by.count_in("", "")
        self._questions = [each for each in questions_of(board) if self._possible(each)]
        settings = [(each.path, each.title) for each in self._questions]
        self.what_if.offer([("", phrase("nothing changes")), *settings])
        if self._question is not None:
            path = self._question.path
            self._question = next((each for each in self._questions if each.path == path), None)
        self.what_if.show_value(self._question.path if self._question else "")
        self._show_slider()
        self._now = session.now
        self._seen = session.now, board
        self._look_ahead()

    def _follow_run(self) -> None:
        its = self.laboratory.session.now, self.laboratory.board
        if not self.isVisible() or self._task is not None or its == self._seen:
            return
        if self._seen is None or its[1] != self._seen[1]:
            self.follow_board()
            return
        self._seen, self._now = its, its[0]
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

    def _take(self, field: NumberField, value: float | None) -> None:
        field.show_value(round(value) if field is self.cards and value is not None else value)
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
        session = self.laboratory.session
        if session.replay is not None:
            return phrase("The run is being replayed; the forecast waits.")
        if not session.scenario.rules.auto_pull:
            return phrase("People move the cards on this board, and nobody knows what they will do.")
        if self._left == 0:
            return phrase("All work is done.")
        if len(self._finished) < LEAST_FINISHED:
            return too_early()
        return ""

    def _look_ahead(self) -> None:
        """Begin a new fan; the one under way is not wanted any more."""
        if self._task is not None:
            self._again = True
            self._task.cancel()
            return
        session = self.laboratory.session
        self._finished = session.latest.flow.lines[-1].copy()
        if self.why_not:
            self.futures = None
            self.draw()
            return
        acts, goal, until = self._chosen(), self._goal, self._until
        snapshot = session.simulation.snapshot()
        pool, seed = self.laboratory.pool, session.scenario.seed

        def work(stopped: Stopped) -> Iterator[Futures]:
            fan = Fan(snapshot, acts, seed, until, goal, pool, stopped)
            for counts, reached in fan.counts():
                yield Futures(counts, reached, fan.times)

        self._task = task = self.laboratory.forecasts.begin(work)
        task.told.connect(self._come)
        task.failed.connect(lambda error: self.sheet.say(str(error)))
        task.ended.connect(self._end)

    @property
    def _goal(self) -> int:
        """How many more cards are asked about: no more than will ever come."""
        return max(int(min(self.cards.typed or CARDS, self._left)), 1)

    @property
    def _left(self) -> float:
        """How many more cards can be finished; inf where they never cease to arrive."""
        board = self.laboratory.session.scenario
        if not board.ends_by_itself:
            return inf
        every, arrivals = len(board.cards), board.arrivals
        if not board.explicit and isinstance(arrivals, Fixed):
            every = arrivals.count * arrivals.group
        flow = self.laboratory.session.latest.flow
        return every - len(flow.finishers) - int(np.count_nonzero(flow.dropped))

    @property
    def _until(self) -> Time:
        """How far the fan reaches."""
        now, by = self.laboratory.session.now, self.by.typed
        rate = len(self._finished) / now if now > 0 else 1.0
        return max(now + AHEAD * self._goal / rate, now + LEAST_AHEAD, *([by] if by is not None else []))

    def _come(self, futures: Futures) -> None:
        self.futures = futures
        self.draw()

    def _end(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self._look_ahead()

    # What is on view

    @override
    def draw(self) -> None:
        futures = self.futures
        self.sheet.export.setVisible(futures is not None)
        if futures is None:
            self.sheet.say(self.why_not or self.tr("Looking ahead …"))
            self.sheet.show_picture(0, None)
            return
        unit, cards = self.laboratory.board.time_unit, self._goal
        self.sheet.say(when_sentence(cards, futures.reached, unit, futures.times[-1]), self._details(futures))
        self.sheet.show_picture(0, self.drawn(self.theme)[0])

    def drawn(self, theme: Theme) -> list[Picture]:
        """The fan, in the colours of a theme."""
        its, done = self.futures, len(self._finished)
        assert its is not None
        upper = np.quantile(its.counts, 0.95, axis=0, method="inverted_cdf")
        fan = fan_chart.Fan(
            self.laboratory.board.time_unit, self._now, self._finished, np.array(its.times),
            done + fan_chart.levels_of(its.counts), done + upper, len(its.counts), self._goal,
        )  # fmt: skip
        return [fan_chart.picture(fan, theme)]

    def _details(self, futures: Futures) -> list[str]:
        unit, by = self.laboratory.board.time_unit, self.by.typed
        lines: list[str] = []
        if by is not None and by > self._now:
            place = min(int(np.searchsorted(futures.times, by)), len(futures.times) - 1)
            counts = futures.counts[:, place]
            lines += [how_many_sentence(futures.times[place], counts, unit),
                      chance_sentence(self._goal, futures.times[place], counts, unit)]  # fmt: skip
        goal = ForecastGoal(cards=self._goal, by=None)
        lines.append(alone_sentence(resampled(goal, self._finished, self._now), unit))
        return lines

    def forget(self) -> None:
        """Another board is open: its futures are others."""
        if self._task is not None:
            self._task.cancel()
            self._task.told.disconnect(self._come)
        self.futures, self._question, self._seen = None, None, None
        self._finished = np.zeros(0)
        self.draw()

    def cancel(self) -> None:
        """Look ahead no further."""
        if self._task is not None:
            self._task.cancel()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.cancel()
