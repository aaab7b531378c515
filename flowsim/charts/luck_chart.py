"""Where one run lies among others with the same decisions and other luck."""

from typing import Final

import numpy as np

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Axis, Bars, Floats, Picture, Table, Upright
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain.phrases import Phrase, digits, phrase
from flowsim.domain.units import rounded

BINS: Final = 40
ROOM_FOR_TEXT: Final = 0.12
"""Share of the values' range that is left at both sides: the line of the run may stand at either end."""


def picture(title: Phrase, unit: str, own: float, others: Floats, theme: Theme) -> Picture:
    """How often each value came among the others, and where the run on the board is."""
    known = np.isfinite(own) and len(others) > 0
    low, high = (min(float(others[0]), own), max(float(others[-1]), own)) if known else (0.0, 1.0)
    edges = np.linspace(low, high if high > low else low + 1.0, BINS + 1)
    counts = np.histogram(others, edges)[0].astype(np.float64)
    top = nice_ceiling(1.25 * max(float(counts.max()), 1.0))
    pad = ROOM_FOR_TEXT * (edges[-1] - edges[0])

    def table() -> Table:
        return ["from", "to", "runs"], [
            [float(left), float(right), int(count)]
            for left, right, count in zip(edges, edges[1:], counts, strict=False)
        ]

    shapes = (
        Bars(edges[:-1], edges[1:], np.zeros(BINS), counts, theme.starved),
        Upright(own if known else 0.0, 0.86 * top, phrase("this run: {0} {1}", rounded(own), unit), theme.accent),
    )
    return Picture(
        phrase("How often each value came with the same decisions and other luck; the line is the run on the board."),
        phrase("{0} runs", digits(len(others), ",")), Axis(float(edges[0] - pad), float(edges[-1] + pad), unit),
        Axis(0.0, top, phrase("runs"), whole=True), shapes if known else (), table, over_time=False,
        now=1.0 if known else 0.0, empty=phrase("When cards are finished, the run is placed here."), title=title,
        name="luck",
    )  # fmt: skip
