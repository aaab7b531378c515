"""Work that people left undone when they moved a card forward by hand: told wherever the card is.

A card that goes on by itself has finished the column it leaves. One that was moved has finished it only if its last row
there says so.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from flowsim.domain.interventions import DeliverCard, Intervention, MoveCard
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import FINISHED_HERE, CardId, CardState, Time
from flowsim.metrics.run_view import RunView


@dataclass(frozen=True, slots=True)
class HandMove:
    """At `time` somebody put a card into the column at place `to` (from 0; the number of columns is Done)."""

    time: Time
    to: int


@dataclass(frozen=True, slots=True)
class SkippedWork:
    """At `time` a card was moved on, and its work in `columns` (from 0) was not finished, or not begun at all."""

    time: Time
    columns: tuple[int, ...]


def hand_moves(scenario: Scenario, done: Iterable[Intervention]) -> dict[CardId, set[HandMove]]:
    """Where people put each card that they moved into a column or to Done."""
    moves: dict[CardId, set[HandMove]] = {}
    for one in done:
        if isinstance(one, MoveCard):
            moves.setdefault(one.card, set()).add(HandMove(one.at, scenario.column_index[one.column]))
        elif isinstance(one, DeliverCard):
            moves.setdefault(one.card, set()).add(HandMove(one.at, len(scenario.columns)))
    return moves


def skipped_work(run: RunView, card: CardId, moves: Collection[HandMove]) -> list[SkippedWork]:
    """What `card` was moved past by these moves, first to last."""
    skipped = []
    rows = _rows_of(run, card) if moves else []
    for (_, left, state), (time, taken, _) in pairwise(rows):
        if HandMove(time, taken) not in moves:
            continue
        past = range(left + 1 if left < 0 or state in FINISHED_HERE else left, taken)
        if columns := tuple(column for column in past if not run.scenario.columns[column].is_queue):
            skipped.append(SkippedWork(time, columns))
    return skipped


def _rows_of(run: RunView, card: CardId) -> list[tuple[Time, int, CardState]]:
    """When, where and in which state a card was, first to last; delivered it is behind the last column."""
    rows, previous, behind = run.flow.rows, run.flow.previous, len(run.scenario.columns)
    found = []
    index = int(run.flow.last_row[card])
    while index >= 0:
        time, _, column, state, _ = rows[index].item()
        found.append((time, behind if state == CardState.DELIVERED else column, CardState(state)))
        index = int(previous[index])
    return found[::-1]
