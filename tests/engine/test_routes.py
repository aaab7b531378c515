"""Cards that pass columns by, and work that is done again here or there: by hand, with a pencil, and by the shares."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from flowsim.domain.arrivals import (
    Fixed,
    Interval,
    Saturated,
)
from flowsim.domain.column_settings import SetSkip, SetWipLimit
from flowsim.domain.distributions import Constant
from flowsim.domain.feasibility import feasibility
from flowsim.domain.interventions import MoveCard, ReclassCard, SetSharedLimit
from flowsim.domain.policies import Rework, Rules
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Scenario, SharedLimit
from flowsim.domain.traffic import passes_and_visits
from flowsim.domain.words import CardState
from flowsim.engine import Simulation, played

CLASSES = (CardClass(id="plain"), CardClass(id="urgent", priority=1))
Row = tuple[float, int, int, str]


def step(name: str, work: float = 1.0, **settings: Any) -> Column:
    return Column(id=name, service=Constant(value=work), **settings)


def listed(*columns: Column, cards: int = 1, **settings: Any) -> Scenario:
    return Scenario(name="routes", columns=columns, arrivals=Fixed(count=cards), classes=CLASSES[:1], **settings)


def rows_of(simulation: Simulation, card: int) -> list[Row]:
    return [
        (time, column, worker, CardState(state).word)
        for time, number, column, state, worker in simulation.trace.rows().tolist()
        if number == card
    ]


def entered(simulation: Simulation, card: int) -> list[tuple[float, int]]:
    """When and into which column a card came, Done being the number of columns."""
    return [
        (time, len(simulation.scenario.columns) if state == CardState.DELIVERED else column)
        for time, number, column, state, _ in simulation.trace.rows().tolist()
        if number == card and state in (CardState.WAITING, CardState.DELIVERED)
    ]


def test_a_card_goes_past_a_column_at_the_instant_it_leaves_the_one_before() -> None:
    run = played(listed(step("a"), step("b", skip=1.0), step("c")), (), 10.0)
    assert entered(run, 0) == [(0.0, 0), (1.0, 2), (2.0, 3)]


def test_the_first_column_and_the_last_can_be_passed_by() -> None:
    assert entered(played(listed(step("a", skip=1.0), step("b")), (), 10.0), 0) == [(0.0, 1), (1.0, 2)]
    assert entered(played(listed(step("a"), step("b", skip=1.0)), (), 10.0), 0) == [(0.0, 0), (1.0, 2)]
    assert entered(played(listed(step("a", skip=1.0)), (), 10.0), 0) == [(0.0, 1)]


def test_a_full_column_does_not_hold_up_those_who_pass_it_by() -> None:
    """Of three cards the plain ones stop at b, which is full; the urgent one passes b by."""
    board = Scenario(
        name="routes", columns=(step("a", workers=3), step("b", 9.0, wip_limit=1, skip={"urgent": 1.0}), step("c")),
        classes=CLASSES, cards=(), arrivals=Fixed(count=3),
    )  # fmt: skip
    board = replace(board, classes=(CLASSES[0], replace(CLASSES[1], share=0.0)))
    run = played(board, [ReclassCard(at=0.5, card=2, class_="urgent")], 30.0)
    assert entered(run, 0) == [(0.0, 0), (1.0, 1), (10.0, 2), (11.0, 3)]
    assert entered(run, 1) == [(0.0, 0), (10.0, 1), (19.0, 2), (20.0, 3)]
    assert entered(run, 2) == [(0.0, 0), (1.0, 2), (2.0, 3)]


def test_whoever_is_ready_first_goes_first_wherever_they_come_from() -> None:
    """c has room for one: card 1 passes b by and is ready at 2, card 0 is done in b at 2.5 and waits behind it."""
    board = replace(
        listed(step("a"), step("b", 1.5, skip={"urgent": 1.0}), step("c", 2.0, wip_limit=1), cards=3),
        classes=(CLASSES[0], CardClass(id="urgent", share=0.0)),
    )
    acts = [ReclassCard(at=0.0, card=1, class_="urgent"), ReclassCard(at=0.0, card=2, class_="urgent")]
    run = played(board, acts, 30.0)
    assert entered(run, 1) == [(0.0, 0), (2.0, 2), (4.0, 3)]
    assert entered(run, 0) == [(0.0, 0), (1.0, 1), (4.0, 2), (6.0, 3)]
    assert entered(run, 2) == [(0.0, 0), (6.0, 2), (8.0, 3)]


def test_cards_of_a_batch_that_go_the_same_way_go_together() -> None:
    board = replace(
        listed(step("a", transfer_batch=3), step("b", skip={"urgent": 1.0}), step("c"), cards=3),
        classes=(CLASSES[0], CardClass(id="urgent", share=0.0)),
    )
    run = played(board, [ReclassCard(at=0.0, card=1, class_="urgent")], 30.0)
    assert [entered(run, card)[1] for card in range(3)] == [(3.0, 1), (3.0, 2), (3.0, 1)]


def test_replenishment_and_delivery_hold_for_those_who_pass_by_too() -> None:
    rules = Rules(replenish_every=2.0, deliver_every=5.0)
    board = listed(step("a", skip=1.0), step("b"), step("c", skip=1.0), rules=rules)
    board = replace(board, arrivals=Interval(gap=Constant(value=1.0)), horizon=9.0)
    run = played(board, (), 9.0)
    assert entered(run, 0) == [(2.0, 1), (5.0, 3)]
    assert entered(run, 1) == [(2.0, 1), (5.0, 3)]


def test_listed_cards_pass_nothing_by() -> None:
    board = replace(listed(step("a", skip=1.0)), cards=(ExplicitCard(class_="plain", service={"a": 2.0}),))
    assert entered(played(board, (), 9.0), 0) == [(0.0, 0), (2.0, 1)]


def test_an_endless_backlog_gives_cards_until_one_comes_for_the_first_column() -> None:
    board = replace(listed(step("a", 1.0, wip_limit=1, skip=0.5), step("b", 0.1, wip_limit=9)), arrivals=Saturated())
    run = played(board, (), 100.0)
    came = Counter(entered(run, card)[0][1] for card in range(len(run.deck)) if entered(run, card))
    assert came[0] == 101  # one a day, from day 0 to day 100
    assert 60 < came[1] < 150


def test_a_change_lets_those_who_stand_ready_go_another_way() -> None:
    board = listed(step("a"), step("b", 9.0, wip_limit=1), step("c"), cards=2)
    run = played(board, [SetSkip(at=4.0, column="b", value=1.0)], 30.0)
    assert entered(run, 1) == [(0.0, 0), (4.0, 2), (5.0, 3)]
    assert entered(run, 0) == [(0.0, 0), (1.0, 1), (10.0, 2), (11.0, 3)]


def test_a_limit_that_is_raised_lets_in_those_who_come_past_other_columns() -> None:
    """Cards of a go past b and c to d, where the shared limit of b, c and d keeps all but one out."""
    columns = (step("a"), step("b", skip=1.0), step("c", skip=1.0), step("d", 50.0, workers=5))
    scenario = Scenario(
        name="past", columns=columns, arrivals=Fixed(count=3), horizon=100.0,
        shared_limits=(SharedLimit(columns=("b", "c", "d"), limit=1),),
    )  # fmt: skip
    simulation = Simulation(scenario)
    simulation.do(SetSharedLimit(at=5.0, group=0, value=3))
    simulation.advance_to(5.0)
    assert [entered(simulation, card)[-1] for card in range(3)] == [(1.0, 3), (5.0, 3), (5.0, 3)]


def test_a_raised_limit_lets_an_endless_backlog_give_those_who_come_past_the_first_column() -> None:
    columns = (step("a", 50.0, wip_limit=9, limits_by_class={"x": 1}, skip={"y": 1.0}),
               step("b", 30.0, wip_limit=1, workers=9))  # fmt: skip
    classes = (CardClass(id="x"), CardClass(id="y"))
    simulation = Simulation(
        Scenario(name="past", columns=columns, classes=classes, arrivals=Saturated(), horizon=100.0)
    )
    simulation.do(SetWipLimit(at=5.0, column="b", value=6))
    simulation.advance_to(5.0)
    assert sum(simulation.is_in(card, "b") for card in range(len(simulation.deck))) == 6


def test_a_card_that_comes_by_again_is_asked_again() -> None:
    board = listed(step("a", 0.0), step("b", 0.0, skip=0.5), cards=400)
    once = played(board, (), 1.0)
    again = Simulation(replace(board, rules=Rules(auto_pull=False)))
    skipped = {card for card in range(400) if entered(once, card)[1][1] == 2}
    assert 150 < len(skipped) < 250
    again.do(MoveCard(at=0.0, card=0, column="b"))
    assert again.scenario.columns[1].skip == 0.5


def test_the_luck_of_a_card_does_not_depend_on_the_share_of_others() -> None:
    """Whoever passes by with a small share also does with a larger one."""
    few, many = (played(listed(step("a", 0.0), step("b", 0.0, skip=share), cards=300), (), 1.0) for share in (0.3, 0.6))
    past_few, past_many = ({card for card in range(300) if (0.0, 1) not in entered(run, card)} for run in (few, many))
    assert past_few < past_many


def test_rework_is_shared_out_over_several_columns() -> None:
    rework = Rework(probability=0.5, to={"a": 1.0, "b": 2.0, "c": 1.0})
    columns = (step("a", 0.0), step("b", 0.0), step("c", 0.0, rework=rework))
    run = played(listed(*columns, cards=4000), (), 1.0)
    rows = run.trace.rows().tolist()
    sent = Counter(
        after[2]
        for before, after in _pairs(rows)
        if before[2] == 2 and before[3] == CardState.WORKING and after[3] == CardState.WAITING
    )
    total = sum(sent.values())
    assert 3700 < total < 4300  # each pass fails with a half: as many fail as there are cards
    assert sent[0] / total == pytest.approx(0.25, abs=0.03)
    assert sent[1] / total == pytest.approx(0.5, abs=0.03)
    assert sent[2] / total == pytest.approx(0.25, abs=0.03)


def _pairs(rows: list[Any]) -> list[tuple[Any, Any]]:
    """Each row of a card with its next one."""
    last: dict[int, Any] = {}
    pairs = []
    for row in rows:
        if row[1] in last:
            pairs.append((last[row[1]], row))
        last[row[1]] = row
    return pairs


def test_the_traffic_equations_know_of_passing_by_and_of_shares() -> None:
    """By hand: of what c does a tenth comes again from a, a tenth is done again there: c = 1 + 0.2 c; a = 1 + 0.1 c."""
    rework = Rework(probability=0.2, to={"a": 1.0, "c": 1.0})
    board = listed(step("a"), step("b", skip=0.25), step("c", rework=rework))
    passes, visits = passes_and_visits(board)
    assert passes == pytest.approx([1.125, 0.75 * 1.125, 1.25])
    assert visits == pytest.approx([1.125, 0.75 * 1.125, 1.25 * 0.9])


def test_capacity_knows_of_classes_that_pass_by() -> None:
    board = replace(listed(step("a"), step("b", 4.0, skip={"urgent": 1.0})), classes=CLASSES, arrivals=Saturated())
    assert feasibility(board).columns[1].capacity == pytest.approx(0.5)
