"""What every card on the board says of itself under the mouse: its marks in words, where its picture has only signs."""

from textwrap import fill
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QGraphicsView, QToolTip
from typing_extensions import override

from flowsim.ui.board.board_reading import BoardReading
from flowsim.ui.board.board_scene import BoardScene
from flowsim.ui.text.language import plain, sentence

LINE: Final = 44
"""Letters of a line: Qt breaks lines of rich text alone."""


class CardTips(QObject):
    """Tells about the card under the mouse in `view`, below its picture, so that the card itself stays in sight.

    A filter on the viewport, and no override of the view's own `viewportEvent`: with that every event would come to
    the view through Python, and an error in one of them could not be caught.
    """

    def __init__(self, view: QGraphicsView, scene: BoardScene, reading: BoardReading) -> None:
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._reading = reading
        view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent) or self._scene.in_hand:
            return False
        card = self._scene.any_card_at(self._view.mapToScene(event.pos()))
        if card is None:
            return False
        its = self._view.mapFromScene(self._scene.cards[card].sceneBoundingRect()).boundingRect()
        port = self._view.viewport()
        words = fill(sentence(self._reading.sentence_of(card)), LINE)
        QToolTip.showText(port.mapToGlobal(its.bottomLeft()), plain(words), port, its)
        return True
