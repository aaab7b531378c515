"""Two more stories: an order that is handed on in smaller batches, and a team whose people share the work."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from flowsim.domain.words import CardState
from flowsim.metrics import figures_of
from flowsim.storage.resources import exercises
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.count_field import CountField
from tests.ui.visitor import Visitor


def open_exercise(visitor: Visitor, name: str) -> None:
    """Open one of the gallery's exercises; it plays at once."""
    visitor.window.opening.play_exercise(next(each.path for each in exercises() if each.name == name))
    visitor.until(lambda: visitor.window.page is not None and visitor.page.isVisible())
    visitor.pause()


def choose_column(visitor: Visitor, place: int) -> None:
    """Click on a lane's head, beside its fields."""
    head = visitor.page.board.head(place)
    visitor.click(head, QPoint(head.width() // 2, 4))
    visitor.still()


def choose(visitor: Visitor, label: str, value: object) -> None:
    """Open the list of a field and choose a word by keys."""
    field = visitor.page.inspector.field(label)
    assert isinstance(field, ChoiceField)
    visitor.until(field.isVisible)
    QTest.keyClick(field, Qt.Key.Key_Down)
    visitor.until(lambda: field.view().isVisible())
    QTest.keyClick(field.view(), Qt.Key.Key_Home)
    for _ in range(field._values.index(value)):
        QTest.keyClick(field.view(), Qt.Key.Key_Down)
    QTest.keyClick(field.view(), Qt.Key.Key_Return)
    visitor.until(lambda: not field.view().isVisible())


def handed_on_in_smaller_batches(visitor: Visitor) -> None:
    """The five-step line as it comes, and again with single units: the same work, delivered sooner."""
    open_exercise(visitor, "Five-step line")
    visitor.play_until(1300.0)
    visitor.shot("batches-of-ten")
    assert visitor.session.board_state.finished == 0
    visitor.page.restart()
    for place in range(5):
        choose_column(visitor, place)
        field = visitor.page.inspector.field("Transfer batch")
        assert isinstance(field, CountField)
        while (field._value or 0) > 1:
            visitor.click(field, QPoint(8, 13))
    visitor.play_until(1300.0)
    visitor.shot("one-by-one")
    assert visitor.session.board_state.finished > 20
    assert figures_of(visitor.session.flow, visitor.session.staffing).cycle_time.n > 20


def people_share_the_work(visitor: Visitor, folder: Path) -> Path:
    """Many hats: somebody goes home, a card becomes urgent, urgent cards push others aside; saved. The file's path."""
    open_exercise(visitor, "Many hats")
    visitor.play_until(30.0)
    visitor.page.board.choose([])
    visitor.still()
    visitor.shot("many-hats")
    choose(visitor, "Ada", False)
    visitor.play_until(36.0)
    assert not any(its.worker == 0 for its in visitor.session.board_state.cards.values())
    visitor.shot("ada-is-away")
    cards = visitor.session.board_state.cards
    waiting = next(card for card, its in cards.items() if its.state is CardState.WAITING)
    visitor.page.board.choose([waiting])
    visitor.still()
    choose(visitor, "Class", "urgent")
    visitor.shot("a-card-is-urgent")
    choose_column(visitor, 1)
    visitor.shot("a-column")
    visitor.play_until(45.0)
    visitor.page.announce(visitor.session.file.save(folder / "hats.flowsim"))
    return folder / "hats.flowsim"
