"""A colour in a form."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from typing_extensions import override

from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import Theme, px
from flowsim.ui.widgets.field_size import FIELD_WIDTH
from flowsim.ui.widgets.shows_focus import ShowsFocus

SWATCH: Final = 20


class ColourField(ShowsFocus):
    """A row of colours to choose from by mouse or arrow keys; one that is none of them is shown in front."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, name: str, theme: Theme, colours: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self._own = list(colours)
        self._value = ""
        self.setAccessibleName(name)
        self.setFixedSize(px(FIELD_WIDTH), px(2 * SWATCH + 4))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_value(self, value: str) -> None:
        """Show which colour is in force."""
        self._value = value
        names = dict(self._colours)
        self.setAccessibleDescription(names[value.upper()])
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self.update()

    @property
    def allowed(self) -> str:
        """What may be chosen."""
        return ", ".join(words for _, words in self._own)

    @property
    def _colours(self) -> list[tuple[str, str]]:
        value = self._value.upper()
        own = [] if any(value == colour for colour, _ in self._own) else [(value, value)]
        return [*own, *self._own][:10]

    def _rect(self, place: int) -> QRectF:
        return QRectF(px(place % 5 * (SWATCH + 6) + 3), px(place // 5 * (SWATCH + 2) + 1), px(SWATCH), px(SWATCH))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, (colour, _) in enumerate(self._colours):
            if self._rect(place).contains(event.position()) and colour != self._value.upper():
                self.asked.emit(colour)
                return

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -5, Qt.Key.Key_Down: 5}.get(Qt.Key(event.key()))
        colours = [colour for colour, _ in self._colours]
        if way is None:
            super().keyPressEvent(event)
        elif 0 <= (place := colours.index(self._value.upper()) + way) < len(colours):
            self.asked.emit(colours[place])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, (colour, _) in enumerate(self._colours):
                rect, chosen = self._rect(place), colour == self._value.upper()
                painter.setBrush(QColor(colour))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3) if chosen else rect.adjusted(1, 1, -1, -1), 4, 4)
                if chosen:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(QColor(self._theme.accent if self.hasFocus() else self._theme.text), 2))
                    painter.drawRoundedRect(rect, 6, 6)
