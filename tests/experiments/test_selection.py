"""The best of many against published numbers: Kim & Nelson's procedure, and OCBA's shares."""

import json
from pathlib import Path

import numpy as np
import pytest

from flowsim.experiments.executors import OneProcess
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.findings import findings_of
from flowsim.experiments.selection import OcbaSchedule, SelectionSchedule, eta, ocba_shares
from tests.experiments.plans import plan

REFERENCE = json.loads((Path(__file__).parents[1] / "reference" / "statistics.json").read_text(encoding="utf-8"))


def test_eta_is_as_computed() -> None:
    its = REFERENCE["kn_eta"]
    for k, expected in zip(its["k"], its["eta"], strict=True):
        assert eta(k, its["n0"], its["alpha"]) == pytest.approx(expected, abs=5e-7)


def test_ocba_shares_out_as_computed() -> None:
    its = REFERENCE["ocba"]["split"]
    assert 1000 * ocba_shares(np.arange(10.0), np.full(10, 6.0)) == pytest.approx(its, abs=0.005)


def selected(case: dict[str, float], seed: int) -> tuple[bool, int]:
    """Whether the best was found at the slippage configuration, and with how many runs in all."""
    rng, k = np.random.default_rng(seed), int(case["k"])
    schedule = SelectionSchedule(k, 0, 1.0, REFERENCE["kn_slippage"]["delta"], 0.95, 100_000)
    means = np.full(k, REFERENCE["kn_slippage"]["delta"])
    means[0] = 0.0
    runs, share = 0, case["correlation"]
    while schedule.goes_on(schedule.rounds):
        common, own = rng.normal(), rng.normal(size=k)
        values = means + np.sqrt(share) * common + np.sqrt(1 - share) * own
        runs += len(schedule.active)
        schedule.take({cell: [values[cell]] for cell in schedule.active})
    return schedule.survivors == [0], runs


@pytest.mark.parametrize("case", REFERENCE["kn_slippage"]["cases"], ids=lambda case: str(case["correlation"]))
def test_the_best_is_found_as_often_and_at_the_cost_that_was_published(case: dict[str, float]) -> None:
    found = [selected(case, seed) for seed in range(300)]
    assert sum(right for right, _ in found) >= 0.95 * len(found)
    # The cost varies by about a half of itself from run to run; 300 of them tell its mean to 10 percent.
    assert np.mean([runs for _, runs in found]) == pytest.approx(case["replications"], rel=0.10)


def test_the_most_is_found_where_the_most_is_wanted() -> None:
    schedule = SelectionSchedule(3, 0, -1.0, 0.5, 0.95, 1000)
    rng = np.random.default_rng(1)
    while schedule.goes_on(schedule.rounds):
        schedule.take({cell: [float(cell) + 0.1 * rng.normal()] for cell in schedule.active})
    assert schedule.survivors == [2]


def test_a_budget_is_spent_to_the_last_run_and_mostly_where_it_tells() -> None:
    rng = np.random.default_rng(2)
    schedule = OcbaSchedule(5, 0, 1.0, 500)
    rounds = 0
    while schedule.goes_on(rounds):
        schedule.take({cell: [cell + 2 * rng.normal()] for cell in schedule.active})
        rounds += 1
    assert schedule.runs.sum() == 500
    assert schedule.runs[0] + schedule.runs[1] > 300
    assert schedule.runs.min() >= 10


@pytest.mark.parametrize("budget", [None, 40])
def test_a_setting_that_finishes_nothing_is_no_best(budget: int | None) -> None:
    """With work of 100 in a run of 60 nothing is finished: its lead time is not 0, it is not known."""
    best = {"figure": "lead_time.mean", "want": "least", "within": 0.5} | ({"budget": budget} if budget else {})
    asked = plan(vary=[{"path": "columns.b.service.mean", "values": [1e9, 1.0]}], best=best)
    experiment = Experiment(asked, OneProcess())
    list(experiment.play())
    told = findings_of(experiment)
    assert told[0] == (
        "lead_time.mean is not defined in every run of columns.b.service.mean = 1e+09: nothing was finished; "
        "it can be no best."
    )
    assert told[1].startswith("columns.b.service.mean = 1 ")
    assert experiment.runs <= 40


def test_where_no_setting_finishes_anything_it_ends_at_once() -> None:
    best = {"figure": "lead_time.mean", "want": "least", "within": 0.5}
    asked = plan(vary=[{"path": "columns.b.service.mean", "values": [1e9, 1e10]}], best=best)
    experiment = Experiment(asked, OneProcess())
    list(experiment.play())
    assert experiment.runs == 2
    assert len(findings_of(experiment)) == 1
