"""What one act costs after very many: the settings, the staffing and the marks are folded, not made anew."""

import time
from dataclasses import replace

import pytest

from flowsim.domain.column_settings import SetWipLimit, SetWorkers
from flowsim.session.session import Session
from flowsim.storage import Document, load_scenario
from flowsim.storage.resources import exercises
from flowsim.ui.main_window.main_window import MainWindow
from tests.benchmarks.conftest import Results
from tests.benchmarks.yardsticks import Floor
from tests.ui.conftest import nothing_left_alive, settings, window
from tests.ui.visitor import Visitor

__all__ = ["nothing_left_alive", "settings", "window"]

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

BEFORE = 10_000
"""Acts that came before those that are timed."""


def test_an_act_after_ten_thousand(window: MainWindow, results: Results) -> None:
    window.opening.open_file(exercises()[0].path, as_template=True)
    visitor = Visitor(window)
    session, costs, redraws = visitor.session, list[float](), list[float]()
    column = session.scenario.columns[1].id
    session.simulation.advance_to(1.0)
    for number in range(BEFORE + 60):
        session.simulation.advance_to(1.0 + 0.001 * number)
        start = time.perf_counter()
        changes = session.do(
            SetWipLimit(at=0.0, column=column, value=2 + number % 5)
            if number % 2
            else SetWorkers(at=0.0, column=column, value=2 + number % 3)
        )
        if number >= BEFORE:
            visitor.page.announce(changes)
            done = time.perf_counter()
            visitor.page.chart.refresh_all()
            costs.append(1000 * (done - start))
            redraws.append(1000 * (time.perf_counter() - done))
    results.judge(f"an act after {BEFORE:,}, ms", costs, Floor(5.0))
    results.judge("the chart after each of them, ms", redraws, Floor(12.0))
    redraws.clear()
    visitor.page.chart.wall.setChecked(True)
    for number in range(20):
        session.peek(1.0 + 0.1 * number)
        start = time.perf_counter()
        visitor.page.chart.refresh_all()
        redraws.append(1000 * (time.perf_counter() - start))
    session.peek(None)
    results.judge("six charts while people glance, after as many acts, ms", redraws, Floor(50.0))


@pytest.mark.parametrize("cards", [5_000, 40_000])
def test_undo_after_very_many_cards(results: Results, cards: int) -> None:
    session = Session(Document(replace(load_scenario(exercises()[0].path), horizon=None)))
    column = session.scenario.columns[1].id
    session.simulation.advance_to(cards / 0.82)
    session.tick(0.0, 0.0)
    costs = []
    for number in range(9):
        session.do(SetWipLimit(at=0.0, column=column, value=20 + number))
        session.simulation.advance_to(session.now + 5.0)
        start = time.perf_counter()
        session.undo()
        while session.replay is not None:
            session.tick(0.02, 0.02)
        costs.append(1000 * (time.perf_counter() - start))
    results.judge(f"undo of an act after {cards:,} cards, ms", costs, Floor(50.0))
