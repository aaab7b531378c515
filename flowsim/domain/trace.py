"""The trace: the one record of a run, from which every figure, chart and picture of the board is derived."""

from struct import pack
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import CardId, CardState, Time

ROW: Final = np.dtype([("time", "<f8"), ("card", "<i4"), ("column", "i1"), ("state", "i1"), ("worker", "<i2")])
_PARTS: Final = np.dtype([("time", "<f8"), ("card", "<i4"), ("change", "<i4")])
_BYTES: Final = np.dtype("V16")
"""A row as so many bytes: numpy copies them forty times as fast as rows with fields."""

_TAIL_ROW_BYTES: Final = 3 * 8
_FIRST_CAPACITY: Final = 1024


def change_of(column: int, state: int, worker: int) -> int:
    """The three last fields of a row as one number, laid out as the row has them."""
    return (worker << 16) + (state << 8) + (column & 0xFF)


class Row(NamedTuple):
    """One change of state: `card` is in `column` (-1: none) in `state` from `time` on, held by `worker` (-1: none)."""

    time: Time
    card: CardId
    column: int
    state: CardState
    worker: int


class Trace:
    """An append-only table of (time, card, column, state, worker), ordered by time; one row per change of state.

    Each row takes 16 bytes. New rows go to a short tail. Reading, or `tidy`, moves the tail into a block whose capacity
    doubles when it is full, so a trace holds at most 32 bytes per row. Copying a long block in one go would stall the
    display, so the next block is filled in small steps while the second half of the present one fills. `rows` returns
    the rows as a numpy view, without copying. A view stays valid and unchanged while the trace grows.

    The tail is three lists. To add a row, append its time to `times`, its card to `cards` and its `change_of` value to
    `changes`. This is done at every change of state of every card, and nothing in Python is faster. Times must not
    decrease.
    """

    __slots__ = ("_block", "_copied", "_laid", "_successor", "cards", "changes", "times")

    def __init__(self) -> None:
        self._block = np.empty(_FIRST_CAPACITY, dtype=ROW)
        self._laid = 0
        self._successor: npt.NDArray[np.void] | None = None
        self._copied = 0
        self.times: Final[list[Time]] = []
        self.cards: Final[list[CardId]] = []
        self.changes: Final[list[int]] = []

    @classmethod
    def beginning_with(cls, rows: npt.NDArray[np.void]) -> "Trace":
        """A trace of its own whose first rows are these."""
        its = cls()
        its._grow(len(rows))
        its._block[: len(rows)].view(_BYTES)[:] = np.ascontiguousarray(rows).view(_BYTES)
        its._laid = len(rows)
        return its

    def __len__(self) -> int:
        return self._laid + len(self.times)

    def tidy(self, longer_than: int = 0) -> None:
        """Move the tail into the block if the tail has more than `longer_than` rows."""
        new = len(self.times)
        if new <= longer_than:
            return
        if self._laid + new > len(self._block):
            self._grow(self._laid + new)
        parts = self._block[self._laid : self._laid + new].view(_PARTS)
        # Packing a list and looking at the bytes is three times quicker than numpy's own reading of a list.
        parts["time"] = np.frombuffer(pack(f"<{new}d", *self.times), dtype="<f8")
        parts["card"] = np.frombuffer(pack(f"<{new}i", *self.cards), dtype="<i4")
        parts["change"] = np.frombuffer(pack(f"<{new}i", *self.changes), dtype="<i4")
        for tail in (self.times, self.cards, self.changes):
            tail.clear()
        self._laid += new
        # Two rows for each new one: at most 32 bytes a row meanwhile, and nothing left to copy at the end.
        self._copy_up_to(2 * self._laid - len(self._block))

    def _copy_up_to(self, end: int) -> None:
        """Bring the rows before `end` to the block's successor; memory that is not written to yet costs nothing."""
        if end <= self._copied:
            return
        if self._successor is None:
            self._successor = np.empty(2 * len(self._block), dtype=ROW)
        self._successor[self._copied : end].view(_BYTES)[:] = self._block[self._copied : end].view(_BYTES)
        self._copied = end

    def _grow(self, length: int) -> None:
        """Go over to a block for at least `length` rows: a new one, because views on the old one must stay valid."""
        self._copy_up_to(self._laid)
        block, self._successor, self._copied = self._successor, None, 0
        if block is None or length > len(block):
            block = np.empty(max(length, 2 * len(self._block)), dtype=ROW)
            block[: self._laid].view(_BYTES)[:] = self._block[: self._laid].view(_BYTES)
        self._block = block

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
        """Memory held, in bytes; of a successor what has been written."""
        successor = 0 if self._successor is None else self._copied * ROW.itemsize
        return self._block.nbytes + successor + _TAIL_ROW_BYTES * len(self.times)
