"""The timeline at the foot: what people did and when, and a handle that takes everything back to an earlier moment."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from flowsim.charts.ticks import nice_ceiling
from flowsim.charts.timeline_marks import Mark, TimelineMarks
from flowsim.domain.words import Time
from flowsim.session.session import Session
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import MEDIUM, SPACE_3, SPACE_4, TINY, Theme, colour_of, px, written
from flowsim.ui.text.language import shown
from flowsim.ui.text.number_format import moment
from flowsim.ui.widgets.shows_focus import ShowsFocus

HANDLE: Final = 7.0
STEP: Final = 0.01
"""Share of the run that an arrow key goes."""


class Timeline(QWidget):
    """Shows which moment is on view.

    Signals: `look_asked` (a time), `now_asked`, `go_back_asked` (go on from the moment on view, whatever came later).
    """

    look_asked = Signal(float)
    now_asked = Signal()
    go_back_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.track = Track(theme)
        self.track.look_asked.connect(self.look_asked)
        self.track.now_asked.connect(self.now_asked)
        label = QLabel(self.tr("Timeline"))
        label.setObjectName("quiet")
        self._when = QLabel()
        self._when.setMinimumWidth(self._when.fontMetrics().horizontalAdvance(shown(moment(88888.8, "minute"))))
        self._when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.back = QPushButton(self.tr("Back to now"))
        self.back.setToolTip(self.tr("From the moment on view back to where the run is (End)"))
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.clicked.connect(self.now_asked)
        self.branch = QPushButton(self.tr("Branch here"))
        self.branch.setToolTip(
            self.tr("Go on from this moment with the same random numbers; the run as it was is pinned")
        )
        self.branch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.branch.clicked.connect(lambda: self.go_back_asked.emit())
        self.branch.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        row.setSpacing(SPACE_3)
        row.addWidget(label)
        row.addWidget(self.track, 1)
        row.addWidget(self._when)
        row.addWidget(self.branch)
        row.addWidget(self.back)
        self.setFixedHeight(px(52))

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self.track.set_theme(theme)

    def show_session(self, session: Session) -> None:
        """Follow the run and the moment on view."""
        past = session.past_on_view
        self._when.setText(shown(moment(session.view.now, session.scenario.time_unit)))
        self.back.setEnabled(past)
        self.branch.setVisible(session.looks_back)
        self.track.show_session(session)


class Track(ShowsFocus):
    """The line itself, as long as the run will be, full up to the moment on view. For mouse and arrow keys."""

    look_asked = Signal(float)
    now_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Time = 0.0
        self._now: Time = 0.0
        self._end: Time = 1.0
        self._unit = ""
        self._marks: tuple[Mark, ...] = ()
        self._made_marks = TimelineMarks()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Timeline"))
        self.setToolTip(self.tr("Drag to look back at any moment of the run; nothing of it is changed"))

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self.update()

    def show_session(self, session: Session) -> None:
        """Follow the run and the moment on view."""
        horizon = session.scenario.horizon
        self._marks = self._made_marks.of(session.scenario, session.history.interventions, session.latest)
        self._shown, self._now = session.view.now, session.now
        self._end = nice_ceiling(self._now) if horizon is None or horizon < self._now else max(horizon, 1e-9)
        self.setAccessibleDescription(shown(moment(self._shown, session.scenario.time_unit)))
        self.update()

    def x_of(self, time: Time) -> float:
        """Where a moment lies."""
        return HANDLE + time / self._end * (self.width() - 2 * HANDLE)

    def _ask(self, x: float) -> None:
        time = (x - HANDLE) / (self.width() - 2 * HANDLE) * self._end
        self._ask_for(time)

    def _ask_for(self, time: Time) -> None:
        if time >= self._now:
            self.now_asked.emit()
        else:
            self.look_asked.emit(max(time, 0.0))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(event.position().x())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event.position().x())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if way:
            self._ask_for(self._shown + way * STEP * self._now)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, middle = self._theme, self.height() / 2 + 6
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            left, shown, now, right = self.x_of(0), self.x_of(self._shown), self.x_of(self._now), self.x_of(self._end)
            for start, end, role in ((left, right, "line"), (left, now, "accent_soft"), (left, shown, "accent")):
                painter.setBrush(colour_of(theme, role))
                painter.drawRoundedRect(QRectF(start, middle - 2, end - start, 4), 2, 2)
            self._paint_marks(painter, middle)
            painter.setPen(QPen(QColor(theme.text if self.hasFocus() else theme.accent), 2))
            painter.setBrush(QColor(theme.surface))
            painter.drawEllipse(QPointF(shown, middle), HANDLE - 1, HANDLE - 1)

    def _paint_marks(self, painter: QPainter, middle: float) -> None:
        """A tick for each, and its text unless that would lie over another one; the latest come first."""
        painter.setFont(written(TINY, MEDIUM))
        metrics, free_until = QFontMetricsF(painter.font()), self.width() + 0.0
        least, ticked = metrics.horizontalAdvance("i"), self.width() + 1.0
        for mark in reversed(self._marks):
            x = self.x_of(mark.time)
            if ticked - x >= 1:  # of thousands one a pixel is drawn, and those with room are measured
                painter.fillRect(QRectF(x - 1, middle - 5, 2, 10), QColor(self._theme.text))
                ticked = x
            if min(x + least / 2, self.width()) >= free_until:
                continue
            text = metrics.elidedText(shown(mark.text), Qt.TextElideMode.ElideRight, self.width() / 2)
            width = metrics.horizontalAdvance(text)
            left = min(max(x - width / 2, 0.0), self.width() - width)
            if left + width < free_until:
                painter.setPen(QColor(self._theme.quiet))
                painter.drawText(QPointF(left, middle - 12), text)
                free_until = left - 8
