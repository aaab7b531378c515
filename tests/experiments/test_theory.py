"""Formulas against published values, and against boards that are what the formulas assume."""

import json
from dataclasses import replace
from math import inf
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.arrivals import (
    Interval,
    Poisson,
    Saturated,
)
from flowsim.domain.distributions import Constant, Exponential, Gamma
from flowsim.domain.policies import Blockers, Rules
from flowsim.domain.scenario import Column, Scenario, SharedLimit
from flowsim.experiments.executors import OneProcess
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.report_page import report_page
from flowsim.experiments.theory import (
    best_case,
    departures_cv,
    erlang_c,
    mmc_lead_time,
    pollaczek_khinchine,
    practical_worst_case,
    theory_of,
    vut,
    worst_case,
)
from tests.experiments.plans import plan
from tests.reference.test_published_values import scenario_of

VALUES: dict[str, Any] = {
    value["id"]: value
    for value in json.loads((Path(__file__).parents[1] / "reference" / "values.json").read_text(encoding="utf-8"))[
        "values"
    ]
}


@pytest.mark.parametrize("which", ["mm1-0.5", "mm3-0.8", "md1-0.8", "mg1-gamma-half", "jackson-3", "open-nolimit-lead"])
def test_where_a_formula_is_exact_it_is_the_published_value(which: str) -> None:
    (said,) = theory_of(scenario_of(VALUES[which]["board"]))
    assert said.kind == "exact"
    assert said.figure == VALUES[which]["figure"]
    assert said.value == pytest.approx(VALUES[which]["value"], rel=1e-5)


@pytest.mark.parametrize("cards", [1, 4, 10])
def test_the_practical_worst_case_is_that_of_penny_fab_one(cards: int) -> None:
    value = VALUES[f"penny-fab-one-exp-w{cards}"]
    best, practical, worst = theory_of(scenario_of(value["board"]))
    assert practical.value == pytest.approx(value["value"], abs=5e-7)
    assert worst.value - 1e-12 <= practical.value <= best.value + 1e-12


def test_erlang_c_of_three_workers() -> None:
    """Gross et al.: C(3, 2.4) = 0.6472; many servers do not overflow."""
    assert erlang_c(3, 2.4) == pytest.approx(0.6472, abs=5e-5)
    assert 0 < erlang_c(1000, 950.0) < 1


@given(load=st.floats(0.05, 0.95), work=st.floats(0.1, 10))
def test_one_worker_and_exponential_work_is_the_same_by_every_formula(load: float, work: float) -> None:
    rate = load / work
    expected = work / (1 - load)
    assert mmc_lead_time(rate, work, 1) == pytest.approx(expected)
    assert pollaczek_khinchine(rate, work, 1.0) == pytest.approx(expected)
    assert vut(rate, 1.0, work, 1.0) == pytest.approx(expected)
    assert departures_cv(load, 1.0, 1.0) == pytest.approx(1.0)  # Burke: departures are by chance again


@given(cards=st.integers(1, 50), works=st.lists(st.floats(0.1, 5), min_size=1, max_size=6))
def test_the_three_cases_lie_in_their_order(cards: int, works: list[float]) -> None:
    alone, rate = sum(works), 1 / max(works)
    low, middle, high = worst_case(alone), practical_worst_case(cards, rate, alone), best_case(cards, rate, alone)
    assert low * (1 - 1e-9) <= middle <= high * (1 + 1e-9)


def test_where_more_comes_than_can_be_done_there_is_no_mean() -> None:
    board = Scenario(name="full", columns=(Column(id="a", service=Exponential(mean=2.0)),), arrivals=Poisson(rate=0.5))
    assert theory_of(board)[0].value == inf


PLAIN = Scenario(
    name="two",
    columns=(Column(id="a", service=Gamma(mean=1.0, cv=0.5)), Column(id="b", service=Constant(value=1.1))),
    arrivals=Interval(gap=Gamma(mean=1.5, cv=0.7)),
)


def test_any_other_open_board_without_limits_is_told_about() -> None:
    (said,) = theory_of(PLAIN)
    assert (said.theory, said.kind) == ("Kingman (VUT)", "approximate")


@pytest.mark.parametrize(
    "board",
    [
        replace(PLAIN, columns=(replace(PLAIN.columns[0], blockers=Blockers(probability=0.1)), PLAIN.columns[1])),
        replace(PLAIN, columns=(PLAIN.columns[0], replace(PLAIN.columns[1], wip_limit=3))),
        replace(PLAIN, rules=Rules(replenish_every=2.0)),
        replace(PLAIN, arrivals=Saturated(), shared_limits=(SharedLimit(columns=("a",), limit=3),)),
    ],
    ids=["blockers", "a limit", "a cadence", "a limit over a part"],
)
def test_of_what_is_beyond_the_formulas_nothing_is_said(board: Scenario) -> None:
    assert theory_of(board) == []


def test_the_page_shows_it_beside_what_was_simulated() -> None:
    experiment = Experiment(plan(vary=[{"path": "columns.b.service.mean", "values": [0.5, 1.5]}]), OneProcess())
    list(experiment.play())
    page = report_page(experiment)
    assert page.count("Jackson: M/M/c, column by column") == 2
    expected = mmc_lead_time(0.5, 1.0, 1) * 2 + mmc_lead_time(0.5, 1.5, 1)
    assert f">{expected:.4g}<" in page
