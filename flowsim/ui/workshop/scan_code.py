"""A picture to scan, dark on white in every theme: a phone's camera expects it so."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import px

QUIET: Final = 4
"""Squares of white around it, which the standard asks for."""

LEAST: Final = 120
PAPER, INK = Qt.GlobalColor.white, Qt.GlobalColor.black


class ScanCode(QWidget):
    """Draws `squares` (rows, dark ones True) as large as there is room, each a whole number of pixels."""

    def __init__(self, name: str, usual: int) -> None:
        super().__init__()
        self._squares: Sequence[Sequence[bool]] = ()
        self._usual = usual
        self.setAccessibleName(name)
        self.setMinimumSize(px(LEAST), px(LEAST))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_squares(self, squares: Sequence[Sequence[bool]]) -> None:
        """Another picture."""
        self._squares = squares
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self._usual), px(self._usual))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._squares:
            return
        many = len(self._squares) + 2 * QUIET
        ratio = self.devicePixelRatioF()
        side = max(int(min(self.width(), self.height()) * ratio / many), 1) / ratio
        left, top = (self.width() - side * many) / 2, (self.height() - side * many) / 2
        left, top = round(left * ratio) / ratio, round(top * ratio) / ratio
        with painter_on(self) as painter:
            painter.fillRect(QRectF(left, top, side * many, side * many), PAPER)
            for row, its in enumerate(self._squares, QUIET):
                for column, dark in enumerate(its, QUIET):
                    if dark:
                        painter.fillRect(QRectF(left + column * side, top + row * side, side, side), INK)
