"""Published and derived values of known boards (values.json beside this file), issues A and B: one column to closed
lines, then batches, set-ups, classes, rework and blockers.

Exact ones hold to 1e-9. Stationary ones must lie within 4 standard errors of the mean of independent replications;
`PLANS` gives each family a length and a warm-up at which what the start still does to the mean is small against that.
"""

import json
import math
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest

from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState
from flowsim.engine import Simulation
from flowsim.metrics import Figures, FlowAccumulator, Staffing, figures_of
from flowsim.storage.reading import read_document

VALUES: Final = json.loads((Path(__file__).parent / "values.json").read_text(encoding="utf-8"))["values"]
OURS: Final = [value for value in VALUES if value["issue"] in "AB"]
STATIONARY: Final = [value for value in OURS if value["kind"] == "stationary"]
BY_CLASS: Final = "lead_time.mean by class"
REPLICATIONS: Final = 20


@dataclass(frozen=True)
class Plan:
    """How long each replication warms up and how long it then counts, in time units."""

    warm_up: float
    count: float


# Open boards forget their empty start at a rate of about (1 - sqrt(load))² a service time; at load 0.8 that is once in
# 90, at 0.78 (jackson-3's last column) once in 75, so ten of those are enough. Closed lines forget within a few passes.
PLANS: Final = {
    "mm1-": Plan(200, 3000),
    "mm3-": Plan(500, 3000),
    "md1-": Plan(1000, 5000),
    "mg1-": Plan(1500, 10000),
    "jackson-": Plan(1500, 4000),
    "line3-": Plan(200, 3000),
    "hillier-": Plan(200, 2000),
    "open-": Plan(500, 3000),
    "penny-fab-two-": Plan(500, 4000),
    "penny-fab-one-": Plan(400, 4000),
    "setup-capacity-": Plan(0, 22_000),
    "cobham-": Plan(1000, 10_000),
    "rework-": Plan(500, 6000),
    "blocker-": Plan(1500, 10_000),
}


def scenario_of(board: dict[str, Any], **settings: Any) -> Scenario:
    text = json.dumps({"format": "flowsim", "version": 1, "name": "reference", **board, **settings})
    scenario, _ = read_document(text.encode())
    return scenario


def figures(scenario: Scenario) -> Figures:
    simulation, flow, staffing = Simulation(scenario), FlowAccumulator(scenario), Staffing.of(scenario)
    simulation.run()
    flow.read(simulation.trace, simulation.now, staffing)
    return figures_of(flow, staffing)


def figure(found: Figures, name: str) -> float:
    return float(attrgetter(name)(found))


def ids(value: dict[str, Any]) -> str:
    return str(value["id"])


@pytest.mark.parametrize("value", [each for each in STATIONARY if each["figure"] != BY_CLASS], ids=ids)
def test_a_stationary_value_lies_within_four_standard_errors(value: dict[str, Any]) -> None:
    (plan,) = (plan for family, plan in PLANS.items() if value["id"].startswith(family))
    scenario = scenario_of(value["board"], warm_up=float(plan.warm_up), horizon=float(plan.warm_up + plan.count))
    found = [figure(figures(replace(scenario, seed=seed)), value["figure"]) for seed in range(REPLICATIONS)]
    assert_within_four_standard_errors(found, value["value"])


def assert_within_four_standard_errors(found: list[float], expected: float) -> None:
    error = float(np.std(found, ddof=1)) / math.sqrt(REPLICATIONS)
    if error < 1e-12:  # without chance the value is met exactly; the plan's length is a multiple of the cycle
        assert np.mean(found) == pytest.approx(expected, abs=1e-9)
        return
    distance = (float(np.mean(found)) - expected) / error
    assert abs(distance) < 4, f"{np.mean(found):.5g} is {distance:+.1f} standard errors from {expected}"


def test_lead_times_by_class_are_those_of_cobham() -> None:
    (value,) = (each for each in OURS if each["figure"] == BY_CLASS)
    plan = PLANS["cobham-"]
    scenario = scenario_of(value["board"], horizon=plan.warm_up + plan.count)
    found: dict[str, list[float]] = {name: [] for name in value["value"]}
    for seed in range(REPLICATIONS):
        simulation = Simulation(replace(scenario, seed=seed))
        simulation.run()
        flow = FlowAccumulator(scenario)
        flow.read(simulation.trace, simulation.now, Staffing.of(scenario))
        cards = flow.finishers[flow.finished[flow.finishers] > plan.warm_up]
        classes = np.array([simulation.class_of(int(card)) for card in cards])
        times = flow.finished[cards] - flow.arrived[cards]
        for name, lead_times in found.items():
            lead_times.append(float(times[classes == scenario.class_index[name]].mean()))
    for name, expected in value["value"].items():
        assert_within_four_standard_errors(found[name], expected)


@pytest.mark.parametrize("value", [each for each in OURS if each["kind"] == "exact"], ids=ids)
def test_an_exact_value_is_met_to_the_last_digit(value: dict[str, Any]) -> None:
    scenario = scenario_of(value["board"], horizon=None)
    simulation = Simulation(scenario)
    simulation.run()
    finished = [time for time, _, _, state, _ in simulation.trace.rows().tolist() if state == CardState.DELIVERED]
    told = {
        "last_finished": finished[-1:],
        "first_and_last_finished": [finished[0], finished[-1]],
        "finish_times": finished,
    }[value["figure"]]
    assert told == pytest.approx(np.atleast_1d(value["value"]).tolist(), abs=1e-9)
    flow, staffing = FlowAccumulator(scenario), Staffing.of(scenario)
    flow.read(simulation.trace, simulation.now, staffing)
    assert flow.finished[flow.finishers].tolist() == finished
    assert figures_of(flow, staffing).unfinished == 0


def test_every_value_of_the_issue_is_checked() -> None:
    assert len(OURS) == 27 + 21
    assert len(VALUES) == len(OURS) + 2  # the order's best batch and the dice game have files of their own
    assert {value["kind"] for value in OURS} == {"stationary", "exact"}


@pytest.mark.parametrize("limit", [1, 2, 7, None])
def test_any_limit_gives_a_single_column_the_same_lead_times(limit: int | None) -> None:
    """A limit only moves the waiting from the board to the backlog."""
    board = next(value["board"] for value in OURS if value["id"] == "mm1-0.5")
    columns = [{**board["columns"][0], "wip_limit": limit}]
    loose = scenario_of({**board, "columns": columns}, horizon=500.0)
    tight = scenario_of(board, horizon=500.0)
    assert figures(loose).lead_time == figures(tight).lead_time
