"""Where cards come from: timeouts on SimPy's clock that let them arrive.

Not processes: a generator that waits cannot be written down, and a run that goes on from a snapshot has to be.
"""

from collections.abc import Iterator, Mapping
from math import inf
from typing import Final

from flowsim.domain.arrivals import ByPeriod, Fixed, Interval, Poisson, Saturated, size_of
from flowsim.domain.distributions import Distribution, Exponential
from flowsim.domain.phrases import digits, phrase
from flowsim.domain.problems import EndlessInstant
from flowsim.domain.words import Time
from flowsim.engine.cards_and_stations import Card
from flowsim.engine.deck import Deck
from flowsim.engine.event_clock import NotedCall, ReusableEvent, nothing
from flowsim.engine.streams import Stream, StreamPosition
from flowsim.engine.system_state import SystemState

ARRIVAL, LISTED, GAP = "arrival", "listed", "gap"
"""What calls of the clock are about: the next cards come, the next listed ones, and the first gap begins."""

MOST_AT_ONE_INSTANT: Final = 20_000
"""Arrivals at one instant, from a source without end, that are taken for an endless loop; nothing can be stopped
meanwhile, so it must not take long to find out."""


def is_arrival(event: object) -> bool:
    """Whether an event of the clock is that cards come, or one that was called off."""
    return note_of(event) in (ARRIVAL, LISTED, GAP) or (isinstance(event, ReusableEvent) and event.what is nothing)


def note_of(event: object) -> str | None:
    """What a call of the clock is about; None for any other event."""
    calls = getattr(event, "callbacks", None) or [None]
    return calls[0].note[0] if isinstance(calls[0], NotedCall) else None


class Source:
    """Lets the scenario's cards, dealt from `deck`, arrive on the board of `state`.

    `to_come` counts those not here yet; inf for an endless source. `tickets` counts those that came by themselves,
    `gaps_taken` the gaps between them, the last of which began at `last_arrival`, and `groups_taken` the arrivals that
    brought a group of a size left to chance.
    `at_one_instant` counts the cards that came at the latest instant. `positions` are where the streams go on.
    """

    def __init__(self, state: SystemState, deck: Deck, positions: Mapping[str, StreamPosition] | None = None) -> None:
        self.to_come: float = inf
        self.deck = deck
        self._state = state
        self._scenario = state.scenario
        self._clock = state.clock
        self.tickets = self.gaps_taken = self.groups_taken = 0
        self.last_arrival: Time = 0.0
        self.at_one_instant: tuple[Time, int] = (-1.0, 0)
        self._at = positions or {}
        self._arrival = NotedCall((ARRIVAL, 0, 0), self.arrive)
        self._gaps = self._made_gaps()
        self._size, self._sizes = self._made_sizes()
        arrivals = self._scenario.arrivals
        self._by_period = arrivals if isinstance(arrivals, ByPeriod) else None

    def positions(self) -> dict[str, list[StreamPosition]]:
        """Where the streams of gaps and of sizes are."""
        found = {}
        if self._gaps is not None:
            found["gaps"] = [self._gap_stream.position(self.gaps_taken)]
        if self._scenario.groups_vary:
            found["groups"] = [self._size_stream.position(self.groups_taken)]
        return found

    def _made_gaps(self) -> Iterator[float] | None:
        """The gaps between arrivals, under rates that change in units of what comes; None where there are none."""
        match self._scenario.arrivals:
            case Poisson(rate=rate):
                law: Distribution = Exponential(mean=1 / rate)
            case Interval(gap=gap):
                law = gap
            case ByPeriod():
                law = Exponential(mean=1.0)
            case _:
                return None
        if self._scenario.explicit:
            return None
        position = self._at.get("gaps")
        self._gap_stream = Stream(law, self._scenario.seed, "arrivals", position=position)
        return iter(self._gap_stream) if position is None else self._gap_stream.going_on(position)

    def _made_sizes(self) -> tuple[int, Iterator[float] | None]:
        """How many cards come at once: always so many, or as chance says arrival by arrival."""
        arrivals = self._scenario.arrivals
        group = 1 if isinstance(arrivals, Saturated) else arrivals.group
        if isinstance(group, int):
            return group, None
        position = self._at.get("groups")
        self._size_stream = Stream(group, self._scenario.seed, "group", position=position)
        return 1, iter(self._size_stream) if position is None else self._size_stream.going_on(position)

    def _next_size(self) -> int:
        if self._sizes is None:
            return self._size
        self.groups_taken += 1
        return size_of(next(self._sizes))

    def open(self) -> None:
        """From now on cards arrive."""
        arrivals = self._scenario.arrivals
        if self._scenario.explicit:
            self.to_come = len(self._scenario.cards)
            self._clock.call_first(self.let_listed_come, (LISTED, 0, 0))
        elif isinstance(arrivals, Fixed):
            self.to_come = sum(self._next_size() for _ in range(arrivals.count))
            for _ in range(int(self.to_come)):
                self.one_now()
        elif self._gaps is not None:
            self._clock.call_first(self._wait, (GAP, 0, 0))
        else:
            assert isinstance(arrivals, Saturated)  # cards arrive when they are pulled

    def one_now(self) -> None:
        """One more card arrives at this instant.

        Raises:
            EndlessInstant: cards keep arriving although no time passes.
        """
        state = self._state
        if state.backlog_limit is None:
            state.arrive(self.next_card())
        else:
            state.come(self.next_card())

    def next_card(self) -> Card:
        """The card that comes next, at this instant; it stands nowhere yet.

        Raises:
            EndlessInstant: cards keep arriving although no time passes.
        """
        instant, many = self.at_one_instant
        now = self._clock.now
        many = many + 1 if now == instant else 1
        self.at_one_instant = now, many
        if many > MOST_AT_ONE_INSTANT and self.to_come == inf:
            raise EndlessInstant(
                phrase(
                    "more than {0} cards arrived at the same instant, {1}, and no time passes: give the work or the "
                    "gaps between arrivals a duration",
                    digits(MOST_AT_ONE_INSTANT, ","), digits(now, "g"),
                )
            )  # fmt: skip
        card = self.deck.next_arrival(self.tickets)
        self.tickets += 1
        self.to_come -= 1
        return card

    def _wait(self) -> None:
        """The next arrival comes after the next gap."""
        assert self._gaps is not None
        self.gaps_taken += 1
        self.last_arrival = self._clock.now
        now, gap = self._clock.now, next(self._gaps)
        time = now + gap if self._by_period is None else self._by_period.after(now, gap)
        if time == inf:  # the last period goes on for ever, and nobody comes in it
            self.to_come = 0
            self._state.look_at_all()
        else:
            self.call_arrival(time)

    def call_arrival(self, time: Time) -> None:
        """The next cards come at `time`."""
        self._clock.call_again(time, self._arrival)

    def arrive(self) -> None:
        """The cards of one arrival come, and the next gap begins."""
        for _ in range(self._size if self._sizes is None else self._next_size()):
            self.one_now()
        self._wait()

    def let_listed_come(self) -> None:
        """Every listed card whose time has come, and then the next one at its own."""
        listed, now = self._scenario.cards_by_arrival, self._clock.now
        while self.tickets < len(listed):
            card = listed[self.tickets]
            if card.arrives > now:
                self.call_listed(card.arrives)
                return
            self._state.come(self.deck.listed(self.tickets, card))
            self.tickets += 1
            self.to_come -= 1

    def call_listed(self, time: Time) -> None:
        """The next listed cards come at `time`."""
        self._clock.call_at(time, self.let_listed_come, (LISTED, 0, 0))
