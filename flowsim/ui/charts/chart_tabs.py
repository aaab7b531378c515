"""The tabs above the chart: as many charts as there is room for, the others under More."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from flowsim.charts.catalogue import CHARTS
from flowsim.ui.style.theme import SPACE_1
from flowsim.ui.text.language import shown

MOST_TABS: Final = 6


def flat_button(text: str, tip: str) -> QToolButton:
    """A button without a frame, as the head of the charts has them."""
    button = QToolButton()
    button.setObjectName("flat")
    button.setText(text)
    button.setToolTip(tip)
    return button


class ChartTabs(QWidget):
    """Chooses a chart by its name. Signal: `chosen` (the name)."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_1)
        self._group = QButtonGroup(self)
        self._tabs: dict[str, QToolButton] = {}
        self._current: str | None = next(iter(CHARTS))
        for name, spec in list(CHARTS.items())[:MOST_TABS]:
            tab = self._tabs[name] = flat_button(shown(spec.tab), "")
            tab.setCheckable(True)
            tab.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            tab.clicked.connect(partial(self.chosen.emit, name))
            self._group.addButton(tab)
            row.addWidget(tab)
        self.more = flat_button(self.tr("More"), self.tr("More charts"))
        self.more.setCheckable(True)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        self.others = {
            name: menu.addAction(shown(spec.tab), partial(self.chosen.emit, name)) for name, spec in CHARTS.items()
        }
        self.more.setMenu(menu)
        menu.aboutToShow.connect(self._offer_others)
        menu.aboutToHide.connect(self._light_current)
        self._group.addButton(self.more)
        row.addWidget(self.more)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_chosen(self._current)

    def show_chosen(self, name: str | None) -> None:
        """Check the tab of the chart, or More (renamed to the chart) if it has no tab; None checks none."""
        self._current = name
        self._light_current()

    def tab(self, name: str) -> QToolButton | None:
        """The tab of a chart, if it has one on view."""
        tab = self._tabs.get(name)
        return None if tab is None or tab.isHidden() else tab

    def _light_current(self) -> None:
        lit = None if self._current is None else self.tab(self._current) or self.more
        self._group.setExclusive(False)  # or none could be dark
        for button in self._group.buttons():
            button.setChecked(button is lit)
        self._group.setExclusive(True)
        name = self._current if lit is self.more else None
        self.more.setText(self.tr("More") if name is None else shown(CHARTS[name].tab))

    def _offer_others(self) -> None:
        """Under More stands what has no tab on view."""
        for name, action in self.others.items():
            action.setVisible(self.tab(name) is None)

    def _fit(self) -> None:
        taken = self.more.sizeHint().width()
        for tab in self._tabs.values():
            taken += tab.sizeHint().width() + SPACE_1
            tab.setVisible(taken <= self.width())
        self._light_current()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.more.sizeHint().width(), self.more.sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
