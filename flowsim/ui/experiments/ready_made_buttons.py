"""Ready-made questions, one click each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowsim.experiments.questions import Question
from flowsim.ui.style.theme import SPACE_2, SPACE_4
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.question_form import button


class ReadyMadeButtons(QWidget):
    """Signal: `asked` (a `Question`)."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE_4, 0, 0)
        self._column.setSpacing(SPACE_2)

    def offer(self, questions: Sequence[Question]) -> None:
        """A button for each; those before are gone."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for question in questions:
            one = button(shown(question.title), shown(question.axis))
            one.clicked.connect(lambda _=False, question=question: self.asked.emit(question))
            self._column.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
