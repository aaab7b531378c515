"""The queue in each column over time, one strip a column."""

import numpy as np

from flowsim.charts.options import ChartOptions, columns_of, over_time, steps_of
from flowsim.charts.picture import Axis, Floats, Picture, Shape, Steps, Table, Values
from flowsim.charts.pinned_run import PinnedRun
from flowsim.domain.phrases import counted, digits, phrase
from flowsim.domain.words import Time
from flowsim.metrics import RunView
from flowsim.metrics.curves import Ints, counts, moments_of_change


def picture(run: RunView, options: ChartOptions) -> Picture:
    """How many cards wait in each column for somebody; all strips have the same scale."""
    flow = run.flow
    start, end = options.within(run)
    waiting = flow.occupancy.waiting
    edges, queues = steps_of(flow, waiting, start, end, options.pixels)
    pinned = [(pin, *_queues_of(pin, options, options.end_of_pin(run, pin))) for pin in options.pins_for(run)]
    most = max(1, int(queues.max()), *(int(theirs.max()) for _, _, theirs in pinned))
    colours = options.column_colours(run)[1:-1]
    titles = [column.title for column in run.scenario.columns]
    shapes: list[Shape] = []
    for index, colour in enumerate(colours):
        foot = flow.columns - 1 - index
        shapes.append(Steps(edges, foot + 0.86 * queues[index] / most, colour, base=float(foot), name=titles[index]))
    ids = [column.id for column in run.scenario.columns]
    for pin, at, theirs in pinned:
        for column, queue in zip(pin.run.scenario.columns, theirs, strict=True):
            if column.id in ids:
                foot = len(ids) - 1 - ids.index(column.id)
                shapes.append(Steps(at, foot + 0.86 * queue / most, pin.colour, width=1.2, dashed=True, name=pin.name))

    def read_off(time: Time) -> Values:
        here = counts(flow, waiting, np.array([time]))[:, 0].tolist()
        return list(zip(titles, (phrase("{0} waiting", each) for each in here), strict=True))

    def table() -> Table:
        every = moments_of_change(flow, waiting, 0.0, run.now, flow.rows_read)
        return ["time", *titles], columns_of(every, *counts(flow, waiting, every))

    wait = int(counts(flow, waiting, np.array([run.now])).sum())
    return over_time(
        run, options,
        reading=phrase("Cards that wait for somebody, column by column: the queue stands in front of what is short."),
        note=counted(
            "{0} cards waiting; full height = {1}, in every column",
            "{0} card waiting; full height = {1}, in every column", wait, digits(wait, ","), digits(most, ","),
        ),
        y=Axis(0.0, float(flow.columns), "", names=tuple(reversed(titles))), shapes=shapes, table=table,
        empty=phrase("Cards that wait are counted here."), read_off=read_off,
    )  # fmt: skip


def _queues_of(pin: PinnedRun, options: ChartOptions, until: Time) -> tuple[Floats, Ints]:
    flow = pin.run.flow
    return steps_of(flow, flow.occupancy.waiting, options.start, until, options.pixels)
