"""How cards are shown: as large as there is room, alike on one board, in sight while dragged, and explained."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QWidget

from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import AddCard
from flowsim.domain.scenario import (
    Column,
    Person,
    Scenario,
)
from flowsim.session.steps import Step
from flowsim.ui.board.hands import HAND
from flowsim.ui.board.layout import CardSize
from flowsim.ui.main_window.settings import TEXT_SIZE
from flowsim.ui.style.theme import GLIDE_SECONDS
from tests.session.boards import BUSY, BY_HAND
from tests.ui.board.test_board import CTRL, LEFT, NONE, show
from tests.ui.visitor import Visitor

TWO_STEPS = Scenario(
    name="two",
    columns=(
        Column(id="a", name="Analysis", service=Constant(value=2.0), wip_limit=2),
        Column(id="b", name="Build", service=Constant(value=9.0), wip_limit=1),
    ),
    arrivals=Fixed(count=3),
    horizon=None,
)


def goes_on(visitor: Visitor, by: float) -> None:
    """Let time go on by so much, be there an event or not."""
    visitor.session.set_speed(by / 0.1)
    visitor.page.announce(visitor.session.play())
    visitor.page.announce(visitor.session.tick(0.1, 10.0))
    visitor.page.announce(visitor.session.pause())
    visitor.still()


def sizes(visitor: Visitor, place: int) -> list[tuple[CardSize, int]]:
    scene = visitor.page.board.board_scene
    faces = [scene.cards[card]._face for card in scene.order[place]]
    return [(face.size, face.width) for face in faces if face is not None]


def on_screen(widget: QWidget) -> tuple[int, int, int, int]:
    corner = widget.mapToGlobal(QPoint(0, 0))
    return corner.x(), corner.y(), corner.x() + widget.width(), corner.y() + widget.height()


def apart(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_lane_has_two_halves_only_while_something_is_done_there(visitor: Visitor) -> None:
    show(visitor, TWO_STEPS)
    goes_on(visitor, 1.0)
    layout = visitor.page.board.board_scene.layout_
    assert sizes(visitor, 0) == 2 * [(CardSize.LARGE, round(layout.lane(0).area.width()))]
    visitor.play_until(5.0)  # the second card is done, and there is no room for it in Build
    lane = visitor.page.board.board_scene.layout_.lane(0)
    assert lane.halves is not None
    assert {width for _, width in sizes(visitor, 0)} == {round(lane.halves[0].width())}


def test_cards_of_one_board_are_called_alike(visitor: Visitor) -> None:
    show(visitor, BUSY)
    visitor.play_until(30.0)
    names = {item._face.name for item in visitor.page.board.board_scene.cards.values() if item._face}
    assert all(name.startswith("A-") for name in names)
    visitor.window.resize(960, 720)
    show(visitor, replace(BUSY, columns=tuple(Column(id=f"c{n}", name=f"Column {n}") for n in range(12))))
    visitor.play_until(30.0)
    names = {item._face.name for item in visitor.page.board.board_scene.cards.values() if item._face}
    assert len(names) > 3
    assert all(name.isdigit() for name in names)


def test_a_name_that_does_not_fit_is_written_on_two_lines(visitor: Visitor) -> None:
    columns = tuple(Column(id=f"c{n}", name=f"Quality assurance {n}") for n in range(12))
    show(visitor, replace(BUSY, columns=columns))
    assert visitor.page.board.head(3)._name.shown == "Quality\nassurance 3"
    show(visitor, replace(BUSY, columns=tuple(Column(id=f"c{n}", name=f"Integrationstest{n}") for n in range(12))))
    first, second = visitor.page.board.head(3)._name.shown.split("\n")
    assert first.removesuffix("-") + second == "Integrationstest3"


def test_a_card_in_hand_stays_in_sight_beyond_the_board(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    visitor.take(0, 1)
    port, scene = visitor.page.board.viewport(), visitor.page.board.board_scene
    for spot in (QPoint(-300, 50), QPoint(port.width() + 300, 50), QPoint(50, port.height() + 300)):
        QTest.mouseMove(port, spot)
        assert scene.sceneRect().contains(scene.cards[0].sceneBoundingRect().adjusted(6, 6, -6, -6))
    visitor.page.board.cancel_drag()


def test_several_cards_in_hand_are_counted_on_the_first(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    for card in (0, 1, 2):
        QTest.mouseClick(visitor.page.board.viewport(), LEFT, CTRL if card else NONE, visitor.spot_of(card))
    assert visitor.page.inspector._title.text() == "3 cards chosen"
    assert "A-1, A-2, A-3" in visitor.page.inspector._text.text()
    visitor.take(2, 1)
    assert len(visitor.page.board.board_scene.cards[2].childItems()) == 1
    visitor.page.board.cancel_drag()
    assert visitor.page.board.board_scene.cards[2].childItems() == []


def test_what_is_done_with_several_chosen_cards_is_done_with_all_of_them(visitor: Visitor) -> None:
    show(visitor, replace(BUSY, arrivals=Fixed(count=9)))
    goes_on(visitor, 0.1)
    board = visitor.page.board
    board.choose([0, 1])
    block = next(each for each in visitor.page.inspector.findChildren(QPushButton) if each.text() == "Block")
    visitor.click(block)
    assert [visitor.session.board_state.cards[card].state.word for card in (0, 1)] == ["blocked", "blocked"]
    visitor.key(Qt.Key.Key_Z, CTRL)
    assert "blocked" not in {visitor.session.board_state.cards[card].state.word for card in (0, 1)}


def test_every_card_says_under_the_mouse_what_its_marks_mean(visitor: Visitor) -> None:
    show(visitor, TWO_STEPS)
    goes_on(visitor, 1.0)
    assert "A-1, being worked on in Analysis, 1 day old" in tip(visitor, 0)
    visitor.page.bridge.do(Step((SetWipLimit(at=0.0, column="b", value=3),)))
    visitor.still()
    visitor.drag(0, 1)
    visitor.still()
    assert "moved on by hand, work left undone in Analysis" in tip(visitor, 0).replace("\n", " ")
    assert visitor.page.board.board_scene.cards[0]._face is not None
    assert visitor.page.board.board_scene.cards[0]._face.skipped
    marks = [mark.text for mark in visitor.page.timeline.track._marks]
    assert marks == ["Build limit 1 → 3 …"] or any("work left undone" in mark for mark in marks)


def tip(visitor: Visitor, card: int) -> str:
    port, spot = visitor.page.board.viewport(), visitor.spot_of(card)
    QApplication.sendEvent(port, QHelpEvent(QHelpEvent.Type.ToolTip, spot, port.mapToGlobal(spot)))
    return QToolTip.text()


def test_a_move_past_unfinished_work_is_told_in_history_and_on_the_timeline(visitor: Visitor) -> None:
    show(visitor, TWO_STEPS)
    goes_on(visitor, 1.0)
    visitor.drag(0, 1)
    assert [mark.text for mark in visitor.page.timeline.track._marks] == ["A-1 to Build, work left undone"]
    visitor.page.board.choose([0])
    assert any("not done: Analysis" in what for _, what, _ in visitor.page.inspector.history.rows)


def test_a_card_that_is_put_back_and_pulled_again_at_once_is_told(visitor: Visitor) -> None:
    show(visitor, replace(BUSY, arrivals=Fixed(count=1)))
    goes_on(visitor, 0.1)
    visitor.drag(0, -1)
    assert visitor.page.board.message.said == (
        "A-1 went back to the backlog, and Analysis had room and pulled it again at once."
    )


def test_a_line_covers_no_card_and_a_reason_stands_beside_the_hand(visitor: Visitor) -> None:
    show(visitor, BY_HAND)
    message, port = visitor.page.board.message, visitor.page.board.viewport()
    message.say("Something has been done.")
    assert apart(on_screen(message), on_screen(port))
    assert not apart(on_screen(message), on_screen(visitor.page.timeline))
    visitor.drag(0, 0)
    visitor.still()
    visitor.take(1, 0)
    hand = port.mapToGlobal(visitor.page.board.hands.spot)
    left, top, right, _ = on_screen(message)
    assert 0 <= top - hand.y() <= HAND + 10
    assert left <= hand.x() + HAND <= right + HAND
    visitor.drop(0)


def test_what_is_allowed_is_said_beside_the_field(visitor: Visitor) -> None:
    show(visitor, BUSY)
    field = visitor.page.board.head(0).limit
    assert field is not None
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "none of it")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert visitor.page.board.message.said.startswith("Allowed is ")
    said, its = on_screen(visitor.page.board.message), on_screen(field)
    assert apart(said, its)
    assert abs(said[1] - its[3]) < 60


def test_the_board_says_when_it_shows_the_past(visitor: Visitor) -> None:
    show(visitor, BUSY)
    visitor.play_until(30.0)
    assert visitor.page.board.board_scene.past == ""
    visitor.page.look(12.5)
    assert visitor.page.board.board_scene.past == "As it was at day 12.5"
    visitor.page.look(None)
    assert visitor.page.board.board_scene.past == ""


def test_cards_jump_when_time_goes_too_fast_for_a_glide(visitor: Visitor) -> None:
    show(visitor, BUSY)
    animator = visitor.page.board.board_scene.animator
    for speed, hurried in ((0.4 / GLIDE_SECONDS, False), (0.6 / GLIDE_SECONDS, True), (1000.0, True)):
        visitor.page.announce(visitor.session.set_speed(speed))
        visitor.page.announce(visitor.session.play())
        visitor.page.board.advance(0.0)
        assert animator.hurried is hurried
    visitor.pause()
    visitor.page.board.advance(0.0)
    assert not animator.hurried


@pytest.mark.parametrize("text_size", [100, 200])
def test_every_lane_keeps_room_for_its_head_and_a_card_in_a_low_window(visitor: Visitor, text_size: int) -> None:
    people = tuple(Person(name=name, skills={"a": 1.0, "b": 1.0}) for name in ("Ada", "Ben"))
    show(visitor, replace(BUSY, people=people))
    visitor.window.settings.put(TEXT_SIZE, text_size)
    visitor.window.apply(TEXT_SIZE)
    visitor.window.resize(1024, 600)
    for _ in range(9):
        visitor.page.bridge.do(Step((AddCard(at=0.0),)))
    visitor.play_until(3.0)
    scene = visitor.page.board.board_scene
    assert all(scene.order[place] for place in (-1, 0))
    heads = [on_screen(head) for head in visitor.page.board.heads.all]
    corner = visitor.page.board.viewport().mapToGlobal(visitor.page.board.mapFromScene(scene.cards[0].pos()))
    assert corner.y() >= max(bottom for _, _, _, bottom in heads) - 1
    visitor.session.file.mark_saved()
    visitor.window.settings.put(TEXT_SIZE, 100)
    visitor.window.apply(TEXT_SIZE)
