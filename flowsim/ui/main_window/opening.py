"""From one board to the next: files, exercises and templates, and the way back to what was on view before."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from flowsim.domain.phrases import phrase
from flowsim.domain.problems import Problem, Refused, ScenarioProblems
from flowsim.storage.resources import example_history, resources
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.file_commands import FileCommands
from flowsim.ui.main_window.history_files import HistoryFiles, is_history
from flowsim.ui.main_window.notice_bar import NoticeBar
from flowsim.ui.main_window.settings import Settings
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import own_text

if TYPE_CHECKING:
    from flowsim.session.session import Session
    from flowsim.ui.main_window.board_page import BoardPage


def _words_of(path: Path) -> Callable[[str], str] | None:
    """How the program's own exercises and boards are told; people's files stay as they are."""
    return own_text if path.is_relative_to(resources()) else None


class Opening(QObject):
    """Opens what a person chooses, if what is on view may be left.

    `ready` waits until a session can be imported, `show` puts one on view, `page_on_view` gives the board that is
    open, and `show_gallery` goes back to where nothing is.
    """

    def __init__(
        self, window: QWidget, settings: Settings, files: FileCommands, notices: NoticeBar,
        page_on_view: "Callable[[], BoardPage | None]", show: "Callable[[Session], None]",
        show_gallery: Callable[[], None], ready: Callable[[], None], clock: Callable[[], float],
        theme: Callable[[], Theme],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._settings = settings
        self._files = files
        self._notices = notices
        self._page_on_view = page_on_view
        self._show = show
        self._show_gallery = show_gallery
        self._ready = ready
        self._clock = clock
        self._before: Session | None = None
        self.histories = HistoryFiles(
            window, settings, theme, files.may_leave, self.show_at_pace, page_on_view, ready, clock
        )

    def callbacks(self) -> dict[Act, Callable[[], object]]:
        """What is done here."""
        return {
            Act.ASK_AND_OPEN: self.ask_and_open, Act.IMPORT_HISTORY: self.histories.ask,
            Act.IMPORT_EXAMPLE: lambda: self.histories.begin(example_history()),
        }  # fmt: skip

    def play_exercise(self, path: Path) -> None:
        """Open an exercise and let it flow; one that is played by hand waits for hands."""
        if self._files.may_leave() and self.open_file(path, as_template=True):
            page = self._page
            if page.session.scenario.rules.auto_pull:
                page.announce(page.session.play())
            else:
                page.board.message.say(self.tr("This board is played by hand: press Play, then drag cards."))

    def follow_exercise(self, path: Path) -> None:
        """Open an exercise with its guide; rounds that were kept before stay, and nobody is asked to save them."""
        page = self._page_on_view()
        if page is None or not page.session.workshop.holds_work:
            if self._files.may_leave():
                self.open_file(path)
            return
        from flowsim.domain.retelling import retold
        from flowsim.session import rounds
        from flowsim.storage.exercise_file import load_exercise

        try:
            exercise = retold(load_exercise(path), own_text)
        except ScenarioProblems as problems:
            self._files.tell_problems(path, problems)
            return
        page.bridge.attempt(lambda: rounds.exercise_opened(page.session, exercise))
        self._show(page.session)

    def begin_board(self, path: Path) -> None:
        """A board of one's own, from a template; it waits to be built on."""
        if self._files.may_leave() and self.open_file(path, as_template=True):
            self._page.board.message.say(
                self.tr("C adds a column, F2 renames it, a drag moves it. Space plays when it is ready.")
            )

    def ask_and_open(self) -> None:
        """Open a file that a person chooses."""
        path = self._files.ask_which()
        if path is not None:
            self.open_instead(path)

    def open_instead(self, path: Path) -> None:
        """Open a file, if what is on view may be left; another tool's export is asked about first."""
        if is_history(path):
            self.histories.begin(path)
        elif self._files.may_leave():
            self.open_file(path)

    def open_file(self, path: Path, *, as_template: bool = False) -> bool:
        """Open the file at `path`, or say what is wrong with it; what is open stays until the new one stands."""
        self._ready()  # two threads that import the same at once get in each other's way
        from flowsim.session.opening_files import session_of_file

        try:
            session = session_of_file(path, self._clock, as_template=as_template, say=_words_of(path))
        except Refused as endless:
            self._files.tell_problems(
                path, ScenarioProblems([Problem("session", str(endless), phrase("a run that can go on"))])
            )
            return False
        except ScenarioProblems as problems:
            self._files.tell_problems(path, problems)
            if not path.exists():
                self._settings.forget(path)
            return False
        if not as_template:
            self._settings.remember(path)
        self.show_at_pace(session, 1.0 if as_template else None)
        return True

    def show_at_pace(self, session: "Session", pace: float | None = None) -> None:
        """Put a session on view that runs at `pace` times its usual speed; without one as fast as the last board."""
        from flowsim.session.player import speed_at_pace

        session.set_speed(speed_at_pace(session.scenario, self._settings.pace if pace is None else pace))
        self._show(session)

    # The way back

    def take_leave_of(self, left: "Session", new: "Session") -> None:
        """`new` is on view in place of `left`.

        Nobody was asked to save an exercise that was only played with: there is a way back to it as it was left.
        """
        self._before = left if new.replay is not None else None
        if left.file.unsaved and left.file.only_played and left is not new:
            text = self.tr("“{0}” is kept as you left it.").format(left.scenario.name)
            self._notices.tell("left", text, (self.tr("Go back to it"), lambda: self._show(left)))
        else:
            self._notices.let_go("left")

    def is_open(self) -> None:
        """The run of the file is on view: what was open before takes no more memory."""
        self._before = None

    def cancel(self) -> None:
        """A file takes too long to open: what was open before is on view again, or the gallery."""
        page, before = self._page, self._before
        page.announce(page.session.cancel_replay())
        if before is not None:
            self._show(before)
        else:
            page.session.file.mark_saved()
            self._show_gallery()

    @property
    def _page(self) -> "BoardPage":
        page = self._page_on_view()
        assert page is not None, "something has been opened"
        return page
