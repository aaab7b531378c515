"""The sheet that holds the diagram: title, how to read it, copy, export; the plot comes after the first paint."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from flowsim.session.session import Session
from flowsim.ui.charts.picture import FlowPicture
from flowsim.ui.fields import ElidedLabel
from flowsim.ui.theme import SPACE_2, SPACE_3, SPACE_4, Theme

FORMATS = ("png", "svg", "pdf", "csv")


class FlowSheet(QFrame):
    """The cumulative flow of a session. Signals: `export_asked` (ending), `copy_asked`, `woken`."""

    export_asked = Signal(str)
    copy_asked = Signal()
    woken = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._session = session
        self._theme = theme
        self._plot: QWidget | None = None
        self._column: int | None = None
        self._empty = QLabel(self.tr("Press Space to play: the diagram draws itself as cards flow."))
        self._empty.setObjectName("quiet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(SPACE_4, SPACE_3, SPACE_3, SPACE_2)
        self._body.setSpacing(SPACE_2)
        self._body.addLayout(self._head())
        self._body.addWidget(self._empty, 1)
        self.setMinimumHeight(150)

    def picture(self, theme: Theme | None = None) -> FlowPicture:
        """The diagram as it is now."""
        session = self._session
        return FlowPicture.of(
            session.scenario, session.flow, session.history.interventions, theme or self._theme, self._column
        )

    def open(self, session: Session) -> None:
        """Show another session."""
        self._session = session
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.refresh()

    def show_bottleneck(self, column: int | None) -> None:
        """Which band is the bottleneck's."""
        self._column = column

    @property
    def drawn(self) -> bool:
        """Whether the plot is there."""
        return self._plot is not None

    def wake(self) -> None:
        """Bring the plot in; pyqtgraph is imported only now, because it takes longer than the window itself."""
        from flowsim.ui.charts.plot import FlowPlot

        self._plot = FlowPlot(self.picture(), self._theme)
        self._plot.setAccessibleName(self.tr("Cumulative flow diagram"))
        self._body.addWidget(self._plot, 1)
        self.refresh()
        self.woken.emit()

    def refresh(self) -> None:
        """Draw what is new."""
        empty = self._session.now <= 0
        self._empty.setVisible(empty or self._plot is None)
        if self._plot is None:
            return
        self._plot.setVisible(not empty)
        if not empty:
            self._draw()

    def _draw(self) -> None:
        from flowsim.ui.charts.plot import FlowPlot

        assert isinstance(self._plot, FlowPlot)
        if self._plot.theme is not self._theme:
            self._plot.set_theme(self._theme)
        self._plot.show_picture(self.picture())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        title = QLabel(self.tr("Cumulative flow"))
        title.setObjectName("title")
        reading = ElidedLabel()
        reading.setText(
            self.tr("A band's height is the work in that column; its width is about how long a card stays there.")
        )
        copy = QToolButton()
        copy.setObjectName("flat")
        copy.setText(self.tr("Copy"))
        copy.setToolTip(self.tr("Copy the diagram as a picture (Ctrl+Shift+C)"))
        copy.clicked.connect(self.copy_asked)
        export = QToolButton()
        export.setObjectName("flat")
        export.setText(self.tr("Export"))
        export.setToolTip(self.tr("Save the diagram as PNG, SVG, PDF, or its data as CSV"))
        export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(export)
        for ending in FORMATS:
            menu.addAction(ending.upper(), lambda ending=ending: self.export_asked.emit(ending))
        export.setMenu(menu)
        row.addWidget(title)
        row.addWidget(reading, 1)
        row.addWidget(copy)
        row.addWidget(export)
        return row
