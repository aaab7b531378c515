"""Files in and out, as the window offers them: dialogs, questions, and words for what can go wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from flowsim.domain.problems import ScenarioProblems
from flowsim.ui.settings import Settings
from flowsim.ui.theme import LIGHT

if TYPE_CHECKING:
    from flowsim.session.session import Session
    from flowsim.ui.page import BoardPage

SCENARIOS = "flowsim (*.flowsim)"
SHOWN_PROBLEMS = 12


class Files:
    """What the window does with files."""

    def __init__(self, window: QWidget, settings: Settings, page_on_view: "Callable[[], BoardPage | None]") -> None:
        self._window = window
        self._settings = settings
        self._page_on_view = page_on_view

    def ask_which(self) -> Path | None:
        """Let a person choose a file to open."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self._window.tr("Open a scenario"), self._settings.folder, SCENARIOS
        )
        return Path(name) if name else None

    def save(self) -> bool:
        """Save to the file it came from, or to one a person chooses; whether it is saved."""
        path = self._session.path
        return self.save_as() if path is None else self._save_to(path)

    def save_as(self) -> bool:
        """Save to a file a person chooses; whether it is saved."""
        suggestion = self._suggested("flowsim")
        name, _ = QFileDialog.getSaveFileName(self._window, self._window.tr("Save as"), suggestion, SCENARIOS)
        return bool(name) and self._save_to(_with_ending(Path(name), ".flowsim"))

    def may_leave(self) -> bool:
        """Whether what is open may be left; asks if something would be lost."""
        window, page = self._window, self._page_on_view()
        if page is None or not page.session.unsaved:
            return True
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            window,
            "flowsim",
            window.tr("What people did in “{0}” is not saved. Save it?").format(page.session.scenario.name),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        return self.save() if answer == buttons.Save else answer == buttons.Discard

    def tell_problems(self, path: Path, problems: ScenarioProblems) -> None:
        """Say everything that is wrong with a file; what is open stays as it is."""
        shown = [str(problem) for problem in problems.problems[:SHOWN_PROBLEMS]]
        if len(problems.problems) > SHOWN_PROBLEMS:
            shown.append(self._window.tr("… and {0} more").format(len(problems.problems) - SHOWN_PROBLEMS))
        headline = self._window.tr("{0} cannot be opened. Nothing that was open has changed.").format(path.name)
        self._tell(headline, "\n".join(shown))

    def export(self, ending: str) -> None:
        """Write the diagram, or its data, to a file a person chooses."""
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self._window.tr("Export the diagram"),
            self._suggested(ending),
            f"{ending.upper()} (*.{ending})",
        )
        if name:
            self.export_to(_with_ending(Path(name), f".{ending}"))

    def export_to(self, path: Path) -> bool:
        """Write the diagram to `path`, as its ending says; whether it is written."""
        from flowsim.metrics import CumulativeFlow
        from flowsim.storage.tables import csv_text, save_text
        from flowsim.ui.charts.painter import save_picture

        session = self._session
        try:
            if path.suffix.lower() == ".csv":
                titles = [column.title for column in session.scenario.columns]
                save_text(path, csv_text(*CumulativeFlow.of(session.flow).as_table(titles)))
            else:
                save_picture(self._page.chart.picture(LIGHT), path)
        except OSError as error:
            self._tell_unwritten(path, error)
            return False
        self._page.board.say(self._window.tr("Diagram saved as {0}").format(path.name))
        return True

    def copy_diagram(self) -> None:
        """Put the diagram on the clipboard, as a picture."""
        from flowsim.ui.charts.painter import image

        QGuiApplication.clipboard().setImage(image(self._page.chart.picture(LIGHT)))
        self._page.board.say(self._window.tr("Diagram copied"))

    @property
    def _page(self) -> "BoardPage":
        page = self._page_on_view()
        assert page is not None, "there is something to write only with a board on view"
        return page

    @property
    def _session(self) -> "Session":
        return self._page.session

    def _save_to(self, path: Path) -> bool:
        try:
            changes = self._session.save(path)
        except OSError as error:
            self._tell_unwritten(path, error)
            return False
        self._settings.remember(path)
        self._page.announce(changes)
        self._page.board.say(self._window.tr("Saved as {0}").format(path.name))
        return True

    def _tell_unwritten(self, path: Path, error: OSError) -> None:
        headline = self._window.tr("{0} could not be written.").format(path.name)
        reason = error.strerror or str(error)
        way_out = self._window.tr("{0}. What people did is still here: choose another folder with Save as.")
        self._tell(headline, way_out.format(reason[:1].upper() + reason[1:]))

    def _tell(self, headline: str, details: str) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle("flowsim")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(headline)
        box.setInformativeText(details)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _suggested(self, ending: str) -> str:
        session = self._session
        stem = session.path.stem if session.path else session.scenario.name
        safe = "".join(character if character.isalnum() or character in " -_" else "-" for character in stem)
        return str(Path(self._settings.folder or Path.home()) / f"{safe.strip() or 'flowsim'}.{ending}")


def _with_ending(path: Path, ending: str) -> Path:
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)
