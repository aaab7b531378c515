"""The engine and two slow boards that share no code with it tell the same story, to the last bit."""

from dataclasses import replace

from hypothesis import given, settings

from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState
from flowsim.engine import Simulation
from tests.engine.boards import scenarios
from tests.engine.slow_board import departures_of_line, histories, order_of_settling
from tests.engine.test_rules_of_the_board import single_worker_lines


def engine_histories(scenario: Scenario) -> list[list[tuple[float, int, str, int]]]:
    simulation = Simulation(scenario)
    simulation.run(float("inf"))
    told: list[list[tuple[float, int, str, int]]] = [[] for _ in scenario.cards]
    for time, card, column, state, worker in simulation.trace.rows().tolist():
        told[card].append((time, column, CardState(state).word, worker))
    return told


@settings(max_examples=150, deadline=None)
@given(scenario=scenarios(explicit=True, auto_pull=True))
def test_a_board_that_scans_everything_tells_the_same_history_of_every_card(scenario: Scenario) -> None:
    assert engine_histories(scenario) == histories(scenario)


@settings(max_examples=150, deadline=None)
@given(scenario=scenarios(explicit=True, auto_pull=True))
def test_pulls_and_starts_happen_from_right_to_left_in_the_order_of_the_rules(scenario: Scenario) -> None:
    simulation = Simulation(scenario)
    simulation.run(float("inf"))
    queues = [column.is_queue for column in scenario.columns]
    rows = [
        (time, card, column, CardState(state).word)
        for time, card, column, state, _ in simulation.trace.rows().tolist()
        if state in (CardState.WAITING, CardState.WORKING, CardState.DELIVERED) or (column >= 0 and queues[column])
    ]
    assert rows == order_of_settling(scenario)


@settings(max_examples=150, deadline=None)
@given(scenario=single_worker_lines())
def test_a_line_of_single_workers_departs_as_the_max_plus_recursion_says(scenario: Scenario) -> None:
    line = replace(scenario, shared_limits=())
    expected = departures_of_line(line)
    told = engine_histories(line)
    for number, history in enumerate(told):
        first_in: dict[int, float] = {}
        for time, column, state, _ in history:
            first_in.setdefault(len(line.columns) if state == "delivered" else column, time)
        assert [first_in[index] for index in range(len(line.columns) + 1)] == expected[number]
