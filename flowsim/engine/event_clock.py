"""SimPy's clock, played an instant at a time.

SimPy's own `step` and `peek` are a call each for every event, and an instant asks for both twice; `play` does what they
do in one loop over the same queue. That is worth a tenth of the engine's time. Processes and events are SimPy's own,
and what SimPy promises of `step`, `peek`, `run(until)`, interrupts and failures that somebody handles holds here too.
Only `play` settles a board at the end of each instant: whoever steps by SimPy's methods settles it themselves.
"""

from collections.abc import Callable
from heapq import heappop
from math import inf, nextafter
from sys import float_info
from typing import TYPE_CHECKING, Final, TypeAlias

import simpy
from simpy.events import Event

from flowsim.domain.words import Time

if TYPE_CHECKING:
    from flowsim.engine.cards import Card

Settle: TypeAlias = Callable[[Time], bool]
"""Does what follows from the events of an instant, given its time; True if the run has ended with them."""

What: TypeAlias = Callable[["Card"], None]
"""What happens to a card when the time of its event has come."""

LAST_INSTANT: Final = float_info.max
"""The clock says infinity when nothing is to come."""


class WorkEnd(Event):
    """An event of one `card`: when its time has come `what` is called with it. It can be used again and again.

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

    def __init__(self, clock: "EventClock", card: "Card") -> None:
        super().__init__(clock)
        self._ok = True
        self.card = card
        self.what: What


def nothing(_: "Card") -> None:
    """What an event does that was called off."""


class EventClock(simpy.Environment):
    """Times and events of one run. An instant is everything at one time; it is settled once, at its end."""

    def play(self, end: Time, settle: Settle, most: int) -> int:
        """Play every instant at times up to `end`, but at most `most`; how many of these are left.

        0 says that there may be more to play before `end`. A run that ends leaves its last instant as the present.
        """
        queue = self._queue
        for left in range(most, 0, -1):
            if not queue or (instant := queue[0][0]) > end:
                return left
            self._now = instant
            while True:
                event = heappop(queue)[3]
                if event.__class__ is WorkEnd:
                    event.what(event.card)
                else:
                    self._process(event)
                if not queue or queue[0][0] != instant:
                    break
            if settle(instant):
                return left
        return 0

    def _process(self, event: Event) -> None:
        """What SimPy's `step` does with an event that is not one of ours."""
        callbacks, event.callbacks = event.callbacks, None  # type: ignore[assignment]  # SimPy: processed
        for callback in callbacks:
            callback(event)
        if not event._ok and not hasattr(event, "_defused"):
            raise event._value

    def call_at(self, time: Time, what: Callable[[Event], None]) -> None:
        """Let `what` happen at `time` exactly, which must not lie in the past."""
        self.timeout(exact_delay(self.now, time)).callbacks.append(what)


def exact_delay(now: Time, then: Time) -> Time:
    """The delay that takes a clock from `now` to `then` exactly, which `then - now` alone may miss by one bit."""
    delay = then - now
    while now + delay < then:
        delay = nextafter(delay, inf)
    while now + delay > then:
        delay = nextafter(delay, 0.0)
    return delay
