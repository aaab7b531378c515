"""Reads a finished trace, row by row, and objects to what no board may do; knows nothing of how it was made."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from flowsim.domain.conditions import Conditions, changed, conditions
from flowsim.domain.interventions import AddCard, CardAct, Intervention
from flowsim.domain.words import CardState
from flowsim.engine import Simulation

S = CardState
Row = tuple[float, int, int, CardState, int]
BY_ITSELF = {
    S.BACKLOG: {S.MOVING, S.WAITING, S.READY, S.BATCHING},
    S.MOVING: {S.WAITING, S.READY, S.BATCHING},
    S.WAITING: {S.SETUP, S.WORKING},
    S.SETUP: {S.WORKING, S.WAITING},
    S.WORKING: {S.READY, S.BATCHING, S.BLOCKED, S.WAITING},
    S.BLOCKED: {S.WORKING, S.WAITING},
    S.BATCHING: {S.READY},
    S.READY: {S.MOVING, S.WAITING, S.READY, S.BATCHING, S.DELIVERED},
}
"""What may follow a state where no hand is in play."""

HOLDS_A_WORKER = {S.SETUP, S.WORKING}


@dataclass
class Auditor:
    """The board as the rows read so far have it."""

    simulation: Simulation
    now: Conditions = field(init=False)
    cards: dict[int, Row] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    stopped_in: dict[int, CardState] = field(default_factory=dict)
    excess: dict[int, float] = field(default_factory=lambda: defaultdict(float))

    def __post_init__(self) -> None:
        self.scenario = self.simulation.scenario
        self.now = conditions(self.scenario, ())
        self.acts = list(self.simulation.interventions)

    def audit(self) -> None:
        """Look at every instant of the run."""
        rows: list[Row] = [(t, n, c, S(s), w) for t, n, c, s, w in self.simulation.trace.rows().tolist()]
        assert all(before[0] <= after[0] for before, after in pairwise(rows))
        for time, instant in groupby(rows, key=lambda row: row[0]):
            acts = self._acts_until(time)
            touched = {act.card for act in acts if isinstance(act, CardAct)}
            for act in acts:
                self.now = changed(self.scenario, self.now, act)
            for row in instant:
                self._row(row, by_hand=row[1] in touched or any(isinstance(act, AddCard) for act in acts))
            self._instant_ends(time, acted=bool(acts))

    def _acts_until(self, time: float) -> list[Intervention]:
        acts = [act for act in self.acts if act.at <= time]
        self.acts = self.acts[len(acts) :]
        return acts

    def _row(self, row: Row, *, by_hand: bool) -> None:
        _, number, column, state, worker = row
        assert number not in self.gone, f"{row}: a card came back"
        before = self.cards.get(number)
        if before is None:
            assert (column, state, worker) == (-1, S.BACKLOG, -1)
        elif not by_hand:
            assert state in BY_ITSELF[before[3]], f"{row} follows {before}"
            self._place(row, before)
        if state in HOLDS_A_WORKER:
            assert worker >= 0
        if state in (S.WAITING, S.MOVING, S.BATCHING, S.BACKLOG, S.DELIVERED):
            assert worker == -1
        if state == S.BLOCKED and before is not None:
            self.stopped_in[number] = before[3]
        self.cards[number] = row
        if state.left_the_board:
            del self.cards[number]
            self.gone.add(number)

    def _place(self, row: Row, before: Row) -> None:
        """A card stays in its column, goes one on, or is sent back from the end of its work."""
        _, _, column, state, _ = row
        source = before[2]
        if (source, before[3]) == (column, S.READY) == (column, state):
            assert before[4] >= 0, "only somebody who kept the card in hand can put it down"
            return
        if before[3] == S.READY and state == S.DELIVERED:
            assert source == len(self.scenario.columns) - 1
        elif before[3] in (S.READY, S.BACKLOG):
            assert column == source + 1
        elif column != source:
            assert before[3] == S.WORKING, f"{row} follows {before}"
            assert self.scenario.columns[column].id == self.now.columns[source].rework.to

    def _instant_ends(self, time: float, *, acted: bool) -> None:
        self._one_card_a_worker()
        self._limits(time, acted=acted)
        if self.now.rules.auto_pull:
            self._nobody_is_idle_beside_work()

    def _one_card_a_worker(self) -> None:
        named = bool(self.scenario.people)
        held = Counter((0 if named else row[2], row[4]) for row in self.cards.values() if row[4] >= 0)
        assert all(count == 1 for count in held.values()), held

    def _limits(self, time: float, *, acted: bool) -> None:
        """Nothing goes over a limit but what is recorded; what is over may only shrink."""
        overruns = {over.column for over in self.simulation.overruns if over.time == time}
        for column, its in enumerate(self.now.columns):
            excess = self._counted(column) - (its.wip_limit or math.inf)
            grows = excess > max(self.excess[column], 0)
            assert not grows or column in overruns or acted, f"at {time} column {column} is {excess} over"
            self.excess[column] = excess

    def _counted(self, column: int) -> int:
        doing_only = self.now.columns[column].limit_counts == "doing"
        done = {S.READY, S.BATCHING}
        here = [(number, row[3]) for number, row in self.cards.items() if row[2] == column]
        states = [self.stopped_in[number] if state == S.BLOCKED else state for number, state in here]
        return sum(not (doing_only and state in done) for state in states)

    def _nobody_is_idle_beside_work(self) -> None:
        waiting = {row[2] for row in self.cards.values() if row[3] == S.WAITING}
        for column in waiting:
            assert not self._free_for(column), f"somebody is free for column {column} where a card waits"

    def _free_for(self, column: int) -> bool:
        if not self.scenario.people:
            busy = {row[4] for row in self.cards.values() if row[2] == column and row[4] >= 0}
            return bool(set(range(self.now.columns[column].workers)) - busy)
        busy = {row[4] for row in self.cards.values() if row[4] >= 0}
        name = self.scenario.columns[column].id
        able = {
            index
            for index, person in enumerate(self.now.people)
            if name in person.skills and person.name not in self.now.away
        }
        return bool(able - busy)
