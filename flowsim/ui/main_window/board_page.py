"""The board page: board, diagram, figures and controls around one session, and all their wiring.

Everything flows one way: a person asks, the session does it and answers with `Changes`, the bridge tells them, and
each part refreshes what they name.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from flowsim.charts.catalogue import CHARTS
from flowsim.charts.pinned_run import PinnedRun
from flowsim.domain.words import CardId, Time
from flowsim.metrics import Bottleneck, Figures, RunView, figures_of, people_of, recently, window_of
from flowsim.metrics.bottleneck import IDLE
from flowsim.session import dice
from flowsim.session.changes import Changes
from flowsim.session.history_session import why_fixed
from flowsim.session.pins import Pins
from flowsim.session.player import first_speed
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.ui.board.board_view import BoardView
from flowsim.ui.charts.chart_sheet import ChartSheet
from flowsim.ui.main_window.bridge import Bridge
from flowsim.ui.main_window.glance import Glance
from flowsim.ui.main_window.page_layout import GuideSlot, ResultsCover, fit_sides, laid_out
from flowsim.ui.main_window.settings import Settings
from flowsim.ui.panels.bottleneck_sheet import BottleneckSheet
from flowsim.ui.panels.figures_sheet import FiguresSheet
from flowsim.ui.panels.inspector import Inspector
from flowsim.ui.panels.run_controls import RunControls
from flowsim.ui.panels.timeline import Timeline
from flowsim.ui.style.theme import Theme
from flowsim.ui.tables.card_table import CardTable
from flowsim.ui.text import messages
from flowsim.ui.text.language import shown
from flowsim.ui.text.number_format import long_time, rate_in_words


class BoardPage(QWidget):
    """One session on view.

    Signals: `history_changed`; `export_asked` (chart name, file ending, scale), `copy_asked` (chart name), `all_asked`
    (every chart in one PDF); `rename_asked` (a `PinnedRun`); `menu_asked` and `column_menu_asked` (global position);
    `pace_chosen` (the speed as a multiple of the board's first speed); `opening_cancelled` (the file on view is not
    wanted any more, before its run has been played again); `what_if_asked` (path of a setting); `branch_offered` (a
    `Step` asked for at an earlier moment), `go_back_asked` (to that moment, for good).
    """

    history_changed = Signal()
    export_asked = Signal(str, str, float)
    copy_asked = Signal(str)
    all_asked = Signal()
    rename_asked = Signal(object)
    menu_asked = Signal(QPoint)
    column_menu_asked = Signal(QPoint)
    pace_chosen = Signal(float)
    opening_cancelled = Signal()
    what_if_asked = Signal(str)
    branch_offered = Signal(object)
    go_back_asked = Signal()

    def __init__(self, session: Session, theme: Theme, clock: Callable[[], float], pins: Pins | None = None) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self.bridge = Bridge(session, clock)
        self.controls = RunControls()
        self.board = BoardView(session, theme, clock)
        self.chart = ChartSheet(session, theme)
        self.figures = FiguresSheet()
        self.bottleneck = BottleneckSheet()
        self.inspector = Inspector(theme)
        self.timeline = Timeline(theme)
        self.table = CardTable(theme)
        self.pins = pins or Pins()
        self.views = QStackedWidget()
        self.views.addWidget(self.board)
        self.views.addWidget(self.table)
        self.guide_slot = GuideSlot()
        self.cover = ResultsCover()
        self.board.message.speak_over(self, self.timeline)
        self._split, self._beside = laid_out(
            self,
            self.controls,
            (self.views, self.chart),
            (self.cover, self.figures, self.bottleneck, self.inspector),
            self.timeline,
            self.guide_slot,
        )
        self.glance = Glance(self.bridge)
        self._connect()
        self.chart.show_pins(self.pins.pins)
        self._refresh_all()

    def open(self, session: Session) -> None:
        """Put another session on view."""
        self.session = session
        self.bridge.session = session
        self.board.open(session)
        self.chart.open(session)
        self.inspector.open(session)
        self.table.select([])
        self.pins.clear()
        self.chart.show_pins(())
        self._refresh_all()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self.board.set_theme(theme)
        self.chart.set_theme(theme)
        self.inspector.set_theme(theme)
        self.timeline.set_theme(theme)
        self.table.set_theme(theme)
        self.draw()

    def show_layout(self, settings: Settings) -> None:
        """Board and charts as they shared the height last time, and the chart that was on view."""
        self._split.restoreState(settings.splitter)
        if settings.chart in CHARTS:
            self.chart.choose(settings.chart)

    def keep_layout(self, settings: Settings) -> None:
        """Remember how it looks now."""
        settings.splitter = self._split.saveState()
        settings.chart = self.chart.name

    def announce(self, changes: Changes) -> None:
        """Tell every part that `changes` have happened."""
        self.bridge.announce(changes)

    def edit(self, edit: Edit) -> None:
        """Change the board itself; a run that begins again because of that is told."""
        begun, had_run = self.session.begun, self.session.history.interventions
        self.bridge.attempt(lambda: self.session.edit(edit))
        if begun and not self.session.begun:
            what = self.tr("what people did in it and the run") if had_run else self.tr("the run")
            self.board.message.say(
                self.tr("The board has changed, so the run begins again. Undo brings {0} back.").format(what)
            )

    def look_like(self, other: "BoardPage") -> None:
        """Show the view and the column that are on view in another page of the same session."""
        if other.board.board_scene.by_class:
            self.board.toggle_classes()
        if other.views.currentWidget() is other.table:
            self.toggle_table()
        elif other.chart.wall.isChecked():
            self.chart.wall.setChecked(True)
        else:
            self.board.setFocus()
        if other.inspector.column is not None:
            self.board.choose_column(other.inspector.column)

    def show_board(self) -> None:
        """The board itself, whatever stands in its place."""
        self.chart.wall.setChecked(False)
        self.views.setCurrentWidget(self.board)

    def toggle_table(self) -> None:
        """The cards as a table in place of the board, or the board again."""
        self.chart.wall.setChecked(False)
        tabled = self.views.currentWidget() is self.table
        self.views.setCurrentWidget(self.board if tabled else self.table)
        self.table.show_session(self.session)
        (self.board if tabled else self.table.grid).setFocus()

    def toggle_play(self) -> None:
        """Let time go on, by a roll where dice move cards, or stand; a run that has ended says so."""
        self.bridge.attempt(lambda: dice.toggled(self.session))

    def step(self) -> None:
        """Go on to the next event."""
        self.bridge.attempt(lambda: dice.stepped(self.session))

    def undo(self) -> None:
        """Take back the last thing a person did."""
        self.bridge.attempt(self.session.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.bridge.attempt(self.session.redo)

    def restart(self) -> None:
        """Begin again at time 0."""
        self.bridge.attempt(self.session.restart)

    def cancel_replay(self) -> None:
        """The run on view stays; where a file is still being opened there is none yet, and the window decides."""
        if self.session.replaying.opens:
            self.opening_cancelled.emit()
        else:
            self.announce(self.session.cancel_replay())

    def look(self, time: Time | None) -> None:
        """Look at an earlier moment; None: back to now."""
        self.announce(self.session.look(time))

    def pin(self) -> None:
        """Keep the run as it is on view, to compare with."""
        session = self.session
        name = self.pin_run(session.steady_view, ended=session.ended and not session.looks_back)
        self.board.message.say(self.tr("{0} is pinned: it stays in every chart as a dashed line").format(name))

    def pin_run(self, run: RunView, name: str = "", *, ended: bool) -> str:
        """Keep this moment of a run to compare with; what it is called."""
        pin = self.pins.add(run, name, ended=ended)
        self._show_pins()
        return shown(pin.name)

    def unpin(self, pin: PinnedRun) -> None:
        """Keep a run no longer."""
        self.pins.remove(pin)
        self._show_pins()

    def rename(self, pin: PinnedRun, name: str) -> None:
        """Call a pinned run something else."""
        self.pins.rename(pin, name)
        self._show_pins()

    def _open_card(self, card: CardId) -> None:
        """A card was chosen in a chart: it is on view in the inspector, and chosen on the board if it is there."""
        if card in self.session.view.board_state.cards:
            self.board.choose([card])
        self.inspector.show_card(self.session, card)

    def _set_speed(self, speed: float) -> None:
        self.announce(self.session.set_speed(speed))
        self.pace_chosen.emit(speed / first_speed(self.session.scenario))

    def _show_pins(self) -> None:
        self.chart.show_pins(self.pins.pins)
        self.draw()

    def _connect(self) -> None:
        """All wiring, in one place."""
        self.bridge.changed.connect(self._take)
        self.bridge.frame.connect(self.glance.advance)
        self.bridge.frame.connect(self.board.advance)
        self.bridge.drawing_due.connect(lambda _: self.draw())
        self.bridge.refused.connect(self.tell_refusal)
        self.controls.play_asked.connect(self.toggle_play)
        self.controls.step_asked.connect(self.step)
        self.controls.restart_asked.connect(self.restart)
        self.controls.speed_asked.connect(self._set_speed)
        self.timeline.look_asked.connect(self.look)
        self.timeline.now_asked.connect(lambda: self.look(None))
        self.timeline.go_back_asked.connect(self.go_back_asked)
        self.timeline.edit_asked.connect(self.edit)
        for part in (self.board, self.inspector):
            part.step_asked.connect(self.do)
            part.edit_asked.connect(self.edit)
        self.table.step_asked.connect(self.do)
        self.table.opened.connect(self.inspector.take_focus)
        self.table.menu_asked.connect(lambda _card, place: self.menu_asked.emit(place))
        self.table.chosen.connect(self.board.choose)
        self.board.chosen.connect(lambda _: self.table.select(self.board.selection))
        self.board.chosen.connect(
            lambda card: self.inspector.show_card(self.session, card, together=self.board.selection)
        )
        self.board.opened.connect(self.inspector.take_focus)
        self.board.menu_asked.connect(lambda _card, place: self.menu_asked.emit(place))
        self.board.column_chosen.connect(lambda column: self.inspector.show_column(self.session, column))
        self.inspector.what_if_asked.connect(self.what_if_asked)
        self.inspector.complained.connect(self.board.message.complain)
        self.inspector.entered.connect(self.board.setFocus)
        self.inspector.refused.connect(self.tell_refusal)
        self.board.refused.connect(self.tell_refusal)
        self.board.column_menu_asked.connect(lambda _column, place: self.column_menu_asked.emit(place))
        self.chart.copy_asked.connect(self.copy_asked)
        self.chart.export_asked.connect(self.export_asked)
        self.chart.all_asked.connect(self.all_asked)
        self.chart.pointed.connect(self.glance.point)
        self.chart.card_clicked.connect(self._open_card)
        self.chart.mark_clicked.connect(self.look)
        self.bridge.frame.connect(lambda _: self.chart.draw_due())
        self.chart.unpin_asked.connect(self.unpin)
        self.chart.rename_asked.connect(self.rename_asked)
        self.chart.wall_asked.connect(self._show_wall)
        self.controls.pin_asked.connect(self.pin)
        self.controls.cancel_asked.connect(self.cancel_replay)

    def _show_wall(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        self.board.cancel_drag()  # nothing stays in hand behind the charts
        self.views.setHidden(wanted)

    def _refresh_all(self) -> None:
        self._take(Changes.EVERYTHING)
        self.draw()

    def _take(self, changes: Changes) -> None:
        """What must follow at once."""
        if changes & Changes.DOCUMENT:
            self.board.follow_board()
            self.chart.open(self.session)
            self.inspector.follow_board(self.session)
        self.board.take(changes)
        if changes & Changes.VIEW:
            self.board.show_past(messages.past_on_view(self.session))
        if changes & (Changes.CONDITIONS | Changes.VIEW | Changes.DOCUMENT):
            self.inspector.refresh(self.session)
        if changes & (Changes.TIME | Changes.HISTORY):  # what is done while time stands is marked, too
            self.controls.show_time(self.session)
            self.timeline.show_session(self.session)
        if changes & (Changes.VIEW | Changes.PLAYING | Changes.SPEED | Changes.DOCUMENT | Changes.RUN):
            self.controls.show_run(self.session)
        if changes & (Changes.HISTORY | Changes.DOCUMENT):
            self.history_changed.emit()
        ended = self.session.ended and self.session.now > 0 and not self.session.looks_back
        if changes & Changes.PLAYING and not changes & Changes.VIEW and ended:
            self.board.message.say(messages.why_ended(self.session))

    def do(self, step: Step) -> None:
        """Do one step of a person, or at an earlier moment offer a branch with it."""
        if self.session.looks_back:
            self.branch_offered.emit(step)
            return
        before = len(self.session.history.done)
        self.bridge.do(step)
        if len(self.session.history.done) > before and (words := messages.after(self.session, step)):
            self.board.message.say(words)

    def draw(self) -> None:
        """What is worth looking at some times a second: figures, evidence, the diagram."""
        session, view = self.session, self.session.view
        if session.player.playing:
            self.controls.show_run(session)
        figures = figures_of(view.flow, view.staffing)
        loads, narrowest = recently(view.flow, view.staffing)
        if session.conceals:
            loads, narrowest = (IDLE,) * len(loads), None
        wip = sum(len(lane) for lane in view.board_state.lanes)
        self.figures.show_figures(session.scenario, figures, wip)
        self._show_differences(figures)
        evidence = messages.evidence(session.scenario, narrowest, loads)
        column = None if narrowest is None else narrowest.column
        stands = view.standstill
        if stands is not None:
            self.bottleneck.show_standstill(messages.standstill(session.scenario, stands), stands.reasons)
        elif column is None and (busiest := messages.busiest(people_of(view.flow, view.staffing))):
            self.bottleneck.show_busiest(*busiest)
        else:
            self.bottleneck.show_bottleneck("" if column is None else session.scenario.columns[column].title, evidence)
        unit = session.scenario.time_unit
        arrivals = shown(rate_in_words(len(view.flow.arrived) / view.now, unit)) if view.now > 0 else ""
        finished = shown(rate_in_words(figures.throughput, unit)) if figures.finished and not session.conceals else ""
        self.board.show_lately(loads, narrowest, evidence, arrivals, shown(long_time(window_of(view.flow), unit)))
        self.board.show_ages(figures.cycle_time, finished)
        self.inspector.refresh(session)
        self.table.show_session(session)
        self.chart.show_bottleneck(self._bottleneck_drawn(narrowest))
        self.chart.refresh()

    def _bottleneck_drawn(self, on_view: Bottleneck | None) -> int | None:
        """What is drawn as the bottleneck: bands keep their colours while people only glance at a moment."""
        steady = self.session.steady_view
        if steady is not self.session.view:
            on_view = recently(steady.flow, steady.staffing)[1]
        return None if on_view is None else on_view.column

    def _show_differences(self, figures: Figures) -> None:
        """Beside every figure what it is more or less than in the run pinned last."""
        ended = self.session.ended and not self.session.past_on_view
        compared = self.pins.compared_with(self.session.view, ended=ended)
        words = "" if compared is None else messages.as_it_was(*compared)
        self.figures.show_differences(self.session.scenario, figures, compared, words)

    def can_be_played(self) -> bool:
        """Whether what is on view can be played otherwise; a team's history is told to be fixed."""
        if self.session.is_fixed:
            self.tell_refusal(shown(why_fixed()))
        return not self.session.is_fixed

    def tell_refusal(self, reason: str) -> None:
        """Say why something is not done."""
        self.board.message.say(reason[:1].upper() + reason[1:] + ".")

    def fit_sides(self) -> None:
        """Give guide and sheets their places, as there is room."""
        fit_sides(self, self.guide_slot, self._beside)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_sides()
