"""One large figure with its unit and a note."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolTip, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.domain.units import NO_VALUE
from flowsim.ui.style.theme import SPACE_1
from flowsim.ui.text.language import plain, sentence
from flowsim.ui.widgets.elided_label import ElidedLabel


class FigureTile(QWidget):
    """A caption, a large value with its small unit, and a quiet line below."""

    def __init__(self, caption: str, meaning: str) -> None:
        super().__init__()
        self._meaning = meaning
        self.setToolTip(meaning)
        self.setAccessibleName(caption)
        name = QLabel(caption)
        name.setObjectName("small")
        self._value = QLabel(NO_VALUE)
        self._value.setObjectName("figure")
        self._unit = QLabel()
        self._unit.setObjectName("quiet")
        self._note = ElidedLabel()
        self._note.setObjectName("small")
        self._more = ElidedLabel()
        self._more.setObjectName("small")
        self._more.hide()
        self._difference = QLabel()
        self._difference.setObjectName("small")
        self._difference.setTextFormat(Qt.TextFormat.PlainText)
        self._difference.hide()
        line = QHBoxLayout()
        line.setSpacing(SPACE_1 + 2)
        line.addWidget(self._value)
        line.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(name)
        column.addLayout(line)
        column.addWidget(self._note)
        column.addWidget(self._more)
        column.addWidget(self._difference)
        column.addStretch(1)

    def show_basis(self, basis: str) -> None:
        """Say in the tooltip what the value is computed from."""
        self.setToolTip(plain(f"{sentence(self._meaning)}\n{sentence(basis)}"))

    def show_difference(self, text: str, *, good: bool | None) -> None:
        """What the value is more or less than in another run, and whether that is good; None: neither."""
        self._difference.setText(text)
        self._difference.setVisible(bool(text))
        name = {None: "small", True: "better", False: "worse"}[good]
        if self._difference.objectName() != name:
            self._difference.setObjectName(name)
            self._difference.style().unpolish(self._difference)
            self._difference.style().polish(self._difference)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            below = self.mapToGlobal(QPoint(0, self.height()))  # the figure that it explains stays in sight
            QToolTip.showText(below, self.toolTip(), self)
            return True
        return super().event(event)

    def show_value(self, value: str, unit: str, note: str, more: str = "") -> None:
        """Show a value with its unit, and what to know about it, in one line or two."""
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._value.setText(value)
        self._unit.setText(unit)
        self._note.setText(note)
        told = self.tr("{0}, {1}").format(note, more) if more else note
        self.setAccessibleDescription(self.tr("{0} {1}, {2}").format(value, unit, told))
