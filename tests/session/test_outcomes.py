"""Figures of a run by their names in files: those of one class of service among them."""

from dataclasses import replace

import numpy as np
import pytest

from flowsim.domain.exercise_checks import exercise_problems
from flowsim.domain.exercises import Exercise, ExerciseStep, RoundPlan
from flowsim.domain.figure_names import is_duration, is_figure_of_a_round
from flowsim.domain.predictions import NumberQuestion
from flowsim.domain.scenario import CardClass
from flowsim.engine import played
from flowsim.session.outcomes import figure_of, figures_named
from flowsim.session.round_table import figure_in_words, figure_name_in_words
from flowsim.session.simulation_view import view_of
from tests.session.boards import BUSY

CLASSES = (CardClass(id="standard", name="Standard", share=0.7), CardClass(id="urgent.now", share=0.3, priority=1))
BOARD = replace(BUSY, classes=CLASSES, warm_up=5.0)
URGENT = "classes.urgent.now.lead_time.mean"


@pytest.mark.parametrize("kind", ["lead_time", "cycle_time"])
@pytest.mark.parametrize("index", [0, 1])
def test_a_time_of_a_class_is_that_of_its_cards_finished_after_the_warm_up(kind: str, index: int) -> None:
    simulation = played(BOARD, (), 60.0)
    run = view_of(simulation)
    flow = run.flow
    cards = [card for card in flow.finishers if flow.finished[card] > 5.0 and simulation.class_of(int(card)) == index]
    began = flow.arrived if kind == "lead_time" else flow.started
    times = np.sort(flow.finished[cards] - began[cards])
    name = f"classes.{CLASSES[index].id}.{kind}"
    assert len(cards) > 5
    assert figure_of(run, f"{name}.mean") == pytest.approx(times.mean(), rel=1e-12)
    assert figure_of(run, f"{name}.p85") == times[int(np.ceil(0.85 * len(times))) - 1]


def test_the_times_of_the_classes_weigh_up_to_that_of_all() -> None:
    run = view_of(played(BOARD, (), 60.0))
    names = [f"classes.{its.id}.lead_time.mean" for its in CLASSES]
    found = figures_named((*names, "lead_time.mean"), run)
    counts = [len(run.finished_in_class(index).cards) for index in range(2)]
    assert np.average([found[name] for name in names], weights=counts) == pytest.approx(found["lead_time.mean"])


def test_a_class_that_is_not_there_any_more_has_no_time() -> None:
    run = view_of(played(BUSY, (), 60.0))
    assert np.isnan(figure_of(run, URGENT))


def test_a_time_of_a_class_is_a_duration_with_a_name_and_a_unit() -> None:
    assert is_duration(URGENT)
    assert is_figure_of_a_round(URGENT, BOARD)
    assert figure_name_in_words(URGENT, BOARD) == "urgent.now: lead time"
    assert figure_in_words(URGENT, 1.87, "day") == "1.9 days"


@pytest.mark.parametrize("name", ["classes.nobody.lead_time.mean", "classes.standard.wip", "classes.standard", URGENT])
def test_an_exercise_cannot_ask_for_a_class_or_a_figure_that_its_board_has_not(name: str) -> None:
    asked = RoundPlan(until=10.0, questions=(NumberQuestion(text="?", figure=name),))
    standard_only = replace(BUSY, classes=(CLASSES[0],))
    exercise = Exercise(name="x", boards={"b": standard_only}, steps=(ExerciseStep(id="s", title="s", round=asked),))
    [problem] = exercise_problems(exercise)
    assert problem.where == "steps[0].round.questions[0].figure"
    assert "classes.ID.lead_time.mean" in problem.expected


@pytest.mark.parametrize(("value", "told"), [(0.022, "1.3 / hour"), (0.49, "29.4 / hour"), (0.6, "0.60 / minute")])
def test_a_slow_rate_is_told_per_hour_as_on_the_board(value: float, told: str) -> None:
    assert figure_in_words("throughput", value, "minute") == told
    assert figure_in_words("throughput", 0.022, "day") == "0.022 / day"
