"""Undo and redo from marks: the run is, row for row and card for card, the one that is played from the start."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.intervention_words import card_name
from flowsim.domain.interventions import AddCard, DropCard, Intervention, ReclassCard
from flowsim.domain.problems import EndlessInstant, Refused, ScenarioProblems
from flowsim.engine import Simulation, played
from flowsim.session.marks import MOST, Marks
from flowsim.session.session import Session
from flowsim.storage import Document, load_scenario
from flowsim.storage.resources import exercises
from tests.engine.full_boards import full_sessions
from tests.session.boards import BUSY, session

SLOW = settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def is_as_if_played(session: Session) -> None:
    while session.replay is not None:
        session.tick(1.0, 10.0)
    whole = played(session.history.scenario, session.history.interventions, session.now)
    mine = session.simulation
    assert isinstance(mine, Simulation)
    assert mine.trace.rows().tolist() == whole.trace.rows().tolist()
    assert mine.interventions == whole.interventions
    assert len(mine.deck) == len(whole.deck)
    for card in range(len(whole.deck)):
        assert mine.deck.class_of(card) == whole.deck.class_of(card)
        assert mine.deck.family_of(card) == whole.deck.family_of(card)
        assert mine.title_of(card) == whole.title_of(card)
        assert mine.passes_again(card) == whole.passes_again(card)
    assert mine.deck.reclassed == whole.deck.reclassed
    assert mine.overruns == whole.overruns


@SLOW
@given(session=full_sessions(), steps=st.lists(st.sampled_from(["undo", "redo", "play"]), max_size=8))
def test_whatever_is_undone_and_redone(session: Any, steps: list[str]) -> None:
    scenario, acts = session
    with suppress(EndlessInstant, Refused, ScenarioProblems):
        its = Session(Document(scenario))
        for act in acts:
            its.simulation.advance_to(act.at)
            its._read()
            with suppress(Refused):
                its.do(act)
        is_as_if_played(its)
        for step in steps:
            if step == "undo":
                its.undo()
            elif step == "redo":
                its.redo()
            else:
                its.simulation.advance_to(its.now + 1.5)
                its._read()
            is_as_if_played(its)


def of_the_team(until: float) -> Session:
    session = Session(Document(load_scenario(exercises()[0].path)))
    session.simulation.advance_to(until)
    session._read()
    return session


def steps_played(session: Session, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """From when on runs are played while something is undone."""
    begun: list[float] = []
    before = Marks.run_towards

    def seen(marks: Marks, *arguments: Any) -> Simulation | None:
        found = before(marks, *arguments)
        begun.append(0.0 if found is None else found.now)
        return found

    monkeypatch.setattr(Marks, "run_towards", seen)
    return begun


def test_what_was_done_last_is_undone_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    session = of_the_team(300.0)
    begun = steps_played(session, monkeypatch)
    acts: list[Intervention] = [
        SetWipLimit(at=0.0, column="test", value=5),
        AddCard(at=0.0, title="late"),
        SetWipLimit(at=0.0, column="test", value=2),
    ]
    for act in acts:
        session.do(act)
        session.simulation.advance_to(session.now + 10.0)
        session._read()
    for _ in acts:
        session.undo()
        is_as_if_played(session)
    session.redo()
    is_as_if_played(session)
    assert begun == [320.0, 310.0, 300.0, 300.0]


def test_a_card_that_changed_its_class_afterwards_is_of_the_old_one_again() -> None:
    session = of_the_team(20.0)
    classes = [each.id for each in session.scenario.classes]
    session.do(SetWipLimit(at=0.0, column="test", value=5))
    card = next(iter(session.board_state.cards))
    session.do(ReclassCard(at=0.0, card=card, class_=classes[-1]))
    session.do(ReclassCard(at=0.0, card=card, class_=classes[0]))
    for _ in range(3):
        session.undo()
        is_as_if_played(session)
    assert not session.simulation.deck.reclassed


def test_no_more_marks_are_kept_than_people_go_back() -> None:
    session = of_the_team(20.0)
    for value in range(2, MOST + 40):
        session.do(SetWipLimit(at=0.0, column="test", value=value))
    assert len(session._marks._marks) == MOST


def test_what_was_discarded_is_still_known_to_be_so_after_undo() -> None:
    its = session(BUSY)
    its.simulation.advance_to(6.0)
    its._read()
    card = next(iter(its.board_state.cards))
    its.do(DropCard(at=0.0, card=card))
    its.do(AddCard(at=0.0))
    its.undo()
    assert its.why_not(DropCard(at=0.0, card=card)) == f"{card_name(card)} has been discarded"
