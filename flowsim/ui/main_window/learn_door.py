"""The way to the manual and back: its page in the window, and what F1 opens.

F1 turns to the page about what has the focus. Where that is in a dialog or in a presentation, which people do not want
to leave, the manual opens in a window of its own over it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from flowsim.storage.resources import manual_folder
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.notice_bar import NoticeBar
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import tr
from flowsim.ui.widgets.help_place import place_about

if TYPE_CHECKING:
    from flowsim.ui.learn.manual_view import ManualView

HAS_F1: Final = "has_help_key"


class LearnDoor(QObject):
    """Keeps the page *Learn*.

    `refresh` is called when another page is on view, `home` goes to where work begins, `let_go` puts back what is in
    hand.
    """

    def __init__(
        self, window: QMainWindow, pages: QStackedWidget, theme: Callable[[], Theme], moving: Callable[[], bool],
        home: Callable[[], None], refresh: Callable[[], None], notices: NoticeBar, let_go: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._notices = notices
        self._let_go = let_go
        self._window = window
        self._pages = pages
        self._theme = theme
        self._moving = moving
        self._home = home
        self._refresh = refresh
        self._came_from: QWidget | None = None
        self.page: ManualView | None = None
        _application().focusChanged.connect(self._follow_focus)
        _application().focusWindowChanged.connect(self._follow_window)

    def callbacks(self) -> dict[Act, Callable[[], object]]:
        """What is done here."""
        return {Act.SHOW_LEARN: self.show, Act.SHOW_HELP: self.help}

    @property
    def on_view(self) -> bool:
        """Whether people read the manual in the window."""
        return self.page is not None and self._pages.currentWidget() is self.page

    @property
    def is_there(self) -> bool:
        """Whether this installation has a manual; says so if it has none."""
        there = (manual_folder() / "contents.json").is_file()
        if not there:
            self._notices.tell("manual", tr("The manual is missing in this installation: {0}").format(manual_folder()))
        return there

    def show(self) -> None:
        """The manual as it was left; at first its first page."""
        if not self.is_there:
            return
        if self._window.menuBar().isHidden():  # a presentation has the whole screen
            self._open_over(self._window, "")
            return
        self._let_go()
        if not self.on_view:
            self._came_from = self._pages.currentWidget()
        page = self.page or self._made()
        self._pages.setCurrentWidget(page)
        page.browser.setFocus()
        self._refresh()

    def help(self) -> None:
        """The page about what has the focus; on the manual itself, back to where people came from."""
        if self.on_view:
            self.leave()
            return
        place = place_about(QApplication.focusWidget() or self._pages.currentWidget())
        if self._window.menuBar().isHidden():  # a presentation has the whole screen
            self._open_over(self._window, place)
            return
        self.show()
        if self.page is not None:
            self.page.open(place)

    def leave(self) -> None:
        """Back to where people came from."""
        before = self._came_from
        if before is None or self._pages.indexOf(before) < 0:
            self._home()
            return
        self._pages.setCurrentWidget(before)
        before.setFocus()
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        if self.page is not None:
            self.page.set_theme(theme)

    def rebuild(self) -> None:
        """Make the page anew, because widgets take their sizes from the text size."""
        before = self.page
        if before is None:
            return
        on_view = self.on_view
        page = self._made()
        page.open(before.place)
        if on_view:
            self._pages.setCurrentWidget(page)
        self._pages.removeWidget(before)
        before.hide()
        before.deleteLater()

    def _made(self) -> "ManualView":
        from flowsim.ui.learn.manual_view import ManualView

        page = self.page = ManualView(self._theme(), moving=self._moving())
        page.left.connect(self.leave)
        self._pages.addWidget(page)
        return page

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """A dialog has the focus: there F1 is a key as well, although the window's own keys do not reach it."""
        dialog = None if now is None else now.window()
        if dialog is None or dialog is self._window or dialog.property(HAS_F1) or not self._is_ours(dialog):
            return
        dialog.setProperty(HAS_F1, True)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog, lambda: self._help_in(dialog))

    def _follow_window(self, _: QWindow | None) -> None:
        """A window may have nothing that takes the focus, such as the notes for whoever leads."""
        self._follow_focus(None, QApplication.activeWindow())

    def _is_ours(self, dialog: QWidget) -> bool:
        at: QWidget | None = dialog
        while at is not None and at is not self._window:
            at = at.parentWidget()
        return at is self._window

    def _help_in(self, dialog: QWidget) -> None:
        self._open_over(dialog, place_about(QApplication.focusWidget() or dialog))

    def _open_over(self, parent: QWidget, place: str) -> None:
        """The manual in a window of its own, one over each."""
        from flowsim.ui.learn.help_window import HelpWindow

        if isinstance(parent, HelpWindow) or not self.is_there:
            return
        its = next(iter(parent.findChildren(HelpWindow)), None)
        if its is not None:
            its.view.open(place)
            its.activateWindow()
            return
        HelpWindow(self._theme(), place, parent, moving=self._moving()).show()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
