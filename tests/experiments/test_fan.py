"""Fans of futures: the same on any number of workers, the first hundred the beginning of the thousand."""

import os
import signal
from collections.abc import Iterator

import numpy as np
import pytest

from flowsim.domain.column_settings import SetWorkers
from flowsim.engine import Simulation, Snapshot
from flowsim.experiments.executors import KeptPool, OneProcess
from flowsim.experiments.fan import FIRST, Fan, moments
from flowsim.storage import load_scenario
from flowsim.storage.resources import exercises


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    simulation = Simulation(load_scenario(exercises()[0].path))
    simulation.advance_to(60.0)
    return simulation.snapshot()


@pytest.fixture
def pool() -> Iterator[KeptPool]:
    made = KeptPool(2)
    yield made
    made.leave()


def test_the_first_hundred_are_the_beginning_of_all(snapshot: Snapshot, pool: KeptPool) -> None:
    came = list(Fan(snapshot, (), 7, moments(60.0, 100.0), 20, pool, futures=500).counts())
    (first, reached), (whole, all_reached) = came[0], came[-1]
    assert (len(first), len(whole)) == (FIRST, 500)
    np.testing.assert_array_equal(first, whole[:FIRST])
    np.testing.assert_array_equal(reached, all_reached[:FIRST])
    alone = list(Fan(snapshot, (), 7, moments(60.0, 100.0), 20, OneProcess(), futures=500).counts())[-1]
    np.testing.assert_array_equal(whole, alone[0])


def test_more_people_meet_the_same_luck_and_no_future_is_slower_by_much(snapshot: Snapshot) -> None:
    acts = (SetWorkers(at=60.0, column="test", value=3),)
    now, then = (
        list(Fan(snapshot, its, 7, moments(60.0, 140.0), 30, OneProcess(), futures=100).counts())[-1]
        for its in ((), acts)
    )
    assert np.all(np.diff(now[0], axis=1) >= 0)
    assert float(np.mean(then[0][:, -1] >= now[0][:, -1])) > 0.95


def test_a_future_that_does_not_reach_the_goal_says_so(snapshot: Snapshot) -> None:
    counts, reached = list(Fan(snapshot, (), 7, moments(60.0, 61.0), 5000, OneProcess(), futures=100).counts())[-1]
    assert np.all(np.isinf(reached))
    assert counts.max() < 20


def test_a_worker_that_dies_costs_nothing_but_time(snapshot: Snapshot, pool: KeptPool) -> None:
    expected = list(Fan(snapshot, (), 7, moments(60.0, 100.0), 20, OneProcess(), futures=200).counts())[-1]
    os.kill(pool.open().submit(os.getpid).result(), signal.SIGKILL)
    came = list(Fan(snapshot, (), 7, moments(60.0, 100.0), 20, pool, futures=200).counts())[-1]
    np.testing.assert_array_equal(came[0], expected[0])


def test_one_that_is_stopped_comes_no_further(snapshot: Snapshot) -> None:
    assert list(Fan(snapshot, (), 7, moments(60.0, 100.0), 20, OneProcess(), lambda: True).counts()) == []
