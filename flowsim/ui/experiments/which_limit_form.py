"""The form of "Which limit?": what varies, over which values, how often, how long, counted from when."""

from typing import Final

from flowsim.charts.colours import Theme
from flowsim.domain.phrases import phrase
from flowsim.ui.experiments.job_page import JobPage
from flowsim.ui.experiments.laboratory import Laboratory
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.question_form import button
from flowsim.ui.widgets.text_field import TextField

MOST_RUNS: Final = 10_000
LONGEST_LIST: Final = 400


class WhichLimitForm(JobPage):
    """The fields and buttons of the page, in their places; what they do is the page's own matter."""

    def __init__(self, laboratory: Laboratory, theme: Theme, charts: int) -> None:
        super().__init__(laboratory, theme, charts)
        self.varies = ChoiceField(self.tr("What varies"), [])
        self.values = TextField(self.tr("Values to try"), longest=LONGEST_LIST)
        self.beside = ChoiceField(self.tr("And at the same time"), [])
        self.runs = NumberField(
            self.tr("Runs of each"), (phrase("run"), phrase("runs")), minimum=2, maximum=MOST_RUNS
        )  # fmt: skip
        self.length = NumberField(self.tr("Length of a run"), (phrase("day"), phrase("days")), above=True)
        self.warm_up = NumberField(
            self.tr("Warm-up"), (phrase("day"), phrase("days")), none=self.tr("is found")
        )  # fmt: skip
        self.second_figure = ChoiceField(self.tr("Second chart"), [])
        self.form.add(self.tr("What varies"), self.varies)
        self.values_label = self.form.add(self.tr("Values to try"), self.values)
        self._problem = self.form.add_note("problem")
        self.form.add(self.tr("And at the same time"), self.beside)
        self.form.add(self.tr("Runs of each"), self.runs)
        self.length_label = self.form.add(self.tr("Length of a run"), self.length)
        self.warm_up_label = self.form.add(self.tr("Warm-up"), self.warm_up)
        self.second_label = self.form.add(self.tr("Second chart"), self.second_figure)
        self.run_button = button(self.tr("Run"), self.tr("Play all these runs beside the window"), "primary")
        self.more = button(self.tr("Extend"), self.tr("Add as many runs again; those that are there stay"))
        self.form.add_widget(self.run_button)
        self.form.add_widget(self.more)
        self.note = self.form.add_note()
        self.form.add_stretch()

    def show_problem(self, words: str) -> None:
        """Say below the values what cannot be; empty if nothing is wrong."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
