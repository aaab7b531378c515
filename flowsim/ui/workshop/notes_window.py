"""Notes for whoever leads, in a window of their own for a second screen: this step, the next one, the time left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.domain.workshop import Workshop
from flowsim.session.rounds import step_on_view
from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4, px
from flowsim.ui.widgets.prose import Prose
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea
from flowsim.ui.widgets.wrapped_label import WrappedLabel


class NotesWindow(QWidget):
    """Follows a workshop. Signals: `step_asked` (so many steps forward or back), `closed`."""

    step_asked = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Notes – flowsim"))
        self.title = WrappedLabel(role="headline")
        self.timer = QLabel()
        self.timer.setObjectName("clock")
        self.notes = Prose(self.tr("Notes on this step"))
        self.whole = Prose(self.tr("Notes on the exercise"))
        self.coming = WrappedLabel(role="quiet")
        self.back = QPushButton(self.tr("Back"))
        self.next = QPushButton(self.tr("Next"))
        self.back.clicked.connect(lambda: self.step_asked.emit(-1))
        self.next.clicked.connect(lambda: self.step_asked.emit(1))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        self.about = WrappedLabel(self.tr("About the exercise"), "small")
        for part in (WrappedLabel(self.tr("This step"), "small"), self.notes, self.coming, self.about, self.whole):
            column.addWidget(part)
        column.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.timer, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_2)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        whole.setSpacing(SPACE_3)
        whole.addLayout(head)
        whole.addWidget(QuietScrollArea(inner), 1)
        whole.addLayout(foot)
        self.resize(px(520), px(560))

    def show_workshop(self, workshop: Workshop) -> None:
        """The notes of the step on view."""
        step, exercise = step_on_view(workshop), workshop.exercise
        if step is None or exercise is None:
            self.title.setText(self.tr("No exercise is open"))
            self.notes.show_markdown(self.tr("Choose one with *Guided* on the first page; its notes stand here."))
            for part in (self.whole, self.about, self.coming, self.back, self.next):
                part.hide()
            return
        steps = exercise.told_in(workshop.minutes)
        self.title.setText(step.title)
        self.notes.show_markdown(step.notes or self.tr("No notes on this step."))
        variant = next((each for each in exercise.variants if each.minutes == workshop.minutes), None)
        notes = "\n\n".join(text for text in (exercise.notes, "" if variant is None else variant.notes) if text)
        last = workshop.step + 1 >= len(steps)
        debrief = "".join(f"\n- {question}" for question in exercise.debrief)
        self.whole.show_markdown(f"{notes}\n{debrief}" if last and debrief else notes)
        self.coming.setText("" if last else self.tr("Then: {0}").format(steps[workshop.step + 1].title))
        self.back.setEnabled(workshop.step > 0)
        self.next.setEnabled(not last)
        for part, wanted in (
            (self.whole, bool(notes)), (self.about, bool(notes)), (self.coming, not last), (self.back, True),
            (self.next, True),
        ):  # fmt: skip
            part.setVisible(wanted)

    def show_countdown(self, text: str) -> None:
        """How much of the time of the step is left."""
        self.timer.setText(text)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
