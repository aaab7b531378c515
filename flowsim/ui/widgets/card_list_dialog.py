"""The list of cards of a scenario, on view in a table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from flowsim.domain.scenario import ExplicitCard, Scenario
from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4, Theme
from flowsim.ui.widgets.card_list_model import TITLE, CardListModel


class CardListDialog(QDialog):
    """The table with its buttons; `cards` when it was accepted."""

    def __init__(self, theme: Theme, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cards of {0}").format(scenario.name))
        self.resize(760, 520)
        self.rows = CardListModel(scenario, QColor(theme.over))
        self.cards: tuple[ExplicitCard, ...] = scenario.cards
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.table.setAccessibleName(self.tr("Cards"))
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        hint = QLabel(self.tr("Ctrl+V puts lines of a spreadsheet in. Cards arrive in the order of their times."))
        hint.setObjectName("small")
        add, remove = QPushButton(self.tr("Add a card")), QPushButton(self.tr("Remove the chosen ones"))
        add.clicked.connect(self._add)
        remove.clicked.connect(lambda: self.rows.remove([each.row() for each in self.table.selectedIndexes()]))
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_2)
        for button in (add, remove):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_3)
        for part in (hint, self.table, self._problem):
            column.addWidget(part)
        column.addLayout(foot)

    def take(self) -> None:
        """Accept the list, or go to what is wrong in it."""
        found = self.rows.first_problem()
        if found is None and self.rows.rows:
            self.cards = self.rows.cards()
            self.accept()
            return
        row, column, words = found or (0, 0, self.tr("at least one card"))
        self.table.setCurrentIndex(self.rows.index(row, column))
        self._problem.setText(self.tr("Line {0}: allowed is {1}.").format(row + 1, words))
        self._problem.show()

    def _add(self) -> None:
        self.rows.add()
        self.table.setCurrentIndex(self.rows.index(len(self.rows.rows) - 1, TITLE))
        self.table.scrollToBottom()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            at = self.table.currentIndex()
            self.rows.paste(max(at.row(), 0), max(at.column(), 0), QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)
