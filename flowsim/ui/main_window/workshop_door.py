"""The workshop in the window: the guide beside the board, the page of rounds, branches, and what is asked for there.

What people ask for becomes one act of the session, through the bridge; what it changed comes back the same way.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.audience_door import AudienceDoor
from flowsim.ui.main_window.notice_bar import NoticeBar
from flowsim.ui.main_window.parts_of_page import place_of
from flowsim.ui.main_window.stage import Stage
from flowsim.ui.style.theme import Theme

if TYPE_CHECKING:
    from flowsim.domain.exercises import RoundPlan
    from flowsim.session.changes import Changes
    from flowsim.session.session import Session
    from flowsim.ui.experiments.laboratory import Laboratory
    from flowsim.ui.main_window.board_page import BoardPage
    from flowsim.ui.main_window.workshop_acts import WorkshopActs
    from flowsim.ui.workshop.guide_panel import GuideMemory, GuidePanel
    from flowsim.ui.workshop.notes_window import NotesWindow
    from flowsim.ui.workshop.presenter import Presenter
    from flowsim.ui.workshop.step_outline import StepOutline
    from flowsim.ui.workshop.workshop_page import WorkshopPage


class WorkshopDoor(QObject):
    """Keeps the guide and the page of rounds; `refresh` is called when another page is on view, `back` goes to the
    board, `notices` takes lines that wait for an answer, `stage` makes room for the presenter.
    """

    def __init__(
        self, pages: QStackedWidget, page_on_view: "Callable[[], BoardPage | None]", theme: Callable[[], Theme],
        back: Callable[[], None], refresh: Callable[[], None], notices: NoticeBar, stage: Stage,
        clock: Callable[[], float], workers: "Callable[[], Laboratory | None]", folder: Path | None,
    ) -> None:  # fmt: skip
        super().__init__(pages)
        self._pages = pages
        self._page_on_view = page_on_view
        self._theme = theme
        self._back = back
        self._refresh = refresh
        self._notices = notices
        self._clock = clock
        self._hidden = False
        self._followed: Session | None = None
        self._memory: GuideMemory | None = None
        self._acts: WorkshopActs | None = None
        self.stage = stage
        self.presenter: Presenter | None = None
        self.notes: NotesWindow | None = None
        self.page: WorkshopPage | None = None
        self.guide: GuidePanel | None = None
        self.outline: StepOutline | None = None
        self.audience = AudienceDoor(
            pages, page_on_view, lambda act: self.acts.do(act), lambda text: self.acts.say(text), workers, theme,
            None if folder is None else folder / "room.jsonl",
        )  # fmt: skip
        self.audience.changed.connect(self._show_room)

    def callbacks(self) -> dict[Act, Callable[[], object]]:
        """What is done here."""
        return {
            Act.SHOW_WORKSHOP: self.show,
            Act.SHOW_GUIDE: self.toggle_guide,
            Act.BEGIN_ROUND: self.begin_round,
            Act.LOCK_ROUND: lambda: self.acts.lock_and_run(),
            Act.REVEAL_ROUND: lambda: self.acts.reveal(),
            Act.KEEP_ROUND: lambda: self.acts.keep(),
            Act.NEXT_STEP: lambda: self.acts.step_by(1),
            Act.PREVIOUS_STEP: lambda: self.acts.step_by(-1),
            Act.WHY_PIN: lambda: self.acts.show_why_of_pin(),
            Act.PRESENT: self.present,
            Act.SHOW_NOTES: self.show_notes,
            Act.OPEN_ROOM: self.audience.show,
            Act.WRITE_REPORT: lambda: self.acts.files.write_report(),
            Act.PRINT_REPORT: lambda: self.acts.files.write_report(".pdf"),
            Act.PRINT_SHEET: lambda: self.acts.files.print_sheet(),
            Act.MAKE_EXERCISE: lambda: self.acts.files.make_exercise(),
            Act.EXPORT_ROUNDS: lambda: self.acts.files.export_rounds("xlsx"),
        }

    @property
    def acts(self) -> "WorkshopActs":
        """What is done to the session; made when it is first asked for, with a board on view."""
        if self._acts is None:
            from flowsim.ui.main_window.workshop_acts import WorkshopActs

            self._acts = WorkshopActs(
                self._pages, self._page_on_view, self._back, self._notices, self._theme, self.audience.lock
            )
        return self._acts

    @property
    def on_view(self) -> bool:
        """Whether people look at the rounds."""
        return self.page is not None and self._pages.currentWidget() is self.page

    # The board's page

    def attach(self, board: "BoardPage") -> None:
        """Work beside this page from now on."""
        self.guide = self.outline = None
        if self._followed is not board.session:
            self._followed, self._memory = board.session, None
        board.branch_offered.connect(self.acts.offer_branch)
        board.go_back_asked.connect(self.acts.go_back)
        board.bridge.changed.connect(self._take)
        board.bridge.frame.connect(self._advance)
        board.bridge.drawing_due.connect(lambda _: self._look_at_run())

    def follow(self) -> None:
        """Another session may be on view."""
        self._hidden = False
        self._notices.let_go("branch")
        self._notices.let_go("branched")
        self._follow()

    def toggle_guide(self) -> None:
        """Hide the guide, or show it again; without an exercise or a round there is only the page of rounds."""
        board = self._page_on_view()
        if board is None:
            return
        if not board.session.workshop.begun:
            self.show()
            return
        self._hidden = self.guide is not None and self.guide.isVisible()
        self._follow()

    # The page of rounds

    def show(self) -> None:
        """The rounds of what is open."""
        self.stop_presenting()
        board = self._page_on_view()
        if board is None or not board.can_be_played():
            return
        if self.page is None:
            self.page = self._made(board.session)
        board.board.cancel_drag()
        self._pages.setCurrentWidget(self.page)
        self.page.open(board.session)
        self.page.setFocus()
        self._refresh()

    def begin_round(self) -> None:
        """The rounds, with the form for one of one's own."""
        self.show()
        if self.page is not None:
            self.page.unfold()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        board = self._page_on_view()
        self.audience.renew()
        if self.page is not None:
            self.page.set_theme(theme)
        if self.guide is not None and board is not None:
            self.guide.set_theme(theme, board.session)
        for part in (self.outline, self.presenter):
            if part is not None:
                part.set_theme(theme)

    def rebuild(self) -> None:
        """Make the page anew, because widgets take their sizes from the text size."""
        self.audience.renew()
        board, before = self._page_on_view(), self.page
        if board is None or before is None:
            return
        on_view = self.on_view
        self.page = self._made(board.session)
        self.page.runs = before.runs
        if on_view:
            self._pages.setCurrentWidget(self.page)
        self._pages.removeWidget(before)
        before.hide()
        before.deleteLater()

    def _made(self, session: "Session") -> "WorkshopPage":
        from flowsim.ui.workshop.workshop_page import WorkshopPage

        page, acts = WorkshopPage(session, self._theme()), self.acts
        page.begun.connect(self._begin)
        page.open_asked.connect(acts.open_round)
        page.branch_asked.connect(acts.branch_round)
        page.replay_asked.connect(acts.replay_round)
        page.rule_asked.connect(acts.choose_rule)
        page.rename_asked.connect(acts.ask_name)
        page.remove_asked.connect(acts.remove)
        page.learned.connect(acts.learn_later)
        page.complained.connect(acts.complain)
        page.report_asked.connect(lambda: acts.files.write_report())
        page.pdf_asked.connect(lambda: acts.files.write_report(".pdf"))
        page.export_asked.connect(acts.files.export_rounds)
        page.present_asked.connect(self.present)
        self._pages.addWidget(page)
        return page

    # The whole room

    @property
    def presents(self) -> bool:
        """Whether the whole room looks at the presenter."""
        return self.presenter is not None

    def present(self) -> None:
        """Full screen for the whole room, or back to the window."""
        board = self._page_on_view()
        if board is None:
            return
        if self.presenter is not None:
            self.stop_presenting()
            return
        self.stage.begin()
        from flowsim.ui.workshop.presenter import Presenter

        board.board.cancel_drag()
        board.board.message.hush()
        its = self.presenter = Presenter(board.session, self._theme(), self._clock)
        its.left.connect(self.stop_presenting)
        its.play_asked.connect(board.toggle_play)
        its.lock_asked.connect(self.acts.lock_and_run)
        its.reveal_asked.connect(self.acts.reveal)
        its.keep_asked.connect(self.acts.keep)
        its.step_asked.connect(self.acts.step_by)
        its.guessed.connect(self.acts.guess)
        its.complained.connect(self.acts.complain)
        its.board.step_asked.connect(board.do)
        its.board.edit_asked.connect(board.edit)
        its.board.refused.connect(board.tell_refusal)
        its.board.in_hand.connect(board.board.in_hand)
        board.board.message.speak_over(its, its.board)
        self._pages.addWidget(its)
        self._pages.setCurrentWidget(its)
        self._show_room()
        its.take_focus()
        self._refresh()

    def stop_presenting(self) -> None:
        """Back to the window as it was."""
        its, self.presenter = self.presenter, None
        board = self._page_on_view()
        if its is None or board is None:
            return
        its.board.cancel_drag()
        board.board.message.speak_over(board, board.timeline)
        self._back()
        self._pages.removeWidget(its)
        its.hide()
        its.deleteLater()
        self.stage.end()

    def show_notes(self) -> None:
        """The notes for whoever leads, in a window of their own."""
        board = self._page_on_view()
        if board is None:
            return
        if self.notes is None:
            from flowsim.ui.workshop.notes_window import NotesWindow

            self.notes = NotesWindow(self._pages.window())
            self.notes.step_asked.connect(self.acts.step_by)
            self.notes.closed.connect(self._forget_notes)
        self.notes.show_workshop(board.session.workshop)
        self.notes.show()
        self.notes.raise_()

    def _forget_notes(self) -> None:
        self.notes = None

    def leave(self) -> None:
        """The window goes: nothing is left of it."""
        self.audience.leave()
        if self.notes is not None:
            self.notes.close()

    def _show_room(self) -> None:
        """What is known of the room, wherever it is shown."""
        board = self._page_on_view()
        if board is None:
            return
        if self.guide is not None:
            self.guide.round_panel.show_room(board.session, self.audience.luck.others, self.audience.sign_words)
        if self.presenter is not None:
            self.presenter.show_room(
                self.audience.way, self.audience.count, self.audience.vote, asks=self.audience.asks
            )

    def _take(self, changes: "Changes") -> None:
        from flowsim.session.changes import Changes

        if changes & (Changes.WORKSHOP | Changes.RUN | Changes.DOCUMENT):
            self._notices.let_go("branched")
        if self.presenter is not None:
            self.presenter.take(changes)
        if changes & (Changes.WORKSHOP | Changes.PLAYING | Changes.DOCUMENT | Changes.RUN):
            self._follow()
        if changes & Changes.VIEW:
            board = self._page_on_view()
            if board is not None and not board.session.looks_back:
                self._notices.let_go("branch")

    def _follow(self) -> None:
        """Guide, page and cover as the session stands."""
        board = self._page_on_view()
        if board is None:
            return
        workshop = board.session.workshop
        wanted = (workshop.exercise is not None or workshop.under_way is not None) and not self._hidden
        if wanted and self.guide is None:
            self._make_guide(board)
            self._show_room()
        if self.guide is not None:
            board.guide_slot.setVisible(wanted)
            board.fit_sides()
            if wanted:
                self.guide.show_session(board.session)
        self.audience.follow()
        if self.notes is not None:
            self.notes.show_workshop(workshop)
        self._conceal(board)
        self._point(board, wanted=wanted)
        if self.page is not None and self.page.session is board.session and self.on_view:
            self.page.show_session()

    def _make_guide(self, board: "BoardPage") -> None:
        from flowsim.ui.workshop.guide_panel import GuideMemory, GuidePanel
        from flowsim.ui.workshop.step_outline import StepOutline

        self._memory = self._memory or GuideMemory()
        guide = self.guide = GuidePanel(self._theme(), self._memory)
        self.outline = StepOutline(board, self._theme(), lambda name: place_of(board, name))
        board.guide_slot.hold(guide)
        acts, panel = self.acts, guide.round_panel
        guide.step_asked.connect(acts.go_to)
        guide.set_up_asked.connect(acts.set_up_again)
        guide.minutes_asked.connect(acts.take_minutes)
        guide.rounds_asked.connect(self.show)
        panel.passed.connect(board.board.setFocus)
        guide.hide_asked.connect(self.toggle_guide)
        guide.called_out.connect(acts.say)
        panel.guessed.connect(acts.guess)
        panel.lock_asked.connect(acts.lock_and_run)
        panel.reveal_asked.connect(acts.reveal)
        panel.roll_asked.connect(acts.roll)
        panel.learned.connect(acts.learn)
        panel.keep_asked.connect(acts.keep)
        panel.give_up_asked.connect(acts.give_up)
        panel.room_asked.connect(self.audience.show)
        panel.type_asked.connect(self.audience.type_answers)
        panel.complained.connect(acts.complain)

    def _begin(self, plan: "RoundPlan") -> None:
        self._hidden = False
        self.acts.begin(plan)

    def _conceal(self, board: "BoardPage") -> None:
        """Figures and charts are out of sight until they are revealed."""
        hidden = board.session.conceals
        if board.cover.isHidden() == (not hidden):
            return
        board.cover.setVisible(hidden)
        for part in (board.chart, board.figures, board.bottleneck):
            part.setHidden(hidden)
        board.draw()

    def _point(self, board: "BoardPage", *, wanted: bool) -> None:
        """Outline what the step speaks of."""
        from flowsim.session.rounds import step_on_view

        step = step_on_view(board.session.workshop)
        if self.outline is not None:
            self.outline.show_part(step.outline if wanted and step is not None else None)

    def _look_at_run(self) -> None:
        board = self._page_on_view()
        if board is not None and self.guide is not None and not self._hidden:
            self.guide.look_at_run(board.session)
        if self.presenter is not None:
            self.presenter.draw()

    def _advance(self, seconds: float) -> None:
        if self.guide is not None:
            self.guide.advance(seconds)
            for part in (self.presenter, self.notes):
                if part is not None:
                    part.show_countdown(self.guide.time_left)
        if self.presenter is not None:
            self.presenter.advance(seconds)
        if self.outline is not None:
            self.outline.follow()
        if self.page is not None:
            self.page.advance()
