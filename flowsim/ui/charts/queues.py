"""The queue in each column over time, one strip a column."""

import numpy as np

from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time
from flowsim.metrics.curves import Ints, counts, moments_of_change
from flowsim.session.moment import Moment
from flowsim.session.pins import Pin
from flowsim.ui.charts.look import Look, columns_of, over_time, steps_of
from flowsim.ui.charts.picture import Axis, Floats, Picture, Shape, Steps, Table, Words


def picture(moment: Moment, look: Look) -> Picture:
    """How many cards wait in each column for somebody; all strips have the same scale."""
    flow = moment.flow
    start, end = look.within(moment)
    waiting = flow.occupancy.waiting
    edges, queues = steps_of(flow, waiting, start, end, look.pixels)
    ghosts = [(pin, *_queues_of(pin, look, look.of_pin(moment, pin))) for pin in look.ghosts(moment)]
    most = max(1, int(queues.max()), *(int(theirs.max()) for _, _, theirs in ghosts))
    colours = look.column_colours(moment)[1:-1]
    titles = [column.title for column in moment.scenario.columns]
    shapes: list[Shape] = []
    for index, colour in enumerate(colours):
        foot = flow.columns - 1 - index
        shapes.append(Steps(edges, foot + 0.86 * queues[index] / most, colour, base=float(foot)))
    ids = [column.id for column in moment.scenario.columns]
    for pin, at, theirs in ghosts:
        for column, queue in zip(pin.moment.scenario.columns, theirs, strict=True):
            if column.id in ids:
                foot = len(ids) - 1 - ids.index(column.id)
                shapes.append(Steps(at, foot + 0.86 * queue / most, pin.colour, width=1.2, dashed=True))

    def read_off(time: Time) -> Words:
        here = counts(flow, waiting, np.array([time]))[:, 0].tolist()
        return list(zip(titles, (phrase("{0} waiting", each) for each in here), strict=True))

    def table() -> Table:
        every = moments_of_change(flow, waiting, 0.0, moment.now, flow.rows_read)
        return ["time", *titles], columns_of(every, *counts(flow, waiting, every))

    wait = int(counts(flow, waiting, np.array([moment.now])).sum())
    return over_time(
        moment, look, name="queues", title=phrase("Queues"),
        reading=phrase("Cards that wait for somebody, column by column: the queue stands in front of what is short."),
        note=phrase("{0} wait now; a full strip is {1} waiting, in every column", f"{wait:,}", f"{most:,}"),
        y=Axis(0.0, float(flow.columns), "", names=tuple(reversed(titles))), shapes=shapes, table=table,
        empty=phrase("Cards that wait are counted here."), read_off=read_off,
    )  # fmt: skip


def _queues_of(pin: Pin, look: Look, until: Time) -> tuple[Floats, Ints]:
    flow = pin.moment.flow
    return steps_of(flow, flow.occupancy.waiting, look.start, until, look.pixels)
