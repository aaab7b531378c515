"""Making an exercise of one's own from a session: what it is about, which rounds it tells, how it is led."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from flowsim.domain.workshop import Workshop
from flowsim.session.own_exercise import MOST_TOLD, Draft
from flowsim.session.rounds import LONGEST_NAME
from flowsim.ui.style.theme import SPACE_1, SPACE_2, SPACE_3, Theme, px
from flowsim.ui.text.language import labelled
from flowsim.ui.widgets.count_field import CountField
from flowsim.ui.widgets.field_size import FIELD_HEIGHT
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea
from flowsim.ui.widgets.stepped_dialog import SteppedDialog
from flowsim.ui.widgets.wrapped_label import WrappedLabel

WIDTH: Final = 560
HEIGHT: Final = 500
TEXT_HEIGHT: Final = 92
MINUTES: Final = 6
MOST_MINUTES: Final = 90


class ExerciseWizard(SteppedDialog):
    """Asks for a `Draft` in three steps; `name` is what the board is called.

    Signal: `save_asked` (the draft). It stays open until whoever saves closes it, so that nothing typed is lost.
    """

    save_asked = Signal(object)

    def __init__(self, workshop: Workshop, name: str, theme: Theme, parent: QWidget) -> None:
        titles = [self.tr("What is it about?"), self.tr("Which rounds does it tell?"), self.tr("How is it led?")]
        super().__init__(titles, self.tr("Save …"), QSize(px(WIDTH), px(HEIGHT)), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Make an exercise from this session"))
        self.name = _line(self.tr("Name"), name)
        self.teaches = _line(self.tr("What people learn, in one sentence"), "")
        self.welcome = _text(self.tr("What the first step says"))
        self.welcome.setPlaceholderText(self.tr("Press Play and watch for a minute. Where do cards stand still?"))
        self.rounds = [_Choice(its.name) for its in workshop.rounds]
        self.minutes = CountField(theme, self.tr("Minutes for each round"), maximum=MOST_MINUTES)
        self.minutes.asked.connect(self._take_minutes)
        self._take_minutes(MINUTES)
        self.debrief = _text(self.tr("Questions to talk about at the end, one in each line"))
        self.notes = _text(self.tr("Notes for whoever leads"))
        self.promises = _Choice(self.tr("Say which numbers came out, so that flowsim can check them again"))
        for page in (self._about(), self._told(), self._led()):
            self.steps.addWidget(page)
        self.name.textChanged.connect(lambda _: self._follow())
        for choice in self.rounds:
            choice.toggled.connect(lambda _: self._follow())
        self._follow()

    def draft(self) -> Draft:
        """What was said so far."""
        return Draft(
            name=self.name.text().strip(), teaches=self.teaches.text().strip(),
            welcome=self.welcome.toPlainText().strip(),
            rounds=tuple(place for place, its in enumerate(self.rounds) if its.isChecked()),
            minutes=self._minutes,
            debrief=tuple(line.strip() for line in self.debrief.toPlainText().splitlines() if line.strip()),
            notes=self.notes.toPlainText().strip(), promises=self.promises.isChecked(),
        )  # fmt: skip

    def _take_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self.minutes.show_value(minutes)

    def _about(self) -> QWidget:
        return _page(
            [
                (self.name.accessibleName(), self.name), (self.teaches.accessibleName(), self.teaches),
                (self.welcome.accessibleName(), self.welcome),
            ],
            self.tr("Whoever opens it reads name and sentence first; do not give the answer away."),
        )  # fmt: skip

    def _told(self) -> QWidget:
        if not self.rounds:
            return _page(
                [],
                self.tr(
                    "No round was kept in this session, so the exercise has one: the board as it stands now. "
                    "Play and keep rounds first to tell more."
                ),
            )
        return _page(
            [("", its) for its in self.rounds],
            self.tr(
                "Each round becomes a step: its board and its questions as they were. Guesses stay here; what was "
                "learned goes into the notes."
            ),
        )

    def _led(self) -> QWidget:
        return _page(
            [
                (self.minutes.accessibleName(), self.minutes), (self.debrief.accessibleName(), self.debrief),
                (self.notes.accessibleName(), self.notes), ("", self.promises),
            ],
            "",
        )  # fmt: skip

    @override
    def _come(self) -> None:
        first = [self.name, self.rounds[0] if self.rounds else self.next, self.minutes][self._place]
        first.setFocus()

    @override
    def _end(self) -> None:
        self.save_asked.emit(self.draft())

    @override
    def _follow(self) -> None:
        super()._follow()
        self.promises.setVisible(any(its.isChecked() for its in self.rounds))
        named = bool(self.name.text().strip())
        missing = ["" if named else self.tr("Name it first"), self._why_not_these_rounds(), ""][self._place]
        self.next.setEnabled(not missing)
        self.next.setToolTip(missing)

    def _why_not_these_rounds(self) -> str:
        many = sum(its.isChecked() for its in self.rounds)
        if self.rounds and not many:
            return self.tr("Choose a round")
        return self.tr("Choose {0} rounds at most").format(MOST_TOLD) if many > MOST_TOLD else ""


class _Choice(QPushButton):
    """Something that is in or not, on at first."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setObjectName("kind")
        self.setCheckable(True)
        self.setChecked(True)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setStyleSheet("text-align: left")
        self.toggled.connect(lambda _: self._show())
        self._show()

    def _show(self) -> None:
        self.setText(labelled(f"{'✓' if self.isChecked() else '  '}  {self._text}"))


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text[:LONGEST_NAME])
    made.setObjectName("number")
    made.setAccessibleName(name)
    made.setMaxLength(LONGEST_NAME)
    made.setMinimumHeight(px(FIELD_HEIGHT))
    return made


def _text(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(px(TEXT_HEIGHT))
    return made


def _page(fields: Sequence[tuple[str, QWidget]], hint: str) -> QWidget:
    """Fields under their names, with a hint above them; it scrolls where text is large."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, SPACE_1, 0)
    column.setSpacing(SPACE_1)
    if hint:
        column.addWidget(WrappedLabel(hint, "quiet"))
        column.addSpacing(SPACE_2)
    for name, field in fields:
        if name:
            label = QLabel(name)
            label.setObjectName("small")
            label.setBuddy(field)
            column.addWidget(label)
        column.addWidget(field)
        column.addSpacing(SPACE_3 if name else SPACE_1)
    column.addStretch(1)
    return QuietScrollArea(inner)
