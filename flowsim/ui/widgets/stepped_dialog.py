"""A dialog that asks in steps: where one is, what the step is about, its page, and buttons to go back and on."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from flowsim.ui.style.theme import SPACE_1, SPACE_2, SPACE_4, SPACE_6
from flowsim.ui.widgets.dialog_size import within
from flowsim.ui.widgets.question_form import button


class SteppedDialog(QDialog):
    """What is said in one step is kept in all.

    A subclass adds its pages, begins with `_follow`, and says what is to be done at the end. `titles` has what
    each step is about, `end` what the button says in the last one.
    """

    def __init__(self, titles: Sequence[str], end: str, size: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self._titles = titles
        self._end_words = end
        self.where = QLabel()
        self.where.setObjectName("small")
        self.title = QLabel()
        self.title.setObjectName("headline")
        self.steps = QStackedWidget()
        self.back = button(self.tr("Back"))
        self.next = button(self.tr("Next"), role="primary")
        self.next.setDefault(True)
        self.cancel = button(self.tr("Cancel"), role="flat")
        self.back.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self.resize(within(parent, size))

    def _lay_out(self) -> None:
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE_2)
        self._foot.setContentsMargins(0, 0, SPACE_1, 0)
        self._foot.addWidget(self.back)
        self._foot.addStretch(1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_2)
        column.addWidget(self.where)
        column.addWidget(self.title)
        column.addSpacing(SPACE_2)
        column.addWidget(self.steps, 1)
        column.addLayout(self._foot)

    def _add_before_next(self, other: QPushButton) -> None:
        """One more button, to end it otherwise."""
        self._foot.insertWidget(self._foot.count() - 1, other)

    @property
    def _place(self) -> int:
        return self.steps.currentIndex()

    @property
    def _is_last(self) -> bool:
        return self._place == self.steps.count() - 1

    def _go(self, way: int) -> None:
        if way > 0 and self._is_last:
            self._end()
            return
        self.steps.setCurrentIndex(self._place + way)
        self._come()
        self._follow()

    def _come(self) -> None:
        """A step comes on view."""

    def _end(self) -> None:
        """The last step is done."""

    def _follow(self) -> None:
        """Show where one is, and what can be done there."""
        self.where.setText(self.tr("Step {0} of {1}").format(self._place + 1, self.steps.count()))
        self.title.setText(self._titles[self._place])
        self.back.setEnabled(self._place > 0)
        self.next.setText(self._end_words if self._is_last else self.tr("Next"))
