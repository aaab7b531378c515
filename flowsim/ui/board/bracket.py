"""The bracket over columns that share a limit, with the limit in its middle."""

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import Theme, colour_of, px
from flowsim.ui.text.language import plain
from flowsim.ui.widgets.step_field import Look, StepField

FIELD: Final = (96, 22)


class Bracket(QWidget):
    """Spans its columns; amber where their limit is reached, red where it is exceeded."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._look: Look = "plain"
        self.limit = StepField(theme, self.tr("Limit of {0} together").format(title))
        self.limit.setParent(self)
        meaning = self.tr("Cards in {0} together / the most that may be there at once. Wheel, ± or click to change.")
        self.setToolTip(plain(meaning.format(title)))

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self.limit.set_theme(theme)
        self.update()

    def show_count(self, count: int, limit: int) -> None:
        """How many cards are there together, and how many may be."""
        self._look = "plain" if count < limit else "full" if count == limit else "over"
        self.limit.show_value(limit, self.tr("{0} / {1} together").format(count, limit), self._look)
        self.update()

    def stop_editing(self) -> None:
        """Leave a number that is being typed as it was."""
        self.limit.stop_editing()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        width = min(max(px(FIELD[0]), self.limit.wished_width), self.width() - 8)
        self.limit.setGeometry((self.width() - width) // 2, 1, width, px(FIELD[1]))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role = {"full": "full", "over": "over"}.get(self._look, "quiet")
            painter.setPen(QPen(colour_of(self._theme, role), 1.5))
            middle, foot, right = px(12), self.height() - 3.0, self.width() - 4.0
            field = self.limit.geometry()
            painter.drawPolyline(QPolygonF([QPointF(4, foot), QPointF(4, middle), QPointF(field.left() - 4, middle)]))
            painter.drawPolyline(
                QPolygonF([QPointF(field.right() + 5, middle), QPointF(right, middle), QPointF(right, foot)])
            )
