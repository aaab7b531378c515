"""The sketch of a distribution is its density: everything under it is 1, and its centre is the mean."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.density import bars, density, reach
from flowsim.domain.distributions import (
    Distribution,
    Empirical,
    Exponential,
    Gamma,
    Lognormal,
    Triangular,
    Uniform,
    Weibull,
)
from tests.strategies import distributions, modest

SMOOTH: list[Distribution] = [
    Uniform(low=1, high=3),
    Triangular(low=1, mode=2, high=5),
    Triangular(low=0, mode=4, high=4),
    Exponential(mean=2),
    Gamma(mean=2, cv=0.5),
    Gamma(mean=3, cv=1.0),
    Lognormal(mean=2, cv=1),
    Weibull(scale=2, shape=1.5),
]


@pytest.mark.parametrize("shape", SMOOTH, ids=repr)
def test_everything_under_the_density_is_one_and_its_centre_the_mean(shape: Distribution) -> None:
    end, steps = shape.mean * 60, 240_000
    width = end / steps
    heights = [(x, density(shape, x)) for x in ((step + 0.5) * width for step in range(steps))]
    assert sum(height for _, height in heights) * width == pytest.approx(1.0, rel=1e-3)
    assert sum(x * height for x, height in heights) * width == pytest.approx(shape.mean, rel=1e-3)


@modest
@given(distributions(st.floats(0.001, 1e6)), st.floats(0, 1e7))
def test_a_density_is_always_a_number(shape: Distribution, x: float) -> None:
    assert density(shape, x) >= 0
    assert math.isfinite(density(shape, x))
    assert math.isfinite(reach(shape))
    assert reach(shape) > 0


@given(st.lists(st.floats(0, 100), min_size=1, max_size=300))
def test_a_list_is_drawn_whole(values: list[float]) -> None:
    shares = bars(Empirical(values=tuple(values)), most=20)
    assert len(shares) <= 20
    assert sum(share for _, share in shares) == pytest.approx(1.0)
    assert [value for value, _ in shares] == sorted(value for value, _ in shares)
