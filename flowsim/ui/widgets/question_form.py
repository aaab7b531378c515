"""The left side of a laboratory page: fields under their names, and the button that begins."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from flowsim.ui.style.theme import SPACE_1, SPACE_2, SPACE_3, SPACE_4, px
from flowsim.ui.widgets.field_size import FIELD_HEIGHT

WIDEST = 16_777_215
"""What Qt takes for "as wide as there is room"."""


class QuestionForm(QFrame):
    """A sheet with fields, from top to bottom; all are as wide as the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        self._column.setSpacing(SPACE_1)

    def add(self, name: str, field: QWidget) -> QLabel:
        """A field under its name; the label, to hide together with it."""
        label = QLabel(name)
        label.setObjectName("small")
        label.setBuddy(field)
        field.setMinimumWidth(px(80))
        field.setMaximumWidth(WIDEST)
        field.setFixedHeight(px(FIELD_HEIGHT))
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column.addWidget(label)
        self._column.addWidget(field)
        self._column.addSpacing(SPACE_2)
        return label

    def add_widget(self, widget: QWidget) -> None:
        """Anything else."""
        self._column.addWidget(widget)
        self._column.addSpacing(SPACE_2)

    def add_note(self, role: str = "small") -> QLabel:
        """A line of text that wraps; nothing takes no room."""
        note = QLabel()
        note.setObjectName(role)
        note.setWordWrap(True)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.hide()
        self._column.addWidget(note)
        return note

    def add_stretch(self) -> None:
        """What is below stays above."""
        self._column.addStretch(1)


def button(text: str, tip: str = "", role: str = "") -> QPushButton:
    """A button that takes the focus by key and by mouse."""
    made = QPushButton(text)
    made.setToolTip(tip)
    made.setAutoDefault(False)
    made.setObjectName(role)
    return made
