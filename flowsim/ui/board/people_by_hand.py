"""People sent from column to column: taken from the head of a lane or from the board by the mouse, or sent by a key."""

from PySide6.QtCore import QObject, QPoint, QPointF, Signal

from flowsim.domain.problems import Refused
from flowsim.session.people_moves import next_work_column, person_moved, who_goes
from flowsim.session.steps import Step
from flowsim.ui.board.board_message import BoardMessage
from flowsim.ui.board.board_scene import BoardScene
from flowsim.ui.board.hands import Hands
from flowsim.ui.board.lane_header_row import LaneHeaderRow
from flowsim.ui.board.person_drag import Avatar, PersonDrag, Taken
from flowsim.ui.board.wide_view import WideView
from flowsim.ui.text.language import sentence, shown


class PeopleByHand(QObject):
    """Lets people be carried by `hands` over `view`, and sent by keys. `advance` must be called in every frame.

    Signals: `step_asked` (a `Step` to do in the run), `refused` (the reason).
    """

    step_asked = Signal(Step)
    refused = Signal(str)

    def __init__(
        self, view: WideView, scene: BoardScene, heads: LaneHeaderRow, hands: Hands, message: BoardMessage
    ) -> None:
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._heads = heads
        self._hands = hands
        self._message = message
        self._flying: list[Avatar] = []
        hands.in_hand.connect(lambda _: heads.lift_person(None))
        heads.person_taken.connect(self._take_counted)
        heads.person_carried.connect(lambda at: hands.move(view.viewport().mapFromGlobal(at)))
        heads.person_put_down.connect(hands.put_down)
        heads.person_let_go.connect(hands.let_go)
        heads.person_sent.connect(self.send)

    def found_at(self, spot: QPointF) -> Taken | None:
        """Who can be taken at `spot` of the scene: a named person, or one of those who are counted at a card."""
        session, named = self._scene.session, self._scene.people.at(spot)
        if named is not None and named.place is not None:
            return Taken(named.place, named.number, named.card)
        card = self._scene.worker_at(spot)
        if card is None:
            return None
        column = session.view.board_state.cards[card].column
        several = session.view.conditions.columns[column].workers_per_card > 1
        return Taken(column, card=card) if several else None

    def take(self, taken: Taken, home: QPoint, spot: QPoint) -> None:
        """One of the people is in hand, at `spot` of the viewport; they were taken at `home`."""
        drag = PersonDrag(self._view, self._scene, taken, home, self._ask, self._flying.append)
        self._hands.take(drag, spot)

    def _take_counted(self, column: int, at: QPoint) -> None:
        """One of the people who stand in the head of a column is in hand."""
        self.take(Taken(column), self._heads.people_of(column), self._view.viewport().mapFromGlobal(at))
        self._heads.lift_person(column)

    def send(self, column: int, by: int) -> None:
        """Let one of the people of a column go to the next work column, to the right (1) or to the left (-1)."""
        session = self._scene.session
        try:
            to = next_work_column(session, column, by)
            step = person_moved(session, column, to, who_goes(session, column))
        except Refused as refusal:
            self.refused.emit(shown(str(refusal)))
        else:
            self._ask(step)

    def _ask(self, step: Step) -> None:
        """Ask for the step, and say who has gone where: who finishes a card first stays in sight meanwhile."""
        history = self._scene.session.history
        done = len(history.done)
        self.step_asked.emit(step)
        if len(history.done) > done:
            self._message.say(sentence(shown(history.undo_words)))

    def send_from_chosen(self, by: int) -> None:
        """Let one of the people of the chosen column go; if none is chosen, that is said."""
        if self._scene.chosen is None:
            self._message.say(self.tr("Choose a column first: click its head, or go there with Tab."))
        else:
            self.send(self._scene.chosen, by)

    def advance(self, seconds: float) -> None:
        """One frame: who was let go glides home."""
        for avatar in [avatar for avatar in self._flying if avatar.advance(seconds)]:
            self._flying.remove(avatar)
            avatar.vanish()
