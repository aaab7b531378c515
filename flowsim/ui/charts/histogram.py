"""How often cycle times of which length came."""

import numpy as np

from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.metrics.figures import nearest_rank
from flowsim.session.moment import Moment
from flowsim.ui.charts.look import Look, columns_of, counted, of_now, over_time
from flowsim.ui.charts.picture import Axis, Bars, Caption, Floats, Picture, Shape, Steps, Table
from flowsim.ui.scales import nice_ceiling, ticks

MOST_BINS = 24


def picture(moment: Moment, look: Look) -> Picture:
    """Finished cards by cycle time, in bins of a round width; the longest one is in the last bin."""
    unit, values, theme = moment.scenario.time_unit, moment.flow.cycle_times, look.theme
    ghosts = [pin for pin in look.ghosts(moment) if len(pin.moment.flow.cycle_times)]
    everything = [part for part in (values, *(pin.moment.flow.cycle_times for pin in ghosts)) if len(part)]
    longest = max((float(part.max()) for part in everything), default=1.0)
    places = ticks(longest or 1.0, MOST_BINS)
    width = places[1] - places[0] if len(places) > 1 else 1.0
    edges = width * np.arange(int(longest / width) + 2, dtype=np.float64)
    heights = bins(values, width, len(edges) - 1)
    shapes: list[Shape] = [
        Bars(edges[:-1] + 0.04 * width, edges[1:] - 0.04 * width, 0 * heights, heights, theme.accent)
    ]
    top = float(heights.max()) if len(heights) else 1.0
    for pin in ghosts:
        theirs = bins(pin.moment.flow.cycle_times, width, len(edges) - 1)
        shapes.append(Steps(edges, theirs, pin.colour, dashed=True))
        top = max(top, float(theirs.max()))
    if len(values):
        p85 = nearest_rank(values, (0.85,))[0]
        shapes.append(
            Caption(p85, top * 1.02, phrase("85 %: {0}", units.lasting_many(f"{p85:.3g}", unit)), centred=True)
        )

    def table() -> Table:
        return [f"from ({unit}s)", "below", "cards"], columns_of(edges[:-1], edges[1:], heights)

    made = over_time(
        moment, look, name="histogram", title=phrase("Cycle time histogram"),
        reading=phrase("How many cards took how long. A long tail to the right is what makes promises hard to keep."),
        note=counted(moment), y=Axis(0.0, nice_ceiling(max(top * 1.1, 4)), phrase("cards"), whole=True),
        shapes=shapes if everything else (),
        table=table, empty=phrase("When cards are finished, their cycle times pile up here."),
    )  # fmt: skip
    return of_now(made, Axis(0.0, float(edges[-1]), units.MANY[unit]))


def bins(values: Floats, width: float, count: int) -> Floats:
    """How many of `values` lie in each bin [k·width, (k + 1)·width)."""
    return np.bincount((values / width).astype(np.int64), minlength=count)[:count].astype(np.float64)
