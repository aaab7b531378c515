"""Boards where very much comes at once, or waits: a run can be stopped meanwhile, and long lines are left alone."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from flowsim.domain.arrivals import (
    Interval,
    Poisson,
    Saturated,
)
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import AddCard
from flowsim.domain.problems import EndlessInstant
from flowsim.domain.scenario import (
    CardClass,
    Column,
    Scenario,
)
from flowsim.engine import Replay, Simulation, played
from flowsim.engine.card_queue import CardQueue
from flowsim.engine.cards_and_stations import Card

LINE = Scenario(name="line", columns=(Column(id="a"), Column(id="b")), arrivals=Poisson(rate=1.0))


def test_where_thousands_of_cards_come_at_once_a_run_can_be_stopped_after_few_of_them() -> None:
    crowd = Interval(gap=Constant(value=1.0), group=10_000)
    simulation = Simulation(Scenario(name="crowd", columns=(Column(id="a"),), horizon=None, arrivals=crowd))
    lengths = [0]

    def stop_after_ten() -> bool:
        lengths.append(len(simulation.trace))
        return len(lengths) > 10

    assert not simulation.advance_to(1_000.0, stop_after_ten)
    assert max(after - before for before, after in pairwise(lengths)) < 50_000


def test_a_replay_can_be_stopped_between_acts_at_the_same_time() -> None:
    acts = [AddCard(at=1.0)] * 100
    replay = Replay(LINE, acts, 1.0)
    assert not replay.go_on(lambda: len(replay.simulation.interventions) >= 10)
    assert len(replay.simulation.interventions) == 10
    assert replay.go_on()
    assert replay.simulation.trace.rows().tobytes() == played(LINE, acts, 1.0).trace.rows().tobytes()


def test_an_instant_without_end_is_found_out_after_few_cards_because_nobody_can_stop_it_meanwhile() -> None:
    vast = Column(id="a", wip_limit=10**9, move_time=1.0)
    with pytest.raises(EndlessInstant, match="more than 20,000 cards"):
        Simulation(Scenario(name="vast", columns=(vast,), arrivals=Saturated()))


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[Card]:
    """Cards that were looked at because somebody looked through a whole line."""
    looked_at: list[Card] = []
    cards_of = CardQueue.cards

    def noted(line: CardQueue[Card]) -> Iterator[Card]:
        for card in cards_of(line):
            looked_at.append(card)
            yield card

    monkeypatch.setattr(CardQueue, "cards", noted)
    return looked_at


def test_a_long_backlog_before_a_full_column_is_not_looked_through_at_every_arrival(looked_at: list[Card]) -> None:
    leave = CardClass(id="standard", may_exceed=3)
    full = Column(id="a", wip_limit=1, service=Constant(value=1e9))
    crowd = Scenario(name="crowd", columns=(full,), classes=(leave,), arrivals=Poisson(rate=1.0), horizon=None)
    simulation = Simulation(crowd)
    simulation.advance_to(500.0)
    assert len(simulation.deck) > 400
    assert len(looked_at) < 10


def test_a_long_line_of_urgent_cards_is_not_looked_through_at_every_arrival(looked_at: list[Card]) -> None:
    urgent = CardClass(id="urgent", priority=1, preempts=True)
    standard = CardClass(id="standard")
    slow = Column(id="a", service=Constant(value=1e9))
    crowd = Scenario(
        name="crowd", columns=(slow,), classes=(standard, urgent), arrivals=Poisson(rate=1.0), horizon=None
    )
    simulation = Simulation(crowd)
    simulation.advance_to(500.0)
    assert len(simulation.deck) > 400
    assert len(looked_at) < 50
