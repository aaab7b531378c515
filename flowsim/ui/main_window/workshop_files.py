"""What a workshop leaves behind: the report to take home, and the table of rounds."""

import time
from collections.abc import Callable, Generator, Iterator
from datetime import datetime
from math import isfinite
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Picture, Table
from flowsim.domain.exercises import Exercise
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Scenario
from flowsim.domain.workshop import Workshop
from flowsim.reports.contents import Contents, contents_from, rounds_of
from flowsim.reports.page import report_page
from flowsim.reports.paper import report_pdf
from flowsim.session.outcome_words import guess_in_words, outcome_in_words
from flowsim.session.own_exercise import Draft, exercise_from, rounds_told, with_promises
from flowsim.session.round_runs import RoundRuns, run_of_round
from flowsim.session.round_table import FIGURES, rows_of
from flowsim.session.rounds import settings_as_they_are
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.storage.atomic import write_atomically
from flowsim.storage.exercise_file import ENDING, save_exercise
from flowsim.storage.tables import csv_text, save_text
from flowsim.ui.charts.chart_export import image, svg_bytes
from flowsim.ui.dialogs.file_dialogs import ask_where_to_save, safe_name
from flowsim.ui.dialogs.message_box import message_box
from flowsim.ui.dialogs.sliced_work import SlicedWork
from flowsim.ui.text.language import sentence, shown, tr

SLICE: Final = 0.02
"""Seconds that runs are played for before the window has its turn."""


class WorkshopFiles(QObject):
    """Writes files of the session that `session` gives, and says so over the board."""

    def __init__(
        self, over: QWidget, session: Callable[[], Session | None], say: Callable[[str], None],
        theme: Callable[[], Theme],
    ) -> None:  # fmt: skip
        super().__init__(over)
        self._theme = theme
        self._over = over
        self._session = session
        self._say = say

    def write_report(self, ending: str = ".html") -> None:
        """Ask where the report goes, and write it."""
        session = self._session()
        if session is None:
            return
        suggested = self._suggested(session, ending, tr("workshop"))
        path = ask_where_to_save(self._over, tr("Report to take home"), suggested)
        if path is not None:
            self.save_report(path)

    def save_report(self, path: Path) -> SlicedWork | None:
        """Write the report to `path`, as its ending says, a part at a time; when it is written, that is said."""
        session = self._session()
        if session is None:
            return None
        parts = report_in_parts(session.file.document, path)
        work = SlicedWork(self._over.window(), tr("Writing {0}").format(path.name), parts)
        work.done.connect(lambda: self._say(tr("Saved as {0}").format(path.name)))
        work.failed.connect(lambda error: self._tell(path, error))
        return work

    def print_sheet(self) -> None:
        """Ask where the sheet for whoever leads the exercise goes, and write it."""
        session = self._session()
        if session is None or (exercise := session.workshop.exercise) is None:
            self._say(tr("No exercise is open: choose one with Guided on the first page."))
            return
        suggested = self._suggested(session, ".pdf", tr("sheet"))
        path = ask_where_to_save(self._over, tr("Sheet for whoever leads"), suggested)
        if path is not None:
            self.save_sheet(exercise, path)

    def save_sheet(self, exercise: Exercise, path: Path) -> bool:
        """Write the sheet of `exercise` to `path`, a PDF; whether it is written."""
        from flowsim.reports.lead_sheet import sheet_pdf

        return self._write(path, lambda: write_atomically(path, sheet_pdf(exercise)))

    def make_exercise(self) -> None:
        """Ask in three steps for an exercise that tells this session, and write it."""
        from flowsim.ui.workshop.exercise_wizard import ExerciseWizard

        session = self._session()
        if session is None:
            return
        wizard = ExerciseWizard(session.workshop, session.scenario.name, self._theme(), self._over.window())
        wizard.save_asked.connect(lambda draft: self._ask_where_the_exercise_goes(draft, wizard))
        wizard.open()

    def _ask_where_the_exercise_goes(self, draft: Draft, wizard: QDialog) -> None:
        suggested = Path.home() / f"{safe_name(draft.name)}{ENDING}"
        path = ask_where_to_save(wizard, tr("Exercise"), suggested)
        work = None if path is None else self.save_exercise(draft, path)
        if work is not None:
            work.done.connect(wizard.accept)

    def save_exercise(self, draft: Draft, path: Path) -> SlicedWork | None:
        """Write the exercise of a draft to `path`, a part at a time; when it is written, that is said."""
        session = self._session()
        if session is None:
            return None
        workshop = session.workshop
        try:
            board = settings_as_they_are(session.scenario, session.conditions)
        except Refused as refused:
            self._say(sentence(str(refused)))
            return None
        parts = exercise_in_parts(workshop, board, session.now or None, draft, path)
        work = SlicedWork(self._over.window(), tr("Writing {0}").format(path.name), parts)
        work.done.connect(lambda: self._say(tr("Saved as {0}; open it to try it.").format(path.name)))
        work.failed.connect(lambda error: self._tell(path, error))
        return work

    def export_rounds(self, ending: str) -> None:
        """Ask where the table of rounds goes, and write it."""
        session = self._session()
        if session is None or not session.workshop.rounds:
            self._say(tr("There is no round to export yet."))
            return
        path = ask_where_to_save(self._over, tr("Rounds"), self._suggested(session, f".{ending}", tr("workshop")))
        if path is not None:
            self.save_rounds(path)

    def save_rounds(self, path: Path) -> bool:
        """Write the table of rounds to `path`, as its ending says: CSV or XLSX; whether it is written."""
        session = self._session()
        if session is None:
            return False
        table = rounds_as_table(session)

        def write() -> None:
            if path.suffix.lower() == ".csv":
                save_text(path, csv_text(*table))
            else:
                from flowsim.storage.workbook import workbook_bytes

                write_atomically(path, workbook_bytes({"rounds": table}))

        return self._write(path, write)

    def _write(self, path: Path, write: Callable[[], None]) -> bool:
        """Write a file, and say that it is there, or why it is not; whether it is."""
        try:
            write()
        except OSError as error:
            self._tell(path, error)
            return False
        self._say(tr("Saved as {0}").format(path.name))
        return True

    def _tell(self, path: Path, error: OSError) -> None:
        reason = error.strerror or str(error)
        message_box(self._over, tr("{0} could not be written.").format(path.name), reason).open()

    def _suggested(self, session: Session, ending: str, of: str) -> Path:
        its = session.workshop.exercise
        name = session.scenario.name if its is None else its.name
        return Path.home() / f"{safe_name(name)} - {of}{ending}"


def report_in_parts(document: Document, path: Path) -> Generator[float, None, None]:
    """Write the report of `document` to `path`; after each part the share that is done.

    Raises:
        OSError: the place cannot be written; the old file is untouched.
    """
    rounds, runs = rounds_of(document), RoundRuns()
    runs.want(rounds)
    while not runs.go_on(_slice()):
        yield 0.5 * (1 - runs.missing / len(rounds))
    contents = contents_from(document, rounds, runs)
    made = datetime.now().astimezone().strftime("%Y-%m-%d")
    draw_all = _pdf_in_parts if path.suffix.lower() == ".pdf" else _page_in_parts
    content = yield from draw_all(document, contents, made)
    write_atomically(path, content)


def exercise_in_parts(
    workshop: Workshop, board: Scenario, until: float | None, draft: Draft, path: Path
) -> Generator[float, None, None]:
    """Write the exercise of a draft to `path`; after each part the share that is done.

    Raises:
        OSError: the place cannot be written; the old file is untouched.
    """
    made = exercise_from(workshop, board, until, draft)
    if draft.promises and draft.rounds:
        told = rounds_told(workshop, draft)
        plain, runs = [its for its in told if not its.interventions or its.dice], RoundRuns()
        runs.want(plain)
        while not runs.go_on(_slice()):
            yield 1 - runs.missing / len(plain)
        made = with_promises(made, [runs.run_of(its) if its in plain else None for its in told])
    save_exercise(path, made)


def _page_in_parts(document: Document, contents: Contents, made: str) -> Generator[float, None, bytes]:
    drawn: dict[int, bytes] = {}
    for share, picture, name in _pictures(contents):
        drawn[id(picture)] = svg_bytes(picture, name)
        yield share
    page = report_page(document, contents, made, lambda picture, _: drawn[id(picture)])
    return page.encode("utf-8", "replace")


def _pdf_in_parts(_: Document, contents: Contents, made: str) -> Generator[float, None, bytes]:
    drawn: dict[int, QImage] = {}
    for share, picture, name in _pictures(contents):
        drawn[id(picture)] = image(picture, name)
        yield share
    return report_pdf(contents, made, lambda picture, _: drawn[id(picture)])


def _pictures(contents: Contents) -> Iterator[tuple[float, Picture, str]]:
    """Every picture of a report with what it is of, and the share that is done with it."""
    every = [] if contents.overview is None else [(contents.overview, contents.title)]
    every += [(picture, play.name) for play in contents.plays for _, picture in play.charts]
    for number, (picture, name) in enumerate(every, 1):
        yield 0.5 + 0.5 * number / len(every), picture, name


def _slice() -> Callable[[], bool]:
    """Says when it is the window's turn again."""
    deadline = time.perf_counter() + SLICE
    return lambda: time.perf_counter() >= deadline


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
