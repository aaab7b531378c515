"""The plan of a board on its timeline: a diamond for each time a planned change is made, to be dragged.

A diamond that has been passed is full, one to come is hollow. Dragging one moves all times of its change by as much.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.plan_of_changes import time_of, times_made
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.session.plan_edits import planned_in_words, repeated_in_words, rounded_to
from flowsim.ui.style.theme import Theme

SIZE: Final = 5.0
MOST_SHOWN: Final = 400
"""Times of one change that are drawn; nearer ones could not be told apart."""

SNAPS: Final = 100
"""About so many places of a timeline can be dragged to."""


@dataclass(frozen=True)
class Diamond:
    """One time of the change at place `index` of the plan, and what it is in words."""

    time: Time
    index: int
    words: Phrase


class PlanOnTimeline:
    """The diamonds of a scenario's plan up to `end`; the same ones until one of them changes."""

    def __init__(self) -> None:
        self.diamonds: Sequence[Diamond] = ()
        self._of: tuple[object, Time] = (None, 0.0)

    def show(self, scenario: Scenario, end: Time) -> None:
        """Show the plan of this scenario."""
        if self._of[0] is scenario and self._of[1] == end:
            return
        self._of = scenario, end
        found = []
        for index, planned in enumerate(scenario.plan):
            what, when = planned_in_words(scenario, planned), repeated_in_words(scenario, planned)
            words = phrase("planned: {0}, {1}", what, when)
            many = times_made(planned, end)
            found += [Diamond(time_of(planned, count), index, words) for count in range(0, many, _every(many))]
        self.diamonds = sorted(found, key=lambda its: its.time)

    def nearest(self, time: Time, reach: Time) -> Diamond | None:
        """The diamond nearest to a time, if one is within reach."""
        near = min(self.diamonds, key=lambda its: abs(its.time - time), default=None)
        return near if near is not None and abs(near.time - time) <= reach else None

    def paint(self, painter: QPainter, theme: Theme, places: Sequence[tuple[float, bool]], middle: float) -> None:
        """Draw diamonds at these places, full ones where they have been passed."""
        painter.setPen(QPen(QColor(theme.text), 1.2))
        for x, passed in places:
            painter.setBrush(QColor(theme.text if passed else theme.surface))
            corners = ((x, middle - SIZE), (x + SIZE, middle), (x, middle + SIZE), (x - SIZE, middle))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _every(many: int) -> int:
    """Which step through so many times leaves few enough to draw."""
    return max(ceil(many / MOST_SHOWN), 1)


def dragged_to(first: Time, by: Time, end: Time) -> Time:
    """The first time of a change whose times are all dragged `by` so much, at a round place of a timeline of `end`."""
    step = 10.0 ** floor(log10(end / SNAPS)) if end > 0 else 0.0
    return rounded_to(first + by, step)
