"""Moves things smoothly to where they belong, on the one frame clock: no timer and no animation object per card."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QGraphicsItem

from flowsim.ui.style.theme import GLIDE_SECONDS


@dataclass(slots=True)
class _Glide:
    start: QPointF
    goal: QPointF
    elapsed: float


class Animator:
    """Items on their way. With `reduced_motion` everything is where it belongs at once.

    So it is while they are `hurried`: they would be sent on before they had arrived, and only fly over one another.
    """

    def __init__(self) -> None:
        self.reduced_motion = False
        self.hurried = False
        self._glides: dict[QGraphicsItem, _Glide] = {}

    @property
    def busy(self) -> bool:
        """Whether anything still moves."""
        return bool(self._glides)

    def goal_of(self, item: QGraphicsItem) -> QPointF:
        """Where `item` is or is going to be."""
        glide = self._glides.get(item)
        return glide.goal if glide else item.pos()

    def send(self, item: QGraphicsItem, goal: QPointF) -> None:
        """Let `item` glide from where it is to `goal`; a new goal on the way takes over."""
        if self.reduced_motion or self.hurried or item.pos() == goal:
            self._glides.pop(item, None)
            item.setPos(goal)
            return
        self._glides[item] = _Glide(item.pos(), goal, 0.0)

    def place(self, item: QGraphicsItem, at: QPointF) -> None:
        """Put `item` down at once, whatever it was doing."""
        self._glides.pop(item, None)
        item.setPos(at)

    def forget(self, item: QGraphicsItem) -> None:
        """`item` goes; nothing may move it any more."""
        self._glides.pop(item, None)

    def advance(self, seconds: float) -> None:
        """One frame: everything moves on."""
        arrived = []
        for item, glide in self._glides.items():
            glide.elapsed += seconds
            share = glide.elapsed / GLIDE_SECONDS
            if share >= 1.0:
                arrived.append((item, glide))
            else:
                item.setPos(glide.start + (glide.goal - glide.start) * ease_out(share))
        for item, glide in arrived:
            del self._glides[item]
            item.setPos(glide.goal)


def ease_out(share: float) -> float:
    """Quick to start, gentle to stop: cubic, 0 to 1."""
    rest = 1.0 - share
    return 1.0 - rest * rest * rest
