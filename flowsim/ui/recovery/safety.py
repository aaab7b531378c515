"""Protects the user's work: autosave, recovery after a crash, and a notice when another program changes the file."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QLocale, QObject
from PySide6.QtGui import QGuiApplication

from flowsim.domain.phrases import counted
from flowsim.domain.problems import Refused, ScenarioProblems
from flowsim.ui.main_window.notice_bar import NoticeBar
from flowsim.ui.main_window.settings import WARN_WRITTEN, Settings
from flowsim.ui.recovery.file_watch import FileWatch
from flowsim.ui.text.language import shown, tr

if TYPE_CHECKING:
    from flowsim.session.autosave import Autosave
    from flowsim.session.session import Session
    from flowsim.storage.recovery import LeftBehind, Recovery
    from flowsim.ui.main_window.board_page import BoardPage

MOST_OFFERED: Final = 3
"""So many sessions left behind are offered at once; the others next time."""


class Safety(QObject):
    """Watches over what is open in one window, and speaks through its notices.

    `page_on_view` is asked for what is open, `may_leave` whether it may be left, `show` puts a session on view and
    `open_file` the one in a file; `ready` waits until files can be read.
    """

    def __init__(
        self,
        notices: NoticeBar,
        settings: Settings,
        recovery: "Recovery | None",
        clock: Callable[[], float],
        page_on_view: "Callable[[], BoardPage | None]",
        may_leave: Callable[[], bool],
        show: "Callable[[Session], None]",
        open_file: Callable[[Path], object],
        ready: Callable[[], None],
    ) -> None:
        super().__init__(notices)
        self._notices = notices
        self._settings = settings
        self._recovery = recovery
        self._clock = clock
        self._page_on_view = page_on_view
        self._may_leave = may_leave
        self._show = show
        self._open_file = open_file
        self._ready = ready
        self._autosave: Autosave | None = None
        self._left: list[LeftBehind] = []
        self.watch = FileWatch(self)
        self.watch.changed.connect(self._tell_changed)

    def begin(self, path: Path | None) -> None:
        """Something else is open, from the file at `path`; what was open before is closed as it should be."""
        self.watch.follow(path)
        self._notices.let_go("changed")
        self._begin_autosave()

    def saved(self, path: Path) -> None:
        """What is open stands in the file at `path`."""
        self.watch.follow(path)
        self._notices.let_go("changed")

    def close(self) -> None:
        """Everything is closed as it should be; what nobody took stays for the next time."""
        if self._autosave is not None:
            self._autosave.close()
            self._autosave = None
        for left in self._left:
            left.lifeline.leave()
        self._left = []

    def recover(self, left: "LeftBehind") -> None:
        """Open a session that a crash left behind, if what is open may be left."""
        from flowsim.session.session import Session

        if not self._may_leave():
            self._offer(left)
            return
        try:
            session = Session.recovered(left.document, left.file, self._clock)
        except (ScenarioProblems, Refused) as problems:
            self._notices.tell("recovery", self.tr("The session cannot be opened: {0}").format(problems))
            return
        self._left = [other for other in self._left if other is not left]
        self._show(session)
        if self._autosave is not None and self._autosave.writes_now(session):
            left.lifeline.close()
        else:
            left.lifeline.leave()  # it is all there is against a crash in the next moment
        if (page := self._page_on_view()) is not None:
            page.board.message.say(self.tr("Recovered, as it was {0}").format(ago(left.when)))

    def discard(self, left: "LeftBehind") -> None:
        """Nobody wants it back."""
        left.lifeline.close()
        self._left = [other for other in self._left if other is not left]

    def offer_recovery(self) -> None:
        """Offer what crashes left behind, a line each."""
        if self._recovery is None or self._recovery.is_empty:
            return
        self._ready()
        self._left = self._recovery.left_behind()
        for left in self._left[:MOST_OFFERED]:
            self._offer(left)

    def _offer(self, left: "LeftBehind") -> None:
        name = left.file.name if left.file else left.document.scenario.name
        text = self.tr("flowsim closed unexpectedly. Recover “{0}” as it was {1}?")
        self._notices.tell(
            f"recovery {left.lifeline.path.name}",
            text.format(name, ago(left.when)),
            (self.tr("Recover"), partial(self.recover, left)),
            (self.tr("Discard"), partial(self.discard, left)),
        )

    def tell_fault(self, kind: str, details: str) -> None:
        """Something nobody expected has happened: one calm line; the program goes on, and time stands."""
        if (page := self._page_on_view()) is not None:
            page.announce(page.session.pause())
        if self._autosave is not None:
            self._autosave.hurry()
        self._notices.tell(
            "fault",
            self.tr("Something unexpected happened ({0}). You can go on; what is open has been kept.").format(kind),
            (self.tr("Copy details"), lambda: QGuiApplication.clipboard().setText(details)),
        )

    def _begin_autosave(self) -> None:
        """A file of its own for what is open now; what was open before is closed as it should be."""
        from flowsim.session.autosave import Autosave

        if self._autosave is not None:
            self._autosave.close()
            self._autosave = None
        if self._recovery is None:
            return
        try:
            lifeline = self._recovery.begin()
        except OSError as error:
            self._tell_unprotected(error.strerror or str(error))
            return
        self._autosave = Autosave(lifeline, self._tell_unprotected, self._clock)

    def write_down(self, seconds: float) -> None:
        """One frame: what has changed is written down now and then."""
        page = self._page_on_view()
        if self._autosave is not None and page is not None:
            self._autosave.tick(page.session, seconds)

    def _tell_unprotected(self, reason: str) -> None:
        text = self.tr("What you do cannot be kept against a crash at the moment ({0}). Save to a file now and then.")
        self._notices.tell("autosave", text.format(shown(reason)))

    def _tell_changed(self) -> None:
        page = self._page_on_view()
        if page is None or page.session.file.path is None or not self._settings.get(WARN_WRITTEN):
            return
        path = page.session.file.path
        self._notices.tell(
            "changed",
            self.tr("{0} has been changed by another program. What is open here is as it was.").format(path.name),
            (self.tr("Open the changed file"), lambda: self._may_leave() and self._open_file(path)),
        )


def ago(when: datetime) -> str:
    """How long ago that was, as people say it."""
    minutes = round((datetime.now(UTC) - when).total_seconds() / 60)
    if minutes < 1:
        return tr("a moment ago")
    if minutes < 90:
        return shown(counted("{0} minutes ago", "{0} minute ago", minutes))
    moment = QDateTime.fromSecsSinceEpoch(round(when.timestamp()))
    return tr("on {0}").format(QLocale().toString(moment, QLocale.FormatType.ShortFormat))
