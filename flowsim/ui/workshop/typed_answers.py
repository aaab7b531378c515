"""What people called out, typed in by whoever leads; and the question what to try next."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from flowsim.audience.questions import Answer, Asked, PhoneQuestion
from flowsim.domain.workshop import MOST_OPTIONS
from flowsim.ui.style.theme import SPACE_2, SPACE_4, px
from flowsim.ui.text.language import tr
from flowsim.ui.widgets.question_form import QuestionForm
from flowsim.ui.widgets.text_area import TextArea
from flowsim.ui.widgets.text_field import TextField

LONGEST: Final = 4_000
MOST_TYPED: Final = 500
LONGEST_OPTION: Final = 200


class TypedAnswers(QDialog):
    """A line for each question. Signal: `typed` (for each question a list of answers, as phones would give them)."""

    typed = Signal(object)

    def __init__(self, asked: Asked, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What the room says"))
        self._asked = asked
        form = QuestionForm()
        self.fields: list[TextField] = []
        for question in asked.questions:
            field = TextField(question.text, longest=LONGEST, required=False)
            field.setPlaceholderText(_how(question))
            form.add(question.text, field)
            self.fields.append(field)
        self.problem = form.add_note("problem")
        form.add_stretch()
        self.box = _box(self, form)
        self.box.accepted.connect(self._take)
        self.resize(px(520), px(160 + 64 * len(self.fields)))

    def _take(self) -> None:
        answers: list[list[Answer]] = []
        for question, field in zip(self._asked.questions, self.fields, strict=True):
            said = answers_in(field.text(), question)
            if said is None:
                self.problem.setText(tr("{0}: {1}").format(question.text, _how(question)))
                self.problem.show()
                field.setFocus()
                return
            answers.append(said)
        self.typed.emit(answers)
        self.accept()


def _how(question: PhoneQuestion) -> str:
    if question.kind == "number":
        return tr("every answer, such as 4 7.5 12")
    if question.kind == "choice":
        many = ", ".join(str(3 * place + 2) for place in range(len(question.options)))
        return tr("how many chose each, such as {0}").format(many)
    return tr("time and number of every point, such as 20/14 20/9")


def answers_in(text: str, question: PhoneQuestion) -> list[Answer] | None:
    """The answers in what somebody typed; None if it is none. A comma within a number is a decimal comma."""
    words = [word.strip(",;") for word in text.replace(";", " ").split()]
    words = [word for word in words if word]
    if question.kind == "choice":
        words = [word for part in words for word in part.split(",") if word]
        if words and len(words) != len(question.options):
            return None
        if not all(word.isascii() and word.isdigit() for word in words) or sum(map(int, words)) > MOST_TYPED:
            return None
        return [(float(place),) for place, many in enumerate(words) for _ in range(int(many))]
    said = [_numbers(word) for word in words]
    given = [question.answer_of(numbers) for numbers in said]
    return None if len(given) > MOST_TYPED or None in given else [each for each in given if each is not None]


def _numbers(word: str) -> list[float] | None:
    try:
        return [float(part.replace(",", ".")) for part in word.split("/")]
    except ValueError:
        return None


class VoteDialog(QDialog):
    """What shall the room choose among? Signal: `asked` (the question, the options)."""

    asked = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Ask what to try next"))
        form = QuestionForm()
        self.question = QLineEdit(self.tr("What shall we try next?"))
        self.question.setMaxLength(LONGEST_OPTION)
        form.add(self.tr("Question"), self.question)
        self.options = TextArea(self.tr("What the room chooses among"), self.tr("One a line"), longest=LONGEST)
        form.add_widget(self.options)
        self.problem = form.add_note("problem")
        form.add_stretch()
        self.box = _box(self, form)
        self.box.accepted.connect(self._take)
        self.resize(px(460), px(340))

    def _take(self) -> None:
        lines = [line.strip()[:LONGEST_OPTION] for line in self.options.toPlainText().split("\n")]
        options: Sequence[str] = list(dict.fromkeys(line for line in lines if line))
        if not 2 <= len(options) <= MOST_OPTIONS or not self.question.text().strip():
            self.problem.setText(self.tr("A question, and from two to {0} different lines.").format(MOST_OPTIONS))
            self.problem.show()
            return
        self.asked.emit(self.question.text().strip(), tuple(options))
        self.accept()


def _box(dialog: QDialog, form: QuestionForm) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    box.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
    column.setSpacing(SPACE_2)
    column.addWidget(form)
    column.addWidget(box)
    return box
