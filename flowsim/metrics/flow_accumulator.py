"""The fold of a growing trace, kept up to date with the rows that are new."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from typing_extensions import override

from flowsim.domain.conditions import ConditionsOverTime
from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import CardState, Time
from flowsim.metrics.active_periods import ActivePeriods
from flowsim.metrics.age_percentiles import AgePercentiles
from flowsim.metrics.crews import Crews
from flowsim.metrics.flow import CardNumbers, Floats, Flow, Ints
from flowsim.metrics.growing import GrowingArrays
from flowsim.metrics.integrals import Integrals
from flowsim.metrics.occupancy import Occupancy
from flowsim.metrics.order_statistics import OrderStatistics
from flowsim.metrics.staffing import Staffing
from flowsim.metrics.state_times import StateTimes

ROWS_A_CHECKPOINT: Final = 8192
"""After so many rows the sums are written down, so that an earlier moment never has to add up more than these."""


@dataclass(frozen=True)
class Checkpoint:
    """The sums after `rows` rows, when `finished` cards had been delivered."""

    rows: int
    finished: int
    integrals: Integrals


class FlowAccumulator(Flow):
    """Folds a trace: `read` takes in the rows that are new, at a cost in proportion to them alone.

    A `FlowSnapshot` is made from the arrays kept here, cut off at its moment, and from the checkpoint before it; no row
    is folded twice but the few since that checkpoint.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.trace = Trace()
        self.rows_read = 0
        self.now: Time = 0.0
        self.staffing = Staffing.of(scenario)
        self.conditions_over_time = ConditionsOverTime(scenario)
        self._crews = Crews()
        self.checkpoints = [Checkpoint(0, 0, Integrals.zero(self.columns, len(scenario.people)))]
        self._integrals = Integrals.zero(self.columns, len(scenario.people))
        grow = GrowingArrays()
        self._lines = [grow.array(np.float64) for _ in range(self.columns + 2)]
        self._reached = [grow.array(np.float64) for _ in range(self.columns + 2)]
        self._furthest = grow.array(np.int16)
        self._dropped = grow.array(np.bool_)
        self._drops = grow.array(np.int32)
        self._losses = grow.array(np.int32)
        self._lost = grow.array(np.float64)
        self.state_times = StateTimes()
        self._last_row = grow.array(np.int32)
        self._finishers = grow.array(np.int32)
        self._cycle_times = grow.array(np.float64)
        self._lead_times = grow.array(np.float64)
        self._cycle_time_ranks = OrderStatistics()
        self._lead_time_ranks = OrderStatistics()
        self._cycle_time_sums = grow.array(np.float64)
        self._cycle_time_sums.grow_to(1)
        self._previous = grow.array(np.int32)
        self._occupancy = Occupancy(scenario)
        self._activity = ActivePeriods(scenario)
        self._pace = AgePercentiles(self.columns, scenario.warm_up)

    def copied(self) -> "FlowAccumulator":
        """One of its own that has read the same; so many runs can go on from one past."""
        shared = (self.scenario, self.trace, self.staffing, self.conditions_over_time)
        return deepcopy(self, {id(each): each for each in shared})

    @property
    @override
    def integrals(self) -> Integrals:
        return self._integrals

    @property
    @override
    def lines(self) -> Sequence[Floats]:
        return [line.values for line in self._lines]

    @property
    @override
    def reached(self) -> Sequence[Floats]:
        return [times.values for times in self._reached]

    @property
    @override
    def crews(self) -> Crews:
        return self._crews

    @property
    @override
    def dropped(self) -> npt.NDArray[np.bool_]:
        return self._dropped.values

    @property
    def drops(self) -> CardNumbers:
        """Indices of the rows that dropped a card."""
        return self._drops.values

    @property
    def losses(self) -> CardNumbers:
        """Indices of the rows of cards that were turned away."""
        return self._losses.values

    @property
    @override
    def lost(self) -> Floats:
        return self._lost.values

    @property
    @override
    def last_row(self) -> CardNumbers:
        return self._last_row.values

    @property
    @override
    def finishers(self) -> CardNumbers:
        return self._finishers.values

    @property
    @override
    def cycle_times(self) -> Floats:
        return self._cycle_times.values

    @property
    @override
    def lead_times(self) -> Floats:
        return self._lead_times.values

    @property
    @override
    def cycle_time_ranks(self) -> OrderStatistics:
        return self._cycle_time_ranks

    @property
    @override
    def lead_time_ranks(self) -> OrderStatistics:
        return self._lead_time_ranks

    @property
    @override
    def cycle_time_sums(self) -> Floats:
        return self._cycle_time_sums.values

    @property
    @override
    def previous(self) -> CardNumbers:
        return self._previous.values

    @property
    @override
    def occupancy(self) -> Occupancy:
        self._occupancy.read(self.rows, self.previous)
        return self._occupancy

    @property
    @override
    def activity(self) -> ActivePeriods:
        self._activity.read(self.rows, self.previous, self.now, self.staffing, self._crews)
        return self._activity

    @override
    def ages_on_leaving(self, column: int) -> OrderStatistics:
        self._pace.read(self.reached, self.finishers)
        return self._pace.ages[column]

    def read(self, trace: Trace, now: Time, staffing: Staffing) -> None:
        """Take in the rows that are new since the last call; `now` is how far the run has come."""
        self.trace, self.now, self.staffing = trace, now, staffing
        end = len(trace)
        while self.rows_read < end:
            due = self.checkpoints[-1].rows + ROWS_A_CHECKPOINT
            self._read_rows(trace.rows(self.rows_read, min(end, due)), staffing)
            if self.rows_read == due:
                self.checkpoints.append(Checkpoint(due, len(self._finishers), self._integrals.copy()))

    def _read_rows(self, batch: npt.NDArray[np.void], staffing: Staffing) -> None:
        previous = self._link(batch)
        self.crews.read(self.trace.rows(), previous, self.rows_read)
        self._close_intervals(batch, previous, staffing)
        self._move_cards(batch)
        self._last_row.put(batch["card"], np.arange(self.rows_read, self.rows_read + len(batch)))
        self.rows_read += len(batch)

    def _link(self, batch: npt.NDArray[np.void]) -> Ints:
        """Index of each new row's predecessor; cards seen for the first time are entered."""
        cards = batch["card"]
        self._enter_cards(int(cards.max()) + 1)
        order = np.argsort(cards, kind="stable")
        of_card = cards[order]
        previous = np.empty(len(batch), dtype=np.intp)
        follows = of_card[1:] == of_card[:-1]
        in_batch = np.concatenate(([False], follows))
        before = np.concatenate(([0], order[:-1])) + self.rows_read
        previous[order] = np.where(in_batch, before, self._last_row.values[of_card])
        self._previous.extend(previous)
        return previous

    def _enter_cards(self, cards: int) -> None:
        for times in self._reached:
            times.grow_to(cards, np.nan)
        self._dropped.grow_to(cards)
        self.state_times.grow_to(cards)
        self._last_row.grow_to(cards, -1)
        self._furthest.grow_to(cards, -1)

    def _close_intervals(self, batch: npt.NDArray[np.void], previous: Ints, staffing: Staffing) -> None:
        """Each row ends the interval that the card's row before it began."""
        closing = np.flatnonzero(previous >= 0)
        begun = self.trace.rows()[previous[closing]]
        ended, since = batch["time"][closing], begun["time"]
        self.state_times.add(batch["card"][closing], begun["state"], ended - since)
        counted = np.maximum(since, self.scenario.warm_up)
        self._integrals.add(begun, counted, ended, staffing)
        self._integrals.add_helpers(begun, counted, ended, staffing, self.crews.beside(previous[closing]))

    def _move_cards(self, batch: npt.NDArray[np.void]) -> None:
        cards, states, times = batch["card"], batch["state"], batch["time"]
        level = np.where(states == CardState.DELIVERED, self.columns + 1, batch["column"].astype(np.int16) + 1)
        if (lost := np.flatnonzero(states == CardState.LOST)).size:
            level[lost] = -1  # they reached no line, not even the backlog
            self._reached[0].put(cards[lost], times[lost])
            self._dropped.put(cards[lost], 1)
            self._losses.extend(lost + self.rows_read)
            self._lost.extend(times[lost])
        for line in range(int(level.max()) + 1):
            self._reach(line, cards, times, level)
        self._deliver(cards[states == CardState.DELIVERED], times[states == CardState.DELIVERED])
        drops = np.flatnonzero(states == CardState.DROPPED)
        self._dropped.put(cards[drops], 1)
        self._drops.extend(drops + self.rows_read)

    def _deliver(self, cards: npt.NDArray[np.int32], times: Floats) -> None:
        self._finishers.extend(cards)
        counted = times > self.scenario.warm_up
        cards, times = cards[counted], times[counted]
        cycle_times, lead_times = times - self.started[cards], times - self.arrived[cards]
        self._cycle_times.extend(cycle_times)
        self._lead_times.extend(lead_times)
        self._cycle_time_ranks.extend(cycle_times)
        self._lead_time_ranks.extend(lead_times)
        self._cycle_time_sums.extend(np.cumsum(np.append(self._cycle_time_sums.values[-1], cycle_times))[1:])
        self._integrals.state_time += self.state_times.total(cards)

    def _reach(self, line: int, cards: npt.NDArray[Any], times: Floats, level: npt.NDArray[Any]) -> None:
        """Note the cards that reach `line` for the first time."""
        new = np.flatnonzero((level >= line) & (self._furthest.values[cards] < line))
        if not len(new):
            return
        its = cards[new]
        first = np.empty(len(self._furthest.values), dtype=np.intp)
        first[its[::-1]] = new[::-1]  # of several rows of a card the last one written here stays: its first
        new = new[first[its] == new]
        self._furthest.put(cards[new], line)
        self._lines[line].extend(times[new])
        self._reached[line].put(cards[new], times[new])
