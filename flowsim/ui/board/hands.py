"""What is in somebody's hand over the board, cards or a person: carried, put down, or let go."""

from typing import Final, Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize, Qt, Signal

from flowsim.ui.board.board_message import BoardMessage
from flowsim.ui.board.wide_view import WideView

HAND: Final = 40
"""Pixels below the tip of the mouse that its hand and the card in it take."""


class InHand(Protocol):
    """What can be carried over the board; it knows by itself where it may be put down."""

    @property
    def why_not(self) -> str | None:
        """Why it may not be put down where the hand is; None if it may, or would only stay."""

    def move(self, spot: QPointF) -> None:
        """The hand is at `spot` of the scene."""

    def look(self) -> None:
        """Ask again whether it may be put down here."""

    def drop(self) -> None:
        """Put it down: done if it may be, else it goes back."""

    def cancel(self) -> None:
        """Nothing happens; it goes back."""


class Hands(QObject):
    """One hand over `view`, which may hold something; `message` tells beside it why that may not be put down.

    `spot` is where the hand was last, in the viewport. Signal: `in_hand` (whether something is).
    """

    in_hand = Signal(bool)

    def __init__(self, view: WideView, message: BoardMessage) -> None:
        super().__init__(view)
        self._view = view
        self._message = message
        self._held: InHand | None = None
        self.spot = QPoint()

    @property
    def full(self) -> bool:
        """Whether something is in hand."""
        return self._held is not None

    def take(self, thing: InHand, spot: QPoint) -> None:
        """Hold `thing`, at `spot` of the viewport."""
        self.in_hand.emit(True)
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._held = thing
        self.move(spot)

    def move(self, spot: QPoint) -> None:
        """The hand is at `spot` of the viewport now."""
        self.spot = spot
        if self._held is not None:
            self._held.move(self._view.mapToScene(spot))
            self._say_why_not(self._held)

    def advance(self, seconds: float) -> None:
        """One frame: near an end of the board the board goes on below the hand."""
        if self._held is not None and self._view.follow_hand(self.spot, seconds):
            self._held.move(self._view.mapToScene(self.spot))

    def look(self) -> None:
        """Ask again what may be done; while the run goes on, the answer changes."""
        if self._held is not None:
            self._held.look()
            self._say_why_not(self._held)

    def put_down(self) -> None:
        """Put down what is held, where the hand is."""
        if (held := self._emptied()) is not None:
            held.look()
            self._say_why_not(held)
            held.drop()

    def let_go(self) -> None:
        """Whatever is held goes back to where it was."""
        if (held := self._emptied()) is not None:
            held.cancel()

    def _emptied(self) -> InHand | None:
        held, self._held = self._held, None
        if held is not None:
            self._view.viewport().unsetCursor()
            self.in_hand.emit(False)
        return held

    def _say_why_not(self, held: InHand) -> None:
        """Tell why it may not be put down here, beside the hand it is in."""
        if held.why_not is None:
            self._message.hush()
            return
        reason, hand = held.why_not, QRect(self._view.viewport().mapToGlobal(self.spot), QSize(1, HAND))
        self._message.say(reason[:1].upper() + reason[1:] + ".", beside=hand)
