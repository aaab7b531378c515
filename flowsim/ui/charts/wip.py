"""Work in progress by column, stacked."""

import numpy as np

from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time
from flowsim.metrics.curves import counts, moments_of_change
from flowsim.session.moment import Moment
from flowsim.ui.charts.look import Look, columns_of, over_time, steps_of
from flowsim.ui.charts.picture import Axis, Label, Picture, Rule, Shape, Steps, Table, Words
from flowsim.ui.scales import nice_ceiling


def picture(moment: Moment, look: Look) -> Picture:
    """How many cards hold a slot in each column, the right-most at the foot; a limit of the whole board as a line."""
    flow = moment.flow
    start, end = look.within(moment)
    inside = flow.occupancy.inside
    edges, held = steps_of(flow, inside, start, end, look.pixels)
    colours = look.column_colours(moment)[1:-1]
    shapes = list[Shape]()
    labels, below = list[Label](), np.zeros(held.shape[1])
    for column in reversed(range(flow.columns)):
        above = below + held[column]
        shapes.append(Steps(edges, above, colours[column], base=below))
        labels.insert(
            0, Label(moment.scenario.columns[column].title, colours[column], float(below[-1] + above[-1]) / 2)
        )
        below = above
    top = float(below.max())
    limit = _board_limit(moment)
    if limit is not None:
        shapes.append(Rule(limit, phrase("limit of the board: {0}", limit), look.theme.full))
    for pin in look.ghosts(moment):
        board, until = [pin.moment.flow.occupancy.board], look.of_pin(moment, pin)
        at, totals = steps_of(pin.moment.flow, board, look.start, until, look.pixels)
        shapes.append(Steps(at, totals[0].astype(np.float64), pin.colour, dashed=True))
        top = max(top, float(totals.max()))
    titles = [column.title for column in moment.scenario.columns]

    def read_off(time: Time) -> Words:
        here = counts(flow, inside, np.array([time]))[:, 0].tolist()
        return [(phrase("Together"), str(sum(here))), *zip(titles, map(str, here), strict=True)]

    def table() -> Table:
        every = moments_of_change(flow, inside, 0.0, moment.now, flow.rows_read)
        return ["time", *titles], columns_of(every, *counts(flow, inside, every))

    on_board = sum(map(len, moment.standing.lanes))
    return over_time(
        moment, look, name="wip", title=phrase("Work in progress"),
        reading=phrase("How many cards are in each column: a band that swells is where work piles up."),
        note=phrase("{0} cards on the board, {1} in the backlog", f"{on_board:,}", f"{len(moment.standing.backlog):,}"),
        y=Axis(0.0, nice_ceiling(max(top, limit or 0, 4)), phrase("cards"), whole=True), shapes=shapes, table=table,
        labels=labels, empty=phrase("Cards on the board are counted here."), read_off=read_off,
    )  # fmt: skip


def _board_limit(moment: Moment) -> int | None:
    """The limit that all columns share, if there is one."""
    groups = zip(moment.scenario.shared_limits, moment.conditions.shared_limits, strict=True)
    return min((limit for group, limit in groups if len(group.columns) == moment.flow.columns), default=None)
