"""What SimPy promises of an environment holds for ours, whether it is played or stepped by SimPy's own methods."""

import re
from collections.abc import Callable, Generator
from importlib import metadata
from math import inf, nextafter
from pathlib import Path
from typing import Any, Final

import pytest
import simpy
from simpy.events import NORMAL

import flowsim
from flowsim.engine import Simulation
from flowsim.engine.cards_and_stations import Card
from flowsim.engine.event_clock import EventClock, ReusableEvent
from flowsim.storage import load_scenario
from flowsim.storage.resources import GalleryEntry, exercises

Go = Callable[[EventClock], None]


def play(clock: EventClock) -> None:
    assert clock.play(inf, 1000)


def run(clock: EventClock) -> None:
    clock.run()


WAYS: Final = pytest.mark.parametrize("go", [play, run])


def card() -> Card:
    return Card(0, 0, 0, 0, 0, [])


def work_end(clock: EventClock, delay: float, what: Callable[[Card], None]) -> ReusableEvent:
    event = ReusableEvent(clock, card())
    event.what = what
    clock.schedule(event, NORMAL, delay)
    return event


@WAYS
def test_a_failure_that_a_process_handles_stops_nothing(go: Go) -> None:
    clock, seen = EventClock(), list[str]()
    failing = clock.event()

    def handles() -> Generator[simpy.Event, Any, None]:
        try:
            yield failing
        except RuntimeError as error:
            seen.append(str(error))
        yield clock.timeout(1.0)
        seen.append("went on")

    clock.process(handles())
    failing.fail(RuntimeError("broken"))
    go(clock)
    assert seen == ["broken", "went on"]


@WAYS
def test_a_failure_that_nobody_handles_is_raised(go: Go) -> None:
    clock = EventClock()
    clock.event().fail(RuntimeError("broken"))
    with pytest.raises(RuntimeError, match="broken"):
        go(clock)


@WAYS
def test_a_process_is_interrupted_with_its_cause(go: Go) -> None:
    clock, seen = EventClock(), list[tuple[float, object]]()

    def sleeps() -> Generator[simpy.Event, Any, None]:
        try:
            yield clock.timeout(10.0)
        except simpy.Interrupt as interrupt:
            seen.append((clock.now, interrupt.cause))

    sleeper = clock.process(sleeps())
    clock.call_at(3.0, lambda: sleeper.interrupt("enough"), ("test", 0, 0))
    go(clock)
    assert seen == [(3.0, "enough")]


def test_stepping_lets_our_event_happen_again_and_again() -> None:
    clock, seen = EventClock(), list[float]()
    event = work_end(clock, 2.0, lambda _: seen.append(clock.now))
    assert clock.peek() == 2.0
    clock.step()
    clock.schedule(event, NORMAL, 3.0)
    assert clock.peek() == 5.0
    clock.step()
    assert seen == [2.0, 5.0]
    assert clock.peek() == inf
    with pytest.raises(simpy.core.EmptySchedule):
        clock.step()


def test_running_until_a_time_stops_before_what_happens_then() -> None:
    clock, seen = EventClock(), list[float]()
    for delay in (1.0, 4.0):
        work_end(clock, delay, lambda _: seen.append(clock.now))
    clock.run(until=4.0)
    assert (seen, clock.now) == ([1.0], 4.0)
    clock.run()
    assert seen == [1.0, 4.0]


def test_running_until_an_event_gives_its_value() -> None:
    clock = EventClock()
    assert clock.run(until=clock.timeout(2.0, value="done")) == "done"
    assert clock.now == 2.0


BOARDS: Final = pytest.mark.parametrize("exercise", exercises(), ids=lambda exercise: exercise.path.stem)


def same_rows(one: Simulation, other: Simulation) -> bool:
    return one.trace.rows().tobytes() == other.trace.rows().tobytes()


@BOARDS
def test_a_board_run_by_simpy_leaves_the_same_trace(exercise: GalleryEntry) -> None:
    scenario = load_scenario(exercise.path)
    ours, simpys = Simulation(scenario), Simulation(scenario)
    ours.advance_to(50.0)
    simpys._clock.run(until=nextafter(50.0, inf))
    assert len(ours.trace) > 1
    assert same_rows(ours, simpys)


@BOARDS
def test_a_board_stepped_by_simpy_leaves_the_same_trace(exercise: GalleryEntry) -> None:
    scenario = load_scenario(exercise.path)
    ours, simpys = Simulation(scenario), Simulation(scenario)
    while simpys._clock.peek() <= 20.0:
        simpys._clock.step()
    ours.advance_to(20.0)
    assert same_rows(ours, simpys)


def test_a_process_of_somebody_else_lives_beside_a_board_and_may_be_interrupted() -> None:
    scenario = load_scenario(exercises()[0].path)
    alone, watched = Simulation(scenario), Simulation(scenario)
    clock, seen = watched._clock, list[tuple[float, object]]()

    def watches() -> Generator[simpy.Event, Any, None]:
        try:
            yield clock.timeout(40.0)
        except simpy.Interrupt as interrupt:
            seen.append((clock.now, interrupt.cause))

    watcher = clock.process(watches())
    clock.call_at(15.25, lambda: watcher.interrupt("the visit is over"), ("test", 0, 0))
    alone.advance_to(50.0)
    watched.advance_to(50.0)
    assert seen == [(15.25, "the visit is over")]
    assert same_rows(alone, watched)


def test_the_names_that_simpy_keeps_to_itself_are_where_we_use_them() -> None:
    version = f"SimPy {metadata.version('simpy')} has changed what `flowsim/engine/event_clock.py` relies on"
    environment = simpy.Environment(initial_time=3.0)
    timeout = environment.timeout(2.0)
    assert environment._now == environment.now == 3.0, version
    assert environment._queue == [(5.0, NORMAL, 0, timeout)], version
    assert next(environment._eid) == 1, version
    failing = environment.event().fail(RuntimeError("broken"))
    assert not failing._ok, version
    assert isinstance(failing._value, RuntimeError), version
    assert not hasattr(failing, "_defused"), version
    failing.defused = True
    assert hasattr(failing, "_defused"), version


def test_one_file_alone_uses_the_names_that_simpy_keeps_to_itself() -> None:
    private = re.compile(r"\b(clock|env|environment|event|timeout)\._(now|queue|eid|ok|value|defused)\b")
    files = {
        path.name for path in Path(flowsim.__file__).parent.rglob("*.py") if private.search(path.read_text("utf-8"))
    }
    assert files == {"event_clock.py"}
