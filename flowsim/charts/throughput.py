"""Cards finished in each period, with natural process limits."""

import numpy as np

from flowsim.charts.options import ChartOptions, columns_of, over_time
from flowsim.charts.picture import Axis, Curve, Dots, Floats, Picture, Rule, Shape, Table, Values
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.phrases import counted, digits, phrase
from flowsim.domain.words import Time
from flowsim.metrics import RunView
from flowsim.metrics.process_limits import LEAST_VALUES, ProcessLimits

MOST_PERIODS = 40
FEW = 3.0
"""Cards that a period must have on average: limits of counts near zero flag nearly everything, and say nothing."""


def period_of(now: Time, finished: int) -> tuple[Time, bool]:
    """How long a period is, a whole, round number of time units, and whether limits of such periods say something.

    There are at most `MOST_PERIODS`, and in each `FEW` cards on average, where that leaves enough periods for limits.
    """
    shortest = float(np.ceil(nice_ceiling(now / MOST_PERIODS)))
    if finished == 0:
        return shortest, False
    long_enough = max(shortest, float(np.ceil(nice_ceiling(FEW * now / finished))))
    enough = now >= LEAST_VALUES * long_enough
    return (long_enough if enough else shortest), enough


def finished_in_periods(finished: Floats, period: Time, now: Time) -> Floats:
    """How many cards were finished in each whole period (k·period, (k + 1)·period] until `now`."""
    edges = np.arange(int(now / period + 1e-9) + 1) * period
    return np.diff(np.searchsorted(finished, edges, side="right")).astype(np.float64)


def picture(run: RunView, options: ChartOptions) -> Picture:
    """A run chart of whole periods; signals (outside or near the limits, or long on one side) are ringed."""
    theme, unit, now = options.theme, run.scenario.time_unit, run.now
    period, meaningful = period_of(now, len(run.flow.lines[-1]))
    values = finished_in_periods(run.flow.lines[-1], period, now)
    ends = period * np.arange(1.0, len(values) + 1)
    begins = np.flatnonzero(values)  # before the first card comes through, nothing could be finished
    first = max(int(np.ceil(run.scenario.warm_up / period)), int(begins[0]) if len(begins) else 0)
    limits = ProcessLimits.of(values[first:], grain=1.0) if meaningful else None
    shapes: list[Shape] = [Curve(ends, values, theme.accent, 1.5), Dots(ends, values, theme.accent, radius=3.0)]
    top = float(values.max()) if len(values) else 1.0
    if limits is not None:
        signals = np.concatenate((np.zeros(first, dtype=np.bool_), limits.signals))
        shapes.append(Dots(ends[signals], values[signals], theme.over, radius=5.0, hollow=True))
        shapes += [
            Rule(limits.mean, phrase("mean {0}", units.rounded(limits.mean)), theme.text, dashed=False),
            Rule(limits.upper, phrase("upper limit {0}", units.rounded(limits.upper)), theme.quiet),
            Rule(limits.lower, phrase("lower limit {0}", units.rounded(limits.lower)), theme.quiet),
        ]
        top = max(top, limits.upper)
    for pin in options.pins_for(run):
        theirs = finished_in_periods(pin.run.flow.lines[-1], period, pin.run.now)
        shapes.append(Curve(period * np.arange(1.0, len(theirs) + 1), theirs, pin.colour, 1.2, dashed=True))
        top = max([top, *theirs.tolist()])
    per = units.ONE[unit] if period == 1 else units.lasting(digits(period, "g"), unit)
    note = phrase("{0} whole periods of {1}", len(values), per)
    if 0 < first < len(values):
        note = phrase("{0}, limits of the {1} after the warm-up", note, len(values) - first)
    if limits is None and len(values) >= LEAST_VALUES:
        note = phrase(
            "{0}; no limits: with fewer than {1} cards a period they would say nothing", note, digits(FEW, "g")
        )
    if limits is not None:
        found = int(limits.signals.sum())
        none = phrase("{0}; none stands out: what varies is the process itself", note)
        stands_out = counted("{0}; {1} stand out", "{0}; {1} stands out", found, note, found)
        note = stands_out if found else none

    def read_off(time: Time) -> Values:
        index = int(time / period)
        if index >= len(values):
            return []
        when = units.from_to(digits(index * period, "g"), digits((index + 1) * period, "g"), unit)
        return [(when, counted("{0} cards", "{0} card", float(values[index])))]

    def table() -> Table:
        marked = [False] * first + limits.signals.tolist() if limits is not None else [False] * len(values)
        words = ["yes" if each else "" for each in marked]
        return ["until", "finished", "stands out"], columns_of(ends, values, words)

    return over_time(
        run, options,
        reading=phrase("Between the limits a process varies by itself; ringed periods have a cause of their own."),
        note=note, y=Axis(0.0, nice_ceiling(max(top, 4)), phrase("cards / {0}", per), whole=True),
        shapes=shapes if len(values) else (), table=table,
        empty=phrase("After some whole periods, finished cards are counted here."), read_off=read_off,
    )  # fmt: skip
