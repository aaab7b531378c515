"""When cards first entered each column or a later one, read off the trace: as the history of a team tells it."""

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import CardState

Rows = npt.NDArray[np.void]
Floats = npt.NDArray[np.float64]


def first_entries(rows: Rows, columns: int) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """By card and column, with delivery as the last, when it came there or further; inf for never.

    Beside it, where it entered that column itself, and did not pass it by.
    """
    cards = int(rows["card"].max()) + 1 if len(rows) else 0
    place = np.where(rows["state"] == CardState.DELIVERED, columns, rows["column"]).astype(np.int64)
    there = place >= 0
    keys, first = np.unique(rows["card"][there] * (columns + 1) + place[there], return_index=True)
    own = np.full((cards, columns + 1), np.inf)
    own.flat[keys] = rows["time"][there][first]
    entered = np.minimum.accumulate(own[:, ::-1], axis=1)[:, ::-1]
    return entered, np.isfinite(own)
