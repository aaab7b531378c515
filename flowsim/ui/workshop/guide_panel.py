"""The guide: a panel beside the board that leads through an exercise step by step, forward and back.

It shows the text of a step, its round, how far the exercise has come, and how much of the step's time is left. What it
asks for is done by whoever listens; it changes nothing itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from flowsim.charts.colours import Theme
from flowsim.domain.exercises import Callout, ExerciseStep
from flowsim.domain.phrases import phrase
from flowsim.metrics.first_passage import first_passage
from flowsim.session.rounds import Phase, phase_of, step_on_view
from flowsim.session.session import Session
from flowsim.ui.style.theme import SPACE_1, SPACE_2, SPACE_3, SPACE_4, px
from flowsim.ui.text.language import shown
from flowsim.ui.text.number_format import moment_within
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.elided_label import ElidedLabel
from flowsim.ui.widgets.prose import Prose
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea
from flowsim.ui.widgets.wrapped_label import WrappedLabel
from flowsim.ui.workshop.round_panel import RoundPanel

SECONDS: Final = 60


@dataclass
class GuideMemory:
    """What a guide must not forget when it is made anew: the seconds spent on each step, and what it has called out.

    Steps go by the names of exercise and step.
    """

    spent: dict[tuple[str, str], float] = field(default_factory=dict)
    called: set[Callout] = field(default_factory=set)


class GuidePanel(QFrame):
    """Leads through the exercise of a session, or through a round of one's own.

    Signals: `step_asked` (place from 0), `rounds_asked` (behind the last step), `minutes_asked` (of a variant, or
    None), `set_up_asked`, `hide_asked`, `called_out` (a sentence), and those of `round_panel`.
    """

    step_asked = Signal(int)
    rounds_asked = Signal()
    minutes_asked = Signal(object)
    set_up_asked = Signal()
    hide_asked = Signal()
    called_out = Signal(str)

    def __init__(self, theme: Theme, memory: GuideMemory) -> None:
        super().__init__()
        self._memory = memory
        self.setObjectName("sheet")
        self._steps: Sequence[ExerciseStep] = ()
        self._place = 0
        self._timed: tuple[str, str] | None = None
        self._minutes: float | None = None
        self._phase, self._round = Phase.NONE, ""
        self.name = ElidedLabel()
        self.close_button = QPushButton("✕")
        self.close_button.setObjectName("flat")
        self.close_button.setAccessibleName(self.tr("Hide the guide"))
        self.close_button.setToolTip(self.tr("Hide the guide; Workshop, Guide brings it back"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(px(6))
        self.where = QLabel()
        self.where.setObjectName("small")
        self.timer = QLabel()
        self.timer.setObjectName("small")
        self.title = WrappedLabel(role="title")
        self.text = Prose(self.tr("What to do in this step"))
        self.kept = WrappedLabel(role="quiet")
        self.how_long = WrappedLabel(self.tr("How much time is there?"), "small")
        self.minutes = ChoiceField(self.tr("How much time there is"), [])
        self.minutes.asked.connect(self.minutes_asked)
        self.callouts = WrappedLabel(role="callout")
        self.round_panel = RoundPanel(theme)
        self.back = QPushButton(self.tr("Back"))
        self.set_up = QPushButton(self.tr("Set up again"))
        self.set_up.setObjectName("flat")
        self.set_up.setToolTip(self.tr("Begin this step anew: its board and its round as the exercise has them"))
        self.next = QPushButton(self.tr("Next"))
        self._lay_out()
        self.close_button.clicked.connect(lambda: self.hide_asked.emit())
        self.back.clicked.connect(lambda: self.step_asked.emit(self._place - 1))
        self.next.clicked.connect(self._go_on)
        self.set_up.clicked.connect(lambda: self.set_up_asked.emit())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.close_button)
        told = QHBoxLayout()
        told.addWidget(self.where, 1)
        told.addWidget(self.timer)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, SPACE_1, 0)
        column.setSpacing(SPACE_2)
        for part in (self.title, self.text, self.how_long, self.minutes, self.callouts, self.kept):
            column.addWidget(part)
        column.addSpacing(SPACE_2)
        column.addWidget(self.round_panel)
        column.addStretch(1)
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(SPACE_2)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.set_up)
        foot.addWidget(self.next)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        whole.setSpacing(SPACE_2)
        whole.addLayout(head)
        whole.addWidget(self.progress)
        whole.addLayout(told)
        whole.addWidget(QuietScrollArea(inner), 1)
        whole.addWidget(self.round_panel.action)
        whole.addWidget(self.foot)

    def set_theme(self, theme: Theme, session: Session) -> None:
        """Wear other colours."""
        self.round_panel.set_theme(theme)
        self.show_session(session)

    def show_session(self, session: Session) -> None:
        """Follow the exercise and the round of a session."""
        workshop, step = session.workshop, step_on_view(session.workshop)
        before, here = (self._phase, self._round), self._has_focus
        self.round_panel.show_session(session)
        self._phase, self._round = phase_of(session), "" if workshop.under_way is None else workshop.under_way.name
        anew = before != (self._phase, self._round)
        if anew and (here or self._phase is Phase.PREDICT):
            self._take_focus_on()
        exercise = workshop.exercise
        for part in (self.progress, self.where, self.foot, self.title, self.text):
            part.setVisible(exercise is not None)
        for part in (self.how_long, self.minutes):
            part.setVisible(exercise is not None and bool(exercise.variants) and workshop.step == 0)
        self._show_kept(session)
        if exercise is None or step is None:
            self.name.setText(self.tr("A round of your own"))
            self.callouts.hide()
            self._timed = None
            self._show_timer()
            return
        self._steps, self._place = exercise.told_in(workshop.minutes), workshop.step
        self.name.setText(exercise.name)
        self.progress.setRange(0, len(self._steps))
        self.progress.setValue(self._place + 1)
        self.where.setText(self.tr("Step {0} of {1}").format(self._place + 1, len(self._steps)))
        self.title.setText(step.title)
        last = self._place + 1 >= len(self._steps)
        to_talk_about = "".join(f"\n- {question}" for question in exercise.debrief) if last else ""
        self.text.show_markdown(f"{step.text}\n{to_talk_about}" if to_talk_about else step.text)
        whole = (None, phrase("all steps"))
        self.minutes.offer([*((its.minutes, phrase("{0} minutes", its.minutes)) for its in exercise.variants), whole])
        self.minutes.show_value(workshop.minutes)
        self.back.setEnabled(self._place > 0)
        self.next.setText(self.tr("All rounds") if last else self.tr("Next"))
        self.next.setEnabled(phase_of(session) is not Phase.RUN)
        self.next.setObjectName("primary" if phase_of(session) is Phase.NONE else "")
        self.next.style().polish(self.next)
        self.set_up.setVisible(step.board is not None or step.round is not None)
        if self._timed not in (None, (exercise.name, step.id)):
            self._memory.called.clear()
        self._timed, self._minutes = (exercise.name, step.id), exercise.minutes_of(step, workshop.minutes)
        self._show_timer()
        self.look_at_run(session)

    @property
    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _take_focus_on(self) -> None:
        """Keys go on with what is next: the first question, where digits are a guess and no page, or the next step."""
        inputs = self.round_panel.questions.inputs
        if self._phase is Phase.PREDICT and inputs:
            inputs[0].setFocus()
        elif self._phase is Phase.NONE and self.next.isEnabled():
            self.next.setFocus()

    def look_at_run(self, session: Session) -> None:
        """Say what has happened in the run that the step waits for; each callout once."""
        step = step_on_view(session.workshop)
        told: list[str] = []
        for callout in step.callouts if step is not None and session.replay is None else ():
            unknown = callout.when.column is not None and callout.when.column not in session.scenario.column_index
            when = None if unknown else first_passage(session.flow, callout.when)
            if when is None:
                self._memory.called.discard(callout)
                continue
            told.append(f"{shown(moment_within(when, session.scenario.time_unit))}: {callout.text}")
            if callout not in self._memory.called:
                self._memory.called.add(callout)
                self.called_out.emit(callout.text)
        self.callouts.setText("\n".join(told))
        self.callouts.setVisible(bool(told))

    def advance(self, seconds: float) -> None:
        """One frame: the time of the step goes on."""
        if self._timed is None:
            return
        before = self._seconds
        self._memory.spent[self._timed] = before + seconds
        if int(self._seconds) != int(before):
            self._show_timer()

    @property
    def _seconds(self) -> float:
        """What was spent on the step on view; it goes on where it was when people come back to the step."""
        return 0.0 if self._timed is None else self._memory.spent.get(self._timed, 0.0)

    @property
    def seconds_left(self) -> float | None:
        """How much of the time of the step is left, negative beyond it; None where it has none."""
        return None if self._timed is None or self._minutes is None else SECONDS * self._minutes - self._seconds

    @property
    def time_left(self) -> str:
        """How much of the time of the step is left, as on a clock; empty where it has none."""
        return "" if (left := self.seconds_left) is None else countdown(left)

    def _go_on(self) -> None:
        if self._place + 1 < len(self._steps):
            self.step_asked.emit(self._place + 1)
        else:
            self.rounds_asked.emit()

    def _show_kept(self, session: Session) -> None:
        """What came of the rounds of this step that were kept."""
        step, workshop = step_on_view(session.workshop), session.workshop
        names = [its.name for its in workshop.rounds if step is not None and its.step == step.id]
        shows = bool(names) and workshop.under_way is None
        self.kept.setVisible(shows)
        if shows:
            self.kept.setText(self.tr("Kept: {0}. Workshop (key 3) shows all rounds.").format(", ".join(names)))
        self.set_up.setText(self.tr("Play it again") if shows else self.tr("Set up again"))

    def _show_timer(self) -> None:
        self.timer.setVisible(self.seconds_left is not None)
        self.timer.setText(self.time_left)


def countdown(seconds: float) -> str:
    """Time left as people read it on a clock; beyond it with a plus: "4:12", "+0:30"."""
    whole = int(abs(seconds))
    return f"{'+' if seconds < 0 else ''}{whole // SECONDS}:{whole % SECONDS:02d}"
