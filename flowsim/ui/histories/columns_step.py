"""Second page of an import: which column of the file is what, as it was guessed, to be changed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from flowsim.storage.histories.choices import Meaning
from flowsim.storage.histories.preview import Preview
from flowsim.ui.histories.words import MEANINGS, headline, sentence
from flowsim.ui.style.theme import SPACE_1, SPACE_2, SPACE_4
from flowsim.ui.text.language import said, shown
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.elided_label import ElidedLabel
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea
from flowsim.ui.widgets.wrapped_label import WrappedLabel

MOST_COLUMNS = 100
SAMPLES = 3


class ColumnsStep(QWidget):
    """Asks what each column is. Signal: `chosen` (its name, with "#2" for the second of a name; what it is)."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.hint = WrappedLabel(role="quiet")
        self.fields: dict[str, ChoiceField] = {}
        self._of: object = None
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, SPACE_2, 0)
        self._grid.setHorizontalSpacing(SPACE_4)
        self._grid.setVerticalSpacing(SPACE_1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 2)
        inner = QWidget()
        inner.setLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.hint)
        column.addWidget(QuietScrollArea(inner), 1)

    def show_preview(self, its: Preview) -> None:
        """Show every column with what it is taken for, and what stands in it."""
        meanings = its.meanings
        if meanings is None:
            self.hint.setText(self.tr("This file says itself what is what; there is nothing to choose."))
            self._fill(())
            return
        self.hint.setText("\n".join([
            self.tr("Say which columns are dates of the work: where it begins, the steps on the way, and its end."),
            *self._what_comes_of_it(its),
        ]))  # fmt: skip
        keys = tuple(its.keys)[:MOST_COLUMNS]
        self._fill(keys)
        for at, (key, meaning) in enumerate(zip(keys, meanings, strict=False)):
            self.fields[key].show_value(meaning)
            item = self._grid.itemAtPosition(at, 1)
            label = None if item is None else item.widget()
            if isinstance(label, ElidedLabel):
                label.setText(" · ".join(text for row in its.rows if (text := row[at]))[:200])

    def _what_comes_of_it(self, its: Preview) -> list[str]:
        """How much can be used of the file so, or what keeps people from going on."""
        if its.history is not None:
            lost = self.tr("{0} rows are not used").format(said(len(its.history.rejected), ","))
            return [f"{headline(its.history)}; {lost}." if its.history.rejected else f"{headline(its.history)}."]
        if its.question is not None:
            return [self.tr("A question about its dates is open: go back to answer it.")]
        return [] if its.problem is None else [sentence(shown(its.problem.message))]

    def _fill(self, keys: tuple[str, ...]) -> None:
        if keys == self._of:
            return
        self._of = keys
        self.fields = {}
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, key in enumerate(keys):
            name = ElidedLabel()
            name.setText(key)
            sample = ElidedLabel()
            sample.setObjectName("quiet")
            field = ChoiceField(key, [(meaning, shown(words)) for meaning, words in MEANINGS.items()])
            field.asked.connect(partial(self._tell, key))
            self.fields[key] = field
            for place, part in enumerate((name, sample, field)):
                self._grid.addWidget(part, at, place)
        self._grid.addWidget(QLabel(), len(keys), 0)
        self._grid.setRowStretch(len(keys), 1)

    def _tell(self, key: str, meaning: Meaning) -> None:
        self.chosen.emit(key, meaning)
