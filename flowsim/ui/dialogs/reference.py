"""Something to look up: keys, or terms, in two columns that can be searched."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from flowsim.domain.terms import TERMS
from flowsim.ui.main_window.actions import ACTIONS
from flowsim.ui.style.theme import BODY, SEMIBOLD, SPACE_3, SPACE_4, px, written
from flowsim.ui.text.language import shown, tr
from flowsim.ui.widgets.dialog_size import within


class Reference(QDialog):
    """A table of (what, meaning), and a line that leaves only what contains what is typed."""

    def __init__(self, title: str, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(within(parent, QSize(px(640), px(560))))
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.table = QTableWidget(len(entries), 2)
        self.table.setAccessibleName(title)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for row, (what, meaning) in enumerate(entries):
            first, second = QTableWidgetItem(what), QTableWidgetItem(meaning)
            first.setFont(written(BODY, SEMIBOLD))
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            second.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.table.setItem(row, 0, first)
            self.table.setItem(row, 1, second)
        self.table.setItemDelegate(PaddedRows(self.table))
        # In a narrower column texts take more lines; Qt asks for the height of rows only once.
        self.table.horizontalHeader().sectionResized.connect(lambda *_: self.table.resizeRowsToContents())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_3)
        for part in (self.search, self.table, buttons):
            column.addWidget(part)

    def _filter(self, typed: str) -> None:
        for row in range(self.table.rowCount()):
            items = [self.table.item(row, column) for column in range(2)]
            text = " ".join(item.text() for item in items if item is not None)
            self.table.setRowHidden(row, typed.strip().lower() not in text.lower())


class PaddedRows(QStyledItemDelegate):
    """Rows with room above and below their text; Qt itself forgets the padding of the style sheet where text wraps."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, px(SPACE_3))


def terms_table() -> list[tuple[str, str]]:
    """The terms of the field and what they mean."""
    return [(shown(term), shown(meaning)) for term, meaning in TERMS]


def keys_on_the_board() -> list[tuple[str, str]]:
    """The keys, and what the mouse does, that no menu names."""
    return [
        (tr("Arrow keys"), tr("choose a card")),
        (tr("Ctrl+← →"), tr("move the chosen cards")),
        (tr("Ctrl+↑ ↓"), tr("put the chosen cards into another class")),
        (tr("Ctrl+Shift+← → on a column"), tr("one of its people goes to the next work column")),
        (tr("Enter"), tr("what can be done with the chosen card")),
        (tr("Ctrl+click"), tr("choose several cards")),
        (tr("Tab"), tr("from column to column and on through the window")),
        (tr("Wheel or ↑ ↓ over a number"), tr("one more, one less")),
        (tr("Ctrl+F in the table of cards"), tr("search")),
        (tr("Alt+↑ ↓ in the table of cards"), tr("sort by this column")),
        (tr("Esc"), tr("cancel the drag")),
    ]


def keys_table() -> list[tuple[str, str]]:
    """All keys and what they do."""
    native = QKeySequence.SequenceFormat.NativeText
    listed = [
        (" / ".join(QKeySequence(keys).toString(native) for keys in spec.keys), shown(spec.text).replace(" …", ""))
        for spec in ACTIONS
        if spec.keys
    ]
    return [*keys_on_the_board(), *listed]
