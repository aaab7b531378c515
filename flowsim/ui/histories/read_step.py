"""First page of an import: what was read, its first rows, what was not used, and the question that may be open."""

from zoneinfo import available_timezones

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from flowsim.storage.histories.choices import DateOrder
from flowsim.storage.histories.preview import Preview
from flowsim.ui.histories.parts import fill, list_of, row_of, table_of
from flowsim.ui.histories.words import details, headline, rejected_lines, sentence
from flowsim.ui.style.theme import SPACE_2, px
from flowsim.ui.text.language import said, shown
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.question_form import button
from flowsim.ui.widgets.wrapped_label import WrappedLabel

TABLE_HEIGHT = 214
LIST_HEIGHT = 92


class ReadStep(QWidget):
    """Shows a `Preview`. Signals: `answered` (an order of day and month), `zone_chosen`,
    `names_chosen` (by what cards are called), `save_asked` (the rows).
    """

    answered = Signal(str)
    zone_chosen = Signal(str)
    names_chosen = Signal(str)
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.headline = WrappedLabel(role="title")
        self.details = WrappedLabel(role="quiet")
        self.question = WrappedLabel()
        self._open = False
        self.day_first = button(self.tr("The day comes first"))
        self.month_first = button(self.tr("The month comes first"))
        self.day_first.clicked.connect(lambda: self.answered.emit("day first"))
        self.month_first.clicked.connect(lambda: self.answered.emit("month first"))
        self._asked = row_of(self.day_first, self.month_first)
        zones = [("", self.tr("this computer's")), *((name, name) for name in sorted(available_timezones()))]
        self.zone = ChoiceField(self.tr("Time zone of the team"), zones)
        self.zone.show_value("")
        self.zone.asked.connect(lambda zone: self.zone_chosen.emit(zone))
        self._zone_row = row_of(self.tr("Times of day are those of"), self.zone)
        names = [("ids", self.tr("their ids")), ("numbers", self.tr("numbers")), ("titles", self.tr("their titles"))]
        self.called = ChoiceField(self.tr("Cards are called by"), names)
        self.called.show_value("ids")
        self.called.setToolTip(self.tr("Titles stay out of the board and of all that is saved, unless you choose them"))
        self.called.asked.connect(lambda called: self.names_chosen.emit(called))
        self._names_row = row_of(self.tr("Cards are called by"), self.called)
        self.rows = table_of(self.tr("First rows of the file"))
        self.rows.setFixedHeight(px(TABLE_HEIGHT))
        self._not_used = QLabel()
        self._not_used.setObjectName("small")
        self.rejected = list_of(self.tr("Rows that are not used"))
        self.rejected.setFixedHeight(px(LIST_HEIGHT))
        self.save = button(self.tr("Save the list …"), role="flat")
        self.save.clicked.connect(self.save_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._not_used, 1)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE_2, 0)
        column.setSpacing(SPACE_2)
        for part in (
            self.headline,
            self.details,
            self.question,
            self._asked,
            self._zone_row,
            self._names_row,
            self.rows,
        ):
            column.addWidget(part)
        column.addLayout(foot)
        column.addWidget(self.rejected)
        column.addStretch(1)

    @property
    def asks(self) -> bool:
        """Whether a question is open."""
        return self._open

    def show_preview(self, its: Preview, answered: DateOrder | None = None) -> None:
        """Show what was read, or why nothing could be; what was `answered` before can be answered otherwise."""
        history, question = its.history, its.question
        self.rows.setVisible(bool(its.header))
        fill(self.rows, its.header, its.rows)
        self._open = question is not None
        self.question.setVisible(self._open or answered is not None)
        self._asked.setVisible(self._open or answered is not None)
        if answered is not None:
            self.question.setText(self.tr("This is what you said of its dates. Is it right?"))
        self.day_first.setEnabled(answered != "day first")
        self.month_first.setEnabled(answered != "month first")
        if question is not None:
            self.headline.setText(self.tr("One question first"))
            self.question.setText(sentence(shown(question.question)))
        elif its.problem is not None:
            self.headline.setText(self.tr("This file cannot be used"))
        if its.problem is not None:
            self.details.setText(sentence(shown(its.problem.message)))
        else:
            self.details.setText("" if history is None else "\n".join(details(history)))
        self.details.setVisible(bool(self.details.text()))
        timed = history is not None and any(each and each.at for item in history.items for each in item.entered)
        self._zone_row.setVisible(timed)
        self._names_row.setVisible(history is not None and bool(history.items))
        lines = [] if history is None else rejected_lines(history)
        self.rejected.setPlainText("\n".join(lines))
        self.rejected.setVisible(bool(lines))
        self.save.setVisible(bool(lines))
        if history is not None:
            self.headline.setText(headline(history))
            used = self.tr("{0} rows are not used:").format(said(len(lines), ","))
            self._not_used.setText(used if lines else self.tr("Every row was used."))
        self._not_used.setVisible(history is not None)
