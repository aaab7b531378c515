"""Cards of a class bring work of their own; whoever changes a card's class changes its work, and not its luck."""

import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
)
from flowsim.domain.column_settings import SetService, SetServiceByClass
from flowsim.domain.distributions import Constant, Exponential, Lognormal
from flowsim.domain.interventions import ReclassCard
from flowsim.domain.policies import Rework
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Scenario
from flowsim.domain.words import CardState
from flowsim.engine import Simulation, Snapshot, future
from tests.strategies import modest

CLASSES = (CardClass(id="small", share=1.0), CardClass(id="large", share=1.0))


def board(**settings: Any) -> Scenario:
    column = Column(
        id="dev", service=Exponential(mean=1.0), service_by_class={"large": Exponential(mean=3.0)}, workers=4
    )
    return replace(
        Scenario(name="by class", columns=(column,), classes=CLASSES, arrivals=Poisson(rate=1.0), horizon=60.0),
        **settings,
    )


def touch_times(simulation: Simulation) -> dict[int, float]:
    """How long each finished card was worked on."""
    began: dict[int, float] = {}
    took: dict[int, float] = {}
    for time, card, _, state, _ in simulation.trace.rows().tolist():
        if state == CardState.WORKING:
            began[card] = time
        elif state == CardState.READY and card in began:
            took[card] = time - began[card]
    return took


def played(scenario: Scenario, until: float = 60.0) -> Simulation:
    simulation = Simulation(scenario)
    simulation.advance_to(until)
    return simulation


def test_a_class_scales_the_luck_that_a_card_has_anyway() -> None:
    own, alike = played(board()), played(board(columns=(Column(id="dev", service=Exponential(mean=1.0), workers=4),)))
    took, base = touch_times(own), touch_times(alike)
    both = [card for card in took if card in base]
    assert {own.class_of(card) for card in both} == {0, 1}
    for card in both:
        assert took[card] == pytest.approx(base[card] * (3.0 if own.class_of(card) else 1.0))


def test_a_card_put_into_another_class_brings_its_work_by_the_same_luck() -> None:
    scenario = board(arrivals=Fixed(count=3), classes=(CLASSES[0], replace(CLASSES[1], share=0.0)))
    scenario = replace(scenario, columns=(replace(scenario.columns[0], workers=1),))
    plain, changed = Simulation(scenario), Simulation(scenario)
    changed.do(ReclassCard(at=0.0, card=2, class_="large"))
    plain.advance_to(60.0)
    changed.advance_to(60.0)
    before, after = touch_times(plain), touch_times(changed)
    assert after[2] == pytest.approx(3 * before[2])
    assert [after[card] for card in (0, 1)] == [before[card] for card in (0, 1)]


def test_work_that_has_begun_goes_on_when_the_class_changes() -> None:
    scenario = board(arrivals=Fixed(count=1), classes=(CLASSES[0], replace(CLASSES[1], share=0.0)))
    plain, changed = Simulation(scenario), Simulation(scenario)
    changed.do(ReclassCard(at=0.01, card=0, class_="large"))
    plain.advance_to(60.0)
    changed.advance_to(60.0)
    assert touch_times(changed) == touch_times(plain)


def test_setting_the_work_of_one_class_leaves_the_other_as_it_is() -> None:
    changed = Simulation(board())
    changed.do(SetServiceByClass(at=0.0, column="dev", value={"large": Constant(value=0.5)}))
    changed.advance_to(60.0)
    took, base = touch_times(changed), touch_times(played(board()))
    assert all(took[card] == pytest.approx(0.5) for card in took if changed.class_of(card) == 1)
    small = [card for card in took if card in base and changed.class_of(card) == 0]
    assert small
    assert all(took[card] == pytest.approx(base[card]) for card in small)


def test_setting_the_work_of_all_leaves_a_class_with_its_own_as_it_is() -> None:
    changed = Simulation(board())
    changed.do(SetService(at=0.0, column="dev", value=Constant(value=0.5)))
    changed.advance_to(60.0)
    took, base = touch_times(changed), touch_times(played(board()))
    assert {round(took[card], 9) for card in took if changed.class_of(card) == 0} == {0.5}
    large = [card for card in took if card in base and changed.class_of(card) == 1]
    assert large
    assert all(took[card] == pytest.approx(base[card]) for card in large)


def test_every_pass_of_rework_brings_the_work_of_the_class() -> None:
    column = Column(
        id="dev", service=Constant(value=1.0), service_by_class={"large": Constant(value=2.0)},
        rework=Rework(probability=0.6),
    )  # fmt: skip
    simulation = played(board(columns=(column,), arrivals=Fixed(count=20)), 1000.0)
    began: dict[int, float] = {}
    for time, card, _, state, _ in simulation.trace.rows().tolist():
        if card in began:
            assert time - began.pop(card) == pytest.approx(2.0 if simulation.class_of(card) else 1.0)
        if state == CardState.WORKING:
            began[card] = time


def test_listed_work_cannot_be_set_by_class() -> None:
    card = ExplicitCard(class_="small", service={"dev": 1.0})
    simulation = Simulation(board(cards=(card,)))
    with pytest.raises(Refused, match="listed"):
        simulation.do(SetServiceByClass(at=0.0, column="dev", value={"small": Constant(value=2.0)}))


@modest
@given(now=st.floats(0, 20), seed=st.integers(0, 99), change=st.booleans())
def test_a_run_goes_on_from_a_snapshot_with_the_same_rows(*, now: float, seed: int, change: bool) -> None:
    simulation = Simulation(board(seed=seed))
    if change:
        simulation.do(SetServiceByClass(at=1.0, column="dev", value={"small": Lognormal(mean=2.0, cv=1.0)}))
        with suppress(Refused):
            simulation.do(ReclassCard(at=1.0, card=0, class_="large"))
    simulation.advance_to(max(now, simulation.now))
    taken = simulation.snapshot()
    again = Snapshot(taken.scenario, taken.conditions, taken.now, json.loads(json.dumps(taken.state)))
    other, rows = Simulation.resumed(again), len(simulation.trace)
    for run in (simulation, other):
        run.do(SetServiceByClass(at=25.0, column="dev", value={"large": Exponential(mean=2.0)}))
        run.advance_to(40.0)
    assert simulation.trace.rows(rows, len(simulation.trace)).tolist() == other.trace.rows().tolist()


def test_futures_draw_work_by_class() -> None:
    column = Column(id="dev", service=Constant(value=1.0), service_by_class={"large": Constant(value=2.0)})
    simulation = Simulation(board(columns=(column,), arrivals=Fixed(count=8)))
    simulation.advance_to(0.5)
    run = Simulation.resumed(future(simulation.snapshot(), 3))
    run.advance_to(100.0)
    took = touch_times(run)
    assert {card: round(time, 9) for card, time in took.items() if card} == {
        card: 2.0 if simulation.class_of(card) else 1.0 for card in range(1, 8)
    }
