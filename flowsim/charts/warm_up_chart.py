"""From when on a run counts: the number of cards in the system over a run, and the warm-up that is cut off."""

from collections.abc import Sequence

import numpy as np

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Axis, Curve, Floats, Picture, Shape, Table
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time, TimeUnit


def picture(
    names: Sequence[str], cards: Floats, horizon: Time, unit: TimeUnit, warm_up: Time, theme: Theme
) -> Picture:  # fmt: skip
    """A line for each setting (`cards`: settings x equal periods); what is shaded does not count."""
    periods = cards.shape[1]
    at = (np.arange(periods) + 0.5) * horizon / periods
    shapes: list[Shape] = [Curve(at, line, theme.accent, width=1.0) for line in cards]
    usual = float(np.quantile(cards, 0.99)) if cards.size else 1.0

    def table() -> Table:
        rows: list[list[object]] = [[float(time), *map(float, cards[:, place])] for place, time in enumerate(at)]
        return ["time", *names], rows

    return Picture(
        phrase("Figures count from the end of the shaded part on; drag its edge to have it elsewhere."),
        phrase("mean of the first runs of each setting"), Axis(0.0, horizon, units.MANY[unit], one=units.HEAD[unit]),
        Axis(0.0, nice_ceiling(max(1.1 * usual, 1.0)), phrase("cards")), tuple(shapes), table, warm_up=warm_up,
        now=horizon, title=phrase("Cards in the system, and the warm-up"), name="warm-up",
    )  # fmt: skip
