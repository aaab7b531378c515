"""A board that has come to a stop for good: found by looking who waits for what, and said in words.

A stop is a column, with all to its right, in which there are cards, nothing goes on, nothing can come in from the
left, and nothing can leave. It is looked for when somebody asks, so playing costs nothing for it.
"""

from collections.abc import Iterator
from math import inf

from flowsim.domain.phrases import Phrase, counted, joined, phrase
from flowsim.domain.words import CardState
from flowsim.engine.board import Board
from flowsim.engine.cards_and_stations import Card, Station

GOES_ON = frozenset({CardState.WORKING, CardState.SETUP, CardState.MOVING, CardState.BLOCKED})
"""States that end by the clock, or by a person who takes an impediment away."""


def standstill(board: Board) -> tuple[int, Phrase] | None:
    """The left-most column (from 0) from which on no card can move, and the reasons; None if there is no deadlock.

    Each reason is one of the `parts` of the phrase. Only an intervention can end a deadlock. Without `auto_pull` the
    result is None, because people can always move cards by hand.
    """
    if not board.rules.auto_pull or board.may_pull or board.may_start:
        return None
    standing = [card for card in board.cards.values() if card.station.index > 0]
    for station in board.stations[1:-1]:
        if _stands(board, station, [card for card in standing if card.station.index >= station.index]):
            return station.shown, joined("; ", _reasons(board, station))
    return None


def _stands(board: Board, first: Station, cards: list[Card]) -> bool:
    """Whether nothing moves from `first` on, where these cards are, ever."""
    stations = board.stations[first.index : -1]
    if not cards or any(card.state in GOES_ON for card in cards):
        return False
    if any(_passes_with_the_tick(board, station) for station in (*stations[1:], board.stations[-1])):
        return False
    if any(station.batching and station.timeout is not None for station in stations):
        return False
    if any(_may_be_taken_up(board, card, first) for card in cards if card.state == CardState.WAITING):
        return False
    return _closed(board, first, nobody_upstream=len(cards) == len(board.cards))


def _passes_with_the_tick(board: Board, station: Station) -> bool:
    """Whether the next tick of a cadence lets a card into `station` that stands ready for it."""
    entrance = board.stations[1].gate
    for source, line in board.transfers.lines.into(station):
        if station.gate is None and (source.index > 0 or entrance is None):
            continue
        lots = [card.batch or [card] for card in line.in_order()]
        if board.transfers.obstacle(station, *lots[0]) is None:
            return True
        leaves = (min(board.classes[card.class_index].may_exceed for card in lot) for lot in lots)
        if any(
            station.obstacle_for(source, len(lot), leave) is None
            and board.transfers.lines.obstacle(station, source, lot) is None
            for lot, leave in zip(lots, leaves, strict=True)
        ):
            return True
    return False


def _may_be_taken_up(board: Board, card: Card, first: Station) -> bool:
    """Whether somebody who can work on `card` will be free some time: whoever holds no card that stands for good."""
    if board.team is None:
        return card.station.staff > 0 and not _all_keep_cards(board, card.station)
    held = (board.team.holds[person] for person in board.team.can_work(card.station))
    return any(one is None or one.station.index < first.index for one in held)


def _all_keep_cards(board: Board, station: Station) -> bool:
    keeping = [card for card in board.cards.values() if card.station is station and card.worker >= 0]
    return len(keeping) >= station.staff


def _closed(board: Board, first: Station, *, nobody_upstream: bool) -> bool:
    """Whether nothing comes in from the left: there is no room for the next lot, or nobody is left to come."""
    if nobody_upstream and board.source.to_come == 0:
        return True
    coming = _classes_to_come(board, first)
    leave = max((board.classes[index].may_exceed for index in coming), default=0)
    limit_for = board.transfers.lines.limit_for
    return all(
        station.obstacle_for(first.source, _least_lot(board, first.source), leave) is not None
        or all(limit_for(station, first.source, index) is not None for index in coming)
        for station in _entrances(board, first)
    )


def _entrances(board: Board, first: Station) -> Iterator[Station]:
    """Where cards from the left of `first` may come in: there, and behind whatever columns they may pass by."""
    for station in board.stations[first.index :]:
        yield station
        if station.column is None or board.scenario.explicit or not station.column.may_be_skipped:
            return


def _classes_to_come(board: Board, first: Station) -> set[int]:
    """The classes of the cards to the left of `first`, and of those that may still arrive."""
    there = {card.class_index for card in board.cards.values() if card.station.index < first.index}
    if board.source.to_come == 0:
        return there
    scenario = board.scenario
    if scenario.explicit:
        return there | {scenario.class_index[card.class_] for card in scenario.cards}
    return there | {index for index, each in enumerate(scenario.classes) if each.share > 0}


def _least_lot(board: Board, source: Station) -> int:
    """How many cards may come from `source` together next, at the least."""
    lots = board.transfers.lines.lots_from(source)
    if board.transfers.lines.sorted and source.batch > 1:
        return 1  # those of a batch may go to different columns
    if lots:
        return len(lots[0].batch or (lots[0],))
    leaves_early = source.timeout is not None or board.source.to_come < inf
    return 1 if leaves_early else source.batch


def _reasons(board: Board, first: Station) -> Iterator[Phrase]:
    for station in board.stations[first.index : -1]:
        here = [card for card in board.cards.values() if card.station is station]
        ready, waiting, batching = (
            sum(card.state == state for card in here)
            for state in (CardState.READY, CardState.WAITING, CardState.BATCHING)
        )
        if batching:
            yield counted(
                "{0} cards wait in {1} for a batch of {2}", "{0} card waits in {1} for a batch of {2}", batching,
                batching, station.title, station.batch,
            )  # fmt: skip
        if ready:
            obstacle = _obstacle(board, station)
            yield counted(
                "{0} cards wait in {1} for room in {2}", "{0} card waits in {1} for room in {2}", ready,
                ready, station.title, obstacle,
            )  # fmt: skip
        if waiting:
            yield counted(
                "{0} cards wait in {1} for somebody to take them up",
                "{0} card waits in {1} for somebody to take it up", waiting, waiting, station.title,
            )  # fmt: skip
    full = first.obstacle_for(first.source)
    if full is not None:
        yield phrase("nothing more comes in, because {0}", full.said_full)


def _obstacle(board: Board, station: Station) -> str:
    """What keeps the first card that is done in a station from going on, in words."""
    first = board.transfers.lines.lots_from(station)[0]
    target = board.transfers.lines.target_of(first)
    obstacle = board.transfers.obstacle(target, *(first.batch or [first]))
    return target.title if obstacle is None or obstacle is target else obstacle.said_full
