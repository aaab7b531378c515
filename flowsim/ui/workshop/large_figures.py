"""The figures that a room of thirty people reads: four of them, in a row, as large as they can be."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from flowsim.domain import units
from flowsim.domain.units import NO_VALUE
from flowsim.metrics import RunView, figures_of
from flowsim.ui.style.theme import SPACE_2, SPACE_4
from flowsim.ui.text.language import said, said_rounded, shown

MANY: Final = 4


class LargeFigures(QFrame):
    """Lead time first, then throughput, work in progress, and what is delivered."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        row.setSpacing(SPACE_4)
        captions = (self.tr("Lead time, average"), self.tr("Throughput"), self.tr("WIP"), self.tr("Delivered"))
        self.values: list[QLabel] = []
        self.units: list[QLabel] = []
        for caption in captions:
            row.addWidget(self._tile(caption), 1)

    def show_run(self, run: RunView) -> None:
        """The figures of a moment."""
        figures, unit = figures_of(run.flow, run.staffing), run.scenario.time_unit
        n = figures.lead_time.n
        many, per = units.rate(figures.throughput, unit)
        told = (
            (said_rounded(figures.lead_time.mean), shown(units.MANY[unit])) if n else (NO_VALUE, ""),
            (many, shown(per)) if n else (NO_VALUE, ""),
            (said_rounded(figures.wip), ""),
            (said(figures.finished, ","), self.tr("of {0}").format(said(figures.finished + figures.unfinished, ","))),
        )
        for (value, words), label, small in zip(told, self.values, self.units, strict=True):
            label.setText(value)
            small.setText(words)

    def _tile(self, caption: str) -> QWidget:
        tile = QWidget()
        tile.setAccessibleName(caption)
        column = QVBoxLayout(tile)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name, value, unit = QLabel(caption), QLabel(NO_VALUE), QLabel()
        name.setObjectName("small")
        value.setObjectName("figure")
        unit.setObjectName("quiet")
        self.values.append(value)
        self.units.append(unit)
        line = QHBoxLayout()
        line.setSpacing(SPACE_2)
        line.addWidget(value)
        line.addWidget(unit, 1, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(name)
        column.addLayout(line)
        return tile
