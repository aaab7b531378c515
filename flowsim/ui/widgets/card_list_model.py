"""The cards of a scenario as the rows of a table that can be typed and pasted into: one card a line."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from flowsim.domain import units
from flowsim.domain.constraints import MAX_CARDS
from flowsim.domain.scenario import ExplicitCard, Scenario
from flowsim.ui.text.language import plain, shown

Index = QModelIndex | QPersistentModelIndex


NOWHERE: Final = QModelIndex()


ARRIVES, TITLE, CLASS, FAMILY = range(4)


class CardListModel(QAbstractTableModel):
    """Texts as they are typed; `problem` says what is wrong with one of them."""

    def __init__(self, scenario: Scenario, wrong: QColor) -> None:
        super().__init__()
        self._scenario = scenario
        self._wrong = wrong
        self._work = [column for column in scenario.columns if not column.is_queue]
        self.rows = [self._texts(card) for card in scenario.cards]

    def _texts(self, card: ExplicitCard) -> list[str]:
        work = (_exact(card.service[column.id]) if column.id in card.service else "" for column in self._work)
        return [_exact(card.arrives), card.title, card.class_, card.family, *work]

    def problem(self, row: int, column: int) -> str:
        """What is wrong with a text; empty if nothing."""
        text = self.rows[row][column].strip()
        if column == TITLE:
            return "" if len(text) <= 200 else self.tr("at most 200 characters")
        if column in (CLASS, FAMILY):
            known = self._scenario.class_index if column == CLASS else self._scenario.family_index
            return "" if text in known else self.tr("one of {0}").format(", ".join(list(known)[:12]))
        try:
            value = _number(text)
        except ValueError:
            return self.tr("a number of at least 0")
        return "" if 0 <= value < 1e9 else self.tr("a number of at least 0")

    def first_problem(self) -> tuple[int, int, str] | None:
        """Where something is wrong first, and what is allowed there."""
        spots = ((row, column) for row in range(len(self.rows)) for column in range(self.columnCount()))
        return next(((row, column, words) for row, column in spots if (words := self.problem(row, column))), None)

    def cards(self) -> tuple[ExplicitCard, ...]:
        """The cards as they are listed; there must be no problem."""
        return tuple(self._card(texts) for texts in self.rows)

    def _card(self, texts: Sequence[str]) -> ExplicitCard:
        texts_of_work = zip(self._work, texts[FAMILY + 1 :], strict=True)
        work = {column.id: _number(text) for column, text in texts_of_work if text.strip()}
        return ExplicitCard(
            arrives=_number(texts[ARRIVES]), title=texts[TITLE].strip(), class_=texts[CLASS].strip(),
            family=texts[FAMILY].strip(), service=work,
        )  # fmt: skip

    def add(self) -> None:
        """One more card, like the last one."""
        end = len(self.rows)
        self.beginInsertRows(NOWHERE, end, end)
        first = [self._scenario.classes[0].id, self._scenario.families[0].id]
        self.rows.append(list(self.rows[-1]) if self.rows else ["0", "", *first, *("1" for _ in self._work)])
        self.endInsertRows()

    def remove(self, rows: Sequence[int]) -> None:
        """Without these lines."""
        self.beginResetModel()
        gone = set(rows)
        self.rows = [texts for row, texts in enumerate(self.rows) if row not in gone]
        self.endResetModel()

    def paste(self, row: int, column: int, text: str) -> None:
        """Put lines of a spreadsheet over what stands from (row, column) on; lines are added where there are none."""
        self.beginResetModel()
        for down, line in enumerate(text.splitlines()[:MAX_CARDS]):
            while row + down >= len(self.rows):
                self.rows.append(["0", "", self._scenario.classes[0].id, self._scenario.families[0].id]
                                 + [""] * len(self._work))  # fmt: skip
            for across, cell in enumerate(line.split("\t")):
                if column + across < self.columnCount():
                    self.rows[row + down][column + across] = cell.strip()
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else FAMILY + 1 + len(self._work)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.rows[index.row()][index.column()]
        problem = self.problem(index.row(), index.column())
        if role == Qt.ItemDataRole.ForegroundRole and problem:
            return self._wrong
        if role == Qt.ItemDataRole.ToolTipRole and problem:
            return plain(self.tr("Allowed: {0}").format(problem))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() not in (TITLE, CLASS, FAMILY):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        self.rows[index.row()][index.column()] = str(value)
        self.dataChanged.emit(index, index)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        unit = self._scenario.time_unit
        heads = [
            self.tr("Arrives at ({0})").format(shown(units.ONE[unit])),
            self.tr("Title"),
            self.tr("Class"),
            self.tr("Family"),
        ]
        return [*heads, *(f"{column.title} ({shown(units.MANY[unit])})" for column in self._work)][section]

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


def _exact(value: float) -> str:
    """A number as it was typed: reading it gives the very same one."""
    return repr(float(value)).removesuffix(".0")


def _number(text: str) -> float:
    return float(text.strip().replace(",", ".") or "0")
