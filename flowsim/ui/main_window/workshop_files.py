"""What a workshop leaves behind: the report to take home, and the table of rounds."""

from collections.abc import Callable
from datetime import datetime
from math import isfinite
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from flowsim.charts.picture import Table
from flowsim.session.outcome_words import guess_in_words, outcome_in_words
from flowsim.session.round_runs import run_of_round
from flowsim.session.round_table import FIGURES, rows_of
from flowsim.session.session import Session
from flowsim.storage.atomic import write_atomically
from flowsim.storage.tables import csv_text, save_text
from flowsim.ui.dialogs.file_dialogs import ask_where_to_save, safe_name
from flowsim.ui.dialogs.message_box import message_box
from flowsim.ui.text.language import shown, tr

KINDS: Final = "HTML (*.html);;PDF (*.pdf)"


class WorkshopFiles(QObject):
    """Writes files of the session that `session` gives, and says so over the board."""

    def __init__(self, over: QWidget, session: Callable[[], Session | None], say: Callable[[str], None]) -> None:
        super().__init__(over)
        self._over = over
        self._session = session
        self._say = say

    def write_report(self) -> None:
        """Ask where the report goes, and write it."""
        session = self._session()
        if session is None:
            return
        path = ask_where_to_save(self._over, tr("Report to take home"), self._suggested(session, ".html"), KINDS)
        if path is not None:
            self.save_report(path)

    def save_report(self, path: Path) -> bool:
        """Write the report to `path`, as its ending says: HTML or PDF; whether it is written."""
        from flowsim.reports.contents import contents_of

        session = self._session()
        if session is None:
            return False
        contents = contents_of(session.file.document)
        assert contents is not None, "nobody asked to stop"
        made = datetime.now().astimezone().strftime("%Y-%m-%d")
        if path.suffix.lower() == ".pdf":
            from flowsim.reports.paper import report_pdf
            from flowsim.ui.charts.chart_export import image

            return self._write(path, report_pdf(contents, made, image))
        from flowsim.reports.page import report_page
        from flowsim.ui.charts.chart_export import svg_bytes

        page = report_page(session.file.document, contents, made, svg_bytes)
        return self._write(path, page.encode("utf-8", "replace"))

    def export_rounds(self, ending: str) -> None:
        """Ask where the table of rounds goes, and write it."""
        session = self._session()
        if session is None or not session.workshop.rounds:
            self._say(tr("There is no round to export yet."))
            return
        path = ask_where_to_save(self._over, tr("Rounds"), self._suggested(session, f".{ending}"))
        if path is not None:
            self.save_rounds(path)

    def save_rounds(self, path: Path) -> bool:
        """Write the table of rounds to `path`, as its ending says: CSV or XLSX; whether it is written."""
        session = self._session()
        if session is None:
            return False
        table = rounds_as_table(session)
        try:
            if path.suffix.lower() == ".csv":
                save_text(path, csv_text(*table))
            else:
                from flowsim.storage.workbook import workbook_bytes

                write_atomically(path, workbook_bytes({"rounds": table}))
        except OSError as error:
            self._tell(path, error)
            return False
        self._say(tr("Saved as {0}").format(path.name))
        return True

    def _write(self, path: Path, content: bytes) -> bool:
        try:
            write_atomically(path, content)
        except OSError as error:
            self._tell(path, error)
            return False
        self._say(tr("Saved as {0}").format(path.name))
        return True

    def _tell(self, path: Path, error: OSError) -> None:
        reason = error.strerror or str(error)
        message_box(self._over, tr("{0} could not be written.").format(path.name), reason).open()

    def _suggested(self, session: Session, ending: str) -> Path:
        its = session.workshop.exercise
        name = session.scenario.name if its is None else its.name
        return Path.home() / f"{safe_name(name)} - {tr('workshop')}{ending}"


def rounds_as_table(session: Session) -> Table:
    """Every round as a row: settings that differ, figures, guesses and outcomes, what was learned."""
    workshop = session.workshop
    runs = {place: run_of_round(its) for place, its in enumerate(workshop.rounds)}
    rows: list[list[object]] = []
    most = max([len(its.predictions) for its in workshop.rounds], default=0)
    for its, row in zip(workshop.rounds, rows_of(workshop, runs), strict=True):
        figures = [row.figures[name] if isfinite(row.figures[name]) else None for name in FIGURES]
        told: list[object] = []
        for prediction, outcome in zip(its.predictions, row.outcomes, strict=True):
            told += [
                prediction.question.text, shown(guess_in_words(prediction, its.scenario)),
                shown(outcome_in_words(prediction, outcome, its.scenario)),
            ]  # fmt: skip
        told += [""] * (3 * most - len(told))
        rows.append([its.name, shown(row.differs), its.scenario.seed, its.time, *figures, *told, its.learned])
    asked = [f"{part} {number}" for number in range(1, most + 1) for part in ("question", "guess", "outcome")]
    return ["round", "differs", "seed", "time", *FIGURES, *asked, "learned"], rows
