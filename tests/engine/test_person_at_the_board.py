"""Somebody fiddles with a running board: plays on, tries everything, takes back; the rules hold after every act."""

import math

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState
from flowsim.engine import played
from flowsim.metrics import FlowAccumulator, Staffing, figures_of
from tests.engine.boards import interventions, scenarios, with_time
from tests.engine.referee import Watched, aimed, attempt, watched

LAST = 30.0


class PersonAtTheBoard(RuleBasedStateMachine):
    """One board, one person; `game` has the referee, `flow` reads the trace as it grows."""

    game: Watched

    @initialize(scenario=scenarios())
    def open_a_board(self, scenario: Scenario) -> None:
        self.game = watched(scenario, [], 0.0)
        self.flow = FlowAccumulator(scenario)
        self.before = 0.0

    @rule(time=st.one_of(st.integers(0, 6).map(lambda n: n / 2), st.floats(0, 3)))
    def play_on(self, time: float) -> None:
        simulation = self.game.simulation
        simulation.advance_to(min(simulation.now + time, LAST))
        self.game.referee.watch()

    @precondition(lambda self: self.game.simulation.next_time < LAST)
    @rule()
    def step(self) -> None:
        self.game.simulation.advance_to(self.game.simulation.next_time)
        self.game.referee.watch()

    @rule(data=st.data())
    def act(self, data: st.DataObject) -> None:
        wanted = data.draw(interventions(self.game.simulation.scenario))
        self.game.simulation.advance_to(self.game.simulation.now)
        self.game.referee.watch()
        attempt(self.game, aimed(self.game.referee, with_time(wanted, self.game.simulation.now)))

    @precondition(lambda self: self.game.simulation.interventions)
    @rule()
    def take_back(self) -> None:
        simulation = self.game.simulation
        fewer = simulation.interventions[:-1]
        again = played(simulation.scenario, fewer, simulation.now)
        self.game = watched(simulation.scenario, fewer, simulation.now, aim=False)
        assert not self.game.refused
        assert again.trace.rows().tobytes() == self.game.rows.tobytes()
        self.flow = FlowAccumulator(simulation.scenario)
        self.before = 0.0

    @invariant()
    def time_does_not_run_backwards(self) -> None:
        assert self.game.simulation.now >= self.before
        assert (self.game.rows["time"][1:] >= self.game.rows["time"][:-1]).all()
        self.before = self.game.simulation.now

    @invariant()
    def the_cards_in_the_system_are_the_ones_on_the_board(self) -> None:
        simulation, referee = self.game.simulation, self.game.referee
        staffing = Staffing.of(simulation.scenario, simulation.interventions)
        self.flow.read(simulation.trace, simulation.now, staffing)
        assert set(self.flow.in_system.tolist()) == set(referee.cards)
        assert simulation.finished == sum(state == CardState.DELIVERED for state in referee.gone.values())
        assert not (simulation.over and referee.cards)

    @invariant()
    def the_shares_of_the_workers_time_sum_to_one(self) -> None:
        simulation = self.game.simulation
        staffing = Staffing.of(simulation.scenario, simulation.interventions)
        for column in figures_of(self.flow, staffing).columns:
            parts = (column.utilisation, column.setup, column.blocked, column.starved)
            assert all(map(math.isnan, parts)) or math.isclose(sum(parts), 1.0, abs_tol=1e-9)
            assert all(math.isnan(part) or part > -1e-9 for part in parts)

    @invariant()
    def playing_the_session_again_gives_the_same_bytes(self) -> None:
        simulation = self.game.simulation
        again = played(simulation.scenario, simulation.interventions, simulation.now)
        assert again.trace.rows().tobytes() == self.game.rows.tobytes()


PersonAtTheBoard.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestPersonAtTheBoard = PersonAtTheBoard.TestCase
