"""The round under way, phase by phase: predict, lock and run, reveal, what we learned, keep."""

from collections.abc import Mapping
from math import floor
from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Floats
from flowsim.domain.units import ONE
from flowsim.domain.workshop import RoundUnderWay
from flowsim.session.dice import last_numbers, rolls_until
from flowsim.session.outcomes import outcome_of
from flowsim.session.round_runs import runs_to_compare_with
from flowsim.session.rounds import Phase, phase_of, run_of_round_under_way
from flowsim.session.session import Session
from flowsim.ui.style.theme import SPACE_2, px
from flowsim.ui.text.language import shown, tr
from flowsim.ui.text.number_format import moment_within
from flowsim.ui.widgets.text_area import TextArea
from flowsim.ui.widgets.wrapped_label import WrappedLabel
from flowsim.ui.workshop.dice_row import DiceRow
from flowsim.ui.workshop.question_field import QuestionField
from flowsim.ui.workshop.question_list import QuestionList
from flowsim.ui.workshop.reveal_view import RevealView

LEARNED_HEIGHT: Final = 84


class RoundPanel(QWidget):
    """Shows the round of a session.

    Signals: `guessed` (place of the question, numbers), `lock_asked`, `reveal_asked`, `learned` (text), `keep_asked`,
    `give_up_asked`, `complained` (what is allowed instead), `passed` (nothing here needs the focus any more),
    `roll_asked` (of the dice), `room_asked` (to let the room answer), `type_asked` (what people called out).

    `action` has the one thing to do next; whoever shows the panel puts it where it is always in sight.
    """

    guessed = Signal(int, object)
    lock_asked = Signal()
    reveal_asked = Signal()
    learned = Signal(object)
    keep_asked = Signal()
    give_up_asked = Signal()
    complained = Signal(str)
    passed = Signal()
    roll_asked = Signal()
    room_asked = Signal()
    type_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[object, ...] | None = None
        self.head = WrappedLabel(role="title")
        self.says = WrappedLabel(role="quiet")
        self.questions = QuestionList()
        self.questions.guessed.connect(self.guessed)
        self.questions.complained.connect(self.complained)
        self.room = _button(self.tr("Let the room answer …"), "flat", self.room_asked)
        self.room.setToolTip(self.tr("Everybody predicts on a phone, without hearing the others (F7)"))
        self.typed = _button(self.tr("Type the room's answers in …"), "flat", self.type_asked)
        self.reveal_view = RevealView()
        self._others: Mapping[int, Floats] = {}
        self.lock = _button(self.tr("Lock and run"), "primary", self.lock_asked)
        self.dice = DiceRow(theme)
        self.roll = _button(self.tr("Roll the dice"), "primary", self.roll_asked)
        self.roll.setToolTip(self.tr("Everybody rolls once, and cards move (Space)"))
        self.reveal = _button(self.tr("Reveal"), "primary", self.reveal_asked)
        self.notes = TextArea(self.tr("What we learned"), self.tr("What did we learn? In your own words."))
        self.notes.setFixedHeight(px(LEARNED_HEIGHT))
        self.notes.asked.connect(self.learned)
        self.notes.complained.connect(self.complained)
        self.keep = _button(self.tr("Keep this round"), "primary", self.keep_asked)
        self.give_up = _button(self.tr("Give the round up"), "flat", self.give_up_asked)
        self.give_up.setToolTip(self.tr("No round; undo brings it back"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        parts = (
            self.head, self.says, self.dice, self.questions, self.room, self.typed, self.reveal_view, self.notes,
            self.give_up,
        )  # fmt: skip
        for part in parts:
            column.addWidget(part)
        self.action = QWidget()
        foot = QVBoxLayout(self.action)
        foot.setContentsMargins(0, 0, 0, 0)
        for part in (self.lock, self.roll, self.reveal, self.keep):
            foot.addWidget(part)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self._shown = None
        self.dice.set_theme(theme)

    def show_session(self, session: Session) -> None:
        """Follow the round of the session."""
        its, phase, here = session.workshop.under_way, phase_of(session), self._has_focus
        self.setVisible(its is not None)
        self.action.setVisible(its is not None and (phase is not Phase.RUN or bool(its.dice)))
        self.dice.show_numbers(last_numbers(session))
        self._count(session)
        if its is None:
            self._shown = None
            return
        self.notes.show_value(its.learned)
        asked = tuple(each.question for each in its.predictions)
        guesses = tuple((each.guess, each.room) for each in its.predictions)
        if self._shown is not None and self._shown[:2] == (phase, asked):
            if self._shown[2] != guesses:
                self._shown = (phase, asked, guesses)
                if self.questions.fields:
                    self.questions.show_guesses(its)
                if phase is Phase.REVEALED:
                    self._reveal(session, its)
            return
        self._shown = (phase, asked, guesses)
        self._show_phase(session, its, phase, here=here)

    def show_room(self, session: Session, others: Mapping[int, Floats], words: str) -> None:
        """What is known of the room: `others` came with other luck, `words` say how many are in (empty: it is shut)."""
        self.room.setText(words or self.tr("Let the room answer …"))
        its = session.workshop.under_way
        if others is not self._others:
            self._others = others
            if its is not None and phase_of(session) is Phase.REVEALED:
                self._reveal(session, its)

    def _count(self, session: Session) -> None:
        """How many questions are answered, and which roll comes, on the buttons."""
        its = session.workshop.under_way
        if its is None:
            return
        answered, asked = sum(bool(each.guess) for each in its.predictions), len(its.predictions)
        missing = self.tr(" ({0} of {1} answered)").format(answered, asked) if answered < asked else ""
        self.lock.setText(f"{lock_words(its)}{missing}")
        if its.dice and its.until is not None:
            rolls = rolls_until(its.until)
            self.roll.setText(self.tr("Roll the dice ({0} of {1})").format(min(floor(session.now) + 1, rolls), rolls))

    @property
    def fields(self) -> list[QuestionField]:
        """The questions on view, where they are answered."""
        return self.questions.fields

    @property
    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (self.isAncestorOf(focus) or self.action.isAncestorOf(focus))

    def _show_phase(self, session: Session, its: RoundUnderWay, phase: Phase, *, here: bool) -> None:
        """Show another phase; who was `here` goes on to what is next, and not to what happens to come next."""
        self._show_parts(session, its, phase)
        if phase is Phase.RUN and not its.dice:
            if here:
                self.passed.emit()
        elif here or phase is Phase.OVER:
            following = {Phase.RUN: self.roll, Phase.OVER: self.reveal, Phase.REVEALED: self.notes}.get(phase)
            if following is not None and self.isVisible():
                following.setFocus()

    def _show_parts(self, session: Session, its: RoundUnderWay, phase: Phase) -> None:
        self.head.setText(its.name)
        self.says.setText(words := self._words(session, its, phase))
        self.says.setVisible(bool(words))
        self.questions.ask(session, its if phase is Phase.PREDICT else None, self._theme)
        if self.questions.inputs:
            QWidget.setTabOrder(self.questions.inputs[-1], self.lock)
        self.questions.setVisible(phase is Phase.PREDICT and bool(its.predictions))
        for part in (self.room, self.typed):
            part.setVisible(phase is Phase.PREDICT and bool(its.predictions))
        self.lock.setVisible(phase is Phase.PREDICT)
        self.roll.setVisible(phase is Phase.RUN and bool(its.dice))
        self.reveal.setVisible(phase is Phase.OVER)
        self.notes.setVisible(phase is Phase.REVEALED)
        self.keep.setVisible(phase is Phase.REVEALED)
        self.reveal_view.setVisible(phase is Phase.REVEALED and bool(its.predictions))
        if phase is Phase.REVEALED:
            self._reveal(session, its)
        else:
            self.reveal_view.clear()

    def _words(self, session: Session, its: RoundUnderWay, phase: Phase) -> str:
        end = its.until if its.until is not None else session.scenario.horizon
        until = "" if end is None else shown(moment_within(end, session.scenario.time_unit))
        match phase:
            case Phase.PREDICT if its.predictions:
                return self.tr("Predict first: what you guess now is locked before the run, and shown again after it.")
            case Phase.RUN if its.dice:
                unit = shown(ONE[session.scenario.time_unit])
                return self.tr("Roll {0} times; each roll takes one {1}.").format(rolls_until(end or 0.0), unit)
            case Phase.PREDICT | Phase.RUN:
                return (
                    self.tr("Time stops by itself at {0}.").format(until)
                    if until
                    else self.tr("Time stops when all work is delivered.")
                )
            case Phase.OVER:
                return self.tr("The round is over. What came of it?")
            case _:
                return ""

    def _reveal(self, session: Session, its: RoundUnderWay) -> None:
        earlier = runs_to_compare_with(session.workshop, its)
        run = run_of_round_under_way(session)
        outcomes = [outcome_of(prediction, run, earlier) for prediction in its.predictions]
        self.reveal_view.show_outcomes(its.predictions, outcomes, run, self._theme, self._others)


def lock_words(its: RoundUnderWay) -> str:
    """What locking is called: it begins the run, unless dice do."""
    if its.dice:
        return tr("Lock and roll") if its.predictions else tr("Begin")
    return tr("Lock and run") if its.predictions else tr("Run")


def _button(text: str, role: str, pressed: SignalInstance) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(role)
    made.setAutoDefault(False)
    made.clicked.connect(lambda: pressed.emit())
    return made
