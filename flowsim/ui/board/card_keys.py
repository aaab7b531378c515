"""The arrow keys on the board: from card to card, and with Ctrl the chosen cards to another column or class."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from flowsim.domain.interventions import ReclassCard
from flowsim.domain.words import CardId
from flowsim.session.steps import Step
from flowsim.ui.board.board_scene import BoardScene
from flowsim.ui.board.card_choice import next_choice
from flowsim.ui.text.language import tr

ACROSS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
DOWN: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CardKeys:
    """Acts on the cards chosen in `scene`: `choose` chooses others, `ask` asks for a step, `say` says what is wrong."""

    def __init__(
        self,
        scene: BoardScene,
        choose: Callable[[list[CardId]], None],
        ask: Callable[[Step], None],
        say: Callable[[str], None],
    ) -> None:
        self._scene = scene
        self._choose = choose
        self._ask = ask
        self._say = say

    def press(self, event: QKeyEvent) -> bool:
        """Do what an arrow key asks for; whether it was one."""
        key = Qt.Key(event.key())
        across, down = ACROSS.get(key, 0), DOWN.get(key, 0)
        if not across and not down:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._send(across, down)
        else:
            self._go(across, down)
        return True

    def _go(self, across: int, down: int) -> None:
        """Choose the next card in a direction; the first one if none is chosen."""
        chosen = next(iter(self._scene.selection), None)
        card = next_choice(self._scene.order_now(), chosen, across, down)
        if card is not None:
            self._choose([card])

    def _send(self, across: int, down: int) -> None:
        """Move the chosen cards one column on, or put them into the next class of the board's list."""
        cards = list(self._scene.selection)
        if not cards:
            self._say(tr("Choose a card first: the arrow keys go from card to card."))
            return
        place, session = self._scene.place_of(cards[0]), self._scene.session
        if across and place is not None and -1 <= place + across <= len(session.scenario.columns):
            self._ask(Step(tuple(self._scene.acts_to(cards, place + across, None))))
        index = session.view.class_of(cards[0]) + down
        if down and 0 <= index < len(session.scenario.classes):
            class_ = session.scenario.classes[index].id
            others = [card for card in cards if session.view.class_of(card) != index]
            self._ask(Step(tuple(ReclassCard(at=0.0, card=card, class_=class_) for card in others)))
