"""One run: a scenario played on SimPy's clock, with the interventions of the people who act in it."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import CardId, CardState, ColumnId, Time
from flowsim.engine.arrivals import is_arrival, note_of
from flowsim.engine.board import Board
from flowsim.engine.card_interventions import CardInterventions
from flowsim.engine.deadlock_detector import standstill
from flowsim.engine.deck import Deck
from flowsim.engine.event_clock import LAST_INSTANT, EventClock
from flowsim.engine.plan import PLAN, PlanOfChanges
from flowsim.engine.snapshot import Snapshot, board_of, deck_of, state_of
from flowsim.engine.system_state import Overrun

INSTANTS_BETWEEN_LOOKS: Final = 32
"""How many instants are played before the caller is asked whether to stop; a look costs more than an instant."""

ROWS_BETWEEN_LOOKS: Final = 5_000
"""With more new rows than this since the last call of `pause`, the next call comes after a single instant."""

ROWS_LEFT_UNTIDY: Final = 1000
"""How long the trace's tail may grow while a run goes on; laying it down costs the same for few rows as for many."""


@dataclass(frozen=True, slots=True)
class Standstill:
    """A deadlock: since time `since` no card can move in `column` (from 0) or any column to its right.

    `reasons` says in words which cards wait for what; each reason is one of the `parts` of the phrase.
    """

    column: int
    since: Time
    reasons: Phrase


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment of a run: the board as it stood, what had been done, and how long the other records of the run were."""

    snapshot: Snapshot
    interventions: tuple[Intervention, ...]
    done: tuple[Intervention, ...]
    left_out: tuple[tuple[Intervention, str], ...]
    rows: int
    reclassed: int
    overruns: int

    @property
    def now(self) -> Time:
        """The moment up to which everything had been played."""
        return self.snapshot.now


class Simulation:
    """A run of `scenario` from time 0, whose record is `trace`.

    `interventions` are what people did; `done` has besides what the plan of the scenario changed, in its order.
    (scenario, interventions) decide the trace, row for row, whatever the chunks in which the run is played: in one
    go, event by event, or in slices of time. The first instant, 0, is played on creation.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._begin(scenario, Trace(), Deck(scenario))
        self._clock = EventClock()
        self._board = Board(scenario, self._clock, self.trace, self.deck)
        self._hands = CardInterventions(self._board)
        self._plan = PlanOfChanges(scenario.plan, self._clock, self._hands.policies)
        self._plan.open()
        self._board.source.open()
        self._board.settle(self._clock.now)
        self.advance_to(0.0)

    def _begin(self, scenario: Scenario, trace: Trace, deck: Deck) -> None:
        self.scenario = scenario
        self.trace = trace
        self.deck = deck
        self.interventions: list[Intervention] = []
        self.done: list[Intervention] = []
        self._now: Time = 0.0
        self._instants = 1
        self._rows_at_last_look = 0

    @classmethod
    def resumed(cls, snapshot: Snapshot, past: npt.NDArray[np.void] | None = None) -> "Simulation":
        """The run that goes on from `snapshot`, with the same rows from there on.

        Its trace begins there, or with the rows of the `past` that led there. Of cards that have left the board before,
        their classes and titles are not known.
        """
        resumed = cls.__new__(cls)
        trace = Trace() if past is None else Trace.beginning_with(past)
        resumed._begin(snapshot.scenario, trace, deck_of(snapshot))
        resumed._board, resumed._hands, resumed._plan = board_of(snapshot, resumed.trace, resumed.deck)
        resumed._clock = resumed._board.clock
        titles = {its["number"]: its["title"] for its in snapshot.state["cards"]}
        resumed.deck.go_on_from(snapshot.state["dealt"], resumed._board.cards.values(), titles)
        resumed.deck.places = {number: place for place, number in enumerate(snapshot.state.get("places", ()))}
        if past is not None:
            resumed._board.discarded.update(past["card"][past["state"] == CardState.DROPPED].tolist())
            resumed._board.turned_away.update(past["card"][past["state"] == CardState.LOST].tolist())
        resumed._now = snapshot.now
        return resumed

    def snapshot(self) -> Snapshot:
        """The board as it stands, as data; the run itself goes on as if nothing had been asked.

        Raises:
            ValueError: somebody has put processes of their own onto the clock.
        """
        return Snapshot(self.scenario, self._hands.in_force, self._now, state_of(self._board, self._hands, self._plan))

    def mark(self) -> Mark:
        """This moment, to go back to."""
        board = self._board
        return Mark(
            self.snapshot(), tuple(self.interventions), tuple(self.done), tuple(self._plan.left_out),
            len(self.trace), len(self.deck.reclassed), len(board.overruns),
        )  # fmt: skip

    def back_at(self, mark: Mark) -> "Simulation":
        """A run of its own that stands where this one, or one that began like it, stood at `mark`, with its past."""
        other = Simulation.resumed(mark.snapshot, self.trace.rows(0, mark.rows))
        other.interventions = list(mark.interventions)
        other.done = list(mark.done)
        other._plan.left_out = list(mark.left_out)
        other.deck.know_the_past_of(self.deck, mark.reclassed)
        other._board.overruns[:] = self._board.overruns[: mark.overruns]
        for card, failed in self._board.failures.items():
            if before := [time for time in failed if time <= mark.now]:
                other._board.failures[card] = before
        return other

    @property
    def cards_on_board(self) -> int:
        """How many cards are in the system, the backlog included."""
        return len(self._board.cards)

    @property
    def now(self) -> Time:
        """The moment up to which everything has been played."""
        return self._now

    @property
    def next_time(self) -> Time:
        """When the clock's next event lies, inf if there is none or the run is over.

        The end of work that was stopped by hand is still an event, although nothing happens then.
        """
        return inf if self.over else self._clock.peek()

    @property
    def over(self) -> bool:
        """Whether no card is left and none will come."""
        return self._board.over

    @property
    def overruns(self) -> tuple[Overrun, ...]:
        """Every time a card took a column over its limit: by hand, by rework, or by its class."""
        return tuple(self._board.overruns)

    @property
    def idle(self) -> bool:
        """Whether the clock holds nothing but arrivals: nobody works, and nothing is on its way or waits for a time."""
        return all(is_arrival(event) or note_of(event) == PLAN for *_, event in self._clock.queue)

    @property
    def standstill(self) -> Standstill | None:
        """Where and why nothing can move any more, and since when; None while something can."""
        if self._plan.next_time < inf:
            return None  # the next change of the plan may set things going
        found = standstill(self._board)
        if found is None:
            return None
        column, reasons = found
        rows = self.trace.rows()
        moved = np.flatnonzero((rows["column"] >= column) | (rows["state"] >= CardState.DELIVERED))
        return Standstill(column, float(rows["time"][moved[-1]]), reasons)

    @property
    def finished(self) -> int:
        """How many cards have been delivered."""
        return self._board.stations[-1].counted

    def run(self, until: Time | None = None) -> None:
        """Play on until `until`, or else the scenario's horizon; stop early when nothing can happen any more.

        Raises:
            ValueError: neither is given, and cards never cease to arrive.
        """
        end = self.scenario.horizon if until is None else until
        if end is None:
            if self._board.source.to_come == inf and not self.scenario.ends_by_itself:
                raise ValueError("this scenario has no horizon and its arrivals never end: say until when to run")
            end = inf
        self.advance_to(end)

    def advance_to(self, time: Time, pause: Callable[[], bool] | None = None) -> bool:
        """Play every event up to and including `time`; return False if `pause` stopped the run before.

        Afterwards `now` is `time`, or the time of the last event if the run is over or `time` is inf. `pause` is called
        from time to time, between instants, and stops the run by returning True. A `time` in the past changes nothing.
        """
        clock, last = self._clock, min(time, LAST_INSTANT)
        while not self.over and not clock.play(last, self._instants):
            self._note_planned()
            self._look_sooner_or_later()
            self.trace.tidy(ROWS_LEFT_UNTIDY)
            self._now = max(self._now, clock.now)
            if pause is not None and pause():
                return False
        self._note_planned()
        self._now = max(self._now, clock.now if self.over or time == inf else time)
        return True

    def _note_planned(self) -> None:
        """What the plan has changed is among what was done."""
        if self._plan.done:
            self.done += self._plan.done
            self._plan.done.clear()

    @property
    def left_out(self) -> list[tuple[Intervention, str]]:
        """Changes of the plan that the board did not allow when they were due, with the reasons."""
        return list(self._plan.left_out)

    def _look_sooner_or_later(self) -> None:
        """Choose how many instants are played until the next look, by how much happened since the last one."""
        rows = len(self.trace)
        much = rows - self._rows_at_last_look > ROWS_BETWEEN_LOOKS
        self._instants = 1 if much else min(2 * self._instants, INSTANTS_BETWEEN_LOOKS)
        self._rows_at_last_look = rows

    def step(self) -> bool:
        """Play the next instant at which something changes; False if there is none."""
        before = len(self.trace)
        while len(self.trace) == before and (instant := self.next_time) < inf:
            self._clock.play(instant, 1)
            self._note_planned()
            self._now = max(self._now, instant)
        return len(self.trace) > before

    def do(self, intervention: Intervention) -> None:
        """Play up to the intervention's time, do what it says, and play what follows from it at that instant.

        Raises:
            Refused: the board does not allow it; the run has advanced to its time, but nothing else was done.
            ValueError: its time is before `now`.
        """
        if intervention.at < self._now:
            raise ValueError(f"an intervention at {intervention.at:g} comes too late; it is {self._now:g}")
        self.advance_to(intervention.at)
        if self.over and self._now < intervention.at:
            raise Refused(phrase("the run is over: all work is delivered"))
        if self._clock.now < intervention.at:
            self._clock.wait_until(intervention.at)
        self._hands.apply(intervention)
        self.interventions.append(intervention)
        self.done.append(intervention)
        self._board.settle(self._clock.now)
        self.advance_to(intervention.at)

    def why_not(self, *step: Intervention) -> str | None:
        """Why one of `step` would be refused at this moment; None if all would be done. Changes nothing.

        A setting is looked at as if the settings before it were in force, an act on a card as the board stands now, but
        a move as one of the class that the step has put the card into.
        """
        return self._hands.why_not(*step)

    def is_in(self, card: CardId, column: ColumnId) -> bool:
        """Whether `card` is in the system and in this column."""
        its = self._board.cards.get(card)
        return its is not None and its.station is self._board.station_of(column)

    def room_in(self, column: int, card: CardId, class_index: int | None = None) -> float:
        """How many cards from the column of `card` may be moved by hand into `column` (from 0); inf without a limit.

        The number of columns stands for Done, which has no limit. The cards are of the class of `card`, or of that at
        `class_index` of the scenario's list.

        Raises:
            Refused: there is no such card on the board.
        """
        return self._hands.room_in(column, card, class_index)

    def work_at_hand(self, card: CardId) -> tuple[Time, Time] | None:
        """When the present work on `card`, or the set-up for it, began and how long it takes; None if there is none."""
        its = self._board.cards.get(card)
        return None if its is None else its.at_hand

    def passes_again(self, card: CardId, by: Time = inf) -> int:
        """How often work on `card` failed and had to be repeated, up to and including time `by`."""
        return sum(failed <= by for failed in self._board.failures.get(card, ()))

    def class_of(self, card: CardId) -> int:
        """Place of a card's class in the scenario's list."""
        return self.deck.class_of(card)

    def title_of(self, card: CardId) -> str:
        """A card's title, empty if it has none."""
        return self.deck.titles.get(card, "")
