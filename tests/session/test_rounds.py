"""A workshop's rounds: predicted, locked, run to their end, revealed, kept; each act undone; nothing lost in a file."""

from collections.abc import Callable
from dataclasses import replace
from math import isnan

import pytest

from flowsim.domain.column_settings import SetWipLimit, SetWorkers
from flowsim.domain.exercises import Exercise, ExerciseStep, RoundPlan
from flowsim.domain.interventions import AddCard, MoveCard, SetRules
from flowsim.domain.predictions import ChoiceQuestion, Claim, NumberQuestion, Option, PointQuestion, Prediction
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Scenario
from flowsim.domain.workshop import Round, RoundUnderWay, Workshop
from flowsim.session import edit_commands, rounds
from flowsim.session.by_the_rule import rounds_by_the_rule
from flowsim.session.changes import Changes
from flowsim.session.outcomes import figure_of
from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.round_runs import run_of_round, runs_to_compare_with
from flowsim.session.round_table import outcomes_of, rows_of, what_differs
from flowsim.session.rounds import Phase, phase_of
from flowsim.session.session import Session
from flowsim.storage import Document
from tests.session.boards import BUSY, BY_HAND, session

HOW_LONG = NumberQuestion(text="How long is the lead time?", figure="lead_time.mean")
WHERE = ChoiceQuestion(
    text="Where does work pile up?",
    options=(
        Option(text="Analysis", holds=Claim(bottleneck="a")), Option(text="Build", holds=Claim(bottleneck="b"))
    ),
)  # fmt: skip
HOW_MANY = PointQuestion(text="How many are done by day 20?", curve="finished")
PLAN = RoundPlan(until=30.0, questions=(HOW_LONG, WHERE, HOW_MANY))


def play(it: Session) -> None:
    """Play until time stops by itself."""
    it.set_speed(AS_FAST_AS_IT_CAN)
    it.play()
    while it.player.playing:
        it.tick(0.1, 10.0)


def played_round(it: Session, plan: RoundPlan = PLAN) -> None:
    rounds.begun(it, plan)
    rounds.guessed(it, 0, [4.0])
    rounds.locked(it)
    play(it)
    rounds.revealed(it)
    rounds.kept(it)


def test_time_stands_until_the_predictions_are_locked_and_stops_at_the_end_of_the_round() -> None:
    it = session(BUSY)
    rounds.begun(it, PLAN)
    assert phase_of(it) is Phase.PREDICT
    with pytest.raises(Refused, match="lock the predictions first"):
        it.play()
    with pytest.raises(Refused, match="lock the predictions first"):
        it.step()
    assert it.now == 0.0
    rounds.locked(it)
    assert phase_of(it) is Phase.RUN
    play(it)
    assert it.now == 30.0
    assert phase_of(it) is Phase.OVER
    it.play()
    assert not it.player.playing


def test_a_guess_may_be_changed_until_it_is_locked() -> None:
    it = session(BUSY)
    rounds.begun(it, PLAN)
    rounds.guessed(it, 0, [4.0])
    rounds.guessed(it, 0, [5.0])
    rounds.locked(it)
    with pytest.raises(Refused, match="locked"):
        rounds.guessed(it, 0, [6.0])
    its = it.workshop.under_way
    assert its is not None
    assert its.predictions[0].guess == (5.0,)


def test_a_round_begins_at_zero_with_the_settings_that_stand_on_the_board() -> None:
    it = session(BUSY)
    it.simulation.advance_to(12.0)
    it.do(SetWipLimit(at=0.0, column="a", value=7))
    rounds.begun(it, PLAN)
    rounds.locked(it)
    assert (it.now, it.history.interventions) == (0.0, ())
    assert it.scenario.columns[0].wip_limit == 7
    it.undo()
    assert (it.now, len(it.history.interventions)) == (12.0, 1)


def test_a_round_is_kept_with_its_run_its_guesses_and_what_was_learned() -> None:
    it = session(BUSY)
    rounds.begun(it, PLAN)
    rounds.guessed(it, 1, [1])
    rounds.locked(it)
    it.step()
    it.do(SetWipLimit(at=0.0, column="b", value=9))
    play(it)
    rounds.revealed(it)
    rounds.learned(it, "Build holds us up")
    rounds.kept(it)
    [its] = it.workshop.rounds
    assert it.workshop.under_way is None
    assert (its.time, its.learned, its.predictions[1].guess) == (30.0, "Build holds us up", (1.0,))
    assert run_of_round(its).flow.rows.tobytes() == it.flow.rows.tobytes()


@pytest.mark.parametrize("shown", [False, True], ids=["over", "revealed"])
def test_what_comes_after_the_end_is_no_part_of_the_round(*, shown: bool) -> None:
    it = session(BUSY)
    rounds.begun(it, PLAN)
    rounds.locked(it)
    play(it)
    if shown:
        rounds.revealed(it)
    wider = SetWipLimit(at=0.0, column="b", value=9)
    with pytest.raises(Refused, match="the round is over: keep it or give it up"):
        it.do(wider)
    with pytest.raises(Refused, match="the round is over: keep it or give it up"):
        it.edit(edit_commands.other_luck(it, 5))
    it.look(3.0)
    assert it.why_not(wider) is None, "a branch is offered"
    it.look(None)
    rounds.kept(it)
    it.do(wider)
    assert it.conditions.columns[1].wip_limit == 9


ACTS: list[Callable[[Session], object]] = [
    lambda it: rounds.begun(it, PLAN),
    lambda it: rounds.guessed(it, 0, [4.0]),
    rounds.locked,
    rounds.revealed,
    lambda it: rounds.learned(it, "much"),
    rounds.kept,
    lambda it: rounds.renamed(it, 0, "First try"),
    lambda it: rounds.learned_then(it, 0, "more"),
    lambda it: rounds.put_on_board(it, 0),
    lambda it: rounds.removed(it, 0),
]


def test_every_act_is_taken_back_and_done_again_one_by_one() -> None:
    it = session(BUSY)
    stood = [(it.workshop, it.now)]
    for act in ACTS:
        act(it)
        if phase_of(it) is Phase.RUN:
            play(it)
        stood.append((it.workshop, it.now))
    for expected in reversed(stood[:-1]):
        it.undo()
        assert it.workshop == expected[0]
    assert not it.history.can_undo
    for expected in stood[1:]:
        it.redo()
        assert it.workshop == expected[0]


@pytest.mark.parametrize("many", range(1, len(ACTS) + 1))
def test_in_every_phase_the_file_holds_all_of_it(many: int) -> None:
    it = session(BUSY)
    for act in ACTS[:many]:
        act(it)
        if phase_of(it) is Phase.RUN:
            play(it)
    assert it.file.unsaved or not it.workshop.begun
    again = Session(it.file.document)
    assert again.workshop == it.workshop
    assert phase_of(again) is phase_of(it)
    assert again.flow.rows.tobytes() == it.flow.rows.tobytes()


def test_what_came_is_read_off_the_run() -> None:
    it = session(BUSY)
    rounds.begun(it, PLAN)
    rounds.guessed(it, 0, [1.0])
    rounds.guessed(it, 1, [1])
    rounds.guessed(it, 2, [20.0, 3.0])
    rounds.locked(it)
    play(it)
    rounds.kept(it)
    number, choice, point = outcomes_of(it.workshop, 0, {0: it.latest})
    done = it.flow.lines[-1]
    assert number.value == pytest.approx(float(it.flow.lead_times.mean()))
    assert number.off == pytest.approx(1.0 - number.value)
    assert choice.options == (0,)
    assert choice.right is False
    assert point.value == (done <= 20.0).sum()


def test_a_claim_may_compare_with_an_earlier_round() -> None:
    it = session(BUSY)
    longer = ChoiceQuestion(
        text="And now?",
        options=(
            Option(text="longer", holds=Claim(figure="lead_time.mean", than="first", above=0.0)),
            Option(text="shorter", holds=Claim(figure="lead_time.mean", than="first", below=0.0)),
        ),
    )  # fmt: skip
    rounds.begun(it, RoundPlan(until=30.0), "first")
    rounds.locked(it)
    play(it)
    rounds.kept(it)
    it.do(SetWipLimit(at=0.0, column="b", value=2))
    rounds.begun(it, RoundPlan(until=30.0, questions=(longer,)), "second")
    rounds.guessed(it, 0, [0])
    rounds.locked(it)
    play(it)
    rounds.kept(it)
    runs = {place: run_of_round(its) for place, its in enumerate(it.workshop.rounds)}
    before, after = (figure_of(runs[place], "lead_time.mean") for place in (0, 1))
    [outcome] = outcomes_of(it.workshop, 1, runs)
    assert outcome.options == ((0,) if after > before else (1,))


def test_the_table_tells_what_was_set_otherwise_and_what_came_out() -> None:
    it = session(BUSY)
    played_round(it)
    it.do(SetWipLimit(at=0.0, column="b", value=2))
    played_round(it)
    assert what_differs(it.workshop, 0) == "the first one"
    assert what_differs(it.workshop, 1) == "Build limit 3 → 2"
    rows = rows_of(it.workshop, {1: it.latest})
    assert rows[0].figures == {}
    assert rows[1].figures["lead_time.mean"] == pytest.approx(float(it.flow.lead_times.mean()))
    assert rows[1].figures["finished"] == len(it.flow.finishers)


def test_the_table_tells_of_another_length_and_warm_up() -> None:
    it = session(BUSY)
    played_round(it)
    it.edit(edit_commands.setting_changed(it, "warm-up", warm_up=4.0))
    played_round(it, replace(PLAN, until=20.0))
    assert what_differs(it.workshop, 1) == "warm-up none → 4 days; length: 30 days → 20 days"


def test_a_round_of_the_table_comes_back_to_the_board_as_it_ended() -> None:
    it = session(BUSY)
    played_round(it)
    rows = it.flow.rows.tobytes()
    it.restart()
    assert rounds.put_on_board(it, 0) & Changes.RUN
    assert it.now == 30.0
    assert it.flow.rows.tobytes() == rows


def test_work_done_by_hand_is_played_under_rules_on_the_same_work() -> None:
    it = session(replace(BY_HAND, columns=tuple(replace(each, workers=2) for each in BY_HAND.columns)))
    rounds.begun(it, RoundPlan(until=20.0))
    rounds.locked(it)
    for card in range(2):
        for column in ("a", "b"):
            it.do(MoveCard(at=0.0, card=card, column=column))
            it.simulation.advance_to(it.now + 3.0)
    play(it)
    rounds.kept(it)
    [hand] = it.workshop.rounds
    ruled = rounds_by_the_rule(hand)
    assert [its.name for its in ruled][:2] == ["Rule: pull with the board's limits", "Rule: no limits"]
    assert all(its.scenario.seed == hand.scenario.seed and its.time == hand.time for its in ruled)
    assert all(not its.interventions for its in ruled)
    by_rule = run_of_round(ruled[0])
    assert len(by_rule.flow.finishers) > len(run_of_round(hand).flow.finishers)
    assert [each.tolist() for each in by_rule.flow.arrived] == [each.tolist() for each in it.flow.arrived]


# An exercise

FREE = replace(BUSY, name="free", columns=tuple(replace(each, wip_limit=None) for each in BUSY.columns))
TOLD = Exercise(
    name="Told", boards={"busy": BUSY, "free": FREE},
    steps=(
        ExerciseStep(id="hello", title="Hello", board="busy"),
        ExerciseStep(id="first", title="First", round=PLAN),
        ExerciseStep(id="second", title="Second", board="free", set_={"columns.a.wip_limit": 4}, round=PLAN),
        ExerciseStep(id="end", title="End"),
    ),
)  # fmt: skip


def exercised() -> Session:
    it = session(BUSY)
    rounds.exercise_opened(it, TOLD)
    return it


def test_steps_set_up_their_boards_and_rounds() -> None:
    it = exercised()
    assert it.scenario == BUSY
    assert it.workshop.under_way is None
    rounds.stepped(it, 1)
    assert phase_of(it) is Phase.PREDICT
    rounds.locked(it)
    play(it)
    rounds.stepped(it, 2)
    assert [its.step for its in it.workshop.rounds] == ["first"]
    assert it.scenario.columns[0].wip_limit == 4
    assert it.scenario.columns[1].wip_limit is None
    assert it.now == 0.0
    assert phase_of(it) is Phase.PREDICT


def test_going_back_only_reads_again() -> None:
    it = exercised()
    rounds.stepped(it, 2)
    board, now = it.scenario, it.now
    rounds.stepped(it, 0)
    assert (it.scenario, it.now, it.workshop.step) == (board, now, 0)


def test_a_round_that_was_not_played_leaves_nothing_in_the_table() -> None:
    it = exercised()
    rounds.stepped(it, 1)
    rounds.stepped(it, 3)
    assert it.workshop.rounds == ()
    assert it.workshop.under_way is None


def test_another_exercise_keeps_the_rounds_of_the_one_before() -> None:
    it = exercised()
    rounds.stepped(it, 1)
    rounds.locked(it)
    play(it)
    rounds.exercise_opened(it, replace(TOLD, name="Another"))
    assert [its.step for its in it.workshop.rounds] == ["first"]
    it.undo()
    assert it.workshop.exercise == TOLD


def test_an_exercise_that_was_only_read_is_nothing_to_save() -> None:
    scenario: Scenario = TOLD.boards["busy"]
    it = Session(Document(scenario))
    rounds.exercise_opened(it, TOLD)
    rounds.stepped(it, 2)
    assert it.file.only_played
    rounds.locked(it)
    play(it)
    rounds.kept(it)
    assert not it.file.only_played


# Found by somebody who tried to break it


def test_a_question_about_a_column_that_is_gone_stays_open_and_the_file_opens() -> None:
    it = session(BUSY)
    lost = PointQuestion(text="?", curve="columns.b.queue")
    rounds.begun(it, RoundPlan(until=30.0, questions=(WHERE, lost)))
    rounds.guessed(it, 0, [1])
    rounds.guessed(it, 1, [20.0, 3.0])
    it.edit(edit_commands.column_removed(it, 1))
    rounds.locked(it)
    play(it)
    rounds.kept(it)
    again = Session(it.file.document)
    assert again.workshop == it.workshop
    _, point = outcomes_of(it.workshop, 0, {0: run_of_round(it.workshop.rounds[0])})
    assert (point.right, isnan(point.value)) == (None, True)


def test_a_board_on_which_nobody_works_cannot_be_locked() -> None:
    it = session(BUSY)
    it.simulation.advance_to(5.0)
    it.do(SetWorkers(at=0.0, column="a", value=0))
    rounds.begun(it, PLAN)
    with pytest.raises(Refused, match="workers"):
        rounds.locked(it)
    assert phase_of(it) is Phase.PREDICT


def test_time_stands_as_soon_as_people_are_asked_to_predict() -> None:
    it = session(BUSY)
    it.play()
    rounds.begun(it, PLAN)
    assert not it.player.playing
    rounds.locked(it)
    it.play()
    it.undo()
    assert not it.player.playing


@pytest.mark.parametrize("guess", [[1.5], [7.0], [-1.0], [0.0, 1.0], [float("nan")]])
def test_what_is_no_answer_is_refused(guess: list[float]) -> None:
    it = session(BUSY)
    rounds.begun(it, PLAN)
    with pytest.raises(Refused, match="no answer"):
        rounds.guessed(it, 1, guess)


def test_a_round_kept_late_is_no_longer_than_it_was() -> None:
    it = session(BUSY)
    played_round(it)
    it.simulation.advance_to(50.0)
    it._read()
    it.undo()
    rounds.kept(it)
    assert it.workshop.rounds[0].time == 30.0


def test_a_round_without_questions_begins_when_it_is_locked_and_is_kept() -> None:
    it = session(BUSY)
    rounds.begun(it, RoundPlan(until=30.0))
    with pytest.raises(Refused, match="press Run"):
        it.play()
    rounds.locked(it)
    play(it)
    rounds.kept(it)
    assert len(it.workshop.rounds) == 1


def test_a_round_without_an_end_is_not_begun_on_a_board_that_lost_its_own() -> None:
    it = session(BUSY)
    it.edit(edit_commands.setting_changed(it, "length", horizon=100.0))
    rounds.begun(it, replace(PLAN, until=None))
    it.edit(edit_commands.setting_changed(it, "no length", horizon=None))
    with pytest.raises(Refused, match="the round needs an end"):
        rounds.locked(it)
    assert phase_of(it) is Phase.PREDICT


def test_long_names_of_rounds_differ_too() -> None:
    it = session(BUSY)
    for _ in range(3):
        played_round(it, replace(PLAN, name="x" * 200))
    names = [its.name for its in it.workshop.rounds]
    assert len(set(names)) == 3
    assert max(map(len, names)) <= 200


def test_nothing_is_revealed_or_kept_before_it_came() -> None:
    it = session(BUSY)
    rounds.begun(it, PLAN)
    with pytest.raises(Refused, match="the round is not over yet"):
        rounds.revealed(it)
    with pytest.raises(Refused, match="the round has not begun"):
        rounds.kept(it)
    rounds.locked(it)
    it.step()
    with pytest.raises(Refused, match="the round is not over yet"):
        rounds.revealed(it)
    play(it)
    rounds.revealed(it)
    assert rounds.revealed(it) is Changes.NOTHING


def test_a_revealed_round_is_not_played_again_with_the_answers_known() -> None:
    it = session(BUSY)
    rounds.begun(it, PLAN)
    rounds.locked(it)
    with pytest.raises(Refused, match="locked"):
        rounds.locked(it)
    play(it)
    rounds.revealed(it)
    with pytest.raises(Refused, match="keep it"):
        it.restart()


def test_a_rule_is_a_rule_whatever_people_set_by_hand() -> None:
    it = session(BUSY)
    rounds.begun(it, RoundPlan(until=20.0))
    rounds.locked(it)
    it.simulation.advance_to(1.0)
    it.do(SetWipLimit(at=0.0, column="a", value=3))
    it.do(SetRules(at=0.0, value=replace(BUSY.rules, auto_pull=False)))
    it.do(AddCard(at=0.0, title="by hand"))
    play(it)
    rounds.kept(it)
    pull, free, tight = rounds_by_the_rule(it.workshop.rounds[0])
    assert [type(act) for act in pull.interventions] == [SetWipLimit, SetRules, AddCard]
    for its in (free, tight):
        assert [type(act) for act in its.interventions] == [SetRules, AddCard]
    for its in (pull, free, tight):
        [rules] = [act.value for act in its.interventions if isinstance(act, SetRules)]
        assert rules.auto_pull
    assert len(run_of_round(free).flow.arrived) == len(it.flow.arrived)


OTHER = replace(BUSY, name="other", columns=tuple(replace(each, id=f"z{each.id}") for each in BUSY.columns))
WANDERING = Exercise(
    name="Wandering", boards={"busy": BUSY, "other": OTHER},
    steps=(
        ExerciseStep(id="s1", title="", set_={"columns.a.wip_limit": 7}),
        ExerciseStep(id="s2", title="", round=PLAN),
        ExerciseStep(id="s3", title="", board="other"),
        ExerciseStep(id="s4", title="", round=RoundPlan(until=5.0)),
    ),
)  # fmt: skip


def test_a_step_without_a_board_stands_on_the_board_the_story_has_come_to() -> None:
    it = session(FREE)
    rounds.exercise_opened(it, WANDERING)
    assert it.scenario == replace(BUSY, columns=(replace(BUSY.columns[0], wip_limit=7), BUSY.columns[1]))
    rounds.stepped(it, 3)
    assert it.scenario == OTHER
    rounds.stepped(it, 0)
    rounds.stepped(it, 1)
    assert it.scenario == BUSY


def test_what_a_step_cannot_set_is_refused_in_words() -> None:
    it = exercised()
    it.edit(edit_commands.column_removed(it, 0))
    wrong = replace(TOLD, steps=(TOLD.steps[0], ExerciseStep(id="x", title="", set_={"columns.q.wip_limit": 1})))
    rounds.exercise_opened(it, wrong)
    with pytest.raises(Refused, match="what the board has not"):
        rounds.stepped(it, 1)


def test_when_nothing_can_be_told_a_choice_is_not_called_wrong() -> None:
    it = session(BUSY)
    rounds.begun(it, RoundPlan(until=0.001, questions=(WHERE,)))
    rounds.guessed(it, 0, [1])
    rounds.locked(it)
    play(it)
    rounds.kept(it)
    [outcome] = outcomes_of(it.workshop, 0, {0: run_of_round(it.workshop.rounds[0])})
    assert (outcome.right, outcome.known) == (None, False)


def test_only_the_last_round_of_each_step_that_is_compared_with_is_played_again() -> None:
    compares = ChoiceQuestion(
        text="Longer?",
        options=(
            Option(text="yes", holds=Claim(figure="lead_time.mean", than="first", above=0.0)), Option(text="no")
        ),
    )  # fmt: skip

    def played(step: str, time: float, exercise: str = "x") -> Round:
        return Round(name=step, scenario=BUSY, time=time, step=step, exercise=exercise)

    rounds_so_far = (played("first", 5.0), played("other", 6.0), played("first", 7.0), played("first", 8.0, "y"))
    its = RoundUnderWay(name="now", exercise="x", step="now", predictions=(Prediction(question=compares),))
    runs = runs_to_compare_with(Workshop(rounds=rounds_so_far), its)
    assert {step: run.now for step, run in runs.items()} == {"first": 7.0}
    assert runs_to_compare_with(Workshop(rounds=rounds_so_far), replace(its, predictions=())) == {}
