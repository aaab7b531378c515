"""Whether two pictures of a chart show the same: what is inked in one has that ink, or nearly, in the other."""

from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

Pixels: TypeAlias = npt.NDArray[np.int_]

PAPER: int = 255
"""White."""

INK: int = 24
"""A pixel is inked when a channel differs from the paper by more."""

SAME: int = 72
"""Two pixels have the same ink when no channel differs by more."""

REACH: int = 1
"""So many pixels may a line lie beside its place: renderers round differently."""


def pixels_of(picture: QImage) -> Pixels:
    """Rows x columns x red, green, blue."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).astype(int)


@dataclass(frozen=True)
class Agreement:
    """The inked pixels of each of two pictures, and the share of them that have the same ink in the other."""

    inked: tuple[int, int]
    found: tuple[float, float]

    @property
    def least(self) -> float:
        """The smaller share; 0 where only one of the pictures has any ink."""
        return 0.0 if 0 in self.inked and self.inked != (0, 0) else min(self.found)


def agreement(one: Pixels, other: Pixels, area: QRectF) -> Agreement:
    """How far two pictures agree within `area`, on the pixels that have ink."""
    left, top, right, bottom = map(round, (area.left(), area.top(), area.right(), area.bottom()))
    parts = [part[top:bottom, left:right] for part in (one, other)]
    inks = [(np.abs(part - PAPER).max(axis=2) > INK) for part in parts]
    shares = [_found(mine, theirs, ink) for mine, theirs, ink in zip(parts, reversed(parts), inks, strict=True)]
    return Agreement((int(inks[0].sum()), int(inks[1].sum())), (shares[0], shares[1]))


def _found(mine: Pixels, theirs: Pixels, ink: npt.NDArray[np.bool_]) -> float:
    if not ink.any():
        return 1.0
    best = np.full(ink.shape, 255)
    padded = np.pad(theirs, ((REACH, REACH), (REACH, REACH), (0, 0)), mode="edge")
    rows, columns = ink.shape
    for down, across in product(range(2 * REACH + 1), repeat=2):
        shifted = padded[down : down + rows, across : across + columns]
        best = np.minimum(best, np.abs(mine - shifted).max(axis=2))
    return float((best[ink] <= SAME).mean())
