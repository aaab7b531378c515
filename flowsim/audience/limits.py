"""How often anyone may ask: each has so many requests in hand, and gets new ones at a steady rate (a token bucket)."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Final

MOST_KNOWN: Final = 4_000
"""Callers that are remembered; of more, those that were not heard of the longest are let go."""


class Limit:
    """At most `burst` requests at once, and `rate` in a second on average, for each caller; `clock` gives seconds."""

    def __init__(self, burst: float, rate: float, clock: Callable[[], float]) -> None:
        self.burst, self.rate = burst, rate
        self._clock = clock
        self._lock = Lock()  # requests are answered by several threads
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, caller: str) -> bool:
        """Whether this request may be answered; it counts."""
        with self._lock:
            return self._take_one(caller)

    def _take_one(self, caller: str) -> bool:
        now = self._clock()
        left, since = self._left.pop(caller, (self.burst, now))
        left = min(left + (now - since) * self.rate, self.burst)
        allowed = left >= 1
        self._left[caller] = (left - 1 if allowed else left, now)
        if len(self._left) > MOST_KNOWN:
            self._left.popitem(last=False)
        return allowed
