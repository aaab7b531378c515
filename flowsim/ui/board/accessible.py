"""The board as assistive technology reads it: a list of lanes, each a list of cards, in sentences.

A screen reader cannot see the items of a scene, so this module gives Qt its own tree of accessible interfaces:
board, lanes, cards. Two rules of ownership shape the code. Qt stores an interface under its QObject and releases it
safely only when that object is destroyed. PySide keeps every interface that its factory made until the program ends.
So each interface belongs to a QObject that lives long enough (view, lane header or `CardSlot`), and stores no state.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget, QGraphicsView, QWidget
from shiboken6 import VoidPtr, getCppPointer
from typing_extensions import override

from flowsim.domain.words import CardId
from flowsim.ui.board.board_reading import BoardReading, CardSlot, reading_at, register
from flowsim.ui.board.board_scene import BoardScene
from flowsim.ui.board.lane_header import LaneHeader
from flowsim.ui.board.people_strip import WHAT_THE_KEYS_DO
from flowsim.ui.text.language import shown

ROLE: Final = QAccessible.Role
TEXT: Final = QAccessible.Text
_installed: list[bool] = []
_kept: list[QAccessibleInterface] = []
"""Every interface made, to keep a Python reference to each.

At exit PySide drops its own references before Qt deletes the interfaces. If that reference were the last one, the
interface would be deleted twice and the program would crash.
"""


def read_aloud(
    view: QGraphicsView, scene: BoardScene, heads: Callable[[], Sequence[LaneHeader]],
    choose: Callable[[list[CardId]], None],
) -> BoardReading:  # fmt: skip
    """Let a board be read by assistive technology; nothing is made before something asks.

    `heads` are those of the lanes on view, the backlog's first; `choose` chooses cards.
    """
    reading = BoardReading(view, scene, heads, choose)
    register(reading)
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_made)
    return reading


class BoardInterface(QAccessibleWidget):
    """The whole board: a list of lanes."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view, ROLE.List)

    @override
    def childCount(self) -> int:
        return len(_reading(self).lanes)

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt means none by it
        lanes = _reading(self).lanes
        return _interface(lanes[index]) if 0 <= index < len(lanes) else None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return _index(child, _reading(self).lanes)

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        reading = _reading(self)
        for head in reading.lanes:
            if reading.lane_rect(head).contains(x, y):
                return _interface(_at(reading, head, x, y))
        return None

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        reading = _reading(self)
        chosen = list(reading.scene.selection)
        slot = reading.slot_of(chosen[-1]) if chosen and reading.view.hasFocus() else None
        return super().focusChild() if slot is None else _interface(slot)


class LaneInterface(QAccessibleWidget):
    """A lane: a list of what can be changed about it, and of its cards."""

    def __init__(self, head: LaneHeader) -> None:
        super().__init__(head, ROLE.List)

    @override
    def parent(self) -> QAccessibleInterface:
        return _interface(_reading(self).view)

    @override
    def childCount(self) -> int:
        head = self._head
        return len(head.fields) + len(_reading(self).cards_in(head))

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        head, reading = self._head, _reading(self)
        fields = head.fields
        if 0 <= index < len(fields):
            return _interface(fields[index])
        place = index - len(fields)
        if 0 <= place < len(reading.cards_in(head)):
            return _interface(reading.slots(head, place + 1)[place])
        return None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        head, its = self._head, child.object()
        if isinstance(its, CardSlot) and its.head is head:
            return len(head.fields) + its.index if its.index < len(_reading(self).cards_in(head)) else -1
        return _index(child, head.fields)

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = _at(_reading(self), self._head, x, y)
        return None if found is self._head else _interface(found)

    @override
    def rect(self) -> QRect:
        return _reading(self).lane_rect(self._head)

    @override
    def text(self, t: QAccessible.Text) -> str:
        if t == TEXT.Name:
            return _reading(self).sentence_about_lane(self._head)
        if t == TEXT.Help:
            return "" if self._head.bar is None else shown(WHAT_THE_KEYS_DO)
        return self._head.evidence if t == TEXT.Description else ""

    @override
    def state(self) -> QAccessible.State:
        state, reading = super().state(), _reading(self)
        state.selectable = True
        state.selected = reading.place_of(self._head) == reading.scene.chosen is not None
        return state

    @override
    def actionNames(self) -> list[str]:
        reading = _reading(self)
        is_column = self._head in reading.lanes[1:-1]
        return [*([QAccessibleActionInterface.pressAction()] if is_column else []), *super().actionNames()]

    @override
    def doAction(self, actionName: str) -> None:
        if actionName == QAccessibleActionInterface.pressAction():
            self._head.chosen.emit()
        else:
            super().doAction(actionName)

    @property
    def _head(self) -> LaneHeader:
        head = self.object()
        assert isinstance(head, LaneHeader)
        return head


class CardInterface(QAccessibleObject, QAccessibleActionInterface):
    """The card that is in a slot; pressing it chooses it."""

    def __init__(self, slot: CardSlot) -> None:
        QAccessibleObject.__init__(self, slot)
        QAccessibleActionInterface.__init__(self)

    @override
    def role(self) -> QAccessible.Role:
        return ROLE.ListItem

    @override
    def parent(self) -> QAccessibleInterface:
        return _interface(self._slot.head)

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    @override
    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        return -1

    @override
    def text(self, t: QAccessible.Text) -> str:
        return _reading(self).sentence_about(self._slot) if t == TEXT.Name else ""

    @override
    def rect(self) -> QRect:
        card = _reading(self).card_in(self._slot)
        return QRect() if card is None else _reading(self).rect_of(card)

    @override
    def state(self) -> QAccessible.State:
        state, slot, reading = QAccessible.State(), self._slot, _reading(self)
        card = reading.card_in(slot)
        state.invalid = card is None
        state.offscreen = card is None or reading.scene.rect_of(card) is None
        if card is None or reading.is_finished(slot):
            return state
        chosen = list(reading.scene.selection)
        state.selectable = state.focusable = state.multiSelectable = True
        state.selected = card in chosen
        state.focused = chosen[-1:] == [card] and reading.view.hasFocus()
        return state

    @override
    def interface_cast(self, arg__1: QAccessible.InterfaceType) -> int:
        # The result must be a VoidPtr, also for "no interface": for None, 0 or any int Qt would get the address of the
        # Python object and crash. Index 1: the action interface is the second C++ base and has its own address.
        has_it = arg__1 == QAccessible.InterfaceType.ActionInterface and bool(self.actionNames())
        address: int = VoidPtr(getCppPointer(self)[1] if has_it else 0)  # type: ignore[assignment]  # says the stub
        return address

    @override
    def actionNames(self) -> list[str]:
        return [] if _reading(self).is_finished(self._slot) else [QAccessibleActionInterface.pressAction()]

    @override
    def keyBindingsForAction(self, actionName: str) -> list[str]:
        return []

    @override
    def doAction(self, actionName: str) -> None:
        card = _reading(self).card_in(self._slot)
        if card is not None and actionName in self.actionNames():
            _reading(self).choose([card])

    @property
    def _slot(self) -> CardSlot:
        slot = self.object()
        assert isinstance(slot, CardSlot)
        return slot


def _made(_key: str, its: QObject) -> QAccessibleInterface | None:
    """What Qt asks for an object's interface; None lets Qt make its own."""
    made: QAccessibleInterface
    if isinstance(its, CardSlot):
        made = CardInterface(its)
    elif isinstance(its, LaneHeader) and reading_at(its) is not None:
        made = LaneInterface(its)
    elif isinstance(its, QGraphicsView) and reading_at(its) is not None:
        made = BoardInterface(its)
    else:
        return None
    _kept.append(made)
    return made


def _reading(node: QAccessibleInterface) -> BoardReading:
    reading = reading_at(node.object())
    assert reading is not None, "a node is made only for what is on a board"
    return reading


def _interface(its: QObject) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(its)


def _index(child: QAccessibleInterface, among: Sequence[QWidget]) -> int:
    its = child.object()
    return among.index(its) if isinstance(its, QWidget) and its in among else -1


def _at(reading: BoardReading, head: LaneHeader, x: int, y: int) -> QObject:
    """What of a lane is at a point of the screen: a field, a card's slot, or the lane itself."""
    for field in head.fields:
        if QRect(field.mapToGlobal(field.rect().topLeft()), field.size()).contains(x, y):
            return field
    for index, card in enumerate(reading.cards_in(head)):
        if reading.rect_of(card).contains(x, y):
            return reading.slots(head, index + 1)[index]
    return head
