"""The same limit, or the same batch, for every column: asked for by key, and one step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit

from flowsim.ui.dialogs.count_question import CountQuestion
from flowsim.ui.main_window.actions import Act
from tests.session.boards import BUSY
from tests.ui.board.test_board import show
from tests.ui.visitor import Visitor

SHIFT = Qt.KeyboardModifier.ShiftModifier


def limits(visitor: Visitor) -> list[int | None]:
    return [column.wip_limit for column in visitor.session.conditions.columns]


def batches(visitor: Visitor) -> list[int]:
    return [column.transfer_batch for column in visitor.session.conditions.columns]


def question() -> CountQuestion:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CountQuestion)
    return dialog


def ask(visitor: Visitor, *, batch: bool = False) -> CountQuestion:
    visitor.window.activateWindow()
    visitor.page.board.setFocus()
    visitor.until(lambda: QApplication.focusWidget() is visitor.page.board)
    QTest.keyClick(visitor.page.board, Qt.Key.Key_L, SHIFT if batch else Qt.KeyboardModifier.NoModifier)
    visitor.until(lambda: isinstance(QApplication.activeModalWidget(), CountQuestion))
    visitor.until(lambda: QApplication.focusWidget() is question().field)
    return question()


def type_in(text: str) -> None:
    for letter in text:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, letter)


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def closed(visitor: Visitor) -> bool:
    visitor.until(lambda: QApplication.activeModalWidget() is None)
    return True


@pytest.fixture
def board(visitor: Visitor) -> Visitor:
    show(visitor, BUSY)
    visitor.play_until(5.0)
    return visitor


def test_a_number_and_enter_limit_every_column_as_one_step(board: Visitor) -> None:
    ask(board)
    type_in("12")
    press(Qt.Key.Key_Return)
    assert closed(board)
    assert limits(board) == [12, 12]
    assert len(board.session.history.done) == 1
    assert board.window.menu_actions[Act.UNDO].text() == "Undo: limit of every column to 12"
    board.page.undo()
    assert limits(board) == [2, 3]


def test_escape_leaves_every_column_as_it_was(board: Visitor) -> None:
    ask(board)
    type_in("7")
    press(Qt.Key.Key_Escape)
    assert closed(board)
    assert limits(board) == [2, 3]
    assert not board.session.history.done


def test_the_arrow_keys_step_the_number(board: Visitor) -> None:
    ask(board)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert closed(board)
    assert limits(board) == [4, 4]


def test_no_limit_is_one_press_away(board: Visitor) -> None:
    dialog = ask(board)
    (button,) = [button for button in dialog.buttons.buttons() if button.text() == "No limit"]
    board.click(button)
    assert closed(board)
    assert limits(board) == [None, None]


def test_the_question_begins_with_the_chosen_column_or_else_the_first(board: Visitor) -> None:
    assert ask(board).value == 2
    press(Qt.Key.Key_Escape)
    assert closed(board)
    board.page.board.choose_column(1)
    assert ask(board).value == 3
    press(Qt.Key.Key_Escape)
    assert closed(board)


def test_what_is_no_number_for_here_is_not_accepted(board: Visitor) -> None:
    dialog = ask(board)
    type_in("0")
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.problem.text() == "Allowed is a whole number from 1 to 999,999, or nothing for no limit."
    (editor,) = dialog.field.findChildren(QLineEdit)
    editor.setText("5")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert closed(board)
    assert limits(board) == [5, 5]


def test_ok_does_not_take_an_old_number_for_one_that_was_typed_wrong(board: Visitor) -> None:
    dialog = ask(board)
    type_in("0")
    board.click(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok))
    assert dialog.isVisible()
    dialog.reject()
    assert closed(board)


def test_the_same_batch_for_every_column(board: Visitor) -> None:
    dialog = ask(board, batch=True)
    assert [button.text() for button in dialog.buttons.buttons()] == ["OK", "Cancel"]
    type_in("2")
    board.click(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok))
    assert closed(board)
    assert batches(board) == [2, 2]
    assert board.session.history.undo_words == "batch of every column to 2"


def test_a_batch_that_does_not_fit_is_told_on_the_board_and_done_nowhere(board: Visitor) -> None:
    ask(board, batch=True)
    type_in("3")
    press(Qt.Key.Key_Return)
    assert closed(board)
    said = board.page.board.message.said
    assert said == "A batch of 3 does not fit: at most 2, the limit of Analysis, which the batch must pass."
    assert batches(board) == [1, 1]
    assert not board.session.history.done


def test_before_the_run_the_board_itself_is_changed(visitor: Visitor) -> None:
    show(visitor, replace(BUSY, name="fresh"))
    ask(visitor)
    type_in("1")
    press(Qt.Key.Key_Return)
    assert closed(visitor)
    assert [column.wip_limit for column in visitor.session.scenario.columns] == [1, 1]
    assert not visitor.session.begun


def test_a_limit_for_every_column_at_an_earlier_moment_is_offered_as_a_branch(board: Visitor) -> None:
    board.play_until(5.0)
    board.page.look(1.0)
    ask(board)
    type_in("7")
    press(Qt.Key.Key_Return)
    assert closed(board)
    board.until(lambda: "branch" in board.window.notices.lines)
