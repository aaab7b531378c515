"""Small boards without chance whose every event time was worked out by hand from the semantics: how cards flow."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import pytest

from flowsim.domain.arrivals import (
    Fixed,
    Interval,
)
from flowsim.domain.checks import problems_of
from flowsim.domain.column_settings import (
    SetBlockers,
    SetEnforcement,
    SetLimitCounts,
    SetMoveTime,
    SetRework,
    SetSetup,
    SetTransferBatch,
    SetTransferTimeout,
)
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import (
    AddCard,
    BlockCard,
    DeliverCard,
    DropCard,
    Intervention,
    MoveCard,
    ReturnCard,
    SetRules,
    UnblockCard,
)
from flowsim.domain.policies import Blockers, Rework, Rules, Setup
from flowsim.domain.scenario import Column, ExplicitCard, Family, Scenario, SharedLimit
from flowsim.domain.words import CardState
from flowsim.engine import Simulation, played

ALWAYS = 1 - 1e-12
"""A probability that the format allows for rework and that no draw escapes."""

Settings: TypeAlias = dict[str, Any]
Moments: TypeAlias = list[tuple[float, int]]


def card(*works: float, at: float = 0.0, **traits: str) -> ExplicitCard:
    """A card that brings `works` to columns a, b, c …"""
    return ExplicitCard(arrives=at, service=dict(zip("abcdef", works, strict=False)), **traits)


def board(*columns: Settings, cards: Sequence[ExplicitCard] = (), **parts: Any) -> Scenario:
    named = tuple(Column(id="abcdef"[index], **settings) for index, settings in enumerate(columns))
    return Scenario(name="", columns=named, cards=tuple(cards), **parts)


def ran(scenario: Scenario, *acts: Intervention, until: float = 100.0) -> Simulation:
    """The run with `acts`; that it is the same again in one go and event by event is checked every time."""
    assert problems_of(scenario) == []
    simulation, stepped = Simulation(scenario), Simulation(scenario)
    for act in acts:
        simulation.do(act)
        while stepped.next_time < act.at:
            stepped.advance_to(stepped.next_time)
        stepped.do(act)
    simulation.run(until)
    while stepped.next_time <= until:
        stepped.advance_to(stepped.next_time)
    trace = simulation.trace.rows().tobytes()
    assert stepped.trace.rows().tobytes() == trace
    assert played(scenario, acts, until).trace.rows().tobytes() == trace
    return simulation


def rows_of(simulation: Simulation, number: int) -> list[tuple[float, str, str, int]]:
    every: list[tuple[float, int, int, int, int]] = simulation.trace.rows().tolist()
    ids = [*(column.id for column in simulation.scenario.columns), ""]
    return [(time, ids[column], CardState(state).word, who) for time, n, column, state, who in every if n == number]


def told(simulation: Simulation, number: int = 0) -> str:
    """What a card lived through, `time column state worker`; states that took no time are left out."""
    rows = rows_of(simulation, number)
    lasting = [row for row, after in pairwise(rows) if after[0] > row[0]] + rows[-1:]
    worded = ((f"{time:g}", column, state, str(who) if who >= 0 else "") for time, column, state, who in lasting)
    return ", ".join(" ".join(word for word in row if word) for row in worded)


def numbers(simulation: Simulation) -> range:
    return range(int(simulation.trace.rows()["card"].max()) + 1)


def starts(simulation: Simulation, column: str = "a", state: str = "working") -> Moments:
    """When which card got into `state` in `column`."""
    found = ((row[0], n) for n in numbers(simulation) for row in rows_of(simulation, n) if row[1:3] == (column, state))
    return sorted(found)


def enters(simulation: Simulation, column: str = "a") -> Moments:
    """When which card came into `column`; an empty one is Done."""
    pairs = ((n, pair) for n in numbers(simulation) for pair in pairwise(rows_of(simulation, n)))
    return sorted((after[0], n) for n, (before, after) in pairs if before[1] != after[1] == column)


def lasted(simulation: Simulation, number: int, state: str) -> float:
    """How long a card was in `state`, over all columns."""
    return sum(after[0] - row[0] for row, after in pairwise(rows_of(simulation, number)) if row[2] == state)


def overruns(simulation: Simulation) -> list[tuple[float, int, int, int, int]]:
    return [(one.time, one.card, one.column, one.count, one.limit) for one in simulation.overruns]


# Transfer batches


def test_a_batch_is_counted_in_the_order_of_completion() -> None:
    cards = [card(5, 1), card(1, 1), card(2, 1), card(1, 1)]
    simulation = ran(board({"workers": 2, "transfer_batch": 2}, {"workers": 2}, cards=cards))
    assert enters(simulation, "b") == [(3, 1), (3, 2), (5, 0), (5, 3)]
    assert told(simulation, 3) == "0 a waiting, 3 a working 1, 4 a batching, 5 b working 1, 6 delivered"


def test_a_batch_moves_as_one_when_there_is_room_for_all_of_it() -> None:
    simulation = ran(board({"transfer_batch": 2}, {"wip_limit": 2}, cards=4 * [card(1, 3)]))
    assert enters(simulation, "b") == [(2, 0), (2, 1), (8, 2), (8, 3)]
    assert told(simulation, 2) == ("0 a waiting, 2 a working 0, 3 a batching, 4 a ready, 8 b working 0, 11 delivered")


def test_a_card_that_waits_for_its_batch_keeps_its_slot() -> None:
    simulation = ran(board({"transfer_batch": 2, "wip_limit": 2}, {}, cards=4 * [card(1, 1)]))
    assert enters(simulation) == [(0, 0), (0, 1), (2, 2), (2, 3)]


def test_the_card_that_completes_a_batch_is_ready_at_once() -> None:
    simulation = ran(board({"transfer_batch": 2}, {}, cards=2 * [card(1, 1)]))
    states = [[row[2] for row in rows_of(simulation, n) if row[1] == "a"] for n in (0, 1)]
    assert states == [["waiting", "working", "batching", "ready"], ["waiting", "working", "ready"]]


def test_the_last_batch_goes_when_nothing_unfinished_is_left_of_it() -> None:
    simulation = ran(board({"transfer_batch": 3}, {}, cards=[card(1, 1), card(1, 1, at=10)]))
    assert enters(simulation, "b") == [(11, 0), (11, 1)]


def test_a_dropped_card_is_waited_for_by_no_batch() -> None:
    simulation = ran(board({"transfer_batch": 2}, {}, cards=[card(1, 1), card(9, 1)]), DropCard(at=4, card=1))
    assert told(simulation) == "0 a working 0, 1 a batching, 4 b working 0, 5 delivered"


def test_in_an_endless_run_no_partial_batch_goes() -> None:
    arrivals = Interval(gap=Constant(value=10))
    simulation = ran(board({"transfer_batch": 2}, {}, arrivals=arrivals), until=25)
    assert told(simulation) == "10 a working 0, 11 a batching, 21 b working 0, 22 delivered"
    assert told(ran(simulation.scenario, until=19)) == "10 a working 0, 11 a batching"


def test_a_batch_goes_after_its_time_out_counted_from_its_first_card() -> None:
    cards = [card(1, 1), card(1, 1, at=2), card(1, 1, at=10)]
    simulation = ran(board({"transfer_batch": 3, "transfer_timeout": 4.0}, {}, cards=cards))
    assert enters(simulation, "b") == [(5, 0), (5, 1), (11, 2)]


def test_a_full_batch_does_not_wait_for_its_time_out_and_the_next_has_its_own() -> None:
    cards = [card(1), card(1), card(1), card(1, at=20)]
    simulation = ran(board({"transfer_batch": 2, "transfer_timeout": 4.0}, {}, cards=cards))
    assert enters(simulation, "b") == [(2, 0), (2, 1), (7, 2), (21, 3)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_batch_filled_at_the_instant_of_its_time_out_goes_full(workers: int) -> None:
    column = {"workers": workers, "transfer_batch": 2, "transfer_timeout": 1.0}
    simulation = ran(board(column, {}, cards=[card(1), card(3 - 2 / workers), card(9)]))
    assert enters(simulation, "b")[:2] == [(2, 0), (2, 1)]


@pytest.mark.parametrize("act", [MoveCard(at=1.5, card=0, column="b"), DropCard(at=1.5, card=0)])
def test_a_batch_begun_anew_has_a_time_out_of_its_own(act: Intervention) -> None:
    cards = [card(1, 1), card(1, 1, at=2), card(1, 1, at=50)]
    simulation = ran(board({"transfer_batch": 3, "transfer_timeout": 4.0}, {}, cards=cards), act)
    assert told(simulation, 1) == "2 a working 0, 3 a batching, 7 b working 0, 8 delivered"


def test_what_a_smaller_batch_leaves_over_goes_after_the_time_out() -> None:
    scenario = board({"transfer_batch": 5, "transfer_timeout": 4.0}, {}, cards=[*3 * [card(1, 1)], card(1, 1, at=50)])
    simulation = ran(scenario, SetTransferBatch(at=3.5, column="a", value=2))
    assert enters(simulation, "b")[:2] == [(3.5, 0), (3.5, 1)]
    assert enters(simulation, "b")[2][0] <= 3.5 + 4


def test_cards_are_delivered_in_batches_too() -> None:
    simulation = ran(board({"transfer_batch": 2}, cards=3 * [card(1)]))
    assert enters(simulation, "") == [(2, 0), (2, 1), (3, 2)]


@pytest.mark.parametrize(
    ("at", "before", "after", "left"),
    [
        (2.5, 3, 2, [(2.5, 0), (2.5, 1), (4, 2), (4, 3)]),
        (1.5, 3, 1, [(1.5, 0), (2, 1), (3, 2), (4, 3)]),
        (1.5, 2, 3, [(3, 0), (3, 1), (3, 2), (4, 3)]),
        (2.0, 2, 3, [(2, 0), (2, 1), (4, 2), (4, 3)]),
    ],
)
def test_a_changed_transfer_batch_counts_the_cards_that_wait_already(
    at: float, before: int, after: int, left: Moments
) -> None:
    scenario = board({"transfer_batch": before}, {}, cards=4 * [card(1, 1)])
    assert enters(ran(scenario, SetTransferBatch(at=at, column="a", value=after)), "b") == left


def test_a_changed_time_out_is_counted_from_the_first_card_of_the_batch_that_waits() -> None:
    cards = [card(1, at=at) for at in (0, 5, 6, 7, 20)]
    simulation = ran(board({"transfer_batch": 3}, {}, cards=cards), SetTransferTimeout(at=1.5, column="a", value=2.0))
    assert enters(simulation, "b") == [(3, 0), (8, 1), (8, 2), (8, 3), (21, 4)]


def test_a_card_moved_out_of_a_batch_counts_no_longer() -> None:
    scenario = board({"transfer_batch": 3}, {}, cards=4 * [card(1, 1)])
    simulation = ran(scenario, MoveCard(at=2.5, card=0, column="b"))
    assert enters(simulation, "b") == [(2.5, 0), (4, 1), (4, 2), (4, 3)]


def test_a_card_moved_on_by_hand_is_waited_for_by_no_batch() -> None:
    scenario = board({"transfer_batch": 2}, {}, cards=[card(1, 1), card(9, 1)])
    assert enters(ran(scenario, MoveCard(at=3, card=1, column="b")), "b") == [(3, 0), (3, 1)]


def test_a_card_returned_out_of_a_batch_is_waited_for_again() -> None:
    simulation = ran(board({"transfer_batch": 3}, {}, cards=2 * [card(1, 1)]), ReturnCard(at=1.5, card=0))
    assert enters(simulation, "b") == [(3, 0), (3, 1)]


def test_a_blocked_card_of_a_batch_goes_only_when_it_is_unblocked() -> None:
    scenario = board({"transfer_batch": 2}, {}, cards=4 * [card(1, 1)])
    simulation = ran(scenario, BlockCard(at=1.5, card=0), UnblockCard(at=9, card=0))
    assert min(time for time, number in enters(simulation, "b") if number == 0) == 9
    assert simulation.finished == 4


def test_a_batch_is_handed_over_together() -> None:
    simulation = ran(board({"transfer_batch": 2}, {"move_time": 3.0, "workers": 2}, cards=2 * [card(1, 1)]))
    assert starts(simulation, "b", "moving") == [(2, 0), (2, 1)]
    assert starts(simulation, "b") == [(5, 0), (5, 1)]


# Set-ups


def setup(rule: str, time: float, batch: int = 1) -> Settings:
    return {"setup": Setup(rule=rule, time=time, batch=batch)}  # type: ignore[arg-type]


def test_one_worker_sets_up_before_every_batch() -> None:
    simulation = ran(board(setup("per_batch", 2, 2), cards=4 * [card(1)]))
    assert starts(simulation, "a", "setup") == [(0, 0), (4, 2)]
    assert starts(simulation) == [(2, 0), (3, 1), (6, 2), (7, 3)]
    assert told(simulation, 2) == "0 a waiting, 4 a setup 0, 6 a working 0, 7 delivered"


def test_two_workers_set_up_before_every_batch_of_starts_of_the_column() -> None:
    simulation = ran(board(setup("per_batch", 2, 2) | {"workers": 2}, cards=5 * [card(1)]))
    assert starts(simulation, "a", "setup") == [(0, 0), (1, 2), (4, 4)]
    assert starts(simulation) == [(0, 1), (2, 0), (3, 2), (3, 3), (6, 4)]
    assert told(simulation, 2) == "0 a waiting, 1 a setup 1, 3 a working 1, 4 delivered"


def test_set_up_is_not_touch_but_keeps_the_worker_busy() -> None:
    simulation = ran(board(setup("per_batch", 2) | {"workers": 1}, cards=2 * [card(3)]))
    assert [lasted(simulation, n, "working") for n in (0, 1)] == [3, 3]
    assert [lasted(simulation, n, "setup") for n in (0, 1)] == [2, 2]
    assert told(simulation, 1) == "0 a waiting, 5 a setup 0, 7 a working 0, 10 delivered"


FAMILIES = (Family(id="a"), Family(id="b"))


def test_a_worker_sets_up_when_the_family_changes_and_for_the_first_card() -> None:
    cards = [card(1, family=family) for family in "aaba"]
    simulation = ran(board(setup("family", 1), cards=cards, families=FAMILIES))
    assert starts(simulation, "a", "setup") == [(0, 0), (3, 2), (5, 3)]
    assert enters(simulation, "") == [(2, 0), (3, 1), (5, 2), (7, 3)]


def test_every_worker_remembers_a_family_of_their_own() -> None:
    cards = [card(work, family=family) for work, family in ((2, "a"), (3, "b"), (2, "a"), (2, "b"))]
    simulation = ran(board(setup("family", 1) | {"workers": 2}, cards=cards, families=FAMILIES))
    assert starts(simulation, "a", "setup") == [(0, 0), (0, 1)]
    assert starts(simulation) == [(1, 0), (1, 1), (3, 2), (4, 3)]


def test_after_a_changed_set_up_the_next_start_sets_up() -> None:
    act = SetSetup(at=1.5, column="a", value=Setup(rule="per_batch", time=1, batch=2))
    simulation = ran(board({}, cards=5 * [card(1)]), act)
    assert starts(simulation, "a", "setup") == [(2, 2), (5, 4)]
    assert starts(simulation) == [(0, 0), (1, 1), (3, 2), (4, 3), (6, 4)]


@pytest.mark.parametrize("rule", ["per_batch", "family"])
@pytest.mark.parametrize(
    "act",
    [
        MoveCard(at=1, card=0, column="b"),
        DropCard(at=1, card=0),
        DeliverCard(at=1, card=0),
        ReturnCard(at=1, card=0),
    ],
)
def test_a_set_up_broken_off_by_hand_is_due_at_the_next_start(rule: str, act: Intervention) -> None:
    scenario = board(setup(rule, 3, 9) | {"wip_limit": 1}, {}, cards=2 * [card(1, 1)])
    assert told(ran(scenario, act), 1) == "0 backlog, 1 a setup 0, 4 a working 0, 5 b working 0, 6 delivered"


# Move time


def test_the_slot_is_taken_when_the_move_begins() -> None:
    simulation = ran(board({}, {"move_time": 2.0, "wip_limit": 1}, cards=2 * [card(1, 3)]))
    assert told(simulation) == "0 a working 0, 1 b moving, 3 b working 0, 6 delivered"
    assert told(simulation, 1) == "0 a waiting, 1 a working 0, 2 a ready, 6 b moving, 8 b working 0, 11 delivered"


def test_the_way_into_the_first_column_takes_time_after_the_start() -> None:
    simulation = ran(board({"move_time": 1.5, "wip_limit": 1}, cards=2 * [card(2)]))
    assert told(simulation) == "0 a moving, 1.5 a working 0, 3.5 delivered"
    assert enters(simulation) == [(0, 0), (3.5, 1)]


def test_a_changed_move_time_is_for_moves_from_then_on() -> None:
    scenario = board({}, {"move_time": 2.0}, cards=2 * [card(1, 1)])
    simulation = ran(scenario, SetMoveTime(at=1.5, column="b", value=0.5))
    assert starts(simulation, "b") == [(2.5, 1), (3.5, 0)]
    assert told(simulation) == "0 a working 0, 1 b moving, 3 b waiting, 3.5 b working 0, 4.5 delivered"


# Rework


def same_work(*columns: Settings, cards: int, **parts: Any) -> Scenario:
    return board(*columns, arrivals=Fixed(count=cards), **parts)


def no_more_rework(at: float, column: str) -> SetRework:
    return SetRework(at=at, column=column, value=Rework())


def test_rework_in_place_rejoins_the_tail_and_keeps_its_slot() -> None:
    scenario = same_work({"rework": Rework(probability=ALWAYS), "wip_limit": 2}, cards=3)
    simulation = ran(scenario, no_more_rework(3.5, "a"))
    assert enters(simulation) == [(0, 0), (0, 1), (4, 2)]
    assert starts(simulation) == [(0, 0), (1, 1), (2, 0), (3, 1), (4, 0), (5, 2)]
    assert told(simulation) == "0 a working 0, 1 a waiting, 2 a working 0, 3 a waiting, 4 a working 0, 5 delivered"


def test_a_card_to_be_worked_again_does_not_count_in_the_batch() -> None:
    scenario = same_work({"rework": Rework(probability=ALWAYS), "transfer_batch": 2}, {}, cards=2)
    assert enters(ran(scenario, no_more_rework(1.5, "a")), "b") == [(3, 0), (3, 1)]


def test_rework_goes_back_at_once_over_the_limit_and_nothing_is_pulled_until_below() -> None:
    scenario = same_work(
        {"service": Constant(value=2), "wip_limit": 1}, {"rework": Rework(probability=ALWAYS, to="a")}, cards=3
    )
    simulation = ran(scenario, no_more_rework(3.5, "b"))
    assert enters(simulation) == [(0, 0), (2, 1), (3, 0), (6, 2)]
    assert overruns(simulation) == [(3, 0, 0, 2, 1)]
    assert told(simulation) == ("0 a working 0, 2 b working 0, 3 a waiting, 4 a working 0, 6 b working 0, 7 delivered")
    assert told(simulation, 2) == "0 backlog, 6 a working 0, 8 b working 0, 9 delivered"


def test_rework_within_the_limit_is_no_overrun() -> None:
    scenario = same_work({"wip_limit": 1}, {"rework": Rework(probability=ALWAYS, to="a")}, cards=1)
    simulation = ran(scenario, no_more_rework(3.0, "b"))
    assert told(simulation) == "0 a working 0, 1 b working 0, 2 a working 0, 3 b working 0, 4 delivered"
    assert overruns(simulation) == []


# Blockers


def blocked_board(duration: float, *, worker_waits: bool, cards: int, seed: int = 1) -> Scenario:
    blockers = Blockers(probability=1, duration=Constant(value=duration), worker_waits=worker_waits)
    return same_work({"service": Constant(value=4), "blockers": blockers}, cards=cards, seed=seed)


def test_a_worker_who_waits_stays_with_the_blocked_card() -> None:
    simulation = ran(blocked_board(3, worker_waits=True, cards=2))
    rows = rows_of(simulation, 0)
    struck = rows[3][0]
    assert 0 < struck < 4
    assert [row[2:] for row in rows[2:5]] == [("working", 0), ("blocked", 0), ("working", 0)]
    assert [rows[4][0], rows[5][0]] == pytest.approx([struck + 3, 7])
    assert lasted(simulation, 0, "working") == pytest.approx(4)
    assert rows_of(simulation, 1)[2][0] == rows[5][0]
    assert enters(simulation, "")[1][0] == pytest.approx(14)


@pytest.mark.parametrize("seed", range(8))
def test_a_worker_who_is_freed_takes_another_card_and_then_the_unblocked_one_first(seed: int) -> None:
    simulation = ran(blocked_board(0.5, worker_waits=False, cards=6, seed=seed))
    rows = rows_of(simulation, 0)
    assert rows[3][2:] == ("blocked", -1)
    assert rows_of(simulation, 1)[2] == (rows[3][0], "a", "working", 0)
    for number in range(6):
        assert lasted(simulation, number, "blocked") == pytest.approx(0.5)
        assert lasted(simulation, number, "working") == pytest.approx(4)
    assert list(overtaken(simulation)) == []


def overtaken(simulation: Simulation) -> Iterator[tuple[int, int]]:
    """Pairs (resumed, new): the new card was begun while the one that had been blocked was waiting."""
    new = [(n, next(row[0] for row in rows_of(simulation, n) if row[2] == "working")) for n in numbers(simulation)]
    for resumed in numbers(simulation):
        rows = rows_of(simulation, resumed)
        for before, row, after in zip(rows, rows[1:], rows[2:], strict=False):
            if (before[2], row[2]) == ("blocked", "waiting"):
                yield from ((resumed, n) for n, began in new if row[0] < began < after[0])


def test_changed_blockers_are_for_cards_that_start_from_then_on() -> None:
    strikes = SetBlockers(at=1, column="a", value=Blockers(probability=1, duration=Constant(value=3)))
    gone = SetBlockers(at=10.5, column="a", value=Blockers())
    simulation = ran(same_work({"service": Constant(value=4)}, cards=3), strikes, gone)
    assert [pytest.approx(lasted(simulation, n, "blocked")) for n in (1, 2)] == [3, 0]
    assert enters(simulation, "")[2][0] == pytest.approx(4 + 7 + 4 + lasted(simulation, 0, "blocked"))


# Cadences, limits, blocking


def test_the_first_column_is_replenished_only_at_multiples() -> None:
    simulation = ran(board({}, cards=[card(2), card(2, at=1), card(2, at=10)], rules=Rules(replenish_every=5)))
    assert enters(simulation) == [(0, 0), (5, 1), (10, 2)]


def test_a_slot_that_is_free_between_replenishments_stays_free() -> None:
    simulation = ran(board({"wip_limit": 1}, cards=3 * [card(2)], rules=Rules(replenish_every=5)))
    assert enters(simulation) == [(0, 0), (5, 1), (10, 2)]


def test_work_is_delivered_only_at_multiples_and_keeps_its_slot_until_then() -> None:
    simulation = ran(board({"wip_limit": 1}, cards=[card(2), card(4), card(1)], rules=Rules(deliver_every=4)))
    assert told(simulation) == "0 a working 0, 2 a ready, 4 delivered"
    assert enters(simulation) == [(0, 0), (4, 1), (8, 2)]
    assert enters(simulation, "") == [(4, 0), (8, 1), (12, 2)]


@pytest.mark.parametrize(("every", "entered"), [(None, 3), (4.0, 4), (2.0, 4)])
def test_a_changed_cadence_counts_from_that_moment(every: float | None, entered: float) -> None:
    scenario = board({}, cards=[card(1), card(1, at=1)], rules=Rules(replenish_every=5))
    simulation = ran(scenario, SetRules(at=3, value=Rules(replenish_every=every)))
    assert enters(simulation) == [(0, 0), (entered, 1)]


def test_a_limit_over_the_whole_board_lets_a_card_in_when_one_leaves() -> None:
    conwip = (SharedLimit(columns=("a", "b"), limit=2),)
    simulation = ran(board({}, {}, cards=4 * [card(1, 3)], shared_limits=conwip))
    assert enters(simulation) == [(0, 0), (0, 1), (4, 2), (7, 3)]
    assert enters(simulation, "b") == [(1, 0), (2, 1), (5, 2), (8, 3)]


def test_a_card_on_its_way_counts_in_a_shared_limit() -> None:
    shared = (SharedLimit(columns=("b", "c"), limit=1),)
    simulation = ran(board({}, {"move_time": 1.0}, {}, cards=2 * [card(1, 1, 2)], shared_limits=shared))
    assert told(simulation) == "0 a working 0, 1 b moving, 2 b working 0, 3 c working 0, 5 delivered"
    assert enters(simulation, "b") == [(1, 0), (5, 1)]


@pytest.mark.parametrize(("counts", "third"), [("doing", 2), ("all", 6)])
def test_a_limit_on_doing_alone_does_not_count_finished_cards(counts: str, third: float) -> None:
    simulation = ran(board({"wip_limit": 1, "limit_counts": counts}, {"wip_limit": 1}, cards=3 * [card(1, 5)]))
    assert enters(simulation) == [(0, 0), (1, 1), (third, 2)]


def test_changing_what_a_limit_counts_lets_cards_in_at_once() -> None:
    scenario = board({"wip_limit": 1}, {"wip_limit": 1}, cards=4 * [card(1, 5)])
    acts = SetLimitCounts(at=4, column="a", value="doing"), SetLimitCounts(at=4.5, column="a", value="all")
    assert enters(ran(scenario, *acts)) == [(0, 0), (1, 1), (4, 2), (11, 3)]


def test_a_ready_card_keeps_only_its_slot_or_its_worker_too() -> None:
    columns: list[Settings] = [{}, {"wip_limit": 1}]
    slot = ran(board(*columns, cards=3 * [card(1, 4)]))
    server = ran(board(*columns, cards=3 * [card(1, 4)], rules=Rules(blocking="server")))
    assert starts(slot) == [(0, 0), (1, 1), (2, 2)]
    assert told(slot, 1) == "0 a waiting, 1 a working 0, 2 a ready, 5 b working 0, 9 delivered"
    assert starts(server) == [(0, 0), (1, 1), (5, 2)]
    assert told(server, 1) == "0 a waiting, 1 a working 0, 2 a ready 0, 5 b working 0, 9 delivered"


def test_under_server_blocking_a_card_that_waits_for_delivery_keeps_its_worker() -> None:
    rules = Rules(blocking="server", deliver_every=4)
    assert starts(ran(board({}, cards=2 * [card(1)], rules=rules))) == [(0, 0), (4, 1)]


@pytest.mark.parametrize(
    ("before", "after", "third"), [("server", "slot", 3), ("slot", "slot", 2), ("server", "server", 5)]
)
def test_a_worker_is_let_go_when_the_blocking_rule_changes(before: Any, after: Any, third: float) -> None:
    scenario = board({}, {"wip_limit": 1}, cards=3 * [card(1, 4)], rules=Rules(blocking=before))
    assert starts(ran(scenario, SetRules(at=3, value=Rules(blocking=after))))[2] == (third, 2)


def test_where_people_pull_again_by_themselves_cards_go_at_once() -> None:
    scenario = board({}, {}, cards=[card(1, 1)], rules=Rules(auto_pull=False))
    acts = SetRules(at=3, value=Rules()), SetRules(at=3.5, value=Rules(auto_pull=False)), SetRules(at=6, value=Rules())
    assert told(ran(scenario, *acts)) == "0 backlog, 3 a working 0, 4 a ready, 6 b working 0, 7 delivered"


# Blocked by hand, in every state


@pytest.mark.parametrize(
    ("columns", "story"),
    [
        ([{"move_time": 2.0}], "0 a moving, 1 a blocked, 5 a moving, 6 a working 0, 8 delivered"),
        ([{}], "0 a working 0, 1 a blocked 0, 5 a working 0, 6 delivered"),
        (
            [{"blockers": Blockers(worker_waits=False)}],
            "0 a working 0, 1 a blocked, 5 a working 0, 6 delivered",
        ),
    ],
)
def test_an_unblocked_card_goes_on_where_it_stopped(columns: list[Settings], story: str) -> None:
    scenario = board(*columns, cards=[card(2)])
    assert told(ran(scenario, BlockCard(at=1, card=0), UnblockCard(at=5, card=0))) == story


def test_a_set_up_goes_on_where_it_stopped_when_the_worker_waited() -> None:
    simulation = ran(board(setup("per_batch", 3), cards=[card(2)]), BlockCard(at=1, card=0), UnblockCard(at=5, card=0))
    assert told(simulation) == "0 a setup 0, 1 a blocked 0, 5 a setup 0, 7 a working 0, 9 delivered"


def test_a_set_up_that_a_freed_worker_broke_off_is_due_at_the_next_start() -> None:
    column = setup("per_batch", 3, 9) | {"blockers": Blockers(worker_waits=False)}
    acts = BlockCard(at=1, card=0), UnblockCard(at=5, card=0)
    assert told(ran(board(column, cards=[card(2)]), *acts)) == (
        "0 a setup 0, 1 a blocked, 5 a setup 0, 8 a working 0, 10 delivered"
    )
    two = ran(board(column, cards=2 * [card(2)]), *acts)
    assert told(two, 1) == "0 a waiting, 1 a setup 0, 4 a working 0, 6 delivered"
    assert told(two) == "0 a setup 0, 1 a blocked, 5 a waiting, 6 a working 0, 8 delivered"


def test_a_ready_card_that_is_blocked_is_passed_by_the_next() -> None:
    scenario = board({}, {"wip_limit": 1}, cards=3 * [card(1, 4)])
    simulation = ran(scenario, BlockCard(at=3, card=1), UnblockCard(at=6, card=1))
    assert enters(simulation, "b") == [(1, 0), (5, 2), (9, 1)]
    assert told(simulation, 1) == (
        "0 a waiting, 1 a working 0, 2 a ready, 3 a blocked, 6 a ready, 9 b working 0, 13 delivered"
    )


def test_a_blocked_card_keeps_its_slot() -> None:
    scenario = board({"wip_limit": 1}, cards=2 * [card(2)])
    simulation = ran(scenario, BlockCard(at=1, card=0), UnblockCard(at=5, card=0))
    assert enters(simulation) == [(0, 0), (6, 1)]


# Enforcement and added cards


def test_a_column_that_only_warns_from_now_on_lets_people_in() -> None:
    scenario = board({}, {"wip_limit": 1}, cards=2 * [card(1, 9)])
    simulation = ran(scenario, SetEnforcement(at=2.5, column="b", value="warn"), MoveCard(at=3, card=1, column="b"))
    assert overruns(simulation) == [(3, 1, 1, 2, 1)]
    assert told(simulation, 1).endswith("2 a ready, 3 b waiting, 10 b working 0, 19 delivered")


def test_a_card_added_upstream_is_waited_for_by_a_batch() -> None:
    scenario = board({"transfer_batch": 2}, {}, cards=[card(1, 1), card(4, 1), card(3, 1)])
    simulation = ran(scenario, AddCard(at=7, title="one more"))
    assert enters(simulation, "b")[:2] == [(5, 0), (5, 1)]
    assert enters(simulation, "b")[2][0] == enters(simulation, "b")[3][0] > 8
