"""What may be changed in one column during a run, as fields: its WIP limit and its people."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from flowsim.domain.constraints import MAX_WORKERS
from flowsim.domain.interventions import Intervention, SetWipLimit, SetWorkers
from flowsim.session.session import Session
from flowsim.session.wording import limit_word, plural, work_in_words
from flowsim.ui.fields import StepField
from flowsim.ui.theme import SPACE_2, Theme


class ColumnFields(QWidget):
    """The fields of one column. Signals: `asked` (interventions, as one step), `complained` (what is allowed)."""

    asked = Signal(object)
    complained = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._column = ""
        self._limit = StepField(theme, self.tr("WIP limit"), may_be_none=True)
        self._people = StepField(theme, self.tr("People"), minimum=0, maximum=MAX_WORKERS)
        self._people_label = QLabel(self.tr("People"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(SPACE_2)
        grid.addWidget(QLabel(self.tr("WIP limit")), 0, 0)
        grid.addWidget(self._limit, 0, 1)
        grid.addWidget(self._people_label, 1, 0)
        grid.addWidget(self._people, 1, 1)
        grid.setColumnStretch(0, 1)
        for field in (self._limit, self._people):
            field.setFixedSize(88, 26)
            field.shows_steps = True
            field.complained.connect(self.complained)
        self._limit.asked.connect(lambda value: self._ask(SetWipLimit(at=0.0, column=self._column, value=value)))
        self._people.asked.connect(lambda value: self._ask(SetWorkers(at=0.0, column=self._column, value=value)))

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._limit.set_theme(theme)
        self._people.set_theme(theme)

    def show_column(self, session: Session, column: int) -> None:
        """Show what is in force in `column` now."""
        its, now = session.scenario.columns[column], session.conditions.columns[column]
        self._column = its.id
        self._limit.show_value(now.wip_limit, limit_word(now.wip_limit))
        self._people.show_value(now.workers, str(now.workers))
        self._people.setVisible(not its.is_queue)
        self._people_label.setVisible(not its.is_queue)

    def _ask(self, *step: Intervention) -> None:
        self.asked.emit(step)


def about_column(session: Session, column: int) -> str:
    """What else there is to know about a column, in lines."""
    its, now = session.scenario.columns[column], session.conditions.columns[column]
    lines = ["A queue: cards wait here, nobody works on them."] if its.is_queue else []
    if not its.is_queue and not session.scenario.explicit:
        lines.append(f"Work on a card: {work_in_words(now.service, session.scenario.time_unit)}.")
    lines.append(
        "When full: a card is refused." if its.enforcement == "block" else "When full: a card is let in and marked."
    )
    if its.limit_counts == "doing":
        lines.append("The limit counts only cards that are not done here.")
    for shared, limit in zip(session.scenario.shared_limits, session.conditions.shared_limits, strict=True):
        if its.id in shared.columns:
            others = [
                other.title for other in session.scenario.columns if other.id in shared.columns and other.id != its.id
            ]
            with_whom = f" together with {', '.join(others)}" if others else ""
            lines.append(f"At most {plural(limit, 'card')}{with_whom}.")
    return "\n".join(lines)
