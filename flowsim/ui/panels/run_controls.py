"""The bar of run controls: play, step, restart, speed, the clock and the seed.

Where the window is too narrow for all of it, what can also be reached by menu and key, or is told elsewhere, is left
out, the least missed first; nothing is cut or covered.
"""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget
from typing_extensions import override

from flowsim.domain.phrases import digits
from flowsim.domain.units import rounded
from flowsim.domain.working_calendar import date_in_words, moment_of
from flowsim.session.dice import plays_by_dice
from flowsim.session.player import AS_FAST_AS_IT_CAN, FASTEST, SLOWEST
from flowsim.session.session import Session
from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4, px
from flowsim.ui.text.language import said_rounded, shown
from flowsim.ui.text.number_format import moment, speed, time_left
from flowsim.ui.widgets.elided_label import ElidedLabel

STEPS: Final = 80
"""Places of the speed slider: 20 a decade from 0.1 to 1,000; the one beyond is "maximum speed"."""


class RunControls(QWidget):
    """Asks by signals; shows what the session says."""

    play_asked = Signal()
    step_asked = Signal()
    restart_asked = Signal()
    speed_asked = Signal(float)
    pin_asked = Signal()
    cancel_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.play = _button(self.tr("Play"), self.tr("Let time go on, or stand (Space)"), primary=True)
        self.play.setMinimumWidth(px(104))
        self.step = _button(self.tr("Step"), self.tr("Go on to the next event and stand (.)"))
        self.restart = _button(
            self.tr("Restart"), self.tr("Begin again at time 0 with the same random numbers (Ctrl+R)")
        )
        self.speed = QSlider(Qt.Orientation.Horizontal)
        self.speed.setRange(0, STEPS + 1)
        self.speed.setMinimumWidth(px(72))
        self.speed.setMaximumWidth(px(220))
        self.speed.setMinimumHeight(px(24))
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("How fast simulated time goes; at the right end as fast as possible"))
        self._shown_place = 0
        self._speed_text = QLabel()
        self._speed_text.setMinimumWidth(px(110))
        self._name = ElidedLabel(Qt.AlignmentFlag.AlignRight)
        self._clock = QLabel()
        self._clock.setObjectName("clock")
        self.date = QLabel()
        self.date.setObjectName("quiet")
        self.date.setToolTip(self.tr("The working day of this moment, by the calendar of the board"))
        self.seed = QLabel()
        self.seed.setObjectName("quiet")
        self.seed.setToolTip(self.tr("The same seed brings the same cards, the same work and the same luck"))
        self.pin = _button(
            self.tr("Pin this run"), self.tr("Keep this run as dashed lines in every chart, to compare with (P)")
        )
        self.cancel = _button(self.tr("Cancel"), self.tr("Keep the run that is on view"))
        self.cancel.hide()
        self._speed_label = QLabel(self.tr("Speed"))
        self._speed_label.setObjectName("quiet")
        self._arrange()
        self._left_out: set[QWidget] = {self.date}
        self.date.hide()
        self._has_dates = False
        self.cancel.clicked.connect(self.cancel_asked)
        self.pin.clicked.connect(self.pin_asked)
        self.play.clicked.connect(self.play_asked)
        self.step.clicked.connect(self.step_asked)
        self.restart.clicked.connect(self.restart_asked)
        self.speed.valueChanged.connect(self._ask_speed)

    def show_time(self, session: Session) -> None:
        """The clock, and the date where the board has a calendar."""
        now, board = session.view.now, session.scenario
        self._clock.setText(shown(moment(now, board.time_unit)))
        day = None if board.calendar is None else moment_of(board.calendar, board.time_unit, now)
        self.date.setText("" if day is None else shown(date_in_words(day.date())))

    def show_run(self, session: Session) -> None:
        """What plays, and whether."""
        player = session.player
        replay = session.replay
        going = self.tr("▶  Roll") if plays_by_dice(session) else self.tr("▶  Play")
        self.play.setText(self.tr("❚❚  Pause") if player.playing else going)
        self.play.setEnabled(replay is None and (session.looks_back or not session.ended))
        self.step.setEnabled(replay is None and (session.looks_back or not session.ended))
        self._name.setText(session.scenario.name)
        self._has_dates = session.scenario.calendar is not None
        self.seed.setText(self.tr("seed {0}").format(session.scenario.seed))
        self.cancel.setVisible(replay is not None)
        if replay is not None:
            left = shown(time_left(replay.progress, session.replaying.seconds))
            self._speed_text.setText(self.tr("replaying … {0} %, {1}").format(round(100 * replay.progress), left))
        elif session.looks_back:
            self._speed_text.setText(self.tr("replaying the past, {0}").format(self._asked(session)))
        elif session.ended:
            self._speed_text.setText(self.tr("the run has ended"))
        else:
            self._show_speed(session)
        self._fit()

    def change_speed(self, places: int) -> None:
        """Ask for a speed some places of the slider up or down."""
        self.speed.setValue(self.speed.value() + places)

    def _ask_speed(self, place: int) -> None:
        if place != self._shown_place:  # else the slider only follows what is so already
            self._shown_place = place
            self.speed_asked.emit(speed_of(place))

    def _show_speed(self, session: Session) -> None:
        player = session.player
        place = place_of(player.speed)
        if not self.speed.isSliderDown():
            self._shown_place = place
            self.speed.setValue(place)
        text = self._asked(session)
        if player.speed == AS_FAST_AS_IT_CAN:
            if player.playing and player.held:
                held = speed(rounded(player.held), session.scenario.time_unit)
                text = self.tr("{0} ({1})").format(text, shown(held))
        elif not player.keeps_up:
            text = self.tr("{0} (holding {1})").format(text, said_rounded(player.held))
        self._speed_text.setText(text)

    def _asked(self, session: Session) -> str:
        """The speed that was asked for."""
        asked = session.player.speed
        if asked == AS_FAST_AS_IT_CAN:
            return self.tr("maximum speed")
        return shown(speed(digits(asked, "g"), session.scenario.time_unit))

    def _arrange(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        row.setSpacing(SPACE_3)
        for button in (self.play, self.step, self.restart):
            row.addWidget(button)
        row.addSpacing(SPACE_2)
        row.addWidget(self._speed_label)
        row.addWidget(self.speed, 2)
        row.addWidget(self._speed_text)
        row.addWidget(self.cancel)
        row.addWidget(self._name, 1)
        row.addSpacing(SPACE_3)
        row.addWidget(self._clock)
        row.addWidget(self.date)
        row.addSpacing(SPACE_3)
        row.addWidget(self.seed)
        row.addWidget(self.pin)

    def _fit(self) -> None:
        """Leave out what there is no room for; the name of the board stretches into what is left."""
        parts: list[QWidget] = [
            self._speed_label, self.restart, self.seed, self.date, self.step, self._speed_text, self.pin, self.speed,
        ]  # fmt: skip
        wanted = [part for part in parts if part is not self.date or self._has_dates]
        left_out = {*parts} - {*wanted}
        room = self.width() - self._least_width(wanted)
        for part in wanted:
            if room >= 0:
                break
            left_out.add(part)
            room += _least(part) + self._row.spacing()
        if left_out != self._left_out:
            self._left_out = left_out
            for part in parts:
                part.setVisible(part not in left_out)
            self._name.setVisible(left_out <= {self.date})

    def _least_width(self, parts: Sequence[QWidget]) -> int:
        """How wide the bar would be with all parts in it but the name."""
        margins = self._row.contentsMargins()
        always = [self.play, self._clock, *([self.cancel] if self.cancel.isVisibleTo(self) else [])]
        widths = [_least(part) for part in (*always, *parts)]
        gaps = self._row.spacing() * (len(widths) + 4) + SPACE_2 + 2 * SPACE_3  # one beside each spacer, and the name
        return sum(widths) + gaps + margins.left() + margins.right()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def speed_of(place: int) -> float:
    """Time units a second at a place of the slider; beyond its left end the slowest."""
    place = max(place, 0)
    if place > STEPS:
        return AS_FAST_AS_IT_CAN
    share = place / STEPS
    return float(f"{SLOWEST * (FASTEST / SLOWEST) ** share:.2g}")


def place_of(speed: float) -> int:
    """The slider's place for a speed."""
    if speed > FASTEST:
        return STEPS + 1
    return round(STEPS * math.log(max(speed, SLOWEST) / SLOWEST) / math.log(FASTEST / SLOWEST))


def _least(part: QWidget) -> int:
    return max(part.minimumSizeHint().width(), part.minimumWidth())


def _button(text: str, tip: str, *, primary: bool = False) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if primary:
        button.setObjectName("primary")
    return button
