"""Cards finished in each period, with natural process limits."""

import numpy as np

from flowsim.domain.words import Time
from flowsim.metrics.limits import ProcessLimits
from flowsim.session.moment import Moment
from flowsim.ui.charts.look import Look, columns_of, over_time
from flowsim.ui.charts.picture import Axis, Curve, Dots, Floats, Picture, Rule, Shape, Table, Words
from flowsim.ui.scales import nice_ceiling

MOST_PERIODS = 40


def period_of(now: Time) -> Time:
    """How long a period is: a whole, round number of time units, so that there are at most `MOST_PERIODS`."""
    return float(np.ceil(nice_ceiling(now / MOST_PERIODS)))


def finished_in_periods(finished: Floats, period: Time, now: Time) -> Floats:
    """How many cards were finished in each whole period (k·period, (k + 1)·period] until `now`."""
    edges = np.arange(int(now / period + 1e-9) + 1) * period
    return np.diff(np.searchsorted(finished, edges, side="right")).astype(np.float64)


def picture(moment: Moment, look: Look) -> Picture:
    """A run chart of whole periods; what lies beyond the limits, or is one of a run, is marked."""
    theme, unit, now = look.theme, moment.scenario.time_unit, moment.now
    period = period_of(now)
    values = finished_in_periods(moment.flow.lines[-1], period, now)
    ends = period * np.arange(1.0, len(values) + 1)
    first = int(np.ceil(moment.scenario.warm_up / period))
    limits = ProcessLimits.of(values[first:])
    shapes: list[Shape] = [Curve(ends, values, theme.accent, 1.5), Dots(ends, values, theme.accent, radius=3.0)]
    top = float(values.max()) if len(values) else 1.0
    if limits is not None:
        signals = np.concatenate((np.zeros(first, dtype=np.bool_), limits.signals))
        shapes.append(Dots(ends[signals], values[signals], theme.over, radius=5.0, hollow=True))
        shapes += [
            Rule(limits.mean, f"mean {limits.mean:.3g}", theme.text, dashed=False),
            Rule(limits.upper, f"upper limit {limits.upper:.3g}", theme.quiet),
            Rule(limits.lower, f"lower limit {limits.lower:.3g}", theme.quiet),
        ]
        top = max(top, limits.upper)
    for pin in look.ghosts(moment):
        theirs = finished_in_periods(pin.moment.flow.lines[-1], period, pin.moment.now)
        shapes.append(Curve(period * np.arange(1.0, len(theirs) + 1), theirs, pin.colour, 1.2, dashed=True))
        top = max([top, *theirs.tolist()])
    per = unit if period == 1 else f"{period:g} {unit}s"
    found = 0 if limits is None else int(limits.signals.sum())
    note = f"{len(values)} whole periods of {per}" + (
        f", limits of the {len(values) - first} after the warm-up" if first else ""
    )
    if limits is not None:
        note += f"; {found} stand out" if found else "; none stands out: what varies is the process itself"

    def read_off(time: Time) -> Words:
        index = int(time / period)
        return (
            [(f"{unit} {index * period:g} to {(index + 1) * period:g}", f"{values[index]:g} cards")]
            if index < len(values)
            else []
        )

    def table() -> Table:
        marked = [False] * first + limits.signals.tolist() if limits is not None else [False] * len(values)
        words = ["yes" if each else "" for each in marked]
        return ["until", "finished", "stands out"], columns_of(ends, values, words)

    return over_time(
        moment, look, name="throughput", title="Throughput",
        reading="Between the limits a process varies by itself; ringed periods have a cause of their own.",
        note=note, y=Axis(0.0, nice_ceiling(max(top, 4)), f"cards / {per}", whole=True),
        shapes=shapes if len(values) else (), table=table,
        empty="After some whole periods, finished cards are counted here.", read_off=read_off,
    )  # fmt: skip
