"""What the lead times of finished cards are made of: so long in each state, column by column. The parts sum exactly.

Part (0, BACKLOG) is the wait before the start, part (k, state) the time in column k (from 1). With the share of the
touch time they are the whole of it: nothing is left over.
"""

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import CardState
from flowsim.metrics.flow import Flow

STATES = len(CardState)


def lead_time_parts(flow: Flow) -> npt.NDArray[np.float64]:
    """Mean time of a card finished after the warm-up by place (0: backlog, then the columns) and state.

    In time units; an array of (columns + 1) x states, all NaN where no card was finished. Its sum is the mean lead
    time.
    """
    shape = flow.columns + 1, STATES
    finished = flow.finishers[len(flow.finishers) - len(flow.cycle_times) :]
    if not len(finished):
        return np.full(shape, np.nan)
    rows, previous = flow.rows, flow.previous
    counted = np.zeros(len(flow.arrived), dtype=np.bool_)
    counted[finished] = True
    closing = np.flatnonzero((previous >= 0) & counted[rows["card"]])
    begun = rows[previous[closing]]
    spots = (begun["column"].astype(np.intp) + 1) * STATES + begun["state"]
    spans = rows["time"][closing] - begun["time"]
    sums = np.bincount(spots, weights=spans, minlength=shape[0] * STATES).reshape(shape)
    return np.asarray(sums / len(finished), dtype=np.float64)
