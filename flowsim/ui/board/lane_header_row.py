"""The heads of all lanes and the brackets of shared limits: one row over the board, as people change it.

A head can be carried to another place; the column goes with it.
"""

from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from flowsim.domain.column_settings import SetWipLimit, SetWorkers
from flowsim.domain.interventions import Intervention, SetSharedLimit
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Column
from flowsim.domain.words import ColumnId
from flowsim.metrics import Bottleneck, Load
from flowsim.session.edit_commands import column_moved, column_renamed
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.ui.board.bracket import Bracket
from flowsim.ui.board.lane_header import HEAD_HEIGHT, LaneHeader
from flowsim.ui.board.layout import GAP, BoardLayout
from flowsim.ui.style.theme import Theme, px, text_scale

MARK_WIDTH: Final = 4


class LaneHeaderRow(QObject):
    """Creates and places the lane headers and brackets as children of `port`, the board's viewport.

    Signals: `step_asked` (a `Step` to do in the run), `edit_asked` (an `Edit` of the scenario), `chosen` (column index
    from 0), `complained` (what is allowed instead), `refused` (the reason), `menu_asked` (column index, global
    position). `person_taken` (column index, global position), `person_carried` (global position), then
    `person_put_down` or `person_let_go`; `person_sent` (column index, 1 to the right, -1 to the left).
    """

    step_asked = Signal(Step)
    edit_asked = Signal(Edit)
    chosen = Signal(int)
    complained = Signal(str)
    refused = Signal(str)
    menu_asked = Signal(int, QPoint)
    person_taken = Signal(int, QPoint)
    person_carried = Signal(QPoint)
    person_put_down = Signal()
    person_let_go = Signal()
    person_sent = Signal(int, int)

    def __init__(self, port: QWidget, session: Session, theme: Theme, layout: BoardLayout) -> None:
        super().__init__(port)
        self._port = port
        self._theme = theme
        self._heads: list[LaneHeader] = []
        self._by_id: dict[ColumnId, LaneHeader] = {}
        self._brackets: list[Bracket] = []
        self._mark = QFrame(port)
        self._mark.setObjectName("insertion")
        self._mark.hide()
        self._to = 0
        self.open(session, layout)

    @property
    def all(self) -> list[LaneHeader]:
        """The heads, from the backlog to Done."""
        return self._heads

    @property
    def brackets(self) -> list[Bracket]:
        """One for each shared limit, in the scenario's order."""
        return self._brackets

    def open(self, session: Session, layout: BoardLayout) -> None:
        """Show the headers of another board."""
        focused = self._column_in_focus()
        self._session = session
        self._layout = layout
        olds: list[LaneHeader | Bracket] = [*self._heads, *self._brackets]
        for old in olds:
            old.stop_editing()
            old.hide()
            old.deleteLater()
        scenario = session.scenario
        heads = [LaneHeader(self._theme, self.tr("Backlog"), is_column=False, has_workers=False)]
        heads += [self._made_head(index, column) for index, column in enumerate(scenario.columns)]
        heads.append(LaneHeader(self._theme, self.tr("Done"), is_column=False, has_workers=False))
        self._heads = heads
        self._by_id = {column.id: head for column, head in zip(scenario.columns, heads[1:-1], strict=True)}
        self._brackets = [self._made_bracket(group) for group in range(len(scenario.shared_limits))]
        for part in (*heads, *self._brackets):
            part.setParent(self._port)
            part.show()
        self._mark.raise_()
        self.place(layout)
        self.show_counts()
        if focused in self._by_id:
            self._by_id[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _column_in_focus(self) -> ColumnId | None:
        """The column on whose head, or in whose fields, the focus is: with new heads it must not wander off."""
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        its = (id_ for id_, head in self._by_id.items() if head is focus or head.isAncestorOf(focus))
        return next(its, None)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        parts: list[LaneHeader | Bracket] = [*self._heads, *self._brackets]
        for part in parts:
            part.set_theme(theme)

    def place(self, layout: BoardLayout, scrolled: float = 0.0) -> None:
        """Stand over the lanes of a layout, of which so much is scrolled away at the left, in units of the layout."""
        self._layout, self._scrolled = layout, scrolled
        for head, lane in zip(self._heads, layout.lanes, strict=True):
            its = lane.rect.translated(-scrolled, 0)
            head.setGeometry(px(its.left()), px(its.top()), px(its.width()), px(HEAD_HEIGHT))
        beside = all(head.fits_beside for head in self._heads)
        for head in self._heads:
            head.arrange(beside=beside)
        for bracket, rect in zip(self._brackets, layout.brackets, strict=True):
            bracket.setGeometry(px(rect.left() - scrolled), px(rect.top()), px(rect.width()), px(rect.height()))

    def show_counts(self) -> None:
        """How many cards are everywhere, and how many may be."""
        session, view = self._session, self._session.view
        most, endless = view.conditions.backlog_limit, session.scenario.saturated
        self._heads[0].show_count(len(view.board_state.backlog), most, endless=endless)
        self._heads[-1].show_count(view.board_state.finished, hidden=session.conceals)
        for column, (lane, now) in enumerate(zip(view.board_state.lanes, view.conditions.columns, strict=True)):
            counts_doing = now.limit_counts == "doing"
            self._heads[column + 1].show_count(len(lane.doing) if counts_doing else len(lane), now.wip_limit)
            if not session.scenario.people:
                self._heads[column + 1].show_people(now.workers)
        for bracket, shared, limit in zip(
            self._brackets, session.scenario.shared_limits, view.conditions.shared_limits, strict=True
        ):
            places = (session.scenario.column_index[column] for column in shared.columns)
            bracket.show_count(sum(len(view.board_state.lanes[place]) for place in places), limit)

    def show_lately(
        self, loads: tuple[Load, ...], narrowest: Bottleneck | None, evidence: str, arrivals: str, window: str
    ) -> None:
        """How busy each column was lately, and which one is the bottleneck."""
        self._heads[0].show_note(arrivals, self.tr("Cards that arrived per time unit, over the run until now"))
        for column, load in enumerate(loads):
            is_bottleneck = narrowest is not None and narrowest.column == column
            self._heads[column + 1].show_load(load, window)
            self._heads[column + 1].show_bottleneck(evidence if is_bottleneck else "")

    def show_finished(self, note: str, meaning: str) -> None:
        """How fast cards are finished."""
        self._heads[-1].show_note(note, meaning)

    def lift_person(self, column: int | None) -> None:
        """One of the people of a column is in somebody's hand; None: nobody is."""
        for place, head in enumerate(self._heads):
            head.people.lift(lifted=place - 1 == column)

    def people_of(self, column: int) -> QPoint:
        """The middle of what stands for the people of a column, in the port."""
        head = self._heads[column + 1]
        its = head.people if head.people.isVisibleTo(head) or head.workers is None else head.workers
        return its.mapTo(self._port, its.rect().center())

    def rename(self, column: int) -> None:
        """Let a person type another name into the head of a column."""
        self._heads[column + 1].rename()

    def _made_head(self, index: int, column: Column) -> LaneHeader:
        named = bool(self._session.scenario.people)
        head = LaneHeader(self._theme, column.title, is_column=True, has_workers=not column.is_queue, named=named)
        head.taken = {each.title for each in self._session.scenario.columns}
        head.limit_asked.connect(lambda value: self._ask(SetWipLimit(at=0.0, column=column.id, value=value)))
        head.workers_asked.connect(lambda value: self._ask(SetWorkers(at=0.0, column=column.id, value=value)))
        head.renamed.connect(lambda name: self.edit_asked.emit(column_renamed(self._session, index, name)))
        head.chosen.connect(lambda: self.chosen.emit(index))
        head.menu_asked.connect(lambda at: self.menu_asked.emit(index, at))
        head.carried.connect(lambda x: self._carry(index, x))
        head.put_down.connect(lambda: self._put_down(index))
        head.let_go.connect(self._let_go)
        head.complained.connect(self.complained)
        head.person_sent.connect(lambda by: self.person_sent.emit(index, by))
        head.grip.taken.connect(lambda at: self.person_taken.emit(index, at))
        head.grip.carried.connect(self.person_carried)
        head.grip.put_down.connect(self.person_put_down)
        head.grip.let_go.connect(self.person_let_go)
        return head

    def _made_bracket(self, group: int) -> Bracket:
        scenario = self._session.scenario
        columns = scenario.shared_limits[group].columns
        titles = [column.title for column in scenario.columns if column.id in columns]
        whole = len(titles) == len(scenario.columns)
        bracket = Bracket(self._theme, self.tr("Whole board") if whole else " + ".join(titles))
        bracket.limit.asked.connect(lambda value: self._ask(SetSharedLimit(at=0.0, group=group, value=value)))
        bracket.limit.complained.connect(self.complained)
        return bracket

    def _ask(self, intervention: Intervention) -> None:
        self.step_asked.emit(Step((intervention,)))

    # A head in somebody's hand

    def _carry(self, column: int, x: int) -> None:
        """The head follows the hand; a line shows where the column would stand."""
        head = self._heads[column + 1]
        head.raise_()
        head.move(self._port.mapFromGlobal(QPoint(x, 0)).x() - head.width() // 2, head.y())
        lanes = self._layout.lanes[1:-1]
        hand = self._port.mapFromGlobal(QPoint(x, 0)).x() / text_scale() + self._scrolled
        others = [lane for lane in lanes if lane.place != column]
        passed = (lane.rect.left() + (0.4 if lane.place > column else 0.6) * lane.rect.width() for lane in others)
        self._to = sum(edge < hand for edge in passed)
        beside = others[self._to - 1].rect.right() + GAP / 2 if self._to else lanes[0].rect.left() - GAP / 2
        top = px(lanes[0].rect.top())
        self._mark.setGeometry(
            px(beside - self._scrolled) - MARK_WIDTH // 2, top, MARK_WIDTH, self._port.height() - top
        )
        self._mark.setVisible(self._to != column)
        self._mark.raise_()

    def _put_down(self, column: int) -> None:
        to = self._to
        self._let_go()
        if to == column:
            return
        try:
            edit = column_moved(self._session, column, to)
        except Refused as refusal:
            self.refused.emit(str(refusal))
        else:
            self.edit_asked.emit(edit)

    def _let_go(self) -> None:
        self._mark.hide()
        self.place(self._layout, self._scrolled)

    @property
    def carried(self) -> bool:
        """Whether a head is in somebody's hand."""
        return any(head.in_hand for head in self._heads)

    def cancel(self) -> None:
        """Whatever head is in hand goes back."""
        for head in self._heads:
            head.cancel()

    @property
    def in_focus(self) -> int | None:
        """The column whose head has the focus, counted from 0."""
        places = range(len(self._heads) - 2)
        return next((place for place in places if self._heads[place + 1].hasFocus()), None)
