"""The large figures, and what they are compared with: like with like, in the figure's own unit."""

import math
from collections.abc import Callable

import pytest

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
)
from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.distributions import Exponential
from flowsim.domain.scenario import (
    Column,
    Scenario,
)
from flowsim.domain.units import rounded
from flowsim.metrics import figures_of
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.storage import Document
from tests.ui.visitor import Visitor

COLUMNS = (Column(id="a", wip_limit=5, service=Exponential(mean=3.0)), Column(id="b", service=Exponential(mean=3.0)))
ENDS = Scenario(name="ends", columns=COLUMNS, arrivals=Fixed(count=40), horizon=None)
GOES_ON = Scenario(name="slow", columns=COLUMNS, arrivals=Poisson(rate=0.2), time_unit="minute", horizon=5000.0)


@pytest.fixture
def on_view(visitor: Visitor) -> Callable[[Scenario], Visitor]:
    def show(scenario: Scenario) -> Visitor:
        visitor.window.show_session(Session(Document(scenario)))
        return visitor

    return show


def play_to(visitor: Visitor, time: float) -> None:
    visitor.session.simulation.advance_to(time)
    visitor.page.announce(visitor.session._read())
    visitor.page.draw()


def finish(visitor: Visitor) -> None:
    visitor.session.simulation.advance_to(math.inf)
    visitor.page.announce(visitor.session._read())
    visitor.page.draw()


def p85(visitor: Visitor) -> float:
    view = visitor.session.view
    return figures_of(view.flow, view.staffing).lead_time.p85


def test_a_run_that_has_ended_is_compared_with_the_end_of_one_that_had(
    on_view: Callable[[Scenario], Visitor],
) -> None:
    visitor = on_view(ENDS)
    finish(visitor)
    first, ended_at = p85(visitor), visitor.session.now
    visitor.page.pin()
    visitor.page.restart()
    visitor.page.bridge.do(Step((SetWorkers(at=0.0, column="a", value=3), SetWorkers(at=0.0, column="b", value=3))))
    finish(visitor)
    assert visitor.session.now < ended_at
    change = first - p85(visitor)
    assert change > 0
    figures = visitor.page.figures
    assert figures.lead._difference.text() == f"▼ {rounded(change)} vs Run A"
    assert figures.lead._difference.objectName() == "better"
    assert figures.against.text() == f"Compared with Run A at its end (day {ended_at:,.1f})"


def test_a_run_that_goes_on_is_compared_with_the_same_moment_and_says_so(
    on_view: Callable[[Scenario], Visitor],
) -> None:
    visitor = on_view(ENDS)
    finish(visitor)
    done_by = visitor.session.flow.lines[-1]
    visitor.page.pin()
    visitor.page.restart()
    play_to(visitor, 30.0)
    done = int((done_by <= 30.0).sum())
    assert 0 < done < 40
    assert visitor.page.figures.against.text() == f"Compared with Run A at that moment: {done} of 40 done"
    assert visitor.page.figures.lead._difference.text() == "as in Run A"


def test_a_difference_has_the_unit_of_its_figure(on_view: Callable[[Scenario], Visitor]) -> None:
    visitor = on_view(GOES_ON)
    play_to(visitor, 2000.0)
    before = 60 * figures_of(visitor.session.flow, visitor.session.staffing).throughput
    visitor.page.pin()
    visitor.page.restart()
    visitor.page.bridge.do(Step((SetWorkers(at=0.0, column="a", value=0),)))
    play_to(visitor, 1000.0)
    visitor.page.bridge.do(Step((SetWorkers(at=0.0, column="a", value=1),)))
    play_to(visitor, 2000.0)
    after = 60 * figures_of(visitor.session.flow, visitor.session.staffing).throughput
    tile = visitor.page.figures.throughput
    assert tile._unit.text() == "/ hour"
    assert tile._value.text() == rounded(after)
    assert tile._difference.text() == f"▼ {rounded(before - after)} vs Run A"


def test_what_is_compared_of_the_work_in_progress_is_what_is_shown(on_view: Callable[[Scenario], Visitor]) -> None:
    visitor = on_view(ENDS)
    play_to(visitor, 20.0)
    figures = figures_of(visitor.session.flow, visitor.session.staffing)
    tile = visitor.page.figures.wip
    assert (tile._value.text(), tile._unit.text()) == (rounded(figures.wip), "on average")
    on_board = sum(len(lane) for lane in visitor.session.board_state.lanes)
    assert tile._note.text() == f"{on_board} cards now"


def test_the_first_pin_of_every_board_is_run_a(on_view: Callable[[Scenario], Visitor]) -> None:
    for scenario in (ENDS, GOES_ON):
        visitor = on_view(scenario)
        visitor.page.pin()
        assert [pin.name for pin in visitor.page.pins.pins] == ["Run A"]
