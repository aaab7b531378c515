"""A team's export as the window takes it: chosen or dropped, decided on in steps, and then a board or what happened."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from flowsim.ui.dialogs.file_dialogs import ask_where_to_save, ask_which_to_open, safe_name
from flowsim.ui.main_window.settings import Settings
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import tr

if TYPE_CHECKING:
    from flowsim.domain.team_history import TeamHistory
    from flowsim.session.session import Session
    from flowsim.ui.histories.import_dialog import Found, ImportDialog
    from flowsim.ui.main_window.board_page import BoardPage

ENDINGS: Final = (".csv", ".tsv", ".txt", ".json", ".xlsx")
"""How the files of other tools end."""


def is_history(path: Path) -> bool:
    """Whether a file may be another tool's export, by its name."""
    return path.suffix.lower() in ENDINGS


class HistoryFiles(QObject):
    """Imports histories over `window`.

    `may_leave` asks whether what is open may be left, `show` puts a session on view, `page` gives the board that is
    open, and `ready` waits until a session can be imported.
    """

    def __init__(
        self, window: QWidget, settings: Settings, theme: Callable[[], Theme], may_leave: Callable[[], bool],
        show: "Callable[[Session], None]", page: "Callable[[], BoardPage | None]", ready: Callable[[], None],
        clock: Callable[[], float],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._theme = theme
        self._may_leave = may_leave
        self._show = show
        self._page = page
        self._ready = ready
        self._clock = clock
        self.dialog: ImportDialog | None = None

    def ask(self) -> None:
        """Let a person choose an export."""
        kinds = tr("Exports of other tools") + f" ({' '.join(f'*{ending}' for ending in ENDINGS)})"
        path = ask_which_to_open(self._window, tr("Import a team's history"), self._settings.folder, kinds)
        if path is not None:
            self.begin(path)

    def begin(self, path: Path) -> "ImportDialog":
        """Read a file, and ask what there is to decide."""
        self._ready()
        from flowsim.ui.histories.import_dialog import ImportDialog

        dialog = self.dialog = ImportDialog(path, self._theme(), self._window)
        dialog.board_asked.connect(lambda found: self._open_board(dialog, found))
        dialog.history_asked.connect(lambda history: self._open_history(dialog, history, path.stem))
        dialog.problems_asked.connect(lambda history: self._save_problems(dialog, history, path.stem))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: self._forget())
        dialog.open()
        return dialog

    def _forget(self) -> None:
        self.dialog = None

    def _open_board(self, dialog: "ImportDialog", found: "Found") -> None:
        """The board that was fitted, not saved yet; what happened is pinned, to compare with."""
        from flowsim.metrics import RunView
        from flowsim.metrics.lived_run import lived_run
        from flowsim.session.session import Session
        from flowsim.storage import Document

        if not self._may_leave():
            return
        dialog.accept()
        scenario = found.chosen.board.scenario
        self._show(Session.recovered(Document(scenario), None, self._clock))
        lived = lived_run(found.history, scenario.name, dialog.called)
        view = RunView.of_trace(lived.scenario, lived.trace, lived.end, lived.cards)
        if (page := self._page()) is not None:
            page.pin_run(view, tr("the team"), ended=True)
            page.board.message.say(tr("What happened is pinned: it stays in every chart as a dashed line."))

    def _open_history(self, dialog: "ImportDialog", history: "TeamHistory", name: str) -> None:
        from flowsim.session.history_session import HistorySession

        if not self._may_leave():
            return
        found = dialog.found
        dialog.accept()
        self._show(HistorySession(history, name[:200], self._clock, dialog.called))
        page = self._page()
        if page is None:
            return
        if found is not None:
            self._pin_replay(page, found)
        page.board.message.say(tr("This is what happened. Drag the timeline to look at any day of it."))

    def _pin_replay(self, page: "BoardPage", found: "Found") -> None:
        """What the board does with the arrivals of the team."""
        from flowsim.engine import Simulation
        from flowsim.experiments.fitting.replay import replayed
        from flowsim.session.simulation_view import view_of

        run = Simulation(replayed(found.history, found.chosen.board))
        run.advance_to(run.scenario.horizon or 0.0)
        page.pin_run(view_of(run), tr("the board"), ended=True)

    def _save_problems(self, dialog: "ImportDialog", history: "TeamHistory", name: str) -> None:
        from flowsim.storage.histories.tables import problems_table
        from flowsim.storage.tables import csv_text, save_text

        what = tr("rows not used")
        suggested = Path(self._settings.folder or Path.home()) / f"{safe_name(name)} - {what}.csv"
        path = ask_where_to_save(dialog, tr("Rows that are not used"), suggested)
        if path is None:
            return
        try:
            save_text(path, csv_text(*problems_table(history)))
        except OSError as error:
            dialog.tell_failed(error, path.name)
