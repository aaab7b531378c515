"""Second implementations of the board, slow and obvious, sharing no code with the engine.

`histories` scans the whole board again and again; `departures_of_line` is the max-plus recursion of a line of single
workers. Both take listed cards only, and nobody acts.
"""

import math
from dataclasses import dataclass, field

from flowsim.domain.scenario import ExplicitCard, Scenario

History = list[tuple[float, int, str, int]]


@dataclass
class Slip:
    """A card as the slow board knows it."""

    number: int
    listed: ExplicitCard
    rank: int
    column: int = -2
    state: str = "outside"
    worker: int = -1
    ready_at: float = 0.0
    order: int = 0
    ends: float = math.inf
    history: History = field(default_factory=list)

    @property
    def key(self) -> tuple[int, float, int, int]:
        return (self.rank, self.ready_at, self.order, self.number)

    def note(self, now: float) -> None:
        self.history.append((now, self.column if self.state != "delivered" else -1, self.state, self.worker))


class SlowBoard:
    """Looks at everything, all the time."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.columns = scenario.columns
        priority = {each.id: each.priority for each in scenario.classes}
        in_order = sorted(enumerate(scenario.cards), key=lambda pair: (pair[1].arrives, pair[0]))
        self.slips = [Slip(n, card, -priority[card.class_]) for n, (_, card) in enumerate(in_order)]
        self.starts = [0] * len(self.columns)
        self.now = 0.0
        self.settled: list[tuple[float, int, int, str]] = []

    def play(self) -> list[History]:
        while (now := self.next_moment()) < math.inf:
            self.now = now
            self.record()
            while self.pull():
                pass
            self.start()
        return [slip.history for slip in self.slips]

    def next_moment(self) -> float:
        coming = [slip.listed.arrives for slip in self.slips if slip.state == "outside"]
        return min([*coming, *(slip.ends for slip in self.slips)], default=math.inf)

    def record(self) -> None:
        for slip in self.slips:
            if slip.state == "outside" and slip.listed.arrives == self.now:
                slip.state, slip.column, slip.ready_at = "backlog", -1, self.now
                slip.note(self.now)
            elif slip.ends == self.now:
                slip.state, slip.ready_at, slip.ends = "ready", self.now, math.inf
                if self.scenario.rules.blocking == "slot":
                    slip.worker = -1
                slip.note(self.now)

    def pull(self) -> bool:
        """One look at every column from right to left; whether anything moved."""
        moved = False
        for target in range(len(self.columns), -1, -1):
            while self.has_room(target) and (leaving := self.first_to_leave(target - 1)):
                self.enter(leaving, target)
                moved = True
        return moved

    def first_to_leave(self, column: int) -> Slip | None:
        leaving = [slip for slip in self.slips if slip.column == column and slip.state in ("backlog", "ready")]
        return min(leaving, key=lambda slip: slip.key, default=None)

    def has_room(self, target: int) -> bool:
        if target == len(self.columns):
            return True
        column = self.columns[target]
        counted = [slip for slip in self.slips if slip.column == target]
        if column.limit_counts == "doing":
            counted = [slip for slip in counted if slip.state != "ready"]
        if column.wip_limit is not None and len(counted) >= column.wip_limit:
            return False
        for shared in self.scenario.shared_limits:
            inside = {self.scenario.column_index[name] for name in shared.columns}
            full = sum(slip.column in inside for slip in self.slips) >= shared.limit
            if full and target in inside and target - 1 not in inside:
                return False
        return True

    def enter(self, slip: Slip, target: int) -> None:
        slip.worker = -1
        if target == len(self.columns):
            slip.column, slip.state = target, "delivered"
        elif self.columns[target].is_queue:
            self.starts[target] += 1
            slip.column, slip.state, slip.ready_at, slip.order = target, "ready", self.now, self.starts[target]
        else:
            slip.column, slip.state = target, "waiting"
        self.note(slip)

    def start(self) -> None:
        for index in range(len(self.columns) - 1, -1, -1):
            column = self.columns[index]
            while not column.is_queue:
                busy = {slip.worker for slip in self.slips if slip.column == index}
                idle = [worker for worker in range(column.workers) if worker not in busy]
                waiting = [slip for slip in self.slips if slip.column == index and slip.state == "waiting"]
                if not (idle and waiting):
                    break
                slip = min(waiting, key=lambda slip: slip.key)
                self.starts[index] += 1
                slip.state, slip.worker, slip.order = "working", idle[0], self.starts[index]
                slip.ends = self.now + slip.listed.service.get(column.id, 0.0)
                self.note(slip)

    def note(self, slip: Slip) -> None:
        """A pull or a start: for the card, and in the order in which they happen on the whole board."""
        slip.note(self.now)
        self.settled.append((self.now, slip.number, *slip.history[-1][1:3]))


def histories(scenario: Scenario) -> list[History]:
    """What happens to each card, by number: (time, column, state, worker)."""
    return SlowBoard(scenario).play()


def order_of_settling(scenario: Scenario) -> list[tuple[float, int, int, str]]:
    """Every pull and every start in order: (time, card, column, state)."""
    board = SlowBoard(scenario)
    board.play()
    return board.settled


def departures_of_line(scenario: Scenario) -> list[list[float]]:
    """When each card leaves the backlog and each column: a max-plus recursion, for single workers and own limits.

    Card n enters column k when it has left the column before and a slot is free: card n - limit has left k (or, where
    the limit counts doing only, finished there). It is worked on when the worker is free of card n - 1, who holds the
    worker until it leaves under `server` blocking and until it is finished under `slot`.
    """
    server = scenario.rules.blocking == "server"
    enters: list[list[float]] = []
    done: list[list[float]] = []
    leaves: list[list[float]] = []
    for number, card in enumerate(scenario.cards_by_arrival):
        enters.append([])
        done.append([])
        leaves.append([])
        ready = card.arrives
        for index, column in enumerate(scenario.columns):
            entry = max(ready, enters[number - 1][index]) if number else ready
            if column.wip_limit is not None and number >= column.wip_limit:
                freed = done if column.limit_counts == "doing" else leaves
                entry = max(entry, freed[number - column.wip_limit][index])
            if index:
                leaves[number].append(entry)
            enters[number].append(entry)
            start = entry
            if not column.is_queue and number:
                start = max(entry, (leaves if server else done)[number - 1][index])
            ready = start if column.is_queue else start + card.service.get(column.id, 0.0)
            done[number].append(ready)
        leaves[number].append(ready)
    return [[enter[0], *leave] for enter, leave in zip(enters, leaves, strict=True)]
