"""Files in and out, as the window offers them: dialogs, questions, and words for what can go wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from flowsim.domain.phrases import counted
from flowsim.domain.problems import ScenarioProblems
from flowsim.ui.dialogs.file_dialogs import SCENARIOS, ask_where_to_save, ask_which_to_open, safe_name
from flowsim.ui.dialogs.long_work import LongWork, Tell
from flowsim.ui.dialogs.message_box import message_box
from flowsim.ui.dialogs.sliced_work import SlicedWork
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.settings import Settings
from flowsim.ui.text.language import plain, shown, tr

if TYPE_CHECKING:
    from flowsim.metrics import RunView
    from flowsim.session.session import Session
    from flowsim.ui.main_window.board_page import BoardPage

SHOWN_PROBLEMS = 12
RUN_KINDS = {"events": "csv", "workbook": "xlsx", "actionable": "csv"}
"""What a run can be written as, and the ending of its file."""


class FileCommands(QObject):
    """What the window does with files; `changed_by_others` tells whether the open one is not as it was opened.

    While the window `keeps_left` exercises that people only played with, these may be left without a question.

    Signal: `saved` (where).
    """

    saved = Signal(Path)

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        page_on_view: "Callable[[], BoardPage | None]",
        changed_by_others: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._page_on_view = page_on_view
        self._changed_by_others = changed_by_others
        self._working: list[LongWork | SlicedWork] = []
        self.keeps_left = True

    def callbacks(self) -> dict[Act, Callable[[], object]]:
        """What is done here."""
        return {
            Act.SAVE: self.save,
            Act.SAVE_AS: self.save_as,
            Act.EXPORT_PNG: lambda: self._export_on_view("png"),
            Act.EXPORT_SVG: lambda: self._export_on_view("svg"),
            Act.EXPORT_PDF: lambda: self._export_on_view("pdf"),
            Act.EXPORT_CSV: lambda: self._export_on_view("csv"),
            Act.EXPORT_ALL: self.export_all,
            Act.EXPORT_WORKBOOK: lambda: self.export_run("workbook"),
            Act.EXPORT_EVENTS: lambda: self.export_run("events"),
            Act.EXPORT_ACTIONABLE: lambda: self.export_run("actionable"),
            Act.COPY_ON_VIEW: self.copy_on_view,
        }

    def ask_which(self) -> Path | None:
        """Let a person choose a file to open."""
        return ask_which_to_open(self._window, tr("Open a scenario"), self._settings.folder)

    def save(self) -> bool:
        """Save to the file it came from, or to one a person chooses; whether it is saved."""
        path = self._session.file.path
        return self.save_as() if path is None else self._save_to(path)

    def save_as(self) -> bool:
        """Save to a file a person chooses; whether it is saved."""
        if not self._page.can_be_played():
            return False
        path = ask_where_to_save(self._window, tr("Save as"), self._suggested("flowsim"), SCENARIOS)
        return path is not None and self._save_to(path)

    def may_leave(self) -> bool:
        """Whether what is open may be left; asks if something would be lost."""
        page = self._page_on_view()
        if page is None or not page.session.file.unsaved or (self.keeps_left and page.session.file.only_played):
            return True
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            "flowsim",
            plain(tr("Save the changes to “{0}”?").format(page.session.scenario.name)),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        return self.save() if answer == buttons.Save else answer == buttons.Discard

    def tell_problems(self, path: Path, problems: ScenarioProblems) -> None:
        """Say everything that is wrong with a file; what is open stays as it is."""
        lines = [str(problem) for problem in problems.problems[:SHOWN_PROBLEMS]]
        if len(problems.problems) > SHOWN_PROBLEMS:
            lines.append(shown(counted("… and {0} more", "… and {0} more", len(problems.problems) - SHOWN_PROBLEMS)))
        headline = tr("{0} cannot be opened. Nothing that was open has changed.").format(path.name)
        self._tell(headline, "\n".join(lines))

    def _export_on_view(self, ending: str) -> None:
        self.export(self._page.chart.name, ending)

    def export(self, chart: str, ending: str, scale: float = 2.0) -> None:
        """Write a chart, or its data, to a file a person chooses."""
        path = ask_where_to_save(self._window, tr("Export the chart"), self._suggested(ending, chart))
        if path is not None:
            self.export_to(path, chart, scale)

    def export_to(self, path: Path, chart: str, scale: float = 2.0) -> bool:
        """Write a chart to `path`, as its ending says; whether it is written."""
        from flowsim.storage.tables import csv_text, save_text
        from flowsim.ui.charts.chart_export import save_picture

        picture = self._page.chart.paper_picture(chart)
        try:
            if path.suffix.lower() == ".csv":
                save_text(path, csv_text(*picture.table()))
            else:
                save_picture(picture, self._session.scenario.name, path, scale)
        except OSError as error:
            self._tell_unwritten(path, error, lambda: self.export(chart, path.suffix.lower().removeprefix("."), scale))
            return False
        self._page.board.message.say(tr("{0} saved as {1}").format(picture.title, path.name))
        return True

    def export_all(self) -> None:
        """Write every chart to one PDF that a person chooses."""
        path = ask_where_to_save(self._window, tr("Export all charts"), self._suggested("pdf", "charts"))
        if path is not None:
            self.export_all_to(path)

    def export_all_to(self, path: Path) -> SlicedWork:
        """Write every chart to the PDF at `path`, page by page; when it is written or could not be, that is said."""
        from flowsim.charts.catalogue import CHARTS
        from flowsim.ui.charts.chart_export import pdf_in_parts

        pages = pdf_in_parts(self._page.chart.pictures(), len(CHARTS), self._session.scenario.name, path)
        work = SlicedWork(self._window, tr("Writing {0}").format(path.name), pages)
        work.done.connect(lambda: self._page.board.message.say(tr("All charts saved as {0}").format(path.name)))
        work.failed.connect(lambda error: self._tell_unwritten(path, error, self.export_all))
        self._working.append(work)
        return work

    def export_run(self, kind: str) -> None:
        """Write the run, as one of `RUN_KINDS`, to a file that a person chooses."""
        self._export_elsewhere(kind, self._run_of_now())

    def export_run_to(self, kind: str, path: Path) -> LongWork:
        """Write the run to `path`, beside the window; when it is written or could not be, that is said."""
        return self._write_run(kind, self._run_of_now(), path)

    def _run_of_now(self) -> "RunView":
        latest = self._session.latest
        return latest.before(latest.now)  # stays as it is while the run goes on

    def _export_elsewhere(self, kind: str, run: "RunView") -> None:
        path = ask_where_to_save(self._window, tr("Export the run"), self._suggested(RUN_KINDS[kind]))
        if path is not None:
            self._write_run(kind, run, path)

    def _write_run(self, kind: str, run: "RunView", path: Path) -> LongWork:
        from flowsim.session.run_export import write_run

        def work_on(tell: Tell) -> None:
            write_run(run, kind, path, tell)

        work = LongWork(self._window, tr("Writing {0}").format(path.name), work_on)
        work.done.connect(lambda: self._page.board.message.say(tr("Run saved as {0}").format(path.name)))
        work.failed.connect(lambda error: self._tell_unwritten(path, error, lambda: self._export_elsewhere(kind, run)))
        self._working.append(work)
        return work

    @property
    def works(self) -> bool:
        """Whether something is being written that closing would break off."""
        return any(isValid(work) and work.goes_on for work in self._working)

    def close(self) -> None:
        """The window goes: what is still being written is not wanted any more."""
        for work in self._working:
            if isValid(work) and work.goes_on:
                work.cancel()
                work.wait()

    def copy_on_view(self) -> None:
        """Put the chart on view on the clipboard, as a picture."""
        self.copy_chart(self._page.chart.name)

    def copy_chart(self, chart: str) -> None:
        """Put a chart on the clipboard, as a picture."""
        from flowsim.ui.charts.chart_export import image

        picture = self._page.chart.paper_picture(chart)
        QGuiApplication.clipboard().setImage(image(picture, self._session.scenario.name))
        self._page.board.message.say(tr("{0} copied").format(picture.title))

    @property
    def _page(self) -> "BoardPage":
        page = self._page_on_view()
        assert page is not None, "there is something to write only with a board on view"
        return page

    @property
    def _session(self) -> "Session":
        return self._page.session

    def _save_to(self, path: Path) -> bool:
        if path == self._session.file.path and self._changed_by_others() and not self._may_overwrite(path):
            return False
        try:
            changes = self._session.file.save(path)
        except OSError as error:
            self._tell_unwritten(path, error, self.save_as)
            return False
        self._settings.remember(path)
        self.saved.emit(path)
        self._page.announce(changes)
        self._page.board.message.say(tr("Saved as {0}").format(path.name))
        return True

    def _may_overwrite(self, path: Path) -> bool:
        """Whether what another program wrote to `path` may be replaced; or it is saved elsewhere."""
        box = QMessageBox(self._window)
        box.setWindowTitle("flowsim")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("{0} has been changed by another program since it was opened.").format(path.name))
        box.setInformativeText(tr("Saving replaces what stands there now by what is open here."))
        replace = box.addButton(tr("Replace it"), QMessageBox.ButtonRole.AcceptRole)
        elsewhere = box.addButton(tr("Save elsewhere …"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is elsewhere:
            self.save_as()
        return box.clickedButton() is replace

    def _tell_unwritten(self, path: Path, error: OSError, again: Callable[[], object] | None = None) -> None:
        headline = tr("{0} could not be written.").format(path.name)
        reason = error.strerror or str(error)
        way_out = tr("{0}. Nothing is lost: it is still open here, and can be saved elsewhere.")
        box = message_box(self._window, headline, way_out.format(reason[:1].upper() + reason[1:]))
        if again is not None:
            elsewhere = box.addButton(tr("Save elsewhere …"), QMessageBox.ButtonRole.AcceptRole)
            box.addButton(QMessageBox.StandardButton.Cancel)
            elsewhere.clicked.connect(again)
        box.open()

    def _tell(self, headline: str, details: str) -> None:
        message_box(self._window, headline, details).open()

    def _suggested(self, ending: str, of: str = "") -> Path:
        """A place and a name for a file; what it is a part `of` the run stands in its name."""
        session = self._session
        stem = session.file.path.stem if session.file.path else session.scenario.name
        stem = f"{stem} - {of}" if of else stem
        return Path(self._settings.folder or Path.home()) / f"{safe_name(stem)}.{ending}"


def files_in(mime: QMimeData) -> list[Path]:
    """The files of this machine that are dropped."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
