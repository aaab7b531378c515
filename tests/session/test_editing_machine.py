"""Whatever people do in whatever order: undo to the start gives the first state and redo to the end the last one, bit
for bit, and the file never says anything else than the session.
"""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from flowsim.domain.arrivals import (
    Poisson,
)
from flowsim.domain.editing import with_column
from flowsim.domain.exercises import RoundPlan
from flowsim.domain.interventions import Intervention
from flowsim.domain.predictions import NUMBERS_OF_A_GUESS
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import (
    Scenario,
)
from flowsim.domain.workshop import Workshop
from flowsim.engine import played
from flowsim.session import branches, edit_commands, rounds
from flowsim.session.opening_files import session_of_file
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.storage import Document, load_document
from tests.session.boards import Clock
from tests.session.test_session import goes_on
from tests.strategies import (
    PLAIN_EXERCISE,
    distributions,
    durations,
    interventions,
    modest,
    questions,
    scenarios,
    thorough,
)

State = tuple[Scenario, tuple[Intervention, ...], Workshop]


def state_of(session: Session) -> State:
    return session.history.scenario, session.history.interventions, session.workshop


def settled(session: Session) -> bytes:
    """The rows of the run, when no replay is under way any more."""
    while session.replay is not None:
        session.tick(0.016, 1.0)
    return session.simulation.trace.rows().tobytes()


def played_anew(session: Session) -> bytes:
    scenario, done, _ = state_of(session)
    return played(scenario, done, session.now).trace.rows().tobytes()


@st.composite
def edits(draw: st.DrawFn, session: Session) -> Callable[[], Edit]:
    """One edit of the board as it is now; making it may be refused."""
    board = session.history.scenario
    index = draw(st.integers(0, len(board.columns) - 1))
    to = draw(st.integers(0, len(board.columns) - 1))
    limit = draw(st.none() | st.integers(1, 5))
    work = draw(distributions(durations))
    wish: list[Callable[[], Edit]] = [
        lambda: edit_commands.column_added(session, to, "work", "more"),
        lambda: edit_commands.column_added(session, to, "queue", "queue"),
        lambda: edit_commands.column_duplicated(session, index),
        lambda: edit_commands.column_removed(session, index),
        lambda: edit_commands.column_moved(session, index, to),
        lambda: edit_commands.column_renamed(session, index, "another"),
        lambda: edit_commands.column_turned(session, index, "queue" if index % 2 else "work"),
        lambda: edit_commands.queue_split_off(session, index, "done"),
        lambda: edit_commands.limit_shared(session, min(index, to), max(index, to)),
        lambda: edit_commands.person_added(session, "Ada"),
        lambda: edit_commands.class_added(session, "Fast"),
        lambda: edit_commands.class_removed(session, len(board.classes) - 1),
        lambda: edit_commands.arrivals_changed(session, Poisson(rate=0.7)),
        lambda: edit_commands.other_luck(session, index + 5),
        lambda: edit_commands.settings_kept(session),
        lambda: edit_commands.setting_changed(session, "name", name="another board"),
        lambda: edit_commands.setting_changed(session, "end", horizon=None),
        lambda: Edit(with_column(board, index, wip_limit=limit), "limit", gesture=("limit", index)),
        lambda: Edit(with_column(board, index, service=work), "work"),
    ]
    return draw(st.sampled_from(wish))


@st.composite
def acts_of_a_workshop(draw: st.DrawFn, session: Session) -> Callable[[], object]:
    """Something people do in a workshop, whether it makes sense now or not."""
    asked = tuple(draw(st.lists(questions(session.history.scenario), max_size=2)))
    plan = RoundPlan(until=draw(st.floats(0.5, 20.0)), questions=asked, hidden=draw(st.booleans()))
    place, moment = draw(st.integers(0, 2)), draw(st.floats(0.0, 1.0))
    guess = [float(draw(st.integers(0, 1))) for _ in range(NUMBERS_OF_A_GUESS[asked[0].kind])] if asked else []

    def in_the_past(act: Callable[[], object]) -> None:
        session.look(moment * session.now)
        try:
            act()
        finally:
            session.look(None)

    step = draw(interventions(session.history.scenario))[:1]
    ways: list[Callable[[], object]] = [
        lambda: rounds.begun(session, plan),
        lambda: rounds.guessed(session, 0, guess),
        lambda: rounds.locked(session),
        lambda: rounds.revealed(session),
        lambda: rounds.learned(session, "much"),
        lambda: rounds.kept(session),
        lambda: rounds.given_up(session),
        lambda: rounds.put_on_board(session, place),
        lambda: rounds.exercise_opened(session, PLAIN_EXERCISE),
        lambda: rounds.set_up_again(session),
        lambda: in_the_past(lambda: branches.branched(session, step)),
        lambda: in_the_past(lambda: branches.went_back(session)),
    ]
    return draw(st.sampled_from(ways))


class Desk(RuleBasedStateMachine):
    """A session in the hands of people who do anything."""

    @initialize(board=scenarios(playable=True))
    def begin(self, board: Scenario) -> None:
        self.clock = Clock(0.001)
        self.session = Session(Document(board), clock=self.clock)
        self.first = state_of(self.session)
        self.folder = tempfile.TemporaryDirectory()

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        before = state_of(self.session)
        wish = data.draw(edits(self.session))
        try:
            self.session.edit(wish())
        except Refused:
            assert state_of(self.session) == before

    @rule(data=st.data())
    def act(self, data: st.DataObject) -> None:
        settled(self.session)
        for step in data.draw(interventions(self.session.history.scenario))[:2]:
            with suppress(Refused):
                self.session.do(step)

    @rule(data=st.data())
    def hold_a_workshop(self, data: st.DataObject) -> None:
        settled(self.session)
        way = data.draw(acts_of_a_workshop(self.session))
        with suppress(Refused):
            way()

    @rule(by=st.floats(0.1, 8.0))
    def play(self, by: float) -> None:
        settled(self.session)
        with suppress(Refused):
            goes_on(self.session, by)

    @rule(seconds=st.sampled_from([0.1, 3.0]))
    def wait(self, seconds: float) -> None:
        self.clock.now += seconds

    @rule()
    def restart(self) -> None:
        self.session.restart()

    @rule()
    def undo(self) -> None:
        if self.session.history.can_undo:
            self.session.undo()
            assert self.session.history.redo_words

    @rule()
    def redo(self) -> None:
        if self.session.history.undone:
            self.session.redo()
            assert self.session.history.undo_words

    @rule()
    def save_and_open_again(self) -> None:
        path = Path(self.folder.name) / "saved.flowsim"
        settled(self.session)
        self.session.file.save(path)
        assert not self.session.file.unsaved
        assert load_document(path) == self.session.file.document
        assert settled(session_of_file(path)) == settled(self.session)

    @invariant()
    def everything_belongs_together(self) -> None:
        if not hasattr(self, "session"):
            return
        rows = settled(self.session)
        assert self.session.scenario is self.session.history.scenario
        assert rows == played_anew(self.session)
        assert list(self.session.simulation.interventions) == list(self.session.history.interventions)

    def teardown(self) -> None:
        if not hasattr(self, "session"):
            return
        last, rows, count = state_of(self.session), settled(self.session), len(self.session.history.done)
        for _ in range(count):
            self.session.undo()
        assert state_of(self.session) == self.first
        assert settled(self.session) == played_anew(self.session)
        for _ in range(count):
            self.session.redo()
        assert state_of(self.session) == last
        assert settled(self.session) == rows
        self.folder.cleanup()


def run(machine: Any, how: settings) -> None:
    run_state_machine_as_test(machine, settings=how)


def test_undo_to_the_start_and_redo_to_the_end_and_the_file_agree_whatever_is_done() -> None:
    run(Desk, settings(modest, max_examples=25, stateful_step_count=25))


@pytest.mark.slow
def test_so_they_do_in_a_thousand_long_sessions() -> None:
    run(Desk, settings(thorough, max_examples=500, stateful_step_count=50))
