"""Very many dots as the pixels they cover, at a cost in proportion to the dots that are new."""

from collections.abc import Hashable
from dataclasses import dataclass
from math import sqrt
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Mask: TypeAlias = npt.NDArray[np.bool_]
Floats: TypeAlias = npt.NDArray[np.float64]

BLOCK: Final = 65_536
"""So many dots at a time stay in the processor's cache: three million of them take 20 ms instead of 250."""


@dataclass(frozen=True)
class PixelGrid:
    """How chart coordinates fall on pixels: `columns` x `rows` of them span these ranges of x and y."""

    columns: int
    rows: int
    x: tuple[float, float]
    y: tuple[float, float]

    def mark(self, x: Floats, y: Floats, cells: Mask) -> None:
        """Mark in `cells` (rows x columns) the pixels that these points fall on; those beside the grid are left out."""
        if not cells.size:
            return
        inside = (x >= self.x[0]) & (x <= self.x[1]) & (y >= self.y[0]) & (y <= self.y[1])
        across = (x[inside] - self.x[0]) * (self.columns / ((self.x[1] - self.x[0]) or 1.0))
        down = (self.y[1] - y[inside]) * (self.rows / ((self.y[1] - self.y[0]) or 1.0))
        # A point on the far edge of the ranges would begin the pixel after the last.
        column = np.minimum(across.astype(np.int32), self.columns - 1)
        row = np.minimum(down.astype(np.int32), self.rows - 1)
        cells[row, column] = True


class DotRaster:
    """Remembers which pixels hold centres of dots, as long as the same list of dots is shown at the same scale."""

    def __init__(self) -> None:
        self._key: Hashable | None = None
        self._taken = 0
        self._centres: Mask = np.zeros((0, 0), dtype=np.bool_)

    def centres(self, x: Floats, y: Floats, grid: PixelGrid, grows: Hashable | None) -> Mask:
        """Return the pixels with a dot centre (rows x columns); with the same `grows`, only new dots are added."""
        key = None if grows is None else (grows, grid)
        if key is None or key != self._key or self._taken > len(x):
            self._key, self._taken = key, 0
            self._centres = np.zeros((grid.rows, grid.columns), dtype=np.bool_)
        for start in range(self._taken, len(x), BLOCK):
            grid.mark(x[start : start + BLOCK], y[start : start + BLOCK], self._centres)
        self._taken = len(x)
        return self._centres


def round_dots(centres: Mask, radius: float) -> Mask:
    """The pixels that dots of this radius cover around their centres."""
    reach = int(radius)
    covered = np.zeros_like(centres)
    widened = {0: centres}
    for half in range(1, reach + 1):
        wide = widened[half - 1].copy()
        wide[:, half:] |= centres[:, :-half]
        wide[:, :-half] |= centres[:, half:]
        widened[half] = wide
    for down in range(-reach, reach + 1):
        row = widened[int(sqrt(radius * radius - down * down))]
        if down > 0:
            covered[down:] |= row[:-down]
        elif down < 0:
            covered[:down] |= row[-down:]
        else:
            covered |= row
    return covered


def runs_of(mask: Mask) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Marked cells that stand side by side, together: row, first column, column after the last."""
    edges = np.diff(np.pad(mask.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    return rows, starts, ends
