"""Classes as rows of the board: by key, by mouse from row to row, and where the rows lie."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from flowsim.domain.arrivals import Poisson
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import AddCard
from flowsim.domain.policies import Rules
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Scenario
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.storage import Document
from flowsim.ui.board.layout import BoardLayout
from flowsim.ui.board.target import Target
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.settings import TEXT_SIZE
from tests.ui.visitor import Visitor

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def board(**settings: Any) -> Scenario:
    """Two plain cards and one urgent one, moved by hand."""
    columns = (
        Column(id="a", name="Build", service=Constant(value=2.0), limits_by_class={"urgent": 1}),
        Column(id="b", name="Test", service=Constant(value=2.0)),
    )
    cards = tuple(ExplicitCard(class_=each, service={"a": 2.0, "b": 2.0}) for each in ("plain", "plain", "urgent"))
    return Scenario(
        name="rows", columns=columns, arrivals=Poisson(rate=1.0), cards=cards, horizon=50.0,
        classes=(CardClass(id="plain", name="Plain"), CardClass(id="urgent", name="Urgent", colour="#E4572E")),
        rules=Rules(auto_pull=False), limits_by_class={"urgent": 2}, **settings,
    )  # fmt: skip


def open_in_rows(visitor: Visitor, scenario: Scenario | None = None) -> None:
    visitor.window.show_session(Session(Document(scenario or board())))
    visitor.until(lambda: visitor.page.isVisible())
    visitor.page.board.setFocus()
    visitor.key(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    visitor.still()


def spot(visitor: Visitor, place: int, row: int) -> QPoint:
    scene = visitor.page.board.board_scene
    area = scene.layout_.row(scene.layout_.lane(place).area, row)
    return visitor.page.board.mapFromScene(area.center())


def carry(visitor: Visitor, card: int, place: int, row: int) -> None:
    port = visitor.page.board.viewport()
    QTest.mousePress(port, LEFT, NONE, visitor.spot_of(card))
    for at in (visitor.spot_of(card) + QPoint(12, 12), spot(visitor, place, row)):
        QTest.mouseMove(port, at)
    QTest.mouseRelease(port, LEFT, NONE, spot(visitor, place, row))
    visitor.still()


def row_of(visitor: Visitor, card: int) -> int:
    """The row in which a card's picture lies."""
    scene = visitor.page.board.board_scene
    rect = scene.rect_of(card)
    assert rect is not None
    row = scene.layout_.row_at(rect.center())
    assert row is not None
    return row


def test_a_key_lets_each_class_stand_in_its_own_row_and_another_takes_that_back(visitor: Visitor) -> None:
    open_in_rows(visitor)
    assert [row_of(visitor, card) for card in range(3)] == [0, 0, 1]
    notes = visitor.page.board.board_scene._row_notes()
    assert [(note.row, note.place, note.text) for note in notes] == [
        (0, -1, "Plain"), (1, -1, "Urgent 0/2"), (1, 0, "0/1"),
    ]  # fmt: skip
    visitor.window.menu_actions[Act.TOGGLE_CLASSES].trigger()
    visitor.still()
    assert visitor.page.board.board_scene.layout_.rows == 1
    assert visitor.page.board.board_scene._row_notes() == ()


def test_a_card_dragged_within_its_row_keeps_its_class(visitor: Visitor) -> None:
    open_in_rows(visitor)
    carry(visitor, 0, 1, 0)
    assert [act.do for act in visitor.session.history.interventions] == ["move"]
    assert row_of(visitor, 0) == 0


def test_a_card_dragged_into_another_row_is_of_that_class_and_one_undo_takes_both_back(visitor: Visitor) -> None:
    open_in_rows(visitor)
    carry(visitor, 0, 1, 1)
    assert [act.do for act in visitor.session.history.interventions] == ["reclass", "move"]
    assert visitor.session.view.class_of(0) == 1
    assert row_of(visitor, 0) == 1
    visitor.page.undo()
    visitor.still()
    assert (visitor.session.view.class_of(0), row_of(visitor, 0)) == (0, 0)


def test_a_card_dragged_to_another_row_of_its_column_only_changes_its_class(visitor: Visitor) -> None:
    open_in_rows(visitor)
    carry(visitor, 2, -1, 0)
    assert [act.do for act in visitor.session.history.interventions] == ["reclass"]
    assert visitor.session.view.class_of(2) == 0


def test_a_full_limit_of_a_class_refuses_its_cards_and_takes_others(visitor: Visitor) -> None:
    open_in_rows(visitor)
    carry(visitor, 2, 0, 1)
    [full] = [note for note in visitor.page.board.board_scene._row_notes() if note.place == 0]
    assert (full.text, full.full) == ("1/1", "full")
    carry(visitor, 0, 0, 0)
    acts = [act.do for act in visitor.session.history.interventions]
    assert acts == ["move", "move"]


def test_a_card_is_put_into_a_column_as_one_of_the_class_of_its_row(visitor: Visitor) -> None:
    """Urgent is full in Build: a plain card finds no room there as an urgent one, and an urgent one does as plain."""
    open_in_rows(visitor)
    carry(visitor, 2, 0, 1)
    carry(visitor, 0, 0, 1)
    assert [act.do for act in visitor.session.history.interventions] == ["move"]
    assert visitor.session.view.class_of(0) == 0
    visitor.page.do(Step((AddCard(at=0.0, class_="urgent"),)))
    visitor.still()
    carry(visitor, 3, 0, 0)
    assert [act.do for act in visitor.session.history.interventions] == ["move", "add", "reclass", "move"]


def test_a_card_that_the_board_pulls_itself_once_it_is_of_the_class_is_where_people_put_it(visitor: Visitor) -> None:
    """One plain card is all the board may hold; the second one waits, and as an urgent one it is pulled at once."""
    its = board()
    columns = (replace(its.columns[0], limits_by_class={"urgent": 2}), its.columns[1])
    open_in_rows(visitor, replace(its, columns=columns, rules=Rules(), limits_by_class={"plain": 1}))
    carry(visitor, 1, 0, 1)
    assert [act.do for act in visitor.session.history.interventions] == ["reclass"]
    assert visitor.session.simulation.is_in(1, "a")
    assert not visitor.window.notices.lines


def test_finished_cards_stand_in_the_row_of_their_class(visitor: Visitor) -> None:
    open_in_rows(visitor)
    for card in (0, 2):
        carry(visitor, card, 2, 0 if card == 0 else 1)
    assert (row_of(visitor, 0), row_of(visitor, 2)) == (0, 1)


@pytest.mark.parametrize("rows", [2, 3, 5])
def test_rows_lie_below_one_another_within_every_list(rows: int) -> None:
    layout = BoardLayout(1200, 600, (False, True, False), titled=False, foot=20.0, rows=rows)
    for lane in layout.lanes:
        for area in (lane.area, *(lane.halves or ())):
            parts = [layout.row(area, row) for row in range(rows)]
            assert all(QRectF(area).adjusted(-1, -1, 1, 1).contains(part) for part in parts)
            assert all(above.bottom() < below.top() for above, below in pairwise(parts))
            assert [layout.row_at(part.center()) for part in parts] == list(range(rows))
    assert layout.least_height < 600 or rows == 5


def test_one_row_is_the_whole_list() -> None:
    layout = BoardLayout(1200, 600, (False,), titled=False)
    assert layout.row(layout.lanes[0].area, 0) == layout.lanes[0].area
    assert layout.row_at(layout.lanes[0].area.center()) is None


def test_rows_stay_when_the_text_grows(visitor: Visitor) -> None:
    open_in_rows(visitor)
    visitor.window.settings.put(TEXT_SIZE, 125)
    visitor.window.apply(TEXT_SIZE)
    visitor.still()
    assert visitor.page.board.board_scene.layout_.rows == 2


def test_only_the_row_under_the_hand_is_lit_up_and_the_new_class_is_told(visitor: Visitor) -> None:
    open_in_rows(visitor)
    port = visitor.page.board.viewport()
    QTest.mousePress(port, LEFT, NONE, visitor.spot_of(0))
    for at in (visitor.spot_of(0) + QPoint(12, 12), spot(visitor, -1, 1)):
        QTest.mouseMove(port, at)
    assert visitor.page.board.board_scene._marked == Target(-1, allowed=True, row=1)
    QTest.mouseRelease(port, LEFT, NONE, spot(visitor, -1, 1))
    assert visitor.page.board.message.said == "A-1 is Urgent."


def test_a_backlog_with_room_for_so_many_tells_how_many_and_when_it_is_full(visitor: Visitor) -> None:
    visitor.window.show_session(Session(Document(board(backlog_limit=3))))
    visitor.until(lambda: visitor.page.isVisible())
    count = visitor.page.board.heads.all[0]._count
    assert count is not None
    assert count.text() == "3 / 3"
    assert visitor.window.theme.full_soft in count.styleSheet()
