"""A form from a table of rows, in sections that open and close: each row a label, a field, and what it asks for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from flowsim.domain.interventions import Intervention
from flowsim.domain.problems import Refused
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.ui.style.theme import SPACE_1, SPACE_2, Theme, px
from flowsim.ui.text.language import plain
from flowsim.ui.widgets.button_field import ButtonField
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.colour_field import ColourField
from flowsim.ui.widgets.count_field import CountField
from flowsim.ui.widgets.distribution_field import DistributionField
from flowsim.ui.widgets.help_place import SETTINGS, explained
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.text_area import TextArea
from flowsim.ui.widgets.text_field import TextField

Field = CountField | NumberField | ChoiceField | TextField | TextArea | ColourField | ButtonField | DistributionField
"""What a form asks of a field, whichever it is."""

LONGEST_WORD = 18
WIDE = (TextArea, DistributionField)
"""Fields that take the whole width, under their label."""


@dataclass(frozen=True)
class Row:
    """One setting: `hint` says in a sentence what it is; `get` reads it, `make` asks for another value.

    `show` says whether the row matters now. `structural`: whether changing it begins the run anew. Where the rows above
    say what a row is about, `brief` stands there instead of the `label`. `path` is the setting's path in experiments.
    """

    label: str
    hint: str
    field: Field
    get: Callable[[Session], Any]
    make: Callable[[Session, Any], Intervention | Edit]
    show: Callable[[Session], bool] = lambda _: True
    structural: bool = False
    brief: str = ""
    path: str = ""


@dataclass(frozen=True)
class Section:
    """Rows under a heading; one without a heading is always open. `about` is where the manual tells of them."""

    title: str = ""
    rows: Sequence[Row] = field(default_factory=list)
    opened: bool = True
    about: str = ""


class Form(QWidget):
    """Sections of settings.

    Signals: `step_asked`, `edit_asked` (of the board itself), `complained` (what is allowed), `refused` (why not),
    `entered` (Enter in a field), `what_if_asked` (path of the setting that could be different).
    """

    step_asked = Signal(Step)
    edit_asked = Signal(Edit)
    what_if_asked = Signal(str)
    complained = Signal(str)
    refused = Signal(str)
    entered = Signal()

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._session: Session | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        self._sections = [_SectionOnView(section, self._ask) for section in sections if section.rows]
        for section in self._sections:
            section.entered.connect(self.entered)
            section.what_if_asked.connect(self.what_if_asked)
            column.addWidget(section)
            for row in section.rows:
                row.field.complained.connect(self.complained)

    @property
    def opened(self) -> dict[str, bool]:
        """Which sections are open, by heading."""
        return {section.title: section.is_open for section in self._sections}

    def open_like(self, opened: dict[str, bool]) -> None:
        """Open and close the sections as they were in another form."""
        for section in self._sections:
            section.open(opened=opened.get(section.title, section.is_open))

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        for row in self._rows:
            row.field.set_theme(theme)

    def show_session(self, session: Session) -> None:
        """Show what is in force."""
        self._session = session
        for section in self._sections:
            section.show_session(session)

    def let_go(self) -> None:
        """Ask for nothing any more: what is still being typed belongs to what was on view."""
        self._session = None

    def field(self, label: str) -> Field:
        """The field of the row with this label, in whichever section."""
        return next(row.field for row in self._rows if row.label == label)

    def reveal(self, label: str) -> None:
        """Open the section in which the row with this label stands."""
        for section in self._sections:
            if any(row.label == label for row in section.rows):
                section.open(opened=True)

    def take_focus(self, label: str) -> None:
        """Put the focus into the row with this label, if there is one."""
        for row in self._rows:
            if row.label == label:
                row.field.setFocus()

    def label_in_focus(self) -> str:
        """The label of the row where the focus is, empty if there is none."""
        focus = QApplication.focusWidget()
        if focus is None:
            return ""
        return next((row.label for row in self._rows if row.field is focus or row.field.isAncestorOf(focus)), "")

    @property
    def _rows(self) -> Iterator[Row]:
        for section in self._sections:
            yield from section.rows

    def _ask(self, row: Row, value: Any) -> None:
        if self._session is None:
            return
        try:
            change = row.make(self._session, value)
        except Refused as refusal:
            self.refused.emit(str(refusal))
        else:
            if isinstance(change, Edit):
                self.edit_asked.emit(change)
            else:
                self.step_asked.emit(Step((change,)))
        if self._session is not None:
            # What was refused is not in force: the field must not look as if it were.
            row.field.show_value(row.get(self._session))


class _SectionOnView(QWidget):
    """A heading that opens and closes, and the rows under it. Signal: `entered`, when Enter has ended a field."""

    entered = Signal()
    what_if_asked = Signal(str)

    def __init__(self, section: Section, ask: Callable[[Row, Any], None]) -> None:
        super().__init__()
        explained(self, section.about)
        self.title = section.title
        self.rows = section.rows
        self._labels: list[QLabel] = []
        self._head = QToolButton(self)
        self._head.setObjectName("section")
        self._head.setCheckable(True)
        self._head.setIconSize(QSize(px(8), px(8)))  # its arrow stands over the first letters of the labels
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setText(section.title)
        self._head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head.setVisible(bool(section.title))
        self._head.toggled.connect(lambda opened: self.open(opened=opened))
        self._note = QLabel(self.tr("↺ Changing this begins the run again."), self)
        self._note.setObjectName("small")
        self._note.setWordWrap(True)
        self._body = QWidget(self)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, SPACE_2)
        self._grid.setHorizontalSpacing(SPACE_2)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._note, 0, 0, 1, 2)
        for row in section.rows:
            self._add(row, ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(self._body)
        self.open(opened=section.opened or not section.title)

    @property
    def is_open(self) -> bool:
        """Whether the rows are on view."""
        return self._head.isChecked()

    def open(self, *, opened: bool) -> None:
        """Show the rows, or only the heading."""
        self._head.setChecked(opened)
        self._head.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._body.setVisible(opened)

    def show_session(self, session: Session) -> None:
        """Show what is in force."""
        shown = [row.show(session) for row in self.rows]
        self._note.setVisible(
            session.begun and any(its and row.structural for its, row in zip(shown, self.rows, strict=True))
        )
        for row, label, its in zip(self.rows, self._labels, shown, strict=True):
            label.setVisible(its and bool(row.label))
            label.setText(_wrapped(row.brief or row.label) + (" ↺" if row.structural and session.begun else ""))
            row.field.setVisible(its)
            if its:
                row.field.show_value(row.get(session))
        self.setVisible(any(shown))

    def _add(self, row: Row, ask: Callable[[Row, Any], None]) -> None:
        label, field_, place = QLabel(_wrapped(row.brief or row.label)), row.field, self._grid.rowCount()
        allowed = self.tr("Allowed: {0}").format(field_.allowed)
        hint = plain(f"{row.hint}\n{allowed}" if field_.allowed else row.hint)
        label.setObjectName("quiet")
        label.setToolTip(hint)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        field_.setWhatsThis(plain(row.hint))
        explained(field_, SETTINGS.get(row.path.rpartition(".")[2], ""))
        if not field_.toolTip():
            field_.setToolTip(hint)
        if isinstance(field_, WIDE):
            self._grid.addWidget(label, place, 0, 1, 2)
            self._grid.addWidget(field_, place + 1, 0, 1, 2)
        else:
            self._grid.addWidget(label, place, 0)
            self._grid.addWidget(field_, place, 1, Qt.AlignmentFlag.AlignRight)
        if row.path:
            for part in (label, field_):
                part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                part.customContextMenuRequested.connect(lambda at, part=part: self._offer(row, part, at))
        self._labels.append(label)
        field_.asked.connect(lambda value: ask(row, value))
        if isinstance(field_, NumberField | TextField):
            field_.returnPressed.connect(lambda: self._leave(field_))

    def _offer(self, row: Row, part: QWidget, at: QPoint) -> None:
        """What else can be done about a number: what if it were different?"""
        menu = part.createStandardContextMenu() if isinstance(part, QLineEdit) else QMenu(part)
        menu.setParent(part, menu.windowFlags())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        others = menu.actions()
        what_if = QAction(self.tr("What if this were different?"), menu)
        what_if.triggered.connect(lambda: self.what_if_asked.emit(row.path))
        menu.addAction(what_if)
        for other in others:  # behind it
            menu.removeAction(other)
            menu.addAction(other)
        menu.popup(part.mapToGlobal(at))

    def _leave(self, field: NumberField | TextField) -> None:
        """Enter ends a field; what is typed wrong stays, to be mended."""
        if not field.isModified():
            self.entered.emit()


def _wrapped(label: str) -> str:
    """A label whose lines can be broken: a word longer than the form is wide would push the fields out of it."""
    words = (word if len(word) <= LONGEST_WORD else word[: LONGEST_WORD - 1] + "…" for word in label.split(" "))
    return " ".join(words)


def nothing(_: Session) -> None:
    """What a button shows of a session."""
