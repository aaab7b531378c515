"""Every event time of random FIFO lines, against the max-plus recursion (`max_plus.py`), to 1e-9."""

import math

import numpy as np
import pytest

from flowsim.domain.distributions import Constant
from flowsim.domain.policies import Rules
from flowsim.domain.scenario import Column, ExplicitCard, Scenario, SharedLimit
from flowsim.domain.words import CardState
from flowsim.engine import Simulation
from tests.reference.max_plus import Line, Step
from tests.reference.max_plus import SharedLimit as Shared


def random_line(numbers: np.random.Generator) -> tuple[Scenario, Line]:
    """The same board for the engine and for the recursion."""
    many, cards = int(numbers.integers(1, 6)), int(numbers.integers(1, 15))
    columns = tuple(
        Column(
            id=f"c{index}",
            workers=int(numbers.integers(1, 4)),
            wip_limit=None if numbers.random() < 0.3 else int(numbers.integers(1, 5)),
            move_time=0.0 if numbers.random() < 0.5 else float(numbers.random()),
            service=Constant(value=1.0),
        )
        for index in range(many)
    )
    shared = _groups(numbers, many)
    arrivals = np.sort(np.where(numbers.random(cards) < 0.3, 0.0, numbers.random(cards) * cards)).tolist()
    services = numbers.exponential(1.0, (cards, many)).tolist()
    keeps = bool(numbers.random() < 0.5)
    scenario = Scenario(
        name="line",
        columns=columns,
        horizon=None,
        shared_limits=tuple(
            SharedLimit(columns=tuple(f"c{i}" for i in range(first, last + 1)), limit=limit)
            for first, last, limit in shared
        ),
        rules=Rules(blocking="server" if keeps else "slot"),
        cards=tuple(
            ExplicitCard(arrives=time, service={f"c{i}": value for i, value in enumerate(row)})
            for time, row in zip(arrivals, services, strict=True)
        ),
    )
    steps = [Step(column.workers, column.wip_limit or math.inf, column.move_time) for column in columns]
    return scenario, Line(steps, [Shared(*group) for group in shared], keeps, arrivals, services)


def _groups(numbers: np.random.Generator, columns: int) -> list[tuple[int, int, int]]:
    if numbers.random() < 0.5:
        return []
    first = int(numbers.integers(0, columns))
    return [(first, int(numbers.integers(first, columns)), int(numbers.integers(1, 6)))]


def event_times(simulation: Simulation, cards: int, columns: int) -> tuple[list[list[list[float]]], list[float]]:
    """(entry, start, finish) of every card in every column, and its delivery."""
    times: list[list[list[float]]] = [[[] for _ in range(columns)] for _ in range(cards)]
    delivered = [math.nan] * cards
    entered: set[tuple[int, int]] = set()
    for time, card, column, state, _ in simulation.trace.rows().tolist():
        if state == CardState.DELIVERED:
            delivered[card] = time
        elif column >= 0 and ((card, column) not in entered or state in (CardState.WORKING, CardState.READY)):
            entered.add((card, column))
            times[card][column].append(time)
    return times, delivered


@pytest.mark.parametrize("chunk", range(5))
def test_every_event_of_a_random_line_happens_when_the_recursion_says(chunk: int) -> None:
    for seed in range(chunk * 1000, (chunk + 1) * 1000):
        scenario, line = random_line(np.random.default_rng(seed))
        line.solve()
        simulation = Simulation(scenario)
        simulation.run()
        times, delivered = event_times(simulation, len(line.arrivals), len(line.steps))
        assert delivered == pytest.approx(line.delivered, abs=1e-9), f"seed {seed}"
        for card, (ours, theirs) in enumerate(zip(times, line.times, strict=True)):
            assert np.allclose(ours, theirs, rtol=0, atol=1e-9), f"seed {seed}, card {card}"
