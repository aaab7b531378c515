"""When a count of cards first passed a bound, read off the trace: the same moment at whatever speed people watch."""

import numpy as np

from flowsim.domain.exercises import Condition
from flowsim.domain.words import Time
from flowsim.metrics.flow import Flow
from flowsim.metrics.occupancy import Tally, first_after


def first_passage(flow: Flow, condition: Condition) -> Time | None:
    """When what `condition` counts was first above its bound at the end of an instant; None if it never was."""
    if condition.what in ("finished", "backlog"):
        return _of_lines(flow, condition)
    column = None if condition.column is None else flow.scenario.column_index[condition.column]
    if column is None:
        return _of_tally(flow, flow.occupancy.board, condition.above)
    tallies = flow.occupancy.waiting if condition.what == "queue" else flow.occupancy.inside
    return _of_tally(flow, tallies[column], condition.above)


def _of_tally(flow: Flow, tally: Tally, bound: int) -> Time | None:
    ups = tally.up[: int(np.searchsorted(tally.up, flow.rows_read))]
    # Whatever else happens at an instant has happened before anybody can look at the board.
    reached = np.flatnonzero(np.arange(1, len(ups) + 1) - np.searchsorted(tally.down, ups) > bound)
    if not len(reached):
        return None
    times = flow.rows["time"][ups[reached]]
    stays = tally.after(first_after(flow.rows["time"], times)) > bound
    return float(times[np.argmax(stays)]) if stays.any() else None


def _of_lines(flow: Flow, condition: Condition) -> Time | None:
    if condition.what == "finished":
        line = flow.lines[-1]
        return float(line[condition.above]) if len(line) > condition.above else None
    arrived, started = flow.lines[0], flow.lines[1]
    stays = np.searchsorted(arrived, arrived, side="right") - np.searchsorted(started, arrived, side="right")
    reached = np.flatnonzero(stays > condition.above)
    return float(arrived[reached[0]]) if len(reached) else None
