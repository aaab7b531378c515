"""What people ask for in a workshop: rounds, steps of an exercise, branches; each is one act of the session."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from flowsim.domain.exercises import RoundPlan
from flowsim.domain.intervention_words import in_words
from flowsim.domain.phrases import phrase
from flowsim.domain.predictions import Guess
from flowsim.metrics import RunView
from flowsim.session import rounds
from flowsim.session.branches import branched, went_back
from flowsim.session.by_the_rule import rounds_by_the_rule
from flowsim.session.changes import Changes
from flowsim.session.rounds import step_on_view
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.session.why_two_runs import why_they_differ
from flowsim.ui.dialogs.name_question import ask_name
from flowsim.ui.main_window.board_page import BoardPage
from flowsim.ui.main_window.notice_bar import NoticeBar
from flowsim.ui.main_window.workshop_files import WorkshopFiles
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import labelled, sentence, shown, tr
from flowsim.ui.text.number_format import moment_within
from flowsim.ui.workshop.why_dialog import WhyDialog

AskRoom: TypeAlias = Callable[[Callable[[list[list[Guess]] | None], object]], object]


class WorkshopActs(QObject):
    """Does it on the board that is open; `back` goes to it, `notices` takes lines that wait for an answer.

    Before a round is locked, `ask_room` gets what its phones answered, and goes on with that.
    """

    def __init__(
        self, over: QWidget, page_on_view: Callable[[], BoardPage | None], back: Callable[[], None],
        notices: NoticeBar, theme: Callable[[], Theme], ask_room: AskRoom,
    ) -> None:  # fmt: skip
        super().__init__(over)
        self._over = over
        self._page_on_view = page_on_view
        self._back = back
        self._notices = notices
        self._theme = theme
        self._ask_room = ask_room
        self.files = WorkshopFiles(
            over, lambda: None if (page := page_on_view()) is None else page.session, self.say, theme
        )

    def do(self, act: Callable[[Session], Changes]) -> bool:
        """Do one act of a workshop; whether it was done."""
        board = self._page_on_view()
        if board is None:
            return False
        session, before = board.session, board.session.workshop
        board.bridge.attempt(lambda: act(session))
        return session.workshop is not before

    def say(self, text: str) -> None:
        """A line over the board."""
        board = self._page_on_view()
        if board is not None:
            board.board.message.say(text)

    def complain(self, allowed: str) -> None:
        """What is allowed in the field in which somebody types."""
        board = self._page_on_view()
        if board is not None:
            board.board.message.complain(allowed)

    # Rounds

    def begin(self, plan: RoundPlan) -> None:
        """Prepare a round, and go to the board to predict."""
        self.do(lambda its: rounds.begun(its, plan))
        self._back()

    def lock_and_run(self) -> None:
        """Lock what was guessed, and let the round run; where dice move cards, up to the first roll."""
        self._ask_room(self._lock)

    def _lock(self, answers: list[list[Guess]] | None) -> None:
        board = self._page_on_view()
        if board is not None and self.do(lambda its: rounds.locked(its, answers)):
            board.toggle_play()

    def roll(self) -> None:
        """Roll the dice, or go on to where the next roll is; while cards are on their way, nothing."""
        board = self._page_on_view()
        if board is not None and not board.session.player.playing:
            board.toggle_play()

    def reveal(self) -> None:
        """Show what came of it."""
        self.do(rounds.revealed)

    def guess(self, place: int, guess: list[float]) -> None:
        """Answer a question."""
        self.do(lambda its: rounds.guessed(its, place, guess))

    def learn(self, text: str) -> None:
        """What people learned in the round under way."""
        self.do(lambda its: rounds.learned(its, text))

    def give_up(self) -> None:
        """No round any more."""
        self.do(rounds.given_up)

    def take_minutes(self, minutes: int | None) -> None:
        """Another variant of the exercise; None: all of it."""
        self.do(lambda its: rounds.varied(its, minutes))

    def set_up_again(self) -> None:
        """The step on view from its beginning."""
        self.do(rounds.set_up_again)

    def remove(self, place: int) -> None:
        """Take a round out of the table."""
        self.do(lambda its: rounds.removed(its, place))

    def learn_later(self, place: int, text: str) -> None:
        """What people learned in a round of the table."""
        self.do(lambda its: rounds.learned_then(its, place, text))

    def keep(self) -> None:
        """Put the round into the table."""
        if self.do(rounds.kept):
            self.say(tr("The round is kept. Workshop (3) shows all of them side by side."))

    def open_round(self, place: int) -> None:
        """The run of a round on the board, as it ended."""
        if self.do(lambda its: rounds.put_on_board(its, place)):
            self._back()

    def replay_round(self, place: int) -> None:
        """The run of a round from its start."""
        board = self._page_on_view()
        if board is not None and self.do(lambda its: rounds.put_on_board(its, place)):
            self._back()
            board.look(0.0)
            board.bridge.attempt(board.session.play)

    def branch_round(self, place: int) -> None:
        """The run of a round on the board, at a moment in its middle from which it can be branched."""
        board = self._page_on_view()
        if board is not None and self.do(lambda its: rounds.put_on_board(its, place)):
            self._back()
            board.look(board.session.now / 2)
            self.say(tr("Drag the timeline to a moment, and do there what you would have done: a branch is offered."))

    def choose_rule(self, place: int, at: QPoint) -> None:
        """Offer the rules under which the work of a round can be played."""
        board = self._page_on_view()
        if board is None:
            return
        if board.session.workshop.rounds[place].dice:
            self.say(tr("Dice moved the cards of this round; there is no rule to play it by."))
            return
        menu = QMenu(self._over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Every rule"), lambda: self.play_by_the_rule(place))
        menu.addSeparator()
        for each in rounds_by_the_rule(board.session.workshop.rounds[place]):
            menu.addAction(labelled(shown(each.name)), partial(self.play_by_the_rule, place, each.name))
        menu.popup(at)

    def play_by_the_rule(self, place: int, rule: str = "") -> None:
        """The work of a round under a pull policy, or under every one, as rounds of the table."""
        board = self._page_on_view()
        if board is None:
            return
        its = board.session.workshop.rounds
        ruled = [
            replace(each, name=tr("{0} ({1})").format(shown(each.name), its[place].name)[: rounds.LONGEST_NAME])
            for each in rounds_by_the_rule(its[place])
            if rule in ("", each.name)
        ]
        new = [each for each in ruled if each not in its]
        if not new:
            self.say(tr("This work has been played so already."))
            return
        self.do(lambda session: rounds.added(session, new, phrase("played by the rule")))

    def ask_name(self, place: int) -> None:
        """Ask what a round shall be called."""
        board = self._page_on_view()
        if board is not None:
            its = board.session.workshop.rounds[place]
            ask_name(
                self._over, tr("What shall the round be called?"), its.name, rounds.LONGEST_NAME,
                lambda name: self.do(lambda session: rounds.renamed(session, place, name)),
            )  # fmt: skip

    # Steps of an exercise

    def step_by(self, way: int) -> None:
        """So many steps of the exercise forward, or back."""
        board = self._page_on_view()
        if board is not None and board.session.workshop.exercise is not None:
            self.go_to(board.session.workshop.step + way)

    def go_to(self, place: int) -> None:
        """A step of the exercise, at its pace; a round that is left out on the way is told."""
        board = self._page_on_view()
        left_out = board is not None and rounds.phase_of(board.session) is rounds.Phase.PREDICT
        on = board is not None and place > board.session.workshop.step
        if self.do(lambda its: rounds.stepped(its, place)):
            self.take_pace()
            if left_out and on:
                self.say(tr("The round of that step was not played. Back leads to it."))

    def take_pace(self) -> None:
        """The pace is the exercise's."""
        board = self._page_on_view()
        step = None if board is None else step_on_view(board.session.workshop)
        if board is not None and step is not None and step.speed is not None:
            board.announce(board.session.set_speed(step.speed))

    # Branches

    def offer_branch(self, step: Step) -> None:
        """Somebody acts at an earlier moment: it can be a branch."""
        board = self._page_on_view()
        if board is None or not step.interventions:
            return
        session, view = board.session, board.session.steady_view
        moment = view.now
        what = sentence(in_words(session.scenario, step.interventions, view.conditions)).removesuffix(".")
        at = sentence(moment_within(moment, session.scenario.time_unit)).removesuffix(".")
        text = tr("{0} is past. Play the run again from there with “{1}”, on the same random numbers?").format(at, what)
        self._notices.tell("branch", text, (tr("Branch here"), lambda: self.branch(step, moment)))

    def branch(self, step: Step, moment: float) -> None:
        """Play the run again with one more act at `moment`; the run as it was is pinned."""
        board = self._page_on_view()
        if board is None:
            return
        if not board.session.looks_back or board.session.steady_view.now != moment:
            board.look(moment)
        self._branch(board, lambda: branched(board.session, step.interventions))

    def go_back(self) -> None:
        """Go on from the moment on view; the run as it was is pinned."""
        board = self._page_on_view()
        if board is not None:
            self._branch(board, lambda: went_back(board.session))

    def _branch(self, board: BoardPage, play: Callable[[], Changes]) -> None:
        before, ended = board.session.latest.before(board.session.now), board.session.ended
        run = board.session.run
        board.bridge.attempt(play)
        if board.session.run is run and board.session.replay is None:
            return
        board.pin_run(before, tr("Earlier run"), ended=ended)
        self._tell_branch(board, before)

    def _tell_branch(self, board: BoardPage, before: RunView) -> None:
        """Both runs are on view; why they differ is a click away, once the branch is played."""
        text = tr("This is the branch; the run as it was stays as dashed lines. Undo brings it back.")
        self._notices.tell("branched", text, (tr("Why does it differ?"), lambda: self.show_why(board, before)))

    def show_why_of_pin(self) -> None:
        """What makes the lead time of the run on view differ from that of the run pinned last."""
        board = self._page_on_view()
        if board is None:
            return
        if not board.pins.pins:
            self.say(tr("Pin a run first (P), or branch: then there are two to compare."))
            return
        self.show_why(board, board.pins.pins[-1].run)

    def show_why(self, board: BoardPage, before: RunView) -> None:
        """What makes the lead time of the run on view differ from that of the run before."""
        session = board.session
        common = min(before.now, session.now)  # runs of two lengths differ by more than what people did
        why = why_they_differ(before.before(common), session.latest.before(common))
        if why is None:
            self.say(tr("Nothing to compare yet: both runs must have finished something."))
            return
        names = tr("Earlier run"), tr("Branch")
        WhyDialog(why, session.scenario.time_unit, names, self._theme(), self._over.window()).open()
