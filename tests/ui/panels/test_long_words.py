"""Names and texts without a space in them: nothing beside the board is wider than its place."""

import pytest
from PySide6.QtWidgets import QWidget

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
from tests.ui.visitor import Visitor

WORD = "DevelopmentAndCodeReviewAndIntegrationTesting" * 3
LONG = Scenario(
    name=WORD,
    description=WORD * 3,
    columns=(Column(id="a", name="Analysis"), Column(id="b", name=WORD, service=Exponential(mean=1.6))),
    arrivals=Poisson(rate=0.6),
    horizon=None,
)


@pytest.fixture
def board(visitor: Visitor) -> Visitor:
    visitor.window.show_session(Session(Document(LONG)))
    visitor.play_until(100.0)
    visitor.page.draw()
    visitor.page.pin()
    visitor.page.rename(visitor.page.pins.pins[0], WORD[:24])
    visitor.still()
    return visitor


def inside(part: QWidget, whole: QWidget) -> bool:
    left = part.mapTo(whole, part.rect().topLeft()).x()
    return left >= 0 and left + part.width() <= whole.width()


@pytest.mark.parametrize("what", ["board", "column", "card"])
def test_no_sheet_beside_the_board_is_pushed_out_of_the_window(board: Visitor, what: str) -> None:
    page = board.page
    if what == "column":
        page.board.choose_column(1)
    elif what == "card":
        page.board.choose([next(iter(board.session.board_state.cards))])
    board.still()
    for sheet in (page.figures, page.bottleneck, page.inspector):
        assert inside(sheet, page), type(sheet).__name__
        hidden = [part for part in sheet.findChildren(QWidget) if part.isVisible() and not inside(part, sheet)]
        assert hidden == []
    assert page.bottleneck._title.text().endswith("…")
    assert WORD in page.bottleneck._title.toolTip()
