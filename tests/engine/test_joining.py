"""People put to a card that others work on, or taken away from it, by hand."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.arrivals import Fixed
from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import AddCard, BlockCard, Intervention, JoinCard, LeaveCard, SetPerson, UnblockCard
from flowsim.domain.policies import Blockers, Setup
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Column, Person, Scenario
from flowsim.domain.words import CardState
from flowsim.engine import Simulation, Snapshot, played
from flowsim.metrics import figures_of, people_of
from flowsim.session.simulation_view import view_of

ADA, BEN = Person(name="Ada", skills={"a": 1.0}), Person(name="Ben", skills={"a": 1.0})


def board(*, cards: int = 1, workers: int = 3, most: int = 3, people: tuple[Person, ...] = (), **own: Any) -> Scenario:
    one = Column(id="a", service=Constant(value=6.0), workers=workers, workers_per_card=most, **own)
    columns = (one, *(Column(id="b") for person in people if "b" in person.skills))
    return Scenario(name="joining", columns=columns, arrivals=Fixed(count=cards), people=people, horizon=None)


def after(scenario: Scenario, *acts: Intervention, until: float) -> Simulation:
    simulation = Simulation(scenario)
    for act in acts:
        simulation.run(act.at)
        simulation.do(act)
    simulation.run(until)
    return simulation


def crews(simulation: Simulation) -> dict[int, tuple[int, ...]]:
    """Who is at each card of column "a" that is worked on, as the trace tells it."""
    cards = view_of(simulation).board_state.cards.items()
    return {
        number: tuple(sorted((its.worker, *its.beside)))
        for number, its in cards
        if its.state == CardState.WORKING and its.column == 0
    }


def finished(scenario: Scenario, *acts: Intervention) -> dict[int, float]:
    """When the cards leave column "a"."""
    rows = after(scenario, *acts, until=99.0).trace.rows().tolist()
    return {card: time for time, card, column, state, _ in rows if column == 0 and state == CardState.READY}


def test_one_of_three_leaves_and_the_others_need_as_much_longer() -> None:
    """After a day 3 of 6 days of work are left: two people need one and a half."""
    leave = LeaveCard(at=1.0, card=0)
    assert crews(after(board(), leave, until=1.0)) == {0: (0, 1)}
    assert finished(board(), leave) == {0: 2.5}


def test_who_left_does_not_come_back_by_themselves() -> None:
    assert crews(after(board(), LeaveCard(at=1.0, card=0), SetWorkers(at=1.5, column="a", value=4), until=2.0)) == {
        0: (0, 1)
    }


def test_who_left_takes_up_the_next_card_that_waits() -> None:
    """Both people are at the first card when the second one comes, of which nobody would take care for a day more."""
    simulation = after(board(workers=2, most=2), AddCard(at=1.0), until=1.0)
    assert crews(simulation) == {0: (0, 1)}
    simulation.do(LeaveCard(at=1.0, card=0))
    assert crews(simulation) == {0: (0,), 1: (1,)}


def test_work_that_begins_anew_draws_people_by_themselves_again() -> None:
    stopped = BlockCard(at=1.0, card=0), UnblockCard(at=2.0, card=0)
    assert crews(after(board(), LeaveCard(at=0.5, card=0), *stopped, until=2.0)) == {0: (0, 1, 2)}


def test_whoever_is_put_to_a_card_comes_from_the_largest_group_where_nobody_is_free() -> None:
    """Card 1 has two people (4 days left after a day), card 2 one (5 left): one goes over, and card 2 ends at 3.5.

    Then all three are at card 1, of which 1.5 days are left.
    """
    two = board(cards=2)
    before = after(two, until=1.0)
    assert crews(before) == {0: (0, 2), 1: (1,)}
    join = JoinCard(at=1.0, card=1)
    assert crews(after(two, join, until=1.0)) == {0: (0,), 1: (1, 2)}
    assert finished(two, join) == {1: 3.5, 0: 4.0}


def test_whoever_is_free_is_put_to_a_card_first() -> None:
    leave, join = LeaveCard(at=1.0, card=0), JoinCard(at=1.0, card=0)
    assert crews(after(board(), leave, leave, join, until=1.0)) == {0: (0, 1)}


def test_somebody_alone_leaves_a_card_for_another_one() -> None:
    """After a day each, Ada helps Ben: his card is done at 3.5, and what is left of hers by 6."""
    team = board(cards=2, most=2, people=(ADA, BEN))
    join = JoinCard(at=1.0, card=1, person="Ada")
    assert crews(after(team, join, until=1.0)) == {1: (0, 1)}
    now = after(team, join, until=1.0)
    assert view_of(now).board_state.cards[0].state == CardState.WAITING
    assert finished(team, join) == {1: 3.5, 0: 6.0}


def test_the_first_of_a_group_may_leave_too() -> None:
    team = board(cards=1, most=2, people=(ADA, BEN))
    assert crews(after(team, LeaveCard(at=1.0, card=0, person="Ada"), until=1.0)) == {0: (1,)}


def test_one_of_those_at_another_card_is_named_by_that_card() -> None:
    """Nobody is named where people are only counted: the last of those at the card that is told goes."""
    two = board(cards=2)
    assert crews(after(two, JoinCard(at=1.0, card=0, leaving=1), until=1.0)) == {0: (0, 1, 2)}


def test_how_far_the_work_is_goes_on_from_where_it_was() -> None:
    """A day of three people is half of the work, also after one has left."""
    simulation = after(board(), LeaveCard(at=1.0, card=0), until=1.0)
    began, takes = simulation.work_at_hand(0) or (0.0, 0.0)
    assert (1.0 - began) / takes == pytest.approx(0.5)


REFUSED = [
    ("join", {"card": 0}, "in a at most 3 people work on one card"),
    ("leave", {"card": 1}, "only one person works on A-2; move or block it to stop the work"),
    ("join", {"card": 1, "leaving": 1}, "that is the card itself"),
    ("join", {"card": 1, "leaving": 2}, "nobody works on A-3"),
    ("join", {"card": 2}, "nobody works on A-3"),
    ("leave", {"card": 2}, "nobody works on A-3"),
    ("leave", {"card": 0, "person": "Ada"}, "people have no names on this board"),
]


@pytest.mark.parametrize(("kind", "what", "reason"), REFUSED)
def test_what_cannot_be_is_refused_with_the_reason_and_changes_nothing(
    kind: str, what: dict[str, Any], reason: str
) -> None:
    """Card A-1 has three people, A-2 one, and A-3 is blocked."""
    over = JoinCard(at=0.5, card=0, leaving=1)
    simulation = after(board(cards=3, workers=5), BlockCard(at=0.0, card=2), over, until=1.0)
    assert crews(simulation) == {0: (0, 3, 4), 1: (1,)}
    rows = len(simulation.trace)
    act = (JoinCard if kind == "join" else LeaveCard)(at=1.0, **what)
    with pytest.raises(Refused, match=f"^{reason}$"):
        simulation.do(act)
    assert len(simulation.trace) == rows


def test_named_people_are_refused_with_the_reason() -> None:
    cleo = Person(name="Cleo", skills={"b": 1.0})
    team = board(cards=2, most=2, people=(ADA, BEN, cleo))
    simulation = after(team, SetPerson(at=0.5, person="Ben", value=False), until=1.0)
    told = {name: simulation.why_not(JoinCard(at=1.0, card=0, person=name)) for name in ("Ada", "Ben", "Cleo")}
    assert told == {
        "Ada": "Ada works on A-1 already", "Ben": "Ben is away", "Cleo": "Cleo cannot work in a",
    }  # fmt: skip
    assert simulation.why_not(LeaveCard(at=1.0, card=0, person="Ben")) == "Ben does not work on A-1"
    simulation.do(BlockCard(at=1.0, card=1))
    simulation.do(SetPerson(at=1.0, person="Ben", value=True))
    assert simulation.why_not(JoinCard(at=1.0, card=0, person="Ben")) == "Ben waits with A-2"


def test_who_goes_home_after_the_card_at_hand_is_put_to_no_other() -> None:
    two = board(cards=2, workers=2)
    simulation = after(two, SetWorkers(at=0.5, column="a", value=1), until=1.0)
    assert simulation.why_not(JoinCard(at=1.0, card=0, leaving=1)) == "whoever works on A-2 goes home when it is done"
    assert simulation.why_not(JoinCard(at=1.0, card=0)) == "nobody in a is free to help"


def test_a_set_up_that_is_left_is_due_again() -> None:
    """Ada sets up for A-1 and goes over to A-2 after half a day: done at 3.25.

    Then a day of set-up, and A-1 together.
    """
    team = board(cards=2, most=2, people=(ADA, BEN), setup=Setup(rule="per_batch", batch=2, time=1.0))
    assert finished(team, JoinCard(at=0.5, card=1, person="Ada")) == {1: 3.25, 0: 7.25}


@given(seed=st.integers(0, 99), moment=st.floats(0.0, 12.0), leaves=st.booleans())
def test_a_run_goes_on_from_a_snapshot_after_people_were_put_elsewhere(seed: int, moment: float, leaves: bool) -> None:
    blockers = Blockers(probability=0.5, duration=Constant(value=1.0))
    scenario = board(cards=6, workers=4, blockers=blockers, wip_limit=3)
    act: Intervention = LeaveCard(at=moment, card=0) if leaves else JoinCard(at=moment, card=0)
    whole = Simulation(replace(scenario, seed=seed))
    whole.run(moment)
    if whole.why_not(act) is None:
        whole.do(act)
    taken = whole.snapshot()
    resumed = Simulation.resumed(Snapshot(taken.scenario, taken.conditions, taken.now, taken.state))
    before = len(whole.trace)
    whole.run(99.0)
    resumed.run(99.0)
    assert whole.trace.rows()[before:].tolist() == resumed.trace.rows()[-(len(whole.trace) - before) :].tolist()


@given(moments=st.lists(st.tuples(st.floats(0.0, 20.0), st.integers(0, 5), st.booleans()), max_size=8))
def test_with_perfect_gain_as_much_work_is_done_wherever_people_are_put(
    moments: list[tuple[float, int, bool]],
) -> None:
    """Six cards of six days: 36 days of somebody's time, whoever joins and leaves."""
    simulation = Simulation(board(cards=6))
    for at, card, leaves in sorted(moments):
        simulation.run(at)
        act: Intervention = LeaveCard(at=at, card=card) if leaves else JoinCard(at=at, card=card)
        if simulation.why_not(act) is None:
            simulation.do(act)
    simulation.run(999.0)
    run = view_of(simulation)
    assert figures_of(run.flow, run.staffing).columns[0].utilisation * 3 * simulation.now == pytest.approx(36.0)


def test_what_each_person_did_is_counted_from_card_to_card() -> None:
    """Ada works a day on A-1, then with Ben on A-2 (5 days left, 2.5 each), then with him on A-1 again."""
    team = board(cards=2, most=2, people=(ADA, BEN))
    run = view_of(played(team, (JoinCard(at=1.0, card=1, person="Ada"),), 6.0))
    assert [its.utilisation for its in people_of(run.flow, run.staffing)] == pytest.approx([1.0, 1.0])


def test_the_history_of_a_card_tells_how_many_were_at_it() -> None:
    run = view_of(after(board(), LeaveCard(at=1.0, card=0), until=2.0))
    assert [(step.since, step.until, step.people) for step in run.history_of(0)] == [(0.0, 1.0, 3), (1.0, 2.0, 2)]


def test_all_who_are_at_a_card_are_named() -> None:
    counted = view_of(after(board(), until=1.0))
    assert counted.who_is_at(counted.board_state.cards[0]) == "3 people"
    named = view_of(after(board(most=2, people=(ADA, BEN)), until=1.0))
    assert named.who_is_at(named.board_state.cards[0]) == "Ada, Ben"
