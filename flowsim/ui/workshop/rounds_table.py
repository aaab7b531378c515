"""The flip chart of every such game: rounds in rows, what was set differently, what came out, guess against outcome."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.workshop import Workshop
from flowsim.metrics import RunView
from flowsim.session.outcome_words import guess_in_words, outcome_in_words
from flowsim.session.round_table import RoundRow, figure_in_words, rows_of
from flowsim.ui.style.theme import px
from flowsim.ui.text.language import plain, said, shown

HEADS: Final[Mapping[str, Phrase]] = {
    "name": phrase("Round"), "differs": phrase("What differs"), "lead_time.mean": phrase("Lead time,\naverage"),
    "throughput": phrase("Throughput"), "cycle_time.mean": phrase("Cycle time,\naverage"), "wip": phrase("WIP"),
    "finished": phrase("Delivered"), "cost": phrase("Cost"), "predicted": phrase("Guess →\noutcome"),
}  # fmt: skip
TEXTS: Final = ("name", "differs", "predicted")
ROOM: Final = 10
"""Pixels of a row above and below its text, together."""

BESIDE: Final = 15
"""Pixels at the left and at the right of a text in its cell (the style sheet and the frame of the focus)."""

FAR: Final = 10_000
LEAST_HEIGHT: Final = 72
NAME_WIDTH: Final = 144
LEAST_TEXT: Final = 100
"""Pixels that a text takes at least; where there is less room, the table scrolls."""

MOST_HEIGHT: Final = 420


class RoundsTable(QTableWidget):
    """Shows the rounds of a workshop. Signals: `chosen` (place of the round, -1 for none), `opened` (place)."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__(0, len(HEADS))
        self.setAccessibleName(self.tr("Rounds"))
        for column, (name, head) in enumerate(HEADS.items()):
            item = QTableWidgetItem(shown(head))
            item.setTextAlignment(_side(name))
            self.setHorizontalHeaderItem(column, item)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        # A header that fitted itself would measure every row for every cell that is set.
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.rows: list[RoundRow] = []
        self.itemSelectionChanged.connect(lambda: self.chosen.emit(self.place))
        self.cellActivated.connect(lambda row, _: self.opened.emit(row))

    @property
    def place(self) -> int:
        """Which round is chosen, -1 for none."""
        rows = self.selectionModel().selectedRows() if self.selectionModel() is not None else []
        return rows[0].row() if rows else -1

    def show_rounds(self, workshop: Workshop, runs: Mapping[int, RunView]) -> None:
        """Show every round, as far as its run is known."""
        before = self.place
        self.rows = rows_of(workshop, runs)
        self.setUpdatesEnabled(False)
        self.setRowCount(len(self.rows))
        for place, row in enumerate(self.rows):
            self._show_row(workshop, place, row)
        self.setUpdatesEnabled(True)
        self.setColumnHidden(list(HEADS).index("cost"), not any(row.figures.get("cost", 0) > 0 for row in self.rows))
        self._fit()
        if self.rows and not 0 <= before < len(self.rows):
            self.selectRow(len(self.rows) - 1)

    def texts(self) -> list[list[str]]:
        """What stands in the table, row by row."""
        cells = [[self.item(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]
        return [["" if cell is None else cell.text() for cell in row] for row in cells]

    def _show_row(self, workshop: Workshop, place: int, row: RoundRow) -> None:
        its = workshop.rounds[place]
        unit = its.scenario.time_unit
        texts = {"name": row.name, "differs": shown(row.differs), "predicted": _predicted(workshop, place, row)}
        for name in HEADS:
            if name in texts:
                continue
            text = shown(figure_in_words(name, row.figures[name], unit)) if row.figures else "…"
            if name == "finished" and row.figures:
                text = self.tr("{0} of {1}").format(
                    text, said(row.figures["finished"] + row.figures["unfinished"], ",.0f")
                )
            texts[name] = text
        for column, name in enumerate(HEADS):
            if (before := self.item(place, column)) is not None and before.text() == texts[name]:
                continue
            cell = QTableWidgetItem(texts[name])
            cell.setToolTip(plain(texts[name]) if name in TEXTS else "")
            cell.setTextAlignment(_side(name))
            if name == "lead_time.mean":
                bold = QFont(self.font())
                bold.setWeight(QFont.Weight.DemiBold)
                cell.setFont(bold)
            self.setItem(place, column, cell)

    def _fit(self) -> None:
        """As high as its rows, within bounds; texts share the width that the figures leave, and wrap."""
        header = self.horizontalHeader()
        name, *others = [list(HEADS).index(text) for text in TEXTS]
        for column in range(len(HEADS)):
            if column not in (name, *others):
                self.resizeColumnToContents(column)
        header.resizeSection(name, min(self.sizeHintForColumn(name), px(NAME_WIDTH)))
        taken = sum(header.sectionSize(column) for column in range(len(HEADS)) if column not in others)
        room = (self.viewport().width() - taken) // len(others)
        for column in others:
            header.resizeSection(column, max(room, px(LEAST_TEXT)))
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(map(partial(self._height_of, row), range(len(HEADS)))) + px(ROOM))
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        height = rows + self.horizontalHeader().sizeHint().height() + px(12)
        self.setFixedHeight(min(max(height, px(LEAST_HEIGHT)), px(MOST_HEIGHT)))

    def _height_of(self, row: int, column: int) -> int:
        """What the text of a cell needs when it wraps; Qt's own answer does not know of the room beside it."""
        cell = self.item(row, column)
        if cell is None or self.isColumnHidden(column):
            return 0
        width = self.horizontalHeader().sectionSize(column) - 2 * px(BESIDE)
        room = QRect(0, 0, max(width, 1), FAR)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, cell.text()).height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _predicted(workshop: Workshop, place: int, row: RoundRow) -> str:
    """Every guess beside what came."""
    its = workshop.rounds[place]
    if not row.outcomes:
        return ""
    told: Sequence[str] = [
        f"{shown(guess_in_words(prediction, its.scenario))} → "
        f"{shown(outcome_in_words(prediction, outcome, its.scenario))}"
        for prediction, outcome in zip(its.predictions, row.outcomes, strict=True)
    ]
    return "\n".join(told)


def _side(name: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if name in TEXTS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
