"""A date in a form, typed as files write it: "2026-01-05"; empty where there is none."""

from typing_extensions import override

from flowsim.domain.working_calendar import date_of_text
from flowsim.ui.widgets.text_field import TextField


class DateField(TextField):
    """A line of text that is a date, or empty."""

    def __init__(self, name: str) -> None:
        super().__init__(name, longest=len("2026-01-05"), required=False)
        self.setPlaceholderText(self.tr("no dates"))

    @property
    @override
    def allowed(self) -> str:
        return self.tr("a date such as 2026-01-05, or nothing")

    @override
    def _problem(self) -> str:
        text = self.text().strip()
        return "" if not text or date_of_text(text) is not None else self.allowed
