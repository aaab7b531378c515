"""An outline around the part of the window that a step speaks of; it lets every click through."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from flowsim.charts.colours import Theme
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import RADIUS_SMALL, px

WIDTH: Final = 3
AROUND: Final = 4
"""Pixels between a part and its outline."""

SHADE: Final = 120
"""How dark (0 to 255) a spotlight makes all but its part."""


class StepOutline(QWidget):
    """Lies over `over`; `place_of` gives where in it a part is, by its name, or None while it is not on view.

    As a `spotlight` it also darkens everything else.
    """

    def __init__(self, over: QWidget, theme: Theme, place_of: Callable[[str], QRect | None]) -> None:
        super().__init__(over)
        self._over = over
        self._theme = theme
        self._place_of = place_of
        self._name: str | None = None
        self._place: QRect | None = None
        self.spotlight = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def place(self) -> QRect | None:
        """What is outlined now, in coordinates of what it lies over."""
        return self._place

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self.update()

    def show_part(self, name: str | None) -> None:
        """Outline this part of the window; None: nothing."""
        self._name = name
        self.follow()

    def follow(self) -> None:
        """The part may have moved: outline it where it is."""
        place = None if self._name is None else self._place_of(self._name)
        over = self._over
        if place == self._place and self.size() == over.size():
            return
        self._place = place
        self.setVisible(place is not None)
        if place is not None:
            self.setGeometry(over.rect())
            self.raise_()
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._place is None:
            return
        around = px(AROUND)
        frame = QRectF(self._place).adjusted(-around, -around, around, around)
        frame = frame.intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.spotlight:
                self._shade(painter, frame)
            painter.setPen(QPen(QColor(self._theme.accent), WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, RADIUS_SMALL, RADIUS_SMALL)

    def _shade(self, painter: QPainter, frame: QRectF) -> None:
        shade, whole = QColor(0, 0, 0, SHADE), QRectF(self.rect())
        for part in (
            QRectF(whole.left(), whole.top(), whole.width(), frame.top() - whole.top()),
            QRectF(whole.left(), frame.bottom(), whole.width(), whole.bottom() - frame.bottom()),
            QRectF(whole.left(), frame.top(), frame.left() - whole.left(), frame.height()),
            QRectF(frame.right(), frame.top(), whole.right() - frame.right(), frame.height()),
        ):
            painter.fillRect(part, shade)
