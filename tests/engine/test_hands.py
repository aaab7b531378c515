"""What happens when a person puts a hand on the board (semantics §11), act by act, on boards without chance."""

from collections.abc import Sequence
from typing import Any

import pytest

from flowsim.domain.arrivals import (
    Fixed,
    Saturated,
)
from flowsim.domain.column_settings import SetService, SetWipLimit, SetWorkers
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import (
    AddCard,
    BlockCard,
    DeliverCard,
    DropCard,
    Intervention,
    MoveCard,
    ReturnCard,
    SetSharedLimit,
    UnblockCard,
)
from flowsim.domain.policies import Blockers, Rules
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Scenario, SharedLimit
from flowsim.domain.words import CardState
from flowsim.engine import Simulation

Told = list[tuple[float, int, str, int]]


def board(*works: float, cards: int = 1, **column: Any) -> Scenario:
    """Columns a, b, c … with this much work for each of `cards` cards, all there at 0."""
    columns = tuple(Column(id="abcdef"[index], name="ABCDEF"[index], **column) for index in range(len(works)))
    brings = {each.id: work for each, work in zip(columns, works, strict=True)}
    return Scenario(name="", columns=columns, cards=tuple(ExplicitCard(service=brings) for _ in range(cards)))


def played_with(scenario: Scenario, *acts: Intervention) -> Simulation:
    simulation = Simulation(scenario)
    for act in acts:
        simulation.do(act)
    simulation.run(float("inf"))
    return simulation


def told(simulation: Simulation, card: int = 0) -> Told:
    rows: Sequence[tuple[float, int, int, int, int]] = simulation.trace.rows().tolist()
    return [(time, column, CardState(state).word, worker) for time, n, column, state, worker in rows if n == card]


def refusal(simulation: Simulation, act: Intervention) -> str:
    simulation.advance_to(act.at)
    before, acts = simulation.trace.rows().tobytes(), list(simulation.interventions)
    with pytest.raises(Refused) as refused:
        simulation.do(act)
    assert simulation.trace.rows().tobytes() == before
    assert simulation.interventions == acts
    return str(refused.value)


# Moving


def test_a_move_forward_abandons_what_was_left_of_the_work() -> None:
    assert told(played_with(board(4, 1), MoveCard(at=1, card=0, column="b"))) == [
        (0, -1, "backlog", -1),
        (0, 0, "waiting", -1),
        (0, 0, "working", 0),
        (1, 1, "waiting", -1),
        (1, 1, "working", 0),
        (2, 1, "ready", -1),
        (2, -1, "delivered", -1),
    ]


def test_a_card_moved_back_is_worked_again_with_the_same_service_time() -> None:
    simulation = played_with(board(2, 3), MoveCard(at=3, card=0, column="a"))
    assert [row for row in told(simulation) if row[2] in ("working", "delivered")] == [
        (0, 0, "working", 0),
        (2, 1, "working", 0),
        (3, 0, "working", 0),
        (5, 1, "working", 0),
        (8, -1, "delivered", -1),
    ]


def test_a_card_moved_back_waits_at_the_tail() -> None:
    simulation = Simulation(board(2, 3, cards=3))
    simulation.do(MoveCard(at=3, card=0, column="a"))
    simulation.run()
    starts = [(row[0], row[1]) for row in simulation.trace.rows().tolist() if row[3] == CardState.WORKING]
    assert starts == [(0, 0), (2, 0), (2, 1), (4, 1), (4, 2), (6, 0), (7, 2), (10, 0)]


def test_a_card_of_a_higher_class_moved_back_goes_before_the_lower_ones() -> None:
    columns = (Column(id="a"), Column(id="b"))
    classes = (CardClass(id="standard"), CardClass(id="expedite", priority=1))
    brings = {"a": 2.0, "b": 3.0}
    cards = (ExplicitCard(class_="expedite", service=brings), *(ExplicitCard(service=brings) for _ in range(2)))
    simulation = played_with(
        Scenario(name="", columns=columns, classes=classes, cards=cards), MoveCard(at=3, card=0, column="a")
    )
    assert (4.0, 0, "working", 0) in told(simulation, 0)
    assert (6.0, 0, "working", 0) in told(simulation, 2)


def test_a_moved_card_leaves_its_worker_to_the_next_card() -> None:
    simulation = played_with(board(4, 1, cards=2), MoveCard(at=1, card=0, column="b"))
    assert (1.0, 0, "working", 0) in told(simulation, 1)


def test_a_card_moved_over_columns_enters_only_the_last_and_is_worked_there() -> None:
    simulation = played_with(board(4, 1, 1), MoveCard(at=1, card=0, column="c"))
    assert [row[:3] for row in told(simulation)][3:] == [
        (1, 2, "waiting"),
        (1, 2, "working"),
        (2, 2, "ready"),
        (2, -1, "delivered"),
    ]


def test_a_move_into_a_full_column_is_refused_with_the_reason() -> None:
    simulation = Simulation(board(9, 9, cards=2, wip_limit=1))
    simulation.do(MoveCard(at=1, card=0, column="b"))
    assert refusal(simulation, MoveCard(at=2, card=1, column="b")) == "B is full: 1 of 1"
    assert simulation.overruns == ()


def test_a_move_into_a_full_column_that_warns_is_let_in_and_marked() -> None:
    simulation = Simulation(board(9, 9, cards=2, wip_limit=1, enforcement="warn"))
    simulation.do(MoveCard(at=1, card=0, column="b"))
    within = simulation.overruns
    simulation.do(MoveCard(at=2, card=1, column="b"))
    (overrun,) = simulation.overruns
    assert within == ()
    assert (overrun.time, overrun.card, overrun.column, overrun.count, overrun.limit) == (2, 1, 1, 2, 1)
    simulation.run()
    assert simulation.finished == 2


def test_nothing_is_pulled_into_a_column_that_a_person_overfilled_until_it_is_below_its_limit() -> None:
    scenario = board(1, 4, cards=4, wip_limit=1, enforcement="warn")
    simulation = Simulation(scenario)
    simulation.advance_to(1.0)
    simulation.do(MoveCard(at=1.5, card=1, column="b"))
    simulation.run(float("inf"))
    entered_b = [(row[0], row[1]) for row in simulation.trace.rows().tolist() if row[2:4] == (1, CardState.WAITING)]
    assert entered_b == [(1.0, 0), (1.5, 1), (9.0, 2), (13.0, 3)]


def test_a_full_group_refuses_a_card_from_outside_and_takes_one_from_inside() -> None:
    scenario = Scenario(
        name="",
        columns=tuple(Column(id=name, name=name.upper()) for name in "abc"),
        cards=tuple(ExplicitCard(service={"a": 9.0, "b": 9.0, "c": 9.0}) for _ in range(3)),
        shared_limits=(SharedLimit(columns=("b", "c"), limit=1),),
    )
    simulation = Simulation(scenario)
    simulation.do(MoveCard(at=1, card=0, column="b"))
    assert refusal(simulation, MoveCard(at=1, card=1, column="c")) == "B + C are full: 1 of 1"
    simulation.do(MoveCard(at=2, card=0, column="c"))
    assert refusal(simulation, MoveCard(at=2, card=0, column="c")) == "the card is already in C"


def test_a_card_delivered_by_hand_is_finished_at_that_moment() -> None:
    simulation = played_with(board(9, cards=2), DeliverCard(at=2, card=0))
    assert told(simulation)[-1] == (2, -1, "delivered", -1)
    assert told(simulation, 1)[2] == (2, 0, "working", 0)
    assert simulation.finished == 2


def test_a_card_returned_to_the_backlog_is_pulled_again_and_worked_from_the_start() -> None:
    simulation = played_with(board(3, cards=2, wip_limit=1), ReturnCard(at=2, card=0))
    assert told(simulation) == [
        (0, -1, "backlog", -1),
        (0, 0, "waiting", -1),
        (0, 0, "working", 0),
        (2, -1, "backlog", -1),
        (5, 0, "waiting", -1),
        (5, 0, "working", 0),
        (8, 0, "ready", -1),
        (8, -1, "delivered", -1),
    ]


def test_a_card_in_the_backlog_cannot_be_returned_or_blocked() -> None:
    simulation = Simulation(board(9, cards=2, wip_limit=1))
    assert "already in the backlog" in refusal(simulation, ReturnCard(at=1, card=1))
    assert "not started" in refusal(simulation, BlockCard(at=1, card=1))


def test_a_dropped_card_is_never_finished_and_gives_its_slot_and_worker_away() -> None:
    simulation = played_with(board(9, cards=2, wip_limit=1), DropCard(at=2, card=0))
    assert told(simulation)[-1] == (2, -1, "dropped", -1)
    assert told(simulation, 1)[1:3] == [(2, 0, "waiting", -1), (2, 0, "working", 0)]
    assert simulation.finished == 1
    assert simulation.over


@pytest.mark.parametrize(
    "act", [MoveCard(at=30, card=0, column="a"), DropCard(at=30, card=0), BlockCard(at=30, card=0)]
)
def test_a_card_that_has_left_cannot_be_touched(act: Intervention) -> None:
    simulation = Simulation(board(1, cards=60))
    assert "A-1 has just been finished" in refusal(simulation, act)


def test_a_card_that_has_not_come_cannot_be_touched() -> None:
    assert "no such card" in refusal(Simulation(board(9)), DropCard(at=1, card=7))


def test_a_column_that_is_not_there_is_refused_by_name() -> None:
    simulation = Simulation(board(9))
    for act in (MoveCard(at=1, card=0, column="z"), SetWipLimit(at=1, column="z", value=1)):
        assert '"z"' in refusal(simulation, act)
    assert '"z"' in refusal(simulation, AddCard(at=1, class_="z"))
    assert "shared limit" in refusal(simulation, SetSharedLimit(at=1, group=0, value=1))


def test_nobody_can_be_put_to_work_in_a_queue() -> None:
    columns = (Column(id="a"), Column(id="q", name="Buffer", kind="queue"))
    simulation = Simulation(Scenario(name="", columns=columns, arrivals=Fixed(count=2)))
    assert "Buffer" in refusal(simulation, SetWorkers(at=0, column="q", value=2))
    assert "Buffer" in refusal(simulation, SetService(at=0, column="q", value=Constant(value=1)))


# Blocking


def test_a_blocked_card_keeps_its_worker_and_goes_on_where_it_stopped() -> None:
    simulation = played_with(board(5, cards=2), BlockCard(at=2, card=0), UnblockCard(at=9, card=0))
    assert told(simulation)[2:6] == [
        (0, 0, "working", 0),
        (2, 0, "blocked", 0),
        (9, 0, "working", 0),
        (12, 0, "ready", -1),
    ]
    assert told(simulation, 1)[2][0] == 12


def test_where_workers_do_not_wait_a_blocked_card_frees_its_worker_and_then_goes_first() -> None:
    scenario = board(5, cards=3, blockers=Blockers(worker_waits=False))
    simulation = played_with(scenario, BlockCard(at=2, card=0), UnblockCard(at=4, card=0))
    assert told(simulation)[2:7] == [
        (0, 0, "working", 0),
        (2, 0, "blocked", -1),
        (4, 0, "waiting", -1),
        (7, 0, "working", 0),
        (10, 0, "ready", -1),
    ]
    assert [told(simulation, card)[2] for card in (1, 2)] == [(2, 0, "working", 0), (10, 0, "working", 0)]


def test_a_waiting_card_that_is_blocked_keeps_its_slot_and_its_place_in_line() -> None:
    scenario = board(2, cards=4, wip_limit=3)
    simulation = Simulation(scenario)
    simulation.do(BlockCard(at=1, card=1))
    simulation.advance_to(2.0)
    assert told(simulation, 2)[-1] == (2, 0, "working", 0)
    simulation.do(UnblockCard(at=3, card=1))
    simulation.run()
    assert (4.0, 0, "working", 0) in told(simulation, 1)
    assert (6.0, 0, "working", 0) in told(simulation, 3)


def test_a_finished_card_that_is_blocked_does_not_go_on_until_it_is_unblocked() -> None:
    scenario = Scenario(
        name="", columns=(Column(id="a"), Column(id="b")), rules=Rules(auto_pull=False), cards=board(1, 1).cards
    )
    simulation = Simulation(scenario)
    simulation.do(MoveCard(at=0, card=0, column="a"))
    simulation.do(BlockCard(at=2, card=0))
    assert "blocked" in refusal(simulation, MoveCard(at=3, card=0, column="b"))
    assert "blocked already" in refusal(simulation, BlockCard(at=3, card=0))
    simulation.do(UnblockCard(at=4, card=0))
    assert told(simulation)[-2:] == [(2, 0, "blocked", -1), (4, 0, "ready", -1)]
    assert "not blocked" in refusal(simulation, UnblockCard(at=4, card=0))
    simulation.do(MoveCard(at=5, card=0, column="b"))
    simulation.do(DeliverCard(at=7, card=0))
    assert simulation.over


def test_a_blocked_card_can_be_dropped() -> None:
    simulation = played_with(board(5, cards=2), BlockCard(at=2, card=0), DropCard(at=3, card=0))
    assert told(simulation, 1)[2] == (3, 0, "working", 0)
    assert simulation.over


# Limits, workers, work


def test_lowering_a_limit_throws_nothing_out_and_lets_nothing_in_until_it_is_below_again() -> None:
    scenario = board(2, cards=6, wip_limit=3)
    simulation = played_with(scenario, SetWipLimit(at=1, column="a", value=1))
    entered = [row[0] for row in simulation.trace.rows().tolist() if row[3] == CardState.WAITING]
    assert entered == [0, 0, 0, 6, 8, 10]


def test_raising_a_limit_lets_cards_in_at_once() -> None:
    simulation = played_with(board(2, cards=3, wip_limit=1), SetWipLimit(at=1, column="a", value=None))
    entered = [row[0] for row in simulation.trace.rows().tolist() if row[3] == CardState.WAITING]
    assert entered == [0, 1, 1]


def test_a_shared_limit_changed_counts_from_that_moment() -> None:
    scenario = Scenario(
        name="",
        columns=board(2, 2).columns,
        cards=board(2, 2, cards=4).cards,
        shared_limits=(SharedLimit(columns=("a", "b"), limit=1),),
    )
    simulation = played_with(scenario, SetSharedLimit(at=5, group=0, value=3))
    starts = [row[0] for row in simulation.trace.rows().tolist() if row[2:4] == (0, CardState.WAITING)]
    assert starts == [0, 4, 5, 5]


def test_more_workers_start_at_once_and_one_who_leaves_finishes_the_card_at_hand() -> None:
    simulation = played_with(
        board(4, cards=5), SetWorkers(at=1, column="a", value=3), SetWorkers(at=2, column="a", value=1)
    )
    starts = [(row[0], row[1], row[4]) for row in simulation.trace.rows().tolist() if row[3] == CardState.WORKING]
    assert starts == [(0, 0, 0), (1, 1, 1), (1, 2, 2), (4, 3, 0), (8, 4, 0)]


def test_a_worker_who_left_and_came_back_while_busy_is_one_worker() -> None:
    acts = [SetWorkers(at=at, column="a", value=value) for at, value in ((1, 0), (2, 2), (3, 0), (3, 2))]
    simulation = played_with(board(4, cards=4, workers=2), *acts)
    starts = [(row[0], row[1], row[4]) for row in simulation.trace.rows().tolist() if row[3] == CardState.WORKING]
    assert starts == [(0, 0, 0), (0, 1, 1), (4, 2, 0), (4, 3, 1)]


def test_without_workers_nobody_starts() -> None:
    simulation = Simulation(board(4, cards=2))
    simulation.do(SetWorkers(at=1, column="a", value=0))
    simulation.run(20.0)
    assert simulation.finished == 1
    assert not simulation.over
    assert simulation.now == 20.0
    simulation.do(SetWorkers(at=20, column="a", value=1))
    simulation.run(30.0)
    assert (simulation.finished, simulation.now) == (2, 24.0)


def test_changed_work_counts_for_cards_that_start_from_then_on() -> None:
    columns = (Column(id="a", service=Constant(value=4)),)
    scenario = Scenario(name="", columns=columns, arrivals=Fixed(count=3))
    simulation = played_with(scenario, SetService(at=1, column="a", value=Constant(value=1)))
    ends = [row[0] for row in simulation.trace.rows().tolist() if row[3] == CardState.READY]
    assert ends == [4, 5, 6]


def test_changed_work_counts_for_a_card_that_is_moved_back() -> None:
    columns = (Column(id="a", service=Constant(value=4)), Column(id="b", service=Constant(value=1)))
    simulation = played_with(
        Scenario(name="", columns=columns, arrivals=Fixed(count=1)),
        SetService(at=1, column="a", value=Constant(value=2)),
        MoveCard(at=4.5, card=0, column="a"),
    )
    assert [row[0] for row in told(simulation) if row[2] == "ready"] == [4, 6.5, 7.5]


def test_changed_work_counts_for_listed_cards_that_come_later_too() -> None:
    cards = (
        ExplicitCard(service={"a": 4.0}),
        ExplicitCard(service={"a": 4.0}),
        ExplicitCard(arrives=2, service={"a": 4.0}),
    )
    scenario = Scenario(name="", columns=(Column(id="a"),), cards=cards)
    simulation = played_with(scenario, SetService(at=1, column="a", value=Constant(value=1)))
    assert [row[0] for row in simulation.trace.rows().tolist() if row[3] == CardState.READY] == [4, 5, 6]


# Adding cards


def test_an_added_card_arrives_with_its_class_and_title_and_is_pulled_like_any_other() -> None:
    columns = (Column(id="a", service=Constant(value=2)),)
    classes = (CardClass(id="standard"), CardClass(id="expedite", priority=1, share=0.0))
    scenario = Scenario(name="", columns=columns, classes=classes, arrivals=Fixed(count=3))
    simulation = played_with(scenario, AddCard(at=1, class_="expedite", title="fire"), AddCard(at=1))
    assert [simulation.title_of(card) for card in range(5)] == ["", "", "", "fire", ""]
    assert simulation.class_of(3) == 1
    assert simulation.class_of(4) == 0
    starts = {n: told(simulation, n)[2][0] for n in range(5)}
    assert starts[3] == 2
    assert starts[4] == 8


def test_where_people_pull_an_endless_backlog_always_has_one_card_to_pull() -> None:
    scenario = Scenario(
        name="", columns=board(1).columns, arrivals=Saturated(), rules=Rules(auto_pull=False), horizon=5.0
    )
    simulation = Simulation(scenario)
    simulation.run()
    assert simulation.trace.rows().tolist() == [(0, 0, -1, CardState.BACKLOG, -1)]
    simulation.do(MoveCard(at=5, card=0, column="a"))
    assert told(simulation, 1) == [(5, -1, "backlog", -1)]
    simulation.advance_to(7)
    assert told(simulation)[-1] == (6, 0, "ready", -1)


# The two meanings of blocked after service


@pytest.mark.parametrize(("blocking", "started"), [("slot", [0, 1, 2]), ("server", [0, 1, 5])])
def test_a_finished_card_keeps_its_worker_only_under_server_blocking(blocking: Any, started: list[float]) -> None:
    columns = (Column(id="a"), Column(id="b", wip_limit=1))
    cards = tuple(ExplicitCard(service={"a": 1.0, "b": 4.0}) for _ in range(3))
    simulation = played_with(Scenario(name="", columns=columns, cards=cards, rules=Rules(blocking=blocking)))
    rows = simulation.trace.rows().tolist()
    assert [row[0] for row in rows if row[2:4] == (0, CardState.WORKING)] == started


def test_a_doing_only_limit_does_not_count_finished_cards() -> None:
    columns = (Column(id="a", wip_limit=1, limit_counts="doing"), Column(id="b", wip_limit=1))
    cards = tuple(ExplicitCard(service={"a": 1.0, "b": 10.0}) for _ in range(4))
    simulation = Simulation(Scenario(name="", columns=columns, cards=cards))
    simulation.advance_to(5.0)
    ready = [card for card in range(4) if told(simulation, card)[-1][2] == "ready"]
    assert ready == [1, 2, 3]
