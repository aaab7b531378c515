"""What teams ask of a model, against theory: work by class, routes, arrivals that change, losses, interruptions.

Values are means of independent replications that must lie within 4 standard errors of the formula, whose source stands
with each.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from flowsim.domain.arrivals import ByPeriod, Period, Poisson, Saturated
from flowsim.domain.distributions import Empirical, Exponential
from flowsim.domain.policies import Blockers, Rework, Setup
from flowsim.domain.scenario import CardClass, Column, Scenario
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


@pytest.mark.parametrize(("workers", "load"), [(1, 0.7), (3, 2.5)])
def test_a_backlog_of_no_room_loses_what_erlang_says(workers: int, load: float) -> None:
    """Erlang (1917): B(c, a) = a^c / c! / Σ a^k / k! of those who come are lost."""
    terms = [load**k / math.factorial(k) for k in range(workers + 1)]
    column = Column(id="a", service=Exponential(mean=1.0), workers=workers, wip_limit=workers)
    board = open_board(column, rate=load, backlog_limit=0)

    def share_lost(run: RunView) -> list[float]:
        its = figures_at(run)
        return [its.lost / (its.lost + its.finished)]

    must_be(board, [terms[-1] / sum(terms)], share_lost)


def test_a_backlog_of_some_room_is_a_birth_and_death_process() -> None:
    """M/M/1/K: P(n) ∝ ρ^n for n up to K; the mean number is Σ n P(n), and P(K) are lost."""
    load, room = 0.9, 3
    terms = [load**n for n in range(room + 2)]
    number = sum(n * term for n, term in enumerate(terms)) / sum(terms)
    column = Column(id="a", service=Exponential(mean=1.0), wip_limit=1)
    board = open_board(column, rate=load, backlog_limit=room)

    def read(run: RunView) -> list[float]:
        its = figures_at(run)
        return [its.lead_time.mean * its.throughput, its.lost / (its.lost + its.finished)]

    must_be(board, [number, terms[-1] / sum(terms)], read)


def test_groups_of_chance_are_a_compound_poisson_stream() -> None:
    """M^X/M/1 (Gross & Harris, 3.1): L = ρ (E[X²] / E[X] + 1) / 2 / (1 - ρ), sizes X even from 1 to 4."""
    rate, mean = 0.2, 1.2
    first, second = 2.5, 7.5
    load = rate * first * mean
    column = Column(id="a", service=Exponential(mean=mean))
    arrivals = Poisson(rate=rate, group=Empirical(values=(1.0, 2.0, 3.0, 4.0)))
    board = open_board(column, rate=1.0, arrivals=arrivals, horizon=12_000.0)
    expected = load * (second / first + 1) / 2 / (1 - load) / (rate * first)
    must_be(board, [expected], lambda run: [figures_at(run).lead_time.mean])


def test_a_rate_that_changes_by_period_fills_people_without_number_as_it_goes() -> None:
    """M(t)/M/∞ (Eick, Massey & Whitt 1993): with a rate of 2 for 3 days and 0 for 4 the mean number is 6/7 · mean."""
    week = ByPeriod(periods=(Period(lasts=3.0, rate=2.0), Period(lasts=4.0, rate=0.0)))
    column = Column(id="a", service=Exponential(mean=1.5), workers=200)
    board = open_board(column, rate=1.0, arrivals=week)
    board = replace(board, warm_up=700.0, horizon=7000.0)
    must_be(board, [6 / 7 * 1.5], lambda run: [figures_at(run).columns[0].wip])


def test_people_who_swarm_perfectly_are_one_who_is_so_many_times_as_fast() -> None:
    """With exponential work all of c people are always at work while there is a card: M/M/1 at the rate c μ."""
    rate, mean, people = 1.5, 1.5, 3
    column = Column(id="a", service=Exponential(mean=mean), workers=people, workers_per_card=people)
    expected = 1 / (people / mean - rate)
    must_be(open_board(column, rate=rate), [expected], lambda run: [figures_at(run).lead_time.mean])
