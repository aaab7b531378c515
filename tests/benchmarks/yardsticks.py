"""How fast this machine is right now: four fixed pieces of work, measured in the same run as everything else.

Machines differ by two and more, and the same one from hour to hour. So a floor is not so many milliseconds but so many
times a yardstick: `limit` gives the milliseconds that belong to a figure here and now. On the machine for which the
goals were set, the one that wrote RESULTS.md of version 0.1.0, the yardsticks took what `THERE` says.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

PYTHON, NUMPY, PAINTER, START = "Python loop", "numpy fold", "QPainter scene", "start of Python with numpy and Qt"

THERE: Final[Mapping[str, float]] = {PYTHON: 5.1, NUMPY: 3.2, PAINTER: 9.0, START: 90.0}
"""Milliseconds there: what they take here, times what version 0.1.0 took there (its RESULTS.md) over what it takes here
(the engine 1.23 against 1.18 · 10⁵ cards a second, looking back 1.58 against 1.57 ms, 500 cards 1.2 against 1.39 ms,
start to a live chart 0.462 against 0.741 s)."""

ROUNDS: Final = 15
FEW_ROUNDS: Final = 5


def python_loop() -> int:
    """Attribute access, calls and arithmetic, as an engine has them."""
    total, table = 0, {}
    for number in range(100_000):
        table[number & 255] = number
        total += table[number & 127] & 3
    return total


def numpy_fold() -> float:
    """Numbers summed up, searched and counted, as a chart's fold has it; few at a time, to ask for no memory."""
    total, numbers = 0.0, np.arange(8_000, dtype=np.float64)
    for _ in range(40):
        sums = np.cumsum(numbers)
        places = np.searchsorted(sums, numbers[::4] * 1000)
        total += float(np.bincount(places % 1000).max() + np.sort(sums[::-1])[0])
    return total


@cache
def canvas() -> QImage:
    """What is drawn on, made once."""
    return QImage(1000, 500, QImage.Format.Format_ARGB32_Premultiplied)


def painter_scene() -> QImage:
    """Lines, polygons, dots and rectangles on an image, as a chart has them."""
    image = canvas()
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wave = QPolygonF([QPointF(x, 250 + 200 * np.sin(x / 40)) for x in range(1000)])
    painter.setPen(QPen(QColor("#2563EB"), 1.5))
    painter.drawPolyline(wave)
    painter.setBrush(QColor("#62B897"))
    painter.drawPolygon(wave)
    for number in range(400):
        painter.drawEllipse(QPointF(number * 2.5, number), 3.0, 3.0)
        painter.fillRect(QRectF(number * 2.5, 400, 2, number % 90), QColor("#E8A23A"))
    painter.end()
    return image


def start_of_python() -> None:
    """A process that imports what every start of the program does."""
    subprocess.run([sys.executable, "-c", "import numpy, PySide6.QtWidgets"], check=True)


WORK: Final[Mapping[str, Callable[[], object]]] = {
    PYTHON: python_loop, NUMPY: numpy_fold, PAINTER: painter_scene, START: start_of_python,
}  # fmt: skip


@cache
def measured() -> Mapping[str, float]:
    """Median milliseconds of each yardstick, taken once in a run."""
    rounds = {name: FEW_ROUNDS if name == START else ROUNDS for name in WORK}
    return {name: statistics.median(_once(work) for _ in range(rounds[name])) for name, work in WORK.items()}


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


@dataclass(frozen=True)
class Floor:
    """At most `goal` on the machine that wrote RESULTS.md; elsewhere as much more as `yardsticks` take longer there."""

    goal: float
    yardsticks: tuple[str, ...] = (PYTHON, NUMPY, PAINTER)

    @property
    def limit(self) -> float:
        """What is allowed on this machine; never less than the goal, which is what people feel."""
        return self.goal * max(1.0, statistics.mean(measured()[name] / THERE[name] for name in self.yardsticks))
