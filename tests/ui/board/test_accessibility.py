"""What people hear and feel who do not see the window: read back through Qt's own tree."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import BlockCard, MoveCard
from flowsim.domain.scenario import (
    CardClass,
    Column,
    ExplicitCard,
    Person,
    Scenario,
)
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.storage import Document
from flowsim.ui.board import accessible, board_message, board_reading
from flowsim.ui.board.board_reading import CardSlot
from tests.session.boards import BUSY, BY_HAND
from tests.ui.board.test_board import show
from tests.ui.visitor import Visitor

NAME = QAccessible.Text.Name
EVENT = QAccessible.Event
CTRL = Qt.KeyboardModifier.ControlModifier


class Listener:
    """A screen reader: it is told, and it asks for the name of what it is told about."""

    def __init__(self) -> None:
        self.heard: list[tuple[QAccessible.Event, str]] = []

    def __call__(self, event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.heard.append((event.type(), event.message()))
        else:
            self.heard.append((event.type(), event.accessibleInterface().text(NAME)))

    def taken(self) -> list[tuple[QAccessible.Event, str]]:
        heard, self.heard = self.heard, []
        return heard


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    made = Listener()
    monkeypatch.setattr(board_reading, "tell", made)
    monkeypatch.setattr(board_message, "tell", made)
    QAccessible.setActive(True)
    yield made
    QAccessible.setActive(False)


def tree(visitor: Visitor) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(visitor.page.board)


def children(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [node.child(index) for index in range(node.childCount())]


def cards(lane: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [child for child in children(lane) if child.role() == QAccessible.Role.ListItem]


def names(nodes: list[QAccessibleInterface]) -> list[str]:
    return [node.text(NAME) for node in nodes]


def same(one: QAccessibleInterface, other: QAccessibleInterface) -> bool:
    return one.object() is other.object()


ALL_SORTS = Scenario(
    name="all sorts",
    columns=(
        Column(id="a", name="Analysis", workers=1, wip_limit=2, service=Constant(value=1.0)),
        Column(id="b", name="Build", workers=3),
    ),
    classes=(CardClass(id="standard", name="Standard"), CardClass(id="x", name="Expedite", priority=1)),
    cards=(
        ExplicitCard(title="Tax report", service={"a": 1.0, "b": 5.0}),
        ExplicitCard(class_="x", title="<b>Fire</b>", service={"a": 0.5, "b": 0.5}),
        *(ExplicitCard(service={"a": 2.0}) for _ in range(3)),
    ),
    horizon=None,
)


def test_the_board_is_a_list_of_lanes_that_say_what_is_in_them(visitor: Visitor) -> None:
    show(visitor, ALL_SORTS)
    visitor.play_until(1.2)
    board = tree(visitor)
    assert (board.role(), board.text(NAME)) == (QAccessible.Role.List, "Board")
    assert {lane.role() for lane in children(board)} == {QAccessible.Role.List}
    gc.collect()
    assert names(children(board)) == [
        "Backlog, 1 card", "Analysis, 2 of 2 cards, full, 1 person", "Build, 1 card, 3 people", "Done, 1 card",
    ]  # fmt: skip


def test_every_card_is_an_item_that_says_how_it_stands(visitor: Visitor) -> None:
    show(visitor, ALL_SORTS)
    visitor.play_until(1.2)
    backlog, analysis, build, done = children(tree(visitor))
    assert names(cards(backlog)) == ["A-5, Standard, in the backlog, arrived 1.5 days ago"]
    assert names(cards(analysis)) == [
        "A-3, Standard, being worked on in Analysis, 1 day old, person 1",
        "A-4, Standard, waiting for a free person in Analysis, 0 days old",
    ]
    assert names(cards(build)) == ["A-1 Tax report, Standard, being worked on in Build, 1.5 days old, person 1"]
    assert names(cards(done)) == ["A-2 <b>Fire</b>, Expedite, finished, took 1 day"]


def test_the_bottleneck_the_blocked_and_people_by_name_are_said(visitor: Visitor) -> None:
    scenario = replace(
        ALL_SORTS, people=(Person(name="Ada", skills={"a": 1.0}), Person(name="Bo", skills={"b": 1.0})), classes=(
            CardClass(id="standard"), CardClass(id="x")
        )
    )  # fmt: skip
    show(visitor, scenario)
    visitor.play_until(1.2)
    visitor.page.bridge.do(Step((BlockCard(at=0.0, card=2),)))
    visitor.page.board.board_scene.bottleneck = 0
    analysis = children(tree(visitor))[1]
    assert analysis.text(NAME) == "Analysis, 2 of 2 cards, full, bottleneck"
    assert ", blocked in Analysis, " in cards(analysis)[0].text(NAME)
    assert cards(children(tree(visitor))[2])[0].text(NAME).endswith("worker Bo")


def test_a_column_over_its_limit_and_an_endless_backlog_say_so(visitor: Visitor) -> None:
    show(visitor, BUSY)
    visitor.play_until(20.0)
    visitor.page.bridge.do(Step((SetWipLimit(at=0.0, column="b", value=1),)))
    count = len(visitor.session.board_state.lanes[1])
    assert count > 1
    assert children(tree(visitor))[2].text(NAME).startswith(f"Build, {count} of 1 cards, over its limit, 2 people")


def test_an_old_card_says_that_it_is_old(visitor: Visitor) -> None:
    show(visitor, ALL_SORTS)
    visitor.play_until(1.2)
    visitor.page.board.board_scene.faces.p85 = 0.1
    assert "older than 85 %" in cards(children(tree(visitor))[2])[0].text(NAME)
    visitor.page.board.board_scene.faces.p95 = 0.2
    assert "older than 95 %" in cards(children(tree(visitor))[2])[0].text(NAME)


def test_parents_children_and_their_numbers_agree(visitor: Visitor) -> None:
    show(visitor, ALL_SORTS)
    visitor.play_until(1.2)
    board = tree(visitor)
    for index, lane in enumerate(children(board)):
        gc.collect()
        assert board.indexOfChild(lane) == index
        assert same(lane.parent(), board)
        for place, its in enumerate(children(lane)):
            assert lane.indexOfChild(its) == place
            assert same(its.parent(), lane)
            assert board.indexOfChild(its) == -1
    assert board.child(-1) is None
    assert board.child(4) is None
    lane = board.child(1)
    assert lane.child(-1) is None
    assert lane.child(lane.childCount()) is None
    assert lane.child(0).child(0) is None
    other = board.child(2).child(board.child(2).childCount() - 1)
    assert lane.indexOfChild(other) == -1


def test_what_can_be_changed_about_a_lane_is_in_its_list(visitor: Visitor) -> None:
    show(visitor, ALL_SORTS)
    fields = [child for child in children(tree(visitor).child(1)) if child.role() != QAccessible.Role.ListItem]
    assert names(fields) == ["WIP limit of Analysis", "People in Analysis"]


def test_a_card_is_found_where_it_is_drawn_and_by_its_place_on_the_screen(visitor: Visitor) -> None:
    show(visitor, ALL_SORTS)
    visitor.play_until(1.2)
    board, port = tree(visitor), visitor.page.board.viewport()
    for lane in children(board):
        assert lane.rect().isValid()
        for card in cards(lane):
            assert lane.rect().contains(card.rect())
            middle = card.rect().center()
            assert same(board.childAt(middle.x(), middle.y()), card)
            assert same(lane.childAt(middle.x(), middle.y()), card)
    item = visitor.page.board.board_scene.cards[0]
    on_screen = port.mapToGlobal(visitor.page.board.mapFromScene(item.pos()))
    assert cards(board.child(2))[0].rect().topLeft() == on_screen
    below = board.child(0).rect().bottomLeft() - QPoint(-20, 20)
    assert same(board.childAt(below.x(), below.y()), board.child(0))
    assert board.child(0).childAt(below.x(), below.y()) is None
    field = visitor.page.board.head(0).limit
    assert field is not None
    spot = field.mapToGlobal(field.rect().center())
    assert board.childAt(spot.x(), spot.y()).object() is field
    assert board.childAt(-10_000, 0) is None


def test_pressing_a_card_chooses_it_and_its_state_says_so(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.page.board.setFocus()
    first, second = cards(tree(visitor).child(0))[:2]
    actions = second.actionInterface()
    gc.collect()
    press = QAccessibleActionInterface.pressAction()
    assert actions.actionNames() == [press]
    actions.doAction("no such thing")
    assert not visitor.page.board.board_scene.selection
    actions.doAction(press)
    assert list(visitor.page.board.board_scene.selection) == [1]
    assert visitor.page.inspector.card == 1
    assert (first.state().selected, second.state().selected) == (0, 1)
    assert (first.state().focused, second.state().focused) == (0, 1)
    assert (first.state().selectable, first.state().focusable) == (1, 1)
    assert same(tree(visitor).focusChild(), second)


def test_pressing_a_column_chooses_it_and_its_state_says_so(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    press = QAccessibleActionInterface.pressAction()
    actions = [lane.actionInterface() for lane in children(tree(visitor))]
    assert [press in each.actionNames() for each in actions] == [False, True, True, False]
    actions[2].doAction(press)
    assert [lane.state().selected for lane in children(tree(visitor))] == [0, 0, 1, 0]


def test_finished_cards_are_read_but_not_chosen(visitor: Visitor) -> None:
    show(visitor, ALL_SORTS)
    visitor.play_until(1.2)
    card = cards(tree(visitor).child(3))[0]
    assert card.actionInterface() is None
    assert not card.state().selectable


def test_a_node_answers_every_question_for_what_it_is_not(visitor: Visitor) -> None:
    show(visitor, ALL_SORTS)
    visitor.play_until(1.2)
    board = tree(visitor)
    for node in [board, *children(board), *cards(board.child(1)), *cards(board.child(3))]:
        gc.collect()
        assert node.textInterface() is None
        assert node.valueInterface() is None
        assert node.selectionInterface() is None
        assert node.tableCellInterface() is None
        assert node.editableTextInterface() is None
        assert node.isValid()
        assert node.window() is None or node.window() is visitor.window.windowHandle()
        assert node.relations() is not None
        assert node.focusChild() is None or node is board


def test_a_card_without_room_on_the_board_is_listed_as_off_screen(visitor: Visitor) -> None:
    show(visitor, replace(BY_HAND, arrivals=Fixed(count=3000)))
    backlog = tree(visitor).child(0)
    assert backlog.text(NAME) == "Backlog, 3,000 cards"
    assert backlog.childCount() == board_reading.MOST_LISTED
    last = backlog.child(backlog.childCount() - 1)
    assert last.text(NAME).startswith("A-1000, ")
    assert last.state().offscreen
    assert last.rect().isEmpty()
    assert not backlog.child(0).state().offscreen


def test_a_node_kept_by_a_reader_goes_empty_when_its_card_is_gone_and_dies_with_its_board(visitor: Visitor) -> None:
    show(visitor, ALL_SORTS)
    visitor.play_until(1.2)
    node = cards(tree(visitor).child(0))[-1]
    visitor.play_until(50.0)
    gc.collect()
    assert node.text(NAME) == ""
    assert node.state().invalid
    assert node.rect().isEmpty()
    assert node.parent().indexOfChild(node) == -1
    for _ in range(5):
        show(visitor, ALL_SORTS)
        visitor.play_until(1.2)
        everything = [names(cards(lane)) for lane in children(tree(visitor))]
        gc.collect()
    assert len(everything) == 4
    assert not shiboken6.isValid(node)


def test_while_nobody_listens_no_card_is_read_and_nothing_is_told(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Listener()
    monkeypatch.setattr(board_reading, "tell", heard)
    monkeypatch.setattr(board_message, "tell", heard)
    show(visitor, BUSY)
    made = len(accessible._kept)  # Qt asks for the view and the heads as soon as they are shown, whoever listens
    visitor.page.announce(visitor.session.play())
    visitor.until(lambda: visitor.session.now > 5)
    visitor.key(Qt.Key.Key_Down)
    visitor.page.board.message.say("a line")
    assert not QAccessible.isActive()
    assert visitor.page.board.board_scene.selection
    assert visitor.page.findChildren(CardSlot) == []
    assert len(accessible._kept) == made
    assert heard.heard == []


def test_the_arrow_keys_say_where_they_have_gone(visitor: Visitor, listener: Listener) -> None:
    show(visitor, BY_HAND)
    board = visitor.page.board
    board.setFocus()
    listener.taken()
    for key, name in ((Qt.Key.Key_Down, "A-1, "), (Qt.Key.Key_Down, "A-2, ")):
        QTest.keyClick(board, key)
        visitor.until(lambda: bool(listener.heard))
        told = listener.taken()
        assert [kind for kind, _ in told] == [EVENT.Focus, EVENT.Selection]
        assert all(said.startswith(name) for _, said in told)


def test_a_card_moved_by_hand_is_said_to_be_where_it_is_now(visitor: Visitor, listener: Listener) -> None:
    show(visitor, BY_HAND)
    board = visitor.page.board
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Down)
    visitor.until(lambda: bool(listener.heard))
    listener.taken()
    QTest.keyClick(board, Qt.Key.Key_Right, CTRL)
    visitor.until(lambda: bool(listener.heard))
    told = listener.taken()
    assert (EVENT.NameChanged, "Backlog, 5 cards") in told
    assert (EVENT.NameChanged, "Analysis, 1 of 1 cards, full, 1 person") in told
    assert [said for kind, said in told if kind == EVENT.Focus] == [
        "A-1, being worked on in Analysis, 0 days old, person 1"
    ]


def test_a_refused_move_is_said_once_with_its_reason(visitor: Visitor, listener: Listener) -> None:
    show(visitor, BY_HAND)
    visitor.drag(0, 0)
    visitor.still()
    listener.taken()
    visitor.take(1, over=0)
    visitor.drop(0)
    assert [one for one in listener.taken() if one[0] == EVENT.Announcement] == [
        (EVENT.Announcement, "Analysis is full: 1 of 1.")
    ]


def test_a_frame_tells_nothing_until_a_second_of_them_has_passed(visitor: Visitor, listener: Listener) -> None:
    show(visitor, BUSY)
    visitor.page.bridge.stop()
    its = visitor.page.board._reading
    its.advance(0.0)
    listener.taken()
    for moment in range(1, 60):
        visitor.session.simulation.advance_to(moment / 4)
        visitor.session._read()
        its.advance(board_reading.LOOK_EVERY / 100)
    assert listener.taken() == []
    its.advance(board_reading.LOOK_EVERY)
    told = listener.taken()
    assert 0 < len(told) <= 4
    assert {kind for kind, _ in told} == {EVENT.NameChanged}


def test_growing_older_is_no_news_but_moving_on_is(visitor: Visitor, listener: Listener) -> None:
    show(visitor, replace(BY_HAND, arrivals=Fixed(count=1)))
    visitor.page.bridge.stop()
    its = visitor.page.board._reading
    visitor.page.board.choose([0])
    its.advance(0.0)
    listener.taken()
    visitor.page.bridge.do(Step((MoveCard(at=0.0, card=0, column="a"),)))
    its.advance(0.0)
    listener.taken()
    visitor.session.simulation.advance_to(0.9)
    visitor.session._read()
    its.advance(board_reading.LOOK_EVERY)
    assert listener.taken() == []
    visitor.session.simulation.advance_to(1.5)
    visitor.session._read()
    its.advance(board_reading.LOOK_EVERY)
    assert [said for _, said in listener.taken()] == ["A-1, done, waiting to go on in Analysis, 1.5 days old"]


def test_two_boards_in_one_program_are_read_apart(visitor: Visitor) -> None:
    from flowsim.ui.board.board_view import BoardView
    from flowsim.ui.style.theme import LIGHT

    show(visitor, BY_HAND)
    other = BoardView(Session(Document(ALL_SORTS)), LIGHT, lambda: 0.0)
    assert QAccessible.queryAccessibleInterface(other).childCount() == 4
    assert len(cards(QAccessible.queryAccessibleInterface(other).child(0))) == 3
    assert len(cards(tree(visitor).child(0))) == 6
    other.deleteLater()


def test_labels_of_the_window_are_no_part_of_the_list(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    lane = tree(visitor).child(0)
    label = visitor.page.board.head(-1).findChild(QLabel)
    assert label is not None
    assert lane.indexOfChild(QAccessible.queryAccessibleInterface(label)) == -1


ENDS_WHILE_READ = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
app = QApplication([])
QAccessible.setActive(True)
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.ui.board.board_view import BoardView
from flowsim.ui.style.theme import LIGHT
from tests.session.boards import BY_HAND
view = BoardView(Session(Document(BY_HAND)), LIGHT, lambda: 0.0)
view.show()
board = QAccessible.queryAccessibleInterface(view)
print(board.child(0).child(0).text(QAccessible.Text.Name))
view.deleteLater()
del view, board
"""


def test_a_program_ends_quietly_while_its_board_is_read() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", ENDS_WHILE_READ], capture_output=True, text=True, env=environment, timeout=50
    )
    assert done.stdout == "A-1, in the backlog, arrived 0 days ago\n"
    assert done.returncode == 0, done.stderr
