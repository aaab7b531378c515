"""Luck: where a run lies among others with the same decisions; and one card under other settings."""

import numpy as np
import pytest

from flowsim.domain.arrivals import (
    Fixed,
    Interval,
    Poisson,
)
from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.interventions import MoveCard
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import (
    Column,
    Scenario,
)
from flowsim.engine import played
from flowsim.experiments.answer_words import luck_sentence
from flowsim.experiments.executors import OneProcess
from flowsim.experiments.luck import Luck, left_otherwise, lucks_of
from flowsim.experiments.run_figures import figures_by_name
from flowsim.metrics import FlowAccumulator, Staffing

TEAM = Scenario(
    name="team", columns=(Column(id="a", service=Exponential(mean=1.0)),), arrivals=Poisson(rate=0.7), horizon=None
)
STEADY = Scenario(
    name="steady", columns=(Column(id="a", service=Constant(value=2.0)),),
    arrivals=Interval(gap=Constant(value=1.0)), horizon=None,
)  # fmt: skip


def luck(scenario: Scenario, session: SavedSession, figure: str, runs: int) -> Luck:
    run = played(scenario, session.interventions, session.time)
    staffing = Staffing.of(scenario, session.interventions)
    flow = FlowAccumulator(scenario)
    flow.read(run.trace, run.now, staffing)
    own = figures_by_name([figure], scenario, flow, staffing)
    return list(lucks_of(scenario, session, own, OneProcess(), runs))[-1][0]


def test_over_many_seeds_a_run_lies_everywhere_alike() -> None:
    session = SavedSession(time=40.0)
    lucks = [luck(TEAM.with_seed(seed), session, "throughput", 19) for seed in range(200)]
    ranks = [(its.lower + its.equal / 2) / len(its.others) for its in lucks]
    counts = np.histogram(ranks, bins=4, range=(0, 1))[0]
    assert float(np.sum((counts - 50) ** 2) / 50) < 16.3  # chi-squared, 3 degrees of freedom: once in a thousand


def test_the_same_decisions_are_made_in_the_others() -> None:
    session = SavedSession(time=50.0, interventions=(SetWorkers(at=0.0, column="a", value=2),))
    its = luck(STEADY, session, "throughput", 5)
    assert its.own == pytest.approx(0.98, abs=0.03)
    assert luck_sentence(its) == "Throughput: the same in all 5 runs with the same decisions."


def test_an_act_that_another_run_refuses_is_left_out_there() -> None:
    session = SavedSession(time=10.0, interventions=(MoveCard(at=9.0, card=6, column="a"),))
    its = luck(TEAM, session, "wip", 20)
    assert len(its.others) == 20


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (0.5, "Lead time: unusually low; 0 of 40 runs with the same decisions are lower."),
        (99.0, "Lead time: unusually high; 40 of 40 runs with the same decisions are lower."),
        (20.5, "Lead time: a usual run; 20 of 40 runs with the same decisions are lower."),
        (1.0, "Lead time: unusually low; 0 of 40 runs with the same decisions are lower, 1 are the same."),
        (float("nan"), "Lead time: not enough is finished to tell."),
    ],
)
def test_it_is_said_in_one_sentence(own: float, words: str) -> None:
    assert luck_sentence(Luck("lead_time.mean", own, np.arange(1.0, 41.0))) == words


def test_a_card_would_have_left_earlier_with_two_people() -> None:
    """Cards 0, 1, 2 … come at 1, 2, 3 …; by one worker card 4 is done at 11, by two at 7."""
    session = SavedSession(time=30.0)
    assert left_otherwise(STEADY, session, 4, {"columns.a.workers": 2}) == (11.0, 7.0)
    assert left_otherwise(STEADY, session, 25, {"columns.a.workers": 2}) == (None, 28.0)


def test_a_card_that_never_comes_never_leaves() -> None:
    few = Scenario(name="few", columns=TEAM.columns, arrivals=Fixed(count=2), horizon=None)
    assert left_otherwise(few, SavedSession(time=90.0), 7, {}) == (None, None)


def test_from_a_few_runs_nothing_is_called_unusual() -> None:
    assert luck_sentence(Luck("lead_time.mean", 9.0, np.arange(19.0))) == "Lead time: too few runs to tell."
