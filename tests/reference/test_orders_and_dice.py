"""Published figures of a fixed order, of the five-step exercise and of the dice game."""

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.feasibility import best_transfer_batch
from flowsim.domain.interventions import AddCard, DeliverCard, MoveCard
from flowsim.domain.policies import Rules
from flowsim.domain.scenario import Column, Scenario
from flowsim.engine import Simulation
from flowsim.metrics import FlowAccumulator, Staffing, figures_of
from flowsim.storage import load_scenario
from flowsim.storage.resources import exercises

VALUES = {
    value["id"]: value
    for value in json.loads((Path(__file__).parent / "values.json").read_text(encoding="utf-8"))["values"]
}


def test_the_best_batch_for_an_order_of_100() -> None:
    value = VALUES["order-100-optimum"]
    board: Any = next(each["board"] for name, each in VALUES.items() if name.startswith(value["board"]["note"]))
    works = [column["service"]["value"] for column in board["columns"]]
    found = best_transfer_batch(board["arrivals"]["count"], board["columns"][0]["setup"]["time"], works)
    assert found == pytest.approx(value["value"], abs=0.005)


@pytest.mark.parametrize(("batch", "share"), [(1, 0.728), (2, 0.421), (5, 0.186), (10, 0.096), (100, 0.010)])
def test_a_batch_alone_on_the_five_step_line_adds_value_for_the_published_share_of_its_time(
    batch: int, share: float
) -> None:
    exercise = load_scenario(next(each.path for each in exercises() if each.name == "Five-step line"))
    columns = tuple(replace(column, transfer_batch=batch) for column in exercise.columns)
    scenario = replace(exercise, columns=columns, arrivals=Fixed(count=batch))
    simulation, flow, staffing = Simulation(scenario), FlowAccumulator(scenario), Staffing.of(scenario)
    simulation.run()
    flow.read(simulation.trace, simulation.now, staffing)
    assert flow.finished.tolist() == [134.0 * batch + 50.0] * batch
    assert figures_of(flow, staffing).flow_efficiency == pytest.approx(share, abs=0.0005)


def finished_in_a_dice_game(numbers: np.random.Generator, rounds: int) -> int:
    """Five bowls in a row on a board where people pull: each round, in order, everybody moves up to a die's number."""
    columns = tuple(Column(id=f"bowl {index}", kind="queue") for index in range(4))
    scenario = Scenario(
        name="dice", columns=columns, arrivals=Fixed(count=1), rules=Rules(auto_pull=False), horizon=None
    )
    simulation = Simulation(scenario)
    bowls: list[list[int]] = [[] for _ in range(5)]
    cards = 1
    for now in range(rounds):
        at = float(now)
        rolls = numbers.integers(1, 7, 5)
        for _ in range(int(rolls[0])):
            simulation.do(AddCard(at=at))
            simulation.do(MoveCard(at=at, card=cards, column="bowl 0"))
            bowls[0].append(cards)
            cards += 1
        for station in range(1, 5):
            for _ in range(min(int(rolls[station]), len(bowls[station - 1]))):
                card = bowls[station - 1].pop(0)
                to_done = station == 4
                simulation.do(
                    DeliverCard(at=at, card=card) if to_done else MoveCard(at=at, card=card, column=f"bowl {station}")
                )
                bowls[station].append(card)
    return simulation.finished


@pytest.mark.parametrize(("rounds", "place"), [(10, 0), (20, 1)])
def test_the_dice_game_played_on_a_board_finishes_what_its_expectation_says(rounds: int, place: int) -> None:
    expected = VALUES["dice-game"]["value"][place]
    found = [finished_in_a_dice_game(np.random.default_rng(seed), rounds) for seed in range(400)]
    error = float(np.std(found, ddof=1)) / math.sqrt(len(found))
    assert abs(float(np.mean(found)) - expected) < 4 * error


def test_without_set_ups_the_best_batch_is_none_and_on_one_step_it_is_everything() -> None:
    assert best_transfer_batch(10, 0.0, [1.0, 2.0]) == 0.0
    assert best_transfer_batch(10, 5.0, [2.0]) == math.inf
