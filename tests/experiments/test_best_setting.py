"""Which setting is best: the claims hold as often as they say, and too little data claims nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.experiments.best_setting import LEAST, best_setting

NAN = float("nan")


def drawn(seed: int, means: list[float], runs: int = 12) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Runs on common random numbers: what they share is much larger than what they do not."""
    random = np.random.default_rng(seed)
    shared = random.normal(scale=5.0, size=(runs, 1))
    return np.array(means) + shared + random.normal(scale=1.0, size=(runs, len(means)))


def test_all_that_is_claimed_holds_in_at_least_95_of_100_experiments() -> None:
    means = [3.0, 2.0, 1.6, 1.5, 1.5, 2.4]
    right = 0
    for seed in range(400):
        found = best_setting(drawn(seed, means))
        assert found is not None
        true = [mean - means[found.best] for mean in means]
        costs = all(cost.low <= true[place] <= cost.high for place, cost in found.others.items())
        best_is_level = min(range(len(means)), key=lambda place: means[place]) in (*found.level, 4)
        right += costs and best_is_level
    assert right / 400 >= 0.95


def test_the_most_is_sought_where_more_is_better() -> None:
    values = drawn(1, [1.0, 9.0, 5.0])
    most, least = best_setting(values, least=False), best_setting(values)
    assert most is not None
    assert least is not None
    assert (most.best, least.best) == (1, 0)
    assert set(most.others) == {0, 2}


def test_of_settings_that_are_the_same_in_every_run_the_first_is_the_one_to_take() -> None:
    same = np.tile(np.arange(5.0)[:, None], 3)
    found = best_setting(same)
    assert found is not None
    assert (found.smallest, found.level, found.others) == (0, (0, 1, 2), {})


def test_a_setting_that_never_finished_anything_can_be_no_best() -> None:
    values = drawn(2, [5.0, 1.0, 3.0])
    values[:, 1] = NAN
    found = best_setting(values)
    assert found is not None
    assert found.best == 2
    assert 1 not in (*found.level, *found.others)


def test_runs_in_which_one_setting_has_no_figure_count_for_none() -> None:
    values = drawn(3, [5.0, 1.0], runs=8)
    values[3, 0] = NAN
    found = best_setting(values)
    assert found is not None
    assert found.replications == 7


@pytest.mark.parametrize("shape", [(LEAST - 1, 4), (10, 1), (0, 3), (10, 0)])
def test_too_little_says_nothing(shape: tuple[int, int]) -> None:
    assert best_setting(np.ones(shape)) is None


@given(st.integers(0, 2**32), st.integers(3, 20), st.integers(2, 8))
def test_every_setting_is_either_level_or_costs_something(seed: int, runs: int, count: int) -> None:
    found = best_setting(np.random.default_rng(seed).exponential(size=(runs, count)))
    assert found is not None
    assert found.best in found.level
    assert sorted([*found.level, *found.others]) == list(range(count))
    assert all(cost.low > 0 for cost in found.others.values())
