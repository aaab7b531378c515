"""A form from a table of rows: each row a label, a field, what it shows and what it asks for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from flowsim.domain.interventions import Intervention
from flowsim.session.session import Session
from flowsim.ui.inputs import Field
from flowsim.ui.theme import SPACE_2, Theme


@dataclass(frozen=True)
class Row:
    """One setting: `hint` says in a sentence what it is; `get` reads it, `make` asks for another value.

    `show` says whether the row matters now.
    """

    label: str
    hint: str
    field: Field
    get: Callable[[Session], Any]
    make: Callable[[Session, Any], Intervention]
    show: Callable[[Session], bool] = lambda _: True


class Form(QWidget):
    """Rows of settings. Signals: `asked` (interventions, as one step), `complained` (what is allowed)."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self._rows = rows
        self._session: Session | None = None
        self._labels: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_2)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for place, row in enumerate(rows):
            self._add(grid, place, row)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        for row in self._rows:
            row.field.set_theme(theme)

    def show_session(self, session: Session) -> None:
        """Show what is in force."""
        self._session = session
        for row, label in zip(self._rows, self._labels, strict=True):
            shown = row.show(session)
            label.setVisible(shown)
            row.field.setVisible(shown)
            if shown:
                row.field.show_value(row.get(session))

    def let_go(self) -> None:
        """Ask for nothing any more: what is still being typed belongs to what was on view."""
        self._session = None

    def field(self, label: str) -> Field:
        """The field of the row with this label."""
        return next(row.field for row in self._rows if row.label == label)

    def _add(self, grid: QGridLayout, place: int, row: Row) -> None:
        label, field = QLabel(row.label), row.field
        label.setObjectName("quiet")
        label.setToolTip(row.hint)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        field.setWhatsThis(row.hint)
        if not field.toolTip():
            field.setToolTip(row.hint)
        grid.addWidget(label, place, 0)
        grid.addWidget(field, place, 1, Qt.AlignmentFlag.AlignRight)
        self._labels.append(label)
        row.field.complained.connect(self.complained)
        row.field.asked.connect(lambda value: self._ask(row, value))

    def _ask(self, row: Row, value: Any) -> None:
        if self._session is not None:
            self.asked.emit((row.make(self._session, value),))
            # What was refused is not in force: the field must not look as if it were.
            row.field.show_value(row.get(self._session))
