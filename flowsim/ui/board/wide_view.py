"""A view of a board that may be wider than its window: it scrolls sideways, by wheel, bar, choice and drag."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView
from typing_extensions import override

from flowsim.ui.board.layout import GAP
from flowsim.ui.style.theme import text_scale

EDGE: Final = 40
SCROLL_SPEED: Final = 700
"""Pixels a second by which the board scrolls while a hand with cards is so many pixels from its left or right end."""


class WideView(QGraphicsView):
    """Signal: `scrolled`, without arguments, whenever another part of the board is on view."""

    scrolled = Signal()

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    @property
    def left(self) -> float:
        """How much of the board is scrolled away at the left, in units of the scene."""
        return self.horizontalScrollBar().value() / text_scale()

    def bring_in(self, lane: QRectF) -> None:
        """Scroll until a lane is on view, with a bit of its neighbours."""
        bar, scale = self.horizontalScrollBar(), text_scale()
        first = round((lane.left() - 2 * GAP) * scale)
        last = round((lane.right() + 2 * GAP) * scale) - self.viewport().width()
        bar.setValue(min(max(bar.value(), last), first))

    def follow_hand(self, spot: QPoint, seconds: float) -> bool:
        """Scroll on while a hand is near an end, at `spot` in the viewport; whether that moved anything."""
        bar = self.horizontalScrollBar()
        before, width = bar.value(), self.viewport().width()
        ahead = (spot.x() > width - EDGE) - (spot.x() < EDGE)
        bar.setValue(before + round(ahead * SCROLL_SPEED * seconds))
        return bar.value() != before

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.scrolled.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        bar, turned = self.horizontalScrollBar(), event.angleDelta()
        if bar.maximum() > 0:
            bar.setValue(bar.value() - (turned.x() or turned.y()))
            event.accept()
        else:
            event.ignore()
