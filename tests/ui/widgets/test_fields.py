"""The number in a pill."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from flowsim.ui.style.theme import LIGHT, SEMIBOLD, font
from flowsim.ui.widgets.step_field import StepField

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asked() -> list[object]:
    return []


@pytest.fixture
def field(qtbot: QtBot, asked: list[object]) -> StepField:
    made = StepField(LIGHT, "WIP limit", may_be_none=True)
    made.asked.connect(asked.append)
    made.show_value(3, "2 / 3")
    made.resize(66, 24)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    ("value", "idle", "brief", "width", "shown"),
    [
        (3, "2 / 3", "2", 66, "2 / 3"),
        (194, "19 / 194", "19", 66, "194"),
        (194, "19 / 194", "19", 130, "19 / 194"),
        (None, "1951 / ∞", "1951", 66, "1951"),
        (12, "12 people", "", 60, "12"),
    ],
)
def test_between_its_ends_stands_what_fits_there(
    field: StepField, value: int | None, idle: str, brief: str, width: int, shown: str
) -> None:
    field.show_value(value, idle, brief=brief)
    size, text = field.between_steps(width)
    assert text == shown
    assert QFontMetrics(font(size, SEMIBOLD)).horizontalAdvance(text) <= width * 3 / 5


def typed(field: StepField, text: str) -> QLineEdit:
    field.edit()
    editor = field.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    editor.clear()
    if text.isascii():
        QTest.keyClicks(editor, text)
    else:
        editor.setText(text)  # QTest types ASCII only
    QTest.keyClick(editor, Qt.Key.Key_Return)
    return editor


def test_the_ends_step(field: StepField, asked: list[object]) -> None:
    QTest.mouseClick(field, LEFT, pos=QPoint(5, 12))
    QTest.mouseClick(field, LEFT, pos=QPoint(61, 12))
    assert asked == [2, 4]


def test_the_wheel_steps(field: StepField, asked: list[object]) -> None:
    for turn in (120, -120):
        event = QWheelEvent(
            QPointF(30, 12), QPointF(30, 12), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, event)
    assert asked == [4, 2]


def test_the_arrow_keys_step(field: StepField, asked: list[object]) -> None:
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert asked == [4, 2]


def test_a_limit_of_1_is_the_least(field: StepField, asked: list[object]) -> None:
    field.show_value(1, "1 / 1")
    QTest.mouseClick(field, LEFT, pos=QPoint(5, 12))
    assert asked == []


def test_a_typed_number_is_asked_for(field: StepField, asked: list[object]) -> None:
    typed(field, "12")
    assert asked == [12]


def test_enter_closes_the_editor(field: StepField) -> None:
    editor = typed(field, "12")
    assert not editor.isVisible()
    assert not [child for child in field.findChildren(QLineEdit) if child.isVisible()]


def test_a_number_typed_counts_when_the_focus_leaves(field: StepField, asked: list[object]) -> None:
    field.edit()
    editor = field.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("12")
    QApplication.sendEvent(editor, QFocusEvent(QFocusEvent.Type.FocusOut))
    assert asked == [12]


def test_nothing_typed_means_no_limit(field: StepField, asked: list[object]) -> None:
    typed(field, "")
    assert asked == [None]


@pytest.mark.parametrize("nonsense", ["0", "-1", "two", "1.5", "9999999", "٣"])
def test_nonsense_keeps_the_field_and_says_what_is_allowed(
    field: StepField, asked: list[object], nonsense: str
) -> None:
    editor = typed(field, nonsense)
    assert asked == []
    assert editor.isVisible()
    assert editor.property("wrong")
    assert "a whole number from 1 to 999,999" in editor.toolTip()
    QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_escape_leaves_the_number_as_it_was(field: StepField, asked: list[object]) -> None:
    field.edit()
    editor = field.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "9")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert asked == []


def test_from_no_limit_one_less_is_the_present_count(field: StepField, asked: list[object]) -> None:
    field.show_value(None, "7 / ∞", at_present=7)
    field.step(-1)
    field.step(+1)
    assert asked == [7]


def test_what_has_no_short_form_is_cut_with_dots_where_there_is_no_room(field: StepField) -> None:
    field.show_value(None, "without any limit at all")
    size, text = field.between_steps(60)
    assert text.endswith("…")
    assert "without any limit at all".startswith(text.removesuffix("…"))
    assert QFontMetrics(font(size, SEMIBOLD)).horizontalAdvance(text) <= 36
