"""The cycle time histogram: how many cards took how long."""

import numpy as np

from flowsim.charts.cycle_time import percentile_text
from flowsim.charts.options import ChartOptions, basis_of, columns_of, of_now, over_time
from flowsim.charts.picture import Axis, Bars, Floats, Picture, Shape, Steps, Table, Upright
from flowsim.charts.ticks import nice_ceiling, ticks
from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.metrics import RunView
from flowsim.metrics.order_statistics import OrderStatistics

MOST_BINS = 24


def picture(run: RunView, options: ChartOptions) -> Picture:
    """Finished cards by cycle time, in bins of a round width; the longest one is in the last bin."""
    unit, ranks, theme = run.scenario.time_unit, run.flow.cycle_time_ranks, options.theme
    pinned = [(pin, pin.run.flow.cycle_time_ranks) for pin in options.pins_for(run) if len(pin.run.flow.cycle_times)]
    everything = [its for its in (ranks, *(theirs for _, theirs in pinned)) if len(its)]
    longest = max((its.largest for its in everything), default=1.0)
    places = ticks(longest, MOST_BINS)
    width = places[1] - places[0] if len(places) > 1 else 1.0
    edges = width * np.arange(int(longest / width) + 2, dtype=np.float64)
    heights = bins(ranks, edges)
    shapes: list[Shape] = [
        Bars(edges[:-1] + 0.04 * width, edges[1:] - 0.04 * width, 0 * heights, heights, theme.accent)
    ]
    top = float(heights.max()) if len(heights) else 1.0
    for pin, theirs in pinned:
        their_heights = bins(theirs, edges)
        shapes.append(Steps(edges, their_heights, pin.colour, dashed=True, name=pin.name))
        top = max(top, float(their_heights.max()))
    if len(ranks):
        p85 = ranks.percentiles((0.85,))[0]
        shapes.append(Upright(p85, top * 1.06, percentile_text(0.85, p85, run), theme.text))

    def table() -> Table:
        return [f"from ({unit}s)", "below", "cards"], columns_of(edges[:-1], edges[1:], heights)

    made = over_time(
        run, options,
        reading=phrase("How many cards took how long. A long tail to the right is what makes promises hard to keep."),
        note=basis_of(run), y=Axis(0.0, nice_ceiling(max(top * 1.15, 4)), phrase("cards"), whole=True),
        shapes=shapes if everything else (),
        table=table, empty=phrase("When cards are finished, their cycle times pile up here."),
    )  # fmt: skip
    return of_now(made, Axis(0.0, float(edges[-1]), units.MANY[unit]))


def bins(ranks: OrderStatistics, edges: Floats) -> Floats:
    """How many of the values lie in each bin from one of `edges`, included, to the next, excluded."""
    return np.diff(ranks.count_below(edges)).astype(np.float64)
