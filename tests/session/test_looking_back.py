"""Looking back shows what was, and changes nothing."""

import pytest

from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.problems import Refused
from flowsim.metrics.board_state import BoardState
from flowsim.session.changes import Changes
from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.session import Session
from tests.session.boards import BUSY, session


def board_of(board: BoardState) -> object:
    return (
        dict(board.cards),
        list(board.backlog),
        [(list(lane.doing), list(lane.done)) for lane in board.lanes],
    )


def played_to(it: Session, *moments: float) -> dict[float, object]:
    """The board at each moment, as it was seen when it was now."""
    seen = {}
    for moment in moments:
        it.simulation.advance_to(moment)
        it.tick(0.0, 0.0)
        it._read()
        seen[moment] = board_of(it.board_state)
    return seen


def test_the_board_of_an_earlier_moment_is_the_one_that_was_seen_then() -> None:
    it = session(BUSY)
    seen = played_to(it, 3.0, 7.5, 20.0, 33.3)
    for moment, board in seen.items():
        it.look(moment)
        assert it.view.now == moment
        assert board_of(it.view.board_state) == board


def test_settings_are_those_of_the_moment_on_view() -> None:
    it = session(BUSY)
    played_to(it, 5.0)
    it.do(SetWipLimit(at=0.0, column="a", value=7))
    played_to(it, 10.0)
    it.look(4.9)
    assert it.view.conditions.columns[0].wip_limit == 2
    it.look(5.0)
    assert it.view.conditions.columns[0].wip_limit == 7


def test_looking_back_changes_nothing_of_the_run() -> None:
    it = session(BUSY)
    played_to(it, 20.0)
    rows = it.simulation.trace.rows().tolist()
    it.look(5.0)
    it.play()
    while it.looks_back:
        it.tick(0.1, 0.01)
    assert it.simulation.trace.rows().tolist() == rows
    assert it.now == 20.0
    assert not it.player.playing


def test_coming_back_from_a_film_does_not_set_the_run_going() -> None:
    it = session(BUSY)
    played_to(it, 20.0)
    it.look(5.0)
    it.play()
    it.tick(0.1, 0.01)
    it.look(None)
    it.tick(0.1, 0.01)
    assert it.now == 20.0
    assert not it.player.playing


def test_a_run_that_goes_on_is_not_stopped_by_coming_back_to_where_it_is() -> None:
    it = session(BUSY)
    it.play()
    it.look(None)
    assert it.player.playing


def test_a_film_goes_on_at_the_speed_that_was_asked_for() -> None:
    it = session(BUSY)
    played_to(it, 50.0)
    it.set_speed(10.0)
    it.look(5.0)
    it.play()
    assert it.tick(0.1, 0.01) & Changes.VIEW
    assert it.view.now == 6.0


def test_a_film_as_fast_as_it_can_still_shows_the_run() -> None:
    it = session(BUSY)
    played_to(it, 50.0)
    it.set_speed(AS_FAST_AS_IT_CAN)
    it.look(0.0)
    it.play()
    it.tick(0.1, 0.01)
    assert 0.0 < it.view.now < 5.0


def test_a_step_of_the_film_goes_to_the_next_thing_that_happened() -> None:
    it = session(BUSY)
    played_to(it, 20.0)
    it.look(5.0)
    times = it.simulation.trace.rows()["time"]
    it.step()
    assert it.view.now == times[times > 5.0][0]


def test_nothing_is_done_in_the_past_but_anything_may_be_asked_for_as_a_branch() -> None:
    it = session(BUSY)
    played_to(it, 20.0)
    it.look(5.0)
    act = SetWipLimit(at=0.0, column="a", value=7)
    assert it.why_not(act) is None
    with pytest.raises(Refused, match="press End to return to now"):
        it.do(act)
    it.look(None)
    assert it.why_not(act) is None
    it.do(act)


def test_a_glance_stops_nothing() -> None:
    it = session(BUSY)
    played_to(it, 20.0)
    it.play()
    it.peek(5.0)
    assert it.view.now == 5.0
    it.tick(0.1, 0.01)
    assert it.now > 20.0
    assert it.view.now == 5.0
    it.peek(None)
    assert it.view.now == it.now


@pytest.mark.parametrize("moment", [20.0, 99.0, None])
def test_what_is_not_past_is_now(moment: float | None) -> None:
    it = session(BUSY)
    played_to(it, 20.0)
    it.look(5.0)
    it.look(moment)
    assert not it.looks_back
    assert it.view.now == 20.0


def test_taking_something_back_comes_back_to_now() -> None:
    it = session(BUSY)
    played_to(it, 5.0)
    it.do(SetWipLimit(at=0.0, column="a", value=7))
    played_to(it, 10.0)
    it.look(2.0)
    it.undo()
    assert not it.looks_back
    assert it.view.now == 10.0
