"""Active periods of columns: the times in which no worker of a column was free.

The column with the longest current active period is the momentary bottleneck (active period method: C. Roser,
M. Nakano, M. Tanaka, "Shifting bottleneck detection", Winter Simulation Conference 2002).
"""

from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState, Time
from flowsim.metrics.crews import Crews
from flowsim.metrics.growing import Growing
from flowsim.metrics.staffing import Staffing, Steps

Floats: TypeAlias = npt.NDArray[np.float64]
Counts: TypeAlias = npt.NDArray[np.int64]
Rows: TypeAlias = npt.NDArray[np.void]
RowNumbers: TypeAlias = npt.NDArray[np.int32]
Mask: TypeAlias = npt.NDArray[np.bool_]

_ROWS_A_STEP: Final = 65_536
ENGAGED: Final = np.zeros(len(CardState), dtype=np.bool_)
ENGAGED[[CardState.SETUP, CardState.WORKING, CardState.BLOCKED]] = True
"""States in which a card keeps the person who has it from resting; one who only waits for room downstream rests."""

NOBODY: Final = -1


class ActivePeriods:
    """The active periods of each column so far.

    A column with its own workers is active while all of them work, set up, or are held up by a blocked card. With named
    people it is active while somebody works there and a card waits for a worker.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._shared = bool(scenario.people)
        self._columns = [_Column() for _ in scenario.columns]
        self._rows_read = 0

    def read(self, rows: Rows, previous: RowNumbers, now: Time, staffing: Staffing, crews: Crews) -> None:
        """Take in the rows that are new, and who came or went, up to `now`."""
        end = len(rows)
        while True:
            stop = min(end, self._rows_read + _ROWS_A_STEP)
            until = now if stop == end else float(rows["time"][stop - 1])
            self._read(rows, previous, stop, until, staffing, crews)
            if stop == end:
                return

    def _read(
        self, rows: Rows, previous: RowNumbers, stop: int, until: Time, staffing: Staffing, crews: Crews
    ) -> None:  # fmt: skip
        new, links = rows[self._rows_read : stop], previous[self._rows_read : stop]
        before = rows[links]
        times = new["time"]
        column, column_before = new["column"], np.where(links >= 0, before["column"], -1)
        held = _held(new) * crews.sizes(np.arange(self._rows_read, stop))
        held_before = _held(before) * crews.sizes(links)
        waits, waited = new["state"] == CardState.WAITING, before["state"] == CardState.WAITING
        for index, its in enumerate(self._columns):
            here, was_here = column == index, column_before == index
            busy = here * held - was_here * held_before
            waiting = (here & waits).astype(np.int64) - (was_here & waited)
            changes = np.flatnonzero(busy | waiting)
            coming = its.coming(staffing.steps[index], until)
            if len(changes) or coming:
                its.read(times[changes], busy[changes], waiting[changes], coming, shared=self._shared)
        self._rows_read = stop

    def periods(self, column: int, now: Time) -> tuple[Floats, Floats]:
        """Beginnings and ends of the periods of `column` that had begun by `now`; one that goes on ends there."""
        its = self._columns[column]
        begun = its.begun.values
        begun = begun[: np.searchsorted(begun, now, side="right")]
        ended = np.full(len(begun), now)
        known = its.ended.values[: len(begun)]
        ended[: len(known)] = np.minimum(known, now)
        return begun, ended

    def longest(self, moments: Floats, now: Time) -> npt.NDArray[np.int64]:
        """At each of `moments`, the column whose active period is the longest; `NOBODY` where no column is active.

        Of equally long periods the right-most column counts. The result has the shape of `moments`. The whole period
        counts, up to `now`, also the part after the moment.
        """
        lengths = np.zeros((len(self._columns), len(moments)))
        for index in range(len(self._columns)):
            begun, ended = self.periods(index, now)
            if not len(begun):
                continue
            at = np.searchsorted(begun, moments, side="right") - 1
            within = (at >= 0) & (moments < ended[at])
            lengths[index] = np.where(within, ended[at] - begun[at], 0.0)
        # Of equally long ones the right-most: whatever leaves the board has to pass it.
        last = len(lengths) - 1 - np.argmax(lengths[::-1], axis=0)
        return np.where(lengths.max(axis=0) > 0, last, NOBODY)

    def edges(self, now: Time) -> Floats:
        """Every moment at which any period begins or ends, with 0 and `now`."""
        parts = [part for index in range(len(self._columns)) for part in self.periods(index, now)]
        return np.unique(np.concatenate((np.array([0.0, now]), *parts)))


class _Column:
    """One column's periods: `begun` and `ended`; the last may go on."""

    def __init__(self) -> None:
        self.begun = Growing(np.float64)
        self.ended = Growing(np.float64)
        self._busy = 0
        self._waiting = 0
        self._staff = 0
        self._steps_taken = 0

    def coming(self, steps: Steps, until: Time) -> list[tuple[Time, int]]:
        """Changes of the staff by `until` that have not been taken in: when, and how many people from then on.

        One may lie at an instant that has been read already: people change things while time stands.
        """
        due = [(since, len(who)) for since, who in steps[self._steps_taken :] if since <= until]
        self._steps_taken += len(due)
        return due

    def read(
        self, times: Floats, busy: Counts, waiting: Counts, coming: list[tuple[Time, int]], *, shared: bool
    ) -> None:
        moments = np.concatenate((times, [since for since, _ in coming]))
        order = np.argsort(moments, kind="stable")
        nothing = np.zeros(len(coming), dtype=np.int64)
        counts = self._busy + np.cumsum(np.concatenate((busy, nothing))[order])
        lines = self._waiting + np.cumsum(np.concatenate((waiting, nothing))[order])
        moments = moments[order]
        steps = np.array([self._staff, *(staff for _, staff in coming)])
        staff = steps[np.searchsorted([since for since, _ in coming], moments, side="right")]
        self._busy, self._waiting, self._staff = int(counts[-1]), int(lines[-1]), int(steps[-1])
        restless = (counts > 0) & (lines > 0) if shared else counts >= np.maximum(staff, 1)
        # Of what happens at one instant only the outcome counts.
        last = np.flatnonzero(np.append(moments[1:] != moments[:-1], True))
        self._note(moments[last], restless[last])

    def _note(self, moments: Floats, restless: Mask) -> None:
        going_on = len(self.begun) > len(self.ended)
        turns = np.flatnonzero(restless != np.concatenate(([going_on], restless[:-1])))
        begins, ends = moments[turns[restless[turns]]], moments[turns[~restless[turns]]]
        if len(begins) and len(self.ended) and not going_on and begins[0] == self.ended.values[-1]:
            # An instant that was read in two parts: the period goes on.
            begins = begins[1:]
            self.ended.shorten_to(len(self.ended) - 1)
        elif len(ends) and going_on and ends[0] == self.begun.values[-1]:
            ends = ends[1:]
            self.begun.shorten_to(len(self.begun) - 1)
        self.begun.extend(begins)
        self.ended.extend(ends)


def _held(rows: Rows) -> Mask:
    mask: Mask = (rows["worker"] >= 0) & ENGAGED[rows["state"]]
    return mask
