"""The state of a board: what stands where, what holds now, and who has to be looked at.

All that works on a board (`workers`, `arrivals`, `transfer`, `service`, `board`, what people do) reads and changes this
one record, and the rows of the trace are written here. What may follow is not decided here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from heapq import heappush
from math import inf
from typing import Final

from simpy.events import NORMAL

from flowsim.domain.phrases import phrase
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace, change_of
from flowsim.domain.words import BACKLOG, NO_WORKER, CardId, CardState, ColumnId, Time
from flowsim.engine.cards_and_stations import Card, Station, groups_of, stations_of
from flowsim.engine.event_clock import EventClock, ReusableEvent, What
from flowsim.engine.limits import ClassLimit, LimitGroup
from flowsim.engine.streams import Chances
from flowsim.engine.team import Team

# Plain numbers for the hot path: an enum member costs a look-up and a conversion at every row.
_BACKLOG: Final = int(CardState.BACKLOG)
_DELIVERED: Final = int(CardState.DELIVERED)
_DROPPED: Final = int(CardState.DROPPED)
IN_BACKLOG: Final = change_of(BACKLOG, _BACKLOG, NO_WORKER)
TURNED_AWAY: Final = change_of(BACKLOG, CardState.LOST, NO_WORKER)


@dataclass(frozen=True, slots=True)
class Overrun:
    """A card took a column, or a group of columns, over its limit: `count` cards against a limit of `limit`.

    That happens by hand where the column only warns, by rework from a later column, and by a class that may exceed.
    """

    time: Time
    card: CardId
    column: int
    count: int
    limit: int


class SystemState:
    """Cards in stations, as one scenario has them; every change of state goes to `trace`.

    `cards` are those in the system, by number; `rules` those in force, `team` the named people (None: every column has
    workers of its own). `turns` numbers whatever begins, in order; the clock numbers its events with it, too.

    `may_pull` and `may_start` are the stations to look at in the next settle, as bits. `sort_in` lets a card that may
    leave stand in line where cards stand sorted (`flowsim.engine.lines`); it is None where one line does. Who comes
    when the backlog is full waits at the `door` until the instant has been settled, and is then let in or turned away.
    """

    # Beyond thirty names CPython keeps a dictionary of its own for the object; without slots a run took 8 % longer.
    __slots__ = (
        "_changes", "_numbers", "_queue", "_spare", "_times", "backlog_limit", "cards", "chances", "classes", "clock",
        "discarded", "door", "dropped", "failures", "groups", "may_pull", "may_start", "overruns", "rules", "scenario",
        "sort_in", "stations", "team", "turned_away", "turns",
    )  # fmt: skip

    def __init__(self, scenario: Scenario, clock: EventClock, trace: Trace) -> None:
        self.scenario = scenario
        self.clock = clock
        self.stations = stations_of(scenario)
        self.groups = groups_of(scenario, self.stations)
        self.rules = scenario.rules
        self.classes = scenario.classes
        self.team = Team(scenario.people, self.stations) if scenario.people else None
        self.cards: dict[CardId, Card] = {}
        self.overruns: list[Overrun] = []
        self.failures: dict[CardId, list[Time]] = {}
        self.discarded: set[CardId] = set()
        self.backlog_limit = scenario.backlog_limit
        self.door: list[Card] = []
        self.turned_away: set[CardId] = set()
        self.may_pull = self.stations[1].bit
        self.may_start = 0
        self.sort_in: Callable[[Card], None] | None = None
        self.chances = Chances(scenario)
        self.dropped = Station(len(self.stations), None)
        self.dropped.takes_away = change_of(BACKLOG, _DROPPED, NO_WORKER)
        self.turns = clock.numbers
        self._queue = clock.queue
        self._times, self._numbers, self._changes = trace.times, trace.cards, trace.changes
        self._spare: list[ReusableEvent] = []

    def station_of(self, column: ColumnId) -> Station:
        """The column with this id.

        Raises:
            Refused: there is none.
        """
        index = self.scenario.column_index.get(column)
        if index is None:
            raise Refused(phrase('there is no column "{0}" on this board', column))
        return self.stations[index + 1]

    def come(self, card: Card) -> None:
        """A new card comes by itself: it arrives, or waits at the door where the backlog is full."""
        if self.room_in_backlog > 0:
            self.arrive(card)
        else:
            self.door.append(card)
            self.may_pull |= 2

    @property
    def room_in_backlog(self) -> float:
        """How many more cards the backlog has room for; inf without a limit."""
        if self.backlog_limit is None:
            return inf
        return max(self.backlog_limit - self.in_backlog, 0)

    @property
    def in_backlog(self) -> int:
        """How many cards stand in the backlog, in one line or sorted by where they go."""
        if self.sort_in is None:
            return self.stations[0].ready.length
        return sum(
            line.length for station in self.stations for (source, _), line in station.lines.items() if source == 0
        )

    def turn_away(self, card: Card) -> None:
        """`card` finds no room, and does not come in."""
        self.turned_away.add(card.number)
        self._times.append(self.clock.now)
        self._numbers.append(card.number)
        self._changes.append(TURNED_AWAY)

    def arrive(self, card: Card) -> None:
        """A new card stands in the backlog."""
        self.cards[card.number] = card
        card.station = self.stations[0]
        card.since = self.clock.now
        self.line_up_in_backlog(card)

    def line_up_in_backlog(self, card: Card) -> None:
        """`card`, which has come to the backlog, waits there to be pulled."""
        card.state = _BACKLOG
        backlog = card.station.ready
        if self.sort_in is not None:
            self.sort_in(card)
        elif backlog:
            backlog.join(card)
        else:
            backlog.append(card)
        self.may_pull |= 2
        self._times.append(self.clock.now)
        self._numbers.append(card.number)
        self._changes.append(IN_BACKLOG)

    def take_away(self, card: Card, station: Station) -> None:
        """`card` has come to `station`, Done or the place of what is dropped: it leaves the board."""
        card.state = _DELIVERED
        if station is self.dropped:
            card.state = _DROPPED
            self.discarded.add(card.number)
        if card.event is not None:
            self._spare.append(card.event)
            card.event = None
        del self.cards[card.number]
        self._times.append(self.clock.now)
        self._numbers.append(card.number)
        self._changes.append(station.takes_away)

    def record(self, card: Card) -> None:
        """A row for the state that `card` has come into, in a column."""
        self._times.append(self.clock.now)
        self._numbers.append(card.number)
        # What `change_of` does, without the call.
        self._changes.append((card.worker << 16) + (card.state << 8) + card.station.shown)

    def look_at_all(self) -> None:
        """Any station may pull: look at all of them in the next settle."""
        self.may_pull |= (1 << len(self.stations)) - 2

    def over_limit(
        self, card: Card, station: Station, obstacle: "Station | LimitGroup | ClassLimit | None"
    ) -> None:  # fmt: skip
        """`card` has just come into `station` although `obstacle` (None: there was none) was full."""
        if obstacle is not None and obstacle.counted > obstacle.limit:
            over = Overrun(self.clock.now, card.number, station.shown, obstacle.counted, int(obstacle.limit))
            self.overruns.append(over)

    def schedule(self, card: Card, delay: Time, what: What) -> None:
        """What `card` does now takes `delay`; then `what` is called with it."""
        event = card.event or self.new_event(card)
        event.what = what
        card.started_at = self.clock.now
        card.duration = delay
        heappush(self._queue, (card.started_at + delay, NORMAL, next(self.turns), event))

    def new_event(self, card: Card) -> ReusableEvent:
        """An event of the clock for `card`, which keeps it until it stops what it does, or leaves."""
        if self._spare:
            card.event = self._spare.pop()
            card.event.card = card
        else:
            card.event = ReusableEvent(self.clock, card)
        return card.event

    def wake(self, station: Station) -> None:
        """Something about `station` has changed: look at it in the next settle."""
        self.may_pull |= station.bit | station.following.bit
        self.may_start |= station.bit
        if self.sort_in is not None:
            self.look_at_all()  # cards may come here from any station, past others
