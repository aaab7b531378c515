"""A session: time, what people do, and taking it back."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import flowsim
from flowsim.domain.arrivals import (
    Saturated,
)
from flowsim.domain.column_settings import SetWipLimit, SetWorkers
from flowsim.domain.interventions import AddCard, BlockCard, DeliverCard, DropCard, Intervention, MoveCard
from flowsim.domain.problems import EndlessInstant, Refused, ScenarioProblems
from flowsim.domain.scenario import (
    Column,
    Scenario,
)
from flowsim.domain.trace import Trace
from flowsim.domain.words import FINISHED_HERE, CardState
from flowsim.engine import played
from flowsim.metrics.board_state import BoardState
from flowsim.session.changes import Changes
from flowsim.session.opening_files import session_of_file
from flowsim.session.player import AS_FAST_AS_IT_CAN, BYTES_A_ROW
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from tests.session.boards import BUSY, BY_HAND, TEN_CARDS, Clock, session

HUGE_BUDGET = 1e9

cards, columns = st.integers(0, 30), st.sampled_from("ab")
steps = st.one_of(
    st.builds(MoveCard, at=st.just(0.0), card=cards, column=columns),
    st.builds(DeliverCard, at=st.just(0.0), card=cards),
    st.builds(DropCard, at=st.just(0.0), card=cards),
    st.builds(BlockCard, at=st.just(0.0), card=cards),
    st.builds(SetWipLimit, at=st.just(0.0), column=columns, value=st.integers(1, 4)),
    st.builds(SetWorkers, at=st.just(0.0), column=columns, value=st.integers(0, 3)),
    st.just(AddCard(at=0.0)),
)


def rows(of: Session) -> bytes:
    return of.simulation.trace.rows().tobytes()


def goes_on(it: Session, by: float) -> None:
    """Let time go on as a window does: in one frame, at the speed that brings it there."""
    it.set_speed(by / 0.05)
    it.play()
    it.tick(0.05, HUGE_BUDGET)
    it.pause()


def replaying(of: Session) -> bool:
    return of.replay is not None


def unsaved(of: Session) -> bool:
    return of.file.unsaved


def test_a_frame_plays_as_much_time_as_the_speed_says() -> None:
    it = session(BUSY)
    it.set_speed(4.0)
    it.play()
    it.tick(0.05, HUGE_BUDGET)
    assert it.now == pytest.approx(0.2)


def test_a_late_frame_is_no_leap() -> None:
    it = session(BUSY)
    it.set_speed(4.0)
    it.play()
    it.tick(30.0, HUGE_BUDGET)
    assert it.now == pytest.approx(0.4)


def test_a_session_that_stands_does_not_go_on() -> None:
    it = session(BUSY)
    assert it.tick(0.05, HUGE_BUDGET) == Changes.NOTHING
    assert it.now == 0.0


def test_time_slows_when_the_engine_has_no_budget_left() -> None:
    it = session(BUSY, each_look=1.0)
    it.set_speed(1000.0)
    it.play()
    for _ in range(20):
        it.tick(0.1, 0.0)
    assert 0 < it.now < 20 * 0.1 * 1000
    assert not it.player.keeps_up


def test_a_run_stops_at_its_horizon_and_says_so() -> None:
    it = session(replace(BUSY, horizon=5.0))
    it.set_speed(1000.0)
    it.play()
    changes = it.tick(0.1, HUGE_BUDGET)
    assert it.now == 5.0
    assert it.ended
    assert changes & Changes.PLAYING
    assert not it.player.playing


def test_a_run_is_over_when_all_work_is_delivered() -> None:
    it = session(TEN_CARDS)
    it.set_speed(AS_FAST_AS_IT_CAN)
    it.play()
    it.tick(0.016, HUGE_BUDGET)
    assert it.now == 10.0
    assert it.ended
    it.play()
    assert not it.player.playing


def test_a_step_goes_on_to_the_next_event() -> None:
    it = session(TEN_CARDS)
    it.step()
    assert it.now == 1.0
    assert it.board_state.finished == 1


@given(st.lists(st.tuples(steps, st.floats(0.0, 3.0)), max_size=12))
def test_undo_to_the_start_and_redo_to_the_end_give_the_same_traces(done: list[tuple[Intervention, float]]) -> None:
    it = session(BUSY)
    for step, pause in done:
        it.simulation.advance_to(it.now + pause)
        with suppress(Refused):
            it.do(step)
    it.simulation.advance_to(it.now + 1.0)
    end, after = it.now, rows(it)
    count = len(it.history.done)
    for _ in range(count):
        it.undo()
    untouched = session(BUSY)
    untouched.simulation.advance_to(end)
    assert (it.now, rows(it)) == (end, rows(untouched))
    for _ in range(count):
        it.redo()
    assert (it.now, rows(it)) == (end, after)


@given(st.lists(st.tuples(steps, st.floats(0.0, 3.0)), max_size=10))
def test_the_board_on_view_is_the_fold_of_the_whole_trace(done: list[tuple[Intervention, float]]) -> None:
    it = session(BUSY)
    for step, pause in done:
        goes_on(it, pause)
        with suppress(Refused):
            it.do(step)
        rows_so_far = it.simulation.trace.rows().tolist()
        last = {card: (column, CardState(state)) for _, card, column, state, _ in rows_so_far}
        present = {card: where for card, where in last.items() if not where[1].left_the_board}
        assert {card: (its.column, its.state) for card, its in it.board_state.cards.items()} == present
        assert set(it.board_state.backlog) == {card for card, (column, _) in present.items() if column < 0}
        for column, lane in enumerate(it.board_state.lanes):
            here = {card: state for card, (where, state) in present.items() if where == column}
            blocked = {card for card, state in here.items() if state is CardState.BLOCKED}
            assert set(lane.done) - blocked == {card for card, state in here.items() if state in FINISHED_HERE}
            assert set(lane.doing) | set(lane.done) == set(here)
            assert not set(lane.doing) & set(lane.done)


def test_a_refused_step_leaves_no_trace_in_the_history() -> None:
    it = session(BY_HAND)
    it.do(MoveCard(at=0.0, card=0, column="a"))
    with pytest.raises(Refused, match="Analysis is full: 1 of 1"):
        it.do(MoveCard(at=0.0, card=1, column="a"))
    assert len(it.history.done) == 1


def test_one_gesture_is_one_step_of_undo() -> None:
    it = session(BY_HAND)
    it.do(MoveCard(at=0.0, card=0, column="b"), MoveCard(at=0.0, card=1, column="b"))
    assert len(it.board_state.lanes[1]) == 2
    it.undo()
    assert len(it.board_state.lanes[1]) == 0


def test_a_setting_set_to_what_it_is_is_nothing() -> None:
    it = session(BUSY)
    assert it.do(SetWipLimit(at=0.0, column="a", value=2)) == Changes.NOTHING
    assert not it.history.done


def test_undo_says_what_it_takes_back_with_old_and_new() -> None:
    it = session(BUSY)
    it.do(SetWipLimit(at=0.0, column="a", value=4))
    assert it.history.undo_words == "Analysis limit 2 → 4"
    it.undo()
    assert it.history.redo_words == "Analysis limit 2 → 4"


def test_a_long_replay_goes_on_frame_by_frame_and_keeps_the_old_run_on_view() -> None:
    it = session(BUSY, each_look=0.02)
    it.do(SetWipLimit(at=0.0, column="a", value=4))
    it.simulation.advance_to(400.0)
    it.undo()
    assert replaying(it)
    assert it.now == 400.0
    with pytest.raises(Refused):
        it.do(AddCard(at=0.0))
    frames = 0
    while replaying(it):
        it.tick(0.016, 0.05)
        frames += 1
    assert frames > 1
    untouched = session(BUSY)
    untouched.simulation.advance_to(400.0)
    assert rows(it) == rows(untouched)


def test_restart_begins_again_without_what_people_did() -> None:
    it = session(BUSY)
    it.simulation.advance_to(10.0)
    it.do(AddCard(at=0.0))
    it.restart()
    assert (it.now, it.history.interventions, rows(it)) == (0.0, (), rows(session(BUSY)))


def test_undo_after_a_restart_brings_the_old_run_back() -> None:
    it = session(BUSY)
    it.simulation.advance_to(10.0)
    it.do(AddCard(at=0.0))
    it.simulation.advance_to(15.0)
    before = rows(it)
    it.restart()
    assert it.history.undo_words == "restart"
    it.undo()
    assert (it.now, rows(it)) == (15.0, before)
    it.undo()
    assert not it.history.done


def test_steps_can_be_taken_back_while_the_run_is_still_replayed() -> None:
    it = session(BUSY, each_look=0.02)
    for limit in (3, 4, 5):
        it.do(SetWipLimit(at=0.0, column="a", value=limit))
        it.simulation.advance_to(it.now + 200.0)
    for _ in range(3):
        it.undo()
    while replaying(it):
        it.tick(0.016, 0.05)
    untouched = session(BUSY)
    untouched.simulation.advance_to(600.0)
    assert (it.now, rows(it)) == (600.0, rows(untouched))


def test_an_untouched_run_is_saved_with_its_time(tmp_path: Path) -> None:
    it = session(BUSY)
    it.simulation.advance_to(20.0)
    it.file.save(tmp_path / "it.flowsim")
    assert session_of_file(tmp_path / "it.flowsim").now == 20.0


def test_a_long_session_opens_frame_by_frame(tmp_path: Path) -> None:
    it = session(BUSY)
    it.do(SetWipLimit(at=0.0, column="a", value=4))
    it.simulation.advance_to(600.0)
    it.file.save(tmp_path / "it.flowsim")
    again = session_of_file(tmp_path / "it.flowsim", clock=Clock(each_look=0.1))
    assert replaying(again)
    while replaying(again):
        again.tick(0.016, 0.05)
    assert (again.now, rows(again)) == (600.0, rows(it))
    assert not unsaved(again)


def test_what_people_did_is_unsaved_until_it_is_saved(tmp_path: Path) -> None:
    it = session(BUSY)
    it.simulation.advance_to(3.0)
    assert not unsaved(it)
    it.do(AddCard(at=0.0))
    assert unsaved(it)
    it.file.save(tmp_path / "it.flowsim")
    assert not unsaved(it)
    it.undo()
    assert unsaved(it)
    it.redo()
    assert not unsaved(it)


def test_a_saved_session_opens_where_it_was_with_its_history(tmp_path: Path) -> None:
    it = session(BUSY)
    it.simulation.advance_to(3.0)
    it.do(AddCard(at=0.0, title="one more"))
    it.simulation.advance_to(8.5)
    it.file.save(tmp_path / "it.flowsim")
    again = session_of_file(tmp_path / "it.flowsim")
    assert (again.now, rows(again)) == (8.5, rows(it))
    assert again.history.undo_words == "card one more added"


def test_a_session_that_the_board_refuses_is_told_by_its_place(tmp_path: Path) -> None:
    it = session(BY_HAND)
    it.do(MoveCard(at=0.0, card=0, column="a"))
    it.file.save(tmp_path / "it.flowsim")
    text = (tmp_path / "it.flowsim").read_text(encoding="utf-8").replace('"card": 0', '"card": 99')
    (tmp_path / "it.flowsim").write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioProblems, match=r"session\.interventions\[0\]: move: no such card yet"):
        session_of_file(tmp_path / "it.flowsim")


def test_a_file_saved_while_the_run_is_replayed_opens_where_the_replay_goes(tmp_path: Path) -> None:
    it = session(BUSY, each_look=0.02)
    for limit in (3, 4):
        it.do(SetWipLimit(at=0.0, column="a", value=limit))
        it.simulation.advance_to(it.now + 300.0)
    it.restart()
    it.undo()
    assert replaying(it)
    it.file.save(tmp_path / "it.flowsim")
    assert session_of_file(tmp_path / "it.flowsim").now == 600.0


def test_a_restart_in_the_middle_of_a_replay_loses_nothing() -> None:
    it = session(BUSY, each_look=0.02)
    it.simulation.advance_to(400.0)
    it.do(SetWipLimit(at=0.0, column="a", value=4))
    before = rows(it)
    for _ in range(2):
        it.restart()
        it.undo()
    while replaying(it):
        it.tick(0.016, 0.05)
    assert (it.now, rows(it)) == (400.0, before)
    assert it.conditions.columns[0].wip_limit == 4


def test_what_a_restart_left_behind_is_unsaved_and_its_redo_is_kept() -> None:
    it = session(BUSY)
    it.do(AddCard(at=0.0), AddCard(at=0.0))
    it.do(AddCard(at=0.0))
    it.undo()
    it.restart()
    assert unsaved(it)
    it.undo()
    assert len(it.history.undone) == 1


def test_a_step_does_not_go_beyond_the_horizon() -> None:
    it = session(replace(TEN_CARDS, horizon=0.5))
    it.step()
    assert it.now == 0.5
    assert it.ended


def test_undo_tells_the_value_just_before() -> None:
    it = session(BUSY)
    for limit in (3, 4, 3):
        it.do(SetWipLimit(at=0.0, column="a", value=limit))
    assert it.history.undo_words == "Analysis limit 4 → 3"


ENDLESS = Scenario(
    name="endless",
    columns=(Column(id="q", kind="queue", wip_limit=2), Column(id="a", wip_limit=2), Column(id="b", wip_limit=2)),
    arrivals=Saturated(),
    horizon=None,
)


def test_a_change_after_which_time_would_stand_still_is_refused_and_undone() -> None:
    it = session(ENDLESS)
    it.simulation.advance_to(5.0)
    it.do(SetWipLimit(at=0.0, column="b", value=3))
    before = rows(it)
    with pytest.raises(Refused, match="a would never stop filling without a limit"):
        it.do(SetWipLimit(at=0.0, column="a", value=None))
    assert (it.now, rows(it)) == (5.0, before)
    assert len(it.history.done) == 1
    it.do(SetWipLimit(at=0.0, column="b", value=4))
    replayed = session(ENDLESS)
    replayed.simulation.advance_to(5.0)
    for limit in (3, 4):
        replayed.do(SetWipLimit(at=0.0, column="b", value=limit))
    assert rows(it) == rows(replayed)


def test_a_blocked_card_stays_in_its_half() -> None:
    it = session(BY_HAND)
    it.do(MoveCard(at=0.0, card=0, column="a"))
    goes_on(it, 2.0)
    assert 0 in it.board_state.lanes[0].done
    it.do(BlockCard(at=0.0, card=0))
    assert 0 in it.board_state.lanes[0].done
    it.do(DropCard(at=0.0, card=0))
    assert len(it.board_state.lanes[0]) == 0


@given(st.lists(st.tuples(steps, st.floats(0.0, 3.0)), max_size=8))
def test_cards_stand_in_the_same_order_however_often_the_board_is_read(
    done: list[tuple[Intervention, float]],
) -> None:
    often, once = session(BUSY), session(BUSY)
    for it in (often, once):
        for step, pause in done:
            if it is often:
                for _ in range(5):
                    goes_on(it, pause / 5)
            else:
                goes_on(it, pause)
            with suppress(Refused):
                it.do(replace(step))
    fold = BoardState(2)
    fold.read(once.flow)
    same_times = rows(often) == rows(once)  # five fifths of a pause may miss the pause by a bit
    for one in (often.board_state, fold) if same_times else (fold,):
        assert [list(lane.doing) for lane in one.lanes] == [list(lane.doing) for lane in once.board_state.lanes]
        assert [list(lane.done) for lane in one.lanes] == [list(lane.done) for lane in once.board_state.lanes]
        assert list(one.backlog) == list(once.board_state.backlog)


def test_a_restart_of_what_has_not_begun_is_nothing() -> None:
    it = session(BUSY)
    it.edit(Edit(replace(BUSY, name="another"), "name"))
    it.undo()
    it.restart()
    assert it.history.redo_words == "name"
    assert not it.history.done


def test_a_board_whose_run_never_gets_past_an_instant_leaves_the_one_on_view(monkeypatch: pytest.MonkeyPatch) -> None:
    it = session(BUSY)
    goes_on(it, 5.0)
    it.do(AddCard(at=0.0))
    before, done = rows(it), list(it.history.done)
    monkeypatch.setattr("flowsim.session.replaying.Replay", never_played)
    for act in (it.undo, it.restart, lambda: it.edit(Edit(it.scenario.with_seed(9), "seed"))):
        with pytest.raises(Refused, match="for ever"):
            act()
        assert (rows(it), it.history.done, it.history.undone, it.replay) == (before, done, [], None)


def never_played(*_: object) -> None:
    raise EndlessInstant("cards move for ever")


def test_a_run_stands_before_it_fills_the_memory_and_goes_on_when_more_is_allowed() -> None:
    it = session(BUSY)
    it.player.most_rows = 200
    it.set_speed(1000.0)
    it.play()
    with pytest.raises(Refused, match=r"^the run stands, because it takes about .* GB of memory"):
        it.tick(0.1, 10.0)
    assert not it.player.playing
    assert len(it.simulation.trace) >= 200
    stood_at = it.now
    it.player.most_rows = 10**9
    it.play()
    it.tick(0.1, 10.0)
    assert it.now > stood_at


def grows_no_further_than(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine has memory for so many rows of a trace, and for no more."""
    grow = Trace._grow

    def grown(trace: Trace, length: int) -> None:
        if length > rows:
            raise MemoryError
        grow(trace, length)

    monkeypatch.setattr(Trace, "_grow", grown)


def plays_for_ever(it: Session) -> None:
    while True:
        it.tick(0.1, 10.0)


@pytest.mark.parametrize("rows", [1024, 2048])
def test_a_run_that_finds_no_more_memory_stands_with_all_it_had(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    it = session(BUSY)
    it.do(AddCard(at=0.0))
    it.set_speed(AS_FAST_AS_IT_CAN)
    it.play()
    grows_no_further_than(rows, monkeypatch)
    with pytest.raises(Refused, match=r"^the run stands, because this machine has no memory left"):
        plays_for_ever(it)
    assert not it.player.playing
    cards = it.board_state.cards
    assert 0 < len(it.simulation.trace) <= rows
    assert len(it.flow.arrived) - it.board_state.finished == len(cards)
    assert list(it.history.interventions) == [AddCard(at=0.0)]
    again = played(it.scenario, it.history.interventions, it.now)
    assert again.trace.rows().tobytes() == it.simulation.trace.rows().tobytes()
    it.play()
    with pytest.raises(Refused, match="the run stands"):  # not one row more
        it.tick(0.1, 10.0)


def test_an_undo_for_which_there_is_no_memory_leaves_the_run_on_view(monkeypatch: pytest.MonkeyPatch) -> None:
    it = session(BUSY)
    it.do(AddCard(at=0.0))
    it.simulation.advance_to(500.0)
    assert len(it.simulation.trace) > 1024
    before = it.simulation
    grows_no_further_than(1024, monkeypatch)
    with pytest.raises(Refused, match="no memory left"):
        it.undo()
    assert it.simulation is before
    assert (len(it.history.done), it.history.undone, it.replay) == (1, [], None)


def test_a_replay_that_is_cancelled_leaves_the_run_on_view_with_its_history() -> None:
    it = session(BUSY, each_look=0.02)
    it.do(AddCard(at=0.0))
    it.do(AddCard(at=0.0))
    it.simulation.advance_to(400.0)
    before, rows_before = it.simulation, rows(it)
    it.undo()
    assert replaying(it)
    it.undo()
    assert it.replaying.seconds > 0
    assert not it.replaying.opens
    it.cancel_replay()
    assert (it.simulation, rows(it)) == (before, rows_before)
    assert (len(it.history.done), it.history.undone, replaying(it)) == (2, [], False)
    it.undo()
    while replaying(it):
        it.tick(0.0, 10.0)
    assert len(it.history.done) == 1


def test_an_opening_that_is_cancelled_begins_at_time_0(tmp_path: Path) -> None:
    it = session(BUSY)
    it.do(AddCard(at=0.0))
    it.simulation.advance_to(600.0)
    it.file.save(tmp_path / "it.flowsim")
    again = session_of_file(tmp_path / "it.flowsim", clock=Clock(each_look=0.1))
    assert again.replaying.opens
    again.cancel_replay()
    assert (again.now, again.history.done, replaying(again)) == (0.0, [], False)


def test_the_memory_of_a_row_is_the_same_in_the_settings() -> None:
    settings = Path(flowsim.__file__).parent / "ui" / "main_window" / "settings.py"
    assert f"BYTES_A_ROW: Final = {BYTES_A_ROW}\n" in settings.read_text(encoding="utf-8")
