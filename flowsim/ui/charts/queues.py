"""The queue in each column over time, one strip a column."""

import numpy as np

from flowsim.domain.words import Time
from flowsim.metrics.curves import counts, moments_of_change
from flowsim.session.moment import Moment
from flowsim.ui.charts.look import Look, columns_of, over_time
from flowsim.ui.charts.picture import Axis, Picture, Shape, Steps, Table, Words


def picture(moment: Moment, look: Look) -> Picture:
    """How many cards wait in each column for somebody; all strips have the same scale."""
    flow = moment.flow
    start, end = look.within(moment)
    waiting = flow.occupancy.waiting
    moments = moments_of_change(flow, waiting, start, end, look.pixels)
    queues = counts(flow, waiting, moments)
    most = max(int(queues.max()), 1)
    colours, edges = look.column_colours(moment)[1:-1], np.append(moments, end)
    titles = [column.title for column in moment.scenario.columns]
    shapes: list[Shape] = []
    for column in range(flow.columns):
        foot = flow.columns - 1 - column
        shapes.append(Steps(edges, foot + 0.86 * queues[column] / most, colours[column], base=float(foot)))
    for pin in look.ghosts(moment):
        shapes += _ghost(moment, look, pin.moment, pin.colour, most)

    def read_off(time: Time) -> Words:
        here = counts(flow, waiting, np.array([time]))[:, 0].tolist()
        return list(zip(titles, (f"{each} waiting" for each in here), strict=True))

    def table() -> Table:
        every = moments_of_change(flow, waiting, 0.0, moment.now, flow.rows_read)
        return ["time", *titles], columns_of(every, *counts(flow, waiting, every))

    return over_time(
        moment, look, name="queues", title="Queues",
        reading="Cards that wait for somebody, column by column: the queue stands in front of what is short.",
        note=f"{int(queues[:, -1].sum()):,} wait now; a full strip is {most:,} waiting, in every column",
        y=Axis(0.0, float(flow.columns), "", names=tuple(reversed(titles))), shapes=shapes, table=table,
        empty="Cards that wait are counted here.", read_off=read_off,
    )  # fmt: skip


def _ghost(moment: Moment, look: Look, pinned: Moment, colour: str, most: int) -> list[Shape]:
    ids, until = [column.id for column in moment.scenario.columns], min(look.right(moment), pinned.now)
    shapes: list[Shape] = []
    for column, tally in zip(pinned.scenario.columns, pinned.flow.occupancy.waiting, strict=True):
        if column.id in ids and until > look.start:
            foot = len(ids) - 1 - ids.index(column.id)
            at = moments_of_change(pinned.flow, [tally], look.start, until, look.pixels)
            queue = np.minimum(counts(pinned.flow, [tally], at)[0] / most, 1.1)
            shapes.append(Steps(np.append(at, until), foot + 0.86 * queue, colour, width=1.2, dashed=True))
    return shapes
