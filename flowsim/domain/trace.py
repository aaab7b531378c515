"""The trace: the one record of a run, from which every figure, chart and picture of the board is derived."""

import struct
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import CardId, CardState, Time

ROW: Final = np.dtype([("time", "<f8"), ("card", "<i4"), ("column", "i1"), ("state", "i1"), ("worker", "<i2")])
_FIRST_CAPACITY: Final = 1024


class Row(NamedTuple):
    """One change of state: `card` is in `column` (-1: none) in `state` from `time` on, held by `worker` (-1: none)."""

    time: Time
    card: CardId
    column: int
    state: CardState
    worker: int


class Trace:
    """An append-only table of (time, card, column, state, worker), in order of time; one row a change of state.

    Rows lie in one block of 16 bytes each that grows by doubling, so a trace holds at most 32 bytes a row. `rows`
    gives them as a numpy view without copying; a view stays valid, and unchanged, while the trace grows.
    """

    __slots__ = ("_block", "_capacity", "_length", "_pack")

    def __init__(self) -> None:
        self._pack: Final = struct.Struct("<dibbh").pack_into
        self._capacity = _FIRST_CAPACITY
        self._block = bytearray(self._capacity * ROW.itemsize)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def append(self, time: Time, card: CardId, column: int, state: int, worker: int) -> None:
        """Add one row; `time` must not lie before the last row's."""
        length = self._length
        if length == self._capacity:
            self._grow()
        self._pack(self._block, length * 16, time, card, column, state, worker)
        self._length = length + 1

    def rows(self, start: int = 0, stop: int | None = None) -> npt.NDArray[np.void]:
        """Rows `start` to `stop` (default: all there are) as a read-only structured array of type `ROW`."""
        stop = self._length if stop is None else min(stop, self._length)
        view = np.frombuffer(self._block, dtype=ROW, count=stop)[start:]
        view.flags.writeable = False
        return view

    def row(self, index: int) -> Row:
        """One row, counted from 0 or, if negative, from the end."""
        time, card, column, state, worker = self.rows()[index].item()
        return Row(time, card, column, CardState(state), worker)

    @property
    def nbytes(self) -> int:
        """Memory held, in bytes."""
        return len(self._block)

    @property
    def last_time(self) -> Time:
        """Time of the last row, 0 before the first."""
        return float(self.rows(self._length - 1)["time"][0]) if self._length else 0.0

    def _grow(self) -> None:
        # A new block, not a longer one: views on the old one must stay valid.
        self._capacity *= 2
        block = bytearray(self._capacity * ROW.itemsize)
        block[: len(self._block)] = self._block
        self._block = block
