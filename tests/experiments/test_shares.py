"""The share of each change in a difference: it sums to the whole, and is fair."""

from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.experiments.executors import OneProcess
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.shares import changes_between, shapley, shares_of
from tests.experiments.plans import plan

BEFORE: dict[str, Any] = {}
AFTER = {"columns.b.workers": 2, "columns.a.service.mean": 0.8, "columns.c.wip_limit": 2}


@given(changes=st.integers(1, 4), seed=st.integers(0, 99))
def test_a_share_is_the_mean_over_all_orders(changes: int, seed: int) -> None:
    values = list(np.random.default_rng(seed).normal(size=(1 << changes, 3)))
    expected = np.zeros((changes, 3))
    orders = list(permutations(range(changes)))
    for order in orders:
        made = 0
        for change in order:
            expected[change] += (values[made | 1 << change] - values[made]) / len(orders)
            made |= 1 << change
    assert shapley(values) == pytest.approx(expected)
    assert shapley(values).sum(axis=0) == pytest.approx(values[-1] - values[0])


def test_the_shares_of_a_comparison_sum_to_its_difference() -> None:
    asked = plan(
        compare=[{"name": "today", "set": BEFORE}, {"name": "then", "set": AFTER}], figures=["lead_time.mean"],
        replications=12,
    )  # fmt: skip
    experiment = Experiment(asked, OneProcess())
    list(experiment.play())
    shares = shares_of(asked, BEFORE, AFTER, "lead_time.mean", 0.0, OneProcess())
    assert [each.path for each in shares] == list(AFTER)
    whole = experiment.differences[0].interval(0).mean
    assert sum(each.interval.mean for each in shares) == pytest.approx(whole, abs=1e-9)


def test_a_change_that_changes_nothing_has_no_share() -> None:
    after = {"columns.b.workers": 2, "columns.a.wip_limit": 10_000}
    shares = shares_of(plan(), BEFORE, after, "lead_time.mean", 0.0, OneProcess())
    assert (shares[1].interval.low, shares[1].interval.high) == (0.0, 0.0)
    assert shares[0].interval.mean < 0


def test_what_both_set_alike_is_no_change() -> None:
    assert changes_between({"x": 1, "y": None}, {"x": 1, "y": 2, "z": 3}) == ["y", "z"]
    with pytest.raises(ValueError, match="0 changes"):
        shares_of(plan(), AFTER, AFTER, "lead_time.mean", 0.0, OneProcess())


def test_who_stops_it_gets_nothing_by_halves() -> None:
    assert shares_of(plan(), BEFORE, AFTER, "lead_time.mean", 0.0, OneProcess(), lambda: True) == []
