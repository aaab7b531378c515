"""Mean and variation of every distribution, against numpy and against numerical integration."""

import math

import numpy as np
import numpy.typing as npt
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
from tests.strategies import distributions, durations, modest

Floats = npt.NDArray[np.float64]

SHARES: Floats = (np.arange(2_000_000) + 0.5) / 2_000_000
"""Midpoints of equal shares: the mean of a quantile function over them is its integral."""


def moments(values: Floats) -> tuple[float, float]:
    mean = float(values.mean())
    return mean, float(values.std()) / mean


def test_a_constant_does_not_vary() -> None:
    assert (Constant(value=2.5).mean, Constant(value=2.5).cv) == (2.5, 0.0)


@pytest.mark.parametrize(("low", "high"), [(1.0, 3.0), (0.0, 0.5), (2.0, 2.0)])
def test_uniform_has_the_mean_and_variation_of_its_quantiles(low: float, high: float) -> None:
    uniform = Uniform(low=low, high=high)
    assert (uniform.mean, uniform.cv) == pytest.approx(moments(low + (high - low) * SHARES), rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(("low", "mode", "high"), [(1.0, 2.0, 5.0), (0.0, 0.0, 1.0), (0.0, 3.0, 3.0)])
def test_triangular_has_the_mean_and_variation_of_its_quantiles(low: float, mode: float, high: float) -> None:
    width = high - low
    rising = low + np.sqrt(SHARES * width * (mode - low))
    falling = high - np.sqrt((1 - SHARES) * width * (high - mode))
    quantiles = np.where((mode - low) / width > SHARES, rising, falling)
    triangular = Triangular(low=low, mode=mode, high=high)
    assert (triangular.mean, triangular.cv) == pytest.approx(moments(quantiles), rel=1e-6)


@pytest.mark.parametrize(("scale", "shape"), [(2.0, 1.5), (1.0, 1.0), (3.0, 4.0)])
def test_weibull_has_the_mean_and_variation_of_its_quantiles(scale: float, shape: float) -> None:
    quantiles = scale * (-np.log1p(-SHARES)) ** (1 / shape)
    weibull = Weibull(scale=scale, shape=shape)
    assert (weibull.mean, weibull.cv) == pytest.approx(moments(quantiles), rel=1e-4)


def test_weibull_of_shape_1_is_exponential() -> None:
    weibull = Weibull(scale=2.0, shape=1.0)
    assert (weibull.mean, weibull.cv) == pytest.approx((2.0, 1.0))


def test_weibull_of_shape_one_half_has_its_closed_form() -> None:
    weibull = Weibull(scale=3.0, shape=0.5)
    assert (weibull.mean, weibull.cv) == pytest.approx((6.0, math.sqrt(5)))


def test_exponential_varies_as_much_as_its_mean() -> None:
    assert (Exponential(mean=2.0).mean, Exponential(mean=2.0).cv) == (2.0, 1.0)


@pytest.mark.parametrize("kind", [Gamma, Lognormal])
def test_gamma_and_lognormal_are_given_by_mean_and_variation(kind: type[Gamma | Lognormal]) -> None:
    given_so = kind(mean=2.0, cv=0.5)
    assert (given_so.mean, given_so.cv) == (2.0, 0.5)


@modest
@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=30))
def test_empirical_has_the_mean_and_variation_that_numpy_finds(values: list[float]) -> None:
    record, mean = Empirical(values=tuple(values)), float(np.mean(values))
    assert record.mean == pytest.approx(mean)
    assert record.cv == pytest.approx(float(np.std(values)) / mean if mean else 0.0, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(
    "nothing", [Constant(value=0.0), Uniform(low=0.0, high=0.0), Triangular(low=0.0, mode=0.0, high=0.0),
                Empirical(values=(0.0, 0.0))],
    ids=lambda distribution: distribution.kind,
)  # fmt: skip
def test_what_never_takes_time_does_not_vary(nothing: Distribution) -> None:
    assert (nothing.mean, nothing.cv) == (0.0, 0.0)


@modest
@given(distributions(durations))
def test_mean_and_variation_are_never_negative(distribution: Distribution) -> None:
    assert distribution.mean >= 0
    assert distribution.cv >= 0


@pytest.mark.parametrize(
    "huge", [Empirical(values=(1.7e308, 1.7e308, 0.0)), Uniform(low=1.0, high=1.7e308), Weibull(scale=1e308, shape=0.1),
             Triangular(low=0.0, mode=1.7e308, high=1.7e308)],
    ids=lambda distribution: distribution.kind,
)  # fmt: skip
def test_sums_beyond_floating_point_are_no_crash(huge: Distribution) -> None:
    assert huge.mean > 1e300
    assert huge.cv >= 0 or math.isnan(huge.cv)
