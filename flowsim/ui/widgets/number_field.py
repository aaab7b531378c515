"""A number with its unit in a form."""

import re
from typing import Final

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from flowsim.ui.style.theme import Theme, px
from flowsim.ui.text.language import plain, said, shown
from flowsim.ui.widgets.field_size import FIELD_HEIGHT, FIELD_WIDTH
from flowsim.ui.widgets.step_field import STAYS_OPEN

MOST: Final = 1e9


LEAST: Final = 1e-4
"""The largest number that can be typed, and the smallest but 0: what has no more digits than a person can read."""


GROUPED: Final = re.compile(r"\d{1,3}(?:[,.'’\s]\d{3})+\D*")
"""A number whose thousands are set apart; in another country the same signs mean a fraction."""


def _may_be_thousands(number: str) -> bool:
    """Whether its sign may set thousands apart, in English a comma, in German a point."""
    return re.fullmatch(rf"[1-9]\d*{re.escape(QLocale().groupSeparator())}\d{{3}}", number) is not None


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

    def count_in(self, one: str, many: str) -> None:
        """Count in this unit from now on."""
        self._units = shown(one), shown(many)
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
        number = said(round(self._value * self._scale, 4), ".12g")
        self.setText(f"{number} {self._units[0] if number == '1' else self._units[1]}".strip())

    def _take(self) -> None:
        text = self.text().strip()
        if self._none is not None and text in ("", self._none):
            self._ask(None)
            return
        value = self._read(text)
        if value is None or not self._allows(value):
            self._mark(self._allowed())
            grouped = self.tr("{0}, written without a separator of thousands").format(self._allowed())
            self.complained.emit(grouped if GROUPED.fullmatch(text) else self._allowed())
        else:
            self._ask(value)

    def _read(self, text: str) -> float | None:
        """The number in `text`, which may end in the field's unit; None if there is none, or more than one reading."""
        number = re.fullmatch(r"(\d+(?:[.,]\d*)?|[.,]\d+)\s*(.*)", text, re.ASCII)
        if number is None or (number[2] and number[2] not in self._units) or _may_be_thousands(number[1]):
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
        words = words.format(said(least, "g"), said(most, ",.10g"), unit).strip()
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
