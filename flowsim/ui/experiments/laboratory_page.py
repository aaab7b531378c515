"""The page of experiments: three questions that team leads ask, each with its own sheet; each keeps its state."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.charts.colours import Theme
from flowsim.domain.phrases import phrase
from flowsim.domain.problems import Refused
from flowsim.domain.saved_experiments import SavedExperiment
from flowsim.domain.words import CardId
from flowsim.session.kept_experiments import forget_all
from flowsim.session.pins import Pins
from flowsim.session.session import Session
from flowsim.ui.experiments.job_page import JobPage
from flowsim.ui.experiments.laboratory import Laboratory
from flowsim.ui.experiments.luck_or_real import LuckOrReal
from flowsim.ui.experiments.when import When
from flowsim.ui.experiments.which_limit import WhichLimit
from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4
from flowsim.ui.text.language import shown
from flowsim.ui.widgets.elided_label import ElidedLabel

WHICH_LIMIT: Final = 0
LUCK_OR_REAL: Final = 1
WHEN: Final = 2


class LaboratoryPage(QWidget):
    """Asks about the board of `session`. Signals: `board_asked` (an `Edit` of the board, to play),
    `step_asked` (a `Step` to do on it now).
    """

    board_asked = Signal(object)
    step_asked = Signal(object)

    def __init__(self, session: Session, pins: Pins, theme: Theme, before: "LaboratoryPage | None" = None) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.laboratory: Laboratory = Laboratory(session) if before is None else before.laboratory
        self.which_limit = WhichLimit(self.laboratory, theme)
        self.when = When(self.laboratory, theme)
        self.luck_or_real = LuckOrReal(self.laboratory, pins, theme)
        self.parts: Sequence[JobPage] = (self.which_limit, self.luck_or_real, self.when)
        self._stack = QStackedWidget()
        for part in self.parts:
            self._stack.addWidget(part)
        self.tabs = QButtonGroup(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        body = QVBoxLayout()
        body.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        body.addWidget(self._stack)
        whole.addLayout(body, 1)
        self.which_limit.board_asked.connect(self.board_asked)
        self.when.step_asked.connect(self.step_asked)
        self.choose(WHICH_LIMIT)
        if before is not None:
            self._look_like(before)

    def _look_like(self, before: "LaboratoryPage") -> None:
        """Show what another page for the same laboratory found out; what it was playing is played on here."""
        for part, other in zip(self.parts, before.parts, strict=True):
            part.look_like(other)
        self.choose(before.tabs.checkedId())

    def _head(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        row.setSpacing(SPACE_2)
        titles = (self.tr("Which limit?"), self.tr("Luck or real?"), self.tr("When?"))
        for number, title in enumerate(titles):
            tab = QPushButton(title)
            tab.setObjectName("kind")
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            tab.clicked.connect(lambda _=False, number=number: self.choose(number))
            self.tabs.addButton(tab, number)
            row.addWidget(tab)
        self.earlier = QPushButton(self.tr("What was run"))
        self.earlier.setObjectName("kind")
        self.earlier.setAutoDefault(False)
        self.earlier.setToolTip(self.tr("The experiments that are kept with this board; each can be looked at again"))
        self.earlier_menu = QMenu(self.earlier)
        self.earlier_menu.aboutToShow.connect(self._list_experiments)
        self.earlier.setMenu(self.earlier_menu)
        self._name = ElidedLabel(Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._name, 1)
        row.addWidget(self.earlier)
        return bar

    def choose(self, number: int) -> None:
        """One of the three questions."""
        number = WHEN if self.laboratory.session.is_fixed else number
        self.tabs.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
        self.follow_board()

    def open(self, session: Session, pins: Pins) -> None:
        """Ask about this session; what was found out about another one is no answer for it."""
        another = session is not self.laboratory.session
        self.laboratory.session, self.luck_or_real.pins = session, pins
        if another:
            for part in self.parts:
                part.forget()
        self.choose(self.tabs.checkedId())
        self.follow_experiments()

    def follow_experiments(self) -> None:
        """The session keeps others, or other ones, than before."""
        experiments = self.laboratory.session.history.experiments
        self.earlier.setVisible(bool(experiments))
        for part in self.parts:
            part.follow_experiments(experiments)

    def _list_experiments(self) -> None:
        self.earlier_menu.clear()
        for its in reversed(self.laboratory.session.history.experiments):
            runs = its.plan.get("replications")
            many = phrase("{0} ({1} runs of each)", its.title, runs) if isinstance(runs, int) else its.title
            words = shown(many).replace("&", "&&")
            self.earlier_menu.addAction(words, lambda its=its: self.open_kept(its))
        self.earlier_menu.addSeparator()
        self.earlier_menu.addAction(self.tr("Remove all from this list"), self._forget_experiments)

    def open_kept(self, its: SavedExperiment) -> None:
        """Look at an experiment again that was run before."""
        number = WHICH_LIMIT if its.asked_on == "which_limit" else LUCK_OR_REAL
        self.choose(number)
        self.parts[number].open_kept(its)

    def _forget_experiments(self) -> None:
        try:
            self.laboratory.changed.emit(forget_all(self.laboratory.session))
        except Refused as refusal:
            self.luck_or_real.sheet.say(shown(str(refusal)))

    def follow_board(self) -> None:
        """Ask about the board as it is now; of what happened nothing can be asked but how it goes on."""
        for number in (WHICH_LIMIT, LUCK_OR_REAL):
            fixed = self.laboratory.session.is_fixed
            self.tabs.button(number).setEnabled(not fixed)
            self.tabs.button(number).setToolTip(self.tr("For the board that was fitted to it") if fixed else "")
        self._name.setText(self.laboratory.session.scenario.name)
        self.parts[self._stack.currentIndex()].follow_board()

    def ask_about(self, path: str) -> None:
        """What if the setting with this path were different?"""
        self.choose(WHICH_LIMIT)
        self.which_limit.ask_about(path)

    def ask_about_card(self, card: CardId) -> None:
        """When would this card have left with other settings?"""
        self.choose(LUCK_OR_REAL)
        self.luck_or_real.ask_about_card(card)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        for part in self.parts:
            part.set_theme(theme)

    def leave(self) -> None:
        """The window goes."""
        self.laboratory.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.laboratory.busy:
            self.laboratory.experiments.cancel()
            return
        super().keyPressEvent(event)
