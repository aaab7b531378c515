"""The pinned runs above the charts: the legend of their dashed lines, each to be renamed or removed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from flowsim.charts.pinned_run import PinnedRun
from flowsim.ui.charts.chart_tabs import flat_button
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import SPACE_1
from flowsim.ui.text.language import labelled, shown


class PinChips(QWidget):
    """A button for each pinned run. Signals: `unpin_asked`, `rename_asked` (a pinned run)."""

    unpin_asked = Signal(object)
    rename_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_1)

    def show_pins(self, pins: Sequence[PinnedRun]) -> None:
        """These runs are pinned."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for pin in pins:
            self._row.addWidget(self._chip(pin))
        self.setVisible(bool(pins))

    def _chip(self, pin: PinnedRun) -> QToolButton:
        chip = flat_button(labelled(shown(pin.name)), self.tr("Pinned run: rename or remove"))
        chip.setObjectName("chip")
        chip.setIcon(_dashes(pin.colour))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(chip)
        menu.addAction(self.tr("Rename …"), partial(self.rename_asked.emit, pin))
        menu.addAction(self.tr("Remove"), partial(self.unpin_asked.emit, pin))
        chip.setMenu(menu)
        return chip


def _dashes(colour: str) -> QIcon:
    """The dashed line by which a pinned run is known in the charts."""
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    with painter_on(picture) as painter:
        for left in (1, 12, 23):
            painter.fillRect(left, 13, 8, 6, QColor(colour))
    return QIcon(picture)
