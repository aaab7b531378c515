"""Which column was the bottleneck when: the one whose people had been without rest for the longest."""

import numpy as np
import numpy.typing as npt

from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time
from flowsim.metrics.activity import NOBODY
from flowsim.session.moment import Moment
from flowsim.ui.charts.look import Look, over_time
from flowsim.ui.charts.picture import Axis, Bars, Floats, Picture, Shape, Table, Words
from flowsim.ui.palette import Theme

MOST_EDGES = 4000


def picture(moment: Moment, look: Look) -> Picture:
    """A strip for each column: pale while its people had no rest, strong while that was the longest such period."""
    flow = moment.flow
    start, end = look.within(moment)
    titles = [column.title for column in moment.scenario.columns]
    shapes: list[Shape] = [_restless(moment, column, start, end, look) for column in range(flow.columns)]
    edges, longest = _strip(moment, start, end, look.pixels)
    for column in range(flow.columns):
        since, until = _runs(longest == column, edges)
        foot = np.full(len(since), flow.columns - 1.0 - column)
        shapes.append(Bars(since, until, foot + 0.24, foot + 0.9, look.theme.band_bottleneck))
    for number, pin in enumerate(look.ghosts(moment)):
        shapes += _ghost(moment, pin.moment, pin.colour, look, 0.01 + 0.055 * number)
    spans = np.diff(edges)
    shares = [
        float(spans[longest == column].sum()) / (end - start) if end > start else 0.0 for column in range(flow.columns)
    ]
    first = int(np.argmax(shares))
    about = phrase("{0} for about {1} % of the time on view", titles[first], f"{100 * shares[first]:.0f}")

    def read_off(time: Time) -> Words:
        at = int(flow.activity.longest(np.array([time]), moment.now)[0])
        return [(phrase("Bottleneck"), titles[at] if at != NOBODY else phrase("none"))]

    def table() -> Table:
        every = flow.activity.edges(moment.now)
        found = flow.activity.longest(every[:-1], moment.now).tolist()
        names = [titles[column] if column != NOBODY else "" for column in found]
        return ["from", "until", "column"], [
            list(row) for row in zip(every[:-1].tolist(), every[1:].tolist(), names, strict=True)
        ]

    return over_time(
        moment, look, name="bottleneck", title=phrase("Bottleneck"),
        reading=phrase(
            "Pale: nobody in the column was free. Strong: it had been so for longer than any other column."
        ),
        note=about if max(shares) > 0 else "",
        y=Axis(0.0, float(flow.columns), "", names=tuple(reversed(titles))), shapes=shapes, table=table,
        empty=phrase("When people are at work, the bottleneck shows here."), read_off=read_off,
    )  # fmt: skip


def _strip(moment: Moment, start: Time, end: Time, pixels: int) -> tuple[Floats, Floats]:
    """Edges from `start` to `end`, and who the bottleneck is between them: exact, or read in each pixel column."""
    activity = moment.flow.activity
    edges = np.linspace(start, end, pixels + 1)
    if moment.flow.rows_read <= MOST_EDGES:
        every = activity.edges(moment.now)
        edges = np.unique(np.concatenate(([start], every[(every > start) & (every < end)], [end])))
    return edges, np.asarray(activity.longest(edges[:-1], moment.now))


def _restless(moment: Moment, column: int, start: Time, end: Time, look: Look) -> Bars:
    begun, ended = moment.flow.activity.periods(column, moment.now)
    low, high = np.searchsorted(ended, start), np.searchsorted(begun, end)
    begun, ended = np.maximum(begun[low:high], start), np.minimum(ended[low:high], end)
    if len(begun) > look.pixels:
        edges = np.linspace(start, end, look.pixels + 1)
        at = np.searchsorted(begun, edges[:-1], side="right") - 1
        begun, ended = _runs((at >= 0) & (edges[:-1] < ended[at]), edges)
    foot = np.full(len(begun), moment.flow.columns - 1.0 - column)
    return Bars(begun, ended, foot + 0.4, foot + 0.74, _pale(look.theme))


def _ghost(moment: Moment, pinned: Moment, colour: str, look: Look, above: float) -> list[Shape]:
    """A thin line under each strip where that column was the bottleneck of a pinned run."""
    ids, end = [column.id for column in moment.scenario.columns], min(look.right(moment), pinned.now)
    if end <= look.start:
        return []
    edges, longest = _strip(pinned, look.start, end, look.pixels)
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
