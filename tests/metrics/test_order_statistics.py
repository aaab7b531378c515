"""Percentiles of values that keep coming are the nearest ranks of all of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.metrics.order_statistics import LEAST_RECENT, OrderStatistics, nearest_rank_of

values = st.floats(0, 1e6) | st.integers(0, 5).map(float)
SHARES = (0.01, 0.5, 0.7, 0.85, 0.95, 1.0)


@given(st.lists(st.lists(values, max_size=40), min_size=1, max_size=20))
def test_every_rank_is_that_of_the_sorted_values(parts: list[list[float]]) -> None:
    ranks, everything = OrderStatistics(), list[float]()
    for part in parts:
        ranks.extend(np.array(part))
        everything += part
        ordered = sorted(everything)
        assert len(ranks) == len(everything)
        assert [ranks.at(rank) for rank in range(len(ordered))] == ordered
        assert ranks.values.tolist() == ordered
        if ordered:
            assert ranks.largest == ordered[-1]


@given(st.lists(values, min_size=1, max_size=60), st.lists(values, max_size=10).map(sorted))
def test_as_many_values_are_below_an_edge_as_are_smaller(some: list[float], edges: list[float]) -> None:
    ranks = OrderStatistics(np.array(some[: len(some) // 2]))
    ranks.extend(np.array(some[len(some) // 2 :]))
    assert ranks.count_below(np.array(edges)).tolist() == [sum(value < edge for value in some) for edge in edges]


def test_what_is_merged_into_the_settled_ones_keeps_its_rank() -> None:
    numbers = np.random.default_rng(1).permutation(10 * LEAST_RECENT).astype(np.float64)
    ranks = OrderStatistics()
    for part in np.array_split(numbers, 37):
        ranks.extend(part)
    assert [ranks.at(rank) for rank in (0, 1, 4999, len(numbers) - 1)] == [0.0, 1.0, 4999.0, len(numbers) - 1.0]


@given(st.lists(st.floats(0, 100), min_size=1, max_size=300), st.sampled_from(SHARES))
def test_a_percentile_is_numpys_inverted_distribution_function(some: list[float], share: float) -> None:
    """numpy decides by p·n as it is rounded, we by p·n as it is meant; they differ only where that matters."""
    product = share * len(some)
    if abs(product - round(product)) > 1e-9 or product == round(product):
        expected = np.quantile(np.array(some), share, method="inverted_cdf")
        assert OrderStatistics(np.array(some)).percentiles((share,)) == (float(expected),)


@pytest.mark.parametrize(
    ("share", "count", "rank"), [(0.85, 20, 16), (0.7, 10, 6), (0.95, 100, 94), (0.5, 1, 0), (0.5, 2, 0), (1.0, 7, 6)]
)
def test_the_rank_of_a_share_is_exact_where_rounding_is_not(share: float, count: int, rank: int) -> None:
    assert nearest_rank_of(share, count) == rank
