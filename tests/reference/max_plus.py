"""A second implementation of FIFO lines, from the max-plus recursion of their event times; no code of the engine.

For the n-th entry into a column, its k-th start and so on:

    entry  = max(released by the column before, slot freed, shared limit freed)
    start  = max(entry + move, worker freed)
    finish = start + service

where "slot freed" is the (n - limit)-th departure from the column, "worker freed" the (k - workers)-th time that a
worker let a card go there (its finish, or its departure where blocking keeps the worker), and "shared limit freed" the
(m - limit)-th departure from the group for its m-th entry. With several workers cards overtake one another, so these
are order statistics; they are found by fixing events in the order of their times, entries before starts.
"""

import math
from bisect import insort
from dataclasses import dataclass, field


@dataclass
class Step:
    """A column: times of what has been fixed so far, each list sorted."""

    workers: int
    limit: float
    move: float
    entered: int = 0
    started: int = 0
    departures: list[float] = field(default_factory=list)
    releases: list[float] = field(default_factory=list)
    coming: list[tuple[float, int]] = field(default_factory=list)  # (finish in the column before, card), first come
    waiting: list[tuple[float, int]] = field(default_factory=list)  # by the same key


@dataclass
class SharedLimit:
    """A limit over the steps `first` to `last`."""

    first: int
    last: int
    limit: int
    entered: int = 0
    departures: list[float] = field(default_factory=list)


@dataclass
class Line:
    """A line of steps; `times[card][step]` becomes (entry, start, finish), `delivered[card]` its departure."""

    steps: list[Step]
    groups: list[SharedLimit]
    keeps_worker: bool
    arrivals: list[float]
    services: list[list[float]]

    def __post_init__(self) -> None:
        self.times: list[list[list[float]]] = [[[] for _ in self.steps] for _ in self.arrivals]
        self.delivered: list[float] = [math.nan] * len(self.arrivals)
        self.leaving: list[tuple[float, int]] = []
        self.steps[0].coming = sorted((time, card) for card, time in enumerate(self.arrivals))

    def solve(self) -> None:
        """Fix every event."""
        while True:
            entries = [(self._entry_time(step), 0, -step) for step in range(len(self.steps))]
            starts = [(self._start_time(step), 1, -step) for step in range(len(self.steps))]
            exits = [(self.leaving[0][0] if self.leaving else math.inf, 0, -len(self.steps))]
            time, kind, step = min(entries + starts + exits)
            if time == math.inf:
                return
            if kind == 1:
                self._start(-step, time)
            else:
                self._enter(-step, time)

    def _entry_time(self, index: int) -> float:
        step = self.steps[index]
        if not step.coming:
            return math.inf
        time = max(step.coming[0][0], _freed(step.departures, step.entered, step.limit))
        for group in self.groups:
            if group.first == index:
                time = max(time, _freed(group.departures, group.entered, group.limit))
        return time

    def _start_time(self, index: int) -> float:
        step = self.steps[index]
        if not step.waiting:
            return math.inf
        arrived = self.times[step.waiting[0][1]][index][0] + step.move
        return max(arrived, _freed(step.releases, step.started, step.workers))

    def _enter(self, index: int, time: float) -> None:
        queue = self.leaving if index == len(self.steps) else self.steps[index].coming
        key, card = queue.pop(0)
        if index > 0:
            self._leave(index - 1, time)
        for group in self.groups:
            if group.first <= index - 1 <= group.last and not group.first <= index <= group.last:
                group.departures.append(time)
            if group.first == index:
                group.entered += 1
        if index == len(self.steps):
            self.delivered[card] = time
            return
        self.steps[index].entered += 1
        self.times[card][index].append(time)
        insort(self.steps[index].waiting, (key, card))

    def _leave(self, index: int, time: float) -> None:
        self.steps[index].departures.append(time)
        if self.keeps_worker:
            self.steps[index].releases.append(time)

    def _start(self, index: int, time: float) -> None:
        step = self.steps[index]
        _, card = step.waiting.pop(0)
        step.started += 1
        finish = time + self.services[card][index]
        self.times[card][index] += [time, finish]
        if not self.keeps_worker:
            insort(step.releases, finish)
        following = self.leaving if index + 1 == len(self.steps) else self.steps[index + 1].coming
        insort(following, (finish, card))


def _freed(departures: list[float], taken: int, limit: float) -> float:
    """When the next of `limit` places becomes free after `taken` have been used; inf if that is not known yet."""
    if taken < limit:
        return 0.0
    index = taken - int(limit)
    return departures[index] if index < len(departures) else math.inf
