"""How many cards are in each column, and how many wait there, as it changes with the rows of a trace.

Counts are kept as indices of rows: 4 bytes for each card that comes or goes, and every earlier moment is a prefix.
"""

from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState
from flowsim.metrics.growing import GrowingArrays

Floats: TypeAlias = npt.NDArray[np.float64]
RowNumbers: TypeAlias = npt.NDArray[np.int32]
Rows: TypeAlias = npt.NDArray[np.void]

_ROWS_A_STEP: Final = 65_536
"""So many rows are taken in at once; more would need memory for themselves."""


class Tally:
    """A count that rows change: `up` and `down` hold the indices of those that add one and take one off."""

    def __init__(self, grow: GrowingArrays) -> None:
        self._up = grow.array(np.int32)
        self._down = grow.array(np.int32)

    @property
    def up(self) -> RowNumbers:
        """Indices of the rows that add one, ascending."""
        return self._up.values

    @property
    def down(self) -> RowNumbers:
        """Indices of the rows that take one off, ascending."""
        return self._down.values

    def add(self, up: npt.NDArray[Any], down: npt.NDArray[Any]) -> None:
        """More rows, all later than those before."""
        self._up.extend(up)
        self._down.extend(down)

    def after(self, rows: RowNumbers) -> npt.NDArray[np.int64]:
        """The count after so many `rows`, for each of them."""
        return np.searchsorted(self.up, rows) - np.searchsorted(self.down, rows)

    def changes(self, start: int, stop: int) -> RowNumbers:
        """Indices of the rows from `start` on and before `stop` that change the count, in no order."""
        parts = [
            rows[slice(*np.searchsorted(rows, np.array([start, stop], dtype=np.int32)))]
            for rows in (self.up, self.down)
        ]
        return np.concatenate(parts)


class CardTime:
    """∫ of a tally over time: when it rose and fell, and the sums of those times, so that no moment adds anew."""

    def __init__(self) -> None:
        grow = GrowingArrays()
        self._times = grow.array(np.float64), grow.array(np.float64)
        self._sums = grow.array(np.float64), grow.array(np.float64)
        for sums in self._sums:
            sums.grow_to(1)

    def add(self, up: Floats, down: Floats) -> None:
        """More times at which the tally rose and fell, ascending and not before those before."""
        for times, sums, new in zip(self._times, self._sums, (up, down), strict=True):
            times.extend(new)
            sums.extend(np.cumsum(np.append(sums.values[-1], new))[1:])

    def until(self, moments: Floats) -> Floats:
        """Card time from 0 to each of `moments`."""
        ups, downs = (_rise(times.values, sums.values, moments)
                      for times, sums in zip(self._times, self._sums, strict=True))  # fmt: skip
        return ups - downs


def _rise(times: Floats, sums: Floats, moments: Floats) -> Floats:
    """∫ from 0 to each of `moments` of a count that rises by one at `times`, whose sums are `sums`."""
    passed = np.searchsorted(times, moments, side="right")
    return np.asarray(passed * moments - sums[passed])


class Occupancy:
    """How many cards are where.

    `inside[k]` counts those that hold a slot in column k; `waiting[k]` those of them that wait for somebody, or in a
    queue simply wait; `board` all that are in columns, `board_time` the time they spent there. Waits that take no time
    are not counted.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._queues = [column.is_queue for column in scenario.columns]
        grow = GrowingArrays()
        self.inside = [Tally(grow) for _ in self._queues]
        self.waiting = [
            tally if is_queue else Tally(grow) for tally, is_queue in zip(self.inside, self._queues, strict=True)
        ]
        self.board = Tally(grow)
        self.board_time = CardTime()
        self._rows_read = 0

    def read(self, rows: Rows, previous: RowNumbers) -> None:
        """Take in the rows that are new."""
        while self._rows_read < len(rows):
            end = min(len(rows), self._rows_read + _ROWS_A_STEP)
            self._read(rows, previous, self._rows_read, end)
            self._rows_read = end

    def _read(self, rows: Rows, previous: RowNumbers, start: int, end: int) -> None:
        new, links = rows[start:end], previous[start:end]
        before = rows[links]
        column = new["column"]
        column_before = np.where(links >= 0, before["column"], -1)
        up, down = (column >= 0) & (column_before < 0), (column_before >= 0) & (column < 0)
        self.board.add(np.flatnonzero(up) + start, np.flatnonzero(down) + start)
        self.board_time.add(new["time"][up], new["time"][down])
        state, state_before = new["state"], before["state"]
        for index, is_queue in enumerate(self._queues):
            here, was_here = column == index, column_before == index
            self._count(self.inside[index], start, here, was_here)
            if is_queue:
                continue
            waits, waited = here & (state == CardState.WAITING), was_here & (state_before == CardState.WAITING)
            at_once = np.flatnonzero(waited & ~waits & (before["time"] == new["time"]) & (links >= start))
            waited[at_once] = waits[links[at_once] - start] = False
            self._count(self.waiting[index], start, waits, waited)

    def _count(self, tally: Tally, start: int, now: npt.NDArray[np.bool_], before: npt.NDArray[np.bool_]) -> None:
        tally.add(np.flatnonzero(now & ~before) + start, np.flatnonzero(before & ~now) + start)


def first_after(times: Floats, moments: Floats) -> RowNumbers:
    """As `np.searchsorted(times, moments, side="right")`, but without copying a strided `times` array."""
    low = np.zeros(len(moments), dtype=np.intp)
    high = np.full(len(moments), len(times), dtype=np.intp)
    while (searching := low < high).any():
        middle = (low + high) // 2
        not_after = np.zeros(len(moments), dtype=np.bool_)
        not_after[searching] = times[middle[searching]] <= moments[searching]
        low = np.where(searching & not_after, middle + 1, low)
        high = np.where(searching & ~not_after, middle, high)
    return low.astype(np.int32)
