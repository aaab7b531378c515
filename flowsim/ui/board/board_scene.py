"""The scene of cards: follows where everybody stands, and lets the animator carry the pictures there."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsScene
from typing_extensions import override

from flowsim.domain.interventions import Intervention, ReclassCard
from flowsim.domain.words import FINISHED_HERE, CardId, CardState
from flowsim.session.session import Session
from flowsim.session.steps import move_to
from flowsim.ui.board.animator import Animator
from flowsim.ui.board.card_face import CardFace, Faces
from flowsim.ui.board.card_item import CardItem
from flowsim.ui.board.layout import CHIP, BoardLayout, Lane, Slots
from flowsim.ui.board.painting import (
    bundle_frame,
    chip,
    focus_frame,
    half_label,
    lane_ground,
    veil,
)
from flowsim.ui.board.people_on_board import PEOPLE_ROW, PeopleOnTheBoard
from flowsim.ui.board.swimlanes import RowNote, paint_rows, row_notes
from flowsim.ui.board.target import Target, target_frame
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import said

IN_HAND_Z = 10.0
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""Focus reasons for which the board draws a focus frame; after a mouse click it draws none."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where a card's picture should be, and its face."""

    corner: QPointF
    face: CardFace


class BoardScene(QGraphicsScene):
    """The cards in their lanes; `order` maps a place (-1 is the backlog) to its visible cards, left half first."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.animator = Animator()
        self.cards: dict[CardId, CardItem] = {}
        self.order: dict[int, list[CardId]] = {}
        self.selection: dict[CardId, None] = {}
        self.in_hand: set[CardId] = set()
        self.theme = theme
        self.ratio = 1.0
        self.bottleneck: int | None = None
        self.chosen: int | None = None
        self.past = ""
        self.by_class = False
        self._marked: Target | None = None
        self._reached_by_keys = False
        self._chips: dict[int, list[tuple[QRectF, str]]] = {}
        self._shown: dict[int, set[CardId]] = {}
        self._to_refresh: list[Lane] = []
        self._backdrop = QPixmap()
        self._backdrop_of: object = None
        self._bundles: dict[int, list[tuple[QRectF, bool]]] = {}
        self._split: set[int] = set()
        self._large = False
        self._corners: dict[CardId, tuple[QPointF, float, int]] = {}
        self._window = (0.0, 0.0)
        self.people = PeopleOnTheBoard(self, self.animator)
        self.open(session)

    def open(self, session: Session) -> None:
        """Show another session, or the same one with another run."""
        self.session = session
        self.faces = Faces(session)
        self.selection.clear()
        self.chosen = None
        for card in list(self.cards):
            self._remove(card)
        self._chips, self._shown, self.order, self._bundles, self._corners = {}, {}, {}, {}, {}
        self._split = set()
        self.people.open(session)
        self.resize(*self._window)

    def resize(self, width: float, height: float) -> None:
        """The window of the board has another size; everything jumps to its new place."""
        self._window = width, height
        scenario = self.session.scenario
        queues = tuple(column.is_queue for column in scenario.columns)
        places = ([scenario.column_index[column] for column in shared.columns] for shared in scenario.shared_limits)
        groups = tuple((min(its), max(its)) for its in places)
        self.layout_ = BoardLayout(width, height, queues, titled=self.faces.titled, groups=groups,
                                   foot=PEOPLE_ROW if scenario.people else 0.0,
                                   rows=len(scenario.classes) if self.by_class else 1)  # fmt: skip
        self.faces.only_numbers = self.layout_.only_numbers
        self.setSceneRect(0, 0, max(width, self.layout_.width), height)
        if width > 0:
            self.refresh(jump=True)

    def show_by_class(self, *, by_class: bool) -> None:
        """Let the cards of each class stand in a row of their own, or all in one list."""
        self.by_class = by_class
        self.resize(*self._window)

    def row_of(self, card: CardId) -> int | None:
        """The row that a card stands in; None where there is only one."""
        return None if self.layout_.rows == 1 else self.session.view.class_of(card)

    def acts_to(self, cards: Iterable[CardId], place: int, row: int | None) -> list[Intervention]:
        """What puts cards into a place, and into the class of a row."""
        scenario, acts = self.session.scenario, list[Intervention]()
        for card in cards:
            if row is not None and self.session.view.class_of(card) != row:
                acts.append(ReclassCard(at=0.0, card=card, class_=scenario.classes[row].id))
            if self.place_of(card) != place:
                acts.append(move_to(scenario, card, place))
        return acts

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self.theme = theme
        self._backdrop_of = None
        self.refresh(anew=True)

    def order_now(self) -> dict[int, list[CardId]]:
        """`order` as the session stands, which may have gone on since the last frame."""
        self.refresh()
        return self.order

    def refresh(self, *, jump: bool = False, anew: bool = False) -> None:
        """Bring every picture up to where its card stands now."""
        self.begin_refresh()
        while self._to_refresh:
            self._refresh_lane(self._to_refresh.pop(), jump=jump, anew=anew)
        self._sweep(jump=jump)

    def begin_refresh(self) -> None:
        """Every lane is to be looked at, the right-most first, because cards come from the left."""
        for card in [card for card in self.selection if card not in self.session.view.board_state.cards]:
            del self.selection[card]
        self._to_refresh = list(self.layout_.lanes)
        self._large = self._all_fit_large()

    def _all_fit_large(self) -> bool:
        """Whether the cards of every column have room as large ones; one crowded column makes all of them smaller."""
        return all(
            self.layout_.fits_large(area, len(cards))
            for lane in self.layout_.lanes[1:-1]
            for area, cards in self._lists(lane)
        )

    def go_on_refreshing(self, out_of_time: Callable[[], bool]) -> bool:
        """Refresh whole lanes until all are done (return True) or `out_of_time` says to stop (return False)."""
        while self._to_refresh:
            self._refresh_lane(self._to_refresh.pop())
            if self._to_refresh and out_of_time():
                return False
        self._sweep()
        return True

    def _refresh_lane(self, lane: Lane, *, jump: bool = False, anew: bool = False) -> None:
        wanted = self._wanted(lane)
        for card, its in wanted.items():
            self._corners[card] = its.corner, its.face.width, its.face.size.height(titled=its.face.titled)
            item = self.cards.get(card)
            if item is None:
                item = self._appear(card, its.corner)
            item.show_face(its.face, self.theme, self.ratio, anew=anew)
            if card in self.in_hand:
                continue
            if jump:
                self.animator.place(item, its.corner)
            elif self.animator.goal_of(item) != its.corner:
                self.animator.send(item, its.corner)
        self._shown[lane.place] = set(wanted)
        self.update()

    def _sweep(self, *, jump: bool = False) -> None:
        """All lanes have been looked at: pictures that none of them shows go, and people go where their cards are."""
        shown = set().union(*self._shown.values())
        for card in [card for card in self.cards if card not in shown and card not in self.in_hand]:
            self._remove(card)
        if self.session.scenario.people:
            self.people.refresh(self.session, self.layout_, self._corners, self.theme, self.ratio, jump=jump)

    def card_at(self, spot: QPointF) -> CardId | None:
        """The card on the board whose picture is at `spot`, the top one."""
        cards = self.session.view.board_state.cards
        return next((item.card for item in self.items(spot) if isinstance(item, CardItem) and item.card in cards), None)

    def worker_at(self, spot: QPointF) -> CardId | None:
        """The card at `spot` whose workers, who are only counted, are shown right there."""
        card = self.card_at(spot)
        return card if card is not None and self.cards[card].shows_worker_at(spot) else None

    def any_card_at(self, spot: QPointF) -> CardId | None:
        """The card whose picture is at `spot`, the top one, be it finished."""
        return next((item.card for item in self.items(spot) if isinstance(item, CardItem)), None)

    def place_of(self, card: CardId) -> int | None:
        """The place where `card` stands: -1 the backlog, 0 … the columns; None if it is not on the board."""
        position = self.session.view.board_state.cards.get(card)
        return None if position is None else position.column

    def rect_of(self, card: CardId) -> QRectF | None:
        """Where a card's picture is, or is going to be; None if it has no room on the board."""
        if card not in self.cards or card not in self._corners:
            return None
        corner, width, height = self._corners[card]
        return QRectF(corner.x(), corner.y(), width, height)

    def select(self, cards: Iterable[CardId]) -> None:
        """Choose these cards and no others."""
        self.selection = dict.fromkeys(cards)
        self.refresh()

    def mark(self, target: Target | None) -> None:
        """Light up where what is in hand would go; None: nowhere."""
        self._marked = target
        self.update()

    def _marked_rect(self, target: Target) -> QRectF | None:
        """The part of a lane that is lit up."""
        if target.card is not None:
            return self.rect_of(target.card)
        return None if target.row is None else self.layout_.cell(target.place, target.row)

    def _wanted(self, lane: Lane) -> dict[CardId, Wanted]:
        wanted: dict[CardId, Wanted] = {}
        self._chips[lane.place] = []
        shown = self.order[lane.place] = []
        if lane.place == len(self.session.scenario.columns):
            self._want_finished(lane, wanted)
            return wanted
        for area, cards in self._lists(lane):
            slots = self.layout_.slots(area, len(cards), large=self._large and lane.place >= 0)
            for corner, card in zip(slots.corners, islice(cards, len(slots.corners)), strict=True):
                selected = card in self.selection
                wanted[card] = Wanted(corner, self.faces.of_card(card, slots.size, slots.width, selected=selected))
                shown.append(card)
            self._chip(lane, area, slots)
        self._bundles[lane.place] = self._bundles_of(lane.place, wanted)
        return wanted

    def _bundles_of(self, place: int, wanted: dict[CardId, Wanted]) -> list[tuple[QRectF, bool]]:
        """Frames around the cards of a column that leave it together, and whether each batch is full."""
        if place < 0 or self.session.view.conditions.columns[place].transfer_batch < 2:
            return []
        frames: dict[tuple[CardState, float], QRectF] = {}
        for card, its in wanted.items():
            position = self.session.view.board_state.cards[card]
            if position.state not in FINISHED_HERE:
                continue
            batching = position.state is CardState.BATCHING
            height = its.face.size.height(titled=its.face.titled)
            rect = QRectF(its.corner.x(), its.corner.y(), its.face.width, height).adjusted(-3, -3, 3, 3)
            key = position.state, 0.0 if batching else position.since
            frames[key] = frames[key].united(rect) if key in frames else rect
        return [(rect, state is CardState.READY) for (state, _), rect in frames.items()]

    def _want_finished(self, lane: Lane, wanted: dict[CardId, Wanted]) -> None:
        finishers = self.session.view.flow.finishers[::-1]
        rows = self.layout_.rows
        of_row = self.session.view.classes_now()[finishers] if rows > 1 else None
        for row in range(rows):
            area, its = self.layout_.row(lane.area, row), finishers if of_row is None else finishers[of_row == row]
            slots = self.layout_.slots(area, len(its), compact=rows > 1)
            for corner, card in zip(slots.corners, its[: len(slots.corners)].tolist(), strict=True):
                wanted[card] = Wanted(corner, self.faces.of_finished(card, slots.size, slots.width))
            self._chip(lane, area, slots)

    def _lists(self, lane: Lane) -> Iterator[tuple[QRectF, dict[CardId, None]]]:
        """The lists of a lane: two side by side only while something is done there, so that no half stands empty."""
        self._split.discard(lane.place)
        if lane.place < 0:
            yield from self._in_rows(lane.area, self.session.view.board_state.backlog)
            return
        cards = self.session.view.board_state.lanes[lane.place]
        if lane.halves is None or not cards.done:
            yield from self._in_rows(lane.area, {**cards.doing, **cards.done})
        else:
            self._split.add(lane.place)
            yield from self._in_rows(lane.halves[0], cards.doing)
            yield from self._in_rows(lane.halves[1], cards.done)

    def _in_rows(self, area: QRectF, cards: dict[CardId, None]) -> Iterator[tuple[QRectF, dict[CardId, None]]]:
        """One list of cards as it is, or one for each class."""
        if self.layout_.rows == 1:
            yield area, cards
            return
        rows: list[dict[CardId, None]] = [{} for _ in range(self.layout_.rows)]
        for card in cards:
            rows[self.session.view.class_of(card)][card] = None
        for row, its in enumerate(rows):
            yield self.layout_.row(area, row), its

    def _row_notes(self) -> tuple[RowNote, ...]:
        """What stands over each row: its class in the backlog, and how full its limits are."""
        if self.layout_.rows == 1:
            return ()
        view = self.session.view
        here = Counter((its.column, view.class_of(card)) for card, its in view.board_state.cards.items())
        return tuple(row_notes(view.scenario, view.conditions, here, self.layout_))

    def _chip(self, lane: Lane, area: QRectF, slots: Slots) -> None:
        if slots.left_over > 0:
            rect = QRectF(area.left(), area.bottom() - CHIP, area.width(), CHIP)
            text = (
                self.tr("+ {0} more").format(said(slots.left_over, ",")) if area.width() > 66 else f"+{slots.left_over}"
            )
            if lane.place == len(self.session.view.board_state.lanes) and self.session.conceals:
                text = "…"
            self._chips[lane.place].append((rect, text))

    def _appear(self, card: CardId, corner: QPointF) -> CardItem:
        item = self.cards[card] = CardItem(card)
        item.setPos(corner + QPointF(0, 14))
        self.addItem(item)
        return item

    def _remove(self, card: CardId) -> None:
        item = self.cards.pop(card)
        self._corners.pop(card, None)
        self.animator.forget(item)
        self.removeItem(item)

    def _paint_backdrop(self) -> None:
        columns = self.session.scenario.columns
        picture = QPixmap(round(self.width() * self.ratio), round(self.height() * self.ratio))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with painter_on(picture) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            for lane in self.layout_.lanes:
                border = "band_bottleneck" if lane.place == self.bottleneck and lane.place >= 0 else None
                if lane.place == self.chosen:
                    border = "accent"
                if self._marked is not None and self._marked.is_whole_lane and self._marked.place == lane.place:
                    border = self._marked.border
                lane_ground(painter, lane.rect, self.theme, border)
                if lane.place in self._split and lane.halves is not None:
                    half_label(painter, lane.halves[0], self.tr("doing"), self.theme)
                    half_label(painter, lane.halves[1], self.tr("done"), self.theme)
                elif lane.roomy and 0 <= lane.place < len(columns):
                    words = self.tr("waiting here") if columns[lane.place].is_queue else self.tr("doing")
                    half_label(painter, lane.area, words, self.theme)
            paint_rows(painter, self._row_notes(), self.layout_, self.theme)
            for rect, full in chain.from_iterable(self._bundles.values()):
                bundle_frame(painter, rect, self.theme, full=full)
            for rect, text in chain.from_iterable(self._chips.values()):
                chip(painter, rect, text, self.theme)
        self._backdrop = picture

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        chips = tuple((spot.x(), spot.y(), text) for spot, text in chain.from_iterable(self._chips.values()))
        bundles = tuple((spot.getRect(), full) for spot, full in chain.from_iterable(self._bundles.values()))
        marks = (self.bottleneck, self.chosen, self._marked, frozenset(self._split))
        state = (self.layout_, self.ratio, self.theme, marks, chips, bundles, self._row_notes())
        if state != self._backdrop_of and self.width() > 0:
            self._backdrop_of = state
            self._paint_backdrop()
        painter.drawPixmap(QPointF(0, 0), self._backdrop)

    @override
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if self._marked is not None and (part := self._marked_rect(self._marked)) is not None:
            target_frame(painter, part, self._marked, self.theme)
        if self._reached_by_keys:
            focus_frame(painter, self.sceneRect(), self.theme)
        if self.past:
            veil(painter, QRectF(rect), self.past, self.theme)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reached_by_keys = event.reason() in BY_KEYS
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._reached_by_keys = False
        self.update()
