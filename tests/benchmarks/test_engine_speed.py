"""The engine against the same board in idiomatic SimPy, both recording every change of state, turn by turn."""

import statistics
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
    Saturated,
)
from flowsim.domain.distributions import Exponential
from flowsim.domain.policies import Blockers, Rework, Rules, Setup
from flowsim.domain.scenario import CardClass, Column, Family, Person, Scenario, SharedLimit
from flowsim.engine import Simulation
from tests.benchmarks.conftest import Results
from tests.benchmarks.idiomatic import IdiomaticLine
from tests.benchmarks.idiomatic_full import IdiomaticBoard
from tests.benchmarks.machine import spread

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

AT_ONCE = 40_000
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
    fastest = max(ours) / max(peers)  # whatever else the machine does can only slow a turn down
    results.note("engine, cards a second, 5 columns, full trace", spread(ours), "")
    results.note("idiomatic SimPy, the same board, cards a second", spread(peers), "")
    results.note("ratio engine / idiomatic, pair by pair", spread(ratios), "")
    results.note("ratio engine / idiomatic, the fastest turns of each", f"{fastest:.2f}", "at least 5")
    assert fastest >= 5


def test_forty_thousand_cards_at_once(results: Results) -> None:
    board = replace(LINE, arrivals=Fixed(count=AT_ONCE))
    ours, peers = [], []
    for _ in range(3):
        start = time.perf_counter()
        line = IdiomaticLine(columns=5, workers=2, limit=4, seed=1, at_once=AT_ONCE)
        line.env.run()
        peers.append(line.finished / (time.perf_counter() - start))
        start = time.perf_counter()
        simulation = Simulation(board)
        simulation.run()
        ours.append(simulation.finished / (time.perf_counter() - start))
    ratios = [mine / theirs for mine, theirs in zip(ours, peers, strict=True)]
    results.note(f"engine, {AT_ONCE:,} cards at time 0, cards a second", spread(ours), "")
    results.note("ratio engine / idiomatic, all cards at time 0, pair by pair", spread(ratios), "at least 5")
    assert statistics.median(ratios) > 3


def test_the_trace_takes_at_most_32_bytes_a_row(results: Results) -> None:
    simulation = Simulation(LINE)
    simulation.advance_to(20_000.0)
    simulation.trace.tidy()
    each = simulation.trace.nbytes / len(simulation.trace)
    results.note(f"bytes a row of a trace of {len(simulation.trace):,} rows", f"{each:.1f}", "at most 32")
    assert each <= 32


EVERYTHING = Scenario(
    name="everything",
    columns=(
        Column(id="c0", wip_limit=6, service=Exponential(mean=1.0), move_time=0.1),
        Column(id="c1", wip_limit=6, service=Exponential(mean=1.0), setup=Setup(rule="per_batch", time=0.2, batch=4)),
        Column(
            id="c2", wip_limit=6, service=Exponential(mean=1.0), transfer_batch=2,
            blockers=Blockers(probability=0.1, duration=Exponential(mean=1.0), worker_waits=False),
        ),
        Column(id="c3", wip_limit=8, service=Exponential(mean=1.0), rework=Rework(probability=0.1)),
        Column(
            id="c4", wip_limit=6, service=Exponential(mean=1.0), setup=Setup(rule="family", time=0.1), move_time=0.1,
            rework=Rework(probability=0.05, to="c3"),
        ),
    ),
    arrivals=Poisson(rate=1.0),
    shared_limits=(SharedLimit(columns=("c0", "c1", "c2", "c3", "c4"), limit=26),),
    people=tuple(
        Person(name=f"person {index}", skills={f"c{index % 5}": 1.2, f"c{(index + 1) % 5}": 0.9, "c2": 1.0})
        for index in range(10)
    ),
    classes=(
        CardClass(id="standard", share=0.9),
        CardClass(id="urgent", share=0.1, priority=1, may_exceed=1, preempts=True),
    ),
    families=(Family(id="a"), Family(id="b")),
    rules=Rules(replenish_every=0.25, context_switch_tax=0.05),
    horizon=None,
)  # fmt: skip


def test_a_board_that_uses_everything_against_idiomatic_simpy(results: Results) -> None:
    ours, peers = [], []
    for _ in range(7):
        board = IdiomaticBoard(EVERYTHING)
        start = time.perf_counter()
        board.env.run(until=1500.0)
        peers.append(board.finished / (time.perf_counter() - start))
        ours.append(_cards_a_second(1500.0, EVERYTHING))
    ratios = [mine / theirs for mine, theirs in zip(ours, peers, strict=True)]
    results.note("engine, everything in use, cards a second", spread(ours), "")
    results.note("idiomatic SimPy with the same, cards a second", spread(peers), "")
    results.note("ratio, everything in use, pair by pair", spread(ratios), "at least 2")
    assert statistics.median(ratios) > 1


def test_a_delivered_card_takes_at_most_a_kibibyte(results: Results) -> None:
    done = subprocess.run([sys.executable, "-m", "tests.benchmarks.memory"], capture_output=True, text=True, check=True)
    each = float(done.stdout)
    results.note("resident bytes a delivered card, 6 columns", f"{each:.0f}", "at most 1,024")
    assert each <= 1024


def _cards_a_second(until: float, scenario: Scenario = LINE) -> float:
    simulation = Simulation(scenario)
    start = time.perf_counter()
    simulation.advance_to(until)
    simulation.trace.tidy()
    return simulation.finished / (time.perf_counter() - start)


def _cards_a_second_of_the_peer(until: float) -> float:
    line = IdiomaticLine(columns=5, workers=2, limit=4, seed=1)
    start = time.perf_counter()
    line.env.run(until=until)
    return line.finished / (time.perf_counter() - start)
