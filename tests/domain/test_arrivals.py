"""Rates that change by period, and groups whose size is left to chance: what comes on average, and when."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.arrivals import ByPeriod, Fixed, Group, Period, Poisson, Saturated, mean_size, size_of
from flowsim.domain.checks import problems_of
from flowsim.domain.distributions import (
    Constant,
    Empirical,
    Exponential,
    Gamma,
    Lognormal,
    Triangular,
    Uniform,
    Weibull,
)
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.traffic import arrival_rate
from flowsim.engine.streams import Stream
from tests.strategies import modest

WEEK = ByPeriod(periods=(Period(lasts=5.0, rate=2.0), Period(lasts=2.0, rate=0.0)))


def test_the_rate_of_a_week_is_its_average() -> None:
    assert WEEK.mean_rate == pytest.approx(10 / 7)
    assert arrival_rate(Scenario(name="", columns=(Column(id="a"),), arrivals=WEEK)) == pytest.approx(10 / 7)


@pytest.mark.parametrize(
    ("time", "amount", "expected"),
    [
        (0.0, 2.0, 1.0), (0.0, 10.0, 5.0), (0.0, 10.5, 7.25), (4.0, 3.0, 7.5), (6.0, 1.0, 7.5), (0.0, 100.0, 68.0),
        (3.0, 100.0, 73.0), (7.0, 0.0, 7.0),
    ],
)  # fmt: skip
def test_when_so_much_has_come(time: float, amount: float, expected: float) -> None:
    assert WEEK.after(time, amount) == pytest.approx(expected)


def test_the_last_rate_goes_on_where_periods_do_not_repeat() -> None:
    phases = ByPeriod(periods=(Period(lasts=10.0, rate=1.0), Period(lasts=1.0, rate=3.0)), repeat=False)
    assert phases.mean_rate == 3.0
    assert phases.after(0.0, 40.0) == pytest.approx(20.0)
    assert phases.after(100.0, 3.0) == pytest.approx(101.0)
    over = ByPeriod(periods=(Period(lasts=10.0, rate=1.0), Period(lasts=1.0, rate=0.0)), repeat=False)
    assert over.after(9.0, 0.5) == pytest.approx(9.5)
    assert math.isinf(over.after(9.0, 1.5))


@modest
@given(
    periods=st.lists(st.tuples(st.floats(0.1, 9), st.sampled_from([0.0, 0.5, 2.0])), min_size=1, max_size=4).filter(
        lambda its: any(rate for _, rate in its)
    ),
    time=st.floats(0, 200), first=st.floats(0, 50), second=st.floats(0, 50),
)  # fmt: skip
def test_to_wait_for_two_amounts_is_to_wait_for_their_sum(
    periods: list[tuple[float, float]], time: float, first: float, second: float
) -> None:
    law = ByPeriod(periods=tuple(Period(lasts=lasts, rate=rate) for lasts, rate in periods))
    at_once, in_two = law.after(time, first + second), law.after(law.after(time, first), second)
    # Where nobody comes for a while the same amount is reached at both ends; apart from that they are one.
    idle = sum(lasts for lasts, rate in periods if rate == 0)
    assert at_once == pytest.approx(in_two, rel=1e-9, abs=1e-6) or abs(at_once - in_two) <= idle + 1e-6
    assert at_once >= time


GROUPS = [
    Constant(value=2.4), Constant(value=0.0), Uniform(low=0.0, high=5.0), Triangular(low=0.0, mode=1.0, high=9.0),
    Exponential(mean=3.0), Gamma(mean=4.0, cv=0.7), Lognormal(mean=3.0, cv=1.5), Weibull(scale=3.0, shape=0.8),
    Empirical(values=(0.0, 1.4, 1.6, 7.0)),
]  # fmt: skip


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.kind)
def test_the_mean_size_of_a_group_is_that_of_what_is_drawn(group: Group) -> None:
    assert not isinstance(group, int)
    drawn = np.array([size_of(value) for value in Stream(group, 1, "test").take(200_000).tolist()])
    assert mean_size(group) == pytest.approx(drawn.mean(), abs=4 * drawn.std() / np.sqrt(len(drawn)) + 1e-12)


def test_a_group_has_one_card_at_least_and_is_rounded() -> None:
    assert [size_of(drawn) for drawn in (0.0, 0.5, 1.49, 1.5, 2.5, 1e9)] == [1, 1, 1, 2, 3, 10_000]
    assert mean_size(3) == 3.0


def board(**settings: object) -> list[str]:
    scenario = Scenario(name="", columns=(Column(id="a", wip_limit=2),), **settings)  # type: ignore[arg-type]
    return [f"{problem.where}: {problem.given}" for problem in problems_of(scenario)]


def test_periods_in_which_nobody_comes_are_a_problem() -> None:
    assert board(arrivals=ByPeriod(periods=(Period(lasts=1.0, rate=0.0),))) == [
        "arrivals.periods: rates that are all 0"
    ]


def test_a_group_that_cannot_be_is_a_problem() -> None:
    assert board(arrivals=Poisson(rate=1.0, group=Uniform(low=3.0, high=1.0))) == ["arrivals.group.high: 1"]
    assert board(arrivals=Fixed(count=1000, group=Constant(value=2000.0))) == ["arrivals.group: 2e+03"]


def test_an_endless_backlog_turns_nobody_away() -> None:
    assert board(arrivals=Saturated(), backlog_limit=3) == ["backlog_limit: 3"]
