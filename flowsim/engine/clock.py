"""SimPy's clock, played an instant at a time.

SimPy's own `step` and `peek` are a call each for every event, and an instant asks for both twice; `play` does what they
do in one loop over the same queue. That is worth a tenth of the engine's time. Processes and events are SimPy's own.
"""

from collections.abc import Callable
from heapq import heappop
from math import inf, nextafter
from sys import float_info
from typing import Final, TypeAlias

import simpy
from simpy.events import Event

from flowsim.domain.words import Time

Settle: TypeAlias = Callable[[], bool]
"""Does what follows from an instant's events; True if the run has ended with them."""

Callbacks: TypeAlias = list[Callable[[Event], None]]
"""What is called with an event when its time has come."""

LAST_INSTANT: Final = float_info.max
"""The clock says infinity when nothing is to come."""


class Clock(simpy.Environment):
    """Times and events of one run. An instant is everything at one time; it is settled once, at its end."""

    def play(self, end: Time, settle: Settle, most: int) -> int:
        """Play every instant at times up to `end`, but at most `most`; how many of these are left.

        0 says that there may be more to play before `end`. A run that ends leaves its last instant as the present.
        """
        queue = self._queue
        while queue and most:
            instant = queue[0][0]
            if instant > end:
                break
            self._now = instant
            while queue and queue[0][0] == instant:
                event = heappop(queue)[3]
                callbacks, event.callbacks = event.callbacks, None  # type: ignore[assignment]  # SimPy: processed
                for callback in callbacks:
                    callback(event)
                if not event._ok:
                    raise event._value
            most -= 1
            if settle():
                return max(most, 1)
        return most

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
