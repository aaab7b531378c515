"""Questions as phones are asked them, answers as they are kept, what people type in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.audience.questions import PhoneQuestion
from flowsim.domain.predictions import ChoiceQuestion, NumberQuestion, Option, PointQuestion, Prediction
from flowsim.domain.workshop import RoundUnderWay
from flowsim.session.outcomes import Outcome
from flowsim.ui.workshop.phone_questions import asked_of, guesses_of, result_of
from flowsim.ui.workshop.typed_answers import answers_in
from tests.session.boards import BUSY

LEAD = Prediction(question=NumberQuestion(text="How long?", figure="lead_time.mean"))
BUSY_SHARE = Prediction(
    question=NumberQuestion(text="How busy?", figure="columns.a.utilisation"), room=((0.5,), (0.9,))
)
WHERE = Prediction(question=ChoiceQuestion(text="Where?", options=(Option(text="a"), Option(text="b"))), room=((1.0,),))
WHEN = Prediction(question=PointQuestion(text="How many?", curve="finished"))
ROUND = RoundUnderWay(name="Round 1", predictions=(LEAD, BUSY_SHARE, WHERE, WHEN))


def test_each_kind_is_asked_with_its_unit() -> None:
    asked = asked_of(ROUND, BUSY, 60.0)
    assert [(each.kind, each.unit, each.options) for each in asked.questions] == [
        ("number", "days", ()), ("number", "%", ()), ("choice", "", ("a", "b")), ("point", "cards", ()),
    ]  # fmt: skip
    assert (asked.questions[3].across, asked.questions[3].across_unit) == (60.0, "days")
    assert asked.questions[3].up >= 0.8 * 60  # more than will come


def test_another_round_is_another_question_and_the_same_one_the_same() -> None:
    assert asked_of(ROUND, BUSY, 60.0).key == asked_of(ROUND, BUSY, 60.0).key
    assert asked_of(ROUND, BUSY, 60.0).key != asked_of(ROUND, BUSY, 90.0).key  # a point may be elsewhere now
    assert asked_of(replace(ROUND, key="a"), BUSY, 60.0).key != asked_of(replace(ROUND, key="b"), BUSY, 60.0).key
    other = RoundUnderWay(name="Round 2", predictions=ROUND.predictions)
    assert asked_of(other, BUSY, 60.0).key != asked_of(ROUND, BUSY, 60.0).key


def test_per_cent_become_shares() -> None:
    said = guesses_of([[(5.0,)], [(50.0,)], [(1.0,)], [(3.0, 4.0)]], ROUND.predictions, BUSY)
    assert said == [[(5.0,)], [(0.5,)], [(1.0,)], [(3.0, 4.0)]]


def test_a_result_tells_what_came_and_what_the_room_said() -> None:
    result = result_of(BUSY_SHARE, Outcome(value=0.7), BUSY)
    assert result.came == "70 %"
    assert result.room == "2 answers, in the middle 70 %."
    assert sum(many for _, many in result.bars) == 2
    assert result_of(WHERE, Outcome(options=(0,)), BUSY).bars == (("a", 0), ("b", 1))
    assert result_of(LEAD, Outcome(value=7.0), BUSY).bars == ()


NUMBER = PhoneQuestion("number", "How long?")
CHOICE = PhoneQuestion("choice", "Where?", options=("a", "b", "c"))
POINT = PhoneQuestion("point", "How many?", across=60.0, up=40.0)


@pytest.mark.parametrize(
    ("question", "typed", "answers"),
    [
        (NUMBER, "4 7.5 7,5; 12", [(4.0,), (7.5,), (7.5,), (12.0,)]), (NUMBER, "", []),
        (NUMBER, "4, 5", [(4.0,), (5.0,)]),
        (NUMBER, "four", None), (NUMBER, "nan", None), (NUMBER, "1e99", None), (NUMBER, "4/5", None),
        (CHOICE, "2 0 1", [(0.0,), (0.0,), (2.0,)]), (CHOICE, "2 0", None),
        (CHOICE, "2,0,1", [(0.0,), (0.0,), (2.0,)]),
        (CHOICE, "-1 1 1", None), (CHOICE, "1.5 1 1", None), (CHOICE, "999999 1 1", None), (CHOICE, "", []),
        (POINT, "20/14 20/9,5", [(20.0, 14.0), (20.0, 9.5)]), (POINT, "61/1", None), (POINT, "20", None),
    ],
)  # fmt: skip
def test_what_people_type_in(question: PhoneQuestion, typed: str, answers: list[tuple[float, ...]] | None) -> None:
    assert answers_in(typed, question) == answers


@given(st.text(max_size=60), st.sampled_from([NUMBER, CHOICE, POINT]))
def test_whatever_is_typed_is_answers_or_none(text: str, question: PhoneQuestion) -> None:
    answers = answers_in(text, question)
    assert answers is None or all(question.answer_of(list(answer)) == answer for answer in answers)
