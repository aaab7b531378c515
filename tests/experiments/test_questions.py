"""What people can ask of a board: every question can be played, and begins at what is in force."""

from dataclasses import replace

import pytest
from hypothesis import given

from flowsim.domain.scenario import Scenario
from flowsim.experiments.differing import settings_between
from flowsim.experiments.executors import OneProcess
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.questions import horizon_for, plan_of, playable, questions_of, ready_made, usable
from flowsim.storage import load_scenario
from flowsim.storage.resources import exercises, templates
from flowsim.storage.settings import with_settings
from tests.engine.boards import scenarios

BOARDS = [load_scenario(path) for path in (*(each.path for each in exercises()), *(path for path, *_ in templates()))]
EVERY_BOARD = pytest.mark.parametrize("board", BOARDS, ids=lambda its: its.name)


@EVERY_BOARD
def test_what_is_in_force_is_among_the_values_of_every_question(board: Scenario) -> None:
    asked = questions_of(board)
    assert asked
    for question in asked:
        assert question.now is not None
        assert settings_between(board, with_settings(board, question.choices[question.now].settings)) == {}
        assert len({each.name for each in question.choices}) == len(question.choices)


@EVERY_BOARD
def test_every_question_on_a_board_of_ours_can_be_played(board: Scenario) -> None:
    every = [*ready_made(board), *questions_of(board)]
    for question in [question for each in every if (question := usable(board, each)) is not None]:
        plan = plan_of(board, [question], 2, 20.0)
        few = replace(plan, warm_up=0.0, compare=plan.compare[:2], vary=tuple(
            replace(each, values=each.values[:2]) for each in plan.vary
        ))  # fmt: skip
        experiment = Experiment(few, OneProcess())
        assert len(list(experiment.play())) == 2 * len(few.cells)


def test_two_questions_make_every_pair_of_their_choices() -> None:
    first, second = questions_of(BOARDS[0])[:2]
    plan = plan_of(BOARDS[0], [first, second], 2)
    assert len(plan.cells) == len(first.choices) * len(second.choices)


def test_without_anybody_there_cards_are_pulled_by_themselves() -> None:
    by_hand = next(board for board in BOARDS if not board.rules.auto_pull)
    assert playable(by_hand).rules.auto_pull
    assert settings_between(by_hand, playable(by_hand)) == {"rules.auto_pull": True}


@given(scenarios())
def test_any_board_has_questions_and_a_length_of_run(board: Scenario) -> None:
    assert 0 < horizon_for(board) <= 1e10
    for question in (*questions_of(board), *ready_made(board)):
        fits = usable(board, question)
        assert fits is None or len(fits.choices) > 1


@given(scenarios())
def test_the_settings_between_two_boards_make_one_from_the_other(board: Scenario) -> None:
    for question in questions_of(board):
        fits = usable(board, question)
        for choice in fits.choices if fits is not None else ():
            other = with_settings(board, choice.settings)
            settings = settings_between(board, other)
            assert settings is not None
            assert with_settings(board, settings) == other


def test_boards_with_other_columns_differ_by_more_than_settings() -> None:
    assert settings_between(BOARDS[0], BOARDS[1]) is None
    assert settings_between(BOARDS[0], replace(BOARDS[0], columns=BOARDS[0].columns[:2])) is None
