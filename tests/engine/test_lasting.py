"""What lasts longer than so far: the tail of every distribution, exactly."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.distributions import (
    Constant,
    Distribution,
    Empirical,
    Exponential,
    Gamma,
    Lognormal,
    Triangular,
    Uniform,
    Weibull,
)
from flowsim.engine.lasting import lasting
from flowsim.engine.streams import blocks
from tests.strategies import distributions, durations

SOME: list[Distribution] = [
    Uniform(low=1.0, high=5.0), Exponential(mean=2.0), Gamma(mean=2.0, cv=0.5), Gamma(mean=2.0, cv=2.0),
    Lognormal(mean=2.0, cv=1.0), Weibull(scale=2.0, shape=0.7), Triangular(low=1.0, mode=2.0, high=6.0),
    Triangular(low=1.0, mode=1.0, high=6.0), Triangular(low=1.0, mode=6.0, high=6.0),
    Empirical(values=(1.0, 2.0, 2.0, 5.0)),
]  # fmt: skip


@pytest.mark.parametrize("so_far", [0.0, 1.5, 3.0])
@pytest.mark.parametrize("distribution", SOME, ids=str)
def test_it_is_drawn_as_those_are_that_lasted_longer(distribution: Distribution, so_far: float) -> None:
    plain = blocks(distribution, np.random.default_rng(1))(400_000)
    longer = np.sort(plain[plain > so_far])
    shares = (np.arange(len(longer)) + 0.5) / len(longer)
    drawn = np.array([lasting(distribution, so_far, 1.0 - share) for share in shares[:: len(longer) // 400]])
    ranks = np.searchsorted(longer, drawn, side="right") / len(longer)
    below = np.searchsorted(longer, drawn * (1 - 1e-9), side="left") / len(longer)
    expected = shares[:: len(longer) // 400]
    assert np.all(ranks >= expected - 0.015)
    assert np.all(below <= expected + 0.015)


@pytest.mark.parametrize("so_far", [50.0, 1e4])
def test_an_exponential_forgets_how_long_it_has_lasted(so_far: float) -> None:
    again = lasting(Exponential(mean=3.0), so_far, 0.25) - so_far
    assert again == pytest.approx(lasting(Exponential(mean=3.0), 0.0, 0.25), rel=1e-9)


@pytest.mark.parametrize(
    ("distribution", "rest"), [(Gamma(mean=1.0, cv=1.0), 1.0), (Weibull(scale=1.0, shape=1.0), 1.0)], ids=str
)
def test_far_out_the_tail_is_still_the_right_one(distribution: Distribution, rest: float) -> None:
    """Both are exponential with mean 1 by another name."""
    for so_far in (5.0, 100.0, 2000.0):
        left = lasting(distribution, so_far, 0.5) - so_far
        assert left == pytest.approx(rest * np.log(2), rel=1e-6)


def test_far_out_a_lognormal_lasts_ever_longer() -> None:
    its = Lognormal(mean=1.0, cv=1.0)
    rests = [lasting(its, so_far, 0.5) - so_far for so_far in (1e2, 1e4, 1e8, 1e30)]
    assert rests == sorted(rests)
    assert all(rest > 0 for rest in rests)


def test_what_is_constant_lasts_as_long_as_it_always_does() -> None:
    assert lasting(Constant(value=4.0), 1.5, 0.3) == 4.0
    assert lasting(Constant(value=4.0), 5.0, 0.3) == 5.0


@given(
    distribution=distributions(durations),
    so_far=st.floats(0, 1e12) | st.floats(0, 10),
    left=st.floats(0, 1, exclude_min=True),
)
def test_it_is_never_shorter_than_what_has_passed(distribution: Distribution, so_far: float, left: float) -> None:
    drawn = lasting(distribution, so_far, left)
    assert so_far <= drawn < float("inf")
