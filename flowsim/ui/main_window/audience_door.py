"""The room's phones in the window: opened by whoever leads, asked what the round asks, heard when it is locked.

What is asked follows the session: predicting opens the questions, locking closes them and puts the answers into the
round, revealing shows phones what came. While the room is open a sign stays in the window's head.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from flowsim.ui.text.language import tr

if TYPE_CHECKING:
    from flowsim.audience.audience import Audience
    from flowsim.audience.messages import Answers, Count, Told
    from flowsim.audience.questions import Asked, Result
    from flowsim.charts.colours import Theme
    from flowsim.charts.picture import Floats
    from flowsim.session.changes import Changes
    from flowsim.session.session import Session
    from flowsim.ui.experiments.laboratory import Laboratory
    from flowsim.ui.main_window.board_page import BoardPage
    from flowsim.ui.workshop.room_card import WayIn
    from flowsim.ui.workshop.room_dialog import RoomDialog

    Act: TypeAlias = Callable[[Session], Changes]

LISTEN_EVERY: Final = 150
"""Milliseconds between two looks at what the room has told."""

OTHER_RUNS: Final = 400
"""Runs of the same round with other luck, beside what the room said."""


class AudienceDoor(QObject):
    """Keeps the room. `do` does an act to the session, `say` says a line over the board, `workers` play runs beside the
    window, `journal` is the file that a restart finds the room in (None: none).

    `sign` stands in the window's head while the room is open. Signal: `changed`, when `way`, `count` or `others` are
    other ones.
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
        self._workers = workers
        self._theme = theme
        self._journal = journal
        self._audience: Audience | None = None
        self._network = ("", "")
        self._told: tuple[str, str] = ("", "")  # what the room was told last, and of which round
        self._heard = ""
        self._voting: Asked | None = None
        self.dialog: RoomDialog | None = None
        self.way: WayIn | None = None
        self.count: Count | None = None
        self.others: Mapping[int, Floats] = {}
        self._others_of = ""
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
        if self._audience is not None:
            self._audience.close()
        self._audience, self.way, self.count, self._voting, self._told = None, None, None, None, ("", "")
        self._show()
        if self.dialog is not None:
            self.dialog.show_closed()

    def leave(self) -> None:
        """The window goes."""
        self.close()
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def type_answers(self) -> None:
        """What people called out, instead of phones or beside them."""
        from flowsim.session.rounds import Phase, phase_of
        from flowsim.ui.workshop.typed_answers import TypedAnswers

        board = self._page_on_view()
        asked = None if board is None or phase_of(board.session) is not Phase.PREDICT else self._asked(board.session)
        if asked is None:
            self._say(tr("Nothing is asked now: answers belong to a round that is being predicted."))
            return
        dialog = TypedAnswers(asked, self._over.window())
        dialog.typed.connect(partial(self._hear, asked.key, typed=True))
        dialog.open()

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
            self._audience.say(Lock())
            return
        dialog = VoteDialog(self._over.window())
        dialog.asked.connect(self.ask_to_choose)
        dialog.open()

    def ask_to_choose(self, question: str, options: tuple[str, ...]) -> None:
        """Let the room choose; ended by the same button."""
        from secrets import token_hex

        from flowsim.audience.messages import Ask
        from flowsim.audience.questions import Asked, PhoneQuestion

        if self._audience is not None:
            one = PhoneQuestion("choice", question, options=options)
            self._voting = Asked(token_hex(8), tr("What to try next"), (one,))
            self._told = ("vote", self._voting.key)
            self._audience.say(Ask(self._voting))
            self._show()

    def _end_vote(self, asked: "Asked", answers: "Answers") -> None:
        from flowsim.audience.messages import Reveal
        from flowsim.audience.questions import Result
        from flowsim.domain.workshop import RoomVote
        from flowsim.session.room_answers import wanted

        question, chosen = asked.questions[0], [int(answer[0]) for answer in answers.answers[0]]
        votes = tuple(chosen.count(place) for place in range(len(question.options)))
        self._do(lambda its: wanted(its, RoomVote(question=question.text, options=question.options, votes=votes)))
        if self._audience is not None:
            bars = tuple(zip(question.options, votes, strict=True))
            self._audience.say(Reveal((Result("", "", bars),)))
        if self.dialog is not None:
            self.dialog.show_votes(question.text, question.options, votes)
        self._voting = None
        self._show()

    # What follows from the session

    def follow(self) -> None:
        """Ask, lock or tell what the round on view asks, locks or tells."""
        board = self._page_on_view()
        if board is None or self._audience is None or self.way is None or self._voting is not None:
            self._look_at_luck()
            return
        from flowsim.audience.messages import Ask, Lock, Reveal, Wait
        from flowsim.session.rounds import Phase, phase_of

        asked, phase = self._asked(board.session), phase_of(board.session)
        key = "" if asked is None else asked.key
        kind = {Phase.PREDICT: "ask", Phase.RUN: "lock", Phase.OVER: "lock", Phase.REVEALED: "tell"}.get(phase, "wait")
        kind = kind if asked is not None else "wait"
        if (kind, key) == self._told or (kind == "lock" and self._told == ("tell", key)):
            return
        if kind in ("lock", "tell") and self._told not in (("ask", key), ("lock", key)):
            kind, key = "wait", ""  # phones were not asked this: the room was opened later
        if (kind, key) == self._told or (kind == "tell" and self._heard != key):
            return  # what the room said comes first, and then this is asked again
        if kind == "ask" and asked is not None:
            self._heard = ""
            self._audience.say(Ask(asked))
        elif kind == "lock":
            self._audience.say(Lock())
        elif kind == "tell":
            self._audience.say(Reveal(tuple(self._results(board.session))))
        else:
            self._audience.say(Wait())
        self._told = kind, key
        self._show()
        self._look_at_luck()

    def _asked(self, session: "Session") -> "Asked | None":
        from flowsim.ui.workshop.phone_questions import asked_of

        its = session.workshop.under_way
        if its is None or not its.predictions:
            return None
        return asked_of(its, session.scenario, its.until or session.scenario.horizon or max(session.now, 1.0))

    def _results(self, session: "Session") -> "Iterator[Result]":
        from flowsim.session.outcomes import outcome_of
        from flowsim.session.round_runs import runs_to_compare_with
        from flowsim.session.rounds import run_of_round_under_way
        from flowsim.ui.workshop.phone_questions import result_of

        its = session.workshop.under_way
        if its is not None:
            earlier, run = runs_to_compare_with(session.workshop, its), run_of_round_under_way(session)
            for prediction in its.predictions:
                yield result_of(prediction, outcome_of(prediction, run, earlier), run.scenario)

    # What the room tells

    def listen(self) -> None:
        """Take in what the room has told."""
        if self._audience is None:
            return
        for told in self._audience.news():
            self._take(told)

    def _take(self, told: "Told") -> None:
        from flowsim.audience.messages import Answers, Count, Failed, Open
        from flowsim.ui.workshop.room_card import WayIn

        match told:
            case Open():
                self.way = WayIn(told, *self._network)
                if told.resumed:
                    self._say(tr("The room is open again, with all that was answered."))
                self.follow()
            case Count():
                self.count = told
            case Answers(key=key) if self._voting is not None and self._voting.key == key:
                self._end_vote(self._voting, told)
                self._told = ("", "")
                QTimer.singleShot(0, self, self.follow)
            case Answers(key=key, answers=answers):
                self._hear(key, answers)
            case Failed(reason=reason):
                was_open = self.way is not None
                self.close()
                words = tr("Phones cannot come in: {0}. Another address may work.").format(reason)
                if self.dialog is not None:
                    self.dialog.show_closed(words)
                if was_open:
                    self._say(tr("The room has closed by itself; open it again, and all answers are there."))
        self._show()

    def _hear(self, key: str, answers: object, *, typed: bool = False) -> None:
        """Put what the room answered into the round it was asked in."""
        from flowsim.session.room_answers import heard
        from flowsim.ui.workshop.phone_questions import guesses_of

        board = self._page_on_view()
        asked = None if board is None else self._asked(board.session)
        if board is None or asked is None or asked.key != key:
            return
        its = board.session.workshop.under_way
        predictions = () if its is None else its.predictions
        self._heard = self._heard if typed else key
        said = guesses_of(answers, predictions, board.session.scenario)  # type: ignore[arg-type]
        self._do(lambda session: heard(session, said, typed=typed))
        self.follow()

    # What is shown

    def _show(self) -> None:
        from flowsim.audience.messages import Count
        from flowsim.ui.workshop.room_card import count_in_words

        count, asks = self.count or Count(0, 0), self._told[0] in ("ask", "vote")
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
        return self._told[0] in ("ask", "vote")

    # Was the room wrong, or the run lucky?

    def _look_at_luck(self) -> None:
        """Play the round that was revealed again and again with other luck, where the room answered."""
        from flowsim.session.rounds import Phase, phase_of

        board = self._page_on_view()
        its = None if board is None else board.session.workshop.under_way
        if board is None or its is None or phase_of(board.session) is not Phase.REVEALED:
            if self._others_of:
                self.others, self._others_of = {}, ""
            return
        if not any(each.room for each in its.predictions) or its.dice or self._others_of == its.name:
            return
        from flowsim.session.other_luck import other_outcomes

        laboratory = self._workers()
        if laboratory is None:
            return
        self._others_of, self.others = its.name, {}
        work = partial(other_outcomes, board.session, its, laboratory.pool, OTHER_RUNS)
        task = laboratory.look_ahead(work)
        task.told.connect(partial(self._take_others, its.name))
        task.ended.connect(self.changed)

    def _take_others(self, name: str, others: object) -> None:
        if name == self._others_of and isinstance(others, dict):
            self.others = others
