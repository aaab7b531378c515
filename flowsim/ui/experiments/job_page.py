"""What the three pages of the laboratory have in common: a form at the left, what was found at the right, one task."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from flowsim.charts.colours import Theme
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.saved_experiments import SavedExperiment
from flowsim.session.kept_experiments import asks_the_same
from flowsim.ui.experiments.background import Task
from flowsim.ui.experiments.laboratory import Laboratory
from flowsim.ui.experiments.result_sheet import ResultSheet
from flowsim.ui.style.theme import SPACE_4
from flowsim.ui.widgets.question_form import QuestionForm
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea
from flowsim.ui.widgets.side_width import side_width

FORM_WIDTH: Final = 292


class JobPage(QWidget):
    """One question; `form` asks it, `sheet` shows what was found, in so many charts; `task` is what is being played.

    A page says what it shows of what a task tells (`take`), of an error (`fail`) and whether one runs (`show_state`).
    `kept` is the experiment on view, as the session keeps it; None where nothing is kept.
    """

    def __init__(self, laboratory: Laboratory, theme: Theme, charts: int) -> None:
        super().__init__()
        self.laboratory = laboratory
        self.theme = theme
        self.task: Task | None = None
        self.kept: SavedExperiment | None = None
        self.form, self.sheet = QuestionForm(), ResultSheet(theme, charts)
        self.sheet.cancel_asked.connect(self.cancel)
        self._side = QuietScrollArea(self.form)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SPACE_4)
        body.addWidget(self._side)
        body.addWidget(self.sheet, 1)

    # What a page is asked

    def follow_board(self) -> None:
        """Ask about the board as it is now."""
        raise NotImplementedError

    def forget(self) -> None:
        """Another board is open: nothing was found out about it yet."""
        raise NotImplementedError

    def look_like(self, before: Any) -> None:
        """Ask and show what another page of the same kind does, and follow what it was playing."""
        raise NotImplementedError

    def open_kept(self, its: SavedExperiment) -> None:
        """Ask again what was asked before; its runs are played again, and give the same."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show again what was found, in the colours of the theme."""
        raise NotImplementedError

    # What the session keeps

    def keep(self, its: SavedExperiment) -> str:
        """Keep what is run now; why it cannot be run now, empty if it can."""
        before, self.kept = self.kept, its
        if reason := self.laboratory.keep(its):
            self.kept = before
        return reason

    def keep_folder(self, folder: Path) -> None:
        """The results on view stand in a folder."""
        if self.kept is not None:
            self.keep(replace(self.kept, folder=_as_people_write(folder)))
            self.draw()

    def follow_experiments(self, experiments: Sequence[SavedExperiment]) -> None:
        """The session keeps these: what was taken back is on view no more."""
        if self.kept is None:
            return
        its = self.kept
        self.kept = next((one for one in reversed(experiments) if asks_the_same(one, its)), None)
        if self.kept is None:
            self.forget()

    @property
    def where_written(self) -> list[Phrase]:
        """Said where the results on view stand in a folder too."""
        return [phrase("Written into {0}.", self.kept.folder)] if self.kept is not None and self.kept.folder else []

    # The task

    def take(self, told: Any) -> None:
        """Show how the task stands."""
        raise NotImplementedError

    def fail(self, error: Exception) -> None:
        """Show what went wrong; what was found before stays."""
        raise NotImplementedError

    def show_state(self) -> None:
        """Show whether something is being played."""
        raise NotImplementedError

    def follow(self, task: Task) -> None:
        """Show what this task tells from now on."""
        self.task = task
        task.told.connect(self.take)
        task.failed.connect(self.fail)
        task.ended.connect(self._end)
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.setFocus()  # or it would go on from a button that is off now to the head of the window
        self.sheet.begin()
        self.show_state()

    def cancel(self) -> None:
        """No more runs; those that are there stay."""
        if self.task is not None:
            self.task.cancel()

    def let_go(self) -> None:
        """Nothing of the task is wanted any more, not even what it has to tell."""
        task, self.task = self.task, None
        if task is not None:
            task.cancel()
            task.told.disconnect(self.take)
            task.failed.disconnect(self.fail)
            task.ended.disconnect(self._end)

    def _end(self) -> None:
        self.task = None
        self.show_state()
        self.draw()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self.theme = theme
        self.sheet.set_theme(theme)
        self.draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(side_width(FORM_WIDTH, self.width()))


def _as_people_write(folder: Path) -> str:
    """A path that may be shown to others: without the name of somebody's own folder."""
    folder, home = folder.absolute(), Path.home()
    return f"~/{folder.relative_to(home).as_posix()}" if folder.is_relative_to(home) else folder.as_posix()
