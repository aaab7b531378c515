"""What an experiment claims is so: intervals hold the truth as often as they say, pairs tell more."""

import json
from dataclasses import replace
from math import inf
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from flowsim.experiments.executors import OneProcess
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.plan import Plan
from flowsim.experiments.replication import Board, Job, Player
from flowsim.experiments.statistics import interval_of, paired_difference, welch_difference
from flowsim.experiments.theory import mmc_lead_time
from flowsim.storage import load_scenario
from flowsim.storage.writing import plain_values
from tests.experiments.plans import by_themselves, plan
from tests.reference.test_published_values import scenario_of

REFERENCE = Path(__file__).parents[1] / "reference"
STATISTICS = json.loads((REFERENCE / "statistics.json").read_text(encoding="utf-8"))
VALUES = {its["id"]: its for its in json.loads((REFERENCE / "values.json").read_text(encoding="utf-8"))["values"]}


def means(asked: Plan, place: int = 0) -> list[float]:
    return [float(tally.mean[place]) for tally in played(asked).tallies]


def played(asked: Plan) -> Experiment:
    experiment = Experiment(asked, OneProcess())
    list(experiment.play())
    return experiment


def in_batches(board: dict[str, Any], size: int) -> dict[str, Any]:
    names = [column["id"] for column in board["columns"]]
    return {f"columns.{name}.{field}": size for name in names for field in ("transfer_batch", "setup.batch")}


def test_the_u_curve_of_the_batch_is_that_of_the_reference_to_the_digit() -> None:
    curve = STATISTICS["batch_u_curve"]
    board = plain_values(scenario_of(VALUES["five-step-order-100-setup-30-batch-5"]["board"]))
    asked = plan(
        scenario=board, horizon=None, replications=1, figures=["first_delivery", "last_delivery"],
        compare=[{"name": str(size), "set": in_batches(board, size)} for size in curve["Q"]],
    )  # fmt: skip
    experiment = played(asked)
    assert [float(its.mean[0]) for its in experiment.tallies] == curve["first"]
    assert [float(its.mean[1]) for its in experiment.tallies] == curve["last"]


def test_set_ups_take_the_capacity_that_the_reference_says() -> None:
    its = STATISTICS["setup_capacity"]
    board = plain_values(scenario_of(VALUES["setup-capacity-5"]["board"]))
    cells = [
        {"name": str(size), "set": {f"columns.{board['columns'][0]['id']}.setup.batch": size}} for size in its["b"]
    ]
    # Whole batches fit into the window, so the count has no remainder: s + b · p divides it for every b.
    horizon = float(np.lcm.reduce([its["s"] + size * its["p"] for size in its["b"]]))
    found = means(plan(scenario=board, horizon=horizon, replications=1, figures=["throughput"], compare=cells))
    assert found == pytest.approx(its["per_minute"], abs=6e-5)


@pytest.mark.parametrize("exercise", by_themselves(), ids=lambda its: its.name)
def test_pairs_under_common_random_numbers_tell_more_on_every_exercise(exercise: Any) -> None:
    """The slowest column gets a tenth faster; the difference of lead times, run by run."""
    scenario = load_scenario(exercise.path)
    slowest = max((column for column in scenario.columns if not column.is_queue), key=lambda its: its.service.mean)
    faster = replace(scenario, columns=tuple(_faster(its) if its is slowest else its for its in scenario.columns))
    values = [_lead_times(board, 12) for board in (scenario, faster)]
    paired, unpaired = paired_difference(*values), welch_difference(*values)
    assert paired.high - paired.low <= unpaired.high - unpaired.low


def _faster(column: Any) -> Any:
    values = {**vars_of(column.service)}
    scaled = {name: tuple(0.9 * each for each in value) if isinstance(value, tuple) else 0.9 * value
              for name, value in values.items() if name not in ("cv", "kind", "shape")}  # fmt: skip
    return replace(column, service=replace(column.service, **scaled))


def vars_of(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def _lead_times(board: Any, replications: int) -> Any:
    until = inf if board.ends_by_itself else 60.0
    player = Player(Board(replace(board, horizon=None), until, ("lead_time.mean",)))
    return np.array([player.play(Job(0, 0), seed).figures[0] for seed in range(replications)])


EXPERIMENTS, EACH, LONG = 400, 10, 3000.0


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("columns", [1, 3], ids=["M/M/1", "three columns"])
def test_an_interval_of_95_percent_holds_the_truth_in_95_percent_of_experiments(columns: int) -> None:
    """Of long runs whose beginning is cut: what is left of it is too little to matter."""
    board = scenario_of(VALUES["mm1-0.5"]["board"])
    one = board.columns[0]
    board = replace(
        board, columns=tuple(replace(one, id=f"c{place}", wip_limit=None) for place in range(columns)),
        warm_up=300.0, horizon=LONG,
    )  # fmt: skip
    truth = columns * mmc_lead_time(0.5, 1.0, 1)
    player = Player(Board(board, LONG, ("lead_time.mean",)))
    held = 0
    for experiment in range(EXPERIMENTS):
        values = [player.play(Job(0, 0), EACH * experiment + each).figures[0] for each in range(EACH)]
        its = interval_of(values)
        held += its.low <= truth <= its.high
    assert 0.92 <= held / EXPERIMENTS <= 0.98
