"""Whatever the chunks in which a run is played, and however often: the same trace (semantics §13, 6 and 7)."""

import math
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowsim.domain.arrivals import (
    Fixed,
    Interval,
    Poisson,
    Saturated,
)
from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.interventions import AddCard, DropCard, Intervention, MoveCard
from flowsim.domain.problems import EndlessInstant, Refused
from flowsim.domain.scenario import (
    Column,
    ExplicitCard,
    Scenario,
)
from flowsim.domain.words import CardState
from flowsim.engine import Replay, Simulation, played
from tests.engine.boards import scenarios, sessions
from tests.engine.referee import watched

Session = tuple[Scenario, list[Intervention]]
UNTIL = 14.0


def bytes_of(simulation: Simulation) -> bytes:
    return simulation.trace.rows().tobytes()


@settings(max_examples=40, deadline=None)
@given(session=sessions())
def test_playing_the_recorded_interventions_again_gives_the_same_bytes(session: Session) -> None:
    scenario, acts = session
    live = watched(scenario, acts, UNTIL).simulation
    again = played(scenario, live.interventions, live.now)
    assert bytes_of(again) == bytes_of(live)
    assert again.interventions == live.interventions
    assert again.overruns == live.overruns
    assert (again.now, again.finished, again.over) == (live.now, live.finished, live.over)
    assert again.next_time == live.next_time


@settings(max_examples=40, deadline=None)
@given(session=sessions())
def test_a_session_with_everything_that_was_refused_gives_the_same_bytes(session: Session) -> None:
    scenario, acts = session
    first, second = (Replay(scenario, acts, UNTIL) for _ in range(2))
    for replay in (first, second):
        assert replay.go_on()
        assert replay.progress == 1.0 or replay.simulation.over
    assert bytes_of(first.simulation) == bytes_of(second.simulation)
    assert first.refused == second.refused
    accepted = played(scenario, first.simulation.interventions, UNTIL)
    assert bytes_of(accepted) == bytes_of(first.simulation)


def go_in_chunks(simulation: Simulation, until: float, data: st.DataObject) -> None:
    """On to `until` in a random walk of slices, steps and pauses."""
    for _ in range(6):
        how = data.draw(st.sampled_from(["slice", "step", "pause", "past"]))
        if how == "slice":
            simulation.advance_to(min(until, simulation.now + data.draw(st.floats(0, 3))))
        elif how == "step" and simulation.next_time <= until:
            simulation.advance_to(simulation.next_time)
        elif how == "pause":
            answers = iter(data.draw(st.lists(st.booleans(), max_size=3)))
            simulation.advance_to(until, lambda answers=answers: next(answers, True))  # type: ignore[misc]
        elif how == "past":
            rows, now = len(simulation.trace), simulation.now
            simulation.advance_to(now - 1.0)
            assert len(simulation.trace) == rows or simulation.next_time > now - 1.0
            assert simulation.now == now
    simulation.advance_to(until)


@settings(max_examples=60, deadline=None)
@given(session=sessions(), data=st.data())
def test_any_chunking_of_a_session_gives_the_same_bytes(session: Session, data: st.DataObject) -> None:
    scenario, acts = session
    acts = list(watched(scenario, acts, UNTIL).simulation.interventions)
    chunked = Simulation(scenario)
    for act in acts:
        if act.at > UNTIL:
            break
        go_in_chunks(chunked, act.at, data)
        chunked.do(act)
    go_in_chunks(chunked, UNTIL, data)
    assert bytes_of(chunked) == bytes_of(played(scenario, acts, UNTIL))


@settings(max_examples=40, deadline=None)
@given(scenario=scenarios())
def test_stepping_event_by_event_gives_the_same_bytes(scenario: Scenario) -> None:
    stepped, whole = Simulation(scenario), Simulation(scenario)
    while (coming := stepped.next_time) <= UNTIL and stepped.step():
        assert stepped.now == coming
    stepped.advance_to(UNTIL)
    whole.advance_to(UNTIL)
    assert bytes_of(stepped) == bytes_of(whole)


@settings(max_examples=40, deadline=None)
@given(session=sessions(), stops=st.lists(st.booleans(), max_size=50))
def test_a_replay_in_slices_gives_the_same_bytes(session: Session, stops: list[bool]) -> None:
    scenario, acts = session
    replay, answers = Replay(scenario, acts, UNTIL), iter(stops)
    progress = [replay.progress]
    while not replay.go_on(lambda: next(answers, False)):
        progress.append(replay.progress)
    assert progress == sorted(progress)
    assert bytes_of(replay.simulation) == bytes_of(played(scenario, acts, UNTIL))


LINE = Scenario(
    name="line",
    columns=(Column(id="a", service=Constant(value=1.0)), Column(id="b", service=Exponential(mean=1.0))),
    arrivals=Poisson(rate=0.7),
    horizon=2000.0,
)


def test_a_run_that_a_pause_stops_goes_on_as_if_it_had_not_been_stopped() -> None:
    whole, paused = Simulation(LINE), Simulation(LINE)
    whole.run()
    stops = 0
    while not paused.advance_to(2000.0, lambda: True):
        stops += 1
        assert paused.now <= 2000.0
    assert stops > 50
    assert bytes_of(paused) == bytes_of(whole)
    assert paused.now == whole.now == 2000.0


def test_a_view_of_the_trace_stays_as_it_was_while_the_trace_grows() -> None:
    simulation = Simulation(LINE)
    simulation.advance_to(100.0)
    view = simulation.trace.rows()
    before = view.tobytes()
    simulation.run()
    assert view.tobytes() == before
    assert simulation.trace.rows()[: len(view)].tobytes() == before
    with pytest.raises(ValueError, match="read-only"):
        view["time"] = 0.0


def test_a_run_until_a_time_plays_the_events_at_that_time() -> None:
    scenario = Scenario(
        name="", columns=(Column(id="a"),), cards=(ExplicitCard(service={"a": 3.0}), ExplicitCard(arrives=3.0))
    )
    simulation = Simulation(scenario)
    simulation.advance_to(3.0)
    assert simulation.finished == 2
    assert simulation.over


def test_a_run_whose_work_is_done_ends_with_its_last_event() -> None:
    scenario = Scenario(name="", columns=(Column(id="a", service=Constant(value=2.0)),), arrivals=Fixed(count=3))
    simulation = Simulation(scenario)
    simulation.run()
    assert simulation.over
    assert (simulation.now, simulation.next_time, simulation.finished) == (6.0, math.inf, 3)
    assert not simulation.step()
    with pytest.raises(Refused, match="over"):
        simulation.do(AddCard(at=7.0))
    simulation.do(AddCard(at=6.0))
    simulation.run()
    assert (simulation.now, simulation.finished) == (8.0, 4)


def test_a_run_without_end_must_be_told_until_when() -> None:
    endless = Scenario(name="", columns=(Column(id="a"),), horizon=None)
    with pytest.raises(ValueError, match="horizon"):
        Simulation(endless).run()
    finite = Scenario(name="", columns=(Column(id="a"),), arrivals=Fixed(count=2), horizon=None)
    simulation = Simulation(finite)
    simulation.run()
    assert simulation.now == 2.0


def test_an_intervention_whose_time_has_passed_is_an_error_and_changes_nothing() -> None:
    simulation = Simulation(LINE)
    simulation.advance_to(50.0)
    before = bytes_of(simulation)
    with pytest.raises(ValueError, match="too late"):
        simulation.do(SetWipLimit(at=49.0, column="a", value=1))
    assert bytes_of(simulation) == before
    assert simulation.interventions == []


def test_interventions_between_events_happen_exactly_at_their_time() -> None:
    simulation = Simulation(LINE)
    moments = [0.1, 0.1 + 0.2, 1 / 3, 2 / 3, 7.1, 1e3 / 7]
    for at in moments:
        simulation.do(AddCard(at=at, title=f"{at}"))
        assert simulation.trace.rows()["time"].max() == at
        assert simulation.now == at


def test_listed_cards_and_interventions_happen_at_their_times_to_the_last_bit() -> None:
    """`now + (then - now)` alone misses `then` by a bit now and then."""
    drawn = Random(5)
    listed = sorted(drawn.uniform(0, 50) for _ in range(300))
    acts = sorted(drawn.uniform(0, 50) for _ in range(300))
    cards = tuple(ExplicitCard(arrives=at, service={"a": 0.0}) for at in listed)
    simulation = Simulation(Scenario(name="", columns=(Column(id="a"),), cards=(*cards, ExplicitCard(arrives=60.0))))
    for at in acts:
        simulation.do(AddCard(at=at))
        assert simulation.now == at
    simulation.run()
    arrived = [row[0] for row in simulation.trace.rows().tolist() if row[3] == CardState.BACKLOG]
    assert arrived == sorted([*listed, *acts, 60.0])


def test_the_first_arrival_comes_after_the_first_gap() -> None:
    columns = (Column(id="a", service=Constant(value=0.5)),)
    simulation = Simulation(Scenario(name="", columns=columns, arrivals=Interval(gap=Constant(value=2.0), group=2)))
    simulation.advance_to(6.0)
    arrivals = [row[0] for row in simulation.trace.rows().tolist() if row[3] == 0]
    assert arrivals == [2.0, 2.0, 4.0, 4.0, 6.0, 6.0]


def test_under_an_endless_backlog_a_card_arrives_when_it_is_pulled() -> None:
    columns = (Column(id="a", wip_limit=2, service=Constant(value=1.0)), Column(id="b", service=Constant(value=1.0)))
    simulation = Simulation(Scenario(name="", columns=columns, arrivals=Saturated()))
    simulation.advance_to(3.0)
    rows = simulation.trace.rows().tolist()
    arrived = {row[1]: row[0] for row in rows if row[3] == 0}
    pulled = {row[1]: row[0] for row in reversed(rows) if row[2] == 0}
    assert arrived == pulled == {0: 0.0, 1: 0.0, 2: 1.0, 3: 2.0, 4: 3.0}


def test_work_that_takes_no_time_under_an_endless_backlog_is_told_and_not_an_endless_loop() -> None:
    columns = (Column(id="a", kind="queue", wip_limit=1), Column(id="b", service=Constant(value=1.0)))
    with pytest.raises(EndlessInstant, match="no time"):
        Simulation(Scenario(name="", columns=columns, arrivals=Saturated()))


def test_a_step_goes_to_the_next_change_also_when_work_was_stopped_by_hand() -> None:
    cards = (ExplicitCard(service={"a": 5.0}), ExplicitCard(arrives=9.0))
    simulation = Simulation(Scenario(name="", columns=(Column(id="a"),), cards=cards))
    simulation.do(DropCard(at=2.0, card=0))
    simulation.step()
    assert simulation.now == 9.0


def test_the_pause_of_a_replay_leaves_an_act_for_later_only_once() -> None:
    acts = [MoveCard(at=float(at), card=at, column="b") for at in range(5, 40)]
    replay = Replay(LINE, acts, 100.0)
    while not replay.go_on(lambda: True):
        pass
    assert bytes_of(replay.simulation) == bytes_of(played(LINE, acts, 100.0))
    assert len(replay.refused) + len(replay.simulation.interventions) == len(acts)
