"""Small boards without chance whose every event time was worked out by hand: people, classes, and who goes first."""

from typing import Any

import pytest

from flowsim.domain.arrivals import (
    Poisson,
)
from flowsim.domain.column_settings import SetBlockers, SetRework, SetSetup, SetTransferBatch, SetWipLimit, SetWorkers
from flowsim.domain.distributions import Exponential
from flowsim.domain.interventions import (
    BlockCard,
    Intervention,
    ReclassCard,
    SetPerson,
    SetRules,
    SetSkill,
    UnblockCard,
)
from flowsim.domain.policies import Blockers, Rework, Rules, Setup
from flowsim.domain.scenario import CardClass, Family, Person, Scenario, SharedLimit
from tests.engine.test_rules_by_hand import (
    FAMILIES,
    Moments,
    Settings,
    board,
    card,
    enters,
    lasted,
    overruns,
    ran,
    setup,
    starts,
    told,
)


def people(**skills: dict[str, float]) -> tuple[Person, ...]:
    return tuple(Person(name=name, skills=its) for name, its in skills.items())


BOTH = {"a": 1.0, "b": 1.0}
ADA = people(Ada=BOTH)

# Named people


@pytest.mark.parametrize(("speed", "end"), [(2.0, 2), (0.5, 8), (1.0, 4)])
def test_work_takes_its_time_divided_by_the_speed(speed: float, end: float) -> None:
    simulation = ran(board({}, cards=[card(4)], people=people(Ada={"a": speed})))
    assert told(simulation) == f"0 a working 0, {end} delivered"


def test_people_replace_the_workers_of_columns_and_have_one_card_each() -> None:
    team = people(Ada={"a": 1.0}, Ben={"a": 0.5})
    simulation = ran(board({"workers": 5}, cards=3 * [card(2)], people=team))
    assert [told(simulation, n) for n in range(3)] == [
        "0 a working 0, 2 delivered",
        "0 a working 1, 4 delivered",
        "0 a waiting, 2 a working 0, 4 delivered",
    ]


def test_one_person_finishes_before_starting() -> None:
    simulation = ran(board({}, {}, cards=2 * [card(2, 3)], people=people(Ada={"a": 1.0, "b": 2.0})))
    assert told(simulation) == "0 a working 0, 2 b working 0, 3.5 delivered"
    assert told(simulation, 1) == "0 a waiting, 3.5 a working 0, 5.5 b working 0, 7 delivered"


def test_under_the_other_rule_people_go_to_the_longest_queue() -> None:
    rules = Rules(work_rule="longest_queue")
    simulation = ran(board({}, {}, cards=3 * [card(1, 1)], people=ADA, rules=rules), until=2.5)
    assert starts(simulation) == [(0, 0), (1, 1)]
    assert starts(simulation, "b") == [(2, 0)]


def test_the_work_rule_may_change_on_the_way() -> None:
    scenario = board({}, {}, cards=5 * [card(2, 2)], people=ADA)
    acts = SetRules(at=1, value=Rules(work_rule="longest_queue")), SetRules(at=3, value=Rules())
    assert starts(ran(scenario, *acts)) == [(0, 0), (2, 1), (8, 2), (12, 3), (16, 4)]


def test_the_first_of_several_free_people_takes_the_card() -> None:
    team = people(Ada=BOTH, Ben={"b": 1.0})
    simulation = ran(board({}, {}, cards=2 * [card(2, 4)], people=team))
    assert told(simulation) == "0 a working 0, 2 b working 0, 6 delivered"
    assert told(simulation, 1) == "0 a waiting, 6 a working 0, 8 b working 0, 12 delivered"


def test_nobody_works_where_they_have_no_skill() -> None:
    team = people(Ada={"a": 1.0}, Ben={"b": 1.0})
    simulation = ran(board({}, {}, cards=3 * [card(1, 2)], people=team))
    assert starts(simulation) == [(0, 0), (1, 1), (2, 2)]
    assert starts(simulation, "b") == [(1, 0), (3, 1), (5, 2)]


@pytest.mark.parametrize(
    ("column", "acts", "story"),
    [
        ({}, (), "0 a waiting, 5 a working 0, 7 delivered"),
        (setup("per_batch", 2), (), "0 a waiting, 5 a setup 0, 7 a working 0, 9 delivered"),
        (
            {},
            (BlockCard(at=1, card=0), UnblockCard(at=2, card=0)),
            "0 a waiting, 5 a working 0, 7 delivered",
        ),
    ],
)
def test_somebody_sent_away_finishes_the_card_at_hand_and_takes_no_other_until_back(
    column: Settings, acts: tuple[Intervention, ...], story: str
) -> None:
    scenario = board(column, cards=2 * [card(2)], people=people(Ada={"a": 1.0}))
    away, back = SetPerson(at=1, person="Ada", value=False), SetPerson(at=5, person="Ada", value=True)
    simulation = ran(scenario, away, *acts, back)
    assert lasted(simulation, 0, "working") == 2
    assert told(simulation, 1) == story


def test_somebody_back_before_the_card_is_finished_goes_on_as_if_never_away() -> None:
    scenario = board({}, cards=2 * [card(4)], people=people(Ada={"a": 1.0}))
    acts = SetPerson(at=1, person="Ada", value=False), SetPerson(at=2, person="Ada", value=True)
    assert starts(ran(scenario, *acts)) == [(0, 0), (4, 1)]


def test_somebody_idle_who_is_away_takes_nothing() -> None:
    scenario = board({}, cards=[card(2, at=3)], people=people(Ada={"a": 1.0}, Ben={"a": 0.5}))
    simulation = ran(scenario, SetPerson(at=1, person="Ada", value=False))
    assert told(simulation) == "3 a working 1, 7 delivered"


def test_a_skill_taken_away_ends_with_the_card_at_hand() -> None:
    scenario = board({}, {}, cards=2 * [card(2, 1)], people=ADA)
    simulation = ran(scenario, SetSkill(at=1, person="Ada", column="a", value=None))
    assert told(simulation) == "0 a working 0, 2 b working 0, 3 delivered"
    assert told(simulation, 1) == "0 a waiting"


def test_a_skill_learnt_is_used_at_once() -> None:
    scenario = board({}, {}, cards=2 * [card(4)], people=people(Ada={"a": 1.0}, Ben={"b": 1.0}))
    simulation = ran(scenario, SetSkill(at=1, person="Ben", column="a", value=2.0))
    assert told(simulation, 1) == "0 a waiting, 1 a working 1, 3 delivered"


def test_another_speed_is_for_the_next_start() -> None:
    scenario = board({}, cards=2 * [card(4)], people=people(Ada={"a": 1.0}))
    simulation = ran(scenario, SetSkill(at=1, person="Ada", column="a", value=4.0))
    assert enters(simulation, "") == [(4, 0), (5, 1)]


def test_a_family_is_remembered_for_every_column() -> None:
    cards = [card(1, 1, family=family) for family in "ab"]
    columns = [setup("family", 1), setup("family", 1)]
    simulation = ran(board(*columns, cards=cards, families=FAMILIES, people=ADA))
    assert starts(simulation, "a", "setup") == [(0, 0), (4, 1)]
    assert starts(simulation, "b", "setup") == [(2, 0), (6, 1)]
    same = ran(board(*columns, cards=2 * [card(1, 1)], families=(Family(id="a"),), people=ADA))
    assert enters(same, "") == [(4, 0), (6, 1)]


# Context switching


def test_switching_lengthens_work_by_the_started_cards_per_person_and_is_fixed_at_the_start() -> None:
    simulation = ran(board({}, cards=3 * [card(2)], rules=Rules(context_switch_tax=0.5)))
    assert enters(simulation, "") == [(4, 0), (7, 1), (9, 2)]


def test_switching_counts_all_people_of_the_board_and_never_shortens() -> None:
    team = people(Ada=BOTH, Ben=BOTH)
    tax = Rules(context_switch_tax=0.5)
    assert enters(ran(board({}, {}, cards=[card(2, 2)], people=team, rules=tax)), "") == [(4, 0)]
    three = ran(board({}, {}, cards=3 * [card(2)], people=team, rules=tax), until=2.4)
    assert starts(three, "b") == []
    assert starts(ran(board({}, {}, cards=3 * [card(2)], people=team, rules=tax)), "b")[0] == (2.5, 0)


def test_switching_counts_cards_in_every_column() -> None:
    scenario = board({"wip_limit": 3}, {}, cards=4 * [card(2, 2)], rules=Rules(context_switch_tax=1.0))
    # a: 3 started cards, 2 people: 2·(1 + 1.5 − 1) = 3; from 3 on, 4 started: 2·(1 + 2 − 1) = 4 in both columns.
    simulation = ran(scenario)
    assert starts(simulation, "b")[:2] == [(3, 0), (7, 1)]
    assert starts(simulation)[:2] == [(0, 0), (3, 1)]


def test_a_tax_begun_on_the_way_is_for_the_next_start() -> None:
    simulation = ran(board({}, cards=3 * [card(2)]), SetRules(at=1, value=Rules(context_switch_tax=0.5)))
    assert enters(simulation, "") == [(2, 0), (5, 1), (7, 2)]


# Classes of service


def classes(**urgent: Any) -> tuple[CardClass, ...]:
    return CardClass(id="standard"), CardClass(id="urgent", priority=5, **urgent)


def urgent(*works: float, at: float = 0.0) -> Any:
    return card(*works, at=at, class_="urgent")


def test_a_higher_class_goes_first_but_interrupts_nobody() -> None:
    cards = [card(2), card(2), urgent(2, at=1)]
    assert starts(ran(board({}, cards=cards, classes=classes()))) == [(0, 0), (2, 2), (4, 1)]


def test_a_higher_class_keeps_to_the_limit_and_is_pulled_first() -> None:
    cards = [card(2), card(2), urgent(2, at=1)]
    simulation = ran(board({"wip_limit": 1}, cards=cards, classes=classes()))
    assert enters(simulation) == [(0, 0), (2, 2), (4, 1)]
    assert overruns(simulation) == []


@pytest.mark.parametrize(
    ("third", "order"), [("urgent", [(1, 0), (6, 2), (7, 1)]), ("standard", [(1, 0), (6, 1), (7, 2)])]
)
def test_the_higher_class_is_pulled_before_the_one_ready_longer(third: str, order: Moments) -> None:
    cards = [card(1, 5), card(2, 1), card(3, 1, class_=third)]
    assert enters(ran(board({"workers": 3}, {"wip_limit": 1}, cards=cards, classes=classes())), "b") == order


def test_of_one_class_the_card_ready_first_is_pulled_first() -> None:
    cards = [card(1, 5), card(3, 1), card(2, 1)]
    assert enters(ran(board({"workers": 3}, {"wip_limit": 1}, cards=cards)), "b") == [(1, 0), (6, 2), (7, 1)]


def test_a_class_may_exceed_a_limit_by_its_number_and_that_is_recorded() -> None:
    cards = [card(2), card(2), urgent(2, at=1), urgent(2, at=1)]
    simulation = ran(board({"wip_limit": 1}, cards=cards, classes=classes(may_exceed=1)))
    assert enters(simulation) == [(0, 0), (1, 2), (2, 3), (6, 1)]
    assert overruns(simulation) == [(1, 2, 0, 2, 1), (2, 3, 0, 2, 1)]


def test_a_class_may_exceed_a_shared_limit() -> None:
    shared = (SharedLimit(columns=("a", "b"), limit=1),)
    cards = [card(2, 2), card(2, 2), urgent(1, 1, at=1)]
    simulation = ran(board({}, {}, cards=cards, classes=classes(may_exceed=1), shared_limits=shared))
    assert told(simulation, 2) == "1 a waiting, 2 a working 0, 3 b waiting, 4 b working 0, 5 delivered"
    assert enters(simulation)[2] == (5, 1)
    assert [(one[0], one[1], one[3], one[4]) for one in overruns(simulation)] == [(1, 2, 2, 1)]


def test_a_class_without_a_card_changes_nothing() -> None:
    # At 12 one slot is free, and the batch that is first in line needs two.
    cards = [*4 * [card(1, 10)], card(1, 1, at=5)]
    one, other = (
        ran(board({"transfer_batch": 2}, {"wip_limit": 2}, cards=cards, classes=classes(may_exceed=number)))
        for number in (0, 1)
    )
    assert enters(one, "b") == enters(other, "b") == [(2, 0), (2, 1), (22, 2), (22, 3), (32, 4)]


# Pre-emption

PREEMPTING = classes(preempts=True)


def test_a_preempting_class_takes_the_worker_and_the_rest_is_worked_afterwards() -> None:
    simulation = ran(board({}, cards=[card(10), urgent(3, at=4)], classes=PREEMPTING))
    assert told(simulation) == "0 a working 0, 4 a waiting, 7 a working 0, 13 delivered"
    assert told(simulation, 1) == "4 a working 0, 7 delivered"


def test_a_preempted_card_goes_on_ahead_of_its_class() -> None:
    cards = [card(10), card(1), urgent(3, at=4)]
    assert starts(ran(board({}, cards=cards, classes=PREEMPTING))) == [(0, 0), (4, 2), (7, 0), (13, 1)]


def test_nobody_preempts_a_card_of_the_same_class() -> None:
    cards = [card(10), urgent(3, at=4), urgent(3, at=5)]
    assert starts(ran(board({}, cards=cards, classes=PREEMPTING))) == [(0, 0), (4, 1), (7, 2), (10, 0)]


def test_where_somebody_is_free_nothing_is_preempted() -> None:
    cards = [card(10), urgent(3, at=4)]
    simulation = ran(board({"workers": 2}, cards=cards, classes=PREEMPTING))
    assert told(simulation) == "0 a working 0, 10 delivered"
    assert told(simulation, 1) == "4 a working 1, 7 delivered"


def test_a_preempting_class_needs_a_slot_first() -> None:
    cards = [card(10), urgent(3, at=4)]
    within = ran(board({"wip_limit": 1}, cards=cards, classes=PREEMPTING))
    assert starts(within) == [(0, 0), (10, 1)]
    over = ran(board({"wip_limit": 1}, cards=cards, classes=classes(preempts=True, may_exceed=1)))
    assert starts(over) == [(0, 0), (4, 1), (7, 0)]
    assert overruns(over) == [(4, 1, 0, 2, 1)]


def test_a_person_taken_off_a_card_comes_back_to_it_when_nothing_to_the_right_waits() -> None:
    cards = [card(10, 1), urgent(1, 2, at=4)]
    simulation = ran(board({}, {}, cards=cards, classes=PREEMPTING, people=ADA))
    assert told(simulation, 1) == "4 a working 0, 5 b working 0, 7 delivered"
    assert told(simulation) == "0 a working 0, 4 a waiting, 7 a working 0, 13 b working 0, 14 delivered"


def test_a_preempted_card_of_a_slow_person_has_its_rest_at_that_persons_speed() -> None:
    cards = [card(4), urgent(1, at=2)]
    simulation = ran(board({}, cards=cards, classes=PREEMPTING, people=people(Ada={"a": 0.5})))
    assert told(simulation) == "0 a working 0, 2 a waiting, 4 a working 0, 10 delivered"


def test_a_set_up_that_was_broken_off_is_lost_and_due_at_the_next_start() -> None:
    cards = [card(2), urgent(3, at=1)]
    simulation = ran(board(setup("per_batch", 2, 9), cards=cards, classes=PREEMPTING))
    assert told(simulation, 1) == "1 a setup 0, 3 a working 0, 6 delivered"
    assert told(simulation) == "0 a setup 0, 1 a waiting, 6 a working 0, 8 delivered"


def test_a_preempted_card_of_another_family_is_set_up_for_again() -> None:
    cards = [card(4, family="a"), card(3, at=3, class_="urgent", family="b")]
    simulation = ran(board(setup("family", 2), cards=cards, classes=PREEMPTING, families=FAMILIES))
    assert told(simulation, 1) == "3 a setup 0, 5 a working 0, 8 delivered"
    assert told(simulation) == "0 a setup 0, 2 a working 0, 3 a waiting, 8 a setup 0, 10 a working 0, 13 delivered"


def test_nobody_who_is_leaving_is_taken_off_a_card_for_another() -> None:
    scenario = board({}, cards=[card(4), urgent(2, at=2)], classes=PREEMPTING)
    simulation = ran(scenario, SetWorkers(at=1, column="a", value=0), SetWorkers(at=10, column="a", value=1))
    assert told(simulation) == "0 a working 0, 4 delivered"
    assert told(simulation, 1) == "2 a waiting, 10 a working 0, 12 delivered"


def test_a_person_sent_away_is_not_taken_off_a_card_for_another() -> None:
    scenario = board({}, cards=[card(4), urgent(2, at=2)], classes=PREEMPTING, people=people(Ada={"a": 1.0}))
    acts = SetPerson(at=1, person="Ada", value=False), SetPerson(at=10, person="Ada", value=True)
    assert told(ran(scenario, *acts), 1) == "2 a waiting, 10 a working 0, 12 delivered"


# Re-classing


def test_a_waiting_card_given_a_higher_class_goes_first() -> None:
    scenario = board({}, cards=3 * [card(2)], classes=classes())
    assert starts(ran(scenario, ReclassCard(at=1, card=2, class_="urgent"))) == [(0, 0), (2, 2), (4, 1)]


def test_a_card_given_a_lower_class_goes_last() -> None:
    scenario = board({}, cards=[urgent(2), urgent(2), card(2)], classes=classes())
    acts = ReclassCard(at=1, card=1, class_="standard"), ReclassCard(at=1, card=2, class_="urgent")
    assert starts(ran(scenario, *acts)) == [(0, 0), (2, 2), (4, 1)]


def test_a_card_in_the_backlog_given_a_higher_class_is_pulled_first() -> None:
    scenario = board({"wip_limit": 1}, cards=3 * [card(2)], classes=classes())
    assert enters(ran(scenario, ReclassCard(at=1, card=2, class_="urgent"))) == [(0, 0), (2, 2), (4, 1)]


def test_a_card_given_a_class_that_may_exceed_enters_at_once() -> None:
    scenario = board({"wip_limit": 1}, cards=3 * [card(2)], classes=classes(may_exceed=1))
    simulation = ran(scenario, ReclassCard(at=1, card=2, class_="urgent"))
    assert enters(simulation) == [(0, 0), (1, 2), (4, 1)]
    assert overruns(simulation) == [(1, 2, 0, 2, 1)]


def test_a_card_given_a_preempting_class_is_worked_at_once() -> None:
    scenario = board({}, cards=3 * [card(4)], classes=PREEMPTING)
    simulation = ran(scenario, ReclassCard(at=1, card=2, class_="urgent"))
    assert starts(simulation) == [(0, 0), (1, 2), (5, 0), (8, 1)]


def test_a_card_at_work_given_another_class_works_on() -> None:
    scenario = board({}, cards=2 * [card(4)], classes=PREEMPTING)
    simulation = ran(scenario, ReclassCard(at=1, card=0, class_="urgent"))
    assert told(simulation) == "0 a working 0, 4 delivered"


def test_a_card_given_a_lower_class_loses_its_worker_at_once_to_a_class_that_preempts() -> None:
    scenario = board({}, cards=[urgent(4), urgent(2, at=1)], classes=PREEMPTING)
    simulation = ran(scenario, ReclassCard(at=2, card=0, class_="standard"))
    assert told(simulation) == "0 a working 0, 2 a waiting, 4 a working 0, 6 delivered"


# Everything at once


def busy_board(seed: int) -> Scenario:
    work = Exponential(mean=1.0)
    first: Settings = {"service": work, "wip_limit": 4, "transfer_batch": 2, **setup("family", 0.25)}
    second: Settings = {"service": work, "move_time": 0.5, "rework": Rework(probability=0.3, to="a")}
    third: Settings = {"service": work, "blockers": Blockers(probability=0.5, duration=work, worker_waits=False)}
    return board(
        first,
        second | {"transfer_timeout": 3.0, "transfer_batch": 2},
        third | {"limit_counts": "doing", "wip_limit": 3, "enforcement": "warn"},
        seed=seed,
        arrivals=Poisson(rate=0.6),
        families=FAMILIES,
        classes=classes(share=0.2, may_exceed=1, preempts=True),
        people=people(Ada=BOTH, Ben={"b": 0.8, "c": 1.0}, Cy={"a": 0.5, "c": 1.5}),
        rules=Rules(blocking="server", context_switch_tax=0.1, deliver_every=2.0),
    )


@pytest.mark.parametrize("seed", range(6))
def test_a_session_that_uses_everything_is_the_same_again(seed: int) -> None:
    acts: list[Intervention] = [
        SetPerson(at=8, person="Ada", value=False),
        SetBlockers(at=9, column="a", value=Blockers(probability=1.0)),
        SetSkill(at=10, person="Ben", column="a", value=1.0),
        SetTransferBatch(at=11, column="a", value=3),
        SetRework(at=14, column="a", value=Rework(probability=0.5)),
        SetPerson(at=16, person="Ada", value=True),
        SetSetup(at=20, column="b", value=Setup(rule="per_batch", time=0.5, batch=2)),
        SetRules(at=25, value=Rules(work_rule="longest_queue")),
        SetWipLimit(at=26, column="a", value=3),
        SetTransferBatch(at=30, column="a", value=1),
    ]
    simulation = ran(busy_board(seed), *acts, until=80.0)
    assert simulation.finished > 10
