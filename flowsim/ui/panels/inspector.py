"""The sheet about what is chosen: a card or a column, with what may be changed about it; else the whole board."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from flowsim.domain.intervention_words import card_name
from flowsim.domain.interventions import BlockCard, DropCard, Intervention, ReclassCard, UnblockCard
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardId, CardState
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.ui.panels.board_rows import board_sections
from flowsim.ui.panels.card_history import CardHistory
from flowsim.ui.panels.column_rows import ColumnRows
from flowsim.ui.panels.form import Field, Form, Row, Section
from flowsim.ui.panels.sentences import about_board, about_card, about_column
from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4, Theme
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.elided_label import ElidedLabel
from flowsim.ui.widgets.prose import Prose
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea

WHOLE_BOARD = -1
A_CARD = -2


class Inspector(QFrame):
    """Shows a card, a column or the board.

    Signals: `step_asked`, `edit_asked` (of the board itself), `complained` (what is allowed), `refused` (why not),
    `entered` (Enter in a field).
    """

    step_asked = Signal(Step)
    edit_asked = Signal(Edit)
    what_if_asked = Signal(str)
    complained = Signal(str)
    refused = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._theme = theme
        self._card: CardId | None = None
        self._together: tuple[CardId, ...] = ()
        self._column: int | None = None
        self._column_id = ""
        self._blocked = False
        self._about = WHOLE_BOARD
        self._forms_of: object = None
        self._forms: dict[int, Form] = {}
        self._opened: dict[str, bool] = {}
        self._focus_again = ""
        self._title = ElidedLabel()
        self._title.setObjectName("title")
        self._text = QLabel()
        self._text.setObjectName("quiet")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._intro = Prose(self.tr("About this board"))
        self._history = CardHistory(theme)
        self._history.hide()
        self._block = QPushButton(self.tr("Block"))
        self._drop = QPushButton(self.tr("Discard"))
        self._block.setToolTip(self.tr("Something outside stops this card, until it is unblocked (B)"))
        self._drop.setToolTip(self.tr("Take this card off the board for good, unfinished (Del)"))
        self._block.clicked.connect(self.toggle_block)
        self._drop.clicked.connect(self.drop)
        self._arrange()

    def _arrange(self) -> None:
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self._block)
        row.addWidget(self._drop)
        row.addStretch(1)
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.setContentsMargins(0, 0, SPACE_2, 0)
        self._content.setSpacing(SPACE_3)
        self._content.addWidget(self._intro)
        self._content.addWidget(self._text)
        self._content.addWidget(self._history)
        self._content.addStretch(1)
        self._scroll = QuietScrollArea(content)
        # It takes what room there is, and asks for none: what does not fit scrolls.
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # no word is too long for it
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_2, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._buttons)

    @property
    def card(self) -> CardId | None:
        """The card on view."""
        return self._card

    @property
    def history(self) -> CardHistory:
        """Where the card on view has been."""
        return self._history

    def field(self, label: str) -> Field:
        """The field with this label; its section is opened."""
        form = self._forms[self._about]
        form.reveal(label)
        return form.field(label)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self._history.set_theme(theme)
        for form in self._forms.values():
            form.set_theme(theme)

    def refresh(self, session: Session) -> None:
        """Show what is on view as it is now."""
        if self._column is None:
            self.show_card(session, self._card, together=self._together)
        else:
            self.show_column(session, self._column)

    @property
    def column(self) -> int | None:
        """The column on view, counted from 0."""
        return self._column

    def open(self, session: Session) -> None:
        """Show another session's board; what is being typed belongs to the one before."""
        self._forget_forms()
        self._forms_of, self._focus_again = None, ""
        self.show_card(session, None)

    def follow_board(self, session: Session) -> None:
        """The scenario has been edited: the column on view may stand elsewhere, or be gone."""
        if self._column is not None:
            self._column = session.scenario.column_index.get(self._column_id)

    def show_column(self, session: Session, column: int) -> None:
        """Show a column, counted from 0."""
        self._card, self._column, self._column_id = None, column, session.scenario.columns[column].id
        self._buttons.hide()
        self._history.hide()
        self._title.setText(session.scenario.columns[column].title)
        self._show_form(session, column)
        self._text.setText(about_column(session, column))

    def show_card(self, session: Session, card: CardId | None, *, together: Sequence[CardId] = ()) -> None:
        """Show `card` with its history, wherever it is; the board, if there is none or it has not come yet.

        Of several cards that are chosen `together` the buttons act on all that are on the board.
        """
        view = session.view
        self._together = tuple(each for each in together if each in view.board_state.cards)
        there = card is not None and card < len(view.flow.arrived)
        position = view.board_state.cards.get(card) if there and card is not None else None
        self._column = None
        self._buttons.setVisible(position is not None)
        known = card is not None and card < len(session.steady_view.flow.arrived)
        self._history.setVisible(known)
        if card is None or not there:
            self._card = None
            self._title.setText(session.scenario.name)
            self._show_form(session, WHOLE_BOARD)
            self._text.setText(about_board(session))
            return
        self._card = card
        self._title.setText(f"{card_name(card)}  {session.view.title_of(card)}".strip())
        self._show_form(session, A_CARD)
        self._text.setText(about_card(session, card))
        if len(self._together) > 1:
            self._title.setText(self.tr("{0} cards chosen").format(len(self._together)))
            names = ", ".join(card_name(each) for each in self._together)
            self._text.setText(self.tr("{0}. Block and Discard act on all of them.").format(names))
            self._history.hide()
        if known:
            self._history.show_card(session.steady_view, card)
        if position is None:
            self._forms[A_CARD].hide()
            return
        self._blocked = position.state is CardState.BLOCKED
        self._block.setText(self.tr("Unblock") if self._blocked else self.tr("Block"))
        self._block.setEnabled(position.column >= 0)

    def take_focus(self) -> None:
        """Let the keys act on the card on view."""
        (self._block if self._block.isEnabled() else self._drop).setFocus()

    def toggle_block(self) -> None:
        """Block the card on view, or unblock it."""
        act = UnblockCard if self._blocked else BlockCard
        self._ask(*(act(at=0.0, card=card) for card in self._meant))

    def drop(self) -> None:
        """Take the card on view off the board."""
        self._ask(*(DropCard(at=0.0, card=card) for card in self._meant))

    @property
    def _meant(self) -> tuple[CardId, ...]:
        """The cards on which the buttons act."""
        return self._together or (() if self._card is None else (self._card,))

    def _show_form(self, session: Session, about: int) -> None:
        """The fields about a column, the board or a card; made when they are first asked for."""
        scenario = session.scenario
        if (shape := _shape_of(scenario)) != self._forms_of:
            self._forget_forms()
            self._forms_of = shape
        if about != self._about:
            self._scroll.verticalScrollBar().setValue(0)
        self._about = about
        self._intro.show_markdown(scenario.description)
        told_by_guide = session.workshop.exercise is not None  # the text of the board may give its answers away
        self._intro.setVisible(about == WHOLE_BOARD and bool(scenario.description) and not told_by_guide)
        for other, form in self._forms.items():
            form.setVisible(other == about)
        if about not in self._forms:
            self._forms[about] = self._made_form(scenario, about)
        self._forms[about].show_session(session)
        if self._focus_again:
            self._forms[about].take_focus(self._focus_again)
            self._focus_again = ""

    def _made_form(self, scenario: Scenario, about: int) -> Form:
        form = Form(self._sections(scenario, about))
        form.open_like(self._opened)
        form.step_asked.connect(self.step_asked)
        form.edit_asked.connect(self.edit_asked)
        form.what_if_asked.connect(self.what_if_asked)
        form.complained.connect(self.complained)
        form.entered.connect(self.entered)
        form.refused.connect(self.refused)
        self._content.insertWidget(1, form)
        return form

    def _sections(self, scenario: Scenario, about: int) -> list[Section]:
        if about == WHOLE_BOARD:
            return board_sections(self._theme, scenario)
        if about == A_CARD:
            return [Section(rows=self._card_rows(scenario))]
        return ColumnRows(self._theme, scenario, about).sections()

    def _card_rows(self, scenario: Scenario) -> list[Row]:
        if len(scenario.classes) < 2:
            return []
        label = self.tr("Class")
        field = ChoiceField(label, [(each.id, each.title) for each in scenario.classes])
        hint = self.tr("The class of service: who goes first, and what may be done for it.")
        return [
            Row(
                label,
                hint,
                field,
                lambda session: session.scenario.classes[session.view.class_of(self._card or 0)].id,
                lambda _, value: ReclassCard(at=0.0, card=self._card or 0, class_=value),
            )
        ]

    def _forget_forms(self) -> None:
        """The board has other columns, people or classes: other fields; the focus goes to the one it was in."""
        forms, self._forms = self._forms, {}
        for about, form in forms.items():
            self._opened |= form.opened
            if about == self._about:
                self._focus_again = form.label_in_focus()
            form.let_go()
            form.hide()
            form.deleteLater()

    def _ask(self, *interventions: Intervention) -> None:
        if interventions:
            self.step_asked.emit(Step(interventions))


def _shape_of(scenario: Scenario) -> object:
    """What decides which fields there are, and what they are called."""
    return (
        [(column.id, column.title, column.kind) for column in scenario.columns],
        [person.name for person in scenario.people],
        [(its.id, its.title) for its in scenario.classes],
        [family.id for family in scenario.families],
        [shared.columns for shared in scenario.shared_limits],
        [(its.do, getattr(its, "column", None), getattr(its, "value", None)) for its in scenario.plan],
        scenario.time_unit,
        scenario.explicit,
    )
