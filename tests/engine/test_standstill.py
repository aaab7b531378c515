"""Boards that stop for good: refused before the run where counting can tell, found and explained where it happens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
    Saturated,
)
from flowsim.domain.checks import problems_of
from flowsim.domain.deadlock import deadlocks, stoppages
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import BlockCard, SetPerson, SetRules
from flowsim.domain.policies import Rules
from flowsim.domain.scenario import Column, ExplicitCard, Person, Scenario, SharedLimit
from flowsim.engine import Simulation


@st.composite
def batch_lines(draw: st.DrawFn) -> Scenario:
    """Lines with batches under limits of columns and of a group, some of which stop for good."""
    count = draw(st.integers(1, 4))
    columns = tuple(
        Column(
            id=f"c{index}",
            wip_limit=draw(st.none() | st.integers(1, 6)) if index else draw(st.integers(1, 6)),
            transfer_batch=draw(st.integers(1, 4)),
            service=Constant(value=draw(st.sampled_from([0.5, 1.0, 1.5]))),
        )
        for index in range(count)
    )
    first, last = sorted((draw(st.integers(0, count - 1)), draw(st.integers(0, count - 1))))
    shared = SharedLimit(columns=tuple(f"c{i}" for i in range(first, last + 1)), limit=draw(st.integers(1, 8)))
    return Scenario(
        name="batches", columns=columns, arrivals=Saturated(), shared_limits=(shared,) if draw(st.booleans()) else ()
    )


def fits(scenario: Scenario) -> bool:
    return not any(problem.where.endswith("transfer_batch") for problem in problems_of(scenario))


@settings(max_examples=300, deadline=None)
@given(scenario=batch_lines().filter(fits))
def test_counting_tells_exactly_which_lines_of_batches_stop_for_good(scenario: Scenario) -> None:
    simulation = Simulation(scenario)
    simulation.run(300.0)
    assert (simulation.standstill is not None) == bool(list(deadlocks(scenario)))


def test_a_board_that_must_stop_is_refused_with_the_limit_that_would_do() -> None:
    columns = (Column(id="dev", transfer_batch=2), Column(id="test", transfer_batch=3))
    scenario = Scenario(name="", columns=columns, shared_limits=(SharedLimit(columns=("dev", "test"), limit=3),))
    assert [str(problem) for problem in stoppages(scenario)] == [
        "shared_limits[0].limit: 3: "
        "at least 4, or the board stops for good with a batch in dev and test that cannot fill"
    ]


def test_who_waits_for_what_is_said_in_words() -> None:
    columns = (Column(id="dev", transfer_batch=2), Column(id="test", transfer_batch=3))
    scenario = Scenario(
        name="",
        columns=columns,
        arrivals=Fixed(count=9),
        shared_limits=(SharedLimit(columns=("dev", "test"), limit=3),),
    )
    simulation = Simulation(scenario)
    simulation.run(50.0)
    stands = simulation.standstill
    assert stands is not None
    assert (stands.column, stands.since) == (0, 4.0)
    assert stands.reasons == (
        "1 card waits in dev for a batch of 2; 2 cards wait in test for a batch of 3; "
        "nothing more comes in, because dev + test are full: 3 of 3"
    )


def shared_person() -> Scenario:
    """Ada alone can test. She finishes a card in dev while another waits for her in test, and keeps hers in hand."""
    cards = [ExplicitCard(service={"dev": dev, "test": 5.0}) for dev in (2.0, 1.0, 1.0, 1.0)]
    return Scenario(
        name="",
        columns=(Column(id="dev"), Column(id="test", wip_limit=1)),
        people=(Person(name="Ada", skills={"dev": 1.0, "test": 1.0}), Person(name="Ben", skills={"dev": 1.0})),
        rules=Rules(blocking="server"),
        cards=tuple(cards),
        horizon=None,
    )


def test_people_who_keep_finished_cards_in_hand_can_stop_a_board() -> None:
    simulation = Simulation(shared_person())
    simulation.run()
    stands = simulation.standstill
    assert stands is not None
    assert stands.reasons == (
        "2 cards wait in dev for room in test; 1 card waits in dev for somebody to take it up; "
        "1 card waits in test for somebody to take it up"
    )


def test_a_board_that_people_can_set_going_again_goes_on() -> None:
    simulation = Simulation(shared_person())
    simulation.advance_to(50.0)
    assert simulation.standstill is not None
    simulation.do(SetRules(at=50.0, value=Rules(blocking="slot")))
    simulation.run()
    assert simulation.finished == 4


@pytest.mark.parametrize("until", [0.5, 5.0, 30.0])
def test_a_board_on_which_something_goes_on_does_not_stand_still(until: float) -> None:
    columns = (Column(id="a", wip_limit=1), Column(id="b", wip_limit=1))
    simulation = Simulation(Scenario(name="", columns=columns, arrivals=Poisson(rate=2.0)))
    simulation.run(until)
    assert simulation.standstill is None


def test_a_card_that_a_person_has_blocked_is_no_standstill() -> None:
    simulation = Simulation(Scenario(name="", columns=(Column(id="a", wip_limit=1),), arrivals=Fixed(count=2)))
    simulation.do(BlockCard(at=0.5, card=0))
    simulation.run(20.0)
    assert simulation.standstill is None


def test_work_that_nobody_is_there_to_take_up_is_a_standstill() -> None:
    people = (Person(name="Ada", skills={"a": 1.0}),)
    simulation = Simulation(Scenario(name="", columns=(Column(id="a", wip_limit=1),), people=people))
    simulation.do(SetPerson(at=0.0, person="Ada", value=False))
    simulation.run(50.0)
    assert simulation.standstill is not None
    assert simulation.standstill.reasons.startswith("1 card waits in a for somebody to take it up")
