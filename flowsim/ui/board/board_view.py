"""The board as people use it: the scene of cards, the heads of its lanes, the mouse and the keys."""

from collections.abc import Callable
from math import inf
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmapCache,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView
from typing_extensions import override

from flowsim.domain.words import CardId
from flowsim.metrics import Bottleneck, Durations, Load
from flowsim.session.changes import Changes
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.ui.board.accessible import read_aloud
from flowsim.ui.board.board_message import BoardMessage
from flowsim.ui.board.board_scene import BoardScene
from flowsim.ui.board.card_keys import CardKeys
from flowsim.ui.board.card_tips import CardTips
from flowsim.ui.board.drag import Drag
from flowsim.ui.board.hands import Hands
from flowsim.ui.board.lane_header import LaneHeader
from flowsim.ui.board.lane_header_row import LaneHeaderRow
from flowsim.ui.board.layout import shape_of
from flowsim.ui.board.people_by_hand import PeopleByHand
from flowsim.ui.board.people_strip import sends_person
from flowsim.ui.board.person_drag import Taken
from flowsim.ui.board.wide_view import WideView
from flowsim.ui.style.theme import GLIDE_SECONDS, Theme, px, text_scale
from flowsim.ui.text.language import said

FACES_EVERY: Final = 0.25
"""Seconds between looks at ages and progress, which change without any event."""

LANES_BUDGET: Final = 0.006
"""Seconds of one frame after which the lanes not looked at yet wait for the next."""

LEAST_HEIGHT: Final = 180

MOST_OF_A_FRAME: Final = 0.2
"""Share of the time that following the cards may take; when it takes longer, it is done less often."""


class BoardView(WideView):
    """Shows a session's board.

    Signals: `step_asked` (a `Step` to do in the run), `edit_asked` (an `Edit` of the scenario), `chosen` (the card
    selected last, or None), `opened` (Enter on the selected card), `column_chosen` (index from 0), `menu_asked` (card,
    global position), `column_menu_asked` (column index, global position), `in_hand` (whether
    cards are being dragged), `refused` (the reason).
    """

    step_asked = Signal(Step)
    edit_asked = Signal(Edit)
    chosen = Signal(object)
    opened = Signal()
    column_chosen = Signal(int)
    menu_asked = Signal(int, QPoint)
    column_menu_asked = Signal(int, QPoint)
    in_hand = Signal(bool)
    refused = Signal(str)

    def __init__(self, session: Session, theme: Theme, clock: Callable[[], float]) -> None:
        self.board_scene = BoardScene(session, theme)
        super().__init__(self.board_scene)
        QPixmapCache.setCacheLimit(128 * 1024)
        self._clock = clock
        self._theme = theme
        self._pressed: tuple[QPoint, CardId | None, Taken | None] | None = None
        self._stale = self._following = self._leaps = False
        self._spent = self._rest = 0.0
        self._until_faces = FACES_EVERY
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Board"))
        self.setMinimumWidth(480)
        self.message = BoardMessage(self.viewport())
        self.hands = Hands(self, self.message)
        self.hands.in_hand.connect(self.in_hand)
        self.heads = LaneHeaderRow(self.viewport(), session, theme, self.board_scene.layout_)
        self._shape = shape_of(session.scenario)
        self._chosen_id = ""
        self.scrolled.connect(self._place_heads)
        self.heads.step_asked.connect(self.step_asked)
        self.heads.edit_asked.connect(self.edit_asked)
        self.heads.refused.connect(self.refused)
        self.heads.complained.connect(self.message.complain)
        self.heads.chosen.connect(self.choose_column)
        self.heads.menu_asked.connect(self.column_menu_asked)
        self._people = PeopleByHand(self, self.board_scene, self.heads, self.hands, self.message)
        self._people.step_asked.connect(self.step_asked)
        self._people.refused.connect(self.refused)
        self._keys = CardKeys(self.board_scene, self.choose, self.step_asked.emit, self.message.say)
        self._reading = read_aloud(self, self.board_scene, lambda: self.heads.all, self.choose)
        CardTips(self, self.board_scene, self._reading)
        self._keep_room()

    # What is shown

    def open(self, session: Session) -> None:
        """Show another session's board."""
        self.cancel_drag()
        self._chosen_id = ""
        self.board_scene.open(session)
        self._shape = shape_of(session.scenario)
        self.heads.open(session, self.board_scene.layout_)
        self.horizontalScrollBar().setValue(0)
        self._place_heads()
        self._keep_room()

    def _keep_room(self) -> None:
        """However low the window is, every lane shows its head and a card."""
        self.setMinimumHeight(max(px(self.board_scene.layout_.least_height), LEAST_HEIGHT))

    def follow_board(self) -> None:
        """Follow an edit of the scenario: rebuild the lanes if needed; keep the chosen column if it still exists."""
        session, chosen = self.board_scene.session, self._chosen_id
        if shape_of(session.scenario) != self._shape:
            self.open(session)
        self._chosen_id = chosen
        self.board_scene.chosen = session.scenario.column_index.get(chosen)

    def toggle_classes(self) -> None:
        """Let the cards of each class stand in a row of their own, or all in one list."""
        self.cancel_drag()
        self.board_scene.show_by_class(by_class=not self.board_scene.by_class)
        self._keep_room()
        self._place_heads()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self.board_scene.set_theme(theme)
        self.heads.set_theme(theme)

    def reduce_motion(self, *, reduced: bool) -> None:
        """Let cards jump instead of glide, or glide again."""
        self.board_scene.animator.reduced_motion = reduced

    def take(self, changes: Changes) -> None:
        """Something has changed: follow it with the next frame."""
        if changes & Changes.RUN:
            self.cancel_drag()
        if changes & (Changes.HISTORY | Changes.DOCUMENT):
            self.message.hush()
        if changes & (Changes.CARDS | Changes.RUN | Changes.CONDITIONS | Changes.WORKSHOP):
            self._stale = True
        if changes & (Changes.CONDITIONS | Changes.VIEW):
            self.heads.show_counts()
        if changes & Changes.VIEW:
            self.message.hush()
            self.cancel_drag()
            self._stale = True
            self._leaps = not self.board_scene.session.player.playing

    def advance(self, seconds: float) -> None:
        """One frame: cards follow the run, then move on."""
        self._rest -= seconds
        self.board_scene.animator.hurried = self._outruns_cards()
        self._until_faces -= seconds
        if self._until_faces <= 0:
            self._stale = True
            self._until_faces = FACES_EVERY
        if self._leaps:
            # Jump to another moment at once: gliding cards would show moves that never happened.
            self._leaps = self._stale = self._following = False
            self.board_scene.refresh(jump=True)
            self.heads.show_counts()
        elif self._following or (self._stale and self._rest <= 0):
            self._follow()
        self.hands.advance(seconds)
        self.board_scene.animator.advance(seconds)
        self._people.advance(seconds)
        self._reading.advance(seconds)
        if not self.hands.full:
            self.message.advance(seconds)

    def _outruns_cards(self) -> bool:
        """Whether time goes so fast that cards stay in a column for hardly longer than they take to glide there."""
        session = self.board_scene.session
        steps = [mean for mean in session.scenario.mean_work if mean > 0]
        return session.player.playing and session.player.speed * 2 * GLIDE_SECONDS > min(steps, default=inf)

    def show_lately(
        self, loads: tuple[Load, ...], narrowest: Bottleneck | None, evidence: str, arrivals: str, window: str
    ) -> None:
        """How busy each column was lately, and which one is the bottleneck."""
        self.board_scene.bottleneck = None if narrowest is None else narrowest.column
        self.heads.show_lately(loads, narrowest, evidence, arrivals, window)
        self.board_scene.update()

    def show_past(self, text: str) -> None:
        """Say over the board that it is shown as it was at an earlier moment, and when that was; empty for now."""
        if text != self.board_scene.past:
            self.board_scene.past = text
            self.board_scene.update()

    def show_ages(self, cycle_time: Durations, finished_note: str) -> None:
        """From which age on a card is old, and how fast cards are finished."""
        self.board_scene.faces.judge_age_by(cycle_time)
        meaning = self.tr("Finished cards per time unit, over the run after its warm-up; {0} cards")
        self.heads.show_finished(finished_note, meaning.format(said(cycle_time.n, ",")))

    def head(self, place: int) -> LaneHeader:
        """The head of a lane."""
        return self.heads.all[place + 1]

    def _follow(self) -> None:
        """Refresh the lanes, over several frames if needed, then wait to stay within `MOST_OF_A_FRAME`."""
        began = self._clock()
        if self._stale and not self._following:
            self._stale, self._following, self._spent = False, True, 0.0
            self.board_scene.begin_refresh()
        done = self.board_scene.go_on_refreshing(lambda: self._clock() - began > LANES_BUDGET)
        if done:
            self._following = False
            self.heads.show_counts()
            self.hands.look()
        self._spent += self._clock() - began
        if done:
            self._rest = self._spent * (1 / MOST_OF_A_FRAME - 1)

    # Hands

    def move_cards(self, cards: list[CardId], place: int, row: int | None = None) -> None:
        """Ask for `cards` to be moved to `place`, and into the class of a `row`, as one step."""
        self.step_asked.emit(Step(tuple(self.board_scene.acts_to(cards, place, row))))

    def cancel_drag(self) -> None:
        """Whatever is in hand glides back."""
        self._pressed = None
        self.hands.let_go()

    @property
    def selection(self) -> list[CardId]:
        """The chosen cards."""
        return list(self.board_scene.selection)

    @property
    def dragging(self) -> bool:
        """Whether cards or a person are in hand."""
        return self.hands.full

    def choose(self, cards: list[CardId]) -> None:
        """Choose these cards."""
        self._chosen_id = ""
        self.board_scene.chosen = None
        self.board_scene.select(cards)
        if cards and (place := self.board_scene.place_of(cards[-1])) is not None:
            self.bring_in(self.board_scene.layout_.lane(place).rect)
        self.chosen.emit(cards[-1] if cards else None)

    def choose_column(self, column: int) -> None:
        """Choose a column, counted from 0."""
        self.choose([])
        self._chosen_id = self.board_scene.session.scenario.columns[column].id
        self.board_scene.chosen = column
        self.bring_in(self.board_scene.layout_.lane(column).rect)
        self.board_scene.update()
        self.column_chosen.emit(column)

    def _press(self, card: CardId | None, *, add: bool) -> None:
        if card is None:
            self.choose([])
        elif add:
            others = [other for other in self.board_scene.selection if other != card]
            self.choose(others if card in self.board_scene.selection else [*others, card])
        elif card not in self.board_scene.selection:
            self.choose([card])
        else:
            self.chosen.emit(card)

    def _take_pressed(self, spot: QPoint) -> None:
        """What was pressed is in hand: a person, or a card with all that are chosen."""
        assert self._pressed is not None
        start, card, person = self._pressed
        if person is not None:
            self._people.take(person, start, spot)
        elif card is not None:
            chosen = [other for other in self.board_scene.selection if other != card]
            self.hands.take(Drag(self.board_scene, [card, *chosen], self.mapToScene(start), self.move_cards), spot)

    # Qt's events

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # a press soon after a click is still a press

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            self.cancel_drag()
            return
        start = event.position().toPoint()
        card, person = self._under(start)
        self._press(card, add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        self._pressed = None if card is None and person is None else (start, card, person)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        if self.hands.full:
            self.hands.move(spot)
        elif self._pressed is None:
            over = any(found is not None for found in self._under(spot))
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
        elif (spot - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
            self._take_pressed(spot)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        self.hands.put_down()

    def _under(self, spot: QPoint) -> tuple[CardId | None, Taken | None]:
        """The card and the person at a spot of the viewport."""
        at = self.mapToScene(spot)
        return self.board_scene.card_at(at), self._people.found_at(at)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = self.board_scene.card_at(self.mapToScene(event.pos()))
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            card = next(iter(self.board_scene.selection), None)
        if card is not None:
            if card not in self.board_scene.selection:
                self.choose([card])
            self.menu_asked.emit(card, event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.heads.carried:
                self.heads.cancel()
            elif self.dragging:
                self.cancel_drag()
            else:
                self.choose([])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.board_scene.selection:
            self.opened.emit()
        elif by := sends_person(event):
            self._people.send_from_chosen(by)
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.cancel_drag()
        super().focusOutEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = text_scale()
        self.board_scene.ratio = self.devicePixelRatioF() * scale
        self.setTransform(QTransform.fromScale(scale, scale))
        self.board_scene.resize(self.viewport().width() / scale, self.viewport().height() / scale)
        self._place_heads()

    def _place_heads(self) -> None:
        self.heads.place(self.board_scene.layout_, self.left)
