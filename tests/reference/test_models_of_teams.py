"""What teams ask of a model, against theory: work by class, routes, arrivals that change, losses, interruptions.

Values are means of independent replications that must lie within 4 standard errors of the formula, whose source stands
with each.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from flowsim.domain.distributions import Exponential
from flowsim.domain.scenario import CardClass, Column, Poisson, Scenario
from flowsim.engine import Simulation
from flowsim.metrics.class_figures import class_figures_of
from flowsim.metrics.run_view import RunView

REPLICATIONS = 20
Reading = Callable[[RunView], float]


def run_of(scenario: Scenario) -> RunView:
    simulation = Simulation(scenario)
    simulation.run()
    return RunView.of_trace(scenario, simulation.trace, simulation.now, simulation.deck)


def must_be(scenario: Scenario, expected: list[float], readings: Callable[[RunView], list[float]]) -> None:
    """The means over replications of what is read off each run are as expected."""
    found = np.array([readings(run_of(scenario.with_seed(seed))) for seed in range(1, REPLICATIONS + 1)])
    error = found.std(axis=0, ddof=1) / np.sqrt(REPLICATIONS)
    off = np.abs(found.mean(axis=0) - expected) / error
    assert (off < 4).all(), f"{found.mean(axis=0)} and not {expected}: {off} standard errors"
    assert (error < 0.05 * np.abs(expected)).all(), f"too few runs to tell: {error}"


def open_board(*columns: Column, rate: float, horizon: float = 6000.0, **settings: Any) -> Scenario:
    board = Scenario(name="theory", columns=columns, arrivals=Poisson(rate=rate), horizon=horizon, warm_up=500.0)
    return replace(board, **settings)


def test_classes_with_work_of_their_own_wait_as_cobham_says() -> None:
    """Cobham (1954): W_k = Σ λ E[S²] / 2 / ((1 - σ_{k-1}) (1 - σ_k)), σ the load of the classes so far."""
    rate, means, shares = 0.5, (1.0, 1.6), (0.4, 0.6)
    classes = (CardClass(id="urgent", share=0.4, priority=1), CardClass(id="plain", share=0.6))
    column = Column(id="a", service=Exponential(mean=means[1]), service_by_class={"urgent": Exponential(mean=means[0])})
    rates = [rate * share for share in shares]
    residual = sum(each * 2 * mean * mean / 2 for each, mean in zip(rates, means, strict=True))
    loads = [each * mean for each, mean in zip(rates, means, strict=True)]
    urgent = residual / (1 - loads[0]) + means[0]
    plain = residual / (1 - loads[0]) / (1 - sum(loads)) + means[1]
    board = open_board(column, rate=rate, classes=classes, horizon=20_000.0)
    must_be(board, [urgent, plain], lambda run: [its.lead_time.mean for its in class_figures_of(run)])
