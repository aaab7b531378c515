"""The room's phones in the window: opened by whoever leads, asked what the round asks, heard when it is locked.

What is asked follows the session: predicting opens the questions, locking closes them and puts the answers into the
round, revealing shows phones what came. While the room is open a sign stays in the window's head.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from flowsim.ui.main_window.room_luck import RoomLuck
from flowsim.ui.text.language import tr

if TYPE_CHECKING:
    from flowsim.audience.audience import Audience
    from flowsim.audience.messages import Answers, Count, Told
    from flowsim.audience.questions import Answer, Asked
    from flowsim.audience.room import Phase as PhonesPhase
    from flowsim.charts.colours import Theme
    from flowsim.domain.predictions import Guess
    from flowsim.domain.workshop import RoundUnderWay
    from flowsim.session.changes import Changes
    from flowsim.session.session import Session
    from flowsim.ui.experiments.laboratory import Laboratory
    from flowsim.ui.main_window.board_page import BoardPage
    from flowsim.ui.workshop.room_card import WayIn
    from flowsim.ui.workshop.room_dialog import RoomDialog

    Act: TypeAlias = Callable[[Session], Changes]

LISTEN_EVERY: Final = 150
"""Milliseconds between two looks at what the room has told."""

VOTE_STAYS: Final = 15_000
"""Milliseconds for which phones see what was chosen, while the round asks something."""

LISTEN_SOON: Final = 10
"""Milliseconds between them while a lock waits for it."""


class AudienceDoor(QObject):
    """Keeps the room. `do` does an act to the session, `say` says a line over the board, `workers` play runs beside the
    window, `journal` is the file that a restart finds the room in (None: none).

    `sign` stands in the window's head while the room is open. Signal: `changed`, when `way`, `count` or what
    `luck` has found out are other ones.
    """

    changed = Signal()

    def __init__(
        self, over: QWidget, page_on_view: "Callable[[], BoardPage | None]", do: "Callable[[Act], bool]",
        say: Callable[[str], object], workers: "Callable[[], Laboratory | None]",
        theme: "Callable[[], Theme]", journal: Path | None,
    ) -> None:  # fmt: skip
        super().__init__(over)
        self._over = over
        self._page_on_view = page_on_view
        self._do = do
        self._say = say
        self._theme = theme
        self._journal = journal
        self._audience: Audience | None = None
        self._network = ("", "")
        self._shown: object = None  # what phones were told to show last
        self._after_vote: object = None  # while this holds, they keep the vote's result
        self._late: set[str] = set()  # rounds whose answers were asked for behind their lock
        self._locking: tuple[Asked, Callable[[list[list[Guess]] | None], object]] | None = None
        self._voting: Asked | None = None
        self.dialog: RoomDialog | None = None
        self.way: WayIn | None = None
        self.count: Count | None = None
        self.luck = RoomLuck(page_on_view, workers, self.changed.emit)
        self.sign = QToolButton()
        self.sign.setObjectName("page")
        self.sign.setToolTip(tr("The room is open to phones; click to see how they come in, or to close it"))
        self.sign.clicked.connect(self.show)
        self.sign.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(LISTEN_EVERY)
        self._timer.timeout.connect(self.listen)

    # What whoever leads does

    def show(self) -> None:
        """How phones come in; or where they shall."""
        from flowsim.audience.joining import places
        from flowsim.ui.workshop.room_dialog import RoomDialog

        if self.dialog is None:
            its = self.dialog = RoomDialog(places(), self._theme(), self._over.window())
            its.open_asked.connect(self.open)
            its.close_asked.connect(self.close)
            its.share_asked.connect(self._share)
            its.type_asked.connect(self.type_answers)
            its.vote_asked.connect(self._vote)
        if self._audience is None:
            self.dialog.offer_places(places())
            self.dialog.show_closed()
        self._show()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def open(self, address: str, network: str = "", password: str = "") -> None:
        """Let phones in at this address of the machine; whether that works is told later."""
        from flowsim.audience.audience import Audience
        from flowsim.audience.messages import Settings
        from flowsim.storage.resources import phone_page

        if self._audience is None:
            self._network = network, password
            self._audience = Audience(Settings(address, None, phone_page(), self._journal))
            self._timer.start()

    def close(self) -> None:
        """Let nobody in any more; nothing listens when this returns."""
        self._timer.stop()
        self._timer.setInterval(LISTEN_EVERY)
        if self._audience is not None:
            self._audience.close()
        self._audience, self.way, self.count, self._voting, self._locking = None, None, None, None, None
        self._shown, self._after_vote = None, None
        self._late.clear()
        self._show()
        if self.dialog is not None:
            self.dialog.show_closed()

    @property
    def is_open(self) -> bool:
        """Whether phones may come in."""
        return self._audience is not None

    def renew(self) -> None:
        """Make the dialog anew, because colours or the size of text are others."""
        its, self.dialog = self.dialog, None
        if its is not None:
            was_there = its.isVisible()
            its.close()
            its.deleteLater()
            if was_there:
                self.show()

    def leave(self) -> None:
        """The window goes."""
        self.close()
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def type_answers(self) -> None:
        """What people called out, instead of phones or beside them."""
        from flowsim.ui.workshop.typed_answers import TypedAnswers

        asked, phase = self._stands()
        if asked is None or phase.name != "OPEN":
            self._say(tr("Nothing is asked now: answers belong to a round that is being predicted."))
            return
        dialog = TypedAnswers(asked, self._over.window())
        dialog.typed.connect(self._hear_typed)
        dialog.open()

    def _hear_typed(self, answers: "Sequence[Sequence[Answer]]") -> None:
        from flowsim.ui.workshop.phone_questions import guesses_of

        board, its = self._page_on_view(), self._under_way
        if board is not None and its is not None and len(answers) == len(its.predictions):
            self._hear(guesses_of(answers, its.predictions, board.session.scenario), typed=True)

    def _share(self, shared: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        from flowsim.audience.messages import ShareAddresses

        if self._audience is not None:
            self._audience.say(ShareAddresses(shared))

    # A vote on what to try next

    def _vote(self) -> None:
        """Ask the room what to try next; or end that vote."""
        from flowsim.audience.messages import Lock
        from flowsim.ui.workshop.typed_answers import VoteDialog

        if self._audience is None:
            return
        if self._voting is not None:
            self._audience.say(Lock(self._voting))
            return
        dialog = VoteDialog(self._over.window())
        dialog.asked.connect(self.ask_to_choose)
        dialog.open()

    def ask_to_choose(self, question: str, options: tuple[str, ...]) -> None:
        """Let the room choose; ended by the same button."""
        from secrets import token_hex

        from flowsim.audience.questions import Asked, PhoneQuestion

        if self._audience is not None:
            one = PhoneQuestion("choice", question, options=options)
            self._ask_vote(Asked(token_hex(8), tr("What to try next"), (one,)))

    def _ask_vote(self, asked: "Asked") -> None:
        from flowsim.audience.messages import Show
        from flowsim.audience.room import Phase as PhonesPhase

        self._voting = asked
        if self._audience is not None:
            self._audience.say(Show(PhonesPhase.OPEN, asked))
        self._show()

    def _end_vote(self, asked: "Asked", answers: "Answers") -> None:
        from flowsim.audience.messages import Show
        from flowsim.audience.questions import Result
        from flowsim.audience.room import Phase as PhonesPhase
        from flowsim.domain.workshop import RoomVote
        from flowsim.session.room_answers import wanted

        question, chosen = asked.questions[0], [int(answer[0]) for answer in answers.answers[0]]
        votes = tuple(chosen.count(place) for place in range(len(question.options)))
        self._do(lambda its: wanted(its, RoomVote(question=question.text, options=question.options, votes=votes)))
        if self._audience is not None:
            bars = tuple(zip(question.options, votes, strict=True))
            self._audience.say(Show(PhonesPhase.REVEALED, asked, (Result("", "", bars),)))
        if self.dialog is not None:
            self.dialog.show_votes(question.text, question.options, votes)
        self._voting = None
        round_, phase = self._stands()
        # Phones see what was chosen until the round goes on; where it is open, they come back to it by themselves.
        self._after_vote = phase, None if round_ is None else round_.key
        if phase is PhonesPhase.OPEN:
            QTimer.singleShot(VOTE_STAYS, self, self.back_to_round)
        self._show()

    def back_to_round(self) -> None:
        """What was chosen has been seen: phones go on with what the round asks."""
        self._shown, self._after_vote = None, None
        self.follow()

    # Locking: first what the room said, then the run

    def lock(self, go_on: "Callable[[list[list[Guess]] | None], object]") -> None:
        """Close what is asked and call `go_on` with what phones answered; at once, with None, where none are asked."""
        from flowsim.audience.messages import Lock

        asked, phase = self._stands()
        if self._audience is None or self.way is None or asked is None or phase.name != "OPEN":
            go_on(None)
            return
        self._locking = asked, go_on
        self._shown = None  # where the board cannot run after all, phones are asked again
        self._audience.say(Lock(asked))
        self._timer.setInterval(LISTEN_SOON)

    # What follows from the session

    def follow(self) -> None:
        """Show phones what the round on view asks, has locked, or tells."""
        self.luck.follow()
        if self._audience is None or self.way is None or self._voting is not None or self._locking is not None:
            return
        from flowsim.audience.messages import Lock, Show
        from flowsim.ui.workshop.phone_questions import results_of

        asked, phase = self._stands()
        board, its = self._page_on_view(), self._under_way
        wanted = (phase, None if asked is None else asked.key)
        if wanted == self._shown or wanted == self._after_vote:
            return
        self._shown, self._after_vote = wanted, None
        results = tuple(results_of(board.session)) if board is not None and phase.name == "REVEALED" else ()
        self._audience.say(Show(phase, asked, results))
        heard = its is not None and its.heard
        if asked is not None and phase.name in ("LOCKED", "REVEALED") and not heard and asked.key not in self._late:
            self._late.add(asked.key)  # the room was closed, or had died, when this was locked
            self._audience.say(Lock(asked))
        self._show()

    def _stands(self) -> "tuple[Asked | None, PhonesPhase]":
        """What phones are to see of the round on view."""
        from flowsim.audience.room import Phase as PhonesPhase
        from flowsim.ui.workshop.phone_questions import stands

        board = self._page_on_view()
        return (None, PhonesPhase.WAITING) if board is None else stands(board.session)

    @property
    def _under_way(self) -> "RoundUnderWay | None":
        board = self._page_on_view()
        return None if board is None else board.session.workshop.under_way

    # What the room tells

    def listen(self) -> None:
        """Take in what the room has told."""
        if self._audience is None:
            return
        for told in self._audience.news():
            self._take(told)

    def _take(self, told: "Told") -> None:
        from flowsim.audience.messages import Answers, Count, Failed, NotKept, Open
        from flowsim.ui.workshop.room_card import WayIn

        match told:
            case Open():
                self.way = WayIn(told, *self._network)
                if told.resumed:
                    self._say(tr("The room is open again, with all that was answered."))
                if self._voting is not None:
                    self._ask_vote(self._voting)
                self.follow()
            case Count():
                self.count = told
            case Answers():
                self._take_answers(told)
            case NotKept(reason=reason):
                self._say(tr("Answers are not written down any more ({0}): a restart would lose them.").format(reason))
            case Failed(reason=reason):
                self._fail(reason)
        self._show()

    def _take_answers(self, told: "Answers") -> None:
        locking, self._locking = self._locking, None
        self._timer.setInterval(LISTEN_EVERY)
        if locking is not None and locking[0].key == told.key:
            locking[1](self._guesses(told))
        elif self._voting is not None and self._voting.key == told.key:
            self._locking = locking
            self._end_vote(self._voting, told)
        else:
            self._locking = locking
            asked, phase = self._stands()
            if asked is not None and asked.key == told.key and phase.name in ("LOCKED", "REVEALED"):
                self._hear(self._guesses(told))
        self.follow()

    def _guesses(self, told: "Answers") -> "list[list[Guess]]":
        from flowsim.ui.workshop.phone_questions import guesses_of

        board, its = self._page_on_view(), self._under_way
        return [] if board is None or its is None else guesses_of(told.answers, its.predictions, board.session.scenario)

    def _hear(self, guesses: "list[list[Guess]]", *, typed: bool = False) -> None:
        from flowsim.session.room_answers import heard

        if any(guesses):
            self._do(lambda session: heard(session, guesses, typed=typed))
            self._shown = None  # results may tell of them

    def _fail(self, reason: str) -> None:
        was_open, locking, voting = self.way is not None, self._locking, self._voting
        self.close()
        self._voting = voting
        words = tr("Phones cannot come in: {0}. Another address may work.").format(reason)
        if self.dialog is not None:
            self.dialog.show_closed(words)
        if locking is not None:
            self._say(tr("The room has closed by itself: open it again to have its answers, or lock without them."))
        elif was_open:
            self._say(tr("The room has closed by itself; open it again, and all answers are there."))

    # What is shown

    def _show(self) -> None:
        from flowsim.audience.messages import Count
        from flowsim.ui.workshop.room_card import count_in_words

        count, asks = self.count or Count(0, 0), self.asks
        self.sign.setVisible(self.way is not None)
        self.sign.setText("● " + count_in_words(count, asks=asks))
        if self.dialog is not None and self.way is not None:
            self.dialog.show_open(self.way)
            self.dialog.show_count(count, asks=asks)
            self.dialog.show_voting(going=self._voting is not None)
        self.changed.emit()

    @property
    def sign_words(self) -> str:
        """What the sign says; empty while the room is not open."""
        return self.sign.text() if self.way is not None else ""

    @property
    def asks(self) -> bool:
        """Whether phones are asked something now."""
        return self._voting is not None or (isinstance(self._shown, tuple) and self._shown[0].name == "OPEN")

    @property
    def vote(self) -> str:
        """What the room is choosing among now; empty if it is not."""
        return "" if self._voting is None else self._voting.questions[0].text
