"""What people ask for by menu or key while a board is on view: the run, the cards, the columns."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import Qt

from flowsim.domain.problems import Refused
from flowsim.ui.main_window.actions import Act
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import shown, tr

if TYPE_CHECKING:
    from flowsim.domain.scenario import Column
    from flowsim.session.scenario_edits import Edit
    from flowsim.session.steps import Step
    from flowsim.ui.main_window.board_page import BoardPage

ZOOM: Final = 0.7
"""How much of what is on view stays when the charts are zoomed by key."""


class BoardCommands:
    """Acts on the page that is on view; asked only while there is one. `theme` is what its dialogs wear."""

    def __init__(self, page_on_view: "Callable[[], BoardPage | None]", theme: Callable[[], Theme]) -> None:
        self._page_on_view = page_on_view
        self._theme = theme

    @property
    def _page(self) -> "BoardPage":
        page = self._page_on_view()
        assert page is not None, "actions on the board are enabled only with a board on view"
        return page

    def callbacks(self) -> dict[Act, Callable[[], object]]:
        """What is done here."""
        return self._about_the_run() | self._about_the_view() | self._about_cards_and_columns()

    def _about_the_run(self) -> dict[Act, Callable[[], object]]:
        return {
            Act.TOGGLE_PLAY: lambda: self._page.toggle_play(),
            Act.STEP: lambda: self._page.step(),
            Act.RESTART: lambda: self._page.restart(),
            Act.KEEP_SETTINGS: self.keep_settings,
            Act.OTHER_LUCK: self.other_luck,
            Act.PIN_RUN: lambda: self._page.pin(),
            Act.UNPIN_RUN: self.unpin_run,
            Act.LOOK_AT_START: lambda: self._page.look(0.0),
            Act.BACK_TO_NOW: lambda: self._page.look(None),
            Act.FASTER: lambda: self._page.controls.change_speed(4),
            Act.SLOWER: lambda: self._page.controls.change_speed(-4),
            Act.UNDO: lambda: self._page.undo(),
            Act.REDO: lambda: self._page.redo(),
        }

    def _about_the_view(self) -> dict[Act, Callable[[], object]]:
        return {
            Act.TOGGLE_TABLE: lambda: self._page.toggle_table(),
            Act.TOGGLE_WALL: lambda: self._page.chart.wall.toggle(),
            Act.TOGGLE_CLASSES: lambda: self._page.board.toggle_classes(),
            Act.ZOOM_IN: lambda: self._page.chart.zoom_by(ZOOM),
            Act.ZOOM_OUT: lambda: self._page.chart.zoom_by(1 / ZOOM),
            Act.SHOW_WHOLE_RUN: lambda: self._page.chart.show_all(),
            Act.SHOW_LATEST: lambda: self._page.chart.show_latest(),
            Act.TOGGLE_DONE: self.toggle_done,
            Act.TOGGLE_READING: self.toggle_reading,
        }

    def _about_cards_and_columns(self) -> dict[Act, Callable[[], object]]:
        return {
            Act.ADD_CARD: self.add_card,
            Act.TOGGLE_BLOCK: lambda: self._page.inspector.toggle_block(),
            Act.HELP_CARD: lambda: self.send_to_card(1),
            Act.RELIEVE_CARD: lambda: self.send_to_card(-1),
            Act.DROP_CARD: lambda: self._page.inspector.drop(),
            Act.ADD_COLUMN: lambda: self._add("work"),
            Act.ADD_QUEUE: lambda: self._add("queue"),
            Act.RENAME_COLUMN: self.rename_column,
            Act.DUPLICATE_COLUMN: self.duplicate_column,
            Act.SPLIT_QUEUE: self.split_queue,
            Act.MOVE_COLUMN_LEFT: lambda: self._move(-1),
            Act.MOVE_COLUMN_RIGHT: lambda: self._move(1),
            Act.SHARE_LIMIT: self.share_limit,
            Act.LIMIT_BOARD: self.limit_board,
            Act.LIMIT_EVERYWHERE: self.limit_everywhere,
            Act.BATCH_EVERYWHERE: self.batch_everywhere,
            Act.DELETE_COLUMN: self.delete_column,
        }

    # The run and the cards

    def toggle_done(self) -> None:
        """The cumulative flow without what is done, or with it."""
        self._page.chart.leave_out_done(not self._page.chart.without_done)

    def toggle_reading(self) -> None:
        """Read off between two moments of the cumulative flow, or no longer."""
        self._page.chart.choose("flow")
        self._page.chart.lines.toggle()

    def add_card(self) -> None:
        """One more card in the backlog."""
        from flowsim.domain.interventions import AddCard
        from flowsim.session.steps import Step

        self._page.do(Step((AddCard(at=0.0),)))

    def send_to_card(self, by: int) -> None:
        """One person more (1) or fewer (-1) at the chosen card."""
        from flowsim.session.people_moves import put_to_card, taken_from_card

        card = self._page.inspector.card
        if card is None:
            self._page.board.message.say(tr("Choose a card first: the arrow keys go from card to card."))
        else:
            self._page.do(put_to_card(card) if by > 0 else taken_from_card(card))

    def unpin_run(self) -> None:
        """Let the run pinned last go."""
        if self._page.pins.pins:
            self._page.unpin(self._page.pins.pins[-1])

    def keep_settings(self) -> None:
        """Begin again with everything as it is set now."""
        from flowsim.session.edit_commands import settings_kept

        page = self._page
        self._edit(lambda: settings_kept(page.session))

    def other_luck(self) -> None:
        """The same board with the next seed."""
        from flowsim.session.edit_commands import other_luck

        page = self._page
        self._edit(lambda: other_luck(page.session, page.session.history.scenario.seed % 999_999_999 + 1))

    # The columns

    def rename_column(self) -> None:
        """Type another name for the chosen column."""
        if (column := self._chosen()) is not None:
            self._page.show_board()
            self._page.board.heads.rename(column)

    def duplicate_column(self) -> None:
        """A second column like the chosen one."""
        from flowsim.session.edit_commands import column_duplicated

        self._on_column(lambda column: column_duplicated(self._page.session, column), goes_to=1)

    def split_queue(self) -> None:
        """A queue behind the chosen column for what is done there."""
        from flowsim.session.edit_commands import queue_split_off

        columns, session = self._page.session.history.scenario.columns, self._page.session

        def split(column: int) -> "Edit":
            return queue_split_off(session, column, tr("{0} done").format(columns[column].title))

        self._on_column(split)

    def share_limit(self) -> None:
        """One limit over the chosen column and the one to its right."""
        from flowsim.session.edit_commands import limit_shared

        session = self._page.session
        self._on_column(lambda column: limit_shared(session, column, column + 1))

    def limit_board(self) -> None:
        """One limit over the whole board."""
        from flowsim.session.edit_commands import limit_shared

        session = self._page.session
        self._edit(lambda: limit_shared(session, 0, len(session.history.scenario.columns) - 1))

    def limit_everywhere(self) -> None:
        """Ask for one WIP limit, and set it in every column as one step."""
        from flowsim.session.steps import limit_everywhere

        self._ask_for_every_column(
            tr("Same limit for every column"), tr("WIP limit of every column"),
            lambda column: column.wip_limit, limit_everywhere, none=tr("No limit"),
        )  # fmt: skip

    def batch_everywhere(self) -> None:
        """Ask for one batch, and set it in every column as one step."""
        from flowsim.session.steps import batch_everywhere

        self._ask_for_every_column(
            tr("Same batch for every column"), tr("Cards handed on together, and set up for, in every column"),
            lambda column: column.transfer_batch, batch_everywhere,
        )  # fmt: skip

    def _ask_for_every_column(
        self, title: str, question: str, read: "Callable[[Column], int | None]",
        step: "Callable[[Sequence[Column], Any], Step]", *, none: str | None = None,
    ) -> None:  # fmt: skip
        """Ask for a number, beginning with that of the chosen column or else the first, and do `step` with it."""
        from flowsim.ui.dialogs.count_question import CountQuestion

        page = self._page
        if (reason := page.session.why_not()) is not None:
            page.tell_refusal(shown(reason))
            return
        focused = page.board.heads.in_focus
        column = page.inspector.column if focused is None else focused
        value = read(page.session.conditions.columns[column or 0])
        dialog = CountQuestion(self._theme(), title, question, value, none=none, parent=page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.answered.connect(lambda number: page.do(step(page.session.conditions.columns, number)))
        dialog.open()

    def delete_column(self) -> None:
        """The board without the chosen column."""
        from flowsim.session.edit_commands import column_removed

        self._on_column(lambda column: column_removed(self._page.session, column))

    def _add(self, kind: Literal["work", "queue"]) -> None:
        from flowsim.session.edit_commands import column_added

        page = self._page
        chosen = page.inspector.column
        at = len(page.session.history.scenario.columns) if chosen is None else chosen + 1
        name = tr("Queue") if kind == "queue" else tr("New step")
        if self._edit(lambda: column_added(page.session, at, kind, name)):
            page.show_board()
            page.board.choose_column(at)
            page.board.heads.rename(at)

    def _move(self, by: int) -> None:
        from flowsim.session.edit_commands import column_moved

        session = self._page.session
        last = len(session.history.scenario.columns) - 1

        def moved(column: int) -> "Edit":
            return column_moved(session, column, min(max(column + by, 0), last))

        self._on_column(moved, goes_to=by)

    def _on_column(self, wish: "Callable[[int], Edit]", *, goes_to: int = 0) -> None:
        column = self._chosen()
        if column is not None and self._edit(lambda: wish(column)):
            last = len(self._page.session.scenario.columns) - 1
            self._page.board.choose_column(min(max(column + goes_to, 0), last))

    def _chosen(self) -> int | None:
        """The chosen column; if there is none, that is said."""
        focused = self._page.board.heads.in_focus
        if focused is not None and focused != self._page.inspector.column:
            self._page.board.choose_column(focused)
        column = self._page.inspector.column
        if column is None:
            self._page.board.message.say(tr("Choose a column first: click its head, or go there with Tab."))
        return column

    def _edit(self, wish: "Callable[[], Edit]") -> bool:
        """Ask for an edit; whether the board is another one now."""
        page, before = self._page, self._page.session.history.scenario
        try:
            page.edit(wish())
        except Refused as refusal:
            page.tell_refusal(str(refusal))
        return page.session.history.scenario is not before
