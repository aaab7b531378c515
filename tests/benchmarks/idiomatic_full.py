"""The peer for a board that uses everything: the same rules in SimPy's own terms, a process a card.

People are in a `FilterStore` whose queue is sorted by priority, slots and shared limits are `PriorityResource`s, a
transfer batch is an event its cards wait for, a cadence is a process, and who is pre-empted is interrupted. It does
less than our board: nobody exceeds a limit, and what a card brings is drawn when it is needed.
"""

from collections.abc import Generator
from typing import Any

import numpy as np
import simpy
from simpy.resources.resource import SortedQueue
from simpy.resources.store import FilterStoreGet

from flowsim.domain.arrivals import (
    Poisson,
)
from flowsim.domain.scenario import (
    CardClass,
    Column,
    Scenario,
)


class PriorityGet(FilterStoreGet):
    """Somebody who can do this, for the most urgent first."""

    def __init__(self, store: Any, able: Any, priority: int) -> None:
        self.key = -priority, store._env.now
        super().__init__(store, able)


class People(simpy.FilterStore):
    """Free people."""

    GetQueue = SortedQueue

    def ask(self, able: Any, priority: int) -> PriorityGet:
        """An event that comes with the first free person who is `able`."""
        return PriorityGet(self, able, priority)


class IdiomaticBoard:
    """Plays `scenario`; `trace` has a tuple per change of state, `finished` counts deliveries."""

    def __init__(self, scenario: Scenario) -> None:
        assert isinstance(scenario.arrivals, Poisson)
        self.scenario = scenario
        self.rate = scenario.arrivals.rate
        self.env = simpy.Environment()
        self.random = np.random.default_rng(scenario.seed)
        self.slots = [simpy.PriorityResource(self.env, column.wip_limit or 10_000) for column in scenario.columns]
        self.group = simpy.PriorityResource(self.env, scenario.shared_limits[0].limit)
        self.people = People(self.env)
        self.people.items = list(range(len(scenario.people)))
        self.trace: list[tuple[float, int, str, str, int]] = []
        self.finished = 0
        self.started = 0
        self.busy: dict[int, tuple[int, float, simpy.Process]] = {}
        self.shares = np.array([each.share for each in scenario.classes])
        self.starts = [0] * len(scenario.columns)
        self.families: dict[tuple[int, int], int] = {}
        self.batches: list[list[simpy.Event]] = [[] for _ in scenario.columns]
        self.gate = self.env.event()
        self.env.process(self._arrivals())
        self.env.process(self._replenishing())

    def _arrivals(self) -> Generator[Any, Any, None]:
        number = 0
        while True:
            yield self.env.timeout(self.random.exponential(1 / self.rate))
            kind = self.scenario.classes[self.random.choice(len(self.shares), p=self.shares)]
            self.env.process(self._card(number, kind))
            number += 1

    def _replenishing(self) -> Generator[Any, Any, None]:
        every = self.scenario.rules.replenish_every
        assert every is not None
        while True:
            yield self.env.timeout(every)
            gate, self.gate = self.gate, self.env.event()
            gate.succeed()

    def _row(self, card: int, column: str, state: str, worker: int = -1) -> None:
        self.trace.append((self.env.now, card, column, state, worker))

    def _card(self, number: int, kind: CardClass) -> Generator[Any, Any, None]:
        family = int(self.random.integers(len(self.scenario.families)))
        self._row(number, "", "backlog")
        held: Any = None
        group: Any = None
        place = 0
        while place < len(self.slots):
            column = self.scenario.columns[place]
            if held is None:
                yield self.gate
                group = self.group.request(priority=-kind.priority)
                yield group
            slot = self.slots[place].request(priority=-kind.priority)
            yield slot
            if held is not None:
                self.slots[held[0]].release(held[1])
            else:
                self.started += 1
            held = place, slot
            if column.move_time:
                self._row(number, column.id, "moving")
                yield self.env.timeout(column.move_time)
            back = yield from self._work(number, place, column, family, kind)
            if back is not None:
                place = back
                continue
            yield from self._batch(number, place, column)
            self._row(number, column.id, "ready")
            place += 1
        assert held is not None
        self.slots[held[0]].release(held[1])
        self.group.release(group)
        self.started -= 1
        self._row(number, "", "delivered")
        self.finished += 1

    def _work(
        self, number: int, place: int, column: Column, family: int, kind: CardClass
    ) -> Generator[Any, Any, int | None]:
        """All passes in one column; the place to go back to, or None."""
        again = True
        while again:
            work = self.random.exponential(column.service.mean)
            stop = self.random.random() * work if self.random.random() < column.blockers.probability else None
            fresh = True
            while work > 0:
                self._row(number, column.id, "waiting")
                person = yield from self._person(column, kind)
                try:
                    if (fresh or column.setup.rule == "family") and self._sets_up(place, column, person, family):
                        self._row(number, column.id, "setup", person)
                        yield self.env.timeout(column.setup.mean)
                    fresh = False
                    self._row(number, column.id, "working", person)
                    began, pace = self.env.now, self._pace(column, person)
                    yield self.env.timeout((work if stop is None else stop) * pace)
                    work, struck, stop = 0.0 if stop is None else work - stop, stop is not None, None
                except simpy.Interrupt:
                    struck, done = False, (self.env.now - began) / pace if not fresh else 0.0
                    work, stop = max(work - done, 1e-12), None if stop is None else max(stop - done, 0.0)
                del self.busy[person]
                yield self.people.put(person)
                if struck:
                    self._row(number, column.id, "blocked")
                    yield self.env.timeout(self.random.exponential(column.blockers.duration.mean))
            again = bool(self.random.random() < column.rework.probability)
            if again and isinstance(column.rework.to, str):
                return self.scenario.column_index[column.rework.to]
        return None

    def _pace(self, column: Column, person: int) -> float:
        tax = self.scenario.rules.context_switch_tax
        switching = 1 + tax * max(0.0, self.started / len(self.scenario.people) - 1)
        return switching / self.scenario.people[person].skills[column.id]

    def _person(self, column: Column, kind: CardClass) -> Generator[Any, Any, int]:
        """Somebody who can work here; an urgent card takes them off a card that is not."""

        def able(one: int) -> bool:
            return column.id in self.scenario.people[one].skills

        request = self.people.ask(able, kind.priority)
        if kind.preempts and not request.triggered:
            lower = [one for one, (priority, _, _) in self.busy.items() if priority < kind.priority and able(one)]
            if lower:
                self.busy[max(lower, key=lambda one: self.busy[one][1])][2].interrupt()
        person: int = yield request
        assert self.env.active_process is not None
        self.busy[person] = kind.priority, self.env.now, self.env.active_process
        return person

    def _sets_up(self, place: int, column: Column, person: int, family: int) -> bool:
        if column.setup.rule == "family":
            another = self.families.get((place, person)) != family
            self.families[place, person] = family
            return another
        self.starts[place] += 1
        return column.setup.rule == "per_batch" and self.starts[place] % column.setup.batch == 1

    def _batch(self, number: int, place: int, column: Column) -> Generator[Any, Any, None]:
        if column.transfer_batch == 1:
            return
        full = self.env.event()
        self.batches[place].append(full)
        self._row(number, column.id, "batching")
        if len(self.batches[place]) == column.transfer_batch:
            batch, self.batches[place] = self.batches[place], []
            for event in batch:
                event.succeed()
        yield full
