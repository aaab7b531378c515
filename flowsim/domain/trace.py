"""The trace: the one record of a run, from which every figure, chart and picture of the board is derived."""

import struct
from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import CardId, CardState, Time

ROW: Final = np.dtype([("time", "<f8"), ("card", "<i4"), ("column", "i1"), ("state", "i1"), ("worker", "<i2")])
_ROW_BYTES: Final = ROW.itemsize
_FIRST_CAPACITY: Final = 1024

pack_row: Final[Callable[[Time, CardId, int, int, int], bytes]] = struct.Struct("<dibbh").pack
"""One row as the trace holds it."""


class Row(NamedTuple):
    """One change of state: `card` is in `column` (-1: none) in `state` from `time` on, held by `worker` (-1: none)."""

    time: Time
    card: CardId
    column: int
    state: CardState
    worker: int


class Trace:
    """An append-only table of (time, card, column, state, worker), in order of time; one row a change of state.

    Rows are 16 bytes each. New ones go to a short tail; reading, or `tidy`, lays them into a block that grows by
    doubling, so a trace holds at most 32 bytes a row. `rows` gives them as a numpy view without copying; a view
    stays valid, and unchanged, while the trace grows.

    `write(pack_row(time, card, column, state, worker))` adds a row: two calls of C, because this is done for every
    change of state of every card. Times must not fall.
    """

    __slots__ = ("_block", "_laid", "_tail", "write")

    def __init__(self) -> None:
        self._block = np.empty(_FIRST_CAPACITY, dtype=ROW)
        self._laid = 0
        self._tail = bytearray()
        self.write: Final[Callable[[bytes], None]] = self._tail.extend

    def __len__(self) -> int:
        return self._laid + len(self._tail) // _ROW_BYTES

    def tidy(self) -> None:
        """Lay the tail into the block."""
        new = len(self._tail) // _ROW_BYTES
        if not new:
            return
        if self._laid + new > len(self._block):
            # A new block, not a longer one: views on the old one must stay valid.
            block = np.empty(max(2 * len(self._block), self._laid + new), dtype=ROW)
            block[: self._laid] = self._block[: self._laid]
            self._block = block
        self._block[self._laid : self._laid + new] = np.frombuffer(bytes(self._tail), dtype=ROW)
        self._laid += new
        self._tail.clear()

    def rows(self, start: int = 0, stop: int | None = None) -> npt.NDArray[np.void]:
        """Rows `start` to `stop` (default: all there are) as a read-only structured array of type `ROW`."""
        self.tidy()
        view = self._block[start : self._laid if stop is None else min(stop, self._laid)]
        view.flags.writeable = False
        return view

    def row(self, index: int) -> Row:
        """One row, counted from 0 or, if negative, from the end."""
        time, card, column, state, worker = self.rows()[index].item()
        return Row(time, card, column, CardState(state), worker)

    @property
    def nbytes(self) -> int:
        """Memory held, in bytes."""
        return self._block.nbytes + len(self._tail)

    @property
    def last_time(self) -> Time:
        """Time of the last row, 0 before the first."""
        return float(self.rows()["time"][-1]) if len(self) else 0.0
