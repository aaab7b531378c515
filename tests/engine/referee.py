"""A slow and independent reading of the rules: watches a run and objects to every row that breaks one.

Nothing here is shared with the engine. The referee keeps the board as plain dictionaries, looks at all of it at every
row, and knows of a person's acts only what the session lists.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from flowsim.domain.arrivals import (
    Saturated,
)
from flowsim.domain.column_settings import SetService, SetWipLimit, SetWorkers
from flowsim.domain.interventions import (
    AddCard,
    BlockCard,
    CardAct,
    DeliverCard,
    DropCard,
    Intervention,
    MoveCard,
    ReturnCard,
    SetSharedLimit,
    UnblockCard,
)
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import (
    Scenario,
)
from flowsim.domain.words import CardState
from flowsim.engine import Simulation

S = CardState
ON_BOARD = (S.WAITING, S.WORKING, S.BLOCKED, S.READY)
BY_HAND = (MoveCard, DeliverCard, ReturnCard, DropCard, BlockCard, UnblockCard, AddCard)
Row = tuple[float, int, int, CardState, int]
Key = tuple[int, float, float, int]


@dataclass
class Standing:
    """Where a card is, as the rows have it."""

    column: int
    state: CardState
    worker: int
    key: Key
    joined: float = 0.0
    order: float = 0
    stopped: CardState | None = None
    working_since: float = 0.0
    worked: float = 0.0


@dataclass
class Referee:
    """Follows `simulation`; call `watch` after every act and at the end."""

    simulation: Simulation
    cards: dict[int, Standing] = field(default_factory=dict)
    gone: dict[int, CardState] = field(default_factory=dict)
    read: int = 0
    now: float = 0.0
    overruns: int = 0
    hand_moves: int = 0
    listed: dict[int, int] = field(default_factory=dict)
    work_has_changed: bool = False
    work_done: list[tuple[int, int, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        scenario = self.scenario
        self.limits: list[float] = [column.wip_limit or math.inf for column in scenario.columns]
        self.group_limits = [shared.limit for shared in scenario.shared_limits]
        self.groups = [
            {scenario.column_index[column] for column in shared.columns} for shared in scenario.shared_limits
        ]
        self.staff = [0 if column.is_queue else column.workers for column in scenario.columns]
        self.starts = [0] * len(scenario.columns)

    @property
    def scenario(self) -> Scenario:
        return self.simulation.scenario

    # What may be asked of the board

    def holding(self, column: int) -> int:
        """How many cards count against the limit of `column`."""
        doing_only = self.scenario.columns[column].limit_counts == "doing"
        here = [card for card in self.cards.values() if card.column == column]
        return sum(not (doing_only and S.READY in (card.state, card.stopped)) for card in here)

    def in_group(self, group: int) -> int:
        return sum(card.column in self.groups[group] for card in self.cards.values())

    def room(self, source: int, target: int) -> bool:
        """Whether one more card from `source` fits into `target` and every group it enters."""
        if target == len(self.limits):
            return True
        if self.holding(target) >= self.limits[target]:
            return False
        entered = (group for group, members in enumerate(self.groups) if target in members and source not in members)
        return all(self.in_group(group) < self.group_limits[group] for group in entered)

    def candidates(self, column: int) -> list[int]:
        """Cards that may leave `column` (-1: the backlog), first come first."""
        state = S.BACKLOG if column < 0 else S.READY
        here = [n for n, card in self.cards.items() if card.column == column and card.state == state]
        return sorted(here, key=lambda number: self.cards[number].key)

    def waiting(self, column: int) -> list[int]:
        """Cards that wait for a worker in `column`: of a class first those that joined the line first."""
        here = [n for n, card in self.cards.items() if card.column == column and card.state == S.WAITING]
        return sorted(here, key=lambda n: (self.cards[n].key[0], self.cards[n].joined, *self.cards[n].key[1:]))

    def idle(self, column: int) -> set[int]:
        busy = {card.worker for card in self.cards.values() if card.column == column and card.worker >= 0}
        return set(range(self.staff[column])) - busy

    def possible_pulls(self) -> list[int]:
        """Columns that could pull a card this instant."""
        if not self.scenario.rules.auto_pull:
            return []
        last = len(self.limits)
        possible = [k for k in range(last + 1) if self.candidates(k - 1) and self.room(k - 1, k)]
        endless = not self.scenario.cards and isinstance(self.scenario.arrivals, Saturated)
        if endless and self.room(-1, 0):
            limited = self.limits[0] < math.inf or any(0 in members for members in self.groups)
            if limited or len(self.idle(0)) > len(self.waiting(0)):
                possible.append(0)
        return possible

    def settled(self) -> None:
        """Objects if anything could still move without time passing."""
        assert not self.possible_pulls(), f"at {self.now} column {self.possible_pulls()} did not pull"
        for column in range(len(self.limits)):
            assert not (self.waiting(column) and self.idle(column)), f"at {self.now} nobody starts in column {column}"

    # Watching

    def watch(self, act: Intervention | None = None, *, done: bool = True) -> None:
        """Take in the new rows; `act` led to them, if it was `done` and not refused."""
        rows: list[Row] = [
            (t, n, c, CardState(s), w) for t, n, c, s, w in self.simulation.trace.rows(self.read).tolist()
        ]
        self.read += len(rows)
        if act is not None and not done:
            assert not rows, f"{act} was refused and changed something"
            return
        if act is not None:
            self.settled()
            self.now = act.at
            self._tell(act)
            if isinstance(act, BY_HAND):
                assert rows, f"{act} left no row"
                self._by_hand(act, rows.pop(0))
        for row in rows:
            if row[0] > self.now:
                self.settled()
            self._by_rule(row)
        if self.simulation.next_time > self.simulation.now:
            self.settled()

    def _tell(self, act: Intervention) -> None:
        index = self.scenario.column_index
        if isinstance(act, SetWipLimit):
            self.limits[index[act.column]] = act.value or math.inf
        elif isinstance(act, SetSharedLimit):
            self.group_limits[act.group] = act.value
        elif isinstance(act, SetWorkers):
            self.staff[index[act.column]] = act.value
        elif isinstance(act, SetService):
            self.work_has_changed = True

    def _by_rule(self, row: Row) -> None:
        """A row that no hand wrote: arrival, pull, start or end of work, each with its own conditions."""
        time, number, column, state, _ = row
        assert time >= self.now
        self.now = time
        card = self.cards.get(number)
        if card is None:
            assert state == S.BACKLOG
            self._arrives(row)
            if self.scenario.cards:
                self.listed[number] = len(self.listed)
        elif state == S.WORKING:
            self._starts(row, card)
        elif card.state == S.WORKING:
            self._ends(row, card)
        else:
            assert self.scenario.rules.auto_pull, "a card moved by itself on a board where people pull"
            assert card.state == (S.BACKLOG if card.column < 0 else S.READY), f"{row} follows {card}"
            target = column if state != S.DELIVERED else len(self.limits)
            assert target == card.column + 1
            assert number == self.candidates(card.column)[0], f"{row} jumped the queue"
            assert self.room(card.column, target), f"{row} broke a limit"
            self._enters(row, card, target)

    def _arrives(self, row: Row) -> None:
        time, number, column, _, worker = row
        assert (column, worker) == (-1, -1)
        assert number == len(self.cards) + len(self.gone), "cards are numbered as they arrive"
        self.cards[number] = Standing(-1, S.BACKLOG, -1, (self._rank(number), time, 0, number))

    def _rank(self, number: int) -> int:
        return -self.scenario.classes[self.simulation.class_of(number)].priority

    def _starts(self, row: Row, card: Standing) -> None:
        time, number, column, _, worker = row
        assert card.state == S.WAITING
        assert column == card.column
        assert not self.possible_pulls(), "somebody started before all pulls were done"
        assert number == self.waiting(column)[0], f"{row} jumped the queue for a worker"
        assert worker in self.idle(column), f"{row}: that worker is not free"
        self.starts[column] += 1
        card.order = self.starts[column]
        card.state, card.worker, card.working_since = S.WORKING, worker, time

    def _ends(self, row: Row, card: Standing) -> None:
        time, number, column, state, worker = row
        assert state == S.READY
        assert column == card.column
        assert worker == (card.worker if self.scenario.rules.blocking == "server" else -1)
        card.worked += time - card.working_since
        self.work_done.append((number, column, card.worked))
        expected = self.service(number, column)
        if expected is not None:
            assert math.isclose(card.worked, expected, rel_tol=1e-9, abs_tol=1e-9), f"{row} took {card.worked}"
        card.state, card.worker = S.READY, worker
        card.key = (self._rank(number), time, card.order, number)

    def service(self, number: int, column: int) -> float | None:
        """The work a listed card brings to `column`; None where the session changes it or chance deals it."""
        scenario = self.scenario
        if self.work_has_changed or number not in self.listed:
            return None
        return scenario.cards_by_arrival[self.listed[number]].service.get(scenario.columns[column].id, 0.0)

    def _enters(self, row: Row, card: Standing, target: int) -> None:
        time, number, column, state, worker = row
        assert worker == -1
        card.worker, card.worked, card.stopped = -1, 0.0, None
        if state in (S.DELIVERED, S.DROPPED):
            assert column == -1
            self.gone[number] = state
            del self.cards[number]
            return
        card.column, card.state = column, state
        if column < 0:
            assert state == S.BACKLOG
        elif self.scenario.columns[column].is_queue:
            assert state == S.READY
            self.starts[column] += 1
            card.order = self.starts[column]
            card.key = (self._rank(number), time, card.order, number)
        else:
            assert state == S.WAITING
            card.joined = time

    def _by_hand(self, act: Intervention, row: Row) -> None:
        time, number, *_ = row
        self.now = time
        assert time == act.at
        if isinstance(act, AddCard):
            self._arrives(row)
            return
        assert number == act.card  # type: ignore[union-attr]  # only AddCard and the settings have none
        card = self.cards[number]
        if isinstance(act, BlockCard):
            self._blocked(row, card)
        elif isinstance(act, UnblockCard):
            self._unblocked(row, card)
        else:
            self._carried(act, row, card)

    def _carried(self, act: Intervention, row: Row, card: Standing) -> None:
        target = {MoveCard: row[2], DeliverCard: len(self.limits), ReturnCard: -1, DropCard: -2}[type(act)]
        if isinstance(act, MoveCard):
            assert row[2] == self.scenario.column_index[act.column]
            if not self.room(card.column, target):
                assert self.scenario.columns[target].enforcement == "warn"
                self.overruns += 1
                overrun = self.simulation.overruns[self.overruns - 1]
                assert (overrun.time, overrun.card, overrun.column) == row[:3]
                assert overrun.count > overrun.limit
        else:
            assert row[3] == {DeliverCard: S.DELIVERED, ReturnCard: S.BACKLOG, DropCard: S.DROPPED}[type(act)]
        assert len(self.simulation.overruns) == self.overruns
        self.hand_moves += 1
        card.key = (self._rank(row[1]), row[0], 1e12 + self.hand_moves, row[1])
        self._enters(row, card, target)

    def _blocked(self, row: Row, card: Standing) -> None:
        time, _, column, state, worker = row
        assert (column, state) == (card.column, S.BLOCKED)
        assert card.state in (S.WAITING, S.WORKING, S.READY)
        leaves = card.state == S.WORKING and not self.scenario.columns[column].blockers.worker_waits
        assert worker == (-1 if leaves else card.worker)
        if card.state == S.WORKING:
            card.worked += time - card.working_since
        card.stopped, card.state, card.worker = card.state, S.BLOCKED, worker

    def _unblocked(self, row: Row, card: Standing) -> None:
        time, _, column, state, worker = row
        assert column == card.column
        assert card.state == S.BLOCKED
        assert worker == card.worker
        goes_on = card.stopped != S.WORKING or worker >= 0
        assert state == (card.stopped if goes_on else S.WAITING)
        if card.stopped == S.WORKING and not goes_on:
            card.joined = -1.0
        card.state, card.stopped, card.working_since = state, None, time


@dataclass
class Watched:
    """A session played under the eyes of a referee."""

    simulation: Simulation
    referee: Referee
    refused: list[tuple[Intervention, str]]

    @property
    def rows(self) -> Any:
        return self.simulation.trace.rows()


def watched(
    scenario: Scenario,
    acts: Iterable[Intervention],
    until: float | None = None,
    *,
    aim: bool = True,
) -> Watched:
    """Play `acts` on `scenario` and then on to `until` (default: the horizon).

    With `aim` the card of an act counts those on the board, not those that ever came: most acts then hit one.
    """
    simulation = Simulation(scenario)
    referee = Referee(simulation)
    game = Watched(simulation, referee, [])
    referee.watch()
    for act in acts:
        simulation.advance_to(act.at)
        referee.watch()
        attempt(game, aimed(referee, act) if aim else act)
    simulation.run(until)
    referee.watch()
    return game


def aimed(referee: Referee, act: Intervention) -> Intervention:
    """The same act, usually on a card that it can be done to."""
    if not isinstance(act, CardAct) or act.card > 12:
        return act
    states = (S.BLOCKED,) if isinstance(act, UnblockCard) else (S.BACKLOG, *ON_BOARD)
    there = sorted(number for number, card in referee.cards.items() if card.state in states)
    return replace(act, card=there[act.card % len(there)]) if there else act


def attempt(game: Watched, act: Intervention) -> bool:
    """Let a person try `act` now; whether the board allowed it."""
    before, overruns = len(game.simulation.trace), game.simulation.overruns
    reason = ""
    try:
        game.simulation.do(act)
    except Refused as refusal:
        reason = str(refusal)
    if reason:
        assert len(game.simulation.trace) == before
        assert game.simulation.overruns == overruns
        game.refused.append((act, reason))
        game.referee.watch(act, done=False)
        return False
    game.referee.watch(act)
    return True
