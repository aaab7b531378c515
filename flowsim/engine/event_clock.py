"""SimPy's clock, played an instant at a time.

This is event scheduling on SimPy's queue. Arrivals, cadences and time-outs are SimPy processes and timeouts. The end of
work is a reusable event of our own. Cards are not processes and columns are not resources, because that would cost five
times as much. SimPy's guarantees for `run(until)`, `step`, `peek`, `interrupt` and handled failures hold here too, and
all these ways give the same trace: an instant, which is all events at one time, is settled once, at its end.

`play` does the same as `step` and `peek`, in one loop over the same queue. The separate calls would cost a tenth of the
engine's time.

This is the one file that uses names that SimPy keeps to itself (`_queue`, `_eid`, `_now`, `_ok`, `_defused`,
`_value`); `tests/engine/test_simpy_contract.py` says so when a version of SimPy breaks them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from sys import float_info
from typing import Any, Final, TypeAlias

import simpy
from simpy.events import NORMAL, URGENT, Event

from flowsim.domain.words import Time

Settle: TypeAlias = Callable[[Time], bool]
"""Does what follows from the events of an instant, given its time; True if the run has ended with them."""

What: TypeAlias = Callable[[Any], None]
"""What happens when the time of an event has come, called with what the event is about: a card."""

Note: TypeAlias = tuple[str, int, int]
"""What a call is: its kind, and the station and the token that it is about, 0 where it is about none."""

Entry: TypeAlias = tuple[Time, Any, int, Event]
"""An event in the queue: when, how urgent, its number, the event."""

LAST_INSTANT: Final = float_info.max
"""The clock says infinity when nothing is to come."""


class ReusableEvent(Event):
    """An event about one `card`: when its time has come `what` is called with it. It can be used again and again.

    SimPy's lists of callbacks, and their being used up, are for events that several processes wait for; here the list
    is always the one call. The clock cannot forget an event; one that was called off does `nothing`.
    """

    __slots__ = ("card", "what")

    @property
    def callbacks(self) -> list[Callable[[Event], None]]:
        """What SimPy's own `step` calls."""
        return [self._happen]

    @callbacks.setter
    def callbacks(self, _: object) -> None:
        """SimPy takes the callbacks away when they have been called; this event can happen again."""

    def _happen(self, _: Event) -> None:
        self.what(self.card)

    def __init__(self, clock: "EventClock", card: object) -> None:
        super().__init__(clock)
        self._ok = True
        self.card = card
        self.what: What


@dataclass(frozen=True, slots=True)
class NotedCall:
    """What happens to no card in particular when the time of an event has come; `note` says so as data."""

    note: Note
    what: Callable[[], None]

    def __call__(self, _: Event) -> None:
        """SimPy says that it is time."""
        self.what()


def nothing(_: object) -> None:
    """What an event does that was called off."""


def nothing_follows(_: Time) -> bool:
    """How an instant is settled where there is no board yet."""
    return False


class EventClock(simpy.Environment):
    """Times and events of one run. An instant is everything at one time; `settle` is called once, at its end.

    `queue` is SimPy's heap of entries and `numbers` counts what is put there, in order, from `first_number` on: the
    board puts its own events there without a call. `now` is SimPy's, kept as a plain attribute because it is asked for
    at every row.
    """

    __slots__ = ("now", "numbers", "queue", "settle")

    now: Time

    def __init__(self, first_number: int = 0) -> None:
        super().__init__()
        self._eid = count(first_number)
        self.settle: Settle = nothing_follows
        self.queue: list[Entry] = self._queue
        self.numbers: Iterator[int] = self._eid

    @property
    def _now(self) -> Time:  # where SimPy keeps the time
        return self.now

    @_now.setter
    def _now(self, time: Time) -> None:
        self.now = time

    def play(self, end: Time, most: int) -> int:
        """Play every instant up to and including `end`, but at most `most`; 0 means there may be more before `end`.

        A positive number means that all instants up to `end` were played, or that the run ended. `now` stays at the
        last instant played.
        """
        queue, settle = self.queue, self.settle
        for left in range(most, 0, -1):
            if not queue or (instant := queue[0][0]) > end:
                return left
            self.now = instant
            while True:
                event = heappop(queue)[3]
                if type(event) is ReusableEvent:
                    what = event.what  # on its own, because Python looks a method up more slowly than an attribute
                    what(event.card)
                else:
                    self._process(event)
                if not queue or queue[0][0] != instant:
                    break
            if settle(instant):
                return left
        return 0

    def step(self) -> None:
        """SimPy's `step`: one event happens; the last one of an instant settles it.

        Raises:
            simpy.core.EmptySchedule: there is no event.
        """
        super().step()
        if self.peek() != self.now:
            self.settle(self.now)

    def _process(self, event: Event) -> None:
        """What SimPy's `step` does with an event that is not one of ours."""
        callbacks, event.callbacks = event.callbacks, None  # type: ignore[assignment]  # SimPy: processed
        for callback in callbacks:
            callback(event)
        if not event._ok and not hasattr(event, "_defused"):
            raise event._value

    def call_at(self, time: Time, what: Callable[[], None], note: Note, urgency: int = NORMAL) -> None:
        """Let `what` happen at `time` exactly, which must not lie in the past.

        A timeout would count from now, and no delay there is leads from 10.176487803295943 to 29.999999999999996.
        """
        heappush(self.queue, (time, urgency, next(self.numbers), self.noted(note, what)))

    def call_again(self, time: Time, call: NotedCall) -> None:
        """Let a call that has been made before happen at `time`: as `call_at`, but without making it anew."""
        event = Event(self)
        event._ok, event._value = True, None
        event.callbacks.append(call)
        heappush(self.queue, (time, NORMAL, next(self.numbers), event))

    def noted(self, note: Note, what: Callable[[], None]) -> Event:
        """An event in which `what` happens, whose place in the queue somebody else chooses."""
        event = Event(self)
        event._ok, event._value = True, None
        event.callbacks.append(NotedCall(note, what))
        return event

    def call_first(self, what: Callable[[], None], note: Note) -> None:
        """Let `what` happen at this instant, before everything else that is to come in it."""
        self.call_at(self.now, what, note, URGENT)

    def wait_until(self, time: Time) -> None:
        """Let time pass up to `time`, before which nothing happens."""
        self.now = time
