"""People put to a card that others work on, and taken away from it: by mouse and by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from flowsim.domain.arrivals import Interval
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import LeaveCard
from flowsim.domain.scenario import CardClass, Column, Person, Scenario
from tests.ui.board.test_board import show
from tests.ui.board.test_people_by_hand import Mover
from tests.ui.visitor import Visitor

COUNTED = Scenario(
    name="counted",
    columns=(
        Column(id="a", name="Build", workers=3, workers_per_card=3, wip_limit=2, service=Constant(value=90.0)),
        Column(id="b", name="Test", service=Constant(value=1.0)),
    ),
    arrivals=Interval(gap=Constant(value=0.5), group=2),
    horizon=None,
)
"""Card 0 has two people, card 1 one; those that come later stay in the backlog."""

SKILLS = {"a": 1.0, "b": 1.0}
NAMED = replace(COUNTED, people=tuple(Person(name=name, skills=SKILLS) for name in ("Ada", "Ben", "Cleo")))


class Helper(Mover):
    """Carries people to cards and away from them."""

    def crew(self, card: int) -> tuple[int, ...]:
        its = self.visitor.session.view.board_state.cards[card]
        return () if its.worker < 0 else tuple(sorted((its.worker, *its.beside)))

    def crews(self) -> dict[int, tuple[int, ...]]:
        return {card: self.crew(card) for card in self.visitor.session.view.board_state.cards if self.crew(card)}

    def card_spot(self, card: int) -> QPoint:
        rect = self.board.board_scene.rect_of(card)
        assert rect is not None
        return self.board.mapFromScene(rect.center())

    def badge_spot(self, card: int) -> QPoint:
        scene, rect = self.board.board_scene, self.board.board_scene.rect_of(card)
        assert rect is not None
        item = scene.cards[card]
        right = rect.right() - 18
        heights = (QPointF(right, rect.top() + down) for down in range(int(rect.height())))
        return self.board.mapFromScene(next(spot for spot in heights if item.shows_worker_at(spot)) + QPointF(0, 4))

    def person_spot(self, person: int) -> QPoint:
        return self.board.mapFromScene(self.board.board_scene.people._items[person].pos() + QPointF(12, 12))

    def carry(self, start: QPoint, end: QPoint) -> None:
        self._carry(self.port, start, end)

    def done(self) -> object:
        return self.visitor.session.history.interventions[-1]


@pytest.fixture
def counted(visitor: Visitor) -> Helper:
    show(visitor, COUNTED)
    visitor.play_until(0.75)
    helper = Helper(visitor)
    assert helper.crews() == {0: (0, 2), 1: (1,)}
    return helper


@pytest.fixture
def named(visitor: Visitor) -> Helper:
    show(visitor, NAMED)
    visitor.play_until(0.75)
    return Helper(visitor)


def test_somebody_is_carried_from_one_card_to_another(counted: Helper) -> None:
    counted.carry(counted.badge_spot(0), counted.card_spot(1))
    target = counted.board.board_scene._marked
    assert target is not None
    assert (target.card, target.allowed) == (1, True)
    counted.drop()
    assert counted.crews() == {0: (0,), 1: (1, 2)}
    assert counted.visitor.session.history.undo_words == "one person from A-1 to A-2"


def test_somebody_is_taken_away_from_a_card_into_the_free_part_of_the_column(counted: Helper) -> None:
    counted.carry(counted.badge_spot(0), counted.visitor.spot_in(0))
    counted.drop()
    assert counted.crews() == {0: (0,), 1: (1, 2)}, "who is free helps with the other card"
    assert isinstance(counted.done(), LeaveCard)


def test_one_of_the_people_in_the_head_is_put_to_a_card(counted: Helper) -> None:
    head = counted.board.head(0)
    shown = head.people if head.people.isVisible() else head.workers
    assert shown is not None
    counted._carry(shown, QPoint(6, shown.height() // 2), counted.card_spot(1))
    counted.drop()
    assert counted.crews() == {0: (0,), 1: (1, 2)}


def test_why_somebody_cannot_be_put_to_a_card_is_told_beside_the_hand(visitor: Visitor) -> None:
    column = replace(COUNTED.columns[0], workers_per_card=2)
    show(visitor, replace(COUNTED, columns=(column, COUNTED.columns[1])))
    visitor.play_until(0.75)
    helper = Helper(visitor)
    helper.carry(helper.badge_spot(1), helper.card_spot(0))
    assert helper.marked() == (0, False)
    assert helper.board.message.said == "In Build at most 2 people work on one card."
    helper.drop()
    assert helper.crews() == {0: (0, 2), 1: (1,)}


def test_who_is_let_go_on_the_card_they_are_at_stays(counted: Helper) -> None:
    counted.carry(counted.badge_spot(0), counted.card_spot(0))
    counted.drop()
    assert counted.visitor.session.history.interventions == ()


def test_a_named_person_is_carried_to_a_card_and_the_card_left_waits(named: Helper) -> None:
    named.carry(named.person_spot(1), named.card_spot(0))
    named.drop()
    assert named.crew(0) == (0, 1, 2)
    assert named.crew(1) == ()
    assert named.visitor.session.history.undo_words == "Ben joins in A-1"


def test_a_named_person_leaves_a_card(named: Helper) -> None:
    named.carry(named.person_spot(0), named.visitor.spot_in(0))
    named.drop()
    assert named.crew(0) == (2,)
    assert named.visitor.session.history.undo_words == "Ada leaves A-1"


def test_keys_put_one_more_or_one_fewer_to_the_chosen_card(counted: Helper) -> None:
    counted.board.setFocus()
    counted.board.choose([1])
    QTest.keyClick(counted.board, Qt.Key.Key_H)
    assert counted.crew(1) == (1, 2)
    QTest.keyClick(counted.board, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert counted.crew(1) == (1,)


def test_the_arrow_keys_put_cards_into_another_class(visitor: Visitor) -> None:
    classes = (CardClass(id="standard"), CardClass(id="fast", priority=1))
    show(visitor, replace(COUNTED, classes=classes))
    visitor.play_until(0.75)
    visitor.page.board.setFocus()
    visitor.page.board.choose([0, 1])
    QTest.keyClick(visitor.page.board, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert [visitor.session.view.class_of(card) for card in (0, 1)] == [1, 1]
    QTest.keyClick(visitor.page.board, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert len(visitor.session.history.done) == 1
    QTest.keyClick(visitor.page.board, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert [visitor.session.view.class_of(card) for card in (0, 1)] == [0, 0]
