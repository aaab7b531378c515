"""The window without a mouse: everything that takes the focus has a name, is reached, and shows that it has it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from flowsim.ui.style.theme import LIGHT
from flowsim.ui.tables.card_table import CardTable
from tests.session.boards import session
from tests.session.test_cards import LIVELY, play
from tests.ui.board.test_board import show
from tests.ui.visitor import Visitor

TAB = Qt.FocusPolicy.TabFocus


def gallery(visitor: Visitor) -> QWidget:
    return visitor.window.gallery


def board(visitor: Visitor) -> QWidget:
    show(visitor, LIVELY)
    visitor.play_until(20.0)
    return visitor.page


def board_with_a_card_chosen(visitor: Visitor) -> QWidget:
    page = board(visitor)
    visitor.page.board.choose([next(iter(visitor.session.board_state.cards))])
    return page


def board_with_a_column_chosen(visitor: Visitor) -> QWidget:
    page = board(visitor)
    visitor.page.board.choose_column(1)
    return page


def wall(visitor: Visitor) -> QWidget:
    page = board(visitor)
    visitor.page.pin()
    visitor.page.chart.wall.setChecked(True)
    return page


def table(visitor: Visitor) -> QWidget:
    it, made = session(LIVELY), CardTable(LIGHT)
    play(it, 20.0)
    made.resize(1000, 400)
    made.show_session(it)
    visitor.window._pages.addWidget(made)
    visitor.window._pages.setCurrentWidget(made)
    return made


VIEWS: dict[str, Callable[[Visitor], QWidget]] = {
    view.__name__: view for view in (gallery, board, board_with_a_card_chosen, board_with_a_column_chosen, wall, table)
}


@pytest.fixture(params=VIEWS)
def on_view(request: pytest.FixtureRequest, visitor: Visitor) -> Iterator[QWidget]:
    visitor.window.activateWindow()
    view = VIEWS[request.param](visitor)
    # What has just been made is laid out with the next events; until then it has no size, and nothing to be seen.
    visitor.until(lambda: all(is_laid_out(part) for part in parts(view)))
    yield view
    QTest.qWait(0)


def is_laid_out(part: QWidget) -> bool:
    """Whether it has its room: in less than the smallest it asks for there may be none for its border."""
    least = part.minimumSizeHint().expandedTo(QSize(5, 5))
    return part.height() >= least.height() and part.width() >= least.width()


def takes_focus(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled() and bool(part.focusPolicy() & TAB) and part.focusProxy() is None


def parts(whole: QWidget) -> list[QWidget]:
    found = [part for part in whole.findChildren(QWidget) if takes_focus(part)]
    assert found
    return found


def called(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName()!r} {part.objectName()!r}"


def beside_a(reached: list[QWidget], part: QWidget) -> bool:
    """Of buttons of which one is down the Tab key reaches that one; the arrow keys go on to the others."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() in reached


def look_of(part: QWidget, focused: QWidget) -> QImage:
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is focused, called(focused)
    return part.grab().toImage()


def test_everything_that_takes_the_focus_has_a_name(on_view: QWidget) -> None:
    nameless = [
        called(part) for part in parts(on_view)
        if not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name).strip()
    ]  # fmt: skip
    assert nameless == []


def test_the_tab_key_reaches_everything_and_comes_back(on_view: QWidget) -> None:
    everything = parts(on_view)
    everything[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    while (now := QApplication.focusWidget()) not in reached:
        assert now is not None
        reached.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert [called(part) for part in everything if part not in reached and not beside_a(reached, part)] == []


def unseen(view: QWidget) -> list[str]:
    """The names of all that look the same with the focus as without."""
    everything = parts(view)
    alike = []
    for part in everything:
        elsewhere = next(other for other in everything if other is not part and not part.isAncestorOf(other))
        if look_of(part, elsewhere) == look_of(part, part):
            alike.append(called(part))
    return alike


def test_everything_that_has_the_focus_shows_it(on_view: QWidget, qtbot: QtBot) -> None:
    def all_show_it() -> None:
        assert unseen(on_view) == []

    # On a busy machine a form may be laid out, or dressed, a moment after it was opened.
    qtbot.waitUntil(all_show_it)
