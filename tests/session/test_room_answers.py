"""What the room answered: kept, summed up, scored, and told in sentences that say no more than it did."""

from dataclasses import replace
from math import inf, nan

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from flowsim.charts.colours import LIGHT
from flowsim.charts.room_chart import bars_of
from flowsim.domain.exercise_checks import guess_problems
from flowsim.domain.predictions import ChoiceQuestion, NumberQuestion, Option, PointQuestion, Prediction
from flowsim.domain.problems import Refused
from flowsim.domain.room_answers import middle_of
from flowsim.domain.workshop import RoomVote, Round, RoundUnderWay, Workshop
from flowsim.domain.workshop_checks import workshop_problems
from flowsim.session.outcomes import Outcome
from flowsim.session.room_answers import (
    RoomScore,
    heard,
    interval_score,
    middle_half,
    numbers_said,
    score_of,
    votes_of,
    wanted,
)
from flowsim.session.room_pictures import room_picture
from flowsim.session.room_words import (
    beside_its_members,
    of_the_middle_half,
    over_the_rounds,
    said_by_room,
    whether_it_learns,
    with_other_luck,
)
from flowsim.session.session import Session
from flowsim.storage import Document
from tests.session.boards import BUSY

LEAD = NumberQuestion(text="How long?", figure="lead_time.mean")
SHARE = NumberQuestion(text="How busy?", figure="columns.a.utilisation")
WHERE = ChoiceQuestion(text="Where?", options=(Option(text="here"), Option(text="there"), Option(text="nowhere")))
WHEN = PointQuestion(text="How many?", curve="finished")

numbers = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3))
rooms = st.lists(numbers.map(lambda value: (value,)), min_size=1, max_size=40)


def lead(*said: float) -> Prediction:
    return Prediction(question=LEAD, room=tuple((value,) for value in said))


def session_with(*predictions: Prediction, revealed: bool = False) -> Session:
    session = Session(Document(BUSY))
    its = RoundUnderWay(name="Round 1", predictions=predictions, locked=revealed, revealed=revealed)
    session.history._first_workshop = Workshop(under_way=its)
    session.history._sum = None
    return session


# Kept


def test_answers_go_into_the_round_and_undo_takes_them_out() -> None:
    session = session_with(Prediction(question=LEAD), Prediction(question=WHERE))
    heard(session, [[(4.0,), (9.0,), (5.0,)], [(1.0,), (1.0,), (0.0,)]])
    its = session.workshop.under_way
    assert its is not None
    assert its.predictions[0] == Prediction(question=LEAD, guess=(5.0,), room=((4.0,), (9.0,), (5.0,)))
    assert its.predictions[1].guess == (1.0,)
    session.undo()
    assert session.workshop.under_way == RoundUnderWay(
        name="Round 1", predictions=(Prediction(question=LEAD), Prediction(question=WHERE))
    )


def test_typed_answers_come_first_and_leave_the_guess_to_people() -> None:
    session = session_with(Prediction(question=LEAD))
    heard(session, [[(4.0,)]], typed=True)
    its = session.workshop.under_way
    assert its is not None
    assert its.predictions[0].guess == ()
    heard(session, [[(9.0,)]])
    its = session.workshop.under_way
    assert its is not None
    assert its.predictions[0].room == ((4.0,), (9.0,))
    assert its.predictions[0].guess == (6.5,)


def test_what_was_heard_is_not_heard_again() -> None:
    session = session_with(Prediction(question=LEAD))
    heard(session, [[(4.0,)]])
    heard(session, [[(4.0,)]])
    its = session.workshop.under_way
    assert its is not None
    assert its.predictions[0].room == ((4.0,),)


def test_a_guess_for_all_is_not_replaced_by_the_middle() -> None:
    session = session_with(Prediction(question=LEAD, guess=(3.0,)))
    heard(session, [[(9.0,)]])
    its = session.workshop.under_way
    assert its is not None
    assert its.predictions[0].guess == (3.0,)


def test_answers_to_what_is_not_asked_are_refused() -> None:
    with pytest.raises(Refused):
        heard(session_with(Prediction(question=LEAD)), [[], []])
    with pytest.raises(Refused):
        heard(Session(Document(BUSY)), [[]])


def test_what_the_room_wants_is_kept() -> None:
    session = Session(Document(BUSY))
    vote = RoomVote(question="What next?", options=("a", "b"), votes=(3, 1))
    wanted(session, vote)
    assert session.workshop.votes == (vote,)
    assert session.workshop.holds_work
    session.undo()
    assert not session.workshop.holds_work


@pytest.mark.parametrize(
    ("prediction", "where"),
    [
        (Prediction(question=LEAD, room=((1.0,), (1.0, 2.0))), "here.room[1]"),
        (Prediction(question=LEAD, room=((),)), "here.room[0]"),
        (Prediction(question=WHERE, room=((3.0,),)), "here.room[0]"),
        (Prediction(question=WHERE, room=((0.5,),)), "here.room[0]"),
        (Prediction(question=WHEN, room=((0.5,),)), "here.room[0]"),
    ],
)
def test_an_answer_in_a_file_that_is_none_is_told(prediction: Prediction, where: str) -> None:
    assert [problem.where for problem in guess_problems(prediction, "here")] == [where]


def test_a_vote_in_a_file_has_a_number_for_each_option() -> None:
    vote = RoomVote(question="What next?", options=("a", "b"), votes=(3, 1, 2))
    [problem] = workshop_problems(Workshop(votes=(vote,)))
    assert problem.where == "session.workshop.votes[0].votes"


# Summed up


def test_the_middle_is_the_median_of_numbers_and_the_most_chosen_option() -> None:
    assert middle_of(lead(4, 100, 5)) == (5.0,)
    assert middle_of(lead(4, 5)) == (4.5,)
    assert middle_of(Prediction(question=WHERE, room=((2.0,), (1.0,), (2.0,)))) == (2.0,)
    assert middle_of(Prediction(question=WHERE, room=((2.0,), (1.0,)))) == (1.0,)  # the first of two as good
    assert middle_of(Prediction(question=WHEN, room=((1.0, 10.0), (3.0, 20.0), (9.0, 6.0)))) == (3.0, 10.0)
    assert middle_of(Prediction(question=LEAD)) == ()


def test_votes_are_counted_option_by_option() -> None:
    assert votes_of(Prediction(question=WHERE, room=((2.0,), (0.0,), (2.0,)))) == [1, 0, 2]


# Scored


def test_the_interval_score_is_width_and_four_times_what_lies_outside() -> None:
    # Gneiting & Raftery 2007, equation 43, with a half: (u - l) + 2/a (l - x) below, + 2/a (x - u) above; a = 0.5.
    assert interval_score(4, 9, 6) == 5
    assert interval_score(4, 9, 3) == 5 + 4 * 1
    assert interval_score(4, 9, 11) == 5 + 4 * 2
    assert interval_score(6, 6, 8) == 4 * 2


def test_the_score_of_a_room_by_hand() -> None:
    score = score_of(lead(2, 4, 6, 8, 20), Outcome(value=7.0))
    assert score is not None
    assert (score.middle, score.low, score.high, score.came) == (6, 4, 8, 7)
    assert (score.members, score.beaten) == (5, 3)  # 2, 4 and 20 were further off than 6; 6 and 8 were not
    assert score.half == 4
    assert score.alone == 4 * (5 + 3 + 1 + 1 + 13) / 5
    assert score.off == pytest.approx(1 / 7)


@pytest.mark.parametrize(
    ("prediction", "outcome"),
    [
        (lead(1, 2), Outcome(value=1.0)), (lead(1, 2, 3), Outcome(value=nan)),
        (Prediction(question=WHERE, room=((1.0,),) * 5), Outcome(options=(1,))),
        (Prediction(question=WHEN, room=((1.0, 5.0), (2.0, 5.0), (3.0, 5.0))), Outcome(value=5.0)),
        (Prediction(question=WHEN, guess=(50.0, 9.0), room=((10.0, 5.0),) * 5), Outcome(value=5.0)),
    ],
)  # fmt: skip
def test_where_nothing_can_be_scored_nothing_is(prediction: Prediction, outcome: Outcome) -> None:
    assert score_of(prediction, outcome) is None


@given(rooms, numbers)
def test_the_median_is_at_most_twice_as_far_off_as_members_are_on_average(
    said: list[tuple[float]], came: float
) -> None:
    assume(len(said) >= 3)
    score = score_of(Prediction(question=LEAD, room=tuple(said)), Outcome(value=came))
    assert score is not None
    assert 0 <= score.beaten <= score.members == len(said)
    assert score.low <= score.middle <= score.high
    assert score.half >= 0
    assert 4 * abs(score.middle - came) <= 2 * score.alone + 1e-6


@given(st.lists(numbers, min_size=1, max_size=60))
def test_the_middle_half_lies_between_the_quartiles(said: list[float]) -> None:
    low, high = middle_half(np.sort(np.array(said)))
    assert sum(value < low for value in said) <= (len(said) + 3) / 4  # a quartile may lie between two of them
    assert sum(value > high for value in said) <= (len(said) + 3) / 4


# In words


@given(rooms)
def test_what_the_room_said_names_its_number_of_answers(said: list[tuple[float]]) -> None:
    words = said_by_room(Prediction(question=LEAD, room=tuple(said)), BUSY)
    assert words.startswith("1 answer," if len(said) == 1 else f"{len(said)} answers,")
    assert ("the middle half" in words) == (len(said) >= 3)


def test_the_sentences_by_example() -> None:
    five = "5 answers, in the middle 6 days, the middle half from 5 days to 7 days"
    assert said_by_room(lead(4, 5, 6, 7, 9), BUSY) == five
    assert said_by_room(Prediction(question=WHERE, room=((1.0,), (1.0,), (0.0,))), BUSY) == "2 of 3 said “there”"
    assert said_by_room(Prediction(question=SHARE, room=((0.5,),)), BUSY) == "1 answer, in the middle 50 %"
    assert said_by_room(Prediction(question=LEAD), BUSY) == ""
    score = RoomScore(6, 5, 7, 6.5, 5, 4, 2.0, 5.0)
    assert beside_its_members(score) == "The room together was closer than 4 of its 5 members."
    assert of_the_middle_half(score) == (
        "The middle half of the room holds what came (interval score 2; one member alone 5 on average; less is better)."
    )
    outside = replace(score, came=9.0, beaten=5)
    assert beside_its_members(outside) == "The room together was closer than every one of its 5 members."
    assert of_the_middle_half(outside).startswith("What came lies outside of the middle half of the room (")


def test_whether_it_learns_is_said_from_the_third_round_and_only_if_it_did() -> None:
    def off(share: float) -> RoomScore:
        return RoomScore(10 * (1 + share), 0, 0, 10, 5, 3, 0, 0)

    assert whether_it_learns([off(0.4)]) == ""
    assert whether_it_learns([off(0.4), off(0.2)]) == "From round to round the room's middle was off by 40 %, 20 %."
    assert whether_it_learns([off(0.4), off(0.2), off(0.1)]).endswith("It came closer each time.")
    assert not whether_it_learns([off(0.4), off(0.5), off(0.1)]).endswith("each time.")
    assert not whether_it_learns([off(0.2), off(0.2), off(0.2)]).endswith("each time.")
    assert "far" in whether_it_learns([replace(off(0.4), came=0.0), off(0.1)])
    assert replace(off(0.4), came=0.0).off == inf


def test_was_the_room_wrong_or_the_run_lucky_is_counted() -> None:
    others = np.arange(101.0)
    assert with_other_luck(lead(50, 50, 50), Outcome(value=53.0), others) == [
        "With other luck the room would have been closer in 5 of 101 runs.",  # 48 to 52
        "In 53 of them less came than here, in 47 more.",
    ]
    assert with_other_luck(lead(50, 50, 50), Outcome(value=53.0), others[:50]) == []
    assert with_other_luck(lead(50, 50, 50), Outcome(value=nan), others) == []


def test_over_the_rounds_the_room_is_told_with_what_it_wanted() -> None:
    def played(name: str, *said: float) -> Round:
        return Round(name=name, scenario=BUSY, time=10.0, predictions=(lead(*said),))

    workshop = Workshop(
        rounds=(played("one", 14, 14, 14), played("two"), played("three", 12, 12, 12)),
        votes=(RoomVote(question="What next?", options=("a", "b"), votes=(3, 1)),),
    )
    outcomes = {place: [Outcome(value=10.0)] for place in range(3)}
    assert over_the_rounds(workshop, outcomes) == [
        "From round to round the room's middle was off by 40 %, 20 %.",
        "The room was asked “What next?”: a 3, b 1.",
    ]
    assert over_the_rounds(Workshop(), {}) == []


# In a picture


@given(rooms, numbers | st.just(nan), st.none() | st.lists(numbers, min_size=1, max_size=60))
def test_every_room_can_be_drawn_and_every_answer_is_counted(
    said: list[tuple[float]], came: float, others: list[float] | None
) -> None:
    prediction = Prediction(question=LEAD, room=tuple(said))
    luck = None if others is None else np.sort(np.array(others))
    picture = room_picture(prediction, Outcome(value=came), BUSY, luck, LIGHT)
    _, rows = picture.table()
    assert sum(int(str(row[2])) for row in rows) == len(said)
    assert picture.x.low < picture.x.high
    assert len(rows) <= 40


def test_a_number_sent_for_fun_does_not_hide_the_others() -> None:
    picture = room_picture(lead(*range(10, 39), 1e12), Outcome(value=20.0), BUSY, None, LIGHT)
    _, rows = picture.table()
    assert sum(int(str(row[2])) > 0 for row in rows) >= 6
    assert picture.x.high < 200
    assert int(str(rows[-1][2])) == 1
    assert max(many for _, many in bars_of(numbers_said(lead(*range(10, 39), 1e12)))) < 10


@given(rooms)
def test_the_bars_on_a_phone_count_every_answer(said: list[tuple[float]]) -> None:
    bars = bars_of(numbers_said(Prediction(question=LEAD, room=tuple(said))))
    assert sum(many for _, many in bars) == len(said)
    assert len({label for label, _ in bars}) == len(bars)


def test_two_numbers_that_are_nearly_the_same_are_drawn() -> None:
    assert sum(many for _, many in bars_of(numbers_said(lead(5, 5.000000000000001, 5)))) == 3


def test_options_are_drawn_with_what_came_true() -> None:
    prediction = Prediction(question=WHERE, room=((1.0,), (1.0,), (0.0,)))
    picture = room_picture(prediction, Outcome(options=(1,)), BUSY, None, LIGHT)
    assert picture.table() == (["option", "answers"], [["here", 1], ["there", 2], ["nowhere", 0]])
