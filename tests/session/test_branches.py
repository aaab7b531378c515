"""A branch is the run played again with one more act at an earlier moment; all else is as it was."""

import pytest

from flowsim.domain.column_settings import SetWipLimit, SetWorkers
from flowsim.domain.interventions import DropCard, MoveCard
from flowsim.domain.problems import Refused
from flowsim.engine import played
from flowsim.session.branches import branched, went_back
from flowsim.session.history import Rewrite
from flowsim.session.marks import Marks
from flowsim.session.session import Session
from flowsim.storage import Document
from tests.session.boards import BUSY, BY_HAND, session

LATER = SetWorkers(at=20.0, column="b", value=3)
TIGHTER = SetWipLimit(at=0.0, column="a", value=1)


def looking_back() -> Session:
    """At day 10 of a run of 40 days, in which somebody was added to Build on day 20."""
    it = session(BUSY)
    it.simulation.advance_to(20.0)
    it.do(LATER)
    it.simulation.advance_to(40.0)
    it._read()
    it.look(10.0)
    return it


def replayed(it: Session) -> None:
    while it.replay is not None:
        it.tick(0.0, 0.0)


def test_a_branch_has_one_more_act_and_comes_to_the_same_moment() -> None:
    it = looking_back()
    branched(it, (TIGHTER,))
    own = SetWipLimit(at=10.0, column="a", value=1)
    assert it.history.interventions == (own, LATER)
    assert (it.now, it.looks_back) == (40.0, False)
    expected = played(BUSY, (own, LATER), 40.0)
    assert it.simulation.trace.rows().tobytes() == expected.trace.rows().tobytes()


def test_a_branch_is_the_same_run_up_to_its_moment() -> None:
    it = looking_back()
    before = it.simulation.trace.rows().copy()
    branched(it, (TIGHTER,))
    after = it.simulation.trace.rows()
    many = (before["time"] < 10.0).sum()
    assert after[:many].tolist() == before[:many].tolist()
    assert after[many:].tolist() != before[many:].tolist()


def test_undo_brings_back_the_run_there_was_and_redo_the_branch() -> None:
    it = looking_back()
    rows = it.simulation.trace.rows().tobytes()
    branched(it, (TIGHTER,))
    branch = it.simulation.trace.rows().tobytes()
    assert it.history.undo_words == "branch at day 10: Analysis limit 2 → 1"
    it.undo()
    assert it.simulation.trace.rows().tobytes() == rows
    assert it.history.interventions == (LATER,)
    it.redo()
    assert it.simulation.trace.rows().tobytes() == branch


def test_a_branch_is_saved_like_any_run() -> None:
    it = looking_back()
    branched(it, (TIGHTER,))
    again = Session(it.file.document)
    assert again.simulation.trace.rows().tobytes() == it.simulation.trace.rows().tobytes()


def test_what_the_board_would_have_refused_then_is_refused_and_changes_nothing() -> None:
    it = looking_back()
    rows = it.simulation.trace.rows().tobytes()
    with pytest.raises(Refused):
        branched(it, (MoveCard(at=0.0, card=9_999, column="b"),))
    assert it.simulation.trace.rows().tobytes() == rows
    assert it.history.interventions == (LATER,)


def test_what_the_branch_has_no_room_for_is_still_in_the_run_it_left() -> None:
    it = session(BY_HAND)
    it.do(MoveCard(at=0.0, card=0, column="a"))
    it.simulation.advance_to(10.0)
    it.do(MoveCard(at=0.0, card=0, column="b"))
    it.simulation.advance_to(20.0)
    it._read()
    acts, rows = it.history.interventions, it.simulation.trace.rows().tobytes()
    it.look(7.0)
    branched(it, (DropCard(at=0.0, card=0),))
    assert [one.do for one in it.history.interventions] == ["move", "drop"]
    it.undo()
    assert it.history.interventions == acts
    assert it.simulation.trace.rows().tobytes() == rows


def test_a_refused_branch_leaves_the_moment_on_view_and_what_can_be_done_again() -> None:
    it = looking_back()
    it.look(None)
    it.undo()
    it.look(10.0)
    with pytest.raises(Refused):
        branched(it, (MoveCard(at=0.0, card=9_999, column="b"),))
    assert it.looks_back
    it.look(None)
    it.redo()
    assert it.history.interventions == (LATER,)


def test_a_branch_that_takes_long_and_is_refused_in_the_end_leaves_the_run_there_was() -> None:
    clock = iter(range(10**9))
    it = Session(Document(BUSY), clock=lambda: float(next(clock)))
    it.simulation.advance_to(20.0)
    it.do(LATER)
    it.simulation.advance_to(400.0)
    it._read()
    rows = it.simulation.trace.rows().tobytes()
    it._marks = Marks()
    it.look(350.0)
    branched(it, (MoveCard(at=0.0, card=9_999, column="b"),))
    assert it.replay, "it is still being played"
    with pytest.raises(Refused):
        replayed(it)
    assert it.simulation.trace.rows().tobytes() == rows
    assert it.history.interventions == (LATER,)
    assert not isinstance(it.history.done[-1], Rewrite)


def test_going_back_drops_what_came_later() -> None:
    it = looking_back()
    went_back(it)
    assert (it.now, it.looks_back, it.history.interventions) == (10.0, False, ())
    it.undo()
    assert (it.now, it.history.interventions) == (40.0, (LATER,))


def test_there_is_no_branch_from_now() -> None:
    it = looking_back()
    it.look(None)
    with pytest.raises(Refused, match="earlier moment"):
        branched(it, (TIGHTER,))
