"""The dice of a roll, side by side, each with the pips that it shows."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from flowsim.charts.colours import Theme
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import SEMIBOLD, SPACE_2, TITLE, font, px, text_scale

SIZE: Final = 36.0
CORNER: Final = 8.0
PIP: Final = 3.2
LOW: Final = 0.26
MIDDLE: Final = 0.5
HIGH: Final = 0.74
"""Where pips stand, across and down, as shares of the die."""

CORNERS: Final = ((LOW, LOW), (HIGH, HIGH), (HIGH, LOW), (LOW, HIGH))
CENTRE: Final = ((MIDDLE, MIDDLE),)
SIDES: Final = ((LOW, MIDDLE), (HIGH, MIDDLE))
PIPS: Final = {
    0: (), 1: CENTRE, 2: CORNERS[:2], 3: (*CORNERS[:2], *CENTRE), 4: CORNERS, 5: (*CORNERS, *CENTRE),
    6: (*CORNERS, *SIDES),
}  # fmt: skip
"""Where the pips of each number stand."""


class DiceRow(QWidget):
    """Shows numbers as dice; a number that no die with pips has is written on it."""

    def __init__(self, theme: Theme, size: float = SIZE) -> None:
        super().__init__()
        self._theme = theme
        self._size = size
        self._numbers: Sequence[int] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self.update()

    def show_numbers(self, numbers: Sequence[int]) -> None:
        """What was rolled, from the left; nothing to show hides the row."""
        self.setVisible(bool(numbers))
        if tuple(numbers) != tuple(self._numbers):
            self._numbers = tuple(numbers)
            self.setAccessibleName(self.tr("Rolled: {0}").format(", ".join(map(str, numbers))))
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        many = len(self._numbers)
        return QSize(round(many * px(self._size) + max(many - 1, 0) * px(SPACE_2)), px(self._size))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(self._size))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        many = max(len(self._numbers), 1)
        step = min(self._size + SPACE_2, self.width() / text_scale() / many)
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(text_scale(), text_scale())
            for place, number in enumerate(self._numbers):
                side = min(self._size, step - 2)
                self._draw(painter, QRectF(place * step + 0.5, 0.5, side - 1, side - 1), number)

    def _draw(self, painter: QPainter, die: QRectF, number: int) -> None:
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.card))
        painter.drawRoundedRect(die, CORNER, CORNER)
        painter.setPen(QColor(self._theme.text))
        if number not in PIPS:
            painter.setFont(font(TITLE, SEMIBOLD))
            painter.drawText(die, Qt.AlignmentFlag.AlignCenter, str(number))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.text))
        radius = PIP * die.width() / SIZE
        for across, down in PIPS[number]:
            spot = QPointF(die.left() + across * die.width(), die.top() + down * die.height())
            painter.drawEllipse(spot, radius, radius)
