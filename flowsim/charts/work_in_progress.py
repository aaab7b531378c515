"""Work in progress by column, stacked."""

import numpy as np

from flowsim.charts.options import ChartOptions, columns_of, over_time, steps_of
from flowsim.charts.picture import Axis, Label, Picture, Rule, Shape, Steps, Table, Values
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain.phrases import counted, digits, phrase
from flowsim.domain.words import Time
from flowsim.metrics import RunView
from flowsim.metrics.curves import counts, moments_of_change


def picture(run: RunView, options: ChartOptions) -> Picture:
    """How many cards hold a slot in each column, the right-most at the foot; a limit of the whole board as a line."""
    flow = run.flow
    start, end = options.within(run)
    inside = flow.occupancy.inside
    edges, held = steps_of(flow, inside, start, end, options.pixels)
    colours = options.column_colours(run)[1:-1]
    shapes = list[Shape]()
    labels, below = list[Label](), np.zeros(held.shape[1])
    for column in reversed(range(flow.columns)):
        above = below + held[column]
        shapes.append(Steps(edges, above, colours[column], base=below, name=run.scenario.columns[column].title))
        foot, head = float(below[-1]), float(above[-1])
        labels.insert(
            0, Label(run.scenario.columns[column].title, colours[column], (foot + head) / 2, band=(foot, head))
        )
        below = above
    top = float(below.max())
    limit = _board_limit(run)
    if limit is not None:
        shapes.append(Rule(limit, phrase("limit of the board: {0}", limit), options.theme.full))
    for pin in options.pins_for(run):
        board, until = [pin.run.flow.occupancy.board], options.end_of_pin(run, pin)
        at, totals = steps_of(pin.run.flow, board, options.start, until, options.pixels)
        shapes.append(Steps(at, totals[0].astype(np.float64), pin.colour, dashed=True, name=pin.name))
        top = max(top, float(totals.max()))
    titles = [column.title for column in run.scenario.columns]

    def read_off(time: Time) -> Values:
        here = counts(flow, inside, np.array([time]))[:, 0].tolist()
        return [(phrase("Together"), str(sum(here))), *zip(titles, map(str, here), strict=True)]

    def table() -> Table:
        every = moments_of_change(flow, inside, 0.0, run.now, flow.rows_read)
        return ["time", *titles], columns_of(every, *counts(flow, inside, every))

    on_board = sum(map(len, run.board_state.lanes))
    return over_time(
        run, options,
        reading=phrase("How many cards are in each column: a band that swells is where work piles up."),
        note=counted(
            "{0} cards on the board, {1} in the backlog", "{0} card on the board, {1} in the backlog", on_board,
            digits(on_board, ","), digits(len(run.board_state.backlog), ","),
        ),
        y=Axis(0.0, nice_ceiling(max(top, limit or 0, 4)), phrase("cards"), whole=True), shapes=shapes, table=table,
        labels=labels, empty=phrase("Cards on the board are counted here."), read_off=read_off,
    )  # fmt: skip


def _board_limit(run: RunView) -> int | None:
    """The limit that all columns share, if there is one."""
    groups = zip(run.scenario.shared_limits, run.conditions.shared_limits, strict=True)
    return min((limit for group, limit in groups if len(group.columns) == run.flow.columns), default=None)
