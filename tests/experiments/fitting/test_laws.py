"""Laws of durations that are known by their days: what is drawn comes back, also where much goes on still."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowsim.domain.distributions import Constant, Empirical, Exponential, Gamma
from flowsim.experiments.fitting.laws import Durations, Floats, kaplan_meier, law_of, quantiles


def seen(times: Floats, begin: Floats, end: float = np.inf) -> Durations:
    """What days tell of durations that begin at these moments, in a history that ends with a day."""
    over = begin + times < end
    ended = np.floor(begin[over] + times[over]) - np.floor(begin[over])
    return Durations(ended, (end - 1 - np.floor(begin[~over])).astype(np.float64))


@settings(max_examples=12)
@given(mean=st.sampled_from([0.6, 2.0, 9.0]), cv=st.sampled_from([0.4, 1.0, 1.6]), seed=st.integers(0, 99))
def test_the_mean_of_what_was_drawn_comes_back_from_days(mean: float, cv: float, seed: int) -> None:
    """Within four standard errors of the mean of so many, and a twentieth of a day for the grid."""
    rng = np.random.default_rng(seed)
    times = rng.gamma(1 / cv**2, mean * cv**2, 900)
    found = law_of(seen(times, rng.uniform(0, 400, 900)))
    assert found.mean == pytest.approx(mean, abs=4 * mean * cv / 30 + 0.06 * mean + 0.02)


def test_durations_that_go_on_are_not_forgotten() -> None:
    """Of durations of ten days on average half are cut off by the end: those that ended had 4 on average."""
    rng = np.random.default_rng(5)
    begin = rng.uniform(0, 14, 2_000)
    cut = seen(rng.exponential(10.0, 2_000), begin, 14.0)
    assert cut.ended.mean() < 5.0
    assert law_of(cut).mean == pytest.approx(10.0, rel=0.12)


def test_kaplan_and_meier_by_hand() -> None:
    """1, 3+, 3, 5: of four one ends at 1 (3/4 last longer), of three at 3 one (1/2), of one at 5 one (0)."""
    days, longer = kaplan_meier(Durations(np.array([1.0, 3.0, 5.0]), np.array([3.0])))
    assert days.tolist() == [1.0, 3.0, 5.0]
    assert longer == pytest.approx([3 / 4, 1 / 2, 0.0])


def test_what_no_law_fits_is_its_own_law() -> None:
    """Half take a day and half fifty."""
    found = law_of(Durations(np.repeat([1.0, 50.0], 200), np.zeros(0)))
    assert isinstance(found, Empirical)
    assert found.mean == pytest.approx(25.5, abs=0.3)


def test_a_law_with_one_number_is_enough_where_two_say_no_more() -> None:
    rng = np.random.default_rng(2)
    assert isinstance(law_of(seen(rng.exponential(6.0, 300), rng.uniform(0, 400, 300))), Exponential)
    assert not isinstance(law_of(seen(rng.gamma(4.0, 2.0, 300), rng.uniform(0, 400, 300))), Exponential | Constant)


def test_what_takes_no_time_takes_none() -> None:
    assert law_of(Durations(np.zeros(30), np.zeros(0))) == Constant(value=0.0)


def test_a_day_stands_for_its_middle_and_none_for_a_third() -> None:
    assert quantiles(Durations(np.array([0.0, 0.0, 2.0, 2.0]), np.zeros(0)), 4).tolist() == [1 / 3, 1 / 3, 2.0, 2.0]


def test_the_variation_comes_back_as_well() -> None:
    rng = np.random.default_rng(8)
    found = law_of(seen(rng.gamma(4.0, 2.0, 2_000), rng.uniform(0, 900, 2_000)))
    assert isinstance(found, Gamma)
    assert found.cv == pytest.approx(0.5, abs=0.05)
