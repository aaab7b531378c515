"""The cards on the board as a table: to search, to sort, and to do by keyboard whatever can be done with a card."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.domain.phrases import counted
from flowsim.domain.words import CardId
from flowsim.session.session import Session
from flowsim.session.steps import Step, move_to
from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4, Theme
from flowsim.ui.tables.card_grid import CardGrid
from flowsim.ui.tables.card_model import CardModel
from flowsim.ui.text.language import said, shown

SEARCH_WIDTH: Final = 260


class CardTable(QFrame):
    """The cards on the board, one a row.

    Signals: `chosen` (a list of cards, by a person), `step_asked`, `opened` (Enter on a
    card), `menu_asked` (card, place on the screen).
    """

    chosen = Signal(object)
    step_asked = Signal(Step)
    opened = Signal()
    menu_asked = Signal(int, QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._session: Session | None = None
        self._chosen: list[CardId] = []
        self._model = CardModel(theme)
        self.grid = CardGrid(self._model)
        self.search = _SearchField()
        self.search.setPlaceholderText(self.tr("Find a card"))
        self.search.setAccessibleName(self.tr("Find a card"))
        self.search.setToolTip(self.tr("By name, title, class, place, state or worker: “blocked test” (Ctrl+F)"))
        self.count = QLabel()
        self.count.setObjectName("small")
        self._nothing = QLabel()
        self._nothing.setObjectName("quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        title = QLabel(self.tr("Cards"))
        title.setObjectName("title")
        self.search.setFixedWidth(SEARCH_WIDTH)
        top = QHBoxLayout()
        top.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        top.setSpacing(SPACE_3)
        top.addWidget(title)
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.search)
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, SPACE_3, 1, SPACE_2)
        whole.setSpacing(SPACE_2)
        whole.addLayout(top)
        whole.addWidget(below, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self.search.left.connect(self._go_to_rows)
        self.grid.picked.connect(self._choose)
        self.grid.move_asked.connect(self._move)
        self.grid.opened.connect(self.opened)
        self.grid.menu_asked.connect(self.menu_asked)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._go_to_search)

    # What is shown

    def show_session(self, session: Session) -> None:
        """Show the cards of the moment on view; nothing is done before somebody can see it."""
        self._session = session
        if self.isVisible():
            self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._model.theme = theme
        self._model.refresh_looks()

    def select(self, cards: list[CardId]) -> None:
        """These cards are chosen, somewhere else; rows that are on view show it."""
        self._chosen = list(cards)
        self.grid.show_choice(self._chosen)
        if cards:
            self.grid.bring_into_view(cards[-1])

    def _refresh(self) -> None:
        assert self._session is not None
        view = self._session.view
        with self.grid.choice_kept(self._chosen):
            self._model.look(view)
        titles = any(row.title for row in self._model.every_row)
        self.grid.show_columns(titles=titles, classes=len(view.scenario.classes) > 1)
        self._tell_count()

    def _find(self, text: str) -> None:
        with self.grid.choice_kept(self._chosen):
            self._model.find(text)
        self._tell_count()

    def _tell_count(self) -> None:
        found, every = len(self._model.rows), len(self._model.every_row)
        cards = shown(counted("{0} cards", "{0} card", every))
        if self._model.searching:
            cards = self.tr("{0} of {1}").format(said(found, ","), cards)
        self.count.setText(cards)
        text = self.tr("No card matches") if every else self.tr("No card is on the board")
        self._nothing.setText(text)
        self._stack.setCurrentWidget(self.grid if found else self._nothing)

    # Hands

    def _choose(self, cards: list[CardId]) -> None:
        self._chosen = cards
        self.chosen.emit(list(cards))

    def _move(self, by: int) -> None:
        if self._session is None:
            return
        scenario, board = self._session.scenario, self._session.view.board_state
        cards = [card for card in self._chosen if card in board.cards]
        if not cards:
            return
        place = board.cards[cards[0]].column + by
        if -1 <= place <= len(scenario.columns):
            going = [card for card in cards if board.cards[card].column != place]
            self.step_asked.emit(Step(tuple(move_to(scenario, card, place) for card in going)))

    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _go_to_rows(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's events

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._session is not None:
            self._refresh()


class _SearchField(QLineEdit):
    """What is looked for. Signal: `left`, towards the rows: by the arrow down, Enter, or Escape, which also clears."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setClearButtonEnabled(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
