"""The board under mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
)
from flowsim.domain.distributions import Exponential
from flowsim.domain.scenario import (
    Column,
    ExplicitCard,
    Scenario,
    SharedLimit,
)
from flowsim.domain.words import CardId
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.ui.main_window.main_window import MainWindow
from flowsim.ui.main_window.settings import HOLD_TIME
from flowsim.ui.widgets.count_field import CountField
from tests.session.boards import BUSY, BY_HAND
from tests.ui.visitor import Visitor

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def show(visitor: Visitor, scenario: Scenario) -> None:
    visitor.window.show_session(Session(Document(scenario)))
    visitor.until(lambda: visitor.page.isVisible())
    visitor.still()


def test_a_card_dragged_into_room_is_moved_there(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.drag(0, 1)
    assert 0 in visitor.session.board_state.lanes[1].doing


def test_a_card_dragged_into_a_full_column_springs_back_with_the_reason(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.drag(0, 0)
    visitor.still()
    visitor.drag(1, 0)
    assert visitor.page.board.message.said == "Analysis is full: 1 of 1."
    assert 1 in visitor.session.board_state.backlog


def test_the_reason_is_told_while_the_card_is_still_in_hand(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.drag(0, 0)
    visitor.still()
    visitor.take(1, 0)
    assert visitor.page.board.message.said == "Analysis is full: 1 of 1."
    visitor.drop(0)


def test_a_card_dropped_where_it_stands_stays_without_a_word(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.drag(0, -1)
    assert visitor.page.board.message.said == ""
    assert not visitor.session.history.done


def test_escape_puts_the_card_back(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.take(0, 1)
    QTest.keyClick(visitor.page.board, Qt.Key.Key_Escape)
    assert not visitor.page.board.dragging
    visitor.drop(1)
    assert 0 in visitor.session.board_state.backlog


def test_losing_the_window_puts_the_card_back(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.take(0, 1)
    QApplication.sendEvent(
        visitor.page.board, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    )
    assert not visitor.page.board.dragging


def frames(visitor: Visitor, count: int) -> None:
    """Wait for so many frames."""
    seen: list[float] = []
    visitor.page.bridge.frame.connect(seen.append)
    visitor.until(lambda: len(seen) >= count)
    visitor.page.bridge.frame.disconnect(seen.append)


def taken_while_time_goes_on(visitor: Visitor) -> CardId:
    show(visitor, BUSY)
    visitor.play_until(5.0)
    card = next(iter(visitor.session.board_state.cards))
    visitor.page.announce(visitor.session.set_speed(20.0))
    visitor.page.announce(visitor.session.play())
    visitor.take(card, 1)
    return card


def test_time_stands_while_a_card_is_in_hand(visitor: Visitor) -> None:
    taken_while_time_goes_on(visitor)
    before = visitor.session.now
    frames(visitor, 20)
    assert visitor.page.board.dragging
    assert visitor.session.now == before
    assert visitor.playing, "the run stands, but is not paused"
    visitor.drop(1)
    visitor.until(lambda: visitor.session.now > before)


def test_time_goes_on_after_a_drag_that_was_called_off(visitor: Visitor) -> None:
    taken_while_time_goes_on(visitor)
    before = visitor.session.now
    visitor.key(Qt.Key.Key_Escape)
    visitor.until(lambda: visitor.session.now > before)


def test_time_goes_on_while_a_card_is_in_hand_where_people_want_it_so(visitor: Visitor) -> None:
    visitor.window.settings.put(HOLD_TIME, False)
    card = taken_while_time_goes_on(visitor)
    before = visitor.session.now
    visitor.until(lambda: visitor.session.now > before + 20)
    assert visitor.page.board.dragging
    visitor.drop(1)
    visitor.pause()
    visitor.still()
    assert card not in visitor.page.board.board_scene.in_hand


def test_several_chosen_cards_move_together_as_one_step(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    port = visitor.page.board.viewport()
    QTest.mouseClick(port, LEFT, NONE, visitor.spot_of(0))
    QTest.mouseClick(port, LEFT, CTRL, visitor.spot_of(1))
    visitor.drag(1, 1)
    assert set(visitor.session.board_state.lanes[1].doing) == {0, 1}
    assert len(visitor.session.history.done) == 1


def test_arrows_choose_and_control_arrows_move(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    board = visitor.page.board
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Down)
    assert list(board.board_scene.selection) == [0]
    QTest.keyClick(board, Qt.Key.Key_Down)
    assert list(board.board_scene.selection) == [1]
    QTest.keyClick(board, Qt.Key.Key_Right, CTRL)
    assert 1 in visitor.session.board_state.lanes[0].doing
    QTest.keyClick(board, Qt.Key.Key_Left, CTRL)
    assert 1 in visitor.session.board_state.backlog


def test_control_z_takes_back_the_last_move(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.drag(0, 1)
    visitor.key(Qt.Key.Key_Z, CTRL)
    assert 0 in visitor.session.board_state.backlog
    visitor.key(Qt.Key.Key_Y, CTRL)
    assert 0 in visitor.session.board_state.lanes[1].doing


def test_a_card_of_5000_has_a_slot_or_is_counted(visitor: Visitor) -> None:
    show(visitor, replace(BUSY, arrivals=Fixed(count=5000)))
    scene = visitor.page.board.board_scene
    shown = len(scene.order[-1])
    assert 0 < shown < 100
    assert len(visitor.session.board_state.backlog) == 5000 - 2
    assert any(str(f"{5000 - 2 - shown:,}") in text for _, text in scene._chips[-1])


def test_twelve_columns_at_full_speed_keep_their_cards_in_their_lanes(visitor: Visitor) -> None:
    columns = tuple(Column(id=f"c{i}", workers=2, wip_limit=5, service=Exponential(mean=1.0)) for i in range(12))
    show(visitor, Scenario(name="12", columns=columns, arrivals=Poisson(rate=1.5), horizon=None))
    visitor.page.announce(visitor.session.set_speed(1000.0))
    visitor.page.announce(visitor.session.play())
    visitor.until(lambda: visitor.session.board_state.finished > 500)
    visitor.pause()
    visitor.still()
    scene = visitor.page.board.board_scene
    for place, cards in scene.order.items():
        lane = scene.layout_.lane(place).rect
        for card in cards:
            assert visitor.session.board_state.cards[card].column == place
            assert lane.contains(scene.cards[card].pos())
    assert set(scene.cards) == {c for cards in scene.order.values() for c in cards} | scene._shown[12]


def test_a_title_is_shown_as_plain_text(visitor: Visitor) -> None:
    title = "<b>bold</b> <img src=file:///etc/passwd>"
    scenario = replace(BUSY, cards=(ExplicitCard(title=title, service={"a": 5.0}),))
    show(visitor, scenario)
    visitor.page.board.choose([0])
    assert visitor.page.inspector._title._whole == f"A-1  {title}"
    assert visitor.page.inspector._title.textFormat() == Qt.TextFormat.PlainText


def test_a_run_that_ends_says_so(visitor: Visitor) -> None:
    show(visitor, replace(BUSY, horizon=2.0))
    visitor.page.announce(visitor.session.set_speed(100.0))
    visitor.page.announce(visitor.session.play())
    visitor.until(lambda: visitor.session.ended)
    assert visitor.page.controls._speed_text.text() == "the run has ended"


@pytest.mark.parametrize(("place", "times"), [(0, 3), (1, 2)])
def test_a_click_on_plus_raises_the_limit_by_one(visitor: Visitor, place: int, times: int) -> None:
    show(visitor, BUSY)
    old = visitor.session.conditions.columns[place].wip_limit or 0
    for _ in range(times):
        visitor.step_limit(place, +1)
    assert visitor.session.conditions.columns[place].wip_limit == old + times


def test_nothing_of_a_window_is_left_when_it_closes(window: MainWindow) -> None:
    visitor = Visitor(window)
    show(visitor, BUSY)
    visitor.page.announce(visitor.session.play())
    visitor.session.file.mark_saved()
    window.close()
    assert not visitor.page.bridge._timer.isActive()


def test_a_press_outside_any_card_chooses_none(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.page.board.choose([0])
    QTest.mouseClick(visitor.page.board.viewport(), LEFT, NONE, QPoint(400, 300))
    assert not visitor.page.board.board_scene.selection


def test_a_click_on_a_head_shows_the_column_and_its_fields_change_it(visitor: Visitor) -> None:
    show(visitor, BUSY)
    head = visitor.page.board.head(1)
    visitor.click(head, QPoint(head.width() // 2, 4))
    inspector = visitor.page.inspector
    assert inspector._title.text() == "Build"
    assert visitor.page.board.board_scene.chosen == 1
    field = inspector.field("People")
    visitor.click(field, QPoint(field.width() - 5, 13))
    assert visitor.session.conditions.columns[1].workers == 3
    assert isinstance(field, CountField)
    assert field._value == 3


def test_cards_that_do_not_all_fit_stay_where_they_are(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.page.board.choose([0, 1, 2])
    visitor.take(0, 1)
    assert visitor.page.board.message.said == "There is room for 2 of the 3 cards."
    visitor.drop(1)
    assert not visitor.session.history.done
    assert visitor.page.board.message.said == "There is room for 2 of the 3 cards."


def test_a_card_moves_inside_a_full_shared_limit(visitor: Visitor) -> None:
    show(visitor, replace(BY_HAND, shared_limits=(SharedLimit(columns=("a", "b"), limit=1),)))
    visitor.drag(0, 0)
    visitor.still()
    visitor.drag(0, 1)
    assert 0 in visitor.session.board_state.lanes[1].doing


def test_a_card_dropped_off_the_board_stays(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.take(0, 1)
    port = visitor.page.board.viewport()
    below = QPoint(visitor.spot_in(1).x(), port.height() + 60)
    QTest.mouseMove(port, below)
    QTest.mouseRelease(port, LEFT, NONE, below)
    assert not visitor.session.history.done


def test_a_number_half_typed_does_not_reach_the_next_scenario(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    field = visitor.page.board.head(0).limit
    assert field is not None
    field.edit()
    editor = field.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("7")
    show(visitor, BY_HAND)
    assert visitor.session.conditions.columns[0].wip_limit == 1


def test_the_slider_follows_the_speed_without_changing_it(visitor: Visitor) -> None:
    show(visitor, BUSY)
    visitor.page.announce(visitor.session.set_speed(1.234))
    visitor.page.controls.show_run(visitor.session)
    assert visitor.session.player.speed == 1.234


def test_a_diagram_zoomed_in_follows_again_after_a_restart(visitor: Visitor) -> None:
    show(visitor, BUSY)
    visitor.play_until(20.0)
    visitor.page.chart.window_of_time.show(2.0, 3.0, 20.0)
    assert visitor.page.chart.charts[0].frame.x[0] == 2.0
    visitor.page.restart()
    visitor.play_until(10.0)
    visitor.until(lambda: visitor.page.chart.charts[0].frame.x[1] == 15.0)
    assert visitor.page.chart.charts[0].frame.x[0] == 0.0


def test_the_lanes_of_another_board_are_drawn_at_once(visitor: Visitor) -> None:
    two = Scenario(name="", columns=(Column(id="a"), Column(id="b")))
    show(visitor, Scenario(name="", columns=(Column(id="a"),)))
    show(visitor, two)
    opened_second = visitor.page.board.grab().toImage()
    visitor.page.board.board_scene.set_theme(visitor.page.board._theme)
    visitor.still()
    assert visitor.page.board.grab().toImage() == opened_second


def test_the_arrow_keys_choose_no_card_that_has_gone_since_the_last_frame(visitor: Visitor) -> None:
    show(visitor, BUSY)
    visitor.play_until(3.0)
    shown = {card for cards in visitor.page.board.board_scene.order.values() for card in cards}
    while shown & set(visitor.session.board_state.cards):
        visitor.session.step()
    assert visitor.session.board_state.cards
    QTest.keyClick(visitor.page.board, Qt.Key.Key_Right)
    assert set(visitor.page.board.board_scene.selection) <= set(visitor.session.board_state.cards)
    assert visitor.page.board.board_scene.selection


@pytest.mark.parametrize("count", [7, 4_711, 45_049, 1_234_567])
def test_a_number_has_room_in_its_pill_however_large(visitor: Visitor, count: int) -> None:
    show(visitor, BUSY)
    for head in (visitor.page.board.heads.all[0], visitor.page.board.heads.all[-1]):
        head.show_count(count)
        assert head._count is not None
        assert head._count.text() == f"{count:,}"
        assert head._count.width() >= head._count.sizeHint().width()
        assert head._count.geometry().right() <= head.width()
        assert head._count.x() >= head._name.geometry().right() - 1 or head._count.y() > head._name.y() + 10
