"""What has just been going on in each column, and which one is the bottleneck, with the evidence."""

from dataclasses import dataclass, replace
from math import inf
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState, Time
from flowsim.metrics.flow import Flow
from flowsim.metrics.integrals import BUSY, HELD_UP, HOLD, SET_UP, overtime_of
from flowsim.metrics.staffing import Staffing

Floats: TypeAlias = npt.NDArray[np.float64]
Mask: TypeAlias = npt.NDArray[np.bool_]
Rows: TypeAlias = npt.NDArray[np.void]
PARTS: Final = 3
MOST_ROWS: Final = 10_000
LEAST_LOAD: Final = 0.6
"""A column that is busy for less of its workers' time is no bottleneck worth pointing at."""

ALIKE: Final = 0.03
"""Columns whose loads differ by no more than this are equally loaded, as far as a window can tell."""

STEPS_TO_JUDGE: Final = 5
"""Mean service times to wait before judging a column, counted from its first card.

No column is judged before twice as many of the longest mean service time have passed since time 0.
"""


@dataclass(frozen=True, slots=True)
class Load:
    """Load of a column over a window: `busy`, `setup`, `blocked` and `starved` are shares of worker time.

    These four sum to 1, or are all 0 if nobody works there. `engaged` is busy + setup + blocked, counted only since the
    column's first card, so that the time before work could reach the column does not count as idle. `upstream_waits` is
    the share of the window in which the column to the left held at least one finished card.
    """

    busy: float
    setup: float
    blocked: float
    starved: float
    engaged: float
    upstream_waits: float

    @property
    def loaded(self) -> float:
        """Share of the time in which the workers were not free."""
        return self.busy + self.setup + self.blocked


IDLE: Final = Load(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """The column that holds up the others, and why we say so: its load over the last `window`."""

    column: int
    load: Load
    window: Time


def recent_window(scenario: Scenario, now: Time) -> Time:
    """Length of the recent window in time units: a fifth of the run so far, with bounds.

    It is at least 20 times the longest mean touch time of a column, and at most `now`.
    """
    return min(now, max(now / 5, 20 * max(scenario.mean_work)))


def window_of(flow: Flow) -> Time:
    """How far `recently` looks back: `recent_window`, or as far as `MOST_ROWS` rows reach."""
    window = recent_window(flow.scenario, flow.now)
    if flow.rows_read > MOST_ROWS:
        window = min(window, flow.now - float(flow.rows[-MOST_ROWS]["time"]))
    return window


def recently(flow: Flow, staffing: Staffing) -> tuple[tuple[Load, ...], Bottleneck | None]:
    """The loads of all columns over the recent past, and the bottleneck; for somebody who looks often.

    However fast time goes, no more than `MOST_ROWS` rows are looked at.
    """
    window = window_of(flow)
    loads = lately(flow, staffing, window)
    return loads, narrowest_of(flow, loads, window)


def lately(flow: Flow, staffing: Staffing, window: Time) -> tuple[Load, ...]:
    """The load of each column over the last `window` before `flow.now`; exact, from the rows inside the window."""
    start = max(flow.now - window, 0.0)
    window = flow.now - start
    if window <= 0 or not flow.rows_read:
        return (IDLE,) * flow.columns
    changes = _Changes(flow, start)
    held = changes.worker_time(window)
    loads = []
    for column in range(flow.columns):
        load = _load(held[column], changes.staffed(staffing, column, flow.now))
        before = max(_first_card(flow, column) - start, 0.0)
        engaged = min(load.loaded * window / (window - before), 1.0) if before < window else 0.0
        waits = changes.stuck(column - 1, flow.now) / window
        loads.append(replace(load, engaged=engaged, upstream_waits=waits))
    return tuple(loads)


def bottleneck(flow: Flow, staffing: Staffing, window: Time) -> Bottleneck | None:
    """The column that held up the others over the last `window`."""
    return narrowest_of(flow, lately(flow, staffing, window), min(window, flow.now))


def narrowest_of(flow: Flow, loads: tuple[Load, ...], window: Time) -> Bottleneck | None:
    """The bottleneck, given the load of each column over `window`; None if no column is loaded or it is too early.

    It is the column with the highest `engaged` share. Of several within `ALIKE` of the highest it is the right-most,
    because every finished card has to pass it. Columns with less than `LEAST_LOAD`, or whose first card came too
    recently (`STEPS_TO_JUDGE`), are left out.
    """
    steps = flow.scenario.mean_work
    if flow.now < 2 * STEPS_TO_JUDGE * max(steps):
        return None
    judged = [
        column
        for column, load in enumerate(loads)
        if load.engaged >= LEAST_LOAD and flow.now - _first_card(flow, column) >= STEPS_TO_JUDGE * steps[column]
    ]
    if not judged:
        return None
    most = max(loads[column].engaged for column in judged)
    column = max(column for column in judged if loads[column].engaged >= most - ALIKE)
    return Bottleneck(column, loads[column], min(window, flow.now - _first_card(flow, column)))


def _first_card(flow: Flow, column: int) -> Time:
    """When the first card reached `column`; inf if none has."""
    line = flow.lines[column + 1]
    return float(line[0]) if len(line) else inf


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
        now = flow.last_row[flow.in_system]
        self.unfinished = flow.rows[now]
        rows = (now, np.arange(first, flow.rows_read), links[links >= 0])
        self._many: list[Floats] = [flow.crews.sizes(each).astype(np.float64) for each in rows]

    def worker_time(self, window: Time) -> Floats:
        """∫ over the window of the workers who have a card: columns x (busy, set-up, held up).

        Their number is known now, and every change tells how it came to be; so the integral is
        (number now) · window - Σ change · (time of the change - start of the window).
        """
        there, took, left = self._many
        now = self._sums(self.unfinished, there * window)
        gained = self._sums(self.taken, took * (self.taken_at - self.start))
        lost = self._sums(self.left, left * (self.left_at - self.start))
        return now - gained + lost

    def staffed(self, staffing: Staffing, column: int, end: Time) -> Time:
        """∫ over the window of the people there: the staff, and who has left it but finishes the card at hand."""
        staffed = staffing.worker_time(column, self.start, end)
        if not staffing.changed(column):
            return staffed
        rows = np.concatenate((self.left, self.unfinished))
        ended = np.concatenate((self.left_at, np.full(len(self.unfinished), end)))
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
        at_start = np.count_nonzero(_done(self.unfinished, column)) - steps.sum()
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


def _load(held: Floats, staffed: Time) -> Load:
    busy, setting_up, held_up = (float(held[part]) for part in (BUSY, SET_UP, HELD_UP))
    # Two sums of the same spans may differ in their last digit.
    staffed = max(staffed, busy + setting_up + held_up)
    if staffed <= 0:
        return IDLE
    starved = staffed - busy - setting_up - held_up
    return replace(
        IDLE, busy=busy / staffed, setup=setting_up / staffed, blocked=held_up / staffed, starved=starved / staffed
    )
