"""The rules of the room, without a network: who may vote, what is shown to whom, what comes back after a restart."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from flowsim.audience.questions import Answer, Asked, Result
from flowsim.audience.room import CODE_LENGTH, CODE_SIGNS, MOST_PHONES, MOST_ROUNDS, Entry, NotAllowed, Phase, Room
from tests.audience.phones import ASKED, CHOICE, NUMBER, POINT


def opened() -> Room:
    room = Room(Entry.new())
    room.show(Phase.OPEN, ASKED)
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


def said(room: Room) -> list[Answer]:
    return room.answers(ASKED)[0]


def test_of_one_place_the_newest_phone_counts_unless_phones_share_it() -> None:
    room = opened()
    one, other = joined(room, "a"), joined(room, "a")
    assert one != other
    room.vote(one, "round 1", 0, [5])
    assert said(room) == []
    room.vote(other, "round 1", 0, [7])
    assert said(room) == [(7.0,)]
    assert room.joined == 1
    assert room.view(one)["mine"][0] == [5.0]  # nobody is shown what another one said
    room.shared_addresses = True
    assert said(room) == [(5.0,), (7.0,)]
    assert room.joined == 2


def test_who_goes_from_place_to_place_has_one_vote_at_each() -> None:
    room = opened()
    for place in "abababab":
        token = joined(room, place)
        room.seen(token, "b" if place == "a" else "a")
        room.vote(token, "round 1", 0, [1])
    assert len(said(room)) == 2


def test_a_phone_that_joined_before_a_restart_has_the_place_it_asks_from() -> None:
    written: list[Mapping[str, Any]] = []
    room = Room(Entry.new(), write=written.append)
    token = joined(room, "a")
    again = Room(room.entry)
    for change in written:
        again.put_back(change)
    again.show(Phase.OPEN, ASKED)
    again.vote(token, "round 1", 0, [5])
    again.seen(token, "a")
    joined(again, "a")
    assert said(again) == []  # the newer one counts, and has not said anything


def test_the_room_has_an_end() -> None:
    room = opened()
    for number in range(MOST_PHONES):
        joined(room, str(number))
    with pytest.raises(NotAllowed) as refused:
        joined(room, "one more")
    assert refused.value.status == 503
    assert joined(room, "7")  # who was in is in
    assert room.joined == MOST_PHONES


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
        room.show(Phase.LOCKED, ASKED)
    room.show(Phase.REVEALED, ASKED, [Result("7 days", "12345 days", (("12345", 1),))])
    assert "12345" in str(room.view(other))


def test_answers_stay_with_what_was_asked() -> None:
    room = opened()
    token = joined(room, "a")
    room.vote(token, "round 1", 0, [5])
    room.show(Phase.OPEN, Asked("round 2", "Round 2", ASKED.questions))
    assert room.view(token)["mine"][0] is None
    assert said(room) == [(5.0,)]
    room.show(Phase.OPEN, ASKED)  # the lock, or the step, was taken back
    assert room.view(token)["mine"][0] == [5.0]
    for number in range(MOST_ROUNDS + 3):
        asked = Asked(f"another {number}", "", ASKED.questions)
        room.show(Phase.OPEN, asked)
        room.vote(token, asked.key, 0, [1])
    assert said(room) == []  # of very many rounds the oldest are let go


class Voting(RuleBasedStateMachine):
    """Whatever anybody does: one answer a phone and question, only while it is open; a restart brings all back."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[Mapping[str, Any]] = []
        self.room = Room(Entry.new(), write=self.written.append)
        self.tokens: list[str] = []
        self.votes: dict[tuple[str, int], Answer] = {}
        self.places: dict[str, int] = {}

    @rule(place=st.integers(0, 4))
    def join(self, place: int) -> None:
        token = joined(self.room, str(place))
        self.tokens.append(token)
        self.places[token] = place

    @rule(shared=st.booleans())
    def share(self, shared: bool) -> None:
        self.room.shared_addresses = shared

    @property
    def counted(self) -> set[str]:
        newest = {self.places[token]: token for token in self.tokens}
        return set(self.tokens if self.room.shared_addresses else newest.values())

    @rule()
    def ask(self) -> None:
        self.room.show(Phase.OPEN, ASKED)

    @rule(phase=st.sampled_from([Phase.WAITING, Phase.LOCKED, Phase.REVEALED]))
    def close(self, phase: Phase) -> None:
        self.room.show(phase, ASKED)

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
        found = [sorted(answers) for answers in self.room.answers(ASKED)]
        assert found == [
            sorted(answer for (token, asked), answer in self.votes.items() if asked == place and token in self.counted)
            for place in range(3)
        ]

    @invariant()
    def a_restart_loses_nothing(self) -> None:
        for changes in (self.written, list(self.room.changes())):
            again = Room(self.room.entry, shared_addresses=True)
            for change in changes:
                again.put_back(change)
            assert [sorted(its) for its in again.answers(ASKED)] == [
                sorted(answer for (_, asked), answer in self.votes.items() if asked == place) for place in range(3)
            ]


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
