"""Curves over time: what is asked for at given moments, exact at each of them.

Moments are ascending and not after `flow.now`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import CardId, Time
from flowsim.metrics.flow import Flow
from flowsim.metrics.occupancy import CardTime, Tally, first_after

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]


def counts(flow: Flow, tallies: Sequence[Tally], moments: Floats) -> Ints:
    """How many cards each of `tallies` counts at `moments`: tallies x moments."""
    rows = first_after(flow.rows["time"], moments)
    return np.array([tally.after(rows) for tally in tallies])


def moments_of_change(flow: Flow, tallies: Sequence[Tally], start: Time, end: Time, most: int) -> Floats:
    """`start` and every later time up to `end` at which one of `tallies` changes, ascending.

    If more than `most` rows change them, returns `most` + 1 evenly spaced times from `start` to `end` instead, which is
    enough for a drawing that is `most` pixels wide.
    """
    first, last = first_after(flow.rows["time"], np.array([start, end])).tolist()
    changes: list[npt.NDArray[np.int32]] = []
    for tally in tallies:
        changes.append(tally.changes(first, last))
        if sum(map(len, changes)) > most:
            return np.linspace(start, end, most + 1)
    rows = np.unique(np.concatenate(changes)) if changes else np.zeros(0, dtype=np.int32)
    times = np.unique(flow.rows["time"][rows])
    return np.concatenate(([start], times[times > start]))


def area_under(ups: Floats, downs: Floats, moments: Floats) -> Floats:
    """∫ from 0 to each of `moments` of a count that rises by one at `ups` and falls by one at `downs`, both sorted."""
    time = CardTime()
    time.add(ups, downs)
    return time.until(moments)


@dataclass(frozen=True)
class LittleOverTime:
    """Little's law on (warm-up, t] for each moment t: L, λ and W, and the residual L - λ·W of the usual form."""

    wip: Floats
    rate: Floats
    time: Floats

    @property
    def residual(self) -> Floats:
        """L - λ·W."""
        return self.wip - self.rate * self.time

    @classmethod
    def of(cls, flow: Flow, moments: Floats) -> "LittleOverTime":
        """L, λ and W of `flow` at each of `moments`; NaN up to the warm-up, and W also until a card is finished."""
        start = flow.scenario.warm_up
        held = flow.occupancy.board_time.until(np.append(moments, start))
        span = np.where(moments > start, moments - start, np.nan)
        finished = np.searchsorted(flow.lines[-1], np.append(moments, start), side="right")
        n = np.maximum(finished[:-1] - finished[-1], 0)
        sums = flow.cycle_time_sums
        with np.errstate(invalid="ignore"):
            mean = np.where(n > 0, sums[n] / np.maximum(n, 1), np.nan)
        return cls((held[:-1] - held[-1]) / span, n / span, mean)


def cost_of_delay(
    flow: Flow,
    classes: npt.NDArray[np.int8],
    reclassed: Sequence[tuple[Time, CardId, int, int]],
    costs: Sequence[float],
    moments: Floats,
) -> Floats:
    """Cost accrued by each of `moments`, per class (classes x moments): cards cost from their arrival to their finish.

    `classes` are those on arrival, `costs` those of each class per time unit. Who is put into another class costs as
    that from then on; who is dropped costs no more.
    """
    of_card = classes[: len(flow.arrived)]
    ends = flow.finished.copy()
    gone = np.flatnonzero(flow.dropped)
    ends[gone] = flow.rows["time"][flow.last_row[gone]] if len(gone) else ends[gone]
    sums = np.zeros((len(costs), len(moments)))
    changes = [one for one in reclassed if one[0] <= flow.now and one[1] < len(ends)]
    last = dict.fromkeys((card for _, card, _, _ in changes), 0)
    last |= {card: new for _, card, _, new in changes}
    for index, cost in enumerate(costs):
        if cost == 0:
            continue
        ups = flow.arrived[of_card == index]
        now_in = of_card == index
        for card, new in last.items():
            now_in[card] = new == index
        downs = ends[now_in]
        ups = np.concatenate((ups, [time for time, _, old, new in changes if new == index != old]))
        downs = np.concatenate(
            (downs[~np.isnan(downs)], [time for time, _, old, new in changes if old == index != new])
        )
        sums[index] = cost * area_under(np.sort(ups), np.sort(downs), moments)
    return sums
