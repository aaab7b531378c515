"""The head of a lane: name, count and limit, people, how busy they were lately, and the bottleneck's badge."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLabel
from typing_extensions import override

from flowsim.domain.constraints import MAX_WORKERS
from flowsim.domain.phrases import counted, phrase
from flowsim.metrics import Load
from flowsim.ui.board.card_count import CardCount
from flowsim.ui.board.lane_name import LaneName
from flowsim.ui.board.name_editor import NameEditor
from flowsim.ui.board.people_strip import PeopleStrip, PersonGrip, sends_person
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import SEMIBOLD, SMALL, TINY, Theme, px, written
from flowsim.ui.text.language import plain, shown
from flowsim.ui.text.number_format import percent
from flowsim.ui.widgets.share_bar import ShareBar
from flowsim.ui.widgets.shows_focus import ShowsFocus
from flowsim.ui.widgets.step_field import Look, StepField

HEAD_HEIGHT: Final = 66
ROOMY: Final = 150
BADGE_WIDTH: Final = 76
DOT_WIDTH: Final = 18

WHAT_THE_BAR_SAYS: Final = phrase(
    "What the people here did lately: working (green), setting up (violet), held up by a card that cannot go on "
    "(amber), free (grey)."
)


class LaneHeader(ShowsFocus):
    """Name and count of a lane; for a work column also limit, people and busy bar, which can be changed here.

    If people are `named`, they are shown on the board, and the header has no field for their number.

    Signals: `limit_asked` (the new WIP limit, or None for no limit), `workers_asked` (the new number of people),
    `complained` (what is allowed instead), `chosen` (click on the background, or Enter), `renamed` (the new name),
    `menu_asked` (global position), `carried` (global x of the mouse, while the header is dragged), then `put_down`
    (dropped) or `let_go` (cancelled); `person_sent` (one of the people to the next work column, 1 to the right, -1 to
    the left). `grip` tells when one of the people is taken by the mouse.
    """

    limit_asked = Signal(object)
    workers_asked = Signal(object)
    complained = Signal(str)
    chosen = Signal()
    renamed = Signal(str)
    menu_asked = Signal(QPoint)
    carried = Signal(int)
    put_down = Signal()
    let_go = Signal()
    person_sent = Signal(int)

    def __init__(self, theme: Theme, title: str, *, is_column: bool, has_workers: bool, named: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._is_bottleneck = False
        self._evidence = ""
        self._is_column = is_column
        self._beside = True
        self._pressed: QPoint | None = None
        self.in_hand = False
        self._editor: NameEditor | None = None
        self.taken: Collection[str] = ()
        if is_column:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setToolTip(self.tr("Click to see and change this column, drag to move it, F2 to rename it"))
        self._name = LaneName(self, title, theme)
        self._badge = QLabel(self.tr("bottleneck"), self)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setFont(written(TINY, SEMIBOLD))
        self._badge.hide()
        self._note = QLabel(self)
        self._note.setFont(written(SMALL))
        self._note.setObjectName("quiet")
        self.limit = (
            StepField(theme, self.tr("WIP limit of {0}").format(title), may_be_none=True) if is_column else None
        )
        self.workers: StepField | None = None
        if has_workers and not named:
            people = self.tr("People in {0}").format(title)
            self.workers = StepField(theme, people, minimum=0, maximum=MAX_WORKERS)
        self.people = PeopleStrip(self, theme)
        self.grip = PersonGrip(self)
        self.bar = ShareBar(self.tr("Busy bar of {0}").format(title)) if has_workers else None
        self._count = None if is_column else CardCount(self, theme)
        self._equip(title)
        self.set_theme(theme)

    def _equip(self, title: str) -> None:
        if self.limit is not None:
            self.limit.setParent(self)
            self.limit.asked.connect(self.limit_asked)
            self.limit.complained.connect(self.complained)
            meaning = self.tr(
                "Cards in {0} / WIP limit: the most that may be here at once. Wheel, ± or click to change."
            )
            self.limit.setToolTip(plain(meaning.format(title)))
        if self.workers is not None:
            self.workers.setParent(self)
            self.workers.asked.connect(self.workers_asked)
            self.workers.complained.connect(self.complained)
            meaning = self.tr("How many people work in {0}. Wheel, ± or click to change; drag one to another column.")
            self.workers.setToolTip(plain(meaning.format(title)))
            self.people.setToolTip(
                plain(self.tr("People in {0}. Drag one to another column, or press Ctrl+Shift+← →.").format(title))
            )
            self.grip.watch(self.workers)
            self.grip.watch(self.people)
            self.grip.clicked.connect(self.chosen)
        if self.bar is not None:
            self.bar.setParent(self)
            self.bar.setToolTip(shown(WHAT_THE_BAR_SAYS))

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self._name.set_theme(theme)
        for part in (self.limit, self.workers, self.people):
            if part is not None:
                part.set_theme(theme)
        self._badge.setStyleSheet(
            f"QLabel {{ background: {theme.full_soft}; color: {theme.full}; border-radius: 8px; }}"
        )
        if self._count is not None:
            self._count.set_theme(theme)

    def show_count(self, count: int, limit: int | None = None, *, endless: bool = False, hidden: bool = False) -> None:
        """How many cards are here, and how many may be; an endless backlog has no number, a hidden one is not told."""
        if self._count is not None:
            before = self._pill
            self._count.show_count(count, limit, endless=endless, hidden=hidden)
            if self._pill != before:
                self._arrange()
        if self.limit is not None:
            look: Look = "plain" if limit is None or count < limit else "full" if count == limit else "over"
            words = f"{count} / {'∞' if limit is None else limit}"
            self.limit.show_value(limit, words, look, brief=str(count), at_present=count)

    def show_people(self, people: int) -> None:
        """How many work here."""
        if self.workers is not None:
            words = shown(counted("{0} people", "{0} person", people)) if people else self.tr("nobody")
            self.workers.show_value(people, words)
            if people != self.people.people:
                self.people.show_people(people)
                self._arrange()

    def stop_editing(self) -> None:
        """Leave what is being typed as it was."""
        if self._editor is not None:
            self._editor.close_without()
        for field in (self.limit, self.workers):
            if field is not None:
                field.stop_editing()

    def show_note(self, text: str, meaning: str) -> None:
        """A quiet line under the name, where there are no people, and what it means."""
        self._note.setText(text)
        self._note.setToolTip(meaning)

    def show_load(self, load: Load, window: str) -> None:
        """What the people did lately; `window` says how long that is."""
        if self.bar is not None:
            colours = ("busy", "setup", "band_bottleneck", "starved")
            shares = (load.busy, load.setup, load.blocked, load.starved)
            words = self.tr("Busy {0} %, set-up {1} %, blocked {2} %, free {3} % of the people's time in the last {4}")
            self.bar.setToolTip(
                words.format(*map(percent, shares), window) if any(shares) else self.tr("Nobody works here")
            )
            if not any(shares):
                shares = (0.0, 0.0, 0.0, 1.0)
            self.bar.show_shares(
                [(share, getattr(self._theme, role)) for share, role in zip(shares, colours, strict=True)]
            )

    def show_bottleneck(self, evidence: str) -> None:
        """Show the bottleneck badge with `evidence` as its tooltip; hide it if `evidence` is empty."""
        if bool(evidence) != self._is_bottleneck:
            self._is_bottleneck = bool(evidence)
            self._arrange()
        self._evidence = evidence
        self._badge.setToolTip(plain(evidence))

    @property
    def title(self) -> str:
        """The whole name of the lane."""
        return self._title

    @property
    def fields(self) -> list[StepField]:
        """What can be changed here, as far as it is on view."""
        return [field for field in (self.limit, self.workers) if field is not None and field.isVisibleTo(self)]

    @property
    def evidence(self) -> str:
        """What is known of the lane beside its name and count, in words."""
        busy = "" if self.bar is None else self.bar.toolTip()
        return ". ".join(part for part in (self._note.text(), busy, self._evidence) if part)

    @property
    def fits_beside(self) -> bool:
        """Whether name and limit fit beside each other."""
        return 2 * self._padding + self._name.wished_width + px(6) + self._pill <= self.width()

    def arrange(self, *, beside: bool) -> None:
        """Name and limit beside each other, or the limit below the name; alike for all lanes of a board."""
        self._beside = beside
        self._arrange()

    @property
    def _padding(self) -> int:
        return px(12) if self.width() >= px(ROOMY) else px(7)

    @property
    def _pill(self) -> int:
        return px(66) if self._count is None else self._count.wished_width

    def _arrange(self) -> None:
        width, pad = self.width(), self._padding
        name_room = width - 2 * pad - (self._pill + px(6) if self._beside else 0)
        whole_badge = self._name.wished_width + px(8) + px(BADGE_WIDTH) <= name_room
        badge_width = px(BADGE_WIDTH if whole_badge else DOT_WIDTH)
        if self._is_bottleneck:
            name_room -= badge_width + px(6)
        top = px(14) if self._beside else px(8)
        width_of_name = max(min(self._name.wished_width, name_room), 0)
        self._name.lay_out(QRect(pad, px(10) if self._beside else px(3), width_of_name, px(28 if self._beside else 26)))
        self._badge.setText(self.tr("bottleneck") if whole_badge else "!")
        self._badge.setGeometry(self._name.geometry().right() + px(8), top + 1, badge_width, px(18))
        self._badge.setVisible(self._is_bottleneck)
        if self._beside:
            self._arrange_wide(width, pad, self._pill)
        else:
            self._arrange_stacked(width, pad)

    def _arrange_wide(self, width: int, pad: int, pill: int) -> None:
        for part in (self.limit, self._count):
            if part is not None:
                part.setGeometry(width - pill - pad, px(12), pill, px(24))
        self._note.setGeometry(pad, px(38), width - 2 * pad, px(16))
        self._note.show()
        left = pad + (0 if self.workers is None else px(84))
        room = width - left - pad
        if self.bar is not None:
            self.bar.setGeometry(left, px(44 if self.workers is None else 56), room, px(6))
            self.bar.setVisible(room >= px(24))
        if self.workers is not None:
            self.workers.setGeometry(pad - 1, px(36), px(76), px(22))
            self.workers.show()
        self.people.counted = False
        self.people.setGeometry(left, px(36), room, px(16))
        self.people.setVisible(self.people.has_room_in(room))

    def _arrange_stacked(self, width: int, pad: int) -> None:
        both_fit = width >= 2 * pad + 2 * px(50) + px(4)
        counts = self.workers is not None and not both_fit
        people = self.people.counted_width + px(4) if counts else 0
        pill = px(50) if both_fit and self.workers is not None else min(self._pill, width - 8 - people)
        left = pad if both_fit or self._count is not None else (width - pill - people) // 2
        for part in (self.limit, self._count):
            if part is not None:
                part.setGeometry(left, px(30), pill, px(22))
        self._note.hide()
        if self.workers is not None:
            self.workers.setGeometry(left + pill + px(4), px(30), width - left - pill - px(4) - pad, px(22))
            self.workers.setVisible(both_fit)
        self.people.counted = True
        self.people.setGeometry(left + pill + px(4), px(30), max(people - px(4), 0), px(22))
        self.people.setVisible(counts)
        if self.bar is not None:
            self.bar.setGeometry(pad, px(58), width - 2 * pad, px(5))
            self.bar.show()

    def rename(self) -> None:
        """Let a person type another name in place."""
        if self._editor is not None:
            return
        left, width = self._padding - 4, self.width() - 2 * self._padding + 8
        self._editor = NameEditor(self, self._title, QRect(left, self._name.y(), width, px(26)))
        self._editor.closed.connect(self._forget_editor)
        self._editor.named.connect(self._take_name)

    def _take_name(self, name: str) -> None:
        if name in self.taken:
            self.complained.emit(self.tr("a name that is not taken"))
        else:
            self.renamed.emit(name)

    def _forget_editor(self) -> None:
        self._editor = None

    def cancel(self) -> None:
        """Nothing is carried any more."""
        self._pressed = None
        if self.in_hand:
            self.in_hand = False
            self.unsetCursor()
            self.let_go.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._is_column:
            self._pressed = event.globalPosition().toPoint()
            self.chosen.emit()
        else:
            self.cancel()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.globalPosition().toPoint()
        if self._pressed is None:
            return
        if not self.in_hand and (spot - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self.in_hand = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.in_hand:
            self.carried.emit(spot.x())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self.in_hand:
            self.in_hand = False
            self.unsetCursor()
            self.put_down.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._is_column:
            self.rename()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._is_column:
            self.chosen.emit()
            self.menu_asked.emit(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.in_hand:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_column:
            self.chosen.emit()
        elif (by := sends_person(event)) and self._is_column:
            self.person_sent.emit(by)
        elif event.key() == Qt.Key.Key_Menu and self._is_column:
            self.chosen.emit()
            self.menu_asked.emit(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.in_hand:
                painter.setPen(QPen(QColor(self._theme.accent), 1.5))
                painter.setBrush(QColor(self._theme.surface))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
            elif self.hasFocus():
                painter.setPen(QPen(QColor(self._theme.accent), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)
