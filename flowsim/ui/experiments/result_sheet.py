"""The right side of a laboratory page: what was found in one sentence, how far it is, and the charts below."""

import time
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Picture
from flowsim.ui.charts.chart_heading import HeadingText
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import window_style
from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4, px
from flowsim.ui.text.language import shown, unbroken
from flowsim.ui.text.number_format import time_left
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea

LEAST_CHART: Final = 200
PER_CENT: Final = 100


class ResultSheet(QFrame):
    """Shows sentences, progress and pictures. `plots` are its charts, `pictures` what they show.

    Signals: `cancel_asked`; `export_asked` (global position of the button); `menu_asked` (which chart, position);
    `cell_clicked` (which chart, which dot).
    """

    cancel_asked = Signal()
    export_asked = Signal(QPoint)
    menu_asked = Signal(int, QPoint)
    cell_clicked = Signal(int, int)

    def __init__(self, theme: Theme, charts: int) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._theme = theme
        self._began = time.monotonic()
        self.headline = _label("title")
        self.details = _label("quiet")
        self.warnings = _label("small")
        self._bar = QProgressBar()
        self._bar.setRange(0, PER_CENT)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(px(6))
        self._left = QLabel()
        self._left.setObjectName("small")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("small")
        self.cancel.setToolTip(self.tr("Stop, and keep what there is (Esc)"))
        self.cancel.clicked.connect(self.cancel_asked)
        self.export = QPushButton(self.tr("Export"))
        self.export.setObjectName("flat")
        self.export.clicked.connect(lambda: self.export_asked.emit(self.export.mapToGlobal(QPoint())))
        self.pictures: list[Picture | None] = [None] * charts
        self.plots = [ChartPlot(window_style(theme)) for _ in range(charts)]
        self.below = QVBoxLayout()
        self._lay_out()
        for number, plot in enumerate(self.plots):
            plot.pointer.card_clicked.connect(lambda cell, number=number: self.cell_clicked.emit(number, cell))
            plot.menu_asked.connect(lambda at, number=number: self.menu_asked.emit(number, at))
        self.show_progress(None)

    def _lay_out(self) -> None:
        charts = self._charts = QWidget()
        column = QVBoxLayout(charts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.details)
        column.addWidget(self.warnings)
        for plot in self.plots:
            plot.setMinimumHeight(px(LEAST_CHART))
            column.addWidget(plot, 1)
        column.addLayout(self.below)
        head = QHBoxLayout()
        head.addWidget(self.headline, 1)
        head.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        row.addWidget(self._bar, 1)
        row.addWidget(self._left)
        row.addWidget(self.cancel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        whole.setSpacing(SPACE_2)
        whole.addLayout(head)
        whole.addWidget(self._progress)
        whole.addWidget(QuietScrollArea(charts), 1)

    def say(self, headline: str, details: Sequence[str] = (), warnings: Sequence[str] = ()) -> None:
        """The answer first, then what belongs to it, then what to be careful about; empty lines take no room."""
        for label, text in (
            (self.headline, shown(headline)), (self.details, "\n".join(map(shown, details))),
            (self.warnings, "\n".join(map(shown, warnings))),
        ):  # fmt: skip
            label.setText(unbroken(text))
            label.setVisible(bool(text) or label is self.headline)
        self._give_room()

    def _give_room(self) -> None:
        """Let every line be seen: in what scrolls Qt asks a text only for the height it would have on wide paper."""
        room = self._charts.width()
        for label in (self.details, self.warnings):
            label.setMinimumHeight(max(label.heightForWidth(room), 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def begin(self) -> None:
        """An experiment begins now: time is counted from here."""
        self._began = time.monotonic()

    def show_progress(self, share: float | None, words: str = "") -> None:
        """How far it is, 0 to 1, and the time left; None: nothing runs."""
        self._progress.setVisible(share is not None)
        if share is not None:
            self._bar.setValue(round(PER_CENT * share))
            left = shown(time_left(share, time.monotonic() - self._began))
            self._left.setText(f"{shown(words)}, {left}" if words else left)

    def show_picture(self, number: int, picture: Picture | None) -> None:
        """Draw one of the charts; without a picture it takes no room."""
        self.pictures[number] = picture
        self.plots[number].setVisible(picture is not None)
        if picture is not None:
            self.plots[number].heading = HeadingText(shown(picture.title))
            self.plots[number].show_picture(picture)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours; whoever makes the pictures shows them again."""
        self._theme = theme
        for plot in self.plots:
            plot.set_style(window_style(theme))

    def menu(self) -> QMenu:
        """An empty menu that goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setObjectName(role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
