"""Boards that use everything at once: what holds whatever the settings and whatever people do (semantics §13)."""

import math
from collections import Counter, defaultdict
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from flowsim.domain.checks import problems_of
from flowsim.domain.interventions import Intervention
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState
from flowsim.engine import Simulation, played
from flowsim.metrics import FlowAccumulator, Staffing, figures_of
from tests.engine.auditor import Auditor
from tests.engine.full_boards import full_scenarios, full_sessions

Session = tuple[Scenario, list[Intervention]]
UNTIL = 20.0
modest = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
slow_checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
thorough = settings(max_examples=1500, deadline=None, suppress_health_check=slow_checks)


def play(scenario: Scenario, acts: list[Intervention]) -> Simulation:
    simulation = Simulation(scenario)
    for act in acts:
        try:
            simulation.do(act)
        except Refused:
            continue
    simulation.run(UNTIL)
    return simulation


@modest
@given(session=full_sessions())
def test_every_instant_of_a_session_keeps_the_rules(session: Session) -> None:
    Auditor(play(*session)).audit()


@pytest.mark.slow
@thorough
@given(session=full_sessions())
def test_every_instant_of_many_sessions_keeps_the_rules(session: Session) -> None:
    Auditor(play(*session)).audit()


@modest
@given(session=full_sessions())
def test_the_same_session_twice_gives_the_same_bytes(session: Session) -> None:
    live = play(*session)
    again = played(live.scenario, live.interventions, live.now)
    assert again.trace.rows().tobytes() == live.trace.rows().tobytes()
    assert again.overruns == live.overruns


@modest
@given(session=full_sessions(), ends=st.lists(st.floats(0, UNTIL), max_size=12))
def test_any_chunks_give_the_same_bytes(session: Session, ends: list[float]) -> None:
    whole = play(*session)
    chunked = Simulation(whole.scenario)
    acts = list(whole.interventions)
    for end in sorted(ends):
        while acts and acts[0].at <= end:
            chunked.do(acts.pop(0))
        chunked.advance_to(end)
        while chunked.next_time <= end and chunked.step():
            pass
    for act in acts:
        chunked.do(act)
    chunked.run(UNTIL)
    assert chunked.trace.rows().tobytes() == whole.trace.rows().tobytes()


@modest
@given(session=full_sessions())
def test_a_cards_states_sum_to_its_lead_time_and_a_workers_shares_to_one(session: Session) -> None:
    simulation = play(*session)
    flow = FlowAccumulator(simulation.scenario)
    staffing = Staffing.of(simulation.scenario, simulation.interventions)
    flow.read(simulation.trace, simulation.now, staffing)
    for card in flow.finishers:
        assert math.isclose(flow.state_times.of(card).sum(), flow.finished[card] - flow.arrived[card], abs_tol=1e-9)
    if simulation.now == 0:
        return
    for its in figures_of(flow, staffing).columns:
        if not math.isnan(its.utilisation):
            assert its.utilisation + its.setup + its.blocked + its.starved == pytest.approx(1, abs=1e-9)


@modest
@given(scenario=full_scenarios(explicit=True))
def test_listed_cards_are_worked_for_as_long_as_they_are_listed(scenario: Scenario) -> None:
    assume(scenario.rules.context_switch_tax == 0)
    alone = tuple(replace(column, workers_per_card=1) for column in scenario.columns)
    simulation = play(replace(scenario, columns=alone), [])
    worked: dict[tuple[int, int], float] = defaultdict(float)
    since: dict[int, tuple[float, int, int]] = {}
    for time, card, column, state, worker in simulation.trace.rows().tolist():
        if card in since:
            began, place, person = since.pop(card)
            speeds = scenario.people[person].skills if scenario.people else {}
            worked[card, place] += (time - began) * speeds.get(scenario.columns[place].id, 1.0)
        if state == CardState.WORKING:
            since[card] = time, column, worker
    for (card, column), work in worked.items():
        if card not in since:
            listed = scenario.cards_by_arrival[card].service.get(scenario.columns[column].id, 0.0)
            still_there = simulation.trace.rows()["card"] == card
            last = simulation.trace.rows()[still_there][-1]
            if last["column"] != column or last["state"] in (CardState.READY, CardState.BATCHING):
                assert work == pytest.approx(listed, abs=1e-9)


def follows_a_tick(time: float, every: float) -> bool:
    """Whether a time is a multiple of a cadence, or as little after one as sums of times miss it by (rules, Ticks)."""
    return time - round(time / every) * every <= 1e-9 * every and time - round(time / every) * every >= 0


@modest
@given(scenario=full_scenarios())
def test_cadences_let_cards_pass_with_their_ticks_only(scenario: Scenario) -> None:
    simulation = play(scenario, [])
    before: dict[int, CardState] = {}
    for time, card, _, state, _ in simulation.trace.rows().tolist():
        if before.get(card) == CardState.BACKLOG and scenario.rules.replenish_every:
            assert follows_a_tick(time, scenario.rules.replenish_every)
        if state == CardState.DELIVERED and scenario.rules.deliver_every:
            assert follows_a_tick(time, scenario.rules.deliver_every)
        before[card] = state


@modest
@given(scenario=full_scenarios())
def test_moves_and_set_ups_take_their_time(scenario: Scenario) -> None:
    simulation = play(scenario, [])
    rows: dict[int, tuple[float, int, int]] = {}
    for time, card, column, state, _ in simulation.trace.rows().tolist():
        if card in rows:
            since, place, was = rows[card]
            if was == CardState.MOVING:
                assert time - since == pytest.approx(scenario.columns[place].move_time)
            if was == CardState.SETUP and state == CardState.WORKING:
                setup = scenario.columns[place].setup
                assert setup.law.cv > 0 or time - since == pytest.approx(setup.mean)
        rows[card] = time, column, state


@modest
@given(scenario=full_scenarios())
def test_on_an_endless_board_cards_leave_a_column_in_whole_batches(scenario: Scenario) -> None:
    assume(not scenario.ends_by_itself)
    # Where columns are passed by those of a batch may go different ways.
    scenario = replace(scenario, columns=tuple(replace(column, skip=0.0) for column in scenario.columns))
    assume(not problems_of(scenario))
    simulation = play(scenario, [])
    left: Counter[tuple[float, int]] = Counter()
    at: dict[int, tuple[int, int]] = {}
    for time, card, column, state, _ in simulation.trace.rows().tolist():
        place, was = at.get(card, (-1, CardState.BACKLOG))
        if was == CardState.READY and (column != place or state == CardState.DELIVERED):
            left[time, place] += 1
        at[card] = column, state
    for (_, place), count in left.items():
        its = scenario.columns[place]
        if its.transfer_timeout is None:
            assert count % its.transfer_batch == 0
