"""The card table: found, sorted, chosen and moved, while the run goes on behind it."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flowsim.domain.arrivals import (
    Fixed,
    Saturated,
)
from flowsim.domain.interventions import AddCard, BlockCard, DeliverCard, MoveCard, ReturnCard
from flowsim.domain.scenario import (
    Column,
    Scenario,
)
from flowsim.session.session import Session
from flowsim.ui.style.theme import DARK, LIGHT, dress
from flowsim.ui.tables.card_table import CardTable
from flowsim.ui.tables.table_columns import COLUMNS
from tests.session.boards import BUSY, BY_HAND, session
from tests.session.test_cards import LIVELY, play

CTRL, ALT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
NAMES = [column.name().format("days") for column in COLUMNS]


class Reader:
    """Somebody at the table: what they see, and what it asked for."""

    def __init__(self, qtbot: QtBot, it: Session) -> None:
        self.it = it
        self.table = CardTable(LIGHT)
        qtbot.addWidget(self.table)
        self.tester = QAbstractItemModelTester(self.table._model)
        self.table.resize(1000, 400)
        self.table.show()
        qtbot.waitExposed(self.table)
        self.table.show_session(it)
        self.chosen: list[list[int]] = []
        self.asked: list[Any] = []
        self.table.chosen.connect(self.chosen.append)
        self.table.step_asked.connect(lambda step: self.asked.append(step.interventions))

    def seen(self, heading: str) -> list[str]:
        model, column = self.table._model, NAMES.index(heading)
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    @property
    def marked(self) -> set[int]:
        rows = self.table.grid.selectionModel().selectedRows()
        return set(self.table._model.cards_at(index.row() for index in rows))

    def look(self) -> None:
        self.table.show_session(self.it)

    def sort_by(self, heading: str) -> None:
        header, column = self.table.grid.horizontalHeader(), NAMES.index(heading)
        spot = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, spot)

    def click(self, row: int, modifier: Qt.KeyboardModifier = NONE) -> None:
        grid = self.table.grid
        spot = grid.visualRect(self.table._model.index(row, 0)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, modifier, spot)


@pytest.fixture
def lively(qtbot: QtBot) -> Reader:
    it = session(LIVELY)
    play(it, 40.0)
    return Reader(qtbot, it)


@pytest.fixture
def by_hand(qtbot: QtBot) -> Reader:
    return Reader(qtbot, session(BY_HAND))


def test_every_card_on_the_board_is_a_row_with_its_words_and_figures(lively: Reader) -> None:
    view = lively.it.view
    assert sorted(lively.seen("Card")) == sorted(f"A-{card + 1}" for card in view.board_state.cards)
    assert lively.table.count.text() == f"{len(view.board_state.cards)} cards"
    row = lively.table._model.rows[0]
    its = view.board_state.cards[row.card]
    assert lively.seen("Where")[0] == LIVELY.columns[its.column].title
    assert lively.seen("Age, days")[0] == f"{view.now - (view.started(row.card) or 0.0):.1f}"


def test_a_click_on_a_heading_sorts_by_numbers_and_a_second_one_the_other_way(lively: Reader) -> None:
    lively.sort_by("Age, days")
    ages = [float(age) for age in lively.seen("Age, days")]
    assert ages == sorted(ages)
    assert max(ages) >= 10 > min(ages)
    lively.sort_by("Age, days")
    assert [float(age) for age in lively.seen("Age, days")] == ages[::-1]


def test_alt_and_an_arrow_sort_by_the_column_that_the_keys_are_in(lively: Reader) -> None:
    grid = lively.table.grid
    grid.setCurrentIndex(lively.table._model.index(0, NAMES.index("Where")))
    QTest.keyClick(grid, Qt.Key.Key_Down, ALT)
    places = [row.place for row in lively.table._model.rows]
    assert places == sorted(places, reverse=True)
    assert len(set(places)) > 1
    QTest.keyClick(grid, Qt.Key.Key_Up, ALT)
    assert [row.place for row in lively.table._model.rows] == sorted(places)


def test_the_heading_says_how_rows_are_sorted(lively: Reader) -> None:
    def headings() -> list[str]:
        model = lively.table._model
        return [str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount())]

    assert headings() == ["Card ↑", *NAMES[1:]]
    lively.sort_by("Here, days")
    lively.sort_by("Here, days")
    assert headings() == [*NAMES[:6], "↓ Here, days", *NAMES[7:]]


def test_a_search_shows_the_cards_of_which_every_word_is_said(lively: Reader) -> None:
    it = lively.it
    blocked = {card for card, its in it.board_state.cards.items() if its.state.word == "blocked"}
    build = {card for card, its in it.board_state.cards.items() if its.column == 1}
    if not blocked & build:
        card = next(iter(it.board_state.lanes[1].doing))
        it.do(BlockCard(at=0.0, card=card))
        blocked = {*blocked, card}
        lively.look()
    QTest.keyClicks(lively.table.search, "BLOCKED buil")
    assert {row.card for row in lively.table._model.rows} == blocked & build != build
    assert lively.table.count.text() == f"{len(blocked & build)} of {len(it.board_state.cards)} cards"
    lively.table.search.clear()
    assert len(lively.table._model.rows) == len(it.board_state.cards)


def test_numbers_are_not_searched_because_they_change_all_the_time(by_hand: Reader) -> None:
    QTest.keyClicks(by_hand.table.search, "0.0")
    assert by_hand.seen("Card") == []


def test_where_nothing_is_found_the_table_says_so(by_hand: Reader) -> None:
    QTest.keyClicks(by_hand.table.search, "unheard of")
    assert by_hand.table._nothing.isVisible()
    assert by_hand.table._nothing.text() == "No card matches"
    assert by_hand.table.count.text() == "0 of 6 cards"
    QTest.keyClick(by_hand.table.search, Qt.Key.Key_Escape)
    assert by_hand.table.grid.isVisible()


def test_an_empty_board_says_that_it_is_empty(qtbot: QtBot) -> None:
    reader = Reader(qtbot, session(BUSY))
    assert reader.table._nothing.text() == "No card is on the board"
    assert reader.table.count.text() == "0 cards"


def test_a_found_card_that_comes_to_match_comes_and_one_that_ceases_to_goes(by_hand: Reader) -> None:
    QTest.keyClicks(by_hand.table.search, "analysis")
    assert by_hand.seen("Card") == []
    by_hand.it.do(MoveCard(at=0.0, card=3, column="a"))
    by_hand.look()
    assert by_hand.seen("Card") == ["A-4"]
    by_hand.it.do(ReturnCard(at=0.0, card=3))
    by_hand.look()
    assert by_hand.seen("Card") == []


@pytest.mark.parametrize("heading", NAMES)
def test_rows_stay_sorted_and_whole_while_cards_come_and_go(qtbot: QtBot, heading: str) -> None:
    it = session(LIVELY)
    it.do(AddCard(at=0.0, title="Tax report"))
    reader = Reader(qtbot, it)
    reader.sort_by(heading)
    reader.sort_by(heading)
    assert reader.table._model._column == NAMES.index(heading)
    rank = COLUMNS[NAMES.index(heading)].rank
    for step in range(1, 60):
        play(it, step * 0.7)
        reader.look()
        ranks = [rank(row) for row in reader.table._model.rows]
        assert ranks == sorted(ranks, reverse=reader.table._model._order != Qt.SortOrder.AscendingOrder)
        assert {row.card for row in reader.table._model.rows} == set(it.board_state.cards)


def test_ages_go_on_while_nothing_else_happens(by_hand: Reader) -> None:
    before = by_hand.seen("Age, days")
    told: list[object] = []
    by_hand.table._model.dataChanged.connect(lambda *area: told.append(area))
    by_hand.it.do(MoveCard(at=0.0, card=0, column="a"))
    play(by_hand.it, 0.5)
    by_hand.look()
    assert told
    assert before == ["0.0"] * 6
    assert by_hand.seen("Age, days") == ["0.50"] * 6


def test_choosing_and_scrolling_outlast_what_happens_to_other_cards(qtbot: QtBot) -> None:
    it = session(replace(BY_HAND, arrivals=Fixed(count=200)))
    reader = Reader(qtbot, it)
    grid, model = reader.table.grid, reader.table._model
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(None))
    qtbot.waitUntil(lambda: grid.verticalScrollBar().maximum() > 1500)
    grid.verticalScrollBar().setValue(1500)
    first = grid.rowAt(40)
    reader.click(first)
    card = model.cards_at([first])[0]
    assert reader.chosen == [[card]]
    it.do(DeliverCard(at=0.0, card=0))
    it.do(AddCard(at=0.0))
    it.do(MoveCard(at=0.0, card=150, column="a"))
    reader.look()
    QApplication.processEvents()
    assert reader.marked == {card}
    assert grid.currentIndex().row() == model.place_of(card) == first - 1
    assert grid.verticalScrollBar().value() == 1500
    assert reader.chosen == [[card]]
    assert resets == []


def test_several_rows_are_chosen_together(by_hand: Reader) -> None:
    by_hand.click(1)
    by_hand.click(3, CTRL)
    assert by_hand.chosen == [[1], [1, 3]]


def test_what_is_chosen_elsewhere_is_marked_here_without_an_echo(by_hand: Reader) -> None:
    by_hand.table.select([2, 4])
    assert by_hand.marked == {2, 4}
    assert by_hand.table.grid.currentIndex().row() == 4
    by_hand.table.select([])
    assert by_hand.marked == set()
    assert by_hand.chosen == []


def test_what_is_chosen_elsewhere_is_scrolled_into_view(qtbot: QtBot) -> None:
    reader = Reader(qtbot, session(replace(BY_HAND, arrivals=Fixed(count=200))))
    reader.table.select([150])
    grid = reader.table.grid
    assert grid.viewport().rect().contains(grid.visualRect(reader.table._model.index(150, 0)).center())


def test_a_chosen_card_that_a_search_hides_is_chosen_still_when_it_comes_back(by_hand: Reader) -> None:
    by_hand.click(2)
    QTest.keyClicks(by_hand.table.search, "a-5")
    assert by_hand.marked == set()
    by_hand.table.search.clear()
    assert by_hand.marked == {2}
    assert by_hand.chosen == [[2]]


def test_a_chosen_card_that_leaves_the_board_is_asked_for_nothing_more(by_hand: Reader) -> None:
    by_hand.click(0)
    by_hand.it.do(DeliverCard(at=0.0, card=0))
    by_hand.look()
    QTest.keyClick(by_hand.table.grid, Qt.Key.Key_Right, CTRL)
    assert by_hand.asked == []


def test_control_and_an_arrow_ask_to_move_what_is_chosen_as_one_step(by_hand: Reader) -> None:
    by_hand.click(1)
    by_hand.click(3, CTRL)
    QTest.keyClick(by_hand.table.grid, Qt.Key.Key_Right, CTRL)
    assert by_hand.asked.pop() == (MoveCard(at=0.0, card=1, column="a"), MoveCard(at=0.0, card=3, column="a"))
    QTest.keyClick(by_hand.table.grid, Qt.Key.Key_Left, CTRL)
    assert by_hand.asked == []
    by_hand.it.do(MoveCard(at=0.0, card=1, column="b"))
    by_hand.look()
    QTest.keyClick(by_hand.table.grid, Qt.Key.Key_Right, CTRL)
    assert by_hand.asked.pop() == (DeliverCard(at=0.0, card=1), DeliverCard(at=0.0, card=3))
    QTest.keyClick(by_hand.table.grid, Qt.Key.Key_Left, CTRL)
    assert by_hand.asked.pop() == (MoveCard(at=0.0, card=1, column="a"), MoveCard(at=0.0, card=3, column="a"))


def test_arrows_choose_enter_opens_and_escape_lets_go(by_hand: Reader, qtbot: QtBot) -> None:
    grid = by_hand.table.grid
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert by_hand.chosen[-1] == [1]
    with qtbot.waitSignal(by_hand.table.opened):
        QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert by_hand.chosen[-1] == []


def test_the_menu_key_asks_for_the_menu_of_the_chosen_card(by_hand: Reader, qtbot: QtBot) -> None:
    by_hand.table.select([3])
    grid = by_hand.table.grid
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    with qtbot.waitSignal(by_hand.table.menu_asked) as asked:
        QApplication.sendEvent(grid.viewport(), event)
    card, spot = asked.args
    assert card == 3
    assert grid.viewport().mapFromGlobal(spot).y() == grid.visualRect(by_hand.table._model.index(3, 0)).bottom()


def test_control_f_goes_to_the_search_and_the_arrow_down_back_to_the_rows(by_hand: Reader) -> None:
    by_hand.table.grid.setFocus()
    QTest.keyClick(by_hand.table.grid, Qt.Key.Key_F, CTRL)
    assert by_hand.table.search.hasFocus()
    QTest.keyClick(by_hand.table.search, Qt.Key.Key_Down)
    assert by_hand.table.grid.hasFocus()


def test_a_table_that_nobody_sees_is_not_kept_up_to_date_until_it_is_shown(qtbot: QtBot) -> None:
    it, table = session(BY_HAND), CardTable(LIGHT)
    qtbot.addWidget(table)
    table.show_session(it)
    assert table._model.rowCount() == 0
    table.show()
    assert table._model.rowCount() == 6
    table.hide()
    it.do(AddCard(at=0.0))
    table.show_session(it)
    assert table._model.rowCount() == 6


def test_what_says_nothing_on_a_board_has_no_column(by_hand: Reader, lively: Reader) -> None:
    def hidden(reader: Reader) -> set[str]:
        return {name for place, name in enumerate(NAMES) if reader.table.grid.isColumnHidden(place)}

    assert hidden(by_hand) == {"Title", "Class"}
    assert hidden(lively) == {"Title"}
    by_hand.it.do(AddCard(at=0.0, title="<b>Fire</b>\n\x07soon"))
    by_hand.look()
    assert hidden(by_hand) == {"Class"}
    assert by_hand.seen("Title")[-1] == "<b>Fire</b> soon"


def test_another_session_takes_the_place_of_the_one_before(by_hand: Reader) -> None:
    hours = Scenario(name="", columns=(Column(id="a"),), arrivals=Saturated(), time_unit="hour")
    by_hand.it = session(hours)
    play(by_hand.it, 0.5)
    by_hand.look()
    assert by_hand.seen("Card") == [f"A-{card + 1}" for card in sorted(by_hand.it.board_state.cards)]
    assert by_hand.table._model.headerData(5, Qt.Orientation.Horizontal) == "Age, hours"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_blocked_stand_out_in_either_theme(by_hand: Reader, theme: Any) -> None:
    by_hand.it.do(MoveCard(at=0.0, card=0, column="a"))
    by_hand.it.do(BlockCard(at=0.0, card=0))
    by_hand.look()
    by_hand.table.set_theme(theme)
    state: QModelIndex = by_hand.table._model.index(0, NAMES.index("State"))
    assert state.data() == "blocked"
    assert state.data(Qt.ItemDataRole.ForegroundRole) == QColor(theme.over)
    assert state.siblingAtRow(1).data(Qt.ItemDataRole.ForegroundRole) is None


def test_the_row_under_the_mouse_is_lit_as_a_whole(by_hand: Reader, qapp: QApplication) -> None:
    dress(qapp, LIGHT)
    grid = by_hand.table.grid
    before = grid.grab().toImage()
    QTest.mouseMove(grid.viewport(), grid.visualRect(by_hand.table._model.index(2, 0)).center())
    assert grid.under_mouse == 2
    after = grid.grab().toImage()
    right = grid.mapFromGlobal(grid.viewport().mapToGlobal(grid.visualRect(grid.model().index(2, 7)).center()))
    assert before.pixelColor(right) != after.pixelColor(right)
