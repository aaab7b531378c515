"""The figures of a run on the window (warm-up, now]: WIP, throughput, cycle and lead times, waits, column shares."""

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.figure_names import CAUSES
from flowsim.domain.words import CardState, Time
from flowsim.metrics.flow import Flow
from flowsim.metrics.integrals import BUSY, HELD_UP, SET_UP, Integrals
from flowsim.metrics.order_statistics import OrderStatistics
from flowsim.metrics.staffing import Staffing


@dataclass(frozen=True, slots=True)
class Durations:
    """Mean and nearest-rank percentiles of the finished cards' durations, in time units; `n` cards, NaN for none."""

    n: int
    mean: Time
    p50: Time
    p85: Time
    p95: Time

    @classmethod
    def of(cls, durations: npt.NDArray[np.float64]) -> "Durations":
        """Summary of `durations`, in any order."""
        return cls.ranked(durations, OrderStatistics(durations))

    @classmethod
    def ranked(cls, durations: npt.NDArray[np.float64], ranks: OrderStatistics) -> "Durations":
        """Summary of `durations` whose `ranks` are known."""
        if not len(durations):
            return cls(0, math.nan, math.nan, math.nan, math.nan)
        return cls(len(durations), float(durations.mean()), *ranks.percentiles((0.50, 0.85, 0.95)))


@dataclass(frozen=True, slots=True)
class ColumnFigures:
    """Time-averaged figures of one column.

    `wip` and `queue` (cards waiting for a worker; in a queue all cards) are numbers of cards. `utilisation`, `setup`,
    `blocked` and `starved` are shares of worker time; they sum to 1, or are NaN where nobody works.
    """

    wip: float
    queue: float
    utilisation: float
    setup: float
    blocked: float
    starved: float


@dataclass(frozen=True, slots=True)
class Little:
    """Little's law on the window: `wip` = L, `rate` = λ, `time` = W.

    With times clipped at the window's edges L = λ·W is an identity. In the usual form λ is the throughput and W the
    mean cycle time of finished cards; `residual` = L - λ·W shows what that form misses.
    """

    wip: float
    rate: float
    time: Time
    residual: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one run on the window (`start`, `end`]; a figure that is not defined is NaN.

    `finished` counts cards delivered in the window, `unfinished` cards in the system at `end`. `throughput` is in cards
    per time unit, `wip` the mean number of cards in columns. `flow_efficiency` is touch time / cycle time, each summed
    over the finished cards. `waits` is the mean wait per finished card by cause (`CAUSES`), in time units. `lost` cards
    were turned away in the window, time 0 included where there is no warm-up, because the backlog was full.
    """

    start: Time
    end: Time
    finished: int
    unfinished: int
    throughput: float
    wip: float
    cycle_time: Durations
    lead_time: Durations
    flow_efficiency: float
    columns: tuple[ColumnFigures, ...]
    waits: dict[str, Time]
    lost: int
    little: Little

    def as_json(self, columns: list[str]) -> dict[str, Any]:
        """The dictionary written by `flowsim run --summary`; `columns` are the column ids, NaN and inf become None."""
        durations = ("mean", "p50", "p85", "p95")
        parts = ("wip", "queue", "utilisation", "setup", "blocked", "starved")
        return {
            "finished": self.finished,
            "unfinished": self.unfinished,
            "throughput": or_null(self.throughput),
            "wip": or_null(self.wip),
            "cycle_time": {name: or_null(getattr(self.cycle_time, name)) for name in durations},
            "lead_time": {name: or_null(getattr(self.lead_time, name)) for name in durations},
            "flow_efficiency": or_null(self.flow_efficiency),
            "columns": {
                column: {part: or_null(getattr(figures, part)) for part in parts}
                for column, figures in zip(columns, self.columns, strict=True)
            },
            "waits": {cause: or_null(wait) for cause, wait in self.waits.items()},
        }


ROUNDING: Final = 1e-9
"""Two sums of the same spans that differ by a smaller share than this are equal."""


def figures_of(flow: Flow, staffing: Staffing) -> Figures:
    """The figures of what `flow` has read, up to its `now`."""
    start, end = flow.scenario.warm_up, flow.now
    span = max(end - start, 0.0)
    totals = flow.totals(staffing)
    throughput, wip = _over(len(flow.cycle_times), span), _over(float(totals.column_time.sum()), span)
    cycle_time = Durations.ranked(flow.cycle_times, flow.cycle_time_ranks)
    touch = float(totals.state_time[CardState.WORKING]) if flow.scenario.tells_of_work else math.nan
    return Figures(
        start=start,
        end=end,
        finished=len(flow.cycle_times),
        unfinished=flow.unfinished,
        throughput=throughput,
        wip=wip,
        cycle_time=cycle_time,
        lead_time=Durations.ranked(flow.lead_times, flow.lead_time_ranks),
        flow_efficiency=_over(touch, float(flow.cycle_times.sum())),
        columns=tuple(_column(flow, staffing, column, totals) for column in range(flow.columns)),
        waits=_waits(flow, totals.state_time),
        lost=int(np.count_nonzero(flow.lost > start if start > 0 else flow.lost >= 0)),
        little=Little(wip, throughput, cycle_time.mean, wip - throughput * cycle_time.mean),
    )


def _column(flow: Flow, staffing: Staffing, column: int, totals: Integrals) -> ColumnFigures:
    start, end = flow.scenario.warm_up, flow.now
    span = max(end - start, 0.0)
    held = float(totals.column_time[column].sum())
    waiting = float(totals.column_time[column, CardState.WAITING])
    queued = held if flow.scenario.columns[column].is_queue else waiting
    staffed = staffing.worker_time(column, start, end) + float(totals.overtime[column])
    busy, setting_up, held_up = (float(totals.worker_time[column, part]) for part in (BUSY, SET_UP, HELD_UP))
    return ColumnFigures(
        wip=_over(held, span),
        queue=_over(queued, span),
        utilisation=_over(busy, staffed),
        setup=_over(setting_up, staffed),
        blocked=_over(held_up, staffed),
        starved=_over(staffed - busy - setting_up - held_up, staffed),
    )


def _waits(flow: Flow, times: npt.NDArray[np.float64]) -> dict[str, Time]:
    """Mean wait of a finished card by cause; with its touch time they sum to its cycle time."""
    on_board = float(times.sum() - times[CardState.BACKLOG])
    sums = {cause: float(times[state]) for cause, state in CAUSES.items()}
    # Time in the backlog counts only after the start, so it is what the other states leave of the cycle times.
    total = float(flow.cycle_times.sum())
    sums["backlog"] = total - on_board if total - on_board > ROUNDING * total else 0.0
    return {cause: _over(total, len(flow.cycle_times)) for cause, total in sums.items()}


def _over(amount: float, base: float) -> float:
    return amount / base if base > 0 else math.nan


def or_null(value: float) -> float | None:
    """`value`, or None where it is not a finite number, which JSON has not."""
    return value if math.isfinite(value) else None
