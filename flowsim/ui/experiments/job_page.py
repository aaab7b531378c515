"""What the three pages of the laboratory have in common: a form at the left, what was found at the right."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from flowsim.charts.colours import Theme
from flowsim.ui.experiments.laboratory import Laboratory
from flowsim.ui.experiments.question_form import QuestionForm
from flowsim.ui.experiments.result_sheet import ResultSheet
from flowsim.ui.style.theme import SPACE_4, px
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea

FORM_WIDTH: Final = 292
MOST_OF_WIDTH: Final = 0.36
"""Share of the page that the form takes at the most, however large the text is."""


class JobPage(QWidget):
    """One question; `form` asks it, `sheet` shows what was found, in so many charts."""

    def __init__(self, laboratory: Laboratory, theme: Theme, charts: int) -> None:
        super().__init__()
        self.laboratory = laboratory
        self.theme = theme
        self.form, self.sheet = QuestionForm(), ResultSheet(theme, charts)
        self._side = QuietScrollArea(self.form)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SPACE_4)
        body.addWidget(self._side)
        body.addWidget(self.sheet, 1)

    def draw(self) -> None:
        """Show again what was found, in the colours of the theme."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self.theme = theme
        self.sheet.set_theme(theme)
        self.draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(min(px(FORM_WIDTH), max(FORM_WIDTH, round(MOST_OF_WIDTH * self.width()))))
