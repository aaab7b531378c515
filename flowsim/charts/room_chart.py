"""The room's guesses as a histogram, what came as a line across it, and behind it what could have come.

The bars are the answers of the room; the area behind them is how often each value came when the same round was played
again with other luck, as high as the room's highest bar. So both can be seen at once: was the room wrong, or the run
lucky?
"""

from collections.abc import Sequence
from math import isfinite
from typing import Final

import numpy as np

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Axis, Bars, Caption, Floats, Label, Picture, Shape, Steps, Table, Upright
from flowsim.charts.ticks import nice_ceiling, tick_text, ticks
from flowsim.domain.phrases import digits, phrase

BINS: Final = 16
PAD: Final = 0.06
FAR: Final = 3.0
"""Times the middle half that a value may lie outside of it and still be drawn where it is."""

LEAST_REACH: Final = 0.02


def of_numbers(
    title: str, unit: str, said: Floats, came: tuple[float, str], others: Floats | None, theme: Theme
) -> Picture:
    """`said` by the room and how often each value came among `others`, both in order; what `came`, with its words."""
    value = came[0]
    luck = np.array([]) if others is None else others
    edges = bins_of(said, luck, value)
    heights = _counts(said, edges)
    top = max(float(heights.max(initial=0.0)), 1.0)
    shapes: list[Shape] = []
    labels = [Label(phrase("the room"), theme.accent)]
    if len(luck):
        counts = _counts(luck, edges)
        name = phrase("{0} runs with other luck", digits(len(luck), ","))
        shapes.append(Steps(edges, counts * top / float(counts.max()), theme.starved, base=0.0, name=name))
        labels.append(Label(name, theme.starved))
    shapes.append(_bars(edges, heights, theme.accent, phrase("the room")))
    if isfinite(value):
        shapes.append(Upright(float(np.clip(value, edges[0], edges[-1])), 1.12 * top, came[1], theme.full))

    def table() -> Table:
        rows = zip(edges, edges[1:], heights, strict=False)
        return ["from", "to", "answers"], [[float(left), float(right), int(many)] for left, right, many in rows]

    pad = PAD * float(edges[-1] - edges[0])
    return Picture(
        phrase("Bars: what the room said. Line: what came. Area: what came when only luck was different."),
        phrase("{0} answers", len(said)), Axis(float(edges[0]) - pad, float(edges[-1]) + pad, unit),
        Axis(0.0, nice_ceiling(1.25 * top), phrase("answers"), whole=True), tuple(shapes), table, tuple(labels),
        over_time=False, now=1.0, title=title, name="room",
    )  # fmt: skip


def of_options(title: str, options: Sequence[str], votes: Sequence[int], right: Sequence[int], theme: Theme) -> Picture:
    """How many chose each option; those that came true are in the colour of what is good."""
    many, most = len(options), max([*votes, 1])
    top = nice_ceiling(1.25 * most)
    shapes: list[Shape] = []
    for place, count in enumerate(votes):
        foot = np.array([many - 1.0 - place])
        colour = theme.good if place in right else theme.accent
        shapes.append(Bars(np.zeros(1), np.array([float(count)]), foot + 0.2, foot + 0.8, colour))
        words = f"{count} ✓" if place in right else str(count)
        shapes.append(Caption(count + 0.01 * top, float(foot[0]) + 0.5, words))

    def table() -> Table:
        return ["option", "answers"], [[text, count] for text, count in zip(options, votes, strict=True)]

    return Picture(
        phrase("How many chose each; ✓ came true."), title, Axis(0.0, top, phrase("answers"), whole=True),
        Axis(0.0, float(many), "", names=tuple(reversed(options))), tuple(shapes), table, over_time=False, now=1.0,
        title=title, name="room",
    )  # fmt: skip


def bins_of(said: Floats, luck: Floats, came: float) -> Floats:
    """Edges of bins of a round width, some `BINS` of them, over what is worth seeing of all these values.

    Values far outside of the middle half of them, as somebody may send for fun, belong to the first bin or the last.
    """
    every = np.concatenate([said, luck, [came] if isfinite(came) else []])
    lower, upper = np.quantile(every, (0.25, 0.75))
    reach = FAR * max(float(upper - lower), LEAST_REACH * abs(float(upper)), LEAST_REACH)
    low, high = max(float(every.min()), lower - reach), min(float(every.max()), upper + reach)
    if high - low < LEAST_REACH * max(abs(high), 1.0):
        low, high = low - 0.5 * max(abs(low), 1.0), high + 0.5 * max(abs(high), 1.0)
    places = ticks(high - low, BINS)
    width = places[1] - places[0] if len(places) > 1 else high - low
    return width * np.arange(np.floor(low / width), np.floor(high / width) + 2)


def bars_of(said: Floats) -> list[tuple[str, int]]:
    """How many said what, as labels and numbers; what lies far outside is in the first or the last of them."""
    edges = bins_of(said, np.array([]), np.nan)
    step = float(edges[1] - edges[0])
    ends = [tick_text(float(edge), step) for edge in edges]
    many = _counts(said, edges)
    return [(f"{left} – {right}", int(count)) for left, right, count in zip(ends, ends[1:], many, strict=False)]


def _counts(values: Floats, edges: Floats) -> Floats:
    """How many of the values lie in each bin; what lies outside is in the bin nearest to it."""
    return np.histogram(np.clip(values, edges[0], edges[-1]), edges)[0].astype(np.float64)


def _bars(edges: Floats, heights: Floats, colour: str, name: str) -> Bars:
    gap = 0.22 * float(edges[1] - edges[0])
    return Bars(edges[:-1] + gap, edges[1:] - gap, np.zeros(len(heights)), heights, colour, name)
