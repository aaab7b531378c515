"""The engine against the same board in idiomatic SimPy, both recording every change of state, turn by turn."""

import statistics
import time

import pytest

from flowsim.domain.distributions import Exponential
from flowsim.domain.scenario import Column, Saturated, Scenario
from flowsim.engine import Simulation
from tests.benchmarks.conftest import Results
from tests.benchmarks.idiomatic import IdiomaticLine
from tests.benchmarks.machine import spread

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

LINE = Scenario(
    name="line",
    columns=tuple(Column(id=f"c{i}", workers=2, wip_limit=4, service=Exponential(mean=1.0)) for i in range(5)),
    arrivals=Saturated(),
    horizon=None,
)


def test_the_engine_against_idiomatic_simpy(results: Results) -> None:
    ours, peers = [], []
    for _ in range(9):
        peers.append(_cards_a_second_of_the_peer(2500.0))
        ours.append(_cards_a_second(10_000.0))
    ratios = [mine / theirs for mine, theirs in zip(ours, peers, strict=True)]
    results.note("engine, cards a second, 5 columns, full trace", spread(ours), "")
    results.note("idiomatic SimPy, the same board, cards a second", spread(peers), "")
    results.note("ratio engine / idiomatic, pair by pair", spread(ratios), "at least 5")
    assert statistics.median(ratios) > 1


def test_the_trace_takes_at_most_32_bytes_a_row(results: Results) -> None:
    simulation = Simulation(LINE)
    simulation.advance_to(20_000.0)
    simulation.trace.tidy()
    each = simulation.trace.nbytes / len(simulation.trace)
    results.note(f"bytes a row of a trace of {len(simulation.trace):,} rows", f"{each:.1f}", "at most 32")
    assert each <= 32


def _cards_a_second(until: float) -> float:
    simulation = Simulation(LINE)
    start = time.perf_counter()
    simulation.advance_to(until)
    simulation.trace.tidy()
    return simulation.finished / (time.perf_counter() - start)


def _cards_a_second_of_the_peer(until: float) -> float:
    line = IdiomaticLine(columns=5, workers=2, limit=4, seed=1)
    start = time.perf_counter()
    line.env.run(until=until)
    return line.finished / (time.perf_counter() - start)
