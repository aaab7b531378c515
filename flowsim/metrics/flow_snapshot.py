"""The flow of work as it was at an earlier moment, made from the live fold without reading the trace again."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt
from typing_extensions import override

from flowsim.domain.words import Time
from flowsim.metrics.active_periods import ActivePeriods
from flowsim.metrics.age_percentiles import after, ages_of
from flowsim.metrics.crews import Crews
from flowsim.metrics.flow import CardNumbers, Floats, Flow, Ints
from flowsim.metrics.flow_accumulator import FlowAccumulator
from flowsim.metrics.integrals import Integrals
from flowsim.metrics.occupancy import Occupancy, first_after
from flowsim.metrics.order_statistics import OrderStatistics


class FlowSnapshot(Flow):
    """The flow of `live` at `now`, or as it is if that is not past; what happened at that very moment is included.

    It stays as it is while `live` reads on. What is asked for is cut out of the arrays of `live` when it is asked for,
    by rows; only what is known by times is cut at once, because more may yet happen at this very instant.
    """

    def __init__(self, live: FlowAccumulator, now: Time) -> None:
        now = min(now, live.now)
        self.scenario = live.scenario
        self.trace = live.trace
        self.now = now
        self.live = live
        self.rows_read = int(first_after(live.rows["time"], np.array([now]))[0]) if live.rows_read else 0
        lines = live.lines
        self._lines = [line[: np.searchsorted(line, now, side="right")] for line in lines]
        self._cards = len(self._lines[0]) + len(self.lost)
        self._finished = len(self._lines[-1])
        times = (each[: self._cards] for each in live.reached)
        self._reached = [np.where(each <= now, each, np.nan) for each in times]
        self._ages: dict[int, OrderStatistics] = {}

    @cached_property
    @override
    def integrals(self) -> Integrals:
        live = self.live
        before = next(each for each in reversed(live.checkpoints) if each.rows <= self.rows_read)
        sums = before.integrals.copy()
        rows = self.trace.rows()
        closing = np.arange(before.rows, self.rows_read)
        previous = live.previous[before.rows : self.rows_read]
        closing, previous = closing[previous >= 0], previous[previous >= 0]
        begun = rows[previous]
        since = np.maximum(begun["time"], self.scenario.warm_up)
        ended = rows["time"][closing]
        sums.add(begun, since, ended, live.staffing)
        sums.add_helpers(begun, since, ended, live.staffing, live.crews.beside(previous))
        self._add_delivered(sums, live.finishers[before.finished : self._finished])
        return sums

    def _add_delivered(self, sums: Integrals, cards: CardNumbers) -> None:
        counted = cards[self.live.finished[cards] > self.scenario.warm_up]
        sums.state_time += self.live.state_times.total(counted)

    @property
    @override
    def lines(self) -> Sequence[Floats]:
        return self._lines

    @property
    @override
    def reached(self) -> Sequence[Floats]:
        return self._reached

    @cached_property
    @override
    def dropped(self) -> npt.NDArray[np.bool_]:
        dropped = np.zeros(self._cards, dtype=np.bool_)
        for gone in (self.live.drops, self.live.losses):
            dropped[self.trace.rows()["card"][gone[: np.searchsorted(gone, self.rows_read)]]] = True
        return dropped

    @property
    @override
    def crews(self) -> Crews:
        return self.live.crews

    @property
    @override
    def lost(self) -> Floats:
        times: Floats = self.live.lost
        return times[: np.searchsorted(times, self.now, side="right")]

    @cached_property
    @override
    def last_row(self) -> CardNumbers:
        return self._rows_and_next[0]

    @cached_property
    def _rows_and_next(self) -> tuple[CardNumbers, CardNumbers]:
        """By card, the row it was in, and the row that ended that; -1 if none has."""
        rows = self.live.last_row[: self._cards].copy()
        following = np.full(self._cards, -1, dtype=np.int32)
        late: Ints = np.flatnonzero(rows >= self.rows_read)
        while len(late):
            following[late] = rows[late]
            rows[late] = self.live.previous[rows[late]]
            late = late[rows[late] >= self.rows_read]
        return rows, following

    def ended(self, card: int) -> Time | None:
        """When the state that `card` was in came to an end; None if it has not yet."""
        following = int(self._rows_and_next[1][card])
        return None if following < 0 else float(self.trace.rows()["time"][following])

    @property
    @override
    def finishers(self) -> CardNumbers:
        return self.live.finishers[: self._finished]

    @property
    @override
    def cycle_times(self) -> Floats:
        return self.live.cycle_times[: self._counted]

    @property
    @override
    def lead_times(self) -> Floats:
        return self.live.lead_times[: self._counted]

    @cached_property
    @override
    def cycle_time_ranks(self) -> OrderStatistics:
        return OrderStatistics(self.cycle_times)

    @cached_property
    @override
    def lead_time_ranks(self) -> OrderStatistics:
        return OrderStatistics(self.lead_times)

    @property
    @override
    def cycle_time_sums(self) -> Floats:
        return self.live.cycle_time_sums[: self._counted + 1]

    @cached_property
    def _counted(self) -> int:
        """How many cards had been delivered after the warm-up."""
        return self._finished - int(np.searchsorted(self._lines[-1], self.scenario.warm_up, side="right"))

    @property
    @override
    def previous(self) -> CardNumbers:
        return self.live.previous[: self.rows_read]

    @property
    @override
    def occupancy(self) -> Occupancy:
        return self.live.occupancy

    @property
    @override
    def activity(self) -> ActivePeriods:
        return self.live.activity

    @override
    def ages_on_leaving(self, column: int) -> OrderStatistics:
        if column not in self._ages:
            cards = after(self.reached, self.finishers, self.scenario.warm_up)
            self._ages[column] = OrderStatistics(ages_of(self.reached, cards, column))
        return self._ages[column]
