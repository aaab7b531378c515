"""What is read out of a board to people who do not see it, and when it is told unasked.

What changes while the run plays is told about once a second, and nothing is told while nobody listens.
"""

from collections.abc import Callable, Sequence
from typing import Final
from weakref import WeakValueDictionary

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QGraphicsView

from flowsim.domain.words import CardId
from flowsim.metrics import Flow
from flowsim.ui.board.board_scene import BoardScene
from flowsim.ui.board.lane_header import LaneHeader
from flowsim.ui.board.spoken_sentences import card_sentence, column_sentence, done_sentence

LOOK_EVERY: Final = 1.0
"""Seconds between looks at what should be told while the run plays."""

MOST_LISTED: Final = 1000
"""Cards of one lane that are listed one by one; the name of the lane counts all of them."""

EVENT: Final = QAccessible.Event


def tell(event: QAccessibleEvent) -> None:
    """Hand an event to whatever listens."""
    QAccessible.updateAccessibility(event)


class CardSlot(QObject):
    """A place in the list of a lane, counted from the top; it dies with the lane's head."""

    def __init__(self, head: LaneHeader, index: int) -> None:
        super().__init__(head)
        self.head = head
        self.index = index


class BoardReading:
    """What is read out of a board, and when. `heads` are those on view, the backlog's first; `choose` chooses cards."""

    def __init__(
        self, view: QGraphicsView, scene: BoardScene, heads: Callable[[], Sequence[LaneHeader]],
        choose: Callable[[list[CardId]], None],
    ) -> None:  # fmt: skip
        self.view = view
        self.scene = scene
        self.choose = choose
        self._heads = heads
        self._slots: dict[LaneHeader, list[CardSlot]] = {}
        self._listed: tuple[Flow, int, dict[int, Sequence[CardId]]] | None = None
        self._until_look = 0.0
        self._told: dict[LaneHeader, str] = {}
        self._choice: tuple[tuple[CardId, ...], bool] = ((), False)
        self._stood = ""
        self._done = 0

    # What there is

    @property
    def lanes(self) -> Sequence[LaneHeader]:
        """The heads of the lanes on view."""
        return self._heads()

    def place_of(self, head: LaneHeader) -> int | None:
        """The place of a lane by its head; None if it is on view no more."""
        return self.lanes.index(head) - 1 if head in self.lanes else None

    def cards_in(self, head: LaneHeader) -> Sequence[CardId]:
        """The cards of a lane that are listed, in the order of the board; in Done the latest first."""
        place, view = self.place_of(head), self.scene.session.view
        if place is None:
            return ()
        if self._listed is None or self._listed[0] is not view.flow or self._listed[1] != view.flow.rows_read:
            self._listed = view.flow, view.flow.rows_read, {}
        lists = self._listed[2]
        if place not in lists:
            lists[place] = self._cards_at(place)
        return lists[place]

    def _cards_at(self, place: int) -> Sequence[CardId]:
        view = self.scene.session.view
        if place == len(view.board_state.lanes):
            latest: list[CardId] = view.flow.finishers[::-1][:MOST_LISTED].tolist()
            return latest
        if place < 0:
            return [*view.board_state.backlog][:MOST_LISTED]
        lane = view.board_state.lanes[place]
        return [*lane.doing, *lane.done][:MOST_LISTED]

    def slots(self, head: LaneHeader, many: int) -> list[CardSlot]:
        """The first `many` slots of a lane, made as they are asked for."""
        if head not in self._slots:
            self._slots = {each: self._slots.get(each, []) for each in [*self.lanes, head]}
        slots = self._slots[head]
        slots.extend(CardSlot(head, index) for index in range(len(slots), many))
        return slots[:many]

    def card_in(self, slot: CardSlot) -> CardId | None:
        """The card that is in a slot now."""
        cards = self.cards_in(slot.head)
        return cards[slot.index] if slot.index < len(cards) else None

    def slot_of(self, card: CardId) -> CardSlot | None:
        """The slot that a card on the board is in; None if it is not listed."""
        place = self.scene.place_of(card)
        if place is None:
            return None
        head = self.lanes[place + 1]
        cards = self.cards_in(head)
        return self.slots(head, cards.index(card) + 1)[-1] if card in cards else None

    def is_finished(self, slot: CardSlot) -> bool:
        """Whether a slot is in Done, where nothing can be chosen."""
        return bool(self.lanes) and slot.head is self.lanes[-1]

    def rect_of(self, card: CardId) -> QRect:
        """Where a card is on the screen; empty if it has no room on the board."""
        rect = self.scene.rect_of(card)
        if rect is None:
            return QRect()
        on_port = self.view.mapFromScene(rect).boundingRect()
        return QRect(self.view.viewport().mapToGlobal(on_port.topLeft()), on_port.size())

    def lane_rect(self, head: LaneHeader) -> QRect:
        """Where a whole lane is on the screen, its head and its cards."""
        corner = head.mapToGlobal(head.rect().topLeft())
        return QRect(corner.x(), corner.y(), head.width(), round(self.scene.height()))

    # What is said

    def sentence_about(self, slot: CardSlot) -> str:
        """What is read out about the card in a slot, empty if there is none."""
        card = self.card_in(slot)
        if card is None:
            return ""
        return self.sentence_of(card)

    def sentence_of(self, card: CardId) -> str:
        """What is to be known about a card that is on the board, or finished."""
        view, faces = self.scene.session.view, self.scene.faces
        on_board = card in view.board_state.cards
        return card_sentence(view, card, faces) if on_board else done_sentence(view, card, faces)

    def sentence_about_lane(self, head: LaneHeader) -> str:
        """What is read out about a lane, empty if it is on view no more."""
        place = self.place_of(head)
        if place is None:
            return ""
        is_bottleneck = place >= 0 and place == self.scene.bottleneck
        if self.scene.session.conceals and place == len(self.lanes) - 2:
            return head.title
        return column_sentence(self.scene.session.view, place, head.title, is_bottleneck=is_bottleneck)

    # What is told unasked

    def advance(self, seconds: float) -> None:
        """Announce a new selection at once, and every `LOOK_EVERY` seconds changed lane names and moves of the card."""
        if not QAccessible.isActive():
            return
        session = self.scene.session
        choice = tuple(self.scene.selection), self.view.hasFocus()
        if choice != self._choice:
            self._choice = choice
            self._tell_choice()
        done = len(session.history.done)
        self._until_look = 0.0 if done != self._done else self._until_look - seconds
        self._done = done
        if self._until_look <= 0:
            self._until_look = LOOK_EVERY
            self._look()

    def _tell_choice(self) -> None:
        """Announce the card selected last as selected, and as focused if the board has the focus."""
        cards, focused = self._choice
        slot = self.slot_of(cards[-1]) if cards else None
        self._stood = "" if slot is None else self._standing_of(cards[-1])
        if slot is not None and focused:
            tell(QAccessibleEvent(slot, EVENT.Focus))
        if slot is not None:
            tell(QAccessibleEvent(slot, EVENT.Selection if len(cards) == 1 else EVENT.SelectionAdd))

    def _look(self) -> None:
        sentences = {head: self.sentence_about_lane(head) for head in self.lanes}
        for head, sentence in sentences.items():
            if self._told.get(head, sentence) != sentence:
                tell(QAccessibleEvent(head, EVENT.NameChanged))
        self._told = sentences
        cards, focused = self._choice
        slot = self.slot_of(cards[-1]) if cards else None
        if slot is not None and (stands := self._standing_of(cards[-1])) != self._stood:
            self._stood = stands
            tell(QAccessibleEvent(slot, EVENT.Focus if focused else EVENT.NameChanged))

    def _standing_of(self, card: CardId) -> str:
        """What of a card is worth a word when it changes; its age is not."""
        its = self.scene.session.view.board_state.cards.get(card)
        return "" if its is None else f"{its.column} {its.state}"


_boards: "Final[WeakValueDictionary[int, BoardReading]]" = WeakValueDictionary()


def register(reading: BoardReading) -> None:
    """Let a board be found by its view, for as long as both live."""
    _boards[id(reading.view)] = reading


def reading_at(its: QObject | None) -> BoardReading | None:
    """What is read of the board that `its` is, or is a part of; None if it is of none."""
    while its is not None:
        found = _boards.get(id(its))
        if found is not None and found.view is its:
            return found
        its = its.parent()
    return None
