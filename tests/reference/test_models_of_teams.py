"""What teams ask of a model, against theory: work by class, routes, arrivals that change, losses, interruptions.

Values are means of independent replications that must lie within 4 standard errors of the formula, whose source stands
with each.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from flowsim.domain.distributions import Exponential
from flowsim.domain.scenario import Blockers, CardClass, Column, Poisson, Rework, Saturated, Scenario, Setup
from flowsim.engine import Simulation
from flowsim.metrics import Figures, figures_of
from flowsim.metrics.class_figures import class_figures_of
from flowsim.metrics.run_view import RunView

REPLICATIONS = 20
Reading = Callable[[RunView], float]


def run_of(scenario: Scenario) -> RunView:
    simulation = Simulation(scenario)
    simulation.run()
    return RunView.of_trace(scenario, simulation.trace, simulation.now, simulation.deck)


def figures_at(run: RunView) -> Figures:
    return figures_of(run.flow, run.staffing)


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


def test_passing_by_thins_a_stream_into_independent_ones() -> None:
    """Burke (1956) and the thinning of Poisson streams: each column of M/M/1 is one by itself at its own rate."""
    rate, skip = 0.8, 0.4
    columns = (
        Column(id="a", service=Exponential(mean=0.5)),
        Column(id="b", service=Exponential(mean=1.0), skip=skip),
        Column(id="c", service=Exponential(mean=0.75)),
    )
    rates = [rate, rate * (1 - skip), rate]
    loads = [each * mean for each, mean in zip(rates, (0.5, 1.0, 0.75), strict=True)]
    expected = [load / (1 - load) for load in loads]
    must_be(open_board(*columns, rate=rate), expected, lambda run: [its.wip for its in figures_at(run).columns])


def test_rework_shared_out_is_a_network_of_jackson() -> None:
    """Jackson (1957): the traffic equations, and then each column is M/M/1 by itself."""
    again, rate = 0.3, 0.5
    rework = Rework(probability=again, to={"a": 1.0, "b": 1.0})
    columns = (
        Column(id="a", service=Exponential(mean=1.0)),
        Column(id="b", service=Exponential(mean=0.8), rework=rework),
    )
    at_b = rate / (1 - again)
    rates = [rate + again / 2 * at_b, at_b]
    loads = [rates[0] * 1.0, rates[1] * 0.8]
    expected = [load / (1 - load) for load in loads]
    must_be(open_board(*columns, rate=rate), expected, lambda run: [its.wip for its in figures_at(run).columns])


def test_a_limit_of_a_class_is_a_closed_line_of_its_own() -> None:
    """Two classes with people enough: a class of limit n, always supplied, is finished at the rate n / mean work."""
    classes = (CardClass(id="few"), CardClass(id="many"))
    column = Column(
        id="a", service=Exponential(mean=2.0), workers=9, wip_limit=9, limits_by_class={"few": 2, "many": 5}
    )
    board = replace(open_board(column, rate=1.0, classes=classes), arrivals=Saturated(), horizon=3000.0)
    span = board.horizon - board.warm_up if board.horizon else 0.0
    must_be(board, [1.0, 2.5], lambda run: [its.finished / span for its in class_figures_of(run)])


def test_blockers_at_a_rate_make_work_longer_as_gaver_says() -> None:
    """Gaver (1962): the completion time C = S + Σ D over a Poisson stream in S; then Pollaczek-Khinchine with C.

    E[C] = E[S] (1 + r d); E[C²] = E[S²] (1 + r d)² + E[S] r E[D²].
    """
    rate, mean, often, lasts = 0.3, 1.5, 0.4, 0.8
    column = Column(
        id="a", service=Exponential(mean=mean), blockers=Blockers(rate=often, duration=Exponential(mean=lasts))
    )
    first = mean * (1 + often * lasts)
    second = 2 * mean**2 * (1 + often * lasts) ** 2 + mean * often * 2 * lasts**2
    expected = rate * second / 2 / (1 - rate * first) + first
    must_be(open_board(column, rate=rate, horizon=20_000.0), [expected], lambda run: [figures_at(run).lead_time.mean])


def test_set_ups_that_vary_add_their_second_moment() -> None:
    """A set-up before every card makes the service S + U: Pollaczek-Khinchine with the moments of the sum."""
    rate, mean, setup = 0.3, 1.2, 0.8
    column = Column(id="a", service=Exponential(mean=mean), setup=Setup(rule="per_batch", time=Exponential(mean=setup)))
    first = mean + setup
    second = 2 * mean**2 + 2 * setup**2 + 2 * mean * setup
    expected = rate * second / 2 / (1 - rate * first) + first
    must_be(open_board(column, rate=rate, horizon=20_000.0), [expected], lambda run: [figures_at(run).lead_time.mean])
