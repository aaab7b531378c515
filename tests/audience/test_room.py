"""The rules of the room, without a network: who may vote, what is shown to whom, what comes back after a restart."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from flowsim.audience.questions import Answer, Result
from flowsim.audience.room import CODE_LENGTH, CODE_SIGNS, MOST_PHONES, Entry, NotAllowed, Phase, Room
from tests.audience.phones import ASKED, CHOICE, NUMBER, POINT


def opened() -> Room:
    room = Room(Entry.new())
    room.ask(ASKED)
    return room


def joined(room: Room, place: str) -> str:
    return room.join(room.entry.key, place)


def test_an_entry_is_short_to_type_and_long_to_guess() -> None:
    entries = {Entry.new() for _ in range(200)}
    assert len(entries) == 200
    for entry in entries:
        assert len(entry.code) == CODE_LENGTH
        assert set(entry.code) <= set(CODE_SIGNS)
        assert len(entry.key) >= 20


def test_key_and_code_let_in_and_nothing_else_does() -> None:
    room = opened()
    assert room.join(room.entry.key, "a") != room.join(room.entry.code, "b")
    for wrong in ("", "A", room.entry.key[:-1], room.entry.code.lower() + " ", "☃"):
        with pytest.raises(NotAllowed) as refused:
            room.join(wrong, "c")
        assert refused.value.status == 403


def test_a_phone_that_comes_again_from_its_place_is_the_same_one() -> None:
    room = opened()
    token = joined(room, "a")
    room.vote(token, "round 1", 0, [5])
    assert joined(room, "a") == token
    assert room.joined == 1
    room.shared_addresses = True
    assert joined(room, "a") != token


def test_the_room_has_an_end() -> None:
    room = opened()
    for number in range(MOST_PHONES):
        joined(room, str(number))
    with pytest.raises(NotAllowed) as refused:
        joined(room, "one more")
    assert refused.value.status == 503
    assert joined(room, "7")  # who was in is in


@pytest.mark.parametrize(
    ("question", "given_", "answer"),
    [
        (NUMBER, [5], (5.0,)), (NUMBER, [-1.5], (-1.5,)), (NUMBER, [], None), (NUMBER, [1, 2], None),
        (NUMBER, ["5"], None), (NUMBER, [True], None), (NUMBER, [1e13], None), (NUMBER, [10**400], None),
        (NUMBER, [float("nan")], None), (NUMBER, None, None), (NUMBER, {"0": 1}, None), (NUMBER, [[1]], None),
        (CHOICE, [2], (2.0,)), (CHOICE, [3], None), (CHOICE, [-1], None), (CHOICE, [0.5], None),
        (POINT, [30, 12.5], (30.0, 12.5)), (POINT, [61, 1], None), (POINT, [1, 41], None), (POINT, [-1, 1], None),
        (POINT, [1], None),
    ],
)  # fmt: skip
def test_only_an_answer_is_an_answer(question: Any, given_: Any, answer: Answer | None) -> None:
    assert question.answer_of(given_) == answer


def test_before_the_reveal_a_phone_sees_its_own_answers_alone() -> None:
    room = opened()
    one, other = joined(room, "a"), joined(room, "b")
    room.vote(one, "round 1", 0, [12345])
    for _ in ("open", "locked"):
        assert "12345" not in str(room.view(other))
        assert room.view(one)["mine"] == [[12345.0], None, None]
        room.lock()
    room.reveal([Result("7 days", "12345 days", (("12345", 1),))])
    assert "12345" in str(room.view(other))


def test_what_was_revealed_is_asked_anew_without_the_old_answers() -> None:
    room = opened()
    token = joined(room, "a")
    room.vote(token, "round 1", 0, [5])
    room.lock()
    room.ask(ASKED)  # the lock was taken back
    assert room.view(token)["mine"][0] == [5.0]
    room.reveal([])
    room.ask(ASKED)
    assert room.view(token)["mine"][0] is None


class Voting(RuleBasedStateMachine):
    """Whatever anybody does: one answer a phone and question, only while it is open; a restart brings all back."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[Mapping[str, Any]] = []
        self.room = Room(Entry.new(), write=self.written.append)
        self.tokens: list[str] = []
        self.votes: dict[tuple[str, int], Answer] = {}

    @rule(place=st.integers(0, 9))
    def join(self, place: int) -> None:
        token = joined(self.room, str(place))
        if token not in self.tokens:
            self.tokens.append(token)

    @rule()
    def ask(self) -> None:
        if self.room.phase is Phase.REVEALED:
            self.votes.clear()
        self.room.ask(ASKED)

    @rule()
    def lock(self) -> None:
        self.room.lock()

    @precondition(lambda self: self.room.phase is Phase.LOCKED)
    @rule()
    def reveal(self) -> None:
        self.room.reveal([])

    @precondition(lambda self: self.tokens)
    @rule(which=st.integers(0, 9), question=st.integers(-1, 3), number=st.integers(-2, 50))
    def vote(self, which: int, question: int, number: int) -> None:
        token = self.tokens[which % len(self.tokens)]
        given_ = [number, number] if question == 2 else [number]
        may = self.room.phase is Phase.OPEN and 0 <= question < 3
        answer = ASKED.questions[question].answer_of(given_) if may else None
        try:
            self.room.vote(token, "round 1", question, given_)
        except NotAllowed:
            assert answer is None
        else:
            assert answer is not None
            self.votes[token, question] = answer

    @rule(number=st.integers(0, 9), key=st.sampled_from(["round 1", "round 0", ""]))
    def forge(self, number: int, key: str) -> None:
        with pytest.raises(NotAllowed):
            self.room.vote(f"token {number}", key, 0, [1])

    @invariant()
    def each_has_one_answer(self) -> None:
        if self.room.asked is not None:
            found = [sorted(answers) for answers in self.room.answers]
            assert found == [
                sorted(answer for (_, place), answer in self.votes.items() if place == question)
                for question in range(3)
            ]

    @invariant()
    def a_restart_loses_nothing(self) -> None:
        again = Room(self.room.entry)
        for change in self.written:
            again.put_back(change)
        if self.room.asked is not None and self.room.phase is not Phase.REVEALED:
            again.ask(ASKED)
            assert again.answers == self.room.answers
        assert again.joined == self.room.joined


TestVoting = Voting.TestCase
TestVoting.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
        max_leaves=12,
    )
)
def test_whatever_is_sent_as_an_answer_is_one_or_is_refused(sent: Any) -> None:
    for question in ASKED.questions:
        answer = question.answer_of(sent)
        assert answer is None or (isinstance(sent, list) and list(answer) == [float(each) for each in sent])
