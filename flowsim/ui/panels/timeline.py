"""The timeline at the foot: what people did and when, what is planned, and a handle that goes back to any moment."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from flowsim.charts.ticks import nice_ceiling
from flowsim.charts.timeline_marks import Mark, TimelineMarks
from flowsim.domain.conditions import Conditions
from flowsim.domain.intervention_words import in_words, time_in_words
from flowsim.domain.interventions import Intervention, Setting
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.plan_of_changes import change_at
from flowsim.domain.words import Time
from flowsim.domain.working_calendar import usual_round
from flowsim.session.plan_edits import added_to_plan, next_time, plan_changed, plan_removed, repeated_in_words
from flowsim.session.scenario_edits import Edit, keeps_the_run
from flowsim.session.session import Session
from flowsim.ui.panels.timeline_plan import SIZE, Diamond, PlanOnTimeline, dragged_to
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import MEDIUM, SPACE_3, SPACE_4, TINY, Theme, colour_of, px, written
from flowsim.ui.text.language import plain, sentence, shown
from flowsim.ui.text.number_format import moment, moment_within
from flowsim.ui.widgets.shows_focus import ShowsFocus

HANDLE: Final = 7.0
STEP: Final = 0.01
"""Share of the run that an arrow key goes."""


class Timeline(QWidget):
    """Shows which moment is on view.

    Signals: `look_asked` (a time), `now_asked`, `go_back_asked` (go on from the moment on view, whatever came later),
    `edit_asked` (of the board's plan).
    """

    look_asked = Signal(float)
    now_asked = Signal()
    go_back_asked = Signal()
    edit_asked = Signal(Edit)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.track = Track(theme)
        self.track.look_asked.connect(self.look_asked)
        self.track.now_asked.connect(self.now_asked)
        self.track.edit_asked.connect(self.edit_asked)
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
        self.branch.setVisible(session.looks_back and not session.is_fixed)
        self.track.show_session(session)


class Track(ShowsFocus):
    """The line itself, as long as the run will be, full up to the moment on view. For mouse and arrow keys.

    Diamonds of the plan can be dragged; a right click on one, or on the mark of what somebody set, offers what else.
    """

    look_asked = Signal(float)
    now_asked = Signal()
    edit_asked = Signal(Edit)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._session: Session | None = None
        self._shown: Time = 0.0
        self._now: Time = 0.0
        self._end: Time = 1.0
        self._marks: tuple[Mark, ...] = ()
        self._made_marks = TimelineMarks()
        self.plan = PlanOnTimeline()
        self._held: Diamond | None = None
        self._held_at: Time = 0.0
        self._looks = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Timeline"))
        self.setToolTip(
            self.tr(
                "Drag to look back at any moment of the run; nothing of it is changed. Right-click a change to plan it;"
                " drag the diamond of a planned change to another time."
            )
        )

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self.update()

    def show_session(self, session: Session) -> None:
        """Follow the run and the moment on view."""
        self._session, horizon = session, session.scenario.horizon
        self._marks = self._made_marks.of(session.scenario, session.history.interventions, session.latest)
        self._shown, self._now = session.view.now, session.now
        planned = (its.at + (its.every or 0.0) for its in session.scenario.plan)
        no_end = nice_ceiling(max(self._now, *planned, 0.0))
        self._end = no_end if horizon is None or horizon < self._now else max(horizon, 1e-9)
        self.plan.show(session.scenario, self._end)
        self.setAccessibleDescription(shown(moment(self._shown, session.scenario.time_unit)))
        self.update()

    def x_of(self, time: Time) -> float:
        """Where a moment lies."""
        return HANDLE + time / self._end * (self.width() - 2 * HANDLE)

    def time_at(self, x: float) -> Time:
        """Which moment lies there."""
        return (x - HANDLE) / (self.width() - 2 * HANDLE) * self._end

    def _ask_for(self, time: Time) -> None:
        if time >= self._now:
            self.now_asked.emit()
        else:
            self.look_asked.emit(max(time, 0.0))

    def _diamond_at(self, place: QPointF) -> Diamond | None:
        """The diamond under the mouse."""
        reach = self.time_at(HANDLE + SIZE + 2)
        return self.plan.nearest(self.time_at(place.x()), reach) if abs(place.y() - self._middle) <= 2 * SIZE else None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._held = self._diamond_at(event.position())
        self._looks = self._held is None
        if self._held is None:
            self._ask_for(self.time_at(event.position().x()))
        else:
            self._held_at = self._held.time

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._looks:
            self._ask_for(self.time_at(event.position().x()))
        elif self._held is not None:
            self._held_at = self._put(self.time_at(event.position().x()))
            QToolTip.showText(event.globalPosition().toPoint(), plain(sentence(self._words_of_move())), self)
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        moved = self._move()
        self._let_go()
        if moved is not None:
            self.edit_asked.emit(moved)

    def _let_go(self) -> None:
        """Nothing is held any more."""
        self._held, self._looks = None, False
        self.update()

    def _move(self) -> Edit | None:
        """What putting down the diamond that is held would do; None where it is where it was."""
        held, session = self._held, self._session
        if held is None or session is None or self._held_at == held.time:
            return None
        first = session.history.scenario.plan[held.index].at + self._held_at - held.time
        return plan_changed(session, held.index, at=max(first, 0.0))

    def _words_of_move(self) -> Phrase:
        """When the change would be made, where the diamond is held, and whether the run would begin again."""
        moved, session = self._move(), self._session
        if moved is None or session is None or self._held is None:
            return phrase("back to where it was")
        when = repeated_in_words(session.scenario, moved.after.plan[self._held.index])
        if keeps_the_run(session.history.scenario, moved.after, session.now):
            return when
        return phrase("{0}; the run begins again", when)

    def words_of(self, its: Diamond) -> Phrase:
        """What a diamond is in words, and whether the board did not let it happen."""
        if its.time > self._now or self._session is None:
            return its.words
        change = change_at(self._session.scenario.plan[its.index], its.time)
        if change in self._session.simulation.done:
            return its.words
        return phrase("{0}; left out, because the board did not allow it then", its.words)

    def _put(self, time: Time) -> Time:
        """Where the diamond that is held goes, when the mouse is at `time`."""
        assert self._session is not None
        assert self._held is not None
        first = self._session.history.scenario.plan[self._held.index].at
        return self._held.time + dragged_to(first, time - self._held.time, self._end) - first

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and (its := self._diamond_at(QPointF(event.pos()))) is not None:
            QToolTip.showText(event.globalPos(), plain(sentence(self.words_of(its))), self)
            return True
        return super().event(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._session is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = QPointF(self.x_of(self._shown), self._middle) if by_key else QPointF(event.pos())
        for words, edit in self.offers(place):
            menu.addAction(words).triggered.connect(lambda _=False, edit=edit: self._try(edit))
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(self.mapToGlobal(place.toPoint()))

    def offers(self, place: QPointF) -> list[tuple[str, Callable[[], Edit]]]:
        """What can be done with what lies there: in words, and as an edit."""
        session = self._session
        if session is None:
            return []
        if (its := self._diamond_at(place)) is not None:
            return [(self.tr("Take out of the plan"), partial(plan_removed, session, its.index))]
        every, unit = usual_round(session.scenario.time_unit, session.scenario.calendar), session.scenario.time_unit
        again = shown(time_in_words(every, unit))
        found: list[tuple[str, Callable[[], Edit]]] = []
        for change in self._settings_at(session, self.time_at(place.x())):
            what = shown(in_words(session.scenario, (change,), self._before(session, change)))
            later = next_time(change.at, every, session.now)
            day = shown(moment_within(later, unit))
            words = self.tr("Plan again every {0}, from {1} on: {2}").format(again, day, what)
            found.append((words, partial(added_to_plan, session, change, later, every)))
            words = self.tr("Plan at the same time: {0} (the run begins again)").format(what)
            found.append((words, partial(added_to_plan, session, change)))
        return found

    def _settings_at(self, session: Session, time: Time) -> list[Intervention]:
        """What people set at the mark nearest to a time."""
        reach = self.time_at(HANDLE + 2 * SIZE)
        near = min(self._marks, key=lambda mark: abs(mark.time - time), default=None)
        if near is None or abs(near.time - time) > reach:
            return []
        return [one for one in session.history.interventions if one.at == near.time and isinstance(one, Setting)]

    def _before(self, session: Session, change: Intervention) -> Conditions:
        earlier = [one for one in session.latest.interventions if one.at < change.at]
        return session.flow.conditions_over_time.after(earlier)

    def _try(self, edit: Callable[[], Edit]) -> None:
        self.edit_asked.emit(edit())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            QToolTip.hideText()
            self._let_go()
        elif way:
            self._ask_for(self._shown + way * STEP * self._now)
        else:
            super().keyPressEvent(event)

    @property
    def _middle(self) -> float:
        return self.height() / 2 + 6

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, middle = self._theme, self._middle
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            left, shown, now, right = self.x_of(0), self.x_of(self._shown), self.x_of(self._now), self.x_of(self._end)
            for start, end, role in ((left, right, "line"), (left, now, "accent_soft"), (left, shown, "accent")):
                painter.setBrush(colour_of(theme, role))
                painter.drawRoundedRect(QRectF(start, middle - 2, end - start, 4), 2, 2)
            self._paint_marks(painter, middle)
            self.plan.paint(painter, theme, self._places(), middle)
            painter.setPen(QPen(QColor(theme.text if self.hasFocus() else theme.accent), 2))
            painter.setBrush(QColor(theme.surface))
            painter.drawEllipse(QPointF(shown, middle), HANDLE - 1, HANDLE - 1)

    def _places(self) -> list[tuple[float, bool]]:
        """Where the diamonds lie, and whether they have been passed; those in somebody's hand where it holds them."""
        held = self._held
        by = 0.0 if held is None else self._held_at - held.time
        times = (its.time + (by if held is not None and its.index == held.index else 0.0) for its in self.plan.diamonds)
        return [(self.x_of(time), time <= self._now) for time in times]

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
