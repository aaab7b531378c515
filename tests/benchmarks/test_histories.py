"""A team's export: how long reading and fitting take, and how long the window stands meanwhile."""

import random
import time
from datetime import date, timedelta

import pytest

from flowsim.experiments.fitting import chosen
from flowsim.storage.histories import Choices, read_history, read_history_file
from flowsim.storage.resources import example_history
from tests.benchmarks.conftest import Results
from tests.benchmarks.yardsticks import PYTHON, Floor

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
ROWS = 50_000


def large_export() -> bytes:
    """50,000 items in six columns, a quarter of whose steps were passed by."""
    rng = random.Random(5)
    lines = ["ID,Link,Name,Ready,Analysis,Development,Review,Test,Done,Type"]
    for row in range(ROWS):
        day = date(2016, 1, 4) + timedelta(days=row * 3500 // ROWS)
        days = []
        for step in range(6):
            day += timedelta(days=rng.randrange(4))
            days.append("" if 0 < step < 5 and rng.random() < 0.25 else day.isoformat())
        lines.append(f"PF-{row},,Item number {row},{','.join(days)},{rng.choice(('Story', 'Bug'))}")
    return "\n".join(lines).encode()


def test_reading_fifty_thousand_rows(results: Results) -> None:
    data = large_export()
    found = []
    for _ in range(5):
        begun = time.perf_counter()
        assert len(read_history(data, Choices()).items) == ROWS
        found.append(time.perf_counter() - begun)
    results.judge("50,000 rows of an export read, s", found, Floor(2.0, (PYTHON,)))


def test_fitting_a_board(results: Results) -> None:
    history = read_history_file(example_history(), Choices())
    found = []
    for _ in range(3):
        begun = time.perf_counter()
        assert chosen(history) is not None
        found.append(time.perf_counter() - begun)
    results.judge("a board fitted to half a year of a team, and judged, s", found, Floor(10.0, (PYTHON,)))
