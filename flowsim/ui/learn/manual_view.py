"""The manual: a field to ask in, the list of its pages, and the page on view, with a way back.

What is typed is looked for at every key; the page then lists what was found. Pages that were read are gone back to with
Alt+Left, as in a browser.
"""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QPainter, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from flowsim.manual.pages import FIRST, Manual
from flowsim.manual.search import ManualIndex
from flowsim.storage.resources import manual_folder
from flowsim.ui.learn.manual_browser import ManualBrowser
from flowsim.ui.style.theme import SEMIBOLD, SPACE_1, SPACE_2, SPACE_3, Theme, px
from flowsim.ui.widgets.question_form import button

PLACE = Qt.ItemDataRole.UserRole
CONTENTS_WIDE = 280


class _SetIn(QStyledItemDelegate):
    """Pages stand a little to the right of the section they belong to."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.parent().isValid():
            option.rect = option.rect.adjusted(SPACE_3, 0, 0, 0)
        super().paint(painter, option, index)


class ManualView(QWidget):
    """Shows the manual, from its first page on.

    Signals: `turned` (the name of a page that comes on view); `left` (Esc).
    """

    turned = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, moving: bool = True) -> None:
        super().__init__(parent)
        self.manual = Manual(manual_folder())
        self._index: ManualIndex | None = None
        self._read: list[str] = []
        self._ahead: list[str] = []
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Ask or search"))
        self.search.setAccessibleName(self.tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self.contents = self._made_contents()
        self.browser = ManualBrowser(self.manual.folder, theme)
        self.browser.moving = moving
        self.browser.asked.connect(self.open)
        self.back = button("←", self.tr("The page before (Alt+Left)"), role="flat")
        self.ahead = button("→", self.tr("The page after (Alt+Right)"), role="flat")
        self.leave = button(self.tr("Close"), self.tr("Back to where you came from (Esc)"), role="flat")
        self.leave.clicked.connect(self.left)
        for one, way, keys in ((self.back, self.go_back, "Alt+Left"), (self.ahead, self.go_ahead, "Alt+Right")):
            one.clicked.connect(way)
            QShortcut(QKeySequence(keys), self, way, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence.StandardKey.Find, self, self.ask, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._lay_out()
        self.open(FIRST)

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(SPACE_1)
        ways.addWidget(self.back)
        ways.addWidget(self.ahead)
        ways.addStretch(1)
        ways.addWidget(self.leave)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(SPACE_3, SPACE_3, 0, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addLayout(ways)
        column.addWidget(self.search)
        column.addWidget(self.contents, 1)
        self.halves = QSplitter(Qt.Orientation.Horizontal)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(side)
        self.halves.addWidget(self.browser)
        self.halves.setStretchFactor(1, 1)
        self.halves.setSizes([px(CONTENTS_WIDE), px(1000)])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.halves)

    def _made_contents(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("contents")
        tree.setAccessibleName(self.tr("Pages of the manual"))
        tree.setHeaderHidden(True)
        tree.setIndentation(0)  # Qt would mark the empty place before a chosen page as well
        tree.setRootIsDecorated(False)
        tree.setItemDelegate(_SetIn(tree))
        for title, pages in self.manual.sections.items():
            section = QTreeWidgetItem([title])
            bold = tree.font()
            bold.setWeight(SEMIBOLD)
            section.setFont(0, bold)
            section.setFlags(Qt.ItemFlag.ItemIsEnabled)
            tree.addTopLevelItem(section)
            for page in pages:
                item = QTreeWidgetItem([page.title])
                item.setToolTip(0, page.title)
                item.setData(0, PLACE, page.name)
                section.addChild(item)
        tree.expandAll()
        tree.currentItemChanged.connect(self._turn_to)
        tree.itemClicked.connect(self._turn_to)  # also the one that is marked, while answers are on view
        return tree

    # What people do

    def open(self, place: str) -> None:
        """Turn to a page, and to a heading on it ("read/aging#read-it"); an unknown one is the first."""
        place = place if place in self.manual else FIRST
        if not self._read or self._read[-1] != place:
            self._read.append(place)
            self._ahead.clear()
        self._show(place)

    def go_back(self) -> None:
        """The page that was read before."""
        if len(self._read) > 1:
            self._ahead.append(self._read.pop())
            self._show(self._read[-1])

    def go_ahead(self) -> None:
        """The page from which people went back."""
        if self._ahead:
            self._read.append(self._ahead.pop())
            self._show(self._read[-1])

    def ask(self) -> None:
        """Where a question is typed."""
        self.search.setFocus()
        self.search.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours, or text of another size."""
        self.browser.set_theme(theme)

    @property
    def place(self) -> str:
        """The page on view, with the heading it was opened at."""
        return self._read[-1]

    # Inside

    def _show(self, place: str) -> None:
        name, _, anchor = place.partition("#")
        page = self.manual.pages[name]
        self.browser.show_page(page, anchor)
        self.back.setEnabled(len(self._read) > 1)
        self.ahead.setEnabled(bool(self._ahead))
        for item in self._items():
            if item.data(0, PLACE) == name and item is not self.contents.currentItem():
                self.contents.setCurrentItem(item)
                self.contents.scrollToItem(item, QTreeWidget.ScrollHint.PositionAtCenter)
        self.turned.emit(name)

    def _items(self) -> list[QTreeWidgetItem]:
        sections = [self.contents.topLevelItem(row) for row in range(self.contents.topLevelItemCount())]
        return [section.child(row) for section in sections if section for row in range(section.childCount())]

    def _turn_to(self, item: QTreeWidgetItem | None) -> None:
        place = None if item is None else item.data(0, PLACE)
        if place and self.browser.place != place:
            self.open(place)

    def _find(self, asked: str) -> None:
        if not asked.strip():
            self._show(self.place)
            return
        if self._index is None:
            self._index = ManualIndex(self.manual)
        self.browser.show_found(asked.strip(), self._index.find(asked))

    def _open_first(self) -> None:
        found = self._index.find(self.search.text()) if self._index is not None else ()
        if found:
            self.open(found[0].place)
            self.browser.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.browser.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.set_theme(self.browser.theme)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.browser.stop()
        super().hideEvent(event)
