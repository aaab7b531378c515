"""The rows of the cards say what the board and the trace say, whatever has been looked at before."""

from dataclasses import replace

import pytest

from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.interventions import AddCard, BlockCard, DropCard, ReclassCard
from flowsim.domain.policies import Blockers, Rework
from flowsim.domain.scenario import CardClass, Column, Person, Scenario
from flowsim.domain.state_words import STATE_WORDS
from flowsim.domain.words import CardState
from flowsim.session.card_rows import CardRow, CardRows, row_of, rows_of
from flowsim.session.session import Session
from flowsim.session.simulation_view import SimulationView
from tests.session.boards import BUSY, BY_HAND, session

LIVELY = replace(
    BUSY,
    columns=(
        Column(id="a", name="Analysis", workers=2, wip_limit=5, service=Exponential(mean=1.0)),
        Column(
            id="b",
            name="Build",
            workers=2,
            service=Exponential(mean=2.0),
            transfer_batch=2,
            rework=Rework(probability=0.4, to="a"),
            blockers=Blockers(probability=0.5, duration=Exponential(mean=2.0)),
        ),
        Column(id="c", name="Check", service=Exponential(mean=1.5), rework=Rework(probability=0.3)),
    ),
    classes=(CardClass(id="s", name="Standard", share=3.0), CardClass(id="x", name="Expedite", priority=1)),
)


def play(it: Session, moment: float) -> None:
    it.simulation.advance_to(moment)
    it._read()


def came_by_hand(moment: SimulationView, card: int) -> float:
    """When the card came to where it is: the first of its last rows that are all in one column."""
    own = [row for row in moment.flow.rows.tolist() if row[1] == card]
    came = own[-1]
    for row in reversed(own):
        if row[2] != own[-1][2]:
            break
        came = row
    return float(came[0])


@pytest.mark.parametrize("when", [0.0, 3.0, 11.0, 40.0])
def test_every_card_on_the_board_has_one_row_that_says_what_the_board_says(when: float) -> None:
    it = session(LIVELY)
    play(it, when)
    rows = rows_of(it.view)
    assert sorted(row.card for row in rows) == sorted(it.view.board_state.cards)
    for row in rows:
        its = it.view.board_state.cards[row.card]
        assert (row.place, row.state) == (its.column, its.state)
        assert row.where == ("Backlog" if its.column < 0 else LIVELY.columns[its.column].title)
        assert row.class_title == LIVELY.classes[it.view.class_of(row.card)].title
        assert row.again == it.view.passes_again(row.card)
        assert row.worker == ("" if its.worker < 0 else f"person {its.worker + 1}")
        assert row.came == came_by_hand(it.view, row.card)
        started = it.view.started(row.card)
        assert row.started == (started is not None)
        assert row.began == (it.view.flow.arrived[row.card] if started is None else started)
        assert row == row_of(it.view, row.card)


def test_rows_come_in_the_order_of_the_board() -> None:
    it = session(LIVELY)
    play(it, 25.0)
    in_order = [*it.board_state.backlog]
    for lane in it.board_state.lanes:
        in_order += [*lane.doing, *lane.done]
    assert [row.card for row in rows_of(it.view)] == in_order


def test_looking_often_gives_the_same_rows_as_looking_once() -> None:
    it, often = session(LIVELY), CardRows()
    for step in range(120):
        play(it, step / 3)
        if step == 30:
            it.do(BlockCard(at=0.0, card=next(iter(it.board_state.lanes[0].doing or it.board_state.lanes[1].doing))))
        if step == 60:
            card = next(iter(it.board_state.cards))
            it.do(ReclassCard(at=0.0, card=card, class_="x" if it.view.class_of(card) == 0 else "s"))
        assert often.look(it.view) == rows_of(it.view)


def test_an_earlier_moment_and_the_way_back_from_it_are_told_as_they_were() -> None:
    it, often = session(LIVELY), CardRows()
    play(it, 10.0)
    then = it.now
    seen = often.look(it.view)
    play(it, 30.0)
    now = often.look(it.view)
    it.look(then)
    assert often.look(it.view) == seen != now
    it.look(None)
    assert often.look(it.view) == now


def test_a_run_played_again_is_told_afresh() -> None:
    it, often = session(BY_HAND), CardRows()
    it.do(AddCard(at=0.0, title="first"))
    often.look(it.view)
    it.undo()
    it.do(AddCard(at=0.0, title="second"))
    assert often.look(it.view)[-1].title == "second"


def test_a_card_to_which_nothing_happens_keeps_its_row() -> None:
    it, often = session(BY_HAND), CardRows()
    before = often.look(it.view)
    it.do(DropCard(at=0.0, card=2))
    after = often.look(it.view)
    assert [row.card for row in after] == [0, 1, 3, 4, 5]
    assert all(row is before[row.card] for row in after)


def test_named_people_are_told_by_their_names() -> None:
    people = (Person(name="Ada", skills={"a": 1.0}),)
    scenario = Scenario(
        name="", columns=(Column(id="a", service=Constant(value=5.0)),), arrivals=Fixed(count=2), people=people
    )
    it = session(scenario)
    play(it, 1.0)
    assert [row.worker for row in rows_of(it.view)] == ["Ada", ""]


def test_an_empty_board_has_no_rows() -> None:
    assert rows_of(session(BUSY).view) == []


def test_every_state_has_words() -> None:
    assert set(STATE_WORDS) == set(CardState)
    assert CardRow(0, "A-1", "", "", 0, "", CardState.BLOCKED, "", 0, True, 0.0, 0.0).words == "blocked"
