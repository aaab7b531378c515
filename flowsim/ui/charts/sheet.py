"""The sheet of charts: one chart by name, or a wall of six; how to read it, copy, export, read off."""

import time
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time
from flowsim.session.moment import Moment
from flowsim.session.pins import Pin
from flowsim.session.session import Session
from flowsim.ui.charts import flow
from flowsim.ui.charts.axis import TimeAxis
from flowsim.ui.charts.catalog import CHARTS
from flowsim.ui.charts.chart import Chart
from flowsim.ui.charts.look import Look
from flowsim.ui.charts.picture import Picture, Words
from flowsim.ui.fields import ElidedLabel
from flowsim.ui.language import labelled, shown
from flowsim.ui.palette import LIGHT
from flowsim.ui.theme import SPACE_1, SPACE_2, SPACE_3, SPACE_4, Theme

FORMATS: Final = (
    ("PNG", "png", 2.0), (phrase("PNG, small (1×)"), "png", 1.0), (phrase("PNG, large (4×)"), "png", 4.0),
    ("SVG", "svg", 1.0), ("PDF", "pdf", 1.0), ("CSV", "csv", 1.0),
)  # fmt: skip
"""What a chart can be saved as: name, ending, pixels a logical pixel."""
ON_PAPER: Final = 1920
"""Pixel columns for which a chart on paper is reduced."""

WALL: Final = ("flow", "cycle-time", "throughput", "wip", "queues", "time")
DRAWING_BUDGET: Final = 0.008
"""Seconds of one frame after which the charts of the wall not drawn yet wait for their turn, while the run goes on."""


class ChartSheet(QFrame):
    """The charts of a session.

    Signals: `export_asked` (ending, scale), `copy_asked`, `all_asked` (every chart in one PDF), `pointed` (the moment
    under the mouse, or None), `wall_asked` (whether the wall is to be shown), `unpin_asked` and `rename_asked` (a pin).
    """

    export_asked = Signal(str, float)
    copy_asked = Signal()
    all_asked = Signal()
    pointed = Signal(object)
    wall_asked = Signal(bool)
    unpin_asked = Signal(object)
    rename_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.axis = TimeAxis()
        self.name = "flow"
        self.pins: tuple[Pin, ...] = ()
        self._session = session
        self._theme = theme
        self._bottleneck: int | None = None
        self._next = 0
        self._seen: Time = 0.0
        self.charts: list[Chart] = []
        self._tabs: dict[str, QToolButton] = {}
        self._reading = ElidedLabel()
        self._reading.setObjectName("small")
        self.wall = self._tool(self.tr("Wall"), self.tr("Show six charts at once, in place of the board (F4)"))
        self.wall.setCheckable(True)
        self.wall.toggled.connect(self._arrange_charts)
        self.wall.toggled.connect(self.wall_asked)
        self.lines = self._tool(
            self.tr("Read off"), self.tr("Two lines to drag: work in progress, throughput and cycle time between them")
        )
        self.lines.setCheckable(True)
        self.lines.toggled.connect(self._set_lines)
        self._pin_row = QHBoxLayout()
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_3)
        body = QVBoxLayout(self)
        body.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        body.setSpacing(SPACE_1)
        body.addLayout(self._head())
        row = QHBoxLayout()
        row.addWidget(self._reading, 1)
        row.addLayout(self._pin_row)
        body.addLayout(row)
        body.addLayout(self._grid, 1)
        self.setMinimumHeight(170)
        self.axis.moved.connect(self.refresh_all)
        self.axis.pointed.connect(lambda: self.pointed.emit(self.axis.cursor))
        self._arrange_charts()

    def picture(self, name: str | None = None, *, paper: bool = False) -> Picture:
        """A chart as it is now, the one on view if no other is named; in print colours for `paper`."""
        session, maker = self._session, CHARTS[name or self.name]
        theme = LIGHT if paper else self._theme
        pixels = ON_PAPER if paper else self.charts[0].pixels
        look = Look(theme, self.axis.start, self.axis.end, pixels, self._bottleneck, self.pins, session.now)
        made = maker(self._moment, look)
        # What is not over time shows the moment that is only glanced at, too; over time the cursor is there.
        return made if made.over_time or session.looking.moment is None else maker(session.view, look)

    @property
    def _moment(self) -> Moment:
        """What charts over time show: now, or the moment people went back to; not what they only glance at."""
        return self._session.looking.gone_back or self._session.latest

    def pictures(self) -> list[Picture]:
        """All charts, for paper."""
        return [self.picture(name, paper=True) for name in CHARTS]

    def open(self, session: Session) -> None:
        """Show another session."""
        self._session, self._bottleneck, self._seen = session, None, 0.0
        self._begin_anew()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        for chart in self.charts:
            chart.set_theme(theme)
        self.refresh_all()

    def choose(self, name: str) -> None:
        """Show this chart."""
        self.name = name
        its_tab = self._tabs[name] if name in self._tabs and not self._tabs[name].isHidden() else self._more
        its_tab.setChecked(True)
        self._more.setText(self.titles[name] if its_tab is self._more else self.tr("More"))
        self.wall.setChecked(False)
        self.lines.setVisible(name == "flow")
        if name != "flow":
            self.lines.setChecked(False)
        self.refresh_all()

    def show_pins(self, pins: tuple[Pin, ...]) -> None:
        """These runs are pinned: each a name that can be changed or let go, and dashed lines in every chart."""
        self.pins = pins
        while (item := self._pin_row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for pin in pins:
            button = self._tool(labelled(shown(pin.name)), self.tr("A pinned run: rename it, or let it go"))
            button.setObjectName("chip")
            button.setIcon(_dashes(pin.colour))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            menu = QMenu(button)
            menu.addAction(self.tr("Rename …"), partial(self.rename_asked.emit, pin))
            menu.addAction(self.tr("Let go"), partial(self.unpin_asked.emit, pin))
            button.setMenu(menu)
            self._pin_row.addWidget(button)
        self.refresh_all()

    def show_bottleneck(self, column: int | None) -> None:
        """Which column is drawn as the bottleneck."""
        self._bottleneck = column

    @property
    def drawn(self) -> bool:
        """Whether every chart shows something."""
        return all(chart.picture is not None for chart in self.charts)

    def refresh(self) -> None:
        """Draw what is new: everything, or of a wall that changes all the time a few charts at a time."""
        if self._session.now < self._seen:
            self._begin_anew()
        self._seen = self._session.now
        if len(self.charts) == 1 or not self._session.player.playing:
            self.refresh_all()
            return
        began = time.perf_counter()
        for _ in self.charts:
            self._draw(self._next % len(self.charts))
            self._next += 1
            if time.perf_counter() - began > DRAWING_BUDGET:
                return

    def refresh_all(self) -> None:
        """Draw every chart on view."""
        for index in range(len(self.charts)):
            self._draw(index)

    def _begin_anew(self) -> None:
        """The run was restarted: what people looked at in the old one is no more."""
        self.lines.setChecked(False)
        self.axis.point(None)
        self.axis.show_all()

    def _draw(self, index: int) -> None:
        chart = self.charts[index]
        picture = self.picture(self._names[index])
        chart.show_picture(picture)
        if index == 0 and len(self.charts) == 1:
            self._reading.setText("   ·   ".join(map(shown, filter(None, (picture.reading, picture.note)))))

    @property
    def _names(self) -> Sequence[str]:
        return WALL if self.wall.isChecked() else (self.name,)

    def _arrange_charts(self) -> None:
        """As many charts as are on view, in their places."""
        for old in self.charts:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        names = self._names
        self.lines.setChecked(False)
        self.charts = [Chart(self.axis, self._theme) for _ in names]
        for index, chart in enumerate(self.charts):
            chart.titled = len(names) > 1
            chart.reads = self._read_between
            self._grid.addWidget(chart, index // 2, index % 2)
        if len(names) > 1:
            self._reading.setText(
                self.tr("One time axis: wheel and drag zoom all charts, hovering shows them all then.")
            )
        self.refresh_all()

    def _set_lines(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        now, start = self._session.now, self.axis.start
        end = now if self.axis.end is None else min(self.axis.end, now)
        self.charts[0].lines = [start + 0.5 * (end - start), start + 0.9 * (end - start)] if wanted else []
        self.charts[0].update()

    def _read_between(self, since: Time, until: Time) -> Words:
        return flow.between(self._moment, min(since, self._moment.now), min(until, self._moment.now))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_1)
        group = QButtonGroup(self)
        names = list(CHARTS)
        titles = self.titles = {
            "flow": self.tr("Flow"), "cycle-time": self.tr("Cycle time"), "throughput": self.tr("Throughput"),
            "wip": self.tr("WIP"), "aging": self.tr("Aging"), "time": self.tr("Where time goes"),
            "histogram": self.tr("Histogram"), "queues": self.tr("Queues"),
            "waits": self.tr("Waiting"), "bottleneck": self.tr("Bottleneck"),
            "cost": self.tr("Cost of delay"), "little": self.tr("Little's law"),
        }  # fmt: skip
        for name in names[:6]:
            tab = self._tabs[name] = self._tool(titles[name], "")
            tab.setCheckable(True)
            tab.clicked.connect(partial(self.choose, name))
            group.addButton(tab)
            row.addWidget(tab)
            self._fixed(tab)
        self._more = self._tool(self.tr("More"), self.tr("More charts"))
        self._more.setCheckable(True)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        self._others = {name: menu.addAction(titles[name], partial(self.choose, name)) for name in names}
        self._more.setMenu(menu)
        menu.aboutToShow.connect(self._offer_others)
        group.addButton(self._more)
        row.addWidget(self._more)
        self._tabs["flow"].setChecked(True)
        row.addStretch(1)
        row.addWidget(self.lines)
        row.addWidget(self.wall)
        copy = self._copy = self._tool(self.tr("Copy"), self.tr("Copy the chart as a picture (Ctrl+Shift+C)"))
        copy.clicked.connect(self.copy_asked)
        row.addWidget(copy)
        self._export = self._export_button()
        row.addWidget(self._export)
        row.setContentsMargins(0, 0, SPACE_4 - SPACE_3, 0)
        return row

    def _fixed(self, tab: QToolButton) -> None:
        """A tab is read whole, or is under More."""
        tab.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _offer_others(self) -> None:
        """Under More stands what has no tab on view."""
        for name, action in self._others.items():
            action.setVisible(name not in self._tabs or self._tabs[name].isHidden())

    def _fit_tabs(self) -> None:
        """As many tabs as there is room for; the others are under More."""
        tools = [self.lines, self.wall, self._copy, self._export, self._more]
        taken = sum(tool.sizeHint().width() + SPACE_1 for tool in tools) + 2 * SPACE_4
        for tab in self._tabs.values():
            taken += tab.sizeHint().width() + SPACE_1
            tab.setVisible(taken <= self.width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def _export_button(self) -> QToolButton:
        export = self._tool(self.tr("Export"), self.tr("Save the chart as PNG, SVG, PDF, or its data as CSV"))
        export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(export)
        for name, ending, scale in FORMATS:
            menu.addAction(shown(name), partial(self.export_asked.emit, ending, scale))
        menu.addSeparator()
        menu.addAction(self.tr("All charts as PDF"), self.all_asked.emit)
        export.setMenu(menu)
        return export

    def _tool(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("flat")
        button.setText(text)
        button.setToolTip(tip)
        return button


def _dashes(colour: str) -> QIcon:
    """The dashed line by which a pinned run is known in the charts."""
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    for left in (1, 12, 23):
        painter.fillRect(left, 13, 8, 6, QColor(colour))
    painter.end()
    return QIcon(picture)
