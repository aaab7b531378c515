"""The presenter: full screen for the whole room, board or chart or both, large figures, and nothing else.

Controls come when the mouse is at the upper edge, and go. What a step speaks of stands in a spotlight. While guesses
are asked for, the questions stand there to be answered; when they are revealed, guess and outcome do.
"""

from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.audience.messages import Count
from flowsim.charts.catalogue import CHARTS
from flowsim.charts.colours import Theme
from flowsim.charts.options import ChartOptions
from flowsim.domain.predictions import Question
from flowsim.domain.workshop import RoundUnderWay
from flowsim.metrics import figures_of, recently
from flowsim.metrics.bottleneck import IDLE
from flowsim.session.changes import Changes
from flowsim.session.dice import last_numbers, plays_by_dice
from flowsim.session.outcome_words import in_a_sentence
from flowsim.session.outcomes import outcome_of
from flowsim.session.round_runs import runs_to_compare_with
from flowsim.session.rounds import Phase, phase_of, run_of_round_under_way, step_on_view
from flowsim.session.session import Session
from flowsim.ui.board.board_view import BoardView
from flowsim.ui.charts.chart_heading import HeadingText
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import window_style
from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4, px
from flowsim.ui.text.language import shown
from flowsim.ui.text.number_format import clock_in_words
from flowsim.ui.widgets.elided_label import ElidedLabel
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea
from flowsim.ui.widgets.wrapped_label import WrappedLabel
from flowsim.ui.workshop.dice_row import DiceRow
from flowsim.ui.workshop.large_figures import LargeFigures
from flowsim.ui.workshop.question_list import QuestionList
from flowsim.ui.workshop.room_card import RoomCard, WayIn, count_in_words
from flowsim.ui.workshop.round_panel import lock_words
from flowsim.ui.workshop.step_outline import StepOutline

EDGE: Final = 60
"""Pixels at the upper edge where the mouse brings the controls."""

LOW: Final = 440
"""Pixels, at the usual size of text, below which not everything has room at once."""

LARGE_DIE: Final = 64.0
STAYS: Final = 2.5
"""Seconds for which the controls stay after the mouse has left."""


class Part(Enum):
    """What is presented."""

    BOARD = auto()
    BOTH = auto()
    CHART = auto()


class Presenter(QWidget):
    """Presents a session.

    `board` works as on its own page. Signals: `left` (back to the window), `play_asked`, `lock_asked`, `reveal_asked`,
    `keep_asked`, `step_asked` (so many steps forward or back), `guessed` (place of the question, numbers), `complained`
    (what is allowed instead).
    """

    left = Signal()
    play_asked = Signal()
    lock_asked = Signal()
    reveal_asked = Signal()
    keep_asked = Signal()
    step_asked = Signal(int)
    guessed = Signal(int, object)
    complained = Signal(str)

    def __init__(self, session: Session, theme: Theme, clock: Callable[[], float]) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self._theme = theme
        self._since = 0.0
        self.part = Part.BOARD
        self.board = BoardView(session, theme, clock)
        self.board.setMinimumSize(0, 0)
        self.plot = ChartPlot(window_style(theme))
        self.plot.heading = HeadingText("")
        self.figures = LargeFigures()
        self.title = ElidedLabel()
        self.title.setObjectName("title")
        self.countdown = QLabel()
        self.countdown.setObjectName("clock")
        self.clock = QLabel()
        self.clock.setObjectName("clock")
        self.words = WrappedLabel(role="large")
        self.questions = QuestionList()
        self.questions.guessed.connect(self.guessed)
        self.questions.complained.connect(self.complained)
        self._asking = QuietScrollArea(_at_the_top(self.questions))
        self._asked: tuple[Question, ...] = ()
        self.room = RoomCard(large=True)
        self.room.hide()
        self._way: WayIn | None = None
        self._vote = ""
        self.room_count = QLabel()
        self.room_count.setObjectName("title")
        self.dice = DiceRow(theme, LARGE_DIE)
        self._build()
        self.outline = StepOutline(self, theme, self._place_of)
        self.outline.spotlight = True
        self.take(Changes.EVERYTHING)
        self.draw()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_4)
        head.addWidget(self.title, 1)
        head.addWidget(self.room_count)
        head.addWidget(self.countdown)
        head.addWidget(self.clock)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        self._column.setSpacing(SPACE_3)
        self._column.addLayout(head)
        self._column.addWidget(self.words)
        self._column.addWidget(self.room, 5)
        self._column.addWidget(self._asking, 4)
        self._column.addWidget(self.dice)
        self._column.addWidget(self.board, 3)
        self._column.addWidget(self.plot, 2)
        self._column.addWidget(self.figures)
        self.controls = QWidget(self)
        self.controls.setObjectName("bar")
        self.controls.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self.controls)
        row.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        row.setSpacing(SPACE_2)
        self.play = self._button(row, self.tr("Play"), self.play_asked.emit)
        self.back = self._button(row, self.tr("Back"), lambda: self.step_asked.emit(-1))
        self.next = self._button(row, self.tr("Next step"), lambda: self.step_asked.emit(1))
        self.act = self._button(row, "", self._act)
        row.addStretch(1)
        self.parts = {
            part: self._button(row, words, partial(self.show_part, part))
            for part, words in (
                (Part.BOARD, self.tr("Board")), (Part.BOTH, self.tr("Both")), (Part.CHART, self.tr("Chart")),
            )
        }  # fmt: skip
        for button in self.parts.values():
            button.setObjectName("kind")
            button.setCheckable(True)
        self._button(row, "✕", self.left.emit).setAccessibleName(self.tr("End the presentation (Esc)"))
        self.controls.hide()

    def _button(self, row: QHBoxLayout, text: str, pressed: Callable[[], object]) -> QPushButton:
        made = QPushButton(text)
        made.setAutoDefault(False)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: pressed())
        row.addWidget(made)
        return made

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self.board.set_theme(theme)
        self.plot.set_style(window_style(theme))
        self.outline.set_theme(theme)
        self.dice.set_theme(theme)
        self.draw()

    def show_part(self, part: Part) -> None:
        """The board, the chart, or both."""
        self.part = part
        self._arrange()
        self.draw()

    def take(self, changes: Changes) -> None:
        """Follow the session."""
        if changes & Changes.DOCUMENT:
            self.board.follow_board()
        self.board.take(changes)
        view, session = self.session.view, self.session
        self.clock.setText(shown(clock_in_words(session.scenario, view.now)))
        if changes & (Changes.WORKSHOP | Changes.PLAYING | Changes.RUN | Changes.DOCUMENT):
            self._show_step()
            self._arrange()

    def draw(self) -> None:
        """What is worth looking at some times a second."""
        view = self.session.view
        loads, narrowest = recently(view.flow, view.staffing)
        if self.session.conceals:
            loads, narrowest = (IDLE,) * len(loads), None
        figures = figures_of(view.flow, view.staffing)
        self.board.show_lately(loads, narrowest, "", "", "")
        self.board.show_ages(figures.cycle_time, "")
        if self.figures.isVisibleTo(self):
            self.figures.show_run(view)
        if self.plot.isVisibleTo(self):
            column = None if narrowest is None else narrowest.column
            options = ChartOptions(self._theme, pixels=self.plot.pixels, bottleneck=column, until=self.session.now)
            self.plot.show_picture(CHARTS["flow"].picture(view, options))

    def advance(self, seconds: float) -> None:
        """One frame: the cards glide, and controls come and go with the mouse."""
        self.board.advance(seconds)
        self.outline.follow()
        spot = self.mapFromGlobal(QCursor.pos())
        near = self.rect().contains(spot) and spot.y() < (
            self.controls.height() if self.controls.isVisible() else px(EDGE)
        )
        focused = self.controls.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._since = 0.0 if near or focused else self._since + seconds
        self.show_controls(visible=self._since < STAYS and (near or focused or self.controls.isVisible()))

    def show_controls(self, *, visible: bool) -> None:
        """The bar of controls over the upper edge."""
        if visible != self.controls.isVisible():
            self.controls.setGeometry(QRect(0, 0, self.width(), self.controls.sizeHint().height()))
            self.controls.setVisible(visible)
            self.controls.raise_()

    def show_room(self, way: WayIn | None, count: Count | None, vote: str, *, asks: bool) -> None:
        """How phones come in, and how many are in; None: no room is open. `vote` is the question of a vote, if any."""
        if way is not None and way != self._way:
            self.room.show_way(way)
        self._way, self._vote = way, vote
        words = "" if way is None else count_in_words(count or Count(0, 0), asks=asks)
        self.room.count.setText(words)
        self.room_count.setText(f"● {words}" if words else "")
        self._show_words()
        self._arrange()

    def show_countdown(self, text: str) -> None:
        """How much of the time of the step is left."""
        self.countdown.setText(text)

    def _show_step(self) -> None:
        session = self.session
        step, exercise = step_on_view(session.workshop), session.workshop.exercise
        its, phase = session.workshop.under_way, phase_of(session)
        title = session.scenario.name if step is None or exercise is None else step.title
        self.title.setText(title)
        self.outline.show_part(None if step is None or phase is Phase.RUN else step.outline)
        rolls = plays_by_dice(session)
        going = self.tr("Roll") if rolls else self.tr("Play")
        self.play.setText(self.tr("Pause") if session.player.playing and not rolls else going)
        self.dice.show_numbers(last_numbers(session))
        for button in (self.back, self.next):
            button.setVisible(exercise is not None)
        acts = {
            Phase.PREDICT: "" if its is None else lock_words(its),
            Phase.OVER: self.tr("Reveal"), Phase.REVEALED: self.tr("Keep"),
        }  # fmt: skip
        self.act.setVisible(phase in acts)
        self.act.setText(acts.get(phase, ""))
        self._ask(its if phase is Phase.PREDICT else None)
        self._show_words()

    def _show_words(self) -> None:
        """What came of the predictions; while phones answer, what they are asked."""
        session = self.session
        its, phase = session.workshop.under_way, phase_of(session)
        lines: list[str] = []
        if its is not None and phase is Phase.REVEALED:
            earlier = runs_to_compare_with(session.workshop, its)
            run = run_of_round_under_way(session)
            lines = [
                shown(in_a_sentence(each, outcome_of(each, run, earlier), session.scenario)) for each in its.predictions
            ]
        elif its is not None and phase is Phase.PREDICT and self._way is not None:
            lines = [each.question.text for each in its.predictions]
        if self._vote:
            lines = [self._vote]
        self.words.setText("\n".join(lines))
        self.words.setVisible(bool(lines))

    def take_focus(self) -> None:
        """Keys go to the first question, where digits are a guess and no page; without one to the board."""
        (self.questions.inputs or [self.board])[0].setFocus()

    def _ask(self, its: RoundUnderWay | None) -> None:
        """The questions of the round, to answer here; asked anew only where they are others."""
        asked = () if its is None else tuple(each.question for each in its.predictions)
        if asked != self._asked:
            self._asked = asked
            self.questions.ask(self.session, its, self._theme)
            self.take_focus()
        elif its is not None:
            self.questions.show_guesses(its)

    def _arrange(self) -> None:
        hidden = self.session.conceals
        for part, button in self.parts.items():
            button.setChecked(part is (Part.BOARD if hidden else self.part))
            button.setEnabled(not hidden)
        asks, both = self.words.isVisibleTo(self) or bool(self._asked), self.part is Part.BOTH
        low = self.height() < px(LOW)
        comes_in = self._way is not None and bool(self._asked or self._vote)
        self.room.setVisible(comes_in)
        self.room_count.setVisible(self._way is not None and not comes_in)
        self._asking.setVisible(bool(self._asked) and not comes_in)
        self.board.setVisible(not comes_in and (hidden or not (self.part is Part.CHART or (both and asks and low))))
        self.plot.setVisible(self.part is not Part.BOARD and not hidden and not comes_in)
        self.figures.setVisible(not hidden and not comes_in and not (low and (asks or both)))

    def _act(self) -> None:
        asked = {Phase.PREDICT: self.lock_asked, Phase.OVER: self.reveal_asked, Phase.REVEALED: self.keep_asked}
        phase = phase_of(self.session)
        if phase in asked:
            asked[phase].emit()

    def _place_of(self, name: str) -> QRect | None:
        """Parts that are here: lanes, the chart, the figures."""
        heads, columns = self.board.heads.all, self.session.scenario.column_index
        kind, _, rest = name.partition(".")
        parts: dict[str, QWidget] = {"figures": self.figures, "chart": self.plot}
        part = parts.get(name)
        if kind == "charts":
            part = self.plot
        elif kind == "columns" and rest in columns:
            part = heads[columns[rest] + 1]
        elif name in ("backlog", "done"):
            part = heads[0 if name == "backlog" else -1]
        elif name == "limit" and self.board.heads.brackets:
            part = self.board.heads.brackets[0].limit
        if part is None or not part.isVisibleTo(self):
            return None
        place = QRect(part.mapTo(self, QPoint(0, 0)), part.size())
        if part in heads:
            place.setBottom(self.board.mapTo(self, QPoint(0, self.board.height())).y())
        return place

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.controls.setGeometry(QRect(0, 0, self.width(), self.controls.sizeHint().height()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _at_the_top(part: QWidget) -> QWidget:
    """Something with all the room that is left below it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, SPACE_2, 0)
    column.addWidget(part)
    column.addStretch(1)
    return holder
