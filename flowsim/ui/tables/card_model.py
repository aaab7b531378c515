"""The rows of the card table: found, sorted, and brought up to date without ever being taken away.

Finding and sorting are done here and not by a QSortFilterProxyModel, which goes through Python for every cell that it
compares whenever ages change: with 5,000 cards 410 to 990 ms at each refresh, against 8 to 12 here.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from flowsim.charts.colours import Theme
from flowsim.domain import units
from flowsim.domain.words import CardId, CardState, TimeUnit
from flowsim.session.card_rows import CardRow, CardRows
from flowsim.session.simulation_view import SimulationView
from flowsim.ui.tables.table_columns import COLUMNS, STATE, searched
from flowsim.ui.text.language import shown

Index = QModelIndex | QPersistentModelIndex
ROLE: Final = Qt.ItemDataRole
UP: Final = Qt.SortOrder.AscendingOrder
NOWHERE: Final = QModelIndex()


class CardModel(QAbstractTableModel):
    """The cards on the board that are searched for, in the order asked for.

    Cards come, go and change places one kind after the other, so that selection and scroll position stay.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.all = 0
        self._cards = CardRows()
        self._rows: list[CardRow] = []
        self._shown: list[CardRow] = []
        self._place: dict[CardId, int] = {}
        self._words: dict[CardId, tuple[CardRow, str]] = {}
        self._terms: tuple[str, ...] = ()
        self._column, self._order = 0, UP
        self._now = 0.0
        self._unit: TimeUnit = "day"

    # What is on view

    def look(self, moment: SimulationView) -> None:
        """Show the cards of this moment. Costs little where little has happened, however many cards there are."""
        self._now = moment.now
        if moment.scenario.time_unit != self._unit:
            self._unit = moment.scenario.time_unit
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        rows = self._cards.look(moment)
        if len(rows) != len(self._rows) or any(a is not b for a, b in zip(rows, self._rows, strict=True)):
            self._rows = rows
            self._arrange()
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(COLUMNS) - 1))

    def find(self, text: str) -> None:
        """Show only cards about which every word of `text` is said; all of them if there is none."""
        terms = tuple(text.casefold().split())
        if terms != self._terms:
            self._terms = terms
            self._arrange()

    @property
    def searching(self) -> bool:
        """Whether only some cards are asked for."""
        return bool(self._terms)

    @property
    def rows(self) -> Sequence[CardRow]:
        """The rows on view, from the top."""
        return self._shown

    @property
    def every_row(self) -> Sequence[CardRow]:
        """The rows of all cards on the board, searched for or not."""
        return self._rows

    def place_of(self, card: CardId) -> int | None:
        """The row that a card is in; None if it is not on view."""
        return self._place.get(card)

    def refresh_looks(self) -> None:
        """Colours have changed, or words."""
        self._words.clear()
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(COLUMNS) - 1))

    # How rows come, go, and change places

    def _arrange(self) -> None:
        wanted = [row for row in self._rows if self._is_asked_for(row)]
        wanted.sort(key=lambda row: row.card)
        wanted.sort(key=COLUMNS[self._column].rank, reverse=self._order != UP)
        staying = {row.card: row for row in wanted}
        stays = [staying[row.card] for row in self._shown if row.card in staying]
        if len(stays) < len(self._shown):
            self._put([*stays, *(row for row in self._shown if row.card not in staying)])
            self.beginRemoveRows(NOWHERE, len(stays), len(self._shown) - 1)
            self._set(stays)
            self.endRemoveRows()
        come = [row for row in wanted if row.card not in self._place]
        if come:
            self.beginInsertRows(NOWHERE, len(stays), len(wanted) - 1)
            self._set([*stays, *come])
            self.endInsertRows()
        self._put(wanted)

    def _put(self, rows: list[CardRow]) -> None:
        """The same cards in another order."""
        if all(row.card == old.card for row, old in zip(rows, self._shown, strict=True)):
            self._set(rows)
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        cards = [self._shown[index.row()].card for index in held]
        self._set(rows)
        moved = [self.index(self._place[card], old.column()) for card, old in zip(cards, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _set(self, rows: list[CardRow]) -> None:
        self._shown = rows
        self._place = {row.card: place for place, row in enumerate(rows)}

    def _is_asked_for(self, row: CardRow) -> bool:
        if not self._terms:
            return True
        known = self._words.get(row.card)
        if known is None or known[0] is not row:
            known = self._words[row.card] = row, searched(row)
        return all(term in known[1] for term in self._terms)

    # Qt's questions

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        column = COLUMNS[index.column()]
        if role == ROLE.DisplayRole:
            return column.text(self._shown[index.row()], self._now)
        if role == ROLE.TextAlignmentRole:
            return _side(is_number=column.is_number)
        if role == ROLE.ForegroundRole and index.column() == STATE:
            blocked = self._shown[index.row()].state is CardState.BLOCKED
            return QColor(self.theme.over) if blocked else None
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == ROLE.DisplayRole:
            return self._heading(section)
        if role == ROLE.TextAlignmentRole:
            return _side(is_number=column.is_number)
        if role == ROLE.ToolTipRole:
            how = self.tr("Click to sort by it; Alt+↑ and Alt+↓ sort by the column you are in.")
            return f"{column.meaning()}. {how}"
        return None

    def _heading(self, section: int) -> str:
        """A column's name with its unit; an arrow, towards its middle, if it says how rows are sorted."""
        column = COLUMNS[section]
        name = column.name().format(shown(units.MANY[self._unit]))
        if section != self._column:
            return name
        arrow = "↑" if self._order == UP else "↓"
        return f"{arrow} {name}" if column.is_number else f"{name} {arrow}"

    @override
    def sort(self, column: int, order: Qt.SortOrder = UP) -> None:
        if 0 <= column < len(COLUMNS) and (column, order) != (self._column, self._order):
            self._column, self._order = column, order
            self._arrange()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def cards_at(self, places: Iterable[int]) -> list[CardId]:
        """The cards in these rows."""
        return [self._shown[place].card for place in places]


def _side(*, is_number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
