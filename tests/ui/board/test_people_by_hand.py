"""People who are taken from a column, carried over the board, and put down in another; by mouse and by keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
)
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.interventions import SetPerson
from flowsim.domain.scenario import (
    Column,
    Person,
    Scenario,
)
from flowsim.ui.board.people_strip import FIGURE, NEAREST
from flowsim.ui.board.person_drag import Avatar
from flowsim.ui.dialogs.reference import keys_table
from flowsim.ui.main_window.settings import TEXT_SIZE
from flowsim.ui.style.theme import px
from tests.ui.board.test_board import show
from tests.ui.board.test_wide_boards import wide
from tests.ui.visitor import Visitor

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

COUNTED = Scenario(
    name="counted",
    columns=(
        Column(id="a", name="Analysis", workers=2, service=Exponential(mean=1.0)),
        Column(id="q", name="Store", kind="queue"),
        Column(id="b", name="Build", service=Exponential(mean=1.0)),
    ),
    arrivals=Poisson(rate=0.5),
    horizon=None,
)

NAMED = Scenario(
    name="named",
    columns=tuple(replace(column, service=Constant(value=4.0)) for column in COUNTED.columns),
    people=(Person(name="Ada", skills={"a": 2.0}), Person(name="Bob", skills={"a": 0.5, "b": 1.5})),
    arrivals=Fixed(count=3),
    horizon=None,
)


class Mover:
    """Carries people over the board of a visitor."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.board = visitor.page.board
        self.port = self.board.viewport()
        self.held_from: QWidget = self.port

    @property
    def people(self) -> list[int]:
        return [column.workers for column in self.visitor.session.conditions.columns]

    def marked(self) -> tuple[int, bool] | None:
        """The lane that is lit up, and whether people may go there."""
        target = self.board.board_scene._marked
        return None if target is None else (target.place, target.allowed)

    @property
    def avatars(self) -> list[Avatar]:
        return [label for label in self.port.findChildren(QLabel) if isinstance(label, Avatar) and label.isVisible()]

    def take(self, column: int, over: int) -> None:
        """Take a person from the head of a column, and carry them over a place, still in hand."""
        head = self.board.head(column)
        shown = head.people if head.people.isVisible() else head.workers
        assert shown is not None
        self._carry(shown, QPoint(6, shown.height() // 2), self.visitor.spot_in(over))

    def take_named(self, person: int, over: int) -> None:
        item = self.board.board_scene.people._items[person]
        self._carry(self.port, self.board.mapFromScene(item.pos() + QPointF(12, 12)), self.visitor.spot_in(over))

    def _carry(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        self.held_from, goal = widget, widget.mapFrom(self.port, end) if widget is not self.port else end
        QTest.mousePress(widget, LEFT, NONE, start)
        for step in range(1, 7):
            QTest.mouseMove(widget, start + (goal - start) * (step / 6))

    def carry_to(self, spot: QPoint) -> None:
        """Go on to a spot of the viewport."""
        widget = self.held_from
        QTest.mouseMove(widget, spot if widget is self.port else widget.mapFrom(self.port, spot))

    def drop(self) -> None:
        QTest.mouseRelease(self.held_from, LEFT, NONE)

    def settled(self) -> bool:
        self.visitor.until(lambda: not self.avatars)
        return True


@pytest.fixture
def counted(visitor: Visitor) -> Mover:
    show(visitor, COUNTED)
    visitor.play_until(3.0)
    return Mover(visitor)


@pytest.fixture
def named(visitor: Visitor) -> Mover:
    show(visitor, NAMED)
    visitor.play_until(1.0)
    return Mover(visitor)


def test_a_person_dragged_to_another_column_works_there(counted: Mover) -> None:
    counted.take(0, 2)
    counted.drop()
    assert counted.people == [1, 1, 2]
    assert len(counted.visitor.session.history.done) == 1
    assert counted.board.message.said == "One person from Analysis to Build."
    assert counted.settled()
    counted.visitor.page.undo()
    assert counted.people == [2, 1, 1]


def test_the_picture_of_the_person_follows_the_mouse(counted: Mover) -> None:
    counted.take(0, 2)
    for spot in (counted.visitor.spot_in(2), counted.visitor.spot_in(0)):
        counted.carry_to(spot)
        (avatar,) = counted.avatars
        assert (avatar.geometry().center() - spot).manhattanLength() <= 2
    counted.drop()


@pytest.mark.parametrize(
    ("over", "allowed", "said"),
    [
        (2, True, ""),
        (1, False, "Nobody works in Store; it is a queue."),
        (-1, False, "Nobody works in the backlog."),
        (3, False, "Nobody works in Done."),
    ],
)
def test_the_lane_under_a_person_says_whether_they_may_go_there(
    counted: Mover, over: int, allowed: bool, said: str
) -> None:
    counted.take(0, over)
    assert counted.marked() == (over, allowed)
    assert counted.board.message.said == said
    counted.drop()
    assert counted.marked() is None
    assert counted.people == ([1, 1, 2] if allowed else [2, 1, 1])
    assert counted.settled()


def test_a_person_put_down_where_they_were_stays_without_a_word(counted: Mover) -> None:
    counted.take(0, 0)
    counted.drop()
    assert counted.board.message.said == ""
    assert not counted.visitor.session.history.done


def test_a_person_dropped_beside_the_board_goes_back(counted: Mover) -> None:
    counted.take(0, 2)
    counted.carry_to(QPoint(counted.port.width() // 2, counted.port.height() + 200))
    counted.drop()
    assert counted.people == [2, 1, 1]
    assert counted.settled()


def test_escape_lets_a_person_go_wherever_the_focus_was(counted: Mover) -> None:
    counted.visitor.window.activateWindow()
    counted.visitor.page.timeline.setFocus()
    counted.take(0, 2)
    counted.visitor.key(Qt.Key.Key_Escape)
    assert not counted.board.dragging
    counted.drop()
    assert counted.people == [2, 1, 1]
    assert counted.settled()


def test_the_other_button_lets_a_person_go(counted: Mover) -> None:
    counted.take(0, 2)
    QTest.mousePress(counted.held_from, Qt.MouseButton.RightButton)
    assert not counted.board.dragging
    QTest.mouseRelease(counted.held_from, Qt.MouseButton.RightButton)
    counted.drop()
    assert counted.people == [2, 1, 1]


def test_time_stands_while_a_person_is_in_hand_and_they_work_there_afterwards(counted: Mover) -> None:
    visitor = counted.visitor
    visitor.page.announce(visitor.session.play())
    counted.take(0, 2)
    before = visitor.session.now
    frames: list[float] = []
    visitor.page.bridge.frame.connect(frames.append)
    visitor.until(lambda: len(frames) > 10)
    visitor.page.bridge.frame.disconnect(frames.append)
    assert visitor.session.now == before
    counted.drop()
    assert counted.people == [1, 1, 2]
    visitor.until(lambda: visitor.session.now > before)
    visitor.pause()


def test_nobody_is_moved_in_the_past_but_a_branch_is_offered(counted: Mover) -> None:
    counted.visitor.play_until(5.0)
    counted.visitor.page.look(1.0)
    counted.take(0, 2)
    counted.drop()
    assert counted.people == [2, 1, 1]
    assert "One person from Analysis to Build" in counted.visitor.window.notices.lines["branch"].text


def test_the_last_one_may_go_and_then_nobody_is_left_to_take(counted: Mover) -> None:
    counted.take(2, 0)
    counted.drop()
    assert counted.people == [3, 1, 0]
    counted.take(2, 0)
    assert counted.board.message.said == "Nobody works in Build."
    counted.drop()
    assert counted.people == [3, 1, 0]


def test_the_number_of_people_can_be_taken_as_well_and_still_be_clicked(counted: Mover) -> None:
    field = counted.board.head(0).workers
    assert field is not None
    counted.visitor.click(field, QPoint(field.width() - 5, 11))
    assert counted.people == [3, 1, 1]
    counted._carry(field, QPoint(field.width() - 5, 11), counted.visitor.spot_in(2))
    counted.drop()
    assert counted.people == [2, 1, 2]


def test_a_click_on_a_figure_chooses_its_column(counted: Mover) -> None:
    counted.visitor.click(counted.board.head(2).people)
    assert counted.board.board_scene.chosen == 2
    assert counted.people == [2, 1, 1]


@contextmanager
def text_of(visitor: Visitor, size: int) -> Iterator[None]:
    visitor.window.settings.put(TEXT_SIZE, size)
    visitor.window.apply(TEXT_SIZE)
    visitor.still()
    yield
    visitor.window.settings.put(TEXT_SIZE, 100)
    visitor.window.apply(TEXT_SIZE)


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("scenario", [COUNTED, replace(wide(100), horizon=50.0), wide(5)], ids=["3", "100", "5"])
def test_figures_keep_within_their_head_and_off_everything_else(
    visitor: Visitor, scenario: Scenario, size: int
) -> None:
    columns = tuple(replace(its, workers=12 - place % 12) for place, its in enumerate(scenario.columns))
    show(visitor, replace(scenario, columns=columns))
    with text_of(visitor, size):
        heads = visitor.page.board.heads.all[1:-1]
        for head, column in zip(heads, scenario.columns, strict=True):
            its = [part for part in (head.limit, head.workers, head.people, head.bar) if part and part.isVisible()]
            assert all(head.rect().contains(part.geometry()) for part in its), column.id
            assert not any(one.geometry().intersects(other.geometry()) for one in its for other in its if one != other)
            side_by_side = head.people.isVisible() and not head.people.counted
            assert not side_by_side or head.people.width() >= px(FIGURE + NEAREST * (head.people.people - 1))
            assert column.is_queue or head.people.isVisible() or (head.workers and head.workers.isVisible())


def test_people_are_taken_from_the_narrowest_lanes_too(visitor: Visitor) -> None:
    show(visitor, wide(100))
    mover = Mover(visitor)
    assert mover.board.head(0).people.counted
    mover.take(0, 1)
    mover.drop()
    assert mover.people[:3] == [0, 2, 1]


def test_a_named_person_is_taken_from_their_card(named: Mover) -> None:
    visitor = named.visitor
    (card,) = [number for number, its in visitor.session.board_state.cards.items() if its.worker == 0]
    named.take_named(0, 2)
    named.drop()
    assert dict(visitor.session.conditions.people[0].skills) == {"b": 2.0}
    assert visitor.session.history.undo_words == "Ada from Analysis to Build"
    its = visitor.session.board_state.cards[card]
    assert (its.column, its.worker) == (0, 0), "the card is finished first"


def test_a_named_person_who_is_let_go_glides_back(named: Mover) -> None:
    item = named.board.board_scene.people._items[0]
    before = item.pos()
    named.take_named(0, 2)
    assert not item.isVisible()
    named.visitor.key(Qt.Key.Key_Escape)
    named.drop()
    named.visitor.still()
    assert item.isVisible()
    assert item.pos() == before


def test_a_named_person_who_is_free_stands_where_they_were_put(visitor: Visitor) -> None:
    columns = (*COUNTED.columns, Column(id="t", name="Test"))
    ada = Person(name="Ada", skills={"a": 1.0, "b": 1.0, "t": 1.0})
    bob = Person(name="Bob", skills={"a": 1.0})
    show(visitor, replace(NAMED, columns=columns, people=(ada, bob), arrivals=Poisson(rate=0.0001)))
    mover = Mover(visitor)
    mover.take_named(0, 3)
    mover.drop()
    visitor.still()
    item = mover.board.board_scene.people._items[0]
    assert mover.board.board_scene.layout_.lane(3).rect.contains(item.pos())


def test_who_finishes_a_card_first_goes_where_they_were_put_afterwards(visitor: Visitor) -> None:
    columns = (*(replace(column, service=Constant(value=4.0)) for column in COUNTED.columns), Column(id="t"))
    ada = Person(name="Ada", skills={"a": 1.0, "b": 1.0, "t": 1.0})
    cy, bob = (Person(name=name, skills={"b": 1.0}) for name in ("Cy", "Bob"))
    show(visitor, replace(NAMED, columns=columns, people=(cy, ada, bob), arrivals=Fixed(count=1)))
    visitor.page.announce(visitor.session.do(SetPerson(at=0.0, person="Bob", value=False)))
    visitor.still()
    mover = Mover(visitor)
    mover.take_named(1, 3)
    mover.drop()
    assert [card.worker for card in visitor.session.board_state.cards.values()] == [1]
    visitor.play_until(3.0)
    assert [card.worker for card in visitor.session.board_state.cards.values()] == [0]
    visitor.still()
    item = mover.board.board_scene.people._items[1]
    assert mover.board.board_scene.layout_.lane(3).rect.contains(item.pos())


def test_a_queue_has_nobody_by_name_either(named: Mover) -> None:
    named.take_named(1, 1)
    assert named.board.message.said == "Nobody works in Store; it is a queue."
    named.drop()
    assert not named.visitor.session.history.done


def test_a_key_on_the_head_of_a_column_sends_one_to_the_next_work_column(counted: Mover) -> None:
    head = counted.board.head(0)
    head.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(head, Qt.Key.Key_Right, BOTH)
    assert counted.people == [1, 1, 2]
    assert counted.board.message.said == "One person from Analysis to Build."
    QTest.keyClick(counted.board.head(2), Qt.Key.Key_Left, BOTH)
    assert counted.people == [2, 1, 1]
    QTest.keyClick(counted.board.head(2), Qt.Key.Key_Right, BOTH)
    assert counted.board.message.said == "There is no work column to the right of Build."


def test_the_same_key_on_the_board_means_the_chosen_column(counted: Mover) -> None:
    counted.board.setFocus()
    QTest.keyClick(counted.board, Qt.Key.Key_Right, BOTH)
    assert counted.board.message.said.startswith("Choose a column first")
    counted.board.choose_column(0)
    QTest.keyClick(counted.board, Qt.Key.Key_Right, BOTH)
    assert counted.people == [1, 1, 2]


def test_a_key_sends_named_people_too(named: Mover) -> None:
    QTest.keyClick(named.board.head(0), Qt.Key.Key_Right, BOTH)
    assert named.board.message.said in ("Ada from Analysis to Build.", "Bob from Analysis to Build.")
    assert len(named.visitor.session.history.done) == 1


def test_the_keys_are_told_in_the_overview_and_to_screen_readers(counted: Mover) -> None:
    assert any("Ctrl+Shift+" in keys and "people" in what for keys, what in keys_table())
    lanes = [QAccessible.queryAccessibleInterface(counted.board.head(column)) for column in (0, 1)]
    assert "Ctrl+Shift+Right" in lanes[0].text(QAccessible.Text.Help)
    assert lanes[1].text(QAccessible.Text.Help) == ""


def test_losing_the_window_lets_a_person_go(counted: Mover) -> None:
    counted.take(0, 2)
    lost = QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(counted.board, lost)
    assert not counted.board.dragging
    counted.drop()
    assert counted.people == [2, 1, 1]
    assert counted.settled()
