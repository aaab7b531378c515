"""Reads a finished trace, row by row, and objects to what no board may do; knows nothing of how it was made."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from flowsim.domain.column_settings import SetBlockers
from flowsim.domain.conditions import Conditions, changed, conditions
from flowsim.domain.interventions import AddCard, CardAct, Intervention
from flowsim.domain.words import CardState
from flowsim.engine import Simulation

S = CardState
Row = tuple[float, int, int, CardState, int]
BY_ITSELF = {
    S.BACKLOG: {S.MOVING, S.WAITING, S.READY, S.BATCHING, S.DELIVERED},
    S.MOVING: {S.WAITING, S.READY, S.BATCHING},
    S.WAITING: {S.SETUP, S.WORKING},
    S.SETUP: {S.WORKING, S.WAITING},
    S.WORKING: {S.WORKING, S.READY, S.BATCHING, S.BLOCKED, S.WAITING},
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
    earlier: Conditions = field(init=False)
    """What was in force before the acts of this instant, of which some rows may still tell."""
    cards: dict[int, Row] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    stopped_in: dict[int, CardState] = field(default_factory=dict)
    excess: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    class_excess: dict[tuple[int, str], float] = field(default_factory=lambda: defaultdict(float))
    waited: int = 0
    crews_before: dict[int, set[int]] = field(default_factory=dict)
    crews: dict[int, set[int]] = field(default_factory=dict)
    """Who is at each card."""

    classes: dict[int, int] = field(default_factory=dict)
    """The classes so far of those cards that change theirs at some time."""

    def __post_init__(self) -> None:
        self.scenario = self.simulation.scenario
        self.now = self.earlier = conditions(self.scenario, ())
        self.acts = list(self.simulation.interventions)

    def audit(self) -> None:
        """Look at every instant of the run."""
        rows: list[Row] = [(t, n, c, S(s), w) for t, n, c, s, w in self.simulation.trace.rows().tolist()]
        assert all(before[0] <= after[0] for before, after in pairwise(rows))
        for time, instant in groupby(rows, key=lambda row: row[0]):
            acts = self._acts_until(time)
            touched = {act.card for act in acts if isinstance(act, CardAct)}
            self._take_classes(time)
            self.earlier = self.now
            for act in acts:
                self.now = changed(self.scenario, self.now, act)
            for row in instant:
                anywhere = any(isinstance(act, AddCard | SetBlockers) for act in acts)
                self._row(row, by_hand=row[1] in touched or anywhere)
            self._instant_ends(time, acted=bool(acts))

    def _take_classes(self, time: float) -> None:
        for when, card, old, new in self.simulation.deck.reclassed:
            self.classes.setdefault(card, old)
            if when <= time:
                self.classes[card] = new

    def _acts_until(self, time: float) -> list[Intervention]:
        acts = [act for act in self.acts if act.at <= time]
        self.acts = self.acts[len(acts) :]
        return acts

    def _row(self, row: Row, *, by_hand: bool) -> None:
        _, number, column, state, worker = row
        assert number not in self.gone, f"{row}: a card came back"
        before = self.cards.get(number)
        if before is None:
            assert (column, worker) == (-1, -1)
            assert state in (S.BACKLOG, S.LOST)
        elif not by_hand:
            assert state in BY_ITSELF[before[3]], f"{row} follows {before}"
            self._place(row, before)
        if state in HOLDS_A_WORKER:
            assert worker >= 0
        if state in (S.WAITING, S.MOVING, S.BATCHING, S.BACKLOG, S.DELIVERED, S.LOST):
            assert worker == -1
        if state == S.BLOCKED and before is not None:
            self.stopped_in[number] = before[3]
        together = before is not None and before[3] == state == S.WORKING
        together = together and worker not in self.crews[number]  # who is there already is who stays
        self.crews[number] = {*self.crews.get(number, ()), worker} if together else {worker} - {-1}
        self.cards[number] = row
        if state.left_the_board:
            del self.cards[number], self.crews[number]
            self.gone.add(number)

    def _place(self, row: Row, before: Row) -> None:
        """A card stays in its column, goes one on, or is sent back from the end of its work."""
        _, _, column, state, _ = row
        source = before[2]
        if (source, before[3]) == (column, S.READY) == (column, state):
            assert before[4] >= 0, "only somebody who kept the card in hand can put it down"
            return
        if before[3] in (S.READY, S.BACKLOG):
            target = len(self.scenario.columns) if state == S.DELIVERED else column
            self._passes_by(self.simulation.class_of(row[1]), range(source + 1, target))
        elif column != source:
            assert before[3] == S.WORKING, f"{row} follows {before}"
            own = self.scenario.columns[source].id
            shares = [one.columns[source].rework.shares(own) for one in (self.earlier, self.now)]
            assert any(self.scenario.columns[column].id in each for each in shares)

    def _passes_by(self, class_index: int, past: range) -> None:
        """A card that goes on may pass by columns that are passed by, and no others."""
        assert past.start <= past.stop, "a card cannot go on to the left"
        for column in past:
            settings = [one.columns[column] for one in (self.earlier, self.now)]
            assert any(its.may_be_skipped for its in settings)
            # A card may be put into another class after it went on; then its class now says nothing of that.
            if not self.simulation.deck.reclassed:
                assert any(its.skip_of(self.scenario.classes[class_index].id) > 0 for its in settings)

    def _instant_ends(self, time: float, *, acted: bool) -> None:
        self._one_card_a_worker()
        self._limits(time, acted=acted)
        most = self.now.backlog_limit
        if most is not None:
            waiting = sum(row[3] == S.BACKLOG for row in self.cards.values())
            assert waiting <= max(most, self.waited) or acted, f"{waiting} in a backlog of {most}"
            self.waited = waiting
        if self.now.rules.auto_pull:
            self._nobody_is_idle_beside_work()

    def _one_card_a_worker(self) -> None:
        named = bool(self.scenario.people)
        held = Counter(
            (0 if named else row[2], who) for number, row in self.cards.items() for who in self.crews[number]
        )
        assert all(count == 1 for count in held.values()), held
        for number, row in self.cards.items():
            most = max(one.columns[row[2]].workers_per_card for one in (self.earlier, self.now)) if row[2] >= 0 else 1
            more = len(self.crews[number]) > len(self.crews_before.get(number, ()))
            assert len(self.crews[number]) <= most or not more, f"{self.crews[number]} are at {row}"
        self.crews_before = {number: set(crew) for number, crew in self.crews.items()}

    def _limits(self, time: float, *, acted: bool) -> None:
        """Nothing goes over a limit but what is recorded; what is over may only shrink."""
        overruns = {over.column for over in self.simulation.overruns if over.time == time}
        for column, its in enumerate(self.now.columns):
            excess = self._counted(column) - (its.wip_limit or math.inf)
            grows = excess > max(self.excess[column], 0)
            assert not grows or column in overruns or acted, f"at {time} column {column} is {excess} over"
            self.excess[column] = excess

            for class_, limit in its.limits_by_class.items():
                self._class_limit(column, class_, self._counted(column, class_) - limit, overruns, acted=acted)
        for class_, limit in self.now.limits_by_class.items():
            held = sum(self._counted(column, class_, everywhere=True) for column in range(len(self.now.columns)))
            self._class_limit(-1, class_, held - limit, set(range(-1, len(self.now.columns))), acted=acted)

    def _class_limit(self, column: int, class_: str, excess: float, overruns: set[int], *, acted: bool) -> None:
        key = column, class_
        recorded = column in overruns and bool(self.simulation.overruns)
        assert excess <= max(self.class_excess[key], 0) or recorded or acted, f"{class_} in {column}: {excess} over"
        self.class_excess[key] = excess

    def _counted(self, column: int, class_: str | None = None, *, everywhere: bool = False) -> int:
        doing_only = self.now.columns[column].limit_counts == "doing" and not everywhere
        done = {S.READY, S.BATCHING}
        here = [(number, row[3]) for number, row in self.cards.items() if row[2] == column]
        if class_ is not None:
            index = self.scenario.class_index[class_]
            here = [pair for pair in here if self.classes.get(pair[0], self.simulation.class_of(pair[0])) == index]
        states = [self.stopped_in[number] if state == S.BLOCKED else state for number, state in here]
        return sum(not (doing_only and state in done) for state in states)

    def _nobody_is_idle_beside_work(self) -> None:
        waiting = {row[2] for row in self.cards.values() if row[3] == S.WAITING}
        for column in waiting:
            assert not self._free_for(column), f"somebody is free for column {column} where a card waits"

    def _free_for(self, column: int) -> bool:
        if not self.scenario.people:
            busy = {who for number, row in self.cards.items() if row[2] == column for who in self.crews[number]}
            return bool(set(range(self.now.columns[column].workers)) - busy)
        busy = {who for crew in self.crews.values() for who in crew}
        name = self.scenario.columns[column].id
        able = {
            index
            for index, person in enumerate(self.now.people)
            if name in person.skills and person.name not in self.now.away
        }
        return bool(able - busy)
