"""The fold of a trace: what every figure and curve is made from, kept up to date with the rows that are new."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import CardState, Time
from flowsim.metrics.growing import Growing
from flowsim.metrics.staffing import Staffing

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
STATES: Final = len(CardState)

BUSY, SET_UP, HELD_UP = range(3)
"""What a worker who has a card is doing: touch work, setting up, or held up by a card that cannot go on."""

HOLD: Final = np.array([HELD_UP] * STATES)
HOLD[CardState.WORKING] = BUSY
HOLD[CardState.SETUP] = SET_UP


class Flow:
    """Cards and columns as the rows read so far have them.

    Per card, by number: `arrived`, `started`, `finished` (NaN: not yet), `dropped` (bool), `state_time` (time spent
    in each state, shape cards x states) and the row it is in now, `last_row`. Per row: `previous`, the index of the
    same card's row before it (-1: none). `lines[k]`, sorted: when a card first reached line k: 0 the backlog, 1 to n
    the columns, n + 1 Done. `finishers`: card numbers in the order of their finish. `finished_state_time`: time that
    the cards delivered after the warm-up spent in each state, summed.

    Integrals count time after the scenario's warm-up only: `column_time` (columns x states) of closed intervals, and
    `worker_time` (columns x busy, set-up, held up), `person_time` (named people x the same),
    `person_overtime` (named people: what of that came after they had left); `figures_of` adds the intervals still open.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.columns = len(scenario.columns)
        self.rows_read = 0
        self.now: Time = 0.0
        self.column_time: Floats = np.zeros((self.columns, STATES))
        self.worker_time: Floats = np.zeros((self.columns, 3))
        self.person_time: Floats = np.zeros((len(scenario.people), 3))
        self.person_overtime: Floats = np.zeros(len(scenario.people))
        self.overtime: Floats = np.zeros(self.columns)
        self.lines = [Growing(np.float64) for _ in range(self.columns + 2)]
        self._arrived = Growing(np.float64)
        self._started = Growing(np.float64)
        self._finished = Growing(np.float64)
        self._dropped = Growing(np.bool_)
        self._state_time = Growing(np.float64, STATES)
        self._last_row = Growing(np.int32)
        self._reached = Growing(np.int16)
        self._finishers = Growing(np.int32)
        self._cycle_times = Growing(np.float64)
        self._lead_times = Growing(np.float64)
        self.finished_state_time: Floats = np.zeros(STATES)
        self._previous = Growing(np.int32)
        self._trace: Trace | None = None

    @property
    def arrived(self) -> Floats:
        """When each card arrived."""
        return self._arrived.values

    @property
    def started(self) -> Floats:
        """When each card entered the first column it entered; NaN if it has not."""
        return self._started.values

    @property
    def finished(self) -> Floats:
        """When each card was delivered; NaN if it has not been."""
        return self._finished.values

    @property
    def dropped(self) -> npt.NDArray[np.bool_]:
        """Whether each card was taken off the board."""
        return self._dropped.values

    @property
    def state_time(self) -> Floats:
        """Time each card has spent in each state, up to its last row."""
        return self._state_time.values

    @property
    def last_row(self) -> npt.NDArray[np.int32]:
        """Index of the row that each card is in now."""
        return self._last_row.values

    @property
    def finishers(self) -> npt.NDArray[np.int32]:
        """Numbers of the delivered cards, in the order of delivery."""
        return self._finishers.values

    @property
    def cycle_times(self) -> Floats:
        """Cycle times of the cards delivered after the warm-up, in the order of delivery."""
        return self._cycle_times.values

    @property
    def lead_times(self) -> Floats:
        """Lead times of the cards delivered after the warm-up, in the order of delivery."""
        return self._lead_times.values

    @property
    def previous(self) -> npt.NDArray[np.int32]:
        """For each row, the index of the row of the same card before it, or -1."""
        return self._previous.values

    @property
    def rows(self) -> npt.NDArray[np.void]:
        """The rows read so far."""
        assert self._trace is not None, "nothing has been read"
        return self._trace.rows(0, self.rows_read)

    @property
    def in_system(self) -> Ints:
        """Numbers of the cards that have arrived and neither been delivered nor dropped."""
        return np.flatnonzero(np.isnan(self.finished) & ~self.dropped)

    @property
    def unfinished(self) -> int:
        """How many cards are in the system."""
        return len(self._arrived) - len(self._finishers) - int(np.count_nonzero(self.dropped))

    def read(self, trace: Trace, now: Time, staffing: Staffing) -> None:
        """Take in the rows that are new since the last call; `now` is how far the run has come."""
        self._trace = trace
        self.now = now
        batch = trace.rows(self.rows_read)
        if not len(batch):
            return
        previous = self._link(batch)
        self._close_intervals(batch, previous, staffing)
        self._move_cards(batch)
        self._last_row.values[batch["card"]] = np.arange(self.rows_read, self.rows_read + len(batch))
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
        for times in (self._arrived, self._started, self._finished):
            times.grow_to(cards, np.nan)
        self._dropped.grow_to(cards)
        self._state_time.grow_to(cards)
        self._last_row.grow_to(cards, -1)
        self._reached.grow_to(cards, -1)

    def _close_intervals(self, batch: npt.NDArray[np.void], previous: Ints, staffing: Staffing) -> None:
        """Each row ends the interval that the card's row before it began."""
        closing = np.flatnonzero(previous >= 0)
        begun = self._rows_at(previous[closing])
        ended, since = batch["time"][closing], begun["time"]
        np.add.at(self.state_time, (batch["card"][closing], begun["state"]), ended - since)
        self._add_column_time(begun, np.maximum(since, self.scenario.warm_up), ended, staffing)

    def _add_column_time(self, begun: npt.NDArray[np.void], since: Floats, ended: Floats, staffing: Staffing) -> None:
        inside = (begun["column"] >= 0) & (ended > since)
        begun, since, ended = begun[inside], since[inside], ended[inside]
        np.add.at(self.column_time, (begun["column"], begun["state"]), ended - since)
        held = begun["worker"] >= 0
        begun, since, ended = begun[held], since[held], ended[held]
        np.add.at(self.worker_time, (begun["column"], HOLD[begun["state"]]), ended - since)
        if len(self.person_time):
            np.add.at(self.person_time, (begun["worker"], HOLD[begun["state"]]), ended - since)
            for person in staffing.who_left:
                hers = begun["worker"] == person
                self.person_overtime[person] += staffing.absence(person, since[hers], ended[hers])
        for column in range(self.columns):
            if staffing.changed(column):
                self.overtime[column] += overtime_of(staffing, column, begun, since, ended)

    def open_intervals(self, staffing: Staffing) -> tuple[Floats, Floats, Floats]:
        """Column time, worker time and overtime of the intervals that have begun and not ended, up to `now`."""
        sums = np.zeros((self.columns, STATES)), np.zeros((self.columns, 3)), np.zeros(self.columns)
        if not self.rows_read:
            return sums
        open_rows = self.rows[self.last_row[self.in_system]]
        open_rows = open_rows[open_rows["column"] >= 0]
        since = np.maximum(open_rows["time"], self.scenario.warm_up)
        spans = np.maximum(self.now - since, 0.0)
        np.add.at(sums[0], (open_rows["column"], open_rows["state"]), spans)
        held = open_rows["worker"] >= 0
        np.add.at(sums[1], (open_rows["column"][held], HOLD[open_rows["state"][held]]), spans[held])
        for column in range(self.columns):
            if staffing.changed(column):
                ended = np.full(int(held.sum()), self.now)
                sums[2][column] += overtime_of(staffing, column, open_rows[held], since[held], ended)
        return sums

    def _move_cards(self, batch: npt.NDArray[np.void]) -> None:
        cards, states, times = batch["card"], batch["state"], batch["time"]
        level = np.where(states == CardState.DELIVERED, self.columns + 1, batch["column"].astype(np.int16) + 1)
        for line in range(int(level.max()) + 1):
            self._reach(line, cards, times, level)
        self._deliver(cards[states == CardState.DELIVERED], times[states == CardState.DELIVERED])
        self.dropped[cards[states == CardState.DROPPED]] = True

    def _deliver(self, cards: npt.NDArray[np.int32], times: Floats) -> None:
        self.finished[cards] = times
        self._finishers.extend(cards)
        counted = times > self.scenario.warm_up
        cards, times = cards[counted], times[counted]
        self._cycle_times.extend(times - self.started[cards])
        self._lead_times.extend(times - self.arrived[cards])
        self.finished_state_time += self.state_time[cards].sum(axis=0)

    def _reach(self, line: int, cards: npt.NDArray[Any], times: Floats, level: npt.NDArray[Any]) -> None:
        """Note the cards that reach `line` for the first time."""
        new = np.flatnonzero((level >= line) & (self._reached.values[cards] < line))
        if not len(new):
            return
        if line <= 1 or len(np.unique(cards[new])) < len(new):
            _, first = np.unique(cards[new], return_index=True)
            new = new[np.sort(first)]
        self._reached.values[cards[new]] = line
        self.lines[line].extend(times[new])
        if line == 0:
            self.arrived[cards[new]] = times[new]
        elif line == 1:
            self.started[cards[new]] = times[new]

    def _rows_at(self, indices: Ints) -> npt.NDArray[np.void]:
        assert self._trace is not None
        return self._trace.rows()[indices]


def overtime_of(staffing: Staffing, column: int, begun: npt.NDArray[np.void], since: Floats, ended: Floats) -> Time:
    """Time in which workers who had left the staff of `column` were finishing the cards of these intervals."""
    always = np.array(sorted(staffing.always(column)), dtype=np.int16)
    late = np.flatnonzero((begun["column"] == column) & ~np.isin(begun["worker"], always))
    return sum(
        staffing.overtime(column, int(begun["worker"][index]), float(since[index]), float(ended[index]))
        for index in late
    )
