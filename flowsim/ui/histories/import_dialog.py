"""A team's export becomes a board, in three steps: what was read, which column is what, the board and how well it fits.

Reading and fitting go on in a thread beside the window; what is decided in one step is kept in all. The file itself is
read once, and nothing of it leaves the machine.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from flowsim.charts.fit_chart import Fit
from flowsim.domain.phrases import Phrase
from flowsim.domain.team_history import TeamHistory
from flowsim.experiments.fitting import CannotBeFitted, Chosen, choosing
from flowsim.experiments.fitting.outlook import outlook
from flowsim.experiments.fitting.replay import flows
from flowsim.metrics.lived_run import CalledBy
from flowsim.storage.histories import Choices
from flowsim.storage.histories.preview import Preview, preview_of
from flowsim.storage.histories.problems import FileProblem
from flowsim.storage.histories.reading import Contents, contents_of_file
from flowsim.ui.experiments.background import Background, Stopped, Task
from flowsim.ui.histories.board_step import BoardStep
from flowsim.ui.histories.columns_step import ColumnsStep
from flowsim.ui.histories.read_step import ReadStep
from flowsim.ui.style.theme import Theme, px
from flowsim.ui.text.language import shown, tr
from flowsim.ui.widgets.question_form import button
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea
from flowsim.ui.widgets.stepped_dialog import SteppedDialog

WIDTH: Final = 720
HEIGHT: Final = 720


@dataclass(frozen=True)
class Found:
    """A board that was fitted to a history."""

    history: TeamHistory
    chosen: Chosen


class ImportDialog(SteppedDialog):
    """Asks about the file at `path`.

    Signals: `board_asked` (a `Found`), `history_asked` (a `TeamHistory`, to look at), `problems_asked` (a `TeamHistory`
    whose rows that are not used are to be saved). It stays open until one of the first two closes it.
    """

    board_asked = Signal(object)
    history_asked = Signal(object)
    problems_asked = Signal(object)

    def __init__(self, path: Path, theme: Theme, parent: QWidget) -> None:
        titles = [
            self.tr("What was read"), self.tr("Which column is what?"), self.tr("The board, and how well it fits"),
        ]  # fmt: skip
        super().__init__(titles, self.tr("Open the board"), QSize(px(WIDTH), px(HEIGHT)), parent)
        self.setWindowTitle(self.tr("Import a team's history"))
        self._path = path
        self._contents: Contents | None = None
        self._choices = Choices()
        self._preview: Preview | None = None
        self._reading = False
        self.found: Found | None = None
        self._fitted_for: TeamHistory | None = None
        self.called: CalledBy = "ids"
        self.background = Background(self)
        self.read, self.columns, self.board = ReadStep(), ColumnsStep(), BoardStep(theme)
        for page in (QuietScrollArea(self.read), self.columns, self.board):
            self.steps.addWidget(page)
        self.read.answered.connect(lambda order: self._decide(dates=order))
        self.read.zone_chosen.connect(lambda zone: self._decide(zone=zone))
        self.read.names_chosen.connect(self._call)
        self.read.save_asked.connect(self._save_problems)
        self.columns.chosen.connect(self._choose_column)
        self.look = button(self.tr("Look at what happened"))
        self.look.clicked.connect(self._look)
        self._add_before_next(self.look)
        self._follow()
        self._read()

    @property
    def history(self) -> TeamHistory | None:
        """What was read, as far as everything is decided."""
        return None if self._preview is None or self._reading else self._preview.history

    # What is decided

    def _decide(self, **choices: Any) -> None:
        self._choices = replace(self._choices, **choices)
        self._read()

    def _call(self, called: CalledBy) -> None:
        self.called = called
        self.read.called.show_value(called)

    def _choose_column(self, key: str, meaning: str) -> None:
        assert self._preview is not None
        guessed = dict(zip(self.columns.fields, self._preview.meanings or (), strict=False))
        self._decide(columns={**guessed, **self._choices.columns, key: meaning})

    @override
    def _come(self) -> None:
        if self._is_last:
            self._fit()

    @override
    def _end(self) -> None:
        if self.found is not None:
            self.board_asked.emit(self.found)

    def _look(self) -> None:
        if self.history is not None:
            self.history_asked.emit(self.history)

    def _save_problems(self) -> None:
        if self.history is not None:
            self.problems_asked.emit(self.history)

    # Work beside the window

    def _read(self) -> None:
        """Read the file with what is decided; the page stays as it is until that is done, and leads no further."""
        self.background.cancel()
        self._reading = True
        self.found, self._fitted_for = None, None
        choices = self._choices

        def work(_: Stopped) -> Iterator[object]:
            try:
                if self._contents is None:
                    self._contents = contents_of_file(self._path)
                yield preview_of(self._contents, choices)
            except FileProblem as problem:
                yield Preview(problem=problem)

        self._begin(work, self._show_preview)
        self._follow()

    def _show_preview(self, its: object) -> None:
        assert isinstance(its, Preview)
        self._preview, self._reading = its, False
        self.read.show_preview(its, self._choices.dates)
        self.columns.show_preview(its)
        self._follow()

    def _fit(self) -> None:
        history = self.history
        if history is None or self._fitted_for is history:
            return
        self._fitted_for = history
        self.board.show_progress(0.0)
        name = self._path.stem[:200]

        def work(stopped: Stopped) -> Iterator[object]:
            try:
                for told in choosing(history, name=name):
                    if stopped():
                        return
                    yield told if isinstance(told, float) else (told, _fit_of(history, told), outlook(history))
            except CannotBeFitted as reason:
                yield str(reason), outlook(history)

        self._begin(work, self._show_fit)

    def _show_fit(self, told: object) -> None:
        match told:
            case float(share):
                self.board.show_progress(share)
            case (Chosen() as found, Fit() as fit, (None | Phrase()) as more) if self._fitted_for is not None:
                self.found = Found(self._fitted_for, found)
                self.board.show_board(found, fit, more)
            case (str(reason), (None | Phrase()) as more):
                self.board.show_reason(shown(reason), more)
            case _:
                pass
        self._follow()

    def _begin(self, work: Callable[[Stopped], Iterator[object]], told: Callable[[object], None]) -> Task:
        task = self.background.begin(work)
        task.told.connect(told)
        task.failed.connect(self._tell_failed)
        return task

    def _tell_failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self.tell_failed(error, self._path.name)
            return
        told = self.tr("Something went wrong in this program, and it could not be done. Other files are not touched.")
        self.read.headline.setText(told)
        self.board.show_reason(told, None)
        raise error

    def tell_failed(self, error: OSError, name: str) -> None:
        """A file could not be read or written."""
        reason = error.strerror or str(error)
        self.read.headline.setText(tr("{0}: {1}").format(name, reason[:1].upper() + reason[1:]))

    @override
    def _follow(self) -> None:
        super()._follow()
        self.where.setText(f"{self.where.text()}  ·  {self._path.name}")
        has_columns = self.history is not None and len(self.history.columns) > 1
        self.look.setVisible(self._is_last and has_columns)
        stuck = self._reading or (self.history is None and not (self._place == 0 and self._may_choose_columns))
        self.next.setEnabled(self.found is not None if self._is_last else not stuck)
        if self.next.isEnabled() and not self.read.asks:
            self.next.setFocus()

    @property
    def _may_choose_columns(self) -> bool:
        """Whether a file that tells nothing may do so once its columns are known."""
        its = self._preview
        return (
            its is not None and its.problem is not None and its.problem.kind == "no-dates" and its.meanings is not None
        )

    # The end

    @override
    def done(self, result: int) -> None:
        self.background.leave()
        super().done(result)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.background.leave()
        super().closeEvent(event)


def _fit_of(history: TeamHistory, found: Chosen) -> Fit:
    seen = flows(history, found.board)
    return Fit(seen.days, seen.started, seen.finished, seen.on_the_board, found.board.scenario.calendar)
