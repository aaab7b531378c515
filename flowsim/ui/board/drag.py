"""A drag as an object: it begins with cards in a hand, follows the hand, and ends by putting them down or not."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QGraphicsPixmapItem

from flowsim.domain.phrases import digits, phrase
from flowsim.domain.words import CardId
from flowsim.ui.board.board_scene import IN_HAND_Z, BoardScene
from flowsim.ui.board.painting import PERSON, count_picture
from flowsim.ui.board.target import Target
from flowsim.ui.text.language import shown


class Drag:
    """The cards being dragged; the run may go on meanwhile, so every move checks again whether a drop is allowed.

    `put` puts cards that are dropped into a place, and into a row where classes have rows of their own.
    """

    def __init__(
        self,
        scene: BoardScene,
        cards: list[CardId],
        grabbed: QPointF,
        put: Callable[[list[CardId], int, int | None], None],
    ) -> None:
        self.cards = cards
        self.place: int | None = None
        self.row: int | None = None
        self.why_not: str | None = None
        self._scene = scene
        self._put = put
        self._offsets: dict[CardId, QPointF] = {}
        for index, card in enumerate(cards):
            item = scene.cards.get(card)
            if item is None:
                continue
            scene.in_hand.add(card)
            scene.animator.forget(item)
            item.setZValue(IN_HAND_Z - index * 0.01)
            item.setOpacity(0.94)
            item.setRotation(1.2)
            item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
            self._offsets[card] = item.pos() - grabbed if index == 0 else QPointF(6, 6) * index + self._first_offset
        self._count = self._counted()
        self.move(grabbed)

    def _counted(self) -> QGraphicsPixmapItem | None:
        """How many cards are in hand, on the first of them; nothing for one."""
        if len(self._offsets) < 2:
            return None
        scene, first = self._scene, self._scene.cards[next(iter(self._offsets))]
        badge = QGraphicsPixmapItem(count_picture(len(self._offsets), scene.theme, scene.ratio), first)
        badge.setPos(first.boundingRect().right() - PERSON, -PERSON / 2)
        return badge

    @property
    def _first_offset(self) -> QPointF:
        return next(iter(self._offsets.values()), QPointF())

    def move(self, spot: QPointF) -> None:
        """The hand is at `spot`; the lane under it shows whether the cards may go there."""
        scene = self._scene
        room = scene.sceneRect()
        for card, offset in self._offsets.items():
            if card in scene.cards:
                item = scene.cards[card]
                size, wanted = item.boundingRect().size(), spot + offset
                # A hand that leaves the board does not take the card out of sight.
                left = min(max(wanted.x(), room.left()), room.right() - size.width())
                item.setPos(QPointF(left, min(max(wanted.y(), room.top()), room.bottom() - size.height())))
        self.place, self.row = scene.layout_.place_at(spot), scene.layout_.row_at(spot)
        self.look()

    def look(self) -> None:
        """Ask again whether the cards may be put down here; while the run goes on, the answer changes."""
        self.why_not = None if self._stays else self._reason()
        if self._stays:
            self._scene.mark(None)
        else:
            assert self.place is not None
            self._scene.mark(Target(self.place, allowed=self.why_not is None, row=self.row))

    @property
    def refused(self) -> bool:
        """Whether the cards may not be put down where the hand is."""
        return self.why_not is not None

    def drop(self) -> None:
        """Put the cards down if they may, else they glide back to where they stand."""
        self._let_go()
        if self.place is not None and not self._stays and not self.refused:
            self._put(self.cards, self.place, self.row)
        self._scene.refresh()

    def cancel(self) -> None:
        """Nothing happens; the cards glide back."""
        self._let_go()
        self._scene.refresh()

    @property
    def _stays(self) -> bool:
        where = self.place, self.row
        return self.place is None or all(
            (self._scene.place_of(card), self._scene.row_of(card)) == where for card in self.cards
        )

    def _reason(self) -> str | None:
        """Why not all of the cards may go there, in the language on view."""
        session = self._scene.session
        assert self.place is not None
        going = [card for card in self.cards if self._scene.place_of(card) != self.place]
        refused = session.why_not(*self._scene.acts_to(self.cards, self.place, self.row))
        if refused is not None:
            return shown(refused)
        room = min((session.room_in(self.place, card, self.row) for card in going), default=0)
        if len(going) <= room:
            return None
        return shown(phrase("there is room for {0} of the {1} cards", digits(room, "g"), len(going)))

    def _let_go(self) -> None:
        scene = self._scene
        scene.mark(None)
        if self._count is not None:
            scene.removeItem(self._count)
            self._count = None
        for card in self._offsets:
            scene.in_hand.discard(card)
            if card in scene.cards:
                item = scene.cards[card]
                item.setZValue(0.0)
                item.setOpacity(1.0)
                item.setRotation(0.0)
                item.setTransformationMode(Qt.TransformationMode.FastTransformation)
