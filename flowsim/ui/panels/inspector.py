"""The sheet about what is chosen: a card or a column, with what may be done to it; else the scenario."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from flowsim.domain.interventions import BlockCard, DropCard, Intervention, UnblockCard
from flowsim.domain.words import CardId, CardState
from flowsim.session.session import Session
from flowsim.session.wording import card_name, work_in_words
from flowsim.ui.panels.column_fields import ColumnFields, about_column
from flowsim.ui.theme import SPACE_2, SPACE_3, SPACE_4, Theme
from flowsim.ui.words import long_time

STATE_WORDS = {
    CardState.BACKLOG: "in the backlog",
    CardState.WAITING: "waiting for somebody to work on it",
    CardState.WORKING: "being worked on",
    CardState.BLOCKED: "blocked",
    CardState.READY: "done here, not yet pulled on",
}


class Inspector(QFrame):
    """Shows a card, a column or the scenario. Signals: `asked` (interventions, as one step), `complained`."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._card: CardId | None = None
        self._column: int | None = None
        self._fields = ColumnFields(theme)
        self._fields.asked.connect(self.asked)
        self._fields.complained.connect(self.complained)
        self._blocked = False
        self._title = QLabel()
        self._title.setObjectName("title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._text = QLabel()
        self._text.setObjectName("quiet")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._block = QPushButton(self.tr("Block"))
        self._drop = QPushButton(self.tr("Drop"))
        self._block.setToolTip(self.tr("Something outside stops this card, until it is unblocked (B)"))
        self._drop.setToolTip(self.tr("Take this card off the board for good, unfinished (Del)"))
        self._block.clicked.connect(self.toggle_block)
        self._drop.clicked.connect(self.drop)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self._block)
        row.addWidget(self._drop)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(self._title)
        column.addWidget(self._fields)
        column.addWidget(scroll, 1)
        column.addWidget(self._buttons)

    @property
    def card(self) -> CardId | None:
        """The card on view."""
        return self._card

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._fields.set_theme(theme)

    def refresh(self, session: Session) -> None:
        """Show what is on view as it is now."""
        if self._column is None:
            self.show_card(session, self._card)
        else:
            self.show_column(session, self._column)

    def show_column(self, session: Session, column: int) -> None:
        """Show a column, counted from 0."""
        self._card, self._column = None, column
        self._buttons.hide()
        self._fields.show()
        self._fields.show_column(session, column)
        self._title.setText(session.scenario.columns[column].title)
        self._text.setText(about_column(session, column))

    def show_card(self, session: Session, card: CardId | None) -> None:
        """Show `card`, or the scenario if there is none or it has left the board."""
        standing = None if card is None else session.standing.cards.get(card)
        self._column = None
        self._fields.hide()
        self._buttons.setVisible(standing is not None)
        if card is None or standing is None:
            self._card = None
            self._title.setText(session.scenario.name)
            self._text.setText(_about(session))
            return
        self._card = card
        unit = session.scenario.time_unit
        title = session.simulation.title_of(card)
        kind = session.scenario.classes[session.simulation.class_of(card)].title
        self._title.setText(f"{card_name(card)}  {title}".strip())
        where = "" if standing.column < 0 else f"{session.scenario.columns[standing.column].title}: "
        lines = [f"{kind}, {where}{STATE_WORDS.get(standing.state, standing.state.word)}."]
        if standing.worker >= 0:
            lines.append(self.tr("Person {0} has it.").format(standing.worker + 1))
        started = session.started(card)
        if started is not None:
            lines.append(self.tr("Age: {0} since it started.").format(long_time(session.now - started, unit)))
        arrived = session.now - float(session.flow.arrived[card])
        lines.append(
            self.tr("Arrived {0} ago.").format(long_time(arrived, unit)) if arrived else self.tr("Just arrived.")
        )
        self._text.setText("\n".join(lines))
        self._blocked = standing.state is CardState.BLOCKED
        self._block.setText(self.tr("Unblock") if self._blocked else self.tr("Block"))
        self._block.setEnabled(standing.column >= 0)

    def take_focus(self) -> None:
        """Let the keys act on the card on view."""
        (self._block if self._block.isEnabled() else self._drop).setFocus()

    def toggle_block(self) -> None:
        """Block the card on view, or unblock it."""
        if self._card is not None:
            self._ask(UnblockCard(at=0.0, card=self._card) if self._blocked else BlockCard(at=0.0, card=self._card))

    def drop(self) -> None:
        """Take the card on view off the board."""
        if self._card is not None:
            self._ask(DropCard(at=0.0, card=self._card))

    def _ask(self, *step: Intervention) -> None:
        self.asked.emit(step)


def _about(session: Session) -> str:
    """What the exercise is about, and what each column does now."""
    unit = session.scenario.time_unit
    lines = [session.scenario.description] if session.scenario.description else []
    for column, now in zip(session.scenario.columns, session.conditions.columns, strict=True):
        if not column.is_queue and not session.scenario.explicit:
            lines.append(f"{column.title}: {work_in_words(now.service, unit)}")
    return "\n\n".join([lines[0], "\n".join(lines[1:])]) if session.scenario.description else "\n".join(lines)
