"""A person who goes from column to column: counted or named, one step, and the reasons against it."""

from dataclasses import replace

import pytest

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
)
from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.conditions import conditions
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.intervention_words import in_words
from flowsim.domain.interventions import SetPerson, SetSkill
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import (
    Column,
    Person,
    Scenario,
)
from flowsim.session.history import Act, Rewrite
from flowsim.session.people_moves import next_work_column, person_moved, who_goes
from flowsim.session.session import Session
from tests.session.boards import session
from tests.session.test_words_for_people import lost, own_words

COUNTED = Scenario(
    name="counted",
    columns=(
        Column(id="a", name="Analysis", workers=2, service=Exponential(mean=1.0)),
        Column(id="q", name="Store", kind="queue"),
        Column(id="b", name="Build", service=Exponential(mean=1.0)),
    ),
    arrivals=Poisson(rate=0.5),
    horizon=None,
)

NAMED = replace(
    COUNTED,
    name="named",
    columns=tuple(replace(column, service=Constant(value=4.0)) for column in COUNTED.columns),
    people=(
        Person(name="Ada", skills={"a": 2.0}),
        Person(name="Bob", skills={"a": 0.5, "b": 1.5}),
        Person(name="Cy", skills={"b": 1.0}),
    ),
    arrivals=Fixed(count=1),
)


def people(its: Session) -> list[int]:
    return [column.workers for column in its.conditions.columns]


def skills(its: Session, person: int) -> dict[str, float]:
    return dict(its.conditions.people[person].skills)


def begun(scenario: Scenario) -> Session:
    its = session(scenario)
    its.step()
    its.step()
    assert its.begun
    return its


def move(its: Session, source: int, target: int, person: int | None = None) -> None:
    its.do(*person_moved(its, source, target, person).interventions)


def test_one_fewer_here_and_one_more_there_is_one_step() -> None:
    its = begun(COUNTED)
    move(its, 0, 2)
    assert people(its) == [1, 1, 2]
    assert [type(entry) for entry in its.history.done] == [Act]
    assert its.history.undo_words == "one person from Analysis to Build"
    its.undo()
    assert people(its) == [2, 1, 1]


def test_at_an_earlier_moment_it_starts_from_how_it_was_then() -> None:
    its = begun(COUNTED)
    its.simulation.advance_to(4.0)
    its._read()
    move(its, 0, 2)
    its.simulation.advance_to(8.0)
    its._read()
    its.look(2.0)
    fewer, more = person_moved(its, 0, 2).interventions
    assert (fewer, more) == (SetWorkers(at=0.0, column="a", value=1), SetWorkers(at=0.0, column="b", value=2))
    named = begun(NAMED)
    named.simulation.advance_to(4.0)
    named._read()
    move(named, 0, 2, 0)
    named.look(2.0)
    _, there = person_moved(named, 0, 2, 0).interventions
    assert there == SetSkill(at=0.0, person="Ada", column="b", value=2.0)


def test_before_the_run_the_board_itself_is_another_one() -> None:
    its = session(COUNTED)
    move(its, 0, 2)
    assert [column.workers for column in its.scenario.columns] == [1, 1, 2]
    assert [type(entry) for entry in its.history.done] == [Rewrite]


def test_the_last_person_of_a_column_may_leave_it_in_a_run_and_not_in_its_scenario() -> None:
    its = session(COUNTED)
    move(its, 2, 0)
    assert people(its) == [3, 1, 0]
    assert [column.workers for column in its.scenario.columns] == [2, 1, 1]
    assert [type(entry) for entry in its.history.done] == [Act]


def test_nobody_can_leave_where_nobody_is() -> None:
    its = begun(COUNTED)
    move(its, 2, 0)
    with pytest.raises(Refused, match="nobody works in Build"):
        person_moved(its, 2, 0)


@pytest.mark.parametrize(("target", "said"), [(-1, "nobody works in the backlog"), (3, "nobody works in Done")])
def test_nobody_works_beyond_the_columns(target: int, said: str) -> None:
    with pytest.raises(Refused, match=said):
        person_moved(begun(COUNTED), 0, target)


@pytest.mark.parametrize(("scenario", "person"), [(COUNTED, None), (NAMED, 0)])
def test_nobody_goes_to_a_queue_and_nobody_leaves_for_it(scenario: Scenario, person: int | None) -> None:
    its = begun(scenario)
    step = person_moved(its, 0, 1, person)
    assert its.why_not(*step.interventions) == "nobody works in Store; it is a queue"
    with pytest.raises(Refused):
        its.do(*step.interventions)
    assert people(its) == people(session(scenario))
    assert its.history.done == []


def test_a_named_person_takes_the_speed_along() -> None:
    its = begun(NAMED)
    move(its, 0, 2, 0)
    assert skills(its, 0) == {"b": 2.0}
    assert its.history.undo_words == "Ada from Analysis to Build"
    its.undo()
    assert skills(its, 0) == {"a": 2.0}


def test_a_speed_that_is_there_already_stays() -> None:
    its = begun(NAMED)
    move(its, 0, 2, 1)
    assert skills(its, 1) == {"b": 1.5}


def test_who_only_finishes_a_card_here_has_nothing_to_take_along() -> None:
    its = begun(NAMED)
    move(its, 0, 2, 0)
    with pytest.raises(Refused, match="Ada only finishes a card in Analysis"):
        person_moved(its, 0, 2, 0)


def test_who_is_free_goes_first_and_who_is_away_does_not_go() -> None:
    its = session(NAMED)
    assert [card.worker for card in its.board_state.cards.values()] == [0]
    assert who_goes(its, 0) == 1
    its.do(SetPerson(at=0.0, person="Bob", value=False))
    assert who_goes(its, 0) == 0
    move(its, 0, 2, 0)
    with pytest.raises(Refused, match="nobody works in Analysis"):
        who_goes(its, 0)


def test_where_people_are_counted_nobody_in_particular_goes() -> None:
    assert who_goes(session(COUNTED), 0) is None


def test_the_next_work_column_lies_beyond_queues() -> None:
    its = session(COUNTED)
    assert (next_work_column(its, 0, 1), next_work_column(its, 2, -1)) == (2, 0)
    with pytest.raises(Refused, match="there is no work column to the right of Build"):
        next_work_column(its, 2, 1)
    with pytest.raises(Refused, match="there is no work column to the left of Analysis"):
        next_work_column(its, 0, -1)


@pytest.mark.parametrize(("scenario", "person"), [(COUNTED, None), (NAMED, 0)])
def test_a_move_is_told_as_a_phrase(scenario: Scenario, person: int | None) -> None:
    its = begun(scenario)
    told = in_words(scenario, person_moved(its, 0, 2, person).interventions, conditions(scenario, ()))
    assert lost(told, own_words(scenario)) == []
