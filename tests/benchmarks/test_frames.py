"""What a frame costs: cards moving, the diagram redrawn, and the longest block while running as fast as it can."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView
from pytestqt.qtbot import QtBot

from flowsim.domain.distributions import Exponential
from flowsim.domain.scenario import Column, Poisson, Saturated, Scenario
from flowsim.metrics import figures_of
from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.storage.resources import exercises
from flowsim.ui.board.animator import Animator
from flowsim.ui.board.face import AgeEdge, CardFace
from flowsim.ui.board.layout import CardSize
from flowsim.ui.board.scene import CardItem
from flowsim.ui.charts.axis import TimeAxis
from flowsim.ui.charts.catalog import CHARTS
from flowsim.ui.charts.chart import Chart
from flowsim.ui.charts.look import Look
from flowsim.ui.theme import LIGHT
from flowsim.ui.window import MainWindow
from tests.benchmarks.conftest import Results
from tests.benchmarks.machine import spread
from tests.ui.conftest import nothing_left_alive, settings, window
from tests.ui.visitor import Visitor

__all__ = ["nothing_left_alive", "settings", "window"]
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
    results.note(f"frame, ms: 500 cards, {moving} moving, scale {ratio:g}", spread(costs[5:]), f"at most {goal}")


@pytest.fixture(scope="module")
def million() -> Session:
    """A run of 1,000,000 rows, played once."""
    columns = tuple(Column(id=f"c{i}", workers=2, wip_limit=4, service=Exponential(mean=1.0)) for i in range(5))
    scenario = Scenario(name="x", columns=columns, arrivals=Saturated(), horizon=None)
    session = Session(Document(scenario))
    while len(session.simulation.trace) < 1_000_000:
        session.simulation.advance_to(session.now + 100)
    session.step()
    return session


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_of_1_000_000_rows(qtbot: QtBot, million: Session, results: Results, name: str) -> None:
    chart = Chart(TimeAxis(), LIGHT)
    qtbot.addWidget(chart)
    chart.resize(1000, 500)
    chart.show()
    qtbot.waitExposed(chart)
    costs = []
    for _ in range(14):
        million.simulation.advance_to(million.now + 2)
        million.step()
        start = time.perf_counter()
        chart.show_picture(CHARTS[name](million.latest, Look(LIGHT, pixels=1000, bottleneck=1)))
        chart.grab()
        costs.append(1000 * (time.perf_counter() - start))
    results.note(f"{name}: 1,000,000 rows redrawn, ms", spread(costs[2:]), "at most 16")


def test_looking_back_in_1_000_000_rows(million: Session, results: Results) -> None:
    _look_back(million, results, "1,000,000", 200)


def test_looking_back_in_100_000_rows(results: Results) -> None:
    columns = tuple(Column(id=f"c{i}", workers=2, wip_limit=4, service=Exponential(mean=1.0)) for i in range(5))
    session = Session(Document(Scenario(name="x", columns=columns, arrivals=Saturated(), horizon=None)))
    while len(session.simulation.trace) < 100_000:
        session.simulation.advance_to(session.now + 100)
    session.step()
    _look_back(session, results, "100,000", 50)


def _look_back(session: Session, results: Results, rows: str, goal: int) -> None:
    costs = []
    for number in range(30):
        start = time.perf_counter()
        session.look(session.now * ((number * 0.37) % 1.0))
        figures_of(session.view.flow, session.view.staffing)
        costs.append(1000 * (time.perf_counter() - start))
    session.look(None)
    results.note(f"board and figures at an earlier moment of {rows} rows, ms", spread(costs), f"at most {goal}")


def test_scrubbing_in_the_window(window: MainWindow, results: Results) -> None:
    visitor = Visitor(window)
    window.open_file(exercises()[0].path, as_template=True)
    session = visitor.session
    session.simulation.advance_to(11_200.0)
    session.step()
    page, costs = visitor.page, []
    visitor.still()
    for number in range(30):
        start = time.perf_counter()
        page.look(session.now * ((number * 0.37) % 1.0))
        page.board.advance(0.016)
        page._draw()
        window.grab()
        costs.append(1000 * (time.perf_counter() - start))
    page.look(None)
    rows = f"{len(session.simulation.trace):,}"
    results.note(f"the whole window at an earlier moment of {rows} rows, ms", spread(costs), "at most 50 for 100,000")


def test_six_charts_live(window: MainWindow, results: Results) -> None:
    visitor = Visitor(window)
    window.open_file(exercises()[0].path, as_template=True)
    session = visitor.session
    visitor.page.chart.wall.setChecked(True)
    session.set_speed(1000.0)
    visitor.page.announce(session.play())
    frames = []
    visitor.page.bridge.frame.connect(lambda seconds: frames.append(1000 * seconds))
    blocks = list(_gaps(10.0))
    visitor.page.announce(session.pause())
    results.note("six charts live at 1,000 time units a second: frame, ms", spread(frames[5:]), "median at most 16")
    results.note("the same, longest block, ms", f"{max(blocks):.3g}", "at most 50")


def test_the_longest_block_at_full_speed(window: MainWindow, results: Results) -> None:
    visitor = Visitor(window)
    window.open_file(exercises()[0].path, as_template=True)
    visitor.until(lambda: visitor.page.chart.drawn)
    session = visitor.session
    session.set_speed(AS_FAST_AS_IT_CAN)
    visitor.page.announce(session.play())
    blocks = list(_gaps(15.0))
    visitor.page.announce(session.pause())
    results.note("longest block of the window at full speed over 15 s, ms", f"{max(blocks):.3g}", "at most 50")
    blocks.sort()
    results.note("the same, 99 % of turns of the event loop, ms", f"{blocks[int(0.99 * len(blocks))]:.3g}", "")
    results.note("cards finished in those 15 s", f"{session.standing.finished:,}", "")


def test_a_board_of_12_columns_at_1000_time_units_a_second(window: MainWindow, results: Results) -> None:
    columns = tuple(Column(id=f"c{i}", workers=2, wip_limit=5, service=Exponential(mean=1.0)) for i in range(12))
    session = Session(Document(Scenario(name="12", columns=columns, arrivals=Poisson(rate=1.5), horizon=None)))
    window.show_session(session)
    visitor = Visitor(window)
    visitor.until(lambda: visitor.page.chart.drawn)
    session.set_speed(1000.0)
    visitor.page.announce(session.play())
    blocks = list(_gaps(8.0))
    visitor.page.announce(session.pause())
    results.note("longest block, 12 columns at 1,000 time units a second, ms", f"{max(blocks):.3g}", "at most 50")


def _gaps(seconds: float) -> Iterator[float]:
    """How long each turn of the event loop took, in ms."""
    app = QApplication.instance()
    assert app is not None
    end = time.perf_counter() + seconds
    last = time.perf_counter()
    while last < end:
        app.sendPostedEvents()
        app.processEvents()
        now = time.perf_counter()
        yield 1000 * (now - last)
        last = now


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
