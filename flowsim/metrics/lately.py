"""What has just been going on in each column, and which one is the bottleneck, with the evidence."""

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState, Time
from flowsim.metrics.flow import BUSY, HELD_UP, HOLD, SET_UP, Flow, overtime_of
from flowsim.metrics.staffing import Staffing

Floats: TypeAlias = npt.NDArray[np.float64]
Mask: TypeAlias = npt.NDArray[np.bool_]
Rows: TypeAlias = npt.NDArray[np.void]
PARTS: Final = 3
LEAST_LOAD: Final = 0.6
"""A column that is busy for less of its workers' time is no bottleneck worth pointing at."""


@dataclass(frozen=True, slots=True)
class Load:
    """Shares of a column's worker time, which sum to 1, or are 0 where nobody works.

    `upstream_waits` is the share of the time in which the column to the left had something done that had not gone on.
    """

    busy: float
    setup: float
    blocked: float
    starved: float
    upstream_waits: float

    @property
    def loaded(self) -> float:
        """Share of the time in which the workers were not free."""
        return self.busy + self.setup + self.blocked


IDLE: Final = Load(0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """The column that holds up the others, and why we say so: its load over the last `window`."""

    column: int
    load: Load
    window: Time


def recent_window(scenario: Scenario, now: Time) -> Time:
    """How long "lately" is: a fifth of the run, but at least twenty times the longest step, and not before 0."""
    longest = max((column.service.mean for column in scenario.columns if not column.is_queue), default=0.0)
    return min(now, max(now / 5, 20 * longest))


def lately(flow: Flow, staffing: Staffing, window: Time) -> tuple[Load, ...]:
    """The load of each column over the last `window` before `flow.now`; exact, from the rows inside the window."""
    start = max(flow.now - window, 0.0)
    window = flow.now - start
    if window <= 0 or not flow.rows_read:
        return (IDLE,) * flow.columns
    changes = _Changes(flow, start)
    held = changes.worker_time(window)
    return tuple(
        _load(held[column], changes.staffed(staffing, column, flow.now), changes.stuck(column - 1, flow.now) / window)
        for column in range(flow.columns)
    )


def bottleneck(flow: Flow, staffing: Staffing, window: Time) -> Bottleneck | None:
    """The column whose workers were busy, setting up or held up for the largest share of the last `window`.

    None while nothing is loaded for at least `LEAST_LOAD` of its time. Of equals, the one that others wait for.
    """
    return narrowest_of(lately(flow, staffing, window), min(window, flow.now))


def narrowest_of(loads: tuple[Load, ...], window: Time) -> Bottleneck | None:
    """The bottleneck among columns with these loads over `window`."""
    column = max(range(len(loads)), key=lambda index: (round(loads[index].loaded, 3), loads[index].upstream_waits))
    return Bottleneck(column, loads[column], window) if loads[column].loaded >= LEAST_LOAD else None


class _Changes:
    """Every change of state since `start`: what each card left (`left`) and what it took up (`taken`), and when."""

    def __init__(self, flow: Flow, start: Time) -> None:
        self.start = start
        self.columns = flow.columns
        first = int(np.searchsorted(flow.rows["time"], start, side="right"))
        links = flow.previous[first:]
        self.taken = flow.rows[first:]
        self.left = flow.rows[links[links >= 0]]
        self.taken_at: Floats = self.taken["time"]
        self.left_at: Floats = self.taken["time"][links >= 0]
        self.standing = flow.rows[flow.last_row[flow.in_system]]

    def worker_time(self, window: Time) -> Floats:
        """∫ over the window of the workers who have a card: columns x (busy, set-up, held up).

        Their number is known now, and every change tells how it came to be; so the integral is
        (number now) · window - Σ change · (time of the change - start of the window).
        """
        now = self._sums(self.standing, np.full(len(self.standing), window))
        gained = self._sums(self.taken, self.taken_at - self.start)
        lost = self._sums(self.left, self.left_at - self.start)
        return now - gained + lost

    def staffed(self, staffing: Staffing, column: int, end: Time) -> Time:
        """∫ over the window of the people there: the staff, and who has left it but finishes the card at hand."""
        staffed = staffing.worker_time(column, self.start, end)
        if not staffing.changed(column):
            return staffed
        rows = np.concatenate((self.left, self.standing))
        ended = np.concatenate((self.left_at, np.full(len(self.standing), end)))
        held = rows["worker"] >= 0
        since = np.maximum(rows["time"], self.start)
        return staffed + overtime_of(staffing, column, rows[held], since[held], ended[held])

    def stuck(self, column: int, end: Time) -> Time:
        """How long in the window there was at least one card done in `column` that had not gone on."""
        if column < 0:
            return 0.0
        gained, lost = self.taken_at[_done(self.taken, column)], self.left_at[_done(self.left, column)]
        times = np.concatenate((gained, lost))
        steps = np.concatenate((np.ones(len(gained)), -np.ones(len(lost))))
        order = np.argsort(times, kind="stable")
        at_start = np.count_nonzero(_done(self.standing, column)) - steps.sum()
        counts = at_start + np.concatenate(([0.0], np.cumsum(steps[order])))
        edges = np.concatenate(([self.start], times[order], [end]))
        return float(np.diff(edges)[counts > 0.5].sum())

    def _sums(self, rows: Rows, weights: Floats) -> Floats:
        held = (rows["worker"] >= 0) & (rows["column"] >= 0)
        spots = rows["column"][held].astype(np.intp) * PARTS + HOLD[rows["state"][held]]
        sums = np.bincount(spots, weights=weights[held], minlength=self.columns * PARTS)
        return np.asarray(sums.reshape(self.columns, PARTS), dtype=np.float64)


def _done(rows: Rows, column: int) -> Mask:
    mask: Mask = (rows["column"] == column) & (rows["state"] == CardState.READY)
    return mask


def _load(held: Floats, staffed: Time, upstream_waits: float) -> Load:
    busy, setting_up, held_up = (float(held[part]) for part in (BUSY, SET_UP, HELD_UP))
    # Two sums of the same spans may differ in their last digit.
    staffed = max(staffed, busy + setting_up + held_up)
    if staffed <= 0:
        return replace(IDLE, upstream_waits=upstream_waits)
    starved = staffed - busy - setting_up - held_up
    return Load(busy / staffed, setting_up / staffed, held_up / staffed, starved / staffed, upstream_waits)
