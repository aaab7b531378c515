"""The rows of the card table under mouse and keys."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from flowsim.domain.words import CardId
from flowsim.ui.style.theme import px
from flowsim.ui.tables.card_model import UP, CardModel
from flowsim.ui.tables.table_columns import CLASS, COLUMNS, STATE, TITLE

ROW_HEIGHT: Final = 30
BESIDE_NAME: Final = 44
"""What a head takes beside its name: its margins, and the arrow that tells the order."""
MARK: Final = 3
"""Width of the bar at the left of a row that is chosen."""
DOWN: Final = Qt.SortOrder.DescendingOrder
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardGrid(QTableView):
    """The view of the card table; whole rows are selected.

    Signals: `picked` (list of cards, when the user changes the selection), `move_asked` (-1 or 1: to the place left or
    right), `opened` (Enter on a card), `menu_asked` (card, global position).
    """

    picked = Signal(object)
    move_asked = Signal(int)
    opened = Signal()
    menu_asked = Signal(int, QPoint)

    def __init__(self, model: CardModel) -> None:
        super().__init__()
        self._cards = model
        self._showing = False
        self._columns: tuple[bool, bool] | None = None
        self._under_mouse = -1
        self.setModel(model)
        self.setItemDelegate(_WholeRow(self))
        self.entered.connect(lambda index: self._point_at(index.row()))
        self.setAccessibleName(self.tr("Cards"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self._dress_header()
        self.selectionModel().selectionChanged.connect(self._tell_choice)

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(px(56))
        for place in range(len(COLUMNS)):
            self.setColumnWidth(place, self._width_of(place))
        header.setSortIndicator(0, UP)
        self.setSortingEnabled(True)

    def show_columns(self, *, titles: bool, classes: bool) -> None:
        """Hide what says nothing on this board; what is left of the width goes to titles, or else to states."""
        if (titles, classes) == self._columns:
            return
        self._columns = titles, classes
        self.setColumnHidden(TITLE, not titles)
        self.setColumnHidden(CLASS, not classes)
        self._share_width()

    def _width_of(self, place: int) -> int:
        """As wide as the table of columns has it, and no narrower than its name with the mark of the order."""
        name = str(self._cards.headerData(place, Qt.Orientation.Horizontal))
        return max(px(COLUMNS[place].width), self.fontMetrics().horizontalAdvance(name) + px(BESIDE_NAME))

    def _share_width(self) -> None:
        """Titles or states take what is left of the width; where nothing is left all columns keep theirs."""
        grows, keeps = (TITLE, STATE) if self._columns is not None and self._columns[0] else (STATE, TITLE)
        on_view = [place for place in range(len(COLUMNS)) if not self.isColumnHidden(place)]
        left = self.viewport().width() - sum(self._width_of(place) for place in on_view)
        stretch, fixed = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Interactive
        self.horizontalHeader().setSectionResizeMode(keeps, fixed)
        self.horizontalHeader().setSectionResizeMode(grows, stretch if left > 0 else fixed)
        for place in (grows, keeps):
            self.setColumnWidth(place, self._width_of(place))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    # Who is chosen

    def show_choice(self, cards: Sequence[CardId]) -> None:
        """Show these cards as chosen, as far as they are on view; nobody has picked them here."""
        places = sorted(place for card in cards if (place := self._cards.place_of(card)) is not None)
        if places == sorted(index.row() for index in self.selectionModel().selectedRows()):
            return
        choice = QItemSelection()
        for place in places:
            choice.select(self._cards.index(place, 0), self._cards.index(place, len(COLUMNS) - 1))
        self._showing = True
        self.selectionModel().select(choice, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._showing = False

    @contextmanager
    def choice_kept(self, cards: Sequence[CardId]) -> Iterator[None]:
        """While rows change, emit no `picked`; afterwards select `cards` again as far as they are on view."""
        self._showing = True
        yield
        self._showing = False
        self.show_choice(cards)

    def bring_into_view(self, card: CardId) -> None:
        """Scroll to a card and let the keys go on from it, if it is on view."""
        place = self._cards.place_of(card)
        if place is not None:
            index = self._cards.index(place, max(self.currentIndex().column(), 0))
            self._showing = True
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._showing = False
            self.scrollTo(index)

    def _tell_choice(self) -> None:
        if not self._showing:
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            self.picked.emit(self._cards.cards_at(rows))

    @property
    def under_mouse(self) -> int:
        """The row that the mouse is over; -1 for none."""
        return self._under_mouse

    def _point_at(self, row: int) -> None:
        if row != self._under_mouse:
            self._under_mouse = row
            self.viewport().update()

    # Qt's events

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        order = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN}.get(Qt.Key(key))
        if across and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.move_asked.emit(across)
        elif order is not None and modifiers & Qt.KeyboardModifier.AltModifier:
            self.sortByColumn(max(self.currentIndex().column(), 0), order)
        elif key in ENTER and self.selectionModel().hasSelection():
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, spot = self.indexAt(event.pos()), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            spot = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.selectRow(index.row())
            self.menu_asked.emit(self._cards.cards_at([index.row()])[0], spot)


class _WholeRow(QStyledItemDelegate):
    """Lights up the whole row under the mouse: it is rows that are chosen, not cells; what is chosen has a mark."""

    def __init__(self, grid: CardGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.row() == self._grid.under_mouse:
            option.state |= QStyle.StateFlag.State_MouseOver

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        first = self._grid.horizontalHeader().visualIndex(index.column()) == 0
        if first and option.state & QStyle.StateFlag.State_Selected:
            cell = option.rect
            painter.fillRect(cell.left(), cell.top(), MARK, cell.height() - 1, self._grid.palette().highlight())
