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
    """A one-dimensional array that grows when it is full; `values` views the part in use.

    What is only ever added to with `extend` is copied to its next block little by little, while the second half of the
    present one fills. Where values are also changed in place (`grow_to`, then writing to `values`) the block is copied
    at once; arrays that are full together have different numbers `nth`, and so are copied at different moments.
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
        """What is in use, in place: writing to it changes the array."""
        return self._block[: self._length]

    def extend(self, values: npt.NDArray[Any]) -> None:
        """Add `values` at the end."""
        start, end = self._length, self._length + len(values)
        if end > len(self._block):
            self._copy_up_to(start)
            self._go_over(end)
        self._block[start:end] = values
        self._length = end
        # Two values for each new one: nothing is left to copy when the block is full.
        self._copy_up_to(2 * end - len(self._block))

    def grow_to(self, length: int, fill: float = 0) -> None:
        """Make the part in use at least `length` long; what is new holds `fill`."""
        if length <= self._length:
            return
        if length > len(self._block):
            self._successor, self._copied = None, 0  # values may have been changed since they were copied
            self._copy_up_to(self._length)
            self._go_over(length)
        self._block[self._length : length] = fill
        self._length = length

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
