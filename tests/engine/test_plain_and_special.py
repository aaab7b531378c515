"""The plain case is written out for speed; played the long way round, every board gives the same trace."""

import pytest
from hypothesis import given, settings

from flowsim.domain.arrivals import (
    Fixed,
    Interval,
    Poisson,
    Saturated,
)
from flowsim.domain.column_settings import SetService, SetTransferTimeout, SetWipLimit
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.interventions import Intervention, MoveCard, SetClass, SetRules, SetSharedLimit
from flowsim.domain.policies import Blockers, Rework, Rules, Setup
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Person, Scenario
from flowsim.domain.words import CardState
from flowsim.engine import Simulation
from flowsim.engine.board import Board
from tests.engine.boards import sessions
from tests.engine.full_boards import full_sessions

Session = tuple[Scenario, list[Intervention]]


def play(scenario: Scenario, acts: list[Intervention]) -> bytes:
    simulation = Simulation(scenario)
    for act in acts:
        try:
            simulation.do(act)
        except Refused:
            continue
    simulation.run(20.0)
    return simulation.trace.rows().tobytes()


def the_long_way_round(monkeypatch: pytest.MonkeyPatch) -> None:
    refit = Board.refit

    def nothing_is_plain(self: Board) -> None:
        refit(self)
        for place in self.stations:
            place.enters_plainly = place.starts_plainly = place.ends_plainly = False

    monkeypatch.setattr(Board, "refit", nothing_is_plain)


@settings(max_examples=80, deadline=None)
@given(session=sessions())
def test_a_plain_board_played_the_long_way_round_gives_the_same_bytes(session: Session) -> None:
    plain = play(*session)
    with pytest.MonkeyPatch.context() as monkeypatch:
        the_long_way_round(monkeypatch)
        assert play(*session) == plain


@settings(max_examples=80, deadline=None)
@given(session=full_sessions())
def test_a_board_that_uses_everything_played_the_long_way_round_gives_the_same_bytes(session: Session) -> None:
    plain = play(*session)
    with pytest.MonkeyPatch.context() as monkeypatch:
        the_long_way_round(monkeypatch)
        assert play(*session) == plain


def blocked(scenario: Scenario, column: int) -> int:
    simulation = Simulation(scenario)
    simulation.run(300.0)
    rows = simulation.trace.rows()
    return int(((rows["state"] == CardState.BLOCKED) & (rows["column"] == column)).sum())


@pytest.mark.parametrize("first", [Column(id="a"), Column(id="a", setup=Setup(rule="per_batch", time=0.1))])
def test_blockers_strike_whatever_the_column_before_asks_for(first: Column) -> None:
    second = Column(id="b", blockers=Blockers(probability=1.0, duration=Constant(value=0.5)))
    scenario = Scenario(name="", columns=(first, second), arrivals=Poisson(rate=0.3), horizon=None)
    simulation = Simulation(scenario)
    simulation.run(300.0)
    assert blocked(scenario, 1) >= simulation.finished > 50


def test_a_card_sent_back_over_many_columns_was_done_again_once() -> None:
    columns = tuple(Column(id=name) for name in "abc")
    last = Column(id="d", rework=Rework(probability=0.9, to="a"))
    scenario = Scenario(name="", columns=(*columns, last), arrivals=Fixed(count=1), horizon=None)
    simulation = Simulation(scenario)
    while not simulation.passes_again(0):
        assert simulation.step()
    assert simulation.passes_again(0) == 1


def test_a_batch_exceeds_a_limit_by_the_cards_beyond_it_alone() -> None:
    columns = (Column(id="a", transfer_batch=2), Column(id="b", wip_limit=3, service=Constant(value=50.0)))
    classes = (CardClass(id="standard", may_exceed=1),)
    cards = tuple(ExplicitCard(service={"a": 1.0, "b": 50.0}) for _ in range(4))
    simulation = Simulation(Scenario(name="", columns=columns, classes=classes, cards=cards, horizon=30.0))
    simulation.run()
    assert [(over.count, over.limit) for over in simulation.overruns] == [(4, 3)]


def test_a_time_out_set_for_a_batch_that_cannot_fill_lets_it_go() -> None:
    columns = (Column(id="a", transfer_batch=3), Column(id="b", wip_limit=4, transfer_batch=2))
    simulation = Simulation(Scenario(name="", columns=columns, arrivals=Poisson(rate=1.0), horizon=None))
    simulation.do(SetWipLimit(at=20.0, column="b", value=3))
    simulation.advance_to(200.0)
    stood = simulation.standstill
    assert stood is not None
    simulation.do(SetTransferTimeout(at=200.0, column="b", value=1.0))
    before = simulation.finished
    simulation.advance_to(300.0)
    assert simulation.finished > before
    assert simulation.standstill is None


@pytest.mark.parametrize(
    "arrivals", [Interval(gap=Constant(value=10.0)), Fixed(count=4)], ids=["time-out", "the last of an order"]
)
def test_a_partial_batch_on_its_way_is_no_standstill(arrivals: Interval | Fixed) -> None:
    timeout = 1.0 if isinstance(arrivals, Interval) else None
    first = Column(id="a", service=Constant(value=5.0), transfer_batch=3, transfer_timeout=timeout)
    second = Column(id="b", wip_limit=3, transfer_batch=2, service=Constant(value=0.5))
    simulation = Simulation(Scenario(name="", columns=(first, second), arrivals=arrivals, horizon=None))
    for now in range(100):
        simulation.advance_to(float(now))
        assert simulation.standstill is None, now
    assert simulation.finished >= 4


@pytest.mark.parametrize(
    "act",
    [
        SetWipLimit(at=5.0, column="b", value=None),
        SetService(at=5.0, column="c", value=Constant(value=0.0)),
    ],
)
def test_what_would_let_an_endless_backlog_pour_in_is_refused(act: Intervention) -> None:
    columns = (
        Column(id="a", kind="queue", wip_limit=2),
        Column(id="b", wip_limit=2, service=Constant(value=0.0)),
        Column(id="c", service=Exponential(mean=1.0), wip_limit=2),
    )
    simulation = Simulation(Scenario(name="", columns=columns, arrivals=Saturated(), horizon=None))
    simulation.advance_to(5.0)
    assert simulation.why_not(act) is not None


def test_what_by_hand_is_harmless_is_refused_where_cards_move_by_themselves() -> None:
    columns = (Column(id="a", service=Constant(value=0.0)),)
    by_hand = Scenario(name="", columns=columns, arrivals=Saturated(), rules=Rules(auto_pull=False), horizon=None)
    simulation = Simulation(by_hand)
    simulation.do(MoveCard(at=0.0, card=0, column="a"))
    assert simulation.why_not(SetRules(at=1.0, value=Rules())) is not None
    assert simulation.why_not(SetSharedLimit(at=1.0, group=0, value=1)) == "there is no such shared limit on this board"


def test_a_class_that_is_let_preempt_takes_people_off_what_they_began_before() -> None:
    classes = (CardClass(id="standard"), CardClass(id="urgent", priority=1))
    cards = (
        ExplicitCard(service={"a": 10.0}),
        ExplicitCard(arrives=1.0, class_="urgent", service={"a": 1.0}),
    )
    simulation = Simulation(Scenario(name="", columns=(Column(id="a"),), classes=classes, cards=cards, horizon=None))
    simulation.do(SetClass(at=3.0, class_="urgent", may_exceed=0, preempts=True))
    simulation.run()
    rows = simulation.trace.rows()
    finished = rows[rows["state"] == CardState.DELIVERED]
    assert finished[["time", "card"]].tolist() == [(4.0, 1), (11.0, 0)]


def test_blockers_strike_where_people_are_named_too() -> None:
    blockers = Blockers(probability=1.0, duration=Constant(value=0.5), worker_waits=False)
    people = (Person(name="Ada", skills={"a": 1.0, "b": 2.0}),)
    columns = (Column(id="a"), Column(id="b", blockers=blockers))
    scenario = Scenario(name="", columns=columns, arrivals=Poisson(rate=0.3), people=people, horizon=None)
    simulation = Simulation(scenario)
    simulation.run(300.0)
    assert blocked(scenario, 1) >= simulation.finished > 50
