"""Fields of a form: a number with its unit, a choice, a number that steps. All speak alike.

Each has `asked` (the value a person wants), `complained` (what is allowed, where something else was typed),
`show_value` and `set_theme`; whoever listens sets the value, a field never changes anything itself.
"""

import re
from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit
from typing_extensions import override

from flowsim.ui.style.theme import Theme, px
from flowsim.ui.text.language import plain, shown
from flowsim.ui.widgets.small_controls import STAYS_OPEN, Look, StepField

FIELD_WIDTH: Final = 136
FIELD_HEIGHT: Final = 26
MOST: Final = 1e9
LEAST: Final = 1e-4
"""The largest number that can be typed, and the smallest but 0: what has no more digits than a person can read."""


class CountField(StepField):
    """A whole number in a form, its ends always on view; `none` is what it shows where there is no number."""

    def __init__(
        self, theme: Theme, name: str, *, minimum: int = 1, maximum: int = 999_999, none: str | None = None
    ) -> None:
        super().__init__(theme, name, minimum=minimum, maximum=maximum, may_be_none=none is not None)
        self._none = none or ""
        self.shows_steps = True
        self.setFixedSize(px(FIELD_WIDTH), px(FIELD_HEIGHT))

    @property
    def allowed(self) -> str:
        """What may be typed."""
        return self._allowed()

    @override
    def show_value(
        self, value: int | None, idle_text: str = "", look: Look = "plain", *, brief: str = "",
        at_present: int | None = None,
    ) -> None:  # fmt: skip
        super().show_value(value, self._none if value is None else str(value))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # who turns the wheel over a form wants to scroll it

    @override
    def step(self, by: int) -> None:
        if self._value is None:
            self.asked.emit(max(self._minimum, 1))
        else:
            super().step(by)


class NumberField(QLineEdit):
    """A number with its unit, such as "2.5 days" or "10 %"; typed with or without it.

    `scale` is how many of what is shown make one of what is meant (100 for percentages). Where nothing may be typed
    `none` is what is shown for it.
    """

    asked = Signal(object)
    complained = Signal(str)

    def __init__(
        self, name: str, units: tuple[str, str], *, minimum: float = 0.0, maximum: float = MOST,
        above: bool = False, scale: float = 1.0, none: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._units = shown(units[0]), shown(units[1])
        self._minimum = minimum
        self._maximum = maximum
        self._above = above
        self._scale = scale
        self._none = none
        self._value: float | None = None
        self.setObjectName("number")
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedSize(px(FIELD_WIDTH), px(FIELD_HEIGHT))
        self.textEdited.connect(lambda _: self._check())
        self.returnPressed.connect(self._take)

    @property
    def typed(self) -> float | None:
        """The number that stands in the field, if it is one that is allowed."""
        value = self._read(self.text().strip())
        return value if value is not None and self._allows(value) else None

    @property
    def allowed(self) -> str:
        """What may be typed."""
        return self._allowed()

    def _check(self) -> None:
        """While somebody types: what could not be taken is marked, with what could."""
        text = self.text().strip()
        nothing = not text or (self._none is not None and text == self._none)
        self._mark("" if nothing or self.typed is not None else self._allowed())

    def show_value(self, value: float | None) -> None:
        """Show what is in force, unless a person is typing."""
        if value != self._value or not self.text():
            self._value = value
            if not self.isModified():
                self._show()

    def set_theme(self, theme: Theme) -> None:
        """The style sheet of the program does it."""

    def _show(self) -> None:
        self.setModified(False)
        self._mark("")
        if self._value is None:
            self.setText(self._none or "")
            return
        number = f"{round(self._value * self._scale, 4):.12g}"
        self.setText(f"{number} {self._units[0] if number == '1' else self._units[1]}".strip())

    def _take(self) -> None:
        text = self.text().strip()
        if self._none is not None and text in ("", self._none):
            self._ask(None)
            return
        value = self._read(text)
        if value is None or not self._allows(value):
            self._mark(self._allowed())
            self.complained.emit(self._allowed())
        else:
            self._ask(value)

    def _read(self, text: str) -> float | None:
        """The number in `text`, which may end in the field's unit; None if there is none, or more than one reading."""
        number = re.fullmatch(r"(\d+(?:[.,]\d*)?|[.,]\d+)\s*(.*)", text, re.ASCII)
        if number is None or (number[2] and number[2] not in self._units) or re.fullmatch(r"\d+,\d{3}", number[1]):
            return None
        return float(number[1].replace(",", ".")) / self._scale

    def _allows(self, value: float) -> bool:
        above = self._minimum < value if self._above else self._minimum <= value
        return above and value <= self._maximum and not 0 < value * self._scale < LEAST

    def _allowed(self) -> str:
        least, most, unit = self._minimum * self._scale, self._maximum * self._scale, self._units[1]
        words = self.tr("a number above {0} {2}") if self._above else self.tr("a number of at least {0} {2}")
        if self._maximum < MOST:
            words = self.tr("a number from {0} to {1} {2}")
        words = words.format(f"{least:g}", f"{most:g}", unit)
        return words if self._none is None else self.tr("{0}, or nothing").format(words)

    def _ask(self, value: float | None) -> None:
        self.setModified(False)
        changed = value != self._value
        self._show()
        if changed:
            self.asked.emit(value)

    def _mark(self, problem: str) -> None:
        self.setToolTip(plain(problem))
        if self.property("wrong") != bool(problem):
            self.setProperty("wrong", bool(problem))
            self.style().polish(self)

    @override
    def event(self, event: QEvent) -> bool:
        undoes = isinstance(event, QKeyEvent) and (
            event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        )
        if event.type() == QEvent.Type.ShortcutOverride and undoes and not self.isModified():
            event.ignore()  # nothing has been typed: it is the board's last step that is meant
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._show()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in STAYS_OPEN:
            self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in STAYS_OPEN:
            return
        if self.isModified():
            self._take()
            if self.isModified():
                self._show()
        self.deselect()


class ChoiceField(QComboBox):
    """One of a few words; the wheel scrolls the form, not the choice."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedSize(px(FIELD_WIDTH), px(FIELD_HEIGHT))
        self._values: list[Any] = []
        self.offer(options)
        self.activated.connect(lambda index: self.asked.emit(self._values[index]))

    @property
    def allowed(self) -> str:
        """There is nothing to type."""
        return ""

    def offer(self, options: Sequence[tuple[Any, str]]) -> None:
        """The words to choose from, each with what it means."""
        if [value for value, _ in options] != self._values:
            self._values = [value for value, _ in options]
            self.clear()
            self.addItems([shown(words) for _, words in options])

    def show_value(self, value: Any) -> None:
        """Show what is in force; what is not among the words is shown as none of them."""
        index = self._values.index(value) if value in self._values else -1
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def set_theme(self, theme: Theme) -> None:
        """The style sheet of the program does it."""

    @override
    def event(self, event: QEvent) -> bool:
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if event.type() == QEvent.Type.ShortcutOverride and space:
            event.accept()  # it opens the list; elsewhere it plays and pauses
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Going from word to word must not change the board at every word.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.showPopup()
        else:
            event.ignore()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
        tip = QPointF(self.width() - 13, self.height() / 2 + 2)
        painter.drawPolyline([tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)])


Field: TypeAlias = CountField | NumberField | ChoiceField
"""What a form asks of a field, whichever it is."""
