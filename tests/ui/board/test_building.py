"""A board is built on the board: by mouse on the heads of columns, by keys, and in the inspector."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from flowsim.domain.arrivals import (
    Fixed,
    Interval,
    Poisson,
    Saturated,
)
from flowsim.domain.distributions import Empirical, Lognormal
from flowsim.domain.scenario import (
    CardClass,
    Column,
    Person,
    Scenario,
    SharedLimit,
)
from flowsim.session.opening_files import session_of_file
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.ui.main_window.actions import Act
from flowsim.ui.widgets.button_field import ButtonField
from flowsim.ui.widgets.card_list_field import CardListField
from flowsim.ui.widgets.colour_field import ColourField
from flowsim.ui.widgets.distribution_field import DistributionField
from flowsim.ui.widgets.text_area import TextArea
from flowsim.ui.widgets.text_field import TextField
from tests.ui.panels.test_inspector import change, show
from tests.ui.visitor import Visitor

BOARD = Scenario(
    name="Three",
    columns=(
        Column(id="plan", name="Plan", wip_limit=2),
        Column(id="build", name="Build", wip_limit=3),
        Column(id="test", name="Test", wip_limit=4),
    ),
    arrivals=Poisson(rate=0.5),
)
NO, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def board(visitor: Visitor) -> Visitor:
    show(visitor, BOARD)
    return visitor


def titles(visitor: Visitor) -> list[str]:
    shown = [head._title for head in visitor.page.board.heads.all[1:-1]]
    assert shown == [column.title for column in visitor.session.scenario.columns]
    return shown


def choose(visitor: Visitor, column: int) -> None:
    visitor.click(visitor.page.board.head(column), QPoint(8, 8))


def type_name(visitor: Visitor, name: str) -> None:
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, name)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def carry(visitor: Visitor, column: int, to: int) -> None:
    """Take a column by its head over another one, still in hand."""
    head, over = visitor.page.board.head(column), visitor.page.board.head(to)
    start = QPoint(head.width() // 2, 10)
    way = over.mapToGlobal(QPoint(over.width() // 2, 10)) - head.mapToGlobal(start)
    QTest.mousePress(head, Qt.MouseButton.LeftButton, NO, start)
    for step in range(1, 9):
        spot = head.mapFromGlobal(head.mapToGlobal(QPoint(0, 0)) + start)
        target = over.mapToGlobal(QPoint(over.width() // 2, 10)) if step == 8 else head.mapToGlobal(spot) + way * 0.125
        QTest.mouseMove(head, head.mapFromGlobal(target))


def put_down(visitor: Visitor, column: int) -> None:
    head = visitor.page.board.head(column)
    QTest.mouseRelease(head, Qt.MouseButton.LeftButton, NO, head.rect().center())


def test_a_column_is_added_beside_the_chosen_one_and_named_at_once(board: Visitor) -> None:
    choose(board, 0)
    board.key(Qt.Key.Key_C)
    type_name(board, "Design")
    assert titles(board) == ["Plan", "Design", "Build", "Test"]


def test_without_a_choice_a_column_is_added_at_the_end(board: Visitor) -> None:
    board.key(Qt.Key.Key_Q)
    type_name(board, "Shelf")
    assert titles(board) == ["Plan", "Build", "Test", "Shelf"]
    assert board.session.scenario.columns[3].is_queue


def test_a_column_is_renamed_by_a_double_click_and_by_f2(board: Visitor) -> None:
    QTest.mouseDClick(board.page.board.head(1), Qt.MouseButton.LeftButton, NO, QPoint(8, 8))
    type_name(board, "Make")
    choose(board, 2)
    board.key(Qt.Key.Key_F2)
    type_name(board, "Try")
    assert titles(board) == ["Plan", "Make", "Try"]
    assert board.session.history.undo_words == "Test is called Try"


def test_escape_leaves_a_name_as_it_was(board: Visitor) -> None:
    choose(board, 1)
    board.key(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "other")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert titles(board) == ["Plan", "Build", "Test"]
    assert not board.session.history.done


@pytest.mark.parametrize(
    ("column", "to", "order"),
    [(0, 2, ["Build", "Test", "Plan"]), (2, 0, ["Test", "Plan", "Build"]), (1, 2, ["Plan", "Test", "Build"])],
)
def test_a_head_dragged_over_another_puts_the_column_there(
    board: Visitor, column: int, to: int, order: list[str]
) -> None:
    carry(board, column, to)
    put_down(board, column)
    assert titles(board) == order
    board.key(Qt.Key.Key_Z, CTRL)
    assert titles(board) == ["Plan", "Build", "Test"]


def test_a_head_let_go_by_escape_stays_where_it_was(board: Visitor) -> None:
    carry(board, 0, 2)
    assert board.page.board.heads.carried
    board.key(Qt.Key.Key_Escape)
    put_down(board, 0)
    assert titles(board) == ["Plan", "Build", "Test"]
    assert not board.page.board.heads.carried


KEYS: list[tuple[Qt.Key, Qt.KeyboardModifier, list[str]]] = [
    (Qt.Key.Key_D, CTRL, ["Plan", "Build", "Build 2", "Test"]),
    (Qt.Key.Key_Delete, SHIFT, ["Plan", "Test"]),
    (Qt.Key.Key_Left, ALT, ["Build", "Plan", "Test"]),
    (Qt.Key.Key_Right, ALT, ["Plan", "Test", "Build"]),
]


@pytest.mark.parametrize(("key", "modifier", "order"), KEYS)
def test_the_chosen_column_is_changed_by_keys(
    board: Visitor, key: Qt.Key, modifier: Qt.KeyboardModifier, order: list[str]
) -> None:
    choose(board, 1)
    board.key(key, modifier)
    assert titles(board) == order
    board.key(Qt.Key.Key_Z, CTRL)
    assert titles(board) == ["Plan", "Build", "Test"]


def test_the_menu_of_a_head_offers_what_can_be_done_with_its_column(board: Visitor) -> None:
    head = board.page.board.head(1)
    head.setFocus()
    board.page.board.heads.menu_asked.emit(1, head.mapToGlobal(QPoint(5, 5)))
    menus = [menu for menu in board.window.findChildren(QMenu) if menu.isVisible()]
    assert "Split a queue off the column" in [action.text() for action in menus[0].actions()]
    menus[0].close()


def test_a_shared_limit_is_a_bracket_over_its_columns(board: Visitor) -> None:
    choose(board, 1)
    board.window.menu_actions[Act.SHARE_LIMIT].trigger()
    [bracket] = board.page.board.heads.brackets
    first, last = board.page.board.head(1), board.page.board.head(2)
    assert abs(bracket.x() - first.x()) <= 1
    assert abs(bracket.geometry().right() - last.geometry().right()) <= 1
    assert bracket.geometry().bottom() <= first.y()
    field = bracket.limit
    board.click(field, QPoint(4, field.height() // 2))
    assert board.session.conditions.shared_limits == (6,)
    board.window.menu_actions[Act.LIMIT_BOARD].trigger()
    assert len(board.page.board.heads.brackets) == 2
    one, other = (bracket.geometry() for bracket in board.page.board.heads.brackets)
    assert not one.intersects(other)


def test_an_edit_in_the_middle_of_a_run_begins_it_again_and_undo_brings_it_back(board: Visitor) -> None:
    board.play_until(12.0)
    before, now = board.session.simulation.trace.rows().tobytes(), board.session.now
    choose(board, 1)
    board.key(Qt.Key.Key_D, CTRL)
    assert board.session.now == 0
    assert "begins again" in board.page.board.message.said
    board.key(Qt.Key.Key_Z, CTRL)
    assert (board.session.now, board.session.simulation.trace.rows().tobytes()) == (now, before)


def test_a_name_is_changed_in_the_middle_of_a_run_without_beginning_it_again(board: Visitor) -> None:
    board.play_until(12.0)
    now = board.session.now
    choose(board, 1)
    board.key(Qt.Key.Key_F2)
    type_name(board, "Make")
    assert titles(board) == ["Plan", "Make", "Test"]
    assert board.session.now == now


def test_what_cannot_be_is_refused_with_its_reason(board: Visitor) -> None:
    for _ in range(3):
        choose(board, 0)
        board.key(Qt.Key.Key_Delete, SHIFT)
    assert titles(board) == ["Test"]
    assert board.page.board.message.said == "A board has at least one column."


def click(visitor: Visitor, button: QWidget) -> None:
    """Press a button in the inspector, as soon as it is laid out."""
    visitor.until(lambda: button.isVisible() and button.height() > 10)
    visitor.click(button)


def press(visitor: Visitor, button: str) -> None:
    form = visitor.page.inspector._forms[visitor.page.inspector._about]
    for section in form._sections:
        section.open(opened=True)
    field = next(row.field for row in form._rows if isinstance(row.field, ButtonField) and row.field.whole == button)
    click(visitor, field)


def write(visitor: Visitor, label: str, text: str) -> None:
    field = visitor.page.inspector.field(label)
    assert isinstance(field, TextField | TextArea)
    field.setFocus()
    field.selectAll()
    if isinstance(field, TextField):
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    else:
        field.insertPlainText(text)
        QTest.keyClick(field, Qt.Key.Key_Return, CTRL)


def test_people_classes_and_families_come_and_go_in_the_inspector(board: Visitor) -> None:
    press(board, "Add a person")
    assert board.session.scenario.people == (Person(name="Somebody", skills={"plan": 1.0, "build": 1.0, "test": 1.0}),)
    write(board, "Name of Somebody", "Ada")
    press(board, "Add a class")
    press(board, "Add a family")
    assert [its.title for its in board.session.scenario.classes] == ["Standard", "New class"]
    assert [family.id for family in board.session.scenario.families] == ["a", "b"]
    press(board, "Remove Ada")
    press(board, "Remove class New class")
    press(board, "Remove family b")
    assert [person.name for person in board.session.scenario.people] == []
    assert [its.title for its in board.session.scenario.classes] == ["Standard"]
    for _ in range(7):
        board.key(Qt.Key.Key_Z, CTRL)
    assert board.session.scenario == BOARD


def test_a_class_gets_another_colour_by_the_arrow_keys(board: Visitor) -> None:
    press(board, "Add a class")
    field = board.page.inspector.field("Colour of New class")
    assert isinstance(field, ColourField)
    before = board.session.scenario.classes[1].colour
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Right)
    assert board.session.scenario.classes[1].colour not in (before, board.session.scenario.classes[0].colour)


SETTINGS: list[tuple[str, object, Callable[[Scenario], object], object]] = [
    ("Time unit", "week", lambda now: now.time_unit, "week"),
    ("The run ends at", 60, lambda now: now.horizon, 60.0),
    ("Warm-up", 5, lambda now: now.warm_up, 5.0),
    ("Seed", 77, lambda now: now.seed, 77),
    ("Pattern", "saturated", lambda now: now.arrivals, Saturated()),
    ("Pattern", "fixed", lambda now: now.arrivals, Fixed(count=20)),
    ("On average", "0.75", lambda now: now.arrivals, Poisson(rate=0.75)),
    ("Cards per arrival", 3, lambda now: now.arrivals, Poisson(rate=0.5, group=3)),
]


@pytest.mark.parametrize(("label", "value", "read", "expected"), SETTINGS)
def test_a_setting_of_the_scenario_is_changed_in_the_inspector(
    board: Visitor, label: str, value: object, read: Callable[[Scenario], object], expected: object
) -> None:
    change(board, label, value)
    assert read(board.session.scenario) == expected


def test_name_and_text_are_written_in_the_inspector_and_read_beside_the_board(board: Visitor) -> None:
    write(board, "Name of the board", "Our board")
    write(board, "Text", "# Try it\n- lower a limit")
    assert board.session.scenario.name == "Our board"
    assert board.page.inspector._intro.toPlainText() == "Try it\nlower a limit"


def test_a_name_that_is_taken_is_marked_while_it_is_typed(board: Visitor) -> None:
    choose(board, 0)
    field = board.page.inspector.field("Name")
    assert isinstance(field, TextField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Test")
    assert field.property("wrong")
    QTest.keyClicks(field, "s")
    assert not field.property("wrong")


def test_a_shape_is_chosen_by_its_picture_and_its_numbers_are_drawn_while_typed(board: Visitor) -> None:
    choose(board, 1)
    field = board.page.inspector.field("Work on a card")
    assert isinstance(field, DistributionField)
    click(board, field.more)
    dialog = field._dialog
    assert dialog is not None
    board.click(dialog.kind_button("lognormal"))
    numbers = dialog.field("mean")
    numbers.setFocus()
    numbers.selectAll()
    QTest.keyClicks(numbers, "3.5")
    assert dialog.shape.mean == 3.5
    dialog.accept()
    assert isinstance(board.session.scenario.columns[1].service, Lognormal)


def test_a_team_s_own_record_is_typed_as_numbers(board: Visitor) -> None:
    choose(board, 1)
    field = board.page.inspector.field("Work on a card")
    assert isinstance(field, DistributionField)
    click(board, field.more)
    assert field._dialog is not None
    board.click(field._dialog.kind_button("empirical"))
    field._dialog.values.setPlainText("1 2,5\n4 x")
    assert not field._dialog._buttons.buttons()[0].isEnabled()
    field._dialog.values.setPlainText("1 2,5\n4")
    field._dialog.accept()
    assert board.session.scenario.columns[1].service == Empirical(values=(1, 2.5, 4))


def test_the_gap_between_arrivals_has_a_shape(board: Visitor) -> None:
    change(board, "Pattern", "interval")
    change(board, "Gap between arrivals", 3)
    arrivals = board.session.scenario.arrivals
    assert isinstance(arrivals, Interval)
    assert arrivals.gap.mean == 3


def test_cards_are_listed_in_a_table(board: Visitor) -> None:
    change(board, "Pattern", "listed")
    assert len(board.session.scenario.cards) == 10
    form = board.page.inspector._forms[board.page.inspector._about]
    field = next(row.field for row in form._rows if isinstance(row.field, CardListField))
    click(board, field)
    dialog = field.dialog
    assert dialog is not None
    rows = dialog.rows
    rows.setData(rows.index(0, 1), "Login page")
    rows.setData(rows.index(0, 4), "never")
    dialog.take()
    assert dialog.isVisible()
    rows.setData(rows.index(0, 4), "2.5")
    dialog.take()
    assert (board.session.scenario.cards[0].title, board.session.scenario.cards[0].service["plan"]) == (
        "Login page",
        2.5,
    )


def test_what_was_built_is_what_the_file_holds(board: Visitor, tmp_path: Path) -> None:
    choose(board, 1)
    board.key(Qt.Key.Key_D, CTRL)
    board.window.menu_actions[Act.SHARE_LIMIT].trigger()
    path = tmp_path / "built.flowsim"
    board.session.file.save(path)
    assert session_of_file(path).scenario == board.session.scenario
    assert board.session.scenario.shared_limits == (SharedLimit(columns=("build-2", "test"), limit=7),)


def test_a_column_that_is_deleted_is_not_on_view_any_more(board: Visitor) -> None:
    choose(board, 2)
    board.key(Qt.Key.Key_Delete, SHIFT)
    assert board.page.inspector.column == 1


def test_settings_in_force_become_the_scenario(board: Visitor) -> None:
    board.play_until(5.0)
    board.step_limit(1, -1)
    board.key(Qt.Key.Key_R, CTRL | SHIFT)
    assert board.session.scenario.columns[1].wip_limit == 2
    assert (board.session.now, board.session.history.interventions) == (0.0, ())


def test_two_classes_are_told_in_the_form_by_their_names(visitor: Visitor) -> None:
    classes = (CardClass(id="a", name="Plain"), CardClass(id="b", name="Urgent", priority=1))
    visitor.window.show_session(Session(Document(Scenario(name="x", columns=BOARD.columns, classes=classes))))
    change(visitor, "Urgent: may exceed the limit by", 2)
    assert visitor.session.scenario.classes[1].may_exceed == 2


def test_a_board_of_one_s_own_is_begun_from_a_template(visitor: Visitor) -> None:
    button = next(each for each in visitor.window.gallery.templates if each.text() == "Team board")
    visitor.click(button)
    visitor.until(lambda: visitor.window.page is not None and visitor.page.isVisible())
    assert (visitor.session.scenario.name, visitor.session.file.path, visitor.playing) == ("Team board", None, False)
    choose(visitor, 0)
    visitor.key(Qt.Key.Key_C)
    type_name(visitor, "Design")
    assert len(visitor.session.scenario.people[0].skills) == 3
    visitor.play_until(20.0)
    assert visitor.session.view.board_state.finished > 0


def test_a_column_stays_chosen_wherever_it_is_put(board: Visitor) -> None:
    carry(board, 0, 2)
    put_down(board, 0)
    assert (board.page.inspector.column, board.page.board.board_scene.chosen) == (2, 2)
    board.key(Qt.Key.Key_Z, CTRL)
    assert (board.page.inspector.column, board.page.board.board_scene.chosen) == (0, 0)


def test_space_and_enter_press_the_button_in_focus(board: Visitor) -> None:
    wall = board.page.chart.wall
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        before = wall.isChecked()
        wall.setFocus()
        board.key(key)
        assert wall.isChecked() != before
    assert not board.playing


def test_a_letter_typed_into_a_list_changes_nothing_on_the_board(board: Visitor) -> None:
    choose(board, 1)
    field = board.page.inspector.field("When full")
    board.until(lambda: field.isVisible() and field.height() > 10)
    field.setFocus()
    for key in (Qt.Key.Key_C, Qt.Key.Key_Q, Qt.Key.Key_A):
        board.key(key)
    assert board.session.scenario == BOARD
    assert not board.session.history.done


def test_a_class_that_comes_in_the_middle_is_drawn_from_then_on(board: Visitor) -> None:
    press(board, "Add a class")
    board.play_until(15.0)
    shown, session = board.page.board.board_scene.cards, board.session
    of_the_new_one = [card for card in shown if session.view.class_of(card) == 1]
    assert of_the_new_one
    faces = board.page.board.board_scene.faces
    assert {faces._marks[session.view.class_of(card)] for card in of_the_new_one} == {"N"}


def test_looking_at_a_record_and_a_list_changes_neither(visitor: Visitor) -> None:
    work = Empirical(values=(1.23456789, 2.0, 1234567.25))
    show(visitor, Scenario(name="x", columns=(Column(id="a", service=work),)))
    choose(visitor, 0)
    field = visitor.page.inspector.field("Work on a card")
    assert isinstance(field, DistributionField)
    click(visitor, field.more)
    assert field._dialog is not None
    field._dialog.accept()
    assert visitor.session.scenario.columns[0].service == work
    assert not visitor.session.history.done


def test_an_end_that_has_passed_begins_the_run_again(board: Visitor) -> None:
    board.play_until(12.0)
    board.page.board.choose([])
    change(board, "The run ends at", 5)
    assert (board.session.now, board.session.scenario.horizon) == (0.0, 5.0)
