"""The page of the workshop: rounds side by side in a table and a chart, and what was learned in each."""

import time
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.charts import rounds_chart
from flowsim.charts.colours import Theme
from flowsim.charts.picture import Picture
from flowsim.domain.workshop import Workshop
from flowsim.metrics import RunView
from flowsim.session.room_words import over_the_rounds
from flowsim.session.round_runs import RoundRuns
from flowsim.session.session import Session
from flowsim.ui.charts.chart_heading import HeadingText
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import window_style
from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4, px
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.elided_label import ElidedLabel
from flowsim.ui.widgets.prose import Prose
from flowsim.ui.widgets.question_form import button
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea
from flowsim.ui.widgets.side_width import side_width
from flowsim.ui.widgets.text_area import TextArea
from flowsim.ui.widgets.wrapped_label import WrappedLabel
from flowsim.ui.workshop.reveal_view import RevealView
from flowsim.ui.workshop.round_form import RoundForm
from flowsim.ui.workshop.rounds_table import RoundsTable

FORM_WIDTH: Final = 292
CHART_HEIGHT: Final = 260
LEARNED_HEIGHT: Final = 84
BUDGET: Final = 0.008
"""Seconds of a frame that playing rounds again may take."""

TABLE_EVERY: Final = 0.5
"""Seconds after which the table follows while rounds are still being played."""


class WorkshopPage(QWidget):
    """Shows the rounds of a session.

    Signals: `begun` (a `RoundPlan`), `open_asked`, `branch_asked`, `replay_asked`, `rename_asked`, `remove_asked` (each
    with the place of a round), `rule_asked` (place, global position), `learned` (place, text), `report_asked`,
    `pdf_asked`, `export_asked` (ending), `present_asked`, `complained` (what is allowed instead).
    """

    begun = Signal(object)
    open_asked = Signal(int)
    branch_asked = Signal(int)
    replay_asked = Signal(int)
    rule_asked = Signal(int, QPoint)
    rename_asked = Signal(int)
    remove_asked = Signal(int)
    learned = Signal(int, str)
    report_asked = Signal()
    pdf_asked = Signal()
    export_asked = Signal(str)
    present_asked = Signal()
    complained = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self._theme = theme
        self.runs = RoundRuns()
        self._behind, self._shown_at = False, 0.0
        self.form = RoundForm()
        self.form.begun.connect(self.begun)
        self.form.complained.connect(self.complained)
        self.table = RoundsTable()
        self.empty = WrappedLabel(role="quiet")
        self.to_talk_about = Prose(self.tr("To talk about"))
        self.plot = ChartPlot(window_style(theme))
        self.plot.fix_height(px(CHART_HEIGHT))
        self.room = WrappedLabel(role="quiet")
        self.reveal_view = RevealView()
        self.notes = TextArea(self.tr("What we learned"), self.tr("What did we learn? In your own words."))
        self.notes.setFixedHeight(px(LEARNED_HEIGHT))
        self._chosen = WrappedLabel(role="title")
        self._build()
        self._connect()
        self.show_session()

    def _build(self) -> None:
        self.acts = QWidget()
        row = QHBoxLayout(self.acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        self.open_button = button(self.tr("Open on the board"), self.tr("The run of this round, as it ended"))
        self.replay_button = button(
            self.tr("Play it again"), self.tr("The run of this round from its start, as a film")
        )
        self.branch_button = button(
            self.tr("Branch"), self.tr("Open this round, go back to a moment of it, and do something else there")
        )
        self.rule_button = button(
            self.tr("Against the rule"), self.tr("Play the same work under pull policies, and compare")
        )
        self.rename_button = button(self.tr("Rename …"), self.tr("Call this round something else (F2)"))
        self.remove_button = button(self.tr("Remove"), self.tr("Take this round out of the table (Del)"), "flat")
        for each in (
            self.open_button, self.branch_button, self.replay_button, self.rule_button, self.rename_button,
            self.remove_button,
        ):  # fmt: skip
            row.addWidget(each)
        row.addStretch(1)
        sheet = QFrame()
        sheet.setObjectName("sheet")
        self._sheet = sheet
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        inner.setSpacing(SPACE_3)
        for part in (
            self.empty,
            self.to_talk_about,
            self.table,
            self.acts,
            self.plot,
            self.room,
            self._chosen,
            self.reveal_view,
            self.notes,
        ):
            inner.addWidget(part)
        inner.addStretch(1)
        self._side = QuietScrollArea(self.form)
        body = QHBoxLayout()
        body.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        body.setSpacing(SPACE_4)
        body.addWidget(self._side)
        main = QuietScrollArea(sheet)
        main.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # buttons may be wider than a window
        main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        body.addWidget(main, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        whole.addLayout(body, 1)

    def _head(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        row.setSpacing(SPACE_2)
        self._name = ElidedLabel()
        row.addWidget(self._name, 1)
        self.own = button(
            self.tr("A round of your own"), self.tr("Begin a round besides those of the exercise"), "kind"
        )
        self.own.setCheckable(True)
        row.addWidget(self.own)
        self.present = button(self.tr("Present"), self.tr("Full screen for the whole room (F5)"))
        self.export_csv = button(self.tr("CSV"), self.tr("Write the table of rounds as CSV"))
        self.export_xlsx = button(self.tr("XLSX"), self.tr("Write the table of rounds as a workbook"))
        self.report = button(self.tr("Report …"), self.tr("A page to take home, with the session inside"), "primary")
        self.pdf = button(self.tr("PDF"), self.tr("The report as PDF"))
        for each in (self.present, self.export_csv, self.export_xlsx, self.pdf, self.report):
            row.addWidget(each)
        return bar

    def _connect(self) -> None:
        self.table.chosen.connect(lambda _: self._show_chosen())
        self.table.opened.connect(self.open_asked)
        for each, asked in (
            (self.open_button, self.open_asked), (self.replay_button, self.replay_asked),
            (self.branch_button, self.branch_asked), (self.rename_button, self.rename_asked),
            (self.remove_button, self.remove_asked),
        ):  # fmt: skip
            each.clicked.connect(lambda _=False, asked=asked: self._ask(asked))
        self.rule_button.clicked.connect(self._ask_for_rule)
        self.own.toggled.connect(lambda _: self.show_session())
        self.notes.asked.connect(lambda text: self.learned.emit(self.table.place, text))
        self.notes.complained.connect(self.complained)
        self.report.clicked.connect(lambda: self.report_asked.emit())
        self.pdf.clicked.connect(lambda: self.pdf_asked.emit())
        self.present.clicked.connect(lambda: self.present_asked.emit())
        self.export_csv.clicked.connect(lambda: self.export_asked.emit("csv"))
        self.export_xlsx.clicked.connect(lambda: self.export_asked.emit("xlsx"))

    def _ask(self, asked: SignalInstance) -> None:
        if self.table.place >= 0:
            asked.emit(self.table.place)

    def _ask_for_rule(self) -> None:
        if self.table.place >= 0:
            below = self.rule_button.mapToGlobal(QPoint(0, self.rule_button.height()))
            self.rule_asked.emit(self.table.place, below)

    # What is shown

    def open(self, session: Session) -> None:
        """Show the rounds of this session."""
        self.session = session
        self.show_session()

    def show_session(self) -> None:
        """Follow the session; rounds whose runs are not known yet are played in the frames to come."""
        workshop = self.session.workshop
        self.runs.want(workshop.rounds)
        board = self.session.history.scenario
        times = [its.time for its in workshop.rounds if its.scenario.time_unit == board.time_unit]
        self.form.show_board(board, times[-1] if times else None)
        exercise = workshop.exercise
        self._name.setText(self.session.scenario.name if exercise is None else exercise.name)
        any_round = bool(workshop.rounds)
        self.own.setVisible(exercise is not None)
        self._side.setVisible(exercise is None or self.own.isChecked())
        self._tell(workshop)
        self.empty.setVisible(not any_round)
        for part in (self.table, self.acts, self.plot, self._chosen, self.notes, self.reveal_view):
            part.setVisible(any_round)
        self.export_csv.setEnabled(any_round)
        self.export_xlsx.setEnabled(any_round)
        self._show_table()

    def unfold(self) -> None:
        """Show the form for a round of one's own, with an exercise too."""
        self.own.setChecked(True)
        self.form.setFocus()

    def _tell(self, workshop: Workshop) -> None:
        """What to do while the table is empty; what to talk about when an exercise has come to its last step."""
        exercise = workshop.exercise
        if exercise is None:
            self.empty.setText(self.tr("No round yet. Begin one at the left, or open an exercise from the first page."))
        else:
            self.empty.setText(self.tr("No round yet. The guide beside the board (key 1) leads to the first one."))
        ends = exercise is not None and workshop.step + 1 >= len(exercise.told_in(workshop.minutes))
        questions = exercise.debrief if exercise is not None and ends else ()
        self.to_talk_about.setVisible(bool(questions))
        self.to_talk_about.show_markdown("\n".join(f"- {question}" for question in questions))

    def advance(self) -> None:
        """One frame: play what is missing."""
        if self.runs.complete or not self.isVisible():
            return
        deadline = time.perf_counter() + BUDGET
        missing = self.runs.missing
        done = self.runs.go_on(lambda: time.perf_counter() >= deadline)
        if self.runs.missing != missing:
            self._behind = True
        if self._behind and (done or deadline - self._shown_at >= TABLE_EVERY):
            self._show_table()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self.plot.set_style(window_style(theme))
        self._show_table()

    def picture(self, theme: Theme) -> Picture:
        """The chart of all rounds."""
        rounds, known = self.session.workshop.rounds, self._known()
        lines = [
            rounds_chart.line_of(rounds[place].name, run.flow.lines[-1], rounds[place].time)
            for place, run in known.items()
        ]
        chosen = list(known).index(self.table.place) if self.table.place in known else None
        return rounds_chart.picture(lines, chosen, self.session.scenario.time_unit, theme)

    def _known(self) -> dict[int, RunView]:
        runs = {place: self.runs.run_of(its) for place, its in enumerate(self.session.workshop.rounds)}
        return {place: run for place, run in runs.items() if run is not None}

    def _show_table(self) -> None:
        self._behind, self._shown_at = False, time.perf_counter()
        self.table.show_rounds(self.session.workshop, self._known())
        outcomes = {place: row.outcomes for place, row in enumerate(self.table.rows)}
        lines = over_the_rounds(self.session.workshop, outcomes)
        self.room.setText("\n".join(map(shown, lines)))
        self.room.setVisible(bool(lines))
        self._show_chosen()

    def _show_chosen(self) -> None:
        place, rounds = self.table.place, self.session.workshop.rounds
        picture = self.picture(self._theme)
        self.plot.heading = HeadingText(shown(picture.title))
        self.plot.show_picture(picture)
        if not 0 <= place < len(rounds):
            return
        its, run = rounds[place], self._known().get(place)
        self._chosen.setText(its.name)
        self.notes.show_value(its.learned)
        self.rule_button.setEnabled(not its.rule)
        row = self.table.rows[place]
        if run is None or not row.outcomes:
            self.reveal_view.clear()
        else:
            self.reveal_view.show_outcomes(its.predictions, row.outcomes, run, self._theme)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_F2: self.rename_button, Qt.Key.Key_Delete: self.remove_button}
        if event.key() in keys and self.table.place >= 0:
            keys[Qt.Key(event.key())].click()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(side_width(FORM_WIDTH, self.width()))
