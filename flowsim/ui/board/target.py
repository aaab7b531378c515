"""Where what is in hand would go: lit up on the board while it is carried."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from flowsim.domain.words import CardId
from flowsim.ui.style.theme import RADIUS_SMALL, Theme, colour_of


@dataclass(frozen=True)
class Target:
    """A place (-1 the backlog, n Done), or in it a row or a card; `allowed` says whether it may go there."""

    place: int
    allowed: bool
    row: int | None = None
    card: CardId | None = None

    @property
    def is_whole_lane(self) -> bool:
        """Whether it goes to the lane as a whole, to no row and no card of it."""
        return self.row is None and self.card is None

    @property
    def border(self) -> str:
        """The role of the colour that tells whether it may go there."""
        return "good" if self.allowed else "over"


def target_frame(painter: QPainter, rect: QRectF, target: Target, theme: Theme) -> None:
    """A frame around the row of a lane, or around the card."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour_of(theme, target.border), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), RADIUS_SMALL, RADIUS_SMALL)
