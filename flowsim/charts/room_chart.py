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
from flowsim.charts.ticks import nice_ceiling, ticks
from flowsim.domain.phrases import phrase

BINS: Final = 16
PAD: Final = 0.06


def of_numbers(
    title: str, unit: str, said: Floats, came: tuple[float, str], others: Floats | None, theme: Theme
) -> Picture:
    """`said` by the room and how often each value came among `others`, both in order; what `came`, with its words."""
    value = came[0]
    luck = np.array([]) if others is None else others
    every = np.concatenate([said, luck, [value] if isfinite(value) else []])
    edges = _edges(float(every.min()), float(every.max()))
    heights = np.histogram(said, edges)[0].astype(np.float64)
    top = max(float(heights.max(initial=0.0)), 1.0)
    shapes: list[Shape] = []
    labels = [Label(phrase("the room"), theme.accent)]
    if len(luck):
        counts = np.histogram(luck, edges)[0].astype(np.float64)
        name = phrase("{0} runs with other luck", f"{len(luck):,}")
        shapes.append(Steps(edges, counts * top / float(counts.max()), theme.starved, base=0.0, name=name))
        labels.append(Label(name, theme.starved))
    shapes.append(_bars(edges, heights, theme.accent, phrase("the room")))
    if isfinite(value):
        shapes.append(Upright(value, 1.12 * top, came[1], theme.full))

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


def _edges(low: float, high: float) -> Floats:
    """Bins of a round width over all values, some `BINS` of them."""
    if high <= low:
        low, high = low - 0.5 * max(abs(low), 1.0), high + 0.5 * max(abs(high), 1.0)
    places = ticks(high - low, BINS)
    width = places[1] - places[0] if len(places) > 1 else high - low
    first = np.floor(low / width)
    return width * np.arange(first, np.floor(high / width) + 2)


def _bars(edges: Floats, heights: Floats, colour: str, name: str) -> Bars:
    gap = 0.22 * float(edges[1] - edges[0])
    return Bars(edges[:-1] + gap, edges[1:] - gap, np.zeros(len(heights)), heights, colour, name)
