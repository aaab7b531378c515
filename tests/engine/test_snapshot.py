"""A board written down, and runs that go on from there: the rest of the trace is the same, row for row."""

import json
import math
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flowsim.domain.interventions import Intervention
from flowsim.domain.problems import EndlessInstant, Refused
from flowsim.domain.scenario import Scenario
from flowsim.engine import Simulation
from flowsim.engine.snapshot import Snapshot
from flowsim.storage import load_scenario
from flowsim.storage.resources import exercises
from tests.engine.boards import sessions
from tests.engine.full_boards import full_sessions

UNTIL = 20.0
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def played_by(simulation: Simulation, acts: list[Intervention], until: float) -> None:
    for act in acts:
        try:
            simulation.do(act)
        except Refused:
            continue
    simulation.advance_to(until)


def through_text(snapshot: Snapshot) -> Snapshot:
    """The same snapshot, whose state has been written as JSON and read again."""
    state = json.loads(json.dumps(snapshot.state, allow_nan=False))
    return Snapshot(snapshot.scenario, snapshot.conditions, snapshot.now, state)


def goes_on_alike(scenario: Scenario, acts: list[Intervention], cut: float, until: float) -> None:
    whole, begun = Simulation(scenario), Simulation(scenario)
    played_by(whole, acts, until)
    played_by(begun, [act for act in acts if act.at <= cut], cut)
    resumed = Simulation.resumed(through_text(begun.snapshot()))
    before, later = len(begun.trace), [act for act in acts if act.at > cut]
    played_by(resumed, later, until)
    rest = whole.trace.rows()[before:].tolist()
    assert resumed.trace.rows().tolist() == rest
    assert (resumed.now, resumed.over) == (whole.now, whole.over)
    played_by(begun, later, until)  # who was written down goes on as if nothing had been asked
    assert begun.trace.rows().tolist() == whole.trace.rows().tolist()
    again = Simulation.resumed(begun.snapshot())
    assert set(again._board.cards) == set(whole._board.cards)


@SLOW
@given(session=full_sessions(), cut=st.floats(0, UNTIL))
def test_a_full_board_goes_on_with_the_same_rows(session: Any, cut: float) -> None:
    scenario, acts = session
    with suppress(EndlessInstant):
        goes_on_alike(scenario, acts, cut, UNTIL)


@SLOW
@given(session=sessions(), cut=st.floats(0, 30))
def test_a_board_goes_on_with_the_same_rows(session: Any, cut: float) -> None:
    scenario, acts = session
    goes_on_alike(scenario, acts, cut, 30.0)


@pytest.mark.parametrize("its", exercises(), ids=lambda its: its.name)
@pytest.mark.parametrize("cut", [0.0, 0.5, 37.25, 199.0])
def test_every_exercise_goes_on_with_the_same_rows(its: Any, cut: float) -> None:
    goes_on_alike(load_scenario(its.path), [], cut, 400.0)


def test_a_snapshot_is_as_long_as_the_board_and_not_as_the_run() -> None:
    scenario = load_scenario(next(its.path for its in exercises() if its.name == "Many hats"))
    simulation = Simulation(scenario)
    lengths = []
    for time in (100.0, 4000.0):
        simulation.advance_to(time)
        snapshot = simulation.snapshot()
        lengths.append(len(json.dumps(snapshot.state)) / max(len(snapshot.state["cards"]), 8))
    assert lengths[1] < 3 * lengths[0]


def test_a_process_of_somebody_else_cannot_be_written_down() -> None:
    simulation = Simulation(load_scenario(exercises()[0].path))

    def waits() -> Any:
        yield simulation._clock.timeout(math.pi)

    simulation._clock.process(waits())
    with pytest.raises(ValueError, match="cannot be written down"):
        simulation.snapshot()
