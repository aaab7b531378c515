"""The sheet of charts: one chart by name, or a wall of six; how to read it, copy, export, read off."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
)
from typing_extensions import override

from flowsim.charts import cumulative_flow
from flowsim.charts.catalogue import CHARTS, PAPER_PIXELS, every_picture
from flowsim.charts.colours import LIGHT, Theme
from flowsim.charts.options import ChartOptions
from flowsim.charts.picture import Picture, Values
from flowsim.charts.pinned_run import PinnedRun
from flowsim.charts.timeline_marks import TimelineMarks
from flowsim.domain.words import Time
from flowsim.metrics import RunView
from flowsim.session.session import Session
from flowsim.ui.charts.chart_grid import ChartGrid
from flowsim.ui.charts.chart_head import ChartHead
from flowsim.ui.charts.chart_heading import HeadingText
from flowsim.ui.charts.chart_menu import LAST, ChartActs, chart_menu, explain
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import window_style
from flowsim.ui.charts.pin_chips import PinChips
from flowsim.ui.charts.time_window import TimeWindow
from flowsim.ui.style.theme import SPACE_1, SPACE_2, SPACE_3, px
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.elided_label import ElidedLabel
from flowsim.ui.widgets.help_place import explained
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea

WALL: Final = ("flow", "cycle-time", "throughput", "wip", "queues", "time")
LEAST_HEIGHT: Final = 136
LEAST_PLOT: Final = 96
ROOM_FOR_READING: Final = 240
"""A lower sheet leaves the height to the chart; how to read it is in its menu."""

DRAWING_BUDGET: Final = 0.004
"""Seconds of one frame after which charts that are not made yet wait for the next; painting takes as long again."""


class ChartSheet(QFrame):
    """The charts of a session.

    Signals: `export_asked` (chart name, file ending, scale), `copy_asked` (chart name), `all_asked` (every chart in one
    PDF), `pointed` (the time under the mouse, or None), `card_clicked` (card number), `mark_clicked` (time of the
    mark), `wall_asked` (whether to show the wall), `unpin_asked` and `rename_asked` (a `PinnedRun`).
    """

    export_asked = Signal(str, str, float)
    copy_asked = Signal(str)
    all_asked = Signal()
    pointed = Signal(object)
    card_clicked = Signal(int)
    mark_clicked = Signal(float)
    wall_asked = Signal(bool)
    unpin_asked = Signal(object)
    rename_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.window_of_time = TimeWindow()
        self.name = "flow"
        self.pins: tuple[PinnedRun, ...] = ()
        self.without_done = False
        self._session = session
        self._theme = theme
        self._bottleneck: int | None = None
        self._marks = TimelineMarks()
        self._due: list[int] = []
        self._seen: Time = 0.0
        self._plots: list[ChartPlot] = []
        self.head = ChartHead()
        self.tabs, self.follow, self.lines, self.wall = (
            self.head.tabs, self.head.follow, self.head.lines, self.head.wall,
        )  # fmt: skip
        self.chips = PinChips()
        self._reading = ElidedLabel()
        self._reading.setObjectName("small")
        self._grid = ChartGrid()
        body = QVBoxLayout(self)
        body.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        body.setSpacing(SPACE_1)
        body.addWidget(self.head)
        row = QHBoxLayout()
        row.addWidget(self._reading, 1)
        row.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignRight)
        body.addLayout(row)
        body.addWidget(
            QuietScrollArea(self._grid), 1
        )  # where the text is large and the window is not, six charts scroll
        self.setMinimumHeight(px(LEAST_HEIGHT))
        self._connect()
        self._arrange_charts()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.choose)
        self.chips.unpin_asked.connect(self.unpin_asked)
        self.chips.rename_asked.connect(self.rename_asked)
        self.follow.clicked.connect(self._follow)
        self.lines.toggled.connect(self._set_reading)
        self.wall.toggled.connect(self._arrange_charts)
        self.wall.toggled.connect(self.wall_asked)
        self._grid.across_changed.connect(self.refresh_all)
        self.head.copy_asked.connect(lambda: self.copy_asked.emit(self.name))
        self.head.export_asked.connect(lambda ending, scale: self.export_asked.emit(self.name, ending, scale))
        self.head.all_asked.connect(self.all_asked)
        self.window_of_time.moved.connect(self._window_moved)
        self.window_of_time.pointed.connect(self._cursor_moved)

    # What is on view

    @property
    def charts(self) -> list[ChartPlot]:
        """The charts on view."""
        return self._plots[: len(self._names)]

    def picture(self, name: str | None = None, *, paper: bool = False) -> Picture:
        """A chart as it is now, the one on view if no other is named; in print colours for `paper`."""
        session, spec = self._session, CHARTS[name or self.name]
        options = self._options(paper=paper)
        made = spec.picture(self._run, options)
        # Charts not over time follow the hover preview (`peek`) too; charts over time show it by their cursor.
        return made if made.over_time or paper or not session.past_on_view else spec.picture(session.view, options)

    def _options(self, *, paper: bool) -> ChartOptions:
        start, end = self.window_of_time.span(self._session.now)
        return ChartOptions(
            LIGHT if paper else self._theme, start, end, PAPER_PIXELS if paper else self._plots[0].pixels,
            self._bottleneck, self.pins, self._session.now, self.without_done, self._marks,
        )  # fmt: skip

    def paper_picture(self, name: str) -> Picture:
        """A chart for a file: in print colours, and with the part of it that is on view."""
        picture = self.picture(name, paper=True)
        return self._plots[self._names.index(name)].with_height_on_view(picture) if name in self._names else picture

    @property
    def _run(self) -> RunView:
        """What charts over time show: now, or the moment people went back to; not what they only glance at."""
        return self._session.steady_view

    def pictures(self) -> Iterator[Picture]:
        """All charts of this moment that have something to show, for paper; the one on view if none has."""
        run, options = self._run.before(self._run.now), self._options(paper=True)
        return every_picture(run, replace(options, marks=TimelineMarks()), self.name)

    def open(self, session: Session) -> None:
        """Show another session."""
        self._session, self._bottleneck, self._seen = session, None, 0.0
        self._begin_anew()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        for plot in self._plots:
            plot.set_style(window_style(theme))
        self.refresh_all()

    def choose(self, name: str) -> None:
        """Show this chart."""
        if name != self.name:
            self._let_go()
        self.name = name
        explained(self, f"read/{name}")
        self.wall.setChecked(False)
        self._plots[0].height_range = None
        self._offer_reading()
        self.tabs.show_chosen(name)
        self.refresh_all()

    def show_pins(self, pins: tuple[PinnedRun, ...]) -> None:
        """These runs are pinned: each a name that can be changed or removed, and dashed lines in every chart."""
        if pins != self.pins:
            self.pins = pins
            self.chips.show_pins(pins)
            self.refresh_all()
            if (picture := self._picture_over_time) is not None:
                self.window_of_time.keep_within(picture.x.end)

    def show_bottleneck(self, column: int | None) -> None:
        """Which column is drawn as the bottleneck."""
        self._bottleneck = column

    @property
    def drawn(self) -> bool:
        """Whether every chart shows something, and nothing newer waits to be drawn."""
        return not self._due and all(plot.picture is not None and plot.updatesEnabled() for plot in self.charts)

    # Drawing

    def refresh(self) -> None:
        """Draw what is new: as much of it as a frame has time for, the rest with the next ones."""
        if self._session.now < self._seen:
            self._begin_anew()
        self._seen = self._session.now
        self._due += [index for index in range(len(self._names)) if index not in self._due]
        self.draw_due()

    def draw_due(self) -> None:
        """Go on drawing what is due, for as long as a frame allows."""
        self._uncover_one()
        deadline = time.perf_counter() + DRAWING_BUDGET
        while self._due:
            self._draw(self._due.pop(0))
            if time.perf_counter() > deadline:
                return

    def _uncover_one(self) -> None:
        """Let one more chart paint itself; first-painting all six in one frame makes the board stutter."""
        if covered := next((plot for plot in self.charts if not plot.updatesEnabled()), None):
            covered.setUpdatesEnabled(True)

    def refresh_all(self) -> None:
        """Draw every chart on view."""
        self._due = []
        for index in range(len(self._names)):
            self._draw(index)

    def _draw(self, index: int) -> None:
        plot = self._plots[index]
        picture = self.picture(self._names[index])
        if len(self._names) > 1:
            plot.heading = HeadingText(shown(picture.title))
        plot.share_time_with(self._plots[0] if index and picture.over_time else None)
        plot.show_picture(picture)
        if len(self._names) == 1:
            whole = "   ·   ".join(map(shown, filter(None, (picture.reading, picture.note))))
            self._reading.setText(whole, shorter=picture.note)
        else:
            self._align(index)

    def _align(self, index: int) -> None:
        """Align the time axes of the charts over time in the same grid column as chart `index`."""
        column = self.charts[index % self._grid.across :: self._grid.across]
        column = [plot for plot in column if plot.picture is not None and plot.picture.over_time]
        sides = [plot.sides for plot in column]
        for plot in column:
            plot.align(max(left for left, _ in sides), max(right for _, right in sides))

    def _begin_anew(self) -> None:
        """Reset zoom and reading, and follow the run: another session is open, or the run began again."""
        self._forget_heights()
        self._let_go()
        self.window_of_time.follow()

    @property
    def _names(self) -> Sequence[str]:
        return WALL if self.wall.isChecked() else (self.name,)

    def _arrange_charts(self) -> None:
        """As many charts as are on view, in their places; those made once are kept."""
        names = self._names
        while len(self._plots) < len(names):
            self._add_plot()
        self._grid.show_charts(self._plots[: len(names)])
        for index, plot in enumerate(self._plots):
            plot.setVisible(index < len(names))
            plot.setUpdatesEnabled(index == 0)
            plot.setMinimumHeight(LEAST_PLOT if len(names) == 1 else px(LEAST_PLOT))  # six scroll, one does not
            plot.share_time_with(None)
            plot.height_range, plot.heading = None, HeadingText()
            plot.align(0.0, 0.0)
        self._let_go()
        self._offer_reading()
        self.tabs.show_chosen(None if len(names) > 1 else self.name)
        if len(names) > 1:
            self._reading.setText(self.tr("Shared time axis: scroll to zoom, drag to pan, hover to compare a moment."))
        self.refresh_all()

    def _add_plot(self) -> None:
        plot, index = ChartPlot(window_style(self._theme)), len(self._plots)
        plot.pointer.reads = self._read_between
        plot.pointer.pointed.connect(self.window_of_time.point)
        plot.range_chosen.connect(self._choose_range)
        plot.called_off.connect(self._let_go)
        plot.all_asked.connect(self.window_of_time.follow)
        plot.pointer.card_clicked.connect(self.card_clicked)
        plot.mark_clicked.connect(self.mark_clicked)
        plot.menu_asked.connect(lambda at: self.menu_of(index).popup(at))
        plot.pointer.region_moved.connect(lambda: self.lines.setChecked(True))
        self._plots.append(plot)

    # Zoom, cursor, reading off

    def _choose_range(self, start: Time, end: Time) -> None:
        if (picture := self._picture_over_time) is not None:
            self.window_of_time.show(start, end, picture.x.end)

    @property
    def _picture_over_time(self) -> Picture | None:
        return next((plot.picture for plot in self.charts if plot.picture and plot.picture.over_time), None)

    def zoom_by(self, factor: float) -> None:
        """Show `factor` times as much of the run, around the cursor or else the middle of what is on view."""
        if (picture := self._picture_over_time) is not None:
            self.window_of_time.zoom_by(factor, picture.x.low, picture.x.high, picture.x.end)

    def show_latest(self) -> None:
        """Show the latest part of the run, and go on with it."""
        self.window_of_time.follow(LAST[self._session.scenario.time_unit][0])

    def show_all(self) -> None:
        """Show the whole run and the whole height of every chart."""
        self._forget_heights()
        self.window_of_time.follow()

    def _forget_heights(self) -> None:
        for plot in self._plots:
            plot.height_range = None

    def leave_out_done(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        """Whether the cumulative flow is shown without what is done."""
        self.without_done = wanted
        self._forget_heights()
        self.refresh_all()

    def _window_moved(self) -> None:
        self.follow.setVisible(not self.window_of_time.following)
        self.refresh_all()

    def _follow(self) -> None:
        self._forget_heights()
        self.window_of_time.follow_again()

    def _cursor_moved(self) -> None:
        cursor = self.window_of_time.cursor
        for plot in self.charts:
            plot.pointer.show_cursor(cursor)
        self.pointed.emit(cursor)

    def _offer_reading(self) -> None:
        """Only the cumulative flow is read off between two moments."""
        offered = self._names == ("flow",)
        self.lines.setVisible(offered)
        self._plots[0].view_box.can_read_off = offered
        self.follow.setVisible(not self.window_of_time.following)
        if not offered:
            self._let_go()

    def _let_go(self) -> None:
        """Nothing is read off, pointed at or dragged any more."""
        self.lines.setChecked(False)
        for plot in self._plots:
            plot.let_go()

    def _set_reading(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        plot = self._plots[0]
        plot.view_box.reads_off = wanted
        if not wanted:
            plot.pointer.stop_reading()
        elif not plot.pointer.region.isVisible():
            self.refresh_all()
            plot.pointer.read_last_part()

    def _read_between(self, since: Time, until: Time) -> Values:
        run = self._run
        return cumulative_flow.between(run, min(since, run.now), min(until, run.now))

    # Menu

    def menu_of(self, index: int) -> QMenu:
        """What a click with the right button on the chart at this place offers."""
        plot, name = self._plots[index], self._names[index]
        picture = plot.picture
        over_time = picture is not None and picture.over_time
        acts = ChartActs(
            view_all=plot.show_all, view_last=self.window_of_time.follow,
            leave_out_done=self.leave_out_done if name == "flow" else None, without_done=self.without_done,
            export=lambda ending, scale: self.export_asked.emit(name, ending, scale),
            export_all=self.all_asked.emit, copy=lambda: self.copy_asked.emit(name),
            explain=lambda: explain(plot, picture), unit=self._session.scenario.time_unit if over_time else None,
        )  # fmt: skip
        menu = chart_menu(self, acts)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reading.setVisible(self.height() >= px(ROOM_FOR_READING))
