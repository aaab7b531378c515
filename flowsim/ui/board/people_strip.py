"""The people of a column in its head, as small figures that can be taken by the mouse and carried to another column."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from flowsim.domain.phrases import phrase
from flowsim.ui.board.painting import person_glyph
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import MEDIUM, TINY, Theme, colour_of, font, px, text_scale, written
from flowsim.ui.widgets.step_field import StepField

FIGURE: Final = 16
"""Side of a figure where all people stand side by side."""

SMALL_FIGURE: Final = 12
"""Side of the one figure that stands before the number of people where there is no room for all."""

FARTHEST: Final = 20
NEAREST: Final = 12
"""Pixels from one figure to the next: figures may overlap by a quarter, so that more of them fit."""

BESIDE: Final = 2
PALE: Final = 0.3
WHAT_THE_KEYS_DO: Final = phrase(
    "Ctrl+Shift+Right and Ctrl+Shift+Left let one of the people here go to the next work column."
)
LEFT: Final = Qt.MouseButton.LeftButton
KIND: Final = QEvent.Type


def sends_person(event: QKeyEvent) -> int:
    """Where a key sends one of the people: 1 to the right, -1 to the left; 0 for any other key."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & both != both:
        return 0
    return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)


class PeopleStrip(QWidget):
    """One figure for each of the people of a column; `counted`: one figure for all of them, and their number."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.people = 0
        self.counted = False
        self._lifted = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self.update()

    def show_people(self, people: int) -> None:
        """So many work here."""
        if people != self.people:
            self.people = people
            self.update()

    def lift(self, *, lifted: bool) -> None:
        """The last one is in somebody's hand, and only a shade here, or back."""
        if lifted != self._lifted:
            self._lifted = lifted
            self.update()

    def has_room_in(self, width: float) -> bool:
        """Whether everybody fits side by side into so many pixels."""
        return self.people > 0 and px(FIGURE + (self.people - 1) * NEAREST) <= width

    @property
    def counted_width(self) -> int:
        """How wide the strip is where people are counted."""
        number = QFontMetrics(written(TINY, MEDIUM)).horizontalAdvance(str(self.people))
        return px(SMALL_FIGURE + BESIDE) + number + 2

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(text_scale(), text_scale())
            width, height = self.width() / text_scale(), self.height() / text_scale()
            if self.counted:
                self._paint_counted(painter, width, height)
                return
            step = min(float(FARTHEST), (width - FIGURE) / max(self.people - 1, 1))
            for place in range(self.people):
                painter.setOpacity(PALE if self._lifted and place == self.people - 1 else 1.0)
                person_glyph(painter, QRectF(place * step, (height - FIGURE) / 2, FIGURE, FIGURE), self._theme)

    def _paint_counted(self, painter: QPainter, width: float, height: float) -> None:
        painter.setOpacity(PALE if self._lifted else 1.0)
        person_glyph(painter, QRectF(0, (height - SMALL_FIGURE) / 2, SMALL_FIGURE, SMALL_FIGURE), self._theme)
        painter.setFont(font(TINY, MEDIUM))
        painter.setPen(colour_of(self._theme, "text"))
        left = SMALL_FIGURE + BESIDE
        beside = QRectF(left, 0, width - left, height)
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(self.people))


class PersonGrip(QObject):
    """Lets the mouse take one person from the widgets that stand for the people of a column.

    A press on one of them that does not become a drag is a click, as if nobody watched. Signals: `clicked` on what is
    no field; `taken` and `carried` (global position), then `put_down`, or `let_go` with another button.
    """

    clicked = Signal()
    taken = Signal(QPoint)
    carried = Signal(QPoint)
    put_down = Signal()
    let_go = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._holds = False

    def watch(self, widget: QWidget) -> None:
        """People can be taken from here, too."""
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        spot = event.globalPosition().toPoint()
        if event.type() in (KIND.MouseButtonPress, KIND.MouseButtonDblClick):
            return self._press(spot, event.button())
        if event.type() == KIND.MouseMove and self._pressed is not None:
            self._move(self._pressed, spot)
            return True
        if event.type() == KIND.MouseButtonRelease and event.button() == LEFT and self._pressed is not None:
            self._release(watched, event.position().x())
            return True
        return False

    def _press(self, spot: QPoint, button: Qt.MouseButton) -> bool:
        if button == LEFT:
            self._pressed = spot
            return True
        held, self._holds, self._pressed = self._holds, False, None
        if held:
            self.let_go.emit()
        return held

    def _move(self, start: QPoint, spot: QPoint) -> None:
        if self._holds:
            self.carried.emit(spot)
        elif (spot - start).manhattanLength() >= QApplication.startDragDistance():
            self._holds = True
            self.taken.emit(spot)

    def _release(self, watched: QObject, x: float) -> None:
        held, self._holds, self._pressed = self._holds, False, None
        if held:
            self.put_down.emit()
        elif isinstance(watched, StepField):
            watched.press_at(x)
        else:
            self.clicked.emit()
