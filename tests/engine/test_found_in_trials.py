"""What trials of version 0.1.0 found, with the values worked out by hand from the rules; and what is like it."""

import pytest

from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.column_settings import SetBlockers, SetTransferBatch, SetTransferTimeout
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import BlockCard, MoveCard, SetRules, UnblockCard
from flowsim.domain.policies import Blockers, Rework, Rules
from flowsim.domain.scenario import CardClass, Person
from flowsim.engine import Simulation
from tests.engine.test_rules_by_hand import (
    board,
    card,
    enters,
    ran,
    rows_of,
    starts,
    told,
)

TENTH = {"service": Constant(value=0.1), "wip_limit": None}


# Who goes first in a line: when a card joined it


def test_a_card_done_again_stands_behind_who_came_meanwhile_however_long_that_was_in_the_backlog() -> None:
    column = {"wip_limit": 2, "service": Constant(value=1), "rework": Rework(probability=0.3)}
    simulation = ran(board(column, arrivals=Fixed(count=3), seed=25, horizon=None))  # card 0 alone fails, and once
    assert enters(simulation) == [(0, 0), (0, 1), (2, 2)]
    assert starts(simulation) == [(0, 0), (1, 1), (2, 0), (3, 2)]


def test_the_line_is_joined_when_a_move_is_over() -> None:
    # Card 1 leaves the backlog first, but is on its way for longer than the board knows: both have the same move time.
    scenario = board({"workers": 2}, {"move_time": 3.0}, cards=[card(1, 4), card(2, 1)])
    assert starts(ran(scenario), "b") == [(4, 0), (8, 1)]


def test_a_card_moved_back_by_hand_stands_behind_who_waits_there() -> None:
    scenario = board({"workers": 1}, {}, cards=[card(1, 50), card(5, 1), card(5, 1)])
    simulation = ran(scenario, MoveCard(at=2.0, card=0, column="a"), until=30.0)
    assert starts(simulation)[:3] == [(0, 0), (1, 1), (6, 2)]
    assert starts(simulation)[3] == (11, 0)


# What coincides on paper coincides on the board


def test_ten_tenths_are_delivered_with_the_tick() -> None:
    simulation = ran(board(TENTH, arrivals=Fixed(count=40), rules=Rules(deliver_every=1.0), horizon=None))
    ends = [time for time, _ in enters(simulation, "")]
    assert [round(time, 6) for time in ends] == 10 * [1] + 10 * [2] + 10 * [3] + 10 * [4]
    assert all(time == round(time) or time - round(time) < 1e-9 for time in ends)


def test_ten_tenths_are_in_time_for_the_replenishment() -> None:
    # Three tenths are a bit more than 0.3: whoever arrives then is pulled with the tick at 0.3, not with the next one.
    late = 0.1 + 0.1 + 0.1
    assert late > 0.3
    scenario = board({}, cards=[card(1, at=late)], rules=Rules(replenish_every=0.3))
    assert starts(ran(scenario)) == [(late, 0)]


def test_what_comes_well_after_a_tick_waits_for_the_next() -> None:
    scenario = board({}, cards=[card(1, at=0.3001)], rules=Rules(replenish_every=0.3))
    assert starts(ran(scenario)) == [(0.6, 0)]


def test_three_tenths_leave_with_the_batch_whose_time_is_up_after_three_tenths() -> None:
    cards = [card(0.1, 1), card(0.3, 1), card(0.1 + 0.1 + 0.1 + 0.1, 1)]
    column = {"workers": 3, "transfer_batch": 3, "transfer_timeout": 0.3}
    simulation = ran(board(column, {"workers": 3}, cards=cards))
    assert [round(time, 9) for time, _ in enters(simulation, "b")] == [0.4, 0.4, 0.4]


# A rule that changes is applied to what stands there


def test_a_finished_card_that_was_blocked_lets_go_of_its_worker_when_nobody_keeps_cards_any_more() -> None:
    scenario = board({"wip_limit": 3}, {"wip_limit": 1}, cards=[card(1, 50), card(1, 1), card(1, 1)],
                     rules=Rules(blocking="server"))  # fmt: skip
    acts = (BlockCard(at=3.0, card=1), SetRules(at=4.0, value=Rules()), UnblockCard(at=5.0, card=1))
    simulation = ran(scenario, *acts, until=60.0)
    assert starts(simulation)[2] == (5, 2)
    assert next(row for row in rows_of(simulation, 2) if row[1:3] == ("a", "ready"))[0] == 6


def test_nobody_keeps_a_finished_card_where_cards_leave_in_batches_from_now_on() -> None:
    scenario = board({"wip_limit": 3}, {"wip_limit": 2}, cards=[card(1, 50), card(1, 50), card(1, 1), card(1, 1)],
                     rules=Rules(blocking="server"))  # fmt: skip
    simulation = ran(scenario, SetTransferBatch(at=4.0, column="a", value=2), until=40.0)
    assert (4.0, 3) in starts(simulation)


def test_who_waits_with_a_blocked_card_leaves_it_when_nobody_need_wait_any_more() -> None:
    scenario = board({}, cards=[card(10), card(1)])
    acts = (BlockCard(at=2.0, card=0), SetBlockers(at=3.0, column="a", value=Blockers(worker_waits=False)))
    simulation = ran(scenario, *acts, UnblockCard(at=3.5, card=0))
    assert told(simulation, 1) == "0 a waiting, 3 a working 0, 4 delivered"
    assert (
        told(simulation, 0) == "0 a working 0, 2 a blocked 0, 3 a blocked, 3.5 a waiting, 4 a working 0, 12 delivered"
    )


def test_a_time_out_that_is_changed_counts_from_the_first_card_of_the_batch() -> None:
    scenario = board({"workers": 2, "transfer_batch": 2}, {}, cards=[card(1, 1), card(50, 1)])
    simulation = ran(scenario, SetTransferTimeout(at=2.0, column="a", value=3.0))
    assert enters(simulation, "b")[0] == (4, 0)


def test_a_time_out_made_long_holds_back_what_is_done_after_the_batch_that_left_early() -> None:
    scenario = board({"workers": 3, "transfer_batch": 3, "transfer_timeout": 2.0}, {"workers": 3},
                     cards=[card(1, 1), card(5, 1), card(50, 1)])  # fmt: skip
    simulation = ran(scenario, SetTransferTimeout(at=4.0, column="a", value=1e10), until=100.0)
    assert enters(simulation, "b") == [(3, 0), (50, 1), (50, 2)]  # the last two as the rest of the work


# Pre-emption takes the card begun last


@pytest.mark.parametrize("first_is_stopped", [True, False])
def test_pre_emption_takes_the_card_begun_last_whatever_was_resumed_since(first_is_stopped: bool) -> None:
    classes = (CardClass(id="standard"), CardClass(id="top", priority=1, preempts=True))
    cards = [card(20), card(20, at=5.0), card(1, at=12.0, class_="top")]
    scenario = board({"workers": 2}, cards=cards, classes=classes)
    stop = (BlockCard(at=6.0, card=0), UnblockCard(at=7.0, card=0)) if first_is_stopped else ()
    simulation = ran(scenario, *stop)
    assert "12 a waiting, 13 a working" in told(simulation, 1)
    assert "waiting" not in told(simulation, 0)


# A queue between two columns changes no order


@pytest.mark.parametrize("with_queue", [True, False])
def test_batch_mates_keep_the_order_in_which_they_were_begun(with_queue: bool) -> None:
    queue = [{"kind": "queue"}] if with_queue else []
    works = [(3, 0, 1), (1, 0, 1), (2, 0, 1)] if with_queue else [(3, 1), (1, 1), (2, 1)]
    last = {"wip_limit": 2 if with_queue else None}
    scenario = board({"workers": 3, "transfer_batch": 3}, *queue, last, cards=[card(*work) for work in works])
    assert [number for _, number in starts(ran(scenario), "c" if with_queue else "b")] == [0, 1, 2]


# Nothing can move any more


def stuck(**parts: object) -> Simulation:
    people = (Person(name="Ada", skills={"a": 1.0}), Person(name="Bob", skills={"a": 1.0, "b": 1.0}))
    works = [card(1, 1), card(2, 1), card(1, 1), card(1, 1)]
    rules = Rules(blocking="server", **parts)  # type: ignore[arg-type]  # a cadence
    return ran(board({"wip_limit": 2}, {"wip_limit": 1}, cards=works, people=people, rules=rules))


@pytest.mark.parametrize("cadences", [{}, {"replenish_every": 1.0}, {"deliver_every": 1.0}])
def test_a_stop_is_told_also_where_a_cadence_ticks_for_nothing(cadences: dict[str, float]) -> None:
    stands = stuck(**cadences).standstill
    assert stands is not None
    assert stands.since == 2
    assert "waits in b for somebody to take it up" in stands.reasons


def test_what_the_next_tick_delivers_does_not_stand_still() -> None:
    scenario = board({}, cards=[card(1), card(1)], rules=Rules(deliver_every=10.0))
    assert ran(scenario, until=5.0).standstill is None


def test_a_class_that_may_exceed_keeps_nothing_going_when_no_card_of_it_will_come() -> None:
    classes = (CardClass(id="standard"), CardClass(id="urgent", share=0.0, may_exceed=1))
    people = (Person(name="Ada", skills={"a": 1.0}), Person(name="Bob", skills={"a": 1.0, "b": 1.0}))
    works = [card(1, 1), card(2, 1), card(1, 1), card(1, 1)]
    scenario = board({"wip_limit": 2}, {"wip_limit": 1}, cards=works, people=people, classes=classes,
                     rules=Rules(blocking="server"))  # fmt: skip
    assert ran(scenario).standstill is not None


def test_a_card_arrives_when_it_is_listed_also_where_no_delay_leads_to_that_moment() -> None:
    times = [10.176487803295943, 29.999999999999996]
    assert times[0] + (times[1] - times[0]) != times[1]
    simulation = ran(board({}, cards=[card(1, at=time) for time in times]))
    assert [time for time, _ in starts(simulation)] == times
