"""A fan of throughput alone says exactly what the law of resampled days says."""

from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.experiments.fan import levels_of
from flowsim.experiments.forecast import QUANTILES, at_least, days_for, with_confidence
from flowsim.experiments.plan import ForecastGoal
from flowsim.experiments.throughput_fan import ROWS, counts_after, days_until

histories = st.lists(st.integers(0, 5), min_size=2, max_size=40).filter(any)


@given(daily=histories, days=st.lists(st.integers(1, 40), min_size=1, max_size=4, unique=True))
def test_levels_are_those_of_the_law(daily: list[int], days: list[int]) -> None:
    counts = np.array(daily)
    levels = levels_of(counts_after(counts, days), QUANTILES)
    assert levels.tolist() == [[at_least(counts, day, share) for day in days] for share in QUANTILES]


@given(daily=histories, goal=st.integers(1, 30))
def test_the_days_until_a_goal_are_those_of_the_law(daily: list[int], goal: int) -> None:
    counts = np.array(daily)
    reached = days_until(counts, goal)
    found = [with_confidence(ForecastGoal(cards=goal, by=None), reached.tolist(), share) for share in QUANTILES]
    assert found == [days_for(counts, goal, share) for share in QUANTILES]


def test_by_hand_a_coin_a_day() -> None:
    """A day brings one card or none: two are there after two days with a quarter, after three with a half."""
    coin = np.array([0, 1])
    assert np.mean(counts_after(coin, [2])[:, 0] >= 2) == pytest.approx(0.25)
    reached = days_until(coin, 2)
    assert np.mean(reached <= 2) == pytest.approx(0.25)
    assert np.mean(reached <= 3) == pytest.approx(0.5)


def test_a_team_that_finishes_nothing_never_gets_there() -> None:
    assert days_until(np.zeros(10, dtype=np.int64), 1).tolist() == [inf] * ROWS


def test_it_can_be_stopped() -> None:
    assert np.isinf(days_until(np.array([0, 1]), 5, lambda: True)).all()
