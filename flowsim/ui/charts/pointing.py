"""What lies under the mouse in a chart: a dot, a band, a mark."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF

from flowsim.charts.picture import Bars, Dots, Picture, Steps
from flowsim.charts.timeline_marks import Mark
from flowsim.domain.words import CardId
from flowsim.ui.charts.shapes_item import Frame

NEAR: Final = 7.0
"""Pixels within which a dot or a mark is meant."""


@dataclass(frozen=True)
class PointedDot:
    """The dot of a card, at (x, y) of the chart."""

    card: CardId
    x: float
    y: float


def dot_at(picture: Picture, frame: Frame, spot: QPointF | None) -> PointedDot | None:
    """The card's dot nearest to a spot, if one is near; of equally near ones the one that lies on top."""
    if spot is None:
        return None
    best, nearest = None, NEAR
    for shape in picture.shapes:
        if not isinstance(shape, Dots) or shape.cards is None or not len(shape.x):
            continue
        part = slice(None)
        if shape.grows is not None:  # in the order of x: only those near enough in time are measured
            (low, _), (high, _) = (frame.value_at(spot + QPointF(by, 0)) for by in (-NEAR, NEAR))
            part = slice(*np.searchsorted(shape.x, (low, high)).tolist())
        distances = np.hypot(frame.across(shape.x[part]) - spot.x(), frame.down(shape.y[part]) - spot.y())
        if len(distances) and (least := float(distances.min())) <= nearest:
            index = int(np.flatnonzero(distances == least)[-1])
            best = PointedDot(int(shape.cards[part][index]), float(shape.x[part][index]), float(shape.y[part][index]))
            nearest = least
    return best


def band_at(picture: Picture, frame: Frame, spot: QPointF | None) -> str:
    """The name of the topmost area or bar under a spot; empty if there is none."""
    if spot is None or not frame.rect.contains(spot):
        return ""
    x, y = frame.value_at(spot)
    for shape in reversed(picture.shapes):
        if isinstance(shape, Steps) and shape.name and shape.base is not None:
            index = int(np.searchsorted(shape.x, x, side="right")) - 1
            if 0 <= index < len(shape.y):
                base = shape.base if isinstance(shape.base, float) else float(shape.base[index])
                if base <= y < shape.y[index]:
                    return shape.name
        elif isinstance(shape, Bars) and shape.name and _covers(shape, x, y):
            return shape.name
    return ""


def _covers(bars: Bars, x: float, y: float) -> bool:
    return bool(((bars.x0 <= x) & (x < bars.x1) & (bars.y0 <= y) & (y < bars.y1)).any())


def mark_at(picture: Picture, frame: Frame, spot: QPointF) -> Mark | None:
    """The mark whose line is nearest to a spot, if one is near."""
    if not picture.over_time or not picture.marks or not frame.rect.adjusted(-NEAR, 0, NEAR, 0).contains(spot):
        return None
    distances = np.abs(frame.across(np.array([mark.time for mark in picture.marks])) - spot.x())
    index = int(np.argmin(distances))
    return picture.marks[index] if distances[index] <= NEAR else None
