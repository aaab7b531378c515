"""Let the room answer: choose where phones come in, and while they do, how; all that is done with an open room.

Beside the window, not over it: a round goes on while this is in sight. Closing it leaves the room open; the sign in the
window's head brings it back.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.audience.joining import Place
from flowsim.audience.messages import Count
from flowsim.charts.colours import Theme
from flowsim.domain.phrases import phrase
from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4, SPACE_6, px
from flowsim.ui.text.language import tr
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.question_form import QuestionForm, button
from flowsim.ui.widgets.text_field import TextField
from flowsim.ui.widgets.wrapped_label import WrappedLabel
from flowsim.ui.workshop.room_card import RoomCard, WayIn
from flowsim.ui.workshop.votes_view import VotesView

LONGEST_WIFI: Final = 64
LOW, HIGH = 380, 520
LONELY: Final = 40_000
"""Milliseconds after which people are told why no phone may have come in."""


class RoomDialog(QDialog):
    """Signals: `open_asked` (address, name of the Wi-Fi, its password), `close_asked`, `share_asked` (whether phones
    share one address), `type_asked`, `vote_asked`.
    """

    open_asked = Signal(str, str, str)
    close_asked = Signal()
    share_asked = Signal(bool)
    type_asked = Signal()
    vote_asked = Signal()

    def __init__(self, places: Sequence[Place], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answered = 0
        self._address: str | None = None
        self._lonely = QTimer(self)
        self._lonely.setSingleShot(True)
        self._lonely.setInterval(LONELY)
        self._lonely.timeout.connect(self._tell_why)
        self._told_by_itself = False
        self.setWindowTitle(self.tr("Let the room answer"))
        self.setModal(False)
        self.steps = QStackedWidget()
        self.steps.addWidget(self._closed())
        self.steps.addWidget(self._opened())
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        column.addWidget(self.steps)
        self.resize(px(800), px(LOW))
        self.offer_places(places)

    def _closed(self) -> QWidget:
        self.form = QuestionForm()
        says = WrappedLabel(
            self.tr(
                "People answer on their own phones, over the network in this room: no internet, no account, no app. "
                "Nothing is open until you press the button, and nothing after you close the room."
            ),
            "quiet",
        )
        self.form.add_widget(says)
        self.place = ChoiceField(self.tr("Address on which phones come in"), [])
        self.place.asked.connect(self._choose)
        self.form.add(self.tr("Address on which phones come in"), self.place)
        self.network = TextField(self.tr("Name of the Wi-Fi"), longest=LONGEST_WIFI, required=False)
        self.network.setPlaceholderText(self.tr("if people are to join it by a second picture"))
        self.password = TextField(self.tr("Password of the Wi-Fi"), longest=LONGEST_WIFI, required=False)
        self.form.add(self.tr("Name of the Wi-Fi"), self.network)
        self.form.add(self.tr("Password of the Wi-Fi"), self.password)
        self.problem = self.form.add_note("problem")
        self.begin = button(self.tr("Let the room answer"), role="primary")
        self.begin.clicked.connect(self._ask_to_open)
        self.form.add_widget(self.begin)
        self.form.add_stretch()
        return self.form

    def _opened(self) -> QWidget:
        part = QWidget()
        self.card = RoomCard()
        self.votes = VotesView(self._theme)
        self.votes.hide()
        self.help = WrappedLabel(
            self.tr(
                "No phone gets in? Guest and conference networks often keep devices apart, and a mobile connection on "
                "the phone leads past this laptop. What helps: the hotspot of the laptop itself, with all phones in "
                "it. Until then you can type in what people say."
            ),
            "quiet",
        )
        self.help.hide()
        self.share = QCheckBox(self.tr("Several phones come from one address (a router stands between)"))
        self.share.toggled.connect(self.share_asked)
        self.share.hide()
        self.why = button(self.tr("No phone gets in?"), role="flat")
        self.why.setCheckable(True)
        self.why.toggled.connect(self._show_help)
        self.larger = button(self.tr("Large"), self.tr("For the whole room; Esc makes it small again"))
        self.larger.clicked.connect(self._toggle_large)
        self.typed = button(self.tr("Type answers in …"), self.tr("What people call out, or write on paper"))
        self.typed.clicked.connect(lambda: self.type_asked.emit())
        self.vote = button(self.tr("Ask what to try next …"), self.tr("The room chooses among a few things"))
        self.vote.clicked.connect(lambda: self.vote_asked.emit())
        self.end = button(self.tr("Close the room"))
        self.end.clicked.connect(self._ask_to_close)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(self.card, 1)
        column.addWidget(self.votes, 1)
        column.addWidget(self.help)
        column.addWidget(self.share)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_2)
        for one in (self.why, self.typed, self.vote):
            foot.addWidget(one)
        foot.addStretch(1)
        foot.addWidget(self.larger)
        foot.addWidget(self.end)
        column.addLayout(foot)
        return part

    # What is shown

    def offer_places(self, places: Sequence[Place]) -> None:
        """The addresses of this machine as they are now: a hotspot may have been started since."""
        addresses = [each.address for each in places]
        if self._address not in addresses:
            self._address = addresses[0] if addresses else None
        self.place.offer([(each.address, _name(each)) for each in places])
        self.place.show_value(self._address)

    def show_closed(self, problem: str = "") -> None:
        """The room is not open; why, if it was to be."""
        self._lonely.stop()
        self.steps.setCurrentIndex(0)
        self.resize(self.width(), px(LOW))
        self.begin.setEnabled(True)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def show_open(self, way: WayIn) -> None:
        """The room is open; if nobody comes in for a while, why that may be is told by itself."""
        if self.steps.currentIndex() == 0:
            self._lonely.start()
            self.end.setText(self.tr("Close the room"))
            self.resize(self.width(), px(HIGH))
        self.card.show_way(way)
        self.steps.setCurrentIndex(1)

    def show_count(self, count: Count, *, asks: bool) -> None:
        """How many are in."""
        self.card.show_count(count, asks=asks)
        self._answered = count.answered if asks else 0
        if count.joined:
            self._lonely.stop()
        if count.joined and self._told_by_itself:
            self._told_by_itself = False
            self.why.setChecked(False)

    def show_voting(self, *, going: bool) -> None:
        """Whether the room is choosing what to try next."""
        self.vote.setText(self.tr("End the vote") if going else self.tr("Ask what to try next …"))
        self.vote.setObjectName("primary" if going else "")
        self.vote.style().polish(self.vote)
        if going:
            self.votes.hide()

    def show_votes(self, question: str, options: Sequence[str], votes: Sequence[int]) -> None:
        """What the room wants."""
        self.votes.show_votes(question, options, votes)
        self.votes.show()

    # What is done

    def _choose(self, address: str) -> None:
        self._address = address
        self.place.show_value(address)

    def _ask_to_open(self) -> None:
        if self._address is None:
            self.show_closed(self.tr("This machine is in no network: start its hotspot, or join a Wi-Fi."))
            return
        self.begin.setEnabled(False)
        self.open_asked.emit(self._address, self.network.text().strip(), self.password.text())

    def _tell_why(self) -> None:
        self._told_by_itself = not self.why.isChecked()
        self.why.setChecked(True)

    def _ask_to_close(self) -> None:
        """Close the room; what was answered and not locked would be lost, so that is asked first."""
        words = self.tr("Close, and lose the answers?")
        if self._answered and self.end.text() != words:
            self.end.setText(words)
            return
        self.close_asked.emit()

    def _show_help(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        self.help.setVisible(wanted)
        self.share.setVisible(wanted)

    def _toggle_large(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
            return
        super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isFullScreen():
            self.showNormal()
        super().closeEvent(event)


def _name(place: Place) -> str:
    if place.is_own:
        return phrase("{0} (this machine alone, to try it out)", place.address)
    return tr("{0} ({1})").format(place.address, place.network)
