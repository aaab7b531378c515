"""What a person may do to a running board: each intervention as a change, or the reason why it is refused.

Nothing is changed when `Refused` is raised: every check comes before the first change.
"""

from dataclasses import dataclass
from functools import singledispatchmethod
from math import inf

from flowsim.domain.interventions import (
    AddCard,
    BlockCard,
    DeliverCard,
    DropCard,
    Intervention,
    MoveCard,
    ReturnCard,
    SetService,
    SetSharedLimit,
    SetWipLimit,
    SetWorkers,
    UnblockCard,
)
from flowsim.domain.problems import Refused
from flowsim.domain.words import CardId, CardState, Time
from flowsim.engine.arrivals import Deck
from flowsim.engine.board import Board
from flowsim.engine.places import Card, Place


@dataclass(frozen=True, slots=True)
class Overrun:
    """A person put a card into a full column that only warns: `count` cards against a limit of `limit`."""

    time: Time
    card: CardId
    column: int
    count: int
    limit: int


class Hands:
    """Applies interventions to `board` at the clock's present instant; `overruns` records every limit gone over."""

    def __init__(self, board: Board, deck: Deck) -> None:
        self.overruns: list[Overrun] = []
        self._board = board
        self._deck = deck
        self._added = 0

    @singledispatchmethod
    def apply(self, intervention: Intervention) -> None:
        """Do what `intervention` says, or raise `Refused` with the reason."""
        raise NotImplementedError(type(intervention).__name__)

    @apply.register
    def _(self, move: MoveCard) -> None:
        card, target = self._movable(move.card), self._place(move.column)
        if card.place is target:
            raise Refused(f"the card is already in {_title(target)}")
        obstacle = target.obstacle_for(card.place)
        if obstacle and target.column and target.column.enforcement == "block":
            raise Refused(obstacle.said_full)
        self._board.move(card, target)
        if obstacle:
            now, limit = self._board.clock.now, int(obstacle.limit)
            self.overruns.append(Overrun(now, card.number, target.shown, obstacle.counted, limit))

    @apply.register
    def _(self, deliver: DeliverCard) -> None:
        card = self._movable(deliver.card)
        self._board.move(card, self._board.places[-1])

    @apply.register
    def _(self, back: ReturnCard) -> None:
        card = self._movable(back.card)
        if card.state == CardState.BACKLOG:
            raise Refused("the card is already in the backlog")
        self._board.move(card, self._board.places[0])

    @apply.register
    def _(self, drop: DropCard) -> None:
        self._board.drop(self._card(drop.card))

    @apply.register
    def _(self, add: AddCard) -> None:
        classes = self._board.scenario.class_index
        if add.class_ is not None and add.class_ not in classes:
            raise Refused(f'there is no class "{add.class_}" on this board')
        card = self._deck.added(self._added, classes[add.class_] if add.class_ else 0, add.title)
        self._added += 1
        self._board.arrive(card)

    @apply.register
    def _(self, block: BlockCard) -> None:
        card = self._card(block.card)
        if card.state == CardState.BACKLOG:
            raise Refused("the card has not started yet, so nothing can block it")
        if card.state == CardState.BLOCKED:
            raise Refused("the card is blocked already")
        self._board.block(card)

    @apply.register
    def _(self, unblock: UnblockCard) -> None:
        card = self._card(unblock.card)
        if card.state != CardState.BLOCKED:
            raise Refused("the card is not blocked")
        self._board.unblock(card)

    @apply.register
    def _(self, change: SetWipLimit) -> None:
        place = self._place(change.column)
        place.limit = inf if change.value is None else change.value
        self._board.wake(place)

    @apply.register
    def _(self, change: SetSharedLimit) -> None:
        if change.group >= len(self._board.groups):
            raise Refused("there is no such shared limit on this board")
        group = self._board.groups[change.group]
        group.limit = change.value
        self._board.wake(self._board.places[group.first])

    @apply.register
    def _(self, change: SetWorkers) -> None:
        place = self._work_place(change.column)
        place.set_staff(change.value)
        self._board.wake(place)

    @apply.register
    def _(self, change: SetService) -> None:
        place = self._work_place(change.column)
        self._deck.change_work(place.shown, change.value, self._board.cards.values())

    def _card(self, number: CardId) -> Card:
        card = self._board.cards.get(number)
        if card is None:
            raise Refused("the card is not on the board any more" if number < len(self._deck) else "no such card yet")
        return card

    def _movable(self, number: CardId) -> Card:
        card = self._card(number)
        if card.state == CardState.BLOCKED:
            raise Refused("the card is blocked; unblock it first")
        return card

    def _place(self, column: str) -> Place:
        index = self._board.scenario.column_index.get(column)
        if index is None:
            raise Refused(f'there is no column "{column}" on this board')
        return self._board.places[index + 1]

    def _work_place(self, column: str) -> Place:
        place = self._place(column)
        if place.is_queue:
            raise Refused(f"nobody works in {_title(place)}; it is a queue")
        return place


def _title(place: Place) -> str:
    return place.column.title if place.column else ""
