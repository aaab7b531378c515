"""The rules of semantics §2 to §5 and §11, and the identities of §13, on random boards with people acting on them."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from flowsim.domain.column_settings import SetService, SetWorkers
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.interventions import AddCard, Intervention
from flowsim.domain.policies import Rules
from flowsim.domain.scenario import Column, ExplicitCard, Scenario, SharedLimit
from flowsim.domain.words import CardState
from flowsim.engine import Simulation
from flowsim.metrics import FlowAccumulator, Staffing, figures_of
from tests.engine.boards import COLUMN_IDS, at_times, halves, policies, scenarios, sessions, some_time
from tests.engine.referee import watched

Session = tuple[Scenario, list[Intervention]]


@settings(max_examples=90, deadline=None)
@given(session=sessions())
def test_every_row_of_a_session_follows_the_rules(session: Session) -> None:
    scenario, acts = session
    watched(scenario, acts)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(session=sessions())
def test_every_row_of_many_sessions_follows_the_rules(session: Session) -> None:
    scenario, acts = session
    watched(scenario, acts)


@settings(max_examples=40, deadline=None)
@given(session=sessions(auto_pull=False))
def test_where_people_pull_no_card_moves_by_itself(session: Session) -> None:
    scenario, acts = session
    watched(scenario, acts)


@settings(max_examples=40, deadline=None)
@given(scenario=scenarios(auto_pull=True))
def test_policies_alone_never_exceed_a_limit(scenario: Scenario) -> None:
    game = watched(scenario, [])
    assert game.simulation.overruns == ()
    referee = game.referee
    assert all(referee.holding(column) <= limit for column, limit in enumerate(referee.limits))


@settings(max_examples=40, deadline=None)
@given(session=sessions())
def test_arrivals_less_departures_are_the_cards_in_the_system_at_every_event(session: Session) -> None:
    scenario, acts = session
    acts = list(watched(scenario, acts).simulation.interventions)
    simulation, flow = Simulation(scenario), FlowAccumulator(scenario)

    def count() -> None:
        flow.read(simulation.trace, simulation.now, Staffing.of(scenario, simulation.interventions))
        last = {card: state for _, card, _, state, _ in simulation.trace.rows().tolist()}
        finished = sum(state == CardState.DELIVERED for state in last.values())
        dropped = sum(state == CardState.DROPPED for state in last.values())
        assert simulation.finished == finished
        assert flow.unfinished == len(last) - finished - dropped

    count()
    for act in acts:
        while simulation.next_time < act.at:
            simulation.advance_to(simulation.next_time)
            count()
        simulation.do(act)
        count()
    while simulation.next_time <= 20.0 and not simulation.over:
        simulation.advance_to(simulation.next_time)
        count()


@settings(max_examples=40, deadline=None)
@given(session=sessions())
def test_a_cards_states_follow_each_other_without_a_gap_and_sum_to_its_lead_time(session: Session) -> None:
    scenario, acts = session
    game = watched(scenario, acts)
    of_card = defaultdict(list)
    for row in game.rows.tolist():
        of_card[row[1]].append(row)
    flow = FlowAccumulator(scenario)
    flow.read(game.simulation.trace, game.simulation.now, Staffing.of(scenario, game.simulation.interventions))
    for card, rows in of_card.items():
        assert [row[3] for row in rows].index(CardState.BACKLOG) == 0
        assert not any(CardState(row[3]).left_the_board for row in rows[:-1])
        assert all(before[2:] != after[2:] for before, after in pairwise(rows))
        if rows[-1][3] == CardState.DELIVERED:
            assert math.isclose(flow.state_times.of(card).sum(), rows[-1][0] - rows[0][0], abs_tol=1e-9)
            assert flow.finished[card] - flow.arrived[card] == rows[-1][0] - rows[0][0]


# What cards bring, whatever is done


def brought(scenario: Scenario, acts: Sequence[Intervention]) -> dict[tuple[int, int], float]:
    game = watched(scenario, acts, 20.0)
    done: dict[tuple[int, int], float] = {}
    for card, column, work in game.referee.work_done:
        assert math.isclose(done.setdefault((card, column), work), work, abs_tol=1e-9), "worked again for another time"
    return done


def without_limits(scenario: Scenario) -> Scenario:
    columns = tuple(
        column if column.is_queue else replace(column, wip_limit=None, workers=200) for column in scenario.columns
    )
    return replace(scenario, columns=columns, shared_limits=(), rules=Rules())


@settings(max_examples=50, deadline=None)
@given(session=sessions())
def test_a_card_brings_the_same_work_under_every_policy_and_whatever_people_do(session: Session) -> None:
    scenario, acts = session
    assume(not scenario.saturated)
    kept = [act for act in acts if not isinstance(act, AddCard | SetService)]
    under_policies = brought(scenario, kept)
    queues_too = without_limits(scenario)
    plenty = brought(replace(queues_too, columns=tuple(replace(c, wip_limit=None) for c in queues_too.columns)), [])
    for visit in under_policies.keys() & plenty.keys():
        assert math.isclose(under_policies[visit], plenty[visit], rel_tol=1e-9, abs_tol=1e-9)


@settings(max_examples=40, deadline=None)
@given(scenario=scenarios(endless=True), data=st.data())
def test_an_endless_backlog_deals_the_same_work_under_every_limit(scenario: Scenario, data: st.DataObject) -> None:
    limits = data.draw(st.lists(st.integers(1, 4), min_size=6, max_size=6))
    columns = tuple(replace(column, wip_limit=limit) for column, limit in zip(scenario.columns, limits, strict=False))
    here, there = brought(scenario, []), brought(replace(scenario, columns=columns), [])
    for visit in here.keys() & there.keys():
        assert math.isclose(here[visit], there[visit], rel_tol=1e-9, abs_tol=1e-9)


@settings(max_examples=40, deadline=None)
@given(scenario=scenarios(explicit=False, auto_pull=True), times=st.lists(some_time, min_size=1, max_size=4))
def test_added_cards_do_not_change_what_the_others_bring_or_when_they_come(
    scenario: Scenario, times: list[float]
) -> None:
    assume(not scenario.saturated)
    alone = watched(scenario, [], 12.0)
    game = watched(scenario, [AddCard(at=at, title="added") for at in sorted(times)], 12.0)
    ours = [n for n in range(len(game.referee.cards) + len(game.referee.gone)) if not game.simulation.title_of(n)]
    arrived = {row[1]: row[0] for row in reversed(game.rows.tolist())}
    arrived_alone = {row[1]: row[0] for row in reversed(alone.rows.tolist())}
    assert [arrived[number] for number in ours] == list(dict(sorted(arrived_alone.items())).values())
    assert [game.simulation.class_of(n) for n in ours] == [alone.simulation.class_of(n) for n in range(len(ours))]
    work = {(card, column): spent for card, column, spent in game.referee.work_done}
    for card, column, spent in alone.referee.work_done:
        if (ours[card], column) in work:
            assert math.isclose(work[ours[card], column], spent, rel_tol=1e-9, abs_tol=1e-9)


def test_another_seed_is_another_run_and_the_same_seed_the_same() -> None:
    scenario = Scenario(name="", columns=(Column(id="c0", service=Exponential(mean=1.0)),), horizon=50.0)
    first, again, other = (Simulation(scenario.with_seed(seed)) for seed in (3, 3, 4))
    for simulation in (first, again, other):
        simulation.run()
    assert first.trace.rows().tobytes() == again.trace.rows().tobytes()
    assert first.trace.rows().tobytes() != other.trace.rows().tobytes()


# Runs from empty to empty


@st.composite
def finite_sessions(draw: st.DrawFn, *, explicit: bool | None = None) -> Session:
    scenario = draw(scenarios(finite=True, auto_pull=True, explicit=explicit))
    ids = [column.id for column in scenario.columns]
    acts = draw(at_times(policies(ids), most=6))
    people = [SetWorkers(at=13.0, column=column.id, value=1) for column in scenario.columns if not column.is_queue]
    return scenario, [*acts, *people]


@settings(max_examples=40, deadline=None)
@given(session=finite_sessions())
def test_limited_work_is_all_finished_and_the_time_on_the_board_is_the_sum_of_cycle_times(session: Session) -> None:
    scenario, acts = session
    simulation = watched(scenario, acts, math.inf).simulation
    assert simulation.over
    assert simulation.next_time == math.inf
    staffing, flow = Staffing.of(scenario, simulation.interventions), FlowAccumulator(scenario)
    flow.read(simulation.trace, simulation.now, staffing)
    figures = figures_of(flow, staffing)
    cycle_times = float((flow.finished - flow.started).sum())
    assert figures.unfinished == 0
    assert math.isclose(flow.integrals.column_time.sum(), cycle_times, rel_tol=1e-9, abs_tol=1e-9)
    if simulation.now > 0:
        assert math.isclose(figures.wip * simulation.now, cycle_times, rel_tol=1e-9, abs_tol=1e-9)
        assert math.isclose(figures.little.residual, 0.0, abs_tol=1e-9)


@settings(max_examples=40, deadline=None)
@given(session=finite_sessions(explicit=True))
def test_busy_time_is_the_service_of_the_finished_work(session: Session) -> None:
    scenario, acts = session
    simulation = watched(scenario, acts, math.inf).simulation
    staffing, flow = Staffing.of(scenario, simulation.interventions), FlowAccumulator(scenario)
    flow.read(simulation.trace, simulation.now, staffing)
    for index, column in enumerate(scenario.columns):
        work = sum(card.service.get(column.id, 0.0) for card in scenario.cards)
        assert math.isclose(
            flow.integrals.worker_time[index, 0], 0.0 if column.is_queue else work, rel_tol=1e-9, abs_tol=1e-9
        )


# Monotony, where it holds


@st.composite
def single_worker_lines(draw: st.DrawFn) -> Scenario:
    """FIFO columns of one worker each, with limits of every sort."""
    count = draw(st.integers(1, 5))
    columns = []
    for index in range(count):
        kind = draw(st.sampled_from(["work", "work", "work", "queue"]))
        counts = draw(st.sampled_from(["all", "doing"])) if kind == "work" else "all"
        limit = draw(st.one_of(st.none(), st.integers(1, 3)))
        columns.append(Column(id=COLUMN_IDS[index], kind=kind, wip_limit=limit, limit_counts=counts))  # type: ignore[arg-type]
    works = st.fixed_dictionaries({COLUMN_IDS[index]: halves for index in range(count)})
    cards = draw(st.lists(st.builds(ExplicitCard, arrives=halves, service=works), min_size=1, max_size=12))
    shared = draw(st.one_of(st.none(), st.integers(1, 4)))
    return Scenario(
        name="line",
        columns=tuple(columns),
        cards=tuple(cards),
        horizon=None,
        shared_limits=(SharedLimit(columns=COLUMN_IDS[:count], limit=shared),) if shared else (),
        rules=Rules(blocking=draw(st.sampled_from(["slot", "server"]))),
    )


def departures(scenario: Scenario) -> list[float]:
    simulation = Simulation(scenario)
    simulation.run()
    return [time for time, _, _, state, _ in simulation.trace.rows().tolist() if state == CardState.DELIVERED]


@settings(max_examples=90, deadline=None)
@given(scenario=single_worker_lines(), data=st.data())
def test_a_higher_limit_never_delays_a_departure_from_single_worker_columns(
    scenario: Scenario, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(scenario.columns) - 1))
    column = scenario.columns[index]
    assume(column.wip_limit is not None)
    raised = data.draw(st.one_of(st.none(), st.integers(1, 3).map(lambda more: (column.wip_limit or 0) + more)))
    columns = list(scenario.columns)
    columns[index] = replace(column, wip_limit=raised)
    before, after = departures(scenario), departures(replace(scenario, columns=tuple(columns)))
    assert len(before) == len(after) == len(scenario.cards)
    assert all(late >= early for late, early in zip(before, after, strict=True))


@settings(max_examples=90, deadline=None)
@given(scenario=single_worker_lines(), data=st.data())
def test_a_shorter_service_never_delays_a_departure_from_single_worker_columns(
    scenario: Scenario, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(scenario.cards) - 1))
    column = data.draw(st.sampled_from([column.id for column in scenario.columns]))
    card = scenario.cards[index]
    shorter = {**card.service, column: card.service[column] / 2}
    cards = (*scenario.cards[:index], replace(card, service=shorter), *scenario.cards[index + 1 :])
    before, after = departures(scenario), departures(replace(scenario, cards=cards))
    assert all(late >= early for late, early in zip(before, after, strict=True))


@settings(max_examples=40, deadline=None)
@given(works=st.lists(some_time, min_size=1, max_size=4), count=st.integers(1, 8))
def test_a_line_without_limits_delivers_at_the_pace_of_its_slowest_column(works: list[float], count: int) -> None:
    columns = tuple(Column(id=COLUMN_IDS[i], service=Constant(value=work)) for i, work in enumerate(works))
    cards = tuple(ExplicitCard(service={column.id: column.service.mean for column in columns}) for _ in range(count))
    scenario = Scenario(name="", columns=columns, cards=cards, horizon=None)
    assert departures(scenario) == [sum(works) + number * max(works) for number in range(count)]
