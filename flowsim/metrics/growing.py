"""Numpy arrays that grow at their end."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

GROWTH: Final = 4
"""A longer block costs no memory until it is written to, but every time it grows it is copied at once."""


class Growing:
    """A one- or two-dimensional array that grows when it is full; `values` views the part in use."""

    __slots__ = ("_block", "_length")

    def __init__(self, dtype: npt.DTypeLike, width: int | None = None) -> None:
        self._block: npt.NDArray[Any] = np.zeros((64,) if width is None else (64, width), dtype=dtype)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def values(self) -> npt.NDArray[Any]:
        """What is in use, in place: writing to it changes the array."""
        return self._block[: self._length]

    def extend(self, values: npt.NDArray[Any]) -> None:
        """Add `values` at the end."""
        start = self._length
        self.grow_to(start + len(values))
        self._block[start : self._length] = values

    def grow_to(self, length: int, fill: float = 0) -> None:
        """Make the part in use at least `length` long; what is new holds `fill`."""
        if length <= self._length:
            return
        if length > len(self._block):
            block = np.zeros((max(GROWTH * len(self._block), length), *self._block.shape[1:]), dtype=self._block.dtype)
            block[: self._length] = self._block[: self._length]
            self._block = block
        self._block[self._length : length] = fill
        self._length = length

    def shorten_to(self, length: int) -> None:
        """Forget what lies beyond `length`."""
        self._length = min(length, self._length)
