"""The window: the gallery and the board page, the menus, and what they do.

What a session needs (engine, numpy, the board) is imported when the first one opens, so that the gallery is there at
once; `warm_up` brings it in behind the gallery's first paint.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QStackedWidget,
)
from typing_extensions import override

from flowsim.domain.problems import one_line
from flowsim.storage.resources import exercises, templates
from flowsim.ui.dialogs.gallery import Gallery
from flowsim.ui.dialogs.name_question import ask_name
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.application_commands import ApplicationCommands
from flowsim.ui.main_window.board_commands import BoardCommands
from flowsim.ui.main_window.file_commands import FileCommands
from flowsim.ui.main_window.laboratory_door import LaboratoryDoor
from flowsim.ui.main_window.learn_door import LearnDoor
from flowsim.ui.main_window.menus import THEMES, Menus
from flowsim.ui.main_window.notice_bar import NoticeBar
from flowsim.ui.main_window.opening import Opening
from flowsim.ui.main_window.page_tabs import PageTabs
from flowsim.ui.main_window.settings import (
    HOLD_TIME,
    LONGEST_RUN,
    REDUCED_MOTION,
    TEXT_SIZE,
    THEME,
    Settings,
    SettingSpec,
)
from flowsim.ui.main_window.stage import Stage
from flowsim.ui.main_window.warm_up import WarmUp
from flowsim.ui.main_window.window_events import WindowEvents
from flowsim.ui.main_window.workshop_door import WorkshopDoor
from flowsim.ui.recovery.safety import Safety
from flowsim.ui.style.theme import dress, theme_called
from flowsim.ui.text.language import own_text

if TYPE_CHECKING:
    from flowsim.charts.pinned_run import PinnedRun
    from flowsim.session.pins import Pins
    from flowsim.session.session import Session
    from flowsim.storage.recovery import Recovery
    from flowsim.ui.main_window.board_page import BoardPage
    from flowsim.ui.recovery.error_log import ErrorLog

CARD_MENU: Final = (Act.TOGGLE_BLOCK, Act.HELP_CARD, Act.RELIEVE_CARD, Act.DROP_CARD, Act.WHAT_IF_CARD)
COLUMN_MENU: Final = (
    Act.RENAME_COLUMN, Act.ADD_COLUMN, Act.ADD_QUEUE, Act.DUPLICATE_COLUMN, Act.SPLIT_QUEUE, Act.SHARE_LIMIT,
    Act.MOVE_COLUMN_LEFT, Act.MOVE_COLUMN_RIGHT, Act.DELETE_COLUMN, Act.WHAT_IF_LIMIT, Act.WHAT_IF_PEOPLE,
)  # fmt: skip
LONGEST_PIN: Final = 24


class MainWindow(WindowEvents):
    """The gallery of exercises, and from the first scenario on `page`, the board with everything around it.

    With a `recovery`, what is open is written down there. Signals: `closed`; `another_asked`, for one more
    window; `setting_changed` (a setting of the table).
    """

    another_asked = Signal()
    closed = Signal()
    setting_changed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        recovery: "Recovery | None" = None,
        journal: "ErrorLog | None" = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme_called(_application(), settings.theme)
        self.page: BoardPage | None = None
        self._clock = clock
        self._warming = WarmUp()
        self.files = FileCommands(self, settings, lambda: self.page, lambda: self.safety.watch.differs)
        self.notices = NoticeBar()
        self.opening = Opening(
            self, settings, self.files, self.notices, lambda: self.page, self.show_session, self.show_gallery,
            self._warming.wait, clock, lambda: self.theme,
        )  # fmt: skip
        self.safety = Safety(
            self.notices, settings, recovery, clock, lambda: self.page,
            may_leave=self.files.may_leave, show=self.opening.show_at_pace, open_file=self.opening.open_file,
            ready=self._warming.wait,
        )  # fmt: skip
        self.files.saved.connect(self.safety.saved)
        self._pages = QStackedWidget()
        self.gallery = self._made_gallery()
        self._pages.addWidget(self.gallery)
        self.setCentralWidget(self.notices.over(self._pages))
        self.dropped.connect(self.opening.open_instead)
        self.application = ApplicationCommands(
            self, settings, self.gallery, journal, lambda: self.page, self.apply, self.opening.open_instead
        )
        self.laboratory = LaboratoryDoor(
            self._pages, lambda: self.page, lambda: self.theme, self.show_board, self._refresh_actions
        )
        self.stage = Stage(self, lambda: [self.menuBar(), self.notices], self._wear_stage)
        self.workshop = WorkshopDoor(
            self._pages, lambda: self.page, lambda: self.theme, self.show_board, self._refresh_actions, self.notices,
            self.stage, clock, self.laboratory.workers, None if recovery is None else recovery.folder.parent,
        )  # fmt: skip
        self.learn = LearnDoor(
            self, self._pages, lambda: self.theme, lambda: not settings.reduced_motion, self.show_gallery,
            self._refresh_actions, self.notices, self._let_go_of_cards,
        )  # fmt: skip
        self._menus = Menus(self, self._callbacks(), settings, self.opening.open_instead)
        self.menu_actions = self._menus.actions
        ways = Act.SHOW_BOARD, Act.SHOW_EXPERIMENTS, Act.SHOW_WORKSHOP, Act.SHOW_LEARN
        pages = [self.menu_actions[act] for act in ways]
        titles = self.tr("Board"), self.tr("Experiments"), self.tr("Workshop"), self.tr("Learn")
        self.page_tabs = PageTabs(pages, titles, self.workshop.audience.sign)
        self.menuBar().setCornerWidget(self.page_tabs)
        self.setWindowTitle("flowsim")
        self.setMinimumSize(960, 600)
        self.resize(QSize(1360, 860).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(settings.geometry)
        self._offer_files()
        self.gallery.cards[0].setFocus()
        self._refresh_actions()

    def _made_gallery(self) -> Gallery:
        listed = [replace(one, name=own_text(one.name), sentence=own_text(one.sentence)) for one in exercises()]
        gallery = Gallery(listed, [(path, own_text(name)) for path, name in templates()], self.theme)
        gallery.begun.connect(self.opening.begin_board)
        gallery.chosen.connect(self.opening.play_exercise)
        gallery.guided.connect(self._follow_exercise)
        gallery.open_asked.connect(self.opening.ask_and_open)
        gallery.left.connect(self.show_board)
        gallery.opened.connect(self.opening.open_instead)
        return gallery

    def _offer_files(self) -> None:
        self.gallery.offer_files(self.settings.recent)

    def show_session(self, session: "Session") -> None:
        """Put a session on view, in place of the one before."""
        self.workshop.stop_presenting()
        if self.page is None:
            self.page = self._made_page(session)
        else:
            left = self.page.session
            self._put_on(self.page, session)
            self.opening.take_leave_of(left, session)
        self.workshop.follow()
        session.player.most_rows = self.settings.get(LONGEST_RUN)
        self.safety.begin(session.file.path)
        self._pages.setCurrentWidget(self.page)
        self.page.bridge.start()
        self.page.board.setFocus()
        self._refresh_actions()

    def _put_on(self, page: "BoardPage", session: "Session") -> None:
        """All of another session, or if something goes wrong on the way all of the one before."""
        before, shown_whole = page.session, False
        try:
            page.open(session)
            shown_whole = True
        finally:
            if not shown_whole:
                page.open(before)

    def _made_page(self, session: "Session", pins: "Pins | None" = None) -> "BoardPage":
        from flowsim.ui.main_window.board_page import BoardPage

        page = BoardPage(session, self.theme, self._clock, pins)
        page.board.reduce_motion(reduced=self.settings.reduced_motion)
        page.show_layout(self.settings)
        page.board.in_hand.connect(lambda held: page.bridge.hold_time(held and self.settings.get(HOLD_TIME)))
        page.pace_chosen.connect(self.settings.keep_pace)
        page.opening_cancelled.connect(self.opening.cancel)
        page.history_changed.connect(self._refresh_actions)
        page.bridge.frame.connect(self.safety.write_down)
        page.export_asked.connect(self.files.export)
        page.copy_asked.connect(self.files.copy_chart)
        page.all_asked.connect(self.files.export_all)
        page.rename_asked.connect(partial(self._ask_name_of_pin, page))
        page.what_if_asked.connect(self.laboratory.ask_about)
        self.workshop.attach(page)
        self.laboratory.attach(page)
        page.menu_asked.connect(lambda at: self._menus.pop_up(CARD_MENU, at))
        page.column_menu_asked.connect(lambda at: self._menus.pop_up(COLUMN_MENU, at))
        # Everything is imported now and stays: a full garbage collection that went through it again and again would
        # stop the window for 50 ms each time.
        gc.freeze()
        self._pages.addWidget(page)
        return page

    def warm_up(self) -> None:
        """Import what the first session needs, beside the window, while somebody still looks at the gallery."""
        self._warming.start()

    # What people ask for

    def _callbacks(self) -> dict[Act, Callable[[], object]]:
        """What is done when somebody asks for an act, whoever does it."""
        its_own: dict[Act, Callable[[], object]] = {
            Act.SHOW_GALLERY: self.show_gallery,
            Act.NEW_WINDOW: self.another_asked.emit,
            Act.CLOSE: self.close,
            Act.SHOW_COMMANDS: lambda: self.application.show_commands(self.menu_actions.values()),
            Act.TOGGLE_MOTION: self.toggle_motion,
            Act.TOGGLE_FULL_SCREEN: self.toggle_full_screen,
            **{act: partial(self._wear, theme) for theme, act in THEMES.items()},
        }
        board = BoardCommands(lambda: self.page, lambda: self.theme)
        return (
            its_own | board.callbacks() | self.files.callbacks() | self.application.callbacks()
            | self.laboratory.callbacks() | self.workshop.callbacks() | self.opening.callbacks()
            | self.learn.callbacks()
        )  # fmt: skip

    def _follow_exercise(self, path: Path) -> None:
        """An exercise with its guide, at its pace."""
        self.opening.follow_exercise(path)
        if self.page is not None:
            self.workshop.acts.take_pace()

    def show_gallery(self) -> None:
        """The exercises; the board waits."""
        self.workshop.stop_presenting()
        if self.page is not None:
            self.page.announce(self.page.session.pause())
            self.gallery.offer_way_back()
        self._pages.setCurrentWidget(self.gallery)
        self._offer_files()
        self.gallery.cards[0].setFocus()
        self._refresh_actions()

    def show_board(self) -> None:
        """Back from wherever people are, the presenter included, to the board as it was left."""
        self.workshop.stop_presenting()
        if self.page is not None:
            self._pages.setCurrentWidget(self.page)
            self.page.board.setFocus()
            self._refresh_actions()

    def _let_go_of_cards(self) -> None:
        """What is in somebody's hand goes back to its place."""
        if self.page is not None:
            self.page.board.cancel_drag()

    def toggle_motion(self) -> None:
        """Let things glide, or jump."""
        self.settings.reduced_motion = not self.settings.reduced_motion
        if self.page is not None:
            self.page.board.reduce_motion(reduced=self.settings.reduced_motion)
        self.learn.rebuild()
        self._refresh_actions()

    def toggle_full_screen(self) -> None:
        """The whole screen, or a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def apply(self, spec: SettingSpec) -> None:
        """Another value has been chosen for a setting: it is in force from now on, in every window."""
        self.take_setting(spec)
        self.setting_changed.emit(spec)

    def take_setting(self, spec: SettingSpec) -> None:
        """Follow a setting that was chosen here or in another window."""
        if spec in (THEME, TEXT_SIZE):
            self.wear()
        if spec is TEXT_SIZE and self.page is not None:
            self._rebuild(self.page)
            self.laboratory.rebuild()
            self.workshop.rebuild()
        if spec in (TEXT_SIZE, REDUCED_MOTION):
            self.learn.rebuild()
        if spec is LONGEST_RUN and self.page is not None:
            self.page.session.player.most_rows = self.settings.get(LONGEST_RUN)
        if spec is REDUCED_MOTION and self.page is not None:
            self.page.board.reduce_motion(reduced=self.settings.reduced_motion)
        self._refresh_actions()

    # How it is done

    def wear(self) -> None:
        """Put on the colours and the size of text that were chosen."""
        app = _application()
        self.theme = theme_called(app, self.settings.theme)
        dress(app, self.theme, self.stage.scale or self.settings.text_scale)
        self.gallery.set_theme(self.theme)
        self.laboratory.set_theme(self.theme)
        self.workshop.set_theme(self.theme)
        self.learn.set_theme(self.theme)
        if self.page is not None:
            self.page.set_theme(self.theme)
        self._refresh_actions()

    def _wear_stage(self) -> None:
        """Put on the size of text of a presentation, or take it off."""
        self.wear()
        if self.stage.scale is None:
            self.learn.rebuild()
        if self.page is not None and self.stage.scale is None:
            self._rebuild(self.page)
            self.laboratory.rebuild()
            self.workshop.rebuild()

    def _rebuild(self, page: "BoardPage") -> None:
        """Replace the page by a new one for the same session, because widgets take their sizes from the text size."""
        on_view = self._pages.currentWidget() is page
        page.bridge.stop()
        page.keep_layout(self.settings)
        self.page = self._made_page(page.session, page.pins)
        self.page.bridge.start()
        if on_view:
            self._pages.setCurrentWidget(self.page)
        self.page.look_like(page)
        self.workshop.follow()
        self._pages.removeWidget(page)
        page.hide()
        page.deleteLater()

    def _wear(self, name: str) -> None:
        self.settings.theme = name
        self.apply(THEME)

    def _ask_name_of_pin(self, page: "BoardPage", pin: "PinnedRun") -> None:
        question = self.tr("What shall the pinned run be called?")
        ask_name(self, question, pin.name, LONGEST_PIN, partial(page.rename, pin))

    def _refresh_actions(self) -> None:
        on_board = self.page is not None and (self._pages.currentWidget() is self.page or self.workshop.presents)
        on_view = (on_board, self.laboratory.on_view, self.workshop.on_view, self.learn.on_view)
        self._menus.refresh(on_view, None if self.page is None else self.page.session)
        self.page_tabs.show_page(on_view, board=self.page is not None and any(on_view))
        if self.page is not None:
            self._show_name(self.page.session)
            if self.page.session.replay is None:
                self.opening.is_open()

    def _show_name(self, session: "Session") -> None:
        name = one_line(session.file.path.name if session.file.path else session.scenario.name).replace("[*]", "[*][*]")
        self.setWindowTitle(f"{name}[*] – flowsim")
        self.setWindowModified(session.file.unsaved)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.files.keeps_left = False  # from a window that closes there is no way back
        if not (self.laboratory.may_leave() and self.files.may_leave()):
            self.files.keeps_left = True
            event.ignore()
            return
        self._leave()
        event.accept()
        self.closed.emit()

    def _leave(self) -> None:
        """Everything that goes on comes to its end."""
        self.laboratory.leave()
        self.workshop.leave()
        if self.page is not None:
            self.page.bridge.stop()
            self.page.keep_layout(self.settings)
        self.files.close()
        self.safety.close()
        self._warming.wait()
        self.settings.geometry = self.saveGeometry()

    def take_over(self, other: "MainWindow") -> None:
        """Show what the other window shows, in its place; it has nothing to do any more, and goes."""
        other._leave()
        self.restoreGeometry(self.settings.geometry)
        if other.page is not None:
            self.page = self._made_page(other.page.session, other.page.pins)
            self.show_session(other.page.session)
            self.page.look_like(other.page)
        self.show()
        other.hide()
        other.closed.emit()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
