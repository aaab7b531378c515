"""What SimPy promises of an environment holds for ours, whether it is played or stepped by SimPy's own methods."""

from collections.abc import Callable, Generator
from math import inf
from typing import Any, Final

import pytest
import simpy
from simpy.events import NORMAL

from flowsim.engine.cards import Card
from flowsim.engine.event_clock import EventClock, WorkEnd

Go = Callable[[EventClock], None]


def play(clock: EventClock) -> None:
    assert clock.play(inf, lambda _: False, 1000)


def run(clock: EventClock) -> None:
    clock.run()


WAYS: Final = pytest.mark.parametrize("go", [play, run])


def card() -> Card:
    return Card(0, 0, 0, 0, 0, [])


def work_end(clock: EventClock, delay: float, what: Callable[[Card], None]) -> WorkEnd:
    event = WorkEnd(clock, card())
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
    clock.call_at(3.0, lambda _: sleeper.interrupt("enough"))
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
