"""The way to the page of experiments and back: it is made when somebody first goes there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QStackedWidget

from flowsim.session.changes import Changes
from flowsim.ui.main_window.actions import Act
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import tr

if TYPE_CHECKING:
    from flowsim.session.scenario_edits import Edit
    from flowsim.session.steps import Step
    from flowsim.ui.experiments.laboratory import Laboratory
    from flowsim.ui.experiments.laboratory_page import LaboratoryPage
    from flowsim.ui.main_window.board_page import BoardPage


class LaboratoryDoor:
    """Keeps the page of experiments; `refresh` is called when another page is on view, `back` goes to the board."""

    def __init__(
        self, pages: QStackedWidget, page_on_view: "Callable[[], BoardPage | None]", theme: Callable[[], Theme],
        back: Callable[[], None], refresh: Callable[[], None],
    ) -> None:  # fmt: skip
        self._pages = pages
        self._page_on_view = page_on_view
        self._theme = theme
        self._back = back
        self._refresh = refresh
        self.page: LaboratoryPage | None = None

    def callbacks(self) -> dict[Act, Callable[[], object]]:
        """What is done here."""
        return {
            Act.SHOW_BOARD: self._back,
            Act.SHOW_EXPERIMENTS: self.show,
            Act.WHAT_IF_CARD: self._ask_about_card,
            Act.WHAT_IF_LIMIT: lambda: self._ask_about_column("wip_limit"),
            Act.WHAT_IF_PEOPLE: lambda: self._ask_about_column("workers"),
        }

    @property
    def on_view(self) -> bool:
        """Whether people look at experiments."""
        return self.page is not None and self._pages.currentWidget() is self.page

    def attach(self, board: "BoardPage") -> None:
        """Work beside this page from now on."""
        board.bridge.changed.connect(self._follow)

    def _follow(self, changes: Changes) -> None:
        if Changes.HISTORY in changes and self.on_view and self.page is not None:
            self.page.follow_experiments()

    def _announce(self, changes: Changes) -> None:
        board = self._page_on_view()
        if board is not None:
            board.bridge.announce(changes)

    def show(self) -> None:
        """The experiments on the board that is open; its run goes on, or stands, as people left it."""
        self._back()
        board = self._page_on_view()
        if board is None:
            return
        if self.page is None:
            self.page = self._made(board)
        board.board.cancel_drag()
        self._pages.setCurrentWidget(self.page)
        self.page.open(board.session, board.pins)
        self.page.setFocus()
        self._refresh()

    def workers(self) -> "Laboratory | None":
        """What plays runs beside the window, for whoever needs some; None without a board."""
        board = self._page_on_view()
        if board is None:
            return None
        if self.page is None:
            self.page = self._made(board)
        return self.page.laboratory

    def ask_about(self, path: str) -> None:
        """What if the setting with this path were different?"""
        board = self._page_on_view()
        if board is None or not board.can_be_played():
            return
        self.show()
        if self.on_view and self.page is not None:
            self.page.ask_about(path)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        if self.page is not None:
            self.page.set_theme(theme)

    def rebuild(self) -> None:
        """Make the page anew, because widgets take their sizes from the text size; what was found out stays."""
        board, before = self._page_on_view(), self.page
        if board is None or before is None:
            return
        on_view = self.on_view
        self.page = self._made(board, before)
        if on_view:
            self._pages.setCurrentWidget(self.page)
            self.page.open(board.session, board.pins)
        self._pages.removeWidget(before)
        before.hide()
        before.deleteLater()

    def may_leave(self) -> bool:
        """Whether the window may close; asks if an experiment would be broken off."""
        if self.page is None or not self.page.laboratory.busy:
            return True
        answer = QMessageBox.question(
            self._pages, "flowsim", tr("An experiment is running. Stop it and close?"),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Cancel,
        )  # fmt: skip
        return answer == QMessageBox.StandardButton.Yes

    def leave(self) -> None:
        """The window goes: nothing is left running."""
        if self.page is not None:
            self.page.leave()

    def _made(self, board: "BoardPage", before: "LaboratoryPage | None" = None) -> "LaboratoryPage":
        from flowsim.ui.experiments.laboratory_page import LaboratoryPage

        page = LaboratoryPage(board.session, board.pins, self._theme(), before)
        page.board_asked.connect(self._play)
        page.step_asked.connect(self._do)
        if before is None:
            page.laboratory.changed.connect(self._announce)
        self._pages.addWidget(page)
        return page

    def _play(self, edit: "Edit") -> None:
        board = self._page_on_view()
        if board is not None:
            board.edit(edit)
            self._back()

    def _do(self, step: "Step") -> None:
        board = self._page_on_view()
        if board is not None:
            board.bridge.do(step)
            self._back()

    def _ask_about_card(self) -> None:
        board = self._page_on_view()
        if board is None or board.inspector.card is None or not board.can_be_played():
            return
        card = board.inspector.card
        self.show()
        if self.on_view and self.page is not None:
            self.page.ask_about_card(card)

    def _ask_about_column(self, field: str) -> None:
        board = self._page_on_view()
        if board is not None:
            columns = board.session.scenario.columns
            self.ask_about(f"columns.{columns[board.inspector.column or 0].id}.{field}")
