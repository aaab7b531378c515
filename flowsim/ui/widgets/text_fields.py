"""Fields of a form for what is no number: a line of text, a longer text, a colour, a button.

They speak like the fields of `flowsim.ui.widgets.number_fields`: `asked`, `complained`, `show_value`, `set_theme`.
"""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from typing_extensions import override

from flowsim.ui.style.theme import Theme, px
from flowsim.ui.text.language import labelled
from flowsim.ui.widgets.number_fields import FIELD_HEIGHT, FIELD_WIDTH
from flowsim.ui.widgets.small_controls import STAYS_OPEN, ShowsFocus

SWATCH: Final = 20
TEXT_HEIGHT: Final = 120
LONGEST_BUTTON: Final = 190


class TextField(QLineEdit):
    """One line of text, such as a name; `required` refuses nothing at all, `taken` what somebody else is called."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, name: str, *, longest: int = 200, required: bool = True, taken: Sequence[str] = ()) -> None:
        super().__init__()
        self._value = ""
        self._required = required
        self._taken = set(taken)
        self.setObjectName("number")
        self.setAccessibleName(name)
        self.setMaxLength(longest)
        self.setFixedSize(px(FIELD_WIDTH), px(FIELD_HEIGHT))
        self.textEdited.connect(lambda _: self._mark(self._problem()))
        self.returnPressed.connect(self._take)

    def show_value(self, value: str) -> None:
        """Show what is in force, unless a person is typing."""
        self._value = value
        if not self.isModified() and self.text() != value:
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """The style sheet of the program does it."""

    @property
    def allowed(self) -> str:
        """What may be typed."""
        longest = self.tr("up to {0} characters").format(self.maxLength())
        return self.tr("a text that is not empty, {0}").format(longest) if self._required else longest

    def _problem(self) -> str:
        text = self.text().strip()
        if self._required and not text:
            return self.tr("a name that is not empty")
        return self.tr("a name that is not taken") if text != self._value and text in self._taken else ""

    def _show(self) -> None:
        self.setText(self._value)
        self.setCursorPosition(0)
        self.setModified(False)
        self._mark("")

    def _take(self) -> None:
        problem, text = self._problem(), self.text().strip()
        self._mark(problem)
        if problem:
            self.complained.emit(problem)
            return
        self.setModified(False)
        if text != self._value:
            self.asked.emit(text)

    def _mark(self, problem: str) -> None:
        if self.property("wrong") != bool(problem):
            self.setProperty("wrong", bool(problem))
            self.style().polish(self)

    @override
    def event(self, event: QEvent) -> bool:
        if _means_the_board(event, typed=self.isModified()):
            event.ignore()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._show()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in STAYS_OPEN or not self.isModified():
            return
        if self._problem():
            self._show()
        else:
            self._take()


class TextArea(QPlainTextEdit):
    """A longer text over the whole width of the form; taken when the field is left, or by Ctrl+Enter."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, name: str, placeholder: str, *, longest: int = 100_000) -> None:
        super().__init__()
        self._value = ""
        self._longest = longest
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(px(TEXT_HEIGHT))
        self.setTabChangesFocus(True)

    def show_value(self, value: str) -> None:
        """Show what is in force, unless a person is typing."""
        self._value = value
        if not self.document().isModified() and self.toPlainText() != value:
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """The style sheet of the program does it."""

    @property
    def allowed(self) -> str:
        """What may be typed."""
        return self.tr("Markdown, up to {0} characters").format(f"{self._longest:,}")

    def _show(self) -> None:
        self.setPlainText(self._value)
        self.document().setModified(False)

    def _take(self) -> None:
        text = self.toPlainText()
        if len(text) > self._longest:
            self.complained.emit(self.allowed)
        elif self.document().isModified():
            self.document().setModified(False)
            if text != self._value:
                self.asked.emit(text)

    @override
    def event(self, event: QEvent) -> bool:
        if _means_the_board(event, typed=self.document().isModified()):
            event.ignore()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self._show()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYS_OPEN:
            self._take()


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
        """Wear another theme."""
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
        painter = QPainter(self)
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


class ButtonField(QPushButton):
    """Something to do, in a form."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.whole = text
        self.setObjectName("small")
        self.setAccessibleName(text)
        short = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, px(LONGEST_BUTTON))
        self.setText(labelled(short))
        self.clicked.connect(self.press)

    def press(self) -> None:
        """It was pressed."""
        self.asked.emit(True)

    def show_value(self, value: Any) -> None:
        """There is nothing to show."""

    def set_theme(self, theme: Theme) -> None:
        """The style sheet of the program does it."""

    @property
    def allowed(self) -> str:
        """There is nothing to type."""
        return ""

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(px(72), px(FIELD_HEIGHT)))


def _means_the_board(event: QEvent, *, typed: bool) -> bool:
    """Whether undo or redo is asked for where nothing has been typed: it is the board that is meant then."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or typed:
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
