"""What a person may do to a running board: each intervention as a change, or the reason why it is refused.

Every intervention is first checked, then done, by two functions of the same kind: the checks change nothing, so that
a window can ask what would be refused while a card is still in somebody's hand.
"""

from dataclasses import dataclass
from functools import singledispatchmethod
from math import inf

from flowsim.domain.constraints import MAX_WORKERS
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

    def why_not(self, intervention: Intervention) -> str | None:
        """Why `intervention` would be refused now; None if it would not."""
        try:
            self._check(intervention)
        except Refused as refusal:
            return str(refusal)
        return None

    def apply(self, intervention: Intervention) -> None:
        """Do what `intervention` says.

        Raises:
            Refused: with the reason; nothing has changed.
        """
        self._check(intervention)
        self._do(intervention)

    def room_in(self, column: int, card: CardId) -> float:
        """How many cards from where `card` stands a person may put into a column (counted from 0) or Done."""
        place, source = self._board.places[max(column + 1, 0)], self._card(card).place
        if place.column is None or place.column.enforcement == "warn":
            return inf
        groups = (group for group in place.groups if not group.holds(source.index))
        return max(min([place.limit - place.counted, *(group.limit - group.counted for group in groups)]), 0)

    # What is allowed

    @singledispatchmethod
    def _check(self, intervention: Intervention) -> None:
        raise NotImplementedError(type(intervention).__name__)

    @_check.register
    def _(self, move: MoveCard) -> None:
        card, target = self._movable(move.card), self._place(move.column)
        if card.place is target:
            raise Refused(f"the card is already in {_title(target)}")
        obstacle = target.obstacle_for(card.place)
        if obstacle and target.column and target.column.enforcement == "block":
            raise Refused(obstacle.said_full)

    @_check.register
    def _(self, deliver: DeliverCard) -> None:
        self._movable(deliver.card)

    @_check.register
    def _(self, back: ReturnCard) -> None:
        if self._movable(back.card).state == CardState.BACKLOG:
            raise Refused("the card is already in the backlog")

    @_check.register
    def _(self, drop: DropCard) -> None:
        self._card(drop.card)

    @_check.register
    def _(self, add: AddCard) -> None:
        if add.class_ is not None and add.class_ not in self._board.scenario.class_index:
            raise Refused(f'there is no class "{add.class_}" on this board')

    @_check.register
    def _(self, block: BlockCard) -> None:
        card = self._card(block.card)
        if card.state == CardState.BACKLOG:
            raise Refused("the card has not started yet, so nothing can block it")
        if card.state == CardState.BLOCKED:
            raise Refused("the card is blocked already")

    @_check.register
    def _(self, unblock: UnblockCard) -> None:
        if self._card(unblock.card).state != CardState.BLOCKED:
            raise Refused("the card is not blocked")

    @_check.register
    def _(self, change: SetWipLimit) -> None:
        place = self._place(change.column)
        if change.value is None and place.endless and place.is_queue and not place.entry_groups:
            raise Refused(f"{_title(place)} would never stop filling without a limit, because the backlog is endless")

    @_check.register
    def _(self, change: SetSharedLimit) -> None:
        if change.group >= len(self._board.groups):
            raise Refused("there is no such shared limit on this board")

    @_check.register(SetWorkers)
    @_check.register(SetService)
    def _(self, change: SetWorkers | SetService) -> None:
        place = self._place(change.column)
        if place.is_queue:
            raise Refused(f"nobody works in {_title(place)}; it is a queue")
        if isinstance(change, SetWorkers) and change.value > MAX_WORKERS:
            raise Refused(f"at most {MAX_WORKERS:,} people can work in a column")

    # What is done; all of it has been checked

    @singledispatchmethod
    def _do(self, intervention: Intervention) -> None:
        raise NotImplementedError(type(intervention).__name__)

    @_do.register
    def _(self, move: MoveCard) -> None:
        card, target = self._card(move.card), self._place(move.column)
        obstacle = target.obstacle_for(card.place)
        self._board.move(card, target)
        if obstacle:
            now, limit = self._board.clock.now, int(obstacle.limit)
            self.overruns.append(Overrun(now, card.number, target.shown, obstacle.counted, limit))

    @_do.register
    def _(self, deliver: DeliverCard) -> None:
        self._board.move(self._card(deliver.card), self._board.places[-1])

    @_do.register
    def _(self, back: ReturnCard) -> None:
        self._board.move(self._card(back.card), self._board.places[0])

    @_do.register
    def _(self, drop: DropCard) -> None:
        self._board.drop(self._card(drop.card))

    @_do.register
    def _(self, add: AddCard) -> None:
        class_index = self._board.scenario.class_index[add.class_] if add.class_ else 0
        card = self._deck.added(self._added, class_index, add.title)
        self._added += 1
        self._board.arrive(card)

    @_do.register
    def _(self, block: BlockCard) -> None:
        self._board.block(self._card(block.card))

    @_do.register
    def _(self, unblock: UnblockCard) -> None:
        self._board.unblock(self._card(unblock.card))

    @_do.register
    def _(self, change: SetWipLimit) -> None:
        place = self._place(change.column)
        place.limit = inf if change.value is None else change.value
        self._board.wake(place)

    @_do.register
    def _(self, change: SetSharedLimit) -> None:
        group = self._board.groups[change.group]
        group.limit = change.value
        self._board.wake(self._board.places[group.first])

    @_do.register
    def _(self, change: SetWorkers) -> None:
        place = self._place(change.column)
        place.set_staff(change.value)
        self._board.wake(place)

    @_do.register
    def _(self, change: SetService) -> None:
        place = self._place(change.column)
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


def _title(place: Place) -> str:
    return place.column.title if place.column else ""
