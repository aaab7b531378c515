"""Boards with more columns than fit: every one can be reached and read, by wheel, bar, key and drag."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flowsim.domain.arrivals import (
    Poisson,
)
from flowsim.domain.distributions import Exponential
from flowsim.domain.scenario import (
    Column,
    Scenario,
)
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.ui.board.layout import NARROWEST_LANE, BoardLayout
from tests.ui.visitor import Visitor


def wide(count: int) -> Scenario:
    columns = (Column(id=f"c{n}", name=f"Step {n}", wip_limit=3, service=Exponential(mean=1.0)) for n in range(count))
    return Scenario(name="wide", columns=tuple(columns), arrivals=Poisson(rate=0.7), horizon=None, seed=3)


@pytest.fixture
def board(visitor: Visitor) -> Visitor:
    visitor.window.show_session(Session(Document(wide(40))))
    visitor.play_until(60.0)
    visitor.still()
    return visitor


def on_view(board: Visitor, place: int) -> bool:
    view = board.page.board
    its = view.mapFromScene(view.board_scene.layout_.lane(place).rect).boundingRect()
    return bool(its.left() >= -1 and its.right() <= view.viewport().width() + 1)


def heads_stand_over_their_lanes(board: Visitor) -> bool:
    view = board.page.board
    return all(
        abs(head.x() - view.mapFromScene(lane.rect.topLeft()).x()) <= 1
        for head, lane in zip(view.heads.all, view.board_scene.layout_.lanes, strict=True)
    )


@pytest.mark.parametrize("count", [1, 8, 9, 18, 40, 100])
@pytest.mark.parametrize("width", [480, 920, 1560])
def test_no_lane_is_narrower_than_people_can_read(count: int, width: int) -> None:
    layout = BoardLayout(width, 300, (False,) * count, titled=False)
    assert min(lane.rect.width() for lane in layout.lanes[1:-1]) >= NARROWEST_LANE
    assert layout.width >= width - 1


def test_a_board_begins_at_its_backlog(board: Visitor) -> None:
    assert on_view(board, -1)
    assert heads_stand_over_their_lanes(board)


def test_the_wheel_goes_over_the_whole_board_and_the_heads_go_with_it(board: Visitor) -> None:
    view = board.page.board
    assert not on_view(board, 40)
    for _ in range(60):
        spot = QPointF(view.viewport().rect().center())
        turn = QWheelEvent(
            spot, view.viewport().mapToGlobal(spot), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), turn)
    assert on_view(board, 40)
    assert heads_stand_over_their_lanes(board)


def test_a_column_that_is_chosen_comes_into_view(board: Visitor) -> None:
    for place in (39, 0, 20):
        board.page.board.choose_column(place)
        assert on_view(board, place)
        assert heads_stand_over_their_lanes(board)


def test_a_card_that_is_chosen_comes_into_view(board: Visitor) -> None:
    lanes = board.session.board_state.lanes
    place = max(place for place, lane in enumerate(lanes) if len(lane))
    assert not on_view(board, place)
    board.page.board.choose([next(iter([*lanes[place].doing, *lanes[place].done]))])
    assert on_view(board, place)


def test_a_hand_at_the_end_of_the_board_brings_in_what_lies_beyond(board: Visitor) -> None:
    view = board.page.board
    lane = next(lane for lane in board.session.board_state.lanes[:8] if lane.doing)
    board.take(next(iter(lane.doing)), 5)
    port = view.viewport()
    QTest.mouseMove(port, QPoint(port.width() - 5, port.height() // 2))
    board.until(lambda: on_view(board, 39))
    assert heads_stand_over_their_lanes(board)
    board.key(Qt.Key.Key_Escape)


def test_a_board_that_fits_does_not_scroll(visitor: Visitor) -> None:
    visitor.window.show_session(Session(Document(wide(5))))
    assert visitor.page.board.horizontalScrollBar().maximum() == 0
