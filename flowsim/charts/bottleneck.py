"""Which column was the bottleneck when: the one whose people had been without rest for the longest."""

import numpy as np
import numpy.typing as npt

from flowsim.charts.colours import Theme
from flowsim.charts.options import ChartOptions, over_time
from flowsim.charts.picture import Axis, Bars, Floats, Picture, Shape, Table, Values
from flowsim.domain.phrases import digits, phrase
from flowsim.domain.words import Time
from flowsim.metrics import RunView
from flowsim.metrics.active_periods import NOBODY

MOST_EDGES = 4000


def picture(run: RunView, options: ChartOptions) -> Picture:
    """A strip for each column: pale while its people had no rest, strong while that was the longest such period."""
    flow = run.flow
    start, end = options.within(run)
    titles = [column.title for column in run.scenario.columns]
    shapes: list[Shape] = [_restless(run, column, start, end, options) for column in range(flow.columns)]
    edges, longest = _strip(run, start, end, options.pixels)
    for column in range(flow.columns):
        since, until = _runs(longest == column, edges)
        foot = np.full(len(since), flow.columns - 1.0 - column)
        shapes.append(Bars(since, until, foot + 0.24, foot + 0.9, options.theme.band_bottleneck, titles[column]))
    for number, pin in enumerate(options.pins_for(run)):
        shapes += _pinned(run, pin.run, pin.colour, options, 0.01 + 0.055 * number)
    spans = np.diff(edges)
    shares = [
        float(spans[longest == column].sum()) / (end - start) if end > start else 0.0 for column in range(flow.columns)
    ]
    first = int(np.argmax(shares))
    about = phrase("{0} for about {1} % of the time on view", titles[first], digits(100 * shares[first], ".0f"))

    def read_off(time: Time) -> Values:
        at = int(flow.activity.longest(np.array([time]), run.now)[0])
        return [(phrase("Bottleneck"), titles[at] if at != NOBODY else phrase("none"))]

    def table() -> Table:
        every = flow.activity.edges(run.now)
        found = flow.activity.longest(every[:-1], run.now).tolist()
        names = [titles[column] if column != NOBODY else "" for column in found]
        return ["from", "until", "column"], [
            list(row) for row in zip(every[:-1].tolist(), every[1:].tolist(), names, strict=True)
        ]

    return over_time(
        run, options,
        reading=phrase(
            "Pale: nobody in the column was free. Strong: it had been so for longer than any other column. "
            "The sheet beside the board judges by who was busiest lately."
        ),
        note=about if max(shares) > 0 else "",
        y=Axis(0.0, float(flow.columns), "", names=tuple(reversed(titles))), shapes=shapes, table=table,
        empty=phrase("When people are at work, the bottleneck shows here."), read_off=read_off,
    )  # fmt: skip


def _strip(run: RunView, start: Time, end: Time, pixels: int) -> tuple[Floats, Floats]:
    """Return n + 1 edges and the bottleneck column in each of the n intervals (`NOBODY` for none)."""
    activity = run.flow.activity
    edges = np.linspace(start, end, pixels + 1)
    if run.flow.rows_read <= MOST_EDGES:
        every = activity.edges(run.now)
        edges = np.unique(np.concatenate(([start], every[(every > start) & (every < end)], [end])))
    return edges, np.asarray(activity.longest(edges[:-1], run.now))


def _restless(run: RunView, column: int, start: Time, end: Time, options: ChartOptions) -> Bars:
    begun, ended = run.flow.activity.periods(column, run.now)
    low, high = np.searchsorted(ended, start), np.searchsorted(begun, end)
    begun, ended = np.maximum(begun[low:high], start), np.minimum(ended[low:high], end)
    if len(begun) > options.pixels:
        edges = np.linspace(start, end, options.pixels + 1)
        at = np.searchsorted(begun, edges[:-1], side="right") - 1
        begun, ended = _runs((at >= 0) & (edges[:-1] < ended[at]), edges)
    foot = np.full(len(begun), run.flow.columns - 1.0 - column)
    return Bars(begun, ended, foot + 0.4, foot + 0.74, _pale(options.theme), run.scenario.columns[column].title)


def _pinned(run: RunView, pinned: RunView, colour: str, options: ChartOptions, above: float) -> list[Shape]:
    """A thin line under each strip where that column was the bottleneck of a pinned run."""
    ids, end = [column.id for column in run.scenario.columns], min(options.right(run), pinned.now)
    if end <= options.start:
        return []
    edges, longest = _strip(pinned, options.start, end, options.pixels)
    shapes: list[Shape] = []
    for index, column in enumerate(pinned.scenario.columns):
        if column.id in ids:
            since, until = _runs(longest == index, edges)
            foot = np.full(len(since), len(ids) - 1.0 - ids.index(column.id) + above)
            shapes.append(Bars(since, until, foot, foot + 0.04, colour))
    return shapes


def _runs(marked: npt.NDArray[np.bool_], edges: Floats) -> tuple[Floats, Floats]:
    """Beginnings and ends of the stretches between `edges` that are marked."""
    turns = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False])).astype(np.int8)))
    return edges[turns[::2]], edges[turns[1::2]]


def _pale(theme: Theme) -> str:
    return theme.full_soft if theme.name == "light" else theme.starved
