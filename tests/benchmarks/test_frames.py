"""What a frame costs: cards moving, the diagram redrawn, and the longest block while running as fast as it can."""

import statistics
import time

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView
from pytestqt.qtbot import QtBot

from flowsim.charts.catalogue import CHARTS
from flowsim.charts.options import ChartOptions
from flowsim.domain.arrivals import (
    Poisson,
    Saturated,
)
from flowsim.domain.distributions import Exponential
from flowsim.domain.scenario import (
    CardClass,
    Column,
    Scenario,
)
from flowsim.metrics import figures_of
from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.storage.resources import exercises
from flowsim.ui.board.animator import Animator
from flowsim.ui.board.card_face import AgeEdge, CardFace
from flowsim.ui.board.card_item import CardItem
from flowsim.ui.board.layout import CardSize
from flowsim.ui.charts.chart_plot import ChartPlot
from flowsim.ui.charts.chart_style import window_style
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.main_window import MainWindow
from flowsim.ui.style.theme import LIGHT, dress, load_fonts
from tests.benchmarks.conftest import Results
from tests.benchmarks.machine import spread
from tests.benchmarks.turns import turns
from tests.benchmarks.yardsticks import NUMPY, PAINTER, Floor
from tests.ui.conftest import nothing_left_alive, settings, window
from tests.ui.visitor import Visitor

__all__ = ["nothing_left_alive", "settings", "window"]
LEAST_WORK = 0.5
"""Milliseconds; a shorter turn of the event loop only looked whether there was anything to do."""

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]


@pytest.mark.parametrize(("moving", "ratio", "goal"), [(100, 1.0, 6), (500, 1.0, 25), (500, 2.0, 25)])
def test_a_frame_of_500_cards(qtbot: QtBot, results: Results, moving: int, ratio: float, goal: int) -> None:
    scene, animator, items = _many_cards(500, ratio)
    view = QGraphicsView(scene)
    qtbot.addWidget(view)
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
    view.resize(1900, 1000)
    target = QImage(int(1900 * ratio), int(1000 * ratio), QImage.Format.Format_RGB32)
    target.setDevicePixelRatio(ratio)
    costs = []
    for round_ in range(60):
        if round_ % 12 == 0:
            for item in items[:moving]:
                animator.send(item, item.pos() + QPointF(40 if round_ % 24 else -40, 8))
        start = time.perf_counter()
        animator.advance(0.016)
        painter = QPainter(target)
        scene.render(painter, QRectF(0, 0, 1900, 1000), QRectF(0, 0, 1900, 1000))
        painter.end()
        costs.append(1000 * (time.perf_counter() - start))
    results.judge(f"frame, ms: 500 cards, {moving} moving, scale {ratio:g}", costs[5:], Floor(goal, (PAINTER,)))


BUSY_CLASSES = (
    CardClass(id="s", name="Standard", share=0.8, cost_of_delay=1.0),
    CardClass(id="u", name="Urgent", share=0.2, priority=1, colour="#C2410C", cost_of_delay=3.0),
)
LINE = Scenario(
    name="x",
    columns=tuple(Column(id=f"c{i}", workers=2, wip_limit=4, service=Exponential(mean=1.0)) for i in range(5)),
    classes=BUSY_CLASSES,
    arrivals=Saturated(),
    horizon=None,
)


def run_of(rows: int) -> Session:
    """A run of so many rows, with two classes of service that cost something."""
    session = Session(Document(LINE))
    while len(session.simulation.trace) < rows:
        session.simulation.advance_to(session.now + 100)
    session.step()
    return session


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """The fonts and the style of the program: without them Qt looks for a family that is not there with each text."""
    load_fonts()
    dress(qapp, LIGHT)


@pytest.fixture(scope="module")
def million() -> Session:
    """A run of 1,000,000 rows, played once."""
    return run_of(1_000_000)


def redraws(qtbot: QtBot, session: Session, name: str) -> list[float]:
    """Milliseconds that it takes to show the chart with what is new, time and again while the run goes on."""
    plot = ChartPlot(window_style(LIGHT))
    qtbot.addWidget(plot)
    plot.resize(960, 540)
    plot.show()
    qtbot.waitExposed(plot)
    costs = []
    for _ in range(18):
        session.simulation.advance_to(session.now + 2)
        session.step()
        start = time.perf_counter()
        plot.show_picture(CHARTS[name].picture(session.latest, ChartOptions(LIGHT, pixels=960, bottleneck=1)))
        plot.grab()
        costs.append(1000 * (time.perf_counter() - start))
    return costs[4:]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_of_1_000_000_rows(qtbot: QtBot, million: Session, results: Results, name: str) -> None:
    floor = Floor(12.0, (NUMPY, PAINTER))
    results.judge(f"{name}: 1,000,000 rows redrawn, ms", redraws(qtbot, million, name), floor)


def test_folded_charts_of_10_000_000_rows(qtbot: QtBot, million: Session, results: Results) -> None:
    """Percentiles, scatter and Little's law take in what is new: ten times the rows take no longer to redraw."""
    large = run_of(10_000_000)
    for name in ("cycle-time", "histogram", "little"):
        one, ten = redraws(qtbot, million, name), redraws(qtbot, large, name)
        ratio = statistics.median(ten) / statistics.median(one)
        results.note(
            f"{name}: 10,000,000 rows redrawn, ms", spread(ten), f"as 1,000,000; ratio {ratio:.2f}, at most 1.5"
        )
        assert ratio <= 1.5, name


def test_looking_back_in_1_000_000_rows(million: Session, results: Results) -> None:
    _look_back(million, results, "1,000,000", 200)


def test_looking_back_in_100_000_rows(results: Results) -> None:
    _look_back(run_of(100_000), results, "100,000", 50)


def _look_back(session: Session, results: Results, rows: str, goal: int) -> None:
    costs = []
    for number in range(30):
        start = time.perf_counter()
        session.look(session.now * ((number * 0.37) % 1.0))
        figures_of(session.view.flow, session.view.staffing)
        costs.append(1000 * (time.perf_counter() - start))
    session.look(None)
    results.judge(f"board and figures at an earlier moment of {rows} rows, ms", costs, Floor(goal, (NUMPY,)))


def test_scrubbing_in_the_window(window: MainWindow, results: Results) -> None:
    visitor = Visitor(window)
    window.opening.open_file(exercises()[0].path, as_template=True)
    session = visitor.session
    session.simulation.advance_to(11_200.0)
    session.step()
    page, costs = visitor.page, []
    visitor.still()
    for number in range(30):
        start = time.perf_counter()
        page.look(session.now * ((number * 0.37) % 1.0))
        page.board.advance(0.016)
        page.draw()
        window.grab()
        costs.append(1000 * (time.perf_counter() - start))
    page.look(None)
    rows = f"{len(session.simulation.trace):,}"
    results.judge(f"the whole window at an earlier moment of {rows} rows, ms", costs, Floor(50.0))


def test_six_charts_live(window: MainWindow, results: Results) -> None:
    visitor = Visitor(window)
    window.opening.open_file(exercises()[0].path, as_template=True)
    session = visitor.session
    visitor.page.chart.wall.setChecked(True)
    visitor.until(lambda: visitor.page.chart.drawn)
    session.set_speed(1000.0)
    visitor.page.announce(session.play())
    frames = []
    visitor.page.bridge.frame.connect(lambda seconds: frames.append(1000 * seconds))
    blocks = list(turns(10.0))
    visitor.page.announce(session.pause())
    results.judge("six charts live at 1,000 time units a second: from frame to frame, ms", frames[5:], Floor(16.7))
    worked = [block for block in blocks if block > LEAST_WORK]
    results.judge("the same, work in a turn of the event loop that has some, ms", worked, Floor(16.0))
    results.judge("the same, longest block, ms", [max(blocks)], Floor(50.0))


def test_the_longest_block_at_full_speed(window: MainWindow, results: Results) -> None:
    visitor = Visitor(window)
    window.opening.open_file(exercises()[0].path, as_template=True)
    visitor.until(lambda: visitor.page.chart.drawn)
    session = visitor.session
    session.set_speed(AS_FAST_AS_IT_CAN)
    visitor.page.announce(session.play())
    blocks = list(turns(15.0))
    visitor.page.announce(session.pause())
    results.judge("longest block of the window at full speed over 15 s, ms", [max(blocks)], Floor(50.0))
    blocks.sort()
    results.note("the same, 99 % of turns of the event loop, ms", f"{blocks[int(0.99 * len(blocks))]:.3g}", "")
    results.note("cards finished in those 15 s", f"{session.board_state.finished:,}", "")


def test_the_longest_block_while_two_workers_are_busy(window: MainWindow, results: Results) -> None:
    visitor = Visitor(window)
    window.opening.open_file(exercises()[0].path, as_template=True)
    visitor.play_until(60.0)
    window.menu_actions[Act.SHOW_EXPERIMENTS].trigger()
    page = window.laboratory.page
    assert page is not None
    page.which_limit.runs.show_value(5000)
    page.which_limit.ask_about("columns.development.wip_limit")
    answer = page.which_limit
    visitor.until(lambda: answer.answer is not None and answer.answer.replications > 0)
    blocks = list(turns(8.0))
    results.judge("longest block while an experiment draws, ms", [max(blocks)], Floor(50.0))
    page.which_limit.cancel()
    visitor.until(lambda: not page.laboratory.busy)
    page.choose(2)
    visitor.until(lambda: not page.laboratory.forecasts.busy)
    page.when._choose("columns.test.wip_limit")
    blocks = []
    for place in range(page.when.slider.maximum() + 1):
        page.when.slider.setValue(place)
        blocks += turns(0.4)
    results.judge("longest block while a fan follows a slider, ms", [max(blocks)], Floor(50.0))
    window.laboratory.leave()


def test_a_board_of_12_columns_at_1000_time_units_a_second(window: MainWindow, results: Results) -> None:
    columns = tuple(Column(id=f"c{i}", workers=2, wip_limit=5, service=Exponential(mean=1.0)) for i in range(12))
    session = Session(Document(Scenario(name="12", columns=columns, arrivals=Poisson(rate=1.5), horizon=None)))
    window.show_session(session)
    visitor = Visitor(window)
    visitor.until(lambda: visitor.page.chart.drawn)
    session.set_speed(1000.0)
    visitor.page.announce(session.play())
    blocks = list(turns(8.0))
    visitor.page.announce(session.pause())
    results.judge("longest block, 12 columns at 1,000 time units a second, ms", [max(blocks)], Floor(50.0))


def _many_cards(count: int, ratio: float) -> tuple[QGraphicsScene, Animator, list[CardItem]]:
    scene = QGraphicsScene(0, 0, 1900, 1000)
    scene.setBackgroundBrush(Qt.GlobalColor.white)
    animator, items = Animator(), []
    for number in range(count):
        face = CardFace(
            name=f"A-{number}", title="", time="2.1 d", note="waiting", colour="#4C78A8", progress=number % 32,
            setting_up=False, again=0, worker="1", edge=AgeEdge.YOUNG, selected=False, finished=False,
            size=CardSize.FULL, width=110, titled=False,
        )  # fmt: skip
        item = CardItem(number)
        item.show_face(face, LIGHT, ratio)
        item.setPos((number % 16) * 116, (number // 16) * 30)
        scene.addItem(item)
        items.append(item)
    return scene, animator, items
