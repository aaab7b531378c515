"""A whole number in a pill, stepped by its ends, the wheel or the arrow keys, or typed."""

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import BODY, SEMIBOLD, SMALL, TINY, Theme, colour_of, font, px, text_scale, written
from flowsim.ui.text.language import plain, said
from flowsim.ui.widgets.shows_focus import ShowsFocus

MOST: Final = 999_999


Look: TypeAlias = Literal["plain", "full", "over"]
"""Whether a limit leaves room, is reached, or exceeded."""


STAYS_OPEN: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons for losing the focus that do not end typing: a menu or another window was opened."""


class StepField(ShowsFocus):
    """A whole number in a pill: shows `idle_text`, and under the mouse or with the focus "− value +".

    Click the ends, turn the wheel or press the arrow keys to step; click the middle or press Enter to type. Emits
    `asked` with the number a person asks for, or None for "no limit" where `may_be_none`; whoever listens sets it.
    With `shows_steps` the ends are always on view. Emits `complained` with what is allowed where something else is
    typed.
    """

    asked = Signal(object)
    complained = Signal(str)

    def __init__(
        self, theme: Theme, name: str, *, minimum: int = 1, maximum: int = MOST, may_be_none: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._minimum = minimum
        self._maximum = maximum
        self._may_be_none = may_be_none
        self._value: int | None = None
        self._idle_text = ""
        self._look: Look = "plain"
        self._brief = ""
        self._at_present: int | None = None
        self._under_mouse = False
        self.shows_steps = False
        self._editor: QLineEdit | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_value(
        self, value: int | None, idle_text: str, look: Look = "plain", *, brief: str = "", at_present: int | None = None
    ) -> None:
        """Show `value` by `idle_text`, or by `brief` where there is no room for it; `look` is how the pill is coloured.

        Where there is no limit, `at_present` is the count from which a step downwards begins.
        """
        self._brief, self._at_present = brief or idle_text, at_present
        if (value, idle_text, look) != (self._value, self._idle_text, self._look):
            self._value, self._idle_text, self._look = value, idle_text, look
            self.setAccessibleDescription(idle_text)
            self.update()

    @property
    def wished_width(self) -> int:
        """How wide the field would be to show its text large."""
        return QFontMetrics(written(BODY, SEMIBOLD)).horizontalAdvance(self._idle_text) + px(28)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self.update()

    def step(self, by: int) -> None:
        """Ask for the value plus `by`; from "no limit" up does nothing, and down asks for the present count."""
        if self._value is None:
            if by < 0 and self._at_present is not None:
                self.asked.emit(max(self._at_present, self._minimum))
            return
        if self._minimum <= self._value + by <= self._maximum:
            self.asked.emit(self._value + by)

    def edit(self) -> None:
        """Let a person type the number in place."""
        if self._editor is not None:
            return
        editor = self._editor = QLineEdit("" if self._value is None else str(self._value), self)
        editor.setAccessibleName(self.accessibleName())
        editor.setPlaceholderText(self.tr("none") if self._may_be_none else "")
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setGeometry(self.rect())
        editor.selectAll()
        editor.textEdited.connect(lambda text: self._mark(None if self._reads(text) else self._allowed(), aloud=False))
        editor.installEventFilter(self)
        editor.show()
        editor.setFocus()

    def press_at(self, x: float) -> None:
        """Do what a press there means: its ends step, its middle lets a person type."""
        third = self.width() / 3
        if x < third:
            self.step(-1)
        elif x > 2 * third:
            self.step(+1)
        else:
            self.edit()

    def stop_editing(self) -> None:
        """Leave the number as it was."""
        self._close()

    def _take(self) -> bool:
        """Ask for what has been typed; if that is no number for here, say what is, and keep it. Whether it was one."""
        if self._editor is None:
            return False
        text = self._editor.text()
        if not self._reads(text):
            self._mark(self._allowed(), aloud=True)
            return False
        self._close()
        self.asked.emit(int(text) if text.strip().isdecimal() else None)
        return True

    def _reads(self, text: str) -> bool:
        """Whether `text` is something that may stand here."""
        text = text.strip()
        if self._may_be_none and text.casefold() in ("", self.tr("none").casefold()):
            return True
        number = text.isascii() and text.isdecimal() and len(text) <= 9
        return number and self._minimum <= int(text) <= self._maximum

    def _allowed(self) -> str:
        allowed = self.tr("a whole number from {0} to {1}")
        if self._may_be_none:
            allowed = self.tr("a whole number from {0} to {1}, or nothing for no limit")
        return allowed.format(self._minimum, said(self._maximum, ","))

    def _mark(self, problem: str | None, *, aloud: bool) -> None:
        if self._editor is not None and self._editor.property("wrong") != (problem is not None):
            self._editor.setProperty("wrong", problem is not None)
            self._editor.style().polish(self._editor)
        if problem is not None and self._editor is not None:
            self._editor.setToolTip(plain(problem))
            if aloud:
                self.complained.emit(problem)

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.removeEventFilter(self)
            editor.hide()
            editor.deleteLater()

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is not self._editor:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        if not isinstance(event, QFocusEvent) or event.type() != QEvent.Type.FocusOut:
            return False
        if event.reason() not in STAYS_OPEN and not self._take():
            self._close()
        return False

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(72), px(24))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.press_at(event.position().x())
        event.accept()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.step(1 if event.angleDelta().y() > 0 else -1)
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Plus:
                self.step(1)
            case Qt.Key.Key_Down | Qt.Key.Key_Minus:
                self.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit()
            case _:
                super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(text_scale(), text_scale())
            whole = QRectF(0, 0, self.width() / text_scale(), self.height() / text_scale())
            ground, text = {"full": ("full_soft", "full"), "over": ("over_soft", "over")}.get(
                self._look, ("surface", "text")
            )
            painter.setBrush(colour_of(theme, ground))
            edge = QPen(QColor(theme.line), 1) if self._look == "plain" else QPen(Qt.PenStyle.NoPen)
            painter.setPen(QPen(QColor(theme.accent), 1.5) if self.hasFocus() else edge)
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 7, 7)
            painter.setPen(colour_of(theme, text))
            centre = Qt.AlignmentFlag.AlignCenter
            if self.shows_steps or self._under_mouse or self.hasFocus():
                painter.setFont(font(BODY if whole.width() >= 64 else TINY, SEMIBOLD))
                painter.drawText(QRectF(0, 0, whole.width() / 5, whole.height()), centre, "−")
                painter.drawText(QRectF(whole.width() * 4 / 5, 0, whole.width() / 5, whole.height()), centre, "+")
                size, words = self.between_steps(whole.width())
            else:
                sizes = (BODY, SMALL, TINY) if whole.width() >= 64 else (TINY,)
                size, words = _fitting(self._idle_text, sizes, whole.width() - 10) or TINY, self._idle_text
            painter.setFont(font(size, SEMIBOLD))
            painter.drawText(whole, centre, words)

    def between_steps(self, width: float) -> tuple[int, str]:
        """Size and text that fit between the ends of a field this wide: all of it, or the number that is stepped."""
        room = width * 3 / 5
        if size := _fitting(self._idle_text, (SMALL, TINY), room):
            return size, self._idle_text
        number = self._brief if self._value is None else str(self._value)
        if size := _fitting(number, (SMALL, TINY), room):
            return size, number
        metrics = QFontMetrics(font(TINY, SEMIBOLD))
        return TINY, metrics.elidedText(number, Qt.TextElideMode.ElideRight, int(room))


def _fitting(text: str, sizes: Sequence[int], room: float) -> int | None:
    """The first of the font sizes in which a text is no wider than `room`; None if it is wider in all."""
    widths = {size: QFontMetrics(font(size, SEMIBOLD)).horizontalAdvance(text) for size in sizes}
    return next((size for size, width in widths.items() if width <= room), None)
