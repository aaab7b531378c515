"""A workshop that was held: two rounds with predictions and learnings, on the software team."""

from dataclasses import replace

from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.exercises import RoundPlan
from flowsim.domain.predictions import ChoiceQuestion, Claim, NumberQuestion, Option, PointQuestion
from flowsim.domain.workshop import RoomVote
from flowsim.session import rounds
from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.room_answers import heard, wanted
from flowsim.session.session import Session
from flowsim.storage import Document, load_document
from flowsim.storage.resources import exercises

HOSTILE = '<script>alert("1")</script> & <img src=http://elsewhere.invalid/x.png> {{ 7 * 7 }}'

PLAN = RoundPlan(
    until=60.0,
    questions=(
        NumberQuestion(text="How long?", figure="lead_time.mean"),
        ChoiceQuestion(text="Where?", options=(
            Option(text="Development", holds=Claim(bottleneck="development")),
            Option(text="Test", holds=Claim(bottleneck="test")),
        )),
        PointQuestion(text="How far by then?", curve="finished"),
    ),
)  # fmt: skip


ROOM: list[list[tuple[float, ...]]] = [
    [(4.0,), (9.0,), (12.0,), (5.0,)],
    [(0.0,), (1.0,), (1.0,)],
    [(50.0, 30.0), (55.0, 34.0)],
]
"""What everybody in the room says."""


def play(it: Session) -> None:
    """Play until time stops by itself."""
    it.set_speed(AS_FAST_AS_IT_CAN)
    it.play()
    while it.player.playing:
        it.tick(0.1, 10.0)


def held(title: str = "Software team") -> Session:
    """The session at its end; `title` is what the board is called, and what people learned."""
    it = Session(Document(replace(load_document(exercises()[0].path).scenario, name=title[:200])))
    for people in (1, 2):
        it.do(SetWorkers(at=0.0, column="test", value=people))
        rounds.begun(it, PLAN)
        rounds.guessed(it, 0, [5.0])
        rounds.guessed(it, 1, [0])
        rounds.guessed(it, 2, [50.0, 30.0])
        heard(it, ROOM, typed=True)
        rounds.locked(it)
        play(it)
        rounds.revealed(it)
        rounds.learned(it, title)
        rounds.kept(it)
    wanted(it, RoomVote(question="What next?", options=("a smaller limit", title[:200]), votes=(3, 1)))
    return it
