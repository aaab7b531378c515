"""The picture of one card on the board."""

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QGraphicsPixmapItem

from flowsim.domain.words import CardId
from flowsim.ui.board.card_face import CardFace
from flowsim.ui.board.painting import MARGIN, card_picture, worker_spot
from flowsim.ui.style.theme import Theme


class CardItem(QGraphicsPixmapItem):
    """The picture of one card; drawn anew only when its face changes."""

    def __init__(self, card: CardId) -> None:
        super().__init__()
        self.card = card
        self._face: CardFace | None = None
        self.setOffset(-MARGIN, -MARGIN)
        self.setShapeMode(QGraphicsPixmapItem.ShapeMode.BoundingRectShape)

    def show_face(self, face: CardFace, theme: Theme, ratio: float, *, anew: bool = False) -> None:
        """Show `face`, unless it is shown already."""
        if face != self._face or anew:
            self._face = face
            self.setPixmap(card_picture(face, theme, ratio))

    def shows_worker_at(self, spot: QPointF) -> bool:
        """Whether the sign of those who work on the card is at `spot` of the scene."""
        where = None if self._face is None else worker_spot(self._face)
        return where is not None and where.contains(self.mapFromScene(spot))
