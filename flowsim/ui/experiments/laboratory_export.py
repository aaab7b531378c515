"""What was found out, as files: pictures, tables, and the folder that the command line would have left."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication

from flowsim.charts.colours import LIGHT, Theme
from flowsim.charts.picture import Picture
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.plan import Plan
from flowsim.experiments.results import REPORT, results_into
from flowsim.storage.atomic import write_atomically
from flowsim.storage.tables import csv_text, save_text
from flowsim.ui.dialogs.file_dialogs import ask_where_to_save, safe_name
from flowsim.ui.dialogs.message_box import message_box
from flowsim.ui.experiments.background import Stopped
from flowsim.ui.experiments.laboratory import Laboratory
from flowsim.ui.experiments.result_sheet import ResultSheet
from flowsim.ui.text.language import shown

ENDINGS: Final = ("png", "svg", "pdf", "csv", "xlsx")
Draw = Callable[[Theme], list[Picture]]


class LaboratoryExport(QObject):
    """Offers and writes files of one `sheet`; `draw` makes its pictures in print colours, `plan` is what was played.

    Signal: `written` (the folder that the results of the whole plan stand in).
    """

    written = Signal(Path)

    def __init__(
        self, sheet: ResultSheet, laboratory: Laboratory, draw: Draw, plan: Callable[[], Plan | None]
    ) -> None:  # fmt: skip
        super().__init__(sheet)
        self._sheet = sheet
        self._laboratory = laboratory
        self._draw = draw
        self._plan = plan
        sheet.export_asked.connect(self.offer)
        sheet.menu_asked.connect(lambda number, at: self.offer(at, number))

    def offer(self, at: QPoint, number: int = 0) -> None:
        """A menu of everything that can be written."""
        menu = self._sheet.menu()
        for ending in ENDINGS:
            menu.addAction(ending.upper(), lambda ending=ending: self._ask_where(ending, number))
        menu.addAction(self.tr("Copy"), lambda: self.copy(number))
        if self._plan() is not None:
            menu.addSeparator()
            menu.addAction(self.tr("All results and a report, into a folder …"), self._ask_which_folder)
        menu.popup(at)

    def copy(self, number: int = 0) -> None:
        """A picture to the clipboard."""
        from flowsim.ui.charts.chart_export import image

        QGuiApplication.clipboard().setImage(image(self._draw(LIGHT)[number], self._name))

    def save(self, path: Path, number: int = 0) -> bool:
        """Write one picture, or its numbers, to `path`, as its ending says; whether it is written."""
        try:
            self._write(path, self._draw(LIGHT)[number])
        except OSError as error:
            self._tell(path, error)
            return False
        return True

    def save_results(self, folder: Path) -> None:
        """Write what `flowsim experiment` would: runs, results, plan, report; what is known is not played again."""
        plan = self._plan()
        assert plan is not None
        its = self._laboratory

        def work(stopped: Stopped) -> Iterator[float]:
            experiment = Experiment(plan, its.pool, stopped, its.known)
            for _ in results_into(folder, experiment):
                yield experiment.share

        task = its.begin(work)
        self._sheet.begin()
        task.told.connect(self._sheet.show_progress)
        task.failed.connect(lambda error: self._tell(folder, error))
        task.ended.connect(lambda: self._end(folder, plan))
        self._sheet.cancel_asked.connect(task.cancel)

    def _end(self, folder: Path, plan: Plan) -> None:
        self._sheet.show_progress(None)
        if (folder / REPORT).exists() and plan == self._plan():
            self.written.emit(folder)

    @property
    def _name(self) -> str:
        return self._laboratory.session.scenario.name

    def _write(self, path: Path, picture: Picture) -> None:
        from flowsim.ui.charts.chart_export import save_picture

        ending = path.suffix.lower()
        if ending == ".csv":
            save_text(path, csv_text(*picture.table()))
        elif ending == ".xlsx":
            from flowsim.storage.workbook import workbook_bytes

            write_atomically(path, workbook_bytes({shown(picture.name): picture.table()}))
        else:
            save_picture(picture, self._name, path)

    def _ask_where(self, ending: str, number: int) -> None:
        path = ask_where_to_save(self._sheet, self.tr("Export"), self._suggested(f".{ending}"))
        if path is not None:
            self.save(path, number)

    def _suggested(self, ending: str = "") -> Path:
        what = self.tr("experiment")
        return Path.home() / f"{safe_name(self._name)} - {what}{ending}"

    def _ask_which_folder(self) -> None:
        folder = ask_where_to_save(self._sheet, self.tr("A name for the folder"), self._suggested(), "(*)")
        if folder is not None:
            self.save_results(folder)

    def _tell(self, path: Path, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or str(error)
        message_box(self._sheet, self.tr("{0} could not be written.").format(path.name), reason).open()
