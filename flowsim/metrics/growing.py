"""Numpy arrays that grow at their end, without holding anybody up when they do."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

GROWTH: Final = 4
"""A longer block costs no memory until it is written to."""

FIRST: Final = 64
GOLDEN: Final = 0.6180339887
"""The multiples of the golden ratio, without their whole parts, lie evenly between 0 and 1 however many there are."""


class Growing:
    """A one-dimensional array that grows when it is full; `values` is a view of the part in use.

    While the second half of a block fills, its contents are copied to the next block in small steps, so that no single
    call takes long. `put` changes values in both blocks. Arrays that fill together start with blocks of different
    lengths, depending on their number `nth`, so that they switch blocks at different times.
    """

    __slots__ = ("_block", "_copied", "_length", "_successor")

    def __init__(self, dtype: npt.DTypeLike, nth: int = 0) -> None:
        self._block: npt.NDArray[Any] = np.zeros(int(FIRST * GROWTH ** (nth * GOLDEN % 1.0)), dtype=dtype)
        self._length = 0
        self._successor: npt.NDArray[Any] | None = None
        self._copied = 0

    def __len__(self) -> int:
        return self._length

    @property
    def values(self) -> npt.NDArray[Any]:
        """What is in use, to read: `put` changes it."""
        view = self._block[: self._length]
        view.flags.writeable = False
        return view

    def extend(self, values: npt.NDArray[Any]) -> None:
        """Add `values` at the end."""
        self._lengthen_to(self._length + len(values), values)

    def grow_to(self, length: int, fill: float = 0) -> None:
        """Make the part in use at least `length` long; what is new holds `fill`."""
        if length > self._length:
            self._lengthen_to(length, fill)

    def put(self, places: npt.NDArray[Any], values: npt.ArrayLike) -> None:
        """Write `values` at these places of the part in use."""
        self._block[places] = values
        if self._successor is not None:
            self._successor[places] = values  # what has not been copied yet will be, over it

    def _lengthen_to(self, end: int, values: npt.ArrayLike) -> None:
        if end > len(self._block):
            self._copy_up_to(self._length)
            self._go_over(end)
        self._block[self._length : end] = values
        self._length = end
        # Two values for each new one: nothing is left to copy when the block is full.
        self._copy_up_to(2 * end - len(self._block))

    def shorten_to(self, length: int) -> None:
        """Forget what lies beyond `length`."""
        self._length = min(length, self._length)
        self._copied = min(length, self._copied)

    def _copy_up_to(self, end: int) -> None:
        if end <= self._copied:
            return
        if self._successor is None:
            self._successor = np.zeros(GROWTH * len(self._block), dtype=self._block.dtype)
        self._successor[self._copied : end] = self._block[self._copied : end]
        self._copied = end

    def _go_over(self, length: int) -> None:
        """Go over to a block for at least `length` values, to which all there are have been copied."""
        block, self._successor, self._copied = self._successor, None, 0
        if block is None or length > len(block):
            longer = np.zeros(max(GROWTH * len(self._block), length), dtype=self._block.dtype)
            longer[: self._length] = self._block[: self._length]
            block = longer
        self._block = block


class GrowingArrays:
    """Makes arrays that get their values together, each with a number of its own."""

    def __init__(self) -> None:
        self._made = 0

    def array(self, dtype: npt.DTypeLike) -> Growing:
        """One more array."""
        self._made += 1
        return Growing(dtype, self._made)
