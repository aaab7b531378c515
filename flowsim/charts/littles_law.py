"""Little's law over time."""

import numpy as np

from flowsim.charts.options import ChartOptions, basis_of, columns_of, over_time
from flowsim.charts.picture import Axis, Curve, Label, Picture, Shape, Table, Values
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time
from flowsim.metrics import RunView
from flowsim.metrics.curves import LittleOverTime

POINTS = 400


def picture(run: RunView, options: ChartOptions) -> Picture:
    """Average WIP, and throughput times average cycle time, each since the warm-up: as the run goes on they meet."""
    start, end = options.within(run)
    unit, theme = run.scenario.time_unit, options.theme
    at = np.linspace(start, end, POINTS)
    law = LittleOverTime.of(run.flow, at)
    product = law.rate * law.time
    lines = ((phrase("L, work in progress"), law.wip, theme.accent), ("λ · W", product, theme.band_bottleneck),
             ("L − λ · W", law.residual, theme.quiet))  # fmt: skip
    shapes: list[Shape] = [Curve(at, values, colour) for _, values, colour in lines]
    labels = [Label(name, colour, float(values[-1])) for name, values, colour in lines if not np.isnan(values[-1])]
    drawn = [values for _, values, _ in lines]
    for pin in options.pins_for(run):
        until = min(options.right(run), pin.run.now)
        if until > options.start:
            theirs = np.linspace(options.start, until, POINTS)
            drawn.append(LittleOverTime.of(pin.run.flow, theirs).wip)
            shapes.append(Curve(theirs, drawn[-1], pin.colour, 1.5, dashed=True))
    known = np.concatenate([values[~np.isnan(values)] for values in drawn])
    high, low = (float(known.max()), float(known.min())) if len(known) else (1.0, 0.0)
    note, latest = basis_of(run), LittleOverTime.of(run.flow, np.array([run.now]))
    if not np.isnan(latest.residual[0]):
        rate = phrase("{0} {1}", units.rounded(latest.rate[0]), units.PER[unit])
        mean = units.spell_out(latest.time[0], unit)
        note = phrase("λ = {0}, W = {1}; {2}", rate, mean, note)

    def read_off(time: Time) -> Values:
        here = LittleOverTime.of(run.flow, np.array([time]))
        cards, per, many = phrase("cards"), units.PER[unit], units.MANY[unit]
        named = (("L", here.wip, cards), ("λ", here.rate, per), ("W", here.time, many),
                 ("L − λ · W", here.residual, cards))  # fmt: skip
        return [
            (name, phrase("{0} {1}", units.rounded(value[0]), of))
            for name, value, of in named
            if not np.isnan(value[0])
        ]

    def table() -> Table:
        whole = np.linspace(0.0, run.now, POINTS + 1)
        its = LittleOverTime.of(run.flow, whole)
        return ["time", "L", "lambda", "W", "residual"], columns_of(whole, its.wip, its.rate, its.time, its.residual)

    return over_time(
        run, options,
        reading=phrase(
            "Average work in progress = throughput × average cycle time, in the long run: the lines meet."
        ),
        note=note,
        y=Axis(-nice_ceiling(-low) if low < -0.02 * high else 0.0, nice_ceiling(max(high, 1e-9)), phrase("cards")),
        shapes=shapes, table=table, labels=labels, empty=phrase("Average work, throughput and cycle time meet here."),
        read_off=read_off,
    )  # fmt: skip
