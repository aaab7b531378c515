"""Many runs: what one costs, what many cost on two workers, and what a snapshot and its futures cost."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from flowsim.domain.scenario import Scenario
from flowsim.engine import Simulation, future
from flowsim.experiments.executors import KeptPool, OneProcess, ProcessPool
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.fan import Fan, moments
from flowsim.experiments.forecast import outcome
from flowsim.experiments.plan import ForecastGoal, Plan
from flowsim.experiments.replication import Board, Job, Player
from flowsim.experiments.run_figures import DEFAULT
from flowsim.storage import load_scenario
from flowsim.storage.resources import exercises
from tests.benchmarks.conftest import Results
from tests.benchmarks.machine import spread
from tests.benchmarks.yardsticks import NUMPY, PYTHON, Floor

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
RATE = 0.82
"""Cards that come to the team in a day."""


def team() -> Scenario:
    return load_scenario(next(each.path for each in exercises() if each.name == "Software team"))


def milliseconds(what: Callable[[], object], times: int) -> list[float]:
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        what()
        found.append(1000 * (time.perf_counter() - begun))
    return found


@pytest.mark.parametrize(("cards", "goal"), [(30, 0.45), (250, 3.0)])
def test_one_run_with_its_figures(results: Results, cards: int, goal: float) -> None:
    days = cards / RATE
    player = Player(Board(replace(team(), horizon=days), days, DEFAULT))
    seeds = iter(range(10_000))
    found = milliseconds(lambda: player.play(Job(0, 0), next(seeds)), 300)
    results.note(f"one run of {cards} cards of the Software team, figures and all, ms", spread(found), f"{goal:g}")


def test_a_snapshot_and_what_goes_on_from_it(results: Results) -> None:
    simulation = Simulation(team())
    simulation.advance_to(200.0)
    results.judge("a board written down, ms", milliseconds(simulation.snapshot, 100), Floor(0.2, (PYTHON,)))
    taken = simulation.snapshot()
    going_on = milliseconds(lambda: Simulation.resumed(taken), 100)
    results.judge("a run that goes on from it, ms", going_on, Floor(1.5, (PYTHON,)))


def test_a_thousand_futures(results: Results) -> None:
    simulation = Simulation(team())
    simulation.advance_to(40.0)
    taken, goal, seeds = simulation.snapshot(), ForecastGoal(30, None), iter(range(10_000))
    found = milliseconds(lambda: outcome(goal, Simulation.resumed(future(taken, next(seeds))), 0), 300)
    results.judge("one future of 30 cards, one process, ms (1,000 in 0.6 s on two cores)", found, Floor(1.2, (PYTHON,)))


def plan_of_a_year(replications: int) -> Plan:
    return Plan(
        scenario=team(), session=None, start="start", seed=1, replications=replications, horizon=250 / RATE,
        warm_up=0.0, vary=(), compare=(), best=None, figures=DEFAULT, precision=None, forecast=None,
    )  # fmt: skip


def test_a_thousand_years_on_two_workers(results: Results) -> None:
    plan = plan_of_a_year(1000)
    begun = time.perf_counter()
    assert sum(1 for _ in Experiment(plan, OneProcess()).play()) == 1000
    alone = time.perf_counter() - begun
    coming = Experiment(plan, ProcessPool(2)).play()
    next(coming)  # the processes are there from now on
    begun = time.perf_counter()
    assert sum(1 for _ in coming) == 999
    together = time.perf_counter() - begun
    results.note("1,000 replications of a year of 250 cards, one process, s", f"{alone:.2f}", "")
    results.judge("the same on two workers, once they are there, s", [together], Floor(3.0, (PYTHON, NUMPY)))
    share = alone / 2 / together
    results.note("share of two single runs' throughput", f"{share:.0%}", "at least 90 %")
    assert share >= 0.9


def test_a_fan_follows_a_hand(results: Results) -> None:
    """On processes that are there already, as in the window."""
    simulation = Simulation(team())
    simulation.advance_to(200.0)
    pool = KeptPool(2)
    firsts, wholes = [], []
    for number in range(8):
        begun = time.perf_counter()
        fan = Fan(simulation.snapshot(), (), number, moments(simulation.now, simulation.now + 2 * 30 / RATE), 30, pool)
        came = [1000 * (time.perf_counter() - begun) for _ in fan.counts()]
        if number:  # the first one waits for the processes
            firsts.append(came[0])
            wholes.append(came[-1])
    pool.leave()
    results.judge("first hundred futures of a fan, two workers, ms", firsts, Floor(100.0, (PYTHON,)))
    results.judge("a thousand of them, ms", wholes, Floor(1000.0, (PYTHON,)))
