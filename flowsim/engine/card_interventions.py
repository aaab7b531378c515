"""What a person may do to cards on a running board: each act as a change, or the reason why it is refused.

Every intervention is first checked, then done, by two functions of the same kind: the checks change nothing, so that
a window can ask what would be refused while a card is still in somebody's hand. Limits, people and rules are changed
in `flowsim.engine.policy_changes`.
"""

from functools import singledispatchmethod
from math import inf
from typing import Final

from flowsim.domain.column_settings import ColumnSetting
from flowsim.domain.conditions import Conditions
from flowsim.domain.intervention_words import card_name
from flowsim.domain.interventions import (
    AddCard,
    BlockCard,
    DeliverCard,
    DropCard,
    Intervention,
    JoinCard,
    LeaveCard,
    MoveCard,
    ReclassCard,
    ReturnCard,
    SetBacklogLimit,
    SetBoardLimitsByClass,
    SetClass,
    SetPerson,
    SetRules,
    SetSharedLimit,
    SetSkill,
    Setting,
    UnblockCard,
)
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.problems import Refused
from flowsim.domain.words import CardId, CardState
from flowsim.engine.board import Board
from flowsim.engine.cards_and_stations import Card, Station
from flowsim.engine.joining import Joining
from flowsim.engine.policy_changes import PolicyChanges
from flowsim.engine.service import TAKES_TIME

BEHIND_ALL_STARTS: Final = 1 << 40
"""An order of service start that no column reaches: cards moved by hand line up behind it."""


class CardInterventions:
    """Applies interventions to `board` at the clock's present instant; `added` cards and `moves` are counted.

    `policies` changes the settings.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._deck = board.source.deck
        self._joining = Joining(board)
        self.policies = PolicyChanges(board)
        self.added = 0
        self.moves = 0

    @property
    def in_force(self) -> Conditions:
        """The settings that hold now."""
        return self.policies.in_force

    def go_on_from(self, conditions: Conditions, added: int, moves: int) -> None:
        """What people have done before is known from a snapshot."""
        self.policies.in_force = conditions
        self.added, self.moves = added, moves

    def why_not(self, *step: Intervention) -> str | None:
        """Why one of `step` would be refused now; None if none would. Settings are looked at in the order given.

        A card that the step puts into another class is moved as one of that class.
        """
        classes: dict[CardId, int] = {}
        try:
            self.policies.check(*(one for one in step if isinstance(one, Setting)))
            for intervention in step:
                if isinstance(intervention, MoveCard) and intervention.card in classes:
                    self._check_move(intervention, classes[intervention.card])
                elif not isinstance(intervention, Setting):
                    self._check(intervention)
                if isinstance(intervention, ReclassCard):
                    classes[intervention.card] = self._class_index(intervention.class_)
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

    def room_in(self, column: int, card: CardId, class_index: int | None = None) -> float:
        """How many cards from where `card` stands a person may put into a column (counted from 0) or Done.

        They are of its class, or of the one at this place of the scenario's list.
        """
        station, source = self._board.stations[max(column + 1, 0)], self._card(card).station
        if station.column is None or station.warns:
            return inf
        of_class = station.class_limits.get(self._card(card).class_index if class_index is None else class_index, ())
        rooms = [group.limit - group.counted for group in station.groups if not group.holds(source.index)]
        rooms += [limit.limit - limit.counted for limit in of_class if not limit.holds(source.index)]
        return max(min([station.limit - station.counted, *rooms]), 0)

    # What is allowed

    @singledispatchmethod
    def _check(self, intervention: Intervention) -> None:
        raise NotImplementedError(type(intervention).__name__)

    @_check.register
    def _(self, move: MoveCard) -> None:
        self._check_move(move, self._card(move.card).class_index)

    def _check_move(self, move: MoveCard, class_index: int) -> None:
        """Whether a card may be moved as one of this class."""
        card, target = self._movable(move.card), self._board.station_of(move.column)
        if card.station is target:
            raise Refused(phrase("the card is already in {0}", target.title))
        limit_for = self._board.transfers.lines.limit_for
        obstacle = target.obstacle_for(card.station) or limit_for(target, card.station, class_index)
        if obstacle and not target.warns:
            raise Refused(obstacle.said_full)

    @_check.register
    def _(self, deliver: DeliverCard) -> None:
        self._movable(deliver.card)

    @_check.register
    def _(self, back: ReturnCard) -> None:
        if self._movable(back.card).state == CardState.BACKLOG:
            raise Refused(phrase("the card is already in the backlog"))
        self._check_backlog()

    @_check.register
    def _(self, drop: DropCard) -> None:
        self._card(drop.card)

    @_check.register
    def _(self, add: AddCard) -> None:
        if add.class_ is not None:
            self._class_index(add.class_)
        self._check_backlog()

    def _check_backlog(self) -> None:
        if self._board.room_in_backlog < 1:
            raise Refused(phrase("the backlog is full: {0} of {0}", self._board.backlog_limit))

    @_check.register
    def _(self, change: ReclassCard) -> None:
        card, class_index = self._card(change.card), self._class_index(change.class_)
        if card.class_index == class_index:
            raise Refused(phrase("the card is {0} already", self._board.classes[class_index].title))

    @_check.register
    def _(self, block: BlockCard) -> None:
        card = self._card(block.card)
        if card.state == CardState.BACKLOG:
            raise Refused(phrase("the card has not started yet, so nothing can block it"))
        if card.state == CardState.BLOCKED:
            raise Refused(phrase("the card is blocked already"))

    @_check.register
    def _(self, unblock: UnblockCard) -> None:
        if self._card(unblock.card).state != CardState.BLOCKED:
            raise Refused(phrase("the card is not blocked"))

    @_check.register
    def _(self, join: JoinCard) -> None:
        self._joining.who_joins(self._card(join.card), join)

    @_check.register
    def _(self, leave: LeaveCard) -> None:
        self._joining.who_leaves(self._card(leave.card), leave)

    @_check.register(ColumnSetting)
    @_check.register(SetBacklogLimit)
    @_check.register(SetBoardLimitsByClass)
    @_check.register(SetSharedLimit)
    @_check.register(SetPerson)
    @_check.register(SetSkill)
    @_check.register(SetClass)
    @_check.register(SetRules)
    def _(self, change: Setting) -> None:
        self.policies.check(change)

    # What is done; all of it has been checked

    @singledispatchmethod
    def _do(self, intervention: Intervention) -> None:
        raise NotImplementedError(type(intervention).__name__)

    @_do.register
    def _(self, move: MoveCard) -> None:
        card, target = self._card(move.card), self._board.station_of(move.column)
        obstacle = self._board.transfers.obstacle(target, card)
        self._move(card, target)
        self._board.over_limit(card, target, obstacle)

    @_do.register
    def _(self, deliver: DeliverCard) -> None:
        self._move(self._card(deliver.card), self._board.stations[-1])

    @_do.register
    def _(self, back: ReturnCard) -> None:
        self._move(self._card(back.card), self._board.stations[0])

    @_do.register
    def _(self, drop: DropCard) -> None:
        self._move(self._card(drop.card), self._board.dropped)

    @_do.register
    def _(self, add: AddCard) -> None:
        class_index = self._board.scenario.class_index[add.class_] if add.class_ else 0
        card = self._deck.added(self.added, class_index, add.title)
        self.added += 1
        self._board.arrive(card)

    @_do.register
    def _(self, change: ReclassCard) -> None:
        card, class_index = self._card(change.card), self._class_index(change.class_)
        line = card.station.waiting if card.state == CardState.WAITING else None
        if card.state in (CardState.BACKLOG, CardState.READY):
            together = card.batch
            self._board.transfers.batches.leave(card)
            self._reclass(card, class_index)
            self._board.transfers.batches.join_again(card, together)
            return
        if line is not None:
            line.leave(card)
        self._reclass(card, class_index)
        if line is not None:
            line.join(card)
        for station in self._board.stations:  # a card that preempts may now have its turn, wherever it waits
            self._board.may_start |= station.bit

    def _reclass(self, card: Card, class_index: int) -> None:
        """`card`, which stands in no line, is of another class; it brings what that class brings, by its own luck.

        Work that has begun goes on as it is.
        """
        works, before = self._deck.works, card.class_index
        self._deck.reclass(card, class_index, self._board.clock.now)
        self._board.transfers.lines.recount()
        self._board.look_at_all()
        if self._board.scenario.explicit:
            return
        for station in self._board.stations[1:-1]:
            at = station.shown
            if works.key_of(at, before) != works.key_of(at, class_index) and not card.has_begun_in(station):
                self._deck.redraw(at, (card,))
                self._board.service.deal_pass(card, station)

    @_do.register
    def _(self, block: BlockCard) -> None:
        card = self._card(block.card)
        self._set_aside(card)
        self._board.service.block(card)

    @_do.register
    def _(self, unblock: UnblockCard) -> None:
        self._board.service.unblock(self._card(unblock.card))

    @_do.register
    def _(self, join: JoinCard) -> None:
        self._joining.join(self._card(join.card), join)

    @_do.register
    def _(self, leave: LeaveCard) -> None:
        self._joining.leave(self._card(leave.card), leave)

    @_do.register(ColumnSetting)
    @_do.register(SetBacklogLimit)
    @_do.register(SetBoardLimitsByClass)
    @_do.register(SetSharedLimit)
    @_do.register(SetPerson)
    @_do.register(SetSkill)
    @_do.register(SetClass)
    @_do.register(SetRules)
    def _(self, change: Setting) -> None:
        self.policies.change(change)

    def _move(self, card: Card, target: Station) -> None:
        """Take `card` out of whatever it is in, work and line, and put it at the tail of `target`."""
        source = card.station
        self._board.workers.lose_setup(card)
        if card.stopped is not None:
            card.state, card.stopped = card.stopped, None
            card.call_off()
        else:
            self._set_aside(card)
        card.remaining = card.strike = None
        card.after = 0.0
        self.moves += 1
        card.since = self._board.clock.now
        card.turn = BEHIND_ALL_STARTS + self.moves
        self._board.may_pull |= source.bit or source.following.bit
        self._board.transfers.hand_over(card, source, target)

    def _set_aside(self, card: Card) -> None:
        """`card` goes out of its line, its batch or its work; it still holds its slot and its worker."""
        if card.state == CardState.WAITING:
            card.station.waiting.leave(card)
        elif card.state in TAKES_TIME:
            self._board.service.interrupt(card)
        elif card.state != CardState.BLOCKED:
            self._board.transfers.batches.leave(card)

    def _card(self, number: CardId) -> Card:
        card = self._board.cards.get(number)
        if card is None:
            raise Refused(self._gone(number))
        return card

    def _gone(self, number: CardId) -> Phrase:
        name = card_name(number)
        if number >= len(self._deck):
            return phrase("no such card yet")
        if number in self._board.discarded:
            return phrase("{0} has been discarded", name)
        if number in self._board.turned_away:
            return phrase("{0} was turned away, because the backlog was full", name)
        return phrase("{0} has just been finished", name)

    def _movable(self, number: CardId) -> Card:
        card = self._card(number)
        if card.state == CardState.BLOCKED:
            raise Refused(phrase("the card is blocked; unblock it first"))
        return card

    def _class_index(self, class_: str) -> int:
        index = self._board.scenario.class_index.get(class_)
        if index is None:
            raise Refused(phrase('there is no class "{0}" on this board', class_))
        return index
