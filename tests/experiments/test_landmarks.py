"""The best batch and the capacity wall stand where theory has them, and only where the board is what it assumes."""

from dataclasses import replace
from typing import Any

import pytest

from flowsim.domain.arrivals import (
    Poisson,
)
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.policies import Setup
from flowsim.domain.scenario import Column, Scenario
from flowsim.experiments.landmarks import landmarks
from flowsim.experiments.questions import Choice, Question, questions_of, ready_made
from flowsim.storage import load_scenario
from flowsim.storage.resources import exercises
from tests.reference.test_published_values import VALUES

SET_UPS = load_scenario(next(its.path for its in exercises() if its.name == "Set-ups and the right batch"))


def about_set_ups(board: Scenario) -> Question:
    [found] = [its for its in ready_made(board) if its.title == "Which set-up batch?"]
    return found


def test_the_best_batch_stands_between_the_sizes_that_are_tried() -> None:
    [published] = [value["value"] for value in VALUES if value["id"] == "order-100-optimum"]
    question = about_set_ups(SET_UPS)
    [best] = landmarks(SET_UPS, question)
    sizes = [int(choice.name) for choice in question.choices]
    before = int(best.place)
    low, high = sizes[before], sizes[before + 1]
    assert low + (best.place - before) * (high - low) == pytest.approx(published, abs=0.005)
    assert best.name == "Q* = 5.5"
    assert best.figures == ("last_delivery",)


def machine(rate: float, **settings: Any) -> Scenario:
    """One machine with a set-up of 20 and 4 a card: B / (20 + 4·B) cards at the most."""
    column = Column(id="a", service=Constant(value=4.0), setup=Setup(rule="per_batch", time=20.0, batch=10))
    return Scenario(name="m", columns=(replace(column, **settings),), arrivals=Poisson(rate=rate))


@pytest.mark.parametrize(("rate", "least"), [(0.125, 6), (0.15, 8), (0.2, 21)])
def test_the_wall_stands_at_the_smallest_batch_that_keeps_up(rate: float, least: int) -> None:
    board = machine(rate)
    assert least / (20 + 4 * least) > rate >= (least - 1) / (20 + 4 * (least - 1))
    [wall] = landmarks(board, about_set_ups(board))
    assert wall.name == f"keeps up from {least} on"
    assert wall.figures == ()


@pytest.mark.parametrize(
    "board",
    [
        machine(0.5),
        replace(SET_UPS, columns=(replace(SET_UPS.columns[0], workers=2), *SET_UPS.columns[1:])),
        replace(SET_UPS, columns=(replace(SET_UPS.columns[0], service=Exponential(mean=9.0)), *SET_UPS.columns[1:])),
        replace(SET_UPS, columns=(replace(SET_UPS.columns[0], wip_limit=40), *SET_UPS.columns[1:])),
    ],
)
def test_where_the_board_is_something_else_there_is_none(board: Scenario) -> None:
    assert landmarks(board, about_set_ups(board)) == []


def test_other_questions_have_none() -> None:
    for question in questions_of(SET_UPS):
        if not question.path.endswith("setup.batch"):
            assert landmarks(SET_UPS, question) == []


def test_a_landmark_outside_the_sizes_that_are_tried_is_not_drawn() -> None:
    columns = [column.id for column in SET_UPS.columns]
    large = tuple(
        Choice(
            str(size), {f"columns.{its}.{part}": size for its in columns for part in ("transfer_batch", "setup.batch")}
        )
        for size in (10, 20)
    )
    assert landmarks(SET_UPS, replace(about_set_ups(SET_UPS), choices=large)) == []
