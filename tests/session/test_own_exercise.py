"""An exercise made of a session: it can be played by others, asks what was asked, and promises what came out."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.exercise_checks import exercise_problems
from flowsim.domain.exercises import Exercise
from flowsim.domain.interventions import AddCard
from flowsim.domain.predictions import ChoiceQuestion, Claim, NumberQuestion, Option, Prediction
from flowsim.domain.scenario import (
    Scenario,
)
from flowsim.domain.workshop import Round, Workshop
from flowsim.session import rounds
from flowsim.session.expected_numbers import broken_promises
from flowsim.session.own_exercise import MOST_TOLD, Draft, exercise_from, rounds_told, with_promises
from flowsim.session.round_runs import run_of_round
from flowsim.storage.exercise_file import load_exercise, save_exercise
from flowsim.storage.resources import exercises
from flowsim.storage.settings import with_settings
from tests import strategies
from tests.session.boards import BUSY, session
from tests.session.test_rounds import HOW_LONG, PLAN, played_round

BUSY_WITH_TWENTY = replace(BUSY, arrivals=Fixed(count=20), horizon=None)
DRAFT = Draft(name="Ours", teaches="What a limit does.", rounds=(0, 1), debrief=("What would you try?",))

COMPARES = ChoiceQuestion(
    text="Longer?",
    options=(
        Option(text="yes", holds=Claim(figure="lead_time.mean", than="first", above=0.0)), Option(text="no")
    ),
)  # fmt: skip


def scenarios_and_workshops() -> st.SearchStrategy[tuple[Scenario, Workshop]]:
    return strategies.scenarios(playable=True).flatmap(lambda its: st.tuples(st.just(its), strategies.workshops(its)))


@pytest.fixture
def workshop() -> Workshop:
    """Two rounds, the second with another limit and something learned."""
    it = session(BUSY)
    played_round(it)
    it.restart()
    it.do(SetWipLimit(at=0.0, column="a", value=1))
    rounds.begun(it, PLAN)
    rounds.locked(it)
    it.set_speed(float("inf"))
    it.play()
    while it.player.playing:
        it.tick(0.1, 10.0)
    rounds.revealed(it)
    rounds.learned(it, "Less is more.")
    rounds.kept(it)
    return it.workshop


def promising(workshop: Workshop, draft: Draft = DRAFT) -> Exercise:
    made = exercise_from(workshop, BUSY, None, draft)
    told = rounds_told(workshop, draft)
    return with_promises(made, [None if its.interventions else run_of_round(its) for its in told])


def test_each_round_is_a_step_between_looking_and_talking(workshop: Workshop) -> None:
    made = exercise_from(workshop, BUSY, None, DRAFT)
    assert [step.id for step in made.steps] == ["look", "round1", "round2", "debrief"]
    assert list(made.boards) == ["board"]
    first, second = made.steps[1:3]
    assert first.set_ == {}
    assert second.set_ == {"columns.a.wip_limit": 1}
    assert second.text == "New on the board: Analysis limit 2 → 1."
    assert second.notes == "What was learned when it was played first: Less is more."
    assert first.round is not None
    assert (first.round.until, first.round.questions) == (PLAN.until, PLAN.questions)
    assert made.variants[0].minutes == sum(int(step.minutes or 0) for step in made.steps)


def test_guesses_and_learnings_of_the_first_players_are_not_shown_to_the_next(workshop: Workshop) -> None:
    made = exercise_from(workshop, BUSY, None, DRAFT)
    assert "Less is more." not in "".join(step.text for step in made.steps)


def test_what_it_promises_is_what_came_out(workshop: Workshop, tmp_path: Path) -> None:
    made = promising(workshop)
    assert len(made.expected) == 4
    save_exercise(tmp_path / "ours.flowsim-exercise", made)
    read = load_exercise(tmp_path / "ours.flowsim-exercise")
    assert list(broken_promises(read)) == []
    wrong = replace(read, expected=(replace(read.expected[0], value=read.expected[0].value + 0.01),))
    assert list(broken_promises(wrong)) != []


def test_a_round_in_which_people_acted_promises_nothing_and_tells_whoever_leads() -> None:
    acted = Round(name="By hand", scenario=BUSY, time=20.0, interventions=(AddCard(at=3.0),))
    made = promising(Workshop(rounds=(acted,)), replace(DRAFT, rounds=(0,)))
    assert made.expected == ()
    assert made.steps[1].notes == "When it was played first, people did this in the run: 1 act on cards."


def test_another_board_or_another_seed_is_a_board_of_its_own(workshop: Workshop) -> None:
    [first, _] = workshop.rounds
    others = (first, replace(first, scenario=first.scenario.with_seed(99)), replace(first, scenario=BUSY_WITH_TWENTY))
    made = exercise_from(Workshop(rounds=others), BUSY, None, replace(DRAFT, rounds=(0, 1, 2)))
    assert list(made.boards) == ["board", "board2", "board3"]
    assert [step.board for step in made.steps[1:4]] == ["board", "board2", "board3"]
    assert made.steps[3].text.startswith(("New on the board", "Another board"))


def test_a_question_that_compares_goes_with_the_round_it_compares_with() -> None:
    first = Round(name="First", scenario=BUSY, time=20.0, step="first", exercise="x")
    second = Round(
        name="Second", scenario=BUSY, time=20.0, step="second", exercise="x",
        predictions=(Prediction(question=COMPARES), Prediction(question=HOW_LONG)),
    )  # fmt: skip
    both = exercise_from(Workshop(rounds=(first, second)), BUSY, None, DRAFT)
    alone = exercise_from(Workshop(rounds=(first, second)), BUSY, None, replace(DRAFT, rounds=(1,)))
    assert both.steps[2].round is not None
    assert alone.steps[1].round is not None
    asked = both.steps[2].round.questions[0]
    assert isinstance(asked, ChoiceQuestion)
    assert asked.options[0].holds is not None
    assert asked.options[0].holds.than == "round1"
    assert alone.steps[1].round.questions == (HOW_LONG,)
    assert list(exercise_problems(both)) == list(exercise_problems(alone)) == []


def test_without_questions_lead_time_is_asked() -> None:
    made = exercise_from(Workshop(), BUSY, 50.0, replace(DRAFT, rounds=()))
    assert made.steps[1].round is not None
    assert made.steps[1].round.until == 50.0
    [asked] = made.steps[1].round.questions
    assert isinstance(asked, NumberQuestion)
    assert asked.figure == "lead_time.mean"


def test_dice_callouts_and_pace_come_along_from_the_exercise_it_was_played_in() -> None:
    story = load_exercise(next(each.story for each in exercises() if each.name == "Dice game"))
    played = Round(
        name="Ten", scenario=story.boards["board"], time=10.0, step="first", exercise=story.name, dice=(3, 4)
    )
    made = exercise_from(Workshop(exercise=story, rounds=(played,)), BUSY, None, replace(DRAFT, rounds=(0,)))
    step = made.steps[1]
    assert step.round is not None
    assert step.round.dice == (3, 4)
    assert step.notes == ""
    assert step.callouts == story.steps[1].callouts
    assert step.speed == 1.0
    assert list(exercise_problems(made)) == []


def test_a_round_on_the_board_of_its_step_keeps_the_text_of_that_step() -> None:
    story = load_exercise(next(each.story for each in exercises() if each.name == "Penny game"))
    [ten] = [step for step in story.steps if step.id == "ten"]
    board = with_settings(story.boards["board"], ten.set_)
    played = Round(name="Ten at a time", scenario=board, time=50.0, step="ten", exercise=story.name)
    changed = replace(played, scenario=with_settings(board, {"columns.third.service.value": 2}))
    made = exercise_from(Workshop(exercise=story, rounds=(played, changed)), BUSY, None, DRAFT)
    assert [step.title for step in made.steps[1:3]] == [ten.title, ten.title]
    assert made.steps[1].text == ten.text
    assert made.steps[2].text == "New on the board: Third person work: 2 minutes, always the same."


def test_steps_of_the_same_name_in_two_exercises_are_two() -> None:
    team = Round(name="Team", scenario=BUSY, time=20.0, step="first", exercise="Software team")
    hats = Round(
        name="Ada", scenario=BUSY, time=20.0, step="ada", exercise="Many hats",
        predictions=(Prediction(question=COMPARES), Prediction(question=HOW_LONG)),
    )  # fmt: skip
    made = exercise_from(Workshop(rounds=(team, hats)), BUSY, None, DRAFT)
    assert made.steps[2].round is not None
    assert made.steps[2].round.questions == (HOW_LONG,), "its own first step is not told, and the other is not its own"


def test_what_the_board_has_not_any_more_is_not_asked() -> None:
    gone = NumberQuestion(text="?", figure="classes.nobody.lead_time.mean")
    its = Round(
        name="R", scenario=BUSY, time=20.0, predictions=(Prediction(question=gone), Prediction(question=HOW_LONG))
    )
    made = exercise_from(Workshop(rounds=(its,)), BUSY, None, replace(DRAFT, rounds=(0,)))
    assert made.steps[1].round is not None
    assert made.steps[1].round.questions == (HOW_LONG,)


def test_a_full_table_and_endless_texts_still_make_a_file_that_opens(tmp_path: Path) -> None:
    many = tuple(
        Round(name="x" * 200, scenario=BUSY.with_seed(seed), time=1.0, learned="l" * 100_000) for seed in range(200)
    )
    draft = Draft(
        name="n" * 900, teaches="t" * 900, welcome="w" * 200_000, rounds=range(200), minutes=90,
        debrief=["d" * 900] * 60, notes="n" * 200_000,
    )  # fmt: skip
    made = promising(Workshop(rounds=many), draft)
    save_exercise(tmp_path / "full.flowsim-exercise", made)
    assert load_exercise(tmp_path / "full.flowsim-exercise") == made
    assert len(made.steps) == MOST_TOLD + 2


@given(scenarios_and_workshops())
def test_of_whatever_was_played_a_whole_exercise_is_made(what: tuple[Scenario, Workshop]) -> None:
    scenario, workshop = what
    made = exercise_from(workshop, scenario, None, replace(DRAFT, rounds=range(len(workshop.rounds))))
    with TemporaryDirectory() as folder:
        save_exercise(Path(folder) / "made.flowsim-exercise", made)
        assert load_exercise(Path(folder) / "made.flowsim-exercise") == made
