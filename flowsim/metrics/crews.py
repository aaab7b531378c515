"""Who works on a card together: a further row "working" of a card tells somebody who joins those who are at it.

Any other row ends the work of all of them but the one whom it names; so does a row "working" of somebody who is at the
card already: that is how the trace tells that people have left it. On boards where nobody joins anybody, nothing is
kept and nothing is looked up.
"""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import CardState, WorkerId

Rows: TypeAlias = npt.NDArray[np.void]
Numbers: TypeAlias = npt.NDArray[Any]


class Crews:
    """For each row with which somebody joined: everybody else who is at the card from then on."""

    def __init__(self) -> None:
        self._others: dict[int, tuple[WorkerId, ...]] = {}

    def read(self, rows: Rows, previous: Numbers, first: int) -> None:
        """Take in the rows from `first` on, whose predecessors are `previous`; `rows` are all of the trace."""
        new = rows[first : first + len(previous)]
        before = rows[previous]
        joins = (previous >= 0) & (new["state"] == CardState.WORKING) & (before["state"] == CardState.WORKING)
        for index in np.flatnonzero(joins).tolist():
            last = int(previous[index])
            crew = (int(rows["worker"][last]), *self._others.get(last, ()))
            if int(new["worker"][index]) not in crew:
                self._others[first + index] = crew

    def others(self, row: int) -> tuple[WorkerId, ...]:
        """Everybody who is at the card after this row, but for the one whom the row names."""
        return self._others.get(row, ())

    def sizes(self, rows: Numbers) -> npt.NDArray[np.int64]:
        """How many people are at the card after each of these rows, where it is worked on."""
        sizes = np.ones(len(rows), dtype=np.int64)
        if self._others:
            for place, row in enumerate(rows.tolist()):
                sizes[place] += len(self._others.get(row, ()))
        return sizes

    def beside(self, rows: Numbers) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.int16]]:
        """Of intervals that these rows began: the place of one with helpers, and a helper; once for each helper."""
        found = [
            (place, worker) for place, row in enumerate(rows.tolist()) for worker in self._others.get(row, ())
        ] if self._others else []  # fmt: skip
        places, workers = zip(*found, strict=True) if found else ((), ())
        return np.array(places, dtype=np.intp), np.array(workers, dtype=np.int16)
